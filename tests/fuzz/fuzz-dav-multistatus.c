/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-dav-calendar.h"
#include "pln-dav-multistatus.h"

/* What a server answers, whatever it is. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavMultistatus) found = pln_dav_multistatus_parse (bytes, "example.org", &error);
  g_autofree char *condition = pln_dav_condition_parse (bytes);

  g_assert_true ((found == NULL) == (error != NULL));
  g_assert_true (condition == NULL || g_utf8_validate (condition, -1, NULL));
  for (guint i = 0; found != NULL && i < found->items->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (found->items, i);
      g_autofree char *key = pln_dav_href_key (item->href);

      g_assert_true (*item->href != '\0');
      g_assert_nonnull (key);
      g_assert_cmpuint (item->status, <=, 999);
    }

  return 0;
}
