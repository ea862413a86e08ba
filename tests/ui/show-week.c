/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-ui-test.h"
#include "pln-ui-week.h"
#include "pln-week-view.h"

/* Shows a week with invented entries, to be looked at and worked with while it
 * is changed: show-week [ENTRIES]. What is wished for is printed at the end. */
int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWindow *window;

  gtk_init ();
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  wishes->occurrences = n > 0 ? pln_ui_week_large (n) : pln_ui_week_new ();

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (window, "Week");
  gtk_window_set_default_size (window, 912, 705);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  adw_window_set_content (ADW_WINDOW (window), pln_week_view_new ());
  gtk_window_present (window);

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s", wishes->text->str);

  return 0;
}
