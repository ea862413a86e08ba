/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-discovery.h"

#include "pln-dav-xml-private.h"

#include "pln-address.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

/* What is asked without a login, only to see where the server sends us. */
#define WHO PLN_DAV_XML "<D:propfind" PLN_DAV_SPACES "><D:prop><D:current-user-principal/></D:prop></D:propfind>"

typedef struct
{
  char         *domain;
  GUri         *uri; /* the best that is known so far */
  PlnDavClient *client;
} Locate;

static void
locate_free (Locate *locate)
{
  g_free (locate->domain);
  g_clear_pointer (&locate->uri, g_uri_unref);
  g_clear_object (&locate->client);
  g_free (locate);
}

static gboolean
is_google (const char *host)
{
  static const char *const hosts[] = { "gmail.com", "googlemail.com", "google.com", "googleusercontent.com", "googleapis.com" };

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      gsize length = strlen (host);
      gsize other = strlen (hosts[i]);

      if (length >= other && g_ascii_strcasecmp (host + length - other, hosts[i]) == 0
          && (length == other || host[length - other - 1] == '.'))
        return TRUE;
    }

  return FALSE;
}

static void
finish (GTask *task)
{
  Locate *locate = g_task_get_task_data (task);

  if (is_google (g_uri_get_host (locate->uri)))
    g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED,
                             _("Calendars of Google cannot be connected: Google wants each program to be registered. "
                               "Another server can be used, and invitations reach guests at Google all the same."));
  else
    g_task_return_pointer (task, g_uri_ref (locate->uri), (GDestroyNotify) g_uri_unref);
  g_object_unref (task);
}

static void
seen_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Locate *locate = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnDavReply) reply = pln_dav_client_send_finish (PLN_DAV_CLIENT (source), result, &error);

  /* A certificate that cannot be verified is looked at when the password is
   * about to go there. */
  if (reply == NULL && !g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_CERTIFICATE))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_clear_error (&error);

  if (reply != NULL)
    {
      g_uri_unref (locate->uri);
      locate->uri = reply->status == 404
                    ? g_uri_parse_relative (reply->uri, "/", SOUP_HTTP_URI_FLAGS, NULL)
                    : g_uri_ref (reply->uri);
    }
  finish (task);
}

/* Follows what sends elsewhere, without a login. */
static void
see (GTask *task)
{
  Locate *locate = g_task_get_task_data (task);
  g_autoptr(GBytes) body = g_bytes_new_static (WHO, strlen (WHO));
  PlnDavRequest request = { .method = "PROPFIND", .depth = "0", .body = body };

  locate->client = pln_dav_client_new (locate->uri, NULL, NULL);
  pln_dav_client_send_async (locate->client, locate->uri, &request, g_task_get_cancellable (task), seen_cb, task);
}

static GUri *
make_uri (const char *host,
          int         port,
          const char *path)
{
  return g_uri_build (SOUP_HTTP_URI_FLAGS, "https", NULL, host, port == 443 ? -1 : port, path, NULL, NULL);
}

/* RFC 6764, 4: the path may stand in a TXT record. */
static void
path_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Locate *locate = g_task_get_task_data (task);
  GList *records = g_resolver_lookup_records_finish (G_RESOLVER (source), result, NULL);

  if (records != NULL)
    {
      g_autofree const char **texts = NULL;

      g_variant_get (records->data, "(^a&s)", &texts);
      for (guint i = 0; texts[i] != NULL; i++)
        if (g_str_has_prefix (texts[i], "path=/"))
          {
            g_autoptr(GUri) uri = make_uri (g_uri_get_host (locate->uri), g_uri_get_port (locate->uri), texts[i] + strlen ("path="));

            g_uri_unref (locate->uri);
            locate->uri = g_steal_pointer (&uri);
            break;
          }
    }
  g_list_free_full (records, (GDestroyNotify) g_variant_unref);
  see (task);
}

static void
service_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Locate *locate = g_task_get_task_data (task);
  GList *targets = g_resolver_lookup_service_finish (G_RESOLVER (source), result, NULL);

  if (targets != NULL && *g_srv_target_get_hostname (targets->data) != '\0')
    {
      g_autofree char *name = g_strconcat ("_caldavs._tcp.", locate->domain, NULL);

      locate->uri = make_uri (g_srv_target_get_hostname (targets->data), g_srv_target_get_port (targets->data),
                              "/.well-known/caldav");
      g_resolver_lookup_records_async (G_RESOLVER (source), name, G_RESOLVER_RECORD_TXT, g_task_get_cancellable (task),
                                       path_cb, task);
    }
  else
    {
      locate->uri = make_uri (locate->domain, -1, "/.well-known/caldav");
      see (task);
    }
  g_resolver_free_targets (targets);
}

/* What the user typed: an address of the web, of mail, or a name of a host. */
static void
read_text (Locate     *locate,
           const char *text)
{
  const char *at = strrchr (text, '@');
  g_autoptr(GUri) uri = NULL;

  if (strstr (text, "://") != NULL)
    {
      uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
      if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
          && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")))
        locate->uri = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                                   g_uri_get_port (uri), g_uri_get_path (uri), NULL, NULL);
      return;
    }

  if (at != NULL && !pln_address_is_mail (text))
    return;

  /* “host/path” and “host:port” are an address whose beginning was left out. */
  if (at == NULL && (strchr (text, '/') != NULL || strchr (text, ':') != NULL))
    {
      g_autofree char *whole = g_strconcat ("https://", text, NULL);

      read_text (locate, whole);
      return;
    }

  if (g_hostname_is_ascii_encoded (at != NULL ? at + 1 : text) || strchr (at != NULL ? at + 1 : text, '.') != NULL
      || g_str_equal (text, "localhost"))
    locate->domain = g_hostname_to_ascii (at != NULL ? at + 1 : text);
}

/**
 * pln_dav_locate_async:
 * @text: what the user typed: an address of the server, or of mail, or a name
 *   of a host
 * @cancellable: (nullable): stops the search
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Finds the server for what the user typed (RFC 6764): an address of the web is
 * taken as it is, with what it sends to; for a domain, its SRV and TXT records
 * are asked for, else its well-known address. No name and no password is sent:
 * the host that was found is to be shown before that.
 */
void
pln_dav_locate_async (const char          *text,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Locate *locate = g_new0 (Locate, 1);
  g_autofree char *plain = g_strstrip (g_strdup (text));

  g_task_set_source_tag (task, pln_dav_locate_async);
  g_task_set_task_data (task, locate, (GDestroyNotify) locate_free);

  read_text (locate, plain);
  if (locate->domain != NULL)
    {
      g_autoptr(GResolver) resolver = NULL;

      if (is_google (locate->domain))
        {
          locate->uri = make_uri (locate->domain, -1, "/");
          finish (task);
          return;
        }
      resolver = g_resolver_get_default ();
      g_resolver_lookup_service_async (resolver, "caldavs", "tcp", locate->domain, cancellable, service_cb, task);
    }
  else if (locate->uri != NULL && is_google (g_uri_get_host (locate->uri)))
    finish (task);
  else if (locate->uri != NULL)
    {
      /* The bare host is asked where its calendars are. */
      if (*g_uri_get_path (locate->uri) == '\0' || g_str_equal (g_uri_get_path (locate->uri), "/"))
        {
          g_autoptr(GUri) uri = g_steal_pointer (&locate->uri);

          locate->uri = g_uri_parse_relative (uri, "/.well-known/caldav", SOUP_HTTP_URI_FLAGS, NULL);
        }
      see (task);
    }
  else
    {
      g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                               _("“%s” is neither the address of a server nor an e-mail address. "
                                 "Such an address looks like “https://cloud.example.org” or “you@example.org”."), plain);
      g_object_unref (task);
    }
}

/**
 * pln_dav_locate_finish:
 * @result: what came with the callback
 * @error: return location for a [error@DavError]
 *
 * Returns: (transfer full) (nullable): where to begin, for
 *   pln_dav_explore_async()
 */
GUri *
pln_dav_locate_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
