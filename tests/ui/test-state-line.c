/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-state-line.h"

typedef struct
{
  PlnWishList    *wishes;
  PlnServerState *state;
  PlnStateLine   *line;
  GtkWindow      *window;
  GDateTime      *synced;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->wishes = pln_wish_list_new ();
  fixture->state = fixture->wishes->servers.state;
  fixture->synced = g_date_time_new_from_unix_utc (PLN_UI_TEST_NOW - 130);
  fixture->line = g_object_new (PLN_TYPE_STATE_LINE, NULL);
  pln_state_line_set_state (fixture->line, fixture->state);
  fixture->window = pln_ui_test_show (GTK_WIDGET (fixture->line), fixture->wishes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->line);
  g_date_time_unref (fixture->synced);
  g_object_unref (fixture->wishes);
}

static GtkWidget *
named (Fixture    *fixture,
       const char *id)
{
  return pln_ui_test_find_named (GTK_WIDGET (fixture->line), id);
}

/* One icon, one sentence, one button at most: "" for none, else its word or
 * its tooltip, and what it does. */
static void
expect (Fixture    *fixture,
        const char *icon,
        const char *words,
        const char *button,
        const char *action)
{
  GtkWidget *act = named (fixture, "act");

  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (named (fixture, "icon"))), ==, icon);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (named (fixture, "sentence"))), ==, words);
  g_assert_cmpint (gtk_widget_get_visible (act), ==, button != NULL);
  g_assert_false (gtk_widget_get_visible (named (fixture, "stop")));
  if (button == NULL)
    return;

  g_assert_cmpstr (gtk_widget_get_tooltip_text (act) != NULL ? gtk_widget_get_tooltip_text (act)
                   : gtk_button_get_label (GTK_BUTTON (act)), ==, button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (act)), ==, action);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnServerFacts facts = { .n_accounts = 1, .synced = fixture->synced };
  GVariant *target;

  expect (fixture, "folder-symbolic", "Kept on this computer", NULL, NULL);

  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "emblem-ok-symbolic", "Synced 2 minutes ago", "Sync now", "win.sync");

  facts.is_offline = TRUE;
  facts.n_waiting = 3;
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "pln-cloud-off-symbolic", "3 changes wait for network", NULL, NULL);

  facts.problem = "The server is full.";
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "dialog-warning-symbolic", "3 changes wait for the server", "Show", "win.servers");

  facts.n_untold = 1;
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "pln-clock-symbolic", "1 change waits until you say whom to tell", "Show", "win.servers");

  facts.n_questions = 1;
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "dialog-warning-symbolic", "1 question for you", "Show", "win.servers");

  facts.gone = "CPD23";
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "window-close-symbolic", "Calendar “CPD23” is gone", "Show", "win.servers");

  facts.locked = "account";
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "pln-key-symbolic", "Needs your password", "Sign in", "win.sign-in");
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (named (fixture, "act")));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "account");
}

/* What takes less than a second shows nothing; then a cross stops it. */
static void
test_working (Fixture       *fixture,
              gconstpointer  user_data)
{
  PlnServerFacts facts = { .n_accounts = 1, .synced = fixture->synced };
  const char *words = NULL;

  pln_server_state_set (fixture->state, &facts);
  facts.is_working = TRUE;
  facts.n_done = 312;
  facts.n_total = 1208;
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "emblem-ok-symbolic", "Synced 2 minutes ago", "Sync now", "win.sync");

  do
    {
      g_main_context_iteration (NULL, TRUE);
      words = gtk_label_get_label (GTK_LABEL (named (fixture, "sentence")));
    }
  while (!g_str_has_prefix (words, "Receiving"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (named (fixture, "act"))), ==, "win.stop-sync");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (named (fixture, "act")), ==, "Stop");

  facts.is_working = FALSE;
  pln_server_state_set (fixture->state, &facts);
  expect (fixture, "emblem-ok-symbolic", "Synced 2 minutes ago", "Sync now", "win.sync");
}

/* What is done on this computer comes first, and then the state again. */
static void
test_local_work (Fixture       *fixture,
                 gconstpointer  user_data)
{
  PlnServerFacts facts = { .n_accounts = 1, .synced = fixture->synced };

  pln_server_state_set (fixture->state, &facts);
  pln_state_line_set_work (fixture->line, "Reading 10,000 events…", 0.5, NULL);
  while (!gtk_widget_get_visible (named (fixture, "progress")))
    g_main_context_iteration (NULL, TRUE);
  expect (fixture, "pln-sync-symbolic", "Reading 10,000 events…", NULL, NULL);
  pln_state_line_set_work (fixture->line, NULL, -1, NULL);
  expect (fixture, "emblem-ok-symbolic", "Synced 2 minutes ago", "Sync now", "win.sync");
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);

  g_test_add ("/state-line/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/state-line/working", Fixture, NULL, set_up, test_working, tear_down);
  g_test_add ("/state-line/local-work", Fixture, NULL, set_up, test_local_work, tear_down);

  return g_test_run ();
}
