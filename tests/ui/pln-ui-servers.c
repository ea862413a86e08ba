/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-servers.h"

#include "pln-ui-test.h"

static PlnUiServers *
servers_of (PlnWishes *wishes)
{
  return &PLN_WISH_LIST (wishes)->servers;
}

static void
note (PlnWishes  *wishes,
      const char *name,
      const char *what)
{
  pln_wish_list_note (PLN_WISH_LIST (wishes), name, what);
}

static GListModel *
list_accounts (PlnWishes *wishes)
{
  return G_LIST_MODEL (servers_of (wishes)->accounts);
}

static PlnServerState *
get_server_state (PlnWishes *wishes)
{
  return servers_of (wishes)->state;
}

static GListModel *
list_questions (PlnWishes *wishes)
{
  return G_LIST_MODEL (servers_of (wishes)->questions);
}

static GListModel *
list_happenings (PlnWishes *wishes)
{
  return G_LIST_MODEL (servers_of (wishes)->happenings);
}

static void
remove_account (PlnWishes  *wishes,
                PlnAccount *account)
{
  note (wishes, "remove-account", pln_account_get_id (account));
}

static void
stop_calendar (PlnWishes         *wishes,
               PlnAccount        *account,
               PlnRemoteCalendar *calendar)
{
  note (wishes, "stop-calendar", pln_remote_calendar_get_title (calendar));
}

static void
solve_questions (PlnWishes   *wishes,
                 GPtrArray   *questions,
                 PlnSolution  solution)
{
  static const char *const names[] = { "mine", "theirs", "both" };
  PlnUiServers *self = servers_of (wishes);
  g_autofree char *what = g_strdup_printf ("%u %s", questions->len, names[solution]);

  note (wishes, "solve-questions", what);
  g_clear_pointer (&self->solved, g_ptr_array_unref);
  self->solved = g_ptr_array_copy (questions, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->solved, g_object_unref);
  for (guint i = 0; i < self->solved->len; i++)
    {
      guint position;

      if (g_list_store_find (self->questions, g_ptr_array_index (self->solved, i), &position))
        g_list_store_remove (self->questions, position);
    }
}

static void
sync_now (PlnWishes *wishes)
{
  note (wishes, "sync-now", NULL);
}

static void
stop_sync (PlnWishes *wishes)
{
  note (wishes, "stop-sync", NULL);
}

static void
move_gathering (PlnWishes    *wishes,
                PlnGathering *gathering,
                const char   *calendar,
                const char   *organisers)
{
  g_autofree char *what = g_strdup_printf ("%s to %s, %s", pln_gathering_get_uid (gathering),
                                           calendar != NULL ? calendar : "stays", organisers != NULL ? organisers : "stays");

  note (wishes, "move-gathering", what);
}

static PlnSignIn *
sign_in (PlnWishes  *wishes,
         PlnAccount *account)
{
  PlnUiServers *self = servers_of (wishes);

  note (wishes, "sign-in", account != NULL ? pln_account_get_id (account) : NULL);
  g_clear_object (&self->sign_in);
  self->sign_in = pln_sign_in_new (account);

  return g_object_ref (self->sign_in);
}

static void
find_server (PlnWishes  *wishes,
             PlnSignIn  *sign_in_,
             const char *text)
{
  note (wishes, "find-server", text);
}

static void
log_in (PlnWishes  *wishes,
        PlnSignIn  *sign_in_,
        const char *user,
        const char *password)
{
  g_autofree char *what = g_strdup_printf ("%s %s", user, password);

  note (wishes, "log-in", what);
}

static void
trust_server (PlnWishes *wishes,
              PlnSignIn *sign_in_)
{
  note (wishes, "trust-server", pln_sign_in_get_fingerprint (sign_in_));
}

static void
make_calendar (PlnWishes  *wishes,
               PlnSignIn  *sign_in_,
               const char *name)
{
  note (wishes, "make-calendar", name);
}

static void
use_calendars (PlnWishes *wishes,
               PlnSignIn *sign_in_)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (sign_in_));
  g_autoptr(GString) what = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      if (pln_remote_calendar_get_chosen (calendar))
        g_string_append_printf (what, "%s%s", what->len > 0 ? ", " : "", pln_remote_calendar_get_title (calendar));
    }
  note (wishes, "use-calendars", what->str);
}

static void
end_sign_in (PlnWishes *wishes,
             PlnSignIn *sign_in_)
{
  note (wishes, "end-sign-in", NULL);
}

void
pln_ui_servers_init_wishes (PlnWishesInterface *iface)
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

void
pln_ui_servers_init (PlnUiServers *self)
{
  self->accounts = g_list_store_new (PLN_TYPE_ACCOUNT);
  self->questions = g_list_store_new (PLN_TYPE_QUESTION);
  self->happenings = g_list_store_new (PLN_TYPE_HAPPENING);
  self->state = pln_server_state_new ();
}

void
pln_ui_servers_clear (PlnUiServers *self)
{
  g_clear_object (&self->accounts);
  g_clear_object (&self->questions);
  g_clear_object (&self->happenings);
  g_clear_object (&self->state);
  g_clear_object (&self->sign_in);
  g_clear_pointer (&self->solved, g_ptr_array_unref);
}

GPtrArray *
pln_ui_servers_calendars (void)
{
  static const struct { const char *title; const char *colour; PlnHolds holds; gboolean may_write; int size; } all[] = {
    { "DREaM committee", "#1a5fb4", PLN_HOLDS_ALL, TRUE, 214 },
    { "CPD23", "#7d3c98", PLN_HOLDS_ALL, TRUE, 31 },
    { "Dorrie", "#1a7446", PLN_HOLDS_ALL, TRUE, 1208 },
    { "Staff rota", "#805500", PLN_HOLDS_EVENTS, FALSE, -1 },
  };
  GPtrArray *calendars = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *url = g_strdup_printf ("https://cal.fenwick.example/dav/%u/", i);
      PlnRemoteCalendar *calendar = pln_remote_calendar_new (url, all[i].title, all[i].colour, all[i].holds, all[i].may_write);

      pln_remote_calendar_set_size (calendar, all[i].size);
      g_ptr_array_add (calendars, calendar);
    }

  return calendars;
}

PlnAccount *
pln_ui_servers_account (void)
{
  PlnAccount *account = pln_account_new ("account");
  g_autoptr(GPtrArray) calendars = pln_ui_servers_calendars ();

  pln_account_set_server (account, "Fenwick", "cal.fenwick.example", "dorrie@fenwick.example", "https://cal.fenwick.example/dav/");
  pln_account_set_calendars (account, calendars);

  return account;
}

void
pln_ui_servers_ask (PlnUiServers *self,
                    guint         n,
                    gboolean      may_both)
{
  g_autoptr(GDateTime) mine = g_date_time_new_local (2011, 7, 19, 13, 41, 0);
  g_autoptr(GDateTime) theirs = g_date_time_new_local (2011, 7, 19, 13, 52, 0);
  g_autofree char *id = g_strdup_printf ("%u", n);
  g_autoptr(PlnQuestion) question = pln_question_new (&(PlnQuestionFacts) {
    .id = id,
    .uid = "networking",
    .gathering = "dream",
    .calendar = "committee",
    .kind = "session",
    .title = "Networking and sustaining collaboration",
    .part = "DESCRIPTION",
    .base = "How does a network of librarians live on?",
    .mine = "How does a network of librarians live on when the funding ends, and who keeps it together?",
    .theirs = "How does a network of librarians live on when the project is over, and who leads it?",
    .who = "Kit Dunnock",
    .mine_at = mine,
    .theirs_at = theirs,
    .may_both = may_both,
  });

  g_list_store_append (self->questions, question);
}
