/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core-print.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *pln_print_operation_new (PlnCorePrint *print);

G_END_DECLS
