/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-people.h"

#include "pln-address.h"
#include "pln-clock.h"
#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-exchange-error.h"
#include "pln-id.h"
#include "pln-people-text.h"
#include "pln-text-decode.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * pln_core_read_people:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @text: what was pasted, or stands in a file
 * @error: return location for an error
 *
 * Reads a list of people; changes nothing.
 *
 * Returns: (transfer full) (nullable): a list of [class@PersonLine], or %NULL
 */
GListModel *
pln_core_read_people (PlnCore       *self,
                      PlnGathering  *gathering,
                      const char    *text,
                      GError       **error)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return pln_people_text_read (text, strlen (text), gathering, error);
}

/**
 * pln_core_decode_people:
 * @self: a core
 * @content: the content of a file
 * @error: return location for an error
 *
 * Makes text of a file with a list of people, which spreadsheets write in
 * several encodings.
 *
 * Returns: (transfer full) (nullable): the text for [method@Core.read_people];
 *   %NULL if it is none
 */
char *
pln_core_decode_people (PlnCore  *self,
                        GBytes   *content,
                        GError  **error)
{
  gsize length;
  const char *data;
  char *text;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  data = g_bytes_get_data (content, &length);
  text = length > 0 ? pln_text_decode (data, length) : g_strdup ("");
  if (text == NULL)
    g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE,
                         _("The list of people is not text. Save it as text or CSV, and try again."));

  return text;
}

/* What is to be done with some people of one gathering. */
static GTask *
wish_for_people (PlnCore             *self,
                 gpointer             tag,
                 PlnGathering        *gathering,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task = pln_core_wish_new (self, tag, cancellable, callback, user_data);
  GError *error = NULL;

  if (pln_core_check_ready (self, gathering, &error))
    return task;

  pln_core_wish_fail (task, error);

  return NULL;
}

static const char *
name_of_first (GPtrArray *attendees)
{
  return pln_attendee_get_display_name (g_ptr_array_index (attendees, 0));
}

static PlnAttendee *
new_from_line (PlnPersonLine *line)
{
  g_autofree char *id = pln_id_new ();
  PlnAttendee *attendee = pln_attendee_new (id);

  pln_attendee_set_name (attendee, pln_person_line_get_name (line));
  pln_attendee_set_email (attendee, pln_person_line_get_email (line));
  pln_attendee_set_organisation (attendee, pln_person_line_get_organisation (line));

  return attendee;
}

/* A line that was mended by hand may still be wrong; a name alone will do. */
static gboolean
is_person (PlnPersonLine *line)
{
  const char *email = pln_person_line_get_email (line);

  return *email != '\0' ? pln_address_is_mail (email) : *pln_person_line_get_name (line) != '\0';
}

static GPtrArray *
new_ones (GListModel *lines)
{
  GPtrArray *attendees = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (lines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      if (pln_person_line_get_state (line) == PLN_LINE_NEW && is_person (line))
        g_ptr_array_add (attendees, new_from_line (line));
    }

  return attendees;
}

static void
add (PlnGathering *gathering,
     GPtrArray    *attendees,
     GTask        *task)
{
  g_autofree char *label = NULL;
  PlnChange *change;

  if (attendees->len == 1)
    label = g_strdup_printf (_("Add %s"), name_of_first (attendees));
  else
    label = g_strdup_printf (ngettext ("Add %u person", "Add %u people", attendees->len), attendees->len);

  change = pln_change_new (label);
  for (guint i = 0; i < attendees->len; i++)
    pln_change_put_attendee (change, gathering, NULL, g_ptr_array_index (attendees, i));

  pln_gathering_add_attendees (gathering, attendees);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_add_people_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @lines: a list of [class@PersonLine]
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Adds those of the lines that are new.
 */
void
pln_core_add_people_async (PlnCore             *self,
                           PlnGathering        *gathering,
                           GListModel          *lines,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GPtrArray) attendees = NULL;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (G_IS_LIST_MODEL (lines));

  task = wish_for_people (self, pln_core_add_people_async, gathering, cancellable, callback, user_data);
  if (task == NULL)
    return;

  attendees = new_ones (lines);
  g_task_set_task_data (task, GUINT_TO_POINTER (attendees->len), NULL);
  add (gathering, attendees, task);
}

/**
 * pln_core_add_people_finish:
 * @self: a core
 * @result: the result given to the callback
 * @n_added: (out) (optional): how many people were added
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_add_people_finish (PlnCore       *self,
                            GAsyncResult  *result,
                            guint         *n_added,
                            GError       **error)
{
  if (n_added != NULL)
    *n_added = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Who says what an attendee answered, and when. No answer is no statement. */
void
pln_core_set_said (PlnCore     *self,
                   PlnAttendee *attendee)
{
  const char *name = pln_core_get_identity_name (self);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();

  if (pln_attendee_get_answer (attendee) == PLN_ANSWER_NEEDS_ACTION)
    pln_attendee_set_said (attendee, NULL, NULL);
  else
    pln_attendee_set_said (attendee, now, *name != '\0' ? name : pln_core_get_identity_email (self));
}

/**
 * pln_core_save_attendee_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (nullable): a copy of the person as a form found it, %NULL for a
 *   new one
 * @after: a copy with what was entered
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves one person. Only what the form changed is written; an answer that was
 * changed is a word of the user.
 */
void
pln_core_save_attendee_async (PlnCore             *self,
                              PlnGathering        *gathering,
                              PlnAttendee         *before,
                              PlnAttendee         *after,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(PlnAttendee) entered = NULL;
  g_autofree char *label = NULL;
  PlnChange *change;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (before == NULL || PLN_IS_ATTENDEE (before));
  g_return_if_fail (PLN_IS_ATTENDEE (after));

  task = wish_for_people (self, pln_core_save_attendee_async, gathering, cancellable, callback, user_data);
  if (task == NULL)
    return;
  if (!pln_core_check_person (gathering, before, after, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  entered = pln_attendee_copy (after); /* the form keeps its own */
  if (before == NULL ? pln_attendee_get_answer (after) != PLN_ANSWER_NEEDS_ACTION
                     : pln_attendee_get_answer (before) != pln_attendee_get_answer (after))
    pln_core_set_said (self, entered);
  label = g_strdup_printf (before == NULL ? _("Add %s") : _("Edit %s"), pln_attendee_get_display_name (entered));
  change = pln_change_new (label);
  pln_change_put_attendee (change, gathering, before, entered);

  if (before == NULL)
    pln_gathering_add_attendee (gathering, entered);
  else
    pln_core_take_differences (pln_gathering_find_attendee (gathering, pln_attendee_get_id (before)), before, entered);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_save_attendee_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_attendee_finish (PlnCore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What was entered about each; NULL if one of them cannot be saved. */
static GPtrArray *
check_people (PlnCore       *self,
              PlnGathering  *gathering,
              GPtrArray     *before,
              GPtrArray     *after,
              GError       **error)
{
  g_autoptr(GPtrArray) entered = g_ptr_array_new_full (after->len, g_object_unref);

  for (guint i = 0; i < after->len; i++)
    {
      PlnAttendee *was = g_ptr_array_index (before, i);
      PlnAttendee *is = pln_attendee_copy (g_ptr_array_index (after, i));

      g_ptr_array_add (entered, is);
      if (!pln_core_check_person (gathering, was, is, error))
        return NULL;
      if (pln_attendee_get_answer (was) != pln_attendee_get_answer (is))
        pln_core_set_said (self, is);
    }

  return g_steal_pointer (&entered);
}

/**
 * pln_core_save_attendees_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (element-type PlnAttendee): copies of people as they were found
 * @after: (element-type PlnAttendee): copies of the same, in the same order,
 *   with what was entered
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Changes several people in one step; all of them, or nobody.
 */
void
pln_core_save_attendees_async (PlnCore             *self,
                               PlnGathering        *gathering,
                               GPtrArray           *before,
                               GPtrArray           *after,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GPtrArray) entered = NULL;
  g_autofree char *label = NULL;
  PlnChange *change;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (before != NULL && before->len > 0);
  g_return_if_fail (after != NULL && after->len == before->len);

  task = wish_for_people (self, pln_core_save_attendees_async, gathering, cancellable, callback, user_data);
  if (task == NULL)
    return;
  entered = check_people (self, gathering, before, after, &error);
  if (entered == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  if (entered->len == 1)
    label = g_strdup_printf (_("Edit %s"), name_of_first (entered));
  else
    label = g_strdup_printf (ngettext ("Edit %u person", "Edit %u people", entered->len), entered->len);
  change = pln_change_new (label);
  for (guint i = 0; i < entered->len; i++)
    pln_change_put_attendee (change, gathering, g_ptr_array_index (before, i), g_ptr_array_index (entered, i));

  for (guint i = 0; i < entered->len; i++)
    {
      PlnAttendee *was = g_ptr_array_index (before, i);

      pln_core_take_differences (pln_gathering_find_attendee (gathering, pln_attendee_get_id (was)), was,
                                 g_ptr_array_index (entered, i));
    }
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_save_attendees_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_attendees_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_core_remove_attendees_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @attendees: (element-type PlnAttendee): people of its list
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Takes people off the list.
 */
void
pln_core_remove_attendees_async (PlnCore             *self,
                                 PlnGathering        *gathering,
                                 GPtrArray           *attendees,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = NULL;
  PlnChange *change;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (attendees != NULL && attendees->len > 0);

  task = wish_for_people (self, pln_core_remove_attendees_async, gathering, cancellable, callback, user_data);
  if (task == NULL)
    return;

  if (attendees->len == 1)
    label = g_strdup_printf (_("Remove %s"), name_of_first (attendees));
  else
    label = g_strdup_printf (ngettext ("Remove %u person", "Remove %u people", attendees->len), attendees->len);
  change = pln_change_new (label);
  for (guint i = 0; i < attendees->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (attendees, i);

      pln_change_put_attendee (change, gathering, attendee, NULL);
      g_ptr_array_add (ids, g_strdup (pln_attendee_get_id (attendee)));
    }

  pln_gathering_remove_attendees (gathering, ids);
  pln_core_leave_groups (gathering, ids);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_remove_attendees_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_remove_attendees_finish (PlnCore       *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static PlnChange *
change_for_answers (PlnCore      *self,
                    PlnGathering *gathering,
                    GPtrArray    *attendees,
                    PlnAnswer     answer)
{
  g_autofree char *label = NULL;
  PlnChange *change;

  if (attendees->len == 1)
    label = g_strdup_printf (_("Answer of %s"), name_of_first (attendees));
  else
    label = g_strdup_printf (ngettext ("Answer of %u person", "Answers of %u people", attendees->len),
                             attendees->len);

  change = pln_change_new (label);
  for (guint i = 0; i < attendees->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (attendees, i);
      g_autoptr(PlnAttendee) before = NULL;

      if (pln_attendee_get_answer (attendee) == answer)
        continue;
      before = pln_attendee_copy (attendee);
      pln_attendee_set_answer (attendee, answer); /* shown at once */
      pln_core_set_said (self, attendee);
      pln_change_put_attendee (change, gathering, before, attendee);
    }

  return change;
}

/**
 * pln_core_answer_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @attendees: (element-type PlnAttendee): people of its list
 * @answer: what they answered
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Sets answers as a word of the user: who said so, and when, is kept with
 * them. Those who gave that answer already are left alone.
 */
void
pln_core_answer_async (PlnCore             *self,
                       PlnGathering        *gathering,
                       GPtrArray           *attendees,
                       PlnAnswer            answer,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlnChange *change;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (attendees != NULL && attendees->len > 0);

  task = wish_for_people (self, pln_core_answer_async, gathering, cancellable, callback, user_data);
  if (task == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (gathering)); /* its counts, once for all */
  change = change_for_answers (self, gathering, attendees, answer);
  g_object_thaw_notify (G_OBJECT (gathering));
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_answer_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_answer_finish (PlnCore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
