/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-agenda-page.h"
#include "pln-session-form.h"
#include "pln-session-row.h"
#include "pln-track.h"
#include "pln-ui-test.h"
#include "pln-when.h"

static GDateTime *
at (GDateDay day,
    guint    minutes)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_JULY, 2011);

  return pln_when_join (&date, minutes, "Europe/London");
}

static void
add (GPtrArray  *sessions,
     const char *uid,
     const char *title,
     GDateDay    day, /* 0: without a time */
     guint       minutes)
{
  PlnSession *session = pln_session_new (uid);

  pln_session_set_title (session, title);
  if (day != 0)
    {
      g_autoptr(GDateTime) start = at (day, minutes);
      g_autoptr(GDateTime) end = at (day, minutes + 45);

      pln_session_set_times (session, start, end, "Europe/London", FALSE);
    }
  g_ptr_array_add (sessions, session);
}

static PlnGathering *
conference (void)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDateTime) start = at (19, 540);

  pln_gathering_set_title (gathering, "LIS DREaM launch");
  pln_gathering_set_times (gathering, start, NULL, "Europe/London", FALSE);
  pln_gathering_set_loaded (gathering, TRUE);
  add (sessions, "a", "Welcome", 19, 600);
  add (sessions, "b", "Keynote", 19, 645);
  add (sessions, "c", "Breakouts", 20, 600);
  add (sessions, "d", "Poster", 0, 0);
  pln_gathering_set_sessions (gathering, sessions);

  return gathering;
}

static GtkListBox *
list_of (GtkWidget *page)
{
  return GTK_LIST_BOX (pln_ui_test_find_named (page, "list"));
}

static const char *
selected (GtkWidget *page)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list_of (page));

  return row != NULL ? pln_session_get_title (pln_session_row_get_session (PLN_SESSION_ROW (row))) : NULL;
}

/* What stands below the title of the first session. */
static const char *
meta_of (GtkWidget *page)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list_of (page), 0));

  return gtk_label_get_label (GTK_LABEL (pln_ui_test_find_named (row, "meta_label")));
}

static void
check_wish (PlnWishList *wishes,
            const char  *expected)
{
  g_autofree char *text = pln_wish_list_take (wishes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = conference ();
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);

  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (page, "4 sessions"));
  g_assert_nonnull (pln_ui_test_find_text (page, "Tuesday 19 July"));
  g_assert_nonnull (pln_ui_test_find_text (page, "Wednesday 20 July"));
  g_assert_nonnull (pln_ui_test_find_text (page, "1 without a time"));
  g_assert_nonnull (gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (list_of (page), 0)));
  g_assert_null (gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (list_of (page), 1)));
  g_assert_cmpuint (pln_ui_test_walk (page), >=, 4 + 2);

  /* As long as the gathering is a draft its sessions are. */
  pln_gathering_set_state (gathering, PLN_STATE_PUBLISHED);
  pln_ui_test_settle ();
  g_assert_null (strstr (meta_of (page), "Draft"));
  pln_gathering_set_state (gathering, PLN_STATE_DRAFT);
  pln_ui_test_settle ();
  g_assert_nonnull (strstr (meta_of (page), "Draft"));

  pln_ui_test_end (window, page);
}

/* By keyboard: earlier, later, delete; the selection stays with the session. */
static void
test_keys (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = conference ();
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);
  GtkListBoxRow *row;
  PlnSession *after;

  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  pln_ui_test_settle ();
  row = gtk_list_box_get_row_at_index (list_of (page), 1);
  gtk_list_box_select_row (list_of (page), row);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  gtk_widget_activate_action (page, "agenda.move", "i", -5);
  check_wish (wishes, "save-session Keynote\n");
  after = PLN_SESSION (wishes->after);
  g_assert_cmpint (g_date_time_get_minute (pln_session_get_start (after)), ==, 40);
  g_assert_cmpint (g_date_time_get_minute (pln_session_get_end (after)), ==, 25);
  g_assert_cmpint (g_date_time_get_minute (pln_session_get_start (PLN_SESSION (wishes->before))), ==, 45);

  gtk_widget_activate_action (page, "agenda.delete", NULL);
  check_wish (wishes, "delete-session Keynote\n");
  pln_gathering_remove_session (gathering, "b");
  pln_ui_test_settle ();
  g_assert_cmpstr (selected (page), ==, "Breakouts");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), page)
                 || gtk_window_get_focus (window) == GTK_WIDGET (gtk_list_box_get_selected_row (list_of (page))));

  pln_ui_test_end (window, page);
}

/* N opens the form, unless nothing may be changed. */
static void
test_letter (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = conference ();
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);

  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  pln_gathering_set_read_only (gathering, TRUE);
  g_assert_false (pln_ui_test_key (page, GDK_KEY_n, 0));
  pln_gathering_set_read_only (gathering, FALSE);
  g_assert_true (pln_ui_test_key (page, GDK_KEY_n, 0));

  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
  pln_ui_test_end (window, page); /* and the form with it */
}

/* A session that goes to another place in the list stays selected. */
static void
test_moved_stays_selected (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = conference ();
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);
  g_autoptr(PlnSession) later = pln_session_copy (pln_gathering_find_session (gathering, "a"));
  g_autoptr(GDateTime) start = at (20, 900);

  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  pln_ui_test_settle ();
  gtk_list_box_select_row (list_of (page), gtk_list_box_get_row_at_index (list_of (page), 0));
  pln_session_set_times (later, start, NULL, "Europe/London", FALSE);
  pln_gathering_put_session (gathering, later);
  pln_ui_test_settle ();
  g_assert_cmpstr (selected (page), ==, "Welcome");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list_of (page))), ==, 2);

  pln_ui_test_end (window, page);
}

static void
test_empty_and_read_only (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(PlnGathering) full = conference ();
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);

  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (page, "empty"))); /* not known yet */
  pln_gathering_set_loaded (gathering, TRUE);
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (page, "empty")));
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (page, "empty_button")));

  pln_gathering_set_read_only (full, TRUE);
  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), full);
  gtk_list_box_select_row (list_of (page), gtk_list_box_get_row_at_index (list_of (page), 0));
  g_assert_true (gtk_widget_get_visible (pln_ui_test_find_named (page, "read_only_bar")));
  gtk_widget_activate_action (page, "agenda.delete", NULL);
  check_wish (wishes, "");

  pln_ui_test_end (window, page);
}

/* Of a large conference only what is looked at has rows, but all is counted. */
static void
test_large (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *page = pln_agenda_page_new ();
  GtkWindow *window = pln_ui_test_show (page, wishes);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pln_ui_test_find_named (page, "scroller")));

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *uid = g_strdup_printf ("s%u", i);

      add (sessions, uid, "Talk", 19, i);
    }
  pln_gathering_set_sessions (gathering, sessions);
  pln_gathering_set_loaded (gathering, TRUE);
  pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (page), gathering);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (page, "400 sessions"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list_of (page), 149));
  g_assert_null (gtk_list_box_get_row_at_index (list_of (page), 399));

  for (guint i = 0; i < 3; i++)
    {
      gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
      g_signal_emit_by_name (scroll, "value-changed");
    }
  g_assert_nonnull (gtk_list_box_get_row_at_index (list_of (page), 399));

  pln_ui_test_end (window, page);
}

static void
test_form (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = conference ();
  g_autoptr(GDateTime) start = at (19, 780);
  PlnSheet *form = pln_session_form_new (PLN_WISHES (wishes), gathering, NULL, start);
  gpointer weak = form;
  PlnSession *after;

  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  pln_sheet_present (form, NULL);
  pln_ui_test_settle ();
  pln_sheet_act (form);
  check_wish (wishes, ""); /* it needs a title */

  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find_named (GTK_WIDGET (form), "title_row")), "One-minute madness");
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find_named (GTK_WIDGET (form), "room_row")), "Auditorium");
  pln_sheet_act (form);
  pln_ui_test_settle ();
  check_wish (wishes, "save-session One-minute madness\n");
  g_assert_null (wishes->before);
  after = PLN_SESSION (wishes->after);
  g_assert_cmpstr (pln_session_get_room (after), ==, "Auditorium");
  g_assert_true (g_date_time_equal (pln_session_get_start (after), start));
  g_assert_cmpstr (pln_session_get_zone (after), ==, "Europe/London");
  g_assert_null (weak);
}

static void
test_tracks (void)
{
  g_autoptr(PlnSession) session = pln_session_new ("s");
  static const char *const speakers[] = { "Ivo Larch <ivo@larch.example>", "Hana Ashdown", "<x@y.example>", NULL };
  g_autofree char *names = NULL;

  g_assert_cmpstr (pln_track_colour (""), ==, "slate");
  g_assert_cmpstr (pln_track_colour ("Breakouts, round 1"), ==, "purple");
  g_assert_cmpstr (pln_track_colour ("PRACTICE"), ==, "green");
  g_assert_cmpstr (pln_track_colour ("Room for all"), ==, pln_track_colour ("room for all "));

  pln_session_set_speakers (session, speakers);
  names = pln_track_speakers (session);
  g_assert_cmpstr (names, ==, "Ivo Larch, Hana Ashdown, <x@y.example>");
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/agenda-page/days", test_days);
  g_test_add_func ("/ui/agenda-page/keys", test_keys);
  g_test_add_func ("/ui/agenda-page/letter", test_letter);
  g_test_add_func ("/ui/agenda-page/moved-stays-selected", test_moved_stays_selected);
  g_test_add_func ("/ui/agenda-page/empty-and-read-only", test_empty_and_read_only);
  g_test_add_func ("/ui/agenda-page/large", test_large);
  g_test_add_func ("/ui/session-form/new", test_form);
  g_test_add_func ("/ui/track/colour-and-speakers", test_tracks);

  return g_test_run ();
}
