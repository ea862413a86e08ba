/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-people-text.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) lines = pln_people_text_read ((const char *) data, size, NULL, &error);

  /* Either lines or an error, never both, never neither. */
  g_assert_true ((lines == NULL) == (error != NULL));
  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      g_assert_true (g_utf8_validate (pln_person_line_get_name (line), -1, NULL));
      g_assert_true (g_utf8_validate (pln_person_line_get_text (line), -1, NULL));
      if (pln_person_line_get_state (line) == PLN_LINE_NEW)
        g_assert_true (*pln_person_line_get_name (line) != '\0' || *pln_person_line_get_email (line) != '\0');
    }

  return 0;
}
