/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

GBytes *pln_note_print_sheets (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
