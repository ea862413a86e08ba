/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-import.h"

#include "pln-clock.h"
#include "pln-ical-edit.h"
#include "pln-ics-split.h"
#include "pln-id.h"
#include "pln-str.h"
#include "pln-text-decode.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one file becomes. */
typedef struct
{
  PlnIcalText *text;
  GPtrArray   *objects;   /* PlnIcsObject */
  GHashTable  *events;    /* UIDs of events in it */
  GHashTable  *parents;   /* UIDs that events name as their parent */
  const char  *name;      /* of the file */
  PlnImportAs  as;
  gboolean     own;
  char        *gathering; /* UID of what the sessions belong to, or NULL */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->text, pln_ical_text_unref);
  g_clear_pointer (&reading->objects, g_ptr_array_unref);
  g_clear_pointer (&reading->events, g_hash_table_unref);
  g_clear_pointer (&reading->parents, g_hash_table_unref);
  g_clear_pointer (&reading->gathering, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * pln_ics_offer_free:
 * @offer: (transfer full): an offer
 */
void
pln_ics_offer_free (PlnIcsOffer *offer)
{
  g_free (offer->uid);
  g_clear_pointer (&offer->text, g_bytes_unref);
  g_free (offer->kind);
  g_free (offer->parent);
  g_free (offer->title);
  g_clear_pointer (&offer->start, g_date_time_unref);
  g_free (offer->flaw);
  g_free (offer);
}

static const char *
sentence_for_method (const char *method)
{
  if (g_ascii_strcasecmp (method, "REPLY") == 0)
    return _("This file is a guest’s answer, not a calendar. Set the answer in the list of attendees.");
  if (g_ascii_strcasecmp (method, "CANCEL") == 0)
    return _("This file calls off an invitation, it is not a calendar. Open it with the calendar that has the invitation.");
  if (g_ascii_strcasecmp (method, "REQUEST") == 0)
    return _("This file is an invitation to you, not a calendar. Open it with your own calendar to answer.");

  return _("This file is a message between calendars, not a calendar. Open it with the calendar it was sent to.");
}

/* A message is never imported: it is handled as what it is (RFC 5546). */
static gboolean
check_method (PlnIcalText  *text,
              GError      **error)
{
  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      g_autoptr(PlnIcalLine) method = NULL;

      if (!g_str_equal (pln_ical_text_get_part (text, i)->name, "VCALENDAR"))
        continue;
      method = pln_ical_text_get_line (text, i, "METHOD");
      if (method == NULL || *method->value == '\0' || g_ascii_strcasecmp (method->value, "PUBLISH") == 0)
        continue;
      g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_METHOD, sentence_for_method (method->value));
      return FALSE;
    }

  return TRUE;
}

static PlnIcalText *
open_text (GBytes  *bytes,
           GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *decoded = data != NULL ? pln_text_decode (data, length) : NULL;
  g_autoptr(GBytes) plain = decoded != NULL ? g_bytes_new_take (decoded, strlen (decoded)) : g_bytes_ref (bytes);
  g_autoptr(GError) reason = NULL;
  PlnIcalText *text = pln_ical_text_new (plain, &reason);

  if (text == NULL)
    g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE, reason->message);

  return text;
}

static gboolean
is_event (const PlnIcsObject *object)
{
  return object->record != NULL && object->flaw == NULL && g_str_equal (object->record->component, "VEVENT");
}

/* What the file itself says is a gathering: by its kind, or because others are
 * its parts, as in what Plenary publishes. */
static gboolean
is_gathering (const Reading      *reading,
              const PlnIcsObject *object)
{
  return is_event (object) && !object->record->recurs
         && (object->record->kind == PLN_ICAL_KIND_GATHERING
             || (object->record->kind == PLN_ICAL_KIND_EVENT && g_hash_table_contains (reading->parents, object->uid)));
}

static gboolean
is_session (const Reading      *reading,
            const PlnIcsObject *object)
{
  return is_event (object) && !object->record->recurs && !is_gathering (reading, object)
         && (object->record->kind == PLN_ICAL_KIND_SESSION
             || g_hash_table_contains (reading->events, object->record->parent));
}

static void
find_families (Reading *reading)
{
  reading->events = g_hash_table_new (g_str_hash, g_str_equal);
  reading->parents = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < reading->objects->len; i++)
    {
      const PlnIcsObject *object = g_ptr_array_index (reading->objects, i);

      if (!is_event (object))
        continue;
      g_hash_table_add (reading->events, object->uid);
      if (*object->record->parent != '\0')
        g_hash_table_add (reading->parents, object->record->parent);
    }
}

/* Several events that nobody invites to and that do not repeat look like the
 * programme of one gathering. */
static gboolean
looks_like_a_programme (const Reading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->objects->len; i++)
    {
      const PlnIcsObject *object = g_ptr_array_index (reading->objects, i);

      if (!is_event (object))
        continue;
      if (*object->record->organiser_email != '\0' || object->record->recurs
          || is_gathering (reading, object) || is_session (reading, object))
        return FALSE;
      n++;
    }

  return n >= 2;
}

static char *
calendar_name (const Reading *reading)
{
  static const char *const properties[] = { "X-WR-CALNAME", "NAME" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      int part = pln_ical_text_find_part (reading->text, "VCALENDAR", NULL, NULL);
      g_autoptr(PlnIcalLine) line = part >= 0 ? pln_ical_text_get_line (reading->text, (guint) part, properties[i]) : NULL;
      g_autofree char *name = line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");
      g_autofree char *title = pln_str_one_line (name);

      if (*title != '\0')
        return g_steal_pointer (&title);
    }

  return pln_str_one_line (reading->name);
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const PlnIcsObject *first = *(const PlnIcsObject **) a;
  const PlnIcsObject *second = *(const PlnIcsObject **) b;

  return g_date_time_compare (first->record->start.date_time, second->record->start.date_time);
}

static GPtrArray *
future_sessions (const Reading *reading)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; i < reading->objects->len; i++)
    {
      PlnIcsObject *object = g_ptr_array_index (reading->objects, i);

      if (is_event (object) && !object->record->recurs)
        g_ptr_array_add (sessions, object);
    }
  g_ptr_array_sort (sessions, compare_start);

  return sessions;
}

static PlnIcalLine *
time_line (const char        *name,
           const PlnIcalTime *like,
           GDateTime         *time)
{
  gboolean is_utc = g_str_equal (like->zone, "UTC");
  g_autoptr(GDateTime) there = g_date_time_to_timezone (time, g_date_time_get_timezone (like->date_time));
  g_autofree char *value = g_date_time_format (there, like->is_date ? "%Y%m%d" : is_utc ? "%Y%m%dT%H%M%SZ" : "%Y%m%dT%H%M%S");
  PlnIcalLine *line = pln_ical_line_new (name, value);

  if (like->is_date)
    pln_ical_line_set_parameter (line, "VALUE", "DATE");
  else if (!is_utc && *like->zone != '\0')
    pln_ical_line_set_parameter (line, "TZID", like->zone);

  return line;
}

/* From the first session to the end of the last, in the zone of the first. */
static void
put_span (PlnIcalEdits *edits,
          GPtrArray    *sessions)
{
  const PlnIcsObject *first = g_ptr_array_index (sessions, 0);
  const PlnIcalTime *start = &first->record->start;
  GDateTime *end = first->record->end.date_time;
  g_autofree char *rules = NULL;

  for (guint i = 1; i < sessions->len; i++)
    {
      const PlnIcsObject *session = g_ptr_array_index (sessions, i);

      if (g_date_time_compare (session->record->end.date_time, end) > 0)
        end = session->record->end.date_time;
    }

  pln_ical_edits_set (edits, time_line ("DTSTART", start, start->date_time));
  if (g_date_time_compare (end, start->date_time) > 0)
    pln_ical_edits_set (edits, time_line ("DTEND", start, end));
  rules = start->is_date ? NULL : pln_ical_zone_write (start->zone, start->date_time, end);
  if (rules != NULL)
    pln_ical_edits_zone (edits, start->zone, rules);
}

/* Where all sessions are, if they are all there. */
static const char *
common_place (GPtrArray *sessions)
{
  const char *place = ((PlnIcsObject *) g_ptr_array_index (sessions, 0))->record->location;

  for (guint i = 1; i < sessions->len; i++)
    if (!g_str_equal (((PlnIcsObject *) g_ptr_array_index (sessions, i))->record->location, place))
      return "";

  return place;
}

/* The same calendar, read again, makes the same gathering. */
static char *
made_gathering_uid (const char *title,
                    GPtrArray  *sessions)
{
  const PlnIcsObject *first = g_ptr_array_index (sessions, 0);
  g_autofree char *source = g_strdup_printf ("%s\n%d", title, g_date_time_get_year (first->record->start.date_time));
  g_autofree char *id = pln_id_derive (source);

  return g_strconcat (id, "@import", NULL);
}

static PlnIcsOffer *
make_gathering (Reading *reading)
{
  g_autoptr(GPtrArray) sessions = future_sessions (reading);
  g_autofree char *title = calendar_name (reading);
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) empty = NULL;
  const PlnIcsObject *first;
  PlnIcsOffer *offer;

  if (sessions->len == 0)
    return NULL;

  first = g_ptr_array_index (sessions, 0);
  reading->gathering = made_gathering_uid (title, sessions);
  empty = pln_ical_object_new ("VEVENT", reading->gathering, pln_clock_now ());
  pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "GATHERING"));
  pln_ical_edits_set (edits, pln_ical_line_new_text ("SUMMARY", title));
  put_span (edits, sessions);
  if (*common_place (sessions) != '\0')
    pln_ical_edits_set (edits, pln_ical_line_new_text ("LOCATION", common_place (sessions)));

  offer = g_new0 (PlnIcsOffer, 1);
  offer->uid = g_strdup (reading->gathering);
  offer->kind = g_strdup ("gathering");
  offer->title = g_steal_pointer (&title);
  offer->start = g_date_time_ref (first->record->start.date_time);
  offer->text = pln_ical_edits_apply (edits, empty, NULL);
  if (offer->text == NULL)
    offer->text = g_bytes_ref (empty);

  return offer;
}

static const char *
kind_of (const Reading      *reading,
         const PlnIcsObject *object)
{
  const PlnIcalRecord *record = object->record;

  if (record != NULL && reading->own)
    return record->kind == PLN_ICAL_KIND_ACTION ? "task" : pln_ical_kind_get_nick (record->kind);
  if (record != NULL && g_str_equal (record->component, "VTODO"))
    return "task";
  if (record != NULL && g_str_equal (record->component, "VJOURNAL"))
    return "note";
  if (record == NULL || record->recurs)
    return "event";

  switch (reading->as)
    {
    case PLN_IMPORT_AS_EVENTS:
      return "event";
    case PLN_IMPORT_AS_GATHERINGS:
      return "gathering";
    case PLN_IMPORT_AS_SESSIONS:
      return g_strcmp0 (object->uid, reading->gathering) == 0 ? "gathering" : "session";
    case PLN_IMPORT_AS_SUGGESTED:
    default:
      return is_gathering (reading, object) ? "gathering"
             : reading->gathering != NULL || is_session (reading, object) ? "session" : "event";
    }
}

/* What comes from elsewhere has no own lines any more: it gets its kind and its
 * place, and a guest list that no server mails to by itself. */
static GBytes *
dress (GBytes             *text,
       const PlnIcsObject *object,
       const char         *kind,
       const char         *parent)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new (object->record->component);
  gboolean is_ours = g_str_equal (kind, "gathering") || g_str_equal (kind, "session");
  GBytes *dressed;

  if (*object->record->uid == '\0')
    pln_ical_edits_set (edits, pln_ical_line_new_text ("UID", object->uid));
  if (is_ours)
    {
      g_autofree char *stored = g_ascii_strup (kind, -1);

      pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", stored));
      for (guint i = 0; i < object->record->attendees->len; i++)
        {
          const PlnIcalAttendee *attendee = g_ptr_array_index (object->record->attendees, i);
          g_autofree char *address = g_strconcat ("mailto:", attendee->email, NULL);

          pln_ical_edits_parameter (edits, "ATTENDEE", address, "SCHEDULE-AGENT", "NONE");
        }
    }
  if (parent != NULL && !g_str_equal (parent, object->record->parent))
    {
      if (*object->record->parent != '\0')
        pln_ical_edits_drop (edits, "RELATED-TO", object->record->parent);
      pln_ical_edits_put (edits, parent, pln_ical_line_new_text ("RELATED-TO", parent));
    }
  if (pln_ical_edits_is_empty (edits))
    return g_bytes_ref (text);
  dressed = pln_ical_edits_apply (edits, text, NULL);

  return dressed != NULL ? dressed : g_bytes_ref (text);
}

static char *
parent_of (const Reading      *reading,
           const PlnIcsObject *object,
           const char         *kind)
{
  if (!reading->own && g_str_equal (kind, "session") && reading->gathering != NULL)
    return g_strdup (reading->gathering);

  return *object->record->parent != '\0' ? g_strdup (object->record->parent) : NULL;
}

static char *
title_of (const Reading      *reading,
          const PlnIcsObject *object)
{
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *summary = NULL;

  line = pln_ical_text_get_line (reading->text, g_array_index (object->parts, guint, 0), "SUMMARY");
  summary = line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");

  return pln_str_one_line (summary);
}

static PlnIcsOffer *
offer_object (const Reading      *reading,
              const PlnIcsObject *object)
{
  PlnIcsOffer *offer = g_new0 (PlnIcsOffer, 1);
  g_autoptr(GBytes) text = NULL;

  offer->uid = g_strdup (object->uid);
  offer->kind = g_strdup (kind_of (reading, object));
  offer->title = title_of (reading, object);
  if (object->record != NULL && object->record->start.date_time != NULL)
    offer->start = g_date_time_ref (object->record->start.date_time);
  if (object->flaw != NULL)
    {
      offer->flaw = g_strdup (object->flaw);
      return offer;
    }

  offer->sequence = object->record->sequence;
  offer->parent = parent_of (reading, object, offer->kind);
  text = pln_ics_object_write (object, reading->text, reading->own);
  offer->text = reading->own ? g_bytes_ref (text)
                             : dress (text, object, offer->kind,
                                      g_str_equal (offer->kind, "session") ? offer->parent : NULL);

  return offer;
}

/* To what sessions belong: the one gathering in the file, or one that is made. */
static PlnIcsOffer *
find_gathering (Reading *reading)
{
  const PlnIcsObject *found = NULL;
  guint n = 0;

  if (reading->own
      || (reading->as != PLN_IMPORT_AS_SESSIONS
          && (reading->as != PLN_IMPORT_AS_SUGGESTED || !looks_like_a_programme (reading))))
    return NULL;

  for (guint i = 0; i < reading->objects->len; i++)
    if (is_gathering (reading, g_ptr_array_index (reading->objects, i)))
      {
        found = g_ptr_array_index (reading->objects, i);
        n++;
      }
  if (n != 1)
    return make_gathering (reading);
  reading->gathering = g_strdup (found->uid);

  return NULL;
}

/**
 * pln_ics_import_read:
 * @bytes: a file
 * @name: of the file, without suffix: a title, if there is no better one
 * @as: what the events shall become
 * @own: whether this is a copy of an own library, whose every own line counts
 * @error: return location for a [error@ExchangeError]: `METHOD` if it is a
 *   message (RFC 5546), which is never imported, `UNREADABLE` if it is no
 *   calendar
 *
 * Reads what a file offers. Several events without an organiser that do not
 * repeat are suggested as one gathering with sessions. From elsewhere, only
 * the kinds gathering and session count. For any thread.
 *
 * Returns: (transfer full) (element-type PlnIcsOffer): the objects; those that
 *   cannot be taken in too, with the reason; or %NULL on error
 */
GPtrArray *
pln_ics_import_read (GBytes       *bytes,
                     const char   *name,
                     PlnImportAs   as,
                     gboolean      own,
                     GError      **error)
{
  g_auto(Reading) reading = { .name = name, .as = as, .own = own };
  GPtrArray *offers;
  PlnIcsOffer *made;

  reading.text = open_text (bytes, error);
  if (reading.text == NULL || !check_method (reading.text, error))
    return NULL;

  reading.objects = pln_ics_split (reading.text);
  find_families (&reading);
  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ics_offer_free);
  made = find_gathering (&reading);
  if (made != NULL)
    g_ptr_array_add (offers, made);
  for (guint i = 0; i < reading.objects->len; i++)
    g_ptr_array_add (offers, offer_object (&reading, g_ptr_array_index (reading.objects, i)));

  return offers;
}
