/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store.h"

G_BEGIN_DECLS

/**
 * PlnStoreLocal:
 * @hash: of its text
 *
 * An object as it lies in a calendar.
 */
typedef struct
{
  char *uid;
  char *hash;
} PlnStoreLocal;

PlnStoreLocal *pln_store_local_new  (const char    *uid,
                                     const char    *hash) G_GNUC_WARN_UNUSED_RESULT;
void           pln_store_local_free (PlnStoreLocal *local);

/**
 * PlnStorePair:
 * @href: where it is on the server
 * @etag: (nullable): that it had there
 * @schedule_tag: (nullable): that it had there
 * @local_hash: (nullable): of @local; the store finds it out by itself when a
 *   pair is settled
 * @local: (nullable): the text that was here. When pairs are listed, %NULL;
 *   when one is settled, %NULL stands for what is here then
 * @remote: (nullable): the text that the server gave back for it. When pairs
 *   are listed, %NULL; when one is settled, %NULL leaves it as it was
 *
 * What both sides of an object were when they agreed last. It belongs to a
 * calendar and a UID.
 */
typedef struct
{
  char   *uid;
  char   *href;
  char   *etag;
  char   *schedule_tag;
  char   *local_hash;
  GBytes *local;
  GBytes *remote;
} PlnStorePair;

PlnStorePair *pln_store_pair_new  (const char         *uid,
                                   const char         *href,
                                   const char         *etag) G_GNUC_WARN_UNUSED_RESULT;
PlnStorePair *pln_store_pair_copy (const PlnStorePair *pair) G_GNUC_WARN_UNUSED_RESULT;
void          pln_store_pair_free (PlnStorePair       *pair);

/**
 * PlnStoreTrees:
 * @locals: (element-type PlnStoreLocal): what lies in the calendar
 * @pairs: (element-type PlnStorePair): what was agreed, without texts
 *
 * Two of the three trees of a calendar. An object that was moved into another
 * calendar on a server seems to lie here still, unchanged, until that has it;
 * and so does one that the library has in another calendar for another reason.
 */
typedef struct
{
  GPtrArray *locals;
  GPtrArray *pairs;
} PlnStoreTrees;

void pln_store_trees_free (PlnStoreTrees *trees);

/**
 * PlnStoreKnown:
 * @title: what the user calls it; "" if it is not here
 * @hash: (nullable): of @text
 * @text: (nullable): what is here; %NULL if it is not in this calendar
 * @pair: (nullable): what was agreed, with both texts; %NULL if nothing was
 *
 * All that is known of an object here.
 */
typedef struct
{
  char         *uid;
  char         *title;
  char         *hash;
  GBytes       *text;
  PlnStorePair *pair;
} PlnStoreKnown;

void pln_store_known_free (PlnStoreKnown *known);

/**
 * PlnStoreSettled:
 * @expected: (nullable): hash of the text that @text was computed from; %NULL
 *   if nothing was here
 * @text: (nullable): what is here from now on; %NULL: it stays
 * @deleted: whether it goes, into the bin
 * @pair: (nullable): what was agreed; %NULL: it is forgotten
 * @questions: (nullable) (element-type PlnStoreQuestion): what the user is to
 *   decide
 *
 * What came of one object.
 */
typedef struct
{
  char         *uid;
  char         *expected;
  GBytes       *text;
  gboolean      deleted;
  PlnStorePair *pair;
  GPtrArray    *questions;
} PlnStoreSettled;

PlnStoreSettled *pln_store_settled_new  (const char      *uid,
                                         const char      *expected) G_GNUC_WARN_UNUSED_RESULT;
void             pln_store_settled_free (PlnStoreSettled *settled);

/**
 * PlnStoreListed:
 * @token: (nullable): to ask from, the next time
 * @ctag: (nullable): of the calendar
 * @is_whole: whether all that is there was listed
 *
 * How far a calendar was listed.
 */
typedef struct
{
  char     *token;
  char     *ctag;
  gboolean  is_whole;
} PlnStoreListed;

void           pln_store_list_pairs_async  (PlnStore             *self,
                                            const char           *calendar,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
PlnStoreTrees *pln_store_list_pairs_finish (PlnStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void           pln_store_get_pairs_async   (PlnStore             *self,
                                            const char           *calendar,
                                            const char *const    *uids,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray     *pln_store_get_pairs_finish  (PlnStore             *self, /* PlnStoreKnown */
                                            GAsyncResult         *result,
                                            GError              **error);
void           pln_store_settle_async      (PlnStore             *self,
                                            const char           *calendar,
                                            GPtrArray            *settled, /* PlnStoreSettled */
                                            const PlnStoreListed *listed,  /* (nullable) */
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray     *pln_store_settle_finish     (PlnStore             *self, /* char *: UIDs that were left alone */
                                            GAsyncResult         *result,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreLocal, pln_store_local_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStorePair, pln_store_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreTrees, pln_store_trees_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreKnown, pln_store_known_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreSettled, pln_store_settled_free)

G_END_DECLS
