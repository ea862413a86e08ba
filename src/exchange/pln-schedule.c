/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

#include "pln-html-text.h"
#include "pln-schedule-write.h"
#include "pln-str.h"
#include "pln-uuid.h"

#include <glib/gi18n.h>
#include <string.h>

#define LOOK_AT 4096 /* bytes: enough to know what a file is */

static void
room_free (PlnScheduleRoom *room)
{
  g_free (room->name);
  g_free (room->guid);
  g_free (room);
}

static void
track_free (PlnScheduleTrack *track)
{
  g_free (track->name);
  g_free (track->slug);
  g_free (track->guid);
  g_free (track->colour);
  g_free (track);
}

static void
link_free (PlnScheduleLink *link)
{
  g_free (link->title);
  g_free (link->href);
  g_free (link);
}

static void
session_free (PlnScheduleSession *session)
{
  char *texts[] = {
    session->guid, session->id, session->slug, session->code, session->title, session->subtitle, session->abstract,
    session->description, session->room, session->track, session->colour, session->type, session->language,
    session->url, session->licence, session->flaw,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (session->persons);
  g_ptr_array_unref (session->links);
  g_clear_pointer (&session->start, g_date_time_unref);
  g_clear_pointer (&session->end, g_date_time_unref);
  g_free (session);
}

static PlnScheduleSession *
session_new (guint line)
{
  PlnScheduleSession *session = g_new0 (PlnScheduleSession, 1);
  char **texts[] = {
    &session->guid, &session->id, &session->slug, &session->code, &session->title, &session->subtitle,
    &session->abstract, &session->description, &session->room, &session->track, &session->colour, &session->type,
    &session->language, &session->url, &session->licence,
  };

  session->line = line;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
  session->persons = g_ptr_array_new_with_free_func (g_free);
  session->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);

  return session;
}

static PlnSchedule *
schedule_new (void)
{
  PlnSchedule *schedule = g_new0 (PlnSchedule, 1);

  schedule->acronym = g_strdup ("");
  schedule->title = g_strdup ("");
  schedule->subtitle = g_strdup ("");
  schedule->version = g_strdup ("");
  schedule->url = g_strdup ("");
  schedule->place = g_strdup ("");
  schedule->zone = "";
  schedule->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  schedule->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) track_free);
  schedule->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) session_free);

  return schedule;
}

/**
 * pln_schedule_free:
 * @schedule: (transfer full): a schedule
 */
void
pln_schedule_free (PlnSchedule *schedule)
{
  g_free (schedule->acronym);
  g_free (schedule->title);
  g_free (schedule->subtitle);
  g_free (schedule->version);
  g_free (schedule->url);
  g_free (schedule->place);
  g_free (schedule->note);
  g_clear_pointer (&schedule->start, g_date_time_unref);
  g_clear_pointer (&schedule->end, g_date_time_unref);
  g_ptr_array_unref (schedule->rooms);
  g_ptr_array_unref (schedule->tracks);
  g_ptr_array_unref (schedule->sessions);
  g_free (schedule);
}

static void
draft_free (PlnScheduleDraft *draft)
{
  g_free (draft->date);
  g_free (draft->clock);
  g_free (draft->length);
  g_free (draft->until);
  g_free (draft);
}

static void
reading_init (PlnScheduleReading *reading,
              const char         *zone)
{
  *reading = (PlnScheduleReading) { .schedule = schedule_new (), .zone = zone };
  reading->zone_name = g_strdup ("");
  reading->start = g_strdup ("");
  reading->end = g_strdup ("");
  reading->day_change = g_strdup ("");
  reading->venue = g_strdup ("");
  reading->city = g_strdup ("");
  reading->days = g_ptr_array_new_with_free_func (g_free);
  reading->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
}

static void
reading_clear (PlnScheduleReading *reading)
{
  g_clear_pointer (&reading->schedule, pln_schedule_free);
  g_free (reading->zone_name);
  g_free (reading->start);
  g_free (reading->end);
  g_free (reading->day_change);
  g_free (reading->venue);
  g_free (reading->city);
  g_ptr_array_unref (reading->days);
  g_ptr_array_unref (reading->drafts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlnScheduleReading, reading_clear)

/**
 * pln_schedule_refuse:
 * @line: where; 0 if that is not known
 * @sentence: why
 * @error: return location for a [error@ExchangeError]
 *
 * Returns: %FALSE
 */
gboolean
pln_schedule_refuse (guint        line,
                     const char  *sentence,
                     GError     **error)
{
  if (line > 0)
    /* Translators: a number, and a whole sentence that says what is wrong there. */
    g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE, _("This schedule was not taken in. Line %u: %s"),
                 line, sentence);
  else
    /* Translators: a whole sentence that says what is wrong. */
    g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE, _("This schedule was not taken in. %s"), sentence);

  return FALSE;
}

/* Several lines, in plain text. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = pln_html_text (valid);
  g_autoptr(GString) lines = g_string_new (plain);
  char *shown;

  g_string_replace (lines, "\r\n", "\n", 0);
  shown = pln_str_for_label (lines->str);

  return g_strstrip (shown);
}

static gboolean
is_web_address (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", strlen ("https://")) == 0
         || g_ascii_strncasecmp (text, "http://", strlen ("http://")) == 0;
}

/* "" for what no browser may open. */
static char *
clean_address (const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  return is_web_address (line) && strpbrk (line, " \t\"<>") == NULL ? g_steal_pointer (&line) : g_strdup ("");
}

/* Whether what is known by itself elsewhere is fit for that. */
static char *
clean_key (const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  return strlen (line) <= 200 ? g_steal_pointer (&line) : g_strdup ("");
}

static char *
clean_colour (const char *text)
{
  if (text[0] == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6)
    return g_ascii_strdown (text, -1);

  return g_strdup ("");
}

/**
 * pln_schedule_add_session:
 * @reading: a reading
 * @line: where it begins; 0 if that is not known
 *
 * Returns: (transfer none): a new session of the schedule
 */
PlnScheduleDraft *
pln_schedule_add_session (PlnScheduleReading *reading,
                          guint               line)
{
  PlnScheduleDraft *draft = g_new0 (PlnScheduleDraft, 1);

  draft->session = session_new (line);
  draft->day = (int) reading->days->len - 1;
  draft->date = g_strdup ("");
  draft->clock = g_strdup ("");
  draft->length = g_strdup ("");
  draft->until = g_strdup ("");
  g_ptr_array_add (reading->schedule->sessions, draft->session);
  g_ptr_array_add (reading->drafts, draft);

  return draft;
}

/**
 * pln_schedule_add_day:
 * @reading: a reading
 * @date: its date, as the file has it
 *
 * The sessions that are added from now on are of that day.
 */
void
pln_schedule_add_day (PlnScheduleReading *reading,
                      const char         *date)
{
  g_ptr_array_add (reading->days, g_strdup (date));
}

static PlnScheduleRoom *
find_room (PlnScheduleReading *reading,
           const char         *name)
{
  for (guint i = 0; i < reading->schedule->rooms->len; i++)
    {
      PlnScheduleRoom *room = g_ptr_array_index (reading->schedule->rooms, i);

      if (g_str_equal (room->name, name))
        return room;
    }

  return NULL;
}

/**
 * pln_schedule_add_room:
 * @reading: a reading
 * @name: what it is called
 * @guid: what it is known by elsewhere, or ""
 * @capacity: how many fit in; 0 if that is not said
 *
 * Rooms are named on each day: the first time counts.
 */
void
pln_schedule_add_room (PlnScheduleReading *reading,
                       const char         *name,
                       const char         *guid,
                       guint               capacity)
{
  g_autofree char *line = pln_str_one_line (name);
  PlnScheduleRoom *room = *line != '\0' ? find_room (reading, line) : NULL;

  if (*line == '\0')
    return;
  if (room == NULL)
    {
      if (reading->schedule->rooms->len >= PLN_SCHEDULE_MOST_ROOMS)
        return;
      room = g_new0 (PlnScheduleRoom, 1);
      room->name = g_steal_pointer (&line);
      room->guid = g_strdup ("");
      g_ptr_array_add (reading->schedule->rooms, room);
    }
  if (*room->guid == '\0')
    {
      g_free (room->guid);
      room->guid = clean_key (guid);
    }
  room->capacity = MAX (room->capacity, capacity);
}

static PlnScheduleTrack *
find_track (PlnScheduleReading *reading,
            const char         *name)
{
  for (guint i = 0; i < reading->schedule->tracks->len; i++)
    {
      PlnScheduleTrack *track = g_ptr_array_index (reading->schedule->tracks, i);

      if (g_str_equal (track->name, name))
        return track;
    }

  return NULL;
}

/**
 * pln_schedule_add_track:
 * @reading: a reading
 * @name: what it is called
 * @slug: what addresses call it, or ""
 * @guid: what it is known by elsewhere, or ""
 * @colour: its colour, as the file has it, or ""
 */
void
pln_schedule_add_track (PlnScheduleReading *reading,
                        const char         *name,
                        const char         *slug,
                        const char         *guid,
                        const char         *colour)
{
  g_autofree char *line = pln_str_one_line (name);
  PlnScheduleTrack *track;

  if (*line == '\0' || find_track (reading, line) != NULL || reading->schedule->tracks->len >= PLN_SCHEDULE_MOST_TRACKS)
    return;

  track = g_new0 (PlnScheduleTrack, 1);
  track->name = g_steal_pointer (&line);
  track->slug = clean_key (slug);
  track->guid = clean_key (guid);
  track->colour = clean_colour (colour);
  g_ptr_array_add (reading->schedule->tracks, track);
}

/**
 * pln_schedule_add_person:
 * @draft: a session
 * @name: who speaks
 */
void
pln_schedule_add_person (PlnScheduleDraft *draft,
                         const char       *name)
{
  g_autofree char *line = pln_str_one_line (name);
  GPtrArray *persons = draft->session->persons;

  if (*line != '\0' && persons->len < PLN_SCHEDULE_MOST_OF_ONE
      && !g_ptr_array_find_with_equal_func (persons, line, g_str_equal, NULL))
    g_ptr_array_add (persons, g_steal_pointer (&line));
}

/**
 * pln_schedule_add_link:
 * @draft: a session
 * @title: what it leads to, or ""
 * @href: where; what is no address of the web is left out
 */
void
pln_schedule_add_link (PlnScheduleDraft *draft,
                       const char       *title,
                       const char       *href)
{
  g_autofree char *address = clean_address (href);
  GPtrArray *links = draft->session->links;
  PlnScheduleLink *link;

  if (*address == '\0' || links->len >= PLN_SCHEDULE_MOST_OF_ONE)
    return;
  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((PlnScheduleLink *) g_ptr_array_index (links, i))->href, address))
      return;

  link = g_new0 (PlnScheduleLink, 1);
  link->title = pln_str_one_line (title);
  link->href = g_steal_pointer (&address);
  g_ptr_array_add (links, link);
}

static gboolean
means_cancelled (const char *state)
{
  static const char *const words[] = { "cancelled", "canceled", "rejected", "withdrawn", NULL };
  g_autofree char *folded = g_ascii_strdown (state, -1);

  return g_strv_contains (words, folded);
}

static void
take (char **where,
      char  *value)
{
  g_free (*where);
  *where = value;
}

/**
 * pln_schedule_set:
 * @draft: a session
 * @name: what the file calls a fact of it
 * @text: what it says
 *
 * Takes in one fact; what is not known is left out.
 */
void
pln_schedule_set (PlnScheduleDraft *draft,
                  const char       *name,
                  const char       *text)
{
  PlnScheduleSession *session = draft->session;
  const struct
  {
    const char *name;
    char      **where;
    char      *(*clean) (const char *text);
  } facts[] = {
    { "guid", &session->guid, clean_key }, { "id", &session->id, clean_key },
    { "slug", &session->slug, clean_key }, { "code", &session->code, clean_key },
    { "title", &session->title, pln_str_one_line }, { "subtitle", &session->subtitle, pln_str_one_line },
    { "abstract", &session->abstract, clean_text }, { "description", &session->description, clean_text },
    { "room", &session->room, pln_str_one_line }, { "track", &session->track, pln_str_one_line },
    { "type", &session->type, pln_str_one_line }, { "language", &session->language, clean_key },
    { "url", &session->url, clean_address },
    { "license", &session->licence, clean_key }, { "recording_license", &session->licence, clean_key },
    { "date", &draft->date, pln_str_one_line }, { "start", &draft->clock, pln_str_one_line },
    { "duration", &draft->length, pln_str_one_line }, { "end", &draft->until, pln_str_one_line },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].name, name))
      {
        take (facts[i].where, facts[i].clean (text));
        return;
      }
  if (g_str_equal (name, "state") || g_str_equal (name, "status"))
    {
      session->is_cancelled = means_cancelled (text);
      session->is_draft = g_ascii_strcasecmp (text, "draft") == 0 || g_ascii_strcasecmp (text, "tentative") == 0;
    }
}

/**
 * pln_schedule_set_conference:
 * @reading: a reading
 * @name: what the file calls a fact of the conference
 * @text: what it says
 *
 * Takes in one fact; what is not known is left out.
 */
void
pln_schedule_set_conference (PlnScheduleReading *reading,
                             const char         *name,
                             const char         *text)
{
  PlnSchedule *schedule = reading->schedule;
  const struct
  {
    const char *name;
    char      **where;
    char      *(*clean) (const char *text);
  } facts[] = {
    { "acronym", &schedule->acronym, clean_key }, { "title", &schedule->title, pln_str_one_line },
    { "subtitle", &schedule->subtitle, pln_str_one_line }, { "version", &schedule->version, clean_key },
    { "url", &schedule->url, clean_address },
    { "time_zone_name", &reading->zone_name, clean_key }, { "day_change", &reading->day_change, pln_str_one_line },
    { "start", &reading->start, pln_str_one_line }, { "end", &reading->end, pln_str_one_line },
    { "venue", &reading->venue, pln_str_one_line }, { "city", &reading->city, pln_str_one_line },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].name, name))
      {
        take (facts[i].where, facts[i].clean (text));
        return;
      }
  if (g_str_equal (name, "base_url") && *schedule->url == '\0')
    take (&schedule->url, clean_address (text));
}

/* A track that a session names by its slug or guid gets its name, and those
 * that are named by sessions alone are listed. */
static void
settle_tracks (PlnScheduleReading *reading)
{
  GPtrArray *tracks = reading->schedule->tracks;
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal); /* name, slug or guid → PlnScheduleTrack */

  for (guint i = 0; i < tracks->len; i++)
    {
      PlnScheduleTrack *track = g_ptr_array_index (tracks, i);

      g_hash_table_insert (known, track->slug, track);
      g_hash_table_insert (known, track->guid, track);
    }
  g_hash_table_remove (known, "");
  for (guint i = 0; i < tracks->len; i++)
    g_hash_table_insert (known, ((PlnScheduleTrack *) g_ptr_array_index (tracks, i))->name, g_ptr_array_index (tracks, i));

  for (guint i = 0; i < reading->schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (reading->schedule->sessions, i);
      PlnScheduleTrack *track = g_hash_table_lookup (known, session->track);

      if (*session->track == '\0')
        continue;
      if (track == NULL)
        {
          pln_schedule_add_track (reading, session->track, "", "", "");
          track = find_track (reading, session->track);
          if (track != NULL)
            g_hash_table_insert (known, track->name, track);
          continue;
        }
      if (*session->track != '\0' && !g_str_equal (session->track, track->name))
        take (&session->track, g_strdup (track->name));
      take (&session->colour, g_strdup (track->colour));
    }
}

static char **
key_of (PlnScheduleSession *session,
        guint               way)
{
  char **const keys[] = { &session->guid, &session->id, &session->slug };

  return keys[way];
}

/* What two sessions have, neither is known by: numbers repeat where schedules
 * were put together from others, and a talk that is held twice has one guid. */
static void
drop_repeated_keys (PlnSchedule *schedule,
                    guint        way)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const char *key = *key_of (g_ptr_array_index (schedule->sessions, i), way);

      g_hash_table_insert (counts, g_strdup (key),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      char **key = key_of (g_ptr_array_index (schedule->sessions, i), way);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, *key)) > 1)
        take (key, g_strdup (""));
    }
}

/* The room of what has none, as pln_schedule_write () makes it up, is none. */
static void
settle_rooms (PlnSchedule *schedule)
{
  g_autofree char *guid = pln_uuid_from_url (PLN_SCHEDULE_NO_ROOM_URL);

  for (guint i = 0; i < schedule->rooms->len; i++)
    {
      const PlnScheduleRoom *room = g_ptr_array_index (schedule->rooms, i);

      if (!g_str_equal (room->guid, guid))
        continue;
      for (guint j = 0; j < schedule->sessions->len; j++)
        {
          PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, j);

          if (g_str_equal (session->room, room->name))
            take (&session->room, g_strdup (""));
        }
      g_ptr_array_remove_index (schedule->rooms, i);
      return;
    }
}

static void
settle (PlnScheduleReading *reading,
        const char         *name)
{
  PlnSchedule *schedule = reading->schedule;

  settle_rooms (schedule);
  if (*schedule->title == '\0')
    take (&schedule->title, pln_str_one_line (*schedule->acronym != '\0' ? schedule->acronym : name));
  take (&schedule->place, *reading->venue != '\0' && *reading->city != '\0'
                            ? g_strdup_printf ("%s, %s", reading->venue, reading->city)
                            : g_strdup (*reading->venue != '\0' ? reading->venue : reading->city));
  schedule->n_days = reading->days->len;
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      pln_schedule_add_room (reading, session->room, "", 0);
    }
  for (guint way = 0; way < 3; way++)
    drop_repeated_keys (schedule, way);
  settle_tracks (reading);
  pln_schedule_settle_times (reading);
}

/* The first character that says what a file is; 0 if there is none so far. A
 * byte order mark is passed over, and the zeros of UTF-16. */
static char
first_sign (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < MIN (length, LOOK_AT); i++)
    if (data[i] > ' ' && data[i] < 0x80)
      return (char) data[i];

  return 0;
}

/**
 * pln_schedule_is_one:
 * @bytes: a file
 *
 * Returns: %TRUE if it is XML or JSON, so that [func@schedule_read] should say
 *   what it holds
 */
gboolean
pln_schedule_is_one (GBytes *bytes)
{
  char sign = first_sign (bytes);

  return sign == '<' || sign == '{';
}

/**
 * pln_schedule_read:
 * @bytes: a file: schedule.xml or schedule.json, of any dialect
 * @name: of the file, without suffix: a title, if there is no better one
 * @zone: (nullable): an IANA name: the zone of its times, if it does not say
 * @error: return location for a [error@ExchangeError]: `UNREADABLE`
 *
 * Reads a schedule. It may be hostile: entities and document types are
 * refused, and so is what is too deep, too long or too much. For any thread.
 *
 * Returns: (transfer full): the schedule; sessions that cannot be taken in are
 *   there, too, with the reason; or %NULL on error
 */
PlnSchedule *
pln_schedule_read (GBytes      *bytes,
                   const char  *name,
                   const char  *zone,
                   GError     **error)
{
  g_auto(PlnScheduleReading) reading = { 0 };
  gboolean done;

  reading_init (&reading, zone);
  if (g_bytes_get_size (bytes) > PLN_SCHEDULE_MOST_BYTES)
    done = pln_schedule_refuse (0, _("It is larger than 32 MB, and no schedule is."), error);
  else if (first_sign (bytes) == '{')
    done = pln_schedule_read_json (&reading, bytes, error);
  else
    done = pln_schedule_read_xml (&reading, bytes, error);
  if (!done)
    return NULL;

  settle (&reading, name);

  return g_steal_pointer (&reading.schedule);
}
