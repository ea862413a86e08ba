/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-note-words.h"

#include <string.h>

static PlnNoteLine *
line_new (const char *id,
          const char *text)
{
  PlnNoteLine *line = pln_note_line_new (id);

  pln_note_line_set_text (line, text);

  return line;
}

static void
add (PlnNote    *note,
     const char *id,
     guint       index)
{
  g_autoptr(PlnNoteLine) line = line_new (id, id);

  pln_note_insert_line (note, line, index);
}

static char *
ids_of (PlnNote *note)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < pln_note_get_n_lines (note); i++)
    {
      PlnNoteLine *line = pln_note_get_line (note, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", pln_note_line_get_id (line));
      if (i > 0)
        g_assert_cmpint (strcmp (pln_note_line_get_position (pln_note_get_line (note, i - 1)),
                                 pln_note_line_get_position (line)), <, 0);
    }

  return g_string_free (ids, FALSE);
}

static void
assert_ids (PlnNote    *note,
            const char *expected)
{
  g_autofree char *ids = ids_of (note);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_places (void)
{
  g_autoptr(PlnNote) note = pln_note_new_for ("group");

  add (note, "b", 0);
  add (note, "d", 9);
  add (note, "a", 0);
  add (note, "c", 2);
  assert_ids (note, "a b c d");
  pln_note_move_line (note, "a", 3);
  assert_ids (note, "b c d a");
  pln_note_move_line (note, "d", 0);
  assert_ids (note, "d b c a");
  pln_note_move_line (note, "b", 2);
  assert_ids (note, "d c b a");
  pln_note_move_line (note, "b", 99);
  assert_ids (note, "d c a b");
  pln_note_move_line (note, "nobody", 0);
  g_assert_true (pln_note_remove_line (note, "c"));
  g_assert_false (pln_note_remove_line (note, "c"));
  assert_ids (note, "d a b");
}

/* Two laptops begin the same note; other groups have others. */
static void
test_uid (void)
{
  g_autoptr(PlnNote) one = pln_note_new_for ("group-1");
  g_autoptr(PlnNote) same = pln_note_new_for ("group-1");
  g_autoptr(PlnNote) other = pln_note_new_for ("group-2");

  g_assert_cmpstr (pln_note_get_uid (one), ==, pln_note_get_uid (same));
  g_assert_cmpstr (pln_note_get_uid (one), !=, pln_note_get_uid (other));
  g_assert_cmpstr (pln_note_get_parent (one), ==, "group-1");
}

/* What somebody wrote is put into the note as it is by now. */
static void
test_differences (void)
{
  g_autoptr(PlnNote) before = pln_note_new_for ("group");
  g_autoptr(PlnNote) after = NULL;
  g_autoptr(PlnNote) now = NULL;

  add (before, "a", 0);
  add (before, "b", 1);
  add (before, "c", 2);
  after = pln_note_copy (before);
  now = pln_note_copy (before);

  pln_note_line_set_text (pln_note_find_line (after, "a", NULL), "edited");
  pln_note_remove_line (after, "b");
  add (after, "new", 1);
  pln_note_line_set_kind (pln_note_find_line (now, "a", NULL), PLN_NOTE_IDEA);
  add (now, "theirs", 3);
  pln_note_take_differences (now, before, after);

  assert_ids (now, "a new c theirs");
  g_assert_cmpstr (pln_note_line_get_text (pln_note_find_line (now, "a", NULL)), ==, "edited");
  g_assert_cmpint (pln_note_line_get_kind (pln_note_find_line (now, "a", NULL)), ==, PLN_NOTE_IDEA);
}

static void
test_take_from (void)
{
  g_autoptr(PlnNote) note = pln_note_new_for ("group");
  g_autoptr(PlnNote) other = NULL;
  PlnNoteLine *kept;

  add (note, "a", 0);
  add (note, "b", 1);
  kept = pln_note_find_line (note, "b", NULL);
  other = pln_note_copy (note);
  pln_note_remove_line (other, "a");
  pln_note_line_set_text (pln_note_find_line (other, "b", NULL), "new words");
  pln_note_take_from (note, other);
  g_assert_true (pln_note_find_line (note, "b", NULL) == kept);
  g_assert_cmpstr (pln_note_line_get_text (kept), ==, "new words");
  assert_ids (note, "b");
}

static void
test_words (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 19, 13, 24, 0);
  g_autoptr(PlnNoteLine) action = line_new ("a", "Ask the four networks");
  g_autoptr(PlnNoteLine) quote = line_new ("q", "I joined for the biscuits.");
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  pln_clock_set (1311081120);
  pln_note_line_set_kind (action, PLN_NOTE_ACTION);
  pln_note_line_set_at (action, at);
  pln_note_line_set_owner (action, "Hana Ashdown", "hhhhhhhhhhhh");
  pln_note_line_set_due (action, "20110805");
  words = pln_note_words_line (action, zone);
  g_assert_cmpstr (words, ==, "14:24, action: Ask the four networks. Hana Ashdown, by Friday 5 August");

  pln_note_line_set_kind (quote, PLN_NOTE_QUOTE);
  pln_note_line_set_by (quote, "Una");
  said = pln_note_words_line (quote, zone);
  g_assert_cmpstr (said, ==, "quote: I joined for the biscuits. Said by Una");
}

static char *
check_words (PlnNote *note)
{
  g_autoptr(GPtrArray) checks = pln_note_words_checks (note);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", ((PlnNoteCheck *) checks->pdata[i])->sentence);

  return g_string_free (words, FALSE);
}

static void
test_checks (void)
{
  g_autoptr(PlnNote) note = pln_note_new_for ("group");
  g_autofree char *nothing = check_words (note);
  g_autofree char *some = NULL;
  g_autofree char *more = NULL;

  g_assert_cmpstr (nothing, ==, "No decision yet");
  add (note, "a", 0);
  add (note, "b", 1);
  add (note, "c", 2);
  pln_note_line_set_kind (pln_note_get_line (note, 0), PLN_NOTE_ACTION);
  pln_note_line_set_kind (pln_note_get_line (note, 1), PLN_NOTE_QUOTE);
  pln_note_line_set_by (pln_note_get_line (note, 1), "Una");
  pln_note_line_set_kind (pln_note_get_line (note, 2), PLN_NOTE_DECISION);
  some = check_words (note);
  g_assert_cmpstr (some, ==, "One action without an owner|One quote: ask Una first|One decision written down");

  pln_note_line_set_owner (pln_note_get_line (note, 0), "Hana", NULL);
  pln_note_line_set_kind (pln_note_get_line (note, 2), PLN_NOTE_QUOTE);
  more = check_words (note);
  g_assert_cmpstr (more, ==, "2 quotes: ask first|No decision yet");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note/places", test_places);
  g_test_add_func ("/note/uid", test_uid);
  g_test_add_func ("/note/differences", test_differences);
  g_test_add_func ("/note/take-from", test_take_from);
  g_test_add_func ("/note/words", test_words);
  g_test_add_func ("/note/checks", test_checks);

  return g_test_run ();
}
