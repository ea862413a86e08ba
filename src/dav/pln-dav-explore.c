/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-discovery.h"

#include "pln-dav-calendar.h"
#include "pln-dav-xml-private.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define WHO \
  PLN_DAV_XML "<D:propfind" PLN_DAV_SPACES "><D:prop><D:current-user-principal/><D:resourcetype/><C:calendar-home-set/></D:prop></D:propfind>"
#define HAS \
  PLN_DAV_XML "<D:propfind" PLN_DAV_SPACES "><D:prop><C:calendar-home-set/><C:calendar-user-address-set/><C:schedule-inbox-URL/>" \
  "</D:prop></D:propfind>"
#define MOST_HOMES 8

typedef struct
{
  PlnDavAccount *account;
  GPtrArray     *starts; /* GUri, to be tried */
  guint          start;
  guint          home;
  GError        *first; /* what went wrong at the first start */
} Explore;

/**
 * pln_dav_account_free:
 * @account: (transfer full) (nullable): an account
 */
void
pln_dav_account_free (PlnDavAccount *account)
{
  if (account == NULL)
    return;

  g_ptr_array_unref (account->addresses);
  g_ptr_array_unref (account->homes);
  g_clear_pointer (&account->inbox, g_uri_unref);
  g_ptr_array_unref (account->calendars);
  g_free (account);
}

static void
explore_free (Explore *explore)
{
  g_clear_pointer (&explore->account, pln_dav_account_free);
  g_ptr_array_unref (explore->starts);
  g_clear_error (&explore->first);
  g_free (explore);
}

static void
ask (GTask               *task,
     GUri                *uri,
     const char          *depth,
     const char          *text,
     GAsyncReadyCallback  callback)
{
  g_autoptr(GBytes) body = g_bytes_new_static (text, strlen (text));
  PlnDavRequest request = { .method = "PROPFIND", .depth = depth, .body = body };

  pln_dav_client_send_async (g_task_get_source_object (task), uri, &request, g_task_get_cancellable (task), callback, task);
}

static void
fail (GTask  *task,
      GError *error) /* (transfer full) */
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* The answer to a question, and where it came from. */
static PlnDavMultistatus *
receive (GObject       *source,
         GAsyncResult  *result,
         GUri         **uri,
         GError       **error)
{
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, error);
  const char *host = pln_dav_client_get_host (client);

  if (reply == NULL)
    return NULL;

  *uri = g_uri_ref (reply->uri);
  if (reply->status == 207)
    return pln_dav_multistatus_parse (reply->body, host, error);

  if (reply->status == 401)
    g_propagate_error (error, pln_dav_error_from_status (401, "", host));
  else
    g_set_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                 _("No calendars were found at “%s”. Give the address that its help names for CalDAV."), host);

  return NULL;
}

static gboolean
has_uri (GPtrArray *uris,
         GUri      *uri)
{
  g_autofree char *text = g_uri_to_string (uri);

  for (guint i = 0; i < uris->len; i++)
    {
      g_autofree char *other = g_uri_to_string (g_ptr_array_index (uris, i));

      if (g_str_equal (text, other))
        return TRUE;
    }

  return FALSE;
}

static void
add_homes (PlnDavClient *client,
           Explore      *explore,
           GUri         *base,
           PlnDavItem   *item)
{
  for (guint i = 0; item->homes != NULL && i < item->homes->len; i++)
    {
      g_autoptr(GUri) uri = pln_dav_client_resolve (client, base, g_ptr_array_index (item->homes, i));

      if (uri != NULL && explore->account->homes->len < MOST_HOMES && !has_uri (explore->account->homes, uri))
        g_ptr_array_add (explore->account->homes, g_steal_pointer (&uri));
    }
}

/* Xandikos writes `mailto%3A`; others any case, and paths as well. */
static void
add_addresses (Explore    *explore,
               PlnDavItem *item)
{
  for (guint i = 0; item->addresses != NULL && i < item->addresses->len; i++)
    {
      g_autofree char *plain = g_uri_unescape_string (g_ptr_array_index (item->addresses, i), NULL);

      if (plain != NULL && g_ascii_strncasecmp (plain, "mailto:", strlen ("mailto:")) == 0)
        g_ptr_array_add (explore->account->addresses, g_strdup (plain + strlen ("mailto:")));
    }
}

static void
add_calendar (PlnDavClient *client,
              Explore      *explore,
              GUri         *base,
              GPtrArray    *items,
              guint         i)
{
  PlnDavItem *item = g_ptr_array_index (items, i);
  g_autoptr(GUri) uri = pln_dav_client_resolve (client, base, item->href);
  g_autofree char *href = uri != NULL ? g_uri_to_string (uri) : NULL;
  PlnDavItem *calendar;

  if (href == NULL || (item->kinds & PLN_DAV_CALENDAR) == 0 || (item->kinds & (PLN_DAV_INBOX | PLN_DAV_OUTBOX)) != 0)
    return;

  calendar = pln_dav_item_new (href);
  calendar->kinds = item->kinds;
  calendar->components = item->components;
  calendar->writable = item->writable;
  calendar->name = g_steal_pointer (&item->name);
  calendar->colour = g_steal_pointer (&item->colour);
  calendar->ctag = g_steal_pointer (&item->ctag);
  calendar->sync_token = g_steal_pointer (&item->sync_token);
  g_ptr_array_add (explore->account->calendars, calendar);
}

static void ask_next_home (GTask *task);

static void
home_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Explore *explore = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(PlnDavMultistatus) found = receive (source, result, &uri, &error);

  if (found == NULL)
    {
      fail (task, error);
      return;
    }

  for (guint i = 0; i < found->items->len; i++)
    add_calendar (PLN_DAV_CLIENT (source), explore, uri, found->items, i);
  ask_next_home (task);
}

static void
ask_next_home (GTask *task)
{
  Explore *explore = g_task_get_task_data (task);

  if (explore->home < explore->account->homes->len)
    {
      ask (task, g_ptr_array_index (explore->account->homes, explore->home++), "1", PLN_DAV_PEEK, home_cb);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&explore->account), (GDestroyNotify) pln_dav_account_free);
  g_object_unref (task);
}

static void
principal_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  Explore *explore = g_task_get_task_data (task);
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(PlnDavMultistatus) found = receive (source, result, &uri, &error);

  if (found == NULL)
    {
      fail (task, error);
      return;
    }

  for (guint i = 0; i < found->items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (found->items, i);

      add_homes (client, explore, uri, item);
      add_addresses (explore, item);
      if (item->inbox != NULL && explore->account->inbox == NULL)
        explore->account->inbox = pln_dav_client_resolve (client, uri, item->inbox);
    }

  if (explore->account->homes->len == 0)
    fail (task, g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                             _("“%s” knows you, but has no calendars for you. Make one there first."),
                             pln_dav_client_get_host (client)));
  else
    ask_next_home (task);
}

static void try_next_start (GTask *task);

static void
start_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Explore *explore = g_task_get_task_data (task);
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(PlnDavMultistatus) found = receive (source, result, &uri, &error);
  g_autoptr(GUri) principal = NULL;

  if (found == NULL && !g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND))
    {
      fail (task, error);
      return;
    }
  if (explore->first == NULL)
    explore->first = error;
  else
    g_clear_error (&error);

  for (guint i = 0; found != NULL && i < found->items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (found->items, i);

      if (principal == NULL && item->principal != NULL)
        principal = pln_dav_client_resolve (client, uri, item->principal);
      add_homes (client, explore, uri, item);
    }

  if (principal != NULL)
    ask (task, principal, "0", HAS, principal_cb);
  else if (explore->account->homes->len > 0)
    ask_next_home (task);
  else
    try_next_start (task);
}

static void
try_next_start (GTask *task)
{
  Explore *explore = g_task_get_task_data (task);
  PlnDavClient *client = g_task_get_source_object (task);

  if (explore->start < explore->starts->len)
    ask (task, g_ptr_array_index (explore->starts, explore->start++), "0", WHO, start_cb);
  else
    fail (task, explore->first != NULL
                ? g_steal_pointer (&explore->first)
                : g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                               _("No calendars were found at “%s”. Give the address that its help names for CalDAV."),
                               pln_dav_client_get_host (client)));
}

static void
add_start (Explore    *explore,
           GUri       *base,
           const char *path)
{
  g_autoptr(GUri) uri = g_uri_parse_relative (base, path, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL && !has_uri (explore->starts, uri))
    g_ptr_array_add (explore->starts, g_steal_pointer (&uri));
}

/**
 * pln_dav_explore_async:
 * @client: a client that knows the login
 * @start: where to begin, from pln_dav_locate_async()
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when all is found
 * @user_data: data for @callback
 *
 * Finds what an account has on its server: who the user is there (RFC 5397),
 * the homes of the calendars (RFC 4791, 6.2.1), and the calendars in them. It
 * begins at @start, then at the root and the well-known address.
 */
void
pln_dav_explore_async (PlnDavClient        *client,
                       GUri                *start,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Explore *explore = g_new0 (Explore, 1);

  explore->account = g_new0 (PlnDavAccount, 1);
  explore->account->addresses = g_ptr_array_new_with_free_func (g_free);
  explore->account->homes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  explore->account->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  explore->starts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  g_task_set_source_tag (task, pln_dav_explore_async);
  g_task_set_task_data (task, explore, (GDestroyNotify) explore_free);

  add_start (explore, start, "");
  add_start (explore, start, "/.well-known/caldav");
  add_start (explore, start, "/");
  try_next_start (task);
}

/**
 * pln_dav_explore_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable): what the account has
 */
PlnDavAccount *
pln_dav_explore_finish (PlnDavClient  *client,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
