/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-programme-view.h"
#include "pln-session-pane.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"

/* Shows a programme, to be looked at and worked with while it is changed:
 * show-programme [tray] [large] [pane] [empty] [narrow|medium]. */
int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = NULL;
  const char *const *words = (const char *const *) argv;
  GtkWidget *view;
  GtkWidget *box;
  GtkWindow *window;
  GDate day;

  gtk_init ();
  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  gathering = g_strv_contains (words, "large") ? pln_ui_programme_large (72, 1700)
                                               : pln_ui_programme_new (g_strv_contains (words, "tray"));
  if (g_strv_contains (words, "empty"))
    pln_gathering_set_sessions (gathering, g_ptr_array_new ());

  view = pln_programme_view_new ();
  gtk_widget_set_hexpand (view, TRUE);
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (view), gathering);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 19, G_DATE_JULY, 2011);
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (view), &day);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (box), view);
  if (g_strv_contains (words, "pane"))
    {
      GtkWidget *pane = pln_session_pane_new ();

      gtk_widget_set_size_request (pane, 300, -1);
      pln_session_pane_show (PLN_SESSION_PANE (pane), gathering, pln_gathering_find_session (gathering, "networking"));
      gtk_box_append (GTK_BOX (box), pane);
    }

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (window, "Programme");
  gtk_window_set_default_size (window, g_strv_contains (words, "narrow") ? 360 : g_strv_contains (words, "medium") ? 700 : 912, 706);
  adw_window_set_content (ADW_WINDOW (window), box);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s", wishes->text->str);

  return 0;
}
