/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ask.h"
#include "pln-event-form.h"
#include "pln-problem-row.h"
#include "pln-ui-test.h"

static const char *const calendars[] = { "Gatherings", "Personal", NULL };

static PlnEvent *
dentist (gboolean is_recurring)
{
  PlnEvent *event = pln_event_new ("d@example.org");
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 20, 9, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_new_utc (2011, 7, 20, 9, 30, 0);

  pln_event_set_title (event, "Dentist");
  pln_event_set_calendar (event, "Personal");
  pln_event_set_description (event, "Bring the card");
  pln_event_set_times (event, start, end, "UTC", FALSE);
  pln_event_set_is_recurring (event, is_recurring);
  pln_event_set_repeats (event, is_recurring ? "every Wednesday" : "");
  pln_event_set_instance (event, is_recurring ? "20110720T090000Z" : "");

  return event;
}

static PlnSheet *
show_form (PlnWishList *wishes,
           PlnEvent    *event,
           gboolean     is_new)
{
  PlnSheet *form = pln_event_form_new (PLN_WISHES (wishes), event, is_new, calendars);

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

static void
check_wish (PlnWishList *wishes,
            const char  *expected)
{
  g_autofree char *text = pln_wish_list_take (wishes);

  g_assert_cmpstr (text, ==, expected);
}

/* Answers the question that is open. */
static void
answer (const char *response)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      {
        g_autoptr(GtkWindow) dialog = g_object_ref (at->data);

        adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
        gtk_window_destroy (dialog); /* as its button does */
        pln_ui_test_settle ();
        return;
      }
  g_assert_not_reached ();
}

static void
test_save (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnEvent) event = dentist (FALSE);
  PlnSheet *form = show_form (wishes, event, FALSE);
  gpointer weak = form;

  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  type (form, "title_row", "Doctor");
  type (form, "place_row", "Mill Road");
  pln_sheet_act (form);
  pln_ui_test_settle ();

  check_wish (wishes, "save-event Doctor this\n");
  g_assert_cmpstr (pln_event_get_title (PLN_EVENT (wishes->before)), ==, "Dentist");
  g_assert_cmpstr (pln_event_get_place (PLN_EVENT (wishes->after)), ==, "Mill Road");
  g_assert_cmpstr (pln_event_get_description (PLN_EVENT (wishes->after)), ==, "Bring the card");
  g_assert_cmpstr (pln_event_get_calendar (PLN_EVENT (wishes->after)), ==, "Personal");
  g_assert_true (pln_event_get_start (PLN_EVENT (wishes->after)) == pln_event_get_start (event));
  g_assert_null (weak);
}

static void
test_no_title (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnEvent) event = dentist (FALSE);
  PlnSheet *form = show_form (wishes, event, TRUE);
  GtkWidget *problem = pln_ui_test_find_named (GTK_WIDGET (form), "title_problem");

  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (form), "delete_row")));
  type (form, "title_row", " ");
  pln_sheet_act (form);
  g_assert_cmpstr (pln_problem_row_get_problem (PLN_PROBLEM_ROW (problem)), ==, "The event needs a title.");
  check_wish (wishes, "");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* Of a series it is asked how far a change reaches; who thinks better of it is
 * still in the form. */
static void
test_series (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnEvent) event = dentist (TRUE);
  PlnSheet *form = show_form (wishes, event, FALSE);
  gpointer weak = form;

  g_object_add_weak_pointer (G_OBJECT (form), &weak);
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find_named (GTK_WIDGET (form), "gathering_row")));
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (form), "Repeats every Wednesday"));
  type (form, "title_row", "Doctor");
  pln_sheet_act (form);
  answer ("no");
  check_wish (wishes, "");
  g_assert_nonnull (weak);

  pln_sheet_act (form);
  answer ("all");
  check_wish (wishes, "save-event Doctor all\n");
  g_assert_null (weak);
}

static void
test_delete_and_make_gathering (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnEvent) event = dentist (FALSE);
  PlnSheet *form = show_form (wishes, event, FALSE);

  adw_action_row_activate (ADW_ACTION_ROW (pln_ui_test_find_named (GTK_WIDGET (form), "delete_row")));
  pln_ui_test_settle ();
  check_wish (wishes, "delete-event Dentist this\n");

  form = show_form (wishes, event, FALSE);
  adw_action_row_activate (ADW_ACTION_ROW (pln_ui_test_find_named (GTK_WIDGET (form), "gathering_row")));
  pln_ui_test_settle ();
  check_wish (wishes, "make-gathering Dentist\n");
}

static void
test_doubt (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnEvent) event = dentist (TRUE);
  PlnSheet *form;
  GtkWidget *label;

  pln_event_set_doubt (event, "Its rule is not understood.");
  form = show_form (wishes, event, FALSE);
  label = pln_ui_test_find_named (GTK_WIDGET (form), "doubt_label");
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Its rule is not understood.");
  g_assert_false (gtk_widget_get_sensitive (pln_ui_test_find_named (GTK_WIDGET (form), "rows")));
  gtk_window_destroy (GTK_WINDOW (form));
}

/* What is dragged in a calendar asks the same question. */
static void
test_ask_occurrence (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 20, 9, 0, 0);
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = "d", .title = "Dentist", .start = start };
  g_autoptr(PlnOccurrence) once = pln_occurrence_new (&data);
  g_autoptr(PlnOccurrence) one_of_many = NULL;
  GtkWindow *window = pln_ui_test_show (gtk_label_new (""), wishes);

  data.instance = "20110720T090000Z";
  data.is_recurring = TRUE;
  one_of_many = pln_occurrence_new (&data);

  pln_ask_occurrence (window, PLN_WISHES (wishes), once, NULL);
  check_wish (wishes, "delete-occurrence Dentist this\n");
  pln_ask_occurrence (window, PLN_WISHES (wishes), one_of_many, one_of_many);
  answer ("this");
  check_wish (wishes, "save-occurrence Dentist this\n");
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/event-form/save", test_save);
  g_test_add_func ("/ui/event-form/no-title", test_no_title);
  g_test_add_func ("/ui/event-form/series", test_series);
  g_test_add_func ("/ui/event-form/delete-and-make-gathering", test_delete_and_make_gathering);
  g_test_add_func ("/ui/event-form/doubt", test_doubt);
  g_test_add_func ("/ui/event-form/ask-occurrence", test_ask_occurrence);

  return g_test_run ();
}
