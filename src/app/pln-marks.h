/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pln_marks_next_frame (GtkWidget  *window,
                           const char *name);

G_END_DECLS
