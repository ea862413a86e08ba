/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-error.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

G_DEFINE_QUARK (PlnDavError, pln_dav_error)

/**
 * pln_dav_error_from_status:
 * @status: an HTTP status code
 * @what: the title of the object that the request was about
 * @host: the name of the server, as the user knows it
 *
 * Says what an HTTP answer means for the user.
 *
 * The meanings are those of RFC 9110, section 15, and for 423 that of RFC
 * 4918, section 11.3. A 403 or 409 can carry a `DAV:error` body that says more
 * (RFC 4918, section 16); a caller that can act on it reads the body first.
 *
 * Returns: (transfer full) (nullable): an error, or %NULL if @status is a
 *   success (2xx)
 */
GError *
pln_dav_error_from_status (guint       status,
                           const char *what,
                           const char *host)
{
  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return NULL;

  switch (status)
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_MOVED,
                          _("“%s” sends to another address. "
                            "Check the address in the account settings."), host);
    case SOUP_STATUS_UNAUTHORIZED:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_AUTH,
                          _("“%s” did not accept the user name or the password. "
                            "Check them in the account settings."), host);
    case SOUP_STATUS_FORBIDDEN:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_FORBIDDEN,
                          _("You may not change “%s” on “%s”. "
                            "Ask the owner of the calendar."), what, host);
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                          _("“%s” is no longer on “%s”. It is kept on this computer."), what, host);
    case SOUP_STATUS_PRECONDITION_FAILED:
      /* The engine merges and writes again; this is what it says then. */
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_CHANGED,
                          _("“%s” also changed on “%s”. Both changes were merged; "
                            "where they contradict each other, you see both."), what, host);
    case SOUP_STATUS_BAD_REQUEST:
    case SOUP_STATUS_METHOD_NOT_ALLOWED:
    case SOUP_STATUS_CONFLICT:
    case SOUP_STATUS_UNSUPPORTED_MEDIA_TYPE:
    case SOUP_STATUS_UNPROCESSABLE_ENTITY:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED,
                          _("“%s” does not take “%s”. It is kept on this computer."), host, what);
    case SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED,
                          _("“%s” is too large for “%s”. It is kept on this computer."), what, host);
    case SOUP_STATUS_INSUFFICIENT_STORAGE:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER,
                          _("“%s” has no room left for “%s”. It is kept on this computer, and will be tried again."),
                          host, what);
    case SOUP_STATUS_LOCKED:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER,
                          _("“%s” is locked on “%s”. It will be tried again."), what, host);
    default:
      return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER,
                          /* Translators: the number is an HTTP status, such as 500. */
                          _("“%s” had a problem (%u) with “%s”. It will be tried again."), host, status, what);
    }
}
