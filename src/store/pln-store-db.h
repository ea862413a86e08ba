/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define PLN_STORE_DB_NAME "library.db"

/**
 * PlnStoreDb:
 * @folder: the library, or where the database file lies
 * @name: what messages call it
 * @handle: the connection
 * @idle: prepared statements that wait for their next use, by their SQL
 * @entries_before: the last entry of the journal before the last change
 * @entries_after: the same after it
 *
 * A connection to a database, and what one thread needs of it. Only the thread
 * that opened it uses it.
 */
typedef struct
{
  char       *folder;
  char       *name;
  sqlite3    *handle;
  GHashTable *idle;
  gint64      entries_before;
  gint64      entries_after;
} PlnStoreDb;

/**
 * PlnStoreRows:
 *
 * A statement that is under way.
 */
typedef struct
{
  PlnStoreDb   *db;
  sqlite3_stmt *statement;
} PlnStoreRows;

PlnStoreDb   *pln_store_db_open        (const char    *folder,
                                        GError       **error);
PlnStoreDb   *pln_store_db_open_reader (const char    *folder,
                                        GError       **error);
PlnStoreDb   *pln_store_db_open_file   (const char    *path,
                                        int            flags,
                                        GError       **error);
void          pln_store_db_close       (PlnStoreDb    *db);
void          pln_store_db_set_error   (PlnStoreDb    *db,
                                        GError       **error);

/* types: one letter for each ?: s (const char *), i (gint64), b (GBytes *);
 * NULL becomes NULL. */
gboolean      pln_store_db_run         (PlnStoreDb    *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...);
PlnStoreRows *pln_store_db_query       (PlnStoreDb    *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...) G_GNUC_WARN_UNUSED_RESULT;
gint64        pln_store_db_number      (PlnStoreDb    *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...);
gboolean      pln_store_rows_next      (PlnStoreRows  *rows,
                                        GError       **error);
const char   *pln_store_rows_text      (PlnStoreRows  *rows,
                                        int            column);
gint64        pln_store_rows_number    (PlnStoreRows  *rows,
                                        int            column);
gboolean      pln_store_rows_is_null   (PlnStoreRows  *rows,
                                        int            column);
GBytes       *pln_store_rows_bytes     (PlnStoreRows  *rows,
                                        int            column);
void          pln_store_rows_free      (PlnStoreRows  *rows);

/* An open transaction: what is not committed when the scope is left, is undone. */
typedef PlnStoreDb PlnStoreTransaction;

PlnStoreTransaction *pln_store_db_begin        (PlnStoreDb           *db,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean             pln_store_db_commit       (PlnStoreTransaction  *db,
                                                GError              **error);
gboolean             pln_store_db_commit_relaxed (PlnStoreTransaction *db,
                                                  GError             **error);
void                 pln_store_transaction_end (PlnStoreTransaction  *db);

gboolean             pln_store_schema_prepare  (PlnStoreDb           *db,
                                                gboolean             *is_new,
                                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreDb, pln_store_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreRows, pln_store_rows_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreTransaction, pln_store_transaction_end)

G_END_DECLS
