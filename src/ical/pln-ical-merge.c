/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

#include "pln-ical-meaning.h"

#include <glib/gi18n.h>
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

static const char *const times[] = {
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
  if (g_strv_contains (times, name))
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

/* Lines and parts taken from local need their zones. */
static void
need_zones (PlnIcalMerge *merge,
            PlnIcalText  *text,
            guint         first,
            guint         last)
{
  g_autoptr(GString) scratch = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    {
      PlnIcalSpan span;
      PlnIcalView view;
      char *tzid;

      pln_ical_text_get_span (text, i, &span);
      if (pln_ical_text_view_span (text, &span, scratch, &view)
          && (tzid = pln_ical_view_dup_parameter (&view, "TZID")) != NULL)
        g_hash_table_add (merge->zones, tzid);
    }
}

static const char *
raw_lines (PlnIcalText *text,
           guint        first,
           guint        last,
           gsize       *length)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);
  PlnIcalSpan from;
  PlnIcalSpan to;

  pln_ical_text_get_span (text, first, &from);
  pln_ical_text_get_span (text, last, &to);
  *length = to.at + to.length - from.at;

  return data + from.at;
}

/**
 * pln_ical_merge_conflict:
 * @merge: a merge
 * @name: the name of a property
 *
 * Notes that both sides changed it to something else. Remote stays.
 */
void
pln_ical_merge_conflict (PlnIcalMerge *merge,
                         const char   *name)
{
  if (merge->conflicts != NULL
      && !g_ptr_array_find_with_equal_func (merge->conflicts, name, g_str_equal, NULL))
    g_ptr_array_add (merge->conflicts, g_strdup (name));
}

/**
 * pln_ical_merge_take:
 * @merge: a merge
 * @triple: the versions of one line
 *
 * Makes the line what it is in local: as it stands there, or none.
 */
void
pln_ical_merge_take (PlnIcalMerge        *merge,
                     const PlnIcalTriple *triple)
{
  const PlnIcalProp *local = triple->of[PLN_ICAL_LOCAL];
  const PlnIcalProp *remote = triple->of[PLN_ICAL_REMOTE];
  const PlnIcalSide *here = &merge->side[PLN_ICAL_LOCAL];
  const PlnIcalSide *there = &merge->side[PLN_ICAL_REMOTE];
  const char *raw = NULL;
  gsize length = 0;

  if (local != NULL)
    {
      raw = raw_lines (here->text, local->span, local->span, &length);
      need_zones (merge, here->text, local->span, local->span);
    }

  if (local == NULL)
    pln_ical_draft_drop (merge->draft, remote->span);
  else if (remote == NULL)
    pln_ical_draft_insert_raw (merge->draft, pln_ical_text_get_lines_end (there->text, there->part), raw, length);
  else
    pln_ical_draft_replace_raw (merge->draft, remote->span, raw, length);
}

/**
 * pln_ical_merge_write:
 * @merge: a merge
 * @remote: (nullable): a line of remote; %NULL adds one
 * @line: what stands there from now on
 *
 * Writes a line that neither side has as it is.
 */
void
pln_ical_merge_write (PlnIcalMerge      *merge,
                      const PlnIcalProp *remote,
                      const PlnIcalLine *line)
{
  const PlnIcalSide *there = &merge->side[PLN_ICAL_REMOTE];
  g_autofree char *unfolded = pln_ical_line_write_unfolded (line, NULL);

  if (unfolded == NULL) /* what was read must not always be written */
    pln_ical_merge_conflict (merge, line->name);
  else if (remote != NULL)
    pln_ical_draft_replace (merge->draft, remote->span, unfolded);
  else
    pln_ical_draft_insert (merge->draft, pln_ical_text_get_lines_end (there->text, there->part), unfolded);
}

static gboolean
same (const PlnIcalProp *a,
      const PlnIcalProp *b)
{
  return a == NULL || b == NULL ? a == b : g_str_equal (a->meaning, b->meaning);
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
  comparison->remote_changed = !g_str_equal (comparison->of[PLN_ICAL_REMOTE], comparison->of[PLN_ICAL_BASE]);
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
        pln_ical_merge_conflict (merge, name);
    }
  else if (comparison.local_changed && !comparison.remote_changed)
    {
      /* Cancelled here, edited there: nobody can know whether that edit was
       * made because it takes place after all. */
      if (g_str_equal (name, "STATUS") && g_str_has_suffix (comparison.of[PLN_ICAL_LOCAL], ":CANCELLED\n")
          && !(merge->flags & PLN_ICAL_MERGE_UNDO) && remote_was_edited (merge))
        pln_ical_merge_conflict (merge, name);
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
  for (guint i = 0; times[i] != NULL; i++)
    {
      g_auto(Comparison) comparison = { { NULL } };

      compare (&comparison, merge, times[i]);
      if (merge->local_moved && !merge->remote_moved)
        take_all (merge, times[i]);
      else if (merge->local_moved && merge->remote_moved
               && !g_str_equal (comparison.of[PLN_ICAL_LOCAL], comparison.of[PLN_ICAL_REMOTE]))
        pln_ical_merge_conflict (merge, times[i]);
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
    pln_ical_merge_conflict (merge, name);
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

  if (local != NULL && remote != NULL && asked_again && !same (local, remote))
    pln_ical_merge_keyed (merge, triple);
  else if (same (local, base) || same (local, remote))
    return;
  else if (same (remote, base))
    pln_ical_merge_take (merge, triple);
  else if (local == NULL || remote == NULL)
    settle_removed (merge, triple, name);
  else if (keyed)
    pln_ical_merge_keyed (merge, triple);
  else
    pln_ical_merge_conflict (merge, name);
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

static void
merge_set (PlnIcalMerge *merge,
           const char   *name)
{
  g_autoptr(GHashTable) base = values_of (&merge->side[PLN_ICAL_BASE], name);
  g_autoptr(GHashTable) local = values_of (&merge->side[PLN_ICAL_LOCAL], name);
  g_autoptr(GHashTable) remote = values_of (&merge->side[PLN_ICAL_REMOTE], name);
  const GPtrArray *there = pln_ical_side_get (&merge->side[PLN_ICAL_REMOTE], name);
  const GPtrArray *here = pln_ical_side_get (&merge->side[PLN_ICAL_LOCAL], name);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; there != NULL && i < there->len; i++)
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
      merge_set (merge, name);
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
  for (guint i = 0; times[i] != NULL; i++)
    {
      g_auto(Comparison) comparison = { { NULL } };

      compare (&comparison, merge, times[i]);
      merge->local_moved |= comparison.local_changed;
      merge->remote_moved |= comparison.remote_changed;
    }
  merge->local_rescheduled = merge->local_moved
                             && pln_ical_side_get_number (&merge->side[PLN_ICAL_LOCAL], "SEQUENCE") > base;
  merge->remote_rescheduled = merge->remote_moved
                              && pln_ical_side_get_number (&merge->side[PLN_ICAL_REMOTE], "SEQUENCE") > base;
}

static void
merge_all_lines (PlnIcalMerge *merge)
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

static void
insert_part (PlnIcalMerge *merge,
             PlnIcalText  *local,
             guint         part,
             guint         before)
{
  const PlnIcalPart *inserted = pln_ical_text_get_part (local, part);
  gsize length;
  const char *raw = raw_lines (local, inserted->first, inserted->last, &length);

  need_zones (merge, local, inserted->first, inserted->last);
  pln_ical_draft_insert_raw (merge->draft, before, raw, length);
}

static void
replace_part (PlnIcalMerge      *merge,
              PlnIcalText       *local,
              const PlnIcalProp *from,
              PlnIcalText       *remote,
              const PlnIcalProp *to)
{
  insert_part (merge, local, from->span, pln_ical_text_get_part (remote, to->span)->first);
  pln_ical_draft_drop_part (merge->draft, to->span);
}

/* A part that is one thing, such as an alarm. Whether it was settled. */
static void
merge_whole_part (PlnIcalMerge        *merge,
                  const PlnIcalSide   *sides,
                  const PlnIcalTriple *triple,
                  guint                before)
{
  const PlnIcalProp *base = triple->of[PLN_ICAL_BASE];
  const PlnIcalProp *local = triple->of[PLN_ICAL_LOCAL];
  const PlnIcalProp *remote = triple->of[PLN_ICAL_REMOTE];

  if (same (local, base) || same (local, remote))
    return;

  if (same (remote, base))
    {
      if (local == NULL)
        pln_ical_draft_drop_part (merge->draft, remote->span);
      else if (remote == NULL)
        insert_part (merge, sides[PLN_ICAL_LOCAL].text, local->span, before);
      else
        replace_part (merge, sides[PLN_ICAL_LOCAL].text, local, sides[PLN_ICAL_REMOTE].text, remote);
      return;
    }

  /* Deleted there, edited here: an edit must not vanish without a word. */
  if (remote == NULL)
    insert_part (merge, sides[PLN_ICAL_LOCAL].text, local->span, before);
  pln_ical_merge_conflict (merge, base != NULL ? base->name : local->name);
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

static void
merge_inner_parts (PlnIcalMerge *merge)
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
          merge_whole_part (merge, parts, &g_array_index (triples, PlnIcalTriple, j), end);
      }

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_clear (&parts[side]);
}

/* One component, or with inner FALSE the lines of the calendar around them. */
static void
merge_component (PlnIcalMerge *merge,
                 PlnIcalText  *const *texts,
                 const int    *parts,
                 gboolean      inner)
{
  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_init (&merge->side[side], texts[side], parts[side]);

  merge_all_lines (merge);
  if (inner)
    merge_inner_parts (merge);

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_clear (&merge->side[side]);
}

/* By what a component is the same in another version. */
static char *
component_key (PlnIcalText *text,
               guint        part)
{
  const char *name = pln_ical_text_get_part (text, part)->name;
  gboolean is_zone = g_str_equal (name, "VTIMEZONE");
  g_autoptr(PlnIcalLine) uid = pln_ical_text_get_line (text, part, is_zone ? "TZID" : "UID");
  g_autoptr(PlnIcalLine) recurrence = pln_ical_text_get_line (text, part, "RECURRENCE-ID");
  g_autofree char *occurrence = recurrence != NULL ? pln_ical_meaning_of_line (recurrence) : NULL;

  return g_strconcat (uid != NULL ? uid->value : "", "\n", occurrence, NULL);
}

static void
collect_components (PlnIcalSide *components,
                    PlnIcalText *text)
{
  pln_ical_side_init (components, NULL, -1);
  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      const char *around = part->parent >= 0 ? pln_ical_text_get_part (text, part->parent)->name : "VCALENDAR";

      if (g_str_equal (around, "VCALENDAR") && !g_str_equal (part->name, "VCALENDAR"))
        {
          g_autofree char *key = component_key (text, i);

          pln_ical_side_add_part (components, text, i, key);
        }
    }
}

static int
find_calendar (PlnIcalText *text)
{
  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    if (g_str_equal (pln_ical_text_get_part (text, i)->name, "VCALENDAR"))
      return i;

  return -1;
}

/* Where components of local that remote lacks are put. */
typedef struct
{
  guint zones;
  guint others;
} Places;

static Places
find_places (PlnIcalText *remote)
{
  int calendar = find_calendar (remote);

  if (calendar < 0)
    return (Places) { pln_ical_text_get_part (remote, 0)->first, pln_ical_text_get_n_spans (remote) };

  return (Places) { pln_ical_text_get_lines_end (remote, calendar), pln_ical_text_get_part (remote, calendar)->last };
}

static gboolean
has_lines_to_merge (const char *name)
{
  static const char *const names[] = { "VEVENT", "VTODO", "VJOURNAL", NULL };

  return g_strv_contains (names, name);
}

static void
merge_components (PlnIcalMerge      *merge,
                  PlnIcalText *const *texts,
                  const PlnIcalSide *components,
                  const char        *name,
                  guint              before)
{
  g_autoptr(GArray) triples = pln_ical_side_match (components, name);

  for (guint i = 0; i < triples->len; i++)
    {
      const PlnIcalTriple *triple = &g_array_index (triples, PlnIcalTriple, i);
      int parts[PLN_ICAL_N_SIDES];

      for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
        parts[side] = triple->of[side] != NULL ? (int) triple->of[side]->span : -1;

      if (has_lines_to_merge (name) && parts[PLN_ICAL_LOCAL] >= 0 && parts[PLN_ICAL_REMOTE] >= 0)
        {
          if (!same (triple->of[PLN_ICAL_LOCAL], triple->of[PLN_ICAL_BASE]))
            merge_component (merge, texts, parts, TRUE);
        }
      else
        merge_whole_part (merge, components, triple, before);
    }
}

/* Zones go with the times. None is taken away: what needs it may be on the
 * other side, and one too many does no harm. */
static void
merge_zones (PlnIcalMerge       *merge,
             PlnIcalText *const *texts,
             const PlnIcalSide  *components,
             guint               before)
{
  g_autoptr(GArray) triples = pln_ical_side_match (components, "VTIMEZONE");

  for (guint i = 0; i < triples->len; i++)
    {
      const PlnIcalTriple *triple = &g_array_index (triples, PlnIcalTriple, i);
      const PlnIcalProp *base = triple->of[PLN_ICAL_BASE];
      const PlnIcalProp *local = triple->of[PLN_ICAL_LOCAL];
      const PlnIcalProp *remote = triple->of[PLN_ICAL_REMOTE];
      g_autofree char *tzid = local != NULL ? g_strndup (local->key, strcspn (local->key, "\n")) : NULL;
      gboolean needed = tzid != NULL && g_hash_table_contains (merge->zones, tzid);

      if (local == NULL || same (local, remote))
        continue;
      if (remote == NULL && (base == NULL || needed))
        insert_part (merge, texts[PLN_ICAL_LOCAL], local->span, before);
      else if (remote != NULL && !same (local, base) && (same (remote, base) || needed))
        replace_part (merge, texts[PLN_ICAL_LOCAL], local, texts[PLN_ICAL_REMOTE], remote);
    }
}

static void
merge_texts (PlnIcalMerge       *merge,
             PlnIcalText *const *texts)
{
  PlnIcalSide components[PLN_ICAL_N_SIDES];
  g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  Places places = find_places (texts[PLN_ICAL_REMOTE]);
  int calendars[PLN_ICAL_N_SIDES];

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    {
      collect_components (&components[side], texts[side]);
      calendars[side] = find_calendar (texts[side]);
    }

  if (calendars[PLN_ICAL_LOCAL] >= 0 && calendars[PLN_ICAL_REMOTE] >= 0)
    merge_component (merge, texts, calendars, FALSE);

  g_hash_table_add (done, (char *) "VTIMEZONE");
  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    for (guint i = 0; i < components[side].props->len; i++)
      {
        const PlnIcalProp *prop = g_ptr_array_index (components[side].props, i);

        if (g_hash_table_add (done, prop->name))
          merge_components (merge, texts, components, prop->name, places.others);
      }
  merge_zones (merge, texts, components, places.zones);

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_clear (&components[side]);
}

/* What has no end cannot be put together. */
static gboolean
check_flaws (PlnIcalText  *text,
             GError      **error)
{
  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);

      if (part->flaw != NULL)
        {
          g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                       /* Translators: %s is a sentence that says why. */
                       _("Two versions of an object cannot be merged, because one is broken. %s"), part->flaw);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * pln_ical_merge:
 * @base: (nullable): what both were; %NULL if there is nothing in common
 * @local: what is here
 * @remote: what is there
 * @flags: how to merge
 * @conflicts: (nullable) (element-type utf8): where the names of properties
 *   are added that both changed differently
 * @error: return location for a [error@IcalError]
 *
 * As [func@merge_with_hints], from nothing but the texts.
 *
 * Returns: (transfer full): the merged text, or %NULL on error
 */
GBytes *
pln_ical_merge (GBytes             *base,
                GBytes             *local,
                GBytes             *remote,
                PlnIcalMergeFlags   flags,
                GPtrArray          *conflicts,
                GError            **error)
{
  return pln_ical_merge_with_hints (base, local, remote, flags, NULL, conflicts, error);
}

/**
 * pln_ical_merge_with_hints:
 * @base: (nullable): what both were; %NULL if there is nothing in common
 * @local: what is here
 * @remote: what is there
 * @flags: how to merge
 * @hints: (nullable): what the texts do not say
 * @conflicts: (nullable) (element-type utf8): where the names of properties
 *   are added that both changed differently
 * @error: return location for a [error@IcalError]: `BROKEN` if a version has
 *   a flaw
 *
 * Takes the changes from @base to @local to the text of @remote: component by
 * component (UID and RECURRENCE-ID), and there
 *
 * - DTSTAMP, LAST-MODIFIED: the later; CREATED: the earlier
 * - SEQUENCE: the greater, + 1 if a reschedule was merged in
 * - what makes the times: one unit
 * - ATTENDEE by address or ID, lines of our own by ID: parameter by parameter
 * - CATEGORIES, RESOURCES: sets of values
 * - RELATED-TO by RELTYPE and UID, parts by UID or content
 * - COMMENT, ATTACH, CONFERENCE and what else is repeated: multisets
 * - everything else: changed on one side, that side
 *
 * What both changed differently stays as remote has it and is named in
 * @conflicts. Lines that are not changed keep remote's bytes, those taken keep
 * local's. Texts are compared by meaning, so that a server that writes a line
 * in another way has not changed it.
 *
 * This function has no side effects and may be called from any thread.
 *
 * Returns: (transfer full): the merged text, or %NULL on error
 */
GBytes *
pln_ical_merge_with_hints (GBytes                   *base,
                           GBytes                   *local,
                           GBytes                   *remote,
                           PlnIcalMergeFlags         flags,
                           const PlnIcalMergeHints  *hints,
                           GPtrArray                *conflicts,
                           GError                  **error)
{
  g_autoptr(PlnIcalText) base_text = NULL;
  g_autoptr(PlnIcalText) local_text = NULL;
  g_autoptr(PlnIcalText) remote_text = NULL;
  g_autoptr(PlnIcalDraft) draft = NULL;
  g_autoptr(GHashTable) zones = NULL;
  PlnIcalMerge merge = { .flags = flags, .hints = hints, .conflicts = conflicts };

  if (g_bytes_equal (local, remote) || (base != NULL && g_bytes_equal (local, base)))
    return g_bytes_ref (remote);
  if (base != NULL && g_bytes_equal (remote, base))
    return g_bytes_ref (local);

  if ((base != NULL && (base_text = pln_ical_text_new (base, error)) == NULL)
      || (local_text = pln_ical_text_new (local, error)) == NULL
      || (remote_text = pln_ical_text_new (remote, error)) == NULL
      || (base != NULL && !check_flaws (base_text, error))
      || !check_flaws (local_text, error)
      || !check_flaws (remote_text, error))
    return NULL;

  draft = pln_ical_draft_new (remote_text);
  zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge.draft = draft;
  merge.zones = zones;
  merge_texts (&merge, (PlnIcalText *[]) { base_text, local_text, remote_text });

  return pln_ical_draft_finish (draft, error);
}
