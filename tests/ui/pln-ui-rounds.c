/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-rounds.h"

#include "pln-move.h"

static const char *const topics[] = {
  "Who leads, and who could?", "Keeping contact after today", "What can sectors share?", "From research into practice",
  "Sustaining our networks", "Students and newcomers", "Tools that we really use", "Mentors and buddies",
  "Money, and doing without", "Writing it up", "Beyond the library", "The next meet-up",
};

static GPtrArray *
list_going (PlnGathering *gathering)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (pln_attendee_get_answer (attendee) == PLN_ANSWER_ACCEPTED)
        g_ptr_array_add (people, g_steal_pointer (&attendee));
    }

  return people;
}

static PlnGroupRole
role_of (guint round,
         guint group,
         guint seat)
{
  if (seat == 0)
    return PLN_GROUP_ROLE_FACILITATOR;

  return seat == 1 && !(round == 1 && group == 2) ? PLN_GROUP_ROLE_NOTE_TAKER : PLN_GROUP_ROLE_NONE;
}

static PlnGroup *
make_group (PlnRound  *round,
            guint      number,
            guint      group,
            guint      n_groups,
            GPtrArray *people)
{
  g_autofree char *uid = g_strdup_printf ("group-%u-%u@example.org", number + 1, group + 1);
  g_autofree char *room = g_strdup_printf ("Room %u, table %u", group / 4 + 1, group + 1);
  g_autoptr(GPtrArray) places = pln_places_new ();
  PlnGroup *self = pln_group_new (uid);

  for (guint seat = 0; seat * n_groups < people->len; seat++)
    {
      guint at = seat * n_groups + (group + seat * number) % n_groups;

      if (at < people->len)
        g_ptr_array_add (places, pln_place_new (pln_attendee_get_id (people->pdata[at]), role_of (number, group, seat), FALSE));
    }
  pln_group_set_round (self, pln_round_get_uid (round));
  pln_group_set_number (self, group + 1);
  pln_group_set_topic (self, topics[group % G_N_ELEMENTS (topics)]);
  pln_group_set_room (self, room);
  pln_group_set_places (self, places);

  return self;
}

void
pln_ui_rounds_add (PlnGathering *gathering,
                   guint         n_rounds,
                   guint         size)
{
  g_autoptr(GPtrArray) people = list_going (gathering);
  guint n_groups = MAX (people->len / size, 1);

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *uid = g_strdup_printf ("round-%u@example.org", i + 1);
      g_autoptr(PlnRound) round = pln_round_new (uid);
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
      g_autoptr(GDateTime) first = g_date_time_new (zone, 2011, 7, 19, 14, 0, 0);
      g_autoptr(GDateTime) start = g_date_time_add_minutes (first, (int) i * 50);
      g_autoptr(GDateTime) end = g_date_time_add_minutes (start, 45);

      pln_round_set_number (round, i + 1);
      pln_round_set_times (round, start, end, "Europe/London");
      for (guint j = 0; j < n_groups; j++)
        {
          g_autoptr(PlnGroup) group = make_group (round, i, j, n_groups, people);

          pln_round_put_group (round, group);
        }
      pln_gathering_put_round (gathering, round);
    }
}

void
pln_ui_rounds_arrive (PlnGathering *gathering,
                      guint         n_away)
{
  g_autoptr(GPtrArray) people = list_going (gathering);
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 19, 8, 30, 0);

  for (guint i = n_away; i < people->len; i++)
    pln_attendee_set_presence (people->pdata[i], PLN_PRESENCE_HERE, at, NULL);
}

static void
take_out (PlnRound   *round,
          const char *person)
{
  PlnGroup *group = pln_round_find_person (round, person);
  g_autoptr(GPtrArray) places = NULL;

  if (group == NULL)
    return;

  places = pln_places_copy (pln_group_get_places (group));
  g_ptr_array_remove_index (places, (guint) pln_places_find (places, person));
  pln_group_set_places (group, places);
}

void
pln_ui_rounds_place (PlnGathering *gathering,
                     GPtrArray    *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const PlnMove *move = g_ptr_array_index (moves, i);
      PlnRound *round = pln_gathering_find_round (gathering, move->round);
      PlnGroup *group = *move->group != '\0' ? pln_round_find_group (round, move->group) : NULL;
      int at = group != NULL ? pln_places_find (pln_group_get_places (group), move->place.person) : -1;
      g_autoptr(GPtrArray) places = NULL;

      if (at < 0)
        take_out (round, move->place.person);
      if (group == NULL)
        continue;

      places = pln_places_copy (pln_group_get_places (group));
      g_ptr_array_insert (places, at, pln_place_copy (&move->place));
      if (at >= 0)
        g_ptr_array_remove_index (places, (guint) at + 1);
      pln_group_set_places (group, places);
    }
}

void
pln_ui_rounds_save (PlnGathering *gathering,
                    GPtrArray    *before,
                    GPtrArray    *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      gboolean stays = FALSE;

      for (guint j = 0; j < after->len; j++)
        stays |= g_str_equal (pln_round_get_uid (before->pdata[i]), pln_round_get_uid (after->pdata[j]));
      if (!stays)
        pln_gathering_remove_round (gathering, pln_round_get_uid (before->pdata[i]));
    }
  for (guint i = 0; i < after->len; i++)
    pln_gathering_put_round (gathering, after->pdata[i]);
}

void
pln_ui_rounds_group (PlnGathering *gathering,
                     PlnGroup     *before,
                     PlnGroup     *after)
{
  PlnRound *round = pln_gathering_find_round (gathering, pln_group_get_round (after != NULL ? after : before));

  if (after != NULL)
    pln_round_put_group (round, after);
  else
    pln_round_remove_group (round, pln_group_get_uid (before));
}

static const char *
group_after (GPtrArray  *moves,
             const char *round,
             const char *person,
             const char *group)
{
  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      const PlnMove *move = g_ptr_array_index (moves, i);

      if (g_str_equal (move->round, round) && g_str_equal (move->place.person, person))
        return move->group;
    }

  return group;
}

static PlnQualityPerson *
need_person (PlnQuality *quality,
             GHashTable *people,
             const char *id)
{
  PlnQualityPerson *person = g_hash_table_lookup (people, id);

  if (person == NULL)
    {
      person = g_new0 (PlnQualityPerson, 1);
      person->person = g_strdup (id);
      person->n_most = 16;
      g_ptr_array_add (quality->people, person);
      g_hash_table_insert (people, person->person, person);
    }

  return person;
}

/* Each pair once for each round in which it sits together. */
static void
count_pairs (PlnQuality *quality,
             GHashTable *people,
             GHashTable *pairs,
             GPtrArray  *ids)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint j = i + 1; j < ids->len; j++)
      {
        g_autofree char *pair = g_strcmp0 (ids->pdata[i], ids->pdata[j]) < 0
                                ? g_strconcat (ids->pdata[i], "+", ids->pdata[j], NULL)
                                : g_strconcat (ids->pdata[j], "+", ids->pdata[i], NULL);

        if (g_hash_table_contains (pairs, pair))
          {
            quality->n_again++;
            quality->again_most = 2;
            pln_quality_add_flaw (quality, PLN_FLAW_AGAIN, ids->pdata[i], ids->pdata[j], "", "");
            continue;
          }
        g_hash_table_add (pairs, g_steal_pointer (&pair));
        need_person (quality, people, ids->pdata[i])->n_met++;
        need_person (quality, people, ids->pdata[j])->n_met++;
      }
}

PlnQuality *
pln_ui_rounds_judge (PlnGathering *gathering,
                     GPtrArray    *moves)
{
  PlnQuality *quality = pln_quality_new ();
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  quality->n_rounds = g_list_model_get_n_items (rounds);
  quality->sectors = 3;
  quality->networks = 2;
  for (guint i = 0; i < quality->n_rounds; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);
      g_autoptr(GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);

          g_hash_table_insert (seats, (char *) pln_group_get_uid (group), g_ptr_array_new ());
        }
      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          GPtrArray *places = pln_group_get_places (group);

          for (guint k = 0; k < places->len; k++)
            {
              const PlnPlace *place = places->pdata[k];
              GPtrArray *ids = g_hash_table_lookup (seats, group_after (moves, pln_round_get_uid (round), place->person,
                                                                        pln_group_get_uid (group)));

              if (ids != NULL)
                g_ptr_array_add (ids, place->person);
            }
        }
      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          GPtrArray *ids = g_hash_table_lookup (seats, pln_group_get_uid (group));
          PlnQualityGroup *facts = g_new0 (PlnQualityGroup, 1);

          count_pairs (quality, people, pairs, ids);
          facts->round = g_strdup (pln_round_get_uid (round));
          facts->group = g_strdup (pln_group_get_uid (group));
          facts->n_people = ids->len;
          facts->n_pairs = facts->n_new = ids->len * (MAX (ids->len, 1) - 1) / 2;
          facts->n_sectors = 3;
          facts->n_networks = 4;
          g_ptr_array_add (quality->groups, facts);
        }
    }

  quality->n_people = quality->people->len;
  quality->met_most = 16;
  quality->met_min = quality->n_people > 0 ? G_MAXUINT : 0;
  for (guint i = 0; i < quality->people->len; i++)
    {
      const PlnQualityPerson *person = quality->people->pdata[i];

      quality->met_min = MIN (quality->met_min, person->n_met);
      quality->met_max = MAX (quality->met_max, person->n_met);
    }
  quality->n_cross = 26;
  quality->n_cross_before = 9;
  quality->n_cross_all = 100;
  quality->grade = quality->n_people > 0 ? PLN_QUALITY_GOOD : PLN_QUALITY_NONE;

  return quality;
}

PlnMixing *
pln_ui_rounds_mix (PlnGathering *gathering,
                   guint64       seed)
{
  PlnMixing *mixing = pln_mixing_new (gathering, seed);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(PlnQuality) quality = pln_ui_rounds_judge (gathering, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      PlnRound *mixed = pln_round_copy (round);
      GListModel *groups = pln_round_get_groups (mixed);
      guint n = g_list_model_get_n_items (groups);

      for (guint j = 0; i > 0 && j < n; j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          g_autoptr(PlnGroup) from = g_list_model_get_item (pln_round_get_groups (round), (j + seed) % n);

          pln_group_set_places (group, pln_group_get_places (from));
        }
      g_ptr_array_add (before, pln_round_copy (round));
      g_ptr_array_add (after, mixed);
    }
  pln_mixing_show (mixing, before, after, quality, 0.3, 3);

  return mixing;
}
