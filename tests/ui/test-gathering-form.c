/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-field.h"
#include "pln-gathering-form.h"
#include "pln-problem-row.h"
#include "pln-ui-test.h"
#include "pln-when.h"

static const char *const calendars[] = { "Gatherings", "Organisers", "CPD23", NULL };

static GDateTime *
evening (guint minutes)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, G_DATE_JULY, 2011);

  return pln_when_join (&date, minutes, "Europe/London");
}

static PlnGathering *
meet_up (void)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GDateTime) start = evening (18 * 60 + 30);
  g_autoptr(GDateTime) end = evening (20 * 60 + 30);

  pln_gathering_set_title (gathering, "CPD23 meet-up");
  pln_gathering_set_times (gathering, start, end, "Europe/London", FALSE);
  pln_gathering_set_location (gathering, "University Centre");
  pln_gathering_set_places (gathering, "Elsewhere", "Organisers");

  return gathering;
}

static PlnSheet *
show_form (PlnWishList  *wishes,
           PlnGathering *gathering,
           gboolean      is_new)
{
  PlnSheet *form = pln_gathering_form_new (PLN_WISHES (wishes), gathering, is_new, calendars);

  pln_sheet_present (form, NULL);
  pln_ui_test_settle ();
  pln_ui_test_walk (adw_window_get_content (ADW_WINDOW (form)));

  return form;
}

static void
type (PlnSheet   *form,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find_named (GTK_WIDGET (form), row)), text);
}

static const char *
problem (PlnSheet   *form,
         const char *row)
{
  return pln_problem_row_get_problem (PLN_PROBLEM_ROW (pln_ui_test_find_named (GTK_WIDGET (form), row)));
}

/* What is announced is the gathering as it was, and as it shall be. */
static void
test_save (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *form = show_form (wishes, gathering, FALSE);
  gpointer weak = form;
  g_autofree char *text = NULL;
  PlnGathering *before;
  PlnGathering *after;

  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  type (form, "title_row", "  Autumn meet-up ");
  type (form, "online_row", "https://meet.example.org/x");
  type (form, "capacity_row", "60");
  pln_field_set_text (PLN_FIELD (pln_ui_test_find_named (GTK_WIDGET (form), "end_field")), "21:00");
  pln_sheet_act (form);
  pln_ui_test_settle ();

  text = pln_wish_list_take (wishes);
  g_assert_cmpstr (text, ==, "save-gathering Autumn meet-up\n");
  before = PLN_GATHERING (wishes->before);
  after = PLN_GATHERING (wishes->after);
  g_assert_cmpstr (pln_gathering_get_title (before), ==, "CPD23 meet-up");
  g_assert_cmpstr (pln_gathering_get_uid (after), ==, "g@example.org");
  g_assert_cmpstr (pln_gathering_get_online (after), ==, "https://meet.example.org/x");
  g_assert_cmpuint (pln_gathering_get_capacity (after), ==, 60);
  g_assert_cmpint (g_date_time_get_hour (pln_gathering_get_end (after)), ==, 21);
  g_assert_cmpstr (pln_gathering_get_calendar (after), ==, "Elsewhere"); /* though it was not offered */
  g_assert_cmpstr (pln_gathering_get_title (gathering), ==, "CPD23 meet-up");
  g_assert_null (weak);
}

/* Nothing that was not touched changes, to the second. */
static void
test_save_untouched (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autoptr(GDateTime) start = g_date_time_add_seconds (pln_gathering_get_start (gathering), 17);
  PlnGathering *after;
  PlnSheet *form;

  pln_gathering_set_times (gathering, start, pln_gathering_get_end (gathering), "Europe/London", FALSE);
  pln_gathering_set_series (gathering, "series000001", "before@example.org");
  form = show_form (wishes, gathering, FALSE);
  type (form, "place_row", "Old Hall");
  pln_sheet_act (form);
  pln_ui_test_settle ();

  after = PLN_GATHERING (wishes->after);
  g_assert_true (g_date_time_equal (pln_gathering_get_start (after), start));
  g_assert_cmpstr (pln_gathering_get_series (after), ==, "series000001");
  g_assert_cmpstr (pln_gathering_get_previous (after), ==, "before@example.org");
  g_assert_cmpstr (pln_gathering_get_colour (after), ==, "");
}

/* A new one has no before; who invites is the identity. */
static void
test_new (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *form;

  PLN_WISHES_GET_IFACE (wishes)->set_identity (PLN_WISHES (wishes), "Ada", "ada@example.org");
  form = show_form (wishes, gathering, TRUE);
  pln_sheet_act (form);
  pln_ui_test_settle ();

  g_assert_null (wishes->before);
  g_assert_cmpstr (pln_gathering_get_organiser_email (PLN_GATHERING (wishes->after)), ==, "ada@example.org");
}

/* What is wrong stands beside the field, and goes as it is mended. */
static void
test_problems (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *form = show_form (wishes, gathering, TRUE);
  g_autofree char *text = NULL;

  type (form, "title_row", " ");
  type (form, "online_row", "javascript:alert(1)");
  type (form, "capacity_row", "many");
  type (form, "organiser_email_row", "ada at example.org");
  g_assert_cmpstr (problem (form, "title_problem"), ==, ""); /* not before it is asked */
  pln_sheet_act (form);

  g_assert_nonnull (strstr (problem (form, "title_problem"), "needs a title"));
  g_assert_nonnull (strstr (problem (form, "online_problem"), "not a web address"));
  g_assert_nonnull (strstr (problem (form, "guests_problem"), "not a number"));
  g_assert_nonnull (strstr (problem (form, "organiser_problem"), "not a mail address"));
  text = pln_wish_list_take (wishes);
  g_assert_cmpstr (text, ==, "");

  type (form, "title_row", "CPD23");
  g_assert_cmpstr (problem (form, "title_problem"), ==, "");
  type (form, "online_row", "");
  g_assert_cmpstr (problem (form, "online_problem"), ==, "");

  pln_sheet_close (form);
  pln_ui_test_settle ();
}

/* Guests who have an invitation are not told by saving: it is said. */
static void
test_told (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  const guint answers[PLN_N_ANSWERS] = { 38 };
  PlnSheet *form;
  GtkWidget *fact;

  pln_gathering_set_counts (gathering, answers, 0, 38, 0);
  form = show_form (wishes, gathering, FALSE);
  fact = pln_ui_test_find_named (GTK_WIDGET (form), "told_fact");

  type (form, "title_row", "Another title");
  g_assert_false (gtk_widget_get_visible (fact));
  type (form, "place_row", "Old Hall");
  g_assert_true (gtk_widget_get_visible (fact));
  g_assert_nonnull (pln_ui_test_find_text (fact, "38 people have an invitation. They will not be told until you export an update."));
  type (form, "place_row", "University Centre");
  g_assert_false (gtk_widget_get_visible (fact));

  pln_sheet_close (form);
  pln_ui_test_settle ();
}

/* Closing asks only if something typed would be lost. */
static void
test_discard (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = meet_up ();
  PlnSheet *form = show_form (wishes, gathering, FALSE);
  gpointer weak = form;

  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  gtk_window_close (GTK_WINDOW (form));
  pln_ui_test_settle ();
  g_assert_null (weak);

  form = show_form (wishes, gathering, FALSE);
  weak = form;
  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  type (form, "title_row", "Another title");
  gtk_window_close (GTK_WINDOW (form));
  pln_ui_test_settle ();
  g_assert_nonnull (weak);
  pln_sheet_close (form);
  pln_ui_test_settle ();
  g_assert_null (weak);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (1311084720); /* 19 July 2011, 14:12 UTC */

  g_test_add_func ("/ui/gathering-form/save", test_save);
  g_test_add_func ("/ui/gathering-form/save-untouched", test_save_untouched);
  g_test_add_func ("/ui/gathering-form/new", test_new);
  g_test_add_func ("/ui/gathering-form/problems", test_problems);
  g_test_add_func ("/ui/gathering-form/told", test_told);
  g_test_add_func ("/ui/gathering-form/discard", test_discard);

  return g_test_run ();
}
