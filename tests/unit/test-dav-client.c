/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-client.h"

#include "pln-clock.h"

#include <libsoup/soup.h>
#include <string.h>

/* What the server answers to a path, and what it was asked. */
typedef struct
{
  guint       status;
  const char *headers; /* "Name: value", a line each, or NULL */
  const char *body;
} Answer;

typedef struct
{
  SoupServer   *server;
  GUri         *uri;
  GHashTable   *answers; /* path to Answer */
  GString      *asked;   /* method, path, authorization, body, a line each */
  PlnDavClient *client;
  GAsyncResult *result;
} Fixture;

static void
set_answer (Fixture      *fixture,
            const char   *path,
            const Answer *answer)
{
  g_hash_table_insert (fixture->answers, (gpointer) path, (gpointer) answer);
}

static void
add_headers (SoupMessageHeaders *to,
             const char         *lines)
{
  g_auto(GStrv) all = g_strsplit (lines, "\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (all[i], ": ", 2);

      soup_message_headers_append (to, parts[0], parts[1]);
    }
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Fixture *fixture = user_data;
  const Answer *answer = g_hash_table_lookup (fixture->answers, path);
  const char *known = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  g_string_append_printf (fixture->asked, "%s %s %s %s\n", soup_server_message_get_method (message), path,
                          known != NULL ? known : "-", body->length > 0 ? body->data : "-");
  soup_server_message_set_status (message, answer != NULL ? answer->status : 404, NULL);
  if (answer != NULL && answer->headers != NULL)
    add_headers (soup_server_message_get_response_headers (message), answer->headers);
  if (answer != NULL && answer->body != NULL)
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, answer->body, strlen (answer->body));
}

static GUri *
listen (SoupServer *server)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GSList) uris = NULL;
  GUri *uri;

  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  text = g_strdup_printf ("http://127.0.0.1:%d/", g_uri_get_port (uris->data));
  uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  g_slist_free_full (g_steal_pointer (&uris), (GDestroyNotify) g_uri_unref);

  return uri;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->server = soup_server_new (NULL, NULL);
  fixture->uri = listen (fixture->server);
  fixture->answers = g_hash_table_new (g_str_hash, g_str_equal);
  fixture->asked = g_string_new (NULL);
  fixture->client = pln_dav_client_new (fixture->uri, "adà", "pässword");
  soup_server_add_handler (fixture->server, NULL, answer_cb, fixture, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->client);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_uri_unref (fixture->uri);
  g_hash_table_unref (fixture->answers);
  g_string_free (fixture->asked, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static PlnDavReply *
send_with (Fixture       *fixture,
           PlnDavClient  *client,
           GUri          *base,
           const char    *method,
           const char    *path,
           const char    *text,
           GError       **error)
{
  g_autoptr(GUri) uri = g_uri_parse_relative (base, path, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GBytes) body = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  PlnDavRequest request = { .method = method, .body = body };

  g_string_truncate (fixture->asked, 0);
  pln_dav_client_send_async (client, uri, &request, NULL, sent_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);

  return pln_dav_client_send_finish (client, result, error);
}

static PlnDavReply *
ask (Fixture    *fixture,
     const char *method,
     const char *path,
     const char *text)
{
  g_autoptr(GError) error = NULL;
  PlnDavReply *reply = send_with (fixture, fixture->client, fixture->uri, method, path, text, &error);

  g_assert_no_error (error);

  return reply;
}

#define ME "Basic YWTDoDpww6Rzc3dvcmQ=" /* in UTF-8 */

static void
test_plain (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const Answer created = { 201, "ETag: \"1\"\nSchedule-Tag: \"s\"\nLocation: /new.ics", "ok" };
  static const Answer weak = { 204, "ETag: W/\"1\"", NULL };
  static const Answer bare = { 204, "ETag: 1", NULL };
  g_autoptr(PlnDavReply) reply = NULL;
  g_autoptr(PlnDavReply) without = NULL;
  g_autoptr(PlnDavReply) quoted = NULL;
  const PlnDavTraffic *traffic = pln_dav_client_get_traffic (fixture->client);

  set_answer (fixture, "/1.ics", &created);
  set_answer (fixture, "/2.ics", &weak);
  set_answer (fixture, "/3.ics", &bare);

  reply = ask (fixture, "PUT", "/1.ics", "BEGIN");
  g_assert_cmpuint (reply->status, ==, 201);
  g_assert_cmpstr (reply->etag, ==, "\"1\"");
  g_assert_cmpstr (reply->schedule_tag, ==, "\"s\"");
  g_assert_cmpstr (reply->location, ==, "/new.ics");
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "ok", 2);
  g_assert_cmpstr (fixture->asked->str, ==, "PUT /1.ics " ME " BEGIN\n");
  g_assert_cmpuint (traffic->requests, ==, 1);
  g_assert_cmpuint (traffic->bytes_sent, >, 5);
  g_assert_cmpuint (traffic->bytes_received, >, 2);

  without = ask (fixture, "PUT", "/2.ics", "BEGIN");
  g_assert_null (without->etag); /* RFC 9110, 13.1.1: no weak one for If-Match */
  quoted = ask (fixture, "PUT", "/3.ics", "BEGIN");
  g_assert_cmpstr (quoted->etag, ==, "\"1\"");
}

/* What reads is sent again with its body; what writes must never become a GET
 * that succeeds. */
static void
test_redirects (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const Answer there = { 207, NULL, "found" };
  static const struct { const char *method; guint status; const char *to; guint expected; } cases[] = {
    { "PROPFIND", 301, "/there", 207 },
    { "PROPFIND", 302, "/there", 207 },
    { "PROPFIND", 303, "/there", 303 },
    { "PROPFIND", 307, "/there", 207 },
    { "PROPFIND", 308, "there", 207 },
    { "REPORT", 301, "/there", 207 },
    { "PUT", 301, "/there", 301 },
    { "PUT", 302, "/there", 302 },
    { "PUT", 303, "/there", 303 },
    { "PUT", 307, "/there", 207 },
    { "PUT", 308, "/deeper/there", 308 }, /* another collection */
    { "DELETE", 302, "/there", 302 },
    { "PROPFIND", 301, "/here", 301 }, /* round and round */
    { "PROPFIND", 302, "ftp://127.0.0.1/there", 302 },
    { "PROPFIND", 302, "http:///there", 302 },
    { "PROPFIND", 302, NULL, 302 },
  };

  set_answer (fixture, "/there", &there);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *location = cases[i].to != NULL ? g_strconcat ("Location: ", cases[i].to, NULL) : NULL;
      Answer answer = { cases[i].status, location, NULL };
      g_autofree char *last = NULL;
      g_autoptr(PlnDavReply) reply = NULL;

      set_answer (fixture, "/here", &answer);
      reply = ask (fixture, cases[i].method, "/here", "BODY");
      g_assert_cmpuint (reply->status, ==, cases[i].expected);
      if (cases[i].expected != 207)
        continue;

      last = g_strconcat ("\n", cases[i].method, " /there " ME " BODY\n", NULL);
      g_assert_true (g_str_has_suffix (fixture->asked->str, last));
      g_assert_cmpstr (g_uri_get_path (reply->uri), ==, "/there");
      g_assert_cmpint (reply->moved, ==, cases[i].status == 301 || cases[i].status == 308);
    }
}

/* Another server gets the question, and not the password. */
static void
test_other_server (Fixture       *fixture,
                   gconstpointer  user_data)
{
  static const Answer there = { 207, NULL, "found" };
  g_autoptr(SoupServer) other = soup_server_new (NULL, NULL);
  g_autoptr(GUri) uri = listen (other);
  g_autofree char *address = g_uri_to_string (uri);
  g_autofree char *location = g_strconcat ("Location: ", address, "there", NULL);
  Answer answer = { 302, location, NULL };
  g_autoptr(PlnDavReply) reply = NULL;
  g_autoptr(GUri) resolved = NULL;

  soup_server_add_handler (other, NULL, answer_cb, fixture, NULL);
  set_answer (fixture, "/here", &answer);
  set_answer (fixture, "/there", &there);

  reply = ask (fixture, "PROPFIND", "/here", "BODY");
  g_assert_cmpuint (reply->status, ==, 207);
  g_assert_cmpstr (fixture->asked->str, ==, "PROPFIND /here " ME " BODY\nPROPFIND /there - BODY\n");
  g_assert_cmpint (g_uri_get_port (reply->uri), ==, g_uri_get_port (uri));

  g_assert_null (pln_dav_client_resolve (fixture->client, fixture->uri, address));
  resolved = pln_dav_client_resolve (fixture->client, fixture->uri, "a%20b/");
  g_assert_cmpstr (g_uri_get_path (resolved), ==, "/a%20b/");
  soup_server_disconnect (other);
}

/* No password goes over a network that anybody can read. */
static void
test_not_in_the_open (Fixture       *fixture,
                      gconstpointer  user_data)
{
  static const Answer there = { 207, NULL, "found" };
  g_autoptr(GUri) open = g_uri_parse ("http://calendar.example/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(PlnDavClient) client = pln_dav_client_new (open, "ada", "secret");
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavReply) reply = NULL;

  set_answer (fixture, "/there", &there);
  reply = send_with (fixture, client, fixture->uri, "PROPFIND", "/there", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->asked->str, ==, "PROPFIND /there - -\n");
}

static void
test_wait (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const struct { const char *header; guint seconds; } cases[] = {
    { "Retry-After: 120", 120 },
    { "Retry-After: Tue, 19 Jul 2011 14:12:30 GMT", 30 },
    { "Retry-After: Tue, 19 Jul 2011 14:00:00 GMT", 0 },
    { "Retry-After: 99999999999999999999", 86400 },
    { "Retry-After: Tue, 19 Jul 2050 14:00:00 GMT", 86400 },
    { "Retry-After: soon", 0 },
    { NULL, 0 },
  };

  pln_clock_set (1311084720); /* 19 July 2011, 14:12 UTC */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Answer answer = { 503, cases[i].header, NULL };
      g_autoptr(PlnDavReply) reply = NULL;

      set_answer (fixture, "/", &answer);
      reply = ask (fixture, "PROPFIND", "/", NULL);
      g_assert_cmpuint (reply->status, ==, 503);
      g_assert_cmpuint (reply->retry_after, ==, cases[i].seconds);
    }
}

static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  soup_server_disconnect (fixture->server);
  g_assert_null (send_with (fixture, fixture->client, fixture->uri, "PROPFIND", "/", NULL, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  PlnDavRequest request = { .method = "PROPFIND" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pln_dav_client_send_async (fixture->client, fixture->uri, &request, cancellable, sent_cb, fixture);
  g_cancellable_cancel (cancellable);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  g_assert_null (pln_dav_client_send_finish (fixture->client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
check_basic_cb (SoupAuthDomain    *domain,
                SoupServerMessage *message,
                const char        *user,
                const char        *password,
                gpointer           user_data)
{
  return g_str_equal (user, "ada") && g_str_equal (password, "secret");
}

static char *
check_digest_cb (SoupAuthDomain    *domain,
                 SoupServerMessage *message,
                 const char        *user,
                 gpointer           user_data)
{
  return g_str_equal (user, "ada") ? soup_auth_domain_digest_encode_password ("ada", "here", "secret") : NULL;
}

static void
try_password (Fixture    *fixture,
              const char *password,
              guint       status,
              const char *body)
{
  g_autoptr(PlnDavClient) client = pln_dav_client_new (fixture->uri, "ada", password);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavReply) reply = send_with (fixture, client, fixture->uri, "PUT", "/1.ics", "BEGIN", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, status);
  if (body != NULL)
    g_assert_true (g_str_has_suffix (fixture->asked->str, body));
}

static void
test_digest (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const Answer created = { 201, NULL, NULL };
  g_autoptr(SoupAuthDomain) domain =
    soup_auth_domain_digest_new ("realm", "here", "auth-callback", check_digest_cb, NULL);

  soup_auth_domain_add_path (domain, "/");
  soup_server_add_auth_domain (fixture->server, domain);
  set_answer (fixture, "/1.ics", &created);

  try_password (fixture, "secret", 201, " BEGIN\n"); /* and with its body, the second time */
  try_password (fixture, "wrong", 401, NULL);
}

static void
test_basic (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const Answer created = { 201, NULL, NULL };
  g_autoptr(SoupAuthDomain) domain =
    soup_auth_domain_basic_new ("realm", "here", "auth-callback", check_basic_cb, NULL);

  soup_auth_domain_add_path (domain, "/");
  soup_server_add_auth_domain (fixture->server, domain);
  set_answer (fixture, "/1.ics", &created);

  try_password (fixture, "secret", 201, " BEGIN\n");
  try_password (fixture, "wrong", 401, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/dav/client/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("plain", test_plain);
  ADD ("redirects", test_redirects);
  ADD ("other-server", test_other_server);
  ADD ("not-in-the-open", test_not_in_the_open);
  ADD ("wait", test_wait);
  ADD ("unreachable", test_unreachable);
  ADD ("cancelled", test_cancelled);
  ADD ("basic", test_basic);
  ADD ("digest", test_digest);

  return g_test_run ();
}
