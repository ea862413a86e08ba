/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ics-import.h"

static void
check_offer (PlnIcsOffer *offer)
{
  g_autoptr(GBytes) text = NULL;
  PlnImportFate fate;

  g_assert_true ((offer->text == NULL) == (offer->flaw != NULL));
  if (offer->flaw != NULL)
    return;

  fate = pln_ics_import_compare (offer, NULL, &text);
  g_assert_cmpint (fate, ==, PLN_IMPORT_ADDED);

  /* What was taken in is there. */
  fate = pln_ics_import_compare (offer, text, NULL);
  g_assert_cmpint (fate, ==, PLN_IMPORT_UNCHANGED);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  for (PlnImportAs as = PLN_IMPORT_AS_SUGGESTED; as <= PLN_IMPORT_AS_GATHERINGS; as++)
    for (gboolean own = FALSE; own <= TRUE; own++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) offers = pln_ics_import_read (bytes, "file", as, own, &error);

        /* Either offers or an error, never both, never neither. */
        g_assert_true ((offers == NULL) == (error != NULL));
        for (guint i = 0; offers != NULL && i < offers->len; i++)
          check_offer (g_ptr_array_index (offers, i));
      }

  return 0;
}
