/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"
#include "pln-print-operation.h"

#include <glib/gi18n.h>

typedef struct
{
  PlnApplication *self;
  char           *note; /* (nullable): what is not on the paper */
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_object_unref (printing->self);
  g_free (printing->note);
  g_free (printing);
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            Printing                *printing)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_debug ("%s", error->message);
      if (printing->self->window != NULL)
        pln_window_show_error (printing->self->window,
                               _("Nothing was printed. Look whether the printer is on, or export a PDF."), NULL);
    }
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;

  message = printing->note != NULL ? g_strdup_printf (_("%1$s. %2$s"), _("On its way to the printer"), printing->note)
                                   : g_strdup (_("On its way to the printer"));
  pln_application_show_done (printing->self, message, FALSE);
}

static void
pages_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  PlnCorePrint *print = pln_core_print_finish (PLN_CORE (source), result, &error);
  Printing *printing;

  if (pln_application_failed (self, error) || self->window == NULL)
    {
      g_clear_pointer (&print, pln_core_print_free);
      return;
    }

  printing = g_new0 (Printing, 1);
  printing->self = g_object_ref (self);
  printing->note = pln_core_print_left_out (print);
  operation = pln_print_operation_new (print);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), printing, printing_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self->window), NULL);
}

static void
print_pages (PlnWishes    *wishes,
             PlnGathering *gathering,
             const char   *layout)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_print_async (self->core, gathering, layout, self->cancellable, pages_read_cb, g_object_ref (self));
}

/* What goes to paper. */
void
pln_application_init_print (PlnWishesInterface *iface)
{
  iface->print_pages = print_pages;
}
