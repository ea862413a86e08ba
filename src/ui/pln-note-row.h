/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-note-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_ROW (pln_note_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteRow, pln_note_row, PLN, NOTE_ROW, GtkListBoxRow)

GtkWidget   *pln_note_row_new          (const char   *id);
const char  *pln_note_row_get_id       (PlnNoteRow   *self);
void         pln_note_row_show         (PlnNoteRow   *self,
                                        PlnNoteLine  *line,
                                        GTimeZone    *zone);
void         pln_note_row_set_prompt   (PlnNoteRow   *self,
                                        const char   *prompt);
void         pln_note_row_set_editable (PlnNoteRow   *self,
                                        gboolean      editable);
char        *pln_note_row_dup_text     (PlnNoteRow   *self) G_GNUC_WARN_UNUSED_RESULT;
GtkTextView *pln_note_row_get_view     (PlnNoteRow   *self);
GtkWidget   *pln_note_row_get_owner    (PlnNoteRow   *self);
GtkWidget   *pln_note_row_get_due      (PlnNoteRow   *self);
void         pln_note_row_edit         (PlnNoteRow   *self,
                                        int           offset);
void         pln_note_row_find_cursor  (PlnNoteRow   *self,
                                        GdkRectangle *place);
int          pln_note_row_get_cursor   (PlnNoteRow   *self);
gboolean     pln_note_row_at_edge      (PlnNoteRow   *self,
                                        gboolean      first);
void         pln_note_row_flash        (PlnNoteRow   *self);

const char  *pln_note_kind_icon        (PlnNoteKind   kind);
const char  *pln_note_kind_class       (PlnNoteKind   kind);

G_END_DECLS
