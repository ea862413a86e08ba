/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-server-private.h"

#include "pln-dav-calendar.h"
#include "pln-dav-discovery.h"
#include "pln-id.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * PlnSyncServer:
 *
 * The server of one account, for those who do not see the `dav` layer.
 */
struct _PlnSyncServer
{
  GObject       parent_instance;

  PlnDavClient      *client;
  PlnDavMultistatus *said;    /* (nullable): of several calendars at once, until each is synced */
  PlnDavTraffic      counted; /* what was told of already */
};

G_DEFINE_FINAL_TYPE (PlnSyncServer, pln_sync_server, G_TYPE_OBJECT)

static void
pln_sync_server_finalize (GObject *object)
{
  PlnSyncServer *self = PLN_SYNC_SERVER (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->said, pln_dav_multistatus_free);

  G_OBJECT_CLASS (pln_sync_server_parent_class)->finalize (object);
}

static void
pln_sync_server_class_init (PlnSyncServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_sync_server_finalize;
}

static void
pln_sync_server_init (PlnSyncServer *self)
{
}

/**
 * pln_sync_trouble:
 * @error: (nullable): what went wrong
 *
 * Returns: what sort of error it is
 */
PlnSyncTrouble
pln_sync_trouble (const GError *error)
{
  if (error == NULL)
    return PLN_SYNC_TROUBLE_NONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return PLN_SYNC_TROUBLE_CANCELLED;
  if (error->domain != PLN_DAV_ERROR)
    return PLN_SYNC_TROUBLE_HERE;

  switch ((PlnDavError) error->code)
    {
    case PLN_DAV_ERROR_AUTH:
      return PLN_SYNC_TROUBLE_PASSWORD;
    case PLN_DAV_ERROR_CERTIFICATE:
      return PLN_SYNC_TROUBLE_CERTIFICATE;
    case PLN_DAV_ERROR_OFFLINE:
      return PLN_SYNC_TROUBLE_OFFLINE;
    case PLN_DAV_ERROR_NOT_FOUND:
      return PLN_SYNC_TROUBLE_GONE;
    case PLN_DAV_ERROR_REFUSED:
    case PLN_DAV_ERROR_FORBIDDEN:
      return PLN_SYNC_TROUBLE_REFUSED;
    case PLN_DAV_ERROR_MOVED:
    case PLN_DAV_ERROR_CHANGED:
    case PLN_DAV_ERROR_TWIN:
    case PLN_DAV_ERROR_SERVER:
    default:
      return PLN_SYNC_TROUBLE_SERVER;
    }
}

/**
 * pln_sync_home_free:
 * @home: (transfer full): what an account has
 */
void
pln_sync_home_free (PlnSyncHome *home)
{
  g_strfreev (home->addresses);
  g_free (home->inbox);
  g_free (home->folder);
  g_ptr_array_unref (home->calendars);
  g_free (home);
}

static void
located_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GUri) uri = pln_dav_locate_finish (result, &error);

  if (uri != NULL)
    g_task_return_pointer (task, g_uri_to_string (uri), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * pln_sync_locate_async:
 * @text: what the user typed
 * @cancellable: (nullable): stops the search
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Finds the server of an account; no name and no password is sent. See
 * pln_dav_locate_async().
 */
void
pln_sync_locate_async (const char          *text,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, pln_sync_locate_async);
  pln_dav_locate_async (text, cancellable, located_cb, task);
}

/**
 * pln_sync_locate_finish:
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the URL to begin at
 */
char *
pln_sync_locate_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_sync_server_new:
 * @url: where the account is
 * @user: (nullable): the name to sign in with
 * @password: (nullable): kept in memory only
 * @pin: (nullable): fingerprint of the certificate that the user trusts
 *
 * Returns: (transfer full) (nullable): the server; %NULL if @url is no address
 */
PlnSyncServer *
pln_sync_server_new (const char *url,
                     const char *user,
                     const char *password,
                     const char *pin)
{
  g_autoptr(GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  PlnSyncServer *self;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;

  self = g_object_new (PLN_TYPE_SYNC_SERVER, NULL);
  self->client = pln_dav_client_new (uri, user, password);
  pln_dav_client_set_pin (self->client, pin);

  return self;
}

/* Returns: (transfer none): what sends the requests */
PlnDavClient *
pln_sync_server_get_client (PlnSyncServer *self)
{
  return self->client;
}

/**
 * pln_sync_server_get_refused:
 * @self: a server
 *
 * Returns: (nullable): the fingerprint of the certificate that was refused
 */
const char *
pln_sync_server_get_refused (PlnSyncServer *self)
{
  return pln_dav_client_get_refused (self->client, NULL);
}

/**
 * pln_sync_server_why_refused:
 * @self: a server
 *
 * Returns: (transfer full): why its certificate was refused, a sentence
 */
char *
pln_sync_server_why_refused (PlnSyncServer *self)
{
  GTlsCertificateFlags reasons = 0;
  const char *host = pln_dav_client_get_host (self->client);

  pln_dav_client_get_refused (self->client, &reasons);
  if ((reasons & G_TLS_CERTIFICATE_BAD_IDENTITY) != 0)
    return g_strdup_printf (_("The certificate of “%s” is for another server."), host);
  if ((reasons & G_TLS_CERTIFICATE_EXPIRED) != 0)
    return g_strdup_printf (_("The certificate of “%s” has expired."), host);
  if ((reasons & G_TLS_CERTIFICATE_NOT_ACTIVATED) != 0)
    return g_strdup_printf (_("The certificate of “%s” is not valid yet."), host);
  if ((reasons & G_TLS_CERTIFICATE_REVOKED) != 0)
    return g_strdup_printf (_("The certificate of “%s” was withdrawn."), host);
  if ((reasons & G_TLS_CERTIFICATE_INSECURE) != 0)
    return g_strdup_printf (_("The certificate of “%s” is too weak."), host);

  return g_strdup_printf (_("Nobody that this computer knows vouches for the certificate of “%s”."), host);
}

/**
 * pln_sync_server_get_wait:
 * @self: a server
 *
 * Returns: for how many seconds it wants to be left alone
 */
guint
pln_sync_server_get_wait (PlnSyncServer *self)
{
  return pln_dav_client_get_wait (self->client);
}

/* Returns: what was sent and received since this was asked last */
PlnDavTraffic
pln_sync_server_take_traffic (PlnSyncServer *self)
{
  const PlnDavTraffic *now = pln_dav_client_get_traffic (self->client);
  PlnDavTraffic since = {
    .requests = now->requests - self->counted.requests,
    .bytes_sent = now->bytes_sent - self->counted.bytes_sent,
    .bytes_received = now->bytes_received - self->counted.bytes_received,
  };

  self->counted = *now;

  return since;
}

/* Returns: (transfer full) (nullable): what pln_sync_server_look_async() found
 *   out of a calendar; once only, for it gets old */
PlnDavMultistatus *
pln_sync_server_take_said (PlnSyncServer *self,
                           GUri          *calendar)
{
  g_autofree char *key = pln_dav_href_key (g_uri_get_path (calendar));

  for (guint i = 0; self->said != NULL && i < self->said->items->len; i++)
    {
      g_autofree char *other = pln_dav_href_key (((PlnDavItem *) g_ptr_array_index (self->said->items, i))->href);
      PlnDavMultistatus *one;

      if (!g_str_equal (key, other))
        continue;
      one = g_new0 (PlnDavMultistatus, 1);
      one->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
      g_ptr_array_add (one->items, g_ptr_array_steal_index (self->said->items, i));
      return one;
    }

  return NULL;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnSyncServer *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  self->said = pln_dav_calendar_peek_finish (PLN_DAV_CLIENT (source), result, &error);
  if (error != NULL)
    g_debug ("The calendars are asked one by one: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* Returns: (transfer full) (nullable): where all of them lie, if that is one place */
static char *
folder_of (const char *const *urls)
{
  g_autofree char *folder = NULL;

  for (; *urls != NULL; urls++)
    {
      gsize length = strlen (*urls);
      const char *slash = g_strrstr_len (*urls, length > 0 ? (gssize) length - 1 : 0, "/");
      g_autofree char *one = slash != NULL ? g_strndup (*urls, (gsize) (slash - *urls) + 1) : NULL;

      if (one == NULL || (folder != NULL && !g_str_equal (folder, one)))
        return NULL;
      g_free (folder);
      folder = g_steal_pointer (&one);
    }

  return g_steal_pointer (&folder);
}

/**
 * pln_sync_server_look_async:
 * @self: a server
 * @urls: of the calendars that are to be synced next
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Finds out in one request which of several calendars changed. If that is not
 * possible, each is asked by itself when it is synced.
 */
void
pln_sync_server_look_async (PlnSyncServer       *self,
                            const char *const   *urls,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *folder = urls[0] != NULL && urls[1] != NULL ? folder_of (urls) : NULL;
  g_autoptr(GUri) uri = NULL;
  GTask *task;

  g_return_if_fail (PLN_IS_SYNC_SERVER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, pln_sync_server_look_async);
  g_clear_pointer (&self->said, pln_dav_multistatus_free);
  if (folder != NULL)
    uri = pln_dav_client_resolve (self->client, pln_dav_client_get_account (self->client), folder);
  if (uri != NULL)
    {
      pln_dav_calendar_peek_folder_async (self->client, uri, cancellable, looked_cb, task);
      return;
    }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * pln_sync_server_look_finish:
 * @self: a server
 * @result: what came with the callback
 */
void
pln_sync_server_look_finish (PlnSyncServer *self,
                             GAsyncResult  *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Both enumerations count alike. */
G_STATIC_ASSERT ((int) PLN_HOLDS_EVENTS == (int) PLN_DAV_EVENTS);
G_STATIC_ASSERT ((int) PLN_HOLDS_ACTIONS == (int) PLN_DAV_ACTIONS);
G_STATIC_ASSERT ((int) PLN_HOLDS_NOTES == (int) PLN_DAV_NOTES);

/* A name that a server gives may be missing: then the last part of its path. */
static char *
title_of (const PlnDavItem *item)
{
  g_autofree char *title = pln_str_one_line (item->name != NULL ? item->name : "");
  g_autofree char *path = NULL;

  if (*title != '\0')
    return g_steal_pointer (&title);

  path = pln_dav_href_key (item->href);
  for (gsize i = strlen (path); i > 0 && path[i - 1] == '/'; i--)
    path[i - 1] = '\0';

  return g_path_get_basename (path);
}

static void
explored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(PlnDavAccount) account = pln_dav_explore_finish (PLN_DAV_CLIENT (source), result, &error);
  PlnSyncHome *home;

  if (account == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  home = g_new0 (PlnSyncHome, 1);
  home->inbox = account->inbox != NULL ? g_uri_to_string (account->inbox) : NULL;
  home->folder = g_uri_to_string (g_ptr_array_index (account->homes, 0));
  home->calendars = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (account->addresses, NULL);
  home->addresses = g_strdupv ((char **) account->addresses->pdata);
  for (guint i = 0; i < account->calendars->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (account->calendars, i);
      g_autofree char *title = title_of (item);
      PlnRemoteCalendar *calendar = pln_remote_calendar_new (item->href, title, item->colour,
                                                             (PlnHolds) item->components, item->writable);

      pln_remote_calendar_set_schedules (calendar, home->inbox != NULL);
      g_ptr_array_add (home->calendars, calendar);
    }
  g_task_return_pointer (task, home, (GDestroyNotify) pln_sync_home_free);
}

/**
 * pln_sync_server_explore_async:
 * @self: a server
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Finds what the account has. See pln_dav_explore_async().
 */
void
pln_sync_server_explore_async (PlnSyncServer       *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_SYNC_SERVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pln_sync_server_explore_async);
  pln_dav_explore_async (self->client, pln_dav_client_get_account (self->client), cancellable, explored_cb, task);
}

/**
 * pln_sync_server_explore_finish:
 * @self: a server
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the account has
 */
PlnSyncHome *
pln_sync_server_explore_finish (PlnSyncServer  *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(PlnDavListing) listing = pln_dav_calendar_list_finish (PLN_DAV_CLIENT (source), result, &error);
  int n = 0;

  if (listing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < listing->items->len; i++)
    n += ((PlnDavItem *) g_ptr_array_index (listing->items, i))->status != 404;
  g_task_return_int (task, n);
}

/**
 * pln_sync_server_count_async:
 * @self: a server
 * @url: of a calendar
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Counts what is in a calendar.
 */
void
pln_sync_server_count_async (PlnSyncServer       *self,
                             const char          *url,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GUri) uri = NULL;
  GTask *task;

  g_return_if_fail (PLN_IS_SYNC_SERVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pln_sync_server_count_async);
  uri = pln_dav_client_resolve (self->client, pln_dav_client_get_account (self->client), url);
  if (uri != NULL)
    pln_dav_calendar_list_async (self->client, uri, NULL, cancellable, counted_cb, task);
  else
    {
      g_task_return_int (task, -1);
      g_object_unref (task);
    }
}

/**
 * pln_sync_server_count_finish:
 * @self: a server
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: how many objects there are; -1 if that is not known
 */
int
pln_sync_server_count_finish (PlnSyncServer  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (pln_dav_calendar_make_finish (PLN_DAV_CLIENT (source), result, &error))
    g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * pln_sync_server_make_async:
 * @self: a server
 * @folder: where calendars are made, from [struct@SyncHome]
 * @name: what it is to be called
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Makes a calendar.
 */
void
pln_sync_server_make_async (PlnSyncServer       *self,
                            const char          *folder,
                            const char          *name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *id = pln_id_new ();
  g_autofree char *path = g_strconcat (folder, g_str_has_suffix (folder, "/") ? "" : "/", id, "/", NULL);
  g_autoptr(GUri) uri = NULL;
  GTask *task;

  g_return_if_fail (PLN_IS_SYNC_SERVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pln_sync_server_make_async);
  uri = pln_dav_client_resolve (self->client, pln_dav_client_get_account (self->client), path);
  if (uri == NULL)
    {
      g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED,
                               _("“%s” has no place for new calendars. Make one there, then choose it here."),
                               pln_dav_client_get_host (self->client));
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  pln_dav_calendar_make_async (self->client, uri, name, NULL, cancellable, made_cb, task);
}

/**
 * pln_sync_server_make_finish:
 * @self: a server
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the URL of the new calendar
 */
char *
pln_sync_server_make_finish (PlnSyncServer  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
