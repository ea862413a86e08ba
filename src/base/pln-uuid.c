/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-uuid.h"

#include <string.h>

#define LENGTH 36

/* NAMESPACE_URL of RFC 9562, 6.6. */
static const guint8 of_urls[] = {
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
};

/**
 * pln_uuid_from_url:
 * @url: a name that is a URL, in the widest sense
 *
 * Makes the UUID that everybody makes of the same name (RFC 9562, 5.5,
 * version 5).
 *
 * Returns: (transfer full): the UUID, in lower case
 */
char *
pln_uuid_from_url (const char *url)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  GString *uuid = g_string_sized_new (LENGTH + 1);

  g_checksum_update (sum, of_urls, sizeof of_urls);
  g_checksum_update (sum, (const guchar *) url, -1);
  g_checksum_get_digest (sum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (uuid, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);

  return g_string_free (uuid, FALSE);
}

/**
 * pln_uuid_find:
 * @text: a name, such as a UID
 *
 * Finds the UUID that other programs build names from: “UUID” or
 * “UUID@example.org”.
 *
 * Returns: (transfer full) (nullable): the UUID in lower case; %NULL if @text
 *   does not begin with one
 */
char *
pln_uuid_find (const char *text)
{
  g_autofree char *begin = strlen (text) >= LENGTH ? g_ascii_strdown (text, LENGTH) : NULL;

  if (begin == NULL || (text[LENGTH] != '\0' && text[LENGTH] != '@') || !g_uuid_string_is_valid (begin))
    return NULL;

  return g_steal_pointer (&begin);
}

/**
 * pln_uuid_number:
 * @uuid: a UUID
 *
 * Returns: a number from it for programs that know things by number, 1 to
 *   2³¹ - 1; two UUIDs may have the same
 */
guint32
pln_uuid_number (const char *uuid)
{
  guint32 number = (guint32) g_ascii_strtoull (uuid, NULL, 16) & G_MAXINT32;

  return MAX (number, 1);
}
