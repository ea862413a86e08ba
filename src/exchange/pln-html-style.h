/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme-grid.h"

G_BEGIN_DECLS

#define PLN_HTML_MOST_COLUMNS 8 /* a day with more rooms is a list on any screen */

char *pln_html_style_write (const PlnProgramme *programme,
                            GPtrArray          *grids) G_GNUC_WARN_UNUSED_RESULT;
char *pln_html_style_track (const PlnProgramme *programme,
                            const char         *track) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
