/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-private.h"

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

  pln_schedule_settle (&reading, name);

  return g_steal_pointer (&reading.schedule);
}
