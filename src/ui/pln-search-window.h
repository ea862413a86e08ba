/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-hit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SEARCH_WINDOW (pln_search_window_get_type ())
G_DECLARE_FINAL_TYPE (PlnSearchWindow, pln_search_window, PLN, SEARCH_WINDOW, AdwWindow)

GtkWindow *pln_search_window_new       (GtkWindow       *parent,
                                        gboolean         has_sample);
void       pln_search_window_show_hits (PlnSearchWindow *self,
                                        const char      *text,
                                        GPtrArray       *hits);

G_END_DECLS
