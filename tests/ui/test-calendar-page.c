/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-filter.h"
#include "pln-calendar-page.h"
#include "pln-month-view.h"
#include "pln-session-pane.h"
#include "pln-ui-test.h"
#include "pln-when.h"

typedef struct
{
  PlnWishList     *wishes;
  GListStore      *gatherings;
  GtkWindow       *window;
  PlnCalendarPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->wishes = pln_wish_list_new ();
  fixture->gatherings = pln_ui_test_gatherings ();
  fixture->page = PLN_CALENDAR_PAGE (pln_calendar_page_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  pln_wishes_offer (fixture->window, PLN_WISHES (fixture->wishes));
  gtk_window_set_default_size (fixture->window, 912, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  pln_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->page);
  g_object_unref (fixture->wishes);
  g_object_unref (fixture->gatherings);
}

static const char *
title (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "title")));
}

static void
press (Fixture *fixture,
       guint    key)
{
  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->page), key, 0));
  pln_ui_test_settle ();
}

static GtkWidget *
stack_of (Fixture *fixture)
{
  return pln_ui_test_find_named (GTK_WIDGET (fixture->page), "stack");
}

static const char *
shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (stack_of (fixture)));
}

/* The month of today; on and back; today again. */
static void
test_period (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_assert_cmpstr (shown (fixture), ==, "month");
  g_assert_cmpstr (title (fixture), ==, "July 2011");
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpstr (title (fixture), ==, "August 2011");
  press (fixture, GDK_KEY_Page_Up);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpstr (title (fixture), ==, "June 2011");
  press (fixture, GDK_KEY_t);
  g_assert_cmpstr (title (fixture), ==, "July 2011");
}

/* Letters and buttons show the views; the one that is seen has the button. */
static void
test_views (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *month = gtk_widget_get_ancestor (pln_ui_test_find_text (GTK_WIDGET (fixture->page), "Month"), GTK_TYPE_TOGGLE_BUTTON);

  press (fixture, GDK_KEY_a);
  g_assert_cmpstr (shown (fixture), ==, "agenda");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (month)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (month), TRUE);
  pln_ui_test_settle ();
  g_assert_cmpstr (shown (fixture), ==, "month");
  g_assert_true (PLN_IS_MONTH_VIEW (pln_calendar_page_get_view (fixture->page)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "calendar.show", "(ss)", "month", "2012-02-29");
  g_assert_cmpstr (title (fixture), ==, "February 2012");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "calendar.show", "(ss)", "month", "never");
  g_assert_cmpstr (title (fixture), ==, "February 2012");
}

/* A gathering that is chosen brings its day; the view stays. */
static void
test_gathering (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(PlnGathering) evening = g_list_model_get_item (G_LIST_MODEL (fixture->gatherings), 4);
  GDate date;

  g_object_set (fixture->page, "gathering", evening, NULL);
  g_assert_cmpstr (title (fixture), ==, "September 2011");
  pln_calendar_view_get_date (pln_calendar_page_get_view (fixture->page), &date);
  g_assert_cmpuint (g_date_get_day (&date), ==, 6);
  g_object_set (fixture->page, "gathering", NULL, NULL);
  g_assert_cmpstr (title (fixture), ==, "September 2011");
}

/* The day that is looked at is the same in the next view. */
static void
test_day_is_kept (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GDate date;

  press (fixture, GDK_KEY_Page_Down);
  press (fixture, GDK_KEY_a);
  press (fixture, GDK_KEY_m);
  pln_calendar_view_get_date (pln_calendar_page_get_view (fixture->page), &date);
  g_assert_cmpint (g_date_get_month (&date), ==, G_DATE_AUGUST);
}

/* What is selected is shown in the pane, if that is open; Esc closes it. */
static void
test_pane (Fixture       *fixture,
           gconstpointer  user_data)
{
  AdwFlap *flap = ADW_FLAP (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "flap"));
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 20, 9, 0, 0);
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = "e", .title = "Committee", .zone = "UTC", .start = start };
  g_autoptr(PlnOccurrence) occurrence = pln_occurrence_new (&data);
  PlnCalendarView *view = pln_calendar_page_get_view (fixture->page);

  g_object_set (view, "selected", occurrence, NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (view), "calendar.pane", NULL);
  pln_ui_test_settle ();
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_true (pln_session_pane_get_item (PLN_SESSION_PANE (adw_flap_get_flap (flap))) == occurrence);
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (flap), "Committee"));
  press (fixture, GDK_KEY_Escape);
  g_assert_false (adw_flap_get_reveal_flap (flap));
}

/* What a click opened goes with what was clicked, in the next view; what the
 * user opened stays. */
static void
test_pane_follows (Fixture       *fixture,
                   gconstpointer  user_data)
{
  AdwFlap *flap = ADW_FLAP (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "flap"));
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 20, 9, 0, 0);
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = "e", .title = "Committee", .zone = "UTC", .start = start };
  g_autoptr(PlnOccurrence) occurrence = pln_occurrence_new (&data);
  PlnCalendarView *month = pln_calendar_page_get_view (fixture->page);

  g_object_set (month, "selected", occurrence, NULL);
  gtk_widget_activate_action (GTK_WIDGET (month), "calendar.pane", NULL);
  press (fixture, GDK_KEY_w);
  g_assert_false (adw_flap_get_reveal_flap (flap));

  press (fixture, GDK_KEY_m);
  g_object_set (month, "selected", occurrence, NULL);
  gtk_widget_activate_action (GTK_WIDGET (month), "calendar.pane", NULL);
  g_object_set (month, "selected", NULL, NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));

  adw_flap_set_reveal_flap (flap, TRUE); /* as F4 does */
  press (fixture, GDK_KEY_w);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_object_set (pln_calendar_page_get_view (fixture->page), "selected", occurrence, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "calendar.pane", NULL);
  press (fixture, GDK_KEY_a);
  g_assert_true (adw_flap_get_reveal_flap (flap));
}

/* Kinds, calendars, tracks; what is hidden stays on offer. */
static void
test_filter (void)
{
  g_autoptr(PlnCalendarFilter) filter = pln_calendar_filter_new ();
  g_autoptr(GListStore) list = g_list_store_new (PLN_TYPE_OCCURRENCE);
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 20, 9, 0, 0);
  GtkWidget *box;

  for (int i = 0; i < 4; i++)
    {
      PlnOccurrenceData data = {
        .kind = i < 2 ? PLN_OCCURRENCE_KIND_SESSION : PLN_OCCURRENCE_KIND_EVENT, .uid = "e", .start = start,
        .calendar = i == 3 ? "home" : "work", .track = i == 0 ? "Methods" : "",
      };
      g_autoptr(PlnOccurrence) occurrence = pln_occurrence_new (&data);

      g_list_store_append (list, occurrence);
    }

  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
  pln_calendar_filter_set_hidden (filter, PLN_CALENDAR_FACET_CALENDAR, "home", TRUE);
  pln_calendar_filter_set_hidden (filter, PLN_CALENDAR_FACET_TRACK, "Gone", TRUE);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (gtk_filter_match (GTK_FILTER (filter), occurrence), ==, i != 3);
    }

  box = g_object_ref_sink (pln_calendar_filter_make_box (filter, G_LIST_MODEL (list)));
  g_assert_nonnull (pln_ui_test_find_text (box, "Sessions"));
  g_assert_nonnull (pln_ui_test_find_text (box, "home"));
  g_assert_nonnull (pln_ui_test_find_text (box, "Methods"));
  g_assert_nonnull (pln_ui_test_find_text (box, "Without a track"));
  g_assert_nonnull (pln_ui_test_find_text (box, "Gone"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_ancestor (pln_ui_test_find_text (box, "home"), GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_false (pln_calendar_filter_is_hidden (filter, PLN_CALENDAR_FACET_CALENDAR, "home"));
  pln_calendar_filter_clear (filter);
  g_assert_false (pln_calendar_filter_is_active (filter));
  g_object_unref (box);
}

/* Where there is little room the views are behind one button, and the title
 * has a line of its own. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  user_data)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 340);
  gtk_widget_allocate (GTK_WIDGET (fixture->page), 360, 600, -1, NULL);
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "toggles")));
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "view_button")));
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (fixture->page), "narrow_title")));
}

#define ADD(name, test) g_test_add ("/calendar-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  ADD ("period", test_period);
  ADD ("views", test_views);
  ADD ("gathering", test_gathering);
  ADD ("day-is-kept", test_day_is_kept);
  ADD ("pane", test_pane);
  ADD ("pane-follows", test_pane_follows);
  ADD ("narrow", test_narrow);
  g_test_add_func ("/calendar-page/filter", test_filter);

  return g_test_run ();
}
