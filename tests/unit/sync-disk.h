/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-pair.h"

G_BEGIN_DECLS

/* A library of one calendar: what was settled stays, whatever happens. */
typedef struct
{
  GHashTable *texts;     /* uid → GBytes */
  GHashTable *pairs;     /* uid → PlnStorePair */
  GPtrArray  *questions; /* char *: both sides, as lines */
  char       *token;
  char       *ctag;
  gint64      listed;
} SyncDisk;

SyncDisk  *sync_disk_new       (void);
void       sync_disk_free      (SyncDisk          *disk);
char      *sync_disk_hash      (GBytes            *text);
GBytes    *sync_disk_get       (SyncDisk          *disk,
                                const char        *uid);
void       sync_disk_put       (SyncDisk          *disk,
                                const char        *uid,
                                GBytes            *text); /* NULL: deleted */
GPtrArray *sync_disk_locals    (SyncDisk          *disk); /* PlnStoreLocal */
GPtrArray *sync_disk_pairs     (SyncDisk          *disk); /* PlnStorePair */
GPtrArray *sync_disk_known     (SyncDisk          *disk,
                                char             **uids); /* PlnStoreKnown */
GPtrArray *sync_disk_settle    (SyncDisk          *disk,
                                GPtrArray         *settled); /* char *: left alone */
gboolean   sync_disk_asks      (SyncDisk          *disk,
                                const char        *word);

G_END_DECLS
