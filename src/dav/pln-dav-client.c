/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-client.h"

#include "pln-clock.h"
#include "pln-dav-multistatus.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define MOST_CONNECTIONS 4
#define MOST_REDIRECTS   5
#define MOST_BYTES       (128 * 1024 * 1024) /* of a body, decoded */
#define MOST_WAIT        (24 * 60 * 60)
#define IDLE_SECONDS     150 /* Radicale makes its cache for two minutes before it answers */
#define CHUNK            (64 * 1024)

/**
 * PlnDavClient:
 *
 * Talks to the server of one account (HTTP with the extensions of RFC 4918):
 * sends a request, follows what sends elsewhere by its own rules, and reads the
 * answer. What the answer means, others know.
 *
 * The password goes to the server that the user named or confirmed, over TLS
 * or to this computer itself, and nowhere else.
 */
struct _PlnDavClient
{
  GObject               parent_instance;

  SoupSession          *session;
  GUri                 *account;
  char                 *user;
  char                 *password;
  char                 *authorization; /* for Basic; NULL: the server wants Digest, or there is no user */
  char                 *pin;           /* fingerprint of the one certificate that is trusted though it is not */
  char                 *refused;       /* fingerprint of the one that was refused last, or NULL */
  GTlsCertificateFlags  reasons;
  PlnDavTraffic         traffic;
  gint64                closed_until;  /* the server wants to be left alone: seconds since 1970 */
};

G_DEFINE_FINAL_TYPE (PlnDavClient, pln_dav_client, G_TYPE_OBJECT)

/* A request on its way. */
typedef struct
{
  PlnDavRequest  request; /* its strings are owned */
  SoupMessage   *message;
  GInputStream  *stream;
  GByteArray    *read;
  guint          redirects;
  guint          attempts; /* to say who we are */
  gboolean       moved;
} Send;

static void
send_free (Send *send)
{
  g_free ((char *) send->request.method);
  g_free ((char *) send->request.depth);
  g_free ((char *) send->request.type);
  g_free ((char *) send->request.if_match);
  g_free ((char *) send->request.schedule_tag);
  g_clear_pointer (&send->request.body, g_bytes_unref);
  g_clear_object (&send->message);
  g_clear_object (&send->stream);
  g_byte_array_unref (send->read);
  g_free (send);
}

/**
 * pln_dav_reply_free:
 * @reply: (transfer full) (nullable): an answer
 */
void
pln_dav_reply_free (PlnDavReply *reply)
{
  if (reply == NULL)
    return;

  g_clear_pointer (&reply->uri, g_uri_unref);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->etag);
  g_free (reply->schedule_tag);
  g_free (reply->location);
  g_free (reply);
}

static void
pln_dav_client_finalize (GObject *object)
{
  PlnDavClient *self = PLN_DAV_CLIENT (object);

  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_uri_unref (self->account);
  g_free (self->user);
  if (self->password != NULL)
    memset (self->password, 0, strlen (self->password));
  g_free (self->password);
  if (self->authorization != NULL)
    memset (self->authorization, 0, strlen (self->authorization));
  g_free (self->authorization);
  g_free (self->pin);
  g_free (self->refused);

  G_OBJECT_CLASS (pln_dav_client_parent_class)->finalize (object);
}

static void
pln_dav_client_class_init (PlnDavClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_dav_client_finalize;
}

static void
pln_dav_client_init (PlnDavClient *self)
{
  self->session = soup_session_new_with_options ("max-conns", MOST_CONNECTIONS,
                                                 "max-conns-per-host", MOST_CONNECTIONS,
                                                 "timeout", IDLE_SECONDS,
                                                 "idle-timeout", 60,
                                                 "user-agent", "Plenary",
                                                 NULL);
}

static gboolean
is_loopback (GUri *uri)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (g_uri_get_host (uri));

  return g_str_equal (g_uri_get_host (uri), "localhost") || (address != NULL && g_inet_address_get_is_loopback (address));
}

static gboolean
is_safe (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "https") || is_loopback (uri);
}

static int
port_of (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static gboolean
same_origin (GUri *one,
             GUri *other)
{
  return g_str_equal (g_uri_get_scheme (one), g_uri_get_scheme (other))
         && g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (other)) == 0
         && port_of (one) == port_of (other);
}

/* iCloud keeps calendars on a host of their own, of the same domain. */
static gboolean
same_domain (const char *one,
             const char *other)
{
  const char *domain = soup_tld_get_base_domain (one, NULL);
  const char *other_domain = soup_tld_get_base_domain (other, NULL);

  return domain != NULL && other_domain != NULL && g_ascii_strcasecmp (domain, other_domain) == 0;
}

/* Whether the password may go there. */
static gboolean
may_know (PlnDavClient *self,
          GUri         *uri)
{
  if (!is_safe (uri))
    return FALSE;

  return same_origin (uri, self->account)
         || (g_str_equal (g_uri_get_scheme (uri), "https")
             && same_domain (g_uri_get_host (uri), g_uri_get_host (self->account)));
}

static char *
fingerprint_of (GTlsCertificate *certificate)
{
  g_autoptr(GByteArray) bytes = NULL;

  g_object_get (certificate, "certificate", &bytes, NULL);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
}

static gboolean
accept_certificate_cb (SoupMessage          *message,
                       GTlsCertificate      *certificate,
                       GTlsCertificateFlags  reasons,
                       PlnDavClient         *self)
{
  g_autofree char *fingerprint = fingerprint_of (certificate);

  if (g_strcmp0 (fingerprint, self->pin) == 0)
    return TRUE;

  g_free (self->refused);
  self->refused = g_steal_pointer (&fingerprint);
  self->reasons = reasons;

  return FALSE;
}

/* Only where the server wanted more than Basic. */
static gboolean
authenticate_cb (SoupMessage  *message,
                 SoupAuth     *auth,
                 gboolean      retrying,
                 PlnDavClient *self)
{
  GUri *uri = soup_message_get_uri (message);

  if (retrying || self->user == NULL || !may_know (self, uri)
      || g_ascii_strcasecmp (soup_auth_get_scheme_name (auth), "Digest") != 0)
    return FALSE;

  soup_auth_authenticate (auth, self->user, self->password);

  return TRUE;
}

static void
body_free (gpointer  body,
           GClosure *closure)
{
  g_bytes_unref (body);
}

static void
restarted_cb (SoupMessage *message,
              GBytes      *body)
{
  soup_message_set_request_body_from_bytes (message, NULL, body); /* keeps the type */
}

static void
set_header (SoupMessageHeaders *headers,
            const char         *name,
            const char         *value)
{
  if (value != NULL)
    soup_message_headers_replace (headers, name, value);
}

/* Makes every message that this client sends. What libsoup 3.2 does by itself
 * loses data or fails:
 *
 * - It sends a redirected PUT again as a GET, which then succeeds. Here a
 *   redirect is an answer like any other, and our own rules follow it.
 * - It sends again without the body after a 401, after a redirect, and when
 *   the server had closed a kept connection. So the body is set again.
 * - It sends name and password as Latin-1; servers want UTF-8 (RFC 7617, 2.1). */
static SoupMessage *
new_message (PlnDavClient        *self,
             GUri                *uri,
             const PlnDavRequest *request)
{
  SoupMessage *message = soup_message_new_from_uri (request->method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  set_header (headers, "Depth", request->depth);
  set_header (headers, "If-Match", request->if_match);
  set_header (headers, "If-Schedule-Tag-Match", request->schedule_tag);
  set_header (headers, "If-None-Match", request->is_new ? "*" : NULL);
  if (may_know (self, uri))
    set_header (headers, "Authorization", self->authorization);

  g_signal_connect_object (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self, 0);
  g_signal_connect_object (message, "authenticate", G_CALLBACK (authenticate_cb), self, 0);
  if (request->body != NULL)
    {
      soup_message_set_request_body_from_bytes (message,
                                                request->type != NULL ? request->type : "application/xml; charset=utf-8",
                                                request->body);
      g_signal_connect_data (message, "restarted", G_CALLBACK (restarted_cb), g_bytes_ref (request->body), body_free, 0);
    }

  return message;
}

/* Seconds, or a date (RFC 9110, 10.2.3). */
static guint
parse_wait (const char *text)
{
  g_autoptr(GDateTime) date = NULL;
  g_autoptr(GDateTime) now = NULL;
  gint64 seconds;

  if (text == NULL)
    return 0;

  if (g_ascii_isdigit (*text))
    return MIN (g_ascii_strtoull (text, NULL, 10), MOST_WAIT);

  date = soup_date_time_new_from_http_string (text);
  now = pln_clock_now_utc ();
  if (date == NULL)
    return 0;
  seconds = g_date_time_difference (date, now) / G_TIME_SPAN_SECOND;

  return CLAMP (seconds, 0, MOST_WAIT);
}

static PlnDavReply *
make_reply (PlnDavClient *self,
            Send         *send)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);
  PlnDavReply *reply = g_new0 (PlnDavReply, 1);

  reply->status = soup_message_get_status (send->message);
  reply->uri = g_uri_ref (soup_message_get_uri (send->message));
  reply->moved = send->moved;
  reply->etag = pln_dav_strong_etag (soup_message_headers_get_one (headers, "ETag"));
  reply->schedule_tag = g_strdup (soup_message_headers_get_one (headers, "Schedule-Tag"));
  reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  reply->retry_after = parse_wait (soup_message_headers_get_one (headers, "Retry-After"));
  if (reply->status >= 400 && reply->retry_after > 0)
    self->closed_until = MAX (self->closed_until, pln_clock_now () + reply->retry_after);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&send->read));
  send->read = g_byte_array_new ();

  return reply;
}

static void
count_traffic (PlnDavClient *self,
               Send         *send)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (send->message);

  self->traffic.requests++;
  if (metrics == NULL)
    return;

  self->traffic.bytes_sent += soup_message_metrics_get_request_body_bytes_sent (metrics)
                              + soup_message_metrics_get_request_header_bytes_sent (metrics);
  self->traffic.bytes_received += soup_message_metrics_get_response_body_bytes_received (metrics)
                                  + soup_message_metrics_get_response_header_bytes_received (metrics);
}

static gboolean
is_read_only (const char *method)
{
  static const char *const methods[] = { "GET", "OPTIONS", "PROPFIND", "REPORT", NULL };

  return g_strv_contains (methods, method);
}

/* Where an answer sends the request, if it may go there; NULL: it may not. */
static GUri *
next_uri (Send *send)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  GUri *from = soup_message_get_uri (send->message);
  g_autoptr(GUri) to = NULL;
  guint status = soup_message_get_status (send->message);
  gboolean follows;

  switch (status)
    {
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
      follows = is_read_only (send->request.method);
      break;
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      follows = TRUE;
      break;
    default: /* a 303 would turn it into a GET */
      follows = FALSE;
    }

  if (!follows || location == NULL || send->redirects == MOST_REDIRECTS)
    return NULL;

  to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (to == NULL || g_uri_get_host (to) == NULL || *g_uri_get_host (to) == '\0'
      || !(g_str_equal (g_uri_get_scheme (to), "https") || g_str_equal (g_uri_get_scheme (to), "http"))
      || (g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (to), "https")))
    return NULL;

  /* What is written stays in the collection that it was addressed to: Cyrus
   * sends a write to a calendar of somebody else to one of the asker's own. */
  if (!is_read_only (send->request.method))
    {
      g_autofree char *folder = g_path_get_dirname (g_uri_get_path (from));
      g_autofree char *to_folder = g_path_get_dirname (g_uri_get_path (to));

      if (!same_origin (from, to) || !g_str_equal (folder, to_folder))
        return NULL;
    }

  return g_steal_pointer (&to);
}

static void sent_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
send_message (GTask *task,
              GUri  *uri)
{
  PlnDavClient *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);

  g_clear_object (&send->stream);
  g_byte_array_set_size (send->read, 0);
  g_set_object (&send->message, NULL);
  send->message = new_message (self, uri, &send->request);
  soup_message_add_flags (send->message, SOUP_MESSAGE_COLLECT_METRICS);
  soup_session_send_async (self->session, send->message, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), sent_cb, task);
}

/* Decides what to do with an answer that is read. */
static void
answer (GTask *task)
{
  PlnDavClient *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  guint status = soup_message_get_status (send->message);
  g_autoptr(GUri) next = NULL;

  count_traffic (self, send);
  next = status / 100 == 3 ? next_uri (send) : NULL;
  if (next != NULL)
    {
      gboolean is_permanent = status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_PERMANENT_REDIRECT;

      send->moved = is_permanent && (send->redirects == 0 || send->moved);
      send->redirects++;
      send_message (task, next);
      return;
    }

  g_task_return_pointer (task, make_reply (self, send), (GDestroyNotify) pln_dav_reply_free);
  g_object_unref (task);
}

static void
fail (GTask  *task,
      GError *error) /* (transfer full) */
{
  PlnDavClient *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  const char *host = g_uri_get_host (soup_message_get_uri (send->message));
  g_autoptr(GError) why = error;

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&why));
  else if (g_error_matches (why, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE) && self->refused != NULL)
    g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_CERTIFICATE,
                             _("“%s” could not prove that it is “%s”. Ask who runs it, "
                               "or compare its fingerprint and trust it."), host, host);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE,
                             _("“%s” does not answer. It will be tried again."), host);
  else
    {
      g_debug ("%s to %s failed: %s", send->request.method, host, why->message);
      g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE,
                               _("“%s” cannot be reached. Check the network connection."), host);
    }
  g_object_unref (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    {
      fail (task, error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      answer (task);
      return;
    }

  if (send->read->len + g_bytes_get_size (bytes) > MOST_BYTES)
    {
      fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "the answer is too large"));
      return;
    }
  g_byte_array_append (send->read, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (send->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_cb, task);
}

/* libsoup says no word of Digest by SHA-256, which it cannot do. */
static gboolean
wants_digest (SoupMessage *message)
{
  const char *offers = soup_message_headers_get_list (soup_message_get_response_headers (message), "WWW-Authenticate");
  g_autofree char *folded = offers != NULL ? g_ascii_strdown (offers, -1) : NULL;

  return folded != NULL && strstr (folded, "digest") != NULL && strstr (folded, "basic") == NULL;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  PlnDavClient *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;

  send->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (send->stream == NULL)
    {
      fail (task, error);
      return;
    }

  if (soup_message_get_status (send->message) == SOUP_STATUS_UNAUTHORIZED && self->authorization != NULL
      && wants_digest (send->message) && send->attempts++ == 0)
    {
      g_autoptr(GUri) uri = g_uri_ref (soup_message_get_uri (send->message));

      g_clear_pointer (&self->authorization, g_free);
      count_traffic (self, send);
      send_message (task, uri);
      return;
    }

  g_input_stream_read_bytes_async (send->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_cb, task);
}

/**
 * pln_dav_client_new:
 * @account: the server that the user named or confirmed; only its scheme, host
 *   and port count
 * @user: (nullable): the name to log in with
 * @password: (nullable): kept in memory only
 *
 * Returns: (transfer full): a client for one account
 */
PlnDavClient *
pln_dav_client_new (GUri       *account,
                    const char *user,
                    const char *password)
{
  PlnDavClient *self = g_object_new (PLN_TYPE_DAV_CLIENT, NULL);

  g_return_val_if_fail (account != NULL && g_uri_get_host (account) != NULL, NULL);

  self->account = g_uri_ref (account);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  if (user != NULL && password != NULL)
    {
      g_autofree char *pair = g_strconcat (user, ":", password, NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

      self->authorization = g_strconcat ("Basic ", encoded, NULL);
      memset (pair, 0, strlen (pair));
      memset (encoded, 0, strlen (encoded));
    }

  return self;
}

/**
 * pln_dav_client_get_account:
 * @self: a client
 *
 * Returns: (transfer none): where the account is
 */
GUri *
pln_dav_client_get_account (PlnDavClient *self)
{
  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), NULL);

  return self->account;
}

/**
 * pln_dav_client_get_host:
 * @self: a client
 *
 * Returns: (transfer none): the name of the server, for messages
 */
const char *
pln_dav_client_get_host (PlnDavClient *self)
{
  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), NULL);

  return g_uri_get_host (self->account);
}

/**
 * pln_dav_client_get_traffic:
 * @self: a client
 *
 * Returns: (transfer none): what was sent and received so far
 */
const PlnDavTraffic *
pln_dav_client_get_traffic (PlnDavClient *self)
{
  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), NULL);

  return &self->traffic;
}

/**
 * pln_dav_client_set_pin:
 * @self: a client
 * @fingerprint: (nullable): SHA-256 of a certificate, in lower-case hexadecimal
 *
 * Trusts one certificate that cannot be verified. Another one is refused.
 */
void
pln_dav_client_set_pin (PlnDavClient *self,
                        const char   *fingerprint)
{
  g_return_if_fail (PLN_IS_DAV_CLIENT (self));

  g_free (self->pin);
  self->pin = g_strdup (fingerprint);
}

/**
 * pln_dav_client_get_refused:
 * @self: a client
 * @reasons: (out) (optional): why
 *
 * Tells which certificate made a request fail with
 * %PLN_DAV_ERROR_CERTIFICATE, so that the user can compare it.
 *
 * Returns: (transfer none) (nullable): its fingerprint, as for
 *   pln_dav_client_set_pin()
 */
const char *
pln_dav_client_get_refused (PlnDavClient         *self,
                            GTlsCertificateFlags *reasons)
{
  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), NULL);

  if (reasons != NULL)
    *reasons = self->reasons;

  return self->refused;
}

/**
 * pln_dav_client_get_wait:
 * @self: a client
 *
 * Returns: for how many seconds the server still wants to be left alone
 */
guint
pln_dav_client_get_wait (PlnDavClient *self)
{
  gint64 now = pln_clock_now ();

  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), 0);

  return (guint) CLAMP (self->closed_until - now, 0, MOST_WAIT);
}

/**
 * pln_dav_client_resolve:
 * @self: a client
 * @base: what @href is relative to
 * @href: as a server wrote it: a path, or a whole address
 *
 * Returns: (transfer full) (nullable): where @href is, or %NULL if that is not
 *   an address, or one that the account has nothing to do with
 */
GUri *
pln_dav_client_resolve (PlnDavClient *self,
                        GUri         *base,
                        const char   *href)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (PLN_IS_DAV_CLIENT (self), NULL);

  uri = g_uri_parse_relative (base, href, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || !(same_origin (uri, base) || may_know (self, uri)))
    return NULL;

  return g_steal_pointer (&uri);
}

/**
 * pln_dav_client_send_async:
 * @self: a client
 * @uri: where to
 * @request: what; copied
 * @cancellable: (nullable): stops the transfer
 * @callback: (scope async): called when the answer is there
 * @user_data: data for @callback
 *
 * Sends a request and reads the answer, whatever its status is. What sends
 * elsewhere is followed at most five times: what only reads, to any server
 * but never from TLS to without; what writes, only within its collection. An
 * answer that may not be followed is returned as it is. The password goes
 * along only to where it belongs.
 *
 * For the main thread. An answer of more than 128 MB, decoded, is refused.
 */
void
pln_dav_client_send_async (PlnDavClient        *self,
                           GUri                *uri,
                           const PlnDavRequest *request,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  Send *send;

  g_return_if_fail (PLN_IS_DAV_CLIENT (self));
  g_return_if_fail (uri != NULL && request != NULL && request->method != NULL);

  send = g_new0 (Send, 1);
  send->request.method = g_strdup (request->method);
  send->request.depth = g_strdup (request->depth);
  send->request.type = g_strdup (request->type);
  send->request.if_match = g_strdup (request->if_match);
  send->request.schedule_tag = g_strdup (request->schedule_tag);
  send->request.body = request->body != NULL ? g_bytes_ref (request->body) : NULL;
  send->request.is_new = request->is_new;
  send->read = g_byte_array_new ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pln_dav_client_send_async);
  g_task_set_task_data (task, send, (GDestroyNotify) send_free);
  send_message (task, uri);
}

/**
 * pln_dav_client_send_finish:
 * @self: a client
 * @result: what came with the callback
 * @error: return location for a [error@DavError], or that it was cancelled
 *
 * Returns: (transfer full) (nullable): the answer
 */
PlnDavReply *
pln_dav_client_send_finish (PlnDavClient  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
