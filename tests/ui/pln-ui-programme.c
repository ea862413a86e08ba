/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-programme.h"

#include "pln-when.h"

#define ZONE "Europe/London"

static const struct
{
  const char *uid;
  const char *title;
  const char *room;
  const char *track;
  const char *speaker;
  guint       from; /* hour and minute, as 1430; 0: without a time */
  guint       to;
} talks[] = {
  { "registration", "Registration and coffee", "Foyer", "Break", "", 930, 1000 },
  { "welcome", "Welcome", "Auditorium", "Plenary", "Kit Alderman", 1000, 1015 },
  { "keynote", "Keynote: research that crosses the desk", "Auditorium", "Plenary", "Flora Penhaligon", 1015, 1115 },
  { "coffee", "Coffee", "Foyer", "Break", "", 1115, 1130 },
  { "maps", "Network maps for librarians", "Auditorium", "Methods", "Gwil Marrow", 1130, 1215 },
  { "questions", "Asking good questions", "Room 1", "Methods", "Ivo Larch", 1130, 1215 },
  { "ward", "Evidence from the ward", "Room 2", "Practice", "Hana Ashdown", 1130, 1215 },
  { "counting", "Counting what counts", "Room 3", "Methods", "Ivo Larch", 1145, 1230 },
  { "lunch", "Lunch and posters", "Foyer", "Break", "", 1230, 1330 },
  { "madness", "One-minute madness", "Auditorium", "Short talks", "Una Pipit", 1330, 1400 },
  { "leads", "Who leads, and who could?", "Room 1", "Breakouts", "Ada Fennimore", 1400, 1445 },
  { "networking", "Networking and sustaining collaboration", "Room 2", "Breakouts", "Nessa Teasel", 1400, 1445 },
  { "practice", "From research into practice", "Room 3", "Breakouts", "Bertrand Thistle", 1400, 1445 },
  { "round2", "Round 2", "Rooms 1 to 3", "Breakouts", "", 1450, 1520 },
  { "round3", "Round 3", "Rooms 1 to 3", "Breakouts", "", 1525, 1555 },
  { "tea", "Tea", "Foyer", "Break", "", 1555, 1615 },
  { "closing", "Closing: what we do on Monday", "Auditorium", "Plenary", "Flora Penhaligon", 1615, 1700 },
  { "poster1", "Reading rooms in libraries of the north", "", "Posters", "Milo Bramble", 0, 0 },
  { "poster2", "What the returns desk knows", "", "Posters", "", 0, 0 },
  { "poster3", "A catalogue of catalogues", "Room 1", "Posters", "Zoë Larch", 0, 0 },
  { "poster4", "Silence, measured", "", "Posters", "", 0, 0 },
};

static GDateTime *
at (GDateDay day,
    guint    clock)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_JULY, 2011);

  return pln_when_join (&date, clock / 100 * 60 + clock % 100, ZONE);
}

static PlnSession *
new_talk (guint i)
{
  PlnSession *session = pln_session_new (talks[i].uid);
  const char *speakers[] = { *talks[i].speaker != '\0' ? talks[i].speaker : NULL, NULL };

  pln_session_set_title (session, talks[i].title);
  pln_session_set_room (session, talks[i].room);
  pln_session_set_is_break (session, g_str_equal (talks[i].track, "Break"));
  if (!pln_session_get_is_break (session))
    pln_session_set_track (session, talks[i].track);
  pln_session_set_speakers (session, speakers);
  if (talks[i].from != 0)
    {
      g_autoptr(GDateTime) start = at (19, talks[i].from);
      g_autoptr(GDateTime) end = at (19, talks[i].to);

      pln_session_set_times (session, start, end, ZONE, FALSE);
    }

  return session;
}

PlnGathering *
pln_ui_programme_new (gboolean with_tray)
{
  static const char *const rooms[] = { "Auditorium (250)", "Room 1 (28)", "Room 2 (28)", "Room 3 (28)", NULL };
  PlnGathering *gathering = pln_gathering_new ("lis-dream@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDateTime) start = at (19, 930);
  g_autoptr(GDateTime) end = at (19, 1700);

  pln_gathering_set_title (gathering, "LIS DREaM launch conference");
  pln_gathering_set_times (gathering, start, end, ZONE, FALSE);
  pln_gathering_set_state (gathering, PLN_STATE_PUBLISHED);
  pln_gathering_set_rooms (gathering, rooms);
  for (guint i = 0; i < G_N_ELEMENTS (talks); i++)
    if (with_tray || talks[i].from != 0)
      g_ptr_array_add (sessions, new_talk (i));
  pln_session_set_description (g_ptr_array_index (sessions, 11),
                               "How does a network of librarians live on when the funding ends, and who keeps it together?");
  pln_gathering_set_sessions (gathering, sessions);
  pln_gathering_set_loaded (gathering, TRUE);

  return gathering;
}

PlnGathering *
pln_ui_programme_large (guint n_rooms,
                        guint n_sessions)
{
  PlnGathering *gathering = pln_gathering_new ("large@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rooms = pln_rooms_new ();
  g_autoptr(GDateTime) start = at (19, 900);
  g_autoptr(GDateTime) end = at (20, 1900);

  for (guint i = 0; i < n_rooms; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hall %u", i + 1);

      g_ptr_array_add (rooms, pln_room_new (NULL, name, 40 + i));
    }
  pln_gathering_set_title (gathering, "A large one");
  pln_gathering_set_times (gathering, start, end, ZONE, FALSE);
  pln_gathering_set_room_list (gathering, rooms);
  for (guint i = 0; i < n_sessions; i++)
    {
      guint slot = i / n_rooms % 32;
      g_autofree char *uid = g_strdup_printf ("large%05u", i);
      g_autofree char *title = g_strdup_printf ("Talk %u about something that matters", i);
      g_autofree char *track = g_strdup_printf ("Track %u", i % n_rooms);
      g_autofree char *speaker = g_strdup_printf ("Speaker %u", i);
      const char *speakers[] = { speaker, NULL };
      g_autoptr(PlnSession) session = pln_session_new (uid);
      g_autoptr(GDateTime) day = at (19 + slot / 16, 900);
      g_autoptr(GDateTime) from = g_date_time_add_minutes (day, (int) (slot % 16) * 35);
      g_autoptr(GDateTime) to = g_date_time_add_minutes (from, 30);

      pln_session_set_title (session, title);
      pln_session_set_track (session, track);
      pln_session_set_speakers (session, speakers);
      pln_session_set_room (session, ((PlnRoom *) g_ptr_array_index (rooms, i % n_rooms))->name);
      pln_session_set_times (session, from, to, ZONE, FALSE);
      g_ptr_array_add (sessions, g_steal_pointer (&session));
    }
  pln_gathering_set_sessions (gathering, sessions);
  pln_gathering_set_loaded (gathering, TRUE);

  return gathering;
}
