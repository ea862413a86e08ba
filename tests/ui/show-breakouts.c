/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-breakouts-page.h"
#include "pln-clock.h"
#include "pln-ui-people.h"
#include "pln-ui-rounds.h"
#include "pln-ui-test.h"

/* Shows the board with invented people, to be looked at and worked with while
 * it is changed: show-breakouts [PEOPLE [long]]. What is wished for is printed
 * at the end. */
int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 124;
  gboolean long_names = argc > 2;
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = NULL;
  GtkWidget *page;
  GtkWindow *window;

  gtk_init ();
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  gathering = pln_ui_people_new (MAX (n, 1), long_names);
  if (n > 0)
    pln_ui_rounds_add (gathering, 3, 6);
  pln_ui_rounds_arrive (gathering, 6);

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (window, "Breakouts");
  gtk_window_set_default_size (window, 912, 753);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  page = pln_breakouts_page_new ();
  adw_window_set_content (ADW_WINDOW (window), page);
  pln_breakouts_page_set_gathering (PLN_BREAKOUTS_PAGE (page), gathering);
  gtk_window_present (window);

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s", wishes->text->str);

  return 0;
}
