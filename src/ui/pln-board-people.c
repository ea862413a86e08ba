/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-people.h"

#include "pln-door.h"

/* Who is to sit in the groups: as long as people arrive, who goes; when most
 * have come, who is here. */

/* Who is expected, and was not seen or has left. */
static gboolean
is_expected (PlnAttendee *attendee)
{
  return (pln_attendee_get_answer (attendee) == PLN_ANSWER_ACCEPTED && !pln_attendee_get_waiting (attendee))
         || pln_attendee_get_presence (attendee) != PLN_PRESENCE_NONE;
}

/**
 * pln_board_is_away:
 * @gathering: a gathering
 * @attendee: one of its attendees
 *
 * Returns: whether this person has left, or most have come and this one has not
 */
gboolean
pln_board_is_away (PlnGathering *gathering,
                   PlnAttendee  *attendee)
{
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), FALSE);
  g_return_val_if_fail (PLN_IS_ATTENDEE (attendee), FALSE);

  return pln_attendee_get_presence (attendee) == PLN_PRESENCE_LEFT
         || (pln_attendee_get_presence (attendee) != PLN_PRESENCE_HERE && pln_door_most_came (gathering));
}

/**
 * pln_board_counts:
 * @gathering: a gathering
 * @attendee: one of its attendees
 *
 * Returns: whether that person is to have a place in a group
 */
gboolean
pln_board_counts (PlnGathering *gathering,
                  PlnAttendee  *attendee)
{
  return is_expected (attendee) && !pln_board_is_away (gathering, attendee);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (pln_attendee_get_sort_key (*(PlnAttendee **) a), pln_attendee_get_sort_key (*(PlnAttendee **) b));
}

/* Those who are expected and have no place, away or not, by name. */
static GPtrArray *
list_without_place (PlnGathering *gathering,
                    PlnRound     *round,
                    gboolean      away)
{
  g_autoptr(GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *groups = round != NULL ? pln_round_get_groups (round) : NULL;
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n_attendees = g_list_model_get_n_items (attendees);

  for (guint i = 0; groups != NULL && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *places = pln_group_get_places (group);

      for (guint j = 0; j < places->len; j++)
        g_hash_table_add (placed, ((PlnPlace *) g_ptr_array_index (places, j))->person);
    }

  for (guint i = 0; i < n_attendees; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (is_expected (attendee) && pln_board_is_away (gathering, attendee) == away
          && !g_hash_table_contains (placed, pln_attendee_get_id (attendee)))
        g_ptr_array_add (people, g_steal_pointer (&attendee));
    }
  g_ptr_array_sort (people, compare_names);

  return people;
}

/**
 * pln_board_list_away:
 * @gathering: a gathering
 * @round: (nullable): one of its rounds
 *
 * Returns: (transfer full) (element-type PlnAttendee): who is not here, and so
 *   has no place, by name
 */
GPtrArray *
pln_board_list_away (PlnGathering *gathering,
                     PlnRound     *round)
{
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  return list_without_place (gathering, round, TRUE);
}

/**
 * pln_board_list_free:
 * @gathering: a gathering
 * @round: (nullable): one of its rounds
 *
 * Returns: (transfer full) (element-type PlnAttendee): who should have a place
 *   and has none, by name
 */
GPtrArray *
pln_board_list_free (PlnGathering *gathering,
                     PlnRound     *round)
{
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  return list_without_place (gathering, round, FALSE);
}

/**
 * pln_board_count:
 * @gathering: a gathering
 *
 * Returns: how many people are to have a place
 */
guint
pln_board_count (PlnGathering *gathering)
{
  g_autoptr(GPtrArray) people = pln_board_list_free (gathering, NULL);

  return people->len;
}
