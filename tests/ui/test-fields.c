/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-colour-chooser.h"
#include "pln-date-field.h"
#include "pln-lines-group.h"
#include "pln-problem-row.h"
#include "pln-time-field.h"
#include "pln-ui-test.h"
#include "pln-when-group.h"
#include "pln-when.h"
#include "pln-zone-row.h"

static const char *
text_of (GtkWidget *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (pln_ui_test_find (field, GTK_TYPE_TEXT)));
}

static GDate
day (GDateDay   day_of_month,
     GDateMonth month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day_of_month, month, 2011);

  return date;
}

static GDateTime *
london (GDateDay day_of_month,
        guint    minutes)
{
  GDate date = day (day_of_month, G_DATE_JULY);

  return pln_when_join (&date, minutes, "Europe/London");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_date (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *field = g_object_new (PLN_TYPE_DATE_FIELD, "title", "Date", NULL);
  GtkWindow *window = pln_ui_test_show (field, wishes);
  GDate expected = day (20, G_DATE_JULY);
  GDate date;
  guint n_edited = 0;

  g_signal_connect_swapped (field, "edited", G_CALLBACK (count_cb), &n_edited);
  g_assert_false (pln_date_field_get_date (PLN_DATE_FIELD (field), &date));
  g_assert_true (pln_field_is_valid (PLN_FIELD (field)));

  pln_field_set_text (PLN_FIELD (field), "tomorrow");
  g_assert_cmpuint (n_edited, ==, 1);
  g_assert_true (pln_date_field_get_date (PLN_DATE_FIELD (field), &date));
  g_assert_cmpint (g_date_compare (&date, &expected), ==, 0);

  g_assert_true (pln_ui_test_key (pln_ui_test_find (field, GTK_TYPE_TEXT), GDK_KEY_Up, 0));
  g_assert_cmpstr (text_of (field), ==, "Thu 21 July 2011");

  pln_field_set_text (PLN_FIELD (field), "31 june");
  g_assert_false (pln_field_is_valid (PLN_FIELD (field)));
  g_assert_false (pln_date_field_get_date (PLN_DATE_FIELD (field), &date));

  n_edited = 0;
  pln_date_field_set_date (PLN_DATE_FIELD (field), &expected);
  g_assert_cmpstr (text_of (field), ==, "Wed 20 July 2011");
  g_assert_cmpuint (n_edited, ==, 0); /* the program did it */

  pln_ui_test_end (window, field);
}

static void
test_time (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *field = g_object_new (PLN_TYPE_TIME_FIELD, "title", "Starts", NULL);
  GtkWindow *window = pln_ui_test_show (field, wishes);
  GtkWidget *text = pln_ui_test_find (field, GTK_TYPE_TEXT);

  pln_field_set_text (PLN_FIELD (field), "6.32pm");
  g_assert_cmpuint (pln_time_field_get_minutes (PLN_TIME_FIELD (field)), ==, 18 * 60 + 32);
  pln_ui_test_key (text, GDK_KEY_Up, 0);
  g_assert_cmpstr (text_of (field), ==, "18:35");
  pln_ui_test_key (text, GDK_KEY_Down, 0);
  g_assert_cmpstr (text_of (field), ==, "18:30");

  pln_time_field_set_minutes (PLN_TIME_FIELD (field), 2);
  pln_ui_test_key (text, GDK_KEY_Down, 0);
  g_assert_cmpstr (text_of (field), ==, "0:00");
  pln_ui_test_key (text, GDK_KEY_Down, 0);
  g_assert_cmpstr (text_of (field), ==, "23:55");

  pln_ui_test_end (window, field);
}

/* Tab and Shift+Tab go on to the next thing and to the one before. */
static void
test_focus (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *fields[] = {
    g_object_new (PLN_TYPE_TIME_FIELD, "title", "Starts", NULL),
    g_object_new (PLN_TYPE_TIME_FIELD, "title", "Ends", NULL),
  };
  GtkWindow *window;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_box_append (GTK_BOX (box), fields[i]);
  window = pln_ui_test_show (box, wishes);

  g_assert_true (gtk_widget_grab_focus (fields[0]));
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_get_focus_child (box) == fields[1]);
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_get_focus_child (box) == fields[0]);
  g_assert_false (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));

  pln_ui_test_end (window, box);
}

/* End and length follow each other; the one that was entered last is kept. */
static void
test_end_and_length (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = g_object_new (PLN_TYPE_WHEN_GROUP, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  g_autoptr(GDateTime) start = london (20, 18 * 60 + 30);
  g_autoptr(GDateTime) end = london (20, 20 * 60 + 30);
  GtkWidget *start_field = pln_ui_test_find_named (group, "start_field");
  GtkWidget *end_field = pln_ui_test_find_named (group, "end_field");
  GtkWidget *length_field = pln_ui_test_find_named (group, "length_field");

  pln_when_group_set_times (PLN_WHEN_GROUP (group), start, end, "Europe/London", FALSE);
  g_assert_cmpstr (text_of (length_field), ==, "2 hours");

  pln_field_set_text (PLN_FIELD (start_field), "19:00");
  g_assert_cmpstr (text_of (end_field), ==, "21:00");
  g_assert_cmpstr (text_of (length_field), ==, "2 hours");

  pln_field_set_text (PLN_FIELD (end_field), "20:30");
  g_assert_cmpstr (text_of (length_field), ==, "1 h 30 min");
  pln_field_set_text (PLN_FIELD (start_field), "20:00");
  g_assert_cmpstr (text_of (end_field), ==, "20:30");
  g_assert_cmpstr (text_of (length_field), ==, "30 minutes");

  pln_field_set_text (PLN_FIELD (length_field), "45");
  g_assert_cmpstr (text_of (end_field), ==, "20:45");
  g_assert_true (pln_when_group_check (PLN_WHEN_GROUP (group)));

  pln_ui_test_end (window, group);
}

/* In the nights in which the clock is changed it is said what a time means. */
static void
test_odd_clock (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = g_object_new (PLN_TYPE_WHEN_GROUP, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) start = g_date_time_new (zone, 2027, 3, 28, 0, 30, 0);
  GtkWidget *row = pln_ui_test_find_named (group, "clock_row");
  GtkLabel *label = GTK_LABEL (pln_ui_test_find_named (group, "clock_label"));
  g_autoptr(GDateTime) meant = NULL;

  pln_when_group_set_times (PLN_WHEN_GROUP (group), start, NULL, "Europe/London", FALSE);
  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (group, "length_field")), "15");
  g_assert_false (gtk_widget_get_visible (row));

  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (group, "start_field")), "1:30");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "The clock is put forward over 1:30 on that day: 2:30 is meant.");
  meant = pln_when_group_get_start (PLN_WHEN_GROUP (group));
  g_assert_cmpint (g_date_time_get_hour (meant), ==, 2);

  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (group, "start_field")), "3:30");
  g_assert_false (gtk_widget_get_visible (row));

  pln_ui_test_end (window, group);
}

static void
check_group (GtkWidget  *group,
             const char *field,
             const char *text,
             const char *problem)
{
  PlnProblemRow *row = PLN_PROBLEM_ROW (pln_ui_test_find_named (group, "problem_row"));

  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (group, field)), text);
  g_assert_true (pln_when_group_check (PLN_WHEN_GROUP (group)) == (problem == NULL));
  if (problem != NULL)
    g_assert_true (pln_when_group_get_faulty (PLN_WHEN_GROUP (group)) == pln_ui_test_find_named (group, field));
  if (problem != NULL)
    g_assert_nonnull (strstr (pln_problem_row_get_problem (row), problem));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)) == (problem != NULL));
}

static void
test_problems (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = g_object_new (PLN_TYPE_WHEN_GROUP, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  g_autoptr(GDateTime) start = london (20, 18 * 60 + 30);

  pln_when_group_set_times (PLN_WHEN_GROUP (group), start, NULL, "Europe/London", FALSE);
  check_group (group, "date_field", "nonsense", "not a date");
  check_group (group, "date_field", "", "no date yet");
  check_group (group, "date_field", "20 July 2011", NULL);
  check_group (group, "start_field", "25:00", "start is not a time");
  check_group (group, "start_field", "18:30", NULL);
  check_group (group, "length_field", "0", "not a length");
  check_group (group, "length_field", "1h", NULL);
  check_group (group, "end_field", "18:00", "ends before it starts");
  check_group (group, "end_field", "20:00", NULL);

  pln_ui_test_end (window, group);
}

/* A night, days without times, and the day on which clocks change. */
static void
test_days (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = g_object_new (PLN_TYPE_WHEN_GROUP, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  g_autoptr(GDateTime) start = london (20, 22 * 60);
  g_autoptr(GDateTime) end = london (21, 2 * 60);
  g_autoptr(GDateTime) first = london (20, 0);
  g_autoptr(GDateTime) after = london (23, 0);
  g_autoptr(GDateTime) got_start = NULL;
  g_autoptr(GDateTime) got_end = NULL;

  pln_when_group_set_times (PLN_WHEN_GROUP (group), start, end, "Europe/London", FALSE);
  got_start = pln_when_group_get_start (PLN_WHEN_GROUP (group));
  got_end = pln_when_group_get_end (PLN_WHEN_GROUP (group));
  g_assert_true (g_date_time_equal (start, got_start));
  g_assert_true (g_date_time_equal (end, got_end));

  pln_when_group_set_times (PLN_WHEN_GROUP (group), first, after, "", TRUE);
  g_assert_cmpstr (text_of (pln_ui_test_find_named (group, "last_field")), ==, "Fri 22 July 2011");
  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (group, "date_field")), "25 July 2011");
  g_assert_cmpstr (text_of (pln_ui_test_find_named (group, "last_field")), ==, "Wed 27 July 2011");
  g_clear_pointer (&got_end, g_date_time_unref);
  got_end = pln_when_group_get_end (PLN_WHEN_GROUP (group));
  g_assert_cmpint (g_date_time_get_day_of_month (got_end), ==, 28);
  g_assert_true (pln_when_group_get_all_day (PLN_WHEN_GROUP (group)));

  pln_ui_test_end (window, group);
}

static void
test_zone (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = adw_preferences_group_new (); /* a row stands in a list */
  GtkWidget *row = g_object_new (PLN_TYPE_ZONE_ROW, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  GtkWidget *button;
  GtkWidget *popover;
  g_autoptr(GDateTime) winter = g_date_time_new_utc (2011, 1, 20, 12, 0, 0);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  pln_zone_row_set_zone (PLN_ZONE_ROW (row), "Europe/London");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "London time (UTC+1)");
  pln_zone_row_set_at (PLN_ZONE_ROW (row), winter);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "London time (UTC)");

  g_assert_cmpuint (pln_zone_row_search (PLN_ZONE_ROW (row), "no such place"), ==, 0);
  g_assert_cmpuint (pln_zone_row_search (PLN_ZONE_ROW (row), ""), >=, 1);
  if (pln_when_zone_is_known ("Europe/Berlin"))
    g_assert_cmpuint (pln_zone_row_search (PLN_ZONE_ROW (row), "Berl"), ==, 1);

  button = pln_ui_test_find (row, GTK_TYPE_MENU_BUTTON);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (popover));
  g_signal_emit_by_name (pln_ui_test_find (popover, GTK_TYPE_SEARCH_ENTRY), "stop-search"); /* what Esc does */
  g_assert_false (gtk_widget_get_visible (popover));

  pln_ui_test_end (window, row);
}

static void
test_colour (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *chooser = g_object_new (PLN_TYPE_COLOUR_CHOOSER, NULL);
  GtkWindow *window = pln_ui_test_show (chooser, wishes);

  g_assert_cmpstr (pln_colour_chooser_get_colour (PLN_COLOUR_CHOOSER (chooser)), ==, "");
  g_assert_nonnull (pln_ui_test_find_text (chooser, "Blue"));
  pln_colour_chooser_set_colour (PLN_COLOUR_CHOOSER (chooser), "purple");
  g_assert_nonnull (pln_ui_test_find_text (chooser, "Purple"));
  pln_colour_chooser_set_colour (PLN_COLOUR_CHOOSER (chooser), "#123456");
  g_assert_nonnull (pln_ui_test_find_text (chooser, "As in its file"));
  g_assert_cmpstr (pln_colour_chooser_get_colour (PLN_COLOUR_CHOOSER (chooser)), ==, "#123456");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pln_ui_test_find (chooser, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_cmpstr (pln_colour_chooser_get_colour (PLN_COLOUR_CHOOSER (chooser)), ==, "blue");

  pln_ui_test_end (window, chooser);
}

static void
test_rooms (void)
{
  static const char *const rooms[] = { "Auditorium (250)", "Room 1", "Hall (old)", "  ", NULL };
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *group = g_object_new (PLN_TYPE_LINES_GROUP, "line-title", "Room", "with-capacity", TRUE, NULL);
  GtkWindow *window = pln_ui_test_show (group, wishes);
  g_auto(GStrv) lines = NULL;
  g_autofree char *joined = NULL;
  g_autofree int *origins = NULL;

  pln_lines_group_set_lines (PLN_LINES_GROUP (group), rooms);
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find (group, ADW_TYPE_ENTRY_ROW)), "Hall 1");
  lines = pln_lines_group_get_lines (PLN_LINES_GROUP (group));
  joined = g_strjoinv ("|", lines);
  g_assert_cmpstr (joined, ==, "Hall 1 (250)|Room 1|Hall (old)");

  /* Which of those that were set each of them is: a new name does not matter. */
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find (group, ADW_TYPE_ENTRY_ROW)), "");
  origins = pln_lines_group_get_origins (PLN_LINES_GROUP (group));
  g_assert_cmpint (origins[0], ==, 1);
  g_assert_cmpint (origins[1], ==, 2);

  pln_ui_test_end (window, group);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (1311084720); /* 19 July 2011, 14:12 UTC */

  g_test_add_func ("/ui/fields/date", test_date);
  g_test_add_func ("/ui/fields/time", test_time);
  g_test_add_func ("/ui/fields/focus", test_focus);
  g_test_add_func ("/ui/fields/end-and-length", test_end_and_length);
  g_test_add_func ("/ui/fields/odd-clock", test_odd_clock);
  g_test_add_func ("/ui/fields/problems", test_problems);
  g_test_add_func ("/ui/fields/days", test_days);
  g_test_add_func ("/ui/fields/zone", test_zone);
  g_test_add_func ("/ui/fields/colour", test_colour);
  g_test_add_func ("/ui/fields/rooms", test_rooms);

  return g_test_run ();
}
