/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-source.h"

#include "pln-id.h"

#define NAME "X-PLENARY-SOURCE"

/**
 * pln_schedule_source_id:
 * @kind: what a line tells
 *
 * Returns: (transfer full): the `ID` of such a line: there is one of a kind
 */
char *
pln_schedule_source_id (const char *kind)
{
  g_autofree char *source = g_strconcat ("source\n", kind, NULL);

  return pln_id_derive (source);
}

/**
 * pln_schedule_source_line:
 * @kind: what it tells
 * @value: one line
 *
 * Returns: (transfer full): an own line
 */
PlnIcalLine *
pln_schedule_source_line (const char *kind,
                          const char *value)
{
  g_autofree char *id = pln_schedule_source_id (kind);
  PlnIcalLine *line = pln_ical_line_new_text (NAME, value);

  pln_ical_line_set_parameter (line, "ID", id);
  pln_ical_line_set_parameter (line, "KIND", kind);

  return line;
}

/**
 * pln_schedule_sources:
 * @text: an object
 *
 * Returns: (transfer full) (element-type utf8 utf8): what its lines tell of
 *   where it came from, by kind
 */
GHashTable *
pln_schedule_sources (PlnIcalText *text)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int part = pln_ical_text_find_part (text, "VEVENT", NULL, NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  if (part < 0)
    return sources;

  pln_ical_walk_init (&walk, text, (guint) part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_span_is (text, &span, NAME) ? pln_ical_text_parse_span (text, &span, NULL) : NULL;
      const char *kind = line != NULL ? pln_ical_line_get_parameter (line, "KIND") : NULL;

      if (kind != NULL)
        g_hash_table_insert (sources, g_strdup (kind), pln_ical_line_get_text (line));
    }

  return sources;
}
