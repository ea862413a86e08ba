/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-filter.h"
#include "pln-create-popover.h"
#include "pln-month-view-private.h"
#include "pln-ui-test.h"
#include "pln-when.h"

typedef struct
{
  PlnWishList  *wishes;
  GtkWindow    *window;
  PlnMonthView *view;
} Fixture;

static GDateTime *
at (int day, /* of July 2011 */
    int minutes)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JULY, 2011);
  if (day > 0)
    g_date_add_days (&date, (guint) day - 1);
  else
    g_date_subtract_days (&date, (guint) (1 - day));

  return pln_when_join (&date, (guint) minutes, "");
}

static void
add (GPtrArray         *list,
     PlnOccurrenceKind  kind,
     const char        *title,
     int                day,
     int                minutes, /* -1: all day */
     int                length)  /* minutes, or days */
{
  gboolean all_day = minutes < 0;
  g_autoptr(GDateTime) start = at (day, MAX (minutes, 0));
  g_autoptr(GDateTime) end = all_day ? g_date_time_add_days (start, length) : g_date_time_add_minutes (start, length);
  PlnOccurrenceData data = {
    .kind = kind, .uid = title, .title = title, .zone = "", .start = start, .end = end, .all_day = all_day,
    .calendar = "work", .place = kind == PLN_OCCURRENCE_KIND_SESSION ? "Auditorium" : "",
  };

  g_ptr_array_add (list, pln_occurrence_new (&data));
}

/* The month of the picture. */
static GPtrArray *
july (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  add (list, PLN_OCCURRENCE_KIND_EVENT, "Committee", 6, 570, 60);
  add (list, PLN_OCCURRENCE_KIND_ACTION, "Order badges", 7, -1, 1);
  add (list, PLN_OCCURRENCE_KIND_EVENT, "Umbrella", 12, -1, 2);
  add (list, PLN_OCCURRENCE_KIND_EVENT, "Thing 6", 18, -1, 5);
  add (list, PLN_OCCURRENCE_KIND_EVENT, "Holidays", 29, -1, 10);
  add (list, PLN_OCCURRENCE_KIND_GATHERING, "LIS DREaM", 19, 570, 450);
  for (int i = 0; i < 17; i++)
    {
      g_autofree char *title = g_strdup_printf ("Session %02d", i);

      add (list, PLN_OCCURRENCE_KIND_SESSION, title, 19, 570 + 20 * i, 20);
    }
  add (list, PLN_OCCURRENCE_KIND_EVENT, "Night watch", 8, 22 * 60, 240);

  return list;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (PlnMonthView *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (view));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* Lets the window be drawn, until the month shows what it holds where it belongs. */
static void
settle (PlnMonthView *view)
{
  do
    {
      pln_ui_test_settle ();
      wait_for_frame (view);
    }
  while (view->is_old || view->update_id != 0);
  wait_for_frame (view);
}

static void
set_up_with (Fixture   *fixture,
             GPtrArray *occurrences,
             int        width)
{
  GDate date;

  fixture->wishes = pln_wish_list_new ();
  fixture->wishes->occurrences = occurrences;
  fixture->view = PLN_MONTH_VIEW (pln_month_view_new ());
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 19, G_DATE_JULY, 2011);
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (fixture->view), &date);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, width, 700);
  pln_wishes_offer (fixture->window, PLN_WISHES (fixture->wishes));
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  settle (fixture->view);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) < width - 60)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture->view);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  set_up_with (fixture, july (), 912);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->view);
  g_object_unref (fixture->wishes);
}

static PlnChip *
chip_of (Fixture    *fixture,
         const char *title)
{
  for (guint i = 0; i < fixture->view->places->len; i++)
    {
      GtkWidget *widget = g_array_index (fixture->view->places, PlnMonthPlace, i).widget;

      if (PLN_IS_CHIP (widget) && g_str_equal (pln_chip_get_title (PLN_CHIP (widget)), title))
        return PLN_CHIP (widget);
    }

  return NULL;
}

static guint
count_chips (PlnMonthView *view)
{
  guint n = 0;

  for (guint i = 0; i < view->places->len; i++)
    n += PLN_IS_CHIP (g_array_index (view->places, PlnMonthPlace, i).widget);

  return n;
}

static int
index_of_day (Fixture *fixture,
              int      day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_JULY, 2011);

  return pln_month_index_of (&fixture->view->month, &date);
}

static void
expect (Fixture    *fixture,
        const char *lines)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, lines);
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_assert_true (pln_ui_test_key (gtk_window_get_focus (fixture->window), key, modifiers));
  pln_ui_test_settle ();
}

static int
day_of (gpointer occurrence)
{
  return g_date_time_get_day_of_month (pln_occurrence_get_start (PLN_OCCURRENCE (occurrence)));
}

/* Bars over their days and on into the next week; gatherings above times. */
static void
test_layout (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnMonthView *view = fixture->view;
  graphene_rect_t bar, gathering, session, first, last;
  guint n_holidays = 0;

  g_assert_cmpint (view->month.n_weeks, ==, 5);
  g_assert_nonnull (chip_of (fixture, "Night watch"));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (chip_of (fixture, "Thing 6")), GTK_WIDGET (view), &bar));
  g_assert_true (gtk_widget_compute_bounds (view->days[index_of_day (fixture, 18)], GTK_WIDGET (view), &first));
  g_assert_true (gtk_widget_compute_bounds (view->days[index_of_day (fixture, 22)], GTK_WIDGET (view), &last));
  g_assert_cmpfloat (bar.origin.x, >, first.origin.x);
  g_assert_cmpfloat (bar.origin.x, <, first.origin.x + 10);
  g_assert_cmpfloat (bar.origin.x + bar.size.width, <, last.origin.x + last.size.width);
  g_assert_cmpfloat (bar.origin.x + bar.size.width, >, last.origin.x + last.size.width - 10);

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (chip_of (fixture, "LIS DREaM")), GTK_WIDGET (view), &gathering));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (chip_of (fixture, "Session 00")), GTK_WIDGET (view), &session));
  g_assert_cmpfloat (bar.origin.y + bar.size.height, <=, gathering.origin.y);
  g_assert_cmpfloat (gathering.origin.y + gathering.size.height, <=, session.origin.y);

  for (guint i = 0; i < view->places->len; i++)
    {
      GtkWidget *widget = g_array_index (view->places, PlnMonthPlace, i).widget;

      n_holidays += PLN_IS_CHIP (widget) && g_str_equal (pln_chip_get_title (PLN_CHIP (widget)), "Holidays");
    }
  g_assert_cmpuint (n_holidays, ==, 1); /* the next week is not shown */
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_assert_cmpstr (pln_chip_get_words (chip_of (fixture, "Session 00")), ==, "Session 00, 9:30 to 9:50, Auditorium");
  g_assert_cmpstr (pln_chip_get_words (chip_of (fixture, "Thing 6")), ==, "Thing 6, Mon 18 to Fri 22 July 2011");
  g_assert_cmpstr (pln_chip_get_words (chip_of (fixture, "Night watch")), ==, "Night watch, 22:00 to 2:00");
}

/* What has no room is counted, and opened with one key. */
static void
test_overflow (Fixture       *fixture,
               gconstpointer  user_data)
{
  guint n_shown = 0;
  guint n_more = 0;
  int day = index_of_day (fixture, 19);
  g_autoptr(GPtrArray) all = pln_month_view_list_day (fixture->view, day);
  GtkWidget *button = NULL;
  GtkWidget *list;

  for (guint i = 0; i < fixture->view->places->len; i++)
    {
      const PlnMonthPlace *place = &g_array_index (fixture->view->places, PlnMonthPlace, i);

      if (place->first <= day && place->last >= day && PLN_IS_CHIP (place->widget))
        n_shown++;
      else if (place->first == day)
        button = place->widget;
    }
  g_assert_nonnull (button);
  g_assert_cmpint (sscanf (gtk_button_get_label (GTK_BUTTON (button)), "+%u more", &n_more), ==, 1);
  g_assert_cmpuint (all->len, ==, 19);
  g_assert_cmpuint (n_shown + n_more, ==, all->len);

  g_signal_emit_by_name (button, "clicked");
  pln_ui_test_settle ();
  list = fixture->view->popover;
  g_assert_nonnull (list);
  g_assert_nonnull (pln_ui_test_find (list, PLN_TYPE_DAY_LIST));
  g_assert_nonnull (pln_ui_test_find_text (list, "Tuesday 19 July"));
  gtk_popover_popdown (GTK_POPOVER (list));
  pln_ui_test_settle ();
  g_assert_null (fixture->view->popover);
}

/* Arrows go by day, also into the next month; Tab goes from thing to thing. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  user_data)
{
  PlnMonthView *view = fixture->view;
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_true (gtk_window_get_focus (fixture->window) == view->days[index_of_day (fixture, 19)]);
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpuint (g_date_get_day (&view->date), ==, 11);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (PLN_IS_CHIP (focus));
  g_assert_cmpstr (pln_chip_get_title (PLN_CHIP (focus)), ==, "Umbrella");
  g_assert_true (view->selected == pln_chip_get_item (PLN_CHIP (focus)));
  g_assert_cmpuint (pln_ui_test_walk (GTK_WIDGET (view)), >, 5);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  for (int i = 0; i < 3; i++)
    press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (g_date_get_day (&view->date), ==, 2);
  g_assert_cmpint (view->month.month, ==, G_DATE_AUGUST);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  PlnChip *chip = chip_of (fixture, "Umbrella");

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  expect (fixture, "save-occurrence Umbrella this\n");
  g_assert_cmpint (day_of (fixture->wishes->before), ==, 12);
  g_assert_cmpint (day_of (fixture->wishes->after), ==, 13);
  g_assert_cmpstr (gtk_label_get_label (fixture->view->hint), ==, "Umbrella moved to Wednesday 13 July");

  press (fixture, GDK_KEY_Return, 0);
  expect (fixture, "edit-occurrence Umbrella\n");
  press (fixture, GDK_KEY_Delete, 0);
  expect (fixture, "delete-occurrence Umbrella this\n");

  press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  gtk_widget_grab_focus (fixture->view->days[index_of_day (fixture, 19)]);
  pln_month_view_choose_days (fixture->view, index_of_day (fixture, 15), index_of_day (fixture, 15));
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  expect (fixture, "save-occurrence Umbrella this\n");
  g_assert_cmpint (day_of (fixture->wishes->after), ==, 15);
  press (fixture, GDK_KEY_v, GDK_CONTROL_MASK); /* it has been put down */
  expect (fixture, "");
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnChip *chip = chip_of (fixture, "Committee");
  GtkWidget *entry;

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  press (fixture, GDK_KEY_F2, 0);
  entry = pln_ui_test_find (GTK_WIDGET (chip), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Committee call");
  g_signal_emit_by_name (entry, "activate");
  expect (fixture, "save-occurrence Committee call this\n");
}

/* Shift and arrows choose days; Ctrl+Enter asks what is to be on them. */
static void
test_create (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *entry;
  GtkWidget *popover;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  popover = fixture->view->popover;
  g_assert_true (PLN_IS_CREATE_POPOVER (popover));
  g_assert_nonnull (pln_ui_test_find_text (popover, "Wed 20 to Fri 22 July 2011"));
  entry = pln_ui_test_find (popover, GTK_TYPE_ENTRY);
  g_signal_emit_by_name (entry, "activate"); /* without a title nothing happens */
  expect (fixture, "");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Book fair");
  g_signal_emit_by_name (entry, "activate");
  pln_ui_test_settle ();
  expect (fixture, "new-occurrence Book fair this\n");
  g_assert_cmpint (day_of (fixture->wishes->after), ==, 20);
  g_assert_cmpint (g_date_time_get_day_of_month (pln_occurrence_get_end (PLN_OCCURRENCE (fixture->wishes->after))), ==, 23);
  g_assert_true (pln_occurrence_get_all_day (PLN_OCCURRENCE (fixture->wishes->after)));
  g_assert_null (fixture->view->popover);

  /* The same days can be those of a gathering. */
  pln_month_view_ask_new (fixture->view);
  popover = fixture->view->popover;
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find (popover, GTK_TYPE_ENTRY)), "Summer school");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (pln_ui_test_find (popover, GTK_TYPE_DROP_DOWN)), 1);
  g_signal_emit_by_name (pln_ui_test_find (popover, GTK_TYPE_ENTRY), "activate");
  pln_ui_test_settle ();
  expect (fixture, "save-gathering Summer school\n");
}

/* The controllers of the view that a hand drives. */
static gpointer
controller (Fixture *fixture,
            GType    type,
            guint    button)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) candidate = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (candidate) == type
          && (!GTK_IS_GESTURE_SINGLE (candidate) || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (candidate)) == button))
        return candidate;
    }

  return NULL;
}

static void
middle_of (Fixture   *fixture,
           GtkWidget *widget,
           double    *x,
           double    *y)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->view), &area));
  *x = area.origin.x + area.size.width / 2;
  *y = area.origin.y + area.size.height / 2;
}

/* A bar that is taken at its second day moves by as many days as the hand. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkDropTarget *target = controller (fixture, GTK_TYPE_DROP_TARGET, 0);
  GtkDragSource *source = controller (fixture, GTK_TYPE_DRAG_SOURCE, 1);
  PlnChip *chip = chip_of (fixture, "Thing 6");
  g_autoptr(GdkContentProvider) content = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  double x, y;
  gboolean done;

  middle_of (fixture, GTK_WIDGET (chip), &x, &y); /* Wednesday */
  g_signal_emit_by_name (source, "prepare", x, y, &content);
  g_assert_nonnull (content);
  g_value_init (&value, PLN_TYPE_OCCURRENCE);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (g_value_get_object (&value) == pln_chip_get_item (chip));

  middle_of (fixture, fixture->view->days[index_of_day (fixture, 14)], &x, &y);
  g_signal_emit_by_name (target, "drop", &value, x, y, &done);
  g_assert_true (done);
  expect (fixture, "save-occurrence Thing 6 this\n");
  g_assert_cmpint (day_of (fixture->wishes->after), ==, 12); /* from the 20th to the 14th */

  middle_of (fixture, fixture->view->days[index_of_day (fixture, 20)], &x, &y);
  g_signal_emit_by_name (target, "drop", &value, x, y, &done); /* where it was */
  g_assert_false (done);
  expect (fixture, "");
}

/* One click selects, two edit; the box of an action is ticked. */
static void
test_click (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkGesture *click = controller (fixture, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  PlnChip *chip = chip_of (fixture, "Committee");
  graphene_rect_t area;
  double x, y;

  middle_of (fixture, GTK_WIDGET (chip), &x, &y);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_true (fixture->view->selected == pln_chip_get_item (chip));
  g_assert_true (pln_chip_get_selected (chip));
  expect (fixture, "");
  g_signal_emit_by_name (click, "released", 2, x, y);
  expect (fixture, "edit-occurrence Committee\n");

  chip = chip_of (fixture, "Order badges");
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (fixture->view), &area));
  g_signal_emit_by_name (click, "released", 1, (double) area.origin.x + 8, (double) area.origin.y + 8);
  expect (fixture, "save-occurrence Order badges this\n");
  g_assert_true (pln_occurrence_get_is_done (PLN_OCCURRENCE (fixture->wishes->after)));

  middle_of (fixture, fixture->view->days[index_of_day (fixture, 25)], &x, &y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_null (fixture->view->selected);
  g_assert_cmpuint (g_date_get_day (&fixture->view->date), ==, 25);
}

/* What changes elsewhere is followed, and the chip keeps the focus. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  user_data)
{
  PlnChip *chip = chip_of (fixture, "Committee");
  g_autoptr(PlnOccurrence) moved = pln_occurrence_new_shifted (pln_chip_get_item (chip), 8, 0);

  gtk_widget_grab_focus (GTK_WIDGET (chip));
  pln_span_put (fixture->wishes->span, moved);
  settle (fixture->view);
  g_assert_true (chip_of (fixture, "Committee") == chip);
  g_assert_true (pln_chip_get_item (chip) == moved);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (chip));

  pln_span_remove (fixture->wishes->span, "Committee", NULL);
  settle (fixture->view);
  g_assert_null (chip_of (fixture, "Committee"));
  g_assert_true (PLN_IS_MONTH_DAY (gtk_window_get_focus (fixture->window)));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(PlnCalendarFilter) filter = pln_calendar_filter_new ();

  pln_calendar_view_set_filter (PLN_CALENDAR_VIEW (fixture->view), GTK_FILTER (filter));
  pln_calendar_filter_set_hidden (filter, PLN_CALENDAR_FACET_KIND, "session", TRUE);
  settle (fixture->view);
  g_assert_null (chip_of (fixture, "Session 00"));
  g_assert_nonnull (chip_of (fixture, "LIS DREaM"));
  pln_calendar_filter_clear (filter);
  settle (fixture->view);
  g_assert_nonnull (chip_of (fixture, "Session 00"));
}

static void
test_empty (void)
{
  Fixture fixture;

  set_up_with (&fixture, NULL, 912);
  g_assert_true (gtk_widget_get_visible (fixture.view->nothing));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture.view), "Nothing in July 2011"));
  tear_down (&fixture, NULL);
}

/* Weeks begin as the locale wants. */
static void
test_first_day (void)
{
  Fixture fixture;

  pln_month_set_first_weekday (G_DATE_SUNDAY);
  set_up_with (&fixture, july (), 912);
  g_assert_cmpint (fixture.view->month.n_weeks, ==, 6);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture.view->heads[0])), ==, "Sun");
  g_assert_nonnull (chip_of (&fixture, "Thing 6"));
  tear_down (&fixture, NULL);
  pln_month_set_first_weekday (G_DATE_BAD_WEEKDAY);
}

/* On a telephone there are dots, and the list of the day below. */
static void
test_narrow (void)
{
  Fixture fixture;

  set_up_with (&fixture, july (), 360);
  g_assert_true (fixture.view->narrow);
  g_assert_cmpuint (count_chips (fixture.view), ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.view->list)));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture.view->list), "Tuesday 19 July"));
  g_assert_nonnull (pln_ui_test_find (GTK_WIDGET (fixture.view->list), PLN_TYPE_CHIP));
  tear_down (&fixture, NULL);
}

/* Ten thousand things in a month: as many widgets as are seen. */
static void
test_many (void)
{
  Fixture fixture;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 before;

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Event %05d", i);

      add (list, PLN_OCCURRENCE_KIND_EVENT, title, 1 + i % 31, i % 1440, 30);
    }
  before = g_get_monotonic_time ();
  set_up_with (&fixture, list, 912);
  g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - before) / 1000));
  g_assert_cmpuint (fixture.view->entries->len, ==, 10000);
  g_assert_cmpuint (fixture.view->chips->len, <, 42 * 6);
  g_assert_cmpuint (count_chips (fixture.view), >, 60);
  tear_down (&fixture, NULL);
}

#define ADD(name, test) g_test_add ("/month-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  ADD ("layout", test_layout);
  ADD ("names", test_names);
  ADD ("overflow", test_overflow);
  ADD ("focus", test_focus);
  ADD ("keys", test_keys);
  ADD ("rename", test_rename);
  ADD ("create", test_create);
  ADD ("drag", test_drag);
  ADD ("click", test_click);
  ADD ("follows", test_follows);
  ADD ("filter", test_filter);
  g_test_add_func ("/month-view/empty", test_empty);
  g_test_add_func ("/month-view/first-day", test_first_day);
  g_test_add_func ("/month-view/narrow", test_narrow);
  g_test_add_func ("/month-view/many", test_many);

  return g_test_run ();
}
