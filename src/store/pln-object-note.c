/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-object-model.h"

#include "pln-ical-note.h"

static PlnNoteLine *
line_of (const PlnIcalNoteLine *read)
{
  PlnNoteLine *line = pln_note_line_new (read->id);
  PlnNoteKind kind;

  pln_note_kind_parse (read->kind, &kind);
  pln_note_line_set_kind (line, kind);
  pln_note_line_set_position (line, read->position);
  pln_note_line_set_at (line, read->at);
  pln_note_line_set_by (line, read->by);
  pln_note_line_set_text (line, read->text);
  pln_note_line_set_owner (line, read->owner, read->owner_id);
  pln_note_line_set_due (line, read->due);
  pln_note_line_set_beside (line, read->beside);

  return line;
}

/**
 * pln_object_model_note:
 * @text: the text of a note
 *
 * Returns: (transfer full) (nullable): the note; %NULL if the text cannot be read
 */
PlnNote *
pln_object_model_note (GBytes *text)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, NULL);
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);
  g_autoptr(GPtrArray) read = NULL;
  g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  PlnNote *note;

  if (lines == NULL || record == NULL)
    return NULL;

  note = pln_note_new (record->uid, record->parent);
  pln_note_set_title (note, record->summary);
  read = pln_ical_note_read (lines);
  for (guint i = 0; i < read->len; i++)
    g_ptr_array_add (written, line_of (g_ptr_array_index (read, i)));
  pln_note_set_lines (note, written);

  return note;
}
