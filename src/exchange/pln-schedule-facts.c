/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

#include "pln-html-text.h"
#include "pln-str.h"

#include <string.h>

/* What a file says of a schedule, made fit for being kept and shown. */

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
