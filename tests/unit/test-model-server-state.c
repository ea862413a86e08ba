/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-question.h"
#include "pln-sign-in.h"
#include "pln-server-state.h"

#define NOW 1311081120

static void
assert_words (PlnServerState       *state,
              const PlnServerFacts *facts,
              PlnServerIs           is,
              const char           *expected)
{
  g_autofree char *words = NULL;

  pln_server_state_set (state, facts);
  words = pln_server_state_words (state);
  g_assert_cmpint (pln_server_state_get_is (state), ==, is);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_says_most_urgent (void)
{
  g_autoptr(PlnServerState) state = pln_server_state_new ();
  g_autoptr(GDateTime) synced = g_date_time_new_from_unix_utc (NOW - 130);
  PlnServerFacts facts = { 0 };

  pln_clock_set (NOW);
  assert_words (state, &facts, PLN_SERVER_IS_LOCAL, "Kept on this computer");

  facts.n_accounts = 1;
  assert_words (state, &facts, PLN_SERVER_IS_DONE, "Not synced yet");
  facts.synced = synced;
  assert_words (state, &facts, PLN_SERVER_IS_DONE, "Synced 2 minutes ago");
  facts.is_offline = TRUE;
  facts.n_waiting = 3;
  assert_words (state, &facts, PLN_SERVER_IS_OFFLINE, "3 changes wait for network");
  facts.problem = "The server had a problem.";
  assert_words (state, &facts, PLN_SERVER_IS_FAILED, "3 changes wait for the server");
  facts.is_working = TRUE;
  assert_words (state, &facts, PLN_SERVER_IS_WORKING, "Receiving…");
  facts.n_done = 312;
  facts.n_total = 940;
  assert_words (state, &facts, PLN_SERVER_IS_WORKING, "Receiving 312 of 940…");
  facts.n_untold = 1;
  assert_words (state, &facts, PLN_SERVER_IS_UNTOLD, "1 change waits until you say whom to tell");
  facts.n_questions = 1;
  assert_words (state, &facts, PLN_SERVER_IS_ASKING, "1 question for you");
  facts.gone = "CPD23";
  assert_words (state, &facts, PLN_SERVER_IS_GONE, "Calendar “CPD23” is gone");
  facts.doubtful = "one";
  assert_words (state, &facts, PLN_SERVER_IS_DOUBTFUL, "The server is not trusted");
  facts.locked = "two";
  assert_words (state, &facts, PLN_SERVER_IS_LOCKED, "Needs your password");
  g_assert_cmpstr (pln_server_state_get_account (state), ==, "two");
}

static void
count_cb (gpointer  object,
          guint    *n)
{
  ++*n;
}

static void
test_announces_new_words_only (void)
{
  g_autoptr(PlnServerState) state = pln_server_state_new ();
  PlnServerFacts facts = { .n_accounts = 1, .is_working = TRUE, .n_done = 1, .n_total = 3 };
  guint n = 0;

  g_signal_connect (state, "changed", G_CALLBACK (count_cb), &n);
  pln_server_state_set (state, &facts);
  pln_server_state_set (state, &facts);
  g_assert_cmpuint (n, ==, 1);
  facts.n_done = 2;
  pln_server_state_set (state, &facts);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_question_is_told_in_words (void)
{
  g_autoptr(PlnQuestion) conflict = pln_question_new (&(PlnQuestionFacts) {
    .kind = "session", .title = "Networking", .part = "DESCRIPTION", .mine = "a", .theirs = "b" });
  g_autoptr(PlnQuestion) same = pln_question_new (&(PlnQuestionFacts) {
    .kind = "session", .title = "Networking", .part = "DESCRIPTION", .mine = "a", .theirs = "b" });
  g_autoptr(PlnQuestion) deletions = pln_question_new (&(PlnQuestionFacts) { .title = "CPD23", .n_deleted = 412 });
  g_autofree char *words = pln_question_words_title (conflict);
  g_autofree char *other = pln_question_words_title (deletions);

  g_assert_cmpstr (words, ==, "Session “Networking”, description");
  g_assert_cmpstr (other, ==, "412 entries of “CPD23” are gone on the server");
  g_assert_true (pln_question_is_same (conflict, same));
  g_assert_false (pln_question_is_same (conflict, deletions));
}

static void
test_sign_in_shows_host_first (void)
{
  g_autoptr(PlnSignIn) sign_in = pln_sign_in_new (NULL);

  pln_sign_in_set_problem (sign_in, PLN_SIGN_IN_NO_NETWORK, "There is no network.", NULL, NULL);
  pln_sign_in_set_server (sign_in, "https://cal.fenwick.example/dav/", "dorrie");
  pln_sign_in_set_step (sign_in, PLN_SIGN_IN_PASSWORD);

  g_assert_cmpstr (pln_sign_in_get_host (sign_in), ==, "cal.fenwick.example");
  g_assert_true (pln_sign_in_get_encrypted (sign_in));
  g_assert_cmpint (pln_sign_in_get_problem (sign_in), ==, PLN_SIGN_IN_IS_FINE);
  g_assert_cmpstr (pln_sign_in_get_problem_words (sign_in), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/server-state/most-urgent", test_says_most_urgent);
  g_test_add_func ("/server-state/announced", test_announces_new_words_only);
  g_test_add_func ("/question/words", test_question_is_told_in_words);
  g_test_add_func ("/sign-in/host", test_sign_in_shows_host_first);

  return g_test_run ();
}
