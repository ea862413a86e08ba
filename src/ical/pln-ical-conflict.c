/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-conflict.h"
#include "pln-ical-merge-private.h"

#include "pln-ical-edit.h"
#include "pln-ical-note.h"
#include "pln-ical-record.h"
#include "pln-ical-stamp.h"

#include <string.h>

/* All that makes the times is one question. */
static const char *const *
names_of (const char *const *name)
{
  return g_str_equal (*name, "DTSTART") ? pln_ical_merge_times : name;
}

/**
 * pln_ical_conflict_free:
 * @conflict: (transfer full): a conflict
 */
void
pln_ical_conflict_free (PlnIcalConflict *conflict)
{
  g_free (conflict->instance);
  g_free (conflict->name);
  g_free (conflict->key);
  g_free (conflict->base);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict);
}

static const char *
key_of (const PlnIcalProp *prop)
{
  return prop->id != NULL ? prop->id : prop->key;
}

/* The lines of a name that a version has, or that one of them. */
static GPtrArray *
find_lines (const PlnIcalSide *side,
            const char        *name,
            const char        *key)
{
  const char *const one[] = { name, NULL };
  GPtrArray *found = g_ptr_array_new ();

  for (const char *const *names = names_of (one); *names != NULL; names++)
    {
      const GPtrArray *props = pln_ical_side_get (side, *names);

      for (guint i = 0; props != NULL && i < props->len; i++)
        if (key == NULL || g_strcmp0 (key_of (g_ptr_array_index (props, i)), key) == 0)
          g_ptr_array_add (found, g_ptr_array_index (props, i));
    }

  return found;
}

static char *
dup_line (const PlnIcalSide *side,
          const PlnIcalProp *prop)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  PlnIcalSpan span;
  PlnIcalSlice slice;

  pln_ical_text_get_span (side->text, prop->span, &span);
  slice = pln_ical_text_unfold_span (side->text, &span, scratch);

  return g_strndup (slice.at, slice.length);
}

static char *
write_lines (const PlnIcalSide *side,
             const char        *name,
             const char        *key)
{
  g_autoptr(GPtrArray) found = find_lines (side, name, key);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *line = dup_line (side, g_ptr_array_index (found, i));

      g_string_append_printf (lines, "%s\n", line);
    }

  return g_string_free (lines, FALSE);
}

static gboolean
is_component (const char *name)
{
  static const char *const names[] = { "VEVENT", "VTODO", "VJOURNAL", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_noted (GPtrArray  *conflicts,
          const char *instance,
          const char *name,
          const char *key)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const PlnIcalConflict *conflict = g_ptr_array_index (conflicts, i);

      if (g_str_equal (conflict->name, name) && g_strcmp0 (conflict->key, key) == 0
          && g_strcmp0 (conflict->instance, instance) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_ical_conflict_note:
 * @merge: a merge
 * @name: the name of a property that both sides changed to something else
 * @prop: (nullable): the line of it; %NULL for all lines of that name
 *
 * Notes the lines of both sides, if the merge collects them.
 */
void
pln_ical_conflict_note (PlnIcalMerge      *merge,
                        const char        *name,
                        const PlnIcalProp *prop)
{
  const PlnIcalSide *there = &merge->side[PLN_ICAL_REMOTE];
  const char *unit = g_strv_contains (pln_ical_merge_times, name) ? "DTSTART" : name;
  const char *key = prop != NULL ? key_of (prop) : NULL;
  g_autoptr(PlnIcalLine) recurrence = NULL;
  g_autoptr(PlnIcalConflict) conflict = NULL;

  /* Not of the calendar around it, nor of a part as a whole. */
  if (merge->details == NULL || there->named == NULL
      || !is_component (pln_ical_text_get_part (there->text, there->part)->name))
    return;

  recurrence = pln_ical_text_get_line (there->text, there->part, "RECURRENCE-ID");
  conflict = g_new0 (PlnIcalConflict, 1);
  conflict->instance = recurrence != NULL ? g_strdup (recurrence->value) : NULL;
  conflict->name = g_strdup (unit);
  conflict->key = g_strdup (key);
  conflict->base = write_lines (&merge->side[PLN_ICAL_BASE], unit, key);
  conflict->mine = write_lines (&merge->side[PLN_ICAL_LOCAL], unit, key);
  conflict->theirs = write_lines (there, unit, key);
  if (!g_str_equal (conflict->mine, conflict->theirs)
      && !is_noted (merge->details, conflict->instance, unit, key))
    g_ptr_array_add (merge->details, g_steal_pointer (&conflict));
}

/**
 * pln_ical_conflicts_find:
 * @base: (nullable): what both were
 * @local: what is here
 * @remote: what is there
 * @hints: (nullable): what the texts do not say
 *
 * Finds what a merge of these texts leaves as remote has it, though local
 * changed it, too.
 *
 * Returns: (transfer full) (element-type PlnIcalConflict): both sides of each
 */
GPtrArray *
pln_ical_conflicts_find (GBytes                   *base,
                         GBytes                   *local,
                         GBytes                   *remote,
                         const PlnIcalMergeHints  *hints)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_conflict_free);
  g_autoptr(GBytes) merged = pln_ical_merge_in_detail (base, local, remote, PLN_ICAL_MERGE_NONE, hints,
                                                       NULL, conflicts, NULL);

  if (merged == NULL)
    g_ptr_array_set_size (conflicts, 0);

  return conflicts;
}

static int
find_component (PlnIcalText *text,
                const char  *instance)
{
  static const char *const names[] = { "VEVENT", "VTODO", "VJOURNAL" };
  int part = -1;

  for (guint i = 0; i < G_N_ELEMENTS (names) && part < 0; i++)
    part = pln_ical_text_find_part (text, names[i], NULL, instance);

  return part;
}

static gboolean
is_repeated (const char *name)
{
  return g_str_equal (name, "COMMENT") || g_str_equal (name, "CONTACT");
}

/**
 * pln_ical_conflict_may_both:
 * @name: the name of a property
 *
 * Returns: whether both sides of a conflict can be kept: if it is text
 */
gboolean
pln_ical_conflict_may_both (const char *name)
{
  static const char *const names[] = { "SUMMARY", "DESCRIPTION", "LOCATION", NULL };

  return is_repeated (name) || g_strv_contains (names, name);
}

/* One line that says both, one after the other. */
static char *
join_lines (const char *mine,
            const char *theirs)
{
  g_autoptr(PlnIcalLine) first = pln_ical_line_parse (mine, strlen (mine), NULL);
  g_autoptr(PlnIcalLine) second = pln_ical_line_parse (theirs, strlen (theirs), NULL);
  g_autofree char *first_text = first != NULL ? pln_ical_line_get_text (first) : NULL;
  g_autofree char *second_text = second != NULL ? pln_ical_line_get_text (second) : NULL;
  g_autofree char *both = NULL;

  char *joined;

  if (first_text == NULL || second_text == NULL || *second_text == '\0')
    return g_strdup (mine);

  both = g_strconcat (first_text, g_str_equal (first->name, "DESCRIPTION") ? "\n\n" : " / ", second_text, NULL);
  g_free (first->value);
  first->value = pln_ical_escape (both);
  joined = pln_ical_line_write_unfolded (first, NULL);

  return joined != NULL ? joined : g_strdup (mine);
}

/* A component that is changed line by line. */
typedef struct
{
  PlnIcalText  *text;
  PlnIcalDraft *draft;
  PlnIcalSide   side;
} Target;

static void
target_clear (Target *target)
{
  pln_ical_side_clear (&target->side);
  pln_ical_draft_free (target->draft);
  pln_ical_text_unref (target->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static void
set_line (Target     *target,
          const char *name,
          const char *value)
{
  const GPtrArray *props = pln_ical_side_get (&target->side, name);
  g_autofree char *unfolded = g_strconcat (name, ":", value, NULL);

  if (props != NULL)
    pln_ical_draft_replace (target->draft, ((const PlnIcalProp *) g_ptr_array_index (props, 0))->span, unfolded);
}

/* As with every edit; and guests who were invited have to know of other times. */
static void
stamp (Target     *target,
       const char *name,
       gint64      now)
{
  g_autofree char *time = pln_ical_stamp_new (now);
  g_autofree char *sequence = g_strdup_printf ("%d", pln_ical_side_get_number (&target->side, "SEQUENCE") + 1);

  set_line (target, "DTSTAMP", time);
  set_line (target, "LAST-MODIFIED", time);
  if (g_str_equal (name, "DTSTART") && pln_ical_side_get (&target->side, "ORGANIZER") != NULL)
    set_line (target, "SEQUENCE", sequence);
}

/* Mine take the places of what is shown, as far as there are any. */
static void
put_mine (Target                *target,
          const PlnIcalConflict *conflict,
          gboolean               both)
{
  g_autoptr(GPtrArray) shown = find_lines (&target->side, conflict->name, conflict->key);
  g_auto(GStrv) mine = g_strsplit (conflict->mine, "\n", -1);
  guint end = pln_ical_text_get_lines_end (target->text, target->side.part);
  guint n_used = both && is_repeated (conflict->name) ? shown->len : 0;

  for (guint i = 0; mine[i] != NULL; i++)
    {
      if (*mine[i] == '\0')
        continue;
      if (n_used == shown->len)
        pln_ical_draft_insert (target->draft, end, mine[i]);
      else
        {
          const PlnIcalProp *prop = g_ptr_array_index (shown, n_used++);
          g_autofree char *theirs = dup_line (&target->side, prop);
          g_autofree char *line = both ? join_lines (mine[i], theirs) : g_strdup (mine[i]);

          pln_ical_draft_replace (target->draft, prop->span, line);
        }
    }
  for (; n_used < shown->len && !both; n_used++)
    pln_ical_draft_drop (target->draft, ((const PlnIcalProp *) g_ptr_array_index (shown, n_used))->span);
}

/* Times that stand in a zone need its rules. */
static GBytes *
add_zone (GBytes  *text,
          GError **error)
{
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, error);
  const PlnIcalTime *start = record != NULL ? &record->start : NULL;
  const PlnIcalTime *end = start != NULL && record->end.date_time != NULL ? &record->end : start;
  g_autofree char *rules = NULL;
  g_autoptr(PlnIcalEdits) edits = NULL;

  if (record == NULL)
    return NULL;
  if (start->date_time == NULL || start->is_date
      || (rules = pln_ical_zone_write (start->zone, start->date_time, end->date_time)) == NULL)
    return g_bytes_ref (text);

  edits = pln_ical_edits_new (record->component);
  pln_ical_edits_zone (edits, start->zone, rules);

  return pln_ical_edits_apply (edits, text, error);
}

static gboolean
target_init (Target      *target,
             GBytes      *bytes,
             const char  *instance,
             GError     **error)
{
  int part;

  target->text = pln_ical_text_new (bytes, error);
  if (target->text == NULL)
    return FALSE;

  part = find_component (target->text, instance);
  pln_ical_side_init (&target->side, part >= 0 ? target->text : NULL, part);
  target->draft = pln_ical_draft_new (target->text);

  return TRUE;
}

/**
 * pln_ical_conflict_resolve:
 * @conflict: a conflict
 * @text: the object as it is now
 * @both: whether to keep both, one after the other, instead of mine
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError]
 *
 * Puts what was here in the place of what is shown. Where the component is no
 * longer there, nothing changes.
 *
 * Returns: (transfer full) (nullable): the object from now on
 */
GBytes *
pln_ical_conflict_resolve (const PlnIcalConflict  *conflict,
                           GBytes                 *text,
                           gboolean                both,
                           gint64                  now,
                           GError                **error)
{
  g_auto(Target) target = { NULL };
  g_autoptr(GBytes) changed = NULL;
  g_autoptr(GBytes) settled = NULL;

  if (!target_init (&target, text, conflict->instance, error))
    return NULL;
  if (target.side.text == NULL)
    return g_bytes_ref (text);

  put_mine (&target, conflict, both && pln_ical_conflict_may_both (conflict->name));
  stamp (&target, conflict->name, now);
  changed = pln_ical_draft_finish (target.draft, error);
  settled = changed != NULL ? pln_ical_note_settle (changed, error) : NULL;

  return settled != NULL && g_str_equal (conflict->name, "DTSTART") ? add_zone (settled, error)
                                                                    : g_steal_pointer (&settled);
}

/**
 * pln_ical_conflict_now:
 * @conflict: a conflict
 * @text: the object as it is now
 *
 * Returns: (transfer full) (nullable): the lines that it has now; %NULL if the
 *   component is no longer there
 */
char *
pln_ical_conflict_now (const PlnIcalConflict *conflict,
                       GBytes                *text)
{
  g_auto(Target) target = { NULL };

  return target_init (&target, text, conflict->instance, NULL) && target.side.text != NULL
         ? write_lines (&target.side, conflict->name, conflict->key) : NULL;
}

static void
say_time (GString           *text,
          const PlnIcalTime *time)
{
  g_autofree char *words = NULL;

  if (time->date_time == NULL)
    return;

  words = g_date_time_format (time->date_time, time->is_date ? "%F" : "%FT%T%:z");
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
}

static void
say_times (GString    *text,
           const char *lines)
{
  g_autofree char *object = g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:-\n", lines,
                                         "END:VEVENT\nEND:VCALENDAR\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static (object, strlen (object));
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (bytes, NULL);

  if (record == NULL)
    return;

  say_time (text, &record->start);
  say_time (text, &record->end);
}

static void
say_line (GString           *text,
          const PlnIcalLine *line)
{
  const char *answer = pln_ical_line_get_parameter (line, "PARTSTAT");
  g_autofree char *address = pln_ical_address_key (line->value);
  g_autofree char *lower = answer != NULL ? g_ascii_strdown (answer, -1) : NULL;
  g_autofree char *value = pln_ical_line_get_text (line);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, g_str_equal (line->name, "ATTENDEE") && address != NULL ? address : value);
  if (lower != NULL)
    g_string_append_printf (text, " (%s)", lower);
}

/**
 * pln_ical_conflict_say:
 * @name: of the property
 * @lines: one side of a conflict
 *
 * Returns: (transfer full): what it says: texts without escapes, times as in
 *   RFC 3339, each on a line of its own
 */
char *
pln_ical_conflict_say (const char *name,
                       const char *lines)
{
  gboolean is_times = g_str_equal (name, "DTSTART");
  g_auto(GStrv) each = g_strsplit (lines, "\n", -1);
  GString *text = g_string_new (NULL);

  if (is_times)
    say_times (text, lines);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_line_parse (each[i], strlen (each[i]), NULL);

      if (line != NULL && !(is_times && (g_str_has_prefix (line->name, "DT") || g_str_equal (line->name, "DURATION"))))
        say_line (text, line);
    }

  return g_string_free (text, FALSE);
}
