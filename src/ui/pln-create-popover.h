/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_CREATE_POPOVER (pln_create_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlnCreatePopover, pln_create_popover, PLN, CREATE_POPOVER, GtkPopover)

GtkWidget *pln_create_popover_new (const char              *when,
                                   const PlnOccurrenceKind *kinds,
                                   guint                    n_kinds);

G_END_DECLS
