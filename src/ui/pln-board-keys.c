/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#include "pln-board-layout.h"

#define PATIENCE 1000 /* ms for a second digit */

/* What the keys do on the board. Arrows go from card to card and from column to
 * column; with something in the air they choose where it is to be dropped. */

/* (internal): (nullable): What on the board has the focus: a card, a head, a slot. */
GtkWidget *
pln_board_get_focus (PlnBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static PlnPersonCard *
focused_card (PlnBoard *self)
{
  GtkWidget *focus = pln_board_get_focus (self);

  return PLN_IS_PERSON_CARD (focus) ? PLN_PERSON_CARD (focus) : NULL;
}

/* The columns, with those who have no place as the first. */
static int
n_columns (PlnBoard *self)
{
  return (int) self->columns->len + 1;
}

static GPtrArray *
list_stops (PlnBoard *self,
            int       column)
{
  return column == 0 ? pln_unplaced_list_stops (self->unplaced)
                     : pln_group_column_list_stops (g_ptr_array_index (self->columns, (guint) column - 1));
}

static gboolean
find_focus (PlnBoard *self,
            int      *column,
            int      *stop)
{
  GtkWidget *focus = pln_board_get_focus (self);

  for (*column = 0; *column < n_columns (self); (*column)++)
    {
      g_autoptr(GPtrArray) stops = list_stops (self, *column);
      guint at;

      if (focus != NULL && g_ptr_array_find (stops, focus, &at))
        {
          *stop = (int) at;
          return TRUE;
        }
    }

  return FALSE;
}

static int
n_in_row (PlnBoard *self)
{
  return self->grid == NULL ? 1
         : (int) pln_board_layout_get_n_columns (PLN_BOARD_LAYOUT (gtk_widget_get_layout_manager (self->grid)));
}

/* Shows a column, though nothing in it has the focus. */
static void
show_column (PlnBoard *self,
             int       column)
{
  GtkWidget *widget = column == 0 ? GTK_WIDGET (self->unplaced) : g_ptr_array_index (self->columns, (guint) column - 1);
  graphene_rect_t area;

  if (self->pager != NULL)
    pln_board_pager_show (self->pager, widget);
  else if (column > 0 && gtk_widget_compute_bounds (widget, self->grid, &area))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               area.origin.y, area.origin.y + area.size.height);
}

static gboolean
focus_stop (PlnBoard *self,
            int       column,
            int       stop)
{
  g_autoptr(GPtrArray) stops = NULL;

  if (column < 0 || column >= n_columns (self))
    return FALSE;

  stops = list_stops (self, column);
  if (stops->len == 0)
    return FALSE;

  if (self->pager != NULL)
    show_column (self, column);

  return gtk_widget_grab_focus (stops->pdata[CLAMP (stop, 0, (int) stops->len - 1)]);
}

/* From card to card: up and down in a column and on into the one below it,
 * across to the next one that has something. */
static gboolean
go (PlnBoard *self,
    int       across,
    int       down)
{
  int column, stop;
  g_autoptr(GPtrArray) stops = NULL;

  if (!find_focus (self, &column, &stop))
    return FALSE;

  stops = list_stops (self, column);
  if (down != 0 && stop + down >= 0 && stop + down < (int) stops->len)
    return focus_stop (self, column, stop + down);
  if (down != 0)
    {
      if (column > 0 && column + down * n_in_row (self) > 0)
        focus_stop (self, column + down * n_in_row (self), down > 0 ? 0 : G_MAXINT);
      return TRUE;
    }

  for (int next = column + across; next >= 0 && next < n_columns (self); next += across)
    if (focus_stop (self, next, stop))
      break;

  return TRUE;
}

/* The places of a column where something can be dropped: slots, and its end. */
static int
list_roles (PlnBoard     *self,
            int           column,
            PlnGroupRole  roles[3])
{
  int n = 0;

  if (column > 0)
    for (PlnGroupRole role = PLN_GROUP_ROLE_FACILITATOR; role <= PLN_GROUP_ROLE_NOTE_TAKER; role++)
      if (pln_group_column_has_slot (g_ptr_array_index (self->columns, (guint) column - 1), role))
        roles[n++] = role;
  roles[n++] = PLN_GROUP_ROLE_NONE;

  return n;
}

static int
target_column (PlnBoard *self)
{
  const char *target = self->target;

  if (target == NULL)
    {
      PlnGroup *group = pln_round_find_person (self->round, self->held->pdata[0]);

      target = group != NULL ? pln_group_get_uid (group) : "";
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (pln_group_get_uid (pln_group_column_get_group (g_ptr_array_index (self->columns, i))), target))
      return (int) i + 1;

  return 0;
}

static void
aim_at (PlnBoard     *self,
        int           column,
        PlnGroupRole  role)
{
  if (column < 0 || column >= n_columns (self))
    return;

  pln_board_aim (self, column == 0 ? "" : pln_group_get_uid (pln_group_column_get_group (g_ptr_array_index (self->columns, (guint) column - 1))),
                 role);
  show_column (self, column);
}

static gboolean
carry (PlnBoard *self,
       int       across,
       int       down)
{
  int column = target_column (self);
  PlnGroupRole roles[3];
  int n_roles = list_roles (self, column, roles);
  int at = 0;

  if (across != 0)
    {
      aim_at (self, column + across, PLN_GROUP_ROLE_NONE);
      return TRUE;
    }

  while (at < n_roles - 1 && roles[at] != self->target_role)
    at++;
  if (at + down >= 0 && at + down < n_roles)
    aim_at (self, column, roles[at + down]);
  else if (column > 0 && column + down * n_in_row (self) > 0)
    aim_at (self, column + down * n_in_row (self), PLN_GROUP_ROLE_NONE);

  return TRUE;
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  int across, down;

  g_variant_get (arguments, "(ii)", &across, &down);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;

  return self->held != NULL ? carry (self, across, down) : go (self, across, down);
}

static gboolean
pick_up_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);

  if (self->held != NULL)
    {
      pln_board_drop (self);
      return TRUE;
    }

  return card != NULL && pln_board_pick_up (self, card);
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);

  if (self->held != NULL)
    pln_board_drop (self);
  else if (card != NULL)
    pln_board_open_menu (self, GTK_WIDGET (card));
  else
    return FALSE;

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  gboolean busy = self->held != NULL || g_hash_table_size (self->chosen) > 0;

  if (self->held != NULL)
    pln_board_put_back (self);
  else
    pln_board_choose_none (self);

  return busy;
}

/* A choice of several by keys, as Ctrl with a click. */
static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);

  if (card == NULL)
    return FALSE;

  pln_board_choose (self, card, TRUE);

  return TRUE;
}

static gboolean
role_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);

  if (card == NULL || !pln_board_can_change (self))
    return FALSE;

  pln_board_give_role (self, card, (PlnGroupRole) g_variant_get_int32 (arguments));

  return TRUE;
}

/* Somebody is here, or is not any more. */
static gboolean
here_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);
  gboolean is_here;

  if (card == NULL)
    return FALSE;

  is_here = pln_attendee_get_presence (pln_person_card_get_attendee (card)) == PLN_PRESENCE_HERE;
  pln_board_set_presence (self, card, is_here ? PLN_PRESENCE_LEFT : PLN_PRESENCE_HERE);

  return TRUE;
}

static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  return pln_board_paste (PLN_BOARD (widget), pln_board_get_focus (PLN_BOARD (widget)));
}

static gboolean
lock_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  GtkWidget *focus = pln_board_get_focus (self);
  GtkWidget *column = focus != NULL ? gtk_widget_get_ancestor (focus, PLN_TYPE_GROUP_COLUMN) : NULL;

  if (!pln_board_can_change (self))
    return FALSE;

  if (PLN_IS_PERSON_CARD (focus))
    pln_board_lock_card (self, PLN_PERSON_CARD (focus));
  else if (column != NULL)
    pln_board_lock_group (self, pln_group_column_get_group (PLN_GROUP_COLUMN (column)));

  return column != NULL || PLN_IS_PERSON_CARD (focus);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  PlnPersonCard *card = focused_card (self);
  g_autoptr(GPtrArray) people = NULL;

  if (card == NULL)
    return FALSE;

  people = pln_board_list_for (self, card);
  pln_board_move (self, people, "", PLN_GROUP_ROLE_NONE);

  return TRUE;
}

static PlnGroup *
find_number (PlnBoard *self,
             guint     number)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlnGroup *group = pln_group_column_get_group (g_ptr_array_index (self->columns, i));

      if (pln_group_get_number (group) == number)
        return group;
    }

  return NULL;
}

/* Whether more digits could name another group. */
static gboolean
may_go_on (PlnBoard *self,
           guint     number)
{
  for (guint digit = 0; digit < 10; digit++)
    if (find_number (self, number * 10 + digit) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
digits_cb (gpointer data)
{
  PlnBoard *self = data;
  PlnGroup *group = find_number (self, self->digits);
  PlnPersonCard *card = focused_card (self);
  g_autoptr(GPtrArray) people = NULL;

  g_clear_handle_id (&self->digit_source, g_source_remove);
  self->digits = 0;
  if (group == NULL)
    return G_SOURCE_REMOVE;

  if (self->held != NULL)
    {
      pln_board_aim (self, pln_group_get_uid (group), PLN_GROUP_ROLE_NONE);
      pln_board_drop (self);
    }
  else if (card != NULL)
    {
      people = pln_board_list_for (self, card);
      pln_board_move (self, people, pln_group_get_uid (group), PLN_GROUP_ROLE_NONE);
    }

  return G_SOURCE_REMOVE;
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);

  if (focused_card (self) == NULL)
    return FALSE;

  g_clear_handle_id (&self->digit_source, g_source_remove);
  self->digits = self->digits * 10 + (guint) g_variant_get_int32 (arguments);
  if (may_go_on (self, self->digits))
    self->digit_source = g_timeout_add (PATIENCE, digits_cb, self);
  else
    digits_cb (self);

  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  PlnBoard *self = PLN_BOARD (widget);
  GtkWidget *focus = pln_board_get_focus (self);

  if (focus == NULL)
    return FALSE;

  pln_board_open_menu (self, focus);

  return TRUE;
}

/* (internal): The keys of the board. */
void
pln_board_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    int   across;
    int   down;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "(ii)", arrows[i].across, arrows[i].down);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, arrow_cb, "(ii)", arrows[i].across, arrows[i].down);
    }
  for (int digit = 0; digit < 10; digit++)
    gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_0 + digit), 0, digit_cb, "i", digit);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, pick_up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, pick_up_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, choose_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, 0, role_cb, "i", (int) PLN_GROUP_ROLE_FACILITATOR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, role_cb, "i", (int) PLN_GROUP_ROLE_NOTE_TAKER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, role_cb, "i", (int) PLN_GROUP_ROLE_TIMEKEEPER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, 0, role_cb, "i", (int) PLN_GROUP_ROLE_REPORTER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_b, 0, role_cb, "i", (int) PLN_GROUP_ROLE_BUDDY);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_h, 0, here_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, lock_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
