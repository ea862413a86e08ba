/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnStoreError:
 * @PLN_STORE_ERROR_FULL: the disk is full
 * @PLN_STORE_ERROR_DENIED: the library may not be read or written
 * @PLN_STORE_ERROR_BUSY: another program holds the library for too long
 * @PLN_STORE_ERROR_DAMAGED: the library's database cannot be read
 * @PLN_STORE_ERROR_IO: the disk reports a fault
 * @PLN_STORE_ERROR_NOT_FOUND: there is no such object (any more)
 * @PLN_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @PLN_STORE_ERROR_REFUSED: what was to be written must not be written
 * @PLN_STORE_ERROR_NEWER: the library was made by a newer Plenary
 *
 * What can go wrong with a library.
 */
typedef enum
{
  PLN_STORE_ERROR_FULL,
  PLN_STORE_ERROR_DENIED,
  PLN_STORE_ERROR_BUSY,
  PLN_STORE_ERROR_DAMAGED,
  PLN_STORE_ERROR_IO,
  PLN_STORE_ERROR_NOT_FOUND,
  PLN_STORE_ERROR_NOTHING,
  PLN_STORE_ERROR_REFUSED,
  PLN_STORE_ERROR_NEWER,
} PlnStoreError;

#define PLN_STORE_ERROR (pln_store_error_quark ())
GQuark pln_store_error_quark (void);

G_END_DECLS
