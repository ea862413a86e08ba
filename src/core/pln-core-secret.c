/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-secret.h"

#include "pln-config.h"

#include <libsecret/secret.h>
#include <string.h>

/* Passwords lie in the Secret Service of the desktop and nowhere else. Where
 * there is none, or it stays locked, the user is asked again: nothing here
 * ever writes a password to a file, or says it. */
static const SecretSchema schema = {
  PLN_APP_ID ".Account", SECRET_SCHEMA_NONE,
  {
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

/**
 * pln_core_secret_wipe:
 * @password: (transfer full) (nullable): a password, of this program's own memory
 *
 * Frees a password so that it is not left lying in memory.
 */
void
pln_core_secret_wipe (char *password)
{
  if (password == NULL)
    return;

  explicit_bzero (password, strlen (password));
  g_free (password);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  char *found = secret_password_lookup_finish (result, &error);

  /* A keyring that stays locked gives nothing, and no error. */
  if (error != NULL)
    g_debug ("The keyring cannot be used: %s", error->message);
  g_task_return_pointer (task, g_strdup (found), (GDestroyNotify) pln_core_secret_wipe);
  secret_password_free (found);
}

/**
 * pln_core_secret_find_async:
 * @account: the id of an account
 * @cancellable: (nullable): stops the search
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Looks for the password of an account.
 */
void
pln_core_secret_find_async (const char          *account,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, pln_core_secret_find_async);
  secret_password_lookup (&schema, cancellable, found_cb, task, "account", account, NULL);
}

/**
 * pln_core_secret_find_finish:
 * @result: what came with the callback
 *
 * Returns: (transfer full) (nullable): the password, for
 *   pln_core_secret_wipe(); %NULL if it is not known
 */
char *
pln_core_secret_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  gboolean kept = secret_password_store_finish (result, &error);

  if (error != NULL)
    g_debug ("The keyring cannot be used: %s", error->message);
  g_task_return_boolean (task, kept);
}

/**
 * pln_core_secret_keep_async:
 * @account: the id of an account
 * @label: what the user sees in the keyring
 * @password: its password
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Gives a password to the Secret Service.
 */
void
pln_core_secret_keep_async (const char          *account,
                            const char          *label,
                            const char          *password,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, pln_core_secret_keep_async);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable, kept_cb, task,
                         "account", account, NULL);
}

/**
 * pln_core_secret_keep_finish:
 * @result: what came with the callback
 *
 * Returns: whether it is kept; %FALSE: it will have to be asked for again
 */
gboolean
pln_core_secret_keep_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_debug ("The keyring cannot be used: %s", error->message);
}

/**
 * pln_core_secret_forget:
 * @account: the id of an account that is removed
 *
 * Has the Secret Service forget a password.
 */
void
pln_core_secret_forget (const char *account)
{
  secret_password_clear (&schema, NULL, forgotten_cb, NULL, "account", account, NULL);
}
