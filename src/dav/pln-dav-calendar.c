/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-calendar.h"

#include "pln-dav-xml-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_PAGES 1000

#define LIST \
  PLN_DAV_XML "<D:propfind" PLN_DAV_SPACES "><D:prop><D:resourcetype/><D:getetag/><D:sync-token/></D:prop></D:propfind>"

/**
 * pln_dav_listing_free:
 * @listing: (transfer full) (nullable): a listing
 */
void
pln_dav_listing_free (PlnDavListing *listing)
{
  if (listing == NULL)
    return;

  g_ptr_array_unref (listing->items);
  g_free (listing->token);
  g_free (listing);
}

/**
 * pln_dav_href_key:
 * @href: a path or an address, as a server wrote it
 *
 * Makes hrefs comparable: servers write the same one with other letters
 * percent-encoded, and in lower case. Only the path counts.
 *
 * Returns: (transfer full): the decoded path; @href itself if it cannot be
 *   decoded
 */
char *
pln_dav_href_key (const char *href)
{
  const char *scheme = strstr (href, "://");
  const char *path = scheme != NULL && strchr (href, '/') == scheme + 1 ? strchr (scheme + 3, '/') : href;
  char *key = g_uri_unescape_string (path != NULL ? path : "/", NULL);

  return key != NULL ? key : g_strdup (href);
}

/* What a request about a calendar needs until it is answered. */
typedef struct
{
  GUri          *calendar;
  char          *key; /* of the calendar itself */
  PlnDavListing *listing;
  guint          n_pages;
  GHashTable    *wanted; /* key of an href to the href: not answered yet */
  GPtrArray     *got;    /* PlnDavItem */
} Call;

static void
call_free (Call *call)
{
  g_uri_unref (call->calendar);
  g_free (call->key);
  g_clear_pointer (&call->listing, pln_dav_listing_free);
  g_clear_pointer (&call->wanted, g_hash_table_unref);
  g_clear_pointer (&call->got, g_ptr_array_unref);
  g_free (call);
}

static GTask *
call_new (PlnDavClient        *client,
          GUri                *calendar,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             tag)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->calendar = g_uri_ref (calendar);
  call->key = pln_dav_href_key (g_uri_get_path (calendar));
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  return task;
}

static void
send (GTask               *task,
      const char          *method,
      const char          *depth,
      const char          *text,
      GAsyncReadyCallback  callback)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  PlnDavRequest request = { .method = method, .depth = depth, .body = body };

  pln_dav_client_send_async (g_task_get_source_object (task), call->calendar, &request,
                             g_task_get_cancellable (task), callback, task);
}

/* What a refusal of the calendar itself means: it deletes nothing. */
static GError *
calendar_error (PlnDavClient *client,
                guint         status)
{
  return pln_dav_error_from_status (status / 100 == 2 ? 502 : status, _("the calendar"), pln_dav_client_get_host (client));
}

static PlnDavMultistatus *
read_multistatus (PlnDavClient  *client,
                  PlnDavReply   *reply,
                  GError       **error)
{
  if (reply->status == 207)
    return pln_dav_multistatus_parse (reply->body, pln_dav_client_get_host (client), error);

  g_propagate_error (error, calendar_error (client, reply->status));

  return NULL;
}

static void
peeked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  PlnDavMultistatus *found = reply != NULL ? read_multistatus (client, reply, &error) : NULL;

  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) pln_dav_multistatus_free);
}

/**
 * pln_dav_calendar_peek_async:
 * @client: a client
 * @calendar: where the calendar is
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Asks what a calendar is, whether one may write to it, and for its tokens: if
 * they are as they were, nothing in it changed. One request.
 */
void
pln_dav_calendar_peek_async (PlnDavClient        *client,
                             GUri                *calendar,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  send (call_new (client, calendar, cancellable, callback, user_data, pln_dav_calendar_peek_async),
        "PROPFIND", "0", PLN_DAV_PEEK, peeked_cb);
}

/**
 * pln_dav_calendar_peek_folder_async:
 * @client: a client
 * @folder: where calendars are
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * The same for all calendars of a folder, in one request. Finished by
 * pln_dav_calendar_peek_finish(), with one item for each.
 */
void
pln_dav_calendar_peek_folder_async (PlnDavClient        *client,
                                    GUri                *folder,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  send (call_new (client, folder, cancellable, callback, user_data, pln_dav_calendar_peek_folder_async),
        "PROPFIND", "1", PLN_DAV_PEEK, peeked_cb);
}

/**
 * pln_dav_calendar_peek_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable): the answer, with one item
 */
PlnDavMultistatus *
pln_dav_calendar_peek_finish (PlnDavClient  *client,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void changes_cb (GObject *source, GAsyncResult *result, gpointer user_data);
static void whole_cb (GObject *source, GAsyncResult *result, gpointer user_data);
static void listed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask_for_changes (GTask               *task,
                 const char          *token,
                 GAsyncReadyCallback  callback)
{
  g_autofree char *text =
    g_markup_printf_escaped (PLN_DAV_XML "<D:sync-collection" PLN_DAV_SPACES "><D:sync-token>%s</D:sync-token>"
                             "<D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>", token);

  send (task, "REPORT", "0", text, callback); /* RFC 6578, 3.2: Depth 0 */
}

/* Takes the objects of an answer into the listing; returns whether there is
 * another page of it. */
static gboolean
take_items (Call              *call,
            PlnDavMultistatus *found)
{
  gboolean more = FALSE;

  while (found->items->len > 0)
    {
      PlnDavItem *item = g_ptr_array_index (found->items, found->items->len - 1);
      g_autofree char *key = pln_dav_href_key (item->href);

      if (g_str_equal (key, call->key))
        more = more || item->status == 507; /* RFC 6578, 3.6 */
      else if ((item->kinds & PLN_DAV_COLLECTION) == 0)
        {
          g_ptr_array_add (call->listing->items, g_ptr_array_steal_index (found->items, found->items->len - 1));
          continue;
        }
      g_ptr_array_set_size (found->items, found->items->len - 1);
    }

  return more;
}

static void
finish_listing (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&call->listing), (GDestroyNotify) pln_dav_listing_free);
  g_object_unref (task);
}

/* Goes on with a page of changes. */
static void
take_changes (GTask               *task,
              PlnDavMultistatus   *found,
              GAsyncReadyCallback  callback)
{
  Call *call = g_task_get_task_data (task);
  gboolean more = take_items (call, found);
  gboolean moved = found->sync_token != NULL && g_strcmp0 (found->sync_token, call->listing->token) != 0;

  if (found->sync_token != NULL)
    {
      g_free (call->listing->token);
      call->listing->token = g_strdup (found->sync_token);
    }

  if (!more)
    finish_listing (task);
  else if (moved && ++call->n_pages < MOST_PAGES)
    ask_for_changes (task, call->listing->token, callback);
  else
    {
      g_task_return_error (task, calendar_error (g_task_get_source_object (task), 507));
      g_object_unref (task);
    }
}

static void
start_listing (GTask    *task,
               gboolean  is_whole)
{
  Call *call = g_task_get_task_data (task);

  g_clear_pointer (&call->listing, pln_dav_listing_free);
  call->listing = g_new0 (PlnDavListing, 1);
  call->listing->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  call->listing->is_whole = is_whole;
  call->n_pages = 0;
}

/* A token that is not known any more, or a server without reports of changes:
 * each says it in its own way. */
static gboolean
refuses_token (guint status)
{
  static const guint refusals[] = { 400, 403, 405, 409, 410, 412, 415, 418, 500, 501 };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i] == status)
      return TRUE;

  return FALSE;
}

static void
changes_answered (GObject             *source,
                  GAsyncResult        *result,
                  GTask               *task,
                  GAsyncReadyCallback  again,
                  void               (*refused) (GTask *task))
{
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  g_autoptr(PlnDavMultistatus) found = NULL;

  if (reply != NULL && refuses_token (reply->status))
    {
      refused (task);
      return;
    }

  found = reply != NULL ? read_multistatus (client, reply, &error) : NULL;
  if (found != NULL)
    take_changes (task, found, again);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

static void
list_plainly (GTask *task)
{
  start_listing (task, TRUE);
  send (task, "PROPFIND", "1", LIST, listed_cb);
}

static void
list_whole (GTask *task)
{
  start_listing (task, TRUE);
  ask_for_changes (task, "", whole_cb);
}

static void
changes_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  changes_answered (source, result, user_data, changes_cb, list_whole);
}

static void
whole_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  changes_answered (source, result, user_data, whole_cb, list_plainly);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  g_autoptr(PlnDavMultistatus) found = reply != NULL ? read_multistatus (client, reply, &error) : NULL;
  gboolean is_calendar = FALSE;

  for (guint i = 0; found != NULL && i < found->items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (found->items, i);
      g_autofree char *key = pln_dav_href_key (item->href);

      if (!g_str_equal (key, call->key))
        continue;
      is_calendar = is_calendar || (item->kinds & PLN_DAV_CALENDAR) != 0;
      if (call->listing->token == NULL)
        call->listing->token = g_steal_pointer (&item->sync_token);
    }

  /* What is empty because it is something else deletes nothing. */
  if (found != NULL && !is_calendar)
    error = calendar_error (client, 404);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  take_items (call, found);
  finish_listing (task);
}

/**
 * pln_dav_calendar_list_async:
 * @client: a client
 * @calendar: where the calendar is
 * @token: (nullable): of the listing before; %NULL for all that is there
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Asks what changed since @token (RFC 6578), page by page. If the server does
 * not know the token any more, or has no reports of changes, everything is
 * listed: by such a report from the start, else by PROPFIND. Seen: an unknown
 * token is answered by 403 (Radicale 3.1.8, Cyrus 3.6.1, sabre/dav 4.7), by 500
 * (Xandikos 0.2.8), or by a whole listing without saying so (DAViCal 1.1.12),
 * which the caller has to notice.
 */
void
pln_dav_calendar_list_async (PlnDavClient        *client,
                             GUri                *calendar,
                             const char          *token,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = call_new (client, calendar, cancellable, callback, user_data, pln_dav_calendar_list_async);

  if (token == NULL || *token == '\0')
    list_whole (task);
  else
    {
      start_listing (task, FALSE);
      ask_for_changes (task, token, changes_cb);
    }
}

/**
 * pln_dav_calendar_list_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable): what is there, or changed
 */
PlnDavListing *
pln_dav_calendar_list_finish (PlnDavClient  *client,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void get_next (GTask *task);

static void
take_object (Call       *call,
             PlnDavItem *item) /* (transfer full) */
{
  g_autofree char *key = pln_dav_href_key (item->href);

  /* What was not asked for, or is there twice, is of no use. */
  if (g_hash_table_remove (call->wanted, key) && (item->data != NULL || item->status == 404))
    g_ptr_array_add (call->got, item);
  else
    pln_dav_item_free (item);
}

static void
got_one_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (PLN_DAV_CLIENT (source), result, &error);
  GHashTableIter iter;
  gpointer key;
  gpointer href;

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_hash_table_iter_init (&iter, call->wanted);
  if (g_hash_table_iter_next (&iter, &key, &href) && (reply->status == 200 || reply->status == 404 || reply->status == 410))
    {
      PlnDavItem *item = pln_dav_item_new (href);

      item->status = reply->status == 200 ? 0 : 404;
      item->data = reply->status == 200 ? g_bytes_ref (reply->body) : NULL;
      item->etag = g_strdup (reply->etag);
      item->schedule_tag = g_strdup (reply->schedule_tag);
      take_object (call, item);
    }
  else
    g_hash_table_iter_remove (&iter); /* that one is left for the next time */
  get_next (task);
}

/* Fetches one of those that the server left out before it is believed gone. */
static void
get_next (GTask *task)
{
  PlnDavClient *client = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  PlnDavRequest request = { .method = "GET" };
  GHashTableIter iter;
  gpointer key;
  gpointer href;

  g_hash_table_iter_init (&iter, call->wanted);
  while (g_hash_table_iter_next (&iter, &key, &href))
    {
      g_autoptr(GUri) uri = pln_dav_client_resolve (client, call->calendar, href);

      if (uri != NULL)
        {
          pln_dav_client_send_async (client, uri, &request, g_task_get_cancellable (task), got_one_cb, task);
          return;
        }
      g_hash_table_iter_remove (&iter);
      g_hash_table_iter_init (&iter, call->wanted);
    }

  g_task_return_pointer (task, g_steal_pointer (&call->got), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static void
got_many_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Call *call = g_task_get_task_data (task);
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  g_autoptr(PlnDavMultistatus) found = reply != NULL ? read_multistatus (client, reply, &error) : NULL;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  while (found->items->len > 0)
    take_object (call, g_ptr_array_steal_index (found->items, found->items->len - 1));
  get_next (task);
}

/**
 * pln_dav_calendar_get_async:
 * @client: a client
 * @calendar: where the calendar is
 * @hrefs: at most %PLN_DAV_BATCH objects, as they were listed
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Reads several objects by one request (RFC 4791, 7.9). Those that the server
 * leaves out of its answer (seen: DAViCal 1.1.12, sabre/dav 4.7, of what is
 * gone) are asked for one by one.
 */
void
pln_dav_calendar_get_async (PlnDavClient        *client,
                            GUri                *calendar,
                            const char *const   *hrefs,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = call_new (client, calendar, cancellable, callback, user_data, pln_dav_calendar_get_async);
  Call *call = g_task_get_task_data (task);
  g_autoptr(GString) text = g_string_new (PLN_DAV_XML "<C:calendar-multiget" PLN_DAV_SPACES "><D:prop><D:getetag/><C:schedule-tag/>"
                                          "<C:calendar-data/></D:prop>");

  call->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  call->got = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_dav_item_free);
  for (guint i = 0; hrefs[i] != NULL; i++)
    {
      g_autofree char *line = g_markup_printf_escaped ("<D:href>%s</D:href>", hrefs[i]);

      g_string_append (text, line);
      g_hash_table_insert (call->wanted, pln_dav_href_key (hrefs[i]), g_strdup (hrefs[i]));
    }
  g_string_append (text, "</C:calendar-multiget>");
  send (task, "REPORT", "1", text->str, got_many_cb);
}

/**
 * pln_dav_calendar_get_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnDavItem): what was
 *   found, in no order; status 404: it is gone. What could not be read now is
 *   left out
 */
GPtrArray *
pln_dav_calendar_get_finish (PlnDavClient  *client,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
