/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-session-words.h"

#include "pln-clock.h"
#include "pln-str.h"
#include "pln-track.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define SOON 60 /* minutes before that are counted */

/**
 * pln_session_words_state:
 * @start: when it begins
 * @end: (nullable): when it is over
 * @on_now: (out) (optional): whether that is now
 *
 * Returns: (transfer full): how it stands to the present: “On now, 33 minutes
 *   left”, “In 12 minutes”, or the day
 */
char *
pln_session_words_state (GDateTime *start,
                         GDateTime *end,
                         gboolean  *on_now)
{
  gint64 now = pln_clock_now ();
  gint64 before = g_date_time_to_unix (start) - now;
  gint64 left = end != NULL ? g_date_time_to_unix (end) - now : 0;
  guint minutes;

  if (on_now != NULL)
    *on_now = before <= 0 && left > 0;

  if (before <= 0 && left > 0 && left < 12 * 3600)
    {
      g_autofree char *length = NULL;

      minutes = (guint) (left + 59) / 60;
      if (minutes <= 90)
        return g_strdup_printf (ngettext ("On now, %u minute left", "On now, %u minutes left", minutes), minutes);

      length = pln_when_words_length (minutes);
      /* Translators: a length, such as “2 h 30 min”. */
      return g_strdup_printf (_("On now, %s left"), length);
    }
  if (before > 0 && before <= SOON * 60)
    {
      minutes = (guint) (before + 59) / 60;
      return g_strdup_printf (ngettext ("In %u minute", "In %u minutes", minutes), minutes);
    }

  return pln_when_words_heading (start);
}

/**
 * pln_session_words_room:
 * @gathering: (nullable): a gathering
 * @place: where a session of it is
 *
 * Returns: (transfer full): how many fit in, all rooms together: “28 places”;
 *   "" if that is not known
 */
char *
pln_session_words_room (PlnGathering *gathering,
                        const char   *place)
{
  GPtrArray *rooms = gathering != NULL ? pln_gathering_get_room_list (gathering) : NULL;
  guint first = 0;
  guint n = 0;
  guint places = 0;

  if (rooms == NULL || !pln_rooms_cover (rooms, place, &first, &n))
    return g_strdup ("");

  for (guint i = first; i < first + n; i++)
    {
      guint capacity = ((const PlnRoom *) g_ptr_array_index (rooms, i))->capacity;

      if (capacity == 0)
        return g_strdup ("");
      places += capacity;
    }

  return g_strdup_printf (ngettext ("%u place", "%u places", places), places);
}

static void
append_part (GString    *parts,
             const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (*line != '\0')
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", line);
}

/**
 * pln_session_words_chip:
 * @session: a session
 * @title: its title as it is shown
 *
 * Returns: (transfer full): its name for a screen reader: “Networking, 14:00
 *   to 14:45, Room 2, Breakouts”
 */
char *
pln_session_words_chip (PlnSession *session,
                        const char *title)
{
  GDateTime *start = pln_session_get_start (session);
  g_autofree char *times = start != NULL ? pln_when_words_times_spoken (start, pln_session_get_end (session))
                                         : g_strdup (_("without a time"));
  g_autofree char *speakers = pln_track_speakers (session);
  GString *parts = g_string_new (NULL);

  append_part (parts, title);
  append_part (parts, times);
  append_part (parts, pln_session_get_room (session));
  append_part (parts, speakers);
  append_part (parts, pln_session_get_is_break (session) ? _("Break") : pln_session_get_track (session));

  return g_string_free (parts, FALSE);
}
