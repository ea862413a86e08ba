/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-id.h"

#include <string.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

static void
append_letters (GString *text,
                guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, letters[g_random_int_range (0, sizeof letters - 1)]);
}

/**
 * pln_id_new:
 *
 * Makes the identifier of a person, a line or a series: 12 characters
 * `[a-z0-9]`.
 *
 * Returns: (transfer full): a new identifier
 */
char *
pln_id_new (void)
{
  GString *id = g_string_sized_new (PLN_ID_LENGTH + 1);

  append_letters (id, PLN_ID_LENGTH);

  return g_string_free (id, FALSE);
}

/**
 * pln_id_derive:
 * @text: what shall be identified, such as an address
 *
 * Makes an identifier that is always the same for the same text, for what
 * came without one.
 *
 * Returns: (transfer full): an identifier of the form of [func@id_new]
 */
char *
pln_id_derive (const char *text)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  GString *id = g_string_sized_new (PLN_ID_LENGTH + 1);

  g_checksum_update (sum, (const guchar *) text, -1);
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < PLN_ID_LENGTH; i++)
    g_string_append_c (id, letters[(digest[2 * i] << 8 | digest[2 * i + 1]) % (sizeof letters - 1)]);

  return g_string_free (id, FALSE);
}

/**
 * pln_id_is_valid:
 * @id: (nullable): a text from a file
 *
 * Returns: %TRUE if @id has the form that [func@id_new] makes
 */
gboolean
pln_id_is_valid (const char *id)
{
  return id != NULL
         && strlen (id) == PLN_ID_LENGTH
         && strspn (id, letters) == PLN_ID_LENGTH;
}

/**
 * pln_uid_new:
 *
 * Makes a UID for a calendar object (RFC 7986, 5.3: nothing of the host or
 * the user is in it). It can stand as a file name as it is.
 *
 * Returns: (transfer full): a new UID
 */
char *
pln_uid_new (void)
{
  GString *uid = g_string_sized_new (40);

  append_letters (uid, 24);
  g_string_append (uid, "@plenary");

  return g_string_free (uid, FALSE);
}
