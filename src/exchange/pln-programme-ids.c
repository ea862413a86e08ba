/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-ids.h"

#include "pln-uuid.h"

#include <string.h>

static char *
made_guid (const char *uid)
{
  g_autofree char *url = g_strconcat ("plenary:session:", uid, NULL);

  return pln_uuid_from_url (url);
}

/**
 * pln_programme_guid:
 * @uid: a UID
 *
 * Returns: (transfer full): the UUID that stands in the UID, else one that is
 *   always the same for it
 */
char *
pln_programme_guid (const char *uid)
{
  char *guid = pln_uuid_find (uid);

  return guid != NULL ? guid : made_guid (uid);
}

static int
compare_uids (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(const PlnProgrammeItem *const *) a)->uid, (*(const PlnProgrammeItem *const *) b)->uid);
}

/* What is taken already gives way to what is always the same for the UID. */
static void
settle_guid (PlnProgrammeItem *item,
             GHashTable       *taken)
{
  g_autofree char *lower = g_ascii_strdown (item->guid, -1);

  g_free (item->guid);
  item->guid = g_uuid_string_is_valid (lower) ? g_steal_pointer (&lower) : pln_programme_guid (item->uid);
  if (g_hash_table_contains (taken, item->guid)) /* “UUID” and “UUID@example.org” */
    {
      g_free (item->guid);
      item->guid = made_guid (item->uid);
    }
  g_hash_table_add (taken, item->guid);
}

/**
 * pln_programme_identify:
 * @items: (element-type PlnProgrammeItem): all items of a programme
 *
 * Gives every item its guid and its number, all different: those that it came
 * with, else others. They are given in the order of the UIDs, so that of two
 * sessions that would have the same it is always the same one that gives way.
 */
void
pln_programme_identify (GPtrArray *items)
{
  g_autoptr(GPtrArray) in_order = g_ptr_array_copy (items, NULL, NULL);
  g_autoptr(GHashTable) guids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) numbers = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_free_func (in_order, NULL);
  g_ptr_array_sort (in_order, compare_uids);
  for (guint i = 0; i < in_order->len; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (in_order, i);

      settle_guid (item, guids);
      if (item->id != 0 && !g_hash_table_add (numbers, GUINT_TO_POINTER (item->id)))
        item->id = 0;
    }
  for (guint i = 0; i < in_order->len; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (in_order, i);

      if (item->id != 0)
        continue;
      item->id = pln_uuid_number (item->guid);
      while (!g_hash_table_add (numbers, GUINT_TO_POINTER (item->id)))
        item->id = item->id == G_MAXINT32 ? 1 : item->id + 1;
    }
}
