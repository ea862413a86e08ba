/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-session-form.h"
#include "pln-session-pane.h"
#include "pln-session-words.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnWishList    *wishes;
  PlnGathering   *gathering;
  PlnSessionPane *pane;
  GtkWindow      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  pln_clock_set (PLN_UI_TEST_NOW);
  fixture->wishes = pln_wish_list_new ();
  fixture->gathering = pln_ui_programme_new (TRUE);
  fixture->pane = PLN_SESSION_PANE (pln_session_pane_new ());
  fixture->window = pln_ui_test_show (GTK_WIDGET (fixture->pane), fixture->wishes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  pln_ui_test_end (fixture->window, fixture->pane);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static void
show (Fixture    *fixture,
      const char *uid)
{
  pln_session_pane_show (fixture->pane, fixture->gathering, pln_gathering_find_session (fixture->gathering, uid));
  pln_ui_test_settle ();
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  GtkWidget *widget = pln_ui_test_find_text (GTK_WIDGET (fixture->pane), text);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (says (fixture, "Choose a session to see more"));
  show (fixture, "networking");
  g_assert_true (says (fixture, "Session"));
  g_assert_true (says (fixture, "Networking and sustaining collaboration"));
  g_assert_true (says (fixture, "Breakouts"));
  g_assert_true (says (fixture, "Published"));
  g_assert_true (says (fixture, "14:00–14:45"));
  g_assert_true (says (fixture, "On now, 33 minutes left"));
  g_assert_true (says (fixture, "Room 2"));
  g_assert_true (says (fixture, "28 places"));
  g_assert_true (says (fixture, "Nessa Teasel"));
  g_assert_true (says (fixture, "Facilitates"));
  g_assert_true (says (fixture, "Question"));
  g_assert_true (pln_session_pane_get_item (fixture->pane) == pln_gathering_find_session (fixture->gathering, "networking"));

  show (fixture, "questions");
  g_assert_true (says (fixture, "Ivo Larch speaks in Room 1 and Room 3 from 11:45 to 12:15."));
  g_assert_false (says (fixture, "Question"));
  show (fixture, "poster2");
  g_assert_true (says (fixture, "Without a time"));
  g_assert_true (says (fixture, "No room yet"));
  show (fixture, "lunch");
  g_assert_true (says (fixture, "Break"));
}

/* The pane follows what it shows, and lets go of what went. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  PlnSession *session = pln_gathering_find_session (fixture->gathering, "maps");

  show (fixture, "maps");
  pln_session_set_title (session, "Maps");
  pln_session_set_status (session, PLN_SESSION_CANCELLED);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Maps"));
  g_assert_nonnull (pln_ui_test_find_text (pln_ui_test_find_named (GTK_WIDGET (fixture->pane), "tags"), "Cancelled"));
  pln_gathering_remove_session (fixture->gathering, "maps");
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Choose a session to see more"));
}

static void
test_deeds (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  g_autofree char *line = NULL;

  show (fixture, "maps");
  gtk_widget_activate_action (pane, "pane.room", "s", "Room 2");
  g_assert_cmpstr (pln_session_get_room (PLN_SESSION (fixture->wishes->after)), ==, "Room 2");
  g_assert_cmpstr (pln_session_get_room (PLN_SESSION (fixture->wishes->before)), ==, "Auditorium");
  gtk_widget_activate_action (pane, "pane.draft", NULL);
  g_assert_cmpint (pln_session_get_status (PLN_SESSION (fixture->wishes->after)), ==, PLN_SESSION_DRAFT);
  gtk_widget_activate_action (pane, "pane.cancelled", NULL);
  g_assert_cmpint (pln_session_get_status (PLN_SESSION (fixture->wishes->after)), ==, PLN_SESSION_CANCELLED);
  gtk_widget_activate_action (pane, "pane.duplicate", NULL);
  g_assert_null (fixture->wishes->before);
  g_assert_cmpstr (pln_session_get_title (PLN_SESSION (fixture->wishes->after)), ==, "Network maps for librarians");
  g_assert_cmpstr (pln_session_get_uid (PLN_SESSION (fixture->wishes->after)), !=, "maps");
  gtk_widget_activate_action (pane, "pane.delete", NULL);
  g_assert_null (fixture->wishes->after);
  g_assert_cmpstr (pln_session_get_uid (PLN_SESSION (fixture->wishes->before)), ==, "maps");
  line = pln_wish_list_take (fixture->wishes);
  g_assert_true (g_str_has_suffix (line, "delete-session Network maps for librarians\n"));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_closed = 0;

  g_signal_connect_swapped (fixture->pane, "closed", G_CALLBACK (count_cb), &n_closed);
  show (fixture, "maps");
  g_assert_cmpuint (pln_ui_test_walk (GTK_WIDGET (fixture->pane)), >=, 4); /* edit, more, close, room, Edit… */
  g_assert_true (pln_ui_test_key (GTK_WIDGET (fixture->pane), GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_closed, ==, 1);
}

/* Where nothing may be changed, nothing offers to. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  pln_gathering_set_read_only (fixture->gathering, TRUE);
  show (fixture, "maps");
  g_assert_true (says (fixture, "Gwil Marrow"));
  g_assert_false (says (fixture, "Edit…"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "pane.room", "s", "Room 2");
  g_assert_null (fixture->wishes->after);
}

/* A calendar knows occurrences; what is an item of the gathering at hand is
 * shown as that. */
static void
test_occurrence (Fixture       *fixture,
                 gconstpointer  data)
{
  PlnSession *session = pln_gathering_find_session (fixture->gathering, "maps");
  g_autoptr(PlnOccurrence) of_session = pln_occurrence_new (&(PlnOccurrenceData) {
    .kind = PLN_OCCURRENCE_KIND_SESSION, .uid = "maps", .gathering = "lis-dream@example.org", .title = "Network maps",
    .start = pln_session_get_start (session), .end = pln_session_get_end (session),
  });
  g_autoptr(PlnOccurrence) event = pln_occurrence_new (&(PlnOccurrenceData) {
    .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = "e1", .title = "Dentist", .place = "Mill Road", .note = "Its zone is not known.",
    .start = pln_session_get_start (session), .end = pln_session_get_end (session), .is_recurring = TRUE,
  });

  pln_session_pane_show (fixture->pane, fixture->gathering, of_session);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Gwil Marrow"));
  g_assert_true (pln_session_pane_get_item (fixture->pane) == of_session);
  pln_session_pane_show (fixture->pane, fixture->gathering, event);
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Event"));
  g_assert_true (says (fixture, "Dentist"));
  g_assert_true (says (fixture, "Mill Road"));
  g_assert_true (says (fixture, "Repeats"));
  g_assert_true (says (fixture, "Its zone is not known."));
  pln_session_pane_show (fixture->pane, NULL, of_session); /* its gathering is not loaded */
  pln_ui_test_settle ();
  g_assert_true (says (fixture, "Network maps"));
}

static void
test_words (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (PLN_UI_TEST_NOW);
  static const struct { int from, to; const char *words; gboolean on_now; } cases[] = {
    { -12, 33, "On now, 33 minutes left", TRUE },
    { -12, 1, "On now, 1 minute left", TRUE },
    { -12, 150, "On now, 2 h 30 min left", TRUE },
    { 12, 33, "In 12 minutes", FALSE },
    { 61, 90, "Tuesday 19 July", FALSE },
    { -60, -30, "Tuesday 19 July", FALSE },
  };

  pln_clock_set (PLN_UI_TEST_NOW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GDateTime) start = g_date_time_add_minutes (now, cases[i].from);
      g_autoptr(GDateTime) end = g_date_time_add_minutes (now, cases[i].to);
      gboolean on_now;
      g_autofree char *words = pln_session_words_state (start, end, &on_now);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (on_now, ==, cases[i].on_now);
    }
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/session-pane/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("session", test_session);
  ADD ("follows", test_follows);
  ADD ("deeds", test_deeds);
  ADD ("keys", test_keys);
  ADD ("read-only", test_read_only);
  ADD ("occurrence", test_occurrence);
  g_test_add_func ("/ui/session-pane/words", test_words);

  return g_test_run ();
}
