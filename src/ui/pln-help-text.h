/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char      *pln_help_text_markup (const char  *text);
GtkWidget *pln_help_text_show   (const char  *markdown,
                                 char       **title);

G_END_DECLS
