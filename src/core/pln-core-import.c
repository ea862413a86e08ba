/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-import.h"

#include "pln-config.h"
#include "pln-core-import-private.h"
#include "pln-core-private.h"
#include "pln-ics-import.h"

#include <glib/gi18n.h>

static void
bytes_unref (gpointer bytes)
{
  g_clear_pointer ((GBytes **) &bytes, g_bytes_unref);
}

static void
import_free (PlnCoreImport *import)
{
  g_ptr_array_unref (import->files);
  g_free (import->zone);
  g_free (import->calendar);
  g_ptr_array_unref (import->offers);
  g_ptr_array_unref (import->schedules);
  g_hash_table_unref (import->here);
  g_array_unref (import->fates);
  g_ptr_array_unref (import->texts);
  g_object_unref (import->items);
  g_free (import);
}

static PlnCoreImport *
import_new (GPtrArray   *files,
            PlnImportAs  as,
            gboolean     own,
            const char  *zone)
{
  PlnCoreImport *import = g_new0 (PlnCoreImport, 1);

  import->files = g_ptr_array_ref (files);
  import->as = as;
  import->own = own;
  import->zone = g_strdup (zone);
  import->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_core_schedule_free);
  import->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ics_offer_free);
  import->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  import->fates = g_array_new (FALSE, TRUE, sizeof (PlnImportFate));
  import->texts = g_ptr_array_new_with_free_func (bytes_unref);
  import->items = g_list_store_new (PLN_TYPE_IMPORT_ITEM);

  return import;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  PlnCoreImport *import = task_data;
  GError *error = NULL;

  if (pln_core_import_read (import, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What the file offers twice is compared with the first of them. */
static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  PlnCoreImport *import = task_data;

  for (guint i = 0; i < import->offers->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (import->offers, i);
      PlnImportFate fate = PLN_IMPORT_REFUSED;
      GBytes *text = NULL;

      if (offer->flaw == NULL)
        fate = pln_ics_import_compare (offer, g_hash_table_lookup (import->here, offer->uid), &text);
      if (text != NULL && (fate == PLN_IMPORT_ADDED || fate == PLN_IMPORT_CHANGED))
        g_hash_table_replace (import->here, g_strdup (offer->uid), g_bytes_ref (text));

      g_array_append_val (import->fates, fate);
      g_ptr_array_add (import->texts, text);
    }
  for (guint i = 0; i < import->schedules->len && !g_cancellable_is_cancelled (cancellable); i++)
    pln_core_schedule_compare (g_ptr_array_index (import->schedules, i), import->here);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/* A worker holds no reference to the core: the last one must not be dropped on
 * its thread. */
static void
run_worker (GTask               *wish,
            GTaskThreadFunc      function,
            GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) worker = g_task_new (NULL, g_task_get_cancellable (wish), callback, wish);

  g_task_set_task_data (worker, g_task_get_task_data (wish), NULL);
  g_task_run_in_thread (worker, function);
}

static void
count (PlnCoreImport *import)
{
  guint *const by_fate[] = {
    [PLN_IMPORT_ADDED] = &import->counts.added,
    [PLN_IMPORT_CHANGED] = &import->counts.changed,
    [PLN_IMPORT_UNCHANGED] = &import->counts.unchanged,
    [PLN_IMPORT_REFUSED] = &import->counts.refused,
  };

  for (guint i = 0; i < import->offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (import->offers, i);
      PlnImportFate fate = g_array_index (import->fates, PlnImportFate, i);

      (*by_fate[fate])++;
      if (fate == PLN_IMPORT_REFUSED)
        continue;
      if (g_str_equal (offer->kind, "gathering"))
        import->counts.gatherings++;
      else if (g_str_equal (offer->kind, "session"))
        import->counts.sessions++;
    }
  if (import->files->len > import->schedules->len)
    import->counts.asks |= PLN_IMPORT_ASKS_AS;
  for (guint i = 0; i < import->schedules->len; i++)
    pln_core_schedule_count (g_ptr_array_index (import->schedules, i), &import->counts);
}

static void
list_items (PlnCoreImport *import)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < import->offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (import->offers, i);

      g_ptr_array_add (items, pln_import_item_new (offer->kind, offer->title, offer->start,
                                                   g_array_index (import->fates, PlnImportFate, i), offer->flaw));
    }

  for (guint i = 0; i < import->schedules->len; i++)
    pln_core_schedule_list (g_ptr_array_index (import->schedules, i), items);

  g_list_store_splice (import->items, 0, 0, items->pdata, items->len);
}

/* Of an own library, only gatherings, sessions and what is not Plenary's own
 * are for everybody. */
static const char *
calendar_for (PlnCoreImport *import,
              PlnIcsOffer   *offer)
{
  static const char *const shared[] = { "gathering", "session", "event", "task", NULL };

  if (import->own && !g_strv_contains (shared, offer->kind))
    return g_strcmp0 (import->calendar, PLN_CORE_EXAMPLES) == 0 ? PLN_CORE_EXAMPLES : PLN_CORE_ORGANISERS;

  return import->calendar != NULL ? import->calendar : PLN_CORE_CALENDAR;
}

static PlnChange *
change_for (PlnCoreImport *import)
{
  g_autofree char *label = NULL;
  PlnChange *change;

  if (import->files->len == 1)
    {
      g_autofree char *base = g_file_get_basename (g_ptr_array_index (import->files, 0));
      g_autofree char *name = g_filename_display_name (base);

      label = g_strdup_printf (_("Import %s"), name);
    }
  else
    label = g_strdup_printf (ngettext ("Import %u file", "Import %u files", import->files->len), import->files->len);

  change = pln_change_new (label);
  for (guint i = 0; i < import->offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (import->offers, i);
      PlnImportFate fate = g_array_index (import->fates, PlnImportFate, i);

      if (fate == PLN_IMPORT_ADDED || fate == PLN_IMPORT_CHANGED)
        pln_change_put_text (change, calendar_for (import, offer), offer->uid, g_ptr_array_index (import->texts, i));
    }
  for (guint i = 0; i < import->schedules->len; i++)
    pln_core_schedule_write (g_ptr_array_index (import->schedules, i),
                             import->calendar != NULL ? import->calendar : PLN_CORE_CALENDAR, change);

  return change;
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, read_again_cb, task);
  else
    pln_core_wish_fail (task, error);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreImport *import = g_task_get_task_data (task);
  g_autoptr(PlnChange) change = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  count (import);
  list_items (import);
  change = change_for (import);
  if (import->preview || pln_change_is_empty (change))
    {
      pln_core_wish_done (task, NULL, NULL, NULL);
      return;
    }

  self->n_wishes++;
  pln_store_apply_async (self->store, g_steal_pointer (&change), written_cb, task);
}

/* The library's objects join what is known of it. */
static gboolean
take_objects (PlnCoreImport  *import,
              PlnStore       *store,
              GAsyncResult   *result,
              GError        **error)
{
  g_autoptr(GPtrArray) objects = pln_store_get_objects_finish (store, result, error);

  for (guint i = 0; objects != NULL && i < objects->len; i++)
    {
      PlnStoreObject *object = g_ptr_array_index (objects, i);

      g_hash_table_replace (import->here, g_strdup (object->uid), g_bytes_ref (object->text));
    }

  return objects != NULL;
}

static void origins_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data);

/* What the schedules were when they were imported last, one after the other. */
static void
read_origins (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreImport *import = g_task_get_task_data (task);

  if (import->n_known < import->schedules->len)
    {
      PlnCoreSchedule *schedule = g_ptr_array_index (import->schedules, import->n_known);

      pln_store_list_origins_async (self->store, schedule->gathering, g_task_get_cancellable (task), origins_cb, task);
    }
  else
    run_worker (task, compare_thread, compared_cb);
}

static void
origins_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  PlnCoreImport *import = g_task_get_task_data (task);
  PlnCoreSchedule *schedule = g_ptr_array_index (import->schedules, import->n_known);
  GError *error = NULL;

  schedule->origins = pln_store_list_origins_finish (PLN_STORE (source), result, &error);
  if (schedule->origins == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  import->n_known++;
  read_origins (task);
}

static void
parts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (take_objects (g_task_get_task_data (task), PLN_STORE (source), result, &error))
    read_origins (task);
  else
    pln_core_wish_fail (task, error);
}

/* A schedule is compared with all that its gathering has. */
static void
read_parts (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreImport *import = g_task_get_task_data (task);
  g_autoptr(GPtrArray) uids = g_ptr_array_new ();

  for (guint i = 0; i < import->schedules->len; i++)
    {
      PlnCoreSchedule *schedule = g_ptr_array_index (import->schedules, i);

      schedule->gathering = pln_schedule_find_gathering ((const char *const *) schedule->uids, import->here);
      g_ptr_array_add (uids, schedule->gathering);
    }
  g_ptr_array_add (uids, NULL);
  pln_store_get_objects_async (self->store, (const char *const *) uids->pdata, TRUE,
                               g_task_get_cancellable (task), parts_cb, task);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  PlnCoreImport *import = g_task_get_task_data (task);
  GError *error = NULL;

  if (!take_objects (import, PLN_STORE (source), result, &error))
    pln_core_wish_fail (task, error);
  else if (import->schedules->len > 0)
    read_parts (task);
  else
    run_worker (task, compare_thread, compared_cb);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreImport *import = g_task_get_task_data (task);
  g_autoptr(GPtrArray) uids = g_ptr_array_new ();
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  for (guint i = 0; i < import->offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (import->offers, i);

      if (offer->uid != NULL)
        g_ptr_array_add (uids, offer->uid);
    }
  for (guint i = 0; i < import->schedules->len; i++)
    for (char **uid = ((PlnCoreSchedule *) g_ptr_array_index (import->schedules, i))->uids; *uid != NULL; uid++)
      g_ptr_array_add (uids, *uid);
  g_ptr_array_add (uids, NULL);
  pln_store_get_objects_async (self->store, (const char *const *) uids->pdata, FALSE,
                               g_task_get_cancellable (task), fetched_cb, task);
}

static GListModel *
finish (GAsyncResult     *result,
        PlnImportCounts  *counts,
        GError          **error)
{
  GTask *task = G_TASK (result);
  PlnCoreImport *import = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  if (counts != NULL)
    *counts = import->counts;

  return G_LIST_MODEL (g_object_ref (import->items));
}

/**
 * pln_core_preview_import_async:
 * @self: a core
 * @files: (element-type GFile): iCalendar files and schedules
 * @as: what their events shall become
 * @own: whether they are copies of an own library, whose every own line counts
 * @zone: (nullable): the zone of a schedule's times, if it does not say
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Reads files and says what an import would do; changes nothing.
 */
void
pln_core_preview_import_async (PlnCore             *self,
                               GPtrArray           *files,
                               PlnImportAs          as,
                               gboolean             own,
                               const char          *zone,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlnCoreImport *import;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (files != NULL);

  import = import_new (files, as, own, zone);
  import->preview = TRUE;
  task = pln_core_wish_new (self, pln_core_preview_import_async, cancellable, callback, user_data);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  run_worker (task, read_thread, read_cb);
}

/**
 * pln_core_preview_import_finish:
 * @self: a core
 * @result: the result given to the callback
 * @counts: (out) (optional): how many there are of each sort
 * @error: return location for an error of a file or of the library
 *
 * Returns: (transfer full): a list of [class@ImportItem]; or %NULL
 */
GListModel *
pln_core_preview_import_finish (PlnCore          *self,
                                GAsyncResult     *result,
                                PlnImportCounts  *counts,
                                GError          **error)
{
  return finish (result, counts, error);
}

/**
 * pln_core_import_async:
 * @self: a core
 * @files: (element-type GFile): iCalendar files and schedules
 * @as: what their events shall become
 * @own: whether they are copies of an own library, whose every own line counts
 * @zone: (nullable): the zone of a schedule's times, if it does not say
 * @calendar: (nullable): where new things go, %NULL for the usual
 * @cancellable: (nullable): stops the reading; once it is being written, only
 *   the waiting
 * @callback: (scope async): called when the models followed
 * @user_data: data for @callback
 *
 * Imports files, all or nothing, as one step of undo.
 */
void
pln_core_import_async (PlnCore             *self,
                       GPtrArray           *files,
                       PlnImportAs          as,
                       gboolean             own,
                       const char          *zone,
                       const char          *calendar,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlnCoreImport *import;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (files != NULL);

  import = import_new (files, as, own, zone);
  import->calendar = g_strdup (calendar);
  task = pln_core_wish_new (self, pln_core_import_async, cancellable, callback, user_data);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  if (calendar != NULL && !pln_core_check_calendar (calendar, &error))
    pln_core_wish_fail (task, error);
  else
    run_worker (task, read_thread, read_cb);
}

/**
 * pln_core_import_finish:
 * @self: a core
 * @result: the result given to the callback
 * @counts: (out) (optional): how many there were of each sort
 * @error: return location for an error of a file or of the library
 *
 * Returns: (transfer full): a list of [class@ImportItem]; or %NULL
 */
GListModel *
pln_core_import_finish (PlnCore          *self,
                        GAsyncResult     *result,
                        PlnImportCounts  *counts,
                        GError          **error)
{
  return finish (result, counts, error);
}
