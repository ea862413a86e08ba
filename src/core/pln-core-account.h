/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-server-state.h"
#include "pln-sign-in.h"

G_BEGIN_DECLS

/* Live: PlnAccount by name, PlnQuestion, PlnHappening newest first. Read when
 * the library is opened, and again when another program changed them. */
GListModel     *pln_core_get_accounts           (PlnCore              *self);
GListModel     *pln_core_get_questions          (PlnCore              *self);
GListModel     *pln_core_get_happenings         (PlnCore              *self);
PlnServerState *pln_core_get_server_state       (PlnCore              *self);
PlnAccount     *pln_core_find_account           (PlnCore              *self,
                                                 const char           *text); /* id, name, user or host */

/* Reads accounts and questions; finish when the lists are filled. */
void            pln_core_read_accounts_async    (PlnCore              *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        pln_core_read_accounts_finish   (PlnCore              *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* What is here stays here, what is there stays there. */
void            pln_core_remove_account_async   (PlnCore              *self,
                                                 PlnAccount           *account,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        pln_core_remove_account_finish  (PlnCore              *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void            pln_core_stop_calendar_async    (PlnCore              *self,
                                                 const char           *calendar,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean        pln_core_stop_calendar_finish   (PlnCore              *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* A password that is kept in memory only, for one call of plenaryctl. */
void            pln_core_give_password          (PlnCore              *self,
                                                 PlnAccount           *account,
                                                 const char           *password);

/* The steps of a sign-in. Each begins at once, and is over when the sign-in is
 * not busy any more: then it has another step, or a problem. */
PlnSignIn      *pln_core_sign_in                (PlnCore              *self,
                                                 PlnAccount           *account); /* (transfer full); NULL: a new one */
void            pln_core_find_server            (PlnCore              *self,
                                                 PlnSignIn            *sign_in,
                                                 const char           *text);
void            pln_core_log_in                 (PlnCore              *self,
                                                 PlnSignIn            *sign_in,
                                                 const char           *user,
                                                 const char           *password);
void            pln_core_trust_server           (PlnCore              *self,
                                                 PlnSignIn            *sign_in);
void            pln_core_make_calendar          (PlnCore              *self,
                                                 PlnSignIn            *sign_in,
                                                 const char           *name);
void            pln_core_use_calendars          (PlnCore              *self,
                                                 PlnSignIn            *sign_in);
void            pln_core_count_calendars        (PlnCore              *self,
                                                 PlnSignIn            *sign_in); /* their sizes follow */
void            pln_core_end_sign_in            (PlnCore              *self,
                                                 PlnSignIn            *sign_in);

G_END_DECLS
