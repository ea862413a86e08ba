/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-object-model.h"
#include "pln-object-day.h"

#include "pln-id.h"

#include <string.h>

#define MAX_ROOMS 1000 /* of one gathering; a file may hold anything */

/* One person: an ATTENDEE, a guest line, or both. Borrows from the records. */
typedef struct
{
  const PlnIcalAttendee *attendee; /* NULL: no address, or one that another has */
  const PlnIcalGuest    *guest;    /* NULL: came by another program */
  const PlnIcalAttendee *shared;   /* of whom the address is, if not this one's */
  char                  *id;
} Person;

typedef struct
{
  GArray     *people;   /* Person */
  GHashTable *ids;      /* id → index + 1 */
  GHashTable *emails;   /* address, folded → index + 1: the ATTENDEE of it */
} Join;

static void
person_clear (Person *person)
{
  g_free (person->id);
}

static void
join_clear (Join *join)
{
  g_hash_table_unref (join->emails);
  g_hash_table_unref (join->ids);
  g_array_unref (join->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Join, join_clear)

static void
add_person (Join                  *join,
            const PlnIcalAttendee *attendee,
            const PlnIcalGuest    *guest,
            const char            *id)
{
  Person person = { attendee, guest, NULL, g_strdup (id) };

  g_array_append_val (join->people, person);
  g_hash_table_insert (join->ids, person.id, GUINT_TO_POINTER (join->people->len));
}

static Person *
find_person (Join       *join,
             GHashTable *table,
             const char *key)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  return at != 0 ? &g_array_index (join->people, Person, at - 1) : NULL;
}

/* An ATTENDEE without a usable id of its own always gets the same one. */
static char *
free_id (Join                  *join,
         const PlnIcalAttendee *attendee)
{
  g_autofree char *folded = g_utf8_casefold (*attendee->email != '\0' ? attendee->email : attendee->name, -1);
  char *id = pln_id_is_valid (attendee->id) ? g_strdup (attendee->id) : pln_id_derive (folded);

  while (g_hash_table_contains (join->ids, id))
    {
      g_autofree char *taken = id;

      id = pln_id_derive (taken);
    }

  return id;
}

static void
add_attendees (Join                *join,
               const PlnIcalRecord *record)
{
  for (guint i = 0; i < record->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (record->attendees, i);
      g_autofree char *folded = g_utf8_casefold (attendee->email, -1);
      g_autofree char *id = NULL;

      if (attendee->is_thing
          || (*attendee->email == '\0' && *attendee->name == '\0')
          || g_hash_table_contains (join->emails, folded))
        continue;

      id = free_id (join, attendee);
      add_person (join, attendee, NULL, id);
      if (*folded != '\0')
        g_hash_table_insert (join->emails, g_steal_pointer (&folded), GUINT_TO_POINTER (join->people->len));
    }
}

/* By id; else by address, for a server may have dropped the id. */
static void
join_guest (Join               *join,
            const PlnIcalGuest *guest)
{
  Person *person = find_person (join, join->ids, guest->id);
  Person *at_address = NULL;

  if (*guest->email != '\0')
    {
      g_autofree char *folded = g_utf8_casefold (guest->email, -1);

      at_address = find_person (join, join->emails, folded);
    }

  if (person != NULL && person->guest == NULL)
    person->guest = guest;
  else if (person != NULL || !pln_id_is_valid (guest->id))
    return; /* a second line of the same person: the first counts */
  else if (at_address != NULL && at_address->guest == NULL && !pln_id_is_valid (at_address->attendee->id))
    {
      g_hash_table_remove (join->ids, at_address->id);
      g_free (at_address->id);
      at_address->id = g_strdup (guest->id);
      at_address->guest = guest;
      g_hash_table_insert (join->ids, at_address->id, GUINT_TO_POINTER (at_address - (Person *) join->people->data + 1));
    }
  else
    {
      const PlnIcalAttendee *shared = at_address != NULL ? at_address->attendee : NULL;

      add_person (join, NULL, guest, guest->id);
      g_array_index (join->people, Person, join->people->len - 1).shared = shared;
    }
}

static void
join_people (Join                *join,
             const PlnIcalRecord *record,
             GPtrArray           *people)
{
  join->people = g_array_new (FALSE, TRUE, sizeof (Person));
  g_array_set_clear_func (join->people, (GDestroyNotify) person_clear);
  join->ids = g_hash_table_new (g_str_hash, g_str_equal);
  join->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_attendees (join, record);
  for (guint i = 0; i < people->len; i++)
    {
      const PlnIcalRecord *object = g_ptr_array_index (people, i);

      for (guint j = 0; j < object->guests->len; j++)
        join_guest (join, g_ptr_array_index (object->guests, j));
    }
}

/* What an organiser was told counts until a reply comes that is later. */
static gboolean
is_said (const Person *person)
{
  const PlnIcalGuest *guest = person->guest;

  return guest != NULL && *guest->said != '\0' && guest->said_at != NULL
         && (guest->got_stamp == NULL || g_date_time_compare (guest->said_at, guest->got_stamp) > 0);
}

static PlnAnswer
answer_of (const Person *person)
{
  if (is_said (person))
    return pln_answer_parse (person->guest->said);

  return person->attendee != NULL ? pln_answer_parse (person->attendee->answer) : PLN_ANSWER_NEEDS_ACTION;
}

static int
told_sequence_of (const Person *person)
{
  const PlnIcalAttendee *attendee = person->attendee != NULL ? person->attendee : person->shared;

  return attendee != NULL ? attendee->told_sequence : -1;
}

/**
 * pln_object_model_count:
 * @record: a gathering
 * @people: (element-type PlnIcalRecord): its people objects
 * @presence: (element-type PlnIcalRecord): its presence objects
 * @counts: (out): how many people there are
 *
 * Counts as the models will show. For any thread.
 */
void
pln_object_model_count (const PlnIcalRecord *record,
                        GPtrArray           *people,
                        GPtrArray           *presence,
                        PlnObjectCounts     *counts)
{
  g_auto(Join) join = { 0 };
  g_autoptr(GHashTable) seen = pln_object_day_seen (presence);

  *counts = (PlnObjectCounts) { { 0 } };
  join_people (&join, record, people);
  for (guint i = 0; i < join.people->len; i++)
    {
      const Person *person = &g_array_index (join.people, Person, i);
      const PlnObjectSeen *at_door = g_hash_table_lookup (seen, person->id);

      if (person->guest != NULL && person->guest->waiting)
        counts->waiting++;
      else
        counts->answers[answer_of (person)]++;
      counts->told += told_sequence_of (person) >= 0;
      counts->came += at_door != NULL && at_door->came_at != 0;
    }
}

static int
parse_nick (GType       type,
            const char *nick)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (values, nick);

  return value != NULL ? value->value : 0;
}

static GDateTime *
in_zone (GDateTime *utc,
         GTimeZone *zone)
{
  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static GDateTime *
moment_in_zone (gint64     at,
                GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = at != 0 ? g_date_time_new_from_unix_utc (at) : NULL;

  return in_zone (utc, zone);
}

static guint
roles_of (char **names)
{
  guint roles = 0;
  PlnGroupRole role;

  for (guint i = 0; names[i] != NULL; i++)
    if (pln_group_role_parse (names[i], &role) && role != PLN_GROUP_ROLE_NONE)
      roles |= PLN_GROUP_ROLE_BIT (role);

  return roles;
}

static void
fill_from_guest (PlnAttendee        *attendee,
                 const PlnIcalGuest *guest,
                 GTimeZone          *zone)
{
  g_autoptr(GDateTime) from = in_zone (guest->expected_from, zone);
  g_autoptr(GDateTime) until = in_zone (guest->expected_until, zone);

  pln_attendee_set_organisation (attendee, guest->organisation);
  pln_attendee_set_sector (attendee, guest->sector);
  pln_attendee_set_stage (attendee, guest->stage);
  pln_attendee_set_networks (attendee, (const char *const *) guest->networks);
  pln_attendee_set_waiting (attendee, guest->waiting);
  pln_attendee_set_first_time (attendee, guest->first_time);
  pln_attendee_set_role (attendee, (PlnRole) parse_nick (PLN_TYPE_ROLE, guest->role));
  pln_attendee_set_mode (attendee, (PlnMode) parse_nick (PLN_TYPE_MODE, guest->mode));
  pln_attendee_set_expected (attendee, from, until);
  pln_attendee_set_role_wish (attendee, (PlnRoleWish) parse_nick (PLN_TYPE_ROLE_WISH, guest->role_wish),
                              roles_of (guest->wished_roles));
}

static void
fill_from_door (PlnAttendee         *attendee,
                const PlnObjectSeen *seen,
                GTimeZone           *zone)
{
  g_autoptr(GDateTime) came_at = moment_in_zone (seen->came_at, zone);
  g_autoptr(GDateTime) left_at = moment_in_zone (seen->left_at, zone);

  pln_attendee_set_presence (attendee, seen->presence, came_at, left_at);
}

static PlnAttendee *
attendee_of (const Person        *person,
             const PlnObjectSeen *seen, /* (nullable) */
             GTimeZone           *zone)
{
  PlnAttendee *attendee = pln_attendee_new (person->id);
  const PlnIcalAttendee *line = person->attendee;
  const PlnIcalGuest *guest = person->guest;

  pln_attendee_set_email (attendee, line != NULL && *line->email != '\0' ? line->email
                                    : guest != NULL ? guest->email : "");
  pln_attendee_set_name (attendee, guest != NULL && *guest->name != '\0' ? guest->name
                                   : line != NULL ? line->name : "");
  pln_attendee_set_answer (attendee, answer_of (person));
  if (is_said (person))
    pln_attendee_set_said (attendee, guest->said_at, guest->said_by);
  pln_attendee_set_told (attendee, told_sequence_of (person) >= 0, told_sequence_of (person));
  if (guest != NULL)
    fill_from_guest (attendee, guest, zone);
  else if (g_str_equal (line->role, "chair"))
    pln_attendee_set_role (attendee, PLN_ROLE_ORGANISER);
  if (seen != NULL)
    fill_from_door (attendee, seen, zone);

  return attendee;
}

/**
 * pln_object_model_attendees:
 * @record: a gathering
 * @people: (element-type PlnIcalRecord): its people objects
 * @presence: (element-type PlnIcalRecord): its presence objects
 *
 * Joins each ATTENDEE to its line in the people objects, by id, else by
 * address, and to what was seen at the doors. Who has only one of both is an
 * attendee too.
 *
 * Returns: (transfer full) (element-type PlnAttendee): the attendees; those
 *   with an ATTENDEE first, in its order
 */
GPtrArray *
pln_object_model_attendees (const PlnIcalRecord *record,
                            GPtrArray           *people,
                            GPtrArray           *presence)
{
  g_auto(Join) join = { 0 };
  g_autoptr(GHashTable) seen = pln_object_day_seen (presence);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  GTimeZone *zone = record->start.date_time != NULL ? g_date_time_get_timezone (record->start.date_time) : utc;
  GPtrArray *attendees;

  join_people (&join, record, people);
  attendees = g_ptr_array_new_full (join.people->len, g_object_unref);
  for (guint i = 0; i < join.people->len; i++)
    {
      const Person *person = &g_array_index (join.people, Person, i);

      g_ptr_array_add (attendees, attendee_of (person, g_hash_table_lookup (seen, person->id), zone));
    }

  return attendees;
}

/**
 * pln_object_model_colour:
 * @record: an object
 *
 * Returns: its colour: one that Plenary has, `#rrggbb`, or ""
 */
const char *
pln_object_model_colour (const PlnIcalRecord *record)
{
  static const char *const known[] = { "blue", "green", "orange", "purple", "teal", "red", "brown", "gold", NULL };
  const char *colour = record->colour;

  if (g_ascii_strcasecmp (colour, "slategray") == 0 || g_ascii_strcasecmp (colour, "slategrey") == 0)
    return "slate";
  for (guint i = 0; known[i] != NULL; i++)
    if (g_ascii_strcasecmp (colour, known[i]) == 0)
      return known[i];

  return colour[0] == '#' && strlen (colour) == 7 && strspn (colour + 1, "0123456789abcdefABCDEF") == 6 ? colour : "";
}

/**
 * pln_object_model_end:
 * @record: an object
 *
 * Returns: (transfer full) (nullable): when it is over, in the zone of its start
 */
GDateTime *
pln_object_model_end (const PlnIcalRecord *record)
{
  if (record->start.date_time == NULL || record->end.date_time == NULL)
    return NULL;

  return g_date_time_to_timezone (record->end.date_time, g_date_time_get_timezone (record->start.date_time));
}

/* A day counts in the zone of the gathering, and so does a moment. */
static GDateTime *
answer_by_of (const PlnIcalRecord *record)
{
  GDateTime *time = record->answer_by.date_time;
  GTimeZone *zone = record->start.date_time != NULL ? g_date_time_get_timezone (record->start.date_time) : NULL;

  if (time == NULL || zone == NULL)
    return time != NULL ? g_date_time_ref (time) : NULL;
  if (!record->answer_by.is_date)
    return g_date_time_to_timezone (time, zone);

  return g_date_time_new (zone, g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time), 0, 0, 0);
}

static GPtrArray *
rooms_of (const PlnIcalRecord *record)
{
  GPtrArray *rooms = pln_rooms_new ();

  for (guint i = 0; record->rooms[i] != NULL && rooms->len < MAX_ROOMS; i++)
    {
      g_autoptr(PlnRoom) room = pln_room_parse (record->room_ids[i], record->rooms[i]);

      if (*room->name != '\0')
        g_ptr_array_add (rooms, g_steal_pointer (&room));
    }

  return rooms;
}

/**
 * pln_object_model_gathering:
 * @record: a gathering
 * @calendar: where it lies
 * @organisers_calendar: where what only its organisers see lies
 *
 * Makes a model, without people and sessions.
 *
 * Returns: (transfer full): the model, not yet loaded
 */
PlnGathering *
pln_object_model_gathering (const PlnIcalRecord *record,
                            const char          *calendar,
                            const char          *organisers_calendar)
{
  PlnGathering *gathering = pln_gathering_new (record->uid);
  g_autoptr(GDateTime) end = pln_object_model_end (record);
  g_autoptr(GDateTime) answer_by = answer_by_of (record);
  g_autoptr(GPtrArray) rooms = rooms_of (record);

  pln_gathering_set_places (gathering, calendar, organisers_calendar);
  pln_gathering_set_title (gathering, record->summary);
  pln_gathering_set_location (gathering, record->location);
  pln_gathering_set_online (gathering, record->conference);
  pln_gathering_set_url (gathering, record->url);
  pln_gathering_set_description (gathering, record->description);
  pln_gathering_set_times (gathering, record->start.date_time, end, record->start.zone, record->start.is_date);
  pln_gathering_set_zone_note (gathering, record->start.note != NULL ? record->start.note : "");
  pln_gathering_set_colour (gathering, pln_object_model_colour (record));
  pln_gathering_set_organiser (gathering, record->organiser_name, record->organiser_email);
  pln_gathering_set_capacity (gathering, record->capacity);
  pln_gathering_set_answer_by (gathering, answer_by);
  pln_gathering_set_state (gathering, (PlnState) parse_nick (PLN_TYPE_STATE, record->state));
  pln_gathering_set_cancelled (gathering, g_str_equal (record->status, "CANCELLED"));
  pln_gathering_set_series (gathering, record->series, record->sibling);
  pln_gathering_set_room_list (gathering, rooms);
  pln_gathering_set_sequence (gathering, record->sequence);

  return gathering;
}

/**
 * pln_object_model_track:
 * @record: a session
 *
 * Returns: the strand of the programme that it belongs to, or ""
 */
const char *
pln_object_model_track (const PlnIcalRecord *record)
{
  for (guint i = 0; record->categories[i] != NULL; i++)
    if (g_ascii_strcasecmp (record->categories[i], "Break") != 0)
      return record->categories[i];

  return "";
}

static PlnSessionStatus
status_of (const PlnIcalRecord *record)
{
  if (g_str_equal (record->status, "CANCELLED"))
    return PLN_SESSION_CANCELLED;

  return g_str_equal (record->status, "TENTATIVE") ? PLN_SESSION_DRAFT : PLN_SESSION_PUBLISHED;
}

/**
 * pln_object_model_session:
 * @record: a session
 *
 * Returns: (transfer full): its model
 */
PlnSession *
pln_object_model_session (const PlnIcalRecord *record)
{
  PlnSession *session = pln_session_new (record->uid);
  g_autoptr(GDateTime) end = pln_object_model_end (record);

  pln_session_set_title (session, record->summary);
  pln_session_set_room (session, record->location);
  pln_session_set_track (session, pln_object_model_track (record));
  pln_session_set_description (session, record->description);
  pln_session_set_url (session, record->url);
  pln_session_set_status (session, status_of (record));
  pln_session_set_times (session, record->start.date_time, end, record->start.zone, record->start.is_date);
  pln_session_set_speakers (session, (const char *const *) record->speakers);
  pln_session_set_is_break (session, record->is_break);

  return session;
}
