/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sync-join.h"
#include "pln-sync-run.h"

G_BEGIN_DECLS

/**
 * PlnSyncJobState:
 * @PLN_SYNC_JOB_GET: is to be read from the server, before anything is written
 * @PLN_SYNC_JOB_HELD: waits until all that was listed is read
 * @PLN_SYNC_JOB_TEXTS: what is here and what was agreed is to be read
 * @PLN_SYNC_JOB_PUT: is to be written
 * @PLN_SYNC_JOB_DELETE: is to be deleted there
 * @PLN_SYNC_JOB_CHECK: was written, perhaps; is to be read from the server
 * @PLN_SYNC_JOB_SETTLE: what was agreed is to be stored
 * @PLN_SYNC_JOB_REST: somebody else writes it, too; a moment later it is to be
 *   read again
 * @PLN_SYNC_JOB_LOST: the server has its UID somewhere else
 *
 * What an object waits for.
 */
typedef enum
{
  PLN_SYNC_JOB_GET,
  PLN_SYNC_JOB_HELD,
  PLN_SYNC_JOB_TEXTS,
  PLN_SYNC_JOB_PUT,
  PLN_SYNC_JOB_DELETE,
  PLN_SYNC_JOB_CHECK,
  PLN_SYNC_JOB_SETTLE,
  PLN_SYNC_JOB_REST,
  PLN_SYNC_JOB_LOST,
  PLN_SYNC_JOB_DONE,
  PLN_SYNC_JOB_N_STATES = PLN_SYNC_JOB_DONE,
} PlnSyncJobState;

/**
 * PlnSyncJob:
 * @uid: (nullable): not known yet
 * @href: (nullable): not there yet
 * @has_texts: whether what is here was read
 * @is_read: whether what is there was read; else it is as it was agreed
 * @is_stranger: whether what is there never agreed with what is here
 * @is_alone: whether it is asked for alone, because many at once failed
 * @has_leftover: whether it is to be deleted where @pair has it, when it is
 *   settled in another place
 * @is_leftover: whether it is that deletion
 * @prior: (nullable): what was there before @sent was written
 * @prior_etag: (nullable): and its version
 * @is_written: whether the server said that it took @sent
 * @is_ours: whether @remote is what this run wrote, and all in it was here
 * @was_others: whether something of what was written was not there once; the
 *   second time it is the server that drops it
 * @put_etag: (nullable): what it said of the version
 * @why: (nullable): why a write failed whose fate is not known
 * @settled: (nullable): what is to be stored
 * @counts: what it adds to the counts when it is settled
 * @n_names: names that were taken by something else
 * @n_tries: writes that met somebody else's, or came to nothing
 * @n_settles: how often it changed here in the meantime
 *
 * All that is known of one object while it is brought together.
 */
typedef struct
{
  PlnSyncJobState   state;
  char             *uid;
  char             *title;
  char             *href;

  gboolean          has_texts;
  char             *hash;
  GBytes           *local;
  PlnStorePair     *pair;

  gboolean          is_read;
  GBytes           *remote;
  char             *etag;
  char             *schedule_tag;

  gboolean          is_stranger;
  gboolean          is_alone;
  gboolean          has_leftover;
  gboolean          is_leftover;

  PlnSyncJoined    *joined;
  GBytes           *prior;
  char             *prior_etag;
  GBytes           *sent;
  gboolean          is_written;
  gboolean          is_ours;
  gboolean          was_others;
  char             *put_etag;
  char             *why;

  PlnStoreSettled  *settled;
  PlnSyncCounts     counts;
  guint             n_names;
  guint             n_tries;
  guint             n_settles;
} PlnSyncJob;

PlnSyncJob      *pln_sync_job_new         (const char          *uid,
                                           const char          *href);
void             pln_sync_job_free        (PlnSyncJob          *job);
gboolean         pln_sync_job_is_gone     (const PlnSyncJob    *job);
const char      *pln_sync_job_get_title   (const PlnSyncJob    *job);
void             pln_sync_job_take_remote (PlnSyncJob          *job,
                                           const char          *href,
                                           GBytes              *text,
                                           const char          *etag,
                                           const char          *schedule_tag);
void             pln_sync_job_forget      (PlnSyncJob          *job);
void             pln_sync_job_forget_here (PlnSyncJob          *job);
PlnSyncJobState  pln_sync_job_decide      (PlnSyncJob          *job,
                                           const char          *own_address,
                                           GError             **error);
PlnSyncJobState  pln_sync_job_settle_gone (PlnSyncJob          *job);
PlnSyncJobState  pln_sync_job_settle_here (PlnSyncJob          *job);
PlnSyncJobState  pln_sync_job_settle_sent (PlnSyncJob          *job,
                                           char               **dropped);
gboolean         pln_sync_job_is_stored   (const PlnSyncJob    *job);
gboolean         pln_sync_job_is_sent     (const PlnSyncJob    *job);
gboolean         pln_sync_job_is_others   (const PlnSyncJob    *job);
char            *pln_sync_job_name        (const char          *uid,
                                           guint                n);

char            *pln_sync_read_line       (GBytes              *text,
                                           const char          *name);
PlnDavComponents pln_sync_read_component  (GBytes              *text);

G_END_DECLS
