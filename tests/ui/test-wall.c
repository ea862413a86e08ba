/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-window-private.h"

#include "pln-clock.h"
#include "pln-ui-people.h"
#include "pln-ui-rounds.h"
#include "pln-ui-test.h"
#include "pln-wall-card.h"

typedef struct
{
  PlnGathering  *gathering;
  PlnWallWindow *wall;
} Fixture;

static void
set_up_many (Fixture *fixture,
             guint    n_people)
{
  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->gathering = pln_ui_people_new (n_people, FALSE);
  pln_ui_rounds_add (fixture->gathering, 3, 6);
  pln_gathering_set_loaded (fixture->gathering, TRUE);
  fixture->wall = pln_wall_window_new (fixture->gathering);
  gtk_window_present (GTK_WINDOW (fixture->wall));
  pln_ui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  set_up_many (fixture, GPOINTER_TO_UINT (user_data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (GTK_WINDOW (fixture->wall), fixture->wall->board);
  g_object_unref (fixture->gathering);
}

static gboolean
press (Fixture *fixture,
       guint    key)
{
  return pln_wall_window_key (fixture->wall, key, 0, 0);
}

static GtkEditable *
field (Fixture *fixture)
{
  return GTK_EDITABLE (fixture->wall->entry);
}

static PlnAttendee *
first_placed (Fixture *fixture)
{
  g_autoptr(PlnGroup) group = g_list_model_get_item (pln_round_get_groups (fixture->wall->round), 0);
  const PlnPlace *place = g_ptr_array_index (pln_group_get_places (group), 0);

  return pln_gathering_find_attendee (fixture->gathering, place->person);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnAttendee *attendee = first_placed (fixture);

  gtk_editable_set_text (field (fixture), pln_attendee_get_name (attendee));
  g_assert_cmpstr (gtk_label_get_text (fixture->wall->n_found), !=, "Nobody found");
  gtk_editable_set_text (field (fixture), "nobody is called so");
  g_assert_cmpstr (gtk_label_get_text (fixture->wall->n_found), ==, "Nobody found");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (field (fixture)), ==, "");
  g_assert_cmpstr (gtk_label_get_text (fixture->wall->n_found), ==, "");
}

/* Nothing on the wall says more of people than their names. */
static void
test_nothing_private (Fixture       *fixture,
                      gconstpointer  user_data)
{
  PlnAttendee *attendee = first_placed (fixture);
  GtkWidget *card = pln_ui_test_find (GTK_WIDGET (fixture->wall), PLN_TYPE_WALL_CARD);

  g_assert_nonnull (card);
  g_assert_null (pln_ui_test_find_text (GTK_WIDGET (fixture->wall), pln_attendee_get_email (attendee)));
  g_assert_false (gtk_toggle_button_get_active (fixture->wall->in_full));
}

static void
test_rounds (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnRound *first = fixture->wall->round;

  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_true (fixture->wall->round != first);
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_true (fixture->wall->round == first);
}

/* A minute more, a pause: both move the end, nothing in the library. */
static void
test_countdown (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_assert_true (press (fixture, GDK_KEY_plus));
  g_assert_cmpint (fixture->wall->shift, ==, 60);
  g_assert_true (press (fixture, GDK_KEY_minus));
  g_assert_cmpint (fixture->wall->shift, ==, 0);
  g_assert_true (press (fixture, GDK_KEY_space));
  g_assert_cmpint (fixture->wall->paused_at, ==, PLN_UI_TEST_NOW);
  pln_clock_set (PLN_UI_TEST_NOW + 90);
  g_assert_true (press (fixture, GDK_KEY_space));
  g_assert_cmpint (fixture->wall->paused_at, ==, 0);
  g_assert_cmpint (fixture->wall->shift, ==, 90);
}

static const char *
shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->wall->stack);
}

static void
test_black (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_assert_true (press (fixture, GDK_KEY_b));
  g_assert_cmpstr (shown (fixture), ==, "black");
  g_assert_true (press (fixture, GDK_KEY_Shift_L));
  g_assert_cmpstr (shown (fixture), ==, "black");
  g_assert_true (press (fixture, GDK_KEY_e)); /* Bertrand */
  g_assert_cmpstr (shown (fixture), ==, "wall");
  g_assert_cmpstr (gtk_editable_get_text (field (fixture)), ==, "be");
  g_assert_false (press (fixture, GDK_KEY_space)); /* for the field now */
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_assert_cmpuint (pln_wall_board_get_n_pages (fixture->wall->board), >, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->wall->page)));
}

/* The board follows what is done elsewhere, and an empty gathering says so. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *uid = g_strdup (pln_round_get_uid (fixture->wall->round));

  pln_gathering_remove_round (fixture->gathering, uid);
  pln_ui_test_settle ();
  g_assert_nonnull (fixture->wall->round);
  g_assert_cmpstr (pln_round_get_uid (fixture->wall->round), !=, uid);
  while (fixture->wall->round != NULL)
    {
      g_autofree char *next = g_strdup (pln_round_get_uid (fixture->wall->round));

      pln_gathering_remove_round (fixture->gathering, next);
    }
  g_assert_cmpstr (gtk_label_get_text (fixture->wall->title), ==, "No rounds yet");
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, people, function) \
  g_test_add ("/ui/wall/" path, Fixture, GUINT_TO_POINTER (people), set_up, function, tear_down)
  ADD ("find", 72, test_find);
  ADD ("private", 72, test_nothing_private);
  ADD ("rounds", 72, test_rounds);
  ADD ("countdown", 72, test_countdown);
  ADD ("black", 72, test_black);
  ADD ("pages", 300, test_pages);
  ADD ("follows", 72, test_follows);
#undef ADD

  return g_test_run ();
}
