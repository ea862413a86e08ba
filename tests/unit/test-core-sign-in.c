/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include "pln-clock.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include <unistd.h>

#define SPACES "xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'"
#define SAID(href, props) \
  "<D:response><D:href>" href "</D:href><D:propstat><D:prop>" props "</D:prop>" \
  "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
#define ANSWER(responses) "<D:multistatus " SPACES ">" responses "</D:multistatus>"
#define PASSWORD "s3cret"

/* A library, and a small server that knows one user with two calendars. */
typedef struct
{
  Library     library;
  SoupServer *server;
  char       *url;
  guint       status; /* 0: as it should be */
  guint       n_told; /* requests that had the password */
} World;

static const char *
answer_for (const char *path)
{
  if (g_str_equal (path, "/ada/"))
    return ANSWER (SAID ("/ada/", "<C:calendar-home-set><D:href>/ada/cal/</D:href></C:calendar-home-set>"
                         "<C:calendar-user-address-set><D:href>mailto:ada@example.org</D:href></C:calendar-user-address-set>"));
  if (g_str_equal (path, "/ada/cal/"))
    return ANSWER (
      SAID ("/ada/cal/", "<D:resourcetype><D:collection/></D:resourcetype>")
      SAID ("/ada/cal/rota/", "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>Staff rota</D:displayname>"
            "<C:supported-calendar-component-set><C:comp name='VEVENT'/></C:supported-calendar-component-set>")
      SAID ("/ada/cal/dream/", "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype><D:displayname>DREaM</D:displayname>"));

  return ANSWER (SAID ("/", "<D:current-user-principal><D:href>/ada/</D:href></D:current-user-principal>"));
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  World *world = user_data;
  const char *authorization = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autofree char *ada = g_base64_encode ((const guchar *) "ada:" PASSWORD, strlen ("ada:" PASSWORD));
  g_autofree char *bo = g_base64_encode ((const guchar *) "bo:" PASSWORD, strlen ("bo:" PASSWORD));
  const char *text;

  world->n_told += authorization != NULL;
  if (world->status != 0)
    soup_server_message_set_status (message, world->status, NULL);
  else if (authorization == NULL || (strstr (authorization, ada) == NULL && strstr (authorization, bo) == NULL))
    soup_server_message_set_status (message, 401, NULL);
  else
    {
      text = answer_for (path);
      soup_server_message_set_status (message, 207, NULL);
      soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_STATIC, text, strlen (text));
    }
}

static void
set_up (World         *world,
        gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;
  GSList *uris;

  library_set_up (&world->library, NULL);
  world->server = soup_server_new (NULL, NULL);
  soup_server_listen_local (world->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (world->server);
  world->url = g_strdup_printf ("http://127.0.0.1:%d/", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  soup_server_add_handler (world->server, NULL, answer_cb, world, NULL);
}

static void
tear_down (World         *world,
           gconstpointer  user_data)
{
  soup_server_disconnect (world->server);
  g_object_unref (world->server);
  g_free (world->url);
  library_tear_down (&world->library, NULL);
}

static void
wait_step (PlnSignIn *sign_in)
{
  while (pln_sign_in_get_busy (sign_in))
    g_main_context_iteration (NULL, TRUE);
}

static PlnSignIn *
find (World      *world,
      const char *text)
{
  PlnSignIn *sign_in = pln_core_sign_in (world->library.core, NULL);

  pln_core_find_server (world->library.core, sign_in, text);
  wait_step (sign_in);

  return sign_in;
}

static void
assert_problem (World            *world,
                PlnSignIn        *sign_in,
                PlnSignInProblem  problem,
                const char       *word)
{
  g_assert_cmpint (pln_sign_in_get_problem (sign_in), ==, problem);
  g_assert_nonnull (strstr (pln_sign_in_get_problem_words (sign_in), word));
  pln_core_end_sign_in (world->library.core, sign_in);
}

static void
test_address_that_is_none (World         *world,
                           gconstpointer  user_data)
{
  g_autoptr(PlnSignIn) nothing = find (world, "hello world");
  g_autoptr(PlnSignIn) google = find (world, "somebody@gmail.com");

  assert_problem (world, nothing, PLN_SIGN_IN_NO_ADDRESS, "hello world");
  assert_problem (world, google, PLN_SIGN_IN_GOOGLE, "Google");
}

static void
test_host_comes_before_the_password (World         *world,
                                     gconstpointer  user_data)
{
  g_autoptr(PlnSignIn) sign_in = find (world, world->url);

  g_assert_cmpint (pln_sign_in_get_step (sign_in), ==, PLN_SIGN_IN_PASSWORD);
  g_assert_cmpstr (pln_sign_in_get_host (sign_in), ==, "127.0.0.1");
  g_assert_cmpuint (world->n_told, ==, 0);
  pln_core_end_sign_in (world->library.core, sign_in);
}

static void
test_wrong_password_can_be_typed_again (World         *world,
                                        gconstpointer  user_data)
{
  g_autoptr(PlnSignIn) sign_in = find (world, world->url);

  pln_core_log_in (world->library.core, sign_in, "ada", "wrong");
  wait_step (sign_in);
  g_assert_cmpint (pln_sign_in_get_problem (sign_in), ==, PLN_SIGN_IN_WRONG_PASSWORD);
  g_assert_cmpuint (world->n_told, ==, 1); /* an account may be locked by more */
  g_assert_null (strstr (pln_sign_in_get_problem_words (sign_in), "wrong"));

  pln_core_log_in (world->library.core, sign_in, "ada", PASSWORD);
  wait_step (sign_in);
  g_assert_cmpint (pln_sign_in_get_problem (sign_in), ==, PLN_SIGN_IN_IS_FINE);
  g_assert_cmpint (pln_sign_in_get_step (sign_in), ==, PLN_SIGN_IN_CALENDARS);
  pln_core_end_sign_in (world->library.core, sign_in);
}

static void
test_what_is_no_calendar_server (World         *world,
                                 gconstpointer  user_data)
{
  g_autoptr(PlnSignIn) sign_in = find (world, world->url);

  world->status = 404;
  pln_core_log_in (world->library.core, sign_in, "ada", PASSWORD);
  wait_step (sign_in);
  assert_problem (world, sign_in, PLN_SIGN_IN_NO_SERVER, "No calendars were found");
}

static void
test_no_network (World         *world,
                 gconstpointer  user_data)
{
  g_autoptr(PlnSignIn) sign_in = find (world, world->url);

  soup_server_disconnect (world->server);
  pln_core_log_in (world->library.core, sign_in, "ada", PASSWORD);
  wait_step (sign_in);
  assert_problem (world, sign_in, PLN_SIGN_IN_NO_NETWORK, "cannot be reached");
}

static PlnSignIn *
sign_in_and_use (World *world)
{
  PlnCore *core = world->library.core;
  PlnSignIn *sign_in = find (world, world->url);

  pln_core_log_in (core, sign_in, "ada", PASSWORD);
  wait_step (sign_in);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pln_sign_in_get_calendars (sign_in))), ==, 2);
  g_assert_cmpstr (pln_sign_in_get_addresses (sign_in)[0], ==, "ada@example.org");
  pln_core_use_calendars (core, sign_in);
  wait_step (sign_in);
  g_assert_cmpint (pln_sign_in_get_problem (sign_in), ==, PLN_SIGN_IN_IS_FINE);
  g_assert_cmpint (pln_sign_in_get_step (sign_in), ==, PLN_SIGN_IN_DONE);

  return sign_in;
}

static void
test_account_is_kept (World         *world,
                      gconstpointer  user_data)
{
  PlnCore *core = world->library.core;
  g_autoptr(PlnSignIn) sign_in = sign_in_and_use (world);
  g_autoptr(PlnAccount) account = g_list_model_get_item (pln_core_get_accounts (core), 0);
  g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (pln_account_get_calendars (account), 0);
  g_autoptr(PlnGathering) gathering = library_new (&world->library, "Meet-up");

  g_assert_true (account == pln_sign_in_get_account (sign_in));
  g_assert_cmpuint (g_list_model_get_n_items (pln_account_get_calendars (account)), ==, 1);
  g_assert_cmpstr (pln_remote_calendar_get_calendar (calendar), ==, "DREaM");
  g_assert_cmpstr (pln_gathering_get_calendar (gathering), ==, "DREaM");
  g_assert_cmpint (pln_server_state_get_is (pln_core_get_server_state (core)), ==, PLN_SERVER_IS_DONE);
  pln_core_end_sign_in (core, sign_in);
}

/* Whoever takes no calendar for gatherings from a second account leaves what is
 * usual with the first. */
static void
test_usual_calendar_stays (World         *world,
                           gconstpointer  user_data)
{
  PlnCore *core = world->library.core;
  g_autoptr(PlnSignIn) first = sign_in_and_use (world);
  g_autofree char *elsewhere = g_strconcat (world->url, "other/", NULL);
  g_autoptr(PlnSignIn) second = find (world, elsewhere);
  g_autoptr(PlnGathering) gathering = NULL;

  pln_core_end_sign_in (core, first);
  pln_core_log_in (core, second, "bo", PASSWORD);
  wait_step (second);
  g_assert_cmpint (pln_sign_in_get_problem (second), ==, PLN_SIGN_IN_IS_FINE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (G_LIST_MODEL (pln_sign_in_get_calendars (second)), i);

      pln_remote_calendar_set_chosen (calendar, g_str_equal (pln_remote_calendar_get_title (calendar), "Staff rota"));
    }
  pln_sign_in_set_for_gatherings (second, NULL);
  pln_sign_in_set_for_organisers (second, NULL);
  pln_core_use_calendars (core, second);
  wait_step (second);
  g_assert_cmpint (pln_sign_in_get_step (second), ==, PLN_SIGN_IN_DONE);

  gathering = library_new (&world->library, "Meet-up");
  g_assert_cmpstr (pln_gathering_get_calendar (gathering), ==, "DREaM");
  pln_core_end_sign_in (core, second);
}

static PlnCoreSynced *
sync_once (World *world)
{
  PlnCore *core = world->library.core;
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;
  PlnCoreSynced *synced;

  pln_core_sync_async (core, NULL, NULL, got_result_cb, &result);
  synced = pln_core_sync_finish (core, wait_for (&result), &error);
  g_assert_no_error (error);

  return synced;
}

static void
test_state_follows (World         *world,
                    gconstpointer  user_data)
{
  PlnServerState *state = pln_core_get_server_state (world->library.core);
  g_autoptr(PlnSignIn) sign_in = sign_in_and_use (world);
  g_autoptr(PlnGathering) gathering = library_new (&world->library, "Meet-up");
  g_autoptr(PlnCoreSynced) offline = NULL;
  g_autoptr(PlnCoreSynced) locked = NULL;
  g_autoptr(PlnCoreSynced) again = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpstr (pln_gathering_get_calendar (gathering), ==, "DREaM");
  world->status = 401;
  locked = sync_once (world);
  g_assert_cmpuint (locked->problems->len, ==, 1);
  g_assert_cmpint (pln_server_state_get_is (state), ==, PLN_SERVER_IS_LOCKED);
  g_assert_cmpstr (pln_server_state_get_account (state), ==, pln_account_get_id (pln_sign_in_get_account (sign_in)));

  /* The keyring still has it, and it is not tried again: that could lock the account. */
  world->status = 0;
  world->n_told = 0;
  again = sync_once (world);
  g_assert_cmpuint (again->problems->len, ==, 1);
  g_assert_cmpuint (world->n_told, ==, 0);

  pln_core_give_password (world->library.core, pln_sign_in_get_account (sign_in), PASSWORD);
  soup_server_disconnect (world->server);
  offline = sync_once (world);
  g_assert_cmpuint (offline->problems->len, ==, 1);
  words = pln_server_state_words (state);
  g_assert_cmpstr (words, ==, "1 change waits for network");
  g_assert_cmpuint (g_list_model_get_n_items (pln_core_get_happenings (world->library.core)), ==, 2);
  pln_core_end_sign_in (world->library.core, sign_in);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *keyring = NULL;
  g_autofree char *older = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  keyring = g_strdup_printf ("%s/plenary-keyring-%d", g_get_tmp_dir (), (int) getpid ());
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "x", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);

  g_test_add ("/sign-in/no-address", World, NULL, set_up, test_address_that_is_none, tear_down);
  g_test_add ("/sign-in/host-first", World, NULL, set_up, test_host_comes_before_the_password, tear_down);
  g_test_add ("/sign-in/wrong-password", World, NULL, set_up, test_wrong_password_can_be_typed_again, tear_down);
  g_test_add ("/sign-in/no-server", World, NULL, set_up, test_what_is_no_calendar_server, tear_down);
  g_test_add ("/sign-in/no-network", World, NULL, set_up, test_no_network, tear_down);
  g_test_add ("/sign-in/account", World, NULL, set_up, test_account_is_kept, tear_down);
  g_test_add ("/sign-in/usual-calendar", World, NULL, set_up, test_usual_calendar_stays, tear_down);
  g_test_add ("/sync/state", World, NULL, set_up, test_state_follows, tear_down);

  code = g_test_run ();
  older = g_strconcat (keyring, "~", NULL); /* libsecret keeps that, too */
  g_unlink (keyring);
  g_unlink (older);

  return code;
}
