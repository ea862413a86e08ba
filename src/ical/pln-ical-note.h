/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/**
 * PlnIcalNoteLine:
 * @id: its ID; "" for one that was only parsed
 * @kind: POINT, QUESTION, IDEA, DECISION, ACTION, QUOTE or PARKED
 * @position: a key of [func@order_key_between], or ""
 * @at: (nullable): when it was written, UTC
 * @by: who said it, or ""
 * @text: what was said; may have several lines
 * @owner: who does it (of an action), or ""
 * @owner_id: the id of that person, or ""
 * @due: by when, `20110805`, or ""
 * @beside: the ID of the line that another computer wrote instead, or ""
 *
 * One X-PLENARY-LINE of a note. Strings are never %NULL.
 */
typedef struct
{
  char       *id;
  const char *kind;
  char       *position;
  GDateTime  *at;
  char       *by;
  char       *text;
  char       *owner;
  char       *owner_id;
  char       *due;
  char       *beside;
} PlnIcalNoteLine;

PlnIcalNoteLine *pln_ical_note_line_new   (const char             *text);
PlnIcalNoteLine *pln_ical_note_line_copy  (const PlnIcalNoteLine  *line);
void             pln_ical_note_line_free  (PlnIcalNoteLine        *line);
PlnIcalLine     *pln_ical_note_line_write (const PlnIcalNoteLine  *line);

GPtrArray       *pln_ical_note_parse      (const char             *text);
char            *pln_ical_note_render     (GPtrArray              *lines);

GPtrArray       *pln_ical_note_read       (PlnIcalText            *text);
GBytes          *pln_ical_note_settle     (GBytes                 *text,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalNoteLine, pln_ical_note_line_free)

G_END_DECLS
