/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dav-steps.h"

#include <string.h>

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  DavSteps *dav = user_data;
  const DavStep *step = dav->steps++;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autofree char *conditions =
    g_strdup_printf ("if=%s none=%s", soup_message_headers_get_one (headers, "If-Match"),
                     soup_message_headers_get_one (headers, "If-None-Match"));
  g_auto(GStrv) words = NULL;

  g_assert_nonnull (step->asked);
  words = g_strsplit (step->asked, " ", -1);
  g_assert_cmpstr (soup_server_message_get_method (message), ==, words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    if (strstr (path, words[i]) == NULL && strstr (conditions, words[i]) == NULL
        && (body->data == NULL || strstr (body->data, words[i]) == NULL))
      g_error ("“%s” is neither in %s, %s nor in: %s", words[i], path, conditions, body->data);

  soup_server_message_set_status (message, step->status, NULL);
  if (step->header != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (step->header, ": ", 2);

      soup_message_headers_append (soup_server_message_get_response_headers (message), parts[0], parts[1]);
    }
  if (step->body != NULL)
    soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_STATIC, step->body, strlen (step->body));
}

void
dav_steps_set_up (DavSteps      *dav,
                  gconstpointer  user_data)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  dav->server = soup_server_new (NULL, NULL);
  soup_server_listen_local (dav->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (dav->server);
  text = g_strdup_printf ("http://127.0.0.1:%d/cal/", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  dav->calendar = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  dav->client = pln_dav_client_new (dav->calendar, "ada", "secret");
  soup_server_add_handler (dav->server, NULL, answer_cb, dav, NULL);
}

void
dav_steps_tear_down (DavSteps      *dav,
                     gconstpointer  user_data)
{
  g_object_unref (dav->client);
  soup_server_disconnect (dav->server);
  g_object_unref (dav->server);
  g_uri_unref (dav->calendar);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
dav_steps_done_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ((DavSteps *) user_data)->result = g_object_ref (result);
}

GAsyncResult *
dav_steps_wait (DavSteps *dav)
{
  while (dav->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (dav->steps->asked != NULL)
    g_error ("not asked: %s", dav->steps->asked);

  return g_steal_pointer (&dav->result);
}
