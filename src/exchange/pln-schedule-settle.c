/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

#include "pln-schedule-write.h"
#include "pln-str.h"
#include "pln-uuid.h"

static void
take (char **where,
      char  *value)
{
  g_free (*where);
  *where = value;
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
          guint n = tracks->len;

          pln_schedule_add_track (reading, session->track, "", "", "");
          if (tracks->len > n)
            g_hash_table_insert (known, ((PlnScheduleTrack *) g_ptr_array_index (tracks, n))->name, g_ptr_array_index (tracks, n));
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

/**
 * pln_schedule_settle:
 * @reading: a reading of a whole file
 * @name: of the file: a title, if there is no better one
 *
 * Finds out what needs to know all of the file.
 */
void
pln_schedule_settle (PlnScheduleReading *reading,
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
