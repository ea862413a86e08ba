/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-test.h"

/* A widget finds the wishes of its window, and of the window below a sheet. */
static void
test_find (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *inner = gtk_label_new ("");
  GtkWindow *window = pln_ui_test_show (label, wishes);
  GtkWindow *sheet = GTK_WINDOW (gtk_window_new ());

  g_assert_true (pln_wishes_find (label) == PLN_WISHES (wishes));

  gtk_window_set_child (sheet, inner);
  g_assert_null (pln_wishes_find (inner));
  gtk_window_set_transient_for (sheet, window);
  g_assert_true (pln_wishes_find (inner) == PLN_WISHES (wishes));

  gtk_window_destroy (sheet);
  pln_ui_test_end (window, label);
}

/* What is wished for is written down. */
static void
test_list (void)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autofree char *text = NULL;
  const char *email;

  PLN_WISHES_GET_IFACE (wishes)->undo (PLN_WISHES (wishes), TRUE);
  PLN_WISHES_GET_IFACE (wishes)->set_identity (PLN_WISHES (wishes), "Ada", "ada@example.org");

  text = pln_wish_list_take (wishes);
  g_assert_cmpstr (text, ==, "redo\nset-identity Ada <ada@example.org>\n");
  g_assert_cmpstr (PLN_WISHES_GET_IFACE (wishes)->get_identity (PLN_WISHES (wishes), &email), ==, "Ada");
  g_assert_cmpstr (email, ==, "ada@example.org");
}

int
main (int    argc,
      char **argv)
{
  pln_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/wishes/find", test_find);
  g_test_add_func ("/ui/wishes/list", test_list);

  return g_test_run ();
}
