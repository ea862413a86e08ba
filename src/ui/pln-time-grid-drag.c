/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include "pln-edge-scroll.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <math.h>


/* The moment nearest to a place that a pointer may name. */
gint64
pln_time_grid_snap (PlnTimeGrid *self,
                    guint        column,
                    double       place,
                    int          step)
{
  return pln_day_axis_from_place (self->axis, column, round (place / step) * step);
}

static const char *
drag_title (PlnTimeGrid *self)
{
  const char *title = self->drag.item != NULL ? pln_time_grid_title_of (self, self->drag.item) : "";

  if (self->drag.title != NULL)
    return self->drag.title;

  return *title != '\0' ? title : self->new_title != NULL ? self->new_title : _("New session");
}

static void
show_reason (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  g_autofree char *reason = NULL;

  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_WARN], 0, drag->item, drag->column, drag->start, drag->end, &reason);
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL && *reason != '\0');
  pln_time_ghost_set_warns (PLN_TIME_GHOST (self->ghost), reason != NULL && *reason != '\0');
}

/* Shows what would be if the pointer let go now. */
void
pln_time_grid_show_ghost (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  g_autoptr(GDateTime) start = pln_time_grid_moment (self, drag->start);
  g_autoptr(GDateTime) end = pln_time_grid_moment (self, drag->end);
  g_autofree char *times = pln_when_words_times (start, end);
  g_autofree char *length = pln_when_words_length ((guint) ((drag->end - drag->start) / 60));
  g_autofree char *spoken = pln_time_grid_span_words (self, drag->column, drag->start, drag->end);

  show_reason (self);
  pln_time_ghost_set_words (PLN_TIME_GHOST (self->ghost), times, drag_title (self), length, spoken);
  gtk_widget_set_visible (self->ghost, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_lifted (PlnTimeGrid *self,
            gboolean     lifted)
{
  PlnTimeSpot *spot = self->drag.item != NULL
                      ? pln_time_grid_spot_of_key (self, pln_time_item_get_key (self->drag.item)) : NULL;

  if (spot != NULL && spot->chip != NULL)
    gtk_widget_set_opacity (spot->chip, lifted ? PLN_TIME_GRID_LIFTED : 1);
}

/* Puts back whatever is in the air. */
void
pln_time_grid_stop_drag (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->ghost;
  gboolean was_in_air = drag->begun && !drag->is_waiting && !drag->by_keyboard;

  set_lifted (self, FALSE);
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  g_clear_object (&drag->item);
  g_clear_pointer (&drag->title, g_free);
  *drag = (PlnTimeDrag) { .kind = PLN_TIME_DRAG_NONE };

  if (had_focus)
    gtk_widget_grab_focus (self->slot);
  gtk_widget_set_visible (self->ghost, FALSE);
  gtk_widget_set_visible (self->reason, FALSE);
  pln_time_ghost_set_typed (PLN_TIME_GHOST (self->ghost), FALSE);
  if (was_in_air)
    g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_IN_AIR], 0, FALSE, FALSE);
}

static void
follow_create (PlnTimeGrid *self,
               double       place,
               int          step)
{
  PlnTimeDrag *drag = &self->drag;
  double first = floor (drag->press_place / step) * step;
  double other = round (place / step) * step;

  drag->start = pln_time_grid_snap (self, drag->column, MIN (first, other), step);
  drag->end = pln_time_grid_snap (self, drag->column, other > first ? other : first + step, step);
  drag->end = MAX (drag->end, drag->start + step * 60);
}

static void
follow_move (PlnTimeGrid *self,
             double       place,
             int          step)
{
  PlnTimeDrag *drag = &self->drag;
  guint last = self->columns->len - MIN (drag->n_columns, self->columns->len);
  int column = (int) pln_time_item_get_column (drag->item)
               + (int) pln_time_grid_column_at (self, drag->x) - (int) drag->press_column;
  double was = pln_day_axis_to_place (self->axis, pln_time_item_get_column (drag->item), pln_time_item_get_start (drag->item));
  double first = pln_day_axis_get_start (self->axis);
  double start = MIN (was + place - drag->press_place, pln_day_axis_get_end (self->axis) - step);

  if (was >= first)
    start = MAX (start, first);
  drag->column = (guint) CLAMP (column, 0, (int) last);
  drag->start = pln_time_grid_snap (self, drag->column, start, step);
  drag->end = drag->start + pln_time_item_get_end (drag->item) - pln_time_item_get_start (drag->item);
}

static void
follow (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  int step = (drag->state & GDK_ALT_MASK) != 0 ? 1 : self->step;
  double place = pln_time_grid_y_to_place (self, drag->y);

  switch (drag->kind)
    {
    case PLN_TIME_DRAG_CREATE:
      follow_create (self, place, step);
      break;
    case PLN_TIME_DRAG_MOVE:
      follow_move (self, place, step);
      break;
    case PLN_TIME_DRAG_START:
      drag->start = MIN (pln_time_grid_snap (self, drag->column, place, step), drag->end - step * 60);
      break;
    case PLN_TIME_DRAG_END:
      drag->end = MAX (pln_time_grid_snap (self, drag->column, place, step), drag->start + step * 60);
      break;
    case PLN_TIME_DRAG_NONE:
      return;
    }

  pln_time_grid_show_ghost (self);
}

/* Scrolls on while the pointer rests at an edge; what is seen moves below it. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *across, *down;
  double x, y;

  if (scrolled == NULL)
    {
      self->drag.tick = 0;
      return G_SOURCE_REMOVE;
    }

  across = gtk_scrolled_window_get_hadjustment (scrolled);
  down = gtk_scrolled_window_get_vadjustment (scrolled);
  x = gtk_adjustment_get_value (across);
  y = gtk_adjustment_get_value (down);
  if (pln_edge_scroll (down, self->drag.y) | pln_edge_scroll (across, self->drag.x))
    {
      self->drag.x += gtk_adjustment_get_value (across) - x;
      self->drag.y += gtk_adjustment_get_value (down) - y;
      follow (self);
    }

  return G_SOURCE_CONTINUE;
}

static PlnTimeDragKind
kind_at (PlnTimeGrid *self,
         PlnTimeSpot *spot,
         double       y)
{
  PlnTimeItem *item = pln_time_grid_spot_item (spot);
  int edge = MIN (PLN_TIME_GRID_EDGE, spot->area.height / 4);
  gboolean ends_here, starts_here;

  if (item == NULL || pln_time_item_get_fixed (item))
    return PLN_TIME_DRAG_NONE;

  starts_here = pln_day_axis_to_place (self->axis, spot->column, pln_time_item_get_start (item)) >= spot->from;
  ends_here = pln_day_axis_to_place (self->axis, spot->column, pln_time_item_get_end (item)) <= spot->to;
  if (ends_here && y >= spot->area.y + spot->area.height - edge)
    return PLN_TIME_DRAG_END;
  if (starts_here && y < spot->area.y + edge)
    return PLN_TIME_DRAG_START;

  return PLN_TIME_DRAG_MOVE;
}

static void
take (PlnTimeGrid *self,
      PlnTimeSpot *spot,
      double       y)
{
  PlnTimeDrag *drag = &self->drag;
  PlnTimeItem *item;

  drag->column = drag->press_column;
  drag->n_columns = 1;
  drag->kind = spot != NULL ? kind_at (self, spot, y) : PLN_TIME_DRAG_CREATE;
  if (spot == NULL || drag->kind == PLN_TIME_DRAG_NONE)
    return;

  item = pln_time_grid_spot_item (spot);
  drag->item = g_object_ref (item);
  drag->column = spot->column;
  drag->n_columns = drag->kind == PLN_TIME_DRAG_MOVE ? pln_time_item_get_n_columns (item) : spot->n_columns;
  drag->start = pln_time_item_get_start (item);
  drag->end = pln_time_item_get_end (item);
}

static void
drag_begin_cb (PlnTimeGrid    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (self->drag.by_keyboard && !self->drag.is_waiting && !GTK_IS_TEXT (picked))
    pln_time_grid_stop_drag (self);
  if (self->axis == NULL || self->drag.begun || GTK_IS_TEXT (picked))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->drag = (PlnTimeDrag) {
    .press_x = x,
    .press_y = y,
    .press_column = pln_time_grid_column_at (self, x),
    .press_place = pln_time_grid_y_to_place (self, y),
  };
  take (self, pln_time_grid_spot_at (self, x, y), y);
}

static void
drag_update_cb (PlnTimeGrid    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  PlnTimeDrag *drag = &self->drag;

  if (drag->kind == PLN_TIME_DRAG_NONE || drag->is_waiting)
    return;

  drag->x = drag->press_x + dx;
  drag->y = drag->press_y + dy;
  drag->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!drag->begun)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;

      drag->begun = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      set_lifted (self, TRUE);
      if (drag->item != NULL)
        pln_time_grid_focus (self, pln_time_item_get_key (drag->item));
      else
        {
          pln_time_grid_put_slot (self, drag->press_column, floor (drag->press_place / PLN_TIME_GRID_SLOT) * PLN_TIME_GRID_SLOT);
          gtk_widget_grab_focus (self->slot);
        }
      drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_IN_AIR], 0, TRUE, drag->kind == PLN_TIME_DRAG_CREATE);
    }
  follow (self);
}

static void
drop (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  g_autoptr(PlnTimeItem) item = drag->item != NULL ? g_object_ref (drag->item) : NULL;
  PlnTimeDragKind kind = drag->kind;
  gboolean copy = (drag->state & GDK_CONTROL_MASK) != 0;
  guint column = drag->column;
  gint64 start = drag->start, end = drag->end;

  pln_time_grid_stop_drag (self);
  if (kind == PLN_TIME_DRAG_MOVE)
    {
      if (copy || column != pln_time_item_get_column (item) || start != pln_time_item_get_start (item))
        g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_MOVE], 0, item, column, start, copy);
    }
  else if (start != pln_time_item_get_start (item) || end != pln_time_item_get_end (item))
    g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_RESIZE], 0, item, start, end);
}

static void
drag_end_cb (PlnTimeGrid    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  PlnTimeDrag *drag = &self->drag;

  if (!drag->begun || drag->is_waiting || drag->by_keyboard)
    {
      if (!drag->begun)
        pln_time_grid_stop_drag (self);
      return;
    }

  if (drag->kind != PLN_TIME_DRAG_CREATE)
    {
      drop (self);
      return;
    }

  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  drag->tick = 0;
  drag->is_waiting = TRUE;
  gtk_widget_set_visible (self->reason, FALSE);
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_IN_AIR], 0, FALSE, TRUE);
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_CREATE], 0, drag->column, drag->start, drag->end, "");
}

static void
drag_cancel_cb (PlnTimeGrid *self)
{
  if (!self->drag.is_waiting && !self->drag.by_keyboard)
    pln_time_grid_stop_drag (self);
}

static void
click_slot (PlnTimeGrid *self,
            int          n_press,
            double       x,
            double       y)
{
  double place = pln_time_grid_y_to_place (self, y);
  guint column = pln_time_grid_column_at (self, x);

  pln_time_grid_put_slot (self, column, floor (place / PLN_TIME_GRID_SLOT) * PLN_TIME_GRID_SLOT);
  self->slot_is_chosen = TRUE;
  gtk_widget_grab_focus (self->slot);
  if (n_press == 1)
    {
      if (self->selected != NULL)
        {
          pln_time_grid_select (self, NULL);
          g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_SELECT], 0, NULL);
        }
      return;
    }

  pln_time_grid_stop_drag (self);
  self->drag = (PlnTimeDrag) {
    .kind = PLN_TIME_DRAG_CREATE,
    .begun = TRUE,
    .is_waiting = TRUE,
    .column = column,
    .n_columns = 1,
    .start = pln_day_axis_from_place (self->axis, column, self->slot_place),
    .end = pln_day_axis_from_place (self->axis, column, self->slot_place) + 3600,
  };
  pln_time_grid_show_ghost (self);
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_CREATE], 0, column, self->drag.start, self->drag.end, "");
}

static void
released_cb (PlnTimeGrid     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  PlnTimeSpot *spot = self->axis != NULL ? pln_time_grid_spot_at (self, x, y) : NULL;

  if (self->axis == NULL || self->drag.begun || n_press > 2)
    return;

  if (spot == NULL)
    {
      click_slot (self, n_press, x, y);
      return;
    }

  pln_time_grid_reveal (self, spot);
  gtk_widget_grab_focus (spot->chip);
  if (spot->items->len > 1 || n_press == 2)
    g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_ACTIVATE], 0, spot->items, spot->chip);
  else
    {
      pln_time_grid_select (self, pln_time_item_get_key (spot->items->pdata[0]));
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_SELECT], 0, spot->items->pdata[0]);
    }
}

static void
motion_cb (PlnTimeGrid *self,
           double       x,
           double       y)
{
  PlnTimeSpot *spot = self->axis != NULL ? pln_time_grid_spot_at (self, x, y) : NULL;
  PlnTimeDragKind kind = spot != NULL ? kind_at (self, spot, y) : PLN_TIME_DRAG_NONE;

  if (!self->drag.begun)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     kind == PLN_TIME_DRAG_START || kind == PLN_TIME_DRAG_END ? "ns-resize" : NULL);
}

void
pln_time_grid_init_drag (PlnTimeGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * pln_time_grid_hover:
 * @self: a grid
 * @key: what something is known by that comes from elsewhere
 * @object: (type GObject): the thing itself, for [signal@TimeGrid::warn]
 * @title: what it is called
 * @seconds: how long it will be
 * @x: where the pointer is, in the grid
 * @y: where it is
 * @column: (out): the column there
 * @start: (out): when it would begin
 *
 * Shows what would be if it were dropped here, until [method@TimeGrid.clear_ghost].
 *
 * Returns: %FALSE if it cannot be dropped
 */
gboolean
pln_time_grid_hover (PlnTimeGrid *self,
                     const char  *key,
                     gpointer     object,
                     const char  *title,
                     int          seconds,
                     double       x,
                     double       y,
                     guint       *column,
                     gint64      *start)
{
  PlnTimeDrag *drag = &self->drag;

  g_return_val_if_fail (PLN_IS_TIME_GRID (self), FALSE);

  if (self->axis == NULL)
    return FALSE;

  *column = pln_time_grid_column_at (self, x);
  *start = pln_time_grid_snap (self, *column, pln_time_grid_y_to_place (self, y), self->step);
  if (drag->title == NULL)
    {
      pln_time_grid_stop_drag (self);
      *drag = (PlnTimeDrag) { .kind = PLN_TIME_DRAG_MOVE, .begun = TRUE, .is_waiting = TRUE, .n_columns = 1 };
      drag->title = g_strdup (title);
    }
  g_clear_object (&drag->item);
  drag->item = pln_time_item_new (key, object, *column, 1, *start, *start + seconds, FALSE);
  drag->column = *column;
  drag->start = *start;
  drag->end = *start + seconds;
  drag->x = x;
  drag->y = y;
  pln_time_grid_show_ghost (self);

  return TRUE;
}
