/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

#include "pln-ical-meaning.h"
#include "pln-ical-note.h"

#include <glib/gi18n.h>
#include <string.h>

/* One component, or with inner FALSE the lines of the calendar around them. */
static void
merge_component (PlnIcalMerge *merge,
                 PlnIcalText  *const *texts,
                 const int    *parts,
                 gboolean      inner)
{
  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    pln_ical_side_init (&merge->side[side], texts[side], parts[side]);

  pln_ical_merge_lines (merge);
  if (inner)
    pln_ical_merge_inner_parts (merge);

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
          if (!pln_ical_prop_same (triple->of[PLN_ICAL_LOCAL], triple->of[PLN_ICAL_BASE]))
            merge_component (merge, texts, parts, TRUE);
        }
      else
        pln_ical_merge_whole_part (merge, components, triple, before);
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

      if (local == NULL || pln_ical_prop_same (local, remote))
        continue;
      if (remote == NULL && (base == NULL || needed))
        pln_ical_merge_insert_part (merge, texts[PLN_ICAL_LOCAL], local->span, before);
      else if (remote != NULL && !pln_ical_prop_same (local, base) && (pln_ical_prop_same (remote, base) || needed))
        pln_ical_merge_replace_part (merge, texts[PLN_ICAL_LOCAL], local, texts[PLN_ICAL_REMOTE], remote);
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

/* Texts of which each says one thing: notes are settled. */
static GBytes *
merge_settled (GBytes                   *base,
               GBytes                   *local,
               GBytes                   *remote,
               PlnIcalMergeFlags         flags,
               const PlnIcalMergeHints  *hints,
               GPtrArray                *conflicts,
               GPtrArray                *details,
               GError                  **error)
{
  g_autoptr(PlnIcalText) base_text = NULL;
  g_autoptr(PlnIcalText) local_text = NULL;
  g_autoptr(PlnIcalText) remote_text = NULL;
  g_autoptr(PlnIcalDraft) draft = NULL;
  g_autoptr(GHashTable) zones = NULL;
  PlnIcalMerge merge = { .flags = flags, .hints = hints, .conflicts = conflicts, .details = details };

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

/**
 * pln_ical_merge_in_detail:
 * @base: (nullable): what both were
 * @local: what is here
 * @remote: what is there
 * @flags: how to merge
 * @hints: (nullable): what the texts do not say
 * @conflicts: (nullable) (element-type utf8): where names are added
 * @details: (nullable) (element-type PlnIcalConflict): where both sides are
 * @error: return location for a [error@IcalError]
 *
 * As [func@merge_with_hints].
 *
 * Returns: (transfer full): the merged text, or %NULL on error
 */
GBytes *
pln_ical_merge_in_detail (GBytes                   *base,
                          GBytes                   *local,
                          GBytes                   *remote,
                          PlnIcalMergeFlags         flags,
                          const PlnIcalMergeHints  *hints,
                          GPtrArray                *conflicts,
                          GPtrArray                *details,
                          GError                  **error)
{
  g_autoptr(GBytes) was = NULL;
  g_autoptr(GBytes) here = NULL;
  g_autoptr(GBytes) there = NULL;
  g_autoptr(GBytes) merged = NULL;

  if (g_bytes_equal (local, remote) || (base != NULL && g_bytes_equal (local, base)))
    return g_bytes_ref (remote);
  if (base != NULL && g_bytes_equal (remote, base) && !(flags & PLN_ICAL_MERGE_KEEP))
    return g_bytes_ref (local);

  if ((base != NULL && (was = pln_ical_note_settle (base, error)) == NULL)
      || (here = pln_ical_note_settle (local, error)) == NULL
      || (there = pln_ical_note_settle (remote, error)) == NULL
      || (merged = merge_settled (was, here, there, flags, hints, conflicts, details, error)) == NULL)
    return NULL;

  return pln_ical_note_settle (merged, error);
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
 * @conflicts; with %PLN_ICAL_MERGE_CARRY local's change wins, and there are no
 * conflicts. Lines that are not changed keep remote's bytes, those taken keep
 * local's. Texts are compared by meaning, so that a server that writes a line
 * in another way has not changed it.
 *
 * A note is merged by its lines; what another program edited in the text that
 * is made of them is taken in before, and the text made anew.
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
  return pln_ical_merge_in_detail (base, local, remote, flags, hints, conflicts, NULL, error);
}
