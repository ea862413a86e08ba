/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-import-private.h"
#include "pln-config.h"

#include <glib/gi18n.h>

/**
 * pln_core_schedule_read:
 * @bytes: a file
 * @name: of the file, without suffix
 * @zone: (nullable): the zone of its times, if it does not say
 * @error: return location for an error of the file
 *
 * For any thread.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
PlnCoreSchedule *
pln_core_schedule_read (GBytes      *bytes,
                        const char  *name,
                        const char  *zone,
                        GError     **error)
{
  PlnSchedule *schedule = pln_schedule_read (bytes, name, zone, error);
  PlnCoreSchedule *self;

  if (schedule == NULL)
    return NULL;

  self = g_new0 (PlnCoreSchedule, 1);
  self->schedule = schedule;
  self->uids = pln_schedule_uids (schedule);

  return self;
}

/**
 * pln_core_schedule_free:
 * @self: (transfer full): a schedule
 */
void
pln_core_schedule_free (PlnCoreSchedule *self)
{
  pln_schedule_free (self->schedule);
  g_strfreev (self->uids);
  g_free (self->gathering);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_clear_pointer (&self->fates, g_ptr_array_unref);
  g_free (self);
}

/**
 * pln_core_schedule_compare:
 * @self: a schedule whose gathering and origins are known
 * @here: (element-type utf8 GBytes): objects of the library by UID; they become
 *   what they will be, for what is imported together with it
 *
 * For any thread.
 */
void
pln_core_schedule_compare (PlnCoreSchedule *self,
                           GHashTable      *here)
{
  self->fates = pln_schedule_compare (self->schedule, self->gathering, here, self->origins);
  for (guint i = 0; i < self->fates->len; i++)
    {
      PlnScheduleFate *fate = g_ptr_array_index (self->fates, i);

      if (fate->text != NULL)
        g_hash_table_replace (here, g_strdup (fate->uid), g_bytes_ref (fate->text));
    }
}

/**
 * pln_core_schedule_count:
 * @self: a schedule that was compared
 * @counts: where it is counted
 */
void
pln_core_schedule_count (PlnCoreSchedule *self,
                         PlnImportCounts *counts)
{
  guint *const by_fate[] = {
    [PLN_IMPORT_ADDED] = &counts->added,
    [PLN_IMPORT_CHANGED] = &counts->changed,
    [PLN_IMPORT_UNCHANGED] = &counts->unchanged,
    [PLN_IMPORT_REFUSED] = &counts->refused,
  };

  counts->zone = self->schedule->zone;
  if (!self->schedule->names_zone)
    counts->asks |= PLN_IMPORT_ASKS_ZONE;
  for (guint i = 0; i < self->fates->len; i++)
    {
      const PlnScheduleFate *fate = g_ptr_array_index (self->fates, i);

      (*by_fate[fate->fate])++;
      counts->conflicts += fate->has_conflict;
      if (fate->is_gone)
        counts->cancelled += fate->fate == PLN_IMPORT_CHANGED;
      else if (fate->fate != PLN_IMPORT_REFUSED && g_str_equal (fate->kind, "gathering"))
        counts->gatherings++;
      else if (fate->fate != PLN_IMPORT_REFUSED)
        counts->sessions++;
    }
}

/* What the user should look at comes first: the gathering, what there is to
 * say something of, what changes, what is new, what stays. */
static guint
rank_of (const PlnScheduleFate *fate)
{
  static const guint ranks[] = {
    [PLN_IMPORT_ADDED] = 3, [PLN_IMPORT_CHANGED] = 2, [PLN_IMPORT_UNCHANGED] = 4, [PLN_IMPORT_REFUSED] = 1,
  };

  return g_str_equal (fate->kind, "gathering") ? 0 : fate->has_conflict ? 1 : ranks[fate->fate];
}

#define N_RANKS 5

/**
 * pln_core_schedule_list:
 * @self: a schedule that was compared
 * @items: (element-type PlnImportItem): where what becomes of it is added
 */
void
pln_core_schedule_list (PlnCoreSchedule *self,
                        GPtrArray       *items)
{
  for (guint rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < self->fates->len; i++)
      {
        const PlnScheduleFate *fate = g_ptr_array_index (self->fates, i);

        if (rank_of (fate) == rank)
          g_ptr_array_add (items, pln_import_item_new (fate->kind, fate->title, fate->start, fate->fate, fate->reason));
      }
}

/**
 * pln_core_schedule_write:
 * @self: a schedule that was compared
 * @calendar: where new things go
 * @change: where what is to be written is added
 */
void
pln_core_schedule_write (PlnCoreSchedule *self,
                         const char      *calendar,
                         PlnChange       *change)
{
  for (guint i = 0; i < self->fates->len; i++)
    {
      const PlnScheduleFate *fate = g_ptr_array_index (self->fates, i);

      if (fate->text == NULL)
        continue;
      pln_change_put_text (change, calendar, fate->uid, fate->text);
      pln_change_put_origin (change, fate->uid, fate->origin_id, fate->origin);
      if (fate->has_conflict)
        pln_change_ask (change, fate->uid, _("The schedule"), fate->base, fate->mine, fate->origin);
    }
}
