/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-error.h"

#include "pln-exchange-error.h"
#include "pln-store-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (PlnCoreError, pln_core_error)

typedef struct
{
  int         code;
  const char *word;
} Word;

static const Word core_words[] = {
  { PLN_CORE_ERROR_NOT_FOUND, "not-found" },
  { PLN_CORE_ERROR_NOT_LOADED, "busy" },
  { PLN_CORE_ERROR_NO_IDENTITY, "no-identity" },
  { PLN_CORE_ERROR_NOBODY, "nobody" },
  { PLN_CORE_ERROR_BAD_TITLE, "bad-title" },
  { PLN_CORE_ERROR_BAD_TIME, "bad-time" },
  { PLN_CORE_ERROR_BAD_ZONE, "bad-zone" },
  { PLN_CORE_ERROR_BAD_ADDRESS, "bad-address" },
  { PLN_CORE_ERROR_BAD_NAME, "bad-name" },
  { PLN_CORE_ERROR_READ_ONLY, "read-only" },
  { PLN_CORE_ERROR_PASSWORD, "password" },
  { PLN_CORE_ERROR_SERVER, "server" },
  { 0 }
};

static const Word store_words[] = {
  { PLN_STORE_ERROR_FULL, "full" },
  { PLN_STORE_ERROR_DENIED, "denied" },
  { PLN_STORE_ERROR_BUSY, "busy" },
  { PLN_STORE_ERROR_DAMAGED, "damaged" },
  { PLN_STORE_ERROR_IO, "io" },
  { PLN_STORE_ERROR_NOT_FOUND, "not-found" },
  { PLN_STORE_ERROR_NOTHING, "nothing" },
  { PLN_STORE_ERROR_REFUSED, "refused" },
  { PLN_STORE_ERROR_NEWER, "newer" },
  { 0 }
};

static const Word exchange_words[] = {
  { PLN_EXCHANGE_ERROR_UNREADABLE, "unreadable" },
  { PLN_EXCHANGE_ERROR_METHOD, "method" },
  { PLN_EXCHANGE_ERROR_NO_IDENTITY, "no-identity" },
  { PLN_EXCHANGE_ERROR_NO_ADDRESS, "no-address" },
  { PLN_EXCHANGE_ERROR_NO_DATE, "no-date" },
  { 0 }
};

static const Word io_words[] = {
  { G_IO_ERROR_NOT_FOUND, "not-found" },
  { G_IO_ERROR_PERMISSION_DENIED, "denied" },
  { G_IO_ERROR_NO_SPACE, "full" },
  { G_IO_ERROR_CANCELLED, "cancelled" },
  { G_IO_ERROR_IS_DIRECTORY, "bad-name" },
  { 0 }
};

static const char *
find_word (const Word *words,
           int         code)
{
  for (; words->word != NULL; words++)
    if (words->code == code)
      return words->word;

  return "failed";
}

/**
 * pln_core_error_word:
 * @error: an error that a wish ended with
 *
 * Names an error for programs, which neither read sentences nor see the
 * layers below.
 *
 * Returns: (transfer none): a word such as "not-found"; "failed" for what has none
 */
const char *
pln_core_error_word (const GError *error)
{
  if (error->domain == PLN_CORE_ERROR)
    return find_word (core_words, error->code);
  if (error->domain == PLN_STORE_ERROR)
    return find_word (store_words, error->code);
  if (error->domain == PLN_EXCHANGE_ERROR)
    return find_word (exchange_words, error->code);
  if (error->domain == G_IO_ERROR)
    return find_word (io_words, error->code);

  return "failed";
}
