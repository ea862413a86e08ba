/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-check.h"
#include "pln-store-files.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-file.h"

#include <glib/gi18n.h>

#define MOST_PROBLEMS 100 /* of each sort; nobody reads more */

/**
 * pln_store_health_free:
 * @health: (transfer full): what was found
 */
void
pln_store_health_free (PlnStoreHealth *health)
{
  g_ptr_array_unref (health->problems);
  g_free (health);
}

static void
add_problem (PlnStoreHealth *health,
             char           *sentence) /* (transfer full) */
{
  g_ptr_array_add (health->problems, sentence);
}

static gboolean
check_database (PlnStoreDb      *db,
                PlnStoreHealth  *health,
                GError         **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, "PRAGMA integrity_check (1)", NULL);
  GError *why = NULL;
  gint64 n_lonely;

  if (rows == NULL)
    return FALSE;
  if (pln_store_rows_next (rows, &why) && !g_str_equal (pln_store_rows_text (rows, 0), "ok"))
    {
      g_debug ("%s", pln_store_rows_text (rows, 0));
      add_problem (health, g_strdup (_("The database library.db is damaged. Restore a backup; or move it out of the "
                                       "folder, then Plenary builds it anew from the calendar files.")));
    }

  n_lonely = why == NULL
    ? pln_store_db_number (db, &why, "SELECT (SELECT count(*) FROM object) - (SELECT count(*) FROM content)"
                                     " + (SELECT count(*) FROM pragma_foreign_key_check)", NULL) : 0;
  if (n_lonely > 0)
    add_problem (health, g_strdup (_("In the database library.db, parts of objects are missing. Restore a backup.")));
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

static char *
named (PlnStoreRows *rows,
       const char   *sentence)
{
  return g_strdup_printf ("%s/%s: %s", pln_store_rows_text (rows, 1), pln_store_rows_text (rows, 2), sentence);
}

/* What becomes of a file that is not as it was written. */
static char *
why_changed (PlnStoreRows *rows,
             GBytes       *content)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = pln_store_files_read_uid (content, &error);

  if (uid != NULL)
    return named (rows, _("Another program changed the file. "
                          "That is taken in when the library is opened next."));

  return g_strdup_printf (_("%s/%s: Another program wrote into the file what cannot be used. %s "
                            "The library keeps the object as it was; "
                            "change it here, and it gets a file of its own again."),
                          pln_store_rows_text (rows, 1), pln_store_rows_text (rows, 2), error->message);
}

/* The file of one object, against its text. */
static void
check_object (PlnStoreDb     *db,
              PlnStoreRows   *rows,
              PlnStoreHealth *health)
{
  g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 3);
  g_autofree char *hash = pln_file_hash (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_autoptr(PlnStoreFile) file = pln_store_file_look (db, pln_store_rows_text (rows, 1), pln_store_rows_text (rows, 2));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = file != NULL ? pln_store_file_load (db, file, &error) : NULL;

  if (!g_str_equal (hash, pln_store_rows_text (rows, 0)))
    add_problem (health, named (rows, _("The text in library.db is not the one that was written. Restore a backup.")));

  if (pln_store_rows_number (rows, 4) != 0)
    add_problem (health, named (rows, _("The file could not be written yet. "
                                        "Look whether its folder may be written, and whether the disk is full.")));
  else if (file == NULL)
    add_problem (health, named (rows, _("The file is missing. If another program deleted it, "
                                        "the object goes into the bin when the library is opened next.")));
  else if (content == NULL)
    add_problem (health, named (rows, error->message));
  else if (!g_bytes_equal (content, text))
    add_problem (health, why_changed (rows, content));
}

static gboolean
check_objects (PlnStoreDb      *db,
               PlnStoreHealth  *health,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT hash, calendar, file_name, text, " PLN_STORE_IS_BEHIND " "
                                   "FROM object JOIN content USING (id) "
                                   "ORDER BY id", NULL);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    {
      health->objects++;
      if (health->problems->len < MOST_PROBLEMS)
        check_object (db, rows, health);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* Why a file stands for no object. */
static char *
why_unused (PlnStoreDb   *db,
            PlnStoreFile *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = pln_store_file_load (db, file, &error);
  g_autofree char *uid = text != NULL ? pln_store_files_read_uid (text, &error) : NULL;
  g_autoptr(PlnStoreRow) row = uid != NULL ? pln_store_row_load (db, uid, NULL) : NULL;

  if (row != NULL)
    return g_strdup_printf (_("It holds the same object as %s/%s. Remove one of them."), row->calendar, row->file_name);
  if (uid != NULL)
    return g_strdup (_("It cannot be read as an object. It was left as it is."));

  return g_strdup (error->message);
}

static void
check_files (PlnStoreDb     *db,
             PlnStoreHealth *health)
{
  g_autoptr(GPtrArray) files = pln_store_files_list (db);
  guint n_problems = health->problems->len;

  for (guint i = 0; i < files->len; i++)
    {
      PlnStoreFile *file = g_ptr_array_index (files, i);
      gint64 n_owners = pln_store_db_number (db, NULL,
                                             "SELECT count(*) FROM object WHERE " PLN_STORE_AT_FILE,
                                             "ss", file->calendar, file->name);

      if (n_owners > 0)
        health->files++;
      else if (health->problems->len < n_problems + MOST_PROBLEMS)
        {
          g_autofree char *why = why_unused (db, file);

          add_problem (health, g_strdup_printf ("%s/%s: %s", file->calendar, file->name, why));
        }
    }
}

/* What was agreed with servers: a text that is not the one that was agreed on
 * would be taken for a change. */
static gboolean
check_pairs (PlnStoreDb      *db,
             PlnStoreHealth  *health,
             GError         **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT calendar, local_hash, local FROM pair LEFT JOIN agreed USING (id) "
                                   "ORDER BY calendar", NULL);
  g_autofree char *calendar = NULL; /* the last one that was found damaged */
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) local = pln_store_rows_bytes (rows, 2);
      g_autofree char *hash = local != NULL ? pln_file_hash (g_bytes_get_data (local, NULL), g_bytes_get_size (local))
                                            : NULL;

      if (g_strcmp0 (hash, pln_store_rows_text (rows, 1)) == 0
          || g_strcmp0 (calendar, pln_store_rows_text (rows, 0)) == 0)
        continue;
      g_free (calendar);
      calendar = g_strdup (pln_store_rows_text (rows, 0));
      add_problem (health, g_strdup_printf (_("%s: What was agreed with its server is damaged. Stop syncing this "
                                              "calendar and begin anew: then everything is compared once."), calendar));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/**
 * pln_store_check:
 * @db: the writer's connection
 * @cancellable: (nullable): stops the check
 * @error: return location for a [error@StoreError]
 *
 * Compares everything: the database with itself, and every file with its
 * object. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): what was found
 */
PlnStoreHealth *
pln_store_check (PlnStoreDb    *db,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(PlnStoreHealth) health = g_new0 (PlnStoreHealth, 1);
  g_autoptr(PlnStoreTransaction) moment = NULL;

  health->problems = g_ptr_array_new_with_free_func (g_free);

  /* No other program may write meanwhile: its files would seem to disagree. */
  moment = pln_store_db_begin (db, error);
  if (moment == NULL
      || !check_database (db, health, error)
      || !check_objects (db, health, cancellable, error)
      || !check_pairs (db, health, error))
    return NULL;
  check_files (db, health);

  return g_steal_pointer (&health);
}
