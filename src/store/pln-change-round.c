/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-id.h"

static PlnChangeTimes
times_of (PlnRound *round)
{
  return (PlnChangeTimes) {
    pln_round_get_start (round), pln_round_get_end (round), pln_round_get_zone (round), FALSE,
  };
}

static PlnIcalLine *
number_line (const char *name,
             guint       number)
{
  g_autofree char *value = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  return value != NULL ? pln_ical_line_new (name, value) : NULL;
}

static void
set_number (PlnIcalEdits *edits,
            const char   *name,
            guint         before,
            guint         after)
{
  pln_change_set_line (edits, name, number_line (name, before), number_line (name, after));
}

static void
set_text (PlnIcalEdits *edits,
          const char   *name,
          const char   *before,
          const char   *after)
{
  pln_change_set_line (edits, name, pln_change_line_text (name, before), pln_change_line_text (name, after));
}

static PlnIcalEdits *
create (PlnChange    *change,
        PlnGathering *gathering,
        const char   *kind,
        const char   *uid,
        const char   *parent)
{
  PlnIcalEdits *edits = pln_change_create (change, pln_gathering_get_organisers_calendar (gathering), uid);

  pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", kind));
  pln_ical_edits_set (edits, pln_ical_line_new ("SEQUENCE", "0"));
  pln_ical_edits_put (edits, parent, pln_ical_line_new_text ("RELATED-TO", parent));

  return edits;
}

/* Who sits in a group, as a guest that no server asks: SCHEDULE-AGENT=NONE, and
 * the group has no ORGANIZER. Who has no address has a line of our own. */
static PlnIcalLine *
place_line (PlnAttendee    *attendee,
            const PlnPlace *place)
{
  g_autofree char *role = place->role != PLN_GROUP_ROLE_NONE
                          ? g_ascii_strup (pln_group_role_store (place->role), -1) : NULL;
  const char *lock = place->locked ? "1" : NULL;
  g_autofree char *name = pln_change_clean (pln_attendee_get_name (attendee));
  PlnIcalLine *line = pln_change_line_address ("ATTENDEE", pln_attendee_get_email (attendee), name);

  if (line != NULL)
    {
      pln_ical_line_set_parameter (line, "SCHEDULE-AGENT", "NONE");
      pln_ical_line_set_parameter (line, "X-PLENARY-ID", place->person);
      pln_ical_line_set_parameter (line, "X-PLENARY-ROLE", role);
      pln_ical_line_set_parameter (line, "X-PLENARY-LOCK", lock);
      return line;
    }

  line = pln_ical_line_new_text ("X-PLENARY-MEMBER", name);
  pln_ical_line_set_parameter (line, "ID", place->person);
  pln_ical_line_set_parameter (line, "ROLE", role);
  pln_ical_line_set_parameter (line, "LOCK", lock);

  return line;
}

static void
put_place (PlnChange      *change,
           PlnGroup       *group,
           PlnAttendee    *attendee_before, /* (nullable) */
           const PlnPlace *before,          /* (nullable) */
           PlnAttendee    *attendee_after,  /* (nullable) */
           const PlnPlace *after)           /* (nullable) */
{
  PlnOperation *operation = pln_change_add (change, PLN_OPERATION_PLACE, pln_group_get_uid (group));

  operation->id = g_strdup (before != NULL ? before->person : after->person);
  operation->line_before = before != NULL && attendee_before != NULL ? place_line (attendee_before, before) : NULL;
  operation->line = after != NULL && attendee_after != NULL ? place_line (attendee_after, after) : NULL;
}

/* Only who comes, goes, or gets another role is written. */
static void
put_places (PlnChange    *change,
            PlnGathering *gathering,
            PlnGroup     *before,
            PlnGroup     *after)
{
  g_autoptr(GPtrArray) none = pln_places_new ();
  GPtrArray *old = before != NULL ? pln_group_get_places (before) : none;
  GPtrArray *new = pln_group_get_places (after);

  for (guint i = 0; i < old->len; i++)
    {
      const PlnPlace *was = g_ptr_array_index (old, i);

      if (pln_places_find (new, was->person) < 0)
        put_place (change, after, pln_gathering_find_attendee (gathering, was->person), was, NULL, NULL);
    }
  for (guint i = 0; i < new->len; i++)
    {
      const PlnPlace *is = g_ptr_array_index (new, i);
      int at = pln_places_find (old, is->person);
      const PlnPlace *was = at >= 0 ? g_ptr_array_index (old, (guint) at) : NULL;
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, is->person);

      if (attendee != NULL && (was == NULL || !pln_place_equal (was, is)))
        put_place (change, after, attendee, was, attendee, is);
    }
}

static const char *
colour_of (PlnGroup *group)
{
  const char *colour = pln_group_get_colour (group);

  return g_str_equal (colour, "slate") ? "slategray" : colour; /* COLOR takes the names of CSS */
}

/**
 * pln_change_put_group:
 * @change: a change
 * @gathering: the gathering that its round belongs to, with its attendees
 * @round: its round, as it is to be
 * @before: (nullable): the group as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it with its notes
 *
 * Edits what differs, place by place.
 */
void
pln_change_put_group (PlnChange    *change,
                      PlnGathering *gathering,
                      PlnRound     *round,
                      PlnGroup     *before,
                      PlnGroup     *after)
{
  g_autoptr(PlnGroup) nothing = NULL;
  PlnIcalEdits *edits;
  PlnGroup *old;

  g_return_if_fail (before != NULL || after != NULL);

  if (after == NULL)
    {
      pln_change_delete (change, pln_group_get_uid (before));
      return;
    }

  old = before != NULL ? before : (nothing = pln_group_new (pln_group_get_uid (after)));
  if (before == NULL)
    {
      PlnChangeTimes times = times_of (round);

      edits = create (change, gathering, "GROUP", pln_group_get_uid (after), pln_round_get_uid (round));
      pln_ical_edits_set (edits, pln_ical_line_new ("TRANSP", "TRANSPARENT"));
      pln_change_set_times (edits, &times);
    }
  else
    edits = pln_change_edit (change, pln_group_get_uid (after));

  set_number (edits, "X-PLENARY-GROUP", pln_group_get_number (old), pln_group_get_number (after));
  set_number (edits, "X-PLENARY-CHAIRS", pln_group_get_chairs (old), pln_group_get_chairs (after));
  set_number (edits, "X-PLENARY-LOCK", pln_group_get_locked (old), pln_group_get_locked (after));
  set_text (edits, "SUMMARY", pln_group_get_topic (old), pln_group_get_topic (after));
  set_text (edits, "DESCRIPTION", pln_group_get_question (old), pln_group_get_question (after));
  set_text (edits, "LOCATION", pln_group_get_room (old), pln_group_get_room (after));
  set_text (edits, "COLOR", colour_of (old), colour_of (after));
  put_places (change, gathering, before, after);
}

/* Groups sit when their round does. */
static void
move_groups (PlnChange *change,
             PlnRound  *before,
             PlnRound  *after)
{
  PlnChangeTimes times = times_of (after);
  GListModel *groups = pln_round_get_groups (before);
  guint n = g_list_model_get_n_items (groups);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (pln_round_find_group (after, pln_group_get_uid (group)) != NULL)
        pln_change_set_times (pln_change_edit (change, pln_group_get_uid (group)), &times);
    }
}

static void
put_groups (PlnChange    *change,
            PlnGathering *gathering,
            PlnRound     *before,
            PlnRound     *after)
{
  GListModel *old = before != NULL ? pln_round_get_groups (before) : NULL;
  GListModel *new = pln_round_get_groups (after);
  guint n_old = old != NULL ? g_list_model_get_n_items (old) : 0;
  guint n_new = g_list_model_get_n_items (new);

  for (guint i = 0; i < n_old; i++)
    {
      g_autoptr(PlnGroup) was = g_list_model_get_item (old, i);

      if (pln_round_find_group (after, pln_group_get_uid (was)) == NULL)
        pln_change_put_group (change, gathering, after, was, NULL);
    }
  for (guint i = 0; i < n_new; i++)
    {
      g_autoptr(PlnGroup) is = g_list_model_get_item (new, i);
      PlnGroup *was = before != NULL ? pln_round_find_group (before, pln_group_get_uid (is)) : NULL;

      pln_change_put_group (change, gathering, after, was, is);
    }
}

/**
 * pln_change_put_round:
 * @change: a change
 * @gathering: the gathering that it belongs to, with its attendees
 * @before: (nullable): the round as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it with its groups
 *
 * Edits what differs, in the round and in its groups.
 */
void
pln_change_put_round (PlnChange    *change,
                      PlnGathering *gathering,
                      PlnRound     *before,
                      PlnRound     *after)
{
  PlnChangeTimes old = before != NULL ? times_of (before) : (PlnChangeTimes) { .zone = "" };
  PlnChangeTimes new;
  PlnIcalEdits *edits;

  g_return_if_fail (before != NULL || after != NULL);

  if (after == NULL)
    {
      pln_change_delete (change, pln_round_get_uid (before));
      return;
    }

  edits = before == NULL
          ? create (change, gathering, "ROUND", pln_round_get_uid (after), pln_gathering_get_uid (gathering))
          : pln_change_edit (change, pln_round_get_uid (after));
  new = times_of (after);
  if (!pln_change_times_equal (&old, &new))
    {
      pln_change_set_times (edits, &new);
      if (before != NULL)
        move_groups (change, before, after);
    }
  set_number (edits, "X-PLENARY-ROUND", before != NULL ? pln_round_get_number (before) : 0,
              pln_round_get_number (after));
  set_number (edits, "X-PLENARY-LOCK", before != NULL && pln_round_get_locked (before),
              pln_round_get_locked (after));
  set_text (edits, "SUMMARY", before != NULL ? pln_round_get_title (before) : "", pln_round_get_title (after));
  put_groups (change, gathering, before, after);
}

/**
 * pln_change_follow_person:
 * @change: a change
 * @gathering: a gathering with its rounds
 * @before: a person of its list, as before
 * @after: (nullable): as the person is to be; %NULL: is taken off the list
 *
 * Lets the groups follow: another name or address is written there too, and who
 * is not on the list sits nowhere.
 */
void
pln_change_follow_person (PlnChange    *change,
                          PlnGathering *gathering,
                          PlnAttendee  *before,
                          PlnAttendee  *after)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n_rounds = g_list_model_get_n_items (rounds);
  const char *person = pln_attendee_get_id (before);

  if (after != NULL
      && g_str_equal (pln_attendee_get_email (before), pln_attendee_get_email (after))
      && g_str_equal (pln_attendee_get_name (before), pln_attendee_get_name (after)))
    return;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);
      guint n_groups = g_list_model_get_n_items (groups);

      for (guint j = 0; j < n_groups; j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          const PlnPlace *place = pln_group_get_place (group, person);

          if (place != NULL)
            put_place (change, group, before, place, after, after != NULL ? place : NULL);
        }
    }
}

/**
 * pln_change_put_presence:
 * @change: a change
 * @gathering: a gathering
 * @door: the id of this computer
 * @person: the id of an attendee
 * @presence: what was seen; none takes back that the person was here
 * @at: when, in seconds since 1970
 *
 * Notes what was seen at this door: one more line in the one object that this
 * computer has for the gathering, so that two doors never change the same.
 */
void
pln_change_put_presence (PlnChange    *change,
                         PlnGathering *gathering,
                         const char   *door,
                         const char   *person,
                         PlnPresence   presence,
                         gint64        at)
{
  static const char *const words[] = {
    [PLN_PRESENCE_NONE] = "NONE", [PLN_PRESENCE_HERE] = "IN", [PLN_PRESENCE_LEFT] = "OUT",
  };
  const char *parent = pln_gathering_get_uid (gathering);
  g_autofree char *uid = g_strdup_printf ("presence-%s-%s", door, parent);
  g_autofree char *id = pln_id_new ();
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (at);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  PlnIcalEdits *edits = pln_change_append (change, pln_gathering_get_organisers_calendar (gathering), uid);
  PlnIcalLine *line = pln_ical_line_new ("X-PLENARY-PRESENCE", words[presence]);

  pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "PRESENCE"));
  pln_ical_edits_put (edits, parent, pln_ical_line_new_text ("RELATED-TO", parent));
  pln_ical_line_set_parameter (line, "ID", id);
  pln_ical_line_set_parameter (line, "PERSON", person);
  pln_ical_line_set_parameter (line, "AT", stamp);
  pln_ical_edits_put (edits, id, line);
}
