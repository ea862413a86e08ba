/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-mime-private.h"

/**
 * pln_mail_mime_init:
 *
 * Prepares GMime. Any thread may call it, as often as it likes.
 */
void
pln_mail_mime_init (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}
