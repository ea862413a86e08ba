/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnDavRequest:
 * @method: such as `PROPFIND`
 * @depth: (nullable): `0` or `1`
 * @type: (nullable): of the body; XML if not given
 * @body: (nullable): what is sent
 * @if_match: (nullable): a strong ETag that the resource must have
 * @schedule_tag: (nullable): a Schedule-Tag that it must have as well
 * @is_new: whether nothing may be there yet
 *
 * What is asked of a server.
 */
typedef struct
{
  const char *method;
  const char *depth;
  const char *type;
  GBytes     *body;
  const char *if_match;
  const char *schedule_tag;
  gboolean    is_new;
} PlnDavRequest;

/**
 * PlnDavReply:
 * @status: of HTTP; never one that sends elsewhere, unless that may not be followed
 * @uri: where the answer came from, after what sent elsewhere
 * @moved: whether all that sent elsewhere was permanent
 * @body: never %NULL
 * @etag: (nullable): strong, with its quotation marks
 * @location: (nullable): the header
 * @retry_after: seconds to wait, or 0 if nothing was said; at most a day
 *
 * What a server answered.
 */
typedef struct
{
  guint     status;
  GUri     *uri;
  gboolean  moved;
  GBytes   *body;
  char     *etag;
  char     *schedule_tag;
  char     *location;
  guint     retry_after;
} PlnDavReply;

void pln_dav_reply_free (PlnDavReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDavReply, pln_dav_reply_free)

/**
 * PlnDavTraffic:
 *
 * How much was asked and transferred since the client was made; bodies only.
 */
typedef struct
{
  guint   requests;
  guint64 bytes_sent;
  guint64 bytes_received; /* as they came, compressed or not */
} PlnDavTraffic;

#define PLN_TYPE_DAV_CLIENT (pln_dav_client_get_type ())
G_DECLARE_FINAL_TYPE (PlnDavClient, pln_dav_client, PLN, DAV_CLIENT, GObject)

PlnDavClient        *pln_dav_client_new             (GUri                 *account,
                                                     const char           *user,
                                                     const char           *password);
GUri                *pln_dav_client_get_account     (PlnDavClient         *self);
const char          *pln_dav_client_get_host        (PlnDavClient         *self);
const PlnDavTraffic *pln_dav_client_get_traffic     (PlnDavClient         *self);
void                 pln_dav_client_set_pin         (PlnDavClient         *self,
                                                     const char           *fingerprint);
const char          *pln_dav_client_get_refused     (PlnDavClient         *self,
                                                     GTlsCertificateFlags *reasons);
guint                pln_dav_client_get_wait        (PlnDavClient         *self);
GUri                *pln_dav_client_resolve         (PlnDavClient         *self,
                                                     GUri                 *base,
                                                     const char           *href) G_GNUC_WARN_UNUSED_RESULT;
void                 pln_dav_client_send_async      (PlnDavClient         *self,
                                                     GUri                 *uri,
                                                     const PlnDavRequest  *request,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
PlnDavReply         *pln_dav_client_send_finish     (PlnDavClient         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
