/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

#include "pln-json-flaw.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static gboolean
check_text (const char  *data,
            gsize        length,
            GError     **error)
{
  g_autofree char *sentence = NULL;
  guint line;

  switch (pln_json_find_flaw (data, length, PLN_SCHEDULE_MOST_DEPTH, &line))
    {
    case PLN_JSON_BROKEN:
      return pln_schedule_refuse (line, _("The JSON is broken there."), error);
    case PLN_JSON_DEEP:
      sentence = g_strdup_printf (_("Its parts are nested more than %u deep."), PLN_SCHEDULE_MOST_DEPTH);
      return pln_schedule_refuse (line, sentence, error);
    case PLN_JSON_SOUND:
    default:
      return TRUE;
    }
}

/* “<data>:12:5: Parse error: …” says where. */
static guint
line_of_error (const GError *error)
{
  const char *at = strchr (error->message, ':');

  return at != NULL ? (guint) MIN (g_ascii_strtoull (at + 1, NULL, 10), G_MAXINT) : 0;
}

static JsonObject *
as_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
as_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonNode *
member (JsonObject *object,
        const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/* A text; a number; of texts in several languages, the first; of what has a
 * name, that. "" for anything else. */
static char *
as_text (JsonNode *node)
{
  static const char *const names[] = { "name", "en", "de", "slug", "guid" };
  JsonObject *object = as_object (node);

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *of_name = json_object_get_member (object, names[i]);

      if (of_name != NULL && JSON_NODE_HOLDS_VALUE (of_name))
        return as_text (of_name);
    }
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return g_strdup ("");
}

static char *
text_of (JsonObject *object,
         const char *name)
{
  return as_text (member (object, name));
}

/* The first of several names that says something. */
static char *
text_of_any (JsonObject        *object,
             const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *text = text_of (object, *names);

      if (*text != '\0')
        return g_steal_pointer (&text);
    }

  return g_strdup ("");
}

static void
read_conference (PlnScheduleReading *reading,
                 JsonObject         *conference)
{
  static const char *const names[] = {
    "acronym", "title", "subtitle", "url", "time_zone_name", "day_change", "start", "end", "venue", "city",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = text_of (conference, names[i]);

      pln_schedule_set_conference (reading, names[i], text);
    }
}

static void
read_rooms (PlnScheduleReading *reading,
            JsonArray          *rooms)
{
  for (guint i = 0; rooms != NULL && i < json_array_get_length (rooms); i++)
    {
      JsonObject *room = as_object (json_array_get_element (rooms, i));
      g_autofree char *name = text_of (room, "name");
      g_autofree char *guid = text_of (room, "guid");
      g_autofree char *capacity = text_of (room, "capacity");

      pln_schedule_add_room (reading, name, guid, (guint) MIN (g_ascii_strtoull (capacity, NULL, 10), 999999));
    }
}

static void
read_tracks (PlnScheduleReading *reading,
             JsonArray          *tracks)
{
  for (guint i = 0; tracks != NULL && i < json_array_get_length (tracks); i++)
    {
      JsonObject *track = as_object (json_array_get_element (tracks, i));
      JsonObject *colours = as_object (member (track, "colors"));
      g_autofree char *name = text_of (track, "name");
      g_autofree char *slug = text_of (track, "slug");
      g_autofree char *guid = text_of (track, "guid");
      g_autofree char *colour = colours != NULL ? text_of (colours, "light") : text_of (track, "color");

      pln_schedule_add_track (reading, name, slug, guid, colour);
    }
}

static void
read_persons (PlnScheduleDraft *draft,
              JsonArray        *persons)
{
  static const char *const names[] = { "full_public_name", "public_name", "name", "display_name", NULL };

  for (guint i = 0; persons != NULL && i < json_array_get_length (persons); i++)
    {
      JsonNode *node = json_array_get_element (persons, i);
      JsonObject *person = as_object (node);
      g_autofree char *name = person != NULL ? text_of_any (person, names) : as_text (node);

      pln_schedule_add_person (draft, name);
    }
}

/* How one gives feedback is nothing to read. */
static void
read_links (PlnScheduleDraft *draft,
            JsonArray        *links)
{
  static const char *const titles[] = { "title", "name", NULL };
  static const char *const addresses[] = { "url", "href", NULL };

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonNode *node = json_array_get_element (links, i);
      JsonObject *link = as_object (node);
      g_autofree char *title = text_of_any (link, titles);
      g_autofree char *href = link != NULL ? text_of_any (link, addresses) : as_text (node);
      g_autofree char *type = text_of (link, "type");

      if (!g_str_equal (type, "FEEDBACK"))
        pln_schedule_add_link (draft, title, href);
    }
}

static gboolean
read_event (PlnScheduleReading  *reading,
            JsonObject          *event,
            const char          *room,
            GError             **error)
{
  static const char *const names[] = {
    "guid", "id", "slug", "code", "title", "subtitle", "abstract", "description", "room", "track", "type", "language",
    "url", "recording_license", "date", "start", "duration", "end", "state", "status",
  };
  PlnScheduleDraft *draft;

  if (reading->drafts->len >= PLN_SCHEDULE_MOST_SESSIONS)
    {
      g_autofree char *sentence = g_strdup_printf (_("It has more than %u sessions."), PLN_SCHEDULE_MOST_SESSIONS);

      return pln_schedule_refuse (0, sentence, error);
    }

  draft = pln_schedule_add_session (reading, 0);
  pln_schedule_set (draft, "room", room);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = text_of (event, names[i]);

      if (strlen (text) > PLN_SCHEDULE_MOST_TEXT)
        return pln_schedule_refuse (0, _("A text in it is longer than 1 MB."), error);
      if (*text != '\0')
        pln_schedule_set (draft, names[i], text);
    }
  read_persons (draft, as_array (member (event, "persons")));
  read_persons (draft, as_array (member (event, "participants")));
  read_links (draft, as_array (member (event, "links")));
  read_links (draft, as_array (member (event, "attachments")));

  return TRUE;
}

static gboolean
read_events (PlnScheduleReading  *reading,
             JsonArray           *events,
             const char          *room,
             GError             **error)
{
  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++)
    {
      JsonObject *event = as_object (json_array_get_element (events, i));

      if (event != NULL && !read_event (reading, event, room, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_day (PlnScheduleReading  *reading,
          JsonObject          *day,
          GError             **error)
{
  JsonObject *rooms = as_object (member (day, "rooms"));
  g_autofree char *date = text_of (day, "date");
  JsonObjectIter iter;
  const char *name;
  JsonNode *events;

  if (reading->days->len >= PLN_SCHEDULE_MOST_DAYS)
    {
      g_autofree char *sentence = g_strdup_printf (_("It has more than %u days."), PLN_SCHEDULE_MOST_DAYS);

      return pln_schedule_refuse (0, sentence, error);
    }

  pln_schedule_add_day (reading, date);
  if (rooms == NULL)
    return TRUE;

  json_object_iter_init_ordered (&iter, rooms);
  while (json_object_iter_next_ordered (&iter, &name, &events))
    {
      pln_schedule_add_room (reading, name, "", 0);
      if (!read_events (reading, as_array (events), name, error))
        return FALSE;
    }

  return TRUE;
}

/* The first schema has the events in the rooms of the days, the second by
 * themselves. */
static gboolean
read_schedule (PlnScheduleReading  *reading,
               JsonObject          *schedule,
               GError             **error)
{
  JsonObject *conference = as_object (member (schedule, "conference"));
  JsonArray *days = as_array (member (conference, "days"));
  g_autofree char *version = text_of (schedule, "version");
  g_autofree char *url = text_of (schedule, "base_url");

  if (conference == NULL)
    return pln_schedule_refuse (0, _("It is JSON, but no schedule: schedule.json has a “conference” in a “schedule”."), error);

  read_conference (reading, conference);
  pln_schedule_set_conference (reading, "version", version);
  pln_schedule_set_conference (reading, "base_url", url);
  read_rooms (reading, as_array (member (conference, "rooms")));
  read_tracks (reading, as_array (member (conference, "tracks")));
  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++)
    if (!read_day (reading, as_object (json_array_get_element (days, i)), error))
      return FALSE;
  if (json_object_has_member (schedule, "events"))
    {
      guint before = reading->drafts->len;

      if (!read_events (reading, as_array (member (schedule, "events")), "", error))
        return FALSE;
      for (guint i = before; i < reading->drafts->len; i++)
        ((PlnScheduleDraft *) g_ptr_array_index (reading->drafts, i))->day = -1;
    }

  return TRUE;
}

/**
 * pln_schedule_read_json:
 * @reading: where to
 * @bytes: a file
 * @error: return location for a [error@ExchangeError]: `UNREADABLE`, with the
 *   line where that is known
 *
 * Reads schedule.json, in both schemas of c3voc, as frab, pretalx and the hub
 * write it.
 *
 * Returns: %TRUE if all of it was read
 */
gboolean
pln_schedule_read_json (PlnScheduleReading  *reading,
                        GBytes              *bytes,
                        GError             **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) fault = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!check_text (data, length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, data, (gssize) length, &fault))
    return pln_schedule_refuse (line_of_error (fault), _("The JSON is broken there."), error);

  return read_schedule (reading, as_object (member (as_object (json_parser_get_root (parser)), "schedule")), error);
}
