/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"
#include "pln-settings.h"

#include <glib/gi18n.h>

static GListModel *
list_accounts (PlnWishes *wishes)
{
  return pln_core_get_accounts (PLN_APPLICATION (wishes)->core);
}

static PlnServerState *
get_server_state (PlnWishes *wishes)
{
  return pln_core_get_server_state (PLN_APPLICATION (wishes)->core);
}

static GListModel *
list_questions (PlnWishes *wishes)
{
  return pln_core_get_questions (PLN_APPLICATION (wishes)->core);
}

static GListModel *
list_happenings (PlnWishes *wishes)
{
  return pln_core_get_happenings (PLN_APPLICATION (wishes)->core);
}

static void
remove_account (PlnWishes  *wishes,
                PlnAccount *account)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (_("The account “%s” is removed; what is here stays here"),
                                   pln_account_get_name (account));

  pln_core_remove_account_async (self->core, account, self->cancellable, pln_wish_done,
                                 pln_wish_new (self, pln_core_remove_account_finish, message, FALSE));
}

static void
stop_calendar (PlnWishes         *wishes,
               PlnAccount        *account,
               PlnRemoteCalendar *calendar)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (_("“%s” is kept on this computer now"), pln_remote_calendar_get_title (calendar));

  pln_core_stop_calendar_async (self->core, pln_remote_calendar_get_calendar (calendar), self->cancellable, pln_wish_done,
                                pln_wish_new (self, pln_core_stop_calendar_finish, message, FALSE));
}

/* An answer goes to the server at once. */
static gboolean
solve_finish (PlnCore       *core,
              GAsyncResult  *result,
              GError       **error)
{
  if (!pln_core_solve_questions_finish (core, result, error))
    return FALSE;

  pln_core_sync_now (core);

  return TRUE;
}

static void
solve_questions (PlnWishes   *wishes,
                 GPtrArray   *questions,
                 PlnSolution  solution)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (ngettext ("%u question is answered", "%u questions are answered", questions->len),
                                   questions->len);

  pln_core_solve_questions_async (self->core, questions, solution, self->cancellable, pln_wish_done,
                                  pln_wish_new (self, solve_finish, message, TRUE));
}

static void
sync_now (PlnWishes *wishes)
{
  pln_core_sync_now (PLN_APPLICATION (wishes)->core);
}

static void
stop_sync (PlnWishes *wishes)
{
  pln_core_stop_sync (PLN_APPLICATION (wishes)->core);
}

static void
move_gathering (PlnWishes    *wishes,
                PlnGathering *gathering,
                const char   *calendar,
                const char   *organisers)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (_("“%s” moved to “%s”"), pln_gathering_get_title (gathering),
                                   calendar != NULL ? calendar : organisers);

  pln_core_move_gathering_async (self->core, gathering, calendar, organisers, self->cancellable, pln_wish_done,
                                 pln_wish_new (self, pln_core_move_gathering_finish, message, TRUE));
}

static void
step_cb (PlnSignIn      *sign_in,
         GParamSpec     *pspec,
         PlnApplication *self)
{
  if (pln_sign_in_get_step (sign_in) == PLN_SIGN_IN_CALENDARS)
    pln_core_count_calendars (self->core, sign_in);
  if (pln_sign_in_get_step (sign_in) != PLN_SIGN_IN_DONE)
    return;

  pln_application_list_calendars (self);
  pln_core_sync_now (self->core);
}

static PlnSignIn *
sign_in (PlnWishes  *wishes,
         PlnAccount *account)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  PlnSignIn *sign_in_ = pln_core_sign_in (self->core, account);

  g_signal_connect_object (sign_in_, "notify::step", G_CALLBACK (step_cb), self, 0);

  return sign_in_;
}

static void
find_server (PlnWishes  *wishes,
             PlnSignIn  *sign_in_,
             const char *text)
{
  pln_core_find_server (PLN_APPLICATION (wishes)->core, sign_in_, text);
}

static void
log_in (PlnWishes  *wishes,
        PlnSignIn  *sign_in_,
        const char *user,
        const char *password)
{
  pln_core_log_in (PLN_APPLICATION (wishes)->core, sign_in_, user, password);
}

static void
trust_server (PlnWishes *wishes,
              PlnSignIn *sign_in_)
{
  pln_core_trust_server (PLN_APPLICATION (wishes)->core, sign_in_);
}

static void
make_calendar (PlnWishes  *wishes,
               PlnSignIn  *sign_in_,
               const char *name)
{
  pln_core_make_calendar (PLN_APPLICATION (wishes)->core, sign_in_, name);
}

static void
use_calendars (PlnWishes *wishes,
               PlnSignIn *sign_in_)
{
  pln_core_use_calendars (PLN_APPLICATION (wishes)->core, sign_in_);
}

static void
end_sign_in (PlnWishes *wishes,
             PlnSignIn *sign_in_)
{
  pln_core_end_sign_in (PLN_APPLICATION (wishes)->core, sign_in_);
}

static void
minutes_cb (PlnApplication *self)
{
  pln_core_sync_by_itself (self->core, (guint) g_settings_get_int (self->settings, "sync-minutes"));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  pln_core_read_accounts_finish (PLN_CORE (source), result, &error);
  if (pln_application_failed (self, error) || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->settings = pln_settings_new ();
  g_signal_connect_object (self->settings, "changed::sync-minutes", G_CALLBACK (minutes_cb), self, G_CONNECT_SWAPPED);
  minutes_cb (self);
}

/**
 * pln_application_start_servers:
 * @self: the application, whose library is open
 *
 * Reads the accounts; from then on they are synced by themselves.
 */
void
pln_application_start_servers (PlnApplication *self)
{
  pln_core_read_accounts_async (self->core, self->cancellable, read_cb, g_object_ref (self));
}

/* Accounts on servers, and what is kept together with them. */
void
pln_application_init_servers (PlnWishesInterface *iface)
{
  iface->list_accounts = list_accounts;
  iface->get_server_state = get_server_state;
  iface->list_questions = list_questions;
  iface->list_happenings = list_happenings;
  iface->remove_account = remove_account;
  iface->stop_calendar = stop_calendar;
  iface->solve_questions = solve_questions;
  iface->sync_now = sync_now;
  iface->stop_sync = stop_sync;
  iface->move_gathering = move_gathering;
  iface->sign_in = sign_in;
  iface->find_server = find_server;
  iface->log_in = log_in;
  iface->trust_server = trust_server;
  iface->make_calendar = make_calendar;
  iface->use_calendars = use_calendars;
  iface->end_sign_in = end_sign_in;
}
