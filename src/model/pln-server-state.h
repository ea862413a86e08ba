/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnServerIs:
 * @PLN_SERVER_IS_LOCAL: there is no account
 * @PLN_SERVER_IS_DONE: both sides are the same
 * @PLN_SERVER_IS_OFFLINE: there is no way to the server now
 * @PLN_SERVER_IS_FAILED: the server cannot be used; it is tried again
 * @PLN_SERVER_IS_WORKING: something is sent or received
 * @PLN_SERVER_IS_UNTOLD: changes wait until the user says whom to tell
 * @PLN_SERVER_IS_ASKING: there are questions for the user
 * @PLN_SERVER_IS_GONE: a calendar was removed on its server
 * @PLN_SERVER_IS_DOUBTFUL: a server could not prove who it is
 * @PLN_SERVER_IS_LOCKED: an account needs its password
 *
 * How it stands with the servers. When several are true, the last is shown.
 */
typedef enum
{
  PLN_SERVER_IS_LOCAL,
  PLN_SERVER_IS_DONE,
  PLN_SERVER_IS_OFFLINE,
  PLN_SERVER_IS_FAILED,
  PLN_SERVER_IS_WORKING,
  PLN_SERVER_IS_UNTOLD,
  PLN_SERVER_IS_ASKING,
  PLN_SERVER_IS_GONE,
  PLN_SERVER_IS_DOUBTFUL,
  PLN_SERVER_IS_LOCKED,
} PlnServerIs;

/**
 * PlnServerFacts:
 * @n_accounts: how many there are
 * @locked: (nullable): the id of an account that needs its password
 * @doubtful: (nullable): the id of one whose certificate is not trusted
 * @gone: (nullable): the name of a calendar that is no longer on its server
 * @n_questions: for the user
 * @n_untold: writes that wait until the user says whom to tell
 * @is_working: whether a sync is under way
 * @is_sending: whether it is sending now, and not receiving
 * @n_done: how much of that is done
 * @n_total: of how much; 0 if that is not known yet
 * @is_offline: whether there was no way to a server the last time
 * @n_waiting: changes that are not on the server yet
 * @problem: (nullable): why the last sync failed, a sentence
 * @synced: (nullable): when both sides were the same last
 *
 * All that is true at once.
 */
typedef struct
{
  guint       n_accounts;
  const char *locked;
  const char *doubtful;
  const char *gone;
  guint       n_questions;
  guint       n_untold;
  gboolean    is_working;
  gboolean    is_sending;
  guint       n_done;
  guint       n_total;
  gboolean    is_offline;
  guint       n_waiting;
  const char *problem;
  GDateTime  *synced;
} PlnServerFacts;

#define PLN_TYPE_SERVER_IS (pln_server_is_get_type ())
GType           pln_server_is_get_type         (void);

#define PLN_TYPE_SERVER_STATE (pln_server_state_get_type ())
G_DECLARE_FINAL_TYPE (PlnServerState, pln_server_state, PLN, SERVER_STATE, GObject)

PlnServerState *pln_server_state_new           (void);
void            pln_server_state_set           (PlnServerState       *self,
                                                const PlnServerFacts *facts);
PlnServerIs     pln_server_state_get_is        (PlnServerState       *self);
gboolean        pln_server_state_get_working   (PlnServerState       *self);
const char     *pln_server_state_get_account   (PlnServerState       *self);
const char     *pln_server_state_get_calendar  (PlnServerState       *self);
const char     *pln_server_state_get_problem   (PlnServerState       *self);
GDateTime      *pln_server_state_get_synced    (PlnServerState       *self);
guint           pln_server_state_get_questions (PlnServerState       *self);
guint           pln_server_state_get_waiting   (PlnServerState       *self);
char           *pln_server_state_words         (PlnServerState       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
