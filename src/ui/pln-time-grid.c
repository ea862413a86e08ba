/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include "pln-str.h"

#include <adwaita.h>

/**
 * PlnTimeGrid:
 *
 * Columns of time, as in a week or in a programme: hours downwards, chips
 * where something takes place, side by side where they overlap. It knows
 * nothing of models: items come by [method@TimeGrid.set_items], chips get
 * their faces from a function, and what the user does is announced. It shows
 * nothing of it by itself; whoever listens changes the items.
 *
 * All that goes by pointer goes by keyboard, too. Between two chips the focus
 * is on a slot, the one place of the ground that is a widget.
 *
 * It is as high as its hours: a [class@TimeScroller] shows a part of it, with
 * the hours beside it.
 */
G_DEFINE_FINAL_TYPE (PlnTimeGrid, pln_time_grid, GTK_TYPE_WIDGET)

guint pln_time_grid_signals[PLN_TIME_GRID_N_SIGNALS];

static void
column_clear (gpointer data)
{
  g_free (((PlnTimeGridColumn *) data)->name);
}

static void
lay_out_anew (PlnTimeGrid *self)
{
  self->laid_out_for = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
pln_time_grid_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) self->columns->len * self->least_column;
  else
    *minimum = *natural = self->axis != NULL
                          ? (int) pln_time_grid_place_to_y (self, pln_day_axis_get_end (self->axis)) : 0;
}

static void
tell_laid_out_cb (gpointer user_data)
{
  PlnTimeGrid *self = user_data;

  self->laid_out_id = 0;
  g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_LAID_OUT], 0);
}

static void
pln_time_grid_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);
  gboolean is_new = self->laid_out_for != width;

  pln_time_grid_lay_out (self, width);
  pln_time_grid_allocate (self, width);
  if (is_new && self->laid_out_id == 0) /* what stands beside it may have its place already */
    self->laid_out_id = g_idle_add_once (tell_laid_out_cb, self);
}

static void
pln_time_grid_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);

  if (self->axis == NULL)
    return;

  pln_time_grid_draw_ground (self, snapshot);
  pln_time_grid_draw_now (self, snapshot, 1);
  GTK_WIDGET_CLASS (pln_time_grid_parent_class)->snapshot (widget, snapshot);
  pln_time_grid_draw_now (self, snapshot, 0.28);
}

static gboolean
pln_time_grid_focus_vfunc (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  return pln_time_grid_move_focus (PLN_TIME_GRID (widget), direction);
}

static gboolean
pln_time_grid_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLN_TIME_GRID (widget)->slot);
}

/* What has the focus is brought into view by where it will be: slot and ghost
 * have not been given their places yet when they get it. */
static void
pln_time_grid_set_focus_child (GtkWidget *widget,
                               GtkWidget *child)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  PlnTimeSpot *spot = child != NULL ? pln_time_grid_spot_of_chip (self, child) : NULL;
  GdkRectangle area;

  GTK_WIDGET_CLASS (pln_time_grid_parent_class)->set_focus_child (widget, child);

  if (child == NULL || self->axis == NULL || scrolled == NULL || (self->drag.begun && !self->drag.by_keyboard))
    return;

  if (spot != NULL)
    area = spot->area;
  else if (child == self->slot)
    pln_time_grid_span_area (self, self->slot_column, 1, self->slot_place, self->slot_place + PLN_TIME_GRID_SLOT, &area);
  else if (child != self->ghost || !pln_time_grid_get_ghost_area (self, &area))
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                             area.x, area.x + area.width);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                             area.y, area.y + area.height);
}

static void
pln_time_grid_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_time_grid_parent_class)->css_changed (widget, change);

  lay_out_anew (PLN_TIME_GRID (widget)); /* chips are as high as their lines */
}

static void
pln_time_grid_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  before)
{
  lay_out_anew (PLN_TIME_GRID (widget));
}

static void
pln_time_grid_dispose (GObject *object)
{
  PlnTimeGrid *self = PLN_TIME_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->laid_out_id, g_source_remove);
  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  self->drag.tick = 0;
  if (self->slice_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->slice_tick);
  self->slice_tick = 0;
  g_ptr_array_set_size (self->spare, 0);
  g_clear_object (&self->drag.item);
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_hash_table_unref);
  g_clear_object (&self->held);

  G_OBJECT_CLASS (pln_time_grid_parent_class)->dispose (object);
}

static void
pln_time_grid_finalize (GObject *object)
{
  PlnTimeGrid *self = PLN_TIME_GRID (object);

  g_array_unref (self->columns);
  g_clear_pointer (&self->axis, pln_day_axis_free);
  g_time_zone_unref (self->zone);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->spare);
  g_free (self->selected);
  g_free (self->new_title);

  G_OBJECT_CLASS (pln_time_grid_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  /**
   * PlnTimeGrid::create:
   * @self: the grid
   * @column: where
   * @start: when, in seconds since 1970
   * @end: until when
   * @title: what was typed, or ""
   *
   * The user wants something new. The ghost stays where it is, so that more
   * can be asked beside it, until [method@TimeGrid.clear_ghost].
   */
  pln_time_grid_signals[PLN_TIME_GRID_CREATE] =
    g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_STRING);

  /**
   * PlnTimeGrid::move:
   * @self: the grid
   * @item: what; it may come from other days, if it was cut there
   * @column: where to
   * @start: when it is to begin, in seconds since 1970; its length stays
   * @copy: whether it stays where it is, too
   */
  pln_time_grid_signals[PLN_TIME_GRID_MOVE] =
    g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 4, PLN_TYPE_TIME_ITEM, G_TYPE_UINT, G_TYPE_INT64, G_TYPE_BOOLEAN);

  /**
   * PlnTimeGrid::resize:
   * @self: the grid
   * @item: what
   * @start: when it is to begin, in seconds since 1970
   * @end: when it is to be over
   */
  pln_time_grid_signals[PLN_TIME_GRID_RESIZE] =
    g_signal_new ("resize", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, PLN_TYPE_TIME_ITEM, G_TYPE_INT64, G_TYPE_INT64);

  /**
   * PlnTimeGrid::activate:
   * @self: the grid
   * @items: (element-type PlnTimeItem): what; more than one if a chip stands
   *   for several
   * @chip: where it is shown
   *
   * A double click or Enter on a chip, or a click on one that stands for several.
   */
  pln_time_grid_signals[PLN_TIME_GRID_ACTIVATE] =
    g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, PLN_TYPE_CHIP);

  /**
   * PlnTimeGrid::select:
   * @self: the grid
   * @item: (nullable): what the user selected; %NULL: nothing any more
   */
  pln_time_grid_signals[PLN_TIME_GRID_SELECT] =
    g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_TIME_ITEM);

  /**
   * PlnTimeGrid::remove:
   * @self: the grid
   * @item: what the user wants to be rid of
   */
  pln_time_grid_signals[PLN_TIME_GRID_REMOVE] =
    g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_TIME_ITEM);

  /**
   * PlnTimeGrid::rename:
   * @self: the grid
   * @item: what
   * @title: its new title
   */
  pln_time_grid_signals[PLN_TIME_GRID_RENAME] =
    g_signal_new ("rename", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, PLN_TYPE_TIME_ITEM, G_TYPE_STRING);

  /**
   * PlnTimeGrid::warn:
   * @self: the grid
   * @item: (nullable): what is in the air; %NULL for something new
   * @column: where it would be
   * @start: when it would begin, in seconds since 1970
   * @end: when it would be over
   *
   * Asks what speaks against a time and place; it can be dropped there anyway.
   *
   * Returns: (nullable) (transfer full): a phrase for the user, or %NULL
   */
  pln_time_grid_signals[PLN_TIME_GRID_WARN] =
    g_signal_new ("warn", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_STRING, 4, PLN_TYPE_TIME_ITEM, G_TYPE_UINT, G_TYPE_INT64, G_TYPE_INT64);

  /**
   * PlnTimeGrid::in-air:
   * @self: the grid
   * @in_air: whether the pointer drags something now
   * @is_new: whether that is something new
   */
  pln_time_grid_signals[PLN_TIME_GRID_IN_AIR] =
    g_signal_new ("in-air", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);

  /**
   * PlnTimeGrid::leave:
   * @self: the grid
   * @columns: 1 for the column after the last, -1 for the one before the first
   *
   * An arrow led out of the grid.
   */
  pln_time_grid_signals[PLN_TIME_GRID_LEAVE] =
    g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * PlnTimeGrid::laid-out:
   * @self: the grid
   *
   * Columns and chips have new places, so that heads of columns may follow.
   */
  pln_time_grid_signals[PLN_TIME_GRID_LAID_OUT] =
    g_signal_new ("laid-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pln_time_grid_class_init (PlnTimeGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_time_grid_dispose;
  object_class->finalize = pln_time_grid_finalize;
  widget_class->measure = pln_time_grid_measure;
  widget_class->size_allocate = pln_time_grid_size_allocate;
  widget_class->snapshot = pln_time_grid_snapshot;
  widget_class->focus = pln_time_grid_focus_vfunc;
  widget_class->grab_focus = pln_time_grid_grab_focus;
  widget_class->set_focus_child = pln_time_grid_set_focus_child;
  widget_class->css_changed = pln_time_grid_css_changed;
  widget_class->direction_changed = pln_time_grid_direction_changed;

  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "timegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
init_children (PlnTimeGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->slot = g_object_new (ADW_TYPE_BIN, "css-name", "timeslot", "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                             "focusable", TRUE, "can-target", FALSE, NULL);
  gtk_widget_set_parent (self->slot, widget);

  self->ghost = pln_time_ghost_new ();
  gtk_widget_set_visible (self->ghost, FALSE);
  gtk_widget_set_parent (self->ghost, widget);

  self->reason = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                               "max-width-chars", 40, "xalign", 0.0f, "can-target", FALSE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->reason, "pln-reason");
  gtk_widget_set_parent (self->reason, widget);

  /* What is said of moves by keyboard; what is seen of them are the chips. */
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "can-target", FALSE, "opacity", 0.0, NULL);
  gtk_widget_set_parent (self->status, widget);
}

static void
pln_time_grid_init (PlnTimeGrid *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (PlnTimeGridColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->spare = g_ptr_array_new ();
  self->zone = g_time_zone_new_local ();
  self->hour_height = 50;
  self->step = 15;
  self->laid_out_for = -1;
  self->slot_place = 540;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  init_children (self);
  pln_time_grid_init_drag (self);
  pln_time_grid_init_keys (self);
}

/**
 * pln_time_grid_new:
 *
 * Returns: a grid without columns
 */
GtkWidget *
pln_time_grid_new (void)
{
  return g_object_new (PLN_TYPE_TIME_GRID, NULL);
}

/**
 * pln_time_grid_set_face:
 * @self: a grid
 * @face: gives chips their faces; it is asked when an item is new or replaced,
 *   and by [method@TimeGrid.update_faces]
 * @user_data: given to @face
 */
void
pln_time_grid_set_face (PlnTimeGrid     *self,
                        PlnTimeGridFace  face,
                        gpointer         user_data)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  self->face = face;
  self->face_data = user_data;
}

/**
 * pln_time_grid_set_columns:
 * @self: a grid
 * @columns: (array length=n_columns): the columns, in the order of reading
 * @n_columns: how many
 * @zone: whose clock is shown
 * @from: the first minute shown, counted from midnight of each column's day
 * @to: the minute where it ends; may be more than 1440
 *
 * Replaces the columns. The items go; they are of other days.
 */
void
pln_time_grid_set_columns (PlnTimeGrid         *self,
                           const PlnTimeColumn *columns,
                           guint                n_columns,
                           GTimeZone           *zone,
                           int                  from,
                           int                  to)
{
  g_autofree GDate *days = g_new (GDate, MAX (n_columns, 1));

  g_return_if_fail (PLN_IS_TIME_GRID (self));
  g_return_if_fail (zone != NULL && from < to);

  pln_time_grid_stop_drag (self);
  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      PlnTimeGridColumn column = { columns[i].day, g_strdup (columns[i].name), columns[i].is_free };

      days[i] = columns[i].day;
      g_array_append_val (self->columns, column);
    }

  g_clear_pointer (&self->axis, pln_day_axis_free);
  if (n_columns > 0)
    {
      self->axis = pln_day_axis_new (days, n_columns, zone, from, to);
      pln_time_grid_put_slot (self, self->slot_column, self->slot_place);
    }
  g_ptr_array_set_size (self->items, 0);
  lay_out_anew (self);
}

/**
 * pln_time_grid_get_n_columns:
 * @self: a grid
 *
 * Returns: how many columns there are
 */
guint
pln_time_grid_get_n_columns (PlnTimeGrid *self)
{
  g_return_val_if_fail (PLN_IS_TIME_GRID (self), 0);

  return self->columns->len;
}

/**
 * pln_time_grid_set_items:
 * @self: a grid
 * @items: (element-type PlnTimeItem): what stands in it
 *
 * Replaces all items. What has the key of one that was there keeps its chip,
 * and with it the focus.
 */
void
pln_time_grid_set_items (PlnTimeGrid *self,
                         GPtrArray   *items)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));
  g_return_if_fail (items != NULL);

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
  lay_out_anew (self);
}

/**
 * pln_time_grid_update_now:
 * @self: a grid
 *
 * Draws the line of now where it is now.
 */
void
pln_time_grid_update_now (PlnTimeGrid *self)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
pln_time_grid_get_hour_height (PlnTimeGrid *self)
{
  g_return_val_if_fail (PLN_IS_TIME_GRID (self), 0);

  return self->hour_height;
}

/**
 * pln_time_grid_set_hour_height:
 * @self: a grid
 * @pixels: how high an hour is, 30 to 120; more or less is cut to that
 */
void
pln_time_grid_set_hour_height (PlnTimeGrid *self,
                               int          pixels)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  pixels = CLAMP (pixels, PLN_TIME_GRID_LEAST_HOUR, PLN_TIME_GRID_MOST_HOUR);
  if (self->hour_height == pixels)
    return;

  self->hour_height = pixels;
  lay_out_anew (self);
}

/**
 * pln_time_grid_set_step:
 * @self: a grid
 * @minutes: what a pointer snaps to without Alt, at least 1
 */
void
pln_time_grid_set_step (PlnTimeGrid *self,
                        int          minutes)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));
  g_return_if_fail (minutes > 0);

  self->step = minutes;
}

/**
 * pln_time_grid_set_least_widths:
 * @self: a grid
 * @column: the least width of a column, in pixels
 * @lane: the least width of a chip beside others; where there is not so much
 *   they become one; 0 for as little as it takes
 */
void
pln_time_grid_set_least_widths (PlnTimeGrid *self,
                                int          column,
                                int          lane)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  self->least_column = column;
  self->least_lane = lane;
  lay_out_anew (self);
}

/**
 * pln_time_grid_set_new_title:
 * @self: a grid
 * @title: (nullable): what something new is called while it is drawn, for the
 *   user; %NULL for “New session”
 */
void
pln_time_grid_set_new_title (PlnTimeGrid *self,
                             const char  *title)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  pln_set_str (&self->new_title, title);
}

/**
 * pln_time_grid_find:
 * @self: a grid
 * @key: (nullable): what an item is known by
 *
 * Returns: (transfer none) (nullable): the item
 */
PlnTimeItem *
pln_time_grid_find (PlnTimeGrid *self,
                    const char  *key)
{
  g_return_val_if_fail (PLN_IS_TIME_GRID (self), NULL);

  for (guint i = 0; key != NULL && i < self->items->len; i++)
    if (g_str_equal (pln_time_item_get_key (self->items->pdata[i]), key))
      return self->items->pdata[i];

  return NULL;
}

/**
 * pln_time_grid_select:
 * @self: a grid
 * @key: (nullable): what an item is known by, which may come later; %NULL for none
 *
 * Shows one item as selected, without a signal.
 */
void
pln_time_grid_select (PlnTimeGrid *self,
                      const char  *key)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  if (g_strcmp0 (self->selected, key) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (key);
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (spot->chip != NULL)
        pln_chip_set_selected (PLN_CHIP (spot->chip), spot->items->len == 1
                               && g_strcmp0 (pln_time_item_get_key (spot->items->pdata[0]), key) == 0);
    }
}

/**
 * pln_time_grid_get_chip:
 * @self: a grid that was given its size
 * @key: what an item is known by
 *
 * Makes the chip if there is none, as what shows it is far from what is seen.
 *
 * Returns: (transfer none) (nullable): the chip that shows it, alone or with others
 */
PlnChip *
pln_time_grid_get_chip (PlnTimeGrid *self,
                        const char  *key)
{
  PlnTimeSpot *spot;

  g_return_val_if_fail (PLN_IS_TIME_GRID (self), NULL);

  spot = pln_time_grid_spot_of_key (self, key);
  if (spot != NULL)
    pln_time_grid_reveal (self, spot);

  return spot != NULL ? PLN_CHIP (spot->chip) : NULL;
}

/**
 * pln_time_grid_focus:
 * @self: a grid that was given its size
 * @key: what an item is known by
 *
 * Returns: whether its chip has the focus now
 */
gboolean
pln_time_grid_focus (PlnTimeGrid *self,
                     const char  *key)
{
  PlnChip *chip;

  g_return_val_if_fail (PLN_IS_TIME_GRID (self), FALSE);

  chip = pln_time_grid_get_chip (self, key);

  return chip != NULL && gtk_widget_grab_focus (GTK_WIDGET (chip));
}

/**
 * pln_time_grid_get_y:
 * @self: a grid with columns
 * @column: a column
 * @at: a moment, in seconds since 1970
 *
 * Returns: how far it is from the top of the grid, in pixels; may be outside
 */
double
pln_time_grid_get_y (PlnTimeGrid *self,
                     guint        column,
                     gint64       at)
{
  g_return_val_if_fail (PLN_IS_TIME_GRID (self) && self->axis != NULL, 0);

  return pln_time_grid_place_to_y (self, pln_day_axis_to_place (self->axis, column, at));
}

/**
 * pln_time_grid_get_slot:
 * @self: a grid with columns
 * @column: (out): the column of the slot that has or had the focus
 * @at: (out): its moment, in seconds since 1970
 */
void
pln_time_grid_get_slot (PlnTimeGrid *self,
                        guint       *column,
                        gint64      *at)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self) && self->axis != NULL);

  *column = self->slot_column;
  *at = pln_day_axis_from_place (self->axis, self->slot_column, self->slot_place);
}

/**
 * pln_time_grid_set_slot:
 * @self: a grid with columns
 * @column: the column of the slot that is to have the focus next
 * @at: its moment, in seconds since 1970
 */
void
pln_time_grid_set_slot (PlnTimeGrid *self,
                        guint        column,
                        gint64       at)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self) && self->axis != NULL);
  g_return_if_fail (column < self->columns->len);

  pln_time_grid_put_slot (self, column, pln_day_axis_to_place (self->axis, column, at));
}

/**
 * pln_time_grid_get_ghost_area:
 * @self: a grid
 * @area: (out): where the ghost is, in pixels of the grid
 *
 * Returns: whether there is one
 */
gboolean
pln_time_grid_get_ghost_area (PlnTimeGrid  *self,
                              GdkRectangle *area)
{
  PlnTimeDrag *drag;

  g_return_val_if_fail (PLN_IS_TIME_GRID (self), FALSE);

  drag = &self->drag;
  if (!gtk_widget_get_visible (self->ghost))
    return FALSE;

  pln_time_grid_span_area (self, drag->column, drag->n_columns,
                           pln_day_axis_to_place (self->axis, drag->column, drag->start),
                           pln_day_axis_to_place (self->axis, drag->column, drag->end), area);

  return TRUE;
}

/**
 * pln_time_grid_clear_ghost:
 * @self: a grid
 *
 * Takes away the ghost, after all that [signal@TimeGrid::create] led to.
 */
void
pln_time_grid_clear_ghost (PlnTimeGrid *self)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  pln_time_grid_stop_drag (self);
}
