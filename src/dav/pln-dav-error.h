/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnDavError:
 * @PLN_DAV_ERROR_AUTH: the server wants (other) credentials
 * @PLN_DAV_ERROR_CERTIFICATE: the server could not prove who it is
 * @PLN_DAV_ERROR_FORBIDDEN: the user is known, but may not do this
 * @PLN_DAV_ERROR_MOVED: the server sends us elsewhere
 * @PLN_DAV_ERROR_NOT_FOUND: nothing is at that address
 * @PLN_DAV_ERROR_CHANGED: the object changed on the server in between
 * @PLN_DAV_ERROR_TWIN: the same UID is there under another name
 * @PLN_DAV_ERROR_REFUSED: the server does not take this object, however often
 * @PLN_DAV_ERROR_OFFLINE: the server cannot be reached
 * @PLN_DAV_ERROR_SERVER: the server answered in a way we cannot use
 *
 * What can go wrong while synchronising. A code is for the program to decide
 * what to do next; the message that comes with it is for a person to read.
 */
typedef enum
{
  PLN_DAV_ERROR_AUTH,
  PLN_DAV_ERROR_CERTIFICATE,
  PLN_DAV_ERROR_FORBIDDEN,
  PLN_DAV_ERROR_MOVED,
  PLN_DAV_ERROR_NOT_FOUND,
  PLN_DAV_ERROR_CHANGED,
  PLN_DAV_ERROR_TWIN,
  PLN_DAV_ERROR_REFUSED,
  PLN_DAV_ERROR_OFFLINE,
  PLN_DAV_ERROR_SERVER,
} PlnDavError;

#define PLN_DAV_ERROR (pln_dav_error_quark ())
GQuark  pln_dav_error_quark       (void);

GError *pln_dav_error_from_status (guint       status,
                                   const char *what,
                                   const char *host) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
