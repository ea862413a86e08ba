/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_STEP_BAR (pln_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlnStepBar, pln_step_bar, PLN, STEP_BAR, GtkWidget)

GtkWidget *pln_step_bar_new      (const char *const *steps);
void       pln_step_bar_set_step (PlnStepBar        *self,
                                  guint              step);

G_END_DECLS
