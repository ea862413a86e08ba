/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-calendar.h"
#include "pln-sync-result.h"

G_BEGIN_DECLS

/**
 * PlnSyncSetup:
 * @calendar: the path of the calendar on the server, with a `/` at its end
 * @token: (nullable): from the run before
 * @ctag: (nullable): from the run before
 * @listed: when the calendar was last listed as a whole, in seconds since
 *   1970; 0 if never
 * @now: what time it is, in seconds since 1970
 * @own_address: (nullable): of the account on that server
 * @schedules: whether the server sends invitations by itself
 * @is_read_only: whether the user may not write there
 * @may_empty: whether the user agreed that many objects go
 * @components: what the calendar takes; 0 for everything
 * @seed: for names of new objects and for waiting; another one for each run
 *
 * What one run is to bring together.
 */
typedef struct
{
  const char       *calendar;
  const char       *token;
  const char       *ctag;
  gint64            listed;
  gint64            now;
  const char       *own_address;
  gboolean          schedules;
  gboolean          is_read_only;
  gboolean          may_empty;
  PlnDavComponents  components;
  guint32           seed;
} PlnSyncSetup;

/**
 * PlnSyncStepKind:
 * @PLN_SYNC_STEP_PEEK: pln_dav_calendar_peek_async();
 *   then pln_sync_run_take_peek()
 * @PLN_SYNC_STEP_TREES: pln_store_list_pairs_async();
 *   then pln_sync_run_take_trees()
 * @PLN_SYNC_STEP_LIST: pln_dav_calendar_list_async() from `token`;
 *   then pln_sync_run_take_listing()
 * @PLN_SYNC_STEP_GET: pln_dav_calendar_get_async() of `names`;
 *   then pln_sync_run_take_objects()
 * @PLN_SYNC_STEP_TEXTS: pln_store_get_pairs_async() of `names`, which are
 *   UIDs; then pln_sync_run_take_texts()
 * @PLN_SYNC_STEP_PUT: pln_dav_calendar_put_async(); then pln_sync_run_take_written()
 * @PLN_SYNC_STEP_DELETE: pln_dav_calendar_delete_async();
 *   then pln_sync_run_take_deleted()
 * @PLN_SYNC_STEP_SETTLE: pln_store_settle_async() of `settled` and, if
 *   `is_last`, of `token`, `ctag` and whether all was listed; then
 *   pln_sync_run_take_settled()
 * @PLN_SYNC_STEP_WAIT: nothing, for `milliseconds`; then
 *   pln_sync_run_take_waited()
 *
 * What is to be done for a run. Whatever fails is told by
 * pln_sync_run_take_error().
 */
typedef enum
{
  PLN_SYNC_STEP_PEEK,
  PLN_SYNC_STEP_TREES,
  PLN_SYNC_STEP_LIST,
  PLN_SYNC_STEP_GET,
  PLN_SYNC_STEP_TEXTS,
  PLN_SYNC_STEP_PUT,
  PLN_SYNC_STEP_DELETE,
  PLN_SYNC_STEP_SETTLE,
  PLN_SYNC_STEP_WAIT,
} PlnSyncStepKind;

/**
 * PlnSyncStep:
 * @names: (nullable) (array zero-terminated=1): hrefs or UIDs
 * @href: (nullable): of the object to write
 * @title: (nullable): what the user calls it
 * @text: (nullable): what to write
 * @etag: (nullable): the condition of the write; %NULL: nothing may be there
 * @settled: (nullable) (element-type PlnStoreSettled): what is agreed now
 * @is_last: whether what was listed is settled with this, so that the next run
 *   may start from @token
 * @is_whole: whether @token goes with a listing of all that is there
 *
 * One thing to be done outside. It belongs to the run, and lives until it is
 * answered.
 */
typedef struct
{
  PlnSyncStepKind   kind;
  char             *token;
  char             *ctag;
  char            **names;
  char             *href;
  char             *title;
  GBytes           *text;
  char             *etag;
  char             *schedule_tag;
  GPtrArray        *settled;
  gboolean          is_last;
  gboolean          is_whole;
  guint             milliseconds;
} PlnSyncStep;

typedef struct _PlnSyncRun PlnSyncRun;

PlnSyncRun          *pln_sync_run_new          (const PlnSyncSetup  *setup) G_GNUC_WARN_UNUSED_RESULT;
void                 pln_sync_run_free         (PlnSyncRun          *self);
const PlnSyncStep   *pln_sync_run_next         (PlnSyncRun          *self);
gboolean             pln_sync_run_is_done      (PlnSyncRun          *self);
gboolean             pln_sync_run_count        (PlnSyncRun          *self,
                                                guint               *n_done,
                                                guint               *n_total);
const PlnSyncResult *pln_sync_run_get_result   (PlnSyncRun          *self);

void                 pln_sync_run_take_peek    (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                const PlnDavItem    *calendar);
void                 pln_sync_run_take_trees   (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                GPtrArray           *locals,
                                                GPtrArray           *pairs);
void                 pln_sync_run_take_listing (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                const PlnDavListing *listing);
void                 pln_sync_run_take_objects (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                GPtrArray           *items);
void                 pln_sync_run_take_texts   (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                GPtrArray           *known);
void                 pln_sync_run_take_written (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                const PlnDavWritten *written);
void                 pln_sync_run_take_deleted (PlnSyncRun          *self,
                                                const PlnSyncStep   *step);
void                 pln_sync_run_take_settled (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                GPtrArray           *left);
void                 pln_sync_run_take_waited  (PlnSyncRun          *self,
                                                const PlnSyncStep   *step);
void                 pln_sync_run_take_error   (PlnSyncRun          *self,
                                                const PlnSyncStep   *step,
                                                const GError        *error,
                                                guint                retry_after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSyncRun, pln_sync_run_free)

G_END_DECLS
