/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-dav-error.h"
#include "pln-dav-multistatus.h"

#include <string.h>

static PlnDavMultistatus *
parse (const char *text)
{
  g_autoptr(GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PlnDavMultistatus *result = pln_dav_multistatus_parse (body, "example.org", &error);

  g_assert_no_error (error);

  return result;
}

static void
refuse (const char *text,
        gsize       length)
{
  g_autoptr(GBytes) body = g_bytes_new (text, length);
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_dav_multistatus_parse (body, "example.org", &error));
  g_assert_error (error, PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER);
  g_assert_nonnull (strstr (error->message, "“example.org”"));
}

static PlnDavItem *
item (PlnDavMultistatus *result,
      guint              i)
{
  g_assert_cmpuint (i, <, result->items->len);

  return g_ptr_array_index (result->items, i);
}

/* Prefixes are the server's own, what failed is as if it had not been asked. */
static void
test_properties (void)
{
  g_autoptr(PlnDavMultistatus) result = parse (
    "<?xml version='1.0'?><x:multistatus xmlns:x='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'>"
    "<x:response><x:href> /cal/ </x:href><x:propstat><x:prop>"
    "<x:resourcetype><x:collection/><c:calendar/></x:resourcetype><x:displayname>Team &amp; friends</x:displayname>"
    "<c:supported-calendar-component-set><c:comp name='VEVENT'/><c:comp name=\"VJOURNAL\"/></c:supported-calendar-component-set>"
    "<x:current-user-privilege-set><x:privilege><x:read/></x:privilege><x:privilege><x:write/></x:privilege>"
    "</x:current-user-privilege-set><x:sync-token>data:,7</x:sync-token>"
    "<getctag xmlns='http://calendarserver.org/ns/'>c1</getctag>"
    "<calendar-color xmlns='http://apple.com/ns/ical/'>#1a5fb4ff</calendar-color>"
    "</x:prop><x:status>HTTP/1.1 200 OK</x:status></x:propstat>"
    "<x:propstat><x:prop><x:getetag>never</x:getetag></x:prop><x:status>HTTP/1.1 404 Not Found</x:status></x:propstat>"
    "</x:response></x:multistatus>");
  PlnDavItem *calendar = item (result, 0);

  g_assert_cmpuint (result->items->len, ==, 1);
  g_assert_cmpstr (calendar->href, ==, "/cal/");
  g_assert_cmpint (calendar->kinds, ==, PLN_DAV_COLLECTION | PLN_DAV_CALENDAR);
  g_assert_cmpint (calendar->components, ==, PLN_DAV_EVENTS | PLN_DAV_NOTES);
  g_assert_cmpstr (calendar->name, ==, "Team & friends");
  g_assert_cmpstr (calendar->sync_token, ==, "data:,7");
  g_assert_cmpstr (calendar->ctag, ==, "c1");
  g_assert_cmpstr (calendar->colour, ==, "#1a5fb4ff");
  g_assert_true (calendar->writable);
  g_assert_null (calendar->etag);
  g_assert_null (result->sync_token);
}

static void
test_read_only (void)
{
  g_autoptr(PlnDavMultistatus) result = parse (
    "<multistatus xmlns='DAV:'><response><href>/a/</href><propstat><prop><current-user-privilege-set>"
    "<privilege><read/></privilege></current-user-privilege-set></prop></propstat></response>"
    "<response><href>/b/</href><propstat><prop/></propstat></response></multistatus>");

  g_assert_false (item (result, 0)->writable);
  g_assert_true (item (result, 1)->writable);
}

/* RFC 6578: what is gone has a status of its own; so has what was cut off. */
static void
test_changes (void)
{
  g_autoptr(PlnDavMultistatus) result = parse (
    "<D:multistatus xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>"
    "<D:response><D:href>/c/1.ics</D:href><D:propstat><D:prop><D:getetag>\"e1\"</D:getetag>"
    "<C:schedule-tag>\"s1\"</C:schedule-tag>"
    "<C:calendar-data><![CDATA[BEGIN:VCALENDAR\nSUMMARY:a < b]]>&#13;\nEND:VCALENDAR\n</C:calendar-data></D:prop>"
    "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
    "<D:response><D:href>/c/2.ics</D:href><D:href>/c/3.ics</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>"
    "<D:response><D:href>/c/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
    "<D:error><D:number-of-matches-within-limits/></D:error></D:response>"
    "<D:response><D:propstat><D:prop/></D:propstat></D:response>" /* as iCloud: no href */
    "<D:sync-token>t2</D:sync-token></D:multistatus>");
  static const char text[] = "BEGIN:VCALENDAR\nSUMMARY:a < b\r\nEND:VCALENDAR\n";

  g_assert_cmpuint (result->items->len, ==, 4);
  g_assert_cmpstr (item (result, 0)->etag, ==, "\"e1\"");
  g_assert_cmpstr (item (result, 0)->schedule_tag, ==, "\"s1\"");
  g_assert_cmpmem (g_bytes_get_data (item (result, 0)->data, NULL), g_bytes_get_size (item (result, 0)->data),
                   text, strlen (text));
  g_assert_cmpuint (item (result, 0)->status, ==, 0);
  g_assert_cmpuint (item (result, 1)->status + item (result, 2)->status, ==, 808);
  g_assert_cmpuint (item (result, 3)->status, ==, 507);
  g_assert_cmpstr (item (result, 3)->error, ==, "number-of-matches-within-limits");
  g_assert_cmpstr (result->sync_token, ==, "t2");
}

static void
test_principal (void)
{
  g_autoptr(PlnDavMultistatus) result = parse (
    "<multistatus xmlns='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'><response><href>/</href><propstat><prop>"
    "<current-user-principal><href>/p/zoe/</href></current-user-principal>"
    "<C:calendar-home-set><href>/h/1/</href><href>/h/2/</href></C:calendar-home-set>"
    "<C:calendar-user-address-set><href>mailto:zoe@tarn.example</href><href>/p/zoe/</href></C:calendar-user-address-set>"
    "<C:schedule-inbox-URL><href>/in/</href></C:schedule-inbox-URL>"
    "<C:schedule-outbox-URL><href>/out/</href></C:schedule-outbox-URL>"
    "</prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>");
  PlnDavItem *me = item (result, 0);

  g_assert_cmpstr (me->href, ==, "/");
  g_assert_cmpstr (me->principal, ==, "/p/zoe/");
  g_assert_cmpuint (me->homes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (me->addresses, 0), ==, "mailto:zoe@tarn.example");
  g_assert_cmpstr (me->inbox, ==, "/in/");
  g_assert_cmpstr (me->outbox, ==, "/out/");
}

/* Whatever is not a whole multistatus deletes nothing. */
static void
test_refused (void)
{
  static const char whole[] =
    "<multistatus xmlns='DAV:'><response><href>/c/1.ics</href><propstat><prop><getetag>\"1\"</getetag></prop>"
    "</propstat></response></multistatus>";
  g_autoptr(GString) deep = g_string_new ("<multistatus xmlns='DAV:'>");

  for (gsize length = 0; length < strlen (whole); length++)
    refuse (whole, length);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  refuse (deep->str, deep->len);

#define REFUSE(text) refuse (text, strlen (text))
  REFUSE ("<html><body>Log in to the network of this café</body></html>");
  REFUSE ("<multistatus xmlns='urn:other'/>");
  REFUSE ("<!DOCTYPE m [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><multistatus xmlns='DAV:'>&b;</multistatus>");
  REFUSE ("<!DOCTYPE m SYSTEM 'file:///etc/passwd'><multistatus xmlns='DAV:'/>");
#undef REFUSE
}

/* An element in an odd place means nothing, and does no harm. */
static void
test_odd_nesting (void)
{
  g_autoptr(PlnDavMultistatus) result = parse (
    "<multistatus xmlns='DAV:'><response><href>/a</href><multistatus><response><href>/b</href></response></multistatus>"
    "<propstat><propstat><prop><getetag>1</getetag></prop></propstat></propstat></response>"
    "<propstat><prop><getetag>2</getetag></prop></propstat><href>/c</href><status>HTTP/1.1 404</status></multistatus>");

  g_assert_cmpuint (result->items->len, ==, 1);
  g_assert_cmpstr (item (result, 0)->href, ==, "/a");
}

static void
test_condition (void)
{
  static const struct { const char *body; const char *condition; } cases[] = {
    { "<!DOCTYPE e [<!ENTITY a 'b'>]><D:error xmlns:D='DAV:'><D:valid-sync-token/></D:error>", NULL },
    { "<D:error xmlns:D='DAV:'><D:valid-sync-token/></D:error>", "valid-sync-token" },
    { "<error xmlns='DAV:'><C:no-uid-conflict xmlns:C='urn:ietf:params:xml:ns:caldav'><href>/x</href>"
      "</C:no-uid-conflict></error>", "no-uid-conflict" },
    { "<error xmlns='DAV:'/>", NULL },
    { "<error xmlns='DAV:'><valid-sync-token>", NULL },
    { "Forbidden", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) body = g_bytes_new_static (cases[i].body, strlen (cases[i].body));
      g_autofree char *condition = pln_dav_condition_parse (body);

      g_assert_cmpstr (condition, ==, cases[i].condition);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dav/multistatus/properties", test_properties);
  g_test_add_func ("/dav/multistatus/read-only", test_read_only);
  g_test_add_func ("/dav/multistatus/changes", test_changes);
  g_test_add_func ("/dav/multistatus/principal", test_principal);
  g_test_add_func ("/dav/multistatus/refused", test_refused);
  g_test_add_func ("/dav/multistatus/odd-nesting", test_odd_nesting);
  g_test_add_func ("/dav/multistatus/condition", test_condition);

  return g_test_run ();
}
