/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define KEY_STEP     15 /* minutes that Alt and an arrow move */
#define GHOST_LENGTH 60

/* Moves the focusable slot; says where it is. */
void
pln_time_grid_put_slot (PlnTimeGrid *self,
                        guint        column,
                        double       place)
{
  g_autofree char *words = NULL;
  double first = pln_day_axis_get_start (self->axis);

  self->slot_column = MIN (column, self->columns->len - 1);
  self->slot_place = CLAMP (place, first, MAX (first, pln_day_axis_get_end (self->axis) - PLN_TIME_GRID_SLOT));
  words = pln_time_grid_slot_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slot), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static PlnTimeSpot *
focused_spot (PlnTimeGrid *self)
{
  return pln_time_grid_spot_of_chip (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

static PlnTimeItem *
focused_item (PlnTimeGrid *self)
{
  PlnTimeSpot *spot = focused_spot (self);
  PlnTimeItem *item = spot != NULL ? pln_time_grid_spot_item (spot) : NULL;

  return item != NULL && !pln_time_item_get_fixed (item) ? item : NULL;
}

/* From a chip the arrows go on from where it is. */
static void
slot_to_focus (PlnTimeGrid *self)
{
  PlnTimeSpot *spot = focused_spot (self);

  if (spot != NULL)
    pln_time_grid_put_slot (self, spot->column, floor (spot->from / PLN_TIME_GRID_SLOT) * PLN_TIME_GRID_SLOT);
}

static void
walk (PlnTimeGrid *self,
      int          columns,
      int          slots)
{
  int column;

  slot_to_focus (self);
  column = (int) self->slot_column + columns;
  if (column < 0 || column >= (int) self->columns->len)
    {
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_LEAVE], 0, columns);
      return;
    }

  pln_time_grid_put_slot (self, (guint) column, self->slot_place + slots * PLN_TIME_GRID_SLOT);
  self->slot_is_chosen = TRUE;
  gtk_widget_grab_focus (self->slot);
}

static void
say_span (PlnTimeGrid *self,
          PlnTimeItem *item,
          guint        column,
          gint64       start,
          gint64       end)
{
  g_autofree char *where = pln_time_grid_span_words (self, column, start, end);
  g_autofree char *words = g_strdup_printf ("%s, %s", pln_time_grid_title_of (self, item), where);

  pln_time_grid_say (self, words);
}

static void
move_item (PlnTimeGrid *self,
           PlnTimeItem *item,
           int          columns,
           int          minutes)
{
  int to = (int) pln_time_item_get_column (item) + columns;
  double place = pln_day_axis_to_place (self->axis, pln_time_item_get_column (item), pln_time_item_get_start (item)) + minutes;
  gint64 start;

  if (to < 0 || to + (int) pln_time_item_get_n_columns (item) > (int) self->columns->len)
    return;

  start = pln_day_axis_from_place (self->axis, (guint) to, place);
  say_span (self, item, (guint) to, start, start + pln_time_item_get_end (item) - pln_time_item_get_start (item));
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_MOVE], 0, item, (guint) to, start, FALSE);
}

static void
lengthen_item (PlnTimeGrid *self,
               PlnTimeItem *item,
               int          minutes)
{
  gint64 start = pln_time_item_get_start (item);
  gint64 end = MAX (pln_time_item_get_end (item) + minutes * 60, start + KEY_STEP * 60);

  if (end == pln_time_item_get_end (item))
    return;

  say_span (self, item, pln_time_item_get_column (item), start, end);
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_RESIZE], 0, item, start, end);
}

static void
hold (PlnTimeGrid *self,
      PlnTimeItem *item,
      gboolean     is_cut)
{
  g_autofree char *words = NULL;

  g_set_object (&self->held, item);
  self->held_is_cut = is_cut;
  /* Translators: %s is a title; a screen reader says so after Ctrl+X. */
  words = g_strdup_printf (is_cut ? _("Picked up %s") : _("Copied %s"), pln_time_grid_title_of (self, item));
  pln_time_grid_say (self, words);
}

static void
paste (PlnTimeGrid *self)
{
  g_autoptr(PlnTimeItem) item = self->held != NULL ? g_object_ref (self->held) : NULL;
  gint64 start;

  if (item == NULL)
    return;

  slot_to_focus (self);
  start = pln_day_axis_from_place (self->axis, self->slot_column, self->slot_place);
  say_span (self, item, self->slot_column, start,
            start + pln_time_item_get_end (item) - pln_time_item_get_start (item));
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_MOVE], 0, item, self->slot_column, start, !self->held_is_cut);
  if (self->held_is_cut)
    g_clear_object (&self->held);
}

static gboolean
arrow (PlnTimeGrid     *self,
       guint            keyval,
       GdkModifierType  state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean across = keyval == GDK_KEY_Left || keyval == GDK_KEY_Right;
  int way = keyval == GDK_KEY_Up || keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left) ? -1 : 1;
  PlnTimeItem *item = focused_item (self);

  if (state == 0 || (across && state == GDK_CONTROL_MASK))
    walk (self, across ? way : 0, across ? 0 : way);
  else if (state == GDK_ALT_MASK && item != NULL)
    move_item (self, item, across ? way : 0, across ? 0 : way * KEY_STEP);
  else if (state == (GDK_ALT_MASK | GDK_SHIFT_MASK) && item != NULL && !across)
    lengthen_item (self, item, way * KEY_STEP);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
escape (PlnTimeGrid *self)
{
  if (self->drag.begun && !self->drag.is_waiting)
    {
      pln_time_grid_stop_drag (self); /* first, as a gesture that is denied ends */
      gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
      pln_time_grid_say (self, _("Put back"));
    }
  else if (self->held != NULL)
    g_clear_object (&self->held);
  else if (self->selected != NULL)
    {
      pln_time_grid_select (self, NULL);
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_SELECT], 0, NULL);
    }
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
control_key (PlnTimeGrid *self,
             guint        keyval)
{
  PlnTimeSpot *spot = focused_spot (self);
  PlnTimeItem *item = focused_item (self);

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      {
        gint64 start;

        slot_to_focus (self);
        start = pln_day_axis_from_place (self->axis, self->slot_column, self->slot_place);
        pln_time_grid_start_ghost (self, self->slot_column, start, start + GHOST_LENGTH * 60);
        return GDK_EVENT_STOP;
      }
    case GDK_KEY_x:
      if (item == NULL)
        return GDK_EVENT_PROPAGATE;
      hold (self, item, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_c: /* also of what may only be read */
      item = spot != NULL ? pln_time_grid_spot_item (spot) : NULL;
      if (item == NULL)
        return GDK_EVENT_PROPAGATE;
      hold (self, item, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
      paste (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* To the next period, where a scrolled window would scroll. */
static gboolean
page (PlnTimeGrid *self,
      int          periods)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "calendar.step", "i", periods);
}

static gboolean
plain_key (PlnTimeGrid *self,
           guint        keyval)
{
  PlnTimeSpot *spot = focused_spot (self);
  PlnTimeItem *item = focused_item (self);

  switch (keyval)
    {
    case GDK_KEY_Escape:
      return escape (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return page (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return page (self, 1);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (item == NULL)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_REMOVE], 0, item);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      if (item == NULL)
        return GDK_EVENT_PROPAGATE;
      pln_chip_edit_title (PLN_CHIP (spot->chip));
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (spot == NULL || pln_time_grid_spot_item (spot) == NULL)
        return GDK_EVENT_PROPAGATE;
      pln_time_grid_select (self, pln_time_item_get_key (spot->items->pdata[0]));
      g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_SELECT], 0, spot->items->pdata[0]);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
is_arrow (guint keyval)
{
  return keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Left || keyval == GDK_KEY_Right;
}

/* The keys of the number block mean the same. */
static guint
plain_arrow (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    default:
      return keyval;
    }
}

static gboolean
key_cb (PlnTimeGrid     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  state &= gtk_accelerator_get_default_mod_mask ();
  keyval = plain_arrow (keyval);
  if (self->axis == NULL || GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;

  if (is_arrow (keyval))
    return arrow (self, keyval, state);
  if (state == GDK_CONTROL_MASK)
    return control_key (self, keyval);
  if (state == 0)
    return plain_key (self, keyval);

  return GDK_EVENT_PROPAGATE;
}

static void
move_ghost (PlnTimeGrid *self,
            int          columns,
            int          minutes)
{
  PlnTimeDrag *drag = &self->drag;
  int column = CLAMP ((int) drag->column + columns, 0, (int) self->columns->len - 1);
  double first = pln_day_axis_get_start (self->axis);
  double last = pln_day_axis_get_end (self->axis) - self->step;
  double place = pln_day_axis_to_place (self->axis, drag->column, drag->start) + minutes;
  gint64 length = drag->end - drag->start;

  drag->column = (guint) column;
  drag->start = pln_day_axis_from_place (self->axis, drag->column, CLAMP (place, first, last));
  drag->end = drag->start + length;
  pln_time_grid_put_slot (self, drag->column, floor (CLAMP (place, first, last) / PLN_TIME_GRID_SLOT) * PLN_TIME_GRID_SLOT);
  pln_time_grid_show_ghost (self);
}

static void
make_it (PlnTimeGrid *self)
{
  PlnTimeDrag *drag = &self->drag;
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (pln_time_ghost_get_entry (PLN_TIME_GHOST (self->ghost)))));

  drag->is_waiting = TRUE;
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_CREATE], 0, drag->column, drag->start, drag->end, g_strstrip (title));
}

/* While a title is typed into the ghost. */
static gboolean
ghost_key_cb (PlnTimeGrid     *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *entry = pln_time_ghost_get_entry (PLN_TIME_GHOST (self->ghost));
  gboolean is_empty = gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (entry))) == 0;
  int way;

  state &= gtk_accelerator_get_default_mod_mask ();
  keyval = plain_arrow (keyval);
  way = keyval == GDK_KEY_Up || keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left) ? -1 : 1;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (state == GDK_SHIFT_MASK)
        {
          self->drag.end = MAX (self->drag.end + way * self->step * 60, self->drag.start + self->step * 60);
          pln_time_grid_show_ghost (self);
        }
      else
        move_ghost (self, 0, way * self->step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (!is_empty)
        return GDK_EVENT_PROPAGATE;
      move_ghost (self, way, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      pln_time_grid_stop_drag (self);
      pln_time_grid_say (self, _("Nothing was made"));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      make_it (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
ghost_left_cb (PlnTimeGrid *self)
{
  if (self->drag.by_keyboard && !self->drag.is_waiting)
    pln_time_grid_stop_drag (self);
}

static gboolean
focus_spot (PlnTimeGrid *self,
            guint        i)
{
  PlnTimeSpot *spot = self->spots->pdata[i];

  pln_time_grid_reveal (self, spot);

  return gtk_widget_grab_focus (spot->chip);
}

static guint
spot_index (PlnTimeGrid *self,
            PlnTimeSpot *spot)
{
  guint i = 0;

  g_ptr_array_find (self->spots, spot, &i);

  return i;
}

/* The first that begins at the slot or later, if the user went to the slot;
 * else, and if none does, the first of all. */
static guint
spot_after_slot (PlnTimeGrid *self)
{
  gint64 at = pln_day_axis_from_place (self->axis, self->slot_column, self->slot_place);

  for (guint i = 0; self->slot_is_chosen && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (pln_time_item_get_start (spot->items->pdata[0]) >= at)
        return i;
    }

  return 0;
}

/* Tab goes from the slot to the chips, in order of time. */
gboolean
pln_time_grid_move_focus (PlnTimeGrid      *self,
                          GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  PlnTimeSpot *spot = pln_time_grid_spot_of_chip (self, child);
  guint n = self->spots != NULL ? self->spots->len : 0;
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;

  if (self->axis == NULL)
    return FALSE;
  if (child == self->ghost)
    return TRUE;
  if (child == NULL)
    self->slot_is_chosen = FALSE;
  if (child == NULL)
    return back && n > 0 ? focus_spot (self, n - 1) : gtk_widget_grab_focus (self->slot);
  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return FALSE;

  if (spot == NULL)
    return !back && n > 0 && focus_spot (self, spot_after_slot (self));
  if (back)
    return spot_index (self, spot) > 0 ? focus_spot (self, spot_index (self, spot) - 1) : gtk_widget_grab_focus (self->slot);

  return spot_index (self, spot) + 1 < n && focus_spot (self, spot_index (self, spot) + 1);
}

void
pln_time_grid_init_keys (PlnTimeGrid *self)
{
  GtkWidget *entry = pln_time_ghost_get_entry (PLN_TIME_GHOST (self->ghost));
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (ghost_key_cb), self);
  gtk_widget_add_controller (entry, keys);

  keys = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (keys, "leave", G_CALLBACK (ghost_left_cb), self);
  gtk_widget_add_controller (entry, keys);
}

/**
 * pln_time_grid_start_ghost:
 * @self: a grid with columns
 * @column: where
 * @start: when, in seconds since 1970
 * @end: until when
 *
 * Begins something new by keyboard: its title is typed, arrows move it, Enter
 * makes it, Esc leaves nothing behind.
 */
void
pln_time_grid_start_ghost (PlnTimeGrid *self,
                           guint        column,
                           gint64       start,
                           gint64       end)
{
  GtkWidget *entry;

  g_return_if_fail (PLN_IS_TIME_GRID (self));
  g_return_if_fail (column < self->columns->len);

  pln_time_grid_stop_drag (self);
  self->drag = (PlnTimeDrag) {
    .kind = PLN_TIME_DRAG_CREATE,
    .begun = TRUE,
    .by_keyboard = TRUE,
    .column = column,
    .n_columns = 1,
    .start = start,
    .end = MAX (end, start + self->step * 60),
  };
  pln_time_ghost_set_typed (PLN_TIME_GHOST (self->ghost), TRUE);
  pln_time_grid_show_ghost (self);
  entry = pln_time_ghost_get_entry (PLN_TIME_GHOST (self->ghost));
  gtk_widget_set_child_visible (entry, TRUE);
  gtk_widget_grab_focus (entry);
}
