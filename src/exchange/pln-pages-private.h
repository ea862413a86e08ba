/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-pages.h"
#include "pln-print.h"

G_BEGIN_DECLS

PlnPages *pln_pages_new (PlnPrint *print);

G_END_DECLS
