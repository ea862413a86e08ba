/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-ical-note.h"

#define LINE "X-PLENARY-LINE"

static PlnIcalLine *
line_of (PlnNoteLine *line)
{
  g_autoptr(PlnIcalNoteLine) written = pln_ical_note_line_new (pln_note_line_get_text (line));
  char **members[] = { &written->id, &written->position, &written->by, &written->owner, &written->owner_id,
                       &written->due, &written->beside };
  const char *values[] = { pln_note_line_get_id (line), pln_note_line_get_position (line), pln_note_line_get_by (line),
                           pln_note_line_get_owner (line), pln_note_line_get_owner_id (line),
                           pln_note_line_get_due (line), pln_note_line_get_beside (line) };
  GDateTime *at = pln_note_line_get_at (line);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_free (*members[i]);
      *members[i] = g_strdup (values[i]);
    }
  written->kind = pln_note_kind_store (pln_note_line_get_kind (line));
  written->at = at != NULL ? g_date_time_ref (at) : NULL;

  return pln_ical_note_line_write (written);
}

static void
put_parameters (PlnIcalEdits *edits,
                PlnIcalLine  *before,
                PlnIcalLine  *after)
{
  static const char *const names[] = { "KIND", "POS", "BY", "OWNER", "OWNER-ID", "DUE", "BESIDE" };
  const char *id = pln_ical_line_get_parameter (after, "ID");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *was = pln_ical_line_get_parameter (before, names[i]);
      const char *is = pln_ical_line_get_parameter (after, names[i]);

      if (g_strcmp0 (was, is) != 0)
        pln_ical_edits_parameter (edits, LINE, id, names[i], is);
    }
}

/* Where the text stays, only what differs is set: somebody else may have
 * written the text anew meanwhile. */
static void
put_line (PlnIcalEdits *edits,
          PlnNoteLine  *before,
          PlnNoteLine  *after)
{
  g_autoptr(PlnIcalLine) was = before != NULL ? line_of (before) : NULL;
  PlnIcalLine *is = line_of (after);

  if (was == NULL || !g_str_equal (was->value, is->value))
    {
      pln_ical_edits_put (edits, pln_note_line_get_id (after), is);
      return;
    }
  put_parameters (edits, was, is);
  pln_ical_line_free (is);
}

static void
put_frame (PlnIcalEdits *edits,
           PlnNote      *before,
           PlnNote      *after)
{
  if (before == NULL)
    {
      pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "NOTE"));
      pln_ical_edits_set (edits, pln_ical_line_new_text ("RELATED-TO", pln_note_get_parent (after)));
    }
  pln_change_set_line (edits, "SUMMARY",
                       before != NULL ? pln_change_line_text ("SUMMARY", pln_note_get_title (before)) : NULL,
                       pln_change_line_text ("SUMMARY", pln_note_get_title (after)));
}

/**
 * pln_change_put_note:
 * @change: a change
 * @gathering: the gathering where it was written
 * @before: (nullable): the note as it was; %NULL for a new one
 * @after: as it is to be
 *
 * Edits the lines that differ. Lines without anything on them are not written.
 */
void
pln_change_put_note (PlnChange    *change,
                     PlnGathering *gathering,
                     PlnNote      *before,
                     PlnNote      *after)
{
  PlnOperation *operation;
  PlnIcalEdits *edits;

  g_return_if_fail (PLN_IS_NOTE (after));

  operation = pln_change_add (change, PLN_OPERATION_NOTE, pln_note_get_uid (after));
  operation->calendar = g_strdup (pln_gathering_get_organisers_calendar (gathering));
  operation->component = "VJOURNAL";
  edits = operation->edits = pln_ical_edits_new (operation->component);

  put_frame (edits, before, after);
  for (guint i = 0; before != NULL && i < pln_note_get_n_lines (before); i++)
    {
      const char *id = pln_note_line_get_id (pln_note_get_line (before, i));
      PlnNoteLine *line = pln_note_find_line (after, id, NULL);

      if (line == NULL || pln_note_line_is_empty (line))
        pln_ical_edits_drop (edits, LINE, id);
    }
  for (guint i = 0; i < pln_note_get_n_lines (after); i++)
    {
      PlnNoteLine *line = pln_note_get_line (after, i);
      PlnNoteLine *was = before != NULL ? pln_note_find_line (before, pln_note_line_get_id (line), NULL) : NULL;

      if (was != NULL && pln_note_line_is_empty (was))
        was = NULL; /* it was never written */
      if (!pln_note_line_is_empty (line) && (was == NULL || !pln_note_line_equal (was, line)))
        put_line (edits, was, line);
    }
}
