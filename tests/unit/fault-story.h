/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lying-server.h"
#include "pln-sync-drive.h"
#include "store-sync.h"

G_BEGIN_DECLS

/* A fault, and what it does to a sync.
 *
 * The story: both have eight objects. One is changed here, one there, one on
 * both sides in another line; one is deleted here and one there; one is new
 * here and one there. Then there is a sync in which the fault happens. It ends
 * with that trouble, and no more objects are gone here than were deleted. Then
 * the server answers truly, and after a sync or two both must have the same,
 * with all that was done on either side and nothing twice. */
typedef struct
{
  const char     *name; /* as the list of faults calls it */
  Lie             lies[4];
  PlnSyncTrouble  trouble;
  guint           n_failed;  /* how many objects it is told of that they could not be written or read */
  guint           n_missing; /* how many would be deleted here, if one agreed */
  gboolean        is_late;   /* whether it is made good only when all is listed again, once a week */
} Fault;

/* What the story happens to. */
typedef struct
{
  Library        library;
  LyingServer    server;
  PlnSyncServer *account;
} FaultStory;

void           fault_story_set_up    (FaultStory   *story,
                                      gconstpointer user_data);
void           fault_story_tear_down (FaultStory   *story,
                                      gconstpointer user_data);
PlnSyncResult *fault_story_sync      (FaultStory   *story,
                                      GCancellable *cancellable); /* NULL: cancelled */
void           fault_story_change    (FaultStory   *story); /* on both sides */
void           fault_story_is_whole  (FaultStory   *story); /* nothing was lost here by now */
void           fault_story_ends_well (FaultStory   *story); /* the server does not lie any more */

/* A test of each. */
void           fault_story_add       (const char   *group,
                                      const Fault  *faults,
                                      gsize         n_faults);

G_END_DECLS
