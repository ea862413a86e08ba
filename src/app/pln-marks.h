/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pln_marks_watch (GtkWidget *window);
void pln_marks_ready (GtkWidget *window);

G_END_DECLS
