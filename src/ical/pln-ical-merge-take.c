/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

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
 * @prop: (nullable): the line of it; %NULL for all lines of that name
 *
 * Notes that both sides changed it to something else. Remote stays.
 */
void
pln_ical_merge_conflict (PlnIcalMerge      *merge,
                         const char        *name,
                         const PlnIcalProp *prop)
{
  pln_ical_conflict_note (merge, name, prop);
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

  if (local == NULL && (merge->flags & PLN_ICAL_MERGE_KEEP))
    return;

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
    pln_ical_merge_conflict (merge, line->name, remote);
  else if (remote != NULL)
    pln_ical_draft_replace (merge->draft, remote->span, unfolded);
  else
    pln_ical_draft_insert (merge->draft, pln_ical_text_get_lines_end (there->text, there->part), unfolded);
}

/**
 * pln_ical_merge_insert_part:
 * @merge: a merge
 * @local: the text of local
 * @part: one of its parts
 * @before: a span of remote
 *
 * Puts a part of local as it stands before something of remote.
 */
void
pln_ical_merge_insert_part (PlnIcalMerge *merge,
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

/**
 * pln_ical_merge_replace_part:
 * @merge: a merge
 * @local: the text of local
 * @from: one of its parts
 * @remote: the text of remote
 * @to: one of its parts
 *
 * Puts a part of local in the place of one of remote.
 */
void
pln_ical_merge_replace_part (PlnIcalMerge      *merge,
                             PlnIcalText       *local,
                             const PlnIcalProp *from,
                             PlnIcalText       *remote,
                             const PlnIcalProp *to)
{
  pln_ical_merge_insert_part (merge, local, from->span, pln_ical_text_get_part (remote, to->span)->first);
  pln_ical_draft_drop_part (merge->draft, to->span);
}
