/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-group-column.h"

#include "pln-board-people.h"
#include "pln-group-head.h"
#include "pln-group-words.h"
#include "pln-role-slot.h"
#include "pln-style.h"

/**
 * PlnGroupColumn:
 *
 * A group on the board: its head, then who has a role or the slot of one that
 * is missing, then everybody else.
 *
 * It follows the group. Cards of people who stay are kept, so that they keep
 * the focus.
 */
struct _PlnGroupColumn
{
  GtkWidget     parent_instance;

  PlnGathering *gathering;
  PlnRound     *round;
  PlnGroup     *group;

  GtkWidget    *head;
  GHashTable   *cards; /* PlnPersonCard by id, both of the card */
  GtkWidget    *slots[PLN_N_GROUP_ROLES];
  GtkWidget    *drop;  /* where a card would be, while one is above */
};

G_DEFINE_FINAL_TYPE (PlnGroupColumn, pln_group_column, GTK_TYPE_WIDGET)

static void
pln_group_column_dispose (GObject *object)
{
  PlnGroupColumn *self = PLN_GROUP_COLUMN (object);
  GtkWidget *child;

  if (self->group != NULL)
    g_signal_handlers_disconnect_by_data (self->group, self);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->group);
  g_clear_object (&self->round);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_group_column_parent_class)->dispose (object);
}

/* A column is one stop of Tab; the board's arrows go inside it. */
static gboolean
pln_group_column_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  PlnGroupColumn *self = PLN_GROUP_COLUMN (widget);

  if (pln_focus_is_in (widget))
    return FALSE;

  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && gtk_widget_grab_focus (self->head);
}

static void
pln_group_column_class_init (PlnGroupColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_group_column_dispose;
  widget_class->focus = pln_group_column_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "groupcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
pln_group_column_init (PlnGroupColumn *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->cards = g_hash_table_new (g_str_hash, g_str_equal);
}

/* The card of a person, made if there is none yet. */
static GtkWidget *
need_card (PlnGroupColumn *self,
           PlnAttendee    *attendee)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, pln_attendee_get_id (attendee));

  if (card == NULL)
    {
      card = pln_person_card_new (self->gathering, attendee);
      g_hash_table_insert (self->cards, (char *) pln_attendee_get_id (attendee), card);
      gtk_widget_set_parent (card, GTK_WIDGET (self));
    }

  return card;
}

static void
put_after (PlnGroupColumn  *self,
           GtkWidget       *widget,
           GtkWidget      **last)
{
  if (gtk_widget_get_prev_sibling (widget) != *last)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), *last);
  *last = widget;
}

static void
put_slot (PlnGroupColumn  *self,
          PlnGroupRole     role,
          GtkWidget      **last)
{
  if (!pln_group_lacks (self->round, self->group, role))
    {
      g_clear_pointer (&self->slots[role], gtk_widget_unparent);
      return;
    }

  if (self->slots[role] == NULL)
    {
      self->slots[role] = pln_role_slot_new (self->group, role);
      gtk_widget_set_parent (self->slots[role], GTK_WIDGET (self));
    }
  put_after (self, self->slots[role], last);
}

static void
put_cards (PlnGroupColumn  *self,
           PlnGroupRole     role,
           GHashTable      *left_over,
           guint           *position,
           GtkWidget      **last)
{
  GPtrArray *places = pln_group_get_places (self->group);

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *attendee = place->role == role ? pln_gathering_find_attendee (self->gathering, place->person) : NULL;
      GtkWidget *card;

      if (attendee == NULL)
        continue;

      card = need_card (self, attendee);
      g_hash_table_remove (left_over, card);
      pln_person_card_show (PLN_PERSON_CARD (card), self->group, place, (*position)++);
      pln_person_card_set_absent (PLN_PERSON_CARD (card), pln_board_is_away (self->gathering, attendee));
      put_after (self, card, last);
    }
}

static void
drop_left_over (PlnGroupColumn *self,
                GHashTable     *left_over)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, left_over);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    {
      g_hash_table_remove (self->cards, pln_person_card_get_id (card));
      gtk_widget_unparent (card);
    }
}

/**
 * pln_group_column_update:
 * @self: a column
 *
 * Shows the group as it is now, and who of it is here.
 */
void
pln_group_column_update (PlnGroupColumn *self)
{
  static const PlnGroupRole order[] = {
    PLN_GROUP_ROLE_FACILITATOR, PLN_GROUP_ROLE_NOTE_TAKER, PLN_GROUP_ROLE_TIMEKEEPER, PLN_GROUP_ROLE_REPORTER,
    PLN_GROUP_ROLE_BUDDY, PLN_GROUP_ROLE_NONE,
  };
  g_autoptr(GHashTable) left_over = g_hash_table_new (NULL, NULL);
  g_autofree char *words = pln_group_summary (self->round, self->group);
  GHashTableIter iter;
  GtkWidget *last = self->head;
  guint position = 0;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    g_hash_table_add (left_over, card);

  pln_group_head_show (PLN_GROUP_HEAD (self->head));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (order[i] == PLN_GROUP_ROLE_FACILITATOR || order[i] == PLN_GROUP_ROLE_NOTE_TAKER)
        put_slot (self, order[i], &last);
      put_cards (self, order[i], left_over, &position, &last);
    }
  drop_left_over (self, left_over);
  if (self->drop != NULL)
    put_after (self, self->drop, &last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * pln_group_column_new:
 * @gathering: a gathering
 * @round: one of its rounds
 * @group: a group of that round
 *
 * Returns: the column of that group
 */
GtkWidget *
pln_group_column_new (PlnGathering *gathering,
                      PlnRound     *round,
                      PlnGroup     *group)
{
  PlnGroupColumn *self = g_object_new (PLN_TYPE_GROUP_COLUMN, NULL);

  self->gathering = g_object_ref (gathering);
  self->round = g_object_ref (round);
  self->group = g_object_ref (group);
  self->head = pln_group_head_new (round, group);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  g_signal_connect_swapped (group, "notify", G_CALLBACK (pln_group_column_update), self);
  pln_group_column_update (self);

  return GTK_WIDGET (self);
}

/**
 * pln_group_column_get_group:
 * @self: a column
 *
 * Returns: (transfer none): the group that is shown
 */
PlnGroup *
pln_group_column_get_group (PlnGroupColumn *self)
{
  g_return_val_if_fail (PLN_IS_GROUP_COLUMN (self), NULL);

  return self->group;
}

/**
 * pln_group_column_list_stops:
 * @self: a column
 *
 * Returns: (transfer container) (element-type GtkWidget): what can have the
 *   focus in it, from the head down
 */
GPtrArray *
pln_group_column_list_stops (PlnGroupColumn *self)
{
  GPtrArray *stops = g_ptr_array_new ();

  g_return_val_if_fail (PLN_IS_GROUP_COLUMN (self), stops);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_focusable (child))
      g_ptr_array_add (stops, child);

  return stops;
}

/**
 * pln_group_column_find_card:
 * @self: a column
 * @person: the id of an attendee
 *
 * Returns: (transfer none) (nullable): the card of that person
 */
GtkWidget *
pln_group_column_find_card (PlnGroupColumn *self,
                            const char     *person)
{
  g_return_val_if_fail (PLN_IS_GROUP_COLUMN (self), NULL);

  return g_hash_table_lookup (self->cards, person);
}

/**
 * pln_group_column_has_slot:
 * @self: a column
 * @role: a role
 *
 * Returns: whether the slot of that role is shown, as nobody has it
 */
gboolean
pln_group_column_has_slot (PlnGroupColumn *self,
                           PlnGroupRole    role)
{
  g_return_val_if_fail (PLN_IS_GROUP_COLUMN (self), FALSE);
  g_return_val_if_fail (role < PLN_N_GROUP_ROLES, FALSE);

  return self->slots[role] != NULL;
}

/**
 * pln_group_column_set_target:
 * @self: a column
 * @target: whether what is in the air would be dropped here
 * @role: the role whose slot it is above, if any
 *
 * Shows where something would be dropped: a ring around the column, and the
 * place itself.
 */
void
pln_group_column_set_target (PlnGroupColumn *self,
                             gboolean        target,
                             PlnGroupRole    role)
{
  gboolean at_end = target && role == PLN_GROUP_ROLE_NONE;

  g_return_if_fail (PLN_IS_GROUP_COLUMN (self));

  pln_style_set_class (GTK_WIDGET (self), "target", target);
  for (guint i = 0; i < PLN_N_GROUP_ROLES; i++)
    if (self->slots[i] != NULL)
      pln_style_set_class (self->slots[i], "target", target && role == i);

  if (at_end && self->drop == NULL)
    {
      self->drop = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->drop, "pln-drop-slot");
      gtk_widget_insert_before (self->drop, GTK_WIDGET (self), NULL);
    }
  else if (!at_end)
    g_clear_pointer (&self->drop, gtk_widget_unparent);
}
