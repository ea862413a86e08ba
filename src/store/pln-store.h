/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-change.h"
#include "pln-hit.h"
#include "pln-store-error.h"

G_BEGIN_DECLS

/**
 * PlnStoreHealth:
 * @objects: how many objects the library holds
 * @files: how many files stand for them
 * @problems: (element-type utf8): sentences; none if all agrees
 *
 * What *check* found.
 */
typedef struct
{
  guint      objects;
  guint      files;
  GPtrArray *problems;
} PlnStoreHealth;

void pln_store_health_free (PlnStoreHealth *health);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreHealth, pln_store_health_free)

/**
 * PlnStoreObject:
 * @calendar: where it lies
 * @kind: X-PLENARY-KIND in lower case, "event", "action" or "journal"
 *
 * One object as text.
 */
typedef struct
{
  char   *uid;
  char   *calendar;
  char   *kind;
  char   *parent;
  GBytes *text;
} PlnStoreObject;

void pln_store_object_free (PlnStoreObject *object);

#define PLN_TYPE_STORE (pln_store_get_type ())
G_DECLARE_FINAL_TYPE (PlnStore, pln_store, PLN, STORE, GObject)

PlnStore     *pln_store_new                   (const char           *folder);
const char   *pln_store_get_folder            (PlnStore             *self);
const char   *pln_store_get_undo_label        (PlnStore             *self);
const char   *pln_store_get_redo_label        (PlnStore             *self);
guint         pln_store_get_files_behind      (PlnStore             *self);
gboolean      pln_store_get_has_entries       (PlnStore             *self);
guint         pln_store_get_n_questions       (PlnStore             *self);
void          pln_store_watch                 (PlnStore             *self);
void          pln_store_close                 (PlnStore             *self);

void          pln_store_open_async            (PlnStore             *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean      pln_store_open_finish           (PlnStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

void          pln_store_apply_async           (PlnStore             *self,
                                               PlnChange            *change, /* (transfer full) */
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean      pln_store_apply_finish          (PlnStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void          pln_store_undo_async            (PlnStore             *self,
                                               gboolean              redo,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
char         *pln_store_undo_finish           (PlnStore             *self, /* label of the step */
                                               GAsyncResult         *result,
                                               GError              **error);
void          pln_store_refresh_async         (PlnStore             *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean      pln_store_refresh_finish        (PlnStore             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

void          pln_store_list_gatherings_async  (PlnStore            *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray    *pln_store_list_gatherings_finish (PlnStore            *self, /* PlnGathering, by start */
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_load_gathering_async   (PlnStore            *self,
                                                const char          *uid,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
PlnGathering *pln_store_load_gathering_finish  (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_list_span_async       (PlnStore            *self,
                                               gint64               from,
                                               gint64               to,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
GPtrArray    *pln_store_list_span_finish      (PlnStore            *self, /* PlnOccurrence */
                                               GAsyncResult        *result,
                                               GError             **error);
void          pln_store_load_event_async      (PlnStore            *self,
                                               const char          *uid,
                                               const char          *instance,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
PlnEvent     *pln_store_load_event_finish     (PlnStore            *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void          pln_store_get_objects_async      (PlnStore            *self,
                                                const char *const   *uids,
                                                gboolean             with_parts,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray    *pln_store_get_objects_finish     (PlnStore            *self, /* PlnStoreObject */
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_list_origins_async     (PlnStore            *self,
                                                const char          *uid,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GHashTable   *pln_store_list_origins_finish    (PlnStore            *self, /* id → GBytes */
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_search_async           (PlnStore            *self,
                                                const char          *text,
                                                guint                most,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray    *pln_store_search_finish          (PlnStore            *self, /* PlnHit */
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_list_bin_async         (PlnStore            *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GPtrArray    *pln_store_list_bin_finish        (PlnStore            *self, /* PlnHit: uid, title, kind, when deleted */
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_list_calendars_async   (PlnStore            *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
char        **pln_store_list_calendars_finish  (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);

void          pln_store_check_async            (PlnStore            *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
PlnStoreHealth *pln_store_check_finish         (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_backup_async           (PlnStore            *self,
                                                GFile               *file,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean      pln_store_backup_finish          (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);
void          pln_store_restore_async          (PlnStore            *self,
                                                GFile               *file,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean      pln_store_restore_finish         (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);

const char   *pln_store_get_fact               (PlnStore            *self,
                                                const char          *name);
void          pln_store_set_fact_async         (PlnStore            *self,
                                                const char          *name,
                                                const char          *value,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean      pln_store_set_fact_finish        (PlnStore            *self,
                                                GAsyncResult        *result,
                                                GError             **error);

G_END_DECLS
