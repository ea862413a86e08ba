/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_FIRST_START (pln_first_start_get_type ())
G_DECLARE_FINAL_TYPE (PlnFirstStart, pln_first_start, PLN, FIRST_START, AdwBin)

G_END_DECLS
