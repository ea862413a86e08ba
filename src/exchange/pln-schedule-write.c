/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-write.h"

#include "pln-colour.h"
#include "pln-config.h"
#include "pln-markup.h"
#include "pln-programme-ids.h"
#include "pln-uuid.h"

#include <string.h>

/* The schema is voc/schedule's schedule.xml.xsd, which is stricter than what
 * most programs write; what it demands and nobody said is made up, and always
 * in the same way, as apps keep a visitor's picks by it. */

#define LONGEST_ACRONYM 24
#define LONGEST_SLUG    48
#define SHORTEST        4
#define MOST_HOURS      99

typedef struct
{
  const PlnProgramme *programme;
  PlnMarkup          *markup;
  char               *acronym;
  char               *no_room; /* how the room of what has none is called */
  GHashTable         *slugs; /* those that are taken … */
  GHashTable         *codes; /* … and codes */
} Writing;

/* The letters and digits of a text, with a sign between its words. */
static char *
slug_of (const char *text,
         char        between,
         gsize       longest)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *slug = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && slug->len < longest; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != between && *at != '\'' && *at != '?')
      g_string_append_c (slug, between);
  while (slug->len > 0 && slug->str[slug->len - 1] == between)
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}

static char *
acronym_of (const PlnProgramme *programme)
{
  g_autofree char *slug = slug_of (programme->title, '_', LONGEST_ACRONYM);
  g_autofree char *guid = pln_programme_guid (programme->uid);

  if (strlen (slug) >= SHORTEST)
    return g_steal_pointer (&slug);

  return *slug == '\0' ? g_strdup_printf ("plenary_%.8s", guid)
                       : g_strdup_printf ("%s_%d", slug, g_date_time_get_year (programme->start));
}

/* A clock that a schema does not know, such as the local mean times before
 * there were zones, is read as UTC. */
static GDateTime *
on_schema_clock (GDateTime *at)
{
  GTimeSpan offset = g_date_time_get_utc_offset (at);

  if (offset % G_TIME_SPAN_MINUTE != 0 || ABS (offset) > 14 * G_TIME_SPAN_HOUR)
    return g_date_time_to_utc (at);

  return g_date_time_ref (at);
}

static char *
date_of (GDateTime *at)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (at), g_date_time_get_month (at),
                          g_date_time_get_day_of_month (at));
}

static char *
moment_of (GDateTime *at)
{
  g_autoptr(GDateTime) shown = on_schema_clock (at);
  g_autofree char *date = date_of (shown);
  g_autofree char *rest = g_date_time_format (shown, "T%H:%M:%S%:z");

  return g_strconcat (date, rest, NULL);
}

static char *
clock_of (GDateTime *at)
{
  g_autoptr(GDateTime) shown = on_schema_clock (at);

  return g_date_time_format (shown, g_date_time_get_second (shown) != 0 ? "%H:%M:%S" : "%H:%M");
}

static char *
duration_of (const PlnProgrammeItem *item)
{
  gint64 seconds = g_date_time_difference (item->end, item->start) / G_TIME_SPAN_SECOND;
  int hours = (int) MIN (seconds / 3600, MOST_HOURS);
  int minutes = (int) (seconds / 60 % 60);

  if (seconds / 3600 > MOST_HOURS)
    return g_strdup_printf ("%02d:59", MOST_HOURS);

  return seconds % 60 != 0 ? g_strdup_printf ("%02d:%02d:%02d", hours, minutes, (int) (seconds % 60))
                           : g_strdup_printf ("%02d:%02d", hours, minutes);
}

/* As a schema takes it; a program may have written anything into a file. */
static char *
version_of (const PlnProgramme *programme)
{
  const char *at = programme->modified;

  if (*at == '\0')
    return g_strdup ("1");

  return g_strdup_printf ("%.4s-%.2s-%.2s %.2s:%.2s:%.2s", at, at + 4, at + 6, at + 9, at + 11, at + 13);
}

static void
write_tracks (Writing *writing)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < writing->programme->tracks->len; i++)
    {
      const PlnProgrammeTrack *track = g_ptr_array_index (writing->programme->tracks, i);
      g_autofree char *words = slug_of (track->name, '-', LONGEST_SLUG);
      g_autofree char *slug = g_ascii_isalpha (*words) && strlen (words) > 1 ? g_strdup (words) : g_strdup_printf ("track-%u", i + 1);

      if (!g_hash_table_add (taken, g_strdup (slug)))
        {
          char *numbered = g_strdup_printf ("%s-%u", slug, i + 1);

          g_free (slug);
          slug = numbered;
          g_hash_table_add (taken, g_strdup (slug));
        }
      pln_markup_empty (writing->markup, "track", "name", track->name, "slug", slug,
                        "color", pln_colour_hex (track->colour, FALSE), NULL);
    }
}

static void
write_conference (Writing *writing)
{
  const PlnProgramme *programme = writing->programme;
  g_autofree char *days = g_strdup_printf ("%u", programme->days->len);
  const PlnProgrammeDay *first = g_ptr_array_index (programme->days, 0);
  const PlnProgrammeDay *last = g_ptr_array_index (programme->days, programme->days->len - 1);
  g_autofree char *start = date_of (first->date);
  g_autofree char *end = date_of (last->date);

  pln_markup_begin (writing->markup, "conference", NULL);
  pln_markup_element (writing->markup, "title", programme->title, NULL);
  pln_markup_element (writing->markup, "acronym", writing->acronym, NULL);
  pln_markup_element (writing->markup, "start", start, NULL);
  pln_markup_element (writing->markup, "end", end, NULL);
  pln_markup_element (writing->markup, "days", days, NULL);
  pln_markup_element (writing->markup, "timeslot_duration", "00:05", NULL);
  if (*programme->url != '\0')
    {
      pln_markup_element (writing->markup, "base_url", programme->url, NULL);
      pln_markup_element (writing->markup, "url", programme->url, NULL);
    }
  pln_markup_element (writing->markup, "time_zone_name", programme->zone, NULL);
  pln_markup_empty (writing->markup, "color", "primary", pln_colour_hex (programme->colour, FALSE), NULL);
  write_tracks (writing);
  pln_markup_end (writing->markup);
}

/* “dream1-opening”: what the schema takes. */
static gboolean
is_slug (const char *text)
{
  gsize first = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_");
  gsize rest = text[first] == '-' ? strspn (text + first + 1, "abcdefghijklmnopqrstuvwxyz0123456789_-") : 0;

  return first >= SHORTEST && rest >= SHORTEST && text[first + 1 + rest] == '\0';
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == 6 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == 6;
}

static void
write_slug (Writing                *writing,
            const PlnProgrammeItem *item)
{
  guint number = item->id + 1000; /* four digits at least */
  g_autofree char *words = slug_of (item->title, '-', LONGEST_SLUG);
  gboolean has_own = is_slug (item->slug) && !g_hash_table_contains (writing->slugs, item->slug);
  g_autofree char *slug = has_own ? g_strdup (item->slug) : g_strdup_printf ("%s-%s", writing->acronym, words);

  if (!has_own && (strlen (words) < SHORTEST || g_hash_table_contains (writing->slugs, slug)))
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%s%s%u", writing->acronym, words, *words != '\0' ? "-" : "", number);

      for (guint i = 2; g_hash_table_contains (writing->slugs, numbered); i++)
        {
          g_free (numbered);
          numbered = g_strdup_printf ("%s-%s-%u-%u", writing->acronym, words, number, i);
        }
      g_free (slug);
      slug = g_steal_pointer (&numbered);
    }

  pln_markup_element (writing->markup, "slug", slug, NULL);
  g_hash_table_add (writing->slugs, g_steal_pointer (&slug));
}

static void
write_persons (Writing                *writing,
               const PlnProgrammeItem *item)
{
  pln_markup_begin (writing->markup, "persons", NULL);
  for (char **name = item->speakers; *name != NULL; name++)
    {
      g_autofree char *url = g_strconcat ("plenary:person:", *name, NULL);
      g_autofree char *guid = pln_uuid_from_url (url);
      g_autofree char *id = g_strdup_printf ("%u", pln_uuid_number (guid));

      pln_markup_element (writing->markup, "person", *name, "id", id, "guid", guid, NULL);
    }
  pln_markup_end (writing->markup);
}

static void
write_event (Writing                *writing,
             const PlnProgrammeItem *item,
             const char             *room)
{
  g_autofree char *id = g_strdup_printf ("%u", item->id);
  g_autofree char *date = moment_of (item->start);
  g_autofree char *start = clock_of (item->start);
  g_autofree char *duration = duration_of (item);
  const char *code = is_code (item->code) && g_hash_table_add (writing->codes, item->code) ? item->code : NULL;

  pln_markup_begin (writing->markup, "event", "guid", item->guid, "id", id, "code", code, NULL);
  pln_markup_element (writing->markup, "room", room, NULL);
  pln_markup_element (writing->markup, "title", item->title, NULL);
  pln_markup_element (writing->markup, "subtitle", "", NULL);
  pln_markup_element (writing->markup, "type", item->is_break ? "break" : *item->type != '\0' ? item->type : "session", NULL);
  pln_markup_element (writing->markup, "date", date, NULL);
  pln_markup_element (writing->markup, "start", start, NULL);
  pln_markup_element (writing->markup, "duration", duration, NULL);
  pln_markup_element (writing->markup, "abstract", item->description, NULL);
  write_slug (writing, item);
  pln_markup_element (writing->markup, "track", item->track, NULL);
  write_persons (writing, item);
  if (*item->language != '\0')
    pln_markup_element (writing->markup, "language", item->language, NULL);
  if (*item->url != '\0')
    pln_markup_element (writing->markup, "url", item->url, NULL);
  pln_markup_end (writing->markup);
}

static char *
room_guid (const PlnProgramme *programme,
           const char         *place)
{
  g_autofree char *url = g_strconcat (PLN_SCHEDULE_NO_ROOM_URL, programme->uid, ":", place, NULL);

  return pln_uuid_from_url (*place != '\0' ? url : PLN_SCHEDULE_NO_ROOM_URL);
}

/* What an item's room is called: several rooms at once are one of their own. */
static const char *
place_of (const PlnProgramme     *programme,
          const PlnProgrammeItem *item)
{
  const PlnRoom *room = item->n_rooms == 1 ? g_ptr_array_index (programme->rooms, (guint) item->first_room) : NULL;

  return room != NULL ? room->name : item->room;
}

/* No room of the gathering may have that name, too. */
static char *
name_no_room (const PlnProgramme *programme)
{
  char *name = g_strdup ("Unknown");

  for (guint n = 2; pln_rooms_find (programme->rooms, name) >= 0; n++)
    {
      g_free (name);
      name = g_strdup_printf ("Unknown %u", n);
    }

  return name;
}

static void
write_room (Writing               *writing,
            const PlnProgrammeDay *day,
            const char            *place)
{
  const PlnProgramme *programme = writing->programme;
  const char *name = *place != '\0' ? place : writing->no_room;
  g_autofree char *guid = room_guid (programme, place);

  pln_markup_begin (writing->markup, "room", "name", name, "guid", guid, NULL);
  for (guint i = day->first; i < day->first + day->n; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);

      if (!item->is_cancelled && g_str_equal (place_of (programme, item), place))
        write_event (writing, item, name);
    }
  pln_markup_end (writing->markup);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlnProgrammeItem *left = *(const PlnProgrammeItem *const *) a;
  const PlnProgrammeItem *right = *(const PlnProgrammeItem *const *) b;

  if (left->first_room != right->first_room)
    return left->first_room - right->first_room;
  if (left->n_rooms != right->n_rooms)
    return left->n_rooms < right->n_rooms ? -1 : 1;

  return left->n_rooms != 1 ? strcmp (left->room, right->room) : 0;
}

/* One for each place, in the order of the rooms. */
static void
write_rooms (Writing               *writing,
             const PlnProgrammeDay *day)
{
  const PlnProgramme *programme = writing->programme;
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  for (guint i = day->first; i < day->first + day->n; i++)
    if (!((PlnProgrammeItem *) g_ptr_array_index (programme->items, i))->is_cancelled)
      g_ptr_array_add (items, g_ptr_array_index (programme->items, i));
  g_ptr_array_sort (items, compare_places);
  for (guint i = 0; i < items->len; i++)
    if (i == 0 || compare_places (&items->pdata[i - 1], &items->pdata[i]) != 0)
      write_room (writing, day, place_of (programme, g_ptr_array_index (items, i)));
}

static GDateTime *
change_of_day (GDateTime *midnight,
               guint      days,
               int        minutes)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (midnight, (int) days);
  GDateTime *at = day != NULL ? g_date_time_new (g_date_time_get_timezone (midnight), g_date_time_get_year (day),
                                                 g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                                                 minutes / 60, minutes % 60, 0)
                              : NULL;

  return at != NULL ? at : g_date_time_ref (midnight); /* the last day that can be told */
}

static void
write_day (Writing *writing,
           guint    at)
{
  const PlnProgrammeDay *day = g_ptr_array_index (writing->programme->days, at);
  g_autofree char *index = g_strdup_printf ("%u", at + 1);
  g_autofree char *date = date_of (day->date);
  g_autoptr(GDateTime) from = change_of_day (day->date, 0, PLN_PROGRAMME_DAY_CHANGE * 60);
  g_autoptr(GDateTime) to = change_of_day (day->date, 1, PLN_PROGRAMME_DAY_CHANGE * 60 - 1);
  g_autofree char *start = moment_of (from);
  g_autofree char *end = moment_of (to);

  pln_markup_begin (writing->markup, "day", "index", index, "date", date, "start", start, "end", end, NULL);
  write_rooms (writing, day);
  pln_markup_end (writing->markup);
}

/**
 * pln_schedule_write:
 * @programme: a programme
 * @address: (nullable): where the file will be published, http or https
 *
 * Writes a schedule.xml that is valid by the schema of voc/schedule. What was
 * called off is left out: apps show what is gone as that. A session longer than
 * 99 hours is cut there.
 *
 * Returns: (transfer full): the file
 */
GBytes *
pln_schedule_write (const PlnProgramme *programme,
                    const char         *address)
{
  Writing writing = { .programme = programme };
  g_autofree char *version = version_of (programme);

  writing.markup = pln_markup_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", TRUE);
  writing.acronym = acronym_of (programme);
  writing.no_room = name_no_room (programme);
  writing.slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writing.codes = g_hash_table_new (g_str_hash, g_str_equal);

  pln_markup_begin (writing.markup, "schedule", NULL);
  pln_markup_empty (writing.markup, "generator", "name", "Plenary", "version", PLN_VERSION, NULL);
  if (address != NULL)
    pln_markup_element (writing.markup, "url", address, NULL);
  pln_markup_element (writing.markup, "version", version, NULL);
  write_conference (&writing);
  for (guint i = 0; i < programme->days->len; i++)
    write_day (&writing, i);
  pln_markup_end (writing.markup);

  g_hash_table_unref (writing.slugs);
  g_hash_table_unref (writing.codes);
  g_free (writing.acronym);
  g_free (writing.no_room);

  return pln_markup_finish (writing.markup);
}
