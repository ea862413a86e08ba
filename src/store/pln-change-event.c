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

/**
 * pln_change_put_event:
 * @change: a change
 * @before: (nullable): the event as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it
 *
 * Edits what differs of an event that does not repeat.
 */
void
pln_change_put_event (PlnChange *change,
                      PlnEvent  *before,
                      PlnEvent  *after)
{
  PlnIcalEdits *edits;

  g_return_if_fail (before != NULL || after != NULL);

  if (after == NULL)
    {
      pln_change_delete (change, pln_event_get_uid (before));
      return;
    }

  edits = before != NULL ? pln_change_edit (change, pln_event_get_uid (after))
                         : pln_change_create (change, pln_event_get_calendar (after), pln_event_get_uid (after));
  put_times (edits, before, after);
  put_fields (edits, before, after);
  if (before != NULL)
    move_if_elsewhere (change, before, after);
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
