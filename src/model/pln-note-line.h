/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlnNoteKind:
 * @PLN_NOTE_POINT: something that was said
 * @PLN_NOTE_QUESTION: a question
 * @PLN_NOTE_IDEA: an idea
 * @PLN_NOTE_DECISION: what was decided
 * @PLN_NOTE_ACTION: what somebody promised, with an owner and a date
 * @PLN_NOTE_QUOTE: somebody's own words: to be asked for before they are shown
 * @PLN_NOTE_PARKED: for another time
 *
 * What a line of a note is, in the order of the keys. The nicks in upper case
 * are the stored form.
 */
typedef enum
{
  PLN_NOTE_POINT,
  PLN_NOTE_QUESTION,
  PLN_NOTE_IDEA,
  PLN_NOTE_DECISION,
  PLN_NOTE_ACTION,
  PLN_NOTE_QUOTE,
  PLN_NOTE_PARKED,
} PlnNoteKind;

#define PLN_N_NOTE_KINDS 7

#define PLN_TYPE_NOTE_KIND (pln_note_kind_get_type ())
GType        pln_note_kind_get_type         (void);

const char  *pln_note_kind_store            (PlnNoteKind   kind);
gboolean     pln_note_kind_parse            (const char   *stored,
                                             PlnNoteKind  *kind);

#define PLN_TYPE_NOTE_LINE (pln_note_line_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteLine, pln_note_line, PLN, NOTE_LINE, GObject)

PlnNoteLine *pln_note_line_new              (const char   *id);
PlnNoteLine *pln_note_line_copy             (PlnNoteLine  *self) G_GNUC_WARN_UNUSED_RESULT;
void         pln_note_line_take_from        (PlnNoteLine  *self,
                                             PlnNoteLine  *other);
void         pln_note_line_take_differences (PlnNoteLine  *self,
                                             PlnNoteLine  *before,
                                             PlnNoteLine  *after);
gboolean     pln_note_line_equal            (PlnNoteLine  *self,
                                             PlnNoteLine  *other);
gboolean     pln_note_line_is_empty         (PlnNoteLine  *self);

const char  *pln_note_line_get_id           (PlnNoteLine  *self);
PlnNoteKind  pln_note_line_get_kind         (PlnNoteLine  *self);
void         pln_note_line_set_kind         (PlnNoteLine  *self,
                                             PlnNoteKind   kind);
const char  *pln_note_line_get_position     (PlnNoteLine  *self);
void         pln_note_line_set_position     (PlnNoteLine  *self,
                                             const char   *position);
GDateTime   *pln_note_line_get_at           (PlnNoteLine  *self);
void         pln_note_line_set_at           (PlnNoteLine  *self,
                                             GDateTime    *at);
const char  *pln_note_line_get_by           (PlnNoteLine  *self);
void         pln_note_line_set_by           (PlnNoteLine  *self,
                                             const char   *by);
const char  *pln_note_line_get_text         (PlnNoteLine  *self);
void         pln_note_line_set_text         (PlnNoteLine  *self,
                                             const char   *text);
const char  *pln_note_line_get_owner        (PlnNoteLine  *self);
const char  *pln_note_line_get_owner_id     (PlnNoteLine  *self);
void         pln_note_line_set_owner        (PlnNoteLine  *self,
                                             const char   *name,
                                             const char   *id);
const char  *pln_note_line_get_due          (PlnNoteLine  *self);
void         pln_note_line_set_due          (PlnNoteLine  *self,
                                             const char   *due);
GDateTime   *pln_note_line_get_due_day      (PlnNoteLine  *self) G_GNUC_WARN_UNUSED_RESULT;
const char  *pln_note_line_get_beside       (PlnNoteLine  *self);
void         pln_note_line_set_beside       (PlnNoteLine  *self,
                                             const char   *beside);

G_END_DECLS
