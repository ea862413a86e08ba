/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-calendar-page.h"
#include "pln-choice-sheet.h"
#include "pln-first-start.h"
#include "pln-gathering-list.h"
#include "pln-notice.h"
#include "pln-rsvp-bar.h"
#include "pln-search-window.h"
#include "pln-window.h"

#include <glib/gstdio.h>

typedef struct
{
  GListStore     *gatherings;
  PlnWishList    *wishes;
  PlnWindow      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  gboolean empty = user_data != NULL;

  fixture->wishes = pln_wish_list_new ();
  fixture->gatherings = empty ? g_list_store_new (PLN_TYPE_GATHERING) : pln_ui_test_gatherings ();
  fixture->window = pln_window_new (NULL, PLN_WISHES (fixture->wishes));
  pln_window_set_gatherings (fixture->window, G_LIST_MODEL (fixture->gatherings));
  if (!empty)
    pln_window_set_ready (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  pln_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (GTK_WINDOW (fixture->window), fixture->window);
  g_object_unref (fixture->gatherings);
  g_object_unref (fixture->wishes);
}

static void
expect_wishes (Fixture    *fixture,
               const char *lines)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, lines);
}

static void
press (Fixture         *fixture,
       guint            keyval,
       GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (pln_ui_test_key (focus != NULL ? focus : GTK_WIDGET (fixture->window), keyval, modifiers));
}

static GtkWidget *
named (Fixture    *fixture,
       const char *id)
{
  GtkWidget *widget = pln_ui_test_find_named (GTK_WIDGET (fixture->window), id);

  g_assert_nonnull (widget);

  return widget;
}

/* The first one is chosen, and asked to be read. */
static void
test_first_choice (Fixture       *fixture,
                   gconstpointer  user_data)
{
  expect_wishes (fixture, "open-gathering dream\n");
  g_assert_cmpstr (pln_gathering_get_uid (pln_window_get_gathering (fixture->window)), ==, "dream");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "LIS DREaM launch conference");
  pln_ui_test_walk (adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (pln_wish_list_take (fixture->wishes)); /* those of the start */
  press (fixture, GDK_KEY_n, GDK_CONTROL_MASK);
  expect_wishes (fixture, "new-gathering\n");
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  expect_wishes (fixture, "next-gathering dream\n");

  gtk_widget_grab_focus (pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_GATHERING_LIST));
  press (fixture, GDK_KEY_Delete, 0);
  expect_wishes (fixture, "delete-gathering dream\n");

  press (fixture, GDK_KEY_F9, 0);
  g_assert_false (gtk_widget_get_visible (named (fixture, "sidebar")));
  press (fixture, GDK_KEY_F9, 0);
  g_assert_true (gtk_widget_get_visible (named (fixture, "sidebar")));
}

static PlnSheet *
find_sheet (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (PLN_IS_SHEET (window) && g_str_equal (gtk_window_get_title (window), title))
        return PLN_SHEET (window); /* the list keeps it alive */
    }

  return NULL;
}

/* Ctrl+P asks how, Enter on a choice does it. */
static void
test_print (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(GtkWidget) row = NULL; /* also when its sheet is gone */
  PlnSheet *sheet;
  GtkWidget *label;

  g_free (pln_wish_list_take (fixture->wishes)); /* those of the start */
  press (fixture, GDK_KEY_p, GDK_CONTROL_MASK);
  sheet = find_sheet ("Print");
  g_assert_nonnull (sheet);
  pln_ui_test_settle ();
  label = pln_ui_test_find_text (GTK_WIDGET (sheet), "By room, for the door");
  row = g_object_ref (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW));
  gtk_widget_grab_focus (row);
  g_assert_true (pln_ui_test_key (row, GDK_KEY_Return, 0));
  expect_wishes (fixture, "print-pages rooms\n");
  pln_ui_test_settle ();
  g_assert_null (find_sheet ("Print"));
}

/* Ctrl+E offers all that can leave; what is for guests comes first. */
static void
test_export (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnSheet *sheet;

  press (fixture, GDK_KEY_e, GDK_CONTROL_MASK);
  sheet = find_sheet ("Export");
  g_assert_nonnull (sheet);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (sheet), "Programme for conference apps"));
  pln_ui_test_walk (adw_window_get_content (ADW_WINDOW (sheet)));
  pln_choice_sheet_choose (PLN_CHOICE_SHEET (sheet), 3);
  pln_sheet_act (sheet);
  pln_ui_test_settle ();
  g_assert_null (find_sheet ("Export"));
  g_assert_nonnull (g_object_get_data (G_OBJECT (fixture->window), "pln-file-dialog")); /* where to? */
  g_object_set_data (G_OBJECT (fixture->window), "pln-file-dialog", NULL);
}

/* Undo is named, and there only if there is something. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *button = named (fixture, "undo_button");

  g_free (pln_wish_list_take (fixture->wishes)); /* those of the start */
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  expect_wishes (fixture, "");

  pln_window_set_steps (fixture->window, "Paste 40 addresses", NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Undo: Paste 40 addresses");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo: Paste 40 addresses");
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  expect_wishes (fixture, "undo\n");

  pln_window_set_steps (fixture->window, NULL, "Paste 40 addresses");
  g_assert_false (gtk_widget_get_sensitive (button));
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  expect_wishes (fixture, "redo\n");
}

/* Changes that follow each other quickly are one message and one way back. */
static void
test_toasts (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *overlay = named (fixture, "toasts");

  g_free (pln_wish_list_take (fixture->wishes)); /* those of the start */
  pln_window_show_done (fixture->window, "Una & Ada are going", TRUE);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (overlay, "Una & Ada are going"));
  pln_window_show_done (fixture->window, "Bob declined", TRUE);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (overlay, "Bob declined, and 1 more change"));

  g_signal_emit_by_name (gtk_widget_get_ancestor (pln_ui_test_find_text (overlay, "Undo"), GTK_TYPE_BUTTON), "clicked");
  expect_wishes (fixture, "undo\nundo\n");

  /* The news of now do not queue behind those of before. */
  pln_window_show_done (fixture->window, "Undone: Answer of Bob", FALSE);
  pln_window_show_done (fixture->window, "Undone: Answers of 2 people", FALSE);
  pln_ui_test_settle ();
  g_assert_null (pln_ui_test_find_text (overlay, "Undone: Answer of Bob"));
  g_assert_nonnull (pln_ui_test_find_text (overlay, "Undone: Answers of 2 people"));
}

/* A notice stays until it is closed, and says things once. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *notices = named (fixture, "notices");

  pln_window_show_error (fixture->window, "The disk is full. Make room and try again.", NULL);
  pln_window_show_error (fixture->window, "The disk is full. Make room and try again.", NULL);
  pln_window_show_error (fixture->window, "Row 14 has no address.", "row 14");
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_first_child (gtk_widget_get_first_child (notices)) != NULL);
  g_assert_cmpstr (pln_notice_get_sentence (PLN_NOTICE (gtk_widget_get_last_child (notices))), ==, "Row 14 has no address.");
  g_assert_true (gtk_widget_get_next_sibling (gtk_widget_get_first_child (notices)) == gtk_widget_get_last_child (notices));

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *message = g_strdup_printf ("Message %d.", i);

      pln_window_show_error (fixture->window, message, NULL);
    }
  g_assert_cmpstr (pln_notice_get_sentence (PLN_NOTICE (gtk_widget_get_first_child (notices))), ==, "Message 2.");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr(GtkWidget) search = NULL;
  GtkWidget *entry;

  g_free (pln_wish_list_take (fixture->wishes)); /* those of the start */
  press (fixture, GDK_KEY_k, GDK_CONTROL_MASK);
  for (guint i = 0; search == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      search = g_list_model_get_item (windows, i);
      if (!PLN_IS_SEARCH_WINDOW (search))
        g_clear_object (&search);
    }
  g_assert_nonnull (search);

  entry = pln_ui_test_find (search, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ada ");
  g_signal_emit_by_name (entry, "search-changed");
  expect_wishes (fixture, "search ada\n");

  g_ptr_array_add (hits, pln_hit_new ("event", "e1", "", "", "Dentist", "", NULL));
  g_ptr_array_add (hits, pln_hit_new ("session", "s1", "cpd23", "", "Lightning talks", "CPD23 meet-up", NULL));
  g_ptr_array_add (hits, pln_hit_new ("person", "p1", "cpd23", "ada000000001", "Ada Fennimore", "CPD23 meet-up", NULL));
  pln_window_show_hits (fixture->window, "ad", hits); /* too late: something else was typed */
  g_assert_null (pln_ui_test_find_text (search, "Ada Fennimore"));
  pln_window_show_hits (fixture->window, "ada", hits);
  pln_ui_test_settle ();
  g_assert_null (pln_ui_test_find_text (search, "Dentist")); /* has nothing to be opened in */

  g_assert_true (pln_ui_test_key (entry, GDK_KEY_Down, 0));
  g_signal_emit_by_name (entry, "activate");
  expect_wishes (fixture, "open-gathering cpd23 ada000000001\n");
  pln_ui_test_settle ();
}

static gboolean
drop (Fixture    *fixture,
      const char *name)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (named (fixture, "toasts"));
  g_autoptr(GFile) file = g_file_new_for_path (name);
  g_autoptr(GSList) files = g_slist_prepend (NULL, file);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }

  return taken;
}

/* A calendar is imported, a list of people is read for the chosen gathering. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("people-XXXXXX.csv", &path, &error);

  g_free (pln_wish_list_take (fixture->wishes));
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "Zo\xeb <zoe@example.org>\n", -1, &error)); /* as Windows writes it */

  g_assert_true (drop (fixture, "/somewhere/talks.ics"));
  expect_wishes (fixture, "preview-import talks.ics\n");

  fixture->wishes->people = G_LIST_MODEL (g_list_store_new (PLN_TYPE_PERSON_LINE));
  g_assert_true (drop (fixture, path));
  while (strstr (fixture->wishes->text->str, "read-people") == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (drop (fixture, "/nowhere/people.csv"));
  while (pln_ui_test_find (named (fixture, "notices"), PLN_TYPE_NOTICE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (path);
}

/* Nothing is said before the list was read; then there are ways to begin. */
static void
test_first_start (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GtkWidget *page;
  GtkWidget *label;
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("one");

  g_assert_null (pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_FIRST_START));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", "s", "");
  expect_wishes (fixture, ""); /* there is no library yet to make it in */
  pln_window_set_ready (fixture->window);
  pln_ui_test_settle ();
  page = pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_FIRST_START);
  g_assert_true (gtk_widget_get_mapped (page));

  label = pln_ui_test_find_text (page, "Unconference");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  label = pln_ui_test_find_text (page, "Look at the sample first");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  expect_wishes (fixture, "new-gathering unconference\nadd-sample\n");

  g_list_store_append (fixture->gatherings, gathering);
  pln_ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (page));
}

/* Entries without a gathering have the calendar, and no first start before it. */
static void
test_only_entries (Fixture       *fixture,
                   gconstpointer  user_data)
{
  GtkWidget *page;

  pln_window_set_has_entries (fixture->window, TRUE);
  pln_window_set_ready (fixture->window);
  g_assert_null (pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_FIRST_START));
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_CALENDAR_PAGE)));

  pln_window_set_has_entries (fixture->window, FALSE);
  pln_ui_test_settle ();
  page = pln_ui_test_find (GTK_WIDGET (fixture->window), PLN_TYPE_FIRST_START);
  g_assert_true (gtk_widget_get_mapped (page));
}

/* Parts of the bar are whole pixels, and small ones can be seen. */
static void
test_bar (void)
{
  GtkWidget *bar = pln_rsvp_bar_new (FALSE);
  GtkWindow *window = pln_ui_test_show (bar, NULL);
  g_autoptr(GListStore) gatherings = pln_ui_test_gatherings ();
  g_autoptr(PlnGathering) gathering = g_list_model_get_item (G_LIST_MODEL (gatherings), 2);
  int height;

  pln_rsvp_bar_set_gathering (PLN_RSVP_BAR (bar), gathering);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 18);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "86 going, 6 maybe, 11 no answer, 21 declined");
  pln_gathering_set_capacity (gathering, 100);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "86 going, 6 maybe, 11 no answer, 21 declined; of 100 places");
  pln_gathering_set_counts (gathering, (guint[]) { 0, 0, 0, 0 }, 3, 0, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "3 waiting; of 100 places");

  pln_ui_test_end (window, bar);
}

/* Names what is too wide, from the outside in. */
static gboolean
is_narrow (GtkWidget *widget,
           int        most)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width <= most)
    return TRUE;

  g_test_message ("%s wants %d of %d", G_OBJECT_TYPE_NAME (widget), width, most);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    is_narrow (child, most);

  return FALSE;
}

/* The window, and each view in it, fits a telephone once the list has folded,
 * and it folds well before that. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *leaflet = named (fixture, "leaflet");

  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL); /* as GNOME has it */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 600);
  while (!adw_leaflet_get_folded (ADW_LEAFLET (leaflet)))
    g_main_context_iteration (NULL, TRUE);
  pln_ui_test_settle ();

  g_assert_true (is_narrow (leaflet, 360));
  press (fixture, GDK_KEY_2, GDK_CONTROL_MASK);
  pln_ui_test_settle ();
  g_assert_true (is_narrow (leaflet, 360));
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add ("/ui/window/first-choice", Fixture, NULL, set_up, test_first_choice, tear_down);
  g_test_add ("/ui/window/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/window/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/ui/window/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/ui/window/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/window/toasts", Fixture, NULL, set_up, test_toasts, tear_down);
  g_test_add ("/ui/window/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/ui/window/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/ui/window/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/ui/window/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/ui/window/first-start", Fixture, "empty", set_up, test_first_start, tear_down);
  g_test_add ("/ui/window/only-entries", Fixture, "empty", set_up, test_only_entries, tear_down);
  g_test_add_func ("/ui/window/bar", test_bar);

  return g_test_run ();
}
