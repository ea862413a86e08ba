/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-outgoing.h"

#include "pln-ical-stamp.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

/* From when until when a zone is needed. */
typedef struct
{
  GDateTime *from;
  GDateTime *to;
} Span;

struct _PlnIcalOutgoing
{
  const char    *method;
  gint64         now;
  char          *name;     /* of the calendar, or NULL */
  GString       *head;     /* lines of the calendar */
  GString       *events;   /* those that are finished */
  GHashTable    *zones;    /* IANA name, interned → Span */

  PlnIcalText   *text;     /* the event at hand */
  guint          part;
  PlnIcalRecord *record;
  char          *status;   /* instead of its own, or NULL */
  GPtrArray     *lines;    /* PlnIcalLine, added to it */
};

static void
span_free (Span *span)
{
  g_date_time_unref (span->from);
  g_date_time_unref (span->to);
  g_free (span);
}

/**
 * pln_ical_outgoing_new:
 * @method: METHOD, such as `REQUEST`; a static string
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): a calendar without events
 */
PlnIcalOutgoing *
pln_ical_outgoing_new (const char *method,
                       gint64      now)
{
  PlnIcalOutgoing *self = g_new0 (PlnIcalOutgoing, 1);

  self->method = method;
  self->now = now;
  self->head = g_string_new (NULL);
  self->events = g_string_new (NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) span_free);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_line_free);

  return self;
}

static void
forget_event (PlnIcalOutgoing *self)
{
  g_clear_pointer (&self->text, pln_ical_text_unref);
  g_clear_pointer (&self->record, pln_ical_record_free);
  g_clear_pointer (&self->status, g_free);
  g_ptr_array_set_size (self->lines, 0);
}

/**
 * pln_ical_outgoing_free:
 * @self: (transfer full): a calendar
 */
void
pln_ical_outgoing_free (PlnIcalOutgoing *self)
{
  forget_event (self);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->zones);
  g_string_free (self->head, TRUE);
  g_string_free (self->events, TRUE);
  g_free (self->name);
  g_free (self);
}

/**
 * pln_ical_outgoing_set_name:
 * @self: a calendar
 * @name: what programs that show the calendar call it
 */
void
pln_ical_outgoing_set_name (PlnIcalOutgoing *self,
                            const char      *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * pln_ical_outgoing_add_to_calendar:
 * @self: a calendar
 * @line: (transfer full): a line for the calendar itself; left out if it may
 *   not be written
 */
void
pln_ical_outgoing_add_to_calendar (PlnIcalOutgoing *self,
                                   PlnIcalLine     *line)
{
  g_autofree char *written = pln_ical_line_write (line, NULL);

  if (written != NULL)
    g_string_append (self->head, written);
  pln_ical_line_free (line);
}

/**
 * pln_ical_outgoing_begin:
 * @self: a calendar
 * @object: the text of an event
 * @error: return location for a [error@IcalError]
 *
 * Begins an event, which [func@ical_outgoing_end] writes.
 *
 * Returns: %TRUE if the event can be read
 */
gboolean
pln_ical_outgoing_begin (PlnIcalOutgoing *self,
                         GBytes          *object,
                         GError         **error)
{
  int part;

  forget_event (self);
  self->text = pln_ical_text_new (object, error);
  if (self->text == NULL)
    return FALSE;

  part = pln_ical_text_find_part (self->text, "VEVENT", NULL, NULL);
  if (part < 0)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN, _("There is no event in it."));
      return FALSE;
    }

  self->part = (guint) part;
  self->record = pln_ical_record_read_object (object, error);

  return self->record != NULL;
}

/**
 * pln_ical_outgoing_get_record:
 * @self: a calendar
 *
 * Returns: (transfer none): the values of the event at hand
 */
PlnIcalRecord *
pln_ical_outgoing_get_record (PlnIcalOutgoing *self)
{
  return self->record;
}

/**
 * pln_ical_outgoing_get_line:
 * @self: a calendar
 * @name: the name of a property
 *
 * Returns: (transfer full) (nullable): the line that the event at hand has; %NULL
 *   if it has none
 */
PlnIcalLine *
pln_ical_outgoing_get_line (PlnIcalOutgoing *self,
                            const char      *name)
{
  return pln_ical_text_get_line (self->text, self->part, name);
}

/**
 * pln_ical_outgoing_set_status:
 * @self: a calendar
 * @status: STATUS of the event at hand, instead of its own
 */
void
pln_ical_outgoing_set_status (PlnIcalOutgoing *self,
                              const char      *status)
{
  g_free (self->status);
  self->status = g_strdup (status);
}

/**
 * pln_ical_outgoing_add:
 * @self: a calendar
 * @line: (transfer full): a line for the event at hand
 */
void
pln_ical_outgoing_add (PlnIcalOutgoing *self,
                       PlnIcalLine     *line)
{
  g_ptr_array_add (self->lines, line);
}

static gboolean
append (PlnIcalOutgoing   *self,
        const PlnIcalLine *line,
        GError           **error)
{
  g_autofree char *written = pln_ical_line_write (line, error);

  if (written == NULL)
    return FALSE;
  g_string_append (self->events, written);

  return TRUE;
}

static gboolean
append_value (PlnIcalOutgoing *self,
              const char      *name,
              const char      *value,
              GError         **error)
{
  g_autoptr(PlnIcalLine) line = pln_ical_line_new (name, value);

  return append (self, line, error);
}

static gboolean
append_text (PlnIcalOutgoing *self,
             const char      *name,
             const char      *text,
             GError         **error)
{
  g_autofree char *clean = pln_str_for_label (text);
  g_autoptr(PlnIcalLine) line = pln_ical_line_new_text (name, clean);

  return *clean == '\0' || append (self, line, error);
}

static void
need_zone (PlnIcalOutgoing *self,
           const char      *zone,
           GDateTime       *time)
{
  Span *span = g_hash_table_lookup (self->zones, zone);

  if (span == NULL)
    {
      span = g_new0 (Span, 1);
      span->from = g_date_time_ref (time);
      span->to = g_date_time_ref (time);
      g_hash_table_insert (self->zones, (char *) zone, span);
    }
  else if (g_date_time_compare (time, span->from) < 0)
    {
      g_date_time_unref (span->from);
      span->from = g_date_time_ref (time);
    }
  else if (g_date_time_compare (time, span->to) > 0)
    {
      g_date_time_unref (span->to);
      span->to = g_date_time_ref (time);
    }
}

/* A zone that was read otherwise than by this computer's rules is not named:
 * the moment is sent, in UTC. */
static gboolean
append_time (PlnIcalOutgoing   *self,
             const char        *name,
             const PlnIcalTime *time,
             GError           **error)
{
  gboolean is_local = *time->zone != '\0' && !g_str_equal (time->zone, "UTC") && time->note == NULL;
  gboolean is_utc = *time->zone != '\0' && !is_local;
  g_autoptr(GDateTime) shown = is_utc ? g_date_time_to_utc (time->date_time) : g_date_time_ref (time->date_time);
  g_autofree char *value = g_date_time_format (shown, time->is_date ? "%Y%m%d"
                                                      : is_utc ? "%Y%m%dT%H%M%SZ" : "%Y%m%dT%H%M%S");
  g_autoptr(PlnIcalLine) line = pln_ical_line_new (name, value);

  if (time->is_date)
    pln_ical_line_set_parameter (line, "VALUE", "DATE");
  if (is_local)
    {
      pln_ical_line_set_parameter (line, "TZID", time->zone);
      need_zone (self, time->zone, time->date_time);
    }

  return append (self, line, error);
}

static gboolean
append_times (PlnIcalOutgoing *self,
              GError         **error)
{
  const PlnIcalTime *start = &self->record->start;
  const PlnIcalTime *end = &self->record->end;

  if (start->date_time == NULL)
    return TRUE;
  if (!append_time (self, "DTSTART", start, error))
    return FALSE;

  return g_date_time_compare (end->date_time, start->date_time) <= 0
         || append_time (self, "DTEND", end, error);
}

/* Few programs show CONFERENCE: the online room also stands where all look. */
static gboolean
append_place_and_words (PlnIcalOutgoing *self,
                        GError         **error)
{
  const PlnIcalRecord *record = self->record;
  const char *online = record->conference;
  gboolean is_said = strstr (record->description, online) != NULL || strstr (record->location, online) != NULL;
  g_autofree char *words = NULL;

  if (*online == '\0' || is_said || *record->location == '\0')
    words = g_strdup (record->description);
  else
    words = g_strconcat (record->description, *record->description != '\0' ? "\n\n" : "", online, NULL);

  return append_text (self, "LOCATION", *record->location != '\0' ? record->location : online, error)
         && append_text (self, "DESCRIPTION", words, error);
}

static gboolean
append_organiser (PlnIcalOutgoing *self,
                  GError         **error)
{
  g_autofree char *uri = g_strconcat ("mailto:", self->record->organiser_email, NULL);
  g_autofree char *name = pln_str_one_line (self->record->organiser_name);
  g_autoptr(PlnIcalLine) line = pln_ical_line_new ("ORGANIZER", uri);

  if (*self->record->organiser_email == '\0')
    return TRUE;
  if (*name != '\0')
    pln_ical_line_set_parameter (line, "CN", name);

  return append (self, line, error);
}

static gboolean
append_head (PlnIcalOutgoing *self,
             GError         **error)
{
  g_autofree char *stamp = pln_ical_stamp_new (self->now);
  g_autofree char *sequence = g_strdup_printf ("%d", self->record->sequence);
  const char *status = self->status != NULL ? self->status : self->record->status;

  return append_text (self, "UID", self->record->uid, error)
         && append_value (self, "DTSTAMP", stamp, error)
         && append_value (self, "SEQUENCE", sequence, error)
         && append_times (self, error)
         && append_text (self, "SUMMARY", self->record->summary, error)
         && append_place_and_words (self, error)
         && (*status == '\0' || append_value (self, "STATUS", status, error))
         && append_organiser (self, error);
}

/* What else of an event others may see: nothing of guests, no own lines, no
 * reminders and comments, nothing that is not known. What may not be written,
 * such as a line with control characters, is left out. */
static gboolean
append_rest (PlnIcalOutgoing *self,
             GError         **error)
{
  static const char *const allowed[] = { "URL", "CONFERENCE", "CATEGORIES", "GEO", "CLASS", "TRANSP", NULL };
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, self->text, self->part);
  while (pln_ical_walk_next (&walk, &span))
    for (guint i = 0; allowed[i] != NULL; i++)
      {
        g_autoptr(PlnIcalLine) line = NULL;

        if (!pln_ical_text_span_is (self->text, &span, allowed[i]))
          continue;
        line = pln_ical_text_parse_span (self->text, &span, NULL);
        if (line != NULL && *line->value != '\0')
          append (self, line, NULL);
      }
  for (guint i = 0; i < self->lines->len; i++)
    if (!append (self, g_ptr_array_index (self->lines, i), error))
      return FALSE;

  return TRUE;
}

/**
 * pln_ical_outgoing_end:
 * @self: a calendar
 * @error: return location for a [error@IcalError]
 *
 * Writes the event at hand.
 *
 * Returns: %TRUE if it could be written
 */
gboolean
pln_ical_outgoing_end (PlnIcalOutgoing *self,
                       GError         **error)
{
  g_string_append (self->events, "BEGIN:VEVENT\r\n");
  if (!append_head (self, error) || !append_rest (self, error))
    return FALSE;
  g_string_append (self->events, "END:VEVENT\r\n");

  return TRUE;
}

static void
append_name (GString    *text,
             const char *name)
{
  static const char *const properties[] = { "NAME", "X-WR-CALNAME" }; /* RFC 7986, 5.1, and what came before */

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_line_new_text (properties[i], name);
      g_autofree char *written = pln_ical_line_write (line, NULL);

      if (written != NULL)
        g_string_append (text, written);
    }
}

/**
 * pln_ical_outgoing_finish:
 * @self: a calendar
 *
 * Returns: (transfer full): the calendar with its zones and events, with CRLF
 */
GBytes *
pln_ical_outgoing_finish (PlnIcalOutgoing *self)
{
  g_autoptr(GList) zones = g_list_sort (g_hash_table_get_keys (self->zones), (GCompareFunc) strcmp);
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\n"
                                "VERSION:2.0\r\n"
                                "PRODID:-//Plenary//Plenary//EN\r\n"
                                "CALSCALE:GREGORIAN\r\n");

  g_string_append_printf (text, "METHOD:%s\r\n", self->method);
  if (self->name != NULL && *self->name != '\0')
    append_name (text, self->name);
  g_string_append_len (text, self->head->str, (gssize) self->head->len);
  for (GList *at = zones; at != NULL; at = at->next)
    {
      Span *span = g_hash_table_lookup (self->zones, at->data);
      g_autofree char *rules = pln_ical_zone_write (at->data, span->from, span->to);

      g_string_append (text, rules);
    }
  g_string_append_len (text, self->events->str, (gssize) self->events->len);
  g_string_append (text, "END:VCALENDAR\r\n");

  return g_string_free_to_bytes (text);
}
