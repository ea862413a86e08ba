/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

#include "pln-gathering-list.h"
#include "pln-gathering-row.h"
#include "pln-rsvp-bar.h"

typedef struct
{
  GListStore       *gatherings;
  PlnWishList      *wishes;
  PlnGatheringList *list;
  GtkWidget        *box;
  GtkWindow        *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->gatherings = pln_ui_test_gatherings ();
  fixture->wishes = pln_wish_list_new ();
  fixture->list = g_object_new (PLN_TYPE_GATHERING_LIST, NULL);
  pln_gathering_list_set_gatherings (fixture->list, G_LIST_MODEL (fixture->gatherings));
  fixture->window = pln_ui_test_show (GTK_WIDGET (fixture->list), fixture->wishes);
  fixture->box = pln_ui_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_BOX);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_ui_test_end (fixture->window, fixture->list);
  g_object_unref (fixture->gatherings);
  g_object_unref (fixture->wishes);
}

/* The UIDs in the order in which they are shown. */
static char *
shown (Fixture *fixture)
{
  GString *uids = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->box), i)) != NULL; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "",
                            pln_gathering_get_uid (pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row))));

  return g_string_free (uids, FALSE);
}

static const char *
chosen (Fixture *fixture)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (fixture->box));
  g_autoptr(PlnGathering) gathering = NULL;

  g_object_get (fixture->list, "gathering", &gathering, NULL);
  g_assert_true (gathering == (row != NULL ? pln_gathering_row_get_gathering (PLN_GATHERING_ROW (row)) : NULL));

  return gathering != NULL ? pln_gathering_get_uid (gathering) : "none";
}

static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *uids = shown (fixture);

  g_assert_cmpstr (uids, ==, "dream cpd23 lisnpn methods first teach");
  g_assert_nonnull (pln_ui_test_find_text (fixture->box, "Now"));
  g_assert_nonnull (pln_ui_test_find_text (fixture->box, "Upcoming"));
  g_assert_nonnull (pln_ui_test_find_text (fixture->box, "Past"));
  g_assert_cmpstr (chosen (fixture), ==, "dream");
}

static void
test_row (Fixture       *fixture,
          gconstpointer  user_data)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->box), 0));
  GtkWidget *draft = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->box), 3));
  g_autoptr(PlnGathering) gathering = g_list_model_get_item (G_LIST_MODEL (fixture->gatherings), 2);

  g_assert_nonnull (pln_ui_test_find_text (row, "JUL"));
  g_assert_nonnull (pln_ui_test_find_text (row, "19"));
  g_assert_nonnull (pln_ui_test_find_text (row, "86 going"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "LIS DREaM launch conference, 19 July 2011, British Library, London; "
                                       "86 going, 6 maybe, 11 no answer, 21 declined");

  g_assert_nonnull (pln_ui_test_find_text (draft, "Edinburgh · Draft"));
  g_assert_nonnull (pln_ui_test_find_text (draft, "Nobody invited yet"));
  g_assert_false (gtk_widget_get_visible (pln_ui_test_find (draft, PLN_TYPE_RSVP_BAR)));

  pln_gathering_set_title (gathering, "Launch\nin June");
  pln_gathering_set_cancelled (gathering, TRUE);
  pln_ui_test_settle ();
  g_assert_nonnull (pln_ui_test_find_text (row, "Launch in June"));
  g_assert_nonnull (pln_ui_test_find_text (row, "British Library, London · Cancelled"));
}

/* The choice survives what happens to the list. */
static void
test_choice (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(PlnGathering) cpd23 = g_list_model_get_item (G_LIST_MODEL (fixture->gatherings), 3);
  g_autoptr(PlnGathering) late = pln_gathering_new ("late");
  g_autoptr(GDateTime) never = g_date_time_add_years (pln_gathering_get_start (cpd23), 1);
  g_autofree char *uids = NULL;

  pln_gathering_list_set_gathering (fixture->list, cpd23);
  g_assert_cmpstr (chosen (fixture), ==, "cpd23");

  g_list_store_remove (fixture->gatherings, 2);
  g_assert_cmpstr (chosen (fixture), ==, "cpd23");
  g_list_store_append (fixture->gatherings, late);
  g_assert_cmpstr (chosen (fixture), ==, "cpd23");

  /* it moves down, and stays chosen */
  pln_gathering_set_times (cpd23, never, NULL, "Europe/London", FALSE);
  uids = shown (fixture);
  g_assert_cmpstr (uids, ==, "lisnpn methods cpd23 late first teach");
  g_assert_cmpstr (chosen (fixture), ==, "cpd23");

  /* when it goes, what stands in its place is chosen */
  g_list_store_remove (fixture->gatherings, 2);
  g_assert_cmpstr (chosen (fixture), ==, "late");

  /* and until the user chooses, it may come back */
  g_list_store_append (fixture->gatherings, cpd23);
  g_assert_cmpstr (chosen (fixture), ==, "cpd23");

  g_list_store_remove_all (fixture->gatherings);
  g_assert_cmpstr (chosen (fixture), ==, "none");
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->box), 0));

  gtk_widget_grab_focus (row);
  g_assert_true (pln_ui_test_key (row, GDK_KEY_L, GDK_SHIFT_MASK));
  g_assert_cmpstr (chosen (fixture), ==, "lisnpn"); /* the next that fits */
  g_assert_true (pln_ui_test_key (row, GDK_KEY_i, 0));
  g_assert_true (pln_ui_test_key (row, GDK_KEY_s, 0));
  g_assert_cmpstr (chosen (fixture), ==, "lisnpn");
  g_assert_true (pln_ui_test_key (row, GDK_KEY_space, 0));
  g_assert_cmpstr (chosen (fixture), ==, "dream"); /* "lis " */
}

/* Shift+Tab goes out of the list before the first row, Tab after the last. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  user_data)
{
  GtkWidget *list = GTK_WIDGET (fixture->list);

  g_assert_true (gtk_widget_grab_focus (list));
  for (int i = 0; gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD); i++)
    g_assert_cmpint (i, <, 10);
  for (int i = 0; gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD); i++)
    g_assert_cmpint (i, <, 10);
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add ("/ui/gathering-list/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/ui/gathering-list/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/ui/gathering-list/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/ui/gathering-list/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/ui/gathering-list/focus", Fixture, NULL, set_up, test_focus, tear_down);

  return g_test_run ();
}
