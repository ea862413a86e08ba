/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-view-private.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-occurrence.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define LIST        600 /* of the window: below this width there is one thing at a time */
#define TWO_ROOMS   900 /* below this width two rooms are seen */
#define HYSTERESIS  8
#define MANY_ROOMS  6
#define LEAST       96
#define LEAST_MANY  120 /* where there are more than MANY_ROOMS */
#define LEAST_WIDTH 300
#define HOUR_HEIGHT 86
#define STEP        5
#define TICK        15  /* seconds between two looks at the clock */

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_LOADING
};

static void calendar_view_init (PlnCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnProgrammeView, pln_programme_view, ADW_TYPE_BIN,
  G_IMPLEMENT_INTERFACE (PLN_TYPE_CALENDAR_VIEW, calendar_view_init))

gboolean
pln_programme_view_may_edit (PlnProgrammeView *self)
{
  return self->gathering != NULL && pln_gathering_get_loaded (self->gathering)
         && !pln_gathering_get_read_only (self->gathering);
}

static void
face_cb (PlnChip   *chip,
         GPtrArray *items,
         gpointer   user_data)
{
  PlnProgrammeView *self = user_data;
  PlnTimeItem *item = g_ptr_array_index (items, 0);

  pln_programme_face_show (chip, self->gathering, pln_time_item_get_object (item), self->clashes,
                           pln_time_item_get_n_columns (item) > 1);
}

/* The calendar filters by occurrences. */
static PlnOccurrence *
occurrence_of (PlnProgrammeView *self,
               PlnSession       *session)
{
  return pln_occurrence_new (&(PlnOccurrenceData) {
    .kind = PLN_OCCURRENCE_KIND_SESSION, .uid = pln_session_get_uid (session),
    .gathering = pln_gathering_get_uid (self->gathering), .calendar = pln_gathering_get_calendar (self->gathering),
    .title = pln_session_get_title (session), .track = pln_session_get_track (session),
    .start = pln_session_get_start (session), .end = pln_session_get_end (session),
    .is_break = pln_session_get_is_break (session),
  });
}

static void
show_items (PlnProgrammeView *self)
{
  g_autoptr(GPtrArray) occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) listed = g_ptr_array_new ();
  gboolean editable = pln_programme_view_may_edit (self);

  for (guint i = 0; i < self->timetable->items->len; i++)
    {
      const PlnTimetableItem *it = &g_array_index (self->timetable->items, PlnTimetableItem, i);
      guint column, n_columns;

      PlnOccurrence *occurrence;

      if (!pln_programme_columns_find (self->columns, it, &column, &n_columns))
        continue;

      occurrence = occurrence_of (self, it->session);
      g_ptr_array_add (occurrences, occurrence);
      if (self->filter != NULL && !gtk_filter_match (self->filter, occurrence))
        continue;

      g_ptr_array_add (items, pln_time_item_new (pln_session_get_uid (it->session), it->session, column, n_columns,
                                                 it->start, it->end, !editable || pln_session_get_read_only (it->session)));
      g_ptr_array_add (listed, it->session);
    }
  g_list_store_splice (self->occurrences, 0, g_list_model_get_n_items (G_LIST_MODEL (self->occurrences)),
                       occurrences->pdata, occurrences->len);
  pln_time_grid_set_items (self->grid, items);
  pln_programme_list_set_sessions (self->list, self->gathering, listed, self->clashes);
  pln_programme_tray_set_sessions (self->tray, self->gathering, self->timetable->tray, editable);
}

static void
show_bars (PlnProgrammeView *self)
{
  guint n = pln_programme_clashes_count (self->clashes);
  gboolean empty = self->timetable->items->len == 0;

  gtk_widget_set_visible (self->clash_bar, n > 0);
  gtk_widget_set_visible (self->quiet_bar, n == 0 && empty);
  gtk_widget_set_visible (self->add_button, pln_programme_view_may_edit (self));
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u clash.", "%u clashes.", n), n);

      self->clash = MIN (self->clash, n - 1);
      gtk_label_set_label (self->clash_count, count);
      gtk_label_set_label (self->clash_label, pln_programme_clashes_get (self->clashes, self->clash)->sentence);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->clash_label), gtk_label_get_label (self->clash_label));
    }
  if (empty)
    gtk_label_set_label (self->quiet_label, self->timetable->tray->len > 0
                         ? _("Nothing has a time yet. Drag sessions up from the foot")
                         : pln_programme_view_may_edit (self) ? _("No sessions yet. Drag over some hours to make the first")
                                                              : _("No sessions yet"));
}

/* All of it, as the gathering is now. */
static void
update (PlnProgrammeView *self)
{
  gboolean something = self->gathering != NULL && pln_gathering_get_loaded (self->gathering);
  g_autoptr(PlnTimetable) before = NULL;
  g_autoptr(PlnProgrammeClashes) old_clashes = NULL;
  int day;

  gtk_stack_set_visible_child (self->stack, something ? self->programme : self->nothing);
  g_object_notify (G_OBJECT (self), "loading");
  if (!something)
    return;

  before = g_steal_pointer (&self->timetable);
  old_clashes = g_steal_pointer (&self->clashes); /* the list borrows it until it gets others */
  self->timetable = pln_timetable_new (self->gathering);
  self->clashes = pln_programme_clashes_new (self->gathering);
  if (self->timetable->days->len == 0)
    g_array_append_val (self->timetable->days, self->date);
  self->all_days &= self->timetable->days->len > 1;
  day = pln_programme_view_nearest_day (self);
  self->date = g_array_index (self->timetable->days, GDate, day);
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = pln_programme_columns_new (self->timetable, self->all_days ? -1 : day);

  pln_programme_view_show_columns (self, day);
  show_items (self);
  show_bars (self);
  pln_programme_days_set (self->days, self->timetable->days, self->all_days ? -1 : day);
  if (self->selected != NULL) /* it may have been read anew, or be gone */
    pln_programme_view_select (self, pln_gathering_find_session (self->gathering, pln_session_get_uid (self->selected)));
}

static gboolean
update_cb (gpointer user_data)
{
  PlnProgrammeView *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* One update for all that a step changes. */
static void
queue_update (PlnProgrammeView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

void
pln_programme_view_update_now (PlnProgrammeView *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  update (self);
}

static void
forget_sessions (PlnProgrammeView *self)
{
  for (guint i = 0; i < self->followed->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->followed, i), self);
  g_ptr_array_set_size (self->followed, 0);
}

/* Each session is followed: what is edited stays the same object. */
static void
follow_sessions (PlnProgrammeView *self)
{
  GListModel *sessions = pln_gathering_get_sessions (self->gathering);
  guint n = g_list_model_get_n_items (sessions);

  forget_sessions (self);
  for (guint i = 0; i < n; i++)
    {
      PlnSession *session = g_list_model_get_item (sessions, i);

      g_signal_connect_swapped (session, "notify", G_CALLBACK (queue_update), self);
      g_ptr_array_add (self->followed, session);
    }
}

static void
sessions_changed_cb (PlnProgrammeView *self)
{
  follow_sessions (self);
  queue_update (self);
}

static void
drop_gathering (PlnProgrammeView *self)
{
  if (self->gathering == NULL)
    return;

  forget_sessions (self);
  g_signal_handlers_disconnect_by_data (pln_gathering_get_sessions (self->gathering), self);
  g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->gathering);
}

/* Gives a session the focus as soon as it has a place; the grid brings it into
 * view, and no further. */
static void
show_pending (PlnProgrammeView *self)
{
  g_autofree char *key = g_steal_pointer (&self->pending);

  if (key != NULL && pln_time_grid_find (self->grid, key) != NULL)
    pln_time_grid_focus (self->grid, key);
}

static gboolean
show_pending_cb (gpointer user_data)
{
  PlnProgrammeView *self = user_data;

  self->pending_id = 0;
  show_pending (self);

  return G_SOURCE_REMOVE;
}

static void
laid_out_cb (PlnProgrammeView *self)
{
  if (self->pending != NULL && self->pending_id == 0)
    self->pending_id = g_idle_add (show_pending_cb, self);
}

/* Brings a session into view, on its day, and the focus to it. */
void
pln_programme_view_reveal (PlnProgrammeView *self,
                           PlnSession       *session)
{
  GDate day;

  if (pln_session_get_start (session) == NULL || self->timetable == NULL)
    return;

  pln_timetable_get_day (pln_session_get_start (session), self->timetable->zone, &day);
  if (!self->all_days && g_date_compare (&day, &self->date) != 0)
    {
      self->date = day;
      pln_programme_view_update_now (self);
      pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
    }
  g_free (self->pending);
  self->pending = g_strdup (pln_session_get_uid (session));
  pln_programme_list_scroll_to (self->list, session);
  if (pln_time_grid_get_chip (self->grid, self->pending) != NULL)
    show_pending (self);
}

void
pln_programme_view_select (PlnProgrammeView *self,
                           PlnSession       *session)
{
  if (!g_set_object (&self->selected, session))
    return;

  pln_time_grid_select (self->grid, session != NULL ? pln_session_get_uid (session) : NULL);
  pln_programme_tray_select (self->tray, session);
  g_object_notify (G_OBJECT (self), "selected");
}

static void
pln_programme_view_set_gathering (PlnCalendarView *view,
                                  PlnGathering    *gathering)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (view);

  if (self->gathering == gathering)
    return;

  drop_gathering (self);
  g_clear_pointer (&self->timetable, pln_timetable_free);
  self->all_days = FALSE;
  self->has_scrolled = FALSE;
  self->has_walked = FALSE;
  self->clash = 0;
  if (gathering != NULL)
    {
      self->gathering = g_object_ref (gathering);
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (queue_update), self);
      g_signal_connect_swapped (pln_gathering_get_sessions (gathering), "items-changed",
                                G_CALLBACK (sessions_changed_cb), self);
      follow_sessions (self);
    }
  pln_programme_view_select (self, NULL);
  pln_programme_view_update_now (self);
}

static void
pln_programme_view_set_filter (PlnCalendarView *view,
                               GtkFilter       *filter)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (view);

  pln_calendar_view_follow_filter (view, &self->filter, filter, G_CALLBACK (queue_update));
  queue_update (self);
}

static GListModel *
pln_programme_view_get_occurrences (PlnCalendarView *view)
{
  return G_LIST_MODEL (PLN_PROGRAMME_VIEW (view)->occurrences);
}

static GtkWidget *
pln_programme_view_get_tool (PlnCalendarView *view)
{
  return GTK_WIDGET (PLN_PROGRAMME_VIEW (view)->days);
}

static void
calendar_view_init (PlnCalendarViewInterface *iface)
{
  iface->set_date = pln_programme_view_set_date;
  iface->get_date = pln_programme_view_get_date;
  iface->step = pln_programme_view_step;
  iface->go_today = pln_programme_view_go_today;
  iface->get_title = pln_programme_view_get_title;
  iface->set_gathering = pln_programme_view_set_gathering;
  iface->set_filter = pln_programme_view_set_filter;
  iface->get_occurrences = pln_programme_view_get_occurrences;
  iface->get_tool = pln_programme_view_get_tool;
}

static gboolean
is_below (int      width,
          int      limit,
          gboolean was_below)
{
  return width < limit + (was_below ? HYSTERESIS : 0);
}

/* Two rooms at a time where there is no room for more, else all of them as
 * long as they are wide enough to be read. */
void
pln_programme_view_update_widths (PlnProgrammeView *self)
{
  guint n = pln_time_grid_get_n_columns (self->grid);
  int least = n > MANY_ROOMS ? LEAST_MANY : LEAST;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - pln_time_scroller_get_hours_width (self->scroller);

  if (self->two_rooms && n > 2 && width > 0)
    least = width / 2;
  pln_time_grid_set_least_widths (self->grid, least, 0);
}

static void
choose_layout (PlnProgrammeView *self,
               int               width)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int around = GTK_IS_WIDGET (root) ? MAX (gtk_widget_get_width (GTK_WIDGET (root)), width) : width;
  gboolean was_list = gtk_stack_get_visible_child (self->layouts) == GTK_WIDGET (self->list);
  gboolean list = is_below (around, LIST, was_list);
  gboolean two_rooms = is_below (around, TWO_ROOMS, self->two_rooms);

  pln_programme_list_set_seen (self->list, list);
  gtk_stack_set_visible_child (self->layouts, list ? GTK_WIDGET (self->list) : self->table);
  if (two_rooms != self->two_rooms || width != self->width)
    {
      self->two_rooms = two_rooms;
      self->width = width;
      pln_programme_view_update_widths (self);
    }
}

/* The hours below are as wide as their letters. */
static void
pln_programme_view_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);

  GTK_WIDGET_CLASS (pln_programme_view_parent_class)->css_changed (widget, change);

  if (self->scroller != NULL)
    gtk_widget_set_size_request (self->corner, pln_time_scroller_get_hours_width (self->scroller), -1);
}

static void
pln_programme_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH; /* the layout follows the width */
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_programme_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least_width;
  int least_height;

  choose_layout (PLN_PROGRAMME_VIEW (widget), width);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least_width), MAX (height, least_height), baseline, NULL);
}

static gboolean
tick_cb (gpointer user_data)
{
  PlnProgrammeView *self = user_data;

  pln_time_scroller_update_now (self->scroller);

  return G_SOURCE_CONTINUE;
}

static void
pln_programme_view_map (GtkWidget *widget)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);

  GTK_WIDGET_CLASS (pln_programme_view_parent_class)->map (widget);

  pln_time_scroller_update_now (self->scroller);
  self->tick_id = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
pln_programme_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLN_PROGRAMME_VIEW (widget)->tick_id, g_source_remove);

  GTK_WIDGET_CLASS (pln_programme_view_parent_class)->unmap (widget);
}

static gboolean
pln_programme_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static gboolean
pln_programme_view_grab_focus (GtkWidget *widget)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (widget);

  if (gtk_stack_get_visible_child (self->stack) == self->nothing)
    return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
  if (gtk_stack_get_visible_child (self->layouts) == self->table)
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));

  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
pln_programme_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->gathering != NULL && !pln_gathering_get_loaded (self->gathering));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Another view may have had something else selected, an occurrence. */
static void
pln_programme_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (object);
  GObject *item = g_value_get_object (value);

  pln_programme_view_select (self, PLN_IS_SESSION (item) ? PLN_SESSION (item) : NULL);
}

static void
pln_programme_view_dispose (GObject *object)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->pending_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  drop_gathering (self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->selected);
  if (self->days != NULL)
    g_signal_handlers_disconnect_by_data (self->days, self);
  g_clear_object (&self->days);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_PROGRAMME_VIEW);

  G_OBJECT_CLASS (pln_programme_view_parent_class)->dispose (object);
}

static void
pln_programme_view_finalize (GObject *object)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (object);

  g_ptr_array_unref (self->followed);
  g_object_unref (self->occurrences);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->clashes, pln_programme_clashes_free);
  g_clear_pointer (&self->timetable, pln_timetable_free);
  g_free (self->pending);
  g_free (self->mark);

  G_OBJECT_CLASS (pln_programme_view_parent_class)->finalize (object);
}

static void
pln_programme_view_class_init (PlnProgrammeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_programme_view_get_property;
  object_class->set_property = pln_programme_view_set_property;
  object_class->dispose = pln_programme_view_dispose;
  object_class->finalize = pln_programme_view_finalize;
  widget_class->css_changed = pln_programme_view_css_changed;
  widget_class->measure = pln_programme_view_measure;
  widget_class->size_allocate = pln_programme_view_size_allocate;
  widget_class->map = pln_programme_view_map;
  widget_class->unmap = pln_programme_view_unmap;
  widget_class->focus = pln_programme_view_focus;
  widget_class->grab_focus = pln_programme_view_grab_focus;

  g_object_class_override_property (object_class, PROP_SELECTED, "selected");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");

  g_type_ensure (PLN_TYPE_ROOM_HEADER);
  g_type_ensure (PLN_TYPE_PROGRAMME_LIST);
  g_type_ensure (PLN_TYPE_PROGRAMME_TRAY);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-programme-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, programme);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, clash_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, clash_count);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, clash_label);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, quiet_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, quiet_label);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, layouts);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, table);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, corner);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, header);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, list);
  gtk_widget_class_bind_template_child (widget_class, PlnProgrammeView, tray);
  pln_programme_view_class_init_edit (widget_class);
}

static void
pln_programme_view_init (PlnProgrammeView *self)
{
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  self->occurrences = g_list_store_new (PLN_TYPE_OCCURRENCE);
  self->date = pln_calendar_view_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* the view lays out itself, by its width */

  self->grid = PLN_TIME_GRID (pln_time_grid_new ());
  pln_time_grid_set_face (self->grid, face_cb, self);
  pln_time_grid_set_step (self->grid, STEP);
  pln_time_grid_set_hour_height (self->grid, HOUR_HEIGHT);
  g_signal_connect_object (self->grid, "laid-out", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
  self->scroller = PLN_TIME_SCROLLER (pln_time_scroller_new (self->grid));
  pln_time_scroller_set_label_now (self->scroller, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (self->table), GTK_WIDGET (self->scroller));
  gtk_widget_set_size_request (self->corner, pln_time_scroller_get_hours_width (self->scroller), -1);
  pln_room_header_set_adjustment (self->header, pln_time_scroller_get_hadjustment (self->scroller));

  self->days = g_object_ref_sink (PLN_PROGRAMME_DAYS (pln_programme_days_new ()));
  g_signal_connect_object (self->days, "chosen", G_CALLBACK (pln_programme_view_choose_day), self, G_CONNECT_SWAPPED);
  pln_programme_view_init_edit (self);
}

/**
 * pln_programme_view_new:
 *
 * Returns: a view without a gathering
 */
GtkWidget *
pln_programme_view_new (void)
{
  return g_object_new (PLN_TYPE_PROGRAMME_VIEW, NULL);
}
