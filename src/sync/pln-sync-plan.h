/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnSyncLocal:
 * @hash: of the text, as it is here
 *
 * An object as it is here.
 */
typedef struct
{
  const char *uid;
  const char *hash;
} PlnSyncLocal;

/**
 * PlnSyncBase:
 * @hash: of the text that was here when both agreed
 * @href: where it is on the server
 * @etag: (nullable): that it had there when both agreed
 *
 * An object as it was when both sides agreed last.
 */
typedef struct
{
  const char *uid;
  const char *hash;
  const char *href;
  const char *etag;
} PlnSyncBase;

/**
 * PlnSyncRemote:
 * @href: where it is, in the spelling of the base if it is there
 * @etag: (nullable): if the server did not say, it counts as changed
 * @gone: whether it was deleted
 *
 * An object as the server listed it.
 */
typedef struct
{
  const char *href;
  const char *etag;
  gboolean    gone;
} PlnSyncRemote;

/**
 * PlnSyncTrees:
 * @is_whole: whether @remote is everything that is there, and not only what
 *   changed
 * @may_empty: whether the user agreed that many objects go
 *
 * The three trees of one calendar.
 */
typedef struct
{
  const PlnSyncLocal  *local;
  guint                n_local;
  const PlnSyncBase   *base;
  guint                n_base;
  const PlnSyncRemote *remote;
  guint                n_remote;
  gboolean             is_whole;
  gboolean             may_empty;
} PlnSyncTrees;

/**
 * PlnSyncKind:
 * @PLN_SYNC_FETCH: read what is there; then take it, or merge it with what
 *   changed here, or bring back what was deleted here
 * @PLN_SYNC_PUSH: write what is here
 * @PLN_SYNC_PUSH_AGAIN: the same; it was deleted there, but changed here
 * @PLN_SYNC_DELETE_THERE: it was deleted here
 * @PLN_SYNC_DELETE_HERE: it was deleted there
 * @PLN_SYNC_FORGET: it is on neither side any more
 *
 * What is to be done with an object.
 */
typedef enum
{
  PLN_SYNC_FETCH,
  PLN_SYNC_PUSH,
  PLN_SYNC_PUSH_AGAIN,
  PLN_SYNC_DELETE_THERE,
  PLN_SYNC_DELETE_HERE,
  PLN_SYNC_FORGET,
} PlnSyncKind;

/**
 * PlnSyncOperation:
 * @uid: (nullable): %NULL for what is new there
 * @href: (nullable): %NULL for what is new here
 * @etag: (nullable): the condition of a write; %NULL: nothing may be there
 *
 * One thing to do. The strings are those of the trees.
 */
typedef struct
{
  PlnSyncKind  kind;
  const char  *uid;
  const char  *href;
  const char  *etag;
} PlnSyncOperation;

/**
 * PlnSyncPlan:
 * @operations: (element-type PlnSyncOperation): in the order to do them in
 * @n_missing: how many objects here the server no longer has, if that are so
 *   many that the user is to be asked; then @operations deletes none of them
 * @is_doubtful: whether what was told as a change looks like a whole listing
 *   whose deletions are missing; then there are no operations, and everything
 *   is to be listed
 *
 * What brings two sides together.
 */
typedef struct
{
  GArray   *operations;
  guint     n_missing;
  gboolean  is_doubtful;
} PlnSyncPlan;

PlnSyncPlan *pln_sync_plan_new  (const PlnSyncTrees *trees) G_GNUC_WARN_UNUSED_RESULT;
void         pln_sync_plan_free (PlnSyncPlan        *plan);
gboolean     pln_sync_is_too_much (guint            n_gone,
                                   guint            n_here);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSyncPlan, pln_sync_plan_free)

G_END_DECLS
