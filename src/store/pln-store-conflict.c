/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-conflict.h"

#include "pln-ical-conflict.h"
#include "pln-ical-record.h"

/* When its main component was changed last, as far as it says so. */
static gint64
changed_at (GBytes *bytes)
{
  static const char *const names[] = { "LAST-MODIFIED", "DTSTAMP" };
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  int part = text != NULL ? pln_ical_record_find_main (text) : -1;

  for (guint i = 0; part >= 0 && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, (guint) part, names[i]);
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr(GDateTime) time = line != NULL ? g_date_time_new_from_iso8601 (line->value, utc) : NULL;

      if (time != NULL)
        return g_date_time_to_unix (time);
    }

  return 0;
}

static char *
uid_of (GBytes *bytes)
{
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (bytes, NULL);

  return record != NULL ? g_strdup (record->uid) : NULL;
}

/**
 * pln_store_questions_new:
 * @base: (nullable): what both were
 * @mine: what was here
 * @theirs: what came from elsewhere
 * @hints: (nullable): what the texts do not say
 *
 * Finds what the user is to decide, after a merge of these texts has left some
 * as @theirs has it though @mine had changed it, too.
 *
 * Returns: (transfer full) (element-type PlnStoreQuestion): one for each
 */
GPtrArray *
pln_store_questions_new (GBytes                  *base,
                         GBytes                  *mine,
                         GBytes                  *theirs,
                         const PlnIcalMergeHints *hints)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_question_free);
  g_autoptr(GPtrArray) conflicts = pln_ical_conflicts_find (base, mine, theirs, hints);
  g_autofree char *uid = conflicts->len > 0 ? uid_of (mine) : NULL;

  for (guint i = 0; uid != NULL && i < conflicts->len; i++)
    {
      const PlnIcalConflict *conflict = g_ptr_array_index (conflicts, i);
      PlnStoreQuestion *question = g_new0 (PlnStoreQuestion, 1);

      question->uid = g_strdup (uid);
      question->instance = g_strdup (conflict->instance);
      question->name = g_strdup (conflict->name);
      question->key = g_strdup (conflict->key);
      question->base = g_strdup (conflict->base);
      question->mine = g_strdup (conflict->mine);
      question->theirs = g_strdup (conflict->theirs);
      question->who = g_strdup ("");
      question->mine_at = changed_at (mine);
      question->theirs_at = changed_at (theirs);
      g_ptr_array_add (questions, question);
    }

  return questions;
}
