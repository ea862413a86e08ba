/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

/**
 * PlnStoreState:
 * @hash: (nullable): hash of the text; %NULL if the object was not there
 * @calendar: (nullable): where it lay
 * @text: (nullable): its text
 *
 * What an object was at one moment.
 */
typedef struct
{
  char   *hash;
  char   *calendar;
  GBytes *text;
} PlnStoreState;

gboolean pln_store_journal_go_back (PlnStoreDb     *db,
                                    const char     *uid,
                                    gint64          entry,
                                    PlnStoreState  *state,
                                    GError        **error);
gboolean pln_store_journal_now     (PlnStoreDb     *db,
                                    const char     *uid,
                                    PlnStoreState  *state,
                                    GError        **error);
gboolean pln_store_journal_find    (PlnStoreDb     *db,
                                    const char     *uid,
                                    const char     *hash,
                                    PlnStoreState  *state,
                                    GError        **error);
void     pln_store_state_clear     (PlnStoreState  *state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlnStoreState, pln_store_state_clear)

G_END_DECLS
