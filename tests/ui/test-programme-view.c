/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-filter.h"
#include "pln-clock.h"
#include "pln-programme-view-private.h"
#include "pln-session-form.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"
#include "pln-when.h"

typedef struct
{
  PlnWishList      *wishes;
  PlnGathering     *gathering;
  PlnProgrammeView *view;
  PlnTimeGrid      *grid;
  GtkWindow        *window;
} Fixture;

#define WIDE 1000

/* What is due now, and a few frames: places are given in frames. */
static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
      gint64 frame = gdk_frame_clock_get_frame_counter (clock);

      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      while (gdk_frame_clock_get_frame_counter (clock) == frame)
        g_main_context_iteration (NULL, TRUE);
      pln_ui_test_settle ();
    }
}

static void
set_day (Fixture  *fixture,
         GDateDay  day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_JULY, 2011);
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (fixture->view), &date);
  settle (fixture);
}

static void
set_up_with (Fixture      *fixture,
             PlnGathering *gathering,
             int           width)
{
  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->wishes = pln_wish_list_new ();
  fixture->gathering = gathering;
  fixture->view = PLN_PROGRAMME_VIEW (pln_programme_view_new ());
  fixture->grid = fixture->view->grid;
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (fixture->view), gathering);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, width, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  pln_wishes_offer (fixture->window, PLN_WISHES (fixture->wishes));
  gtk_window_present (fixture->window);
  set_day (fixture, 19);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, pln_ui_programme_new (TRUE), data != NULL ? GPOINTER_TO_INT (data) : WIDE);
}

static void
set_up_large (Fixture       *fixture,
              gconstpointer  data)
{
  set_up_with (fixture, pln_ui_programme_large (24, 480), WIDE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pln_ui_test_end (fixture->window, fixture->view);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static PlnSession *
session (Fixture    *fixture,
         const char *uid)
{
  return pln_gathering_find_session (fixture->gathering, uid);
}

static const char *
words (Fixture    *fixture,
       const char *uid)
{
  PlnChip *chip = pln_time_grid_get_chip (fixture->grid, uid);

  return chip != NULL ? pln_chip_get_words (chip) : NULL;
}

static gint64
at (GDateDay day,
    guint    clock)
{
  GDate date;
  g_autoptr(GDateTime) moment = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_JULY, 2011);
  moment = pln_when_join (&date, clock / 100 * 60 + clock % 100, "Europe/London");

  return g_date_time_to_unix (moment);
}

static void
assert_after (Fixture    *fixture,
              const char *room,
              guint       from,
              guint       to)
{
  PlnSession *after = PLN_SESSION (fixture->wishes->after);

  g_assert_nonnull (after);
  g_assert_cmpstr (pln_session_get_room (after), ==, room);
  g_assert_cmpint (g_date_time_to_unix (pln_session_get_start (after)), ==, at (19, from));
  g_assert_cmpint (g_date_time_to_unix (pln_session_get_end (after)), ==, at (19, to));
  g_assert_cmpstr (pln_session_get_zone (after), ==, "Europe/London");
}

/* Rooms beside each other, breaks and rounds as wide as their rooms. */
static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *uid; guint column, n_columns; } cases[] = {
    { "keynote", 0, 1 }, { "questions", 1, 1 }, { "counting", 3, 1 }, { "lunch", 0, 4 }, { "round2", 1, 3 },
  };
  g_autofree char *title = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (fixture->view), NULL);

  g_assert_cmpstr (title, ==, "Tuesday 19 July");
  g_assert_cmpuint (pln_time_grid_get_n_columns (fixture->grid), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_nonnull (pln_time_grid_get_chip (fixture->grid, cases[i].uid));
  settle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlnTimeItem *item = pln_time_grid_find (fixture->grid, cases[i].uid);
      graphene_rect_t area;
      int x, last, width;

      g_assert_nonnull (item);
      g_assert_cmpuint (pln_time_item_get_column (item), ==, cases[i].column);
      g_assert_cmpuint (pln_time_item_get_n_columns (item), ==, cases[i].n_columns);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (pln_time_grid_get_chip (fixture->grid, cases[i].uid)),
                                                GTK_WIDGET (fixture->grid), &area));
      pln_time_grid_get_column_area (fixture->grid, cases[i].column, &x, &width);
      pln_time_grid_get_column_area (fixture->grid, cases[i].column + cases[i].n_columns - 1, &last, &width);
      g_assert_cmpfloat (area.origin.x, >=, x);
      g_assert_cmpfloat (area.origin.x + area.size.width, <=, last + width);
      g_assert_cmpfloat (area.size.width, >, last + width - x - 12);
    }
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->view), "4 without a time"));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  pln_session_set_status (session (fixture, "ward"), PLN_SESSION_DRAFT);
  settle (fixture);

  g_assert_cmpstr (words (fixture, "networking"), ==,
                   "Networking and sustaining collaboration, 14:00 to 14:45, Room 2, Nessa Teasel, Breakouts, on now");
  g_assert_cmpstr (words (fixture, "questions"), ==,
                   "Asking good questions, 11:30 to 12:15, Room 1, Ivo Larch, Methods, clash: Ivo Larch is also in Room 3");
  g_assert_cmpstr (words (fixture, "lunch"), ==, "Lunch and posters, 12:30 to 13:30, Foyer, Break");
  g_assert_cmpstr (words (fixture, "ward"), ==,
                   "Evidence from the ward, 11:30 to 12:15, Room 2, Hana Ashdown, Practice, draft");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  PlnTimeItem *keynote = pln_time_grid_find (fixture->grid, "keynote");
  PlnTimeItem *lunch = pln_time_grid_find (fixture->grid, "lunch");
  PlnTimeItem *round = pln_time_grid_find (fixture->grid, "round2");

  g_signal_emit_by_name (fixture->grid, "move", keynote, 2, at (19, 1300), FALSE);
  assert_after (fixture, "Room 2", 1300, 1400);
  g_assert_cmpstr (pln_session_get_room (PLN_SESSION (fixture->wishes->before)), ==, "Auditorium");
  g_signal_emit_by_name (fixture->grid, "move", keynote, 0, at (19, 1005), TRUE);
  assert_after (fixture, "Auditorium", 1005, 1105);
  g_assert_null (fixture->wishes->before); /* a copy */
  g_assert_cmpstr (pln_session_get_uid (PLN_SESSION (fixture->wishes->after)), !=, "keynote");

  /* Lunch is in the foyer, however wide it is. */
  g_signal_emit_by_name (fixture->grid, "move", lunch, 0, at (19, 1235), FALSE);
  assert_after (fixture, "Foyer", 1235, 1335);
  g_signal_emit_by_name (fixture->grid, "move", round, 1, at (19, 1500), FALSE);
  assert_after (fixture, "Rooms 1 to 3", 1500, 1530);
  g_signal_emit_by_name (fixture->grid, "move", round, 0, at (19, 1450), FALSE);
  assert_after (fixture, "Auditorium, Room 1, Room 2", 1450, 1520);

  g_signal_emit_by_name (fixture->grid, "resize", keynote, at (19, 1015), at (19, 1120));
  assert_after (fixture, "Auditorium", 1015, 1120);
  g_signal_emit_by_name (fixture->grid, "remove", keynote);
  g_assert_null (fixture->wishes->after);
  g_signal_emit_by_name (fixture->grid, "rename", keynote, "Opening");
  g_assert_cmpstr (pln_session_get_title (PLN_SESSION (fixture->wishes->after)), ==, "Opening");
}

/* While something is in the air the reason is told, and nothing is refused. */
static void
test_warns (Fixture       *fixture,
            gconstpointer  data)
{
  PlnTimeItem *counting = pln_time_grid_find (fixture->grid, "counting");
  g_autofree char *same_time = NULL;
  g_autofree char *other_time = NULL;
  g_autofree char *same_room = NULL;
  g_autofree char *new_one = NULL;

  g_signal_emit_by_name (fixture->grid, "warn", counting, 2, at (19, 1130), at (19, 1215), &same_time);
  g_assert_nonnull (strstr (same_time, "Ivo Larch is also in Room 1"));
  g_signal_emit_by_name (fixture->grid, "warn", counting, 3, at (19, 1300), at (19, 1345), &other_time);
  g_assert_null (other_time);
  g_signal_emit_by_name (fixture->grid, "warn", counting, 0, at (19, 1030), at (19, 1045), &same_room);
  g_assert_cmpstr (same_room, ==, "“Keynote: research that crosses the desk” is in the same room then");
  g_signal_emit_by_name (fixture->grid, "warn", NULL, 1, at (19, 1200), at (19, 1230), &new_one);
  g_assert_cmpstr (new_one, ==, "“Asking good questions” is in the same room then");
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  GdkRectangle area;
  GtkAdjustment *down = pln_time_scroller_get_vadjustment (fixture->view->scroller);
  double before = gtk_adjustment_get_value (down);

  g_signal_emit_by_name (fixture->grid, "create", 1, at (19, 1300), at (19, 1345), "Tea ceremony");
  assert_after (fixture, "Room 1", 1300, 1345);
  g_assert_cmpstr (pln_session_get_title (PLN_SESSION (fixture->wishes->after)), ==, "Tea ceremony");
  g_assert_false (pln_time_grid_get_ghost_area (fixture->grid, &area));

  /* By the pointer first without a title, which is typed where it will stand. */
  g_signal_emit_by_name (fixture->grid, "create", 2, at (19, 1300), at (19, 1330), "");
  g_assert_true (pln_time_grid_get_ghost_area (fixture->grid, &area));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (fixture->window)));
  settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, before); /* it is in view */
  pln_time_grid_clear_ghost (fixture->grid);
}

static void
test_clashes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(PlnSession) twice = pln_session_copy (session (fixture, "maps"));
  PlnSession *selected;

  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->view), "1 clash."));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->view),
                                           "Ivo Larch speaks in Room 1 and Room 3 from 11:45 to 12:15."));
  pln_session_set_room (twice, "Room 2");
  pln_gathering_put_session (fixture->gathering, twice);
  settle (fixture);
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->view), "2 clashes."));

  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->grid), GDK_KEY_c, 0));
  g_object_get (fixture->view, "selected", &selected, NULL);
  g_assert_true (selected == session (fixture, "maps") || selected == session (fixture, "ward"));
  g_object_unref (selected);
  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->grid), GDK_KEY_c, 0));
  g_object_get (fixture->view, "selected", &selected, NULL);
  g_assert_true (selected == session (fixture, "questions"));
  g_object_unref (selected);
  settle (fixture);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (pln_time_grid_get_chip (fixture->grid, "questions"))));

  pln_session_set_status (session (fixture, "counting"), PLN_SESSION_CANCELLED);
  pln_gathering_remove_session (fixture->gathering, "maps");
  settle (fixture);
  g_assert_false (gtk_widget_get_visible (fixture->view->clash_bar));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  guint column;
  gint64 slot;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->grid)));
  pln_time_grid_set_slot (fixture->grid, 0, at (19, 1300));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "programme.room", "i", 1);
  pln_time_grid_get_slot (fixture->grid, &column, &slot);
  g_assert_cmpuint (column, ==, 1);
  g_assert_cmpint (slot, ==, at (19, 1300));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "programme.room", "i", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "programme.room", "i", -1);
  pln_time_grid_get_slot (fixture->grid, &column, &slot);
  g_assert_cmpuint (column, ==, 0);

  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->grid), GDK_KEY_n, 0));
  settle (fixture);
  g_assert_cmpuint (pln_ui_test_walk (GTK_WIDGET (fixture->view)), >, 20); /* Show, a head, each chip, the tray */
}

/* Out of the tray, by keyboard, to the slot. */
static void
test_tray (Fixture       *fixture,
           gconstpointer  data)
{
  pln_time_grid_set_slot (fixture->grid, 2, at (19, 1300));
  g_signal_emit_by_name (fixture->view->tray, "put", session (fixture, "poster2"));
  assert_after (fixture, "Room 2", 1300, 1345);
  g_assert_cmpstr (pln_session_get_uid (PLN_SESSION (fixture->wishes->after)), ==, "poster2");
  g_assert_null (pln_session_get_start (PLN_SESSION (fixture->wishes->before)));
  pln_gathering_put_session (fixture->gathering, PLN_SESSION (fixture->wishes->after));
  settle (fixture);
  g_assert_nonnull (pln_time_grid_get_chip (fixture->grid, "poster2"));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->view), "3 without a time"));
  g_signal_emit_by_name (fixture->view->tray, "remove", session (fixture, "poster1"));
  g_assert_null (fixture->wishes->after);
}

/* What hovers above the grid shows where it would be. */
static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  int x, width;
  guint column;
  gint64 start;
  GdkRectangle area;

  pln_time_grid_get_column_area (fixture->grid, 2, &x, &width);
  g_assert_true (pln_time_grid_hover (fixture->grid, "poster2", session (fixture, "poster2"), "What the returns desk knows",
                                      2700, x + width / 2, pln_time_grid_get_y (fixture->grid, 2, at (19, 1302)),
                                      &column, &start));
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpint (start, ==, at (19, 1300)); /* in steps of five minutes */
  g_assert_true (pln_time_grid_get_ghost_area (fixture->grid, &area));
  pln_time_grid_clear_ghost (fixture->grid);
  g_assert_false (pln_time_grid_get_ghost_area (fixture->grid, &area));
}

static void
test_rooms (Fixture       *fixture,
            gconstpointer  data)
{
  PlnGathering *after;

  g_signal_emit_by_name (fixture->view->header, "renamed", 2, "Attic");
  after = PLN_GATHERING (fixture->wishes->after);
  g_assert_cmpstr (pln_gathering_get_rooms (after)[2], ==, "Attic (28)");
  g_assert_cmpstr (((PlnRoom *) pln_gathering_get_room_list (after)->pdata[2])->id, ==,
                   ((PlnRoom *) pln_gathering_get_room_list (fixture->gathering)->pdata[2])->id);
  g_signal_emit_by_name (fixture->view->header, "moved", 0, 2);
  after = PLN_GATHERING (fixture->wishes->after);
  g_assert_cmpstr (pln_gathering_get_rooms (after)[0], ==, "Room 1 (28)");
  g_assert_cmpstr (pln_gathering_get_rooms (after)[2], ==, "Auditorium (250)");

  pln_gathering_set_room_list (fixture->gathering, pln_gathering_get_room_list (after));
  settle (fixture);
  g_assert_cmpuint (pln_time_item_get_column (pln_time_grid_find (fixture->grid, "keynote")), ==, 2);
}

/* The heads themselves: renaming in place, moving by keyboard. */
static void
test_heads (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *header = GTK_WIDGET (fixture->view->header);
  GtkWidget *entry;
  g_autoptr(GtkWidget) kept = NULL;

  g_assert_true (gtk_widget_child_focus (header, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (header, GTK_DIR_RIGHT));
  g_assert_true (pln_ui_test_key (gtk_window_get_focus (fixture->window), GDK_KEY_F2, 0));
  entry = pln_ui_test_find (header, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Reading room");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (pln_gathering_get_rooms (PLN_GATHERING (fixture->wishes->after))[1], ==, "Reading room (28)");
  g_assert_null (pln_ui_test_find (header, GTK_TYPE_ENTRY));

  g_assert_true (pln_ui_test_key (gtk_window_get_focus (fixture->window), GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpstr (pln_gathering_get_rooms (PLN_GATHERING (fixture->wishes->after))[2], ==, "Room 1 (28)");

  pln_room_header_rename (fixture->view->header, 0);
  entry = pln_ui_test_find (header, GTK_TYPE_ENTRY);
  kept = g_object_ref (entry); /* it goes with the key */
  gtk_editable_set_text (GTK_EDITABLE (entry), "Cellar");
  g_assert_true (pln_ui_test_key (entry, GDK_KEY_Escape, 0));
  g_assert_cmpstr (pln_gathering_get_rooms (PLN_GATHERING (fixture->wishes->after))[0], !=, "Cellar (250)");
}

/* The filter of the calendar holds here as well. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PlnCalendarFilter) filter = pln_calendar_filter_new ();
  PlnCalendarView *view = PLN_CALENDAR_VIEW (fixture->view);

  pln_calendar_view_set_filter (view, GTK_FILTER (filter));
  g_assert_cmpuint (g_list_model_get_n_items (pln_calendar_view_get_occurrences (view)), ==, 17);
  pln_calendar_filter_set_hidden (filter, PLN_CALENDAR_FACET_TRACK, "Breakouts", TRUE);
  settle (fixture);
  g_assert_null (pln_time_grid_find (fixture->grid, "networking"));
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "keynote"));
  g_assert_cmpuint (g_list_model_get_n_items (pln_calendar_view_get_occurrences (view)), ==, 17); /* to be chosen again */
  pln_calendar_filter_clear (filter);
  settle (fixture);
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "networking"));
  pln_calendar_view_set_filter (view, NULL);
}

/* The form begins with the slot that the arrows were at. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  PlnSheet *form = NULL;

  pln_time_grid_set_slot (fixture->grid, 2, at (19, 1300));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "programme.add", NULL);
  pln_ui_test_settle ();
  for (guint i = 0; form == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (PLN_IS_SHEET (window))
        form = PLN_SHEET (window);
    }
  g_assert_nonnull (form);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (pln_ui_test_find_named (GTK_WIDGET (form), "room_row"))), ==, "Room 2");
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find_named (GTK_WIDGET (form), "title_row")), "Quiet reading");
  adw_combo_row_set_selected (ADW_COMBO_ROW (pln_ui_test_find_named (GTK_WIDGET (form), "status_row")), PLN_SESSION_DRAFT);
  PLN_SHEET_GET_CLASS (form)->act (form);
  assert_after (fixture, "Room 2", 1300, 1345);
  g_assert_null (fixture->wishes->before);
  g_assert_cmpint (pln_session_get_status (PLN_SESSION (fixture->wishes->after)), ==, PLN_SESSION_DRAFT);
  pln_ui_test_settle ();
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  pln_gathering_set_read_only (fixture->gathering, TRUE);
  settle (fixture);
  g_assert_true (pln_time_item_get_fixed (pln_time_grid_find (fixture->grid, "keynote")));
  g_signal_emit_by_name (fixture->grid, "create", 1, at (19, 1300), at (19, 1345), "Tea ceremony");
  g_signal_emit_by_name (fixture->view->header, "renamed", 2, "Attic");
  g_assert_null (fixture->wishes->after);
}

/* Several days: one at a time, or all beside each other. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *title = NULL;
  GDate date;
  guint n;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->days)));
  g_assert_cmpuint (pln_time_grid_get_n_columns (fixture->grid), ==, 24);
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "large00000"));
  g_assert_null (pln_time_grid_find (fixture->grid, "large00479"));

  pln_calendar_view_step (PLN_CALENDAR_VIEW (fixture->view), 1);
  settle (fixture);
  pln_calendar_view_get_date (PLN_CALENDAR_VIEW (fixture->view), &date);
  g_assert_cmpuint (g_date_get_day (&date), ==, 20);
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "large00479"));
  pln_calendar_view_step (PLN_CALENDAR_VIEW (fixture->view), 1); /* there is no third */
  pln_calendar_view_get_date (PLN_CALENDAR_VIEW (fixture->view), &date);
  g_assert_cmpuint (g_date_get_day (&date), ==, 20);

  g_signal_emit_by_name (fixture->view->days, "chosen", -1);
  settle (fixture);
  n = pln_time_grid_get_n_columns (fixture->grid);
  g_assert_cmpuint (n, ==, 48);
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "large00000"));
  g_assert_nonnull (pln_time_grid_find (fixture->grid, "large00479"));
  title = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (fixture->view), NULL);
  g_assert_cmpstr (title, ==, "19–20 July 2011");

  pln_calendar_view_go_today (PLN_CALENDAR_VIEW (fixture->view));
  pln_calendar_view_get_date (PLN_CALENDAR_VIEW (fixture->view), &date);
  g_assert_cmpuint (g_date_get_day (&date), ==, 19);
}

/* Rooms are wide enough to be read, and scrolled. */
static void
test_many_rooms (Fixture       *fixture,
                 gconstpointer  data)
{
  int x, width;
  GtkAdjustment *across = pln_time_scroller_get_hadjustment (fixture->view->scroller);

  pln_time_grid_get_column_area (fixture->grid, 23, &x, &width);
  g_assert_cmpint (width, >=, 120);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
  pln_time_grid_set_slot (fixture->grid, 22, at (19, 1300));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "programme.room", "i", 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across), >=, x + width);
}

/* A narrow window: a list by time, with the rooms. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list = GTK_WIDGET (fixture->view->list);

  g_assert_true (gtk_stack_get_visible_child (fixture->view->layouts) == list);
  g_assert_nonnull (pln_ui_test_find_text (list, "10:00"));
  g_signal_emit_by_name (pln_ui_test_find (list, GTK_TYPE_LIST_VIEW), "activate", 1);
  pln_ui_test_settle ();
  g_assert_true (fixture->view->selected == session (fixture, "welcome"));
}

/* A window of middle width: two rooms, the others to be swiped to. */
static void
test_two_rooms (Fixture       *fixture,
                gconstpointer  data)
{
  int x, width;

  g_assert_true (gtk_stack_get_visible_child (fixture->view->layouts) == fixture->view->table);
  pln_time_grid_get_column_area (fixture->grid, 0, &x, &width);
  g_assert_cmpint (ABS (2 * width - gtk_widget_get_width (GTK_WIDGET (fixture->view->header))), <=, 2);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  pln_gathering_set_sessions (fixture->gathering, none);
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->view->quiet_bar));
  g_assert_cmpuint (pln_time_grid_get_n_columns (fixture->grid), ==, 4); /* the empty grid stays */
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (fixture->view), NULL);
  settle (fixture);
  g_assert_true (gtk_stack_get_visible_child (fixture->view->stack) == fixture->view->nothing);
}

/* What is published in a gathering that is not is a draft all the same. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_false (g_str_has_suffix (words (fixture, "maps"), ", draft"));
  pln_gathering_set_state (fixture->gathering, PLN_STATE_DRAFT);
  settle (fixture);
  g_assert_true (g_str_has_suffix (words (fixture, "maps"), ", draft"));
  g_assert_true (g_str_has_suffix (words (fixture, "ward"), ", draft"));
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD_AT(path, width, test) \
  g_test_add ("/ui/programme-view/" path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)
#define ADD(path, how, test) g_test_add ("/ui/programme-view/" path, Fixture, NULL, how, test, tear_down)
  ADD ("layout", set_up, test_layout);
  ADD ("names", set_up, test_names);
  ADD ("move", set_up, test_move);
  ADD ("warns", set_up, test_warns);
  ADD ("create", set_up, test_create);
  ADD ("clashes", set_up, test_clashes);
  ADD ("keys", set_up, test_keys);
  ADD ("tray", set_up, test_tray);
  ADD ("hover", set_up, test_hover);
  ADD ("rooms", set_up, test_rooms);
  ADD ("heads", set_up, test_heads);
  ADD ("filter", set_up, test_filter);
  ADD ("add", set_up, test_add);
  ADD ("read-only", set_up, test_read_only);
  ADD ("days", set_up_large, test_days);
  ADD ("many-rooms", set_up_large, test_many_rooms);
  ADD_AT ("narrow", 360, test_narrow);
  ADD_AT ("two-rooms", 700, test_two_rooms);
  ADD ("draft", set_up, test_draft);
  ADD ("nothing", set_up, test_nothing);

  return g_test_run ();
}
