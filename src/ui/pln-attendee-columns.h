/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean pln_attendee_columns_restore (GtkColumnView              *view,
                                       GtkColumnViewColumn *const *columns);
void     pln_attendee_columns_save    (GtkColumnView              *view,
                                       GtkColumnViewColumn *const *columns);

G_END_DECLS
