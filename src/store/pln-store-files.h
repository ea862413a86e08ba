/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

/* The object of a file: ?1 its calendar, ?2 its name. The index holds names
 * whatever their case; without it, every file would ask for all of them. */
#define PLN_STORE_AT_FILE "calendar = ?1 AND file_name = ?2 COLLATE NOCASE AND file_name = ?2"

#define PLN_STORE_CALENDARS "calendars"
#define PLN_STORE_PRIVATE   "private"   /* a calendar "private/NAME" lies there */

/**
 * PlnStoreFile:
 * @calendar: its calendar
 * @name: its name in the calendar's folder
 * @size: in bytes, -1 if it is no file of its own but a link or a folder
 * @time: of its last change, in nanoseconds
 *
 * A file as it was seen in the folders of a library.
 */
typedef struct
{
  char   *calendar;
  char   *name;
  gint64  size;
  gint64  time;
  gint64  inode;
} PlnStoreFile;

PlnStoreFile *pln_store_file_look            (PlnStoreDb    *db,
                                              const char    *calendar,
                                              const char    *name);
void          pln_store_file_free            (PlnStoreFile  *file);
GBytes       *pln_store_file_load            (PlnStoreDb    *db,
                                              PlnStoreFile  *file,
                                              GError       **error);
gboolean      pln_store_file_remember        (PlnStoreDb    *db,
                                              PlnStoreFile  *file,
                                              gint64         id,
                                              const char    *hash,
                                              GError       **error);

gboolean      pln_store_files_check_calendar (const char    *calendar,
                                              GError       **error);
char         *pln_store_files_folder         (PlnStoreDb    *db,
                                              const char    *calendar);
char         *pln_store_files_new_name       (PlnStoreDb    *db,
                                              const char    *calendar,
                                              const char    *uid,
                                              gboolean       hashed,
                                              GError       **error);
char         *pln_store_files_read_uid       (GBytes        *text,
                                              GError       **error);
GPtrArray    *pln_store_files_list           (PlnStoreDb    *db);      /* PlnStoreFile */
GPtrArray    *pln_store_files_calendars      (PlnStoreDb    *db);      /* char * */

/* pln-store-roll.c */
gboolean      pln_store_roll_forward         (PlnStoreDb    *db,
                                              GPtrArray     *foreign,  /* PlnStoreFile */
                                              GError       **error);
gint64        pln_store_roll_count           (PlnStoreDb    *db);
gboolean      pln_store_roll_is_own          (PlnStoreDb    *db,
                                              const char    *uid,
                                              gint64         entry,
                                              const char    *hash);
#define PLN_STORE_IS_BEHIND "(file_hash IS NOT hash OR file_size IS NULL)"

/* pln-store-take.c */
gboolean      pln_store_take_in              (PlnStoreDb    *db,
                                              GPtrArray     *files,    /* PlnStoreFile */
                                              GPtrArray     *missing,  /* char *: uids */
                                              gboolean       is_new,
                                              GError       **error);
gboolean      pln_store_take_some            (PlnStoreDb    *db,
                                              char         **names,    /* calendar and name in turn */
                                              GError       **error);
gboolean      pln_store_take_all             (PlnStoreDb    *db,
                                              gboolean       is_new,
                                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreFile, pln_store_file_free)

G_END_DECLS
