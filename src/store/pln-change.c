/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"
#include "pln-store-conflict.h"

#include "pln-clock.h"

struct _PlnChange
{
  char         *label;
  char         *merge_key;
  gboolean      lasting;
  GPtrArray    *operations; /* PlnOperation */
  GHashTable   *by_uid;     /* uid → the NEW or EDIT operation, borrowed */
  GHashTable   *bumped;     /* uids whose SEQUENCE goes up */
  gboolean      is_sealed;

  PlnGathering *indexed;    /* whose attendees … */
  GHashTable   *addresses;  /* … stand here: address, folded → GPtrArray of PlnAttendee */
};

static void
operation_free (PlnOperation *operation)
{
  g_free (operation->uid);
  g_free (operation->calendar);
  g_free (operation->organisers_calendar);
  g_free (operation->id);
  g_clear_pointer (&operation->edits, pln_ical_edits_free);
  g_clear_pointer (&operation->line, pln_ical_line_free);
  g_clear_pointer (&operation->line_before, pln_ical_line_free);
  g_clear_pointer (&operation->text, g_bytes_unref);
  g_clear_pointer (&operation->questions, g_ptr_array_unref);
  g_free (operation);
}

/**
 * pln_change_new:
 * @label: names the step for the user, as in “Undo: New CPD23 meet-up”
 *
 * Returns: (transfer full): a change that changes nothing yet
 */
PlnChange *
pln_change_new (const char *label)
{
  PlnChange *change = g_new0 (PlnChange, 1);

  change->label = g_strdup (label);
  change->operations = g_ptr_array_new_with_free_func ((GDestroyNotify) operation_free);
  change->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  change->bumped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return change;
}

static void
forget_models (PlnChange *change)
{
  g_clear_object (&change->indexed);
  g_clear_pointer (&change->addresses, g_hash_table_unref);
}

/**
 * pln_change_free:
 * @change: (transfer full): a change
 */
void
pln_change_free (PlnChange *change)
{
  forget_models (change);
  g_hash_table_unref (change->bumped);
  g_hash_table_unref (change->by_uid);
  g_ptr_array_unref (change->operations);
  g_free (change->merge_key);
  g_free (change->label);
  g_free (change);
}

/**
 * pln_change_get_label:
 * @change: a change
 *
 * Returns: (transfer none): the name of the step
 */
const char *
pln_change_get_label (PlnChange *change)
{
  return change->label;
}

/**
 * pln_change_is_empty:
 * @change: a change
 *
 * Returns: %TRUE if nothing differs, so that there is nothing to write
 */
gboolean
pln_change_is_empty (PlnChange *change)
{
  for (guint i = 0; i < change->operations->len; i++)
    {
      const PlnOperation *operation = g_ptr_array_index (change->operations, i);

      if ((operation->kind != PLN_OPERATION_EDIT && operation->kind != PLN_OPERATION_NOTE)
          || !pln_ical_edits_is_empty (operation->edits))
        return FALSE;
    }

  return TRUE;
}

/**
 * pln_change_set_merge_key:
 * @change: a change
 * @key: (nullable): names the wish and its object
 *
 * Lets this change join the step before it, if that has the same key and
 * happened within seconds: typing a title is one step.
 */
void
pln_change_set_merge_key (PlnChange  *change,
                          const char *key)
{
  g_free (change->merge_key);
  change->merge_key = g_strdup (key);
}

/**
 * pln_change_set_lasting:
 * @change: a change
 *
 * Makes this change no step of undo, because what it records has left this
 * computer: an invitation cannot be unsent. The steps before it are undone
 * around it.
 */
void
pln_change_set_lasting (PlnChange *change)
{
  change->lasting = TRUE;
}

/**
 * pln_change_get_lasting:
 * @change: a change
 *
 * Returns: %TRUE if it is no step of undo, see [func@change_set_lasting]
 */
gboolean
pln_change_get_lasting (PlnChange *change)
{
  return change->lasting;
}

/**
 * pln_change_get_merge_key:
 * @change: a change
 *
 * Returns: (transfer none) (nullable): the key, see [func@change_set_merge_key]
 */
const char *
pln_change_get_merge_key (PlnChange *change)
{
  return change->merge_key;
}

/**
 * pln_change_add:
 * @change: a change
 * @kind: what is to be done
 * @uid: (nullable): to which object
 *
 * Returns: (transfer none): the new last operation
 */
PlnOperation *
pln_change_add (PlnChange        *change,
                PlnOperationKind  kind,
                const char       *uid)
{
  PlnOperation *operation = g_new0 (PlnOperation, 1);

  g_assert (!change->is_sealed);
  operation->kind = kind;
  operation->uid = g_strdup (uid);
  g_ptr_array_add (change->operations, operation);

  return operation;
}

static PlnIcalEdits *
add_edits (PlnChange        *change,
           PlnOperationKind  kind,
           const char       *component,
           const char       *uid,
           const char       *calendar)
{
  PlnOperation *operation = pln_change_add (change, kind, uid);

  operation->calendar = g_strdup (calendar);
  operation->component = component;
  operation->edits = pln_ical_edits_new (component);
  g_hash_table_insert (change->by_uid, operation->uid, operation);

  return operation->edits;
}

/**
 * pln_change_edit:
 * @change: a change
 * @uid: an event
 *
 * Returns: (transfer none): the edits of that event, to add to
 */
PlnIcalEdits *
pln_change_edit (PlnChange  *change,
                 const char *uid)
{
  PlnOperation *operation = g_hash_table_lookup (change->by_uid, uid);

  return operation != NULL ? operation->edits
                           : add_edits (change, PLN_OPERATION_EDIT, "VEVENT", uid, NULL);
}

/**
 * pln_change_edit_action:
 * @change: a change
 * @uid: an action
 *
 * Returns: (transfer none): the edits of that action, to add to
 */
PlnIcalEdits *
pln_change_edit_action (PlnChange  *change,
                        const char *uid)
{
  PlnOperation *operation = g_hash_table_lookup (change->by_uid, uid);

  return operation != NULL ? operation->edits
                           : add_edits (change, PLN_OPERATION_EDIT, "VTODO", uid, NULL);
}

/**
 * pln_change_create:
 * @change: a change
 * @calendar: where the event will lie
 * @uid: its UID
 *
 * Returns: (transfer none): the edits that fill the new event
 */
PlnIcalEdits *
pln_change_create (PlnChange  *change,
                   const char *calendar,
                   const char *uid)
{
  return add_edits (change, PLN_OPERATION_NEW, "VEVENT", uid, calendar);
}

/**
 * pln_change_append:
 * @change: a change
 * @calendar: where the journal lies, or will lie
 * @uid: its UID
 *
 * Returns: (transfer none): the edits that add to the journal, which need not
 *   be there yet
 */
PlnIcalEdits *
pln_change_append (PlnChange  *change,
                   const char *calendar,
                   const char *uid)
{
  PlnOperation *operation = g_hash_table_lookup (change->by_uid, uid);

  return operation != NULL ? operation->edits
                           : add_edits (change, PLN_OPERATION_APPEND, "VJOURNAL", uid, calendar);
}

/**
 * pln_change_bump:
 * @change: a change
 * @uid: an event that somebody was told of
 *
 * Makes SEQUENCE of that event one greater, however often it is called.
 */
void
pln_change_bump (PlnChange  *change,
                 const char *uid)
{
  g_hash_table_add (change->bumped, g_strdup (uid));
}

static void
seal (PlnChange *change)
{
  gint64 now = pln_clock_now ();

  for (guint i = change->operations->len; i > 0; i--)
    {
      PlnOperation *operation = g_ptr_array_index (change->operations, i - 1);

      if (operation->kind == PLN_OPERATION_EDIT && pln_ical_edits_is_empty (operation->edits))
        g_ptr_array_remove_index (change->operations, i - 1);
      else if (operation->edits != NULL)
        pln_ical_edits_stamp (operation->edits, now,
                              g_hash_table_contains (change->bumped, operation->uid));
    }
  g_hash_table_remove_all (change->by_uid);
  forget_models (change);
  change->is_sealed = TRUE;
}

/**
 * pln_change_get_operations:
 * @change: a change
 *
 * Ends the change: it gets its stamps, lets go of models, and takes nothing
 * more. To be called on the main thread, before another thread gets it.
 *
 * Returns: (transfer none) (element-type PlnOperation): what is to be done
 */
GPtrArray *
pln_change_get_operations (PlnChange *change)
{
  if (!change->is_sealed)
    seal (change);

  return change->operations;
}

static GPtrArray *
people_at (PlnChange  *change,
           const char *email)
{
  g_autofree char *key = g_utf8_casefold (email, -1);
  GPtrArray *people = g_hash_table_lookup (change->addresses, key);

  if (people == NULL)
    {
      people = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (change->addresses, g_steal_pointer (&key), people);
    }

  return people;
}

/**
 * pln_change_at_address:
 * @change: a change
 * @gathering: a gathering
 * @email: an address, not empty
 *
 * Who has that address: the first of them stands as ATTENDEE on the gathering.
 * Whoever adds, moves or removes a person keeps the list true.
 *
 * Returns: (transfer none) (element-type PlnAttendee): the people, in order
 */
GPtrArray *
pln_change_at_address (PlnChange    *change,
                       PlnGathering *gathering,
                       const char   *email)
{
  if (change->indexed != gathering)
    {
      GListModel *attendees = pln_gathering_get_attendees (gathering);
      guint n = g_list_model_get_n_items (attendees);

      forget_models (change);
      change->indexed = g_object_ref (gathering);
      change->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

          if (*pln_attendee_get_email (attendee) != '\0')
            g_ptr_array_add (people_at (change, pln_attendee_get_email (attendee)), g_object_ref (attendee));
        }
    }

  return people_at (change, email);
}

/**
 * pln_change_put_text:
 * @change: a change
 * @calendar: where the object is to lie, if it is new
 * @uid: its UID
 * @text: the whole object
 *
 * Writes an object as it is, such as an imported one. An object of the same
 * UID is replaced where it lies.
 */
void
pln_change_put_text (PlnChange  *change,
                     const char *calendar,
                     const char *uid,
                     GBytes     *text)
{
  PlnOperation *operation = pln_change_add (change, PLN_OPERATION_PUT_TEXT, uid);

  operation->calendar = g_strdup (calendar);
  operation->text = g_bytes_ref (text);
}

/**
 * pln_change_put_origin:
 * @change: a change
 * @uid: an object that this change writes
 * @id: what the object calls it; derived from @text
 * @text: what it was imported from, as an object
 *
 * Keeps what was imported, so that the next version of it can be merged with
 * what the user changed since.
 */
void
pln_change_put_origin (PlnChange  *change,
                       const char *uid,
                       const char *id,
                       GBytes     *text)
{
  PlnOperation *operation = pln_change_add (change, PLN_OPERATION_ORIGIN, uid);

  operation->id = g_strdup (id);
  operation->text = g_bytes_ref (text);
}

/**
 * pln_change_ask:
 * @change: a change
 * @uid: an object that this change writes
 * @who: where @theirs came from
 * @base: (nullable): what both were
 * @mine: what was here
 * @theirs: what came, and is shown where both differ
 *
 * Asks the user what counts where both changed the same to something else. If
 * the change is undone, so are the questions.
 */
void
pln_change_ask (PlnChange  *change,
                const char *uid,
                const char *who,
                GBytes     *base,
                GBytes     *mine,
                GBytes     *theirs)
{
  PlnOperation *operation = pln_change_add (change, PLN_OPERATION_ASK, uid);

  operation->questions = pln_store_questions_new (base, mine, theirs, NULL);
  for (guint i = 0; i < operation->questions->len; i++)
    {
      PlnStoreQuestion *question = g_ptr_array_index (operation->questions, i);

      g_free (question->who);
      question->who = g_strdup (who);
    }
}

/**
 * pln_change_delete:
 * @change: a change
 * @uid: any object
 *
 * Puts an object, and all that belongs to it, into the bin.
 */
void
pln_change_delete (PlnChange  *change,
                   const char *uid)
{
  pln_change_add (change, PLN_OPERATION_DELETE, uid);
}

/**
 * pln_change_restore:
 * @change: a change
 * @uid: an object in the bin
 *
 * Takes an object out of the bin, with what was deleted together with it.
 */
void
pln_change_restore (PlnChange  *change,
                    const char *uid)
{
  pln_change_add (change, PLN_OPERATION_RESTORE, uid);
}

/**
 * pln_change_delete_calendar:
 * @change: a change
 * @calendar: the name of a calendar
 *
 * Puts all objects of a calendar into the bin.
 */
void
pln_change_delete_calendar (PlnChange  *change,
                            const char *calendar)
{
  pln_change_add (change, PLN_OPERATION_DELETE_CALENDAR, NULL)->calendar = g_strdup (calendar);
}
