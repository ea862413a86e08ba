/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-calendar.h"

#include "pln-dav-xml-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * pln_dav_written_free:
 * @written: (transfer full) (nullable): what became of a write
 */
void
pln_dav_written_free (PlnDavWritten *written)
{
  if (written == NULL)
    return;

  g_free (written->etag);
  g_free (written->schedule_tag);
  g_free (written->href);
  g_free (written);
}

/* What a write means to the user. */
typedef struct
{
  char     *title;
  GUri     *uri;
  gboolean  is_new;
  char     *name;   /* of a calendar that is made */
  char     *colour;
} Write;

static void
write_free (Write *write)
{
  g_free (write->title);
  g_uri_unref (write->uri);
  g_free (write->name);
  g_free (write->colour);
  g_free (write);
}

static GTask *
write_new (PlnDavClient        *client,
           GUri                *uri,
           const char          *title,
           gboolean             is_new,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data,
           gpointer             tag)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);
  Write *write = g_new0 (Write, 1);

  write->title = g_strdup (title);
  write->uri = g_uri_ref (uri);
  write->is_new = is_new;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);

  return task;
}

/* The status of a write, and the condition that was not met. Xandikos and
 * Radicale put both into a multistatus: a 207 is no success by itself. */
static guint
outcome (PlnDavReply   *reply,
         char         **condition)
{
  g_autoptr(PlnDavMultistatus) inner = NULL;
  PlnDavItem *item;

  *condition = NULL;
  if (reply->status != 207)
    {
      if (reply->status / 100 != 2)
        *condition = pln_dav_condition_parse (reply->body);
      return reply->status;
    }

  inner = pln_dav_multistatus_parse (reply->body, "", NULL);
  if (inner == NULL || inner->items->len != 1)
    return 502;

  item = g_ptr_array_index (inner->items, 0);
  *condition = g_strdup (item->error);

  return item->status != 0 ? item->status : 502;
}

/* The same UID under another name (RFC 4791, 5.3.2.1; RFC 6638, 3.2.4.1):
 * what is there is to be found and merged with. */
static gboolean
is_twin (const char *condition)
{
  return g_strcmp0 (condition, "no-uid-conflict") == 0
         || g_strcmp0 (condition, "unique-scheduling-object-resource") == 0;
}

static GError *
write_error (PlnDavClient *client,
             PlnDavReply  *reply,
             Write        *write)
{
  const char *host = pln_dav_client_get_host (client);
  g_autofree char *condition = NULL;
  guint status = outcome (reply, &condition);

  if (is_twin (condition))
    return g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_TWIN,
                        _("“%s” is on “%s” already, under another name. Both will be merged."), write->title, host);
  if (g_strcmp0 (condition, "max-resource-size") == 0)
    status = 413;
  else if (g_strcmp0 (condition, "quota-not-exceeded") == 0)
    status = 507;
  else if (status == 403 && condition != NULL && !g_str_equal (condition, "need-privileges"))
    status = 422; /* it may be changed, but not to this */

  return pln_dav_error_from_status (status, write->title, host);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  Write *write = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  PlnDavWritten *written;

  if (reply != NULL)
    error = write_error (client, reply, write);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  written = g_new0 (PlnDavWritten, 1);
  written->etag = g_strdup (reply->etag);
  written->schedule_tag = g_strdup (reply->schedule_tag);
  if (write->is_new && reply->location != NULL)
    {
      g_autoptr(GUri) uri = pln_dav_client_resolve (client, write->uri, reply->location);

      written->href = uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;
    }
  g_task_return_pointer (task, written, (GDestroyNotify) pln_dav_written_free);
}

/**
 * pln_dav_calendar_put_async:
 * @client: a client
 * @object: where the object is or shall be
 * @title: what the user calls it, for messages
 * @text: the object, as iCalendar
 * @etag: (nullable): the ETag it had when it was read; %NULL: it is new
 * @schedule_tag: (nullable): its Schedule-Tag, if it had one. It is a condition
 *   besides @etag, never instead: Cyrus 3.6.1 keeps the tag when the organiser
 *   moves a meeting, and others ignore it
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Writes one object (RFC 4791, 5.3.2), unless somebody else wrote it
 * meanwhile: then it is %PLN_DAV_ERROR_CHANGED. With %PLN_DAV_ERROR_OFFLINE it
 * may have been written nevertheless; reading it tells.
 */
void
pln_dav_calendar_put_async (PlnDavClient        *client,
                            GUri                *object,
                            const char          *title,
                            GBytes              *text,
                            const char          *etag,
                            const char          *schedule_tag,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = write_new (client, object, title, etag == NULL, cancellable, callback, user_data, pln_dav_calendar_put_async);
  PlnDavRequest request = {
    .method = "PUT",
    .type = "text/calendar; charset=utf-8",
    .body = text,
    .if_match = etag,
    .schedule_tag = schedule_tag,
    .is_new = etag == NULL,
  };

  pln_dav_client_send_async (client, object, &request, cancellable, put_cb, task);
}

/**
 * pln_dav_calendar_put_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable): what is known of what was stored
 */
PlnDavWritten *
pln_dav_calendar_put_finish (PlnDavClient  *client,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A network that wants a log-in first answers everything by 200 and a page.
 * Radicale answers so, too, but by a multistatus. */
static gboolean
is_page (PlnDavReply *reply)
{
  g_autoptr(PlnDavMultistatus) inner = NULL;

  if (reply->status != 200 || g_bytes_get_size (reply->body) == 0)
    return FALSE;
  inner = pln_dav_multistatus_parse (reply->body, "", NULL);

  return inner == NULL;
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);

  if (reply != NULL && reply->status != 404 && reply->status != 410) /* what is gone, is gone */
    error = is_page (reply)
            ? pln_dav_error_from_status (502, ((Write *) g_task_get_task_data (task))->title, pln_dav_client_get_host (client))
            : write_error (client, reply, g_task_get_task_data (task));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * pln_dav_calendar_delete_async:
 * @client: a client
 * @object: where the object is
 * @title: what the user calls it, for messages
 * @etag: the ETag it had when it was read
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Deletes one object, unless somebody else wrote it meanwhile: then it is
 * %PLN_DAV_ERROR_CHANGED.
 */
void
pln_dav_calendar_delete_async (PlnDavClient        *client,
                               GUri                *object,
                               const char          *title,
                               const char          *etag,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = write_new (client, object, title, FALSE, cancellable, callback, user_data, pln_dav_calendar_delete_async);
  PlnDavRequest request = { .method = "DELETE", .if_match = etag };

  g_return_if_fail (etag != NULL);

  pln_dav_client_send_async (client, object, &request, cancellable, deleted_cb, task);
}

/**
 * pln_dav_calendar_delete_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: whether the object is gone
 */
gboolean
pln_dav_calendar_delete_finish (PlnDavClient  *client,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The properties of a new calendar: all that Plenary keeps in one. */
static char *
make_properties (Write *write)
{
  g_autofree char *colour = write->colour != NULL
                            ? g_markup_printf_escaped ("<A:calendar-color>%s</A:calendar-color>", write->colour)
                            : g_strdup ("");
  g_autofree char *name = g_markup_printf_escaped ("<D:displayname>%s</D:displayname>", write->name);

  return g_strconcat ("<D:set><D:prop>", name, colour,
                      "<C:supported-calendar-component-set><C:comp name=\"VEVENT\"/><C:comp name=\"VTODO\"/>"
                      "<C:comp name=\"VJOURNAL\"/></C:supported-calendar-component-set>", NULL);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  Write *write = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);

  if (reply != NULL && reply->status != 201 && reply->status != 200)
    error = reply->status / 100 == 2
            ? pln_dav_error_from_status (409, write->name, pln_dav_client_get_host (client))
            : write_error (client, reply, write);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* A server that does not know MKCALENDAR may know the extended MKCOL (RFC 5689). */
static void
mkcalendar_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  PlnDavClient *client = PLN_DAV_CLIENT (source);
  Write *write = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (client, result, &error);
  g_autofree char *properties = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) body = NULL;
  PlnDavRequest request = { .method = "MKCOL" };

  if (reply == NULL || reply->status == 201)
    {
      if (reply == NULL)
        g_task_return_error (task, error);
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  properties = make_properties (write);
  text = g_strconcat (PLN_DAV_XML "<D:mkcol" PLN_DAV_SPACES ">", properties,
                      "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop></D:set></D:mkcol>", NULL);
  body = g_bytes_new (text, strlen (text));
  request.body = body;
  pln_dav_client_send_async (client, write->uri, &request, g_task_get_cancellable (task), made_cb, task);
}

/**
 * pln_dav_calendar_make_async:
 * @client: a client
 * @calendar: where it shall be; nothing is there yet
 * @name: what the user calls it
 * @colour: (nullable): #rrggbb
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when it is answered
 * @user_data: data for @callback
 *
 * Makes a calendar for events, actions and notes (RFC 4791, 5.3.1). What the
 * server made of the wishes, pln_dav_calendar_peek_async() tells.
 */
void
pln_dav_calendar_make_async (PlnDavClient        *client,
                             GUri                *calendar,
                             const char          *name,
                             const char          *colour,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = write_new (client, calendar, name, TRUE, cancellable, callback, user_data, pln_dav_calendar_make_async);
  Write *write = g_task_get_task_data (task);
  g_autofree char *properties = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) body = NULL;
  PlnDavRequest request = { .method = "MKCALENDAR" };

  write->name = g_strdup (name);
  write->colour = g_strdup (colour);
  properties = make_properties (write);
  text = g_strconcat (PLN_DAV_XML "<C:mkcalendar" PLN_DAV_SPACES ">", properties,
                      "</D:prop></D:set></C:mkcalendar>", NULL);
  body = g_bytes_new (text, strlen (text));
  request.body = body;
  pln_dav_client_send_async (client, calendar, &request, cancellable, mkcalendar_cb, task);
}

/**
 * pln_dav_calendar_make_finish:
 * @client: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: whether it was made
 */
gboolean
pln_dav_calendar_make_finish (PlnDavClient  *client,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
