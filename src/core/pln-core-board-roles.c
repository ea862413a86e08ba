/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-board.h"

/* What it costs to ask somebody for a role: who had many is spared, but who is
 * happy to is asked twice before somebody who did not say. */
#define COST_TURN       2
#define COST_NOT_SAID   3
#define COST_FIRST_TIME 4
#define NEVER           G_MAXUINT

static guint
cost_of (PlnAttendee  *attendee,
         PlnGroupRole  role)
{
  guint cost = pln_attendee_get_first_time (attendee) ? COST_FIRST_TIME : 0;

  switch (pln_attendee_wishes_role (attendee, role))
    {
    case PLN_ROLE_WISH_NOT_TODAY:
      return NEVER;
    case PLN_ROLE_WISH_HAPPY:
      return 0;
    case PLN_ROLE_WISH_UNKNOWN:
    case PLN_ROLE_WISH_BUDDY:
    default:
      return cost + COST_NOT_SAID;
    }
}

static gboolean
wants_role (PlnCoreBoard *self,
            PlnGroupRole  role)
{
  return role != PLN_GROUP_ROLE_NONE && (pln_mixing_settings_get_roles (self->settings) & PLN_GROUP_ROLE_BIT (role)) != 0;
}

static guint
most_groups (PlnCoreBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n = MAX (n, ((GPtrArray *) g_ptr_array_index (self->groups, i))->len);

  return n;
}

/* How dear those are who are needed so that each group can have one. */
static guint
find_price (PlnCoreBoard *self,
            PlnGroupRole  role,
            guint         n_wanted)
{
  guint price = 0;

  for (; price < COST_NOT_SAID + COST_FIRST_TIME; price++)
    {
      guint n = 0;

      for (guint i = 0; i < self->people->len; i++)
        n += cost_of (g_ptr_array_index (self->people, i), role) <= price;
      if (n >= n_wanted)
        break;
    }

  return price;
}

/**
 * pln_core_board_ask_roles:
 * @self: a board that is being made
 *
 * Asks that each group has people for the roles it needs: one for each, and as
 * many in all as there are roles, for nobody can have two.
 */
void
pln_core_board_ask_roles (PlnCoreBoard *self)
{
  guint n_wanted = most_groups (self);
  g_autofree gboolean *is_any = g_new0 (gboolean, self->people->len + 1);
  guint n_roles = 0;

  for (guint role = 1; role < PLN_N_GROUP_ROLES; role++)
    {
      guint price;

      if (!wants_role (self, role))
        continue;
      n_roles++;
      price = find_price (self, role, n_wanted + n_wanted / 4);
      for (guint i = 0; i < self->people->len; i++)
        if (cost_of (g_ptr_array_index (self->people, i), role) <= price)
          {
            pln_mix_instance_give_role (self->instance, i, role);
            is_any[i] = TRUE;
          }
    }
  for (guint i = 0; n_roles > 1 && i < self->people->len; i++)
    if (is_any[i])
      pln_mix_instance_give_role (self->instance, i, 0);

  for (guint round = 0; round < self->rounds->len; round++)
    {
      GPtrArray *groups = g_ptr_array_index (self->groups, round);

      for (guint i = 0; (self->frozen & PLN_MIX_ROUND (round)) == 0 && i < groups->len; i++)
        {
          PlnGroup *group = g_ptr_array_index (groups, i);

          if (pln_group_get_locked (group) || (self->aim == PLN_CORE_BOARD_MEND && pln_core_board_room_gone (self, group)))
            continue;
          for (guint role = 1; role < PLN_N_GROUP_ROLES; role++)
            if (wants_role (self, role))
              pln_mix_instance_need_role (self->instance, round, i, role, 1);
          if (n_roles > 1)
            pln_mix_instance_need_role (self->instance, round, i, 0, n_roles);
        }
    }
}

/* --- who takes which role --- */

/* Roles that people have in a round of the gathering, or had in one of an
 * earlier one. */
static void
count_turns_in (PlnCoreBoard *self,
                PlnGathering *gathering,
                PlnRound     *round,
                guint        *turns)
{
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *places = pln_group_get_places (group);

      for (guint j = 0; j < places->len; j++)
        {
          const PlnPlace *place = g_ptr_array_index (places, j);
          guint person = pln_core_board_find_again (self, gathering, place->person);

          if (person != G_MAXUINT && place->role != PLN_GROUP_ROLE_NONE)
            turns[person]++;
        }
    }
}

/* At earlier gatherings of the series. */
static guint *
count_turns (PlnCoreBoard *self)
{
  g_autoptr(GPtrArray) earlier = pln_core_board_list_earlier (self->core, self->gathering);
  guint *turns = g_new0 (guint, self->people->len + 1);

  for (guint i = 0; i < earlier->len; i++)
    {
      GListModel *rounds = pln_gathering_get_rounds (g_ptr_array_index (earlier, i));

      for (guint j = 0; j < g_list_model_get_n_items (rounds); j++)
        {
          g_autoptr(PlnRound) round = g_list_model_get_item (rounds, j);

          count_turns_in (self, g_ptr_array_index (earlier, i), round, turns);
        }
    }

  return turns;
}

/* Those of one group. */
typedef struct
{
  PlnCoreBoard *board;
  guint        *turns;  /* by person of the board */
  GArray       *people; /* of guint */
  GPtrArray    *places; /* of PlnPlace, in the same order */
} Sitting;

static PlnPlace *
place_at (Sitting *sitting,
          guint    i)
{
  return g_ptr_array_index (sitting->places, i);
}

/* The one whom it costs least to ask; or G_MAXUINT. */
static guint
choose (Sitting      *sitting,
        PlnGroupRole  role,
        gboolean      is_happy)
{
  guint best = G_MAXUINT;
  guint lowest = NEVER;

  for (guint i = 0; i < sitting->people->len; i++)
    {
      guint person = g_array_index (sitting->people, guint, i);
      guint cost = cost_of (g_ptr_array_index (sitting->board->people, person), role);

      if (place_at (sitting, i)->role != PLN_GROUP_ROLE_NONE || cost == NEVER
          || (is_happy && pln_attendee_wishes_role (g_ptr_array_index (sitting->board->people, person), role)
                            == PLN_ROLE_WISH_BUDDY))
        continue;
      cost += sitting->turns[person] * COST_TURN;
      if (cost < lowest)
        {
          lowest = cost;
          best = i;
        }
    }

  return best;
}

static void
give (Sitting      *sitting,
      guint         i,
      PlnGroupRole  role)
{
  place_at (sitting, i)->role = role;
  sitting->turns[g_array_index (sitting->people, guint, i)]++;
}

static void
give_role (Sitting      *sitting,
           PlnGroupRole  role)
{
  guint chosen = choose (sitting, role, FALSE);
  PlnAttendee *attendee;
  guint buddy;

  if (chosen == G_MAXUINT)
    return;
  attendee = g_ptr_array_index (sitting->board->people, g_array_index (sitting->people, guint, chosen));
  if (pln_attendee_wishes_role (attendee, role) != PLN_ROLE_WISH_BUDDY)
    {
      give (sitting, chosen, role);
      return;
    }

  /* Only with a buddy, who can do it; else the buddy does it alone. */
  place_at (sitting, chosen)->role = role;
  buddy = choose (sitting, role, TRUE);
  place_at (sitting, chosen)->role = PLN_GROUP_ROLE_NONE;
  if (buddy == G_MAXUINT)
    return;
  if (pln_places_find_role (sitting->places, PLN_GROUP_ROLE_BUDDY) >= 0)
    {
      give (sitting, buddy, role);
      return;
    }
  give (sitting, chosen, role);
  give (sitting, buddy, PLN_GROUP_ROLE_BUDDY);
}

/* Who sits in a group, in the order they sat, and after them who is new. */
static void
sit_down (Sitting          *sitting,
          const PlnMixPlan *plan,
          guint             round,
          guint             number,
          PlnGroup         *group)
{
  PlnCoreBoard *self = sitting->board;
  GPtrArray *old = pln_group_get_places (group);
  g_autofree gboolean *sits = g_new0 (gboolean, self->people->len + 1);

  for (guint i = 0; i < old->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (old, i);
      guint person = pln_core_board_find (self, place->person);
      gboolean keeps = place->locked || pln_group_get_locked (group) || self->aim == PLN_CORE_BOARD_MEND;

      if (person == G_MAXUINT || pln_mix_plan_get_group (plan, round, person) != number)
        continue;
      sits[person] = TRUE;
      g_array_append_val (sitting->people, person);
      g_ptr_array_add (sitting->places, pln_place_new (place->person, keeps ? place->role : PLN_GROUP_ROLE_NONE,
                                                       place->locked));
      if (keeps && place->role != PLN_GROUP_ROLE_NONE)
        sitting->turns[person]++;
    }
  for (guint person = 0; person < self->people->len; person++)
    if (!sits[person] && pln_mix_plan_get_group (plan, round, person) == number)
      {
        g_array_append_val (sitting->people, person);
        g_ptr_array_add (sitting->places,
                         pln_place_new (pln_attendee_get_id (g_ptr_array_index (self->people, person)),
                                        PLN_GROUP_ROLE_NONE, FALSE));
      }
}

static void
seat_group (PlnCoreBoard     *self,
            guint            *turns,
            const PlnMixPlan *plan,
            guint             round,
            guint             number,
            PlnGroup         *group)
{
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) places = pln_places_new ();
  Sitting sitting = { self, turns, people, places };

  sit_down (&sitting, plan, round, number, group);
  for (guint role = 1; role < PLN_N_GROUP_ROLES && !pln_group_get_locked (group); role++)
    if (wants_role (self, role) && pln_places_find_role (places, role) < 0)
      give_role (&sitting, role);
  pln_group_set_places (group, places);
}

/**
 * pln_core_board_seat:
 * @self: a board to mix or to mend
 * @plan: a plan
 *
 * Lets people sit as @plan says, and proposes who takes which role: fairly over
 * rounds and gatherings, and as people said.
 *
 * Returns: (transfer full) (element-type PlnRound): copies of all rounds
 */
GPtrArray *
pln_core_board_seat (PlnCoreBoard     *self,
                     const PlnMixPlan *plan)
{
  g_autofree guint *turns = count_turns (self);
  GPtrArray *rounds = g_ptr_array_new_full (self->rounds->len, g_object_unref);

  for (guint i = 0; i < self->rounds->len; i++)
    {
      PlnRound *round = pln_round_copy (g_ptr_array_index (self->rounds, i));
      GPtrArray *groups = g_ptr_array_index (self->groups, i);

      g_ptr_array_add (rounds, round);
      if ((self->frozen & PLN_MIX_ROUND (i)) != 0)
        {
          count_turns_in (self, self->gathering, round, turns);
          continue;
        }
      for (guint j = 0; j < groups->len; j++)
        {
          PlnGroup *group = pln_round_find_group (round, pln_group_get_uid (g_ptr_array_index (groups, j)));

          seat_group (self, turns, plan, i, j, group);
          if (pln_core_board_room_gone (self, group) && pln_group_get_n_places (group) == 0
              && *pln_group_get_topic (group) == '\0' && *pln_group_get_question (group) == '\0')
            pln_round_remove_group (round, pln_group_get_uid (group));
        }
    }

  return rounds;
}
