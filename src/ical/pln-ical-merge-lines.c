/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

#include "pln-ical-meaning.h"

#include <string.h>

/* How lines of a name are merged. */
typedef enum
{
  RULE_SINGLE,
  RULE_EARLIER,
  RULE_LATER,
  RULE_SEQUENCE,
  RULE_TIMES,
  RULE_KEYED,   /* by address or ID, then parameter by parameter */
  RULE_RELATED,
  RULE_SET,     /* of values, however many lines */
  RULE_LINES,   /* a multiset of lines */
} Rule;

const char *const pln_ical_merge_times[] = {
  "DTSTART", "DTEND", "DURATION", "DUE", "RRULE", "EXRULE", "RDATE", "EXDATE", NULL
};

static Rule
rule_of (const PlnIcalMerge *merge,
         const char         *name)
{
  static const struct { const char *name; Rule rule; } rules[] = {
    { "DTSTAMP", RULE_LATER }, { "LAST-MODIFIED", RULE_LATER }, { "CREATED", RULE_EARLIER },
    { "SEQUENCE", RULE_SEQUENCE }, { "ATTENDEE", RULE_KEYED }, { "RELATED-TO", RULE_RELATED },
    { "COMMENT", RULE_LINES }, { "ATTACH", RULE_LINES }, { "CONFERENCE", RULE_LINES }, { "CONTACT", RULE_LINES },
    { "IMAGE", RULE_LINES }, { "REQUEST-STATUS", RULE_LINES }, { "", RULE_LINES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].name, name))
      return rules[i].rule;
  if (g_strv_contains (pln_ical_merge_times, name))
    return RULE_TIMES;
  if (pln_ical_meaning_is_list (name))
    return RULE_SET;

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    {
      const GPtrArray *props = pln_ical_side_get (&merge->side[side], name);
      const PlnIcalProp *first = props != NULL ? g_ptr_array_index (props, 0) : NULL;

      if (first != NULL && g_str_has_prefix (name, "X-PLENARY-") && first->id != NULL)
        return RULE_KEYED;
      if (first != NULL && props->len > 1)
        return RULE_LINES;
    }

  return RULE_SINGLE;
}

/* All lines of a name become those of local; what says the same stays. */
static void
take_all (PlnIcalMerge *merge,
          const char   *name)
{
  const GPtrArray *local = pln_ical_side_get (&merge->side[PLN_ICAL_LOCAL], name);
  const GPtrArray *remote = pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], name);
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal); /* meaning → how often */
  g_autoptr(GPtrArray) old = g_ptr_array_new ();
  guint n_taken = 0;

  for (guint i = 0; local != NULL && i < local->len; i++)
    {
      const PlnIcalProp *prop = g_ptr_array_index (local, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (kept, prop->meaning));

      g_hash_table_insert (kept, prop->meaning, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; remote != NULL && i < remote->len; i++)
    {
      PlnIcalProp *prop = g_ptr_array_index (remote, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (kept, prop->meaning));

      if (n > 0)
        g_hash_table_insert (kept, prop->meaning, GUINT_TO_POINTER (n - 1));
      else
        g_ptr_array_add (old, prop);
    }

  /* What is left of kept is not in remote. */
  for (guint i = 0; local != NULL && i < local->len; i++)
    {
      PlnIcalProp *prop = g_ptr_array_index (local, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (kept, prop->meaning));
      PlnIcalTriple triple = { { NULL, prop, n_taken < old->len ? g_ptr_array_index (old, n_taken) : NULL } };

      if (n == 0)
        continue;
      g_hash_table_insert (kept, prop->meaning, GUINT_TO_POINTER (n - 1));
      pln_ical_merge_take (merge, &triple);
      n_taken++;
    }
  for (; n_taken < old->len; n_taken++)
    {
      PlnIcalTriple triple = { { NULL, NULL, g_ptr_array_index (old, n_taken) } };

      pln_ical_merge_take (merge, &triple);
    }
}

/* What all lines of a name say on each side, and what follows from that. */
typedef struct
{
  char     *of[PLN_ICAL_N_SIDES];
  gboolean  local_changed;
  gboolean  remote_changed;
  gboolean  contradict;
} Comparison;

static void
comparison_clear (Comparison *comparison)
{
  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    g_free (comparison->of[side]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static void
compare (Comparison         *comparison,
         const PlnIcalMerge *merge,
         const char         *name)
{
  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    comparison->of[side] = pln_ical_side_get_meaning (&merge->side[side], name);

  comparison->local_changed = !g_str_equal (comparison->of[PLN_ICAL_LOCAL], comparison->of[PLN_ICAL_BASE]);
  comparison->remote_changed = !(merge->flags & PLN_ICAL_MERGE_CARRY)
                               && !g_str_equal (comparison->of[PLN_ICAL_REMOTE], comparison->of[PLN_ICAL_BASE]);
  comparison->contradict = comparison->local_changed && comparison->remote_changed
                           && !g_str_equal (comparison->of[PLN_ICAL_LOCAL], comparison->of[PLN_ICAL_REMOTE]);
}

/* Whether remote changed anything that a cancelled event would hide. */
static gboolean
remote_was_edited (PlnIcalMerge *merge)
{
  static const char *const small[] = {
    "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "STATUS", "ATTENDEE", NULL
  };

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side += PLN_ICAL_REMOTE)
    {
      GHashTableIter iter;
      gpointer name;

      g_hash_table_iter_init (&iter, merge->side[side].named);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (!g_strv_contains (small, name))
          {
            g_auto(Comparison) comparison = { { NULL } };

            compare (&comparison, merge, name);
            if (comparison.remote_changed)
              return TRUE;
          }
    }

  return FALSE;
}

/* What is made from other lines, or says only which program wrote the text. */
static gboolean
is_no_loss (PlnIcalMerge *merge,
            const char   *name)
{
  static const char *const made[] = { "PRODID", "VERSION", "CALSCALE", "X-PLENARY-RENDERED", NULL };

  return g_strv_contains (made, name)
         || (g_str_equal (name, "DESCRIPTION")
             && pln_ical_side_get (&merge->side[PLN_ICAL_LOCAL], "X-PLENARY-RENDERED") != NULL
             && pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], "X-PLENARY-RENDERED") != NULL);
}

static void
merge_single (PlnIcalMerge *merge,
              const char   *name)
{
  g_auto(Comparison) comparison = { { NULL } };

  compare (&comparison, merge, name);
  if (comparison.contradict)
    {
      if (!is_no_loss (merge, name))
        pln_ical_merge_conflict (merge, name, NULL);
    }
  else if (comparison.local_changed && !comparison.remote_changed)
    {
      /* Cancelled here, edited there: nobody can know whether that edit was
       * made because it takes place after all. */
      if (g_str_equal (name, "STATUS") && g_str_has_suffix (comparison.of[PLN_ICAL_LOCAL], ":CANCELLED\n")
          && merge->flags == PLN_ICAL_MERGE_NONE && remote_was_edited (merge))
        pln_ical_merge_conflict (merge, name, NULL);
      else
        take_all (merge, name);
    }
}

static void
merge_stamp (PlnIcalMerge *merge,
             const char   *name,
             gboolean      later)
{
  g_auto(Comparison) comparison = { { NULL } };
  int order;

  compare (&comparison, merge, name);
  order = strcmp (comparison.of[PLN_ICAL_LOCAL], comparison.of[PLN_ICAL_REMOTE]);
  if (*comparison.of[PLN_ICAL_LOCAL] == '\0' && comparison.contradict)
    return;
  if (comparison.contradict ? (later ? order > 0 : order < 0 || *comparison.of[PLN_ICAL_REMOTE] == '\0')
                            : comparison.local_changed && !comparison.remote_changed)
    take_all (merge, name);
}

static void
merge_sequence (PlnIcalMerge *merge)
{
  int base = pln_ical_side_get_number (&merge->side[PLN_ICAL_BASE], "SEQUENCE");
  int local = pln_ical_side_get_number (&merge->side[PLN_ICAL_LOCAL], "SEQUENCE");
  int remote = pln_ical_side_get_number (&merge->side[PLN_ICAL_REMOTE], "SEQUENCE");
  const GPtrArray *there = pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], "SEQUENCE");
  gboolean from_local = merge->local_moved && !merge->remote_moved;
  gboolean from_remote = merge->remote_moved && !merge->local_moved;
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *number = NULL;
  int merged;

  /* A number that was given out stands for one schedule only. */
  if ((from_local && remote > base) || (from_remote && local > base))
    merged = MAX (local, remote) + 1;
  else if (merge->flags & PLN_ICAL_MERGE_CARRY)
    merged = local == base ? remote : MAX (local, remote);
  else if (merge->flags & PLN_ICAL_MERGE_UNDO)
    merged = from_local && local < base ? remote + 1 : MAX (local, remote);
  else if (remote == base)
    merged = local;
  else
    merged = local == base ? remote : MAX (local, remote);

  if (merged == local && remote == base)
    {
      merge_single (merge, "SEQUENCE");
      return;
    }
  if (merged == remote)
    return;

  number = g_strdup_printf ("%d", merged);
  line = pln_ical_line_new ("SEQUENCE", number);
  pln_ical_merge_write (merge, there != NULL ? g_ptr_array_index (there, 0) : NULL, line);
}

static void
merge_times (PlnIcalMerge *merge)
{
  for (guint i = 0; pln_ical_merge_times[i] != NULL; i++)
    {
      g_auto(Comparison) comparison = { { NULL } };

      compare (&comparison, merge, pln_ical_merge_times[i]);
      if (merge->local_moved && !merge->remote_moved)
        take_all (merge, pln_ical_merge_times[i]);
      else if (merge->local_moved && merge->remote_moved
               && !g_str_equal (comparison.of[PLN_ICAL_LOCAL], comparison.of[PLN_ICAL_REMOTE]))
        pln_ical_merge_conflict (merge, pln_ical_merge_times[i], NULL);
    }
}

/* A line that local and remote both changed, one of them by taking it away. */
static void
settle_removed (PlnIcalMerge        *merge,
                const PlnIcalTriple *triple,
                const char          *name)
{
  gboolean undo = (merge->flags & PLN_ICAL_MERGE_UNDO) != 0;
  gboolean own = g_str_has_prefix (name, "X-PLENARY-");

  /* Deleted and edited is kept. */
  if (own && !undo && triple->of[PLN_ICAL_REMOTE] == NULL)
    pln_ical_merge_take (merge, triple);
  else if (!own && !undo)
    pln_ical_merge_conflict (merge, name, triple->of[triple->of[PLN_ICAL_REMOTE] != NULL ? PLN_ICAL_REMOTE
                                                                                         : PLN_ICAL_LOCAL]);
}

static void
merge_triple (PlnIcalMerge        *merge,
              const PlnIcalTriple *triple,
              const char          *name,
              gboolean             keyed)
{
  const PlnIcalProp *base = triple->of[PLN_ICAL_BASE];
  const PlnIcalProp *local = triple->of[PLN_ICAL_LOCAL];
  const PlnIcalProp *remote = triple->of[PLN_ICAL_REMOTE];
  gboolean asked_again = g_str_equal (name, "ATTENDEE") && (merge->local_rescheduled || merge->remote_rescheduled);

  if (local != NULL && remote != NULL && asked_again && !pln_ical_prop_same (local, remote))
    pln_ical_merge_keyed (merge, triple);
  else if (pln_ical_prop_same (local, base) || pln_ical_prop_same (local, remote))
    return;
  else if ((pln_ical_prop_same (remote, base) && !(merge->flags & PLN_ICAL_MERGE_KEEP))
           || ((merge->flags & PLN_ICAL_MERGE_CARRY) && (local == NULL || remote == NULL || !keyed)))
    pln_ical_merge_take (merge, triple);
  else if (local == NULL || remote == NULL)
    settle_removed (merge, triple, name);
  else if (keyed)
    pln_ical_merge_keyed (merge, triple);
  else
    pln_ical_merge_conflict (merge, name, remote);
}

static void
merge_lines (PlnIcalMerge *merge,
             const char   *name,
             gboolean      keyed)
{
  g_autoptr(GArray) triples = pln_ical_side_match (merge->side, name);

  for (guint i = 0; i < triples->len; i++)
    merge_triple (merge, &g_array_index (triples, PlnIcalTriple, i), name, keyed);
}

static void
merge_name (PlnIcalMerge *merge,
            const char   *name)
{
  switch (rule_of (merge, name))
    {
    case RULE_EARLIER:
      merge_stamp (merge, name, FALSE);
      break;
    case RULE_LATER:
      merge_stamp (merge, name, TRUE);
      break;
    case RULE_SEQUENCE:
      merge_sequence (merge);
      break;
    case RULE_TIMES:
      break; /* all at once */
    case RULE_KEYED:
      merge_lines (merge, name, TRUE);
      break;
    case RULE_RELATED:
    case RULE_LINES:
      merge_lines (merge, name, FALSE);
      break;
    case RULE_SET:
      pln_ical_merge_set (merge, name);
      break;
    case RULE_SINGLE:
    default:
      merge_single (merge, name);
    }
}

static void
note_times (PlnIcalMerge *merge)
{
  int base = pln_ical_side_get_number (&merge->side[PLN_ICAL_BASE], "SEQUENCE");

  merge->local_moved = FALSE;
  merge->remote_moved = FALSE;
  for (guint i = 0; pln_ical_merge_times[i] != NULL; i++)
    {
      g_auto(Comparison) comparison = { { NULL } };

      compare (&comparison, merge, pln_ical_merge_times[i]);
      merge->local_moved |= comparison.local_changed
                            && (!(merge->flags & PLN_ICAL_MERGE_CARRY)
                                || !g_str_equal (comparison.of[PLN_ICAL_LOCAL], comparison.of[PLN_ICAL_REMOTE]));
      merge->remote_moved |= comparison.remote_changed;
    }
  merge->local_rescheduled = merge->local_moved
                             && pln_ical_side_get_number (&merge->side[PLN_ICAL_LOCAL], "SEQUENCE") > base;
  merge->remote_rescheduled = merge->remote_moved
                              && pln_ical_side_get_number (&merge->side[PLN_ICAL_REMOTE], "SEQUENCE") > base;
}

/**
 * pln_ical_merge_lines:
 * @merge: a merge
 *
 * Merges the lines of a component, each name by its rule.
 */
void
pln_ical_merge_lines (PlnIcalMerge *merge)
{
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  note_times (merge);
  merge_times (merge);
  for (int side = PLN_ICAL_REMOTE; side >= PLN_ICAL_BASE; side--)
    for (guint i = 0; i < merge->side[side].props->len; i++)
      {
        const PlnIcalProp *prop = g_ptr_array_index (merge->side[side].props, i);

        if (g_hash_table_add (done, prop->name))
          merge_name (merge, prop->name);
      }
}
