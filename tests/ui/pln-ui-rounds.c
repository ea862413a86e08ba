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
