/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-note-editor.h"
#include "pln-note-row.h"

G_BEGIN_DECLS

struct _PlnNoteEditor
{
  AdwBin         parent_instance;

  PlnGathering  *gathering; /* (nullable): nothing is open */
  char          *parent;
  char          *current;   /* (nullable): id of the line where somebody writes, or did last */
  PlnNote       *base;      /* as the library has it */
  PlnNote       *draft;     /* as it stands here */
  PlnNote       *watched;   /* (nullable): the model of it */
  GHashTable    *rows;      /* id of a line → row, both borrowed */
  GHashTable    *prompts;   /* id of a line → what a template asks for there */
  guint          save_id;
  guint          latest_id;
  guint          follow_id;
  guint          reveal_id;
  gboolean       filling;
  int            zoom;

  GtkListBox    *list;
  GtkWidget     *scroller;
};

/* pln-note-editor.c */
gboolean     pln_note_editor_may_edit   (PlnNoteEditor *self);
PlnNoteRow  *pln_note_editor_row        (PlnNoteEditor *self);
PlnNoteLine *pln_note_editor_line_of    (PlnNoteEditor *self,
                                         PlnNoteRow    *row);
void         pln_note_editor_touch      (PlnNoteEditor *self,
                                         PlnNoteLine   *line);
void         pln_note_editor_show       (PlnNoteEditor *self);
PlnNoteLine *pln_note_editor_new_line   (PlnNoteEditor *self,
                                         const char    *text,
                                         guint          index);

/* pln-note-editor-keys.c */
void         pln_note_editor_add_keys   (PlnNoteEditor      *self);
void         pln_note_editor_add_actions (GtkWidgetClass    *widget_class);

G_END_DECLS
