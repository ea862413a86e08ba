/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnCoreError:
 * @PLN_CORE_ERROR_NOT_FOUND: there is no such gathering, session or person
 * @PLN_CORE_ERROR_NOT_LOADED: its attendees are still being read
 * @PLN_CORE_ERROR_NO_IDENTITY: it is not known who invites
 * @PLN_CORE_ERROR_NOBODY: there is nobody to invite
 * @PLN_CORE_ERROR_BAD_TITLE: there is no title
 * @PLN_CORE_ERROR_BAD_TIME: a time is missing, or the end is not after the start
 * @PLN_CORE_ERROR_BAD_ZONE: there is no such time zone
 * @PLN_CORE_ERROR_BAD_ADDRESS: what should be an address is none
 * @PLN_CORE_ERROR_BAD_NAME: there is no template or calendar of that name
 * @PLN_CORE_ERROR_READ_ONLY: the gathering must not be changed here
 * @PLN_CORE_ERROR_PASSWORD: a server did not take name or password
 * @PLN_CORE_ERROR_SERVER: a server cannot be used now
 *
 * What is wrong with a wish. What can go wrong below has errors of its own;
 * [func@core_error_word] names them all.
 */
typedef enum
{
  PLN_CORE_ERROR_NOT_FOUND,
  PLN_CORE_ERROR_NOT_LOADED,
  PLN_CORE_ERROR_NO_IDENTITY,
  PLN_CORE_ERROR_NOBODY,
  PLN_CORE_ERROR_BAD_TITLE,
  PLN_CORE_ERROR_BAD_TIME,
  PLN_CORE_ERROR_BAD_ZONE,
  PLN_CORE_ERROR_BAD_ADDRESS,
  PLN_CORE_ERROR_BAD_NAME,
  PLN_CORE_ERROR_READ_ONLY,
  PLN_CORE_ERROR_PASSWORD,
  PLN_CORE_ERROR_SERVER,
} PlnCoreError;

#define PLN_CORE_ERROR (pln_core_error_quark ())
GQuark      pln_core_error_quark (void);

const char *pln_core_error_word  (const GError *error);

G_END_DECLS
