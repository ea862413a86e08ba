/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-account.h"

#include "pln-model-private.h"

G_DEFINE_ENUM_TYPE (PlnAccountNeed, pln_account_need,
  G_DEFINE_ENUM_VALUE (PLN_ACCOUNT_NEEDS_NOTHING, "nothing"),
  G_DEFINE_ENUM_VALUE (PLN_ACCOUNT_NEEDS_PASSWORD, "password"),
  G_DEFINE_ENUM_VALUE (PLN_ACCOUNT_NEEDS_TRUST, "trust"))

enum
{
  PROP_0,
  PROP_ID, /* texts, which lie in one array */
  PROP_NAME,
  PROP_HOST,
  PROP_USER,
  PROP_URL,
  PROP_PROBLEM,
  N_TEXTS,
  PROP_ADDRESSES = N_TEXTS,
  PROP_SCHEDULES,
  PROP_CALENDARS,
  PROP_NEED,
  PROP_SYNCED,
  N_PROPS
};

/**
 * PlnAccount:
 *
 * An account on a server, with the calendars of it that are used here. Its
 * password is not part of it.
 */
struct _PlnAccount
{
  GObject          parent_instance;

  char            *texts[N_TEXTS]; /* by property */
  char           **addresses;
  gboolean         schedules;
  GListStore      *calendars;
  PlnAccountNeed   need;
  GDateTime       *synced;
};

G_DEFINE_FINAL_TYPE (PlnAccount, pln_account, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_account_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlnAccount *self = PLN_ACCOUNT (object);

  switch (prop_id)
    {
    case PROP_ADDRESSES:
      g_value_set_boxed (value, pln_texts_get (self->addresses));
      break;
    case PROP_SCHEDULES:
      g_value_set_boolean (value, self->schedules);
      break;
    case PROP_CALENDARS:
      g_value_set_object (value, self->calendars);
      break;
    case PROP_NEED:
      g_value_set_enum (value, self->need);
      break;
    case PROP_SYNCED:
      g_value_set_boxed (value, self->synced);
      break;
    default:
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_account_finalize (GObject *object)
{
  PlnAccount *self = PLN_ACCOUNT (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_strfreev (self->addresses);
  g_object_unref (self->calendars);
  g_clear_pointer (&self->synced, g_date_time_unref);

  G_OBJECT_CLASS (pln_account_parent_class)->finalize (object);
}

static void
pln_account_class_init (PlnAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_account_get_property;
  object_class->finalize = pln_account_finalize;

  /**
   * PlnAccount:id:
   *
   * What it is known by in the library.
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:name:
   *
   * What the user knows it by.
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:host:
   *
   * The name of its server.
   */
  props[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:user:
   *
   * The name that the user signs in with.
   */
  props[PROP_USER] = g_param_spec_string ("user", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:url:
   *
   * Where it was found.
   */
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:problem:
   *
   * Why it could not be synced the last time, a sentence; or empty.
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAccount:addresses:
   *
   * The mail addresses of the user there.
   */
  props[PROP_ADDRESSES] = g_param_spec_boxed ("addresses", NULL, NULL, G_TYPE_STRV, PLN_PARAM_READ);

  /**
   * PlnAccount:schedules:
   *
   * Whether its server sends invitations by itself.
   */
  props[PROP_SCHEDULES] = g_param_spec_boolean ("schedules", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnAccount:calendars:
   *
   * The [class@RemoteCalendar]s that are used here.
   */
  props[PROP_CALENDARS] = g_param_spec_object ("calendars", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  /**
   * PlnAccount:need:
   *
   * What the user is to do before it goes on.
   */
  props[PROP_NEED] =
    g_param_spec_enum ("need", NULL, NULL, PLN_TYPE_ACCOUNT_NEED, PLN_ACCOUNT_NEEDS_NOTHING, PLN_PARAM_READ);

  /**
   * PlnAccount:synced:
   *
   * When both sides were the same last, or %NULL.
   */
  props[PROP_SYNCED] = g_param_spec_boxed ("synced", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_account_init (PlnAccount *self)
{
  self->calendars = g_list_store_new (PLN_TYPE_REMOTE_CALENDAR);
}

/**
 * pln_account_new:
 * @id: what it is known by in the library
 *
 * Returns: (transfer full): an account of which nothing else is known
 */
PlnAccount *
pln_account_new (const char *id)
{
  PlnAccount *self = g_object_new (PLN_TYPE_ACCOUNT, NULL);

  pln_text_set (&self->texts[PROP_ID], id);

  return self;
}

static const char *
get_text (PlnAccount *self,
          guint       prop_id)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), "");

  return pln_text_get (self->texts[prop_id]);
}

static void
set_text (PlnAccount *self,
          guint       prop_id,
          const char *text)
{
  if (pln_text_set (&self->texts[prop_id], text))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

const char *
pln_account_get_id (PlnAccount *self)
{
  return get_text (self, PROP_ID);
}

const char *
pln_account_get_name (PlnAccount *self)
{
  return get_text (self, PROP_NAME);
}

const char *
pln_account_get_host (PlnAccount *self)
{
  return get_text (self, PROP_HOST);
}

const char *
pln_account_get_user (PlnAccount *self)
{
  return get_text (self, PROP_USER);
}

const char *
pln_account_get_url (PlnAccount *self)
{
  return get_text (self, PROP_URL);
}

const char *
pln_account_get_problem (PlnAccount *self)
{
  return get_text (self, PROP_PROBLEM);
}

const char *const *
pln_account_get_addresses (PlnAccount *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), pln_texts_get (NULL));

  return pln_texts_get (self->addresses);
}

gboolean
pln_account_get_schedules (PlnAccount *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), FALSE);

  return self->schedules;
}

GListModel *
pln_account_get_calendars (PlnAccount *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), NULL);

  return G_LIST_MODEL (self->calendars);
}

PlnAccountNeed
pln_account_get_need (PlnAccount *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), PLN_ACCOUNT_NEEDS_NOTHING);

  return self->need;
}

GDateTime *
pln_account_get_synced (PlnAccount *self)
{
  g_return_val_if_fail (PLN_IS_ACCOUNT (self), NULL);

  return self->synced;
}

/**
 * pln_account_set_server:
 * @self: an account
 * @name: what the user knows it by
 * @host: the name of its server
 * @user: the name that the user signs in with
 * @url: where it was found
 *
 * Sets where it is.
 */
void
pln_account_set_server (PlnAccount *self,
                        const char *name,
                        const char *host,
                        const char *user,
                        const char *url)
{
  g_return_if_fail (PLN_IS_ACCOUNT (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, PROP_NAME, name);
  set_text (self, PROP_HOST, host);
  set_text (self, PROP_USER, user);
  set_text (self, PROP_URL, url);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * pln_account_set_addresses:
 * @self: an account
 * @addresses: the mail addresses of the user there
 * @schedules: whether its server sends invitations by itself
 *
 * Sets what the server does by itself, and for whom.
 */
void
pln_account_set_addresses (PlnAccount        *self,
                           const char *const *addresses,
                           gboolean           schedules)
{
  g_return_if_fail (PLN_IS_ACCOUNT (self));

  if (pln_texts_set (&self->addresses, addresses))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADDRESSES]);
  if (self->schedules == !!schedules)
    return;

  self->schedules = !!schedules;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCHEDULES]);
}

/**
 * pln_account_set_calendars:
 * @self: an account
 * @calendars: (element-type PlnRemoteCalendar): the calendars that are used here
 *
 * Sets the calendars.
 */
void
pln_account_set_calendars (PlnAccount *self,
                           GPtrArray  *calendars)
{
  g_return_if_fail (PLN_IS_ACCOUNT (self));

  g_list_store_splice (self->calendars, 0, g_list_model_get_n_items (G_LIST_MODEL (self->calendars)),
                       calendars->pdata, calendars->len);
}

/**
 * pln_account_set_problem:
 * @self: an account
 * @need: what the user is to do before it goes on
 * @problem: (nullable): why it could not be synced, a sentence
 *
 * Sets how it stands.
 */
void
pln_account_set_problem (PlnAccount     *self,
                         PlnAccountNeed  need,
                         const char     *problem)
{
  g_return_if_fail (PLN_IS_ACCOUNT (self));

  set_text (self, PROP_PROBLEM, problem);
  if (self->need == need)
    return;

  self->need = need;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEED]);
}

void
pln_account_set_synced (PlnAccount *self,
                        GDateTime  *synced)
{
  g_return_if_fail (PLN_IS_ACCOUNT (self));

  if (pln_time_set (&self->synced, synced))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SYNCED]);
}
