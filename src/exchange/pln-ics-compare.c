/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-import.h"

#include "pln-clock.h"
#include "pln-ical-edit.h"
#include "pln-ical-record.h"

#include <string.h>

static int
main_part (PlnIcalText *text,
           const char  *component)
{
  int part = pln_ical_text_find_part (text, component, NULL, NULL);

  return part >= 0 ? part : 0;
}

/* What a newer file does not say of an object that is here: who comes, what it
 * is to Plenary, and when it was written. */
static gboolean
is_left_alone (const char *name)
{
  static const char *const names[] = {
    "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "ATTENDEE", "ORGANIZER", "RELATED-TO",
    "DTSTART", "DTEND", "DUE", "DURATION", "X-PLENARY-KIND", NULL
  };

  return g_strv_contains (names, name);
}

/* Lines with an ID, and guests, are added where they are missing; what is here
 * of them is newer by nature. */
static gboolean
is_one_of_many (const PlnIcalLine *line)
{
  return g_str_has_prefix (line->name, "X-PLENARY-") && pln_ical_line_get_parameter (line, "ID") != NULL;
}

static gboolean
has_id (PlnIcalText *here,
        guint        part,
        const char  *name,
        const char  *id)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, here, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = NULL;

      if (!pln_ical_text_span_is (here, &span, name))
        continue;
      line = pln_ical_text_parse_span (here, &span, NULL);
      if (line != NULL && g_strcmp0 (pln_ical_line_get_parameter (line, "ID"), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
take_line (PlnIcalEdits *edits,
           PlnIcalLine  *line,
           PlnIcalText  *here,
           guint         part,
           GHashTable   *cleared)
{
  const char *id = pln_ical_line_get_parameter (line, "ID");

  if (is_one_of_many (line))
    {
      if (!has_id (here, part, line->name, id))
        pln_ical_edits_put (edits, id, pln_ical_line_copy (line));
      return;
    }
  if (is_left_alone (line->name))
    return;
  if (g_hash_table_add (cleared, g_strdup (line->name)))
    pln_ical_edits_set (edits, pln_ical_line_copy (line));
  else
    pln_ical_edits_put (edits, line->value, pln_ical_line_copy (line)); /* CATEGORIES, CONFERENCE … may repeat */
}

static void
take_lines (PlnIcalEdits *edits,
            PlnIcalText  *there,
            PlnIcalText  *here,
            const char   *component)
{
  g_autoptr(GHashTable) cleared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint part = (guint) main_part (here, component);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, there, (guint) main_part (there, component));
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (there, &span, NULL);

      if (line != NULL)
        take_line (edits, line, here, part, cleared);
    }
}

static gboolean
same_time (const PlnIcalTime *a,
           const PlnIcalTime *b)
{
  if (a->date_time == NULL || b->date_time == NULL)
    return a->date_time == b->date_time;

  return g_date_time_equal (a->date_time, b->date_time) && a->is_date == b->is_date && g_str_equal (a->zone, b->zone);
}

static void
take_zones (PlnIcalEdits *edits,
            PlnIcalText  *there)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (there), NULL);

  for (guint i = 0; i < pln_ical_text_get_n_parts (there); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (there, i);
      g_autoptr(PlnIcalLine) line = NULL;
      g_autofree char *tzid = NULL;
      g_autofree char *raw = NULL;
      PlnIcalSpan first, last;

      if (!g_str_equal (part->name, "VTIMEZONE"))
        continue;
      line = pln_ical_text_get_line (there, i, "TZID");
      tzid = line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");
      pln_ical_text_get_span (there, part->first, &first);
      pln_ical_text_get_span (there, part->last, &last);
      raw = g_strndup (data + first.at, last.at + last.length - first.at);
      pln_ical_edits_zone (edits, tzid, raw);
    }
}

static void
take_times (PlnIcalEdits        *edits,
            PlnIcalText         *there,
            const PlnIcalRecord *theirs,
            const PlnIcalRecord *ours)
{
  static const char *const names[] = { "DTSTART", "DTEND", "DUE", "DURATION" };

  if (same_time (&theirs->start, &ours->start) && same_time (&theirs->end, &ours->end))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (there, (guint) main_part (there, theirs->component), names[i]);

      if (line != NULL)
        pln_ical_edits_set (edits, g_steal_pointer (&line));
      else
        pln_ical_edits_unset (edits, names[i]);
    }
  take_zones (edits, there);
}

/* What was taken in as an event can become more when it is imported again. */
static void
take_kind (PlnIcalEdits        *edits,
           const PlnIcalRecord *theirs,
           const PlnIcalRecord *ours)
{
  if (ours->kind != PLN_ICAL_KIND_EVENT || !pln_ical_kind_is_for_all (theirs->kind))
    return;

  pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", pln_ical_kind_store (theirs->kind)));
  if (*theirs->parent != '\0')
    pln_ical_edits_put (edits, theirs->parent, pln_ical_line_new_text ("RELATED-TO", theirs->parent));
}

static guint
count_components (PlnIcalText *text,
                  const char  *component)
{
  guint n = 0;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    n += g_str_equal (pln_ical_text_get_part (text, i)->name, component);

  return n;
}

/* An object that repeats is taken as a whole, with the guests as they are here. */
static void
keep_guests (PlnIcalEdits        *edits,
             PlnIcalText         *here,
             const char          *component)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, here, (guint) main_part (here, component));
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = NULL;

      if (!pln_ical_text_span_is (here, &span, "ATTENDEE"))
        continue;
      line = pln_ical_text_parse_span (here, &span, NULL);
      if (line != NULL)
        pln_ical_edits_put (edits, line->value, pln_ical_line_copy (line));
    }
}

static GBytes *
updated (PlnIcsOffer         *offer,
         GBytes              *here,
         const PlnIcalRecord *theirs,
         const PlnIcalRecord *ours)
{
  g_autoptr(PlnIcalText) there_text = pln_ical_text_new (offer->text, NULL);
  g_autoptr(PlnIcalText) here_text = pln_ical_text_new (here, NULL);
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new (ours->component);

  if (count_components (there_text, theirs->component) > 1 || count_components (here_text, ours->component) > 1
      || theirs->recurs || ours->recurs)
    {
      keep_guests (edits, here_text, ours->component);
      return pln_ical_edits_apply (edits, offer->text, NULL);
    }

  take_lines (edits, there_text, here_text, ours->component);
  take_times (edits, there_text, theirs, ours);
  take_kind (edits, theirs, ours);

  return pln_ical_edits_apply (edits, here, NULL);
}

static GBytes *
stamped (GBytes              *text,
         const PlnIcalRecord *ours,
         int                  sequence)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new (ours->component);
  g_autofree char *number = g_strdup_printf ("%d", MAX (sequence, ours->sequence));
  GBytes *done;

  pln_ical_edits_set (edits, pln_ical_line_new ("SEQUENCE", number));
  pln_ical_edits_stamp (edits, pln_clock_now (), FALSE);
  done = pln_ical_edits_apply (edits, text, NULL);

  return done != NULL ? done : g_bytes_ref (text);
}

/**
 * pln_ics_import_compare:
 * @offer: an offer without a flaw
 * @here: (nullable): the object of the same UID that is here; %NULL if there
 *   is none
 * @text: (out) (optional) (nullable) (transfer full): what shall be written;
 *   %NULL if nothing
 *
 * Finds what becomes of an offer. One that is here is compared by meaning and
 * taken if its SEQUENCE is not less than ours; guests and their answers, and
 * what the file does not name, stay as they are. For any thread.
 *
 * Returns: its fate
 */
PlnImportFate
pln_ics_import_compare (PlnIcsOffer  *offer,
                        GBytes       *here,
                        GBytes      **text)
{
  g_autoptr(PlnIcalRecord) ours = here != NULL ? pln_ical_record_read_object (here, NULL) : NULL;
  g_autoptr(PlnIcalRecord) theirs = pln_ical_record_read_object (offer->text, NULL);
  g_autoptr(GBytes) new_text = NULL;

  if (text != NULL)
    *text = NULL;
  if (theirs == NULL || (ours != NULL && !g_str_equal (ours->component, theirs->component)))
    return PLN_IMPORT_REFUSED;
  if (ours == NULL)
    {
      if (text != NULL)
        *text = g_bytes_ref (offer->text);
      return PLN_IMPORT_ADDED;
    }
  if (theirs->sequence < ours->sequence || pln_ical_same_meaning (offer->text, here))
    return PLN_IMPORT_UNCHANGED;

  new_text = updated (offer, here, theirs, ours);
  if (new_text == NULL)
    return PLN_IMPORT_REFUSED;
  if (pln_ical_same_meaning (new_text, here))
    return PLN_IMPORT_UNCHANGED;
  if (text != NULL)
    *text = stamped (new_text, ours, theirs->sequence);

  return PLN_IMPORT_CHANGED;
}
