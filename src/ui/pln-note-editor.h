/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_EDITOR (pln_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteEditor, pln_note_editor, PLN, NOTE_EDITOR, AdwBin)

void         pln_note_editor_open       (PlnNoteEditor *self,
                                         PlnGathering  *gathering,
                                         const char    *parent);
void         pln_note_editor_flush      (PlnNoteEditor *self);
PlnNote     *pln_note_editor_get_note   (PlnNoteEditor *self);
PlnNote     *pln_note_editor_get_model  (PlnNoteEditor *self);
PlnNoteLine *pln_note_editor_get_line   (PlnNoteEditor *self);
void         pln_note_editor_set_kind   (PlnNoteEditor *self,
                                         PlnNoteKind    kind);
void         pln_note_editor_edit_line  (PlnNoteEditor *self,
                                         const char    *id);
void         pln_note_editor_start      (PlnNoteEditor *self,
                                         const char    *name);
gboolean     pln_note_editor_add_text   (PlnNoteEditor *self,
                                         const char    *text);
gboolean     pln_note_editor_is_dirty   (PlnNoteEditor *self);

G_END_DECLS
