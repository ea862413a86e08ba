/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-private.h"

#include "pln-list.h"

/* By start, then title; by UID, so that the order is the same every time. */
static int
compare_gatherings (gconstpointer a,
                    gconstpointer b)
{
  PlnGathering *one = *(PlnGathering **) a;
  PlnGathering *two = *(PlnGathering **) b;
  GDateTime *start_one = pln_gathering_get_start (one);
  GDateTime *start_two = pln_gathering_get_start (two);
  int order;

  if ((start_one == NULL) != (start_two == NULL))
    return start_one == NULL ? 1 : -1;
  order = start_one != NULL ? g_date_time_compare (start_one, start_two) : 0;
  if (order == 0)
    order = g_utf8_collate (pln_gathering_get_title (one), pln_gathering_get_title (two));
  if (order == 0)
    order = g_strcmp0 (pln_gathering_get_uid (one), pln_gathering_get_uid (two));

  return order;
}

static void
enter (PlnCore      *self,
       GHashTable   *by_uid,
       PlnGathering *gathering)
{
  char *uid = (char *) pln_gathering_get_uid (gathering);

  g_hash_table_insert (by_uid, uid, gathering);
  if (!g_hash_table_contains (self->known, uid))
    g_hash_table_insert (self->known, uid, g_object_ref (gathering));
}

/* Makes the list what @by_uid says, in order. */
static void
show (PlnCore *self)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_sized_new (g_hash_table_size (self->by_uid));
  GHashTableIter iter;
  gpointer gathering;

  g_hash_table_iter_init (&iter, self->by_uid);
  while (g_hash_table_iter_next (&iter, NULL, &gathering))
    g_ptr_array_add (wanted, gathering);
  g_ptr_array_sort (wanted, compare_gatherings);

  pln_list_become (self->gatherings, wanted);
}

/* To be called after a gathering got another start or title. */
void
pln_core_sort (PlnCore *self)
{
  show (self);
}

void
pln_core_insert (PlnCore      *self,
                 PlnGathering *gathering)
{
  enter (self, self->by_uid, gathering);
  show (self);
}

void
pln_core_remove (PlnCore      *self,
                 PlnGathering *gathering)
{
  g_hash_table_remove (self->by_uid, pln_gathering_get_uid (gathering));
  show (self);
}

static gboolean
values_differ (GParamSpec   *pspec,
               const GValue *one,
               const GValue *two)
{
  if (G_VALUE_HOLDS (one, G_TYPE_STRV))
    return !g_strv_equal (g_value_get_boxed (one), g_value_get_boxed (two));

  /* Times of copies are the same objects, as long as nobody set them. */
  return g_param_values_cmp (pspec, one, two) != 0;
}

/* Shows what a form changed: every property in which @after differs from
 * @before, and no other, for the model may have moved on meanwhile. */
void
pln_core_take_differences (gpointer onto,
                           gpointer before,
                           gpointer after)
{
  g_autofree GParamSpec **specs = NULL;
  guint n;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (onto), &n);
  g_object_freeze_notify (onto);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) old = G_VALUE_INIT;
      g_auto(GValue) new = G_VALUE_INIT;

      if ((specs[i]->flags & G_PARAM_WRITABLE) == 0 || (specs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
        continue;
      g_object_get_property (before, specs[i]->name, &old);
      g_object_get_property (after, specs[i]->name, &new);
      if (values_differ (specs[i], &old, &new))
        g_object_set_property (onto, specs[i]->name, &new);
    }
  g_object_thaw_notify (onto);
}

typedef struct
{
  GStrv   uids;     /* NULL: all */
  GQueue *to_load;  /* UIDs of loaded gatherings, which are read again */
  guint   n_wishes; /* as it was when the store was asked */
} Reading;

static void
reading_free (Reading *reading)
{
  g_strfreev (reading->uids);
  g_queue_free_full (reading->to_load, g_free);
  g_free (reading);
}

/* Of a gathering that is loaded the index knows less: it is loaded again. */
static void
take_list (PlnCore   *self,
           GPtrArray *listed,
           Reading   *reading)
{
  g_autoptr(GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < listed->len; i++)
    {
      PlnGathering *theirs = g_ptr_array_index (listed, i);
      const char *uid = pln_gathering_get_uid (theirs);
      PlnGathering *ours = g_hash_table_lookup (self->known, uid);

      if (ours == NULL)
        ours = theirs;
      else if (!pln_gathering_get_loaded (ours))
        pln_gathering_take_from (ours, theirs);
      else if (reading->uids == NULL
               || g_strv_contains ((const char *const *) reading->uids, uid)
               || !g_hash_table_contains (self->by_uid, uid)) /* it comes back */
        g_queue_push_tail (reading->to_load, g_strdup (uid));

      enter (self, by_uid, ours);
    }

  g_hash_table_unref (self->by_uid);
  self->by_uid = g_steal_pointer (&by_uid);
  show (self);
}

void
pln_core_end_reading (PlnCore *self)
{
  if (--self->n_reading > 0)
    return;
  for (guint i = 0; i < self->settling->len; i++)
    g_task_return_boolean (g_ptr_array_index (self->settling, i), TRUE);
  g_ptr_array_set_size (self->settling, 0);
}

static void
end_reading (PlnCore *self,
             GTask   *task,
             GError  *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  pln_core_end_reading (self);
}

static void load_next (PlnCore *self,
                       GTask   *task);

static void
loaded_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr(PlnGathering) theirs = NULL;
  PlnGathering *ours = NULL;
  GError *error = NULL;

  theirs = pln_store_load_gathering_finish (PLN_STORE (source), result, &error);
  if (error != NULL && !g_error_matches (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND))
    {
      end_reading (self, task, error);
      g_object_unref (task);
      return;
    }

  g_clear_error (&error); /* it went while the list was read: the next reading says so */
  if (self->n_wishes == reading->n_wishes)
    {
      ours = theirs != NULL ? pln_core_find_gathering (self, pln_gathering_get_uid (theirs)) : NULL;
      if (ours != NULL)
        {
          pln_gathering_take_from (ours, theirs);
          show (self);
        }
      g_free (g_queue_pop_head (reading->to_load));
    }
  load_next (self, task);
}

/* @task: (transfer full) */
static void
load_next (PlnCore *self,
           GTask   *task)
{
  Reading *reading = g_task_get_task_data (task);

  if (g_queue_is_empty (reading->to_load))
    {
      end_reading (self, task, NULL);
      g_object_unref (task);
      return;
    }

  reading->n_wishes = self->n_wishes;
  pln_store_load_gathering_async (self->store, g_queue_peek_head (reading->to_load), NULL, loaded_again_cb, task);
}

static void list_again (PlnCore *self,
                        GTask   *task);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr(GPtrArray) listed = NULL;
  GError *error = NULL;

  listed = pln_store_list_gatherings_finish (PLN_STORE (source), result, &error);
  if (listed == NULL)
    {
      end_reading (self, task, error);
      g_object_unref (task);
      return;
    }

  if (self->n_wishes != reading->n_wishes)
    {
      list_again (self, task);
      return;
    }
  take_list (self, listed, reading);
  load_next (self, task);
}

/* @task: (transfer full) */
static void
list_again (PlnCore *self,
            GTask   *task)
{
  Reading *reading = g_task_get_task_data (task);

  reading->n_wishes = self->n_wishes;
  pln_store_list_gatherings_async (self->store, NULL, listed_cb, task);
}

/* What is read is older than a wish that came in between: then it is not
 * shown but read again, for that wish stands in the queue of the store by
 * then. */
void
pln_core_read_async (PlnCore             *self,
                     const char *const   *uids,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->uids = g_strdupv ((char **) uids);
  reading->to_load = g_queue_new ();
  g_task_set_source_tag (task, pln_core_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);

  self->n_reading++;
  pln_core_read_spans (self);
  list_again (self, task);
}

gboolean
pln_core_read_finish (PlnCore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
pln_core_settle_async (PlnCore             *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, pln_core_settle_async);
  if (self->n_reading > 0)
    {
      g_ptr_array_add (self->settling, task);
      return;
    }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}
