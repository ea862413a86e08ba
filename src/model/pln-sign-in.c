/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sign-in.h"

#include "pln-model-private.h"

G_DEFINE_ENUM_TYPE (PlnSignInStep, pln_sign_in_step,
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_ADDRESS, "address"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_PASSWORD, "password"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_CALENDARS, "calendars"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_DONE, "done"))

G_DEFINE_ENUM_TYPE (PlnSignInProblem, pln_sign_in_problem,
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_IS_FINE, "fine"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_NO_ADDRESS, "no-address"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_NO_NETWORK, "no-network"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_NO_SERVER, "no-server"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_GOOGLE, "google"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_WRONG_PASSWORD, "wrong-password"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_APP_PASSWORD, "app-password"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_CERTIFICATE, "certificate"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_SERVER, "server"),
  G_DEFINE_ENUM_VALUE (PLN_SIGN_IN_CALENDAR, "calendar"))

enum
{
  PROP_0,
  PROP_PROBLEM_WORDS, /* texts, which lie in one array */
  PROP_HELP_URL,
  PROP_FINGERPRINT,
  PROP_URL,
  PROP_HOST,
  PROP_USER,
  PROP_OWN_ADDRESS,
  N_TEXTS,
  PROP_ACCOUNT = N_TEXTS,
  PROP_STEP,
  PROP_BUSY,
  PROP_PROBLEM,
  PROP_ENCRYPTED,
  PROP_ADDRESSES,
  PROP_SCHEDULES,
  PROP_FORGETS,
  PROP_CALENDARS,
  PROP_FOR_GATHERINGS,
  PROP_FOR_ORGANISERS,
  N_PROPS
};

/**
 * PlnSignIn:
 *
 * Where somebody stands who signs in to a server: what was asked and found so
 * far, step by step. A step that fails says why, and can be tried again. It
 * never holds the password.
 */
struct _PlnSignIn
{
  GObject             parent_instance;

  char               *texts[N_TEXTS]; /* by property */
  PlnAccount         *account;        /* (nullable) */
  PlnSignInStep       step;
  gboolean            busy;
  PlnSignInProblem    problem;
  char              **addresses;
  gboolean            schedules;
  gboolean            forgets;
  GListStore         *calendars;
  PlnRemoteCalendar  *for_gatherings; /* (nullable) */
  PlnRemoteCalendar  *for_organisers; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PlnSignIn, pln_sign_in, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_sign_in_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlnSignIn *self = PLN_SIGN_IN (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_STEP:
      g_value_set_enum (value, self->step);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PROBLEM:
      g_value_set_enum (value, self->problem);
      break;
    case PROP_ENCRYPTED:
      g_value_set_boolean (value, pln_sign_in_get_encrypted (self));
      break;
    case PROP_ADDRESSES:
      g_value_set_boxed (value, pln_texts_get (self->addresses));
      break;
    case PROP_SCHEDULES:
      g_value_set_boolean (value, self->schedules);
      break;
    case PROP_FORGETS:
      g_value_set_boolean (value, self->forgets);
      break;
    case PROP_CALENDARS:
      g_value_set_object (value, self->calendars);
      break;
    case PROP_FOR_GATHERINGS:
      g_value_set_object (value, self->for_gatherings);
      break;
    case PROP_FOR_ORGANISERS:
      g_value_set_object (value, self->for_organisers);
      break;
    default:
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_sign_in_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlnSignIn *self = PLN_SIGN_IN (object);

  switch (prop_id)
    {
    case PROP_OWN_ADDRESS:
      pln_sign_in_set_own_address (self, g_value_get_string (value));
      break;
    case PROP_FOR_GATHERINGS:
      pln_sign_in_set_for_gatherings (self, g_value_get_object (value));
      break;
    case PROP_FOR_ORGANISERS:
      pln_sign_in_set_for_organisers (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_sign_in_finalize (GObject *object)
{
  PlnSignIn *self = PLN_SIGN_IN (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_object (&self->account);
  g_strfreev (self->addresses);
  g_object_unref (self->calendars);
  g_clear_object (&self->for_gatherings);
  g_clear_object (&self->for_organisers);

  G_OBJECT_CLASS (pln_sign_in_parent_class)->finalize (object);
}

static void
pln_sign_in_class_init (PlnSignInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_sign_in_get_property;
  object_class->set_property = pln_sign_in_set_property;
  object_class->finalize = pln_sign_in_finalize;

  /**
   * PlnSignIn:account:
   *
   * The account, if it was there before or is there now; or %NULL.
   */
  props[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, PLN_TYPE_ACCOUNT, PLN_PARAM_READ);

  /**
   * PlnSignIn:step:
   *
   * What is asked of the user now.
   */
  props[PROP_STEP] =
    g_param_spec_enum ("step", NULL, NULL, PLN_TYPE_SIGN_IN_STEP, PLN_SIGN_IN_ADDRESS, PLN_PARAM_READ);

  /**
   * PlnSignIn:busy:
   *
   * Whether the server is being asked.
   */
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnSignIn:problem:
   *
   * Why the step failed, if it did.
   */
  props[PROP_PROBLEM] =
    g_param_spec_enum ("problem", NULL, NULL, PLN_TYPE_SIGN_IN_PROBLEM, PLN_SIGN_IN_IS_FINE, PLN_PARAM_READ);

  /**
   * PlnSignIn:problem-words:
   *
   * The same in words, with what to do; or empty.
   */
  props[PROP_PROBLEM_WORDS] = g_param_spec_string ("problem-words", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:help-url:
   *
   * A page that tells how to get what is missing, such as a password for
   * programs; or empty.
   */
  props[PROP_HELP_URL] = g_param_spec_string ("help-url", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:fingerprint:
   *
   * Of the certificate that is not trusted: SHA-256, in pairs with colons; or
   * empty.
   */
  props[PROP_FINGERPRINT] = g_param_spec_string ("fingerprint", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:url:
   *
   * Where the password goes, or empty.
   */
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:host:
   *
   * The server that gets the password, or empty. It is shown before that.
   */
  props[PROP_HOST] = g_param_spec_string ("host", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:encrypted:
   *
   * Whether nobody between can read along.
   */
  props[PROP_ENCRYPTED] = g_param_spec_boolean ("encrypted", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnSignIn:user:
   *
   * The name to sign in with, as far as it is known; or empty.
   */
  props[PROP_USER] = g_param_spec_string ("user", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnSignIn:addresses:
   *
   * The mail addresses by which the server knows the user.
   */
  props[PROP_ADDRESSES] = g_param_spec_boxed ("addresses", NULL, NULL, G_TYPE_STRV, PLN_PARAM_READ);

  /**
   * PlnSignIn:schedules:
   *
   * Whether the server says that answers of guests come back by themselves.
   */
  props[PROP_SCHEDULES] = g_param_spec_boolean ("schedules", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnSignIn:forgets:
   *
   * Whether the password cannot be kept on this computer and will be asked for
   * again: there is no keyring, or it is locked.
   */
  props[PROP_FORGETS] = g_param_spec_boolean ("forgets", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnSignIn:calendars:
   *
   * The [class@RemoteCalendar]s that were found; the user sets which of them
   * are chosen.
   */
  props[PROP_CALENDARS] = g_param_spec_object ("calendars", NULL, NULL, G_TYPE_LIST_STORE, PLN_PARAM_READ);

  /**
   * PlnSignIn:own-address:
   *
   * The mail address of the user, where the server knows none; or empty.
   */
  props[PROP_OWN_ADDRESS] = g_param_spec_string ("own-address", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSignIn:for-gatherings:
   *
   * Where new gatherings go; %NULL: they stay on this computer.
   */
  props[PROP_FOR_GATHERINGS] =
    g_param_spec_object ("for-gatherings", NULL, NULL, PLN_TYPE_REMOTE_CALENDAR, PLN_PARAM_WRITE);

  /**
   * PlnSignIn:for-organisers:
   *
   * Where the part of organisers goes; %NULL: it stays on this computer.
   */
  props[PROP_FOR_ORGANISERS] =
    g_param_spec_object ("for-organisers", NULL, NULL, PLN_TYPE_REMOTE_CALENDAR, PLN_PARAM_WRITE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_sign_in_init (PlnSignIn *self)
{
  self->calendars = g_list_store_new (PLN_TYPE_REMOTE_CALENDAR);
}

/**
 * pln_sign_in_new:
 * @account: (nullable): the account; %NULL for a new one
 *
 * Returns: (transfer full): a sign-in, at its first step; for an account that
 *   is there, its host and user are known
 */
PlnSignIn *
pln_sign_in_new (PlnAccount *account)
{
  PlnSignIn *self = g_object_new (PLN_TYPE_SIGN_IN, NULL);

  if (account == NULL)
    return self;

  pln_sign_in_set_account (self, account);
  pln_sign_in_set_server (self, pln_account_get_url (account), pln_account_get_user (account));
  self->step = PLN_SIGN_IN_PASSWORD;

  return self;
}

static const char *
get_text (PlnSignIn *self,
          guint      prop_id)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), "");

  return pln_text_get (self->texts[prop_id]);
}

static void
set_text (PlnSignIn  *self,
          guint       prop_id,
          const char *text)
{
  if (pln_text_set (&self->texts[prop_id], text))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
set_truth (PlnSignIn *self,
           guint      prop_id,
           gboolean  *where,
           gboolean   truth)
{
  if (*where == !!truth)
    return;

  *where = !!truth;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

PlnAccount *
pln_sign_in_get_account (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), NULL);

  return self->account;
}

void
pln_sign_in_set_account (PlnSignIn  *self,
                         PlnAccount *account)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  if (g_set_object (&self->account, account))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
}

PlnSignInStep
pln_sign_in_get_step (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), PLN_SIGN_IN_ADDRESS);

  return self->step;
}

/**
 * pln_sign_in_set_step:
 * @self: a sign-in
 * @step: what is asked of the user now
 *
 * Goes to a step, also back to one; a problem of the one before is forgotten.
 */
void
pln_sign_in_set_step (PlnSignIn     *self,
                      PlnSignInStep  step)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  pln_sign_in_set_problem (self, PLN_SIGN_IN_IS_FINE, NULL, NULL, NULL);
  if (self->step == step)
    return;

  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

gboolean
pln_sign_in_get_busy (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), FALSE);

  return self->busy;
}

void
pln_sign_in_set_busy (PlnSignIn *self,
                      gboolean   busy)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  set_truth (self, PROP_BUSY, &self->busy, busy);
}

PlnSignInProblem
pln_sign_in_get_problem (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), PLN_SIGN_IN_IS_FINE);

  return self->problem;
}

const char *
pln_sign_in_get_problem_words (PlnSignIn *self)
{
  return get_text (self, PROP_PROBLEM_WORDS);
}

const char *
pln_sign_in_get_help_url (PlnSignIn *self)
{
  return get_text (self, PROP_HELP_URL);
}

const char *
pln_sign_in_get_fingerprint (PlnSignIn *self)
{
  return get_text (self, PROP_FINGERPRINT);
}

/**
 * pln_sign_in_set_problem:
 * @self: a sign-in
 * @problem: why the step failed
 * @words: (nullable): the same in words
 * @help_url: (nullable): a page that tells what to do
 * @fingerprint: (nullable): of a certificate that is not trusted
 *
 * Says why a step failed, or that it did not.
 */
void
pln_sign_in_set_problem (PlnSignIn        *self,
                         PlnSignInProblem  problem,
                         const char       *words,
                         const char       *help_url,
                         const char       *fingerprint)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, PROP_PROBLEM_WORDS, words);
  set_text (self, PROP_HELP_URL, help_url);
  set_text (self, PROP_FINGERPRINT, fingerprint);
  if (self->problem != problem)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  self->problem = problem;
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
pln_sign_in_get_url (PlnSignIn *self)
{
  return get_text (self, PROP_URL);
}

const char *
pln_sign_in_get_host (PlnSignIn *self)
{
  return get_text (self, PROP_HOST);
}

gboolean
pln_sign_in_get_encrypted (PlnSignIn *self)
{
  return g_str_has_prefix (pln_sign_in_get_url (self), "https:");
}

const char *
pln_sign_in_get_user (PlnSignIn *self)
{
  return get_text (self, PROP_USER);
}

/**
 * pln_sign_in_set_server:
 * @self: a sign-in
 * @url: where the password goes
 * @user: (nullable): the name to sign in with, as far as it is known
 *
 * Sets who is asked.
 */
void
pln_sign_in_set_server (PlnSignIn  *self,
                        const char *url,
                        const char *user)
{
  g_autoptr(GUri) uri = NULL;

  g_return_if_fail (PLN_IS_SIGN_IN (self));

  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, PROP_URL, url);
  set_text (self, PROP_HOST, uri != NULL ? g_uri_get_host (uri) : NULL);
  set_text (self, PROP_USER, user);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENCRYPTED]);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *const *
pln_sign_in_get_addresses (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), pln_texts_get (NULL));

  return pln_texts_get (self->addresses);
}

gboolean
pln_sign_in_get_schedules (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), FALSE);

  return self->schedules;
}

/**
 * pln_sign_in_set_addresses:
 * @self: a sign-in
 * @addresses: the mail addresses by which the server knows the user
 * @schedules: whether answers of guests come back by themselves
 *
 * Sets what the server does by itself, and for whom.
 */
void
pln_sign_in_set_addresses (PlnSignIn         *self,
                           const char *const *addresses,
                           gboolean           schedules)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  if (pln_texts_set (&self->addresses, addresses))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ADDRESSES]);
  set_truth (self, PROP_SCHEDULES, &self->schedules, schedules);
}

gboolean
pln_sign_in_get_forgets (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), FALSE);

  return self->forgets;
}

void
pln_sign_in_set_forgets (PlnSignIn *self,
                         gboolean   forgets)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  set_truth (self, PROP_FORGETS, &self->forgets, forgets);
}

GListStore *
pln_sign_in_get_calendars (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), NULL);

  return self->calendars;
}

const char *
pln_sign_in_get_own_address (PlnSignIn *self)
{
  return get_text (self, PROP_OWN_ADDRESS);
}

void
pln_sign_in_set_own_address (PlnSignIn  *self,
                             const char *address)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  set_text (self, PROP_OWN_ADDRESS, address);
}

PlnRemoteCalendar *
pln_sign_in_get_for_gatherings (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), NULL);

  return self->for_gatherings;
}

void
pln_sign_in_set_for_gatherings (PlnSignIn         *self,
                                PlnRemoteCalendar *calendar)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  if (g_set_object (&self->for_gatherings, calendar))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOR_GATHERINGS]);
}

PlnRemoteCalendar *
pln_sign_in_get_for_organisers (PlnSignIn *self)
{
  g_return_val_if_fail (PLN_IS_SIGN_IN (self), NULL);

  return self->for_organisers;
}

void
pln_sign_in_set_for_organisers (PlnSignIn         *self,
                                PlnRemoteCalendar *calendar)
{
  g_return_if_fail (PLN_IS_SIGN_IN (self));

  if (g_set_object (&self->for_organisers, calendar))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOR_ORGANISERS]);
}
