/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sync-run.h"
#include "sync-disk.h"
#include "sync-server.h"

G_BEGIN_DECLS

/* How one run is carried out. */
typedef struct
{
  GRand    *random;
  gint64    now;
  gboolean  may_empty;
  gboolean  is_read_only;
  guint     components;               /* 0: all */
  guint     crash_after;              /* so many steps; 0: never */
  void    (*between) (gpointer data); /* the user edits while it runs; or NULL */
  gpointer  data;
} SyncCarry;

PlnSyncRun *sync_carry_new (SyncServer      *server,
                            SyncDisk        *disk,
                            const SyncCarry *carry);
gboolean    sync_carry_out (PlnSyncRun      *run,
                            SyncServer      *server,
                            SyncDisk        *disk,
                            const SyncCarry *carry); /* FALSE: it crashed */

G_END_DECLS
