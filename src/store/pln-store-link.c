/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-link.h"
#include "pln-store-files.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include <glib/gi18n.h>

#define KEPT_ADDRESSES "\n" /* between them */

/* Accounts and links are no part of undo: what they did on a server cannot be
 * undone here. Every change to them counts up the fact store.accounts, so that
 * each program on the library notices. */
#define COUNT_UP \
  "INSERT INTO fact (name, value) VALUES ('" PLN_STORE_FACT_ACCOUNTS "', '1') " \
  "ON CONFLICT (name) DO UPDATE SET value = CAST (value AS INTEGER) + 1"

static char *
text_or_null (PlnStoreRows *rows,
              int           column)
{
  return pln_store_rows_is_null (rows, column) ? NULL : g_strdup (pln_store_rows_text (rows, column));
}

static gboolean
commit (PlnStoreTransaction  *transaction,
        GError              **error)
{
  return pln_store_db_run (transaction, error, COUNT_UP, NULL)
         && pln_store_db_commit (transaction, error);
}

/**
 * pln_store_account_list:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreAccount): by name
 */
GPtrArray *
pln_store_account_list (PlnStoreDb  *db,
                        GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, name, url, user, pin, addresses, inbox, schedules FROM account "
                                   "ORDER BY name, id", NULL);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_account_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      PlnStoreAccount *account = g_new0 (PlnStoreAccount, 1);

      account->id = g_strdup (pln_store_rows_text (rows, 0));
      account->name = g_strdup (pln_store_rows_text (rows, 1));
      account->url = g_strdup (pln_store_rows_text (rows, 2));
      account->user = g_strdup (pln_store_rows_text (rows, 3));
      account->pin = text_or_null (rows, 4);
      account->addresses = g_strsplit (pln_store_rows_text (rows, 5), KEPT_ADDRESSES, -1);
      account->inbox = text_or_null (rows, 6);
      account->schedules = pln_store_rows_number (rows, 7) != 0;
      g_ptr_array_add (accounts, account);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&accounts) : NULL;
}

static gboolean
put_account (PlnStoreDb             *db,
             const PlnStoreAccount  *account,
             GError                **error)
{
  g_autofree char *addresses = account->addresses != NULL ? g_strjoinv (KEPT_ADDRESSES, account->addresses)
                                                          : g_strdup ("");

  return pln_store_db_run (db, error,
                           "INSERT INTO account (id, name, url, user, pin, addresses, inbox, schedules) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                           "ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url,"
                           "  user = excluded.user, pin = excluded.pin, addresses = excluded.addresses,"
                           "  inbox = excluded.inbox, schedules = excluded.schedules",
                           "sssssssi", account->id, account->name, account->url, account->user, account->pin,
                           addresses, account->inbox, (gint64) account->schedules);
}

/**
 * pln_store_account_save:
 * @db: the writer's connection
 * @account: an account, which may be new
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_account_save (PlnStoreDb             *db,
                        const PlnStoreAccount  *account,
                        GError                **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (db, error);

  return transaction != NULL
         && put_account (db, account, error)
         && commit (transaction, error);
}

/**
 * pln_store_account_remove:
 * @db: the writer's connection
 * @id: an account
 * @error: return location for a [error@StoreError]
 *
 * Forgets an account, its links and what was agreed there. Calendars and
 * objects stay.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_account_remove (PlnStoreDb  *db,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (db, error);

  return transaction != NULL
         && pln_store_db_run (db, error, "DELETE FROM account WHERE id = ?", "s", id)
         && commit (transaction, error);
}

/**
 * pln_store_link_list:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreLink): by calendar
 */
GPtrArray *
pln_store_link_list (PlnStoreDb  *db,
                     GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT calendar, account, url, title, components, rights, schedules, is_paused,"
                                   "  token, ctag, listed,"
                                   "  (SELECT count(*) FROM pair WHERE pair.calendar = link.calendar) "
                                   "FROM link ORDER BY calendar", NULL);
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_link_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      PlnStoreLink *link = g_new0 (PlnStoreLink, 1);

      link->calendar = g_strdup (pln_store_rows_text (rows, 0));
      link->account = g_strdup (pln_store_rows_text (rows, 1));
      link->url = g_strdup (pln_store_rows_text (rows, 2));
      link->title = g_strdup (pln_store_rows_text (rows, 3));
      link->components = (guint) pln_store_rows_number (rows, 4);
      link->rights = (guint) pln_store_rows_number (rows, 5);
      link->schedules = pln_store_rows_number (rows, 6) != 0;
      link->is_paused = pln_store_rows_number (rows, 7) != 0;
      link->token = text_or_null (rows, 8);
      link->ctag = text_or_null (rows, 9);
      link->listed = pln_store_rows_number (rows, 10);
      link->n_pairs = (guint) pln_store_rows_number (rows, 11);
      g_ptr_array_add (links, link);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&links) : NULL;
}

/**
 * pln_store_link_may:
 * @calendar: the name of a calendar
 * @error: return location for `PLN_STORE_ERROR_REFUSED`
 *
 * Returns: whether it may ever be sent to a server
 */
gboolean
pln_store_link_may (const char  *calendar,
                    GError     **error)
{
  if (g_str_has_prefix (calendar, PLN_STORE_PRIVATE "/"))
    g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
                 _("The calendar “%s” is only for this computer and is never sent to a server. "
                   "Choose another one."), calendar);
  else if (g_str_equal (calendar, PLN_STORE_EXAMPLES))
    g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
                         _("The examples are never sent to a server. Choose another calendar."));
  else
    return pln_store_files_check_calendar (calendar, error);

  return FALSE;
}

static gboolean
is_free (PlnStoreDb          *db,
         const PlnStoreLink  *link,
         GError             **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT calendar FROM link WHERE url = ? AND calendar <> ?", "ss",
                        link->url, link->calendar);
  GError *why = NULL;

  if (rows == NULL)
    return FALSE;

  if (pln_store_rows_next (rows, &why))
    why = g_error_new (PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
                       _("That calendar on the server is already kept together with “%s”. Choose another one."),
                       pln_store_rows_text (rows, 0));
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

/* What was agreed with another calendar is not agreed with this one. */
static gboolean
part_if_other (PlnStoreDb          *db,
               const PlnStoreLink  *link,
               GError             **error)
{
  return pln_store_db_run (db, error, "DELETE FROM link WHERE calendar = ? AND (url <> ? OR account <> ?)", "sss",
                           link->calendar, link->url, link->account);
}

static gboolean
put_link (PlnStoreDb          *db,
          const PlnStoreLink  *link,
          GError             **error)
{
  return pln_store_db_run (db, error,
                           "INSERT INTO link (calendar, account, url, title, components, rights, schedules, is_paused) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                           "ON CONFLICT (calendar) DO UPDATE SET title = excluded.title,"
                           "  components = excluded.components, rights = excluded.rights,"
                           "  schedules = excluded.schedules, is_paused = excluded.is_paused",
                           "ssssiiii", link->calendar, link->account, link->url, link->title,
                           (gint64) link->components, (gint64) link->rights, (gint64) link->schedules,
                           (gint64) link->is_paused);
}

/**
 * pln_store_link_save:
 * @db: the writer's connection
 * @link: a link, which may be new; of a calendar that need not be there yet
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_REFUSED`
 *   for a calendar that is never sent to a server
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_link_save (PlnStoreDb          *db,
                     const PlnStoreLink  *link,
                     GError             **error)
{
  g_autoptr(PlnStoreTransaction) transaction = NULL;

  if (!pln_store_link_may (link->calendar, error))
    return FALSE;

  transaction = pln_store_db_begin (db, error);

  return transaction != NULL
         && is_free (db, link, error)
         && part_if_other (db, link, error)
         && put_link (db, link, error)
         && commit (transaction, error);
}

/**
 * pln_store_link_remove:
 * @db: the writer's connection
 * @calendar: a calendar in the library
 * @error: return location for a [error@StoreError]
 *
 * From now on the calendar is only here. Nothing of it is deleted, on neither
 * side.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_link_remove (PlnStoreDb  *db,
                       const char  *calendar,
                       GError     **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (db, error);

  return transaction != NULL
         && pln_store_db_run (db, error, "DELETE FROM link WHERE calendar = ?", "s", calendar)
         && commit (transaction, error);
}
