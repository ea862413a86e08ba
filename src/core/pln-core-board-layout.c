/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-board.h"

#include "pln-clock.h"
#include "pln-core-round.h"

/* A table in a room: one group sits there. */
typedef struct
{
  const char *room;   /* borrowed from the gathering's list */
  guint       chairs; /* 0: not known */
} Table;

static GArray *
list_tables (PlnGathering      *gathering,
             PlnMixingSettings *settings)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (Table));

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);
      guint n = pln_mixing_settings_count_tables (settings, room);

      for (guint j = 0; j < n && tables->len < PLN_MIX_MAX_GROUPS; j++)
        {
          Table table = { room->id, MIN (room->capacity / n, PLN_GROUP_MAX_CHAIRS) };

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
      pln_group_set_room (group, table->room);
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

static gboolean
is_used (PlnRound   *round,
         const char *room)
{
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (g_str_equal (pln_group_get_room (group), room))
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_core_board_find_rooms:
 * @gathering: a gathering
 * @round: a copy of one of its rounds
 *
 * Gives groups whose room is gone a free one that is large enough, if there is
 * any.
 */
void
pln_core_board_find_rooms (PlnGathering *gathering,
                           PlnRound     *round)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      const char *lost = pln_group_get_room (group);

      if (*lost == '\0' || pln_rooms_find_id (rooms, lost) >= 0)
        continue;
      for (guint j = 0; j < rooms->len; j++)
        {
          const PlnRoom *room = g_ptr_array_index (rooms, j);

          if ((room->capacity > 0 && room->capacity < pln_group_get_n_places (group)) || is_used (round, room->id))
            continue;
          pln_group_set_room (group, room->id);
          pln_group_set_chairs (group, MIN (room->capacity, PLN_GROUP_MAX_CHAIRS));
          break;
        }
    }
}
