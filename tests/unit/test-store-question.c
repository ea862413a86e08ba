/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-sync.h"

#include "pln-ical-merge.h"
#include "pln-store-conflict.h"

#include <string.h>

#define CALENDAR "Gatherings"

static void
set_up (Library       *library,
        gconstpointer  user_data)
{
  library_set_up (library, user_data);
  sync_link (library, CALENDAR);
}

static void
put (Library    *library,
     const char *uid,
     const char *text)
{
  library_apply (library, change_put_text ("Edit", CALENDAR, uid, text));
}

#define expect_string(string, expected) \
  G_STMT_START { \
    g_autofree char *string_ = string; \
    g_assert_cmpstr (string_, ==, expected); \
  } G_STMT_END

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* A round that merges what both changed, as the engine does. */
static void
merge (Library    *library,
       const char *uid,
       const char *base,
       const char *mine,
       const char *theirs)
{
  g_autoptr(GBytes) was = bytes_of (base);
  g_autoptr(GBytes) here = bytes_of (mine);
  g_autoptr(GBytes) there = bytes_of (theirs);
  g_autoptr(GBytes) merged = pln_ical_merge (was, here, there, PLN_ICAL_MERGE_NONE, NULL, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (merged, NULL), g_bytes_get_size (merged));
  PlnStoreSettled *settled = settled_fetched (uid, mine, text, "2");

  settled->questions = pln_store_questions_new (was, here, there, NULL);
  expect_string (sync_settle (library, CALENDAR, NULL, settled, NULL), "");
}

/* What the user changed, and what came. */
static void
disagree (Library    *library,
          const char *uid,
          const char *base,
          const char *mine,
          const char *theirs)
{
  put (library, uid, base);
  expect_string (sync_settle (library, CALENDAR, NULL, settled_pushed (uid, base, "1"), NULL), "");
  put (library, uid, mine);
  merge (library, uid, base, mine, theirs);
}

static char *
title_of (Library    *library,
          const char *uid)
{
  g_autofree char *text = library_text (library, uid);
  const char *from = text != NULL ? strstr (text, "SUMMARY:") : NULL;

  return from != NULL ? g_strndup (from + strlen ("SUMMARY:"), strcspn (from, "\r") - strlen ("SUMMARY:")) : NULL;
}

/* A title that two people changed; what else they changed is joined. */
static void
test_title (Library       *library,
            gconstpointer  user_data)
{
  g_autofree char *base = event_text ("a", "One", "");
  g_autofree char *mine = event_text ("a", "Mine", "DESCRIPTION:Tea\r\n");
  g_autofree char *theirs = event_text ("a", "Theirs\\, later", "LOCATION:Cambridge\r\n");

  disagree (library, "a", base, mine, theirs);
  expect_string (title_of (library, "a"), "Theirs\\, later");
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs, later +");
  g_assert_cmpuint (pln_store_get_n_questions (library->store), ==, 1);

  question_solve (library, PLN_STORE_ANSWER_MINE);
  expect_string (title_of (library, "a"), "Mine");
  expect_string (question_list (library), "");
  g_assert_cmpuint (pln_store_get_n_questions (library->store), ==, 0);
  expect_string (library_undo (library), "Keep mine");
  expect_string (title_of (library, "a"), "Theirs\\, later");
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs, later +");
  expect_string (library_redo (library), "Keep mine");
  expect_string (question_list (library), "");
  expect_string (library_undo (library), "Keep mine");

  question_solve (library, PLN_STORE_ANSWER_BOTH);
  expect_string (title_of (library, "a"), "Mine / Theirs\\, later");
  expect_string (question_list (library), "");
  expect_string (library_undo (library), "Keep both");

  /* That changes nothing but the question; it can be undone like the others. */
  question_solve (library, PLN_STORE_ANSWER_THEIRS);
  expect_string (title_of (library, "a"), "Theirs\\, later");
  expect_string (question_list (library), "");
  g_assert_cmpstr (pln_store_get_undo_label (library->store), ==, "Keep theirs");
  expect_string (library_undo (library), "Keep theirs");
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs, later +");
  expect_string (library_check (library), "");
}

/* Times go together, and with their zone. */
static void
test_times (Library       *library,
            gconstpointer  user_data)
{
  const char *before = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20110701T100000Z\r\n"
                       "ORGANIZER:mailto:zoe@tern.example\r\nSEQUENCE:3\r\nSUMMARY:One\r\n";
  const char *after = "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *base = g_strconcat (before, "DTSTART:20110720T170000Z\r\nDTEND:20110720T190000Z\r\n", after, NULL);
  g_autofree char *mine = g_strconcat (before, "DTSTART;TZID=Europe/London:20110721T180000\r\nDURATION:PT1H\r\n",
                                       after, NULL);
  g_autofree char *theirs = g_strconcat (before, "DTSTART:20110722T170000Z\r\nDTEND:20110722T190000Z\r\n", after, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  disagree (library, "a", base, mine, theirs);
  expect_string (question_list (library), "a DTSTART 2011-07-20T17:00:00+00:00 2011-07-20T19:00:00+00:00/"
                                          "2011-07-21T18:00:00+01:00 2011-07-21T19:00:00+01:00/"
                                          "2011-07-22T17:00:00+00:00 2011-07-22T19:00:00+00:00");
  g_assert_false (question_try (library, PLN_STORE_ANSWER_BOTH, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED);

  question_solve (library, PLN_STORE_ANSWER_MINE);
  text = library_text (library, "a");
  g_assert_nonnull (strstr (text, "\r\nDTSTART;TZID=Europe/London:20110721T180000\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDURATION:PT1H\r\n"));
  g_assert_null (strstr (text, "DTEND"));
  g_assert_nonnull (strstr (text, "\r\nTZID:Europe/London\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSEQUENCE:4\r\n"));
}

/* Several at once; and what is gone is no question. */
static void
test_several (Library       *library,
              gconstpointer  user_data)
{
  g_autofree char *base = event_text ("a", "One", "DESCRIPTION:Tea\r\n");
  g_autofree char *mine = event_text ("a", "Mine", "DESCRIPTION:Tea and cake\r\n");
  g_autofree char *theirs = event_text ("a", "Theirs", "DESCRIPTION:Tea\\nand biscuits\r\n");
  g_autofree char *other_base = event_text ("b", "Two", "");
  g_autofree char *other_mine = event_text ("b", "Two, mine", "");
  g_autofree char *other_theirs = event_text ("b", "Two, theirs", "");
  g_autofree char *text = NULL;
  PlnChange *change;

  disagree (library, "a", base, mine, theirs);
  disagree (library, "b", other_base, other_mine, other_theirs);
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs +|"
                                          "a DESCRIPTION Tea/Tea and cake/Tea and biscuits +|"
                                          "b SUMMARY Two/Two, mine/Two, theirs +");

  question_solve (library, PLN_STORE_ANSWER_BOTH);
  text = library_text (library, "a");
  g_assert_nonnull (strstr (text, "\r\nDESCRIPTION:Tea and cake\\n\\nTea\\nand biscuits\r\n"));
  expect_string (title_of (library, "b"), "Two\\, mine / Two\\, theirs");
  expect_string (library_undo (library), "Keep both");

  /* What lies in the bin, or says what is mine again, is no question. */
  change = pln_change_new ("Delete");
  pln_change_delete (change, "a");
  library_apply (library, change);
  expect_string (question_list (library), "b SUMMARY Two/Two, mine/Two, theirs +");
  put (library, "b", other_mine);
  expect_string (question_list (library), "");
  expect_string (library_undo (library), "Edit");
  expect_string (library_undo (library), "Delete");
  g_assert_cmpuint (pln_store_get_n_questions (library->store), ==, 3);
}

/* What the user writes over it is mine from then on: that is one question. */
static void
test_once_more (Library       *library,
                gconstpointer  user_data)
{
  g_autofree char *base = event_text ("a", "One", "");
  g_autofree char *mine = event_text ("a", "Mine", "");
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autofree char *again = event_text ("a", "Mine again", "");
  g_autofree char *later = event_text ("a", "Theirs, later", "");

  disagree (library, "a", base, mine, theirs);
  merge (library, "a", theirs, theirs, later);
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs, later +");

  put (library, "a", again);
  merge (library, "a", later, again, theirs);
  expect_string (question_list (library), "a SUMMARY Theirs, later/Mine again/Theirs +");
}

/* A change can ask as well, as the update of a schedule does: undone, it asks
 * no more. */
static void
test_change_that_asks (Library       *library,
                       gconstpointer  user_data)
{
  g_autofree char *base = event_text ("a", "One", "");
  g_autofree char *mine = event_text ("a", "Mine", "");
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autoptr(GBytes) was = bytes_of (base);
  g_autoptr(GBytes) here = bytes_of (mine);
  g_autoptr(GBytes) there = bytes_of (theirs);
  PlnChange *change = change_put_text ("Import", CALENDAR, "a", theirs);

  put (library, "a", mine);
  pln_change_ask (change, "a", "The schedule", was, here, there);
  library_apply (library, change);
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs +");
  expect_string (library_undo (library), "Import");
  expect_string (question_list (library), "");
  expect_string (title_of (library, "a"), "Mine");
  expect_string (library_redo (library), "Import");
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs +");

  question_solve (library, PLN_STORE_ANSWER_MINE);
  expect_string (title_of (library, "a"), "Mine");
  expect_string (library_undo (library), "Keep mine");
  expect_string (library_undo (library), "Import");
  expect_string (question_list (library), "");
}

/* It is the user's own text: it travels in a backup. */
static void
test_backup (Library       *library,
             gconstpointer  user_data)
{
  g_autofree char *path = library_path (library, "../question.plenary");
  g_autofree char *base = event_text ("a", "One", "");
  g_autofree char *mine = event_text ("a", "Mine", "");
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autoptr(GError) error = NULL;

  disagree (library, "a", base, mine, theirs);
  g_assert_true (library_backup (library, path, &error));
  g_assert_true (library_restore (library, path, &error));
  g_assert_no_error (error);
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs +");

  question_solve (library, PLN_STORE_ANSWER_THEIRS);
  g_assert_true (library_restore (library, path, &error));
  g_assert_no_error (error);
  expect_string (question_list (library), "a SUMMARY One/Mine/Theirs +");
  library_remove (library, "../question.plenary");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add ("/store/question/" name, Library, NULL, set_up, function, library_tear_down)
  add ("title", test_title);
  add ("times", test_times);
  add ("several", test_several);
  add ("once-more", test_once_more);
  add ("change-that-asks", test_change_that_asks);
  add ("backup", test_backup);
#undef add

  return g_test_run ();
}
