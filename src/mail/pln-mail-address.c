/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-address.h"

#include "pln-str.h"

#include <string.h>

/* Characters that a name may hold without quotes (RFC 5322, 3.2.3), and blanks;
 * what is not ASCII is left to the mail program. */
static gboolean
is_plain (const char *name)
{
  for (; *name != '\0'; name++)
    if ((guchar) *name < 0x80 && !g_ascii_isalnum (*name) && strchr ("!#$%&'*+-/=?^_`{|}~ ", *name) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * pln_mail_address_write:
 * @name: a person's name, or ""
 * @email: the person's address
 *
 * Writes a mailbox (RFC 5322, 3.4) as it can be pasted into the To field of a
 * mail program: `"Larkspur, Cosima" <cosima@example.org>`.
 *
 * Returns: (transfer full): the mailbox
 */
char *
pln_mail_address_write (const char *name,
                        const char *email)
{
  g_autofree char *shown = pln_str_one_line (name);
  g_autoptr(GString) quoted = NULL;

  if (*shown == '\0')
    return g_strdup (email);
  if (is_plain (shown))
    return g_strdup_printf ("%s <%s>", shown, email);

  quoted = g_string_new (NULL);
  for (const char *at = shown; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
    }

  return g_strdup_printf ("\"%s\" <%s>", quoted->str, email);
}
