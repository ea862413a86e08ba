/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-scroller.h"

#include "pln-clock.h"
#include "pln-settings.h"
#include "pln-style.h"
#include "pln-time-grid-private.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <math.h>

#define PAD         6
#define LEAST_WIDTH 48
#define NEAR_NOW    18 /* pixels from the label of now in which no other stands */
#define ZOOM        10 /* pixels an hour */

/**
 * PlnTimeScroller:
 *
 * A part of a [class@TimeGrid], with the hours in a column beside it that
 * stays. Ctrl and the wheel, two fingers, and Ctrl with + and - make the hours
 * higher and lower, around what is under the pointer.
 */
struct _PlnTimeScroller
{
  GtkWidget      parent_instance;

  PlnTimeGrid   *grid;
  GtkWidget     *scrolled;
  GtkAdjustment *across;
  GtkAdjustment *down;
  GSettings     *settings; /* NULL: the height is not kept */
  char          *setting;
  gboolean       label_now;
  double         pointer_y;
  int            pinch_height; /* of an hour, when two fingers came down */

  gboolean       has_target; /* to be scrolled to when all has its size */
  double         target;     /* a place */
  double         target_y;   /* where it is to be, from the top of what is seen */
};

G_DEFINE_FINAL_TYPE (PlnTimeScroller, pln_time_scroller, GTK_TYPE_WIDGET)

static PangoLayout *
time_layout (PlnTimeScroller *self,
             int              minutes)
{
  int of_day = ((minutes % PLN_MINUTES_A_DAY) + PLN_MINUTES_A_DAY) % PLN_MINUTES_A_DAY;
  g_autofree char *words = pln_when_words_clock ((guint) of_day);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
}

static gboolean
is_mirrored (PlnTimeScroller *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
draw_label (PlnTimeScroller *self,
            GtkSnapshot     *snapshot,
            PangoLayout     *layout,
            const GdkRGBA   *colour,
            double           y)
{
  int width = pln_time_scroller_get_hours_width (self);
  int left = is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0;
  int label_width, label_height;

  pango_layout_get_pixel_size (layout, &label_width, &label_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_mirrored (self) ? left + PAD : left + width - PAD - label_width,
                                                          (float) round (y - label_height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Where now is in what is seen, from the top; FALSE: nowhere. */
static gboolean
find_now (PlnTimeScroller *self,
          double          *y)
{
  PlnDayAxis *axis = self->grid->axis;

  for (guint i = 0; i < self->grid->columns->len; i++)
    {
      double place = pln_day_axis_to_place (axis, i, pln_clock_now ());

      if (place < pln_day_axis_get_start (axis) || place >= pln_day_axis_get_end (axis))
        continue;

      *y = round (pln_time_grid_place_to_y (self->grid, place) - gtk_adjustment_get_value (self->down));
      return TRUE;
    }

  return FALSE;
}

static void
draw_hours (PlnTimeScroller *self,
            GtkSnapshot     *snapshot,
            double           now)
{
  PlnDayAxis *axis = self->grid->axis;
  double first = floor (pln_time_grid_y_to_place (self->grid, gtk_adjustment_get_value (self->down))) - 30;
  double last = pln_time_grid_y_to_place (self->grid, gtk_adjustment_get_value (self->down)
                                                      + gtk_adjustment_get_page_size (self->down));
  GdkRGBA colour;

  pln_style_colour (GTK_WIDGET (self), "dim", &colour);
  for (double place = MAX (first, pln_day_axis_get_start (axis) + 1); place <= last; place += 1)
    {
      int minutes = pln_day_axis_clock (axis, place, NULL);
      double y = pln_time_grid_place_to_y (self->grid, place) - gtk_adjustment_get_value (self->down);
      g_autoptr(PangoLayout) layout = NULL;

      if (minutes % 60 != 0 || fabs (y - now) < NEAR_NOW)
        continue;

      layout = time_layout (self, minutes);
      draw_label (self, snapshot, layout, &colour, y);
    }
}

static void
draw_now (PlnTimeScroller *self,
          GtkSnapshot     *snapshot,
          double           y)
{
  g_autoptr(GDateTime) now = pln_time_grid_moment (self->grid, pln_clock_now ());
  g_autofree char *words = pln_when_words_time (now);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width = pln_time_scroller_get_hours_width (self);
  int left = is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0;
  int label_width, label_height;
  GskRoundedRect pill;
  GdkRGBA ground, text;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &label_width, &label_height);
  pln_style_colour (GTK_WIDGET (self), "now", &ground);
  pln_style_colour (GTK_WIDGET (self), "now_fg", &text);

  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (is_mirrored (self) ? left + 3 : left + width - label_width - 9,
                                                               (float) (y - label_height / 2.0 - 1),
                                                               label_width + 6, label_height + 2), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &ground, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  draw_label (self, snapshot, layout, &text, y);
}

static void
pln_time_scroller_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PlnTimeScroller *self = PLN_TIME_SCROLLER (widget);
  double now = -2 * NEAR_NOW;
  gboolean shows_now;

  gtk_widget_snapshot_child (widget, self->scrolled, snapshot);
  if (self->grid->axis == NULL)
    return;

  shows_now = self->label_now && find_now (self, &now);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  draw_hours (self, snapshot, now);
  if (shows_now)
    draw_now (self, snapshot, now);
  gtk_snapshot_pop (snapshot);
}

static void
pln_time_scroller_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  PlnTimeScroller *self = PLN_TIME_SCROLLER (widget);

  gtk_widget_measure (self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += pln_time_scroller_get_hours_width (self);
      *natural += pln_time_scroller_get_hours_width (self);
    }
}

/* Before the grid is given its place, as it follows from what is set here. */
static void
hit_target (PlnTimeScroller *self,
            int              height)
{
  double upper = MAX (pln_time_grid_place_to_y (self->grid, pln_day_axis_get_end (self->grid->axis)), height);
  double value = pln_time_grid_place_to_y (self->grid, self->target) - self->target_y;

  self->has_target = FALSE;
  gtk_adjustment_configure (self->down, CLAMP (value, 0, upper - height), 0, upper,
                            gtk_adjustment_get_step_increment (self->down), gtk_adjustment_get_page_increment (self->down), height);
}

static void
pln_time_scroller_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlnTimeScroller *self = PLN_TIME_SCROLLER (widget);
  int hours = pln_time_scroller_get_hours_width (self);

  if (self->has_target && self->grid->axis != NULL)
    hit_target (self, height);
  gtk_widget_allocate (self->scrolled, MAX (width - hours, 0), height, -1,
                       is_mirrored (self) ? NULL : gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (hours, 0)));
}

static void
aim (PlnTimeScroller *self,
     double           place,
     double           y)
{
  self->has_target = TRUE;
  self->target = place;
  self->target_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
zoom_to (PlnTimeScroller *self,
         int              height,
         double           y)
{
  double place;

  height = CLAMP (height, PLN_TIME_GRID_LEAST_HOUR, PLN_TIME_GRID_MOST_HOUR);
  if (self->grid->axis == NULL || height == pln_time_grid_get_hour_height (self->grid))
    return;

  place = pln_time_grid_y_to_place (self->grid, gtk_adjustment_get_value (self->down) + y);
  pln_time_grid_set_hour_height (self->grid, height);
  aim (self, place, y);
  if (self->settings != NULL && self->setting != NULL)
    g_settings_set_int (self->settings, self->setting, height);
}

static gboolean
wheel_cb (PlnTimeScroller          *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  zoom_to (self, pln_time_grid_get_hour_height (self->grid) - (int) round (dy * ZOOM), self->pointer_y);

  return GDK_EVENT_STOP;
}

static void
motion_cb (PlnTimeScroller *self,
           double           x,
           double           y)
{
  self->pointer_y = y;
}

static void
pinch_begin_cb (PlnTimeScroller  *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  self->pinch_height = pln_time_grid_get_hour_height (self->grid);
}

static void
pinch_cb (PlnTimeScroller *self,
          double           scale,
          GtkGesture      *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_to (self, (int) round (self->pinch_height * scale), y);
}

static gboolean
key_cb (PlnTimeScroller *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  int way;

  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_plus || keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Add)
    way = 1;
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    way = -1;
  else
    return GDK_EVENT_PROPAGATE;

  zoom_to (self, pln_time_grid_get_hour_height (self->grid) + way * ZOOM, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);

  return GDK_EVENT_STOP;
}

static void
scrolled_cb (PlnTimeScroller *self)
{
  pln_time_grid_set_view (self->grid, &(GdkRectangle) {
    .x = (int) gtk_adjustment_get_value (self->across),
    .y = (int) gtk_adjustment_get_value (self->down),
    .width = (int) gtk_adjustment_get_page_size (self->across),
    .height = (int) gtk_adjustment_get_page_size (self->down),
  });
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pln_time_scroller_dispose (GObject *object)
{
  PlnTimeScroller *self = PLN_TIME_SCROLLER (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (pln_time_scroller_parent_class)->dispose (object);
}

static void
pln_time_scroller_finalize (GObject *object)
{
  g_free (PLN_TIME_SCROLLER (object)->setting);

  G_OBJECT_CLASS (pln_time_scroller_parent_class)->finalize (object);
}

static void
pln_time_scroller_class_init (PlnTimeScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_time_scroller_dispose;
  object_class->finalize = pln_time_scroller_finalize;
  widget_class->snapshot = pln_time_scroller_snapshot;
  widget_class->measure = pln_time_scroller_measure;
  widget_class->size_allocate = pln_time_scroller_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "timescroller");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
init_controllers (PlnTimeScroller *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (widget, wheel);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

static void
pln_time_scroller_init (PlnTimeScroller *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  self->settings = pln_settings_new ();
  init_controllers (self);
}

/**
 * pln_time_scroller_new:
 * @grid: the grid to show
 *
 * Returns: a scroller
 */
GtkWidget *
pln_time_scroller_new (PlnTimeGrid *grid)
{
  PlnTimeScroller *self = g_object_new (PLN_TYPE_TIME_SCROLLER, NULL);

  self->grid = grid;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (grid));
  /* The grid does that itself: it knows where its children will be. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))), FALSE);
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  self->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "laid-out", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * pln_time_scroller_get_hadjustment:
 * @self: a scroller
 *
 * Returns: (transfer none): what is seen of the columns
 */
GtkAdjustment *
pln_time_scroller_get_hadjustment (PlnTimeScroller *self)
{
  g_return_val_if_fail (PLN_IS_TIME_SCROLLER (self), NULL);

  return self->across;
}

/**
 * pln_time_scroller_get_vadjustment:
 * @self: a scroller
 *
 * Returns: (transfer none): what is seen of the hours
 */
GtkAdjustment *
pln_time_scroller_get_vadjustment (PlnTimeScroller *self)
{
  g_return_val_if_fail (PLN_IS_TIME_SCROLLER (self), NULL);

  return self->down;
}

/**
 * pln_time_scroller_get_hours_width:
 * @self: a scroller
 *
 * Returns: how wide the column of hours is, in pixels
 */
int
pln_time_scroller_get_hours_width (PlnTimeScroller *self)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (PLN_IS_TIME_SCROLLER (self), 0);

  layout = time_layout (self, 22 * 60);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (width + 2 * PAD, LEAST_WIDTH);
}

/**
 * pln_time_scroller_set_label_now:
 * @self: a scroller
 * @label_now: whether the time stands where the line of now is, in the column
 *   of hours
 */
void
pln_time_scroller_set_label_now (PlnTimeScroller *self,
                                 gboolean         label_now)
{
  g_return_if_fail (PLN_IS_TIME_SCROLLER (self));

  self->label_now = label_now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pln_time_scroller_set_setting:
 * @self: a scroller
 * @key: the setting that keeps how high an hour is
 *
 * Takes the height from there, and keeps it there when the user changes it.
 */
void
pln_time_scroller_set_setting (PlnTimeScroller *self,
                               const char      *key)
{
  g_return_if_fail (PLN_IS_TIME_SCROLLER (self));

  g_free (self->setting);
  self->setting = g_strdup (key);
  if (self->settings != NULL)
    pln_time_grid_set_hour_height (self->grid, g_settings_get_int (self->settings, key));
}

/**
 * pln_time_scroller_scroll_to:
 * @self: a scroller whose grid has columns
 * @column: a column
 * @at: the moment to be on top of what is seen, in seconds since 1970
 */
void
pln_time_scroller_scroll_to (PlnTimeScroller *self,
                             guint            column,
                             gint64           at)
{
  g_return_if_fail (PLN_IS_TIME_SCROLLER (self) && self->grid->axis != NULL);

  aim (self, pln_day_axis_to_place (self->grid->axis, column, at), NEAR_NOW / 2);
}

/**
 * pln_time_scroller_update_now:
 * @self: a scroller
 *
 * Draws now where it is now.
 */
void
pln_time_scroller_update_now (PlnTimeScroller *self)
{
  g_return_if_fail (PLN_IS_TIME_SCROLLER (self));

  pln_time_grid_update_now (self->grid);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
