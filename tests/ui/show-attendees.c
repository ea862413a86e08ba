/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendees-page.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

/* Shows the page of attendees with invented people, to be looked at and worked
 * with while it is changed: show-attendees [PEOPLE] [ID-IN-THE-PANE] [long]
 * [read-only]. What is wished for is printed at the end. */
int
main (int    argc,
      char **argv)
{
  guint n_people = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 124;
  gboolean long_names = argc > 3 && g_strv_contains ((const char *const *) argv, "long");
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  GtkWidget *page;
  GtkWindow *window;

  gtk_init ();
  pln_ui_test_init (&argc, &argv);
  gathering = pln_ui_people_new (n_people, long_names);
  pln_gathering_set_read_only (gathering, g_strv_contains ((const char *const *) argv, "read-only"));
  wishes->people = pln_ui_people_lines (38);
  page = pln_attendees_page_new ();
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (page), gathering);

  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (window, "Attendees");
  gtk_window_set_default_size (window, 912, 753);
  adw_window_set_content (ADW_WINDOW (window), page);
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  if (argc > 2)
    pln_attendees_page_show_person (PLN_ATTENDEES_PAGE (page), argv[2]);

  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s", wishes->text->str);

  return 0;
}
