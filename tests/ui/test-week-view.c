/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-chip.h"
#include "pln-clock.h"
#include "pln-create-popover.h"
#include "pln-time-grid-private.h"
#include "pln-ui-test.h"
#include "pln-ui-week.h"
#include "pln-week-view-private.h"
#include "pln-when.h"

typedef struct
{
  PlnWishList *wishes;
  PlnWeekView *view;
  GtkWindow   *window;
} Fixture;

static void
settle (Fixture *fixture)
{
  do
    {
      pln_ui_test_settle ();
      if (gtk_widget_get_width (GTK_WIDGET (fixture->view->grid)) == 0 || fixture->view->grid->laid_out_for < 0
          || fixture->view->update_id != 0)
        g_main_context_iteration (NULL, TRUE);
      else
        break;
    }
  while (TRUE);
}

static void
show (Fixture   *fixture,
      GPtrArray *occurrences, /* (transfer full) */
      int        width)
{
  fixture->wishes = pln_wish_list_new ();
  fixture->wishes->occurrences = occurrences;
  fixture->view = PLN_WEEK_VIEW (pln_week_view_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  pln_wishes_offer (fixture->window, PLN_WISHES (fixture->wishes));
  gtk_window_set_default_size (fixture->window, width, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  settle (fixture);
}

static void
show_some (Fixture       *fixture,
           PlnOccurrence *occurrence) /* (transfer full) */
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (occurrences, occurrence);
  show (fixture, occurrences, 1000);
}

static void
go_to (Fixture *fixture,
       int      day,
       int      month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, 2011);
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (fixture->view), &date);
  settle (fixture);
}

static void
end (Fixture *fixture)
{
  pln_ui_test_end (fixture->window, fixture->view);
  g_object_unref (fixture->wishes);
}

static PlnTimeSpot *
spot_of (Fixture    *fixture,
         const char *title,
         int         piece)
{
  g_autofree char *key = g_strdup_printf ("%s\n\n%d", title, piece);
  PlnTimeSpot *spot = pln_time_grid_spot_of_key (fixture->view->grid, key);

  g_assert_nonnull (spot);
  pln_time_grid_reveal (fixture->view->grid, spot);

  return spot;
}

static double
x_of (Fixture *fixture,
      guint    column)
{
  int x, width;

  pln_time_grid_get_column_area (fixture->view->grid, column, &x, &width);

  return x + width / 2.0;
}

static double
y_of (Fixture *fixture,
      double   hours)
{
  return pln_time_grid_place_to_y (fixture->view->grid, hours * 60);
}

static void
drag (Fixture *fixture,
      double   x,
      double   y,
      double   to_x,
      double   to_y)
{
  GtkGesture *gesture = fixture->view->grid->drag_gesture;

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", to_x - x, to_y - y);
  g_signal_emit_by_name (gesture, "drag-end", to_x - x, to_y - y);
  pln_ui_test_settle ();
}

static void
assert_wished (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *wished = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (wished, ==, expected);
}

/* When the last thing wished for begins and ends, on the clock of its zone. */
static void
assert_times (Fixture    *fixture,
              const char *expected)
{
  PlnOccurrence *after = PLN_OCCURRENCE (fixture->wishes->after);
  g_autofree char *start = g_date_time_format (pln_occurrence_get_start (after), "%d %H:%M");
  g_autofree char *until = g_date_time_format (pln_occurrence_get_end (after), "%d %H:%M");
  g_autofree char *times = g_strdup_printf ("%s to %s", start, until);

  g_assert_cmpstr (times, ==, expected);
}

/* Nothing but the times differs, and the times of before bring it back. */
static void
assert_comes_back (Fixture *fixture)
{
  PlnOccurrence *before = PLN_OCCURRENCE (fixture->wishes->before);
  PlnOccurrence *after = PLN_OCCURRENCE (fixture->wishes->after);
  g_autoptr(PlnOccurrence) back = pln_occurrence_new_moved (after, pln_occurrence_get_start (before),
                                                            pln_occurrence_get_end (before));

  g_assert_true (pln_occurrence_equal (back, before));
  g_assert_false (pln_occurrence_equal (after, before));
}

static void
test_period (void)
{
  Fixture fixture;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autofree char *other = NULL;

  show (&fixture, pln_ui_week_new (), 1000);
  title = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (fixture.view), &note);
  g_assert_cmpstr (title, ==, "18–24 July 2011");
  g_assert_cmpstr (note, ==, "week 29");

  pln_calendar_view_step (PLN_CALENDAR_VIEW (fixture.view), 1);
  other = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (fixture.view), NULL);
  g_assert_cmpstr (other, ==, "25–31 July 2011");
  end (&fixture);
}

static void
test_days_by_width (void)
{
  static const struct { int width; guint n_days; } rows[] = { { 1000, 7 }, { 700, 3 }, { 360, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      show (&fixture, pln_ui_week_new (), rows[i].width);
      g_assert_cmpuint (pln_time_grid_get_n_columns (fixture.view->grid), ==, rows[i].n_days);
      end (&fixture);
    }
}

static void
test_what_stands_where (void)
{
  Fixture fixture;
  PlnTimeSpot *spot;

  show (&fixture, pln_ui_week_new (), 1000);
  g_assert_cmpuint (spot_of (&fixture, "Closing", 0)->column, ==, 1);
  g_assert_nonnull (pln_time_grid_find (fixture.view->grid, "CPD23 meet-up\n\n0")); /* a gathering without a programme */
  g_assert_null (pln_time_grid_find (fixture.view->grid, "LIS DREaM launch conference\n\n0"));
  g_assert_nonnull (pln_ui_test_find (GTK_WIDGET (fixture.view->head), PLN_TYPE_CHIP));

  spot = spot_of (&fixture, "Maps", 0);
  g_assert_cmpuint (spot->items->len, ==, 4);
  g_assert_cmpstr (pln_chip_get_title (PLN_CHIP (spot->chip)), ==, "4 at once");
  g_assert_true (g_str_has_prefix (pln_chip_get_words (PLN_CHIP (spot->chip)), "4 at once, 11:30 to 12:30: "));
  g_assert_cmpstr (pln_chip_get_title (PLN_CHIP (spot_of (&fixture, "Networking", 0)->chip)), ==, "3 breakouts");
  g_assert_cmpstr (pln_chip_get_words (PLN_CHIP (spot_of (&fixture, "Closing", 0)->chip)), ==,
                   "Closing, 16:15 to 17:00, Auditorium");
  end (&fixture);
}

/* Whatever there is, no chip lies on another. */
static void
test_no_chips_overlap (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (18);

  for (int round = 0; round < 5; round++)
    {
      GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
      Fixture fixture;
      GPtrArray *spots;
      guint n_items = 0;

      for (int i = 0; i < 300; i++)
        {
          int minute = g_rand_int_range (random, 0, 1380), length = g_rand_int_range (random, 0, 60);
          int day = g_rand_int_range (random, 18, 25);
          g_autofree char *title = g_strdup_printf ("%d", i);
          g_autofree char *start = g_strdup_printf ("2011-07-%02dT%02d:%02d", day, minute / 60, minute % 60);
          g_autofree char *until = g_strdup_printf ("2011-07-%02dT%02d:%02d", day, (minute + length) / 60, (minute + length) % 60);

          g_ptr_array_add (occurrences, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, title, start, until, "", "teal"));
        }
      show (&fixture, occurrences, 500 + 200 * round);
      spots = fixture.view->grid->spots;
      for (guint i = 0; i < spots->len; i++)
        {
          PlnTimeSpot *a = spots->pdata[i];

          n_items += a->items->len;
          for (guint k = i + 1; k < spots->len; k++)
            g_assert_false (gdk_rectangle_intersect (&a->area, &((PlnTimeSpot *) spots->pdata[k])->area, NULL));
        }
      g_assert_cmpuint (n_items, ==, fixture.view->grid->items->len);
      end (&fixture);
    }
}

static void
test_move (void)
{
  Fixture fixture;

  show (&fixture, pln_ui_week_new (), 1000);
  drag (&fixture, x_of (&fixture, 3), y_of (&fixture, 12.4), x_of (&fixture, 4), y_of (&fixture, 14.4));
  assert_wished (&fixture, "save-occurrence Thank-yous this\n");
  assert_times (&fixture, "22 14:00 to 22 14:45");
  assert_comes_back (&fixture);
  end (&fixture);
}

static void
test_resize (void)
{
  Fixture fixture;
  PlnTimeSpot *spot;

  show (&fixture, pln_ui_week_new (), 1000);
  spot = spot_of (&fixture, "Closing", 0);
  drag (&fixture, x_of (&fixture, 1), spot->area.y + spot->area.height - 1, x_of (&fixture, 1), y_of (&fixture, 18.3));
  assert_wished (&fixture, "save-occurrence Closing this\n");
  assert_times (&fixture, "19 16:15 to 19 18:15");
  assert_comes_back (&fixture);
  end (&fixture);
}

static void
test_keys (void)
{
  Fixture fixture;
  GtkWidget *chip;

  show (&fixture, pln_ui_week_new (), 1000);
  chip = spot_of (&fixture, "Thank-yous", 0)->chip;
  gtk_widget_grab_focus (chip);
  pln_ui_test_key (chip, GDK_KEY_Down, GDK_ALT_MASK);
  assert_times (&fixture, "21 12:15 to 21 13:00");
  assert_comes_back (&fixture);
  pln_ui_test_key (chip, GDK_KEY_Left, GDK_ALT_MASK);
  assert_times (&fixture, "20 12:00 to 20 12:45");
  assert_comes_back (&fixture);
  pln_ui_test_key (chip, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK);
  assert_times (&fixture, "21 12:00 to 21 12:30");
  assert_comes_back (&fixture);
  g_free (pln_wish_list_take (fixture.wishes));

  pln_ui_test_key (chip, GDK_KEY_Delete, 0);
  assert_wished (&fixture, "delete-occurrence Thank-yous this\n");
  g_signal_emit_by_name (chip, "activate");
  assert_wished (&fixture, "edit-occurrence Thank-yous\n");
  end (&fixture);
}

/* The whole of it moves, whichever of its pieces is taken. */
static void
test_across_midnight (void)
{
  Fixture fixture;

  show_some (&fixture, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, "Party", "2011-07-20T22:00", "2011-07-21T02:00", "Europe/London", "red"));
  g_assert_cmpuint (spot_of (&fixture, "Party", 0)->column, ==, 2);
  g_assert_cmpuint (spot_of (&fixture, "Party", 1)->column, ==, 3);
  drag (&fixture, x_of (&fixture, 3), y_of (&fixture, 1), x_of (&fixture, 4), y_of (&fixture, 2));
  assert_times (&fixture, "21 23:00 to 22 03:00");
  end (&fixture);
}

/* The clock here says where it stands; what it keeps is the time of its zone. */
static void
test_other_zone (void)
{
  Fixture fixture;
  PlnTimeSpot *spot;

  show_some (&fixture, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, "Call", "2011-07-20T09:00", "2011-07-20T10:00", "America/New_York", "red"));
  spot = spot_of (&fixture, "Call", 0);
  g_assert_cmpint (spot->area.y, ==, (int) y_of (&fixture, 14));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (spot->chip), "9:00–10:00, New York time"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (spot->chip), "14:00–15:00"));
  drag (&fixture, x_of (&fixture, 2), y_of (&fixture, 14.5), x_of (&fixture, 2), y_of (&fixture, 15.5));
  assert_times (&fixture, "20 10:00 to 20 11:00");
  g_assert_cmpstr (pln_occurrence_get_zone (PLN_OCCURRENCE (fixture.wishes->after)), ==, "America/New_York");
  end (&fixture);
}

/* 27 March 2011 has no 1:00 to 2:00. */
static void
test_short_day (void)
{
  Fixture fixture;

  show_some (&fixture, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, "Watch", "2011-03-26T00:30", "2011-03-26T02:30", "Europe/London", "red"));
  go_to (&fixture, 26, 3);
  drag (&fixture, x_of (&fixture, 5), y_of (&fixture, 1.5), x_of (&fixture, 6), y_of (&fixture, 1.5));
  assert_times (&fixture, "27 00:30 to 27 03:30"); /* two hours */
  assert_comes_back (&fixture);
  end (&fixture);
}

/* 30 October 2011 has 1:00 to 2:00 twice. */
static void
test_long_day (void)
{
  Fixture fixture;

  show_some (&fixture, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, "Watch", "2011-10-29T10:00", "2011-10-29T11:00", "Europe/London", "red"));
  go_to (&fixture, 29, 10);
  g_assert_cmpfloat (pln_day_axis_get_end (fixture.view->grid->axis), ==, 25 * 60);
  /* On the line it is an hour further down, as there is one more above it. */
  drag (&fixture, x_of (&fixture, 5), y_of (&fixture, 11.5), x_of (&fixture, 6), y_of (&fixture, 11.5));
  assert_times (&fixture, "30 10:00 to 30 11:00");
  assert_comes_back (&fixture);
  end (&fixture);
}

static void
test_create (void)
{
  Fixture fixture;
  GtkWidget *popover, *entry;

  show (&fixture, pln_ui_week_new (), 1000);
  drag (&fixture, x_of (&fixture, 3), y_of (&fixture, 15.1), x_of (&fixture, 3), y_of (&fixture, 16.5));
  popover = fixture.view->popover;
  g_assert_nonnull (pln_ui_test_find_text (fixture.view->grid->ghost, "New entry"));
  g_assert_true (PLN_IS_CREATE_POPOVER (popover));
  entry = pln_ui_test_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Fire drill");
  g_signal_emit_by_name (entry, "activate");
  pln_ui_test_settle ();
  assert_wished (&fixture, "new-occurrence Fire drill this\n");
  assert_times (&fixture, "21 15:00 to 21 16:30");
  g_assert_null (fixture.wishes->before);
  g_assert_null (fixture.view->popover);
  g_assert_false (gtk_widget_get_visible (fixture.view->grid->ghost));
  end (&fixture);
}

/* Its form begins with what was drawn and typed. */
static void
test_more (void)
{
  Fixture fixture;
  GtkWidget *popover;

  show (&fixture, pln_ui_week_new (), 1000);
  drag (&fixture, x_of (&fixture, 3), y_of (&fixture, 15.1), x_of (&fixture, 3), y_of (&fixture, 16.5));
  popover = fixture.view->popover;
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find (popover, GTK_TYPE_ENTRY)), "Fire drill");
  g_signal_emit_by_name (gtk_widget_get_ancestor (pln_ui_test_find_text (popover, "More…"), GTK_TYPE_BUTTON), "clicked");
  pln_ui_test_settle ();
  assert_wished (&fixture, "edit-occurrence Fire drill\n");
  g_assert_null (fixture.view->popover);
  end (&fixture);
}

/* Esc leaves nothing behind. */
static void
test_never_mind (void)
{
  Fixture fixture;

  show (&fixture, pln_ui_week_new (), 1000);
  drag (&fixture, x_of (&fixture, 3), y_of (&fixture, 15.1), x_of (&fixture, 3), y_of (&fixture, 16.5));
  gtk_popover_popdown (GTK_POPOVER (fixture.view->popover));
  pln_ui_test_settle ();
  assert_wished (&fixture, "");
  g_assert_null (fixture.view->popover);
  g_assert_false (gtk_widget_get_visible (fixture.view->grid->ghost));
  end (&fixture);
}

/* Where the chosen gathering takes place a session is what is wanted. */
static void
test_create_session (void)
{
  Fixture fixture;
  g_autoptr(GListStore) gatherings = pln_ui_test_gatherings ();
  g_autoptr(PlnGathering) gathering = g_list_model_get_item (G_LIST_MODEL (gatherings), 2);
  GtkWidget *entry;

  show (&fixture, pln_ui_week_new (), 1000);
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (fixture.view), gathering);
  pln_time_grid_set_slot (fixture.view->grid, 1, PLN_UI_TEST_NOW + 4 * 3600);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view->grid));
  pln_ui_test_key (fixture.view->grid->slot, GDK_KEY_Return, GDK_CONTROL_MASK);
  entry = pln_time_ghost_get_entry (PLN_TIME_GHOST (fixture.view->grid->ghost));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Late talk");
  pln_ui_test_key (entry, GDK_KEY_Return, 0);
  assert_wished (&fixture, "new-occurrence Late talk this\n");
  g_assert_cmpint (pln_occurrence_get_kind (PLN_OCCURRENCE (fixture.wishes->after)), ==, PLN_OCCURRENCE_KIND_SESSION);
  g_assert_cmpstr (pln_occurrence_get_gathering (PLN_OCCURRENCE (fixture.wishes->after)), ==, pln_gathering_get_uid (gathering));
  end (&fixture);
}

static void
test_select (void)
{
  Fixture fixture;
  PlnTimeSpot *spot;

  show (&fixture, pln_ui_week_new (), 1000);
  spot = spot_of (&fixture, "Thank-yous", 0);
  gtk_widget_grab_focus (spot->chip);
  pln_ui_test_key (spot->chip, GDK_KEY_space, 0);
  g_assert_cmpstr (pln_occurrence_get_title (fixture.view->selected), ==, "Thank-yous");
  g_assert_true (pln_chip_get_selected (PLN_CHIP (spot->chip)));
  end (&fixture);
}

static void
test_all_day_keys (void)
{
  Fixture fixture;
  GtkWidget *chip;

  show (&fixture, pln_ui_week_new (), 1000);
  chip = pln_ui_test_find (GTK_WIDGET (fixture.view->head), PLN_TYPE_CHIP);
  g_assert_cmpstr (pln_chip_get_title (PLN_CHIP (chip)), ==, "cpd23 Thing 6: online networks");
  gtk_widget_grab_focus (chip);
  pln_ui_test_key (chip, GDK_KEY_Right, GDK_ALT_MASK);
  assert_wished (&fixture, "save-occurrence cpd23 Thing 6: online networks this\n");
  assert_times (&fixture, "19 00:00 to 24 00:00");
  end (&fixture);
}

static void
test_many_all_day (void)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  Fixture fixture;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Thing %d", i);

      g_ptr_array_add (occurrences, pln_ui_week_make (PLN_OCCURRENCE_KIND_EVENT, title, "2011-07-20", "2011-07-21", "", "teal"));
    }
  show (&fixture, occurrences, 1000);
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture.view->head), "+3"));
  end (&fixture);
}

static void
test_walk (void)
{
  Fixture fixture;

  show (&fixture, pln_ui_week_new (), 1000);
  g_assert_cmpuint (pln_ui_test_walk (GTK_WIDGET (fixture.view)), ==, 7 + 3 + 1 + fixture.view->grid->spots->len);
  end (&fixture);
}

static void
test_empty (void)
{
  Fixture fixture;

  show (&fixture, g_ptr_array_new_with_free_func (g_object_unref), 1000);
  g_assert_true (gtk_widget_get_visible (fixture.view->nothing));
  g_assert_cmpstr (gtk_label_get_text (fixture.view->nothing_label), ==, "Nothing in 18–24 July 2011");
  end (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);

  g_test_add_func ("/week-view/period", test_period);
  g_test_add_func ("/week-view/days-by-width", test_days_by_width);
  g_test_add_func ("/week-view/what-stands-where", test_what_stands_where);
  g_test_add_func ("/week-view/no-chips-overlap", test_no_chips_overlap);
  g_test_add_func ("/week-view/move", test_move);
  g_test_add_func ("/week-view/resize", test_resize);
  g_test_add_func ("/week-view/keys", test_keys);
  g_test_add_func ("/week-view/across-midnight", test_across_midnight);
  g_test_add_func ("/week-view/other-zone", test_other_zone);
  g_test_add_func ("/week-view/short-day", test_short_day);
  g_test_add_func ("/week-view/long-day", test_long_day);
  g_test_add_func ("/week-view/create", test_create);
  g_test_add_func ("/week-view/more", test_more);
  g_test_add_func ("/week-view/never-mind", test_never_mind);
  g_test_add_func ("/week-view/create-session", test_create_session);
  g_test_add_func ("/week-view/select", test_select);
  g_test_add_func ("/week-view/all-day-keys", test_all_day_keys);
  g_test_add_func ("/week-view/many-all-day", test_many_all_day);
  g_test_add_func ("/week-view/walk", test_walk);
  g_test_add_func ("/week-view/empty", test_empty);

  return g_test_run ();
}
