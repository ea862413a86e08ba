/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#define NOVEMBER 1793491200 /* 1 November 2026, UTC */
#define DAY      (24 * 60 * 60)

static PlnSpan *
new_span (Library *library)
{
  PlnSpan *span = pln_core_list_span (library->core, NOVEMBER, NOVEMBER + (60 * DAY));

  while (pln_span_get_loading (span))
    g_main_context_iteration (NULL, TRUE);

  return span;
}

/* Titles and starts, in the order of the list. */
static char *
shown (PlnSpan *span)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i);
      g_autofree char *start = g_date_time_format (pln_occurrence_get_start (occurrence), "%d. %H:%M");

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", pln_occurrence_get_title (occurrence), start);
    }

  return g_string_free (text, FALSE);
}

static void
expect (PlnSpan    *span,
        const char *expected)
{
  g_autofree char *there = shown (span);

  g_assert_cmpstr (there, ==, expected);
}

static PlnOccurrence *
find (PlnSpan    *span,
      const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i);

      if (g_str_equal (pln_occurrence_get_title (occurrence), title))
        return g_steal_pointer (&occurrence);
    }
  g_assert_not_reached ();
}

static void
undo (Library *library)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  pln_core_undo_async (library->core, FALSE, NULL, got_result_cb, &library->result);
  label = pln_core_undo_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static void
save (Library       *library,
      PlnOccurrence *before,
      PlnOccurrence *after,
      PlnReach       reach)
{
  g_autoptr(GError) error = NULL;

  pln_core_save_occurrence_async (library->core, before, after, reach, NULL, got_result_cb, &library->result);
  pln_core_save_occurrence_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static void
refresh (Library *library)
{
  g_autoptr(GError) error = NULL;

  pln_core_refresh_async (library->core, NULL, got_result_cb, &library->result);
  pln_core_refresh_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static void
write_file (Library    *library,
            const char *name,
            const char *text)
{
  g_autofree char *folder = g_build_filename (library->folder, "calendars", "Gatherings", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  refresh (library);
}

/* A gathering on 20 November from 10 to 12, with a talk at 10:30; not loaded. */
static PlnSpan *
set_up_programme (Library *library)
{
  write_file (library, "g.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:g\r\nSUMMARY:Day\r\nX-PLENARY-KIND:GATHERING\r\n"
              "DTSTART:20261120T100000Z\r\nDTEND:20261120T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  write_file (library, "s.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Talk\r\nRELATED-TO:g\r\n"
              "X-PLENARY-KIND:SESSION\r\nDTSTART:20261120T103000Z\r\nDTEND:20261120T110000Z\r\n"
              "DESCRIPTION:Kept\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

  return new_span (library);
}

/* A session that nobody has read yet moves at once, and is undone exactly. */
static void
test_session (Library       *library,
              gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = set_up_programme (library);
  g_autoptr(PlnOccurrence) talk = find (span, "Talk");
  g_autoptr(PlnOccurrence) later = pln_occurrence_new_shifted (talk, 0, 45);
  g_autoptr(PlnOccurrence) moved = pln_occurrence_new_placed (later, "Room 2");
  PlnSession *session;

  pln_core_save_occurrence_async (library->core, talk, moved, PLN_REACH_THIS, NULL, got_result_cb, &library->result);
  expect (span, "Day 20. 10:00, Talk 20. 11:15");
  g_assert_true (pln_core_save_occurrence_finish (library->core, wait_for (&library->result), NULL));
  refresh (library);
  expect (span, "Day 20. 10:00, Talk 20. 11:15");

  session = pln_gathering_find_session (pln_core_find_gathering (library->core, "g"), "s");
  g_assert_cmpstr (pln_session_get_room (session), ==, "Room 2");
  g_assert_cmpstr (pln_session_get_description (session), ==, "Kept");
  undo (library);
  expect (span, "Day 20. 10:00, Talk 20. 10:30");
}

static void
test_gathering (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = set_up_programme (library);
  g_autoptr(PlnOccurrence) day = find (span, "Day");
  g_autoptr(PlnOccurrence) next_day = pln_occurrence_new_shifted (day, 1, 0);
  g_autoptr(PlnOccurrence) later = pln_occurrence_new_shifted (day, 0, 90);
  g_autoptr(GDateTime) early = g_date_time_add_hours (pln_occurrence_get_start (day), -1);
  g_autoptr(PlnOccurrence) longer = pln_occurrence_new_moved (day, early, pln_occurrence_get_end (day));

  save (library, day, next_day, PLN_REACH_THIS);
  expect (span, "Day 21. 10:00, Talk 21. 10:30");
  undo (library);
  expect (span, "Day 20. 10:00, Talk 20. 10:30");

  save (library, day, later, PLN_REACH_THIS);
  expect (span, "Day 20. 11:30, Talk 20. 12:00");
  undo (library);

  /* Only the doors open earlier. */
  save (library, day, longer, PLN_REACH_THIS);
  expect (span, "Day 20. 09:00, Talk 20. 10:30");
  undo (library);

  save (library, day, NULL, PLN_REACH_THIS);
  expect (span, "");
  undo (library);
  expect (span, "Day 20. 10:00, Talk 20. 10:30");
}

static void
test_copies (Library       *library,
             gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = set_up_programme (library);
  g_autoptr(PlnOccurrence) day = find (span, "Day");
  g_autoptr(PlnOccurrence) talk = find (span, "Talk");
  g_autoptr(PlnOccurrence) next_day = pln_occurrence_new_shifted (day, 1, 0);
  g_autoptr(PlnOccurrence) again = pln_occurrence_new_shifted (talk, 0, 30);

  save (library, NULL, again, PLN_REACH_THIS);
  expect (span, "Day 20. 10:00, Talk 20. 10:30, Talk 20. 11:00");
  undo (library);
  save (library, NULL, next_day, PLN_REACH_THIS);
  expect (span, "Day 20. 10:00, Talk 20. 10:30, Day 21. 10:00, Talk 21. 10:30");
  undo (library);
  expect (span, "Day 20. 10:00, Talk 20. 10:30");
}

static PlnOccurrence *
new_entry (const char *title,
           int         day,
           int         hour)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 11, day, hour, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_hours (start, 1);
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT, .title = title, .start = start, .end = end, .zone = "UTC" };

  return pln_occurrence_new (&data);
}

static void
test_own_entry (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autoptr(PlnOccurrence) entry = new_entry ("Dentist", 20, 9);
  g_autoptr(PlnOccurrence) there = NULL;
  g_autoptr(PlnOccurrence) later = NULL;
  g_autoptr(PlnEvent) before = NULL;
  g_autoptr(PlnEvent) after = NULL;
  g_autoptr(PlnEvent) written = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_save_occurrence_async (library->core, NULL, entry, PLN_REACH_THIS, NULL, got_result_cb, &library->result);
  expect (span, "Dentist 20. 09:00");
  g_assert_true (pln_core_save_occurrence_finish (library->core, wait_for (&library->result), NULL));

  there = find (span, "Dentist");
  g_assert_cmpstr (pln_occurrence_get_calendar (there), ==, "Gatherings");
  pln_core_load_event_async (library->core, pln_occurrence_get_uid (there), "", NULL, got_result_cb, &library->result);
  before = pln_core_load_event_finish (library->core, wait_for (&library->result), &error);
  after = pln_event_copy (before);
  pln_event_set_title (after, "Doctor");
  pln_event_set_description (after, "Bring the card");
  pln_core_save_event_async (library->core, before, after, PLN_REACH_THIS, NULL, got_result_cb, &library->result);
  expect (span, "Doctor 20. 09:00");
  g_assert_true (pln_core_save_event_finish (library->core, wait_for (&library->result), &error));
  refresh (library);
  expect (span, "Doctor 20. 09:00");
  pln_core_load_event_async (library->core, pln_occurrence_get_uid (there), "", NULL, got_result_cb, &library->result);
  written = pln_core_load_event_finish (library->core, wait_for (&library->result), &error);
  g_assert_cmpstr (pln_event_get_description (written), ==, "Bring the card");

  later = find (span, "Doctor");
  save (library, later, NULL, PLN_REACH_THIS);
  expect (span, "");
  undo (library);
  undo (library);
  expect (span, "Dentist 20. 09:00");
}

static void
test_copy_of_an_entry (Library       *library,
                       gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autoptr(PlnOccurrence) entry = new_entry ("Dentist", 20, 9);
  g_autoptr(PlnOccurrence) there = NULL;
  g_autoptr(PlnOccurrence) again = NULL;

  save (library, NULL, entry, PLN_REACH_THIS);
  there = find (span, "Dentist");
  again = pln_occurrence_new_shifted (there, 7, 0);
  save (library, NULL, again, PLN_REACH_THIS);
  expect (span, "Dentist 20. 09:00, Dentist 27. 09:00");
  refresh (library);
  expect (span, "Dentist 20. 09:00, Dentist 27. 09:00");
  undo (library);
  expect (span, "Dentist 20. 09:00");
}

static void
test_action (Library       *library,
             gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = NULL;
  g_autoptr(PlnOccurrence) action = NULL;
  g_autoptr(PlnOccurrence) later = NULL;
  g_autoptr(PlnOccurrence) done = NULL;
  PlnOccurrenceData data;

  write_file (library, "a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nSUMMARY:Write up\r\n"
              "DUE;VALUE=DATE:20261120\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
  span = new_span (library);
  action = find (span, "Write up");
  later = pln_occurrence_new_shifted (action, 2, 0);
  data = *pln_occurrence_get_data (later);
  data.is_done = TRUE;
  done = pln_occurrence_new (&data);
  save (library, action, done, PLN_REACH_THIS);
  refresh (library);

  g_clear_object (&done);
  done = find (span, "Write up");
  g_assert_true (pln_occurrence_get_is_done (done));
  expect (span, "Write up 22. 00:00");
  undo (library);
  expect (span, "Write up 20. 00:00");
}

static void
test_make_gathering (Library       *library,
                     gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = NULL;
  g_autoptr(PlnOccurrence) event = NULL;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnGathering) refused = NULL;
  g_autoptr(GError) error = NULL;

  write_file (library, "e.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e\r\nSUMMARY:Party\r\n"
              "DTSTART:20261120T180000Z\r\nX-OTHER:kept\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  write_file (library, "talk.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:talk\r\nSUMMARY:Talk\r\nRELATED-TO:e\r\n"
              "DTSTART:20261120T190000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  write_file (library, "w.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w\r\nSUMMARY:Weekly\r\n"
              "DTSTART:20261120T180000Z\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  span = new_span (library);

  pln_core_make_gathering_async (library->core, "e", NULL, got_result_cb, &library->result);
  gathering = pln_core_make_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_true (pln_core_find_gathering (library->core, "e") == gathering);
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_sessions (gathering)), ==, 1);
  refresh (library);
  event = find (span, "Party");
  g_assert_cmpint (pln_occurrence_get_kind (event), ==, PLN_OCCURRENCE_KIND_GATHERING);

  pln_core_make_gathering_async (library->core, "w", NULL, got_result_cb, &library->result);
  refused = pln_core_make_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY);

  undo (library);
  g_assert_null (pln_core_find_gathering (library->core, "e"));
}

/* Each way of changing a series: shown at once as it is read afterwards, and
 * undone exactly. */
static void
expect_shown_and_undone (Library       *library,
                         PlnSpan       *span,
                         PlnOccurrence *before,
                         PlnOccurrence *after,
                         PlnReach       reach,
                         const char    *expected)
{
  g_autofree char *was = shown (span);
  g_autoptr(GError) error = NULL;

  pln_core_save_occurrence_async (library->core, before, after, reach, NULL, got_result_cb, &library->result);
  expect (span, expected);
  pln_core_save_occurrence_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  refresh (library);
  expect (span, expected);
  undo (library);
  expect (span, was);
}

static void
test_series (Library       *library,
             gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = NULL;
  g_autoptr(PlnOccurrence) second = NULL;
  g_autoptr(PlnOccurrence) later = NULL;
  g_autoptr(PlnOccurrence) next_day = NULL;
  g_autoptr(PlnOccurrence) renamed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *path = g_build_filename (library->folder, "calendars", "Gatherings", "w.ics", NULL);
  PlnOccurrenceData data;

  write_file (library, "w.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w\r\nSUMMARY:Group\r\nLOCATION:Room 1\r\n"
              "DTSTART;TZID=Europe/London:20261102T180000\r\nDTEND;TZID=Europe/London:20261102T190000\r\n"
              "RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  g_file_get_contents (path, &before, NULL, NULL);
  span = new_span (library);
  expect (span, "Group 02. 18:00, Group 09. 18:00, Group 16. 18:00");
  second = g_list_model_get_item (G_LIST_MODEL (span), 1);
  later = pln_occurrence_new_shifted (second, 0, 90);
  next_day = pln_occurrence_new_shifted (second, 1, -60);
  data = *pln_occurrence_get_data (second);
  data.title = "Party";
  renamed = pln_occurrence_new (&data);

  expect_shown_and_undone (library, span, second, later, PLN_REACH_THIS,
                           "Group 02. 18:00, Group 09. 19:30, Group 16. 18:00");
  expect_shown_and_undone (library, span, second, renamed, PLN_REACH_THIS,
                           "Group 02. 18:00, Party 09. 18:00, Group 16. 18:00");
  expect_shown_and_undone (library, span, second, NULL, PLN_REACH_THIS, "Group 02. 18:00, Group 16. 18:00");
  expect_shown_and_undone (library, span, second, next_day, PLN_REACH_ALL,
                           "Group 03. 17:00, Group 10. 17:00, Group 17. 17:00");
  expect_shown_and_undone (library, span, second, renamed, PLN_REACH_ALL,
                           "Party 02. 18:00, Party 09. 18:00, Party 16. 18:00");
  expect_shown_and_undone (library, span, second, NULL, PLN_REACH_ALL, "");

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, before);
}

/* What is refused is shown as it was. */
static void
test_refused (Library       *library,
              gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = set_up_programme (library);
  g_autoptr(PlnOccurrence) talk = find (span, "Talk");
  PlnOccurrenceData data = *pln_occurrence_get_data (talk);
  g_autoptr(PlnOccurrence) gone = NULL;
  g_autoptr(PlnOccurrence) moved = NULL;
  g_autoptr(GError) error = NULL;

  data.uid = "gone";
  gone = pln_occurrence_new (&data);
  moved = pln_occurrence_new_shifted (gone, 1, 0);
  pln_core_save_occurrence_async (library->core, gone, moved, PLN_REACH_THIS, NULL, got_result_cb, &library->result);
  g_assert_false (pln_core_save_occurrence_finish (library->core, wait_for (&library->result), &error));
  g_assert_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND);
  refresh (library);
  expect (span, "Day 20. 10:00, Talk 20. 10:30");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/occurrence/session", Library, NULL, library_set_up, test_session, library_tear_down);
  g_test_add ("/core/occurrence/gathering", Library, NULL, library_set_up, test_gathering, library_tear_down);
  g_test_add ("/core/occurrence/copies", Library, NULL, library_set_up, test_copies, library_tear_down);
  g_test_add ("/core/occurrence/own-entry", Library, NULL, library_set_up, test_own_entry, library_tear_down);
  g_test_add ("/core/occurrence/copy-of-an-entry", Library, NULL,
              library_set_up, test_copy_of_an_entry, library_tear_down);
  g_test_add ("/core/occurrence/action", Library, NULL, library_set_up, test_action, library_tear_down);
  g_test_add ("/core/occurrence/make-gathering", Library, NULL,
              library_set_up, test_make_gathering, library_tear_down);
  g_test_add ("/core/occurrence/series", Library, NULL, library_set_up, test_series, library_tear_down);
  g_test_add ("/core/occurrence/refused", Library, NULL, library_set_up, test_refused, library_tear_down);

  return g_test_run ();
}
