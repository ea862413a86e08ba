/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#include "pln-board-people.h"
#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

/* What is done to people on the board, whether by pointer or by keys. */

/* (internal): Marks the cards of those who are chosen. */
void
pln_board_show_chosen (PlnBoard *self)
{
  g_autoptr(GPtrArray) cards = pln_unplaced_list_stops (self->unplaced);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr(GPtrArray) stops = pln_group_column_list_stops (g_ptr_array_index (self->columns, i));

      g_ptr_array_extend (cards, stops, NULL, NULL);
    }
  for (guint i = 0; i < cards->len; i++)
    if (PLN_IS_PERSON_CARD (cards->pdata[i]))
      pln_person_card_set_chosen (cards->pdata[i],
                                  g_hash_table_contains (self->chosen, pln_person_card_get_id (cards->pdata[i])));
}

/* (internal): Chooses a person, instead of or with the others. */
void
pln_board_choose (PlnBoard      *self,
                  PlnPersonCard *card,
                  gboolean       add)
{
  const char *id = pln_person_card_get_id (card);

  if (!add)
    g_hash_table_remove_all (self->chosen);
  if (add && g_hash_table_contains (self->chosen, id))
    g_hash_table_remove (self->chosen, id);
  else
    g_hash_table_add (self->chosen, g_strdup (id));
  pln_board_show_chosen (self);
}

/* (internal): Chooses nobody. */
void
pln_board_choose_none (PlnBoard *self)
{
  g_hash_table_remove_all (self->chosen);
  pln_board_show_chosen (self);
}

/* (internal): (transfer full): Whom a deed at a card is about: all who are
 * chosen if that one is among them, else that one. */
GPtrArray *
pln_board_list_for (PlnBoard      *self,
                    PlnPersonCard *card)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);
  const char *id = pln_person_card_get_id (card);
  GHashTableIter iter;
  gpointer other;

  g_ptr_array_add (people, g_strdup (id));
  if (!g_hash_table_contains (self->chosen, id))
    return people;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (!g_str_equal (other, id) && pln_board_find_card (self, other) != NULL)
      g_ptr_array_add (people, g_strdup (other));

  return people;
}

/* The move of one person; NULL if nothing changes, or the person is not here. */
static PlnMove *
move_to (PlnBoard     *self,
         const char   *person,
         PlnGroup     *group,
         PlnGroupRole  role)
{
  PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, person);
  PlnGroup *before = pln_round_find_person (self->round, person);
  const PlnPlace *place = before != NULL ? pln_group_get_place (before, person) : NULL;
  PlnGroupRole own = place != NULL ? place->role : PLN_GROUP_ROLE_NONE;

  if (attendee == NULL || before == group)
    return group != NULL && role != PLN_GROUP_ROLE_NONE && role != own
           ? pln_move_new (pln_round_get_uid (self->round), pln_group_get_uid (group), person, role, place->locked) : NULL;
  if (group == NULL)
    return pln_move_new (pln_round_get_uid (self->round), "", person, PLN_GROUP_ROLE_NONE, FALSE);
  if (pln_board_is_away (self->gathering, attendee))
    return NULL;

  /* Whoever leads a group leads the next one too, if nobody does there. */
  if (role == PLN_GROUP_ROLE_NONE && own != PLN_GROUP_ROLE_NONE && pln_group_get_person (group, own) == NULL)
    role = own;

  return pln_move_new (pln_round_get_uid (self->round), pln_group_get_uid (group), person, role,
                       place != NULL && place->locked);
}

static GPtrArray *
make_moves (PlnBoard     *self,
            GPtrArray    *people,
            const char   *group,
            PlnGroupRole  role)
{
  PlnGroup *target = *group != '\0' ? pln_round_find_group (self->round, group) : NULL;
  GPtrArray *moves = pln_moves_new ();

  if (*group != '\0' && target == NULL) /* it is gone meanwhile */
    return moves;

  for (guint i = 0; i < people->len; i++)
    {
      PlnMove *move = move_to (self, people->pdata[i], target, i == 0 ? role : PLN_GROUP_ROLE_NONE);

      if (move != NULL)
        g_ptr_array_add (moves, move);
    }

  return moves;
}

static void
wish (PlnBoard  *self,
      GPtrArray *moves)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (moves->len == 0 || wishes == NULL || !pln_board_can_change (self))
    return;

  pln_board_focus_person (self, ((PlnMove *) moves->pdata[0])->place.person);
  PLN_WISHES_GET_IFACE (wishes)->place_people (wishes, self->gathering, moves);
}

/* (internal): Moves people to a group, "" for none; the first gets the role. */
void
pln_board_move (PlnBoard     *self,
                GPtrArray    *people,
                const char   *group,
                PlnGroupRole  role)
{
  g_autoptr(GPtrArray) moves = make_moves (self, people, group, role);

  wish (self, moves);
}

/* (internal): Gives a person in a group a role, or takes it away again. Who
 * had it before is one of the others then. */
void
pln_board_give_role (PlnBoard      *self,
                     PlnPersonCard *card,
                     PlnGroupRole   role)
{
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  PlnGroup *group = pln_person_card_get_group (card);
  const char *round = self->round != NULL ? pln_round_get_uid (self->round) : "";
  const char *before;

  if (group == NULL)
    return;

  if (pln_person_card_get_role (card) == role)
    role = PLN_GROUP_ROLE_NONE;
  g_ptr_array_add (moves, pln_move_new (round, pln_group_get_uid (group), pln_person_card_get_id (card), role,
                                        pln_person_card_get_locked (card)));
  before = role != PLN_GROUP_ROLE_NONE ? pln_group_get_person (group, role) : NULL;
  if (before != NULL)
    g_ptr_array_add (moves, pln_move_new (round, pln_group_get_uid (group), before, PLN_GROUP_ROLE_NONE,
                                          pln_group_get_place (group, before)->locked));
  wish (self, moves);
}

/* (internal): Locks those whom a card is about where they are, or unlocks them. */
void
pln_board_lock_card (PlnBoard      *self,
                     PlnPersonCard *card)
{
  g_autoptr(GPtrArray) people = pln_board_list_for (self, card);
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  gboolean locked = !pln_person_card_get_locked (card);

  for (guint i = 0; i < people->len; i++)
    {
      PlnGroup *group = pln_round_find_person (self->round, people->pdata[i]);

      if (group != NULL)
        g_ptr_array_add (moves, pln_move_new (pln_round_get_uid (self->round), pln_group_get_uid (group), people->pdata[i],
                                              pln_group_get_place (group, people->pdata[i])->role, locked));
    }
  wish (self, moves);
}

/* (internal): Those whom a card is about are here, or are not any more. */
void
pln_board_set_presence (PlnBoard      *self,
                        PlnPersonCard *card,
                        PlnPresence    presence)
{
  g_autoptr(GPtrArray) people = pln_board_list_for (self, card);
  g_autoptr(GPtrArray) attendees = g_ptr_array_new ();
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes == NULL || self->gathering == NULL || pln_gathering_get_read_only (self->gathering))
    return;

  for (guint i = 0; i < people->len; i++)
    {
      PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, people->pdata[i]);

      if (attendee != NULL && pln_attendee_get_presence (attendee) != presence)
        g_ptr_array_add (attendees, attendee);
    }
  if (attendees->len == 0)
    return;

  pln_board_focus_person (self, people->pdata[0]);
  PLN_WISHES_GET_IFACE (wishes)->set_presence (wishes, self->gathering, attendees, presence);
}

/* (internal): Locks a group, or unlocks it. */
void
pln_board_lock_group (PlnBoard *self,
                      PlnGroup *group)
{
  g_autoptr(PlnGroup) before = pln_group_copy (group);
  g_autoptr(PlnGroup) after = pln_group_copy (group);
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes == NULL || !pln_board_can_change (self))
    return;

  pln_group_set_locked (after, !pln_group_get_locked (group));
  PLN_WISHES_GET_IFACE (wishes)->save_group (wishes, self->gathering, before, after);
}

static void
show_lifted (PlnBoard *self,
             gboolean  lifted)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      PlnPersonCard *card = pln_board_find_card (self, self->held->pdata[i]);

      if (card != NULL)
        pln_person_card_set_lifted (card, lifted);
    }
}

static void
show_target (PlnBoard     *self,
             const char   *group,
             gboolean      target,
             PlnGroupRole  role)
{
  PlnGroupColumn *column = group != NULL && *group != '\0' ? pln_board_find_column (self, group) : NULL;

  if (column != NULL)
    pln_group_column_set_target (column, target, role);
  else if (group != NULL)
    pln_unplaced_set_target (self->unplaced, target);
}

/* (internal): Takes people up: those whom a card is about. */
gboolean
pln_board_pick_up (PlnBoard      *self,
                   PlnPersonCard *card)
{
  PlnGroup *group = pln_person_card_get_group (card);

  if (!pln_board_can_change (self) || (pln_person_card_get_absent (card) && group == NULL))
    return FALSE;

  pln_board_put_back (self);
  self->held = pln_board_list_for (self, card);
  show_lifted (self, TRUE);
  pln_board_hand_changed (self);

  return TRUE;
}

/* (internal): Chooses where what is in the air would be dropped: the UID of a
 * group, "" for no place, NULL for nowhere. */
void
pln_board_aim (PlnBoard     *self,
               const char   *group,
               PlnGroupRole  role)
{
  if (self->held == NULL || (g_strcmp0 (self->target, group) == 0 && self->target_role == role))
    return;

  show_target (self, self->target, FALSE, PLN_GROUP_ROLE_NONE);
  g_free (self->target);
  self->target = g_strdup (group);
  self->target_role = role;
  show_target (self, self->target, TRUE, role);
  pln_board_hand_changed (self);
}

static GPtrArray *
let_go (PlnBoard *self)
{
  GPtrArray *people;

  show_target (self, self->target, FALSE, PLN_GROUP_ROLE_NONE);
  show_lifted (self, FALSE);
  people = g_steal_pointer (&self->held);
  g_clear_pointer (&self->target, g_free);
  self->target_role = PLN_GROUP_ROLE_NONE;
  pln_board_end_drag (self);

  return people;
}

/* (internal): Drops what is in the air where it is. */
void
pln_board_drop (PlnBoard *self)
{
  g_autoptr(GPtrArray) moves = pln_board_list_moves (self);
  g_autoptr(GPtrArray) people = NULL;

  if (self->held == NULL)
    return;

  people = let_go (self);
  g_clear_pointer (&self->landed, g_ptr_array_unref);
  self->landed = g_ptr_array_ref (people);
  if (moves != NULL)
    wish (self, moves);
  pln_board_hand_changed (self);
}

/* (internal): Puts back what is in the air. */
void
pln_board_put_back (PlnBoard *self)
{
  g_autoptr(GPtrArray) people = NULL;

  if (self->held == NULL)
    return;

  people = let_go (self);
  pln_board_hand_changed (self);
}

/**
 * pln_board_is_holding:
 * @self: a board
 *
 * Returns: whether something is in the air
 */
gboolean
pln_board_is_holding (PlnBoard *self)
{
  g_return_val_if_fail (PLN_IS_BOARD (self), FALSE);

  return self->held != NULL;
}

/**
 * pln_board_list_moves:
 * @self: a board
 *
 * Returns: (transfer full) (nullable) (element-type PlnMove): what would be if
 *   what is in the air were dropped now
 */
GPtrArray *
pln_board_list_moves (PlnBoard *self)
{
  g_return_val_if_fail (PLN_IS_BOARD (self), NULL);

  return self->held != NULL && self->target != NULL ? make_moves (self, self->held, self->target, self->target_role) : NULL;
}

/* "Group 7, note-taker", "Group 7, 7 of 7". */
static char *
target_words (PlnBoard *self,
              PlnGroup *group)
{
  g_autofree char *name = pln_group_name (group);
  guint n = pln_group_get_n_places (group);

  if (self->target_role != PLN_GROUP_ROLE_NONE)
    return g_strdup_printf ("%s, %s", name, pln_group_role_word (self->target_role));

  for (guint i = 0; i < self->held->len; i++)
    n += pln_group_get_place (group, self->held->pdata[i]) == NULL;

  /* Translators: a group, then how many will be in it */
  return g_strdup_printf (ngettext ("%s, then %u person", "%s, then %u people", n), name, n);
}

/**
 * pln_board_hand_words:
 * @self: a board
 *
 * Returns: (transfer full) (nullable): what is in the air, and where; %NULL if
 *   nothing is
 */
char *
pln_board_hand_words (PlnBoard *self)
{
  PlnGroup *group;
  g_autofree char *people = NULL;

  g_return_val_if_fail (PLN_IS_BOARD (self), NULL);

  if (self->held == NULL)
    return NULL;

  group = self->target != NULL && *self->target != '\0' ? pln_round_find_group (self->round, self->target) : NULL;
  if (group != NULL)
    return target_words (self, group);
  if (self->target != NULL)
    return g_strdup (_("Not placed"));

  people = pln_people_words (self->gathering, self->held);

  return g_strdup_printf (_("Picked up %s"), people);
}
