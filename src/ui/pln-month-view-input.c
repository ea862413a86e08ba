/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month-view-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

#define DRAG_FROM 8 /* pixels; less is a click */

/* What the hand does in a month: clicks, drags, keys. */

static int
today_or (PlnMonthView *self,
          const GDate  *date)
{
  return CLAMP (pln_month_index_of (&self->month, date), 0, 7 * self->month.n_weeks - 1);
}

static PlnChip *
chip_at (PlnMonthView *self,
         double        x,
         double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, PLN_TYPE_CHIP) : NULL;

  return chip != NULL && gtk_widget_get_parent (chip) == GTK_WIDGET (self) ? PLN_CHIP (chip) : NULL;
}

static gboolean
is_ground_at (PlnMonthView *self,
              double        x,
              double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked == GTK_WIDGET (self) || PLN_IS_MONTH_DAY (picked);
}

static void
show_in_week (PlnMonthView *self,
              int           day)
{
  GDate date = pln_month_day (&self->month, day);
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show", "(ss)", "week", text);
}

static gboolean
is_number_at (PlnMonthView *self,
              int           day,
              double        x,
              double        y)
{
  double day_x, day_y;

  return day >= 0
         && gtk_widget_translate_coordinates (GTK_WIDGET (self), self->days[day], x, y, &day_x, &day_y)
         && pln_month_day_is_number_at (PLN_MONTH_DAY (self->days[day]), day_x, day_y);
}

static void
chip_released (PlnMonthView *self,
               PlnChip      *chip,
               int           n_press,
               double        x,
               double        y)
{
  PlnOccurrence *occurrence = pln_chip_get_item (chip);
  double chip_x, chip_y;

  pln_month_view_select (self, occurrence);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (chip), x, y, &chip_x, &chip_y);
  if (pln_chip_is_check_at (chip, chip_x, chip_y))
    pln_month_view_tick (self, occurrence);
  else if (n_press == 2)
    pln_month_view_open (self, occurrence);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.pane", NULL);
}

static void
pressed_cb (PlnMonthView *self,
            int           n_press,
            double        x,
            double        y)
{
  PlnChip *chip = chip_at (self, x, y);

  if (chip != NULL && gtk_widget_get_focus_child (GTK_WIDGET (chip)) == NULL) /* its title may be edited */
    gtk_widget_grab_focus (GTK_WIDGET (chip));
}

static void
released_cb (PlnMonthView *self,
             int           n_press,
             double        x,
             double        y)
{
  PlnChip *chip = chip_at (self, x, y);
  int day = pln_month_view_day_at (self, x, y);
  int week = pln_month_view_week_at (self, x, y);

  if (chip != NULL)
    {
      chip_released (self, chip, n_press, x, y);
      return;
    }
  if (!is_ground_at (self, x, y))
    return;

  if (week >= 0)
    show_in_week (self, 7 * week);
  else if (is_number_at (self, day, x, y) && !self->narrow)
    show_in_week (self, day);
  else if (day >= 0)
    {
      pln_month_view_choose_days (self, day, day);
      pln_month_view_select (self, NULL);
      gtk_widget_grab_focus (self->days[day]);
      if (n_press == 2)
        pln_month_view_ask_new (self);
    }
}

/* Days that are drawn over are chosen, and then asked about. */
static void
draw_begin_cb (PlnMonthView   *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  self->grabbed = pln_month_view_day_at (self, x, y);
  if (self->grabbed < 0 || !is_ground_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static int
drawn_to (PlnMonthView   *self,
          GtkGestureDrag *drag,
          double          dx,
          double          dy)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);

  return pln_month_view_day_at (self, x + dx, y + dy);
}

static void
draw_update_cb (PlnMonthView   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  int day = drawn_to (self, drag, dx, dy);

  if (ABS (dx) < DRAG_FROM && ABS (dy) < DRAG_FROM)
    return;

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (day >= 0)
    pln_month_view_choose_days (self, self->grabbed, day);
}

static void
draw_end_cb (PlnMonthView   *self,
             double          dx,
             double          dy,
             GtkGestureDrag *drag)
{
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (drag), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (drag)))
      == GTK_EVENT_SEQUENCE_CLAIMED)
    pln_month_view_ask_new (self);
}

static GdkContentProvider *
provide (PlnMonthView  *self,
         PlnOccurrence *occurrence)
{
  return pln_month_view_may_change (self, occurrence)
         ? gdk_content_provider_new_typed (PLN_TYPE_OCCURRENCE, occurrence) : NULL;
}

static GdkContentProvider *
prepare_cb (PlnMonthView  *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  PlnChip *chip = chip_at (self, x, y);
  g_autoptr(GdkPaintable) picture = NULL;
  double chip_x, chip_y;

  if (chip == NULL || gtk_widget_get_focus_child (GTK_WIDGET (chip)) != NULL)
    return NULL;

  self->grabbed = pln_month_view_day_at (self, x, y);
  picture = gtk_widget_paintable_new (GTK_WIDGET (chip));
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (chip), x, y, &chip_x, &chip_y);
  gtk_drag_source_set_icon (source, picture, (int) chip_x, (int) chip_y);

  return provide (self, pln_chip_get_item (chip));
}

static GdkContentProvider *
prepare_from_list_cb (GtkDragSource *source,
                      double         x,
                      double         y,
                      PlnMonthView  *self)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  PlnOccurrence *occurrence = pln_day_list_pick (PLN_DAY_LIST (list), x, y);

  if (occurrence == NULL)
    return NULL;

  self->grabbed = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), "day"));
  if (self->narrow)
    self->grabbed = today_or (self, &self->date);

  return provide (self, occurrence);
}

static void
set_target (PlnMonthView *self,
            int           day)
{
  if (self->target == day)
    return;

  self->target = day;
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* which shows what is chosen */
  if (day >= 0)
    {
      GDate date = pln_month_day (&self->month, day);
      char words[128];

      g_date_strftime (words, sizeof words, _("%A %-d %B"), &date);
      pln_month_view_say (self, words);
    }
}

/* With Ctrl only a copy is offered. */
static gboolean
is_copy (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0;
}

static GdkDragAction
over_cb (PlnMonthView  *self,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  int day = pln_month_view_day_at (self, x, y);

  set_target (self, day);

  return day < 0 ? 0 : is_copy (target) ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
leave_cb (PlnMonthView *self)
{
  set_target (self, -1);
}

static gboolean
drop_cb (PlnMonthView  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  int day = pln_month_view_day_at (self, x, y);
  gboolean copy = is_copy (target);

  set_target (self, -1);
  if (day < 0 || !G_VALUE_HOLDS (value, PLN_TYPE_OCCURRENCE) || (day == self->grabbed && !copy))
    return FALSE;

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  pln_month_view_move (self, g_value_get_object (value), day - self->grabbed, copy);

  return TRUE;
}

static void
popup_menu (PlnMonthView *self,
            PlnChip      *chip)
{
  PlnOccurrence *occurrence = pln_chip_get_item (chip);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();
  GtkWidget *popover;
  graphene_rect_t area;

  pln_month_view_select (self, occurrence);
  g_menu_append (section, _("Edit…"), "month.open");
  g_menu_append (section, _("Rename"), "month.rename");
  if (pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_EVENT && !pln_occurrence_get_is_recurring (occurrence))
    g_menu_append (section, _("Make this a gathering"), "month.make-gathering");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
  section = g_menu_new ();
  g_menu_append (section, _("Cut"), "month.cut");
  g_menu_append (section, _("Copy"), "month.copy");
  g_menu_append (section, _("Delete"), "month.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  pln_month_view_open_popover (self, popover, today_or (self, &self->date));
  if (gtk_widget_compute_bounds (GTK_WIDGET (chip), GTK_WIDGET (self), &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y, (int) area.size.width, (int) area.size.height });
}

static void
menu_pressed_cb (PlnMonthView    *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *click)
{
  PlnChip *chip = chip_at (self, x, y);

  if (chip == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, chip);
}

static GtkWidget *
focused_place (PlnMonthView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GtkWidget *focus = focused_place (PLN_MONTH_VIEW (widget));

  if (!PLN_IS_CHIP (focus))
    return FALSE;

  popup_menu (PLN_MONTH_VIEW (widget), PLN_CHIP (focus));

  return TRUE;
}

static void
activated_cb (PlnMonthView *self,
              PlnChip      *chip)
{
  pln_month_view_open (self, pln_chip_get_item (chip));
}

static void
renamed_cb (PlnMonthView *self,
            const char   *title,
            PlnChip      *chip)
{
  pln_month_view_rename (self, pln_chip_get_item (chip), title);
}

/* Whoever goes from chip to chip sees each in the pane, if that is open. */
static void
focused_cb (PlnMonthView *self,
            GParamSpec   *pspec,
            PlnChip      *chip)
{
  if (gtk_widget_has_focus (GTK_WIDGET (chip)) && pln_chip_get_item (chip) != NULL)
    pln_month_view_select (self, pln_chip_get_item (chip));
}

/* (internal): Follows a chip of the grid. */
void
pln_month_view_add_chip (PlnMonthView *self,
                         PlnChip      *chip)
{
  g_signal_connect_object (chip, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "notify::has-focus", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
}

static void
list_selected_cb (PlnMonthView  *self,
                  PlnOccurrence *occurrence)
{
  pln_month_view_select (self, occurrence);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.pane", NULL);
}

/* (internal): Follows a list of the things of a day, which can be dragged from it. */
void
pln_month_view_add_list (PlnMonthView *self,
                         PlnDayList   *list,
                         int           day)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_object_set_data (G_OBJECT (list), "day", GINT_TO_POINTER (day));
  g_signal_connect_object (list, "selected", G_CALLBACK (list_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (pln_month_view_open), self, G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_from_list_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));
}

/* (internal): Shows all that a day holds. */
void
pln_month_view_show_day (PlnMonthView *self,
                         int           day)
{
  g_autoptr(GPtrArray) things = pln_month_view_list_day (self, day);
  GtkWidget *list = pln_day_list_new ();
  GtkWidget *popover = gtk_popover_new ();
  GDate date = pln_month_day (&self->month, day);

  pln_month_view_choose_days (self, day, day);
  pln_day_list_show (PLN_DAY_LIST (list), &date, things);
  pln_month_view_add_list (self, PLN_DAY_LIST (list), day);
  gtk_widget_set_size_request (list, 300, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  pln_month_view_open_popover (self, popover, day);
}

static GtkGesture *
add_gesture (PlnMonthView *self,
             GtkGesture   *gesture,
             guint         button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  return gesture;
}

/* (internal): Lets the view follow the pointer. */
void
pln_month_view_init_input (PlnMonthView *self)
{
  GtkGesture *click = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_PRIMARY);
  GtkGesture *menu = add_gesture (self, gtk_gesture_click_new (), GDK_BUTTON_SECONDARY);
  GtkGesture *draw = add_gesture (self, gtk_gesture_drag_new (), GDK_BUTTON_PRIMARY);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PLN_TYPE_OCCURRENCE, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draw, "drag-begin", G_CALLBACK (draw_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draw, "drag-update", G_CALLBACK (draw_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draw, "drag-end", G_CALLBACK (draw_end_cb), self, G_CONNECT_SWAPPED);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The stops of Tab: the day, what it and the days after it hold, in their order. */
static GPtrArray *
list_stops (PlnMonthView *self)
{
  int day = today_or (self, &self->date);
  GPtrArray *stops = g_ptr_array_new ();

  g_ptr_array_add (stops, self->days[day]);
  for (guint i = 0; i < self->places->len; i++)
    {
      const PlnMonthPlace *place = &g_array_index (self->places, PlnMonthPlace, i);

      if (place->last >= day)
        g_ptr_array_add (stops, place->widget);
    }
  if (gtk_widget_get_visible (self->nothing))
    g_ptr_array_add (stops, self->nothing);
  if (self->narrow && self->list != NULL)
    g_ptr_array_add (stops, self->list);

  return stops;
}

/* (internal): Moves the focus on by Tab. */
gboolean
pln_month_view_focus_next (PlnMonthView     *self,
                           GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *focus = focused_place (self);
  g_autoptr(GPtrArray) stops = list_stops (self);
  guint at;
  int next;

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return focus == NULL && gtk_widget_grab_focus (GTK_WIDGET (self));

  if (focus != NULL && (focus == self->nothing || focus == GTK_WIDGET (self->list)) && gtk_widget_child_focus (focus, direction))
    return TRUE;
  if (focus == NULL)
    next = back ? (int) stops->len - 1 : 0;
  else if (g_ptr_array_find (stops, focus, &at))
    next = (int) at + (back ? -1 : 1);
  else
    next = back ? -1 : 1; /* a chip of a day before, or another day */

  for (; next >= 0 && next < (int) stops->len; next += back ? -1 : 1)
    if (gtk_widget_child_focus (g_ptr_array_index (stops, (guint) next), direction))
      return TRUE;

  return FALSE;
}

/* The day of what has the focus. */
static int
focused_day (PlnMonthView *self)
{
  GtkWidget *focus = focused_place (self);

  for (guint i = 0; i < self->places->len; i++)
    {
      const PlnMonthPlace *place = &g_array_index (self->places, PlnMonthPlace, i);

      if (place->widget == focus)
        return CLAMP (today_or (self, &self->date), place->first, place->last);
    }

  return today_or (self, &self->date);
}

/* Arrows go by day; with Shift they choose several days. */
static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  int days;
  gboolean extend;
  int day;

  g_variant_get (arguments, "(ib)", &days, &extend);
  if (ABS (days) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  if (self->list != NULL && gtk_widget_get_focus_child (widget) == GTK_WIDGET (self->list))
    return FALSE; /* it has arrows of its own */

  day = focused_day (self) + days;
  if (day >= 0 && day < 7 * self->month.n_weeks)
    {
      int anchor = extend ? pln_month_index_of (&self->month, &self->anchor) : day;

      pln_month_view_choose_days (self, anchor, day);
      pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
    }
  else if (!extend)
    {
      GDate date = pln_month_day (&self->month, day);

      pln_month_view_go_to (self, &date);
    }

  return gtk_widget_grab_focus (widget);
}

static gboolean
alt_arrow_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  int days = g_variant_get_int32 (arguments);

  if (ABS (days) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  gtk_widget_activate_action (widget, "month.move", "i", days);

  return TRUE;
}

/* Enter on a day, as a click on its number. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  if (!PLN_IS_MONTH_DAY (focused_place (self)))
    return FALSE;

  show_in_week (self, today_or (self, &self->date));

  return TRUE;
}

/* Space on a chip, as a click on it. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  GtkWidget *focus = focused_place (self);

  if (!PLN_IS_CHIP (focus))
    return FALSE;

  pln_month_view_select (self, pln_chip_get_item (PLN_CHIP (focus)));
  if (pln_occurrence_get_kind (self->selected) == PLN_OCCURRENCE_KIND_ACTION)
    pln_month_view_tick (self, self->selected);
  else
    gtk_widget_activate_action (widget, "calendar.pane", NULL);

  return TRUE;
}

/* (internal): The keys of a month. They work on the selected thing
 * and the chosen days. */
void
pln_month_view_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    int   days;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, -7 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "(ib)", arrows[i].days, FALSE);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, arrow_cb, "(ib)", arrows[i].days, FALSE);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_SHIFT_MASK, arrow_cb, "(ib)", arrows[i].days, TRUE);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_ALT_MASK, alt_arrow_cb, "i", arrows[i].days);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "month.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "month.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "month.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "month.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "month.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "month.paste", NULL);
}
