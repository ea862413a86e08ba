/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-client.h"
#include "pln-dav-multistatus.h"

G_BEGIN_DECLS

#define PLN_DAV_BATCH 100 /* objects asked for at once */

/**
 * PlnDavListing:
 * @items: (element-type PlnDavItem): with ETags; status 404: gone
 * @token: (nullable): to ask from, the next time
 * @is_whole: whether these are all objects of the calendar, and not only those
 *   that changed
 *
 * What is in a calendar, or changed in it.
 */
typedef struct
{
  GPtrArray *items;
  char      *token;
  gboolean   is_whole;
} PlnDavListing;

void pln_dav_listing_free (PlnDavListing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDavListing, pln_dav_listing_free)

/**
 * PlnDavWritten:
 * @etag: (nullable): of what the server stored, if it said so
 * @href: (nullable): where it is, if the server chose another name
 *
 * What became of a write.
 */
typedef struct
{
  char *etag;
  char *schedule_tag;
  char *href;
} PlnDavWritten;

void pln_dav_written_free (PlnDavWritten *written);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDavWritten, pln_dav_written_free)

char              *pln_dav_href_key               (const char           *href) G_GNUC_WARN_UNUSED_RESULT;

void               pln_dav_calendar_peek_async    (PlnDavClient         *client,
                                                   GUri                 *calendar,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
void               pln_dav_calendar_peek_folder_async (PlnDavClient       *client,
                                                   GUri                 *folder,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
PlnDavMultistatus *pln_dav_calendar_peek_finish   (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void               pln_dav_calendar_list_async    (PlnDavClient         *client,
                                                   GUri                 *calendar,
                                                   const char           *token,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
PlnDavListing     *pln_dav_calendar_list_finish   (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void               pln_dav_calendar_get_async     (PlnDavClient         *client,
                                                   GUri                 *calendar,
                                                   const char *const    *hrefs,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray         *pln_dav_calendar_get_finish    (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void               pln_dav_calendar_put_async     (PlnDavClient         *client,
                                                   GUri                 *object,
                                                   const char           *title,
                                                   GBytes               *text,
                                                   const char           *etag,
                                                   const char           *schedule_tag,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
PlnDavWritten     *pln_dav_calendar_put_finish    (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void               pln_dav_calendar_delete_async  (PlnDavClient         *client,
                                                   GUri                 *object,
                                                   const char           *title,
                                                   const char           *etag,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean           pln_dav_calendar_delete_finish (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void               pln_dav_calendar_make_async    (PlnDavClient         *client,
                                                   GUri                 *calendar,
                                                   const char           *name,
                                                   const char           *colour,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean           pln_dav_calendar_make_finish   (PlnDavClient         *client,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
