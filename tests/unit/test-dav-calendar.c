/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dav-steps.h"

#include "pln-dav-calendar.h"

#include <libsoup/soup.h>
#include <string.h>

#define OBJECT(href, etag) \
  "<D:response><D:href>" href "</D:href><D:propstat><D:prop><D:getetag>" etag "</D:getetag></D:prop>" \
  "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
#define GONE(href) "<D:response><D:href>" href "</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>"
#define CUT "<D:response><D:href>/cal/</D:href><D:status>HTTP/1.1 507 Full</D:status></D:response>"
#define SELF(kinds) \
  "<D:response><D:href>/cal/</D:href><D:propstat><D:prop><D:resourcetype>" kinds "</D:resourcetype>" \
  "<D:sync-token>t9</D:sync-token></D:prop></D:propstat></D:response>"
#define CALENDAR "<D:collection/><C:calendar/>"
#define TOKEN(token) "<D:sync-token>" token "</D:sync-token>"

static PlnDavListing *
list (DavSteps     *dav,
      const char  *token,
      const DavStep  *steps,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  dav->steps = steps;
  pln_dav_calendar_list_async (dav->client, dav->calendar, token, NULL, dav_steps_done_cb, dav);
  result = dav_steps_wait (dav);

  return pln_dav_calendar_list_finish (dav->client, result, error);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "href etag", or "href gone", sorted. */
static char *
describe (GPtrArray *items)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s", item->href, item->status == 404 ? "gone" : item->etag));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) lines->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
assert_listing (PlnDavListing *listing,
                GError        *error,
                const char    *items,
                const char    *token,
                gboolean       is_whole)
{
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (listing->items);
  g_assert_cmpstr (text, ==, items);
  g_assert_cmpstr (listing->token, ==, token);
  g_assert_cmpint (listing->is_whole, ==, is_whole);
}

static void
test_changes (DavSteps      *dav,
              gconstpointer  user_data)
{
  static const DavStep steps[] = {
    { "REPORT sync-collection <D:sync-token>t1</D:sync-token>", 207,
      MULTISTATUS (OBJECT ("/cal/", "\"c\"") OBJECT ("/cal/a.ics", "\"1\"") GONE ("/cal/b.ics") TOKEN ("t2")) },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavListing) listing = list (dav, "t1", steps, &error);

  assert_listing (listing, error, "/cal/a.ics \"1\", /cal/b.ics gone", "t2", FALSE);
}

static void
test_pages (DavSteps      *dav,
            gconstpointer  user_data)
{
  static const DavStep steps[] = {
    { "REPORT >t1<", 207, MULTISTATUS (OBJECT ("/cal/a.ics", "\"1\"") CUT TOKEN ("t2")) },
    { "REPORT >t2<", 207, MULTISTATUS (OBJECT ("/cal/b.ics", "\"1\"") CUT TOKEN ("t3")) },
    { "REPORT >t3<", 207, MULTISTATUS (OBJECT ("/cal/c.ics", "\"1\"") TOKEN ("t4")) },
    { NULL },
  };
  static const DavStep endless[] = {
    { "REPORT >t1<", 207, MULTISTATUS (OBJECT ("/cal/a.ics", "\"1\"") CUT TOKEN ("t1")) },
    { "REPORT >t1<", 207, MULTISTATUS (OBJECT ("/cal/a.ics", "\"1\"") CUT TOKEN ("t1")) },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavListing) listing = list (dav, "t1", steps, &error);

  assert_listing (listing, error, "/cal/a.ics \"1\", /cal/b.ics \"1\", /cal/c.ics \"1\"", "t4", FALSE);
  g_assert_null (list (dav, "t1", endless, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER);
}

/* Each in its own way: everything is listed then, which is said. */
static void
test_token_refused (DavSteps      *dav,
                    gconstpointer  user_data)
{
  static const guint refusals[] = { 400, 403, 409, 410, 412, 415, 418, 500, 501 };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const DavStep steps[] = {
        { "REPORT >old<", refusals[i], NULL },
        { "REPORT <D:sync-token></D:sync-token>", 207, MULTISTATUS (OBJECT ("/cal/a.ics", "\"1\"") TOKEN ("t2")) },
        { NULL },
      };
      const DavStep plain[] = {
        { "REPORT >old<", refusals[i], NULL },
        { "REPORT <D:sync-token></D:sync-token>", refusals[i], NULL },
        { "PROPFIND getetag", 207, MULTISTATUS (SELF (CALENDAR) OBJECT ("/cal/a%20b.ics", "\"1\"")) },
        { NULL },
      };
      g_autoptr(GError) error = NULL;
      g_autoptr(PlnDavListing) listing = list (dav, "old", steps, &error);
      g_autoptr(PlnDavListing) plainly = NULL;

      assert_listing (listing, error, "/cal/a.ics \"1\"", "t2", TRUE);
      plainly = list (dav, "old", plain, &error);
      assert_listing (plainly, error, "/cal/a%20b.ics \"1\"", "t9", TRUE);
    }
}

/* An answer that is none must not look like an empty calendar. */
static void
test_deletes_nothing (DavSteps      *dav,
                      gconstpointer  user_data)
{
  static const struct { DavStep first; int code; } cases[] = {
    { { "REPORT", 401, NULL }, PLN_DAV_ERROR_AUTH },
    { { "REPORT", 404, NULL }, PLN_DAV_ERROR_NOT_FOUND },
    { { "REPORT", 200, "<html>Log in</html>" }, PLN_DAV_ERROR_SERVER },
    { { "REPORT", 204, NULL }, PLN_DAV_ERROR_SERVER },
    { { "REPORT", 207, "<D:multistatus xmlns:D='DAV:'>" }, PLN_DAV_ERROR_SERVER },
    { { "REPORT", 302, NULL }, PLN_DAV_ERROR_MOVED },
    { { "REPORT", 503, NULL, "Retry-After: 5" }, PLN_DAV_ERROR_SERVER },
  };
  static const DavStep other_kind[] = {
    { "REPORT", 501, NULL },
    { "PROPFIND", 207, MULTISTATUS (SELF ("<D:collection/>")) },
    { NULL },
  };
  static const DavStep not_there[] = { { "REPORT", 501, NULL }, { "PROPFIND", 207, MULTISTATUS ("") }, { NULL } };
  static const DavStep forbidden[] = { { "REPORT", 403, NULL }, { "PROPFIND", 403, NULL }, { NULL } };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DavStep steps[] = { cases[i].first, { NULL } };

      g_assert_null (list (dav, NULL, steps, &error));
      g_assert_error (error, PLN_DAV_ERROR, cases[i].code);
      g_clear_error (&error);
    }

  g_assert_null (list (dav, NULL, other_kind, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list (dav, NULL, not_there, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (list (dav, NULL, forbidden, &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_FORBIDDEN);
}

#define TEXT(href, text) \
  "<D:response><D:href>" href "</D:href><D:propstat><D:prop><D:getetag>\"1\"</D:getetag><C:calendar-data>" text \
  "</C:calendar-data></D:prop></D:propstat></D:response>"

/* In any order, with other spellings; what is left out is asked for. */
static void
test_get (DavSteps      *dav,
          gconstpointer  user_data)
{
  static const char *const hrefs[] = { "/cal/caf%C3%A9.ics", "/cal/a+b.ics", "/cal/gone.ics", "/cal/left.ics", "/cal/out.ics", NULL };
  static const DavStep steps[] = {
    { "REPORT calendar-multiget <D:href>/cal/a+b.ics</D:href>", 207,
      MULTISTATUS (TEXT ("http://127.0.0.1/cal/a%2Bb.ics", "B") TEXT ("/cal/caf%c3%a9.ics", "A") GONE ("/cal/gone.ics")
                   TEXT ("/cal/nobody-asked.ics", "X") TEXT ("/cal/a+b.ics", "twice")) },
    { "GET .ics", 404, NULL },
    { "GET .ics", 503, NULL },
    { NULL },
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  guint n_gone = 0;
  guint n_read = 0;

  dav->steps = steps;
  pln_dav_calendar_get_async (dav->client, dav->calendar, hrefs, NULL, dav_steps_done_cb, dav);
  result = dav_steps_wait (dav);
  items = pln_dav_calendar_get_finish (dav->client, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (items, i);

      n_gone += item->status == 404;
      n_read += item->data != NULL;
    }
  g_assert_cmpuint (n_gone, ==, 2);
  g_assert_cmpuint (n_read, ==, 2);
}

static void
put (DavSteps    *dav,
     const char *etag,
     const DavStep *steps,
     int         code, /* -1: it is written */
     const char *expected)
{
  g_autoptr(GUri) uri = g_uri_parse_relative (dav->calendar, "a.ics", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GBytes) text = g_bytes_new_static ("BEGIN:VCALENDAR", 15);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnDavWritten) written = NULL;

  dav->steps = steps;
  pln_dav_calendar_put_async (dav->client, uri, "CPD23 meet-up", text, etag, NULL, NULL, dav_steps_done_cb, dav);
  result = dav_steps_wait (dav);
  written = pln_dav_calendar_put_finish (dav->client, result, &error);
  if (code >= 0)
    {
      g_assert_error (error, PLN_DAV_ERROR, code);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (written->etag != NULL ? written->etag : written->href, ==, expected);
}

#define CONDITION(name) "<D:error xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><C:" name "/></D:error>"
#define INNER(status, condition) \
  MULTISTATUS ("<D:response><D:href>/cal/a.ics</D:href><D:status>HTTP/1.1 " status "</D:status>" condition "</D:response>")

/* In all the dialects that were seen. */
static void
test_put (DavSteps      *dav,
          gconstpointer  user_data)
{
  static const struct { DavStep step; const char *etag; int code; const char *expected; } cases[] = {
    { { "PUT none=* BEGIN:VCALENDAR", 201, NULL, "ETag: \"1\"" }, NULL, -1, "\"1\"" },
    { { "PUT if=\"1\" BEGIN:VCALENDAR", 204, NULL, "ETag: \"2\"" }, "\"1\"", -1, "\"2\"" },
    { { "PUT if=\"1\"", 201, NULL, NULL }, "\"1\"", -1, NULL },
    { { "PUT none=*", 201, NULL, "Location: /cal/other.ics" }, NULL, -1, "/cal/other.ics" },
    { { "PUT if=\"1\"", 412, NULL, NULL }, "\"1\"", PLN_DAV_ERROR_CHANGED, NULL },
    { { "PUT", 409, CONDITION ("no-uid-conflict"), NULL }, NULL, PLN_DAV_ERROR_TWIN, NULL },
    { { "PUT", 403, CONDITION ("unique-scheduling-object-resource"), NULL }, NULL, PLN_DAV_ERROR_TWIN, NULL },
    { { "PUT", 207, INNER ("412 Precondition Failed", CONDITION ("no-uid-conflict")), NULL }, NULL, PLN_DAV_ERROR_TWIN, NULL },
    { { "PUT", 207, INNER ("412 Precondition Failed", ""), NULL }, "\"1\"", PLN_DAV_ERROR_CHANGED, NULL },
    { { "PUT", 207, MULTISTATUS (""), NULL }, NULL, PLN_DAV_ERROR_SERVER, NULL },
    { { "PUT", 403, CONDITION ("valid-calendar-data"), NULL }, NULL, PLN_DAV_ERROR_REFUSED, NULL },
    { { "PUT", 403, "<D:error xmlns:D='DAV:'><D:need-privileges/></D:error>", NULL }, NULL, PLN_DAV_ERROR_FORBIDDEN, NULL },
    { { "PUT", 403, NULL, NULL }, NULL, PLN_DAV_ERROR_FORBIDDEN, NULL },
    { { "PUT", 403, CONDITION ("max-resource-size"), NULL }, NULL, PLN_DAV_ERROR_REFUSED, NULL },
    { { "PUT", 415, NULL, NULL }, NULL, PLN_DAV_ERROR_REFUSED, NULL },
    { { "PUT", 507, NULL, NULL }, NULL, PLN_DAV_ERROR_SERVER, NULL },
    { { "PUT", 302, NULL, "Location: /login" }, NULL, PLN_DAV_ERROR_MOVED, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DavStep steps[] = { cases[i].step, { NULL } };

      put (dav, cases[i].etag, steps, cases[i].code, cases[i].expected);
    }
}

static void
test_delete (DavSteps      *dav,
             gconstpointer  user_data)
{
  static const struct { guint status; int code; } cases[] = {
    { 200, -1 }, { 204, -1 }, { 404, -1 }, { 412, PLN_DAV_ERROR_CHANGED }, { 403, PLN_DAV_ERROR_FORBIDDEN },
  };
  g_autoptr(GUri) uri = g_uri_parse_relative (dav->calendar, "a.ics", SOUP_HTTP_URI_FLAGS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DavStep steps[] = { { "DELETE a.ics if=\"1\"", cases[i].status }, { NULL } };
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      dav->steps = steps;
      pln_dav_calendar_delete_async (dav->client, uri, "CPD23 meet-up", "\"1\"", NULL, dav_steps_done_cb, dav);
      result = dav_steps_wait (dav);
      g_assert_cmpint (pln_dav_calendar_delete_finish (dav->client, result, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, PLN_DAV_ERROR, cases[i].code);
    }
}

static void
test_make (DavSteps      *dav,
           gconstpointer  user_data)
{
  static const DavStep by_mkcalendar[] = { { "MKCALENDAR VJOURNAL <D:displayname>A&amp;B</D:displayname>", 201 }, { NULL } };
  static const DavStep by_mkcol[] = { { "MKCALENDAR", 501 }, { "MKCOL VJOURNAL <C:calendar/>", 201 }, { NULL } };
  static const DavStep there[] = { { "MKCALENDAR", 405 }, { "MKCOL", 405 }, { NULL } };
  static const struct { const DavStep *steps; gboolean made; } cases[] = {
    { by_mkcalendar, TRUE }, { by_mkcol, TRUE }, { there, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      dav->steps = cases[i].steps;
      pln_dav_calendar_make_async (dav->client, dav->calendar, "A&B", "#1a5fb4", NULL, dav_steps_done_cb, dav);
      result = dav_steps_wait (dav);
      g_assert_cmpint (pln_dav_calendar_make_finish (dav->client, result, &error), ==, cases[i].made);
    }
}

static void
test_href_key (void)
{
  static const struct { const char *href; const char *key; } cases[] = {
    { "/cal/a%2Bb%40c.ics", "/cal/a+b@c.ics" },
    { "https://h.example:8443/cal/%C3%A9.ics", "/cal/é.ics" },
    { "/cal/%c3%a9.ics", "/cal/é.ics" },
    { "/cal/100%.ics", "/cal/100%.ics" },
    { "/x/http://y", "/x/http://y" },
    { "https://h.example", "/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = pln_dav_href_key (cases[i].href);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/dav/calendar/" name, DavSteps, NULL, dav_steps_set_up, func, dav_steps_tear_down)
  ADD ("changes", test_changes);
  ADD ("pages", test_pages);
  ADD ("token-refused", test_token_refused);
  ADD ("deletes-nothing", test_deletes_nothing);
  ADD ("get", test_get);
  ADD ("put", test_put);
  ADD ("delete", test_delete);
  ADD ("make", test_make);
  g_test_add_func ("/dav/calendar/href-key", test_href_key);

  return g_test_run ();
}
