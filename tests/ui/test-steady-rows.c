/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-steady-rows.h"

typedef struct
{
  GtkStringList     *strings;
  GtkSelectionModel *chosen;
  PlnSteadyRows     *rows;
  GString           *told; /* of items-changed */
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  g_string_append_printf (fixture->told, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const letters[] = { "a", "b", "c", "d", "e", "f", NULL };

  fixture->strings = gtk_string_list_new (letters);
  fixture->chosen = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (fixture->strings))));
  fixture->rows = pln_steady_rows_new (fixture->chosen);
  fixture->told = g_string_new (NULL);
  g_signal_connect_swapped (fixture->rows, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->rows);
  g_object_unref (fixture->chosen);
  g_object_unref (fixture->strings);
  g_string_free (fixture->told, TRUE);
}

static char *
read_rows (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)); i++)
    {
      g_autoptr(PlnSteadyRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);

      g_string_append (text, gtk_string_object_get_string (pln_steady_row_get_item (row)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture    *fixture,
             const char *expected,
             const char *told)
{
  g_autofree char *text = read_rows (fixture);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (fixture->told->str, ==, told);
  g_string_truncate (fixture->told, 0);
}

static void
splice (Fixture    *fixture,
        guint       position,
        guint       removed,
        const char *letters)
{
  g_auto(GStrv) added = g_new0 (char *, strlen (letters) + 1);

  for (guint i = 0; letters[i] != '\0'; i++)
    added[i] = g_strndup (letters + i, 1);
  gtk_string_list_splice (fixture->strings, position, removed, (const char *const *) added);
}

static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(PlnSteadyRow) second = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 1);
  g_autoptr(PlnSteadyRow) last = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 5);
  g_autoptr(PlnSteadyRow) now_last = NULL;

  assert_rows (fixture, "abcdef", "");

  splice (fixture, 0, 5, "xy"); /* most of it goes, as by a filter */
  assert_rows (fixture, "xyf", "2-3+0 ");
  g_assert_cmpstr (gtk_string_object_get_string (pln_steady_row_get_item (second)), ==, "y");
  now_last = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 2);
  g_assert_true (now_last == last);

  splice (fixture, 1, 1, "klmn");
  assert_rows (fixture, "xklmnf", "2-0+3 ");
  splice (fixture, 0, 6, "fnmlkx"); /* another order: nothing to add or remove */
  assert_rows (fixture, "fnmlkx", "");
  splice (fixture, 0, 6, "");
  assert_rows (fixture, "", "0-6+0 ");
}

static void
test_chosen_stays_chosen (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (fixture->rows);

  gtk_selection_model_select_item (rows, 4, TRUE);
  g_assert_true (gtk_selection_model_is_selected (fixture->chosen, 4));
  g_assert_true (gtk_selection_model_is_selected (rows, 4));

  splice (fixture, 0, 2, "");
  g_assert_true (gtk_selection_model_is_selected (rows, 2));
  g_assert_false (gtk_selection_model_is_selected (rows, 4));

  gtk_selection_model_select_all (rows);
  gtk_selection_model_unselect_item (rows, 0);
  g_assert_false (gtk_selection_model_is_selected (fixture->chosen, 0));
  g_assert_true (gtk_selection_model_is_selected (fixture->chosen, 3));
}

/* A row that was never asked for is right when it is. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(PlnSteadyRow) first = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 0);

  splice (fixture, 2, 3, "pqrst");
  assert_rows (fixture, "abpqrstf", "5-0+2 ");
  g_assert_cmpstr (gtk_string_object_get_string (pln_steady_row_get_item (first)), ==, "a");
}

#define ADD(name, func) g_test_add ("/ui/steady-rows/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rows-stay", test_rows_stay);
  ADD ("chosen-stays-chosen", test_chosen_stays_chosen);
  ADD ("unseen", test_unseen);

  return g_test_run ();
}
