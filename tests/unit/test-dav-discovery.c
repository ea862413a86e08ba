/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dav-steps.h"

#include "pln-dav-discovery.h"

#include <string.h>

#define ITEM(href, props) \
  "<D:response><D:href>" href "</D:href><D:propstat><D:prop>" props "</D:prop>" \
  "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
#define PRINCIPAL(href) "<D:current-user-principal><D:href>" href "</D:href></D:current-user-principal>"
#define HOME(href) "<C:calendar-home-set><D:href>" href "</D:href></C:calendar-home-set>"
#define CALENDAR "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"

static PlnDavAccount *
explore (DavSteps      *dav,
         const DavStep *steps,
         GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  dav->steps = steps;
  pln_dav_explore_async (dav->client, dav->calendar, NULL, dav_steps_done_cb, dav);
  result = dav_steps_wait (dav);

  return pln_dav_explore_finish (dav->client, result, error);
}

static void
test_all (DavSteps      *dav,
          gconstpointer  user_data)
{
  static const DavStep steps[] = {
    { "PROPFIND /cal/ current-user-principal", 207, MULTISTATUS (ITEM ("/cal/", PRINCIPAL ("/p/zoe/"))) },
    { "PROPFIND /p/zoe/ calendar-user-address-set", 207,
      MULTISTATUS (ITEM ("/p/zoe/", HOME ("/h/1/") HOME ("/h/2/") HOME ("/h/1/")
                         "<C:calendar-user-address-set><D:href>MAILTO:zoe@tarn.example</D:href>"
                         "<D:href>mailto%3Azoe%40kite.example</D:href><D:href>/p/zoe/</D:href></C:calendar-user-address-set>"
                         "<C:schedule-inbox-URL><D:href>/h/1/inbox/</D:href></C:schedule-inbox-URL>")) },
    { "PROPFIND /h/1/ displayname", 207,
      MULTISTATUS (ITEM ("/h/1/", "<D:resourcetype><D:collection/></D:resourcetype>")
                   ITEM ("/h/1/office/", CALENDAR "<D:displayname>Work</D:displayname>")
                   ITEM ("/h/1/inbox/", "<D:resourcetype><D:collection/><C:calendar/><C:schedule-inbox/></D:resourcetype>")) },
    { "PROPFIND /h/2/", 207, MULTISTATUS (ITEM ("shared/", CALENDAR) ITEM ("http://elsewhere.example/x/", CALENDAR)) },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavAccount) account = explore (dav, steps, &error);
  PlnDavItem *calendar;

  g_assert_no_error (error);
  g_assert_cmpuint (account->homes->len, ==, 2);
  g_assert_cmpuint (account->addresses->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (account->addresses, 0), ==, "zoe@tarn.example");
  g_assert_cmpstr (g_ptr_array_index (account->addresses, 1), ==, "zoe@kite.example");
  g_assert_cmpstr (g_uri_get_path (account->inbox), ==, "/h/1/inbox/");
  g_assert_cmpuint (account->calendars->len, ==, 2);
  calendar = g_ptr_array_index (account->calendars, 0);
  g_assert_cmpstr (calendar->name, ==, "Work");
  g_assert_true (g_str_has_suffix (calendar->href, "/h/1/office/"));
  g_assert_true (g_str_has_prefix (calendar->href, "http://127.0.0.1:"));
  calendar = g_ptr_array_index (account->calendars, 1);
  g_assert_true (g_str_has_suffix (calendar->href, "/h/2/shared/"));
}

/* Where the given address knows nothing, the usual ones are tried. */
static void
test_other_starts (DavSteps      *dav,
                   gconstpointer  user_data)
{
  static const DavStep steps[] = {
    { "PROPFIND /cal/", 404 },
    { "PROPFIND /.well-known/caldav", 301, NULL, "Location: /dav/" },
    { "PROPFIND /dav/", 207, MULTISTATUS (ITEM ("/dav/", PRINCIPAL ("/p/"))) },
    { "PROPFIND /p/", 207, MULTISTATUS (ITEM ("/p/", HOME ("/p/"))) }, /* as Radicale: home and principal are one */
    { "PROPFIND /p/", 207, MULTISTATUS (ITEM ("/p/", "") ITEM ("/p/c/", CALENDAR)) },
    { NULL },
  };
  static const DavStep nothing[] = {
    { "PROPFIND /cal/", 405 }, { "PROPFIND /.well-known/caldav", 404 }, { "PROPFIND /", 200, "<html/>" }, { NULL },
  };
  static const DavStep no_home[] = {
    { "PROPFIND /cal/", 207, MULTISTATUS (ITEM ("/cal/", PRINCIPAL ("/p/"))) },
    { "PROPFIND /p/", 207, MULTISTATUS (ITEM ("/p/", "")) },
    { NULL },
  };
  static const DavStep wrong_password[] = { { "PROPFIND /cal/", 401 }, { NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavAccount) account = explore (dav, steps, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (account->calendars->len, ==, 1);

  g_assert_null (explore (dav, nothing, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (explore (dav, no_home, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Make one there first"));
  g_clear_error (&error);
  g_assert_null (explore (dav, wrong_password, &error)); /* and is tried once only */
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_AUTH);
}

static GUri *
locate (DavSteps      *dav,
        const char    *text,
        const DavStep *steps,
        GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  dav->steps = steps;
  pln_dav_locate_async (text, NULL, dav_steps_done_cb, dav);
  result = dav_steps_wait (dav);

  return pln_dav_locate_finish (result, error);
}

/* No password is needed, and none is sent, to see where a server sends us. */
static void
test_locate (DavSteps      *dav,
             gconstpointer  user_data)
{
  static const DavStep root[] = {
    { "PROPFIND /.well-known/caldav", 302, NULL, "Location: /dav/calendars" }, { "PROPFIND /dav/calendars", 401 }, { NULL },
  };
  static const DavStep missing[] = { { "PROPFIND /.well-known/caldav", 404 }, { NULL } };
  static const DavStep path[] = { { "PROPFIND /remote.php/dav", 401 }, { NULL } };
  static const DavStep none[] = { { NULL } };
  g_autofree char *base = g_strdup_printf ("  http://zoe:secret@127.0.0.1:%d", g_uri_get_port (dav->calendar));
  g_autofree char *long_base = g_strconcat (base, "/remote.php/dav?x=1#y ", NULL);
  static const char *const wrong[] = { "", "Zoë", "zoe@", "ftp://h.example/", "https://", "a b@c" };
  static const char *const google[] = { "zoe@gmail.com", "https://calendar.google.com/", "googlemail.com" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) one = locate (dav, base, root, &error);
  g_autoptr(GUri) other = NULL;
  g_autoptr(GUri) third = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_path (one), ==, "/dav/calendars");
  g_assert_null (g_uri_get_user (one));

  other = locate (dav, base, missing, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_path (other), ==, "/");

  third = locate (dav, long_base, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_path (third), ==, "/remote.php/dav");
  g_assert_null (g_uri_get_query (third));

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (locate (dav, wrong[i], none, &error));
      g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (google); i++)
    {
      g_assert_null (locate (dav, google[i], none, &error));
      g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED);
      g_clear_error (&error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/dav/discovery/" name, DavSteps, NULL, dav_steps_set_up, func, dav_steps_tear_down)
  ADD ("all", test_all);
  ADD ("other-starts", test_other_starts);
  ADD ("locate", test_locate);

  return g_test_run ();
}
