/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include "pln-clock.h"

#include <glib/gstdio.h>

#define NOW 1311081120 /* 2011-07-19 14:12 in London */

static PlnGathering *
new_with_session (Library     *library,
                  const char **uid)
{
  PlnGathering *gathering = library_new (library, "Meet-up");
  g_autoptr(PlnSession) session = pln_core_draft_session (library->core, gathering);
  g_autoptr(GError) error = NULL;

  pln_session_set_title (session, "Networking");
  pln_core_save_session_async (library->core, gathering, NULL, session, NULL, got_result_cb, &library->result);
  pln_core_save_session_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  *uid = pln_session_get_uid (pln_gathering_find_session (gathering, pln_session_get_uid (session)));

  return gathering;
}

/* Sets the text of a line, or makes it. */
static void
set_line (PlnNote    *note,
          const char *id,
          const char *text)
{
  g_autoptr(PlnNoteLine) line = NULL;

  if (pln_note_find_line (note, id, NULL) == NULL)
    {
      line = pln_note_line_new (id);
      pln_note_insert_line (note, line, G_MAXUINT);
    }
  pln_note_line_set_text (pln_note_find_line (note, id, NULL), text);
}

static void
write_line (Library      *library,
            PlnGathering *gathering,
            const char   *parent,
            const char   *id,
            const char   *text)
{
  g_autoptr(PlnNote) before = pln_core_draft_note (library->core, gathering, parent);
  g_autoptr(PlnNote) after = pln_note_copy (before);
  PlnNote *known = pln_gathering_find_note (gathering, pln_note_get_uid (after));
  g_autoptr(GError) error = NULL;

  set_line (after, id, text);
  pln_core_save_note_async (library->core, gathering, known != NULL ? before : NULL, after, NULL, got_result_cb,
                            &library->result);
  pln_core_save_note_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static void
undo (Library  *library,
      gboolean  redo)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_undo_async (library->core, redo, NULL, got_result_cb, &library->result);
  label = pln_core_undo_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static char *
lines_of (PlnGathering *gathering,
          const char   *parent)
{
  PlnNote *note = pln_gathering_find_note_of (gathering, parent);
  GString *text = g_string_new (NULL);

  for (guint i = 0; note != NULL && i < pln_note_get_n_lines (note); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", pln_note_line_get_text (pln_note_get_line (note, i)));

  return g_string_free (text, FALSE);
}

static void
assert_lines (PlnGathering *gathering,
              const char   *parent,
              const char   *expected)
{
  g_autofree char *lines = lines_of (gathering, parent);

  g_assert_cmpstr (lines, ==, expected);
}

/* What is typed in one go is one step, a line or a pause begins another. */
static void
test_steps (Library       *library,
            gconstpointer  user_data)
{
  const char *session;
  PlnGathering *gathering;

  pln_clock_set (NOW);
  gathering = new_with_session (library, &session);
  write_line (library, gathering, session, "aaaaaaaaaaaa", "Two");
  pln_clock_set (NOW + 1);
  write_line (library, gathering, session, "aaaaaaaaaaaa", "Two hosts");
  pln_clock_set (NOW + 2);
  write_line (library, gathering, session, "bbbbbbbbbbbb", "In October");
  pln_clock_set (NOW + 60);
  write_line (library, gathering, session, "bbbbbbbbbbbb", "In November");
  g_assert_cmpint (pln_note_get_state (pln_gathering_find_note_of (gathering, session)), ==, PLN_NOTE_SAVED);
  g_assert_cmpstr (pln_core_get_undo_label (library->core), ==, "Notes of Networking");

  assert_lines (gathering, session, "Two hosts|In November");
  undo (library, FALSE);
  assert_lines (gathering, session, "Two hosts|In October");
  undo (library, FALSE);
  assert_lines (gathering, session, "Two hosts");
  undo (library, FALSE);
  assert_lines (gathering, session, "");
  undo (library, TRUE);
  undo (library, TRUE);
  undo (library, TRUE);
  assert_lines (gathering, session, "Two hosts|In November");
  pln_clock_set (G_MININT64);
}

/* The window and plenaryctl, or two windows: each writes what it knows of. */
static void
test_two_programs (Library       *library,
                   gconstpointer  user_data)
{
  const char *session;
  PlnGathering *gathering = new_with_session (library, &session);
  Library other = { library->folder, library_open (library->folder), NULL };
  g_autoptr(PlnGathering) theirs = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_open_gathering_async (other.core, pln_gathering_get_uid (gathering), NULL, got_result_cb, &other.result);
  theirs = pln_core_open_gathering_finish (other.core, wait_for (&other.result), &error);
  g_assert_no_error (error);
  g_clear_object (&other.result);

  write_line (library, gathering, session, "aaaaaaaaaaaa", "From the window");
  write_line (&other, theirs, session, "bbbbbbbbbbbb", "From elsewhere");
  write_line (library, gathering, session, "aaaaaaaaaaaa", "From the window, longer");

  pln_core_refresh_async (library->core, NULL, got_result_cb, &library->result);
  pln_core_refresh_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  assert_lines (gathering, session, "From the window, longer|From elsewhere");

  pln_core_close (other.core);
  g_object_unref (other.core);
}

static void
test_read_only (Library       *library,
                gconstpointer  user_data)
{
  const char *session;
  PlnGathering *gathering = new_with_session (library, &session);
  g_autoptr(PlnNote) note = pln_core_draft_note (library->core, gathering, session);
  g_autoptr(PlnNote) elsewhere = pln_core_draft_note (library->core, gathering, "nobody");
  g_autoptr(GError) error = NULL;

  set_line (elsewhere, "aaaaaaaaaaaa", "nowhere to go");
  pln_core_save_note_async (library->core, gathering, NULL, elsewhere, NULL, got_result_cb, &library->result);
  g_assert_false (pln_core_save_note_finish (library->core, wait_for (&library->result), &error));
  g_assert_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  set_line (note, "aaaaaaaaaaaa", "not mine");
  pln_note_set_read_only (note, TRUE);
  pln_core_save_note_async (library->core, gathering, NULL, note, NULL, got_result_cb, &library->result);
  g_assert_false (pln_core_save_note_finish (library->core, wait_for (&library->result), &error));
  g_assert_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/note/" name, Library, NULL, library_set_up, function, library_tear_down)
  ADD ("steps", test_steps);
  ADD ("two-programs", test_two_programs);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
