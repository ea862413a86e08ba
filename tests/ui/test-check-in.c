/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-check-in-card.h"
#include "pln-check-in-page.h"
#include "pln-clock.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnWishList    *wishes;
  PlnGathering   *gathering;
  PlnCheckInPage *page;
  GtkWindow      *window;
  GtkWidget      *entry;
} Fixture;

static void
add (PlnGathering *gathering,
     const char   *id,
     const char   *name,
     const char   *organisation)
{
  g_autoptr(PlnAttendee) attendee = pln_attendee_new (id);

  pln_attendee_set_name (attendee, name);
  pln_attendee_set_organisation (attendee, organisation);
  pln_attendee_set_answer (attendee, PLN_ANSWER_ACCEPTED);
  pln_gathering_add_attendee (gathering, attendee);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->wishes = pln_wish_list_new ();
  fixture->gathering = pln_gathering_new ("day");
  add (fixture->gathering, "person000001", "Cosima Larkspur", "Marlow Borough Libraries");
  add (fixture->gathering, "person000002", "Ada Fennimore", "Northmere University");
  add (fixture->gathering, "person000003", "Ada Fennimore", "Tarnside University");
  add (fixture->gathering, "person000004", "Adam Oakes", "");
  pln_gathering_set_loaded (fixture->gathering, TRUE);
  fixture->page = PLN_CHECK_IN_PAGE (pln_check_in_page_new ());
  fixture->window = pln_ui_test_show (GTK_WIDGET (fixture->page), fixture->wishes);
  pln_check_in_page_set_gathering (fixture->page, fixture->gathering);
  pln_ui_test_settle ();
  fixture->entry = pln_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_ENTRY);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->page);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static void
enter (Fixture    *fixture,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  g_signal_emit_by_name (fixture->entry, "activate");
  pln_ui_test_settle ();
}

/* The field looks at keys before its text does. */
static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->entry);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_taken);
    }

  return is_taken;
}

static void
expect (Fixture    *fixture,
        const char *text)
{
  GtkWidget *label = pln_ui_test_find_text (GTK_WIDGET (fixture->page), text);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
}

static void
expect_wishes (Fixture    *fixture,
               const char *wishes)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, wishes);
}

static void
arrive (Fixture    *fixture,
        const char *id)
{
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 19, 8, 55, 0);

  pln_attendee_set_presence (pln_gathering_find_attendee (fixture->gathering, id), PLN_PRESENCE_HERE, at, NULL);
}

/* A name and Enter: the person is here, the field is empty and has the focus. */
static void
test_welcome (Fixture       *fixture,
              gconstpointer  user_data)
{
  enter (fixture, "lark cos");
  expect_wishes (fixture, "set-presence here person000001\n");
  expect (fixture, "Welcome");
  expect (fixture, "Marlow Borough Libraries");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), fixture->entry));
}

static void
test_already (Fixture       *fixture,
              gconstpointer  user_data)
{
  arrive (fixture, "person000001");
  enter (fixture, "person000001"); /* as a scanner does it */
  expect_wishes (fixture, "");
  expect (fixture, "Check out");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "check-in.out", NULL);
  expect_wishes (fixture, "set-presence left person000001\n");
  expect (fixture, "Checked out");
}

/* Two are called the same: their organisations tell them apart. */
static void
test_doubles (Fixture       *fixture,
              gconstpointer  user_data)
{
  enter (fixture, "ada fennimore");
  expect_wishes (fixture, "");
  expect (fixture, "2 people are called Ada Fennimore. Choose one.");
  expect (fixture, "Tarnside University");
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_signal_emit_by_name (fixture->entry, "activate");
  expect_wishes (fixture, "set-presence here person000003\n");
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  user_data)
{
  enter (fixture, "rufus oak");
  expect_wishes (fixture, "");
  expect (fixture, "Not on the list");
  expect (fixture, "Nobody is called so. Nearest: Adam Oakes");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  expect_wishes (fixture, "walk-in rufus oak\n");
  expect (fixture, "Welcome, added at the door");
}

/* Ctrl+Z takes back the last ten, the last first. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  user_data)
{
  enter (fixture, "cosima");
  arrive (fixture, "person000001");
  enter (fixture, "adam");
  arrive (fixture, "person000004");
  g_free (pln_wish_list_take (fixture->wishes));
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  expect_wishes (fixture, "set-presence none person000004\n");
  expect (fixture, "Taken back");
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  expect_wishes (fixture, "set-presence none person000001\n");
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  expect_wishes (fixture, "");
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  user_data)
{
  expect (fixture, "4 not here");
  arrive (fixture, "person000001");
  pln_ui_test_settle ();
  expect (fixture, "3 not here");
  expect (fixture, "1 here");
}

/* No entry may keep a queue waiting, whoever is in it. */
static void
test_fast (void)
{
  Fixture fixture = { 0 };
  gint64 before;
  GtkWidget *page;

  set_up (&fixture, NULL);
  page = GTK_WIDGET (fixture.page);
  g_object_unref (fixture.gathering);
  fixture.gathering = pln_ui_people_new (10000, FALSE);
  pln_gathering_set_loaded (fixture.gathering, TRUE);
  pln_check_in_page_set_gathering (PLN_CHECK_IN_PAGE (page), fixture.gathering);
  pln_ui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (fixture.entry), "a"); /* what a search looks at is made now */
  before = g_get_monotonic_time ();
  enter (&fixture, "ada d");
  g_test_minimized_result ((double) (g_get_monotonic_time () - before) / 1000, "an entry among 10,000, ms");
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/ui/check-in/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("welcome", test_welcome);
  ADD ("already", test_already);
  ADD ("doubles", test_doubles);
  ADD ("unknown", test_unknown);
  ADD ("undo", test_undo);
  ADD ("counts", test_counts);
#undef ADD
  g_test_add_func ("/ui/check-in/fast", test_fast);

  return g_test_run ();
}
