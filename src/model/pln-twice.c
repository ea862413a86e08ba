/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-twice.h"

#include "pln-config.h"
#include "pln-round-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

static void
twice_free (gpointer data)
{
  PlnTwice *twice = data;

  g_free (twice->person);
  g_object_unref (twice->round);
  g_ptr_array_unref (twice->groups);
  g_free (twice);
}

static PlnTwice *
twice_new (PlnRound   *round,
           const char *person,
           PlnGroup   *group)
{
  PlnTwice *twice = g_new0 (PlnTwice, 1);

  twice->person = g_strdup (person);
  twice->round = g_object_ref (round);
  twice->groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (twice->groups, g_object_ref (group));

  return twice;
}

static void
add_round (GPtrArray *list,
           PlnRound  *round)
{
  GListModel *groups = pln_round_get_groups (round);
  g_autoptr(GHashTable) seats = g_hash_table_new (g_str_hash, g_str_equal);  /* id → the first group */
  g_autoptr(GHashTable) doubles = g_hash_table_new (g_str_hash, g_str_equal); /* id → PlnTwice */

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *places = pln_group_get_places (group);

      for (guint j = 0; j < places->len; j++)
        {
          const PlnPlace *place = g_ptr_array_index (places, j);
          PlnGroup *first = g_hash_table_lookup (seats, place->person);
          PlnTwice *twice = g_hash_table_lookup (doubles, place->person);

          if (first == NULL)
            g_hash_table_insert (seats, place->person, group);
          else if (twice != NULL)
            g_ptr_array_add (twice->groups, g_object_ref (group));
          else if (first != group)
            {
              twice = twice_new (round, place->person, first);
              g_ptr_array_add (twice->groups, g_object_ref (group));
              g_hash_table_insert (doubles, place->person, twice);
              g_ptr_array_add (list, twice);
            }
        }
    }
}

/**
 * pln_twice_list:
 * @gathering: a gathering
 *
 * Returns: (transfer full) (element-type PlnTwice): who of its list sits in
 *   more than one group of a round
 */
GPtrArray *
pln_twice_list (PlnGathering *gathering)
{
  GPtrArray *list;
  GListModel *rounds;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  list = g_ptr_array_new_with_free_func (twice_free);
  rounds = pln_gathering_get_rounds (gathering);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      add_round (list, round);
    }
  for (guint i = list->len; i > 0; i--)
    if (pln_gathering_find_attendee (gathering, ((PlnTwice *) list->pdata[i - 1])->person) == NULL)
      g_ptr_array_remove_index (list, i - 1);

  return list;
}

/**
 * pln_twice_words:
 * @gathering: a gathering
 * @twice: who sits in more than one group
 *
 * Returns: (transfer full): the same in words: “Una Tarn sits in Group 3 and
 *   Group 7 of Round 1.”
 */
char *
pln_twice_words (PlnGathering   *gathering,
                 const PlnTwice *twice)
{
  PlnAttendee *attendee;
  g_autofree char *name = NULL;
  g_autofree char *round = NULL;
  g_autoptr(GString) groups = g_string_new (NULL);

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (twice != NULL, NULL);

  attendee = pln_gathering_find_attendee (gathering, twice->person);
  name = pln_str_one_line (attendee != NULL ? pln_attendee_get_display_name (attendee) : twice->person);
  round = pln_round_name (twice->round);
  for (guint i = 0; i < twice->groups->len; i++)
    {
      g_autofree char *group = pln_group_name (twice->groups->pdata[i]);

      if (i > 0)
        /* Translators: between two groups, as in “Group 3 and Group 7”. */
        g_string_append (groups, _(" and "));
      g_string_append (groups, group);
    }

  /* Translators: who, which groups, which round: “Una Tarn sits in Group 3 and Group 7 of Round 1.” */
  return g_strdup_printf (_("%1$s sits in %2$s of %3$s."), name, groups->str, round);
}
