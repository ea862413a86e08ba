/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-operation.h"

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                PlnCorePrint      *print)
{
  guint n = pln_core_print_paginate (print, gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              PlnCorePrint      *print)
{
  pln_core_print_draw (print, gtk_print_context_get_cairo_context (context), (guint) page);
}

/**
 * pln_print_operation_new:
 * @print: (transfer full): what is printed
 *
 * Returns: (transfer full): what prints it, on paper that is held as it needs
 */
GtkPrintOperation *
pln_print_operation_new (PlnCorePrint *print)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, pln_core_print_is_wide (print) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the pages have their own margins */
  gtk_print_operation_set_job_name (operation, pln_core_print_get_title (print));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "pln-core-print", print, (GDestroyNotify) pln_core_print_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);

  return operation;
}
