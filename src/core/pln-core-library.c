/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-library.h"

#include "pln-config.h"
#include "pln-core-servers-private.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define MOST_HITS 200

/* The models followed what the store did; the wish ends with what it kept. */
static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  char *label = g_strdup (g_task_get_task_data (task));

  pln_core_wish_done (task, label, g_free, NULL);
}

static void
settle (GTask  *task,
        GError *error)
{
  if (error != NULL)
    pln_core_wish_fail (task, error);
  else
    pln_core_settle_async (g_task_get_source_object (task), settled_cb, task);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  g_task_set_task_data (user_data, pln_store_undo_finish (PLN_STORE (source), result, &error), g_free);
  settle (user_data, error);
}

/**
 * pln_core_undo_async:
 * @self: a core
 * @redo: whether to do again what was undone
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when the models followed
 * @user_data: data for @callback
 *
 * Undoes the step that [property@Core:undo-label] names, or does that of
 * [property@Core:redo-label] again. What arrived in between stays.
 */
void
pln_core_undo_async (PlnCore             *self,
                     gboolean             redo,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_undo_async, cancellable, callback, user_data);
  self->n_wishes++;
  pln_store_undo_async (self->store, redo, undone_cb, task);
}

/**
 * pln_core_undo_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full): the name of the step; or %NULL
 */
char *
pln_core_undo_finish (PlnCore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;
  GPtrArray *hits = pln_store_search_finish (PLN_STORE (source), result, &error);

  pln_core_wish_done (user_data, hits, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * pln_core_search_async:
 * @self: a core
 * @text: words; each is the beginning of one that is looked for
 * @cancellable: (nullable): stops the search
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Looks through titles, places, people and notes. The examples are left out.
 */
void
pln_core_search_async (PlnCore             *self,
                       const char          *text,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (text != NULL);

  task = pln_core_wish_new (self, pln_core_search_async, cancellable, callback, user_data);
  pln_store_search_async (self->store, text, MOST_HITS, cancellable, found_cb, task);
}

/**
 * pln_core_search_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full) (element-type PlnHit): at most 200 hits, best
 *   first; or %NULL
 */
GPtrArray *
pln_core_search_finish (PlnCore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
bin_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;
  GPtrArray *hits = pln_store_list_bin_finish (PLN_STORE (source), result, &error);

  pln_core_wish_done (user_data, hits, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * pln_core_list_bin_async:
 * @self: a core
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Lists what was deleted within the last 30 days.
 */
void
pln_core_list_bin_async (PlnCore             *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_list_bin_async, cancellable, callback, user_data);
  pln_store_list_bin_async (self->store, cancellable, bin_listed_cb, task);
}

/**
 * pln_core_list_bin_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full) (element-type PlnHit): what lies in the bin; or %NULL
 */
GPtrArray *
pln_core_list_bin_finish (PlnCore       *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
shown_again_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
back_from_bin_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, shown_again_cb, task);
  else
    pln_core_wish_fail (task, error);
}

static void
bin_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  const char *uid = g_task_get_task_data (task);
  g_autoptr(GPtrArray) hits = NULL;
  g_autofree char *label = NULL;
  PlnChange *change;
  GError *error = NULL;

  hits = pln_store_list_bin_finish (PLN_STORE (source), result, &error);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    if (g_str_equal (pln_hit_get_uid (g_ptr_array_index (hits, i)), uid))
      label = g_strdup_printf (_("Restore %s"), pln_hit_get_title (g_ptr_array_index (hits, i)));
  if (label == NULL && error == NULL)
    g_set_error (&error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no “%s” in the bin. What was deleted stays there for 30 days."), uid);
  if (error != NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  change = pln_change_new (label);
  pln_change_restore (change, uid);
  self->n_wishes++;
  pln_store_apply_async (self->store, change, back_from_bin_cb, task);
}

/**
 * pln_core_restore_from_bin_async:
 * @self: a core
 * @uid: the UID of what lies in the bin
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when the models followed
 * @user_data: data for @callback
 *
 * Takes an object out of the bin, with what was deleted together with it.
 */
void
pln_core_restore_from_bin_async (PlnCore             *self,
                                 const char          *uid,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (uid != NULL);

  task = pln_core_wish_new (self, pln_core_restore_from_bin_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (uid), g_free);
  pln_store_list_bin_async (self->store, NULL, bin_read_cb, task);
}

/**
 * pln_core_restore_from_bin_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is back
 */
gboolean
pln_core_restore_from_bin_finish (PlnCore       *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

/* The usual calendars, and those of servers, can be chosen before anything lies
 * in them. */
static char **
with_usual (PlnCore  *self,
            char    **names)
{
  static const char *const usual[] = { PLN_CORE_CALENDAR, PLN_CORE_ORGANISERS };
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (!g_strv_contains ((const char *const *) names, usual[i]))
      g_ptr_array_add (all, g_strdup (usual[i]));
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      GPtrArray *links = ((PlnCoreServer *) g_ptr_array_index (self->servers->known, i))->links;

      for (guint j = 0; j < links->len; j++)
        {
          const char *calendar = ((PlnStoreLink *) g_ptr_array_index (links, j))->calendar;

          if (!g_ptr_array_find_with_equal_func (all, calendar, g_str_equal, NULL))
            g_ptr_array_add (all, g_strdup (calendar));
        }
    }

  g_ptr_array_sort (all, compare_names);
  g_ptr_array_add (all, NULL);

  return (char **) g_ptr_array_steal (all, NULL);
}

static void
calendars_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  g_auto(GStrv) names = NULL;
  GError *error = NULL;

  names = pln_store_list_calendars_finish (PLN_STORE (source), result, &error);
  pln_core_wish_done (task, names != NULL ? with_usual (self, names) : NULL, (GDestroyNotify) g_strfreev, error);
}

/**
 * pln_core_list_calendars_async:
 * @self: a core
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Lists the calendars, the usual ones among them even if they are empty.
 */
void
pln_core_list_calendars_async (PlnCore             *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_list_calendars_async, cancellable, callback, user_data);
  pln_store_list_calendars_async (self->store, cancellable, calendars_listed_cb, task);
}

/**
 * pln_core_list_calendars_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full) (array zero-terminated=1): their names; or %NULL
 */
char **
pln_core_list_calendars_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GError *error = NULL;

  pln_store_backup_finish (PLN_STORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

/**
 * pln_core_backup_async:
 * @self: a core
 * @file: the file to write
 * @cancellable: (nullable): stops the writing
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Writes one file with the whole library.
 */
void
pln_core_backup_async (PlnCore             *self,
                       GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = pln_core_wish_new (self, pln_core_backup_async, cancellable, callback, user_data);
  pln_store_backup_async (self->store, file, cancellable, backed_up_cb, task);
}

/**
 * pln_core_backup_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the file is complete
 */
gboolean
pln_core_backup_finish (PlnCore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_restore_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, shown_again_cb, task);
  else
    pln_core_wish_fail (task, error);
}

/**
 * pln_core_restore_async:
 * @self: a core
 * @file: a file that [method@Core.backup_async] wrote
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when the models followed
 * @user_data: data for @callback
 *
 * Replaces the whole library, as one step of undo.
 */
void
pln_core_restore_async (PlnCore             *self,
                        GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = pln_core_wish_new (self, pln_core_restore_async, cancellable, callback, user_data);
  self->n_wishes++;
  pln_store_restore_async (self->store, file, cancellable, restored_cb, task);
}

/**
 * pln_core_restore_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the library is the one of the file
 */
gboolean
pln_core_restore_finish (PlnCore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;
  PlnStoreHealth *health = pln_store_check_finish (PLN_STORE (source), result, &error);

  pln_core_wish_done (user_data, health, (GDestroyNotify) pln_store_health_free, error);
}

/**
 * pln_core_check_async:
 * @self: a core
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Compares the database with itself and with the files.
 */
void
pln_core_check_async (PlnCore             *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_check_async, cancellable, callback, user_data);
  pln_store_check_async (self->store, cancellable, checked_cb, task);
}

/**
 * pln_core_check_finish:
 * @self: a core
 * @result: the result given to the callback
 * @n_objects: (out) (optional): how many objects there are
 * @n_files: (out) (optional): how many files there are
 * @error: return location for an error of the library
 *
 * Returns: (transfer full) (array zero-terminated=1): what does not agree,
 *   sentences; empty if all is well; or %NULL
 */
char **
pln_core_check_finish (PlnCore       *self,
                       GAsyncResult  *result,
                       guint         *n_objects,
                       guint         *n_files,
                       GError       **error)
{
  g_autoptr(PlnStoreHealth) health = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr(GStrvBuilder) problems = g_strv_builder_new ();

  if (health == NULL)
    return NULL;

  if (n_objects != NULL)
    *n_objects = health->objects;
  if (n_files != NULL)
    *n_files = health->files;
  for (guint i = 0; i < health->problems->len; i++)
    g_strv_builder_add (problems, g_ptr_array_index (health->problems, i));

  return g_strv_builder_end (problems);
}

static void
email_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  GObject *self = g_task_get_source_object (task);
  GError *error = NULL;

  pln_store_set_fact_finish (PLN_STORE (source), result, &error);
  g_object_notify (self, "identity-email");
  pln_core_wish_done (task, NULL, NULL, error);
}

static void
name_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  GObject *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!pln_store_set_fact_finish (PLN_STORE (source), result, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_object_notify (self, "identity-name");
  pln_store_set_fact_async (PLN_STORE (source), "identity.email", g_task_get_task_data (task), email_set_cb, task);
}

/**
 * pln_core_set_identity_async:
 * @self: a core
 * @name: the name of the user, may be empty
 * @email: the address for replies, may be empty
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Sets who the user is: the organiser of new gatherings, and whose word an
 * answer is that somebody told.
 */
void
pln_core_set_identity_async (PlnCore             *self,
                             const char          *name,
                             const char          *email,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *clean_name = NULL;
  g_autofree char *clean_email = NULL;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));

  clean_name = pln_str_one_line (name);
  clean_email = pln_str_one_line (email);
  task = pln_core_wish_new (self, pln_core_set_identity_async, cancellable, callback, user_data);
  if (*clean_email != '\0' && !pln_core_check_address (clean_email, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_task_set_task_data (task, g_steal_pointer (&clean_email), g_free);
  pln_store_set_fact_async (self->store, "identity.name", clean_name, name_set_cb, task);
}

/**
 * pln_core_set_identity_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_set_identity_finish (PlnCore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
