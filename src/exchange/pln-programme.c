/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme.h"

#include "pln-exchange-error.h"
#include "pln-ical-record.h"
#include "pln-programme-ids.h"
#include "pln-schedule-source.h"
#include "pln-str.h"
#include "pln-track.h"
#include "pln-when.h"
#include "pln-zone.h"

#include <glib/gi18n.h>
#include <string.h>

static void
item_free (PlnProgrammeItem *item)
{
  g_free (item->uid);
  g_free (item->guid);
  g_free (item->slug);
  g_free (item->code);
  g_free (item->type);
  g_free (item->language);
  g_free (item->title);
  g_free (item->room);
  g_free (item->track);
  g_free (item->description);
  g_free (item->url);
  g_strfreev (item->speakers);
  g_clear_pointer (&item->start, g_date_time_unref);
  g_clear_pointer (&item->end, g_date_time_unref);
  g_free (item);
}

static void
track_free (PlnProgrammeTrack *track)
{
  g_free (track->name);
  g_free (track->colour);
  g_free (track);
}

static void
day_free (PlnProgrammeDay *day)
{
  g_date_time_unref (day->date);
  g_free (day);
}

/**
 * pln_programme_free:
 * @programme: (transfer full): a programme
 */
void
pln_programme_free (PlnProgramme *programme)
{
  char *const texts[] = {
    programme->uid, programme->title, programme->place, programme->online, programme->url, programme->description,
    programme->organiser, programme->zone, programme->colour, programme->modified,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_clear_pointer (&programme->start, g_date_time_unref);
  g_clear_pointer (&programme->end, g_date_time_unref);
  g_ptr_array_unref (programme->items);
  g_ptr_array_unref (programme->days);
  g_ptr_array_unref (programme->rooms);
  g_ptr_array_unref (programme->tracks);
  g_free (programme);
}

static char *
title_of (const PlnIcalRecord *record)
{
  g_autofree char *title = pln_str_one_line (record->summary);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_("Untitled"));
}

/* Only what leads to a page may stand in a programme. */
static char *
web_address (const char *text)
{
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if ((!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
      || strpbrk (text, " \t\r\n\"<>\\^`{|}") != NULL
      || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_userinfo (uri) != NULL)
    return g_strdup ("");

  return g_uri_to_string (uri);
}

/* The own colour or the #rrggbb that a file gives, or "". */
static char *
colour_of (const char *text)
{
  static const char *const known[] = { "blue", "green", "orange", "purple", "teal", "red", "brown", "slate", "gold", NULL };
  g_autofree char *folded = g_ascii_strdown (text, -1);

  if (g_str_equal (folded, "slategray") || g_str_equal (folded, "slategrey"))
    return g_strdup ("slate");
  if (g_strv_contains (known, folded)
      || (*folded == '#' && strlen (folded) == 7 && strspn (folded + 1, "0123456789abcdef") == 6))
    return g_steal_pointer (&folded);

  return g_strdup ("");
}

/* What floats is on the clock on the wall of the gathering. */
static GDateTime *
time_in (const PlnIcalTime *time,
         GTimeZone         *zone)
{
  GDateTime *at = time->date_time;

  if (at == NULL)
    return NULL;
  if (*time->zone != '\0' && !time->is_date)
    return g_date_time_to_timezone (at, zone);

  return g_date_time_new (zone, g_date_time_get_year (at), g_date_time_get_month (at), g_date_time_get_day_of_month (at),
                          g_date_time_get_hour (at), g_date_time_get_minute (at), g_date_time_get_second (at));
}

static GDateTime *
end_in (const PlnIcalRecord *record,
        GDateTime           *start,
        GTimeZone           *zone)
{
  g_autoptr(GDateTime) end = time_in (&record->end, zone);

  if (end == NULL || g_date_time_compare (end, start) < 0)
    return g_date_time_ref (start);

  return g_steal_pointer (&end);
}

static char **
names_of (char **speakers)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (; *speakers != NULL; speakers++)
    {
      const char *address = strchr (*speakers, '<');
      g_autofree char *part = address != NULL ? g_strndup (*speakers, (gsize) (address - *speakers)) : g_strdup (*speakers);
      g_autofree char *name = pln_str_one_line (part);

      /* Who is known by an address alone is not named. */
      if (*name != '\0' && strchr (name, '@') == NULL)
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static char *
track_of (const PlnIcalRecord *record)
{
  for (guint i = 0; record->categories[i] != NULL; i++)
    if (g_ascii_strcasecmp (record->categories[i], "Break") != 0)
      return pln_str_one_line (record->categories[i]);

  return g_strdup ("");
}

static char *
source (GHashTable *sources,
        const char *kind)
{
  return pln_str_one_line (g_hash_table_lookup (sources, kind));
}

/* As what it was known in the schedule that it came from. */
static void
find_sources (PlnProgrammeItem *item,
              PlnIcalText      *text)
{
  g_autoptr(GHashTable) sources = pln_schedule_sources (text);
  const char *number = g_hash_table_lookup (sources, PLN_SCHEDULE_NUMBER);
  guint64 id = 0;

  item->guid = source (sources, PLN_SCHEDULE_GUID);
  item->slug = source (sources, PLN_SCHEDULE_SLUG);
  item->code = source (sources, PLN_SCHEDULE_CODE);
  item->type = source (sources, PLN_SCHEDULE_TYPE);
  item->language = source (sources, PLN_SCHEDULE_LANGUAGE);
  if (number != NULL && g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT32, &id, NULL))
    item->id = (guint32) id;
}

static PlnProgrammeItem *
item_new (PlnIcalText         *text,
          const PlnIcalRecord *record,
          GTimeZone           *zone)
{
  PlnProgrammeItem *item = g_new0 (PlnProgrammeItem, 1);

  find_sources (item, text);
  item->uid = g_strdup (record->uid);
  item->title = title_of (record);
  item->room = pln_str_one_line (record->location);
  item->track = track_of (record);
  item->description = g_strstrip (pln_str_for_label (record->description));
  item->url = web_address (record->url);
  item->speakers = names_of (record->speakers);
  item->start = time_in (&record->start, zone);
  if (item->start != NULL)
    item->end = end_in (record, item->start, zone);
  item->all_day = record->start.is_date;
  item->is_break = record->is_break;
  item->is_cancelled = g_str_equal (record->status, "CANCELLED");

  return item;
}

/* Whether a file says that it is for everybody (RFC 5545, 3.8.1.3). */
static gboolean
is_public (PlnIcalText *text)
{
  int part = pln_ical_text_find_part (text, "VEVENT", NULL, NULL);
  g_autoptr(PlnIcalLine) line = part >= 0 ? pln_ical_text_get_line (text, (guint) part, "CLASS") : NULL;

  return line == NULL || g_ascii_strcasecmp (line->value, "PUBLIC") == 0;
}

static void
note_modified (PlnProgramme *programme,
               PlnIcalText  *text)
{
  static const char *const stamps[] = { "LAST-MODIFIED", "DTSTAMP" };
  int part = pln_ical_text_find_part (text, "VEVENT", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stamps) && part >= 0; i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, (guint) part, stamps[i]);

      if (line == NULL || strlen (line->value) != strlen ("20110719T141200Z")
          || strspn (line->value, "0123456789TZ") != strlen (line->value))
        continue;
      if (strcmp (line->value, programme->modified) > 0)
        pln_set_str (&programme->modified, line->value);
      return;
    }
}

static gboolean
is_track (gconstpointer track,
          gconstpointer name)
{
  return g_str_equal (((const PlnProgrammeTrack *) track)->name, name);
}

static void
note_track (PlnProgramme *programme,
            const char   *name,
            char         *colour) /* (transfer full) */
{
  PlnProgrammeTrack *track;
  guint at;

  if (*name == '\0')
    {
      g_free (colour);
      return;
    }
  if (g_ptr_array_find_with_equal_func (programme->tracks, name, is_track, &at))
    track = g_ptr_array_index (programme->tracks, at);
  else
    {
      track = g_new (PlnProgrammeTrack, 1);
      track->name = g_strdup (name);
      track->colour = g_strdup ("");
      g_ptr_array_add (programme->tracks, track);
    }

  if (*track->colour == '\0')
    {
      g_free (track->colour);
      track->colour = g_steal_pointer (&colour);
    }
  g_free (colour);
}

static gboolean
add_session (PlnProgramme  *programme,
             GTimeZone     *zone,
             GBytes        *bytes,
             GError       **error)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, error);
  g_autoptr(PlnIcalRecord) record = text != NULL ? pln_ical_record_read_object (bytes, error) : NULL;

  if (record == NULL)
    return FALSE;

  if (g_str_equal (record->status, "TENTATIVE"))
    programme->n_drafts++;
  else if (!is_public (text))
    programme->n_private++;
  else if (record->start.date_time == NULL)
    programme->n_undated++;
  else
    {
      PlnProgrammeItem *item = item_new (text, record, zone);

      g_ptr_array_add (programme->items, item);
      note_modified (programme, text);
      note_track (programme, item->track, colour_of (record->colour));
    }

  return TRUE;
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(const PlnRoom *const *) a)->name, (*(const PlnRoom *const *) b)->name);
}

/* The rooms of the organiser, then the others by name. */
static void
find_rooms (PlnProgramme        *programme,
            const PlnIcalRecord *record)
{
  g_autoptr(GPtrArray) others = pln_rooms_new ();
  guint first, n;

  for (guint i = 0; record->rooms[i] != NULL; i++)
    {
      g_autoptr(PlnRoom) room = pln_room_parse (record->room_ids[i], record->rooms[i]);

      if (*room->name != '\0' && pln_rooms_find (programme->rooms, room->name) < 0)
        g_ptr_array_add (programme->rooms, g_steal_pointer (&room));
    }
  for (guint i = 0; i < programme->items->len; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);

      if (*item->room != '\0' && !pln_rooms_cover (programme->rooms, item->room, &first, &n)
          && pln_rooms_find (others, item->room) < 0)
        g_ptr_array_add (others, pln_room_new (NULL, item->room, 0));
    }
  g_ptr_array_sort (others, compare_rooms);
  for (guint i = 0; i < others->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (others, i);

      g_ptr_array_add (programme->rooms, pln_room_new (room->id, room->name, 0));
    }
}

static void
place_items (PlnProgramme *programme)
{
  for (guint i = 0; i < programme->items->len; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);
      guint first;

      item->first_room = pln_rooms_cover (programme->rooms, item->room, &first, &item->n_rooms) ? (int) first : -1;
    }
}

/* The midnight of the day that a session belongs to. */
static GDateTime *
day_of (GDateTime *start,
        GTimeZone *zone)
{
  g_autoptr(GDateTime) midnight = g_date_time_new (zone, g_date_time_get_year (start), g_date_time_get_month (start),
                                                   g_date_time_get_day_of_month (start), 0, 0, 0);
  GDateTime *eve = g_date_time_get_hour (start) < PLN_PROGRAMME_DAY_CHANGE ? g_date_time_add_days (midnight, -1) : NULL;

  return eve != NULL ? eve : g_steal_pointer (&midnight);
}

static GDateTime *
day_of_item (const PlnProgrammeItem *item,
             GTimeZone              *zone)
{
  return item->all_day ? g_date_time_ref (item->start) : day_of (item->start, zone);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PlnProgrammeItem *left = *(const PlnProgrammeItem *const *) a;
  const PlnProgrammeItem *right = *(const PlnProgrammeItem *const *) b;
  int order = left->day < right->day ? -1 : left->day > right->day;

  if (order == 0)
    order = g_date_time_compare (left->start, right->start);
  if (order == 0)
    order = left->first_room - right->first_room;
  if (order == 0)
    order = -g_date_time_compare (left->end, right->end);
  if (order == 0)
    order = strcmp (left->title, right->title);

  return order != 0 ? order : strcmp (left->uid, right->uid);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return g_date_time_compare ((*(const PlnProgrammeDay *const *) a)->date, (*(const PlnProgrammeDay *const *) b)->date);
}

static gboolean
is_day (gconstpointer day,
        gconstpointer date)
{
  return g_date_time_equal (((const PlnProgrammeDay *) day)->date, date);
}

static void
note_day (PlnProgramme *programme,
          GDateTime    *date) /* (transfer full) */
{
  g_autoptr(GDateTime) owned = date;
  PlnProgrammeDay *day;

  if (g_ptr_array_find_with_equal_func (programme->days, date, is_day, NULL))
    return;

  day = g_new0 (PlnProgrammeDay, 1);
  day->date = g_steal_pointer (&owned);
  g_ptr_array_add (programme->days, day);
}

/* Every item gets its day, and every day its items. */
static void
find_days (PlnProgramme *programme,
           GTimeZone    *zone)
{
  for (guint i = 0; i < programme->items->len; i++)
    note_day (programme, day_of_item (g_ptr_array_index (programme->items, i), zone));
  if (programme->items->len == 0)
    note_day (programme, day_of (programme->start, zone));
  g_ptr_array_sort (programme->days, compare_days);

  for (guint i = 0; i < programme->items->len; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);
      g_autoptr(GDateTime) date = day_of_item (item, zone);

      g_ptr_array_find_with_equal_func (programme->days, date, is_day, &item->day);
      ((PlnProgrammeDay *) g_ptr_array_index (programme->days, item->day))->n++;
    }
  g_ptr_array_sort (programme->items, compare_items);
  for (guint i = 1; i < programme->days->len; i++)
    {
      PlnProgrammeDay *before = g_ptr_array_index (programme->days, i - 1);

      ((PlnProgrammeDay *) g_ptr_array_index (programme->days, i))->first = before->first + before->n;
    }
}

static int
compare_tracks (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate ((*(const PlnProgrammeTrack *const *) a)->name, (*(const PlnProgrammeTrack *const *) b)->name);
}

static void
find_tracks (PlnProgramme *programme)
{
  for (guint i = 0; i < programme->tracks->len; i++)
    {
      PlnProgrammeTrack *track = g_ptr_array_index (programme->tracks, i);

      if (*track->colour == '\0')
        pln_set_str (&track->colour, pln_track_colour (track->name));
    }
  g_ptr_array_sort (programme->tracks, compare_tracks);
}

/* When it is, if the gathering does not say: when its sessions are. */
static gboolean
find_span (PlnProgramme         *programme,
           const PlnIcalRecord  *record,
           GTimeZone            *zone,
           GError              **error)
{
  programme->start = time_in (&record->start, zone);
  if (programme->start != NULL)
    programme->end = end_in (record, programme->start, zone);

  for (guint i = 0; i < programme->items->len && record->start.date_time == NULL; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);

      if (programme->start == NULL || g_date_time_compare (item->start, programme->start) < 0)
        {
          g_clear_pointer (&programme->start, g_date_time_unref);
          programme->start = g_date_time_ref (item->start);
        }
      if (programme->end == NULL || g_date_time_compare (item->end, programme->end) > 0)
        {
          g_clear_pointer (&programme->end, g_date_time_unref);
          programme->end = g_date_time_ref (item->end);
        }
    }

  if (programme->start == NULL)
    g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_DATE,
                 _("“%s” has no date yet, so there is no programme. Set one first."), programme->title);

  return programme->start != NULL;
}

static PlnProgramme *
programme_new (const PlnIcalRecord *record)
{
  PlnProgramme *programme = g_new0 (PlnProgramme, 1);

  programme->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  programme->days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  programme->rooms = pln_rooms_new ();
  programme->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) track_free);
  programme->uid = g_strdup (record->uid);
  programme->title = title_of (record);
  programme->place = pln_str_one_line (record->location);
  programme->online = web_address (record->conference);
  programme->url = web_address (record->url);
  programme->description = g_strstrip (pln_str_for_label (record->description));
  programme->organiser = pln_str_one_line (record->organiser_name);
  programme->zone = g_strdup (*record->start.zone != '\0' ? record->start.zone : pln_zone_here ());
  programme->colour = colour_of (record->colour);
  if (*programme->colour == '\0')
    pln_set_str (&programme->colour, "blue");
  programme->modified = g_strdup ("");
  programme->all_day = record->start.is_date;
  programme->is_cancelled = g_str_equal (record->status, "CANCELLED");

  return programme;
}

/**
 * pln_programme_new:
 * @gathering: the text of a gathering
 * @sessions: (element-type GBytes): the texts of its sessions
 * @error: return location for a [error@IcalError] if one cannot be read, or a
 *   [error@ExchangeError], `NO_DATE` if nothing has a date
 *
 * Reads what everybody may see.
 *
 * Returns: (transfer full): a programme, or %NULL on error
 */
PlnProgramme *
pln_programme_new (GBytes     *gathering,
                   GPtrArray  *sessions,
                   GError    **error)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (gathering, error);
  g_autoptr(PlnIcalRecord) record = text != NULL ? pln_ical_record_read_object (gathering, error) : NULL;
  g_autoptr(PlnProgramme) programme = record != NULL ? programme_new (record) : NULL;
  g_autoptr(GTimeZone) zone = programme != NULL ? pln_when_zone (programme->zone) : NULL;

  if (programme == NULL)
    return NULL;

  note_modified (programme, text);
  for (guint i = 0; i < sessions->len; i++)
    if (!add_session (programme, zone, g_ptr_array_index (sessions, i), error))
      return NULL;
  if (!find_span (programme, record, zone, error))
    return NULL;

  pln_programme_identify (programme->items);
  find_rooms (programme, record);
  place_items (programme);
  find_days (programme, zone);
  find_tracks (programme);

  return g_steal_pointer (&programme);
}

/**
 * pln_programme_find_track:
 * @programme: a programme
 * @name: the track of an item
 *
 * Returns: (transfer none) (nullable): the track; %NULL if @name is ""
 */
const PlnProgrammeTrack *
pln_programme_find_track (const PlnProgramme *programme,
                          const char         *name)
{
  guint at;

  return g_ptr_array_find_with_equal_func (programme->tracks, name, is_track, &at) ? g_ptr_array_index (programme->tracks, at)
                                                                                  : NULL;
}

/**
 * pln_programme_left_out:
 * @programme: a programme
 *
 * Returns: (transfer full) (nullable): what is not in it, as a sentence: “Left
 *   out: 2 drafts, 1 private session”; %NULL if nothing is missing
 */
char *
pln_programme_left_out (const PlnProgramme *programme)
{
  guint drafts = programme->n_drafts, private = programme->n_private, undated = programme->n_undated;
  g_autofree char *of_drafts = g_strdup_printf (ngettext ("%u draft", "%u drafts", drafts), drafts);
  g_autofree char *of_private = g_strdup_printf (ngettext ("%u private session", "%u private sessions", private), private);
  g_autofree char *of_undated = g_strdup_printf (ngettext ("%u session without a time", "%u sessions without a time", undated),
                                                 undated);
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  g_autofree char *list = NULL;

  if (drafts > 0)
    g_strv_builder_add (parts, of_drafts);
  if (private > 0)
    g_strv_builder_add (parts, of_private);
  if (undated > 0)
    g_strv_builder_add (parts, of_undated);
  words = g_strv_builder_end (parts);
  if (words[0] == NULL)
    return NULL;
  list = g_strjoinv (_(", "), words);

  /* Translators: the placeholder is a list: “2 drafts, 1 private session”. */
  return g_strdup_printf (_("Left out: %s"), list);
}
