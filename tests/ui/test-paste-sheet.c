/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-row.h"
#include "pln-paste-sheet.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnGathering  *gathering;
  PlnWishList   *wishes;
  GListStore    *lines;
  GtkWindow     *window;
  PlnPasteSheet *sheet;
} Fixture;

static void
open_sheet (Fixture *fixture)
{
  fixture->sheet = PLN_PASTE_SHEET (pln_paste_sheet_new (PLN_WISHES (fixture->wishes), fixture->gathering, fixture->lines));
  pln_sheet_present (PLN_SHEET (fixture->sheet), fixture->window);
  pln_ui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->gathering = pln_ui_people_new (5, FALSE);
  fixture->wishes = pln_wish_list_new ();
  fixture->wishes->people = pln_ui_people_lines (38);
  fixture->lines = g_list_store_new (PLN_TYPE_PERSON_LINE);
  fixture->window = pln_ui_test_show (gtk_label_new (""), fixture->wishes);
  open_sheet (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
  g_object_unref (fixture->lines);
}

static void
wished (Fixture    *fixture,
        const char *expected)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, expected);
}

static void
shows (Fixture    *fixture,
       const char *text)
{
  g_assert_nonnull (pln_ui_test_find_text (GTK_WIDGET (fixture->sheet), text));
}

static PlnPersonLine *
unread_line (Fixture *fixture)
{
  GListModel *lines = G_LIST_MODEL (fixture->lines);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      if (pln_person_line_get_state (line) == PLN_LINE_UNREADABLE)
        return line; /* the list keeps it */
    }

  return NULL;
}

/* Who is new is added; what could not be read is there the next time. */
static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  gpointer weak = fixture->sheet;

  g_object_add_weak_pointer (G_OBJECT (fixture->sheet), &weak);
  pln_paste_sheet_read (fixture->sheet, "a list");
  pln_ui_test_settle ();
  wished (fixture, "read-people\n");
  shows (fixture, "38 will be added, 1 twice, 1 already on the list, 1 not an address");
  shows (fixture, "Add 38 people");
  shows (fixture, "Line 39: Ada Fennimore, next door");

  pln_sheet_act (PLN_SHEET (fixture->sheet));
  pln_ui_test_settle ();
  wished (fixture, "add-people people@example.org\n");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->wishes->after)), ==, 38);
  g_assert_null (weak); /* the sheet is gone */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->lines)), ==, 1);
  g_assert_cmpuint (pln_paste_sheet_n_unread (G_LIST_MODEL (fixture->lines)), ==, 1);

  open_sheet (fixture);
  shows (fixture, "0 will be added, 1 not an address");
  gtk_window_close (GTK_WINDOW (fixture->sheet));
  pln_ui_test_settle ();
  g_assert_cmpuint (pln_paste_sheet_n_unread (G_LIST_MODEL (fixture->lines)), ==, 1);
}

static void
type_address (Fixture    *fixture,
              const char *address)
{
  GtkWidget *row = gtk_widget_get_ancestor (pln_ui_test_find_text (GTK_WIDGET (fixture->sheet), "Line 39: Ada Fennimore, next door"),
                                            PLN_TYPE_PASTE_ROW);
  GtkWidget *entry = pln_ui_test_find_named (row, "email_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  g_signal_emit_by_name (entry, "activate");
  pln_ui_test_settle ();
}

/* A line becomes new when an address is typed, twice or already known when it
 * is that; what was typed and is no address stays. */
static void
test_mend (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(PlnPersonLine) line = NULL;

  pln_paste_sheet_read (fixture->sheet, "a list");
  pln_ui_test_settle ();
  line = g_object_ref (unread_line (fixture));

  type_address (fixture, "ada at example");
  g_assert_cmpint (pln_person_line_get_state (line), ==, PLN_LINE_UNREADABLE);
  g_assert_cmpstr (pln_person_line_get_email (line), ==, "ada at example");

  type_address (fixture, "ada@example.com");
  g_assert_cmpint (pln_person_line_get_state (line), ==, PLN_LINE_NEW);
  shows (fixture, "39 will be added, 1 twice, 1 already on the list");

  gtk_window_close (GTK_WINDOW (fixture->sheet));
  pln_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->lines)), ==, 1); /* the work is not lost */
}

static void
test_mend_known (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr(PlnPersonLine) line = NULL;

  pln_paste_sheet_read (fixture->sheet, "a list");
  pln_ui_test_settle ();
  line = g_object_ref (unread_line (fixture));
  type_address (fixture, "New.7@EXAMPLE.org");
  g_assert_cmpint (pln_person_line_get_state (line), ==, PLN_LINE_TWICE);
}

/* A second list counts together with the first. */
static void
test_more (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_paste_sheet_read (fixture->sheet, "a list");
  g_clear_object (&fixture->wishes->people);
  fixture->wishes->people = pln_ui_people_lines (40);
  pln_paste_sheet_read (fixture->sheet, "another");
  pln_ui_test_settle ();
  shows (fixture, "40 will be added, 40 twice, 2 already on the list, 2 not an address");
}

static void
test_error (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_clear_object (&fixture->wishes->people);
  pln_paste_sheet_read (fixture->sheet, "a list");
  pln_ui_test_settle ();
  shows (fixture, "The list could not be read.");
}

static void
test_large (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_clear_object (&fixture->wishes->people);
  fixture->wishes->people = pln_ui_people_lines (10000);
  pln_paste_sheet_read (fixture->sheet, "a list");
  pln_ui_test_settle ();
  shows (fixture, "Add 10000 people");
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/ui/paste-sheet/" path, Fixture, NULL, set_up, func, tear_down)

  ADD ("add", test_add);
  ADD ("mend", test_mend);
  ADD ("mend-known", test_mend_known);
  ADD ("more", test_more);
  ADD ("error", test_error);
  ADD ("large", test_large);

  return g_test_run ();
}
