/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-text.h"

#include "pln-ical-line.h"
#include "pln-ical-zone.h"
#include "pln-id.h"
#include "pln-schedule-source.h"
#include "pln-uuid.h"

#include <string.h>

/* The same session makes the same text every time, whenever it is read: what
 * was imported last is known by it. So the stamp is not that of a clock. */
#define STAMP "19700101T000000Z"

static int
year_of (const PlnSchedule *schedule)
{
  return schedule->start != NULL ? g_date_time_get_year (schedule->start) : 0;
}

/**
 * pln_schedule_gathering_uid:
 * @schedule: a schedule
 *
 * Returns: (transfer full): the UID of the gathering that it makes, the same
 *   for every version of it
 */
char *
pln_schedule_gathering_uid (const PlnSchedule *schedule)
{
  const char *name = *schedule->acronym != '\0' ? schedule->acronym : schedule->title;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *source = g_strdup_printf ("schedule\n%s\n%d", folded, year_of (schedule));
  g_autofree char *id = pln_id_derive (source);

  return g_strconcat (id, "@schedule", NULL);
}

static char *
derive_uid (const PlnSchedule *schedule,
            const char        *kind,
            const char        *first,
            const char        *second)
{
  g_autofree char *gathering = pln_schedule_gathering_uid (schedule);
  g_autofree char *source = g_strjoin ("\n", gathering, kind, first, second, NULL);
  g_autofree char *id = pln_id_derive (source);

  return g_strconcat (id, "@schedule", NULL);
}

static char *
first_uid (const PlnSchedule        *schedule,
           const PlnScheduleSession *session)
{
  g_autofree char *uuid = pln_uuid_find (session->guid);
  g_autofree char *start = session->start != NULL ? g_date_time_format_iso8601 (session->start) : g_strdup ("");

  if (uuid != NULL && strlen (session->guid) == strlen (uuid))
    return g_steal_pointer (&uuid);
  if (*session->guid != '\0')
    return derive_uid (schedule, "guid", session->guid, "");
  if (*session->id != '\0')
    return derive_uid (schedule, "id", session->id, "");
  if (*session->slug != '\0')
    return derive_uid (schedule, "slug", session->slug, "");

  return derive_uid (schedule, "title", session->title, start);
}

/**
 * pln_schedule_session_uid:
 * @schedule: a schedule
 * @session: one of its sessions
 * @n: 1; more, if other things have those before
 *
 * A guid that is a UUID is a UID by itself, so that programmes go round; else
 * the UID is derived from what there is: guid, number, slug, or title and time.
 *
 * Returns: (transfer full): the UID of a session
 */
char *
pln_schedule_session_uid (const PlnSchedule        *schedule,
                          const PlnScheduleSession *session,
                          guint                     n)
{
  g_autofree char *uid = first_uid (schedule, session);
  g_autofree char *number = g_strdup_printf ("%u", n);

  return n > 1 ? derive_uid (schedule, "next", uid, number) : g_steal_pointer (&uid);
}

/* Takes the line; what cannot be written is left out. */
static void
add (GString     *out,
     PlnIcalLine *line)
{
  g_autofree char *written = pln_ical_line_write (line, NULL);

  if (written != NULL)
    g_string_append (out, written);
  pln_ical_line_free (line);
}

static void
add_text (GString    *out,
          const char *name,
          const char *text)
{
  if (*text != '\0')
    add (out, pln_ical_line_new_text (name, text));
}

static void
add_uri (GString    *out,
         const char *name,
         const char *uri)
{
  if (*uri != '\0')
    add (out, pln_ical_line_new (name, uri));
}

static void
add_time (GString    *out,
          const char *name,
          GDateTime  *time,
          const char *zone,
          gboolean    all_day)
{
  gboolean is_utc = g_str_equal (zone, "UTC");
  g_autofree char *value = g_date_time_format (time, all_day ? "%Y%m%d" : is_utc ? "%Y%m%dT%H%M%SZ" : "%Y%m%dT%H%M%S");
  PlnIcalLine *line = pln_ical_line_new (name, value);

  if (all_day)
    pln_ical_line_set_parameter (line, "VALUE", "DATE");
  else if (!is_utc && *zone != '\0')
    pln_ical_line_set_parameter (line, "TZID", zone);
  add (out, line);
}

#define LONGEST_RULES (20 * 366 * G_TIME_SPAN_DAY)

/* The rules of whole days, so that sessions of one day have the same. Those of
 * centuries would take long, and only a broken date asks for them. */
static char *
write_rules (const char *zone,
             GDateTime  *start,
             GDateTime  *end)
{
  GTimeZone *there = g_date_time_get_timezone (start);
  gboolean is_sane = g_date_time_difference (end, start) < LONGEST_RULES;
  g_autoptr(GDateTime) after = g_date_time_add_days (is_sane ? end : start, 1);
  g_autoptr(GDateTime) from = g_date_time_new (there, g_date_time_get_year (start), g_date_time_get_month (start),
                                               g_date_time_get_day_of_month (start), 0, 0, 0);
  g_autoptr(GDateTime) to = after != NULL ? g_date_time_new (there, g_date_time_get_year (after), g_date_time_get_month (after),
                                                             g_date_time_get_day_of_month (after), 0, 0, 0) : NULL;

  return pln_ical_zone_write (zone, from != NULL ? from : start, to != NULL ? to : start);
}

/* To write rules is slow, and a conference has few days. */
static const char *
find_rules (GHashTable *rules,
            const char *zone,
            GDateTime  *start,
            GDateTime  *end)
{
  g_autofree char *first = g_date_time_format (start, "%Y%m%d");
  g_autofree char *last = g_date_time_format (end, "%Y%m%d");
  g_autofree char *key = g_strconcat (first, last, NULL);
  char *written;

  if (g_hash_table_contains (rules, key))
    return g_hash_table_lookup (rules, key);

  written = write_rules (zone, start, end);
  if (written == NULL)
    written = g_strdup ("");
  g_hash_table_insert (rules, g_steal_pointer (&key), written);

  return written;
}

/* The one component with the rules that its times need around it. */
static GBytes *
wrap (GString    *event, /* (transfer full) */
      const char *rules)
{
  g_autofree char *lines = g_string_free (event, FALSE);
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\n"
                               "VERSION:2.0\r\n"
                               "PRODID:-//Plenary//Plenary//EN\r\n"
                               "CALSCALE:GREGORIAN\r\n");

  g_string_append (out, rules);
  g_string_append (out, lines);
  g_string_append (out, "END:VCALENDAR\r\n");

  return g_string_free_to_bytes (out);
}

static GString *
begin (const char *uid,
       const char *kind)
{
  GString *out = g_string_new ("BEGIN:VEVENT\r\n");

  add_text (out, "UID", uid);
  g_string_append (out, "DTSTAMP:" STAMP "\r\n");
  add (out, pln_ical_line_new ("X-PLENARY-KIND", kind));
  g_string_append (out, "SEQUENCE:0\r\n");

  return out;
}

static void
add_times (GString    *out,
           GDateTime  *start,
           GDateTime  *end,
           const char *zone,
           gboolean    all_day)
{
  if (start != NULL)
    add_time (out, "DTSTART", start, zone, all_day);
  if (end != NULL)
    add_time (out, "DTEND", end, zone, all_day);
}

/* Two rooms can have the same guid in a file. */
static void
add_rooms (GString           *out,
           const PlnSchedule *schedule)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < schedule->rooms->len; i++)
    {
      const PlnScheduleRoom *room = g_ptr_array_index (schedule->rooms, i);
      g_autofree char *by_name = g_strconcat ("room\n", room->name, NULL);
      g_autofree char *id = pln_id_derive (*room->guid != '\0' ? room->guid : by_name);
      g_autofree char *capacity = room->capacity > 0 ? g_strdup_printf ("%u", room->capacity) : NULL;
      PlnIcalLine *line;

      if (g_hash_table_contains (ids, id))
        {
          g_free (id);
          id = pln_id_derive (by_name);
        }
      if (!g_hash_table_add (ids, g_strdup (id)))
        continue;
      line = pln_ical_line_new_text ("X-PLENARY-ROOM", room->name);
      pln_ical_line_set_parameter (line, "ID", id);
      pln_ical_line_set_parameter (line, "CAPACITY", capacity);
      add (out, line);
    }
}

/**
 * pln_schedule_gathering_text:
 * @schedule: a schedule
 * @uid: the UID of the gathering
 * @rules: (element-type utf8 utf8): what is known of its zone so far; empty at
 *   first, with strings of its own
 *
 * Returns: (transfer full): the gathering as an object, always the same for
 *   the same schedule
 */
GBytes *
pln_schedule_gathering_text (const PlnSchedule *schedule,
                             const char        *uid,
                             GHashTable        *rules)
{
  GString *out = begin (uid, "GATHERING");

  add_times (out, schedule->start, schedule->end, schedule->zone, schedule->all_day);
  add_text (out, "SUMMARY", schedule->title);
  add_text (out, "LOCATION", schedule->place);
  add_text (out, "DESCRIPTION", schedule->subtitle);
  add_uri (out, "URL", schedule->url);
  g_string_append (out, "STATUS:CONFIRMED\r\n"
                        "X-PLENARY-STATE:PUBLISHED\r\n");
  add_rooms (out, schedule);
  g_string_append (out, "END:VEVENT\r\n");

  return wrap (out, schedule->all_day || schedule->start == NULL
                      ? "" : find_rules (rules, schedule->zone, schedule->start,
                                         schedule->end != NULL ? schedule->end : schedule->start));
}

static void
add_paragraph (GString    *text,
               const char *paragraph)
{
  if (*paragraph == '\0' || strstr (text->str, paragraph) != NULL)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
}

/* All that there is to read: subtitle, abstract, description, links. */
static char *
description_of (const PlnScheduleSession *session)
{
  GString *text = g_string_new (session->subtitle);
  g_autoptr(GString) links = g_string_new (NULL);

  add_paragraph (text, session->abstract);
  add_paragraph (text, session->description);
  for (guint i = 0; i < session->links->len; i++)
    {
      const PlnScheduleLink *link = g_ptr_array_index (session->links, i);

      g_string_append_printf (links, "%s%s%s%s", i > 0 ? "\n" : "", link->title, *link->title != '\0' ? ": " : "", link->href);
    }
  add_paragraph (text, links->str);

  return g_string_free (text, FALSE);
}

static gboolean
is_break (const PlnScheduleSession *session)
{
  static const char *const words[] = { "break", "lunch", "coffee", "meal", NULL };
  g_autofree char *type = g_utf8_casefold (session->type, -1);

  return g_strv_contains (words, type);
}

static void
add_categories (GString                  *out,
                const PlnScheduleSession *session)
{
  const char *values[3] = { NULL };
  guint n = 0;

  if (*session->track != '\0')
    values[n++] = session->track;
  if (is_break (session))
    values[n++] = "Break";
  if (n > 0)
    add (out, pln_ical_line_new_list ("CATEGORIES", values));
}

static void
add_persons (GString                  *out,
             const PlnScheduleSession *session)
{
  for (guint i = 0; i < session->persons->len; i++)
    {
      const char *name = g_ptr_array_index (session->persons, i);
      g_autofree char *id = pln_id_derive (name); /* as the form of a session does it */
      PlnIcalLine *line = pln_ical_line_new_text ("X-PLENARY-SPEAKER", name);

      pln_ical_line_set_parameter (line, "ID", id);
      add (out, line);
    }
}

static void
add_sources (GString                  *out,
             const PlnScheduleSession *session)
{
  const struct { const char *kind; const char *value; } facts[] = {
    { PLN_SCHEDULE_GUID, session->guid }, { PLN_SCHEDULE_NUMBER, session->id }, { PLN_SCHEDULE_SLUG, session->slug },
    { PLN_SCHEDULE_CODE, session->code }, { PLN_SCHEDULE_TYPE, session->type },
    { PLN_SCHEDULE_LANGUAGE, session->language }, { PLN_SCHEDULE_LICENCE, session->licence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (*facts[i].value != '\0')
      add (out, pln_schedule_source_line (facts[i].kind, facts[i].value));
}

/**
 * pln_schedule_session_text:
 * @schedule: a schedule
 * @session: one of its sessions, without a flaw
 * @uid: the UID of the session
 * @gathering: the UID of its gathering
 * @rules: (element-type utf8 utf8): what is known of its zone so far
 *
 * Returns: (transfer full): the session as an object, always the same for the
 *   same schedule
 */
GBytes *
pln_schedule_session_text (const PlnSchedule        *schedule,
                           const PlnScheduleSession *session,
                           const char               *uid,
                           const char               *gathering,
                           GHashTable               *rules)
{
  GString *out = begin (uid, "SESSION");
  g_autofree char *description = description_of (session);

  add_times (out, session->start, session->end, schedule->zone, FALSE);
  add_text (out, "SUMMARY", *session->title != '\0' ? session->title : session->subtitle);
  add_text (out, "LOCATION", session->room);
  add_text (out, "DESCRIPTION", description);
  add_uri (out, "URL", session->url);
  add_categories (out, session);
  add_text (out, "COLOR", session->colour);
  g_string_append_printf (out, "STATUS:%s\r\n",
                          session->is_cancelled ? "CANCELLED" : session->is_draft ? "TENTATIVE" : "CONFIRMED");
  add_text (out, "RELATED-TO", gathering);
  add_persons (out, session);
  add_sources (out, session);
  g_string_append (out, "END:VEVENT\r\n");

  return wrap (out, find_rules (rules, schedule->zone, session->start, session->end != NULL ? session->end : session->start));
}
