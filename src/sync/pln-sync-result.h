/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnSyncCounts:
 * @merged: objects that had changed on both sides
 * @conflicts: questions that came of it
 * @deleted: on either side
 * @waiting: writes that wait until the user says whom to tell
 * @requests: filled in by who carries out the steps, as are the bytes and
 *   @seconds
 *
 * What a run did.
 */
typedef struct
{
  guint   requests;
  guint64 bytes_sent;
  guint64 bytes_received;
  guint   downloaded;
  guint   uploaded;
  guint   merged;
  guint   conflicts;
  guint   deleted;
  guint   waiting;
  double  seconds;
} PlnSyncCounts;

/**
 * PlnSyncNote:
 * @uid: (nullable): of the object, if it is known
 * @title: what the user calls it
 * @text: for what failed, a sentence that says why; for what waits, the
 *   addresses that would be told, with commas; for what the server does not
 *   keep, the names of the properties, with commas
 *
 * Something to tell the user of one object.
 */
typedef struct
{
  char *uid;
  char *title;
  char *text;
} PlnSyncNote;

/**
 * PlnSyncResult:
 * @n_missing: how many objects here the server no longer has, if they are so
 *   many that the user must be asked (`may_empty`); none was deleted
 * @failed: (element-type PlnSyncNote): what the server does not take, or what
 *   cannot be read; all else went on
 * @waiting: (element-type PlnSyncNote): what would mail somebody
 * @dropped: (element-type PlnSyncNote): what the server did not keep of what
 *   was written, object by object
 * @is_again: whether something is left that the next run may bring together
 * @error: (nullable): why the run ended early; %PLN_DAV_ERROR_AUTH stops the
 *   account until the user acts
 * @retry_after: seconds that the server asked to be left alone, or 0
 *
 * What came of a run.
 */
typedef struct
{
  PlnSyncCounts  counts;
  guint          n_missing;
  GPtrArray     *failed;
  GPtrArray     *waiting;
  GPtrArray     *dropped;
  gboolean       is_again;
  GError        *error;
  guint          retry_after;
} PlnSyncResult;

PlnSyncResult *pln_sync_result_copy (const PlnSyncResult *result) G_GNUC_WARN_UNUSED_RESULT;
void           pln_sync_result_free (PlnSyncResult       *result);
guint          pln_sync_backoff     (guint                n_failures,
                                     guint                retry_after,
                                     double               random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSyncResult, pln_sync_result_free)

G_END_DECLS
