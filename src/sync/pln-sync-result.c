/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-result.h"

/**
 * pln_sync_result_copy:
 * @result: what came of a run
 *
 * Returns: (transfer full): the same, with the same notes
 */
PlnSyncResult *
pln_sync_result_copy (const PlnSyncResult *result)
{
  PlnSyncResult *copy = g_new (PlnSyncResult, 1);

  *copy = *result;
  copy->failed = g_ptr_array_ref (result->failed);
  copy->waiting = g_ptr_array_ref (result->waiting);
  copy->dropped = g_ptr_array_ref (result->dropped);
  copy->error = result->error != NULL ? g_error_copy (result->error) : NULL;

  return copy;
}

/**
 * pln_sync_result_free:
 * @result: (transfer full): what came of a run
 */
void
pln_sync_result_free (PlnSyncResult *result)
{
  g_ptr_array_unref (result->failed);
  g_ptr_array_unref (result->waiting);
  g_ptr_array_unref (result->dropped);
  g_clear_error (&result->error);
  g_free (result);
}
