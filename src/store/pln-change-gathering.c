/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"


static PlnChangeTimes
times_of (PlnGathering *gathering)
{
  return (PlnChangeTimes) {
    pln_gathering_get_start (gathering), pln_gathering_get_end (gathering),
    pln_gathering_get_zone (gathering), pln_gathering_get_all_day (gathering),
  };
}

/* Midnight stands for the day alone; the zone is that of the start. */
static PlnIcalLine *
answer_by_line (PlnGathering *gathering)
{
  GDateTime *time = pln_gathering_get_answer_by (gathering);
  gboolean is_day = time != NULL
                    && g_date_time_get_hour (time) == 0
                    && g_date_time_get_minute (time) == 0;

  return pln_change_line_time ("X-PLENARY-ANSWER-BY", time, is_day ? "" : "UTC", is_day);
}

static PlnIcalLine *
colour_line (PlnGathering *gathering)
{
  const char *colour = pln_gathering_get_colour (gathering);

  /* COLOR takes the names of CSS (RFC 7986, 5.9), which call it so. */
  return pln_change_line_text ("COLOR", g_str_equal (colour, "slate") ? "slategray" : colour);
}

static PlnIcalLine *
capacity_line (PlnGathering *gathering)
{
  guint capacity = pln_gathering_get_capacity (gathering);
  g_autofree char *value = capacity > 0 ? g_strdup_printf ("%u", capacity) : g_strdup ("");

  return pln_change_line_text ("X-PLENARY-CAPACITY", value);
}

static PlnIcalLine *
state_line (PlnGathering *gathering)
{
  return pln_ical_line_new ("X-PLENARY-STATE",
                            pln_gathering_get_state (gathering) == PLN_STATE_DRAFT ? "DRAFT" : "PUBLISHED");
}

static PlnIcalLine *
organiser_line (PlnGathering *gathering)
{
  return pln_change_line_address ("ORGANIZER", pln_gathering_get_organiser_email (gathering),
                                  pln_gathering_get_organiser_name (gathering));
}

static PlnIcalLine *
room_line (const PlnRoom *room)
{
  g_autofree char *clean = pln_change_clean (room->name);
  g_autofree char *capacity = room->capacity > 0 ? g_strdup_printf ("%u", room->capacity) : NULL;
  PlnIcalLine *line = pln_ical_line_new_text ("X-PLENARY-ROOM", clean);

  pln_ical_line_set_parameter (line, "ID", room->id);
  pln_ical_line_set_parameter (line, "CAPACITY", capacity);

  return line;
}

/* All anew, for their order is that of the organiser. */
static void
put_rooms (PlnIcalEdits *edits,
           PlnGathering *before,
           PlnGathering *after)
{
  GPtrArray *rooms = pln_gathering_get_room_list (after);

  if (before != NULL ? pln_rooms_equal (pln_gathering_get_room_list (before), rooms) : rooms->len == 0)
    return;

  pln_ical_edits_unset (edits, "X-PLENARY-ROOM");
  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);

      pln_ical_edits_put (edits, room->id, room_line (room));
    }
}

static PlnIcalLine *
online_line (PlnGathering *gathering)
{
  PlnIcalLine *line = pln_change_line_uri ("CONFERENCE", pln_gathering_get_online (gathering));

  if (line != NULL)
    pln_ical_line_set_parameter (line, "VALUE", "URI"); /* RFC 7986, 5.11 demands it */

  return line;
}

/* There may be other CONFERENCE lines, such as a telephone. */
static void
put_online (PlnIcalEdits *edits,
            PlnGathering *before,
            PlnGathering *after)
{
  g_autoptr(PlnIcalLine) old = before != NULL ? online_line (before) : NULL;
  g_autoptr(PlnIcalLine) new = online_line (after);
  const char *was = old != NULL ? old->value : NULL;
  const char *is = new != NULL ? new->value : NULL;

  if (g_strcmp0 (was, is) == 0)
    return;
  if (is == NULL)
    pln_ical_edits_drop (edits, "CONFERENCE", was);
  else
    pln_ical_edits_put (edits, was != NULL ? was : is, g_steal_pointer (&new));
}

static void
put_previous (PlnIcalEdits *edits,
              PlnGathering *before,
              PlnGathering *after)
{
  const char *old = before != NULL ? pln_gathering_get_previous (before) : "";
  const char *new = pln_gathering_get_previous (after);

  if (g_str_equal (old, new))
    return;
  if (*old != '\0')
    pln_ical_edits_drop (edits, "RELATED-TO", old);
  if (*new != '\0')
    {
      PlnIcalLine *line = pln_ical_line_new_text ("RELATED-TO", new);

      pln_ical_line_set_parameter (line, "RELTYPE", "SIBLING");
      pln_ical_edits_put (edits, new, line);
    }
}

static void
put_cancelled (PlnIcalEdits *edits,
               PlnGathering *before,
               PlnGathering *after)
{
  gboolean cancelled = pln_gathering_get_cancelled (after);

  if ((before != NULL && pln_gathering_get_cancelled (before)) != cancelled)
    pln_ical_edits_set (edits, pln_ical_line_new ("STATUS", cancelled ? "CANCELLED" : "CONFIRMED"));
}

static void
put_texts (PlnIcalEdits *edits,
           PlnGathering *before,
           PlnGathering *after)
{
  static const struct
  {
    const char   *name;
    const char *(*get)  (PlnGathering *self);
    PlnIcalLine *(*line) (const char *name, const char *value);
  } fields[] = {
    { "SUMMARY", pln_gathering_get_title, pln_change_line_text },
    { "LOCATION", pln_gathering_get_location, pln_change_line_text },
    { "DESCRIPTION", pln_gathering_get_description, pln_change_line_text },
    { "URL", pln_gathering_get_url, pln_change_line_uri },
    { "X-PLENARY-SERIES", pln_gathering_get_series, pln_change_line_text },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pln_change_set_line (edits, fields[i].name,
                         before != NULL ? fields[i].line (fields[i].name, fields[i].get (before)) : NULL,
                         fields[i].line (fields[i].name, fields[i].get (after)));
}

static void
put_lines (PlnIcalEdits *edits,
           PlnGathering *before,
           PlnGathering *after)
{
  static const struct
  {
    const char   *name;
    PlnIcalLine *(*line) (PlnGathering *self);
  } fields[] = {
    { "ORGANIZER", organiser_line },
    { "COLOR", colour_line },
    { "X-PLENARY-STATE", state_line },
    { "X-PLENARY-CAPACITY", capacity_line },
    { "X-PLENARY-ANSWER-BY", answer_by_line },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pln_change_set_line (edits, fields[i].name,
                         before != NULL ? fields[i].line (before) : NULL, fields[i].line (after));
}

static void
put_times (PlnIcalEdits *edits,
           PlnGathering *before,
           PlnGathering *after)
{
  PlnChangeTimes old = before != NULL ? times_of (before) : (PlnChangeTimes) { .zone = "" };
  PlnChangeTimes new = times_of (after);

  if (!pln_change_times_equal (&old, &new))
    pln_change_set_times (edits, &new);
}

static void
move_if_elsewhere (PlnChange    *change,
                   PlnGathering *before,
                   PlnGathering *after)
{
  PlnOperation *operation;

  if (g_str_equal (pln_gathering_get_calendar (before), pln_gathering_get_calendar (after))
      && g_str_equal (pln_gathering_get_organisers_calendar (before), pln_gathering_get_organisers_calendar (after)))
    return;

  operation = pln_change_add (change, PLN_OPERATION_MOVE, pln_gathering_get_uid (after));
  operation->calendar = g_strdup (pln_gathering_get_calendar (after));
  operation->organisers_calendar = g_strdup (pln_gathering_get_organisers_calendar (after));
}

/**
 * pln_change_reschedules:
 * @before: a gathering as it was
 * @after: as it is to be
 *
 * Returns: %TRUE if what was sent of @before no longer holds: its time, place
 *   or whether it takes place. What was told then needs an update
 */
gboolean
pln_change_reschedules (PlnGathering *before,
                        PlnGathering *after)
{
  PlnChangeTimes old = times_of (before);
  PlnChangeTimes new = times_of (after);

  return !pln_change_times_equal (&old, &new)
         || pln_gathering_get_cancelled (before) != pln_gathering_get_cancelled (after)
         || !g_str_equal (pln_gathering_get_location (before), pln_gathering_get_location (after))
         || !g_str_equal (pln_gathering_get_online (before), pln_gathering_get_online (after));
}

/**
 * pln_change_put_gathering:
 * @change: a change
 * @before: (nullable): the gathering as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it with everything that
 *   belongs to it
 *
 * Edits what differs, but for attendees and sessions. SEQUENCE goes up where
 * somebody was told and [func@change_reschedules].
 */
void
pln_change_put_gathering (PlnChange    *change,
                          PlnGathering *before,
                          PlnGathering *after)
{
  PlnIcalEdits *edits;
  const char *uid;

  g_return_if_fail (before != NULL || after != NULL);

  if (after == NULL)
    {
      pln_change_delete (change, pln_gathering_get_uid (before));
      return;
    }

  uid = pln_gathering_get_uid (after);
  if (before == NULL)
    {
      edits = pln_change_create (change, pln_gathering_get_calendar (after), uid);
      pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "GATHERING"));
      pln_ical_edits_set (edits, pln_ical_line_new ("SEQUENCE", "0"));
    }
  else
    edits = pln_change_edit (change, uid);

  put_times (edits, before, after);
  put_texts (edits, before, after);
  put_online (edits, before, after);
  put_lines (edits, before, after);
  put_cancelled (edits, before, after);
  put_previous (edits, before, after);
  put_rooms (edits, before, after);

  if (before == NULL)
    return;
  move_if_elsewhere (change, before, after);
  if (MAX (pln_gathering_get_n_told (before), pln_gathering_get_n_told (after)) > 0
      && pln_change_reschedules (before, after))
    pln_change_bump (change, uid);
}
