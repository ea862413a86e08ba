/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-json.h"

static void
test_members_are_parted (void)
{
  static const char *const rooms[] = { "Bronte", "Eliot", NULL };
  g_autofree char *text = NULL;
  PlnJson *json = pln_json_new ();

  pln_json_open (json, "gatherings", '[');
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", "a");
  pln_json_texts (json, "rooms", rooms);
  pln_json_close (json);
  pln_json_open (json, NULL, '{');
  pln_json_close (json);
  pln_json_close (json);
  pln_json_number (json, "n", -2);
  pln_json_truth (json, "all", FALSE);
  pln_json_text (json, "nothing", NULL);
  text = pln_json_end (json);

  g_assert_cmpstr (text, ==, "{\"gatherings\": [{\"uid\": \"a\", \"rooms\": [\"Bronte\", \"Eliot\"]}, {}], "
                             "\"n\": -2, \"all\": false, \"nothing\": null}");
}

/* RFC 8259, 7: quotes, backslash and control characters; and only UTF-8. */
static void
test_texts_are_escaped (void)
{
  g_autofree char *text = NULL;
  PlnJson *json = pln_json_new ();

  pln_json_text (json, "a", "“Zoë”\n\"\\\x01\xff");
  text = pln_json_end (json);

  g_assert_cmpstr (text, ==, "{\"a\": \"“Zoë”\\n\\\"\\\\\\u0001\xef\xbf\xbd\"}");
}

static void
test_times_have_an_offset (void)
{
  g_autoptr(GTimeZone) london = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) winter = g_date_time_new (london, 2026, 12, 1, 18, 0, 0);
  g_autoptr(GDateTime) summer = g_date_time_new (london, 2026, 6, 1, 18, 0, 0);
  g_autofree char *text = NULL;
  PlnJson *json = pln_json_new ();

  pln_json_time (json, "winter", winter);
  pln_json_time (json, "summer", summer);
  text = pln_json_end (json);

  g_assert_cmpstr (text, ==, "{\"winter\": \"2026-12-01T18:00:00+00:00\", \"summer\": \"2026-06-01T18:00:00+01:00\"}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/json/members", test_members_are_parted);
  g_test_add_func ("/base/json/escapes", test_texts_are_escaped);
  g_test_add_func ("/base/json/times", test_times_have_an_offset);

  return g_test_run ();
}
