/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-edit.h"
#include "pln-ical-text.h"

static void
walk_over (PlnIcalText *text)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;
  PlnIcalView view;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    for (pln_ical_walk_init (&walk, text, i); pln_ical_walk_next (&walk, &span);)
      {
        g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, &span, NULL);

        g_assert_true ((line != NULL) == pln_ical_text_view_span (text, &span, scratch, &view));
      }
}

static void
edit (GBytes     *bytes,
      const char *component)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new (component);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changed = NULL;
  g_autoptr(PlnIcalText) again = NULL;

  pln_ical_edits_set (edits, pln_ical_line_new_text ("SUMMARY", "New"));
  pln_ical_edits_put (edits, "ada@example.org", pln_ical_line_new ("ATTENDEE", "mailto:ada@example.org"));
  pln_ical_edits_parameter (edits, "ATTENDEE", NULL, "PARTSTAT", "ACCEPTED");
  pln_ical_edits_drop (edits, "COMMENT", "");
  pln_ical_edits_unset (edits, "LOCATION");
  pln_ical_edits_zone (edits, "X", "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n");
  pln_ical_edits_stamp (edits, 0, TRUE);
  changed = pln_ical_edits_apply (edits, bytes, &error);
  g_assert_true ((changed == NULL) == (error != NULL));

  if (changed != NULL)
    {
      again = pln_ical_text_new (changed, NULL);
      g_assert_nonnull (again);
      g_assert_cmpint (pln_ical_text_find_part (again, component, NULL, NULL), >=, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, &error);

  /* Either a text or an error, never both, never neither. */
  g_assert_true ((text == NULL) == (error != NULL));
  if (text == NULL)
    return 0;

  walk_over (text);
  edit (bytes, "VEVENT");
  edit (bytes, "VJOURNAL");

  return 0;
}
