/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-record.h"

#include "pln-ical-duration.h"
#include "pln-ical-person.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* What is gathered while the lines of one component go by. */
typedef struct
{
  PlnIcalRecord *record;
  PlnIcalZones  *zones;
  GPtrArray     *categories;
  GPtrArray     *rooms;
  GPtrArray     *room_ids;
  GPtrArray     *speakers;
  char          *kind;     /* X-PLENARY-KIND */
  gboolean       has_length;
  PlnIcalLength  length;   /* DURATION */
} Reading;

typedef void (*ReadLine) (Reading           *reading,
                          const PlnIcalView *view);

/* Of a property that may stand once, the first counts. */
static void
take (char **where,
      char  *text)
{
  if (*where == NULL)
    *where = text;
  else
    g_free (text);
}

static void
read_summary (Reading           *reading,
              const PlnIcalView *view)
{
  take (&reading->record->summary, pln_ical_view_dup_text (view));
}

static void
read_location (Reading           *reading,
               const PlnIcalView *view)
{
  take (&reading->record->location, pln_ical_view_dup_text (view));
}

static void
read_description (Reading           *reading,
                  const PlnIcalView *view)
{
  take (&reading->record->description, pln_ical_view_dup_text (view));
}

static void
read_uid (Reading           *reading,
          const PlnIcalView *view)
{
  take (&reading->record->uid, pln_ical_view_dup_text (view));
}

static void
read_url (Reading           *reading,
          const PlnIcalView *view)
{
  take (&reading->record->url, pln_ical_view_dup_value (view));
}

static void
read_conference (Reading           *reading,
                 const PlnIcalView *view)
{
  take (&reading->record->conference, pln_ical_view_dup_value (view));
}

static void
read_colour (Reading           *reading,
             const PlnIcalView *view)
{
  take (&reading->record->colour, pln_ical_view_dup_text (view));
}

static void
read_status (Reading           *reading,
             const PlnIcalView *view)
{
  g_autofree char *value = pln_ical_view_dup_value (view);

  take (&reading->record->status, g_ascii_strup (value, -1));
}

static void
read_organizer (Reading           *reading,
                const PlnIcalView *view)
{
  if (reading->record->organiser_email != NULL)
    return;

  reading->record->organiser_email = pln_ical_person_email (view);
  reading->record->organiser_name = pln_ical_view_dup_parameter (view, "CN");
}

static void
read_related_to (Reading           *reading,
                 const PlnIcalView *view)
{
  PlnIcalSlice type;

  if (!pln_ical_view_find (view, "RELTYPE", &type) || pln_ical_slice_is (&type, "PARENT"))
    take (&reading->record->parent, pln_ical_view_dup_text (view));
  else if (pln_ical_slice_is (&type, "SIBLING"))
    take (&reading->record->sibling, pln_ical_view_dup_text (view));
}

static void
read_categories (Reading           *reading,
                 const PlnIcalView *view)
{
  g_autoptr(PlnIcalLine) line = pln_ical_line_new_from_view (view);
  g_auto(GStrv) values = pln_ical_line_get_list (line);

  for (guint i = 0; values[i] != NULL; i++)
    {
      char *value = g_strstrip (values[i]);

      if (g_ascii_strcasecmp (value, "Break") == 0)
        reading->record->is_break = TRUE;
      if (*value != '\0')
        g_ptr_array_add (reading->categories, g_strdup (value));
    }
}

static void
read_start (Reading           *reading,
            const PlnIcalView *view)
{
  if (reading->record->start.date_time == NULL)
    pln_ical_zones_read_time (reading->zones, view, &reading->record->start);
}

static void
read_end (Reading           *reading,
          const PlnIcalView *view)
{
  if (reading->record->end.date_time == NULL)
    pln_ical_zones_read_time (reading->zones, view, &reading->record->end);
}

static void
read_answer_by (Reading           *reading,
                const PlnIcalView *view)
{
  if (reading->record->answer_by.date_time == NULL)
    pln_ical_zones_read_time (reading->zones, view, &reading->record->answer_by);
}

static void
read_duration (Reading           *reading,
               const PlnIcalView *view)
{
  if (!reading->has_length)
    reading->has_length = pln_ical_duration_parse (view->value.at, view->value.length, &reading->length);
}

static guint
read_number (const PlnIcalView *view)
{
  g_autofree char *value = pln_ical_view_dup_value (view);

  return g_ascii_isdigit (*value) ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT) : 0;
}

static void
read_sequence (Reading           *reading,
               const PlnIcalView *view)
{
  reading->record->sequence = (int) read_number (view);
}

static void
read_capacity (Reading           *reading,
               const PlnIcalView *view)
{
  reading->record->capacity = read_number (view);
}

static void
read_recurrence (Reading           *reading,
                 const PlnIcalView *view)
{
  reading->record->recurs = TRUE;
}

static void
read_attendee (Reading           *reading,
               const PlnIcalView *view)
{
  PlnIcalRecord *record = reading->record;
  char *speaker = pln_ical_person_speaker (view);

  g_ptr_array_add (record->attendees, pln_ical_attendee_read (view, record->attendees->len + record->members->len));
  if (speaker != NULL)
    g_ptr_array_add (reading->speakers, speaker);
}

static void
read_guest (Reading           *reading,
            const PlnIcalView *view)
{
  PlnIcalGuest *guest = pln_ical_guest_read (view);

  if (guest != NULL)
    g_ptr_array_add (reading->record->guests, guest);
}

static void
read_member (Reading           *reading,
             const PlnIcalView *view)
{
  PlnIcalRecord *record = reading->record;
  PlnIcalAttendee *member = pln_ical_member_read (view, record->attendees->len + record->members->len);

  if (member != NULL)
    g_ptr_array_add (record->members, member);
}

static void
read_sighting (Reading           *reading,
           const PlnIcalView *view)
{
  PlnIcalSighting *sighting = pln_ical_sighting_read (view);

  if (sighting != NULL)
    g_ptr_array_add (reading->record->sightings, sighting);
}

static void
read_place_in_order (Reading           *reading,
                     const PlnIcalView *view)
{
  reading->record->number = read_number (view);
}

static void
read_chairs (Reading           *reading,
             const PlnIcalView *view)
{
  reading->record->chairs = read_number (view);
}

static void
read_lock (Reading           *reading,
           const PlnIcalView *view)
{
  reading->record->is_locked = read_number (view) == 1;
}

static void
read_kind (Reading           *reading,
           const PlnIcalView *view)
{
  take (&reading->kind, pln_ical_view_dup_text (view));
}

static void
read_series (Reading           *reading,
             const PlnIcalView *view)
{
  take (&reading->record->series, pln_ical_view_dup_text (view));
}

static void
read_state (Reading           *reading,
            const PlnIcalView *view)
{
  g_autofree char *value = pln_ical_view_dup_value (view);

  take (&reading->record->state, g_ascii_strdown (value, -1));
}

static void
read_room (Reading           *reading,
           const PlnIcalView *view)
{
  g_autofree char *name = pln_ical_view_dup_text (view);
  g_autofree char *id = pln_ical_view_dup_parameter (view, "ID");
  PlnIcalSlice capacity;

  if (pln_ical_view_find (view, "CAPACITY", &capacity) && capacity.length > 0 && capacity.length < 7)
    g_ptr_array_add (reading->rooms, g_strdup_printf ("%s (%.*s)", name, (int) capacity.length, capacity.at));
  else
    g_ptr_array_add (reading->rooms, g_steal_pointer (&name));
  g_ptr_array_add (reading->room_ids, id != NULL ? g_steal_pointer (&id) : g_strdup (""));
}

static void
read_speaker (Reading           *reading,
              const PlnIcalView *view)
{
  g_ptr_array_add (reading->speakers, pln_ical_view_dup_text (view));
}

static const struct
{
  const char *name;
  ReadLine    read;
} properties[] = {
  { "ATTENDEE", read_attendee },
  { "X-PLENARY-GUEST", read_guest },
  { "DTSTART", read_start },
  { "DTEND", read_end },
  { "UID", read_uid },
  { "SUMMARY", read_summary },
  { "LOCATION", read_location },
  { "DESCRIPTION", read_description },
  { "STATUS", read_status },
  { "SEQUENCE", read_sequence },
  { "ORGANIZER", read_organizer },
  { "CATEGORIES", read_categories },
  { "URL", read_url },
  { "DUE", read_end },
  { "DURATION", read_duration },
  { "RRULE", read_recurrence },
  { "RDATE", read_recurrence },
  { "RELATED-TO", read_related_to },
  { "CONFERENCE", read_conference },
  { "COLOR", read_colour },
  { "X-PLENARY-KIND", read_kind },
  { "X-PLENARY-STATE", read_state },
  { "X-PLENARY-SERIES", read_series },
  { "X-PLENARY-CAPACITY", read_capacity },
  { "X-PLENARY-ANSWER-BY", read_answer_by },
  { "X-PLENARY-ROOM", read_room },
  { "X-PLENARY-SPEAKER", read_speaker },
  { "X-PLENARY-ROUND", read_place_in_order },
  { "X-PLENARY-GROUP", read_place_in_order },
  { "X-PLENARY-CHAIRS", read_chairs },
  { "X-PLENARY-LOCK", read_lock },
  { "X-PLENARY-MEMBER", read_member },
  { "X-PLENARY-PRESENCE", read_sighting },
};

static void
read_line (Reading           *reading,
           const PlnIcalView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      if (!pln_ical_slice_is (&view->name, properties[i].name))
        continue;
      properties[i].read (reading, view);
      return;
    }
}

static char **
steal_strv (GPtrArray *strings)
{
  g_ptr_array_add (strings, NULL);

  return (char **) g_ptr_array_free (strings, FALSE);
}

/* A day of the calendar may have 23 or 25 hours, an hour is one. */
static void
end_after (PlnIcalRecord       *record,
           const PlnIcalLength *length)
{
  g_autoptr(GDateTime) last_day = g_date_time_add_days (record->start.date_time, length->days);

  record->end = record->start;
  record->end.note = NULL;
  record->end.date_time = last_day != NULL ? g_date_time_add_seconds (last_day, (double) length->seconds) : NULL;
}

/* Half-open: a day without an end lasts that day, a moment has no length. */
static void
find_end (PlnIcalRecord       *record,
          const PlnIcalLength *duration)
{
  GDateTime *start = record->start.date_time;
  PlnIcalLength length = *duration;
  int order;

  if (start == NULL)
    return;
  order = record->end.date_time != NULL ? g_date_time_compare (record->end.date_time, start) : -1;
  if (order > 0 || (order == 0 && !record->start.is_date))
    return;

  pln_ical_time_clear (&record->end);
  if (record->start.is_date)
    length = (PlnIcalLength) { MAX (1, length.days), 0 };
  end_after (record, &length);
  if (record->end.date_time == NULL) /* after the year 9999 */
    record->end.date_time = g_date_time_ref (start);
}

static void
never_null (char **text)
{
  if (*text == NULL)
    *text = g_strdup ("");
}

static void
fill_gaps (PlnIcalRecord *record)
{
  char **texts[] = {
    &record->uid, &record->summary, &record->location, &record->description, &record->url,
    &record->conference, &record->colour, &record->status, &record->organiser_name,
    &record->organiser_email, &record->parent, &record->sibling, &record->series, &record->state,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    never_null (texts[i]);
  if (record->start.zone == NULL)
    record->start.zone = "";
  if (record->end.zone == NULL)
    record->end.zone = "";
  if (record->answer_by.zone == NULL)
    record->answer_by.zone = "";
}

static void
finish (Reading *reading)
{
  PlnIcalRecord *record = reading->record;

  record->kind = pln_ical_kind_parse (reading->kind, record->component);
  if (record->recurs && record->kind == PLN_ICAL_KIND_GATHERING)
    record->kind = PLN_ICAL_KIND_EVENT; /* a series is several gatherings */
  g_free (reading->kind);
  record->categories = steal_strv (reading->categories);
  record->rooms = steal_strv (reading->rooms);
  record->room_ids = steal_strv (reading->room_ids);
  record->speakers = steal_strv (reading->speakers);
  find_end (record, &reading->length);
  fill_gaps (record);
}

/**
 * pln_ical_record_read:
 * @text: a text
 * @part: one of its components
 * @zones: the zones of @text, kept for all components that are read
 * @error: return location for a [error@IcalError], `BROKEN` with the flaw of
 *   the component
 *
 * Reads the typed values of one component. Lines that cannot be read are left
 * out; they stay in the text. For any thread.
 *
 * Returns: (transfer full): the values, or %NULL on error
 */
PlnIcalRecord *
pln_ical_record_read (PlnIcalText   *text,
                      guint          part,
                      PlnIcalZones  *zones,
                      GError       **error)
{
  const PlnIcalPart *component = pln_ical_text_get_part (text, part);
  g_autoptr(GString) scratch = NULL;
  PlnIcalWalk walk;
  PlnIcalSpan span;
  PlnIcalView view;
  Reading reading = { .zones = zones };

  if (component->flaw != NULL)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN, component->flaw);
      return NULL;
    }

  scratch = g_string_new (NULL);
  reading.record = g_new0 (PlnIcalRecord, 1);
  reading.record->component = g_strdup (component->name);
  reading.record->attendees = g_ptr_array_new_with_free_func (g_free);
  reading.record->guests = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_guest_free);
  reading.record->members = g_ptr_array_new_with_free_func (g_free);
  reading.record->sightings = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_sighting_free);
  reading.categories = g_ptr_array_new ();
  reading.rooms = g_ptr_array_new ();
  reading.room_ids = g_ptr_array_new ();
  reading.speakers = g_ptr_array_new ();

  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    if (pln_ical_text_view_span (text, &span, scratch, &view))
      read_line (&reading, &view);
  finish (&reading);

  return reading.record;
}

/**
 * pln_ical_record_find_main:
 * @text: the text of one object
 *
 * Finds its main component: the one without RECURRENCE-ID, or else, as in an
 * invitation to one evening of a series, the first.
 *
 * Returns: the index of the part, or -1 if there is none
 */
int
pln_ical_record_find_main (PlnIcalText *text)
{
  static const char *const components[] = { "VEVENT", "VTODO", "VJOURNAL" };

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    {
      int part = pln_ical_text_find_part (text, components[i], NULL, NULL);

      if (part >= 0)
        return part;
    }

  /* Only overridden instances, as in an invitation to one evening of a series. */
  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    if (g_strv_contains ((const char *const[]) { "VEVENT", "VTODO", "VJOURNAL", NULL },
                         pln_ical_text_get_part (text, i)->name))
      return (int) i;

  return -1;
}

/**
 * pln_ical_record_read_object:
 * @text: the text of one object
 * @error: return location for a [error@IcalError]
 *
 * Reads the main component of an object: the one without RECURRENCE-ID. For
 * any thread.
 *
 * Returns: (transfer full): its values, or %NULL on error
 */
PlnIcalRecord *
pln_ical_record_read_object (GBytes   *text,
                             GError  **error)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, error);
  g_autoptr(PlnIcalZones) zones = NULL;
  int part;

  if (lines == NULL)
    return NULL;

  part = pln_ical_record_find_main (lines);
  if (part < 0)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                           _("There is no event, task or journal in it."));
      return NULL;
    }
  zones = pln_ical_zones_new (lines);

  return pln_ical_record_read (lines, (guint) part, zones, error);
}

/**
 * pln_ical_record_free:
 * @record: (transfer full): a record
 */
void
pln_ical_record_free (PlnIcalRecord *record)
{
  char *texts[] = {
    record->component, record->uid, record->summary, record->location, record->description,
    record->url, record->conference, record->colour, record->status, record->organiser_name,
    record->organiser_email, record->parent, record->sibling, record->series, record->state,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (record->categories);
  g_strfreev (record->rooms);
  g_strfreev (record->room_ids);
  g_strfreev (record->speakers);
  pln_ical_time_clear (&record->start);
  pln_ical_time_clear (&record->end);
  pln_ical_time_clear (&record->answer_by);
  g_ptr_array_unref (record->attendees);
  g_ptr_array_unref (record->guests);
  g_ptr_array_unref (record->members);
  g_ptr_array_unref (record->sightings);
  g_free (record);
}
