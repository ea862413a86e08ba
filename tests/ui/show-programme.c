/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-session-pane.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"

int
main (int    argc,
      char **argv)
{
  const char *uid = argc > 1 ? argv[1] : "networking";
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = NULL;
  GtkWidget *pane;
  GtkWidget *box;
  GtkWindow *window;

  gtk_init ();
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  gathering = pln_ui_programme_new (TRUE);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  pane = pln_session_pane_new ();
  gtk_widget_set_size_request (pane, 300, -1);
  gtk_widget_set_halign (pane, GTK_ALIGN_END);
  pln_session_pane_show (PLN_SESSION_PANE (pane), gathering, pln_gathering_find_session (gathering, uid));
  gtk_box_append (GTK_BOX (box), pane);
  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, 300, 640);
  adw_window_set_content (ADW_WINDOW (window), box);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
