/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlnStoreWatch PlnStoreWatch;

/* files: (nullable): calendar and name in turn, empty if only the database
 * changed; NULL if folders did. */
typedef void (*PlnStoreWatchFunc) (const char *const *files,
                                   gpointer           user_data);

PlnStoreWatch *pln_store_watch_new  (const char        *folder,
                                     PlnStoreWatchFunc  function,
                                     gpointer           user_data);
void           pln_store_watch_free (PlnStoreWatch     *watch);

G_END_DECLS
