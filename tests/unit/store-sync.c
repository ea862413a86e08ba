/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-sync.h"

#include "pln-file.h"

#include <string.h>

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static char *
hash_of (const char *text)
{
  return text != NULL ? pln_file_hash (text, strlen (text)) : NULL;
}

static PlnStorePair *
pair_of (const char *uid,
         const char *text,
         const char *etag)
{
  g_autofree char *href = g_strconcat ("/calendar/", uid, ".ics", NULL);
  PlnStorePair *pair = pln_store_pair_new (uid, href, etag);

  pair->local = g_bytes_new (text, strlen (text));
  pair->remote = g_bytes_ref (pair->local);

  return pair;
}

PlnStoreSettled *
settled_fetched (const char *uid,
                 const char *before,
                 const char *text,
                 const char *etag)
{
  g_autofree char *expected = hash_of (before);
  PlnStoreSettled *settled = pln_store_settled_new (uid, expected);

  settled->text = g_bytes_new (text, strlen (text));
  settled->pair = pair_of (uid, text, etag);

  return settled;
}

PlnStoreSettled *
settled_pushed (const char *uid,
                const char *text,
                const char *etag)
{
  g_autofree char *expected = hash_of (text);
  PlnStoreSettled *settled = pln_store_settled_new (uid, expected);

  settled->pair = pair_of (uid, text, etag);

  return settled;
}

PlnStoreSettled *
settled_deleted (const char *uid,
                 const char *before)
{
  g_autofree char *expected = hash_of (before);
  PlnStoreSettled *settled = pln_store_settled_new (uid, expected);

  settled->deleted = TRUE;

  return settled;
}

PlnStoreSettled *
settled_forgotten (const char *uid)
{
  return pln_store_settled_new (uid, NULL);
}

gboolean
sync_try_link (Library     *library,
               const char  *calendar,
               const char  *url,
               GError     **error)
{
  char *addresses[] = { (char *) "zoe@tern.example", NULL };
  PlnStoreAccount account = {
    (char *) "account12345", (char *) "Committee", (char *) "https://dav.tern.example/", (char *) "zoe",
    NULL, addresses, NULL, FALSE
  };
  PlnStoreLink link = {
    .calendar = (char *) calendar, .account = account.id, .url = (char *) url, .title = (char *) calendar,
    .components = 7, .rights = 3, .schedules = TRUE
  };
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) linked = NULL;

  pln_store_save_account_async (library->store, &account, got_cb, &saved);
  pln_store_save_link_async (library->store, &link, got_cb, &linked);

  return pln_store_save_account_finish (library->store, wait_for (&saved), error)
         && pln_store_save_link_finish (library->store, wait_for (&linked), error);
}

void
sync_link (Library    *library,
           const char *calendar)
{
  g_autofree char *url = g_strconcat ("https://dav.tern.example/", calendar, "/", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (sync_try_link (library, calendar, url, &error));
  g_assert_no_error (error);
}

void
sync_unlink (Library    *library,
             const char *calendar)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pln_store_remove_link_async (library->store, calendar, got_cb, &result);
  g_assert_true (pln_store_remove_link_finish (library->store, wait_for (&result), &error));
  g_assert_no_error (error);
}

static char *
settle (Library     *library,
        const char  *calendar,
        const char  *token,
        GPtrArray   *settled,
        GError     **error)
{
  PlnStoreListed listed = { (char *) token, (char *) "ctag", TRUE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) left = NULL;

  pln_store_settle_async (library->store, calendar, settled, token != NULL ? &listed : NULL, got_cb, &result);
  left = pln_store_settle_finish (library->store, wait_for (&result), error);
  if (left == NULL)
    return NULL;
  g_ptr_array_add (left, NULL);

  return g_strjoinv ("|", (char **) left->pdata);
}

static GPtrArray *
collect (PlnStoreSettled *first,
         va_list          more)
{
  GPtrArray *settled = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_settled_free);

  for (PlnStoreSettled *one = first; one != NULL; one = va_arg (more, PlnStoreSettled *))
    g_ptr_array_add (settled, one);

  return settled;
}

char *
sync_try (Library          *library,
          const char       *calendar,
          const char       *token,
          GError          **error,
          PlnStoreSettled  *first,
          ...)
{
  g_autoptr(GPtrArray) settled = NULL;
  va_list more;

  va_start (more, first);
  settled = collect (first, more);
  va_end (more);

  return settle (library, calendar, token, settled, error);
}

char *
sync_settle (Library         *library,
             const char      *calendar,
             const char      *token,
             PlnStoreSettled *first,
             ...)
{
  g_autoptr(GPtrArray) settled = NULL;
  g_autoptr(GError) error = NULL;
  char *left;
  va_list more;

  va_start (more, first);
  settled = collect (first, more);
  va_end (more);
  left = settle (library, calendar, token, settled, &error);
  g_assert_no_error (error);

  return left;
}

char *
sync_settle_all (Library    *library,
                 const char *calendar,
                 const char *token,
                 GPtrArray  *settled)
{
  g_autoptr(GError) error = NULL;
  char *left = settle (library, calendar, token, settled, &error);

  g_assert_no_error (error);

  return left;
}

char *
sync_state (Library    *library,
            const char *calendar)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnStoreTrees) trees = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) locals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GString) state = g_string_new (NULL);

  pln_store_list_pairs_async (library->store, calendar, NULL, got_cb, &result);
  trees = pln_store_list_pairs_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < trees->locals->len; i++)
    {
      PlnStoreLocal *local = g_ptr_array_index (trees->locals, i);

      g_hash_table_insert (locals, local->uid, local->hash);
    }
  for (guint i = 0; i < trees->pairs->len; i++)
    {
      PlnStorePair *pair = g_ptr_array_index (trees->pairs, i);
      const char *hash = g_hash_table_lookup (locals, pair->uid);

      g_assert_null (pair->local);
      g_assert_null (pair->remote);
      g_string_append_printf (state, "%s%s %s", state->len > 0 ? "|" : "", pair->uid,
                              hash == NULL ? "deleted" : g_str_equal (hash, pair->local_hash) ? "same" : "changed");
      g_hash_table_remove (locals, pair->uid);
    }
  for (guint i = 0; i < trees->locals->len; i++)
    {
      PlnStoreLocal *local = g_ptr_array_index (trees->locals, i);

      if (g_hash_table_contains (locals, local->uid))
        g_string_append_printf (state, "%s%s new", state->len > 0 ? "|" : "", local->uid);
    }

  return g_string_free (g_steal_pointer (&state), FALSE);
}

static GPtrArray *
links (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *all;

  pln_store_list_links_async (library->store, NULL, got_cb, &result);
  all = pln_store_list_links_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return all;
}

char *
sync_token (Library    *library,
            const char *calendar)
{
  g_autoptr(GPtrArray) all = links (library);

  for (guint i = 0; i < all->len; i++)
    {
      PlnStoreLink *link = g_ptr_array_index (all, i);

      if (g_str_equal (link->calendar, calendar))
        return g_strdup (link->token);
    }

  return NULL;
}

PlnStoreKnown *
sync_known (Library    *library,
            const char *calendar,
            const char *uid)
{
  const char *uids[] = { uid, NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) known = NULL;

  pln_store_get_pairs_async (library->store, calendar, uids, NULL, got_cb, &result);
  known = pln_store_get_pairs_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (known->len, ==, 1);

  return g_ptr_array_steal_index (known, 0);
}

char *
sync_accounts (Library *library)
{
  g_autoptr(GPtrArray) all = links (library);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  pln_store_list_accounts_async (library->store, NULL, got_cb, &result);
  accounts = pln_store_list_accounts_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < accounts->len; i++)
    {
      PlnStoreAccount *account = g_ptr_array_index (accounts, i);
      g_autofree char *addresses = g_strjoinv (",", account->addresses);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "|" : "", account->name, account->user, addresses);
      for (guint j = 0; j < all->len; j++)
        {
          PlnStoreLink *link = g_ptr_array_index (all, j);

          if (g_str_equal (link->account, account->id))
            g_string_append_printf (text, " %s=%s,%s,%u", link->calendar, link->url,
                                    link->token != NULL ? link->token : "-", link->n_pairs);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
questions (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *all;

  pln_store_list_questions_async (library->store, NULL, got_cb, &result);
  all = pln_store_list_questions_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return all;
}

char *
question_list (Library *library)
{
  g_autoptr(GPtrArray) all = questions (library);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      PlnStoreQuestion *question = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s %s %s/%s/%s%s", i > 0 ? "|" : "", question->uid, question->name,
                              question->base_text, question->mine_text, question->theirs_text,
                              question->may_both ? " +" : "");
    }
  g_string_replace (text, "\n", " ", 0);

  return g_string_free (text, FALSE);
}

gboolean
question_try (Library         *library,
              PlnStoreAnswer   answer,
              GError         **error)
{
  g_autoptr(GPtrArray) all = questions (library);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) result = NULL;

  for (guint i = 0; i < all->len; i++)
    g_array_append_val (ids, ((PlnStoreQuestion *) g_ptr_array_index (all, i))->id);
  pln_store_solve_async (library->store, (const gint64 *) (gconstpointer) ids->data, ids->len, answer, got_cb, &result);

  return pln_store_solve_finish (library->store, wait_for (&result), error);
}

void
question_solve (Library        *library,
                PlnStoreAnswer  answer)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (question_try (library, answer, &error));
  g_assert_no_error (error);
}
