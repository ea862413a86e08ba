/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-clock.h"
#include "pln-occurrence.h"

#include <glib/gstdio.h>
#include <string.h>

#define HOUR 3600
#define DAY  (24 * HOUR)
#define JULY 1309478400 /* 1 July 2011, UTC */

static void
got_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
read_span (Library *library,
           gint64   from,
           gint64   to)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *occurrences;

  pln_store_list_span_async (library->store, from, to, NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  occurrences = pln_store_list_span_finish (library->store, result, &error);
  g_assert_no_error (error);

  return occurrences;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return pln_occurrence_compare (*(PlnOccurrence **) a, *(PlnOccurrence **) b);
}

/* What takes place then, a line each. */
static char *
show (Library *library,
      gint64   from,
      gint64   to)
{
  g_autoptr(GPtrArray) occurrences = read_span (library, from, to);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (occurrences, compare);
  for (guint i = 0; i < occurrences->len; i++)
    {
      PlnOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      g_autofree char *start = g_date_time_format (pln_occurrence_get_start (occurrence), "%d.%m. %H:%M");
      g_autofree char *end = g_date_time_format (pln_occurrence_get_end (occurrence), "%d.%m. %H:%M");

      g_string_append_printf (text, "%s %s %s-%s\n",
                              pln_occurrence_kind_get_nick (pln_occurrence_get_kind (occurrence)),
                              pln_occurrence_get_title (occurrence), start, end);
    }

  return g_string_free (text, FALSE);
}

static PlnOccurrence *
find (GPtrArray  *occurrences,
      const char *title)
{
  for (guint i = 0; i < occurrences->len; i++)
    if (g_str_equal (pln_occurrence_get_title (occurrences->pdata[i]), title))
      return occurrences->pdata[i];

  return NULL;
}

static char *
text_of (const char *title,
         const char *lines)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:", title, "\r\nSUMMARY:", title, "\r\n", lines,
                      "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);
}

static void
add_event (Library    *library,
           const char *title,
           const char *lines)
{
  g_autofree char *text = text_of (title, lines);

  library_apply (library, change_put_text ("Add", "Gatherings", title, text));
}

static void
test_what_takes_place (Library       *library,
                       gconstpointer  user_data)
{
  g_autofree char *shown = NULL;

  add_event (library, "before", "DTSTART:20110719T100000Z\r\nDTEND:20110719T120000Z\r\n");
  add_event (library, "into", "DTSTART:20110719T110000Z\r\nDTEND:20110719T120001Z\r\n");
  add_event (library, "moment", "DTSTART:20110719T120000Z\r\n");
  add_event (library, "out", "DTSTART:20110719T125959Z\r\nDTEND:20110719T140000Z\r\n");
  add_event (library, "after", "DTSTART:20110719T130000Z\r\nDTEND:20110719T140000Z\r\n");
  add_event (library, "years", "DTSTART;VALUE=DATE:20010101\r\nDTEND;VALUE=DATE:20200101\r\n");
  add_event (library, "week", "DTSTART;VALUE=DATE:20110715\r\nDTEND;VALUE=DATE:20110722\r\n");
  add_event (library, "season", "DTSTART;VALUE=DATE:20110601\r\nDTEND;VALUE=DATE:20110901\r\n");
  add_event (library, "abroad", "DTSTART;TZID=Europe/London:20110719T130000\r\nDTEND;TZID=Europe/London:20110719T133000\r\n");
  add_event (library, "never", "");
  shown = show (library, JULY + (18 * DAY) + (12 * HOUR), JULY + (18 * DAY) + (13 * HOUR));

  g_assert_cmpstr (shown, ==,
                   "event years 01.01. 00:00-01.01. 00:00\n"
                   "event season 01.06. 00:00-01.09. 00:00\n"
                   "event week 15.07. 00:00-22.07. 00:00\n"
                   "event into 19.07. 11:00-19.07. 12:00\n"
                   "event abroad 19.07. 13:00-19.07. 13:30\n"
                   "event moment 19.07. 12:00-19.07. 12:00\n"
                   "event out 19.07. 12:59-19.07. 14:00\n");
}

static void
test_programme (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(GPtrArray) occurrences = NULL;
  PlnOccurrence *talk, *tea, *round, *action;

  library_apply (library, change_put_text ("Add", "Gatherings", "g",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:g\r\nDTSTART:20110719T080000Z\r\nDTEND:20110719T180000Z\r\n"
    "SUMMARY:Day\r\nX-PLENARY-KIND:GATHERING\r\nX-PLENARY-STATE:DRAFT\r\nCOLOR:teal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  add_event (library, "talk", "RELATED-TO:g\r\nDTSTART:20110719T090000Z\r\nDTEND:20110719T100000Z\r\nLOCATION:Room 1\r\n"
             "CATEGORIES:Methods\r\nX-PLENARY-SPEAKER;ID=abcdefghijkl:Ned Potter\r\n");
  add_event (library, "tea", "RELATED-TO:g\r\nX-PLENARY-KIND:SESSION\r\nDTSTART:20110719T100000Z\r\nCATEGORIES:Break\r\n"
             "COLOR:red\r\nSTATUS:CANCELLED\r\n");
  add_event (library, "walk", "RELATED-TO:g\r\nX-PLENARY-KIND:SESSION\r\nDTSTART:20110719T103000Z\r\n");
  add_event (library, "round", "RELATED-TO:g\r\nX-PLENARY-KIND:ROUND\r\nDTSTART:20110719T110000Z\r\n");
  add_event (library, "group", "RELATED-TO:round\r\nX-PLENARY-KIND:GROUP\r\nDTSTART:20110719T110000Z\r\n");
  library_apply (library, change_put_text ("Add", "Organisers", "action",
    "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:action\r\nSUMMARY:Write up\r\nRELATED-TO:group\r\nDUE;VALUE=DATE:20110720\r\n"
    "STATUS:COMPLETED\r\nATTENDEE;CN=Ada:mailto:ada@example.org\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"));

  occurrences = read_span (library, JULY, JULY + (31 * DAY));
  talk = find (occurrences, "talk");
  tea = find (occurrences, "tea");
  round = find (occurrences, "round");
  action = find (occurrences, "Write up");

  g_assert_cmpuint (occurrences->len, ==, 6);
  g_assert_cmpint (pln_occurrence_get_kind (talk), ==, PLN_OCCURRENCE_KIND_SESSION);
  g_assert_cmpstr (pln_occurrence_get_gathering (talk), ==, "g");
  g_assert_cmpstr (pln_occurrence_get_place (talk), ==, "Room 1");
  g_assert_cmpstr (pln_occurrence_get_track (talk), ==, "Methods");
  g_assert_cmpstr (pln_occurrence_get_people (talk)[0], ==, "Ned Potter");
  g_assert_cmpstr (pln_occurrence_get_colour (talk), ==, ""); /* that of its track */
  g_assert_cmpstr (pln_occurrence_get_colour (find (occurrences, "walk")), ==, "teal");
  g_assert_true (pln_occurrence_get_is_draft (talk));
  g_assert_true (pln_occurrence_get_is_break (tea));
  g_assert_true (pln_occurrence_get_is_cancelled (tea));
  g_assert_cmpstr (pln_occurrence_get_colour (tea), ==, "red");
  g_assert_cmpint (pln_occurrence_get_kind (round), ==, PLN_OCCURRENCE_KIND_ROUND);
  g_assert_cmpint (pln_occurrence_get_kind (action), ==, PLN_OCCURRENCE_KIND_ACTION);
  g_assert_cmpstr (pln_occurrence_get_gathering (action), ==, "g");
  g_assert_cmpstr (pln_occurrence_get_people (action)[0], ==, "Ada");
  g_assert_true (pln_occurrence_get_is_done (action));
  g_assert_true (pln_occurrence_get_all_day (action));
  g_assert_cmpint (g_date_time_get_day_of_month (pln_occurrence_get_end (action)), ==, 21);
}

/* A span never depends on how long things are, or on what else there is. */
static void
test_against_looking_at_all (Library       *library,
                             gconstpointer  user_data)
{
  static const int longest[] = { HOUR, 2 * DAY, 20 * DAY, 200 * DAY, 2000 * DAY };
  g_autoptr(GPtrArray) all = NULL;
  PlnChange *change = pln_change_new ("Many");

  for (guint i = 0; i < 400; i++)
    {
      gint64 start = JULY + g_test_rand_int_range (-400 * DAY, 400 * DAY);
      gint64 end = start + g_test_rand_int_range (0, longest[i % G_N_ELEMENTS (longest)]);
      g_autoptr(GDateTime) first = g_date_time_new_from_unix_utc (start);
      g_autoptr(GDateTime) last = g_date_time_new_from_unix_utc (end);
      g_autofree char *uid = g_strdup_printf ("e%u", i);
      g_autofree char *from = g_date_time_format (first, "%Y%m%dT%H%M%SZ");
      g_autofree char *to = g_date_time_format (last, "%Y%m%dT%H%M%SZ");
      g_autofree char *lines = g_strdup_printf ("DTSTART:%s\r\nDTEND:%s\r\n", from, to);
      g_autofree char *text = text_of (uid, lines);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      pln_change_put_text (change, "Gatherings", uid, bytes);
    }
  library_apply (library, change);

  all = read_span (library, JULY - (4000 * DAY), JULY + (4000 * DAY));
  g_assert_cmpuint (all->len, ==, 400);
  for (guint i = 0; i < 50; i++)
    {
      gint64 from = JULY + g_test_rand_int_range (-500 * DAY, 500 * DAY);
      gint64 to = from + g_test_rand_int_range (1, 60 * DAY);
      g_autoptr(GPtrArray) some = read_span (library, from, to);
      guint n = 0;

      for (guint j = 0; j < all->len; j++)
        if (pln_occurrence_is_within (all->pdata[j], from, to))
          {
            g_assert_nonnull (find (some, pln_occurrence_get_title (all->pdata[j])));
            n++;
          }
      g_assert_cmpuint (some->len, ==, n);
    }
}

static void
test_series (Library       *library,
             gconstpointer  user_data)
{
  g_autofree char *july = NULL;
  g_autofree char *far_ahead = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GPtrArray) some = NULL;
  PlnOccurrence *override;

  library_apply (library, change_put_text ("Add", "Gatherings", "weekly",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:weekly\r\nSUMMARY:Reading group\r\nLOCATION:Room 1\r\n"
    "DTSTART:20110705T180000\r\nDTEND:20110705T190000\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20110712T180000\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:weekly\r\nSUMMARY:Reading party\r\nRECURRENCE-ID:20110719T180000\r\n"
    "DTSTART:20110720T200000\r\nDTEND:20110720T230000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  add_event (library, "daily", "DTSTART;VALUE=DATE:20110728\r\nRRULE:FREQ=DAILY;COUNT=2\r\n");
  add_event (library, "strange", "DTSTART:20110702T100000Z\r\nRRULE:FREQ=WEEKLY;X-UNHEARD=1\r\n");
  july = show (library, JULY, JULY + (31 * DAY));
  far_ahead = show (library, JULY + (31 * DAY), JULY + (40 * DAY));
  before = show (library, JULY - (400 * DAY), JULY);

  g_assert_cmpstr (july, ==,
                   "event strange 02.07. 10:00-02.07. 10:00\n"
                   "event Reading group 05.07. 18:00-05.07. 19:00\n"
                   "event Reading party 20.07. 20:00-20.07. 23:00\n"
                   "event Reading group 26.07. 18:00-26.07. 19:00\n"
                   "event daily 28.07. 00:00-29.07. 00:00\n"
                   "event daily 29.07. 00:00-30.07. 00:00\n");
  g_assert_cmpstr (far_ahead, ==,
                   "event Reading group 02.08. 18:00-02.08. 19:00\n"
                   "event Reading group 09.08. 18:00-09.08. 19:00\n");
  g_assert_cmpstr (before, ==, "");

  some = read_span (library, JULY, JULY + (31 * DAY));
  override = find (some, "Reading party");
  g_assert_cmpstr (pln_occurrence_get_instance (override), ==, "20110719T180000");
  g_assert_true (pln_occurrence_get_is_recurring (override));
  g_assert_false (pln_occurrence_get_read_only (override));
  g_assert_true (pln_occurrence_get_read_only (find (some, "strange")));
  g_assert_cmpstr (pln_occurrence_get_note (find (some, "strange")), !=, "");
}

/* What floats is at the same time of the day wherever the computer is. */
static void
test_computer_that_moves (Library       *library,
                          gconstpointer  user_data)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "America/Los_Angeles", "Europe/London" };

  add_event (library, "once", "DTSTART:20110719T180000\r\nDTEND:20110719T190000\r\n");
  add_event (library, "day", "DTSTART;VALUE=DATE:20110719\r\n");
  add_event (library, "daily", "DTSTART:20110719T200000\r\nDTEND:20110719T210000\r\nRRULE:FREQ=DAILY;COUNT=1\r\n");

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GDateTime) midnight = NULL;
      g_autofree char *shown = NULL;
      gint64 from;

      g_setenv ("TZ", zones[i], TRUE);
      midnight = g_date_time_new_local (2011, 7, 19, 0, 0, 0);
      from = g_date_time_to_unix (midnight);
      shown = show (library, from, from + DAY);
      g_assert_cmpstr (shown, ==, "event day 19.07. 00:00-20.07. 00:00\n"
                                  "event once 19.07. 18:00-19.07. 19:00\n"
                                  "event daily 19.07. 20:00-19.07. 21:00\n");
    }
  g_setenv ("TZ", "UTC", TRUE);
}

/* A library as the first version left it: a gathering with a session, one more
 * in the bin, three things of other kinds, and a step that was undone. */
static void
test_library_of_version_1 (Library       *library,
                           gconstpointer  user_data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "library-1", NULL);
  g_autofree char *shown = NULL;
  g_autofree char *bin = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_import = NULL;
  g_autofree char *undone_deletion = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_gathering = NULL;

  library_close (library);
  library_take_folder (library, path);
  g_assert_cmpint (library_number (library, "PRAGMA user_version"), ==, 1);

  library_open (library);
  g_assert_cmpint (library_number (library, "PRAGMA user_version"), >, 1);
  shown = show (library, JULY, JULY + (31 * DAY));
  g_assert_cmpstr (shown, ==,
                   "event Summer 01.06. 00:00-01.08. 00:00\n"
                   "gathering CPD23 meet-up 20.07. 18:00-20.07. 20:00\n"
                   "session Reflective practice 20.07. 18:15-20.07. 19:00\n"
                   "event Dentist 21.07. 09:00-21.07. 09:30\n"
                   "action Book the room 22.07. 00:00-23.07. 00:00\n");

  found_gathering = library_search (library, "cpd23 cafe");
  g_assert_cmpstr (found_gathering, ==, "CPD23 meet-up");
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, "Tea");
  redone = library_redo (library);
  g_assert_cmpstr (redone, ==, "Edit CPD23 summer meet-up");
  undone = library_undo (library);
  undone_import = library_undo (library);
  undone_deletion = library_undo (library);
  g_assert_cmpstr (undone_deletion, ==, "Delete session Tea");
  found = library_search (library, "tea");
  g_assert_cmpstr (found, ==, "Tea");
  problems = library_check (library);
  g_assert_cmpstr (problems, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/span/what-takes-place", Library, NULL, library_set_up, test_what_takes_place, library_tear_down);
  g_test_add ("/store/span/programme", Library, NULL, library_set_up, test_programme, library_tear_down);
  g_test_add ("/store/span/against-looking-at-all", Library, NULL,
              library_set_up, test_against_looking_at_all, library_tear_down);
  g_test_add ("/store/span/series", Library, NULL, library_set_up, test_series, library_tear_down);
  g_test_add ("/store/span/computer-that-moves", Library, NULL,
              library_set_up, test_computer_that_moves, library_tear_down);
  g_test_add ("/store/span/version-1", Library, NULL, library_set_up, test_library_of_version_1, library_tear_down);

  return g_test_run ();
}
