/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-note.h"

G_BEGIN_DECLS

/* pln-ical-note-text.c */
char            *pln_ical_note_plain       (const char             *text);
GPtrArray       *pln_ical_note_split       (const char             *text);   /* utf8: items */
char            *pln_ical_note_render_line (const PlnIcalNoteLine  *line);
PlnIcalNoteLine *pln_ical_note_parse_item  (const char             *item);
const char      *pln_ical_note_kind        (const char             *word);

/* pln-ical-note-take.c */
GPtrArray       *pln_ical_note_take        (GPtrArray              *lines,
                                            const char             *description,
                                            gboolean                is_complete,
                                            GDateTime              *at);
void             pln_ical_note_order       (GPtrArray              *lines);

G_END_DECLS
