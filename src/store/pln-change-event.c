/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-clock.h"
#include "pln-ical-zone.h"

static PlnChangeTimes
times_of (PlnEvent *event)
{
  return (PlnChangeTimes) {
    pln_event_get_start (event), pln_event_get_end (event),
    pln_event_get_zone (event), pln_event_get_all_day (event),
  };
}

static void
put_fields (PlnIcalEdits *edits,
            PlnEvent     *before,
            PlnEvent     *after)
{
  static const struct
  {
    const char   *name;
    const char *(*get) (PlnEvent *self);
  } fields[] = {
    { "SUMMARY", pln_event_get_title },
    { "LOCATION", pln_event_get_place },
    { "DESCRIPTION", pln_event_get_description },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pln_change_set_line (edits, fields[i].name,
                         before != NULL ? pln_change_line_text (fields[i].name, fields[i].get (before)) : NULL,
                         pln_change_line_text (fields[i].name, fields[i].get (after)));
}

static void
put_times (PlnIcalEdits *edits,
           PlnEvent     *before,
           PlnEvent     *after)
{
  PlnChangeTimes old = before != NULL ? times_of (before) : (PlnChangeTimes) { .zone = "" };
  PlnChangeTimes new = times_of (after);

  if (!pln_change_times_equal (&old, &new))
    pln_change_set_times (edits, &new);
}

static void
move_if_elsewhere (PlnChange *change,
                   PlnEvent  *before,
                   PlnEvent  *after)
{
  PlnOperation *operation;

  if (g_str_equal (pln_event_get_calendar (before), pln_event_get_calendar (after)))
    return;

  operation = pln_change_add (change, PLN_OPERATION_MOVE, pln_event_get_uid (after));
  operation->calendar = g_strdup (pln_event_get_calendar (after));
  operation->organisers_calendar = g_strdup (pln_event_get_calendar (after));
}

/* One of a series, which is described by a component of its own then. */
static void
put_instance (PlnChange *change,
              PlnEvent  *before,
              PlnEvent  *after)
{
  PlnIcalEdits *edits = pln_change_edit (change, pln_event_get_uid (before));

  if (after == NULL)
    {
      pln_ical_edits_take_out (edits, pln_event_get_instance (before));
      return;
    }

  pln_ical_edits_instance (edits, pln_event_get_instance (before));
  put_times (edits, before, after);
  put_fields (edits, before, after);
}

/* All of a series go where one of them goes. */
static void
put_series (PlnChange *change,
            PlnEvent  *before,
            PlnEvent  *after)
{
  PlnIcalEdits *edits = pln_change_edit (change, pln_event_get_uid (after));
  PlnChangeTimes old = times_of (before), new = times_of (after);

  if (!pln_change_times_equal (&old, &new))
    {
      PlnIcalPlace place;

      pln_ical_place_init (&place, new.start, new.end, new.zone, new.all_day);
      pln_ical_edits_move_all (edits, pln_event_get_instance (before), &place);
    }
  put_fields (edits, before, after);
  move_if_elsewhere (change, before, after);
}

/**
 * pln_change_put_event:
 * @change: a change
 * @before: (nullable): the event as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it
 * @reach: if it repeats: the instance, or all of the series
 *
 * Edits what differs.
 */
void
pln_change_put_event (PlnChange *change,
                      PlnEvent  *before,
                      PlnEvent  *after,
                      PlnReach   reach)
{
  PlnIcalEdits *edits;

  g_return_if_fail (before != NULL || after != NULL);

  if (before != NULL && pln_event_get_is_recurring (before) && reach == PLN_REACH_THIS)
    put_instance (change, before, after);
  else if (after == NULL)
    pln_change_delete (change, pln_event_get_uid (before));
  else if (before == NULL)
    {
      edits = pln_change_create (change, pln_event_get_calendar (after), pln_event_get_uid (after));
      put_times (edits, NULL, after);
      put_fields (edits, NULL, after);
    }
  else if (pln_event_get_is_recurring (before))
    put_series (change, before, after);
  else
    {
      edits = pln_change_edit (change, pln_event_get_uid (after));
      put_times (edits, before, after);
      put_fields (edits, before, after);
      move_if_elsewhere (change, before, after);
    }
}

/**
 * pln_change_make_gathering:
 * @change: a change
 * @uid: an event that does not repeat
 *
 * Says of an event that people are invited to it.
 */
void
pln_change_make_gathering (PlnChange  *change,
                           const char *uid)
{
  pln_ical_edits_set (pln_change_edit (change, uid), pln_ical_line_new ("X-PLENARY-KIND", "GATHERING"));
}

static PlnIcalLine *
due_line (PlnOccurrence *action)
{
  return pln_change_line_time ("DUE", pln_occurrence_get_start (action), pln_occurrence_get_zone (action),
                               pln_occurrence_get_all_day (action));
}

static void
put_due (PlnIcalEdits  *edits,
         PlnOccurrence *before,
         PlnOccurrence *after)
{
  const char *zone = pln_occurrence_get_zone (after);
  GDateTime *due = pln_occurrence_get_start (after);
  g_autofree char *rules = NULL;

  if (pln_occurrence_get_all_day (before) == pln_occurrence_get_all_day (after)
      && g_date_time_equal (pln_occurrence_get_start (before), due))
    return;

  pln_ical_edits_set (edits, due_line (after));
  rules = pln_occurrence_get_all_day (after) ? NULL : pln_ical_zone_write (zone, due, due);
  if (rules != NULL)
    pln_ical_edits_zone (edits, zone, rules);
}

static void
put_done (PlnIcalEdits *edits,
          gboolean      is_done)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (pln_clock_now ());

  pln_ical_edits_set (edits, pln_ical_line_new ("STATUS", is_done ? "COMPLETED" : "NEEDS-ACTION"));
  if (is_done)
    pln_ical_edits_set (edits, pln_change_line_time ("COMPLETED", now, "UTC", FALSE));
  else
    pln_ical_edits_unset (edits, "COMPLETED");
}

/**
 * pln_change_put_action:
 * @change: a change
 * @before: an action, at the time it was due
 * @after: (nullable): as it is to be; %NULL to delete it
 *
 * Edits when an action is due, what it is called, and whether it is done.
 */
void
pln_change_put_action (PlnChange     *change,
                       PlnOccurrence *before,
                       PlnOccurrence *after)
{
  const char *uid = pln_occurrence_get_uid (before);
  PlnIcalEdits *edits;

  if (after == NULL)
    {
      pln_change_delete (change, uid);
      return;
    }

  edits = pln_change_edit_action (change, uid);
  put_due (edits, before, after);
  pln_change_set_line (edits, "SUMMARY", pln_change_line_text ("SUMMARY", pln_occurrence_get_title (before)),
                       pln_change_line_text ("SUMMARY", pln_occurrence_get_title (after)));
  if (pln_occurrence_get_is_done (before) != pln_occurrence_get_is_done (after))
    put_done (edits, pln_occurrence_get_is_done (after));
}
