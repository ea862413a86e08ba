/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-week-view-private.h"

#include "pln-clock.h"
#include "pln-month.h"
#include "pln-settings.h"
#include "pln-when-words.h"
#include "pln-when.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define SEVEN_DAYS   900 /* from this width of the window on */
#define THREE_DAYS   600
#define LEAST_WEEK   540 /* below this width of its own there is no room for seven */
#define HYSTERESIS   8
#define LEAST_WIDTH  280
#define LEAST_HEIGHT 200
#define LEAST_LANE   54
#define MORNING      480 /* minutes: on top, if nothing is earlier */
#define DAY_SECONDS  86400

/**
 * PlnWeekView:
 *
 * A week as columns of hours, below what lasts all day; three days or one
 * where there is no room for seven.
 */
static void pln_week_view_iface_init (PlnCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnWeekView, pln_week_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLN_TYPE_CALENDAR_VIEW, pln_week_view_iface_init))

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_LOADING,
};

/* The day of a column. */
GDate
pln_week_view_day (PlnWeekView *self,
                   guint        column)
{
  GDate date = self->first;

  g_date_add_days (&date, column);

  return date;
}

static gint64
day_start (PlnWeekView *self,
           guint        column)
{
  GDate date = pln_week_view_day (self, column);
  g_autoptr(GDateTime) at = pln_when_join (&date, 0, "");

  return g_date_time_to_unix (at);
}

/* What has no place among the hours. */
static gboolean
is_all_day (PlnWeekView   *self,
            PlnOccurrence *occurrence,
            GHashTable    *with_sessions)
{
  return pln_occurrence_get_all_day (occurrence)
         || pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_ACTION
         || g_date_time_difference (pln_occurrence_get_end (occurrence), pln_occurrence_get_start (occurrence)) >= G_TIME_SPAN_DAY
         || (pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_GATHERING
             && g_hash_table_contains (with_sessions, pln_occurrence_get_uid (occurrence)));
}

static gboolean
is_shown (PlnWeekView   *self,
          PlnOccurrence *occurrence)
{
  return self->filter == NULL || gtk_filter_match (self->filter, occurrence);
}

/* Gatherings whose programme is to be seen: they stand above it. */
static GHashTable *
find_with_sessions (PlnWeekView *self)
{
  GHashTable *uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (self->span), i);

      if ((pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_SESSION
           || pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_ROUND) && is_shown (self, occurrence))
        g_hash_table_add (uids, g_strdup (pln_occurrence_get_gathering (occurrence)));
    }

  return uids;
}

static gboolean
is_of_period (PlnWeekView   *self,
              PlnOccurrence *occurrence)
{
  GDate first, last;

  pln_month_days_of (occurrence, &first, &last);

  return g_date_days_between (&self->first, &last) >= 0 && g_date_days_between (&self->first, &first) < (int) self->n_days;
}

/* A piece in the column of each day that it touches. */
static void
add_pieces (PlnWeekView   *self,
            GPtrArray     *items,
            PlnOccurrence *occurrence)
{
  gint64 start = g_date_time_to_unix (pln_occurrence_get_start (occurrence));
  gint64 end = g_date_time_to_unix (pln_occurrence_get_end (occurrence));
  g_autoptr(GDateTime) here = g_date_time_to_timezone (pln_occurrence_get_start (occurrence), self->zone);
  GDate day;

  pln_when_split (here, &day, NULL);
  for (guint column = 0; column < self->n_days; column++)
    {
      GDate date = pln_week_view_day (self, column);
      gint64 from = day_start (self, column), to = day_start (self, column + 1);
      g_autofree char *key = NULL;

      if (start >= to || end < from || (end == from && start < from))
        continue;

      key = g_strdup_printf ("%s\n%s\n%d", pln_occurrence_get_uid (occurrence), pln_occurrence_get_instance (occurrence),
                             g_date_days_between (&day, &date));
      g_ptr_array_add (items, pln_time_item_new (key, occurrence, column, 1, start, end,
                                                 pln_occurrence_get_read_only (occurrence)));
    }
}

static int
compare_rank (gconstpointer a,
              gconstpointer b)
{
  PlnOccurrence *one = *(PlnOccurrence *const *) a;
  PlnOccurrence *other = *(PlnOccurrence *const *) b;
  int order = pln_month_rank (one) - pln_month_rank (other);

  return order != 0 ? order : pln_occurrence_compare (one, other);
}

/* On top is the first event, or eight o'clock if nothing is earlier. */
static void
scroll_once (PlnWeekView *self,
             GPtrArray   *items)
{
  double first = MORNING * 60;
  guint column = 0;

  if (self->has_scrolled || self->span == NULL || pln_span_get_loading (self->span))
    return;

  self->has_scrolled = TRUE;
  for (guint i = 0; i < items->len; i++)
    {
      PlnTimeItem *item = items->pdata[i];
      double at = (double) (pln_time_item_get_start (item) - day_start (self, pln_time_item_get_column (item)));

      if (at >= 0 && at < first)
        {
          first = at;
          column = pln_time_item_get_column (item);
        }
    }
  pln_time_scroller_scroll_to (self->scroller, column, day_start (self, column) + (gint64) first);
}

static void
say_nothing (PlnWeekView *self,
             gboolean     is_empty)
{
  gboolean loading = self->span == NULL || pln_span_get_loading (self->span);
  g_autofree char *title = pln_calendar_view_get_title (PLN_CALENDAR_VIEW (self), NULL);
  /* Translators: a week, or less: “Nothing in 18–24 July 2011” */
  g_autofree char *words = g_strdup_printf (_("Nothing in %s"), title);

  gtk_label_set_text (self->nothing_label, words);
  gtk_widget_set_visible (self->nothing, is_empty && !loading);
}

static void
show_occurrences (PlnWeekView *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all_day = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) with_sessions = NULL;

  if (self->span == NULL)
    return;

  with_sessions = find_with_sessions (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (self->span), i);

      if (!is_shown (self, occurrence))
        continue;
      if (!is_all_day (self, occurrence, with_sessions))
        add_pieces (self, items, occurrence);
      else if (is_of_period (self, occurrence))
        g_ptr_array_add (all_day, g_object_ref (occurrence));
    }
  g_ptr_array_sort (all_day, compare_rank);

  pln_time_grid_set_items (self->grid, items);
  pln_week_head_set_all_day (self->head, all_day);
  say_nothing (self, items->len + all_day->len == 0);
  scroll_once (self, items);
}

static void
update_cb (gpointer user_data)
{
  PlnWeekView *self = user_data;

  self->update_id = 0;
  show_occurrences (self);
}

/* A span that is read changes many times in a row. */
static void
update_soon (PlnWeekView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
loading_cb (PlnWeekView *self)
{
  update_soon (self);
  g_object_notify (G_OBJECT (self), "loading");
}

static void
forget_span (PlnWeekView *self)
{
  if (self->span != NULL)
    g_signal_handlers_disconnect_by_data (self->span, self);
  g_clear_object (&self->span);
}

static void
ask_for_span (PlnWeekView *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  gint64 from = day_start (self, 0);
  gint64 to = day_start (self, self->n_days);

  if (wishes == NULL
      || (self->span != NULL && pln_span_get_from (self->span) == from && pln_span_get_to (self->span) == to))
    return;

  forget_span (self);
  self->span = PLN_WISHES_GET_IFACE (wishes)->list_span (wishes, from, to);
  g_signal_connect_swapped (self->span, "items-changed", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (self->span, "notify::loading", G_CALLBACK (loading_cb), self);
  loading_cb (self);
}

static void
show_days (PlnWeekView *self)
{
  PlnTimeColumn columns[PLN_WEEK_VIEW_MOST_DAYS];
  char names[PLN_WEEK_VIEW_MOST_DAYS][128];

  for (guint i = 0; i < self->n_days; i++)
    {
      GDate date = pln_week_view_day (self, i);
      GDateWeekday weekday = g_date_get_weekday (&date);

      g_date_strftime (names[i], sizeof names[i], _("%A %-d %B"), &date);
      columns[i] = (PlnTimeColumn) { date, names[i], weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY };
    }
  pln_time_grid_set_columns (self->grid, columns, self->n_days, self->zone, 0, PLN_MINUTES_A_DAY);
  pln_week_head_set_days (self->head, &self->first, self->n_days, &self->today);
}

/* Shows the days around the one that was asked for. */
static void
show_period (PlnWeekView *self)
{
  self->first = self->date;
  if (self->n_days == 7)
    g_date_subtract_days (&self->first, (guint) ((int) g_date_get_weekday (&self->date) - (int) pln_month_first_weekday () + 7) % 7);

  show_days (self);
  ask_for_span (self);
  update_soon (self);
}

/* The width of the window counts, as a pane that opens beside the week is no
 * reason to show other days. */
static int
width_for_days (PlnWeekView *self,
                int          width)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return width >= LEAST_WEEK && root != NULL ? MAX (width, gtk_widget_get_width (GTK_WIDGET (root))) : width;
}

static guint
days_for (int   width,
          guint now)
{
  int slack = now == 7 ? HYSTERESIS : 0;

  if (width >= SEVEN_DAYS - slack)
    return 7;

  slack = now >= 3 ? HYSTERESIS : 0;

  return width >= THREE_DAYS - slack ? 3 : 1;
}

/* Lets the keyboard begin at the day that was asked for. */
static void
focus_date (PlnWeekView *self)
{
  guint column = (guint) g_date_days_between (&self->first, &self->date);

  pln_time_grid_set_slot (self->grid, column, day_start (self, column) + MORNING * 60);
}

static void
set_date (PlnCalendarView *view,
          const GDate     *date)
{
  PlnWeekView *self = PLN_WEEK_VIEW (view);
  int days = g_date_days_between (&self->first, date);

  self->date = *date;
  if (days < 0 || days >= (int) self->n_days)
    show_period (self);
  focus_date (self);
  pln_calendar_view_changed (view);
}

static void
get_date (PlnCalendarView *view,
          GDate           *date)
{
  *date = PLN_WEEK_VIEW (view)->date;
}

static void
step (PlnCalendarView *view,
      int              periods)
{
  PlnWeekView *self = PLN_WEEK_VIEW (view);
  GDate date = self->date;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
  int days = periods * (int) self->n_days;

  if ((gint64) g_date_get_julian (&date) + days < 1)
    return;
  if (days >= 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  self->date = date;
  show_period (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  pln_calendar_view_changed (view);
}

static char *
get_title (PlnCalendarView  *view,
           char            **note)
{
  PlnWeekView *self = PLN_WEEK_VIEW (view);
  GDate last = pln_week_view_day (self, self->n_days - 1);
  GDate middle = pln_week_view_day (self, MIN (3, self->n_days - 1));
  char words[128], to[128];

  if (note != NULL)
    *note = g_strdup_printf (_("week %u"), g_date_get_iso8601_week_of_year (&middle));

  /* Translators: the last day of a week, or the only one, see strftime (): 24 July 2011. */
  g_date_strftime (to, sizeof to, _("%-d %B %Y"), &last);
  if (self->n_days == 1)
    /* Translators: a day, see strftime (): Thursday 21 July 2011. */
    g_date_strftime (to, sizeof to, _("%A %-d %B %Y"), &last);
  if (self->n_days == 1)
    return g_strdup (to);

  if (g_date_get_year (&self->first) != g_date_get_year (&last))
    /* Translators: the first of two days of different years, see strftime (): 27 December 2010. */
    g_date_strftime (words, sizeof words, _("%-d %B %Y"), &self->first);
  else if (g_date_get_month (&self->first) != g_date_get_month (&last))
    /* Translators: the first of two days of different months, see strftime (): 25 July. */
    g_date_strftime (words, sizeof words, _("%-d %B"), &self->first);
  else
    {
      /* Translators: the first of two days of one month, see strftime (): 18. */
      g_date_strftime (words, sizeof words, _("%-d"), &self->first);
      /* Translators: two days of one month, as in 18–24 July 2011. */
      return g_strdup_printf (_("%s–%s"), words, to);
    }

  /* Translators: two days, as in 25 July – 7 August 2011. */
  return g_strdup_printf (_("%s – %s"), words, to);
}

static void
set_gathering (PlnCalendarView *view,
               PlnGathering    *gathering)
{
  g_set_object (&PLN_WEEK_VIEW (view)->gathering, gathering);
}

static void
set_filter (PlnCalendarView *view,
            GtkFilter       *filter)
{
  PlnWeekView *self = PLN_WEEK_VIEW (view);

  pln_calendar_view_follow_filter (view, &self->filter, filter, G_CALLBACK (update_soon));
  update_soon (self);
}

static GListModel *
get_occurrences (PlnCalendarView *view)
{
  return G_LIST_MODEL (PLN_WEEK_VIEW (view)->span);
}

static void
pln_week_view_iface_init (PlnCalendarViewInterface *iface)
{
  iface->set_date = set_date;
  iface->get_date = get_date;
  iface->step = step;
  iface->get_title = get_title;
  iface->set_gathering = set_gathering;
  iface->set_filter = set_filter;
  iface->get_occurrences = get_occurrences;
}

/* Makes something the selected one, for the pane; NULL: nothing. */
void
pln_week_view_select (PlnWeekView   *self,
                      PlnOccurrence *occurrence)
{
  g_autofree char *key = NULL;

  if (!g_set_object (&self->selected, occurrence))
    return;

  if (occurrence != NULL)
    key = g_strdup_printf ("%s\n%s\n0", pln_occurrence_get_uid (occurrence), pln_occurrence_get_instance (occurrence));
  pln_time_grid_select (self->grid, key);
  pln_week_head_select (self->head, occurrence);
  g_object_notify (G_OBJECT (self), "selected");
}

static void
update_now (PlnWeekView *self)
{
  GDate today = pln_calendar_view_today ();

  pln_time_scroller_update_now (self->scroller);
  pln_time_grid_update_faces (self->grid); /* what is on now is marked */
  if (g_date_compare (&today, &self->today) == 0)
    return;

  self->today = today;
  pln_week_head_set_days (self->head, &self->first, self->n_days, &self->today);
}

static void
minute_cb (gpointer user_data)
{
  PlnWeekView *self = user_data;

  update_now (self);
  self->minute_id = g_timeout_add_once ((guint) (60 - pln_clock_now () % 60) * 1000, minute_cb, self);
}

static void
pln_week_view_map (GtkWidget *widget)
{
  PlnWeekView *self = PLN_WEEK_VIEW (widget);

  GTK_WIDGET_CLASS (pln_week_view_parent_class)->map (widget);

  ask_for_span (self);
  minute_cb (self);
}

static void
pln_week_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLN_WEEK_VIEW (widget)->minute_id, g_source_remove);

  GTK_WIDGET_CLASS (pln_week_view_parent_class)->unmap (widget);
}

static void
pln_week_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pln_week_view_parent_class)->root (widget);

  ask_for_span (PLN_WEEK_VIEW (widget));
}

static void
pln_week_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, -1, minimum, natural, NULL, NULL);
  /* The layout follows the size, so it must not hold it. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = MAX (*minimum, *natural);
}

static void
pln_week_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlnWeekView *self = PLN_WEEK_VIEW (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  guint n_days = days_for (width_for_days (self, width), self->n_days);
  int least_width, least_height;

  if (n_days != self->n_days)
    {
      self->n_days = n_days;
      show_period (self);
      focus_date (self);
      g_idle_add_once ((GSourceOnceFunc) pln_calendar_view_changed, self);
    }

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least_width), MAX (height, least_height), baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
pln_week_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static gboolean
pln_week_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLN_WEEK_VIEW (widget)->grid));
}

static void
pln_week_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlnWeekView *self = PLN_WEEK_VIEW (object);

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
pln_week_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlnWeekView *self = PLN_WEEK_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      pln_week_view_select (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_week_view_dispose (GObject *object)
{
  PlnWeekView *self = PLN_WEEK_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->minute_id, g_source_remove);
  forget_span (self);
  pln_week_view_close (self);
  g_clear_object (&self->filter);
  g_clear_object (&self->gathering);
  g_clear_object (&self->selected);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (pln_week_view_parent_class)->dispose (object);
}

static void
pln_week_view_finalize (GObject *object)
{
  g_time_zone_unref (PLN_WEEK_VIEW (object)->zone);

  G_OBJECT_CLASS (pln_week_view_parent_class)->finalize (object);
}

static void
pln_week_view_class_init (PlnWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_week_view_get_property;
  object_class->set_property = pln_week_view_set_property;
  object_class->dispose = pln_week_view_dispose;
  object_class->finalize = pln_week_view_finalize;
  widget_class->root = pln_week_view_root;
  widget_class->map = pln_week_view_map;
  widget_class->unmap = pln_week_view_unmap;
  widget_class->measure = pln_week_view_measure;
  widget_class->size_allocate = pln_week_view_size_allocate;
  widget_class->focus = pln_week_view_focus;
  widget_class->grab_focus = pln_week_view_grab_focus;

  g_object_class_override_property (object_class, PROP_SELECTED, "selected");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");

  gtk_widget_class_set_css_name (widget_class, "weekview");
}

static GtkWidget *
make_key (const char *key)
{
  GtkWidget *label = gtk_label_new (key);

  gtk_widget_add_css_class (label, "pln-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

/* What the pointer can do, at the foot. */
static GtkWidget *
make_hint (PlnWeekView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lead = gtk_label_new (_("Let go to create"));
  GtkWidget *without = gtk_label_new (_("without the 15-minute grid"));
  GtkWidget *never = gtk_label_new (_("never mind"));

  gtk_widget_set_margin_end (lead, 6);
  gtk_widget_set_margin_end (without, 6);
  gtk_widget_add_css_class (without, "pln-dim");
  gtk_widget_add_css_class (never, "pln-dim");
  gtk_box_append (GTK_BOX (box), lead);
  gtk_box_append (GTK_BOX (box), make_key (_("Alt")));
  gtk_box_append (GTK_BOX (box), without);
  gtk_box_append (GTK_BOX (box), make_key (_("Esc")));
  gtk_box_append (GTK_BOX (box), never);
  gtk_widget_add_css_class (box, "pln-hint");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_can_target (box, FALSE);
  gtk_widget_set_visible (box, FALSE);

  return box;
}

/* The empty grid stays, with a quiet line. */
static GtkWidget *
make_nothing (PlnWeekView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("New gathering"));

  self->nothing_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing_label), "pln-dim");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing_label));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "pln-nothing");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_visible (box, FALSE);

  return box;
}

static void
pln_week_view_init (PlnWeekView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it chooses its days by its width */
  self->date = self->today = pln_calendar_view_today ();
  self->n_days = 7;
  self->zone = pln_when_zone ("");
  self->settings = pln_settings_new ();

  self->grid = PLN_TIME_GRID (pln_time_grid_new ());
  self->scroller = PLN_TIME_SCROLLER (pln_time_scroller_new (self->grid));
  self->head = PLN_WEEK_HEAD (pln_week_head_new (self->scroller));
  self->hint = make_hint (self);
  self->nothing = make_nothing (self);
  pln_time_grid_set_face (self->grid, pln_week_face_show, NULL);
  pln_time_grid_set_least_widths (self->grid, 0, LEAST_LANE);
  pln_time_scroller_set_setting (self->scroller, "week-hour-height");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Week"), -1);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->scroller));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), overlay);
  adw_bin_set_child (ADW_BIN (self), box);

  pln_week_view_init_edit (self);
  show_period (self);
}

/**
 * pln_week_view_new:
 *
 * Returns: the present week, without what it holds until it is in a window
 */
GtkWidget *
pln_week_view_new (void)
{
  return g_object_new (PLN_TYPE_WEEK_VIEW, NULL);
}
