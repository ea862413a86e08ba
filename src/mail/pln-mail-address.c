/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-address.h"

#include "pln-address.h"
#include "pln-mail-error.h"
#include "pln-str.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
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

/**
 * pln_mail_address_ascii:
 * @email: an address
 * @error: return location for a [error@MailError]
 *
 * Writes an address as every mail server understands it: what stands after the
 * @ in ASCII (RFC 5890). What stands before it has to be ASCII: few servers
 * take anything else (RFC 6531).
 *
 * Returns: (transfer full) (nullable): the address, %NULL if it is none
 */
char *
pln_mail_address_ascii (const char  *email,
                       GError     **error)
{
  const char *at = strrchr (email, '@');
  g_autofree char *host = NULL;
  g_autofree char *local = NULL;

  if (!pln_address_is_mail (email) || (host = g_hostname_to_ascii (at + 1)) == NULL)
    {
      g_set_error (error, PLN_MAIL_ERROR, PLN_MAIL_ERROR_BAD_ADDRESS,
                   _("“%s” is no mail address. Mend the address of this person."), email);
      return NULL;
    }

  local = g_strndup (email, (gsize) (at - email));
  if (!g_str_is_ascii (local))
    {
      g_set_error (error, PLN_MAIL_ERROR, PLN_MAIL_ERROR_BAD_ADDRESS,
                   _("Mail servers cannot write to “%s”: letters like these may only stand after the @. "
                     "Ask for another address."), email);
      return NULL;
    }

  return g_strdup_printf ("%s@%s", local, host);
}
