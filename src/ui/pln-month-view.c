/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month-view-private.h"

#include "pln-calendar-filter.h"
#include "pln-config.h"
#include "pln-when.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define HINT_TIME 6000 /* milliseconds */

/**
 * PlnMonthView:
 *
 * A month as a grid of days. What lasts several days is a bar over them, the
 * rest stands below in the order of gatherings, times and actions, as much as
 * there is room for, and then how many more there are. Where there is no room
 * at all, dots, and the list of the chosen day.
 *
 * The days are the cells of the grid; the chips stand above them. There are
 * widgets for what is seen only, however much the month holds.
 */
static void pln_month_view_iface_init (PlnCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnMonthView, pln_month_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (PLN_TYPE_CALENDAR_VIEW, pln_month_view_iface_init))

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_LOADING,
};

static void
clear_entry (gpointer data)
{
  g_object_unref (((PlnMonthEntry *) data)->occurrence);
}

static void
make_old (PlnMonthView *self)
{
  self->is_old = TRUE;
  pln_month_view_queue_update (self);
}

static void
loading_cb (PlnMonthView *self)
{
  make_old (self);
  g_object_notify (G_OBJECT (self), "loading");
}

static void
forget_span (PlnMonthView *self)
{
  if (self->span != NULL)
    g_signal_handlers_disconnect_by_data (self->span, self);
  g_clear_object (&self->span);
}

/* All that takes place in the weeks that are shown. It can be asked for once
 * the view is in a window. */
static void
ask_for_span (PlnMonthView *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  GDate end = pln_month_day (&self->month, 7 * self->month.n_weeks);
  g_autoptr(GDateTime) from = pln_when_join (&self->month.first, 0, "");
  g_autoptr(GDateTime) to = pln_when_join (&end, 0, "");

  if (wishes == NULL
      || (self->span != NULL && pln_span_get_from (self->span) == g_date_time_to_unix (from)
          && pln_span_get_to (self->span) == g_date_time_to_unix (to)))
    return;

  forget_span (self);
  self->span = PLN_WISHES_GET_IFACE (wishes)->list_span (wishes, g_date_time_to_unix (from), g_date_time_to_unix (to));
  g_signal_connect_swapped (self->span, "items-changed", G_CALLBACK (make_old), self);
  g_signal_connect_swapped (self->span, "notify::loading", G_CALLBACK (loading_cb), self);
  loading_cb (self);
}

static void
show_chosen (PlnMonthView *self)
{
  int day = pln_month_index_of (&self->month, &self->date);
  int anchor = pln_month_index_of (&self->month, &self->anchor);

  for (int i = 0; i < PLN_MONTH_MOST_DAYS; i++)
    pln_month_day_set_chosen (PLN_MONTH_DAY (self->days[i]),
                              i == self->target
                              || (self->target < 0 && (self->narrow || day != anchor)
                                  && i >= MIN (day, anchor) && i <= MAX (day, anchor)));
}

/* (internal): Lets the days from one to another be chosen; the second has the focus. */
void
pln_month_view_choose_days (PlnMonthView *self,
                            int           anchor,
                            int           day)
{
  self->anchor = pln_month_day (&self->month, anchor);
  self->date = pln_month_day (&self->month, day);
  show_chosen (self);
  if (self->narrow)
    make_old (self); /* the list is of another day */
}

/* (internal): Shows the month of a day, and makes that day the chosen one. */
void
pln_month_view_go_to (PlnMonthView *self,
                      const GDate  *date)
{
  PlnMonth month = pln_month_of (date);
  gboolean another = g_date_compare (&month.first, &self->month.first) != 0 || month.month != self->month.month;

  self->date = *date;
  self->anchor = *date;
  if (another)
    {
      self->month = month;
      self->target = -1;
      pln_month_view_select (self, NULL);
      make_old (self);
      ask_for_span (self);
      gtk_widget_queue_draw (GTK_WIDGET (self)); /* the numbers of the weeks */
    }
  else if (self->narrow)
    make_old (self);
  show_chosen (self);
  pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
}

static void
set_date (PlnCalendarView *view,
          const GDate     *date)
{
  PlnMonthView *self = PLN_MONTH_VIEW (view);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  pln_month_view_go_to (self, date);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
get_date (PlnCalendarView *view,
          GDate           *date)
{
  *date = PLN_MONTH_VIEW (view)->date;
}

static void
step (PlnCalendarView *view,
      int              periods)
{
  PlnMonthView *self = PLN_MONTH_VIEW (view);
  GDate date = self->date;

  if (!pln_month_is_inside (&self->month, &date)) /* the focus was on a day of a month beside it */
    g_date_set_dmy (&date, 1, self->month.month, self->month.year);
  if (periods > 0)
    g_date_add_months (&date, (guint) periods);
  else
    g_date_subtract_months (&date, (guint) -periods);
  set_date (view, &date);
}

static char *
get_title (PlnCalendarView  *view,
           char            **note)
{
  PlnMonthView *self = PLN_MONTH_VIEW (view);
  char words[128];
  GDate first;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, self->month.month, self->month.year);
  /* Translators: a month, see strftime (): July 2011. */
  g_date_strftime (words, sizeof words, _("%B %Y"), &first);

  return g_strdup (words);
}

static void
set_gathering (PlnCalendarView *view,
               PlnGathering    *gathering)
{
  g_set_object (&PLN_MONTH_VIEW (view)->gathering, gathering);
}

static void
set_filter (PlnCalendarView *view,
            GtkFilter       *filter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (view);

  pln_calendar_view_follow_filter (view, &self->filter, filter, G_CALLBACK (make_old));
  make_old (self);
}

static GListModel *
get_occurrences (PlnCalendarView *view)
{
  return G_LIST_MODEL (PLN_MONTH_VIEW (view)->span);
}

static void
pln_month_view_iface_init (PlnCalendarViewInterface *iface)
{
  iface->set_date = set_date;
  iface->get_date = get_date;
  iface->step = step;
  iface->get_title = get_title;
  iface->set_gathering = set_gathering;
  iface->set_filter = set_filter;
  iface->get_occurrences = get_occurrences;
}

/* (internal): Makes something the selected one, for the pane; NULL: nothing. */
void
pln_month_view_select (PlnMonthView  *self,
                       PlnOccurrence *occurrence)
{
  if (!g_set_object (&self->selected, occurrence))
    return;

  for (guint i = 0; i < self->chips->len; i++)
    {
      PlnChip *chip = g_ptr_array_index (self->chips, i);
      PlnOccurrence *item = pln_chip_get_item (chip);

      pln_chip_set_selected (chip, occurrence != NULL && item != NULL && pln_occurrence_is_same (item, occurrence));
    }
  g_object_notify (G_OBJECT (self), "selected");
}

static void
stop_saying_cb (gpointer user_data)
{
  PlnMonthView *self = user_data;

  self->hint_id = 0;
  pln_month_view_say (self, "");
}

/* (internal): Says what is going on, for a while, in view and to a screen reader. */
void
pln_month_view_say (PlnMonthView *self,
                    const char   *words)
{
  g_clear_handle_id (&self->hint_id, g_source_remove);
  gtk_label_set_label (self->hint, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *words != '\0');
  if (*words != '\0')
    self->hint_id = g_timeout_add_once (HINT_TIME, stop_saying_cb, self);
}

static void
pln_month_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pln_month_view_parent_class)->root (widget);

  ask_for_span (PLN_MONTH_VIEW (widget));
}

static void
pln_month_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 280;
      *natural = 900;
    }
  else
    {
      *minimum = pln_month_view_least_height (self);
      *natural = 700;
    }
}

static void
pln_month_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  pln_month_view_lay_out (self, width, height);
  show_chosen (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
pln_month_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  pln_month_view_draw_weeks (PLN_MONTH_VIEW (widget), snapshot);

  GTK_WIDGET_CLASS (pln_month_view_parent_class)->snapshot (widget, snapshot);
}

static gboolean
pln_month_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  return pln_month_view_focus_next (PLN_MONTH_VIEW (widget), direction);
}

/* The focus comes to the day. */
static gboolean
pln_month_view_grab_focus (GtkWidget *widget)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  int day = pln_month_index_of (&self->month, &self->date);

  return gtk_widget_grab_focus (self->days[CLAMP (day, 0, 7 * self->month.n_weeks - 1)]);
}

static void
pln_month_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlnMonthView *self = PLN_MONTH_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->span == NULL || pln_span_get_loading (self->span));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_month_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlnMonthView *self = PLN_MONTH_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      pln_month_view_select (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_month_view_dispose (GObject *object)
{
  PlnMonthView *self = PLN_MONTH_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->hint_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  forget_span (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_object (&self->gathering);
  g_clear_object (&self->selected);
  g_clear_object (&self->cut);

  G_OBJECT_CLASS (pln_month_view_parent_class)->dispose (object);
}

static void
pln_month_view_finalize (GObject *object)
{
  PlnMonthView *self = PLN_MONTH_VIEW (object);

  g_array_unref (self->entries);
  g_array_unref (self->places);
  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->mores);

  G_OBJECT_CLASS (pln_month_view_parent_class)->finalize (object);
}

static void
pln_month_view_class_init (PlnMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_month_view_get_property;
  object_class->set_property = pln_month_view_set_property;
  object_class->dispose = pln_month_view_dispose;
  object_class->finalize = pln_month_view_finalize;
  widget_class->root = pln_month_view_root;
  widget_class->measure = pln_month_view_measure;
  widget_class->size_allocate = pln_month_view_size_allocate;
  widget_class->snapshot = pln_month_view_snapshot;
  widget_class->focus = pln_month_view_focus;
  widget_class->grab_focus = pln_month_view_grab_focus;

  g_object_class_override_property (object_class, PROP_SELECTED, "selected");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");

  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  pln_month_view_add_actions (widget_class);
  pln_month_view_add_keys (widget_class);
}

static void
pln_month_view_init (PlnMonthView *self)
{
  self->date = pln_calendar_view_today ();
  self->anchor = self->date;
  self->month = pln_month_of (&self->date);
  self->entries = g_array_new (FALSE, FALSE, sizeof (PlnMonthEntry));
  self->places = g_array_new (FALSE, FALSE, sizeof (PlnMonthPlace));
  g_array_set_clear_func (self->entries, clear_entry);
  self->chips = g_ptr_array_new ();
  self->mores = g_ptr_array_new ();
  self->is_old = TRUE;
  self->placed_for = -1;
  self->target = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Month"), -1);
  pln_month_view_init_layout (self);
  pln_month_view_init_input (self);
}

/**
 * pln_month_view_new:
 *
 * Returns: the present month, without what it holds until it is in a window
 */
GtkWidget *
pln_month_view_new (void)
{
  return g_object_new (PLN_TYPE_MONTH_VIEW, NULL);
}
