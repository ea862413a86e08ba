/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sync-job-private.h"
#include "pln-sync-plan.h"

G_BEGIN_DECLS

#define PLN_SYNC_BATCH 100 /* objects in one step */

/**
 * PlnSyncOpenStep:
 * @step: what was handed out; the first member
 * @jobs: (element-type PlnSyncJob): whom it is for
 * @is_for_twins: whether all is listed to find UIDs
 *
 * A step that is not answered yet.
 */
typedef struct
{
  PlnSyncStep  step;
  GPtrArray   *jobs;
  gboolean     is_for_twins;
} PlnSyncOpenStep;

/**
 * PlnSyncRun:
 * @own_address: never %NULL
 * @jobs: (element-type PlnSyncJob): all there are
 * @queues: the same, by what they wait for
 * @by_uid: (element-type utf8 PlnSyncJob): those with a UID
 * @twins: (element-type PlnSyncJob): of which another one has the UID; they
 *   are looked at when all is read
 * @locals: (nullable) (element-type PlnStoreLocal)
 * @hashes: (element-type utf8 utf8): of what is here, by UID
 * @agreed: (nullable) (element-type PlnStorePair)
 * @pairs: (element-type utf8 PlnStorePair): the same, by UID
 * @hrefs: (element-type utf8 PlnStorePair): the same, by the key of the href
 * @steps: (element-type PlnSyncOpenStep): not answered yet
 * @was_peeked: whether nothing more is to be learnt by peeking
 * @is_unchanged: whether nothing changed on the server
 * @is_open: whether all that was listed is read, so that one may write
 * @holds_token: whether something that was listed could not be brought
 *   together, so that it must be listed again
 * @n_failures: requests that failed without one that did not
 * @named: (element-type utf8): what was said to be dropped already
 */
struct _PlnSyncRun
{
  PlnSyncSetup      setup;
  char             *calendar;
  char             *own_address;
  char             *old_token;
  char             *old_ctag;
  GRand            *random;
  PlnSyncResult     result;

  GPtrArray        *jobs;
  GQueue            queues[PLN_SYNC_JOB_N_STATES];
  GHashTable       *by_uid;
  GPtrArray        *twins;
  GPtrArray        *locals;
  GHashTable       *hashes;
  GPtrArray        *agreed;
  GHashTable       *pairs;
  GHashTable       *hrefs;
  GPtrArray        *steps;
  GHashTable       *named;

  gboolean          asked_peek;
  gboolean          asked_trees;
  gboolean          asked_list;
  gboolean          asked_last;
  gboolean          was_peeked;
  gboolean          is_unchanged;
  gboolean          is_due;
  gboolean          lists_whole;
  gboolean          is_planned;
  gboolean          is_open;
  gboolean          holds_token;
  gboolean          store_failed;
  gboolean          listed_twins;
  gboolean          is_whole;
  char             *token;
  char             *ctag;
  char             *peeked_token;
  guint             n_failures;
};

PlnSyncJob      *pln_sync_run_add_job  (PlnSyncRun          *self,
                                        const char          *uid,
                                        const char          *href,
                                        PlnSyncJobState      state);
void             pln_sync_run_queue    (PlnSyncRun          *self,
                                        PlnSyncJob          *job,
                                        PlnSyncJobState      state);
void             pln_sync_run_decide   (PlnSyncRun          *self,
                                        PlnSyncJob          *job);
void             pln_sync_run_fail     (PlnSyncRun          *self,
                                        PlnSyncJob          *job,
                                        const char          *why);
void             pln_sync_run_leave    (PlnSyncRun          *self,
                                        PlnSyncJob          *job,
                                        const char          *why);
void             pln_sync_run_note     (GPtrArray           *notes,
                                        const PlnSyncJob    *job,
                                        const char          *text);
void             pln_sync_run_stop     (PlnSyncRun          *self,
                                        const GError        *error,
                                        guint                retry_after);
PlnSyncOpenStep *pln_sync_run_close    (PlnSyncRun          *self,
                                        const PlnSyncStep   *step);
void             pln_sync_open_free    (PlnSyncOpenStep     *open);

void             pln_sync_run_plan     (PlnSyncRun          *self,
                                        const PlnDavListing *listing);
void             pln_sync_run_open     (PlnSyncRun          *self);
gboolean         pln_sync_run_claim    (PlnSyncRun          *self,
                                        PlnSyncJob          *job);
void             pln_sync_run_look_for_twins (PlnSyncRun          *self,
                                              const PlnDavListing *listing);
void             pln_sync_run_give_up_lost   (PlnSyncRun          *self);

gboolean         pln_sync_run_may_write (PlnSyncRun         *self,
                                         PlnSyncJob         *job);
void             pln_sync_run_checked  (PlnSyncRun          *self,
                                        PlnSyncJob          *job);
void             pln_sync_run_refused  (PlnSyncRun          *self,
                                        PlnSyncJob          *job,
                                        const GError        *error);

G_END_DECLS
