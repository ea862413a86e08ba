/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-application-private.h"
#include "pln-event-form.h"
#include "pln-first-start.h"
#include "pln-gathering-form.h"
#include "pln-import-sheet.h"
#include "pln-notice.h"
#include "pln-person-pane.h"
#include "pln-print-operation.h"
#include "pln-window.h"

#include <glib/gstdio.h>

/* The whole program on a library of its own, up to the disk: what is wished
 * for in the window is carried out, and shown. */

typedef struct
{
  PlnApplication  *application;
  PlnWindow       *window;
  char            *folder; /* holds the library, and room for files */
  void          (* steps) (PlnApplication *application,
                           PlnWindow      *window,
                           const char     *folder);
} Run;

#define WISH(application, name, ...) \
  PLN_WISHES_GET_IFACE (application)->name (PLN_WISHES (application) __VA_OPT__ (,) __VA_ARGS__)

/* Runs the main loop until something is so; meson's time-out is the limit. */
#define wait_until(condition) \
  G_STMT_START \
    { \
      while (!(condition)) \
        g_main_context_iteration (NULL, TRUE); \
      pln_ui_test_settle (); \
    } \
  G_STMT_END

static GListModel *
gatherings_of (PlnWindow *window)
{
  g_autoptr(GListModel) gatherings = NULL;

  g_object_get (window, "gatherings", &gatherings, NULL);

  return gatherings; /* the core keeps it alive */
}

static gboolean
is_ready (PlnWindow *window)
{
  gboolean ready;

  g_object_get (window, "ready", &ready, NULL);

  return ready;
}

static gboolean
chosen_is_loaded (PlnWindow *window)
{
  PlnGathering *gathering = pln_window_get_gathering (window);

  return gathering != NULL && pln_gathering_get_loaded (gathering);
}

static gboolean
has_undo (PlnWindow *window)
{
  g_autofree char *label = NULL;

  g_object_get (window, "undo-label", &label, NULL);

  return label != NULL;
}

/* Whether a label begins with some words: changes that follow each other
 * quickly are one message. */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window; /* GTK keeps it alive */
    }

  return NULL;
}

/* A gathering of the user's own, saved. */
static PlnGathering *
add_gathering (PlnApplication *application,
               PlnWindow      *window,
               const char     *title)
{
  GListModel *gatherings = gatherings_of (window);
  guint n_before = g_list_model_get_n_items (gatherings);
  g_autoptr(PlnGathering) draft = pln_gathering_new ("own@plenary");
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) start = g_date_time_new (zone, 2011, 9, 6, 18, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_new (zone, 2011, 9, 6, 21, 0, 0);

  pln_gathering_set_title (draft, title);
  pln_gathering_set_times (draft, start, end, "Europe/London", FALSE);
  WISH (application, save_gathering, NULL, draft);
  wait_until (g_list_model_get_n_items (gatherings) > n_before && has_undo (window));
  wait_until (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), title) == 0);

  return pln_window_get_gathering (window);
}

static void
begin_with_sample (PlnApplication *application,
                   PlnWindow      *window,
                   const char     *folder)
{
  GtkWidget *page = NULL;
  GtkWidget *label;

  /* It waits until it is known that there are no entries either. */
  wait_until ((page = pln_ui_test_find (GTK_WIDGET (window), PLN_TYPE_FIRST_START)) != NULL && gtk_widget_get_mapped (page));
  label = pln_ui_test_find_text (page, "Look at the sample first");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");

  wait_until (chosen_is_loaded (window));
  g_assert_cmpuint (g_list_model_get_n_items (gatherings_of (window)), ==, 3);
  g_assert_cmpuint (pln_gathering_get_n_attendees (pln_window_get_gathering (window)), ==, 124);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (pln_ui_test_find_named (GTK_WIDGET (window), "sample_bar"))));

  WISH (application, remove_sample);
  wait_until (g_list_model_get_n_items (gatherings_of (window)) == 0 && pln_window_get_gathering (window) == NULL);
  wait_until (gtk_widget_get_mapped (page));
}

static void
delete_and_undo (PlnApplication *application,
                 PlnWindow      *window,
                 const char     *folder)
{
  PlnGathering *gathering = add_gathering (application, window, "LISNPN evening");

  WISH (application, delete_gathering, gathering);
  wait_until (pln_window_get_gathering (window) == NULL);
  wait_until (says (GTK_WIDGET (window), "“LISNPN evening” deleted"));

  WISH (application, undo, FALSE);
  wait_until (pln_window_get_gathering (window) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "LISNPN evening");
}

static void
people_and_search (PlnApplication *application,
                   PlnWindow      *window,
                   const char     *folder)
{
  PlnGathering *gathering = add_gathering (application, window, "LISNPN evening");
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *search;
  GtkWidget *entry;
  GtkWidget *pane;

  wait_until (chosen_is_loaded (window));
  lines = WISH (application, read_people, gathering, "Ada Fennimore <ada@example.org>\nno address here\n", &error);
  g_assert_no_error (error);
  WISH (application, add_people, gathering, lines);
  wait_until (pln_gathering_get_n_attendees (gathering) == 1);
  wait_until (says (GTK_WIDGET (window), "1 person added"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  search = find_window (g_type_from_name ("PlnSearchWindow"));
  entry = pln_ui_test_find (search, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "fennimore");
  g_signal_emit_by_name (entry, "search-changed");
  wait_until (pln_ui_test_find_text (search, "Ada Fennimore") != NULL);
  g_signal_emit_by_name (entry, "activate");
  wait_until ((pane = pln_ui_test_find (GTK_WIDGET (window), PLN_TYPE_PERSON_PANE)) != NULL && gtk_widget_get_mapped (pane));
  g_assert_cmpstr (pln_attendee_get_name (pln_person_pane_get_attendee (PLN_PERSON_PANE (pane))), ==, "Ada Fennimore");
}

static void
print_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  PlnCorePrint **print = user_data;
  g_autoptr(GError) error = NULL;

  *print = pln_core_print_finish (PLN_CORE (source), result, &error);
  g_assert_no_error (error);
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            GtkPrintOperationResult *ending)
{
  *ending = result;
}

/* What is exported is written, and GTK prints the same pages. */
static void
publish (PlnApplication *application,
         PlnWindow      *window,
         const char     *folder)
{
  static const char *const formats[] = { "csv", "html", "ics", "pdf-cards", "pdf-day", "pdf-door", "pdf-groups", "pdf-list",
                                         "pdf-rooms", "pdf-signs", "pdf-slips", "places-csv", "schedule-xml" };
  PlnGathering *gathering = add_gathering (application, window, "LISNPN evening");
  g_autofree char *paper = g_build_filename (folder, "paper.pdf", NULL);
  g_autoptr(GtkPrintOperation) operation = NULL;
  GtkPrintOperationResult ending = GTK_PRINT_OPERATION_RESULT_IN_PROGRESS;
  PlnCorePrint *print = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (folder, formats[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      WISH (application, export_file, gathering, formats[i], file);
      wait_until (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_unlink (path);
    }

  pln_core_print_async (application->core, gathering, "day", NULL, print_read_cb, &print);
  wait_until (print != NULL);
  operation = pln_print_operation_new (print);
  gtk_print_operation_set_export_filename (operation, paper);
  g_signal_connect (operation, "done", G_CALLBACK (printed_cb), &ending);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), NULL);
  wait_until (ending != GTK_PRINT_OPERATION_RESULT_IN_PROGRESS);
  g_assert_cmpint (ending, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 1);
  g_assert_true (g_file_test (paper, G_FILE_TEST_IS_REGULAR));
  g_unlink (paper);
}

/* What went wrong is a sentence on top of the view. */
static void
errors (PlnApplication *application,
        PlnWindow      *window,
        const char     *folder)
{
  PlnGathering *gathering = add_gathering (application, window, "LISNPN evening");
  g_autofree char *path = g_build_filename (folder, "broken.ics", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) parent = g_file_get_parent (file);
  GtkWidget *notice;

  g_assert_true (g_file_set_contents (path, "no calendar", -1, NULL));
  WISH (application, preview_import, file, PLN_IMPORT_AS_SUGGESTED, NULL);
  wait_until ((notice = pln_ui_test_find (GTK_WIDGET (window), PLN_TYPE_NOTICE)) != NULL);
  g_assert_true (g_str_has_prefix (pln_notice_get_sentence (PLN_NOTICE (notice)), "broken.ics: "));

  wait_until (chosen_is_loaded (window));
  WISH (application, export_invitations, gathering, NULL, parent);
  wait_until (find_window (g_type_from_name ("PlnIdentityWindow")) != NULL); /* who invites? */
  gtk_window_destroy (GTK_WINDOW (find_window (g_type_from_name ("PlnIdentityWindow"))));
}

/* A file on the command line is shown before anything is done with it. */
static void
open_file (PlnApplication *application,
           PlnWindow      *window,
           const char     *folder)
{
  g_autofree char *path = g_build_filename (folder, "talk.ics", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  const char *text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nBEGIN:VEVENT\r\nUID:talk@example.org\r\n"
                     "DTSTAMP:20110701T100000Z\r\nDTSTART:20110906T170000Z\r\nDTEND:20110906T180000Z\r\n"
                     "SUMMARY:A talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  GtkWidget *sheet;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_until ((sheet = find_window (PLN_TYPE_IMPORT_SHEET)) != NULL);
  g_assert_nonnull (pln_ui_test_find_text (sheet, "A talk"));
  gtk_window_destroy (GTK_WINDOW (sheet));

  WISH (application, import_file, file, PLN_IMPORT_AS_GATHERINGS, NULL);
  wait_until (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), "A talk") == 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static gboolean
run_steps_cb (gpointer user_data)
{
  Run *run = user_data;

  run->window = PLN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (run->application)));
  wait_until (is_ready (run->window));
  run->steps (run->application, run->window, run->folder);
  gtk_window_close (GTK_WINDOW (run->window));

  return G_SOURCE_REMOVE;
}

static void
activated_cb (Run *run)
{
  if (run->window == NULL)
    g_idle_add (run_steps_cb, run);
}

static void
test_run (gconstpointer user_data)
{
  Run run = { 0 };
  g_autofree char *library = NULL;
  g_autoptr(GError) error = NULL;
  gpointer weak;

  run.steps = user_data;
  run.folder = g_dir_make_tmp ("plenary-XXXXXX", &error);
  g_assert_no_error (error);
  library = g_build_filename (run.folder, "library", NULL);
  run.application = pln_application_new ();
  weak = run.application;
  g_object_add_weak_pointer (G_OBJECT (run.application), &weak);
  g_signal_connect_swapped (run.application, "activate", G_CALLBACK (activated_cb), &run);

  g_assert_cmpint (g_application_run (G_APPLICATION (run.application), 3,
                                      (char *[]) { (char *) "plenary", (char *) "--library", library, NULL }), ==, 0);

  g_object_unref (run.application);
  pln_ui_test_settle ();
  g_assert_null (weak); /* nothing keeps it alive */
  remove_folder (run.folder);
  g_free (run.folder);
}

static guint
n_of (PlnSpan *span)
{
  return g_list_model_get_n_items (G_LIST_MODEL (span));
}

/* What a calendar view wishes for: shown at once, edited by its own form, and
 * undone step by step. */
static void
calendar (PlnApplication *application,
          PlnWindow      *window,
          const char     *folder)
{
  PlnGathering *gathering = add_gathering (application, window, "Meet-up");
  gint64 midnight = g_date_time_to_unix (pln_gathering_get_start (gathering)) - (12 * 3600);
  g_autoptr(PlnSpan) span = WISH (application, list_span, midnight, midnight + (2 * 24 * 3600));
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 9, 7, 9, 0, 0);
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT, .title = "Dentist", .start = start, .zone = "UTC" };
  g_autoptr(PlnOccurrence) entry = pln_occurrence_new (&data);
  g_autoptr(PlnOccurrence) dentist = NULL;
  g_autoptr(PlnOccurrence) meet_up = NULL;
  g_autoptr(PlnOccurrence) later = NULL;

  wait_until (!pln_span_get_loading (span));
  g_assert_cmpuint (n_of (span), ==, 1);
  WISH (application, save_occurrence, NULL, entry, PLN_REACH_THIS);
  g_assert_cmpuint (n_of (span), ==, 2);
  wait_until (says (GTK_WIDGET (window), "“Dentist” is in the calendar"));

  meet_up = g_list_model_get_item (G_LIST_MODEL (span), 0);
  dentist = g_list_model_get_item (G_LIST_MODEL (span), 1);
  WISH (application, edit_occurrence, dentist);
  wait_until (find_window (PLN_TYPE_EVENT_FORM) != NULL);
  gtk_window_destroy (GTK_WINDOW (find_window (PLN_TYPE_EVENT_FORM)));
  WISH (application, edit_occurrence, meet_up);
  wait_until (find_window (PLN_TYPE_GATHERING_FORM) != NULL);
  gtk_window_destroy (GTK_WINDOW (find_window (PLN_TYPE_GATHERING_FORM)));

  later = pln_occurrence_new_shifted (meet_up, 0, 30);
  WISH (application, save_occurrence, meet_up, later, PLN_REACH_THIS);
  wait_until (says (GTK_WIDGET (window), "“Meet-up” changed"));
  g_assert_true (g_date_time_equal (pln_gathering_get_start (gathering), pln_occurrence_get_start (later)));

  WISH (application, make_gathering, dentist);
  wait_until (g_list_model_get_n_items (gatherings_of (window)) == 2);
  for (guint i = 0; i < 4; i++)
    {
      WISH (application, undo, FALSE);
      wait_until (g_list_model_get_n_items (gatherings_of (window)) <= 2 - i / 2);
    }
  wait_until (n_of (span) == 0);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_data_func ("/ui/application/begin-with-sample", begin_with_sample, test_run);
  g_test_add_data_func ("/ui/application/delete-and-undo", delete_and_undo, test_run);
  g_test_add_data_func ("/ui/application/people-and-search", people_and_search, test_run);
  g_test_add_data_func ("/ui/application/publish", publish, test_run);
  g_test_add_data_func ("/ui/application/calendar", calendar, test_run);
  g_test_add_data_func ("/ui/application/errors", errors, test_run);
  g_test_add_data_func ("/ui/application/open-file", open_file, test_run);

  return g_test_run ();
}
