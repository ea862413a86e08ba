/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

static GHashTable *
values_of (const PlnIcalSide *side,
           const char        *name)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *props = pln_ical_side_get (side, name);

  for (guint i = 0; props != NULL && i < props->len; i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_side_parse (side, g_ptr_array_index (props, i));
      g_auto(GStrv) texts = pln_ical_line_get_list (line);

      for (guint j = 0; texts[j] != NULL; j++)
        g_hash_table_add (values, g_strdup (texts[j]));
    }

  return values;
}

/* One line of remote without the values that local took away. */
static void
drop_values (PlnIcalMerge      *merge,
             const PlnIcalProp *prop,
             GHashTable        *base,
             GHashTable        *local)
{
  g_autoptr(PlnIcalLine) line = pln_ical_side_parse (&merge->side[PLN_ICAL_REMOTE], prop);
  g_autoptr(PlnIcalLine) shorter = NULL;
  g_auto(GStrv) texts = pln_ical_line_get_list (line);
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    if (!g_hash_table_contains (base, texts[i]) || g_hash_table_contains (local, texts[i]))
      g_ptr_array_add (left, texts[i]);
  if (left->len == g_strv_length (texts))
    return;
  if (left->len == 0)
    {
      pln_ical_draft_drop (merge->draft, prop->span);
      return;
    }

  g_ptr_array_add (left, NULL);
  shorter = pln_ical_line_new_list (line->name, (const char *const *) left->pdata);
  g_free (line->value);
  line->value = g_steal_pointer (&shorter->value);
  pln_ical_merge_write (merge, prop, line);
}

/**
 * pln_ical_merge_set:
 * @merge: a merge
 * @name: the name of a property whose lines are lists, such as CATEGORIES
 *
 * Merges the values of all lines of a name, whichever line they stand in.
 */
void
pln_ical_merge_set (PlnIcalMerge *merge,
                    const char   *name)
{
  g_autoptr(GHashTable) base = values_of (&merge->side[PLN_ICAL_BASE], name);
  g_autoptr(GHashTable) local = values_of (&merge->side[PLN_ICAL_LOCAL], name);
  g_autoptr(GHashTable) remote = values_of (&merge->side[PLN_ICAL_REMOTE], name);
  const GPtrArray *there = pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], name);
  const GPtrArray *here = pln_ical_side_get (&merge->side[PLN_ICAL_LOCAL], name);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; !(merge->flags & PLN_ICAL_MERGE_KEEP) && there != NULL && i < there->len; i++)
    drop_values (merge, g_ptr_array_index (there, i), base, local);

  /* In the order in which local has them. */
  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_side_parse (&merge->side[PLN_ICAL_LOCAL], g_ptr_array_index (here, i));
      g_auto(GStrv) texts = pln_ical_line_get_list (line);

      for (guint j = 0; texts[j] != NULL; j++)
        if (!g_hash_table_contains (base, texts[j]) && g_hash_table_add (remote, g_strdup (texts[j])))
          g_ptr_array_add (added, g_strdup (texts[j]));
    }
  if (added->len > 0)
    {
      g_autoptr(PlnIcalLine) line = NULL;

      g_ptr_array_add (added, NULL);
      line = pln_ical_line_new_list (name, (const char *const *) added->pdata);
      pln_ical_merge_write (merge, NULL, line);
    }
}
