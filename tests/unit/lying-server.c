/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lying-server.h"

#include <stdlib.h>
#include <string.h>

#define CALENDAR "/cal/"

typedef struct
{
  char  *text; /* NULL: deleted */
  guint  etag;
} LyingObject;

static void
object_free (gpointer data)
{
  LyingObject *object = data;

  g_free (object->text);
  g_free (object);
}

static void
store (LyingServer *self,
       const char  *path,
       const char  *text) /* (nullable) */
{
  LyingObject *object = g_new0 (LyingObject, 1);

  g_ptr_array_add (self->log, g_strdup (path));
  object->text = g_strdup (text);
  object->etag = self->log->len;
  g_hash_table_insert (self->objects, g_strdup (path), object);
}

static const LyingObject *
find (LyingServer *self,
      const char  *path)
{
  const LyingObject *object = g_hash_table_lookup (self->objects, path);

  return object != NULL && object->text != NULL ? object : NULL;
}

static const char *
kind_of (SoupServerMessage *message)
{
  const char *method = soup_server_message_get_method (message);
  const char *depth = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Depth");
  const SoupMessageBody *body = soup_server_message_get_request_body (message);

  if (g_str_equal (method, "PROPFIND"))
    return g_strcmp0 (depth, "0") == 0 ? "PEEK" : "PLAIN";
  if (g_str_equal (method, "REPORT"))
    return body->data != NULL && strstr (body->data, "multiget") != NULL ? "READ" : "LIST";

  return method;
}

static void
begin (LyingReply *reply)
{
  reply->status = 207;
  g_string_assign (reply->headers, "Content-Type: application/xml; charset=utf-8");
  g_string_assign (reply->body, "<D:multistatus xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav' xmlns:S='http://calendarserver.org/ns/'>");
}

static void
end (LyingReply *reply)
{
  g_string_append (reply->body, "</D:multistatus>");
}

static void
add (LyingReply        *reply,
     const char        *path,
     const LyingObject *object, /* (nullable): it is gone */
     gboolean           with_text)
{
  g_autofree char *href = g_uri_escape_string (path, "/@", FALSE);
  g_autofree char *text = object != NULL && with_text ? g_markup_escape_text (object->text, -1) : NULL;

  g_string_append_printf (reply->body, "<D:response><D:href>%s</D:href>", href);
  if (object == NULL)
    g_string_append (reply->body, "<D:status>HTTP/1.1 404 Not Found</D:status></D:response>");
  else
    g_string_append_printf (reply->body, "<D:propstat><D:prop><D:getetag>\"%u\"</D:getetag>%s%s%s</D:prop>"
                            "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>", object->etag,
                            text != NULL ? "<C:calendar-data>" : "", text != NULL ? text : "",
                            text != NULL ? "</C:calendar-data>" : "");
}

static void
describe_calendar (LyingServer *self,
                   LyingReply  *reply)
{
  g_string_append_printf (reply->body, "<D:response><D:href>" CALENDAR "</D:href><D:propstat><D:prop>"
                          "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>Shared</D:displayname>"
                          "<D:sync-token>t%u</D:sync-token><S:getctag>c%u</S:getctag></D:prop>"
                          "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>", self->log->len, self->log->len);
}

static void
list_changes (LyingServer *self,
              LyingReply  *reply,
              const char  *body)
{
  const char *token = strstr (body, "<D:sync-token>t");
  guint since = token != NULL ? (guint) strtoul (token + strlen ("<D:sync-token>t"), NULL, 10) : 0;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (token != NULL && (since < self->oldest || since > self->log->len))
    {
      reply->status = 403;
      g_string_assign (reply->body, "<D:error xmlns:D='DAV:'><D:valid-sync-token/></D:error>");
      return;
    }

  begin (reply);
  for (guint i = since; i < self->log->len; i++)
    {
      const char *path = g_ptr_array_index (self->log, i);

      if (g_hash_table_add (seen, (gpointer) path) && (token != NULL || find (self, path) != NULL))
        add (reply, path, find (self, path), FALSE);
    }
  g_string_append_printf (reply->body, "<D:sync-token>t%u</D:sync-token>", self->log->len);
  end (reply);
}

static void
list_plainly (LyingServer *self,
              LyingReply  *reply)
{
  GHashTableIter iter;
  gpointer path;

  begin (reply);
  describe_calendar (self, reply);
  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (find (self, path) != NULL)
      add (reply, path, find (self, path), FALSE);
  end (reply);
}

static void
read_many (LyingServer *self,
           LyingReply  *reply,
           const char  *body)
{
  g_auto(GStrv) parts = g_strsplit (body, "<D:href>", -1);

  begin (reply);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *path = NULL;

      *strchr (parts[i], '<') = '\0';
      path = g_uri_unescape_string (parts[i], NULL);
      add (reply, path, find (self, path), TRUE);
    }
  end (reply);
}

/* Whether the conditions of a write hold. */
static gboolean
may_write (LyingReply        *reply,
           const LyingObject *object)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (reply->message);
  const char *match = soup_message_headers_get_one (headers, "If-Match");
  g_autofree char *etag = object != NULL ? g_strdup_printf ("\"%u\"", object->etag) : NULL;

  if (match != NULL && g_strcmp0 (match, etag) != 0)
    return FALSE;

  return soup_message_headers_get_one (headers, "If-None-Match") == NULL || object == NULL;
}

static void
write_one (LyingServer *self,
           LyingReply  *reply,
           const char  *path,
           const char  *text) /* (nullable) */
{
  const LyingObject *object = find (self, path);

  if (!may_write (reply, object))
    reply->status = 412;
  else if (object == NULL && text == NULL)
    reply->status = 404;
  else
    {
      reply->status = object == NULL ? 201 : 204;
      store (self, path, text);
      if (text != NULL)
        g_string_printf (reply->headers, "ETag: \"%u\"", find (self, path)->etag);
    }
}

static void
answer_truly (LyingServer *self,
              LyingReply  *reply,
              const char  *kind,
              const char  *path)
{
  SoupMessageBody *body = soup_server_message_get_request_body (reply->message);
  const char *text = body->data != NULL ? body->data : "";

  if (g_str_equal (kind, "PUT") || g_str_equal (kind, "DELETE"))
    write_one (self, reply, path, g_str_equal (kind, "PUT") ? text : NULL);
  else if (g_str_equal (kind, "GET"))
    {
      const LyingObject *object = find (self, path);

      reply->status = object != NULL ? 200 : 404;
      g_string_assign (reply->body, object != NULL ? object->text : "");
      if (object != NULL)
        g_string_printf (reply->headers, "ETag: \"%u\"", object->etag);
    }
  else if (!g_str_equal (path, CALENDAR))
    reply->status = 404;
  else if (g_str_equal (kind, "LIST"))
    list_changes (self, reply, text);
  else if (g_str_equal (kind, "READ"))
    read_many (self, reply, text);
  else if (g_str_equal (kind, "PLAIN"))
    list_plainly (self, reply);
  else
    {
      begin (reply);
      describe_calendar (self, reply);
      end (reply);
    }
}

static const Lie *
choose_lie (LyingServer *self,
            const char  *kind)
{
  for (guint i = 0; self->lies != NULL && i < G_N_ELEMENTS (self->told); i++)
    {
      const Lie *lie = &self->lies[i];
      g_auto(GStrv) requests = NULL;

      if (lie->status == 0 && lie->func == NULL)
        return NULL;
      requests = lie->request != NULL ? g_strsplit (lie->request, " ", -1) : NULL;
      if ((requests == NULL || g_strv_contains ((const char *const *) requests, kind))
          && (lie->times == 0 || self->told[i] < lie->times))
        {
          self->told[i]++;
          return lie;
        }
    }

  return NULL;
}

static void
send_reply (LyingReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (reply->message);
  g_auto(GStrv) lines = g_strsplit (reply->headers->str, "\n", -1);
  gsize length = reply->body->len;

  soup_server_message_set_status (reply->message, reply->status, NULL);
  if (length > 0)
    {
      char *body = g_memdup2 (reply->body->str, length);

      soup_server_message_set_response (reply->message, "text/plain", SOUP_MEMORY_TAKE, body, length);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], ": ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        soup_message_headers_replace (headers, parts[0], parts[1]);
    }
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  LyingServer *self = user_data;
  const char *kind = kind_of (message);
  const Lie *lie = choose_lie (self, kind);
  g_autoptr(GString) headers = g_string_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  LyingReply reply = { self, message, 200, headers, body };

  g_string_append_printf (self->asked, "%s%s", self->asked->len > 0 ? " " : "", kind);
  if (lie == NULL || lie->is_done)
    answer_truly (self, &reply, kind, path);
  if (lie != NULL && lie->func != NULL)
    lie->func (&reply, lie);
  else if (lie != NULL)
    {
      reply.status = lie->status;
      g_string_assign (reply.headers, lie->header != NULL ? lie->header : "");
      g_string_assign (reply.body, lie->text != NULL ? lie->text : "");
    }
  send_reply (&reply);
}

void
lying_server_set_up (LyingServer *self)
{
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d" CALENDAR, g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, object_free);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->asked = g_string_new (NULL);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
}

void
lying_server_tear_down (LyingServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->objects);
  g_ptr_array_unref (self->log);
  g_string_free (self->asked, TRUE);
  g_free (self->url);
}

void
lying_server_tell (LyingServer *self,
                   const Lie   *lies)
{
  self->lies = lies;
  memset (self->told, 0, sizeof self->told);
}

void
lying_server_put (LyingServer *self,
                  const char  *path,
                  const char  *text)
{
  store (self, path, text);
}

void
lying_server_remove (LyingServer *self,
                     const char  *path)
{
  g_assert_nonnull (find (self, path));
  store (self, path, NULL);
}

const char *
lying_server_get (LyingServer *self,
                  const char  *path)
{
  const LyingObject *object = find (self, path);

  return object != NULL ? object->text : NULL;
}

void
lie_bend (LyingReply *reply,
          const Lie  *lie)
{
  g_string_replace (reply->body, lie->text, lie->by, 0);
  g_string_replace (reply->headers, lie->text, lie->by, 0);
}

void
lie_cut (LyingReply *reply,
         const Lie  *lie)
{
  const char *at = g_strrstr (reply->body->str, lie->text);

  g_assert_nonnull (at);
  g_string_truncate (reply->body, (gsize) (at - reply->body->str));
}

void
lie_reset (LyingReply *reply,
           const Lie  *lie)
{
  g_socket_shutdown (soup_server_message_get_socket (reply->message), TRUE, TRUE, NULL);
}

static void
send_bytes (LyingReply *reply,
            const char *bytes,
            gsize       length)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_socket_send (soup_server_message_get_socket (reply->message), bytes, length, NULL, &error), ==, length);
  g_assert_no_error (error);
}

void
lie_break_off (LyingReply *reply,
               const Lie  *lie)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u Cut\r\nContent-Length: %zu\r\n%s\r\n\r\n", reply->status,
                                           reply->body->len, reply->headers->str);

  send_bytes (reply, head, strlen (head));
  send_bytes (reply, reply->body->str, reply->body->len / 2);
  lie_reset (reply, lie);
}

void
lie_announce (LyingReply *reply,
              const Lie  *lie)
{
  send_bytes (reply, lie->text, strlen (lie->text));
}
