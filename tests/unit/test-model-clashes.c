/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clashes.h"

typedef struct
{
  const char *title;
  const char *room;
  const char *speakers; /* joined by | */
  int         from;     /* minutes of the day; -1: without a time */
  int         to;
  const char *track;
} Talk;

static PlnSession *
new_session (const Talk *talk,
             guint       number)
{
  g_autofree char *uid = g_strdup_printf ("s%05u", number);
  g_auto(GStrv) speakers = g_strsplit (talk->speakers, "|", -1);
  PlnSession *session = pln_session_new (uid);
  g_autoptr(GDateTime) day = g_date_time_new_utc (2011, 7, 19, 0, 0, 0);
  g_autoptr(GDateTime) start = talk->from >= 0 ? g_date_time_add_minutes (day, talk->from) : NULL;
  g_autoptr(GDateTime) end = talk->from >= 0 ? g_date_time_add_minutes (day, talk->to) : NULL;

  pln_session_set_title (session, talk->title);
  pln_session_set_room (session, talk->room);
  pln_session_set_speakers (session, (const char *const *) speakers);
  pln_session_set_track (session, talk->track);
  pln_session_set_is_break (session, g_strcmp0 (talk->track, "Break") == 0);
  pln_session_set_times (session, start, end, "UTC", FALSE);

  return session;
}

static PlnGathering *
new_gathering (const Talk *talks,
               guint       n)
{
  static const char *const rooms[] = { "Hall (50)", "Room 1", "Room 2", "Room 3", NULL };
  PlnGathering *gathering = pln_gathering_new ("g@example.org");

  pln_gathering_set_rooms (gathering, rooms);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) session = new_session (&talks[i], i);

      pln_gathering_put_session (gathering, session);
    }

  return gathering;
}

static char *
sentences (PlnGathering *gathering)
{
  g_autoptr(GPtrArray) clashes = pln_clashes_find (gathering);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    g_string_append_printf (text, "%s\n", ((PlnClash *) clashes->pdata[i])->sentence);

  return g_string_free (text, FALSE);
}

#define AT(hour, minute) ((hour) * 60 + (minute))

static void
test_speaker (void)
{
  static const Talk talks[] = {
    { "Asking good questions", "Room 1", "Ivo Larch|Hana Ashdown", AT (11, 30), AT (12, 15), "Methods" },
    { "Counting what counts", "Room 3", "IVO LARCH <ivo@larch.example>", AT (11, 45), AT (12, 30), "Methods" },
    { "After it", "Hall", "Ivo Larch", AT (12, 30), AT (13, 0), "" },           /* begins as the other ends */
    { "Lunch", "Room 2", "Ivo Larch", AT (11, 0), AT (13, 0), "Break" },
    { "Some day", "Room 2", "Ivo Larch", -1, -1, "" },
    { "Who knows", "Room 2", "TBA", AT (11, 30), AT (12, 0), "" },
    { "Who knows more", "Hall", "tba", AT (11, 30), AT (12, 0), "" },
  };
  g_autoptr(PlnGathering) gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  g_autofree char *said = sentences (gathering);
  g_autoptr(GPtrArray) clashes = pln_clashes_find (gathering);
  PlnClash *clash = clashes->pdata[0];
  g_autofree char *from_one = pln_clash_words (clash, clash->one);
  g_autofree char *from_two = pln_clash_words (clash, clash->two);

  g_assert_cmpstr (said, ==, "Ivo Larch speaks in Room 1 and Room 3 from 11:45 to 12:15.\n");
  g_assert_cmpint (clash->kind, ==, PLN_CLASH_SPEAKER);
  g_assert_cmpstr (clash->people[0], ==, "Ivo Larch");
  g_assert_cmpstr (from_one, ==, "Ivo Larch is also in Room 3");
  g_assert_cmpstr (from_two, ==, "Ivo Larch is also in Room 1");
}

static void
test_who_is_who (void)
{
  static const Talk talks[] = {
    { "A", "Room 1", "Jo Wren <jo@one.example>|Ada Sorrel", AT (9, 0), AT (10, 0), "" },
    { "B", "Room 2", "Jo Wren <jo@two.example>", AT (9, 0), AT (10, 0), "" },                /* another one */
    { "C", "Room 3", "J. Wren <JO@one.example>|Ada Sorrel", AT (9, 30), AT (10, 0), "" },    /* the same */
  };
  g_autoptr(PlnGathering) gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  g_autofree char *said = sentences (gathering);

  g_assert_true (g_str_equal (said, "Jo Wren and Ada Sorrel speak in Room 1 and Room 3 from 9:30 to 10:00.\n")
                 || g_str_equal (said, "Ada Sorrel and Jo Wren speak in Room 1 and Room 3 from 9:30 to 10:00.\n"));
}

static void
test_room (void)
{
  static const Talk talks[] = {
    { "A", "Room 1", "", AT (9, 0), AT (10, 0), "" },
    { "B", "room 1", "", AT (9, 30), AT (10, 30), "" },
    { "Round 2", "Rooms 1 to 3", "", AT (10, 0), AT (11, 0), "Breakouts" },
    { "Tables", "Room 2", "", AT (10, 0), AT (11, 0), "Breakouts" }, /* rounds share a room */
    { "C", "Attic", "", AT (9, 0), AT (10, 0), "" },                 /* a room that the gathering does not list */
    { "D", "Attic", "", AT (9, 59), AT (10, 1), "" },
    { "Coffee", "Room 3", "", AT (10, 0), AT (11, 0), "Break" },
  };
  g_autoptr(PlnGathering) gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  g_autofree char *said = sentences (gathering);
  g_autoptr(PlnSession) called_off = pln_session_copy (pln_gathering_find_session (gathering, "s00001"));
  g_autofree char *less = NULL;

  g_assert_cmpstr (said, ==,
                   "“A” and “B” are both in room 1 from 9:30 to 10:00.\n"
                   "“C” and “D” are both in Attic from 9:59 to 10:00.\n"
                   "“B” and “Round 2” are both in Rooms 1 to 3 from 10:00 to 10:30.\n");

  pln_session_set_status (called_off, PLN_SESSION_CANCELLED);
  pln_gathering_put_session (gathering, called_off);
  less = sentences (gathering);
  g_assert_cmpstr (less, ==, "“C” and “D” are both in Attic from 9:59 to 10:00.\n");
}

/* Everybody is expected where nothing else is on. */
static void
test_capacity (void)
{
  static const Talk talks[] = {
    { "Welcome", "Hall", "", AT (9, 0), AT (10, 0), "" },
    { "A", "Hall", "", AT (10, 0), AT (11, 0), "" },
    { "B", "Room 1", "", AT (10, 30), AT (11, 0), "" },
  };
  static const guint going[PLN_N_ANSWERS] = { 86, 0, 0, 0 };
  static const guint few[PLN_N_ANSWERS] = { 50, 0, 0, 0 };
  g_autoptr(PlnGathering) gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  g_autofree char *said = NULL;
  g_autofree char *nothing = NULL;

  pln_gathering_set_counts (gathering, going, 0, 0, 0);
  said = sentences (gathering);
  g_assert_cmpstr (said, ==, "Hall has 50 places, and “Welcome” is for 86 people.\n");
  pln_gathering_set_counts (gathering, few, 0, 0, 0);
  nothing = sentences (gathering);
  g_assert_cmpstr (nothing, ==, "");
}

/* What a session would clash with, before it is put there. */
static void
test_would (void)
{
  static const Talk talks[] = {
    { "A", "Room 1", "Ivo Larch", AT (9, 0), AT (10, 0), "" },
    { "B", "Room 2", "Ivo Larch", AT (10, 0), AT (11, 0), "" },
    { "C", "Room 1", "", AT (9, 30), AT (10, 30), "" },
  };
  g_autoptr(PlnGathering) gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  g_autoptr(PlnSession) moved = pln_session_copy (pln_gathering_find_session (gathering, "s00001"));
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 19, 9, 45, 0);
  g_autoptr(GDateTime) end = g_date_time_new_utc (2011, 7, 19, 10, 45, 0);
  g_autoptr(GPtrArray) before = pln_clashes_of (gathering, moved);
  g_autoptr(GPtrArray) would = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  pln_session_set_times (moved, start, end, "UTC", FALSE);
  would = pln_clashes_of (gathering, moved);
  g_assert_cmpuint (would->len, ==, 1);
  g_assert_cmpstr (((PlnClash *) would->pdata[0])->sentence, ==,
                   "Ivo Larch speaks in Room 1 and Room 2 from 9:45 to 10:00.");
}

static void
test_several_days (void)
{
  g_autoptr(PlnGathering) gathering = NULL;
  static const Talk talks[] = {
    { "A", "Room 1", "", AT (9, 0), AT (10, 0), "" },
    { "B", "Room 1", "", AT (33, 0), AT (34, 0), "" },
    { "C", "Room 1", "", AT (33, 30), AT (34, 30), "" },
  };
  g_autofree char *said = NULL;

  gathering = new_gathering (talks, G_N_ELEMENTS (talks));
  said = sentences (gathering);
  g_assert_cmpstr (said, ==, "“B” and “C” are both in Room 1 on Wednesday 20 July 2011 from 9:30 to 10:00.\n");
}

/* As a slow and simple search finds them. */
static void
test_many (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (38);
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) clashes = NULL;
  guint expected = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *room = g_strdup_printf ("Room %d", g_rand_int_range (random, 0, 40));
      int from = g_rand_int_range (random, 0, 14400);
      Talk talk = { "Talk", room, "", from, from + g_rand_int_range (random, 1, 20), "" };

      g_ptr_array_add (sessions, new_session (&talk, i));
    }
  for (guint i = 0; i < 2000; i++)
    for (guint j = 0; j < i; j++)
      {
        PlnSession *a = sessions->pdata[i];
        PlnSession *b = sessions->pdata[j];

        expected += g_str_equal (pln_session_get_room (a), pln_session_get_room (b))
                    && g_date_time_compare (pln_session_get_start (a), pln_session_get_end (b)) < 0
                    && g_date_time_compare (pln_session_get_start (b), pln_session_get_end (a)) < 0;
      }
  pln_gathering_set_sessions (gathering, sessions);
  clashes = pln_clashes_find (gathering);
  g_assert_cmpuint (expected, >, 10);
  g_assert_cmpuint (clashes->len, ==, expected);
}

/* A hostile programme: everything at once. */
static void
test_all_at_once (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) clashes = NULL;
  static const Talk talk = { "Talk", "Room", "Ada|Ivo", 60, 120, "" };

  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (sessions, new_session (&talk, i));
  pln_gathering_set_sessions (gathering, sessions);
  clashes = pln_clashes_find (gathering);
  g_assert_cmpuint (clashes->len, ==, PLN_CLASHES_MAX);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("PLENARY_NOW", "2026-11-20T09:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/clashes/speaker", test_speaker);
  g_test_add_func ("/model/clashes/who-is-who", test_who_is_who);
  g_test_add_func ("/model/clashes/room", test_room);
  g_test_add_func ("/model/clashes/capacity", test_capacity);
  g_test_add_func ("/model/clashes/would", test_would);
  g_test_add_func ("/model/clashes/several-days", test_several_days);
  g_test_add_func ("/model/clashes/many", test_many);
  g_test_add_func ("/model/clashes/all-at-once", test_all_at_once);

  return g_test_run ();
}
