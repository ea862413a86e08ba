/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_CLOCK (pln_note_clock_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteClock, pln_note_clock, PLN, NOTE_CLOCK, AdwBin)

void pln_note_clock_set_times (PlnNoteClock *self,
                               GDateTime    *start,
                               GDateTime    *end);

G_END_DECLS
