/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-server-state.h"

#include "pln-clock.h"
#include "pln-model-private.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (PlnServerIs, pln_server_is,
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_LOCAL, "local"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_DONE, "done"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_OFFLINE, "offline"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_FAILED, "failed"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_WORKING, "working"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_UNTOLD, "untold"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_ASKING, "asking"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_GONE, "gone"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_DOUBTFUL, "doubtful"),
  G_DEFINE_ENUM_VALUE (PLN_SERVER_IS_LOCKED, "locked"))

enum
{
  PROP_0,
  PROP_IS,
  PROP_WORKING,
  PROP_ACCOUNT,
  PROP_CALENDAR,
  PROP_PROBLEM,
  PROP_SYNCED,
  PROP_QUESTIONS,
  PROP_WAITING,
  N_PROPS
};

/**
 * PlnServerState:
 *
 * How it stands with the servers, in one sentence. There is one of it in a
 * program, and it follows what happens.
 */
struct _PlnServerState
{
  GObject    parent_instance;

  PlnServerIs  is;
  gboolean   is_working;
  gboolean   is_sending;
  guint      n_done;
  guint      n_total;
  guint      n_waiting;
  guint      n_untold;
  guint      n_questions;
  char      *account;
  char      *calendar;
  char      *problem;
  GDateTime *synced;
};

G_DEFINE_FINAL_TYPE (PlnServerState, pln_server_state, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];
static guint changed_signal;

static void
pln_server_state_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlnServerState *self = PLN_SERVER_STATE (object);

  switch (prop_id)
    {
    case PROP_IS:
      g_value_set_enum (value, self->is);
      break;
    case PROP_WORKING:
      g_value_set_boolean (value, self->is_working);
      break;
    case PROP_ACCOUNT:
      g_value_set_string (value, pln_text_get (self->account));
      break;
    case PROP_CALENDAR:
      g_value_set_string (value, pln_text_get (self->calendar));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, pln_text_get (self->problem));
      break;
    case PROP_SYNCED:
      g_value_set_boxed (value, self->synced);
      break;
    case PROP_QUESTIONS:
      g_value_set_uint (value, self->n_questions);
      break;
    case PROP_WAITING:
      g_value_set_uint (value, self->n_waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_server_state_finalize (GObject *object)
{
  PlnServerState *self = PLN_SERVER_STATE (object);

  g_free (self->account);
  g_free (self->calendar);
  g_free (self->problem);
  g_clear_pointer (&self->synced, g_date_time_unref);

  G_OBJECT_CLASS (pln_server_state_parent_class)->finalize (object);
}

static void
pln_server_state_class_init (PlnServerStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_server_state_get_property;
  object_class->finalize = pln_server_state_finalize;

  /**
   * PlnServerState:is:
   *
   * What is shown.
   */
  props[PROP_IS] = g_param_spec_enum ("is", NULL, NULL, PLN_TYPE_SERVER_IS, PLN_SERVER_IS_LOCAL, PLN_PARAM_READ);

  /**
   * PlnServerState:working:
   *
   * Whether a sync is under way, whatever is shown.
   */
  props[PROP_WORKING] = g_param_spec_boolean ("working", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnServerState:account:
   *
   * The id of the account that the user has to do something about, or empty.
   */
  props[PROP_ACCOUNT] = g_param_spec_string ("account", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnServerState:calendar:
   *
   * The calendar that is gone, or empty.
   */
  props[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnServerState:problem:
   *
   * Why the last sync failed, a sentence; or empty.
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnServerState:synced:
   *
   * When both sides were the same last, or %NULL.
   */
  props[PROP_SYNCED] = g_param_spec_boxed ("synced", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  /**
   * PlnServerState:questions:
   *
   * How many questions there are for the user.
   */
  props[PROP_QUESTIONS] = g_param_spec_uint ("questions", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnServerState:waiting:
   *
   * How many changes are not on the server yet.
   */
  props[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnServerState::changed:
   * @self: the state
   *
   * What [method@ServerState.words] says is not what it said before.
   */
  changed_signal = g_signal_new ("changed", PLN_TYPE_SERVER_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pln_server_state_init (PlnServerState *self)
{
}

/**
 * pln_server_state_new:
 *
 * Returns: (transfer full): the state of a library without an account
 */
PlnServerState *
pln_server_state_new (void)
{
  return g_object_new (PLN_TYPE_SERVER_STATE, NULL);
}

static PlnServerIs
choose (const PlnServerFacts *facts)
{
  if (facts->n_accounts == 0)
    return facts->n_questions > 0 ? PLN_SERVER_IS_ASKING : PLN_SERVER_IS_LOCAL;
  if (facts->locked != NULL)
    return PLN_SERVER_IS_LOCKED;
  if (facts->doubtful != NULL)
    return PLN_SERVER_IS_DOUBTFUL;
  if (facts->gone != NULL)
    return PLN_SERVER_IS_GONE;
  if (facts->n_questions > 0)
    return PLN_SERVER_IS_ASKING;
  if (facts->n_untold > 0)
    return PLN_SERVER_IS_UNTOLD;
  if (facts->is_working)
    return PLN_SERVER_IS_WORKING;
  if (facts->problem != NULL)
    return PLN_SERVER_IS_FAILED;

  return facts->is_offline ? PLN_SERVER_IS_OFFLINE : PLN_SERVER_IS_DONE;
}

/**
 * pln_server_state_set:
 * @self: a state
 * @facts: all that is true now; copied
 *
 * Chooses what is shown: what the user has to do something about comes first.
 */
void
pln_server_state_set (PlnServerState       *self,
                      const PlnServerFacts *facts)
{
  GObject *object = G_OBJECT (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PlnServerIs is = choose (facts);

  g_return_if_fail (PLN_IS_SERVER_STATE (self));

  before = pln_server_state_words (self);
  g_object_freeze_notify (object);

  if (self->is != is)
    g_object_notify_by_pspec (object, props[PROP_IS]);
  if (self->is_working != !!facts->is_working)
    g_object_notify_by_pspec (object, props[PROP_WORKING]);
  if (self->n_questions != facts->n_questions)
    g_object_notify_by_pspec (object, props[PROP_QUESTIONS]);
  if (self->n_waiting != facts->n_waiting)
    g_object_notify_by_pspec (object, props[PROP_WAITING]);
  self->is = is;
  self->is_working = !!facts->is_working;
  self->is_sending = !!facts->is_sending;
  self->n_done = facts->n_done;
  self->n_total = facts->n_total;
  self->n_waiting = facts->n_waiting;
  self->n_untold = facts->n_untold;
  self->n_questions = facts->n_questions;

  if (pln_text_set (&self->account, facts->locked != NULL ? facts->locked : facts->doubtful))
    g_object_notify_by_pspec (object, props[PROP_ACCOUNT]);
  if (pln_text_set (&self->calendar, facts->gone))
    g_object_notify_by_pspec (object, props[PROP_CALENDAR]);
  if (pln_text_set (&self->problem, facts->problem))
    g_object_notify_by_pspec (object, props[PROP_PROBLEM]);
  if (pln_time_set (&self->synced, facts->synced))
    g_object_notify_by_pspec (object, props[PROP_SYNCED]);

  g_object_thaw_notify (object);
  after = pln_server_state_words (self);
  if (!g_str_equal (before, after))
    g_signal_emit (self, changed_signal, 0);
}

PlnServerIs
pln_server_state_get_is (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), PLN_SERVER_IS_LOCAL);

  return self->is;
}

gboolean
pln_server_state_get_working (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), FALSE);

  return self->is_working;
}

const char *
pln_server_state_get_account (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), "");

  return pln_text_get (self->account);
}

const char *
pln_server_state_get_calendar (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), "");

  return pln_text_get (self->calendar);
}

const char *
pln_server_state_get_problem (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), "");

  return pln_text_get (self->problem);
}

GDateTime *
pln_server_state_get_synced (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), NULL);

  return self->synced;
}

guint
pln_server_state_get_questions (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), 0);

  return self->n_questions;
}

guint
pln_server_state_get_waiting (PlnServerState *self)
{
  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), 0);

  return self->n_waiting;
}

static char *
ago_words (GDateTime *synced)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  gint64 minutes = synced != NULL ? g_date_time_difference (now, synced) / G_TIME_SPAN_MINUTE : -1;
  guint n;

  if (synced == NULL)
    return g_strdup (_("Not synced yet"));
  if (minutes < 1)
    return g_strdup (_("Synced just now"));

  n = (guint) MIN (minutes, 9999 * 24 * 60);
  if (n < 60)
    return g_strdup_printf (ngettext ("Synced %u minute ago", "Synced %u minutes ago", n), n);
  n /= 60;
  if (n < 24)
    return g_strdup_printf (ngettext ("Synced %u hour ago", "Synced %u hours ago", n), n);
  n /= 24;

  return g_strdup_printf (ngettext ("Synced %u day ago", "Synced %u days ago", n), n);
}

static char *
working_words (PlnServerState *self)
{
  if (self->n_total == 0)
    return g_strdup (self->is_sending ? _("Sending…") : _("Receiving…"));

  /* Translators: how many objects of how many, as in “Receiving 312 of 1,208…” */
  return g_strdup_printf (self->is_sending ? _("Sending %'u of %'u…") : _("Receiving %'u of %'u…"),
                          self->n_done, self->n_total);
}

/**
 * pln_server_state_words:
 * @self: a state
 *
 * Returns: (transfer full): what the state line says, such as “Synced 2
 *   minutes ago”; it changes with the time as well
 */
char *
pln_server_state_words (PlnServerState *self)
{
  guint n = self->n_waiting;

  g_return_val_if_fail (PLN_IS_SERVER_STATE (self), NULL);

  switch (self->is)
    {
    case PLN_SERVER_IS_OFFLINE:
      if (n == 0)
        return g_strdup (_("No network"));
      return g_strdup_printf (ngettext ("%u change waits for network", "%u changes wait for network", n), n);
    case PLN_SERVER_IS_FAILED:
      if (n == 0)
        return g_strdup (_("The server cannot be used now"));
      return g_strdup_printf (ngettext ("%u change waits for the server", "%u changes wait for the server", n), n);
    case PLN_SERVER_IS_WORKING:
      return working_words (self);
    case PLN_SERVER_IS_UNTOLD:
      n = self->n_untold;
      return g_strdup_printf (ngettext ("%u change waits until you say whom to tell",
                                        "%u changes wait until you say whom to tell", n), n);
    case PLN_SERVER_IS_ASKING:
      n = self->n_questions;
      return g_strdup_printf (ngettext ("%u question for you", "%u questions for you", n), n);
    case PLN_SERVER_IS_GONE:
      return g_strdup_printf (_("Calendar “%s” is gone"), pln_text_get (self->calendar));
    case PLN_SERVER_IS_DOUBTFUL:
      return g_strdup (_("The server is not trusted"));
    case PLN_SERVER_IS_LOCKED:
      return g_strdup (_("Needs your password"));
    case PLN_SERVER_IS_DONE:
      return ago_words (self->synced);
    case PLN_SERVER_IS_LOCAL:
    default:
      return g_strdup (_("Kept on this computer"));
    }
}
