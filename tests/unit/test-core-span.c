/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include <glib/gstdio.h>

#define NOVEMBER 1793491200 /* 1 November 2026, UTC */
#define DAY      (24 * 60 * 60)

static void
wait_until_loaded (PlnSpan *span)
{
  while (pln_span_get_loading (span))
    g_main_context_iteration (NULL, TRUE);
}

static PlnSpan *
new_span (Library *library)
{
  PlnSpan *span = pln_core_list_span (library->core, NOVEMBER, NOVEMBER + (60 * DAY));

  wait_until_loaded (span);

  return span;
}

/* Titles, in the order of the list. */
static char *
titles (PlnSpan *span)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", pln_occurrence_get_title (occurrence));
    }

  return g_string_free (text, FALSE);
}

static void
expect (PlnSpan    *span,
        const char *expected)
{
  g_autofree char *there = titles (span);

  g_assert_cmpstr (there, ==, expected);
}

static void
undo (Library  *library,
      gboolean  redo)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  pln_core_undo_async (library->core, redo, NULL, got_result_cb, &library->result);
  label = pln_core_undo_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static PlnSession *
add_session (Library      *library,
             PlnGathering *gathering,
             const char   *title)
{
  PlnSession *session = pln_core_draft_session (library->core, gathering);
  g_autoptr(GError) error = NULL;

  pln_session_set_title (session, title);
  pln_core_save_session_async (library->core, gathering, NULL, session, NULL, got_result_cb, &library->result);
  pln_core_save_session_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);

  return session;
}

/* Counts what a list announces. */
static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            guint      *n)
{
  (*n)++;
}

static void
settle (Library *library)
{
  g_autoptr(GError) error = NULL;

  pln_core_refresh_async (library->core, NULL, got_result_cb, &library->result);
  pln_core_refresh_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

/* What is shown before it is written is what is read afterwards. */
static void
test_shown_at_once (Library       *library,
                    gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autoptr(PlnGathering) gathering = library_new (library, "Meet-up");
  g_autoptr(PlnSession) session = pln_core_draft_session (library->core, gathering);
  guint n_changes = 0;
  g_autoptr(GError) error = NULL;

  pln_session_set_title (session, "Talk");
  pln_session_set_track (session, "Methods");
  expect (span, "Meet-up");

  pln_core_save_session_async (library->core, gathering, NULL, session, NULL, got_result_cb, &library->result);
  expect (span, "Meet-up, Talk");
  g_signal_connect (span, "items-changed", G_CALLBACK (changed_cb), &n_changes);
  pln_core_save_session_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  settle (library);

  expect (span, "Meet-up, Talk");
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_follows (Library       *library,
              gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autoptr(PlnGathering) gathering = library_new (library, "Meet-up");
  g_autoptr(PlnSession) session = add_session (library, gathering, "Talk");
  g_autoptr(PlnSession) after = pln_session_copy (session);
  g_autoptr(GError) error = NULL;

  pln_session_set_title (after, "Panel");
  pln_core_save_session_async (library->core, gathering, session, after, NULL, got_result_cb, &library->result);
  expect (span, "Meet-up, Panel");
  pln_core_save_session_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  undo (library, FALSE);
  expect (span, "Meet-up, Talk");

  pln_core_delete_gathering_async (library->core, gathering, NULL, got_result_cb, &library->result);
  expect (span, "");
  pln_core_delete_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  undo (library, FALSE);
  expect (span, "Meet-up, Talk");
}

static void
test_other_program (Library       *library,
                    gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autofree char *path = g_build_filename (library->folder, "calendars", "Gatherings", "dentist.ics", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:dentist\r\nSUMMARY:Dentist\r\n"
                             "DTSTART:20261120T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", -1, &error);
  g_assert_no_error (error);
  settle (library);

  expect (span, "Dentist");
}

/* Whether there is anything besides gatherings is known with the list of them. */
static void
test_has_entries (Library       *library,
                  gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (library->folder, "calendars", "Gatherings", "dentist.ics", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_object_unref (library_new (library, "Meet-up"));
  settle (library);
  g_assert_false (pln_core_get_has_entries (library->core));

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:dentist\r\nSUMMARY:Dentist\r\n"
                             "DTSTART:20261120T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", -1, NULL);
  settle (library);
  g_assert_true (pln_core_get_has_entries (library->core));

  pln_core_close (library->core);
  g_object_unref (library->core);
  library->core = library_open (library->folder);
  g_assert_true (pln_core_get_has_entries (library->core));

  g_unlink (path);
  settle (library);
  g_assert_false (pln_core_get_has_entries (library->core));
}

/* A change that cannot be written is no longer shown. */
static void
test_taken_back (Library       *library,
                 gconstpointer  user_data)
{
  g_autoptr(PlnSpan) span = new_span (library);
  g_autoptr(PlnGathering) gathering = library_new (library, "Meet-up");
  g_autoptr(PlnSession) session = pln_core_draft_session (library->core, gathering);
  g_autoptr(PlnSession) before = pln_session_new ("gone@example.org");
  g_autoptr(PlnSession) after = pln_session_copy (before);
  g_autoptr(GError) error = NULL;

  /* One that the library does not have: its text cannot be edited. */
  pln_session_set_title (after, "Nothing");
  pln_session_set_times (after, pln_session_get_start (session), pln_session_get_end (session),
                         pln_session_get_zone (session), FALSE);
  pln_gathering_put_session (gathering, before);
  pln_core_save_session_async (library->core, gathering, before, after, NULL, got_result_cb, &library->result);
  expect (span, "Meet-up, Nothing");
  g_assert_false (pln_core_save_session_finish (library->core, wait_for (&library->result), &error));
  settle (library);

  expect (span, "Meet-up");
}

/* Who asks for the same days gets the same list, while somebody holds it. */
static void
test_shared (Library       *library,
             gconstpointer  user_data)
{
  PlnSpan *first = new_span (library);
  g_autoptr(PlnSpan) second = pln_core_list_span (library->core, NOVEMBER, NOVEMBER + (60 * DAY));
  g_autoptr(PlnSpan) third = pln_core_list_span (library->core, NOVEMBER, NOVEMBER + (61 * DAY));
  gpointer weak = first;

  g_assert_true (first == second);
  g_assert_false (first == third);
  g_object_add_weak_pointer (G_OBJECT (first), &weak);
  g_object_unref (first);
  g_clear_object (&second);
  g_assert_null (weak);
  wait_until_loaded (third);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/span/shown-at-once", Library, NULL, library_set_up, test_shown_at_once, library_tear_down);
  g_test_add ("/core/span/follows", Library, NULL, library_set_up, test_follows, library_tear_down);
  g_test_add ("/core/span/other-program", Library, NULL, library_set_up, test_other_program, library_tear_down);
  g_test_add ("/core/span/has-entries", Library, NULL, library_set_up, test_has_entries, library_tear_down);
  g_test_add ("/core/span/taken-back", Library, NULL, library_set_up, test_taken_back, library_tear_down);
  g_test_add ("/core/span/shared", Library, NULL, library_set_up, test_shared, library_tear_down);

  return g_test_run ();
}
