/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-line.h"

G_BEGIN_DECLS

/**
 * PlnIcalSpan:
 * @at: offset of the raw line, folds and all, in bytes
 * @length: its length with its line end
 * @line: number of its first line, from 1
 *
 * Where one content line lies in a text.
 */
typedef struct
{
  gsize at;
  gsize length;
  guint line;
} PlnIcalSpan;

/**
 * PlnIcalPart:
 * @name: upper case, such as `VEVENT`
 * @parent: index of the part around it, -1 for the outermost
 * @first: index of its BEGIN among the spans
 * @last: index of its END among the spans; where that is missing, of the first
 *   span that is no longer in it, which may be the number of spans
 * @ended: whether it has its END
 * @flaw: (nullable): a translated sentence, if it cannot be used as it is
 *
 * One component of a text. The content lines of a part are those between
 * @first and @last that belong to no part inside it.
 */
typedef struct
{
  const char *name;
  int         parent;
  guint       first;
  guint       last;
  gboolean    ended;
  const char *flaw;
} PlnIcalPart;

/**
 * PlnIcalText:
 *
 * An iCalendar text, its content lines and its components; nothing of it is
 * interpreted, nothing is lost: what was read is what is kept. Immutable and
 * counted, so that any thread may use it.
 */
typedef struct _PlnIcalText PlnIcalText;

/**
 * PlnIcalWalk:
 * @text: the text that is walked over
 * @part: the part
 * @at: index of the span that was given last
 *
 * A walk over the lines of one part, not those of parts inside it.
 */
typedef struct
{
  PlnIcalText *text;
  guint        part;
  guint        at;
  /*< private >*/
  guint        next;
  guint        inner;
} PlnIcalWalk;

PlnIcalText       *pln_ical_text_new             (GBytes             *bytes,
                                                  GError            **error);
PlnIcalText       *pln_ical_text_new_from_string (const char         *text,
                                                  GError            **error);
PlnIcalText       *pln_ical_text_ref             (PlnIcalText        *self);
void               pln_ical_text_unref           (PlnIcalText        *self);
GBytes            *pln_ical_text_get_bytes       (PlnIcalText        *self);
const char        *pln_ical_text_get_line_end    (PlnIcalText        *self);

guint              pln_ical_text_get_n_parts     (PlnIcalText        *self);
const PlnIcalPart *pln_ical_text_get_part        (PlnIcalText        *self,
                                                  guint               part);
int                pln_ical_text_find_part       (PlnIcalText        *self,
                                                  const char         *name,
                                                  const char         *uid,
                                                  const char         *recurrence_id);
guint              pln_ical_text_get_lines_end   (PlnIcalText        *self,
                                                  guint               part);

guint              pln_ical_text_get_n_spans     (PlnIcalText        *self);
void               pln_ical_text_get_span        (PlnIcalText        *self,
                                                  guint               index,
                                                  PlnIcalSpan        *span);
PlnIcalSlice       pln_ical_text_unfold_span     (PlnIcalText        *self,
                                                  const PlnIcalSpan  *span,
                                                  GString            *scratch);
gboolean           pln_ical_text_view_span       (PlnIcalText        *self,
                                                  const PlnIcalSpan  *span,
                                                  GString            *scratch,
                                                  PlnIcalView        *view);
PlnIcalLine       *pln_ical_text_parse_span      (PlnIcalText        *self,
                                                  const PlnIcalSpan  *span,
                                                  GError            **error);
gboolean           pln_ical_text_span_is         (PlnIcalText        *self,
                                                  const PlnIcalSpan  *span,
                                                  const char         *name);
PlnIcalLine       *pln_ical_text_get_line        (PlnIcalText        *self,
                                                  guint               part,
                                                  const char         *name);

void               pln_ical_walk_init            (PlnIcalWalk        *walk,
                                                  PlnIcalText        *text,
                                                  guint               part);
gboolean           pln_ical_walk_next            (PlnIcalWalk        *walk,
                                                  PlnIcalSpan        *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalText, pln_ical_text_unref)

G_END_DECLS
