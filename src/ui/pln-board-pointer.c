/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#include "pln-edge-scroll.h"
#include "pln-role-slot.h"

#define DRAG_FROM 8 /* pixels; less is a click */
#define TILT -2     /* degrees */
#define STACKED 4   /* pixels, from one card of a stack to the next */
#define RADIUS 7

/* What the pointer does on the board: clicks, and cards that are dragged. */

static PlnPersonCard *
card_at (PlnBoard *self,
         double    x,
         double    y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, PLN_TYPE_PERSON_CARD) : NULL;

  return card != NULL ? PLN_PERSON_CARD (card) : NULL;
}

/* Aims at what lies below the pointer. */
static void
follow (PlnBoard *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), self->x, self->y, GTK_PICK_DEFAULT);
  GtkWidget *column = picked != NULL ? gtk_widget_get_ancestor (picked, PLN_TYPE_GROUP_COLUMN) : NULL;
  GtkWidget *slot = picked != NULL ? gtk_widget_get_ancestor (picked, PLN_TYPE_ROLE_SLOT) : NULL;

  if (column != NULL)
    pln_board_aim (self, pln_group_get_uid (pln_group_column_get_group (PLN_GROUP_COLUMN (column))),
                   slot != NULL ? pln_role_slot_get_role (PLN_ROLE_SLOT (slot)) : PLN_GROUP_ROLE_NONE);
  else if (picked != NULL && gtk_widget_is_ancestor (picked, GTK_WIDGET (self->unplaced)))
    pln_board_aim (self, "", PLN_GROUP_ROLE_NONE);
  else
    pln_board_aim (self, NULL, PLN_GROUP_ROLE_NONE);
}

/* Scrolls on while the pointer rests at an edge. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  GtkAdjustment *down;
  double x, y;

  if (self->scroller == NULL || self->held == NULL)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }

  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_translate_coordinates (widget, self->scroller, self->x, self->y, &x, &y) && x >= 0
      && pln_edge_scroll (down, gtk_adjustment_get_value (down) + y))
    follow (self);

  return G_SOURCE_CONTINUE;
}

/* (internal): Lifts a card that was taken at a place of the board. */
gboolean
pln_board_drag_from (PlnBoard      *self,
                     PlnPersonCard *card,
                     double         x,
                     double         y)
{
  g_autoptr(GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (card));
  g_autoptr(GdkPaintable) image = gdk_paintable_get_current_image (live); /* before it is lifted */

  if (!pln_board_pick_up (self, card))
    return FALSE;

  self->ghost = g_steal_pointer (&image);
  self->x = x;
  self->y = y;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);

  return TRUE;
}

/* (internal): Carries on what was lifted. */
void
pln_board_drag_to (PlnBoard *self,
                   double    x,
                   double    y)
{
  self->x = x;
  self->y = y;
  follow (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (PlnBoard       *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  PlnPersonCard *card = self->narrow || self->held != NULL ? NULL : card_at (self, x, y);
  graphene_rect_t area;

  if (card == NULL || !pln_board_can_change (self)
      || !gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &area))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  g_set_object (&self->pressed, card);
  self->grip_x = x - area.origin.x;
  self->grip_y = y - area.origin.y;
}

static void
drag_update_cb (PlnBoard       *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *drag)
{
  double x, y;

  if (self->pressed == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;

  if (self->ghost == NULL)
    {
      if (ABS (offset_x) < DRAG_FROM && ABS (offset_y) < DRAG_FROM)
        return;
      if (!pln_board_drag_from (self, self->pressed, x, y))
        {
          g_clear_object (&self->pressed);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  pln_board_drag_to (self, x + offset_x, y + offset_y);
}

static void
drag_end_cb (PlnBoard *self)
{
  if (self->ghost != NULL)
    pln_board_drop (self);
  g_clear_object (&self->pressed);
}

static void
drag_cancel_cb (PlnBoard *self)
{
  if (self->ghost != NULL)
    pln_board_put_back (self);
  g_clear_object (&self->pressed);
}

/* (internal): Nothing is dragged any more. */
void
pln_board_end_drag (PlnBoard *self)
{
  if (self->tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->pressed);
  if (self->ghost != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_clear_object (&self->ghost);
}

static void
draw_sheet (GtkSnapshot *snapshot,
            GtkWidget   *widget,
            float        offset,
            float        width,
            float        height)
{
  GskRoundedRect outline;
  GdkRGBA ground = { 1, 1, 1, 1 };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (offset, offset, width, height), RADIUS);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "popover_bg_color", &ground);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.3f }, 0, 3, 0, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_count (PlnBoard    *self,
            GtkSnapshot *snapshot,
            float        x)
{
  g_autofree char *text = g_strdup_printf ("%u", self->held->len);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GskRoundedRect badge;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&badge, &GRAPHENE_RECT_INIT (x - (width + 12) / 2.0f, -height / 2.0f, width + 12, height),
                                   height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &badge);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0x2f / 255.0f, 0x74 / 255.0f, 0xcd / 255.0f, 1 }, &badge.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - width / 2.0f, -height / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
}

/* (internal): Draws what the pointer holds: the card, tilted; several as a stack. */
void
pln_board_draw_ghost (PlnBoard    *self,
                      GtkSnapshot *snapshot)
{
  float width, height;

  if (self->ghost == NULL || self->held == NULL)
    return;

  width = gdk_paintable_get_intrinsic_width (self->ghost);
  height = gdk_paintable_get_intrinsic_height (self->ghost);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->x - self->grip_x, self->y - self->grip_y));
  gtk_snapshot_rotate (snapshot, TILT);
  for (int i = (int) MIN (self->held->len, 3) - 1; i >= 0; i--)
    draw_sheet (snapshot, GTK_WIDGET (self), i * STACKED, width, height);
  gdk_paintable_snapshot (self->ghost, GDK_SNAPSHOT (snapshot), width, height);
  if (self->held->len > 1)
    draw_count (self, snapshot, width);
  gtk_snapshot_restore (snapshot);
}

static void
pressed_cb (PlnBoard        *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  PlnPersonCard *card = card_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  gboolean add = (state & GDK_CONTROL_MASK) != 0;

  if (card == NULL)
    {
      pln_board_choose_none (self);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (card));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.show-person", "s", pln_person_card_get_id (card));
  else if (add || !pln_person_card_get_chosen (card)) /* a press on one of several may begin to drag them */
    pln_board_choose (self, card, add);
}

static void
released_cb (PlnBoard        *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *click)
{
  PlnPersonCard *card = card_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  double card_x, card_y;

  if (card == NULL || (state & GDK_CONTROL_MASK) != 0)
    return;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (card), x, y, &card_x, &card_y)
      && pln_person_card_is_lock_at (card, card_x))
    pln_board_lock_card (self, card);
  else
    pln_board_choose (self, card, FALSE);
}

static void
menu_pressed_cb (PlnBoard        *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *click)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (at == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  pln_board_open_menu (self, at);
}

static GtkGesture *
add_gesture (PlnBoard   *self,
             GtkGesture *gesture,
             guint       button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  return gesture;
}

/* (internal): Lets the board follow the pointer. */
void
pln_board_init_pointer (PlnBoard *self)
{
  GtkGesture *drag = add_gesture (self, gtk_gesture_drag_new (), GDK_BUTTON_PRIMARY);
  GtkGesture *click = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_PRIMARY);
  GtkGesture *menu = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_SECONDARY);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
}
