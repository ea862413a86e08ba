/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-object-day.h"
#include "pln-object-model.h"

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      all)
{
  const PlnIcalSighting *one = *(const PlnIcalSighting **) a;
  const PlnIcalSighting *two = *(const PlnIcalSighting **) b;

  return (one->at > two->at) - (one->at < two->at);
}

static void
take_sighting (PlnObjectSeen         *seen,
               const PlnIcalSighting *sighting)
{
  switch (sighting->what)
    {
    case PLN_ICAL_SIGHTING_IN:
      seen->presence = PLN_PRESENCE_HERE;
      seen->left_at = 0;
      if (seen->came_at == 0)
        seen->came_at = sighting->at;
      break;
    case PLN_ICAL_SIGHTING_OUT:
      if (seen->presence == PLN_PRESENCE_HERE)
        {
          seen->presence = PLN_PRESENCE_LEFT;
          seen->left_at = sighting->at;
        }
      break;
    case PLN_ICAL_SIGHTING_NONE:
      *seen = (PlnObjectSeen) { PLN_PRESENCE_NONE, 0, 0 };
      break;
    }
}

/**
 * pln_object_day_seen:
 * @records: (element-type PlnIcalRecord): the presence objects of a gathering,
 *   in an order that is the same every time
 *
 * Puts together what was seen at all doors, by time. At the same second, the
 * later line of an object counts.
 *
 * Returns: (transfer full): id of a person → #PlnObjectSeen, of everybody who
 *   was seen; ids are borrowed from @records
 */
GHashTable *
pln_object_day_seen (GPtrArray *records)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  GHashTable *people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_extend (all, ((const PlnIcalRecord *) g_ptr_array_index (records, i))->sightings, NULL, NULL);
  if (all->len > 0) /* stable */
    g_qsort_with_data (all->pdata, (int) all->len, sizeof (gpointer), compare_times, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PlnIcalSighting *sighting = g_ptr_array_index (all, i);
      PlnObjectSeen *seen = g_hash_table_lookup (people, sighting->person);

      if (seen == NULL)
        {
          seen = g_new0 (PlnObjectSeen, 1);
          g_hash_table_insert (people, sighting->person, seen);
        }
      take_sighting (seen, sighting);
    }

  return people;
}

/**
 * pln_object_day_round:
 * @record: a round
 *
 * Returns: (transfer full): its model, without groups
 */
PlnRound *
pln_object_day_round (const PlnIcalRecord *record)
{
  PlnRound *round = pln_round_new (record->uid);
  g_autoptr(GDateTime) end = pln_object_model_end (record);

  pln_round_set_number (round, record->number);
  pln_round_set_title (round, record->summary);
  pln_round_set_times (round, record->start.date_time, end, record->start.zone);
  pln_round_set_locked (round, record->is_locked);

  return round;
}

/* By id; by address where a server dropped the id. Who is not on the list is
 * nobody that could be shown; the line stays in the text. */
static const char *
find_person (PlnGathering          *gathering,
             const PlnIcalAttendee *member)
{
  PlnAttendee *attendee = *member->id != '\0' ? pln_gathering_find_attendee (gathering, member->id)
                          : *member->email != '\0' ? pln_gathering_find_address (gathering, member->email) : NULL;

  return attendee != NULL ? pln_attendee_get_id (attendee) : NULL;
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const PlnIcalAttendee *one = *(const PlnIcalAttendee **) a;
  const PlnIcalAttendee *two = *(const PlnIcalAttendee **) b;

  return (one->order > two->order) - (one->order < two->order);
}

/* With and without an address, as they stand in the text. */
static void
add_places (GPtrArray           *places,
            const PlnIcalRecord *record,
            PlnGathering        *gathering)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new ();

  g_ptr_array_extend (members, record->attendees, NULL, NULL);
  g_ptr_array_extend (members, record->members, NULL, NULL);
  g_ptr_array_sort (members, compare_order);
  for (guint i = 0; i < members->len; i++)
    {
      const PlnIcalAttendee *member = g_ptr_array_index (members, i);
      const char *person = find_person (gathering, member);
      PlnGroupRole role;

      if (person == NULL || pln_places_find (places, person) >= 0)
        continue;
      pln_group_role_parse (member->group_role, &role);
      g_ptr_array_add (places, pln_place_new (person, role, member->is_locked));
    }
}

/**
 * pln_object_day_group:
 * @record: a group
 * @gathering: a gathering with its attendees
 *
 * Returns: (transfer full): its model
 */
PlnGroup *
pln_object_day_group (const PlnIcalRecord *record,
                      PlnGathering        *gathering)
{
  PlnGroup *group = pln_group_new (record->uid);
  g_autoptr(GPtrArray) places = pln_places_new ();

  pln_group_set_round (group, record->parent);
  pln_group_set_number (group, record->number);
  pln_group_set_topic (group, record->summary);
  pln_group_set_question (group, record->description);
  pln_group_set_room (group, record->location);
  pln_group_set_chairs (group, record->chairs);
  pln_group_set_colour (group, pln_object_model_colour (record));
  pln_group_set_locked (group, record->is_locked);
  add_places (places, record, gathering);
  pln_group_set_places (group, places);

  return group;
}
