/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-account.h"
#include "pln-store-pair.h"
#include "pln-store-question.h"
#include "store-library.h"

G_BEGIN_DECLS

/* What a round of sync finds, without a server: texts are those of
 * event_text(). */
PlnStoreSettled *settled_fetched (const char       *uid,
                                  const char       *before,   /* (nullable): what was here */
                                  const char       *text,     /* what is here from now on, and was there */
                                  const char       *etag);
PlnStoreSettled *settled_pushed  (const char       *uid,
                                  const char       *text,     /* what was here, and is there now */
                                  const char       *etag);
PlnStoreSettled *settled_deleted (const char       *uid,
                                  const char       *before);
PlnStoreSettled *settled_forgotten (const char     *uid);

gboolean         sync_try_link   (Library          *library,
                                  const char       *calendar,
                                  const char       *url,
                                  GError          **error);
void             sync_link       (Library          *library,  /* with an account of its own */
                                  const char       *calendar);
void             sync_unlink     (Library          *library,
                                  const char       *calendar);
char            *sync_try        (Library          *library,
                                  const char       *calendar,
                                  const char       *token,    /* (nullable) */
                                  GError          **error,
                                  PlnStoreSettled  *first,
                                  ...) G_GNUC_NULL_TERMINATED; /* what was left, joined by | */
char            *sync_settle     (Library          *library,
                                  const char       *calendar,
                                  const char       *token,
                                  PlnStoreSettled  *first,
                                  ...) G_GNUC_NULL_TERMINATED;
char            *sync_settle_all (Library          *library,
                                  const char       *calendar,
                                  const char       *token,
                                  GPtrArray        *settled);  /* PlnStoreSettled */
char            *sync_state      (Library          *library,
                                  const char       *calendar); /* "a same|b new|c changed|d deleted" */
char            *sync_token      (Library          *library,
                                  const char       *calendar);
PlnStoreKnown   *sync_known      (Library          *library,
                                  const char       *calendar,
                                  const char       *uid);
char            *sync_accounts   (Library          *library); /* "name user calendar=url token|…" */

/* "uid NAME base/mine/theirs|…"; a + at the end of those that both may hold. */
char            *question_list   (Library          *library);
gboolean         question_try    (Library          *library,   /* all */
                                  PlnStoreAnswer    answer,
                                  GError          **error);
void             question_solve  (Library          *library,   /* all */
                                  PlnStoreAnswer    answer);

G_END_DECLS
