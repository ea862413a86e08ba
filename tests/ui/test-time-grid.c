/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-time-grid-private.h"
#include "pln-time-scroller.h"
#include "pln-ui-test.h"
#include "pln-when.h"

typedef struct
{
  PlnTimeGrid *grid;
  GtkWindow   *window;
  GtkWidget   *scroller;
  GString     *said; /* what the grid announced, a line each */
} Fixture;

static gint64
at (const char *text)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (moment);
}

static char *
words_of (gint64 moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);

  return g_date_time_format (utc, "%d %H:%M");
}

static void
say (Fixture    *fixture,
     const char *what,
     const char *key,
     int         column,
     gint64      start,
     gint64      end)
{
  g_autofree char *from = words_of (start);
  g_autofree char *to = words_of (end);

  g_string_append_printf (fixture->said, "%s %s %d %s %s\n", what, key, column, from, to);
}

static void
create_cb (Fixture    *fixture,
           guint       column,
           gint64      start,
           gint64      end,
           const char *title)
{
  say (fixture, "create", title, (int) column, start, end);
}

static void
move_cb (Fixture     *fixture,
         PlnTimeItem *item,
         guint        column,
         gint64       start,
         gboolean     copy)
{
  say (fixture, copy ? "copy" : "move", pln_time_item_get_key (item), (int) column, start, start);
}

static void
resize_cb (Fixture     *fixture,
           PlnTimeItem *item,
           gint64       start,
           gint64       end)
{
  say (fixture, "resize", pln_time_item_get_key (item), -1, start, end);
}

static void
remove_cb (Fixture     *fixture,
           PlnTimeItem *item)
{
  g_string_append_printf (fixture->said, "remove %s\n", pln_time_item_get_key (item));
}

static char *
warn_cb (Fixture     *fixture,
         PlnTimeItem *item,
         guint        column,
         gint64       start,
         gint64       end)
{
  return column == 4 ? g_strdup ("Ivo Larch speaks elsewhere then") : NULL;
}

static void
face (PlnChip   *chip,
      GPtrArray *items,
      gpointer   user_data)
{
  PlnChipFace look = { .title = pln_time_item_get_key (items->pdata[0]), .colour = "blue" };

  pln_chip_set_face (chip, &look);
}

static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  g_assert_cmpstr (fixture->said->str, ==, expected);
  g_string_truncate (fixture->said, 0);
}

static void
add (GPtrArray  *items,
     const char *key,
     guint       column,
     guint       n_columns,
     const char *start,
     const char *end)
{
  g_ptr_array_add (items, pln_time_item_new (key, NULL, column, n_columns, at (start), at (end), FALSE));
}

static void
show_week (Fixture *fixture,
           int      day,
           int      month)
{
  static const char *const names[] = { "Mon", "Tue", "Wed", "Thursday 21 July", "Fri", "Sat", "Sun" };
  g_autoptr(GTimeZone) zone = pln_when_zone ("Europe/London");
  PlnTimeColumn columns[7];

  for (guint i = 0; i < 7; i++)
    {
      columns[i] = (PlnTimeColumn) { .name = names[i], .is_free = i > 4 };
      g_date_set_dmy (&columns[i].day, (GDateDay) day, (GDateMonth) month, 2011);
      g_date_add_days (&columns[i].day, i);
    }
  pln_time_grid_set_columns (fixture->grid, columns, 7, zone, 0, 1440);
}

static void
settle (Fixture *fixture)
{
  while (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) == 0 || fixture->grid->laid_out_for < 0)
    g_main_context_iteration (NULL, TRUE);
  pln_ui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->said = g_string_new (NULL);
  fixture->grid = PLN_TIME_GRID (pln_time_grid_new ());
  fixture->scroller = pln_time_scroller_new (fixture->grid);
  pln_time_grid_set_face (fixture->grid, face, NULL);
  show_week (fixture, 18, 7);
  add (items, "early", 1, 1, "2011-07-19T09:30:00+01:00", "2011-07-19T10:00:00+01:00");
  add (items, "keynote", 1, 1, "2011-07-19T10:00:00+01:00", "2011-07-19T11:15:00+01:00");
  add (items, "beside", 1, 1, "2011-07-19T10:30:00+01:00", "2011-07-19T12:00:00+01:00");
  add (items, "wide", 3, 3, "2011-07-21T12:00:00+01:00", "2011-07-21T13:00:00+01:00");
  pln_time_grid_set_items (fixture->grid, items);
  g_signal_connect_swapped (fixture->grid, "create", G_CALLBACK (create_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "move", G_CALLBACK (move_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "resize", G_CALLBACK (resize_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "remove", G_CALLBACK (remove_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "warn", G_CALLBACK (warn_cb), fixture);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 600);
  gtk_window_set_child (fixture->window, fixture->scroller);
  gtk_window_present (fixture->window);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pln_ui_test_end (fixture->window, fixture->grid);
  g_string_free (fixture->said, TRUE);
}

/* Presses at one place, and lets go at another, by what GTK makes of it. */
static void
begin_drag (Fixture *fixture,
            double   x,
            double   y)
{
  g_signal_emit_by_name (fixture->grid->drag_gesture, "drag-begin", x, y);
}

static void
drag_to (Fixture *fixture,
         double   x,
         double   y)
{
  PlnTimeDrag *drag = &fixture->grid->drag;

  g_signal_emit_by_name (fixture->grid->drag_gesture, "drag-update", x - drag->press_x, y - drag->press_y);
}

static void
end_drag (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->grid->drag_gesture, "drag-end", 0.0, 0.0);
  pln_ui_test_settle ();
}

static double
x_of (Fixture *fixture,
      guint    column)
{
  int x, width;

  pln_time_grid_get_column_area (fixture->grid, column, &x, &width);

  return x + width / 2.0;
}

static double
y_of (Fixture *fixture,
      double   hours)
{
  return pln_time_grid_place_to_y (fixture->grid, hours * 60);
}

static void
test_stand_beside (Fixture       *fixture,
                   gconstpointer  data)
{
  GPtrArray *spots = fixture->grid->spots;

  g_assert_cmpuint (spots->len, ==, 4);
  for (guint i = 0; i < spots->len; i++)
    for (guint k = i + 1; k < spots->len; k++)
      {
        PlnTimeSpot *a = spots->pdata[i], *b = spots->pdata[k];

        g_assert_false (gdk_rectangle_intersect (&a->area, &b->area, NULL));
      }

  g_assert_cmpuint (pln_time_grid_spot_of_key (fixture->grid, "early")->n_lanes, ==, 1);
  g_assert_cmpuint (pln_time_grid_spot_of_key (fixture->grid, "keynote")->n_lanes, ==, 2);
  g_assert_cmpuint (pln_time_grid_spot_of_key (fixture->grid, "wide")->n_columns, ==, 3);
}

/* Something in one of its columns takes that from what is wide. */
static void
test_wide_gives_way (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  PlnTimeSpot *spot;

  add (items, "break", 0, 7, "2011-07-18T12:00:00+01:00", "2011-07-18T13:00:00+01:00");
  add (items, "talk", 2, 1, "2011-07-20T12:30:00+01:00", "2011-07-20T13:30:00+01:00");
  pln_time_grid_set_items (fixture->grid, items);
  settle (fixture);
  spot = pln_time_grid_spot_of_key (fixture->grid, "break");
  g_assert_cmpuint (spot->column, ==, 3);
  g_assert_cmpuint (spot->n_columns, ==, 4);
}

static void
test_too_many_are_one (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("talk %u", i);

      add (items, key, 1, 1, "2011-07-19T11:30:00+01:00", "2011-07-19T12:30:00+01:00");
    }
  pln_time_grid_set_least_widths (fixture->grid, 0, 54);
  pln_time_grid_set_items (fixture->grid, items);
  settle (fixture);
  g_assert_cmpuint (fixture->grid->spots->len, ==, 1);
  g_assert_cmpuint (((PlnTimeSpot *) fixture->grid->spots->pdata[0])->items->len, ==, 4);
}

static void
test_drag_creates (Fixture       *fixture,
                   gconstpointer  data)
{
  GdkRectangle area;

  begin_drag (fixture, x_of (fixture, 3), y_of (fixture, 15.1));
  drag_to (fixture, x_of (fixture, 3), y_of (fixture, 16.45));
  g_assert_true (pln_time_grid_get_ghost_area (fixture->grid, &area));
  end_drag (fixture);
  assert_said (fixture, "create  3 21 14:00 21 15:30\n");

  g_assert_true (pln_time_grid_get_ghost_area (fixture->grid, &area)); /* waits for the title */
  g_assert_cmpint (area.y, ==, (int) y_of (fixture, 15));
  pln_time_grid_clear_ghost (fixture->grid);
  g_assert_false (pln_time_grid_get_ghost_area (fixture->grid, &area));
}

static void
test_drag_upwards (Fixture       *fixture,
                   gconstpointer  data)
{
  begin_drag (fixture, x_of (fixture, 0), y_of (fixture, 12.1));
  drag_to (fixture, x_of (fixture, 0), y_of (fixture, 11));
  end_drag (fixture);
  assert_said (fixture, "create  0 18 10:00 18 11:15\n");
  pln_time_grid_clear_ghost (fixture->grid);
}

static void
test_drag_moves (Fixture       *fixture,
                 gconstpointer  data)
{
  begin_drag (fixture, x_of (fixture, 1), y_of (fixture, 9.75));
  drag_to (fixture, x_of (fixture, 4), y_of (fixture, 14));
  g_assert_true (gtk_widget_get_visible (fixture->grid->reason));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->grid->reason)), ==, "Ivo Larch speaks elsewhere then");
  end_drag (fixture);
  assert_said (fixture, "move early 4 22 12:45 22 12:45\n");
  g_assert_false (gtk_widget_get_visible (fixture->grid->ghost));
}

/* Where it was is no move. */
static void
test_drag_and_back (Fixture       *fixture,
                    gconstpointer  data)
{
  begin_drag (fixture, x_of (fixture, 1), y_of (fixture, 9.75));
  drag_to (fixture, x_of (fixture, 2), y_of (fixture, 14));
  drag_to (fixture, x_of (fixture, 1), y_of (fixture, 9.75));
  end_drag (fixture);
  assert_said (fixture, "");
}

static void
test_drag_resizes (Fixture       *fixture,
                   gconstpointer  data)
{
  PlnTimeSpot *spot = pln_time_grid_spot_of_key (fixture->grid, "early");

  begin_drag (fixture, spot->area.x + 20, spot->area.y + spot->area.height - 2);
  drag_to (fixture, spot->area.x + 20, y_of (fixture, 11.3));
  end_drag (fixture);
  assert_said (fixture, "resize early -1 19 08:30 19 10:15\n");

  begin_drag (fixture, spot->area.x + 20, spot->area.y + 2);
  drag_to (fixture, spot->area.x + 20, y_of (fixture, 8));
  end_drag (fixture);
  assert_said (fixture, "resize early -1 19 07:00 19 09:00\n");
}

static void
test_escape_leaves_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  begin_drag (fixture, x_of (fixture, 1), y_of (fixture, 9.75));
  drag_to (fixture, x_of (fixture, 4), y_of (fixture, 14));
  g_assert_true (pln_ui_test_key (gtk_window_get_focus (fixture->window), GDK_KEY_Escape, 0));
  end_drag (fixture);
  assert_said (fixture, "");
  g_assert_false (gtk_widget_get_visible (fixture->grid->ghost));
}

static void
test_keys_create (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *entry = pln_time_ghost_get_entry (PLN_TIME_GHOST (fixture->grid->ghost));

  pln_time_grid_set_slot (fixture->grid, 3, at ("2011-07-21T14:30:00+01:00"));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  pln_ui_test_key (fixture->grid->slot, GDK_KEY_Down, 0);
  g_assert_cmpfloat (fixture->grid->slot_place, ==, 900);
  g_assert_true (pln_ui_test_key (fixture->grid->slot, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_has_focus (entry));
  pln_ui_test_key (entry, GDK_KEY_Down, GDK_SHIFT_MASK);
  pln_ui_test_key (entry, GDK_KEY_Down, GDK_SHIFT_MASK);
  pln_ui_test_key (entry, GDK_KEY_Right, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Fire drill");
  pln_ui_test_key (entry, GDK_KEY_Return, 0);
  assert_said (fixture, "create Fire drill 4 22 14:00 22 15:30\n");
  pln_time_grid_clear_ghost (fixture->grid);
  g_assert_true (gtk_widget_has_focus (fixture->grid->slot));
}

static void
test_keys_move (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *chip;

  g_assert_true (pln_time_grid_focus (fixture->grid, "early"));
  chip = GTK_WIDGET (pln_time_grid_get_chip (fixture->grid, "early"));
  pln_ui_test_key (chip, GDK_KEY_Down, GDK_ALT_MASK);
  assert_said (fixture, "move early 1 19 08:45 19 08:45\n");
  pln_ui_test_key (chip, GDK_KEY_Right, GDK_ALT_MASK);
  assert_said (fixture, "move early 2 20 08:30 20 08:30\n");
  pln_ui_test_key (chip, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK);
  assert_said (fixture, "resize early -1 19 08:30 19 09:15\n");
  pln_ui_test_key (chip, GDK_KEY_Delete, 0);
  assert_said (fixture, "remove early\n");
}

static void
test_cut_and_paste (Fixture       *fixture,
                    gconstpointer  data)
{
  pln_time_grid_focus (fixture->grid, "keynote");
  pln_ui_test_key (GTK_WIDGET (pln_time_grid_get_chip (fixture->grid, "keynote")), GDK_KEY_x, GDK_CONTROL_MASK);
  pln_time_grid_set_slot (fixture->grid, 5, at ("2011-07-23T09:00:00+01:00"));
  gtk_widget_grab_focus (fixture->grid->slot);
  pln_ui_test_key (fixture->grid->slot, GDK_KEY_v, GDK_CONTROL_MASK);
  assert_said (fixture, "move keynote 5 23 08:00 23 08:00\n");
  pln_ui_test_key (fixture->grid->slot, GDK_KEY_v, GDK_CONTROL_MASK);
  assert_said (fixture, "");
}

static void
test_slot_words (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *free_words = NULL;
  g_autofree char *taken_words = NULL;

  pln_time_grid_set_slot (fixture->grid, 3, at ("2011-07-21T15:00:00+01:00"));
  free_words = pln_time_grid_slot_words (fixture->grid);
  g_assert_cmpstr (free_words, ==, "Thursday 21 July, 15:00, free");
  pln_time_grid_set_slot (fixture->grid, 3, at ("2011-07-21T12:30:00+01:00"));
  taken_words = pln_time_grid_slot_words (fixture->grid);
  g_assert_cmpstr (taken_words, ==, "Thursday 21 July, 12:30, 1 entry");
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (pln_ui_test_walk (fixture->scroller), ==, 5);
}

static void
paint (Fixture *fixture,
       guint    n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < n_frames; i++)
    {
      gint64 frame = gdk_frame_clock_get_frame_counter (clock);

      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      while (gdk_frame_clock_get_frame_counter (clock) == frame)
        g_main_context_iteration (NULL, TRUE);
      pln_ui_test_settle ();
    }
}

/* How many chips a screen reader finds; each has a name, they are in order. */
static guint
count_chips (Fixture *fixture)
{
  guint n = 0;
  guint last = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PlnTimeSpot *spot = pln_time_grid_spot_of_chip (fixture->grid, child);

      if (!PLN_IS_CHIP (child) || !gtk_widget_get_child_visible (child))
        continue;

      n++;
      g_assert_nonnull (spot);
      g_assert_cmpstr (pln_chip_get_words (PLN_CHIP (child)), ==, pln_time_item_get_key (spot->items->pdata[0]));
      g_assert_true (n == 1 || spot->index > last);
      last = spot->index;
    }

  return n;
}

/* 24 hours of 7 days, of which some 5 hours are seen. */
static void
show_many (Fixture *fixture)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint day = 0; day < 7; day++)
    for (guint half = 0; half < 46; half++)
      {
        g_autofree char *key = g_strdup_printf ("%u-%02u", day, half);
        gint64 start = at ("2011-07-18T00:00:00+01:00") + day * 86400 + half * 1800;

        g_ptr_array_add (items, pln_time_item_new (key, NULL, day, 1, start, start + 1800, FALSE));
      }
  pln_time_grid_set_hour_height (fixture->grid, 120);
  pln_time_grid_set_items (fixture->grid, items);
  settle (fixture);
  paint (fixture, 8);
}

/* Only what is near what is seen has a chip; Tab goes to all the same. */
static void
test_far_has_no_chip (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkAdjustment *down = pln_time_scroller_get_vadjustment (PLN_TIME_SCROLLER (fixture->scroller));

  show_many (fixture);
  g_assert_cmpuint (count_chips (fixture), >, 7 * 10);
  g_assert_cmpuint (count_chips (fixture), <, 7 * 16);
  g_assert_null (pln_time_grid_spot_of_key (fixture->grid, "3-45")->chip);

  g_assert_true (pln_time_grid_focus (fixture->grid, "3-45"));
  paint (fixture, 8);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 1500);
  g_assert_true (gtk_widget_has_focus (pln_time_grid_spot_of_key (fixture->grid, "3-45")->chip));
  g_assert_nonnull (pln_time_grid_spot_of_key (fixture->grid, "3-44")->chip);
  g_assert_null (pln_time_grid_spot_of_key (fixture->grid, "3-00")->chip);
  g_assert_cmpuint (count_chips (fixture), <, 7 * 16);

  /* Back where it was, but for what has the focus. */
  gtk_adjustment_set_value (down, 0);
  paint (fixture, 8);
  g_assert_nonnull (pln_time_grid_spot_of_key (fixture->grid, "3-00")->chip);
  g_assert_null (pln_time_grid_spot_of_key (fixture->grid, "3-44")->chip);
  g_assert_true (gtk_widget_has_focus (pln_time_grid_spot_of_key (fixture->grid, "3-45")->chip));

  g_assert_cmpuint (pln_ui_test_walk (fixture->scroller), ==, 1 + 7 * 46);
}

/* A frame makes no more than a few, so that the window answers. */
static void
test_slices (Fixture       *fixture,
             gconstpointer  data)
{
  guint last = 0;

  show_many (fixture);
  gtk_adjustment_set_value (pln_time_scroller_get_vadjustment (PLN_TIME_SCROLLER (fixture->scroller)), 1400);
  while (fixture->grid->slice_tick != 0)
    {
      guint n;

      g_main_context_iteration (NULL, TRUE);
      n = count_chips (fixture);
      g_assert_true (last == 0 || n <= last + 48);
      last = pln_time_grid_spot_of_key (fixture->grid, "0-00")->chip == NULL ? n : 0; /* what was seen before has gone */
    }
  g_assert_cmpuint (count_chips (fixture), >, 7 * 10);
}

/* What is replaced keeps its chip and the focus. */
static void
test_keeps_focus (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  PlnChip *chip = pln_time_grid_get_chip (fixture->grid, "early");

  pln_time_grid_focus (fixture->grid, "early");
  add (items, "early", 2, 1, "2011-07-20T09:30:00+01:00", "2011-07-20T10:00:00+01:00");
  pln_time_grid_set_items (fixture->grid, items);
  settle (fixture);
  g_assert_true (pln_time_grid_get_chip (fixture->grid, "early") == chip);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chip)));

  g_ptr_array_set_size (items, 0);
  pln_time_grid_set_items (fixture->grid, items);
  settle (fixture);
  g_assert_true (gtk_widget_has_focus (fixture->grid->slot));
}

static void
test_day_of_25_hours (Fixture       *fixture,
                      gconstpointer  data)
{
  show_week (fixture, 24, 10);
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->grid)), ==, 25 * fixture->grid->hour_height);

  /* Two hours by the wall, from 0:30 to 2:30, are three. */
  begin_drag (fixture, x_of (fixture, 6), y_of (fixture, 0.5));
  drag_to (fixture, x_of (fixture, 6), y_of (fixture, 3.5));
  end_drag (fixture);
  assert_said (fixture, "create  6 29 23:30 30 02:30\n");
}

static void
test_day_of_23_hours (Fixture       *fixture,
                      gconstpointer  data)
{
  show_week (fixture, 21, 3);
  settle (fixture);

  begin_drag (fixture, x_of (fixture, 6), y_of (fixture, 0.5));
  drag_to (fixture, x_of (fixture, 6), y_of (fixture, 3));
  end_drag (fixture);
  assert_said (fixture, "create  6 27 00:30 27 02:00\n");
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  pln_time_grid_set_hour_height (fixture->grid, 500);
  g_assert_cmpint (pln_time_grid_get_hour_height (fixture->grid), ==, PLN_TIME_GRID_MOST_HOUR);
  pln_ui_test_key (fixture->scroller, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpint (pln_time_grid_get_hour_height (fixture->grid), ==, PLN_TIME_GRID_MOST_HOUR - 10);
}

int
main (int   argc,
      char *argv[])
{
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);

#define ADD(name, test) g_test_add ("/time-grid/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("stand-beside", test_stand_beside);
  ADD ("wide-gives-way", test_wide_gives_way);
  ADD ("too-many-are-one", test_too_many_are_one);
  ADD ("drag-creates", test_drag_creates);
  ADD ("drag-upwards", test_drag_upwards);
  ADD ("drag-moves", test_drag_moves);
  ADD ("drag-and-back", test_drag_and_back);
  ADD ("drag-resizes", test_drag_resizes);
  ADD ("escape-leaves-nothing", test_escape_leaves_nothing);
  ADD ("keys-create", test_keys_create);
  ADD ("keys-move", test_keys_move);
  ADD ("cut-and-paste", test_cut_and_paste);
  ADD ("slot-words", test_slot_words);
  ADD ("walk", test_walk);
  ADD ("far-has-no-chip", test_far_has_no_chip);
  ADD ("slices", test_slices);
  ADD ("keeps-focus", test_keeps_focus);
  ADD ("day-of-25-hours", test_day_of_25_hours);
  ADD ("day-of-23-hours", test_day_of_23_hours);
  ADD ("zoom", test_zoom);
#undef ADD

  return g_test_run ();
}
