/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnDavKinds:
 * @PLN_DAV_COLLECTION: holds other resources
 * @PLN_DAV_CALENDAR: a calendar (RFC 4791, 4.2)
 * @PLN_DAV_INBOX: where messages of scheduling arrive (RFC 6638, 2.2)
 * @PLN_DAV_OUTBOX: where free-busy is asked (RFC 6638, 2.1)
 *
 * What a resource is.
 */
typedef enum
{
  PLN_DAV_COLLECTION = 1 << 0,
  PLN_DAV_CALENDAR   = 1 << 1,
  PLN_DAV_INBOX      = 1 << 2,
  PLN_DAV_OUTBOX     = 1 << 3,
} PlnDavKinds;

/**
 * PlnDavComponents:
 * @PLN_DAV_EVENTS: VEVENT
 * @PLN_DAV_ACTIONS: VTODO
 * @PLN_DAV_NOTES: VJOURNAL
 *
 * What a calendar takes (RFC 4791, 5.2.3).
 */
typedef enum
{
  PLN_DAV_EVENTS  = 1 << 0,
  PLN_DAV_ACTIONS = 1 << 1,
  PLN_DAV_NOTES   = 1 << 2,
} PlnDavComponents;

/**
 * PlnDavItem:
 * @href: as the server wrote it; never %NULL
 * @status: of the resource itself, such as 404; 0 if only its properties have one
 * @etag: (nullable): strong, with its quotation marks
 * @data: (nullable): calendar-data
 * @writable: whether the user may change what is in it; %TRUE if not said
 * @components: 0 if not said
 * @principal: (nullable): current-user-principal
 * @homes: (nullable): calendar-home-set
 * @addresses: (nullable): calendar-user-address-set
 * @error: (nullable): local name of the condition in DAV:error
 *
 * One `response` of a multistatus (RFC 4918, 14.24). A property that was not
 * found, or could not be given, is as if it had not been asked for.
 */
typedef struct
{
  char             *href;
  guint             status;
  char             *etag;
  char             *schedule_tag;
  GBytes           *data;
  char             *name;
  char             *colour;
  char             *ctag;
  char             *sync_token;
  PlnDavKinds       kinds;
  PlnDavComponents  components;
  gboolean          writable;
  char             *principal;
  GPtrArray        *homes;
  GPtrArray        *addresses;
  char             *inbox;
  char             *outbox;
  char             *error;
} PlnDavItem;

/**
 * PlnDavMultistatus:
 * @items: (element-type PlnDavItem)
 * @sync_token: (nullable): of a sync-collection report (RFC 6578, 6.4)
 *
 * The body of a 207.
 */
typedef struct
{
  GPtrArray *items;
  char      *sync_token;
} PlnDavMultistatus;

char              *pln_dav_strong_etag       (const char         *etag) G_GNUC_WARN_UNUSED_RESULT;

PlnDavItem        *pln_dav_item_new          (const char         *href) G_GNUC_WARN_UNUSED_RESULT;
void               pln_dav_item_free         (PlnDavItem         *item);

PlnDavMultistatus *pln_dav_multistatus_parse (GBytes             *body,
                                              const char         *host,
                                              GError            **error);
char              *pln_dav_condition_parse   (GBytes             *body) G_GNUC_WARN_UNUSED_RESULT;
void               pln_dav_multistatus_free  (PlnDavMultistatus  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDavMultistatus, pln_dav_multistatus_free)

G_END_DECLS
