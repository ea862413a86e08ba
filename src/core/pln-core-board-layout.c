/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-board.h"

#include "pln-clock.h"
#include "pln-core-round.h"

#include <glib/gi18n.h>
#include <string.h>

/* A table in a room: one group sits there. */
typedef struct
{
  char  *place;  /* in words */
  guint  chairs; /* 0: not known */
} Table;

static void
clear_table (gpointer data)
{
  g_free (((Table *) data)->place);
}

static char *
name_table (const PlnRoom *room,
            guint          number)
{
  /* Translators: the name of a room, and the number of a table in it. */
  return g_strdup_printf (_("%s, table %u"), room->name, number);
}

static GArray *
list_tables (PlnGathering      *gathering,
             PlnMixingSettings *settings)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (Table));
  guint n_all = 0;

  g_array_set_clear_func (tables, clear_table);
  for (guint i = 0; i < rooms->len; i++)
    n_all += pln_mixing_settings_count_tables (settings, g_ptr_array_index (rooms, i));

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);
      guint n = pln_mixing_settings_count_tables (settings, room);

      for (guint j = 0; j < n && tables->len < PLN_MIX_MAX_GROUPS; j++)
        {
          Table table = {
            n_all > rooms->len ? name_table (room, tables->len + 1) : g_strdup (room->name),
            MIN (room->capacity / n, PLN_GROUP_MAX_CHAIRS),
          };

          g_array_append_val (tables, table);
        }
    }

  return tables;
}

/* Takes the last groups away that have nothing of their own, and adds what is
 * missing. */
static void
count_groups (PlnCore  *core,
              PlnRound *round,
              guint     n_wanted)
{
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = g_list_model_get_n_items (groups); i > 0 && g_list_model_get_n_items (groups) > n_wanted; i--)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i - 1);

      if (!pln_group_get_locked (group) && *pln_group_get_topic (group) == '\0'
          && *pln_group_get_question (group) == '\0')
        pln_round_remove_group (round, pln_group_get_uid (group));
    }
  while (g_list_model_get_n_items (groups) < n_wanted)
    {
      g_autoptr(PlnGroup) group = pln_core_draft_group (core, round);

      pln_round_put_group (round, group);
    }
}

static void
give_tables (PlnRound *round,
             GArray   *tables)
{
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (groups), tables->len); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      const Table *table = &g_array_index (tables, Table, i);

      if (pln_group_get_locked (group))
        continue;
      pln_group_set_room (group, table->place);
      pln_group_set_chairs (group, table->chairs);
    }
}

/* Frozen rounds stay; of the others so many that there are as many as wished. */
static PlnGathering *
plan_rounds (PlnCore           *core,
             PlnGathering      *gathering,
             PlnMixingSettings *settings,
             GPtrArray         *before,
             GDateTime         *now)
{
  PlnGathering *planned = pln_gathering_new (pln_gathering_get_uid (gathering));
  guint n_wanted = pln_mixing_settings_get_rounds (settings);

  pln_gathering_set_times (planned, pln_gathering_get_start (gathering), pln_gathering_get_end (gathering),
                           pln_gathering_get_zone (gathering), pln_gathering_get_all_day (gathering));
  for (guint i = 0; i < before->len; i++)
    {
      PlnRound *round = g_ptr_array_index (before, i);

      if (i < n_wanted || pln_round_is_frozen (round, now) || pln_round_get_read_only (round))
        {
          g_autoptr(PlnRound) copy = pln_round_copy (round);

          pln_gathering_put_round (planned, copy);
        }
    }
  while (g_list_model_get_n_items (pln_gathering_get_rounds (planned)) < n_wanted)
    {
      g_autoptr(PlnRound) round = pln_core_draft_round (core, planned);

      pln_gathering_put_round (planned, round);
    }

  return planned;
}

/**
 * pln_core_board_lay_out:
 * @core: a core
 * @gathering: a gathering
 * @settings: how to mix
 * @before: (element-type PlnRound): its rounds
 *
 * Makes as many rounds and groups as are wished for. What is locked, has begun
 * or has a topic stays.
 *
 * Returns: (transfer full) (element-type PlnRound): the rounds, in which people
 *   sit as before
 */
GPtrArray *
pln_core_board_lay_out (PlnCore           *core,
                        PlnGathering      *gathering,
                        PlnMixingSettings *settings,
                        GPtrArray         *before)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autoptr(PlnGathering) planned = plan_rounds (core, gathering, settings, before, now);
  GListModel *rounds = pln_gathering_get_rounds (planned);
  guint n = g_list_model_get_n_items (rounds);
  guint n_groups = pln_mixing_settings_count_groups (settings, gathering);
  g_autoptr(GArray) tables = list_tables (gathering, settings);
  GPtrArray *list = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      PlnRound *round = g_list_model_get_item (rounds, i);

      g_ptr_array_add (list, round);
      if (pln_round_is_frozen (round, now))
        continue;
      count_groups (core, round, n_groups);
      if (pln_mixing_settings_get_by_rooms (settings))
        give_tables (round, tables);
    }

  return list;
}

/**
 * pln_core_board_room_of:
 * @rooms: (element-type PlnRoom): the rooms of a gathering
 * @group: a group
 *
 * Returns: in which of them @group sits, as “Room 1” or “Room 1, table 2” say;
 *   or -1
 */
int
pln_core_board_room_of (GPtrArray *rooms,
                        PlnGroup  *group)
{
  const char *place = pln_group_get_room (group);
  const char *comma = strrchr (place, ',');
  g_autofree char *stem = comma != NULL ? g_strndup (place, (gsize) (comma - place)) : NULL;
  guint first;
  guint n;

  if (pln_rooms_cover (rooms, place, &first, &n) || (stem != NULL && pln_rooms_cover (rooms, stem, &first, &n)))
    return (int) first;

  return -1;
}

/* How many chairs of a room no group of the round needs, and how many groups
 * sit there. */
static guint
count_free (GPtrArray *rooms,
            guint      room,
            PlnRound  *round,
            guint     *n_groups)
{
  GListModel *groups = pln_round_get_groups (round);
  guint capacity = ((const PlnRoom *) g_ptr_array_index (rooms, room))->capacity;
  guint n_used = 0;

  *n_groups = 0;
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (pln_core_board_room_of (rooms, group) != (int) room)
        continue;
      ++*n_groups;
      n_used += MAX (pln_group_get_chairs (group), pln_group_get_n_places (group));
    }
  if (capacity == 0) /* not known: one group fits in any */
    return *n_groups == 0 ? PLN_GROUP_MAX_CHAIRS : 0;

  return MAX (capacity, n_used) - n_used;
}

/**
 * pln_core_board_find_rooms:
 * @self: a board
 * @round: a copy of one of its rounds
 *
 * Gives groups whose room is gone a place in another that has chairs for them,
 * if there is any.
 */
void
pln_core_board_find_rooms (PlnCoreBoard *self,
                           PlnRound     *round)
{
  GPtrArray *rooms = pln_gathering_get_room_list (self->gathering);
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (!pln_core_board_room_gone (self, group))
        continue;
      for (guint j = 0; j < rooms->len; j++)
        {
          const PlnRoom *room = g_ptr_array_index (rooms, j);
          guint n_here;
          guint n_free = count_free (rooms, j, round, &n_here);
          g_autofree char *place = NULL;

          if (n_free < MAX (pln_group_get_n_places (group), 1))
            continue;
          place = n_here > 0 ? name_table (room, pln_group_get_number (group)) : g_strdup (room->name);
          pln_group_set_room (group, place);
          pln_group_set_chairs (group, room->capacity > 0 ? MAX (pln_group_get_n_places (group), 1) : 0);
          break;
        }
    }
}
