/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-cell.h"
#include "pln-attendee-rows.h"
#include "pln-attendees-page.h"
#include "pln-person-pane.h"
#include "pln-steady-rows.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

typedef struct
{
  PlnGathering *gathering;
  PlnWishList  *wishes;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->gathering = pln_ui_people_new (GPOINTER_TO_UINT (user_data), FALSE);
  fixture->wishes = pln_wish_list_new ();
  fixture->page = pln_attendees_page_new ();
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (fixture->page), fixture->gathering);
  fixture->window = pln_ui_test_show (fixture->page, fixture->wishes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->page);
  g_object_unref (fixture->gathering);
  g_object_unref (fixture->wishes);
}

static GtkWidget *
view_of (Fixture *fixture)
{
  return pln_ui_test_find (fixture->page, GTK_TYPE_COLUMN_VIEW);
}

static GtkSelectionModel *
rows_of (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view_of (fixture)));
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (fixture)));
}

static PlnAttendee *
row (Fixture *fixture,
     guint    position)
{
  g_autoptr(PlnSteadyRow) steady = g_list_model_get_item (G_LIST_MODEL (rows_of (fixture)), position);

  return pln_steady_row_get_item (steady);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (pln_ui_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY)), text);
  pln_ui_test_settle ();
}

static GtkToggleButton *
count_button (Fixture    *fixture,
              const char *word)
{
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (pln_ui_test_find_text (fixture->page, word), GTK_TYPE_TOGGLE_BUTTON));
}

static void
wished (Fixture    *fixture,
        const char *expected)
{
  g_autofree char *text = pln_wish_list_take (fixture->wishes);

  g_assert_cmpstr (text, ==, expected);
}

/* Words in any order, in any case, without their accents. */
static void
test_search (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_assert_cmpuint (n_rows (fixture), ==, 124);
  g_assert_nonnull (pln_ui_test_find_text (fixture->page, "124 people"));
  pln_ui_test_walk (fixture->page);

  search (fixture, "FENNIMORE zoe");
  g_assert_cmpuint (n_rows (fixture), ==, 1);
  g_assert_cmpstr (pln_attendee_get_name (row (fixture, 0)), ==, "Zoë Fennimore");
  g_assert_nonnull (pln_ui_test_find_text (fixture->page, "1 of 124 people"));

  search (fixture, "nobody of this name");
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "Nobody answers to this")));

  g_assert_true (gtk_widget_activate_action (fixture->page, "attendees.clear-filters", NULL));
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 124);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (view_of (fixture));
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 1; i < n_rows (fixture); i++)
    g_assert_cmpstr (pln_attendee_get_sort_key (row (fixture, i - 1)), <=, pln_attendee_get_sort_key (row (fixture, i)));

  for (guint c = 0; c < PLN_N_COLUMNS; c++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, c);
      GtkSorter *sorter = gtk_column_view_column_get_sorter (column);

      gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
      for (guint i = 1; i < n_rows (fixture); i++)
        g_assert_cmpint (gtk_sorter_compare (sorter, row (fixture, i - 1), row (fixture, i)), !=, GTK_ORDERING_LARGER);
    }

  /* By stage: who has none comes last. */
  g_assert_cmpstr (pln_attendee_get_stage (row (fixture, 0)), !=, "");
}

/* A click shows those only, a second one all again. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkToggleButton *maybe = count_button (fixture, "Maybe");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (maybe), GTK_ACCESSIBLE_PROPERTY_LABEL, "Show 6 maybe");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (count_button (fixture, "Waiting"))));

  gtk_toggle_button_set_active (maybe, TRUE);
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 6);
  g_assert_nonnull (pln_ui_test_find_text (fixture->page, "Answer: maybe"));

  gtk_toggle_button_set_active (count_button (fixture, "Declined"), TRUE);
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 21);
  g_assert_false (gtk_toggle_button_get_active (maybe));

  gtk_toggle_button_set_active (count_button (fixture, "Declined"), FALSE);
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 124);
}

/* One who changes is looked at again: leaves the filter, and is counted. */
static void
test_change (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(PlnAttendee) attendee = NULL;

  gtk_toggle_button_set_active (count_button (fixture, "Maybe"), TRUE);
  pln_ui_test_settle ();
  attendee = g_object_ref (row (fixture, 0));
  gtk_selection_model_select_item (rows_of (fixture), 1, TRUE);

  pln_attendee_set_answer (attendee, PLN_ANSWER_ACCEPTED);
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 5);
  g_assert_true (gtk_selection_model_is_selected (rows_of (fixture), 0)); /* who was chosen, still is */
  g_assert_nonnull (pln_ui_test_find_text (fixture->page, "87 going"));

  pln_attendee_set_waiting (attendee, TRUE);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (count_button (fixture, "Waiting"))));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    guint       key;
    const char *wish;
  } keys[] = {
    { GDK_KEY_g, "set-answer 2 accepted\n" },
    { GDK_KEY_b, "set-answer 2 tentative\n" },
    { GDK_KEY_x, "set-answer 2 declined\n" },
    { GDK_KEY_o, "set-answer 2 needs-action\n" },
    { GDK_KEY_Delete, "remove-attendees 2\n" },
  };

  g_assert_false (pln_ui_test_key (view_of (fixture), GDK_KEY_g, 0)); /* nobody is chosen */
  gtk_selection_model_select_item (rows_of (fixture), 0, TRUE);
  gtk_selection_model_select_item (rows_of (fixture), 3, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (pln_ui_test_key (view_of (fixture), keys[i].key, 0));
      wished (fixture, keys[i].wish);
      g_assert_true (g_ptr_array_index (fixture->wishes->attendees, 1) == row (fixture, 3));
    }

  /* In a field a letter is a letter. */
  g_assert_false (pln_ui_test_key (pln_ui_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY), GDK_KEY_g, 0));
  wished (fixture, "");
}

static void
test_selection_bar (Fixture       *fixture,
                    gconstpointer  user_data)
{
  gtk_selection_model_select_range (rows_of (fixture), 0, 5, TRUE);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "5 chosen")));

  g_assert_true (gtk_widget_activate_action (view_of (fixture), "attendees.tag", "(sss)", "Fresh", "Health", ""));
  wished (fixture, "save-attendees 5\n");
  g_assert_cmpstr (pln_attendee_get_sector (PLN_ATTENDEE (fixture->wishes->after)), ==, "Health");
  g_assert_true (g_strv_contains (pln_attendee_get_networks (PLN_ATTENDEE (fixture->wishes->after)), "Fresh"));
  g_assert_false (g_strv_contains (pln_attendee_get_networks (PLN_ATTENDEE (fixture->wishes->before)), "Fresh"));
}

/* The name is edited in the row; Escape leaves it as it was. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  user_data)
{
  PlnAttendeeCell *cell = PLN_ATTENDEE_CELL (pln_ui_test_find (view_of (fixture), PLN_TYPE_ATTENDEE_CELL));
  PlnAttendee *attendee = pln_attendee_cell_get_attendee (cell);
  g_autoptr(GtkWidget) first = NULL;
  GtkWidget *entry;

  pln_attendee_cell_edit (cell);
  entry = pln_ui_test_find (GTK_WIDGET (cell), GTK_TYPE_ENTRY);
  first = g_object_ref (entry); /* the key is its last */
  gtk_editable_set_text (GTK_EDITABLE (entry), "Una Tarn");
  g_assert_true (pln_ui_test_key (entry, GDK_KEY_Escape, 0));
  wished (fixture, "");

  pln_attendee_cell_edit (cell);
  entry = pln_ui_test_find (GTK_WIDGET (cell), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Una  Tarn ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (pln_ui_test_find (GTK_WIDGET (cell), GTK_TYPE_ENTRY));
  g_assert_cmpstr (pln_attendee_get_id (attendee), ==, pln_attendee_get_id (PLN_ATTENDEE (fixture->wishes->after)));
  g_assert_cmpstr (pln_attendee_get_name (PLN_ATTENDEE (fixture->wishes->after)), ==, "Una  Tarn");
}

/* A row opens the pane, which follows who is chosen; its arrows go on. */
static void
test_pane (Fixture       *fixture,
           gconstpointer  user_data)
{
  AdwFlap *flap = ADW_FLAP (pln_ui_test_find (fixture->page, ADW_TYPE_FLAP));
  PlnPersonPane *pane = PLN_PERSON_PANE (pln_ui_test_find (fixture->page, PLN_TYPE_PERSON_PANE));

  g_signal_emit_by_name (view_of (fixture), "activate", 2);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_true (pln_person_pane_get_attendee (pane) == row (fixture, 2));

  g_assert_true (gtk_widget_activate_action (fixture->page, "attendees.step", "i", 1));
  g_assert_true (pln_person_pane_get_attendee (pane) == row (fixture, 3));

  pln_attendees_page_show_person (PLN_ATTENDEES_PAGE (fixture->page), "person000009");
  g_assert_cmpstr (pln_attendee_get_id (pln_person_pane_get_attendee (pane)), ==, "person000009");

  pln_gathering_remove_attendee (fixture->gathering, "person000009");
  pln_ui_test_settle ();
  g_assert_null (pln_person_pane_get_attendee (pane));

  g_assert_true (pln_ui_test_key (GTK_WIDGET (pane), GDK_KEY_Escape, 0));
  g_assert_false (adw_flap_get_reveal_flap (flap));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *rows = pln_ui_test_find (fixture->page, PLN_TYPE_ATTENDEE_ROWS);
  GtkListView *view = pln_attendee_rows_get_view (PLN_ATTENDEE_ROWS (rows));

  g_assert_false (gtk_widget_get_mapped (rows));
  gtk_widget_set_size_request (fixture->page, 360, 500);
  gtk_widget_set_halign (fixture->page, GTK_ALIGN_START);
  gtk_widget_allocate (fixture->page, 360, 500, -1, NULL);
  pln_ui_test_settle ();

  g_assert_true (gtk_widget_get_mapped (rows));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))), ==, 124);
  g_assert_null (gtk_column_view_get_model (GTK_COLUMN_VIEW (view_of (fixture)))); /* it does no work */
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  user_data)
{
  pln_gathering_set_read_only (fixture->gathering, TRUE);
  pln_ui_test_settle ();
  gtk_selection_model_select_item (rows_of (fixture), 0, TRUE);

  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "You may read this calendar")));
  g_assert_false (pln_ui_test_key (view_of (fixture), GDK_KEY_g, 0));
  g_assert_false (pln_ui_test_key (view_of (fixture), GDK_KEY_Delete, 0));
  wished (fixture, "");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(PlnAttendee) attendee = pln_attendee_new ("person999999");

  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "Nobody is invited yet")));

  pln_gathering_add_attendee (fixture->gathering, attendee);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (view_of (fixture)));

  /* Not read yet is not empty. */
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (fixture->page), NULL);
  pln_gathering_remove_attendee (fixture->gathering, "person999999");
  pln_gathering_set_loaded (fixture->gathering, FALSE);
  pln_gathering_set_counts (fixture->gathering, (guint[PLN_N_ANSWERS]) { 5 }, 0, 0, 0);
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (fixture->page), fixture->gathering);
  pln_ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "Nobody is invited yet")));
  g_assert_true (gtk_widget_get_mapped (pln_ui_test_find_text (fixture->page, "5 going")));
}

/* Ten thousand, and another gathering after them. */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(PlnGathering) other = pln_ui_people_new (3, FALSE);

  g_assert_cmpuint (n_rows (fixture), ==, 10000);
  search (fixture, "zoe");
  g_assert_cmpuint (n_rows (fixture), >, 100);
  gtk_selection_model_select_all (rows_of (fixture));
  g_assert_true (pln_ui_test_key (view_of (fixture), GDK_KEY_g, 0));
  g_assert_cmpuint (fixture->wishes->attendees->len, ==, n_rows (fixture));

  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (fixture->page), other);
  pln_ui_test_settle ();
  g_assert_cmpuint (n_rows (fixture), ==, 3); /* the search has begun anew */
}

/* The menu is for who is chosen, or for who has the focus. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *view = view_of (fixture);
  GtkWidget *menu;

  gtk_selection_model_select_item (rows_of (fixture), 0, TRUE);
  gtk_widget_grab_focus (view);
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  pln_ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (fixture->page, "attendees.menu", NULL));
  pln_ui_test_settle ();
  menu = gtk_widget_get_last_child (fixture->page);
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, "Attendees");

  g_assert_true (gtk_widget_activate_action (menu, "attendees.open-chosen", NULL));
  gtk_popover_popdown (GTK_POPOVER (menu));
  pln_ui_test_settle ();
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (pln_ui_test_find (fixture->page, ADW_TYPE_FLAP))));
}

/* The titles of the columns that are shown, in order. */
static char *
shown_columns (GtkWidget *page)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (pln_ui_test_find (page, GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (titles, "%s ", gtk_column_view_column_get_title (column));
    }

  return g_string_free (titles, FALSE);
}

static void
test_columns_are_kept (Fixture       *fixture,
                       gconstpointer  user_data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (view_of (fixture));
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr(GtkColumnViewColumn) organisation = g_list_model_get_item (columns, PLN_COLUMN_ORGANISATION);
  g_autoptr(GtkColumnViewColumn) stage = g_list_model_get_item (columns, PLN_COLUMN_STAGE);
  g_autoptr(GtkColumnViewColumn) address = g_list_model_get_item (columns, PLN_COLUMN_ADDRESS);
  g_autoptr(GtkWidget) next = NULL;
  g_autofree char *titles = NULL;

  gtk_column_view_column_set_visible (stage, TRUE);
  gtk_column_view_column_set_visible (address, FALSE);
  gtk_column_view_insert_column (view, 1, organisation);

  next = g_object_ref_sink (pln_attendees_page_new ());
  titles = shown_columns (next);
  g_assert_cmpstr (titles, ==, "Name Organisation Answer Networks Stage ");
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

#define ADD(path, people, func) \
  g_test_add ("/ui/attendees-page/" path, Fixture, GUINT_TO_POINTER (people), set_up, func, tear_down)

  ADD ("search", 124, test_search);
  ADD ("sort", 124, test_sort);
  ADD ("counts", 124, test_counts);
  ADD ("change", 124, test_change);
  ADD ("keys", 124, test_keys);
  ADD ("selection-bar", 124, test_selection_bar);
  ADD ("rename", 124, test_rename);
  ADD ("pane", 124, test_pane);
  ADD ("narrow", 124, test_narrow);
  ADD ("read-only", 124, test_read_only);
  ADD ("menu", 124, test_menu);
  ADD ("empty", 0, test_empty);
  ADD ("many", 10000, test_many);
  ADD ("columns-are-kept", 124, test_columns_are_kept); /* the last: the settings stay */

  return g_test_run ();
}
