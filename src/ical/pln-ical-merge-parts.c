/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

/**
 * pln_ical_merge_whole_part:
 * @merge: a merge
 * @sides: the parts of the three versions
 * @triple: the versions of one of them
 * @before: the span of remote before which what is missing there is put
 *
 * Merges a part that is one thing, such as an alarm.
 */
void
pln_ical_merge_whole_part (PlnIcalMerge        *merge,
                           const PlnIcalSide   *sides,
                           const PlnIcalTriple *triple,
                           guint                before)
{
  const PlnIcalProp *base = triple->of[PLN_ICAL_BASE];
  const PlnIcalProp *local = triple->of[PLN_ICAL_LOCAL];
  const PlnIcalProp *remote = triple->of[PLN_ICAL_REMOTE];

  if (pln_ical_prop_same (local, base) || pln_ical_prop_same (local, remote)
      || (local == NULL && (merge->flags & PLN_ICAL_MERGE_KEEP)))
    return;

  if ((merge->flags & PLN_ICAL_MERGE_CARRY) || pln_ical_prop_same (remote, base))
    {
      if (local == NULL)
        pln_ical_draft_drop_part (merge->draft, remote->span);
      else if (remote == NULL)
        pln_ical_merge_insert_part (merge, sides[PLN_ICAL_LOCAL].text, local->span, before);
      else
        pln_ical_merge_replace_part (merge, sides[PLN_ICAL_LOCAL].text, local, sides[PLN_ICAL_REMOTE].text, remote);
      return;
    }

  /* Deleted there, edited here: an edit must not vanish without a word. */
  if (remote == NULL)
    pln_ical_merge_insert_part (merge, sides[PLN_ICAL_LOCAL].text, local->span, before);
  pln_ical_merge_conflict (merge, base != NULL ? base->name : local->name, NULL);
}

/* The parts directly inside one, known by their UID, else by what they say. */
static void
collect_inner_parts (PlnIcalSide       *parts,
                     const PlnIcalSide *component)
{
  pln_ical_side_init (parts, NULL, -1);
  if (component->text == NULL)
    return;

  for (guint i = component->part + 1; i < pln_ical_text_get_n_parts (component->text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (component->text, i);
      g_autoptr(PlnIcalLine) uid = NULL;
      g_autofree char *key = NULL;

      if (part->first > pln_ical_text_get_part (component->text, component->part)->last)
        break;
      if (part->parent != (int) component->part)
        continue;
      uid = pln_ical_text_get_line (component->text, i, "UID");
      if (uid != NULL)
        key = g_strconcat (part->name, "\n", uid->value, NULL);
      pln_ical_side_add_part (parts, component->text, i, key);
    }
}

/**
 * pln_ical_merge_inner_parts:
 * @merge: a merge
 *
 * Merges the parts directly inside the component, such as alarms.
 */
void
pln_ical_merge_inner_parts (PlnIcalMerge *merge)
{
  PlnIcalSide parts[PLN_ICAL_N_SIDES];
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  const PlnIcalSide *there = &merge->side[PLN_ICAL_REMOTE];
  guint end = pln_ical_text_get_part (there->text, there->part)->last;

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    collect_inner_parts (&parts[side], &merge->side[side]);

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    for (guint i = 0; i < parts[side].props->len; i++)
      {
        const PlnIcalProp *prop = g_ptr_array_index (parts[side].props, i);
        g_autoptr(GArray) triples = g_hash_table_add (done, prop->name) ? pln_ical_side_match (parts, prop->name) : NULL;

        for (guint j = 0; triples != NULL && j < triples->len; j++)
          pln_ical_merge_whole_part (merge, parts, &g_array_index (triples, PlnIcalTriple, j), end);
      }

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_clear (&parts[side]);
}
