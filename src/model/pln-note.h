/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-note-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_NOTE_MAX_LINES 5000

/**
 * PlnNoteState:
 * @PLN_NOTE_SAVED: what is shown is durable
 * @PLN_NOTE_SAVING: it is being written
 * @PLN_NOTE_UNSAVED: it could not be written: who has the text still keeps it
 *
 * Whether what was last written in a note is safe.
 */
typedef enum
{
  PLN_NOTE_SAVED,
  PLN_NOTE_SAVING,
  PLN_NOTE_UNSAVED,
} PlnNoteState;

#define PLN_TYPE_NOTE_STATE (pln_note_state_get_type ())
GType        pln_note_state_get_type   (void);

#define PLN_TYPE_NOTE (pln_note_get_type ())
G_DECLARE_FINAL_TYPE (PlnNote, pln_note, PLN, NOTE, GObject)

PlnNote     *pln_note_new              (const char   *uid,
                                        const char   *parent);
PlnNote     *pln_note_new_for          (const char   *parent);
PlnNote     *pln_note_copy             (PlnNote      *self) G_GNUC_WARN_UNUSED_RESULT;
void         pln_note_take_from        (PlnNote      *self,
                                        PlnNote      *other);
void         pln_note_take_differences (PlnNote      *self,
                                        PlnNote      *before,
                                        PlnNote      *after);

const char  *pln_note_get_uid          (PlnNote      *self);
const char  *pln_note_get_parent       (PlnNote      *self);
const char  *pln_note_get_title        (PlnNote      *self);
void         pln_note_set_title        (PlnNote      *self,
                                        const char   *title);
gboolean     pln_note_get_read_only    (PlnNote      *self);
void         pln_note_set_read_only    (PlnNote      *self,
                                        gboolean      read_only);

PlnNoteState pln_note_get_state        (PlnNote      *self);
GDateTime   *pln_note_get_saved_at     (PlnNote      *self);
void         pln_note_set_state        (PlnNote      *self,
                                        PlnNoteState  state,
                                        GDateTime    *saved_at);

GListModel  *pln_note_get_lines        (PlnNote      *self);
guint        pln_note_get_n_lines      (PlnNote      *self);
PlnNoteLine *pln_note_get_line         (PlnNote      *self,
                                        guint         index);
PlnNoteLine *pln_note_find_line        (PlnNote      *self,
                                        const char   *id,
                                        guint        *index);
void         pln_note_insert_line      (PlnNote      *self,
                                        PlnNoteLine  *line,
                                        guint         index);
void         pln_note_move_line        (PlnNote      *self,
                                        const char   *id,
                                        guint         index);
void         pln_note_put_line         (PlnNote      *self,
                                        PlnNoteLine  *line);
void         pln_note_set_lines        (PlnNote      *self,
                                        GPtrArray    *lines);
gboolean     pln_note_remove_line      (PlnNote      *self,
                                        const char   *id);
gboolean     pln_note_is_empty         (PlnNote      *self);

G_END_DECLS
