/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_COLOUR_CHOOSER (pln_colour_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlnColourChooser, pln_colour_chooser, PLN, COLOUR_CHOOSER, AdwBin)

const char *pln_colour_chooser_get_colour (PlnColourChooser *self);
void        pln_colour_chooser_set_colour (PlnColourChooser *self,
                                           const char       *colour);

G_END_DECLS
