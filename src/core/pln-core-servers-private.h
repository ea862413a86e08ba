/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core-account.h"
#include "pln-core-private.h"
#include "pln-core-times.h"

#include "pln-store-account.h"
#include "pln-sync-server.h"

G_BEGIN_DECLS

/**
 * PlnCoreServer:
 * @links: (element-type PlnStoreLink): its calendars that are used
 * @password: (nullable): as long as the program runs
 * @server: (nullable): made when it is first needed
 * @n_failures: syncs that failed, one after the other
 * @not_before: when it may be tried again by itself, in seconds since 1970
 * @was_offline: whether it could not be reached the last time
 * @was_refused: whether its password was not taken: the same one is not tried
 *   again, which could lock the account
 * @problem: (nullable): why it failed the last time
 *
 * What the core knows of one account.
 */
typedef struct
{
  PlnAccount      *account;
  PlnStoreAccount *stored;
  GPtrArray       *links;
  char            *password;
  PlnSyncServer   *server;
  guint            n_failures;
  gint64           not_before;
  gboolean         was_offline;
  gboolean         was_refused;
  char            *problem;
} PlnCoreServer;

/**
 * PlnCoreServers:
 * @known: (element-type PlnCoreServer): in the order of @accounts
 * @running: (nullable): stops the sync that is under way
 * @queue: (element-type GTask): syncs that wait for that
 * @is_shown: whether it takes so long that it is shown
 * @n_waiting: changes that are not on their server, as far as it was counted
 *
 * All that has to do with servers.
 */
struct _PlnCoreServers
{
  GPtrArray      *known;
  GListStore     *accounts;
  GListStore     *questions;
  GListStore     *happenings;
  PlnServerState *state;

  GCancellable   *running;
  GHashTable     *facts;     /* what was remembered by this program, written or not yet */
  char           *seen;      /* (nullable): which version of the accounts was read */
  GQueue          queue;
  guint           show_source;
  gboolean        is_shown;
  gboolean        is_sending;
  guint           n_done;
  guint           n_total;
  guint           n_waiting;

  PlnCoreTimes    times;
  gboolean        is_automatic;
  guint           alarm;
};

PlnCoreServers *pln_core_servers_new          (void);
void            pln_core_servers_free         (PlnCoreServers       *servers);
void            pln_core_stop_servers         (PlnCore              *self);
PlnCoreServer  *pln_core_servers_find         (PlnCore              *self,
                                               const char           *id);
void            pln_core_servers_tell         (PlnCore              *self); /* the state */

/* What is remembered of a calendar or an account between two programs. */
gint64          pln_core_servers_recall       (PlnCore              *self,
                                               const char           *what,
                                               const char           *name);
void            pln_core_servers_remember     (PlnCore              *self,
                                               const char           *what,
                                               const char           *name,
                                               gint64                value);

void            pln_core_servers_say          (PlnCore              *self,
                                               const char           *calendar,
                                               const char           *kind,
                                               const char           *title,
                                               const char           *detail);
void            pln_core_read_questions_async  (PlnCore             *self,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean        pln_core_read_questions_finish (PlnCore             *self,
                                                GAsyncResult        *result,
                                                GError             **error);

#define PLN_CORE_FACT_GATHERINGS "places.gatherings" /* where new gatherings go */
#define PLN_CORE_FACT_ORGANISERS "places.organisers" /* and the part of organisers */
#define PLN_CORE_SYNCED  "synced"  /* of an account: when both sides were the same */
#define PLN_CORE_MISSING "missing" /* of a calendar: how many objects are gone there */
#define PLN_CORE_GONE    "gone"    /* of a calendar: 1 if it was removed there */
#define PLN_CORE_UNTOLD  "untold"  /* of a calendar: writes that wait */

gboolean        pln_core_check_place          (PlnCore              *self,
                                               const char           *calendar,
                                               gboolean              for_organisers,
                                               GError              **error);
const char     *pln_core_usual_calendar       (PlnCore              *self);
void            pln_core_set_usual            (PlnCore              *self,
                                               const char           *fact,
                                               const char           *calendar);
const char     *pln_core_usual_organisers     (PlnCore              *self);

G_END_DECLS
