/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

const char *pln_note_words_kind     (PlnNoteKind   kind);
char       *pln_note_words_place    (PlnGathering *gathering,
                                     const char   *parent) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_note_words_question (PlnGathering *gathering,
                                     const char   *parent) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_note_words_due      (PlnNoteLine  *line,
                                     gboolean      spoken) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_note_words_line     (PlnNoteLine  *line,
                                     GTimeZone    *zone) G_GNUC_WARN_UNUSED_RESULT;
const char *pln_note_words_prompt   (const char   *name,
                                     guint         index,
                                     PlnNoteKind  *kind);

/**
 * PlnNoteCheck:
 * @name: an action without an owner: `owner`, a quote to be asked for: `quote`,
 *   a decision: `decision`
 * @sentence: what there is, or is not yet
 * @good: it is as it should be
 *
 * Something to look at before a group closes. It never stops anybody.
 */
typedef struct
{
  const char *name;
  char       *sentence;
  gboolean    good;
} PlnNoteCheck;

GPtrArray  *pln_note_words_checks   (PlnNote      *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
