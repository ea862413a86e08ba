/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pln_style_load      (void);
void pln_style_colour    (GtkWidget  *widget,
                          const char *name,
                          GdkRGBA    *colour);
void pln_style_set_class (GtkWidget  *widget,
                          const char *css_class,
                          gboolean    set);
gboolean pln_focus_is_in (GtkWidget  *widget);

G_END_DECLS
