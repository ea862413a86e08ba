/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-export.h"

#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-file.h"
#include "pln-ics-export.h"
#include "pln-mail-address.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define FEW 8 /* files that are synced one by one; of more the whole disk is */

typedef struct
{
  PlnGathering *gathering;
  GStrv         ids;      /* of guests */
  GFile        *place;    /* folder or file, NULL for neither */
  gboolean      in_files; /* one for each guest, into the folder */

  GPtrArray    *paths;    /* what is to be written … */
  GPtrArray    *contents; /* … there: GBytes */
  GPtrArray    *invitations;
  GString      *words;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->gathering);
  g_strfreev (export->ids);
  g_clear_object (&export->place);
  g_ptr_array_unref (export->paths);
  g_ptr_array_unref (export->contents);
  g_clear_pointer (&export->invitations, g_ptr_array_unref);
  g_string_free (export->words, TRUE);
  g_free (export);
}

static Export *
export_new (PlnGathering      *gathering,
            const char *const *ids,
            GFile             *place)
{
  Export *export = g_new0 (Export, 1);

  export->gathering = g_object_ref (gathering);
  export->ids = g_strdupv ((char **) ids);
  export->place = place != NULL ? g_object_ref (place) : NULL;
  export->paths = g_ptr_array_new_with_free_func (g_free);
  export->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  export->words = g_string_new (NULL);

  return export;
}

static void
add_file (Export *export,
          char   *path,
          GBytes *content)
{
  g_ptr_array_add (export->paths, path);
  g_ptr_array_add (export->contents, g_bytes_ref (content));
}

/* What was not given its name is no file for anybody. */
static void
drop_temporary (gpointer path)
{
  if (path != NULL)
    g_unlink (path);
  g_free (path);
}

static char *
write_one (Export  *export,
           guint    which,
           GError **error)
{
  const char *path = g_ptr_array_index (export->paths, which);
  gsize length;
  const char *text = g_bytes_get_data (g_ptr_array_index (export->contents, which), &length);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0777); /* if it failed, the file says why */

  return pln_file_write_beside (path, text != NULL ? text : "", length, export->paths->len <= FEW, error);
}

/* The disk has the files before they have their names, and the names before
 * this is over. */
static gboolean
name_all (Export     *export,
          GPtrArray  *temporaries,
          GError    **error)
{
  g_autoptr(GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer folder;

  for (guint i = 0; i < temporaries->len; i++)
    g_hash_table_add (folders, g_path_get_dirname (g_ptr_array_index (export->paths, i)));

  g_hash_table_iter_init (&iter, folders);
  while (temporaries->len > FEW && g_hash_table_iter_next (&iter, &folder, NULL))
    if (!pln_file_sync_folder (folder, TRUE, error))
      return FALSE;

  for (guint i = 0; i < temporaries->len; i++)
    {
      g_autofree char *temporary = g_steal_pointer (&temporaries->pdata[i]);

      if (!pln_file_rename (temporary, g_ptr_array_index (export->paths, i), error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    if (!pln_file_sync_folder (folder, FALSE, error))
      return FALSE;

  return TRUE;
}

/* Works on what no other thread changes any more. If something goes wrong
 * before all are written, nothing is there. */
static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Export *export = task_data;
  g_autoptr(GPtrArray) temporaries = g_ptr_array_new_with_free_func (drop_temporary);
  GError *error = NULL;

  for (guint i = 0; i < export->paths->len && error == NULL; i++)
    {
      char *temporary;

      if (g_task_return_error_if_cancelled (task))
        return;
      temporary = write_one (export, i, &error);
      if (temporary != NULL)
        g_ptr_array_add (temporaries, temporary);
    }

  if (error == NULL)
    name_all (export, temporaries, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
write_files (GTask               *wish,
             GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) worker = g_task_new (NULL, g_task_get_cancellable (wish), callback, wish);

  g_task_set_task_data (worker, g_task_get_task_data (wish), NULL);
  g_task_run_in_thread (worker, write_thread);
}

/* Who is invited, or told of a cancellation, if nobody was chosen. */
static GStrv
everybody (PlnGathering *gathering)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  gboolean cancelled = pln_gathering_get_cancelled (gathering);
  guint n = g_list_model_get_n_items (attendees);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (*pln_attendee_get_email (attendee) == '\0')
        continue;
      if (cancelled ? pln_attendee_get_told (attendee)
                    : !pln_attendee_get_waiting (attendee)
                      && pln_attendee_get_answer (attendee) != PLN_ANSWER_DECLINED)
        g_strv_builder_add (ids, pln_attendee_get_id (attendee));
    }

  return g_strv_builder_end (ids);
}

/* Somebody must stand as ORGANIZER for replies to arrive (RFC 5546, 3.2.2). */
static gboolean
check_organiser (PlnCore       *self,
                 PlnGathering  *gathering,
                 GError       **error)
{
  if (*pln_gathering_get_organiser_email (gathering) != '\0' || *pln_core_get_identity_email (self) != '\0')
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NO_IDENTITY,
               _("It is not known who invites to “%s”, so no answer could arrive. "
                 "Say first who you are: your name and e-mail address."),
               pln_gathering_get_title (gathering));

  return FALSE;
}

static gboolean
check_guests (PlnGathering       *gathering,
              const char *const  *ids,
              GError            **error)
{
  if (*ids == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOBODY,
                 pln_gathering_get_cancelled (gathering)
                 ? _("Nobody was invited to “%s”, so nobody needs a cancellation.")
                 : _("There is nobody to invite to “%s”. Add people with an e-mail address first."),
                 pln_gathering_get_title (gathering));

  for (; *ids != NULL; ids++)
    {
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, *ids);

      if (attendee != NULL && *pln_attendee_get_email (attendee) != '\0')
        continue;
      if (attendee == NULL)
        g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                     _("“%s” is not on the list of “%s”."), *ids, pln_gathering_get_title (gathering));
      else
        g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_ADDRESS,
                     _("“%s” cannot be invited without an e-mail address. Add one first."),
                     pln_attendee_get_display_name (attendee));
      return FALSE;
    }

  return *error == NULL;
}

/* Files are written by their path. */
static gboolean
check_place (Export  *export,
             GError **error)
{
  g_autofree char *name = NULL;

  if (export->place == NULL || g_file_peek_path (export->place) != NULL)
    return TRUE;

  name = g_file_get_parse_name (export->place);
  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
               _("“%s” is not on this computer. Choose a folder here, and copy the files afterwards."), name);

  return FALSE;
}

static char *
invite_label (Export *export)
{
  GPtrArray *invitations = export->invitations;
  gboolean cancelled = pln_gathering_get_cancelled (export->gathering);
  PlnInvitation *first = g_ptr_array_index (invitations, 0);
  PlnAttendee *guest = pln_gathering_find_attendee (export->gathering, first->id);

  if (invitations->len == 1 && guest != NULL)
    return g_strdup_printf (cancelled ? _("Disinvite %s") : _("Invite %s"), pln_attendee_get_display_name (guest));

  return g_strdup_printf (cancelled ? ngettext ("Disinvite %u person", "Disinvite %u people", invitations->len)
                                    : ngettext ("Invite %u person", "Invite %u people", invitations->len),
                          invitations->len);
}

/* Exported counts as invited. */
static void
told (Export    *export,
      PlnChange *change)
{
  int sequence = pln_gathering_get_sequence (export->gathering);

  for (guint i = 0; i < export->invitations->len; i++)
    {
      PlnInvitation *invitation = g_ptr_array_index (export->invitations, i);
      PlnAttendee *guest = pln_gathering_find_attendee (export->gathering, invitation->id);
      g_autoptr(PlnAttendee) before = NULL;

      if (guest == NULL)
        continue;
      before = pln_attendee_copy (guest);
      pln_attendee_set_told (guest, TRUE, sequence);
      pln_change_put_attendee (change, export->gathering, before, guest);
    }
}

static void
invitations_written_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autofree char *label = NULL;
  PlnChange *change;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  label = invite_label (export);
  change = pln_change_new (label);
  pln_change_set_lasting (change);
  g_object_freeze_notify (G_OBJECT (export->gathering));
  told (export, change);
  g_object_thaw_notify (G_OBJECT (export->gathering));
  pln_core_wish_apply (task, change, pln_gathering_get_uid (export->gathering));
}

static void
add_words (Export        *export,
           PlnInvitation *invitation)
{
  PlnAttendee *guest = pln_gathering_find_attendee (export->gathering, invitation->id);

  if (export->words->len > 0)
    g_string_append (export->words, "\n\n----------------------------------------\n\n");
  if (export->in_files && guest != NULL)
    {
      g_autofree char *to = pln_mail_address_write (pln_attendee_get_name (guest), pln_attendee_get_email (guest));

      /* Translators: heads the words for one mail: the name of a file, an address. */
      g_string_append_printf (export->words, _("%s, to %s"), invitation->file_name, to);
      g_string_append (export->words, "\n\n");
    }
  g_string_append (export->words, invitation->words);
}

static void
collect (Export *export)
{
  g_autofree char *place = export->place != NULL ? g_file_get_path (export->place) : NULL;

  for (guint i = 0; i < export->invitations->len; i++)
    {
      PlnInvitation *invitation = g_ptr_array_index (export->invitations, i);

      add_words (export, invitation);
      if (place != NULL)
        add_file (export, export->in_files ? g_build_filename (place, invitation->file_name, NULL) : g_strdup (place),
                  invitation->ics);
    }
  if (export->in_files)
    {
      g_autofree char *title = pln_str_file_name (pln_gathering_get_title (export->gathering), _("Gathering"));
      /* Translators: a file name; the words to paste into the mails for a gathering. */
      g_autofree char *name = g_strdup_printf (_("%s - words for the mails.txt"), title);
      g_autoptr(GBytes) words = g_bytes_new (export->words->str, export->words->len);

      add_file (export, g_build_filename (place, name, NULL), words);
    }
}

static void
gathering_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask *task = user_data;
  Export *export = g_task_get_task_data (task);
  g_autoptr(GPtrArray) objects = NULL;
  GError *error = NULL;

  objects = pln_store_get_objects_finish (PLN_STORE (source), result, &error);
  if (objects != NULL && objects->len > 0)
    {
      PlnStoreObject *object = g_ptr_array_index (objects, 0);

      export->invitations = pln_ics_export_invitations (export->gathering, object->text,
                                                        (const char *const *) export->ids, &error);
    }
  else if (objects != NULL)
    g_set_error (&error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("“%s” is not here any more. Look for it in the bin."), pln_gathering_get_title (export->gathering));
  if (error != NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  collect (export);
  write_files (task, invitations_written_cb);
}

static void
read_gathering (PlnCore *self,
                GTask   *task)
{
  Export *export = g_task_get_task_data (task);
  const char *uids[] = { pln_gathering_get_uid (export->gathering), NULL };

  pln_store_get_objects_async (self->store, uids, FALSE, g_task_get_cancellable (task), gathering_read_cb, task);
}

static void
organiser_set_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    read_gathering (PLN_CORE (source), task);
  else
    pln_core_wish_fail (task, error);
}

/* Who invites is the organiser from now on, if there was none; and stays it,
 * as guests will answer to that address. */
static void
become_organiser (PlnCore *self,
                  GTask   *task)
{
  Export *export = g_task_get_task_data (task);
  g_autoptr(PlnGathering) before = pln_gathering_copy (export->gathering);
  g_autofree char *label = g_strdup_printf (_("Organise %s"), pln_gathering_get_title (before));
  PlnChange *change = pln_change_new (label);

  pln_change_set_lasting (change);
  pln_gathering_set_organiser (export->gathering, pln_core_get_identity_name (self), pln_core_get_identity_email (self));
  pln_change_put_gathering (change, before, export->gathering);
  pln_core_wish_apply (pln_core_wish_new (self, become_organiser, NULL, organiser_set_cb, task),
                       change, pln_gathering_get_uid (before));
}

static void
invite (PlnCore *self,
        Export  *export,
        GTask   *task)
{
  GError *error = NULL;

  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  if (!pln_core_check_ready (self, export->gathering, &error)
      || !check_organiser (self, export->gathering, &error)
      || !check_place (export, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  if (export->ids == NULL)
    export->ids = everybody (export->gathering);
  if (!check_guests (export->gathering, (const char *const *) export->ids, &error))
    pln_core_wish_fail (task, error);
  else if (*pln_gathering_get_organiser_email (export->gathering) == '\0')
    become_organiser (self, task);
  else
    read_gathering (self, task);
}

/**
 * pln_core_export_invitations_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @ids: (nullable) (array zero-terminated=1): ids of guests; %NULL for
 *   everybody who has an address, does not wait and did not decline, or, of a
 *   gathering that was called off, everybody who was invited
 * @folder: where to; made if it is missing
 * @cancellable: (nullable): stops the writing of files
 * @callback: (scope async): called when all is written
 * @user_data: data for @callback
 *
 * Writes one file per guest, named after the guest, and one text with the
 * words for the mails. Who gets a file counts as invited; what was told cannot
 * be untold, so that is no step of undo.
 */
void
pln_core_export_invitations_async (PlnCore             *self,
                                   PlnGathering        *gathering,
                                   const char *const   *ids,
                                   GFile               *folder,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Export *export;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (G_IS_FILE (folder));

  export = export_new (gathering, ids, folder);
  export->in_files = TRUE;
  invite (self, export, pln_core_wish_new (self, pln_core_export_invitations_async, cancellable, callback, user_data));
}

/**
 * pln_core_export_invitations_finish:
 * @self: a core
 * @result: the result given to the callback
 * @n_files: (out) (optional): how many invitations were written
 * @words: (out) (optional) (transfer full): the words for the mails
 * @error: return location for an error
 *
 * Returns: %TRUE if all files are written and it is durable who was invited
 */
gboolean
pln_core_export_invitations_finish (PlnCore       *self,
                                    GAsyncResult  *result,
                                    guint         *n_files,
                                    char         **words,
                                    GError       **error)
{
  GTask *task = G_TASK (result);
  Export *export = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  if (n_files != NULL)
    *n_files = export->invitations->len;
  if (words != NULL)
    *words = g_strdup (export->words->str);

  return TRUE;
}

/**
 * pln_core_export_invitation_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @id: the id of a guest
 * @file: (nullable): where to; %NULL to give the bytes only
 * @cancellable: (nullable): stops the writing of the file
 * @callback: (scope async): called when all is written
 * @user_data: data for @callback
 *
 * As [method@Core.export_invitations_async], for one guest.
 */
void
pln_core_export_invitation_async (PlnCore             *self,
                                  PlnGathering        *gathering,
                                  const char          *id,
                                  GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  const char *ids[] = { id, NULL };

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (id != NULL);

  invite (self, export_new (gathering, ids, file),
          pln_core_wish_new (self, pln_core_export_invitation_async, cancellable, callback, user_data));
}

/**
 * pln_core_export_invitation_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): the invitation; or %NULL
 */
GBytes *
pln_core_export_invitation_finish (PlnCore       *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GTask *task = G_TASK (result);
  Export *export = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  return g_bytes_ref (((PlnInvitation *) g_ptr_array_index (export->invitations, 0))->ics);
}
