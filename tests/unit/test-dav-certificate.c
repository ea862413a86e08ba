/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-client.h"

#include <libsoup/soup.h>
#include <string.h>

/* LeakSanitizer of clang 14 cannot look into a process that has loaded GnuTLS:
 * it ends by a signal of its own. What this test does, others look through. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

static guint n_asked;

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  n_asked++;
  soup_server_message_set_status (message, 207, NULL);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static PlnDavReply *
ask (PlnDavClient  *client,
     GError       **error)
{
  GAsyncResult *result = NULL;
  PlnDavRequest request = { .method = "PROPFIND" };
  PlnDavReply *reply;

  pln_dav_client_send_async (client, pln_dav_client_get_account (client), &request, NULL, sent_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = pln_dav_client_send_finish (client, result, error);
  g_object_unref (result);

  return reply;
}

/* Who cannot prove who it is, is refused, unless the user compared. */
static void
test_certificate (void)
{
  g_autofree char *certificate_path = g_test_build_filename (G_TEST_DIST, "data", "tls", "certificate.pem", NULL);
  g_autofree char *key_path = g_test_build_filename (G_TEST_DIST, "data", "tls", "key.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_files (certificate_path, key_path, &error);
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(PlnDavClient) client = NULL;
  g_autoptr(PlnDavReply) reply = NULL;
  g_autofree char *fingerprint = NULL;
  GTlsCertificateFlags reasons = 0;
  GSList *uris;

  g_assert_no_error (error);
  server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | SOUP_SERVER_LISTEN_HTTPS, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  uri = g_uri_build (SOUP_HTTP_URI_FLAGS, "https", NULL, "127.0.0.1", g_uri_get_port (uris->data), "/", NULL, NULL);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  soup_server_add_handler (server, NULL, answer_cb, NULL, NULL);
  client = pln_dav_client_new (uri, "ada", "secret");

  g_assert_null (ask (client, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_CERTIFICATE);
  g_assert_cmpuint (n_asked, ==, 0); /* above all not with the password */
  g_clear_error (&error);
  fingerprint = g_strdup (pln_dav_client_get_refused (client, &reasons));
  g_assert_cmpuint (strlen (fingerprint), ==, 64);
  g_assert_cmpint (reasons & G_TLS_CERTIFICATE_UNKNOWN_CA, !=, 0);

  pln_dav_client_set_pin (client, "0000");
  g_assert_null (ask (client, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_CERTIFICATE);
  g_clear_error (&error);

  pln_dav_client_set_pin (client, fingerprint);
  reply = ask (client, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 207);
  soup_server_disconnect (server);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav/client/certificate", test_certificate);

  return g_test_run ();
}
