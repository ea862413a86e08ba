/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-note.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-note-text.h"

#include <glib/gi18n.h>

/**
 * pln_core_draft_note:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @parent: the UID of one of its groups or sessions
 *
 * Returns: (transfer full): a copy of the note that was written there, or a
 *   new one with the question for a title
 */
PlnNote *
pln_core_draft_note (PlnCore      *self,
                     PlnGathering *gathering,
                     const char   *parent)
{
  PlnNote *here;
  PlnNote *note;
  g_autofree char *question = NULL;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  here = pln_gathering_find_note_of (gathering, parent);
  if (here != NULL)
    return pln_note_copy (here);

  note = pln_note_new_for (parent);
  question = pln_note_words_question (gathering, parent);
  pln_note_set_title (note, question);

  return note;
}

static gboolean
check_note (PlnGathering  *gathering,
            PlnNote       *note,
            GError       **error)
{
  const char *parent = pln_note_get_parent (note);

  if (pln_note_get_read_only (note))
    g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                         _("This note belongs to somebody else and cannot be changed here."));
  else if (pln_gathering_find_group (gathering, parent) == NULL
           && pln_gathering_find_session (gathering, parent) == NULL
           && pln_gathering_find_note (gathering, pln_note_get_uid (note)) == NULL)
    g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                         _("The group of this note is not here any more. Look for it in the bin."));
  else
    return TRUE;

  return FALSE;
}

/* The model of the note, as it will be written. */
static PlnNote *
show (PlnGathering *gathering,
      PlnNote      *before,
      PlnNote      *after)
{
  PlnNote *here = pln_gathering_find_note (gathering, pln_note_get_uid (after));
  g_autoptr(PlnNote) nothing = pln_note_new (pln_note_get_uid (after), pln_note_get_parent (after));

  if (here == NULL)
    {
      pln_gathering_put_note (gathering, nothing);
      here = pln_gathering_find_note (gathering, pln_note_get_uid (after));
    }
  pln_note_take_differences (here, before != NULL ? before : nothing, after);
  for (guint i = pln_note_get_n_lines (here); i > 0; i--)
    if (pln_note_line_is_empty (pln_note_get_line (here, i - 1)))
      pln_note_remove_line (here, pln_note_line_get_id (pln_note_get_line (here, i - 1)));

  return here;
}

/* The line that was worked on: what is typed there without a pause of some
 * seconds is one step of undo. */
static const char *
changed_line (PlnNote *before,
              PlnNote *after)
{
  for (guint i = 0; i < pln_note_get_n_lines (after); i++)
    {
      PlnNoteLine *line = pln_note_get_line (after, i);
      PlnNoteLine *was = before != NULL ? pln_note_find_line (before, pln_note_line_get_id (line), NULL) : NULL;

      if (was == NULL || !pln_note_line_equal (was, line))
        return pln_note_line_get_id (line);
    }

  return "";
}

static PlnChange *
change_for (PlnGathering *gathering,
            PlnNote      *before,
            PlnNote      *after)
{
  g_autofree char *place = pln_note_words_place (gathering, pln_note_get_parent (after));
  /* Translators: names a step of undo: “Notes of Group 5” */
  g_autofree char *label = g_strdup_printf (_("Notes of %s"), place);
  g_autofree char *key = g_strconcat ("note ", pln_note_get_uid (after), " ", changed_line (before, after), NULL);
  PlnChange *change = pln_change_new (label);

  pln_change_set_merge_key (change, key);
  pln_change_put_note (change, gathering, before, after);

  return change;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  PlnNote *note = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    pln_note_set_state (note, PLN_NOTE_SAVED, now);
  else
    pln_note_set_state (note, PLN_NOTE_UNSAVED, NULL);
  pln_core_wish_done (task, NULL, NULL, error);
}

/**
 * pln_core_save_note_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (nullable): a copy of the note as somebody found it, %NULL if it is new
 * @after: a copy as they left it
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves what somebody wrote: only lines that differ, so that what others wrote
 * meanwhile stays. [property@Note:state] of the model says whether it is safe;
 * if it could not be written it is for the caller to keep @after.
 */
void
pln_core_save_note_async (PlnCore             *self,
                          PlnGathering        *gathering,
                          PlnNote             *before,
                          PlnNote             *after,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  PlnChange *change;
  PlnNote *here;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (PLN_IS_NOTE (after));

  task = pln_core_wish_new (self, pln_core_save_note_async, cancellable, callback, user_data);
  if (!pln_core_check_ready (self, gathering, &error) || !check_note (gathering, after, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  change = change_for (gathering, before, after);
  here = show (gathering, before, after);
  g_task_set_task_data (task, g_object_ref (here), g_object_unref);
  pln_note_set_state (here, PLN_NOTE_SAVING, NULL);
  pln_core_wish_apply (pln_core_wish_new (self, pln_core_save_note_async, NULL, written_cb, task),
                       change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_save_note_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_note_finish (PlnCore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_core_read_note:
 * @self: a core
 * @text: what somebody pasted, dropped or typed
 * @error: return location for an error: the text is too long
 *
 * Returns: (transfer full) (element-type PlnNoteLine): its lines, or %NULL
 */
GPtrArray *
pln_core_read_note (PlnCore     *self,
                    const char  *text,
                    GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return pln_note_text_read (text, error);
}

/**
 * pln_core_note_sheet:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @parent: the UID of one of its groups or sessions
 * @name: a template: `report-back` or `open-space`
 *
 * Returns: (transfer full) (nullable): an empty sheet as Markdown; %NULL if there
 *   is no such template
 */
char *
pln_core_note_sheet (PlnCore      *self,
                     PlnGathering *gathering,
                     const char   *parent,
                     const char   *name)
{
  PlnNoteKind kind;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  if (pln_note_words_prompt (name, 0, &kind) == NULL)
    return NULL;

  return pln_note_text_sheet (gathering, parent, name);
}
