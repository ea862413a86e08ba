/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

#define PLN_STORE_EXAMPLES   "Examples"   /* the calendar of the samples */
#define PLN_STORE_ORGANISERS "Organisers" /* the usual one for people, rounds and notes */
#define PLN_STORE_MAX_DEPTH  8            /* gathering, round, group, note, action; and some more */

/**
 * PlnStoreRow:
 * @id: its number
 * @file_hash: (nullable): hash of its file as it was last seen
 * @file_entry: how far the journal was then
 * @is_behind: whether the file is not, or not for sure, what it ought to be
 *
 * What the library knows of one object without its text.
 */
typedef struct
{
  gint64    id;
  char     *uid;
  char     *calendar;
  char     *hash;
  char     *kind;
  char     *parent;
  char     *title;
  char     *file_name;
  char     *file_hash;
  gint64    file_entry;
  gboolean  is_behind;
} PlnStoreRow;

PlnStoreRow *pln_store_row_load  (PlnStoreDb   *db,
                                  const char   *uid,
                                  GError      **error);
void         pln_store_row_free  (PlnStoreRow  *row);
GBytes      *pln_store_text_load (PlnStoreDb   *db,
                                  const char   *uid,
                                  GError      **error);
char        *pln_store_gathering (PlnStoreDb   *db,
                                  const char   *uid,
                                  const char   *kind,
                                  const char   *parent);
GPtrArray   *pln_store_parts     (PlnStoreDb   *db,
                                  const char   *uid,
                                  GError      **error); /* char *, its own UID first */

/**
 * PlnStoreWrite:
 * @db: the writer's connection, in a transaction
 * @run: the number of this run; a step is known by its last run
 * @now: seconds since 1970, UTC
 * @keeps_redo: whether what had been undone can be redone afterwards
 * @is_answer: whether questions were answered, which can be undone, too
 * @counts: (element-type utf8): gatherings whose counts may have moved
 *
 * One change while it is written: everything or nothing of it.
 */
typedef struct
{
  PlnStoreDb          *db;
  PlnStoreTransaction *transaction;
  gint64               run;
  gint64               now;
  gboolean             keeps_redo;
  gboolean             is_answer;
  GHashTable          *counts;
} PlnStoreWrite;

PlnStoreWrite *pln_store_write_begin   (PlnStoreDb     *db,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       pln_store_write_put     (PlnStoreWrite  *write,
                                        const char     *uid,
                                        const char     *calendar,
                                        GBytes         *text,
                                        GError        **error);
gboolean       pln_store_write_put_file (PlnStoreWrite *write,
                                         const char    *uid,
                                         const char    *calendar,
                                         const char    *file_name,
                                         GBytes        *text,
                                         GError       **error);
gboolean       pln_store_write_remove  (PlnStoreWrite  *write,
                                        const char     *uid,
                                        const char     *root,
                                        GError        **error);
gboolean       pln_store_write_delete  (PlnStoreWrite  *write,
                                        const char     *uid,
                                        GError        **error);
gboolean       pln_store_write_end     (PlnStoreWrite  *write,
                                        const char     *label,
                                        const char     *merge_key,
                                        GError        **error);
gboolean       pln_store_write_end_lasting (PlnStoreWrite *write,
                                            GError      **error);
gboolean       pln_store_write_end_revert (PlnStoreWrite *write,
                                           gint64        step,
                                           gboolean      undone,
                                           GError      **error);
gboolean       pln_store_write_end_plain (PlnStoreWrite *write,
                                          GError      **error);
void           pln_store_write_free    (PlnStoreWrite  *write);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreRow, pln_store_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreWrite, pln_store_write_free)

G_END_DECLS
