/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-remote-calendar.h"

G_BEGIN_DECLS

/**
 * PlnSyncTrouble:
 * @PLN_SYNC_TROUBLE_NONE: there is none
 * @PLN_SYNC_TROUBLE_CANCELLED: it was stopped
 * @PLN_SYNC_TROUBLE_PASSWORD: name or password were not taken
 * @PLN_SYNC_TROUBLE_CERTIFICATE: the server could not prove who it is
 * @PLN_SYNC_TROUBLE_OFFLINE: the server cannot be reached
 * @PLN_SYNC_TROUBLE_GONE: what was asked for is not there
 * @PLN_SYNC_TROUBLE_REFUSED: the server does not do that, however often
 * @PLN_SYNC_TROUBLE_SERVER: the server answered in a way that cannot be used
 * @PLN_SYNC_TROUBLE_HERE: it has nothing to do with the server
 *
 * What sort of error it is, for those who do not see the `dav` layer.
 */
typedef enum
{
  PLN_SYNC_TROUBLE_NONE,
  PLN_SYNC_TROUBLE_CANCELLED,
  PLN_SYNC_TROUBLE_PASSWORD,
  PLN_SYNC_TROUBLE_CERTIFICATE,
  PLN_SYNC_TROUBLE_OFFLINE,
  PLN_SYNC_TROUBLE_GONE,
  PLN_SYNC_TROUBLE_REFUSED,
  PLN_SYNC_TROUBLE_SERVER,
  PLN_SYNC_TROUBLE_HERE,
} PlnSyncTrouble;

PlnSyncTrouble pln_sync_trouble (const GError *error);

/**
 * PlnSyncHome:
 * @addresses: (array zero-terminated=1): by which the server knows the user
 * @inbox: (nullable): where messages of scheduling arrive
 * @folder: where new calendars are made
 * @calendars: (element-type PlnRemoteCalendar): in the order of the server
 *
 * What an account has on its server.
 */
typedef struct
{
  char      **addresses;
  char       *inbox;
  char       *folder;
  GPtrArray  *calendars;
} PlnSyncHome;

void pln_sync_home_free (PlnSyncHome *home);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSyncHome, pln_sync_home_free)

#define PLN_TYPE_SYNC_SERVER (pln_sync_server_get_type ())
G_DECLARE_FINAL_TYPE (PlnSyncServer, pln_sync_server, PLN, SYNC_SERVER, GObject)

void           pln_sync_locate_async          (const char           *text,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char          *pln_sync_locate_finish         (GAsyncResult         *result,
                                               GError              **error);

PlnSyncServer *pln_sync_server_new            (const char           *url,
                                               const char           *user,
                                               const char           *password,
                                               const char           *pin);
const char    *pln_sync_server_get_refused    (PlnSyncServer        *self);
char          *pln_sync_server_why_refused    (PlnSyncServer        *self) G_GNUC_WARN_UNUSED_RESULT;
guint          pln_sync_server_get_wait       (PlnSyncServer        *self);
void           pln_sync_server_look_async     (PlnSyncServer        *self,
                                               const char *const    *urls,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void           pln_sync_server_look_finish    (PlnSyncServer        *self,
                                               GAsyncResult         *result);
void           pln_sync_server_explore_async  (PlnSyncServer        *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
PlnSyncHome   *pln_sync_server_explore_finish (PlnSyncServer        *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void           pln_sync_server_count_async    (PlnSyncServer        *self,
                                               const char           *url,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
int            pln_sync_server_count_finish   (PlnSyncServer        *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void           pln_sync_server_make_async     (PlnSyncServer        *self,
                                               const char           *folder,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char          *pln_sync_server_make_finish    (PlnSyncServer        *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
