/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-import-item.h"

G_BEGIN_DECLS

/**
 * PlnImportCounts:
 * @gatherings: how many of what is offered are gatherings
 * @sessions: how many are sessions
 * @added: how many are new here
 * @changed: how many are here, and change
 * @unchanged: how many are here as they are, or here is newer
 * @refused: how many cannot be taken in
 * @cancelled: how many of those changed a schedule no longer has
 * @conflicts: how many were changed here and in a schedule
 * @asks: what the files leave open
 * @zone: (nullable): the zone of a schedule's times, "" for those as on the
 *   clocks there; interned
 *
 * What an import does, or would do.
 */
typedef struct
{
  guint          gatherings;
  guint          sessions;
  guint          added;
  guint          changed;
  guint          unchanged;
  guint          refused;
  guint          cancelled;
  guint          conflicts;
  PlnImportAsks  asks;
  const char    *zone;
} PlnImportCounts;

/* Reads files and says what an import would do; changes nothing. own: they are
 * copies of an own library, whose every own line counts. */
void        pln_core_preview_import_async  (PlnCore              *self,
                                            GPtrArray            *files, /* GFile */
                                            PlnImportAs           as,
                                            gboolean              own,
                                            const char           *zone, /* (nullable) of a schedule that names none */
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel *pln_core_preview_import_finish (PlnCore              *self,  /* (transfer full) PlnImportItem */
                                            GAsyncResult         *result,
                                            PlnImportCounts      *counts, /* (out) (optional) */
                                            GError              **error);
/* Imports files as one step of undo. calendar: where new things go, NULL for
 * the usual. */
void        pln_core_import_async          (PlnCore              *self,
                                            GPtrArray            *files,
                                            PlnImportAs           as,
                                            gboolean              own,
                                            const char           *zone, /* (nullable) of a schedule that names none */
                                            const char           *calendar,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel *pln_core_import_finish         (PlnCore              *self,  /* (transfer full) PlnImportItem */
                                            GAsyncResult         *result,
                                            PlnImportCounts      *counts, /* (out) (optional) */
                                            GError              **error);

G_END_DECLS
