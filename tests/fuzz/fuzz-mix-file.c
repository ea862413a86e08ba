/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-mix-file.h"

/* A question for the mixer, whatever the file says. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GError) error = NULL;
  PlnMixFile *file = pln_mix_file_read ((const char *) data, size, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file != NULL)
    pln_mix_file_free (file);

  return 0;
}
