/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-differences.h"
#include "pln-question-card.h"
#include "pln-question-side.h"
#include "pln-servers-page.h"
#include "pln-window.h"

typedef struct
{
  PlnWishList  *wishes;
  PlnUiServers *servers;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->wishes = pln_wish_list_new ();
  fixture->servers = &fixture->wishes->servers;
  fixture->page = pln_servers_page_new (PLN_WISHES (fixture->wishes));
  fixture->window = pln_ui_test_show (fixture->page, fixture->wishes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->page);
  g_object_unref (fixture->wishes);
}

static void
expect_wishes (Fixture    *fixture,
               const char *lines)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, lines);
}

static GtkWidget *
named (Fixture    *fixture,
       const char *id)
{
  GtkWidget *widget = pln_ui_test_find_named (fixture->page, id);

  g_assert_nonnull (widget);

  return widget;
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  GtkWidget *label;

  pln_ui_test_settle ();
  label = pln_ui_test_find_text (fixture->page, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
click (Fixture    *fixture,
       const char *text)
{
  g_assert_true (shows (fixture, text));
  g_signal_emit_by_name (gtk_widget_get_ancestor (pln_ui_test_find_text (fixture->page, text), GTK_TYPE_BUTTON), "clicked");
  pln_ui_test_settle ();
}

/* Both texts side by side; one's own is preselected, and the button says what is kept. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  user_data)
{
  GtkWidget *card = named (fixture, "question");

  g_assert_false (gtk_widget_get_mapped (card));
  pln_ui_servers_ask (fixture->servers, 1, TRUE);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_true (shows (fixture, "Two people changed the same text"));
  g_assert_true (shows (fixture, "Kit Dunnock, 13:52"));
  g_assert_true (pln_question_side_get_chosen (PLN_QUESTION_SIDE (named (fixture, "mine"))));
  g_assert_true (shows (fixture, "Keep mine"));
  g_assert_false (shows (fixture, "Keep mine for all"));
  g_assert_false (shows (fixture, "1 of 1"));

  pln_question_side_choose (PLN_QUESTION_SIDE (named (fixture, "theirs")));
  click (fixture, "Keep theirs");
  expect_wishes (fixture, "solve-questions 1 theirs\n");
  g_assert_false (gtk_widget_get_mapped (card));

  pln_ui_servers_ask (fixture->servers, 2, TRUE);
  click (fixture, "Keep both");
  expect_wishes (fixture, "solve-questions 1 both\n");
  pln_ui_servers_ask (fixture->servers, 3, FALSE);
  g_assert_false (shows (fixture, "Keep both"));
}

/* Several are gone through, or answered at once; the one that is read stays. */
static void
test_several (Fixture       *fixture,
              gconstpointer  user_data)
{
  for (guint i = 1; i <= 3; i++)
    pln_ui_servers_ask (fixture->servers, i, TRUE);
  g_assert_true (shows (fixture, "1 of 3"));
  gtk_widget_activate_action (named (fixture, "question"), "question.step", "i", 1);
  g_assert_true (shows (fixture, "2 of 3"));
  g_list_store_remove (fixture->servers->questions, 0);
  g_assert_true (shows (fixture, "1 of 2"));
  click (fixture, "Keep mine");
  g_assert_cmpstr (pln_question_get_id (g_ptr_array_index (fixture->servers->solved, 0)), ==, "2");
  g_free (pln_wish_list_take (fixture->wishes));

  pln_ui_servers_ask (fixture->servers, 4, TRUE);
  click (fixture, "Keep mine for all");
  expect_wishes (fixture, "solve-questions 2 mine\n");
}

/* Many deletions are not followed before somebody said so; they are no part of “for all”. */
static void
test_deletions (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(PlnQuestion) question = pln_question_new (&(PlnQuestionFacts) {
    .id = "deletions:cpd23", .calendar = "cpd23", .title = "CPD23", .n_deleted = 412 });

  g_list_store_append (fixture->servers->questions, question);
  g_assert_true (shows (fixture, "412 entries of “CPD23” are gone on the server"));
  g_assert_false (gtk_widget_get_mapped (named (fixture, "sides")));
  click (fixture, "Delete 412 here too");
  expect_wishes (fixture, "solve-questions 1 theirs\n");

  g_list_store_append (fixture->servers->questions, question);
  click (fixture, "Keep all, put them back");
  expect_wishes (fixture, "solve-questions 1 mine\n");
}

static void
test_accounts (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr(PlnAccount) account = pln_ui_servers_account ();
  g_autoptr(PlnRemoteCalendar) rota = g_list_model_get_item (pln_account_get_calendars (account), 3);
  GtkWidget *calendars = named (fixture, "calendars");

  g_assert_true (shows (fixture, "Add an account…"));
  pln_remote_calendar_set_calendar (rota, "rota");
  g_list_store_append (fixture->servers->accounts, account);
  g_assert_true (shows (fixture, "DREaM committee"));
  g_assert_true (shows (fixture, "Events, notes and actions"));
  g_assert_true (shows (fixture, "You may read it, not change it"));
  g_assert_false (shows (fixture, "Sign in"));

  pln_account_set_problem (account, PLN_ACCOUNT_NEEDS_PASSWORD, NULL);
  g_assert_true (shows (fixture, "Sign in"));
  gtk_widget_activate_action (calendars, "servers.stop", "(ss)", "account", "rota");
  expect_wishes (fixture, "stop-calendar Staff rota\n");
  g_list_store_remove (fixture->servers->accounts, 0);
  g_assert_false (shows (fixture, "DREaM committee"));
}

static void
test_happenings (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr(GDateTime) today = g_date_time_new_from_unix_utc (PLN_UI_TEST_NOW - 60);
  g_autoptr(PlnHappening) happening = pln_happening_new (today, "synced", "3 changes sent, 5 received", "DREaM <committee>");

  g_assert_true (shows (fixture, "Nothing yet"));
  g_list_store_append (fixture->servers->happenings, happening);
  g_assert_true (shows (fixture, "3 changes sent, 5 received"));
  g_assert_true (shows (fixture, "DREaM <committee>"));
}

/* The page takes the place of the views, and gives it back. */
static void
test_window (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GListStore) gatherings = pln_ui_test_gatherings ();
  PlnWindow *window = pln_window_new (NULL, PLN_WISHES (wishes));
  GtkWidget *page;
  GtkWidget *views = pln_ui_test_find_named (GTK_WIDGET (window), "views");

  pln_window_set_gatherings (window, G_LIST_MODEL (gatherings));
  pln_window_set_ready (window);
  gtk_window_present (GTK_WINDOW (window));
  pln_ui_servers_ask (&wishes->servers, 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.servers", NULL);
  pln_ui_test_settle ();
  page = pln_ui_test_find (GTK_WIDGET (window), PLN_TYPE_SERVERS_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_get_mapped (views));
  g_assert_cmpuint (pln_ui_test_walk (page), >=, 7); /* back, sync, both sides, two buttons, add */
  pln_servers_page_enter (PLN_SERVERS_PAGE (page));
  g_assert_true (pln_ui_test_key (page, GDK_KEY_Escape, 0));
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (views));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.question", "s", "networking");
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (page));
  g_free (pln_wish_list_take (wishes));
  g_assert_true (pln_ui_test_key (page, GDK_KEY_r, GDK_CONTROL_MASK));
  g_assert_cmpstr (wishes->text->str, ==, "sync-now\n");
  pln_window_set_gathering (window, NULL);
  pln_ui_test_end (GTK_WINDOW (window), window);
}

static void
check_marked (const char *one,
              const char *other,
              const char *in_one,
              const char *in_other)
{
  g_autoptr(GArray) a = NULL;
  g_autoptr(GArray) b = NULL;
  GArray *found[2];
  const char *texts[] = { one, other };
  const char *marked[] = { in_one, in_other };

  pln_differences_find (one, other, &a, &b);
  found[0] = a;
  found[1] = b;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GString) all = g_string_new (NULL);

      for (guint j = 0; j < found[i]->len; j++)
        {
          const PlnDifference *part = &g_array_index (found[i], PlnDifference, j);

          g_string_append_printf (all, "[%.*s]", (int) (part->end - part->start), texts[i] + part->start);
        }
      g_assert_cmpstr (all->str, ==, marked[i]);
    }
}

static void
test_differences (void)
{
  check_marked ("the funding ends, and who", "the project is over, and who", "[funding ends]", "[project is over]");
  check_marked ("", "all new", "", "[all new]");
  check_marked ("same", "same", "", "");
  check_marked ("Café noir", "Cafe noir", "[Café]", "[Cafe]");
  check_marked ("Room 2", "Room 3", "[2]", "[3]");
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/servers-page/differences", test_differences);
  g_test_add ("/servers-page/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/servers-page/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/servers-page/deletions", Fixture, NULL, set_up, test_deletions, tear_down);
  g_test_add ("/servers-page/accounts", Fixture, NULL, set_up, test_accounts, tear_down);
  g_test_add ("/servers-page/happenings", Fixture, NULL, set_up, test_happenings, tear_down);
  g_test_add_func ("/servers-page/window", test_window);

  return g_test_run ();
}
