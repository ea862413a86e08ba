/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_HELP_WINDOW (pln_help_window_get_type ())
G_DECLARE_FINAL_TYPE (PlnHelpWindow, pln_help_window, PLN, HELP_WINDOW, AdwWindow)

GtkWindow *pln_help_window_new       (GtkWindow     *parent);
void       pln_help_window_show_page (PlnHelpWindow *self,
                                      const char    *page);

G_END_DECLS
