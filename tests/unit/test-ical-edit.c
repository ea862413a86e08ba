/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit.h"

#include "pln-clock.h"

#include <string.h>

#define BEFORE "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define AFTER  "END:VCALENDAR\r\n"
#define EVENT(lines) BEFORE "BEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\n" AFTER

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static PlnIcalLine *
line (const char *unfolded)
{
  PlnIcalLine *parsed = pln_ical_line_parse (unfolded, strlen (unfolded), NULL);

  g_assert_nonnull (parsed);

  return parsed;
}

static void
assert_applied (PlnIcalEdits *edits,
                const char   *before,
                const char   *after)
{
  g_autoptr(GBytes) text = bytes (before);
  g_autoptr(PlnIcalEdits) copy = pln_ical_edits_copy (edits);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changed = pln_ical_edits_apply (copy, text, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  got = g_strndup (g_bytes_get_data (changed, NULL), g_bytes_get_size (changed));
  g_assert_cmpstr (got, ==, after);
}

static void
assert_refused (PlnIcalEdits *edits,
                const char   *before,
                int           code)
{
  g_autoptr(GBytes) text = bytes (before);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changed = pln_ical_edits_apply (edits, text, &error);

  g_assert_null (changed);
  g_assert_error (error, PLN_ICAL_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_set_replaces_in_place (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_set (edits, line ("summary;LANGUAGE=en:New"));
  assert_applied (edits,
                  EVENT ("x-odd;A=\"b\":fol\r\n\tded\r\nSummary:Old\r\n and folded\r\nSUMMARY:twice\r\n\r\nbroken line\r\n"),
                  EVENT ("x-odd;A=\"b\":fol\r\n\tded\r\nSUMMARY;LANGUAGE=en:New\r\n\r\nbroken line\r\n"));
}

static void
test_new_lines_stand_before_inner_parts (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_set (edits, line ("SUMMARY:New"));
  pln_ical_edits_set (edits, line ("LOCATION:Here"));
  assert_applied (edits,
                  EVENT ("A:1\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nEND:VALARM\r\nB:2\r\n"),
                  EVENT ("A:1\r\nSUMMARY:New\r\nLOCATION:Here\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nEND:VALARM\r\nB:2\r\n"));
  assert_applied (edits, EVENT ("A:1\r\n"), EVENT ("A:1\r\nSUMMARY:New\r\nLOCATION:Here\r\n"));
}

static void
test_keys (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_put (edits, "MAILTO:ada@X.org", line ("ATTENDEE;CN=Ada:mailto:ada@y.org"));
  pln_ical_edits_put (edits, "ada@y.org", line ("ATTENDEE;CN=Ada L:mailto:ada@y.org"));
  pln_ical_edits_put (edits, "new@x.org", line ("ATTENDEE:mailto:new@x.org"));
  pln_ical_edits_drop (edits, "ATTENDEE", "bob@x.org");
  pln_ical_edits_put (edits, "r2", line ("X-PLENARY-ROOM;ID=r2;CAPACITY=9:Attic"));
  pln_ical_edits_drop (edits, "X-PLENARY-ROOM", "r1");
  pln_ical_edits_drop (edits, "related-to", "u1");
  pln_ical_edits_put (edits, "https://a/", line ("CONFERENCE:https://b/"));
  assert_applied (edits,
                  EVENT ("ATTENDEE:mailto:Bob@x.org\r\nATTENDEE;CN=\"Ada\":mailto:%61da@x.ORG\r\nATTENDEE:MAILTO:BOB@X.ORG\r\n"
                         "X-PLENARY-ROOM;ID=r1:Hall\r\nX-PLENARY-ROOM;ID=r2:Loft\r\n"
                         "RELATED-TO:u1\r\nRELATED-TO:u2\r\nCONFERENCE:https://a/\r\n"),
                  EVENT ("ATTENDEE;CN=\"Ada L\":mailto:ada@y.org\r\n"
                         "X-PLENARY-ROOM;ID=r2;CAPACITY=9:Attic\r\n"
                         "RELATED-TO:u2\r\nCONFERENCE:https://b/\r\nATTENDEE:mailto:new@x.org\r\n"));
}

static void
test_unset (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_unset (edits, "comment");
  pln_ical_edits_unset (edits, "URL");
  assert_applied (edits, EVENT ("COMMENT:a\r\n b\r\nA:1\r\nComment:c\r\n"), EVENT ("A:1\r\n"));
}

/* A parameter changes, and what else the line says keeps its bytes. */
static void
test_parameter (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_parameter (edits, "ATTENDEE", "ada@x.org", "PARTSTAT", "ACCEPTED");
  pln_ical_edits_parameter (edits, "ATTENDEE", "ada@x.org", "RSVP", NULL);
  pln_ical_edits_parameter (edits, "ATTENDEE", "ada@x.org", "X-PLENARY-ID", "abc");
  pln_ical_edits_parameter (edits, "ATTENDEE", "nobody@x.org", "RSVP", "TRUE");
  pln_ical_edits_parameter (edits, "DTSTART", NULL, "TZID", "Europe/London");
  assert_applied (edits,
                  EVENT ("ATTENDEE;cn=\"R\xe9ne\";Rsvp=TRUE;PartStat=needs-action;ROLE=\"CHAIR\":MailTo:Ada@x.org\r\nDTSTART:20270101T100000\r\n"),
                  EVENT ("ATTENDEE;cn=\"R\xe9ne\";PARTSTAT=ACCEPTED;ROLE=\"CHAIR\";X-PLENARY-ID=abc:MailTo:A\r\n da@x.org\r\nDTSTART;TZID=Europe/London:20270101T100000\r\n"));
}

static void
test_same_is_the_same (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) text = bytes (EVENT ("SUM\r\n MARY:A\r\nATTENDEE;PARTSTAT=\"ACCEPTED\":mailto:a@x\r\n"));
  g_autoptr(GBytes) changed = NULL;

  pln_ical_edits_set (edits, line ("SUMMARY:A"));
  pln_ical_edits_parameter (edits, "ATTENDEE", "a@x", "PARTSTAT", "ACCEPTED");
  pln_ical_edits_drop (edits, "ATTENDEE", "b@x");
  pln_ical_edits_unset (edits, "URL");
  pln_ical_edits_stamp (edits, 1311064200, TRUE);
  changed = pln_ical_edits_apply (edits, text, NULL);
  g_assert_true (changed == text);
}

static void
test_line_ends_are_those_of_the_text (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autofree char *x = g_strnfill (80, 'x');
  g_autofree char *summary = g_strconcat ("SUMMARY:", x, NULL);
  g_autofree char *after = g_strdup_printf ("BEGIN:VEVENT\nSUMMARY:%.67s\n %s\nEND:VEVENT", x, x + 67);

  pln_ical_edits_set (edits, line (summary));
  assert_applied (edits, "BEGIN:VEVENT\nEND:VEVENT", after);
}

static void
test_overrides_stay (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_set (edits, line ("SUMMARY:New"));
  assert_applied (edits,
                  BEFORE "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270101\r\nSUMMARY:Once\r\nEND:VEVENT\r\n"
                  "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Old\r\nEND:VEVENT\r\n" AFTER,
                  BEFORE "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270101\r\nSUMMARY:Once\r\nEND:VEVENT\r\n"
                  "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:New\r\nEND:VEVENT\r\n" AFTER);
}

#define ZONE(id, rest) "BEGIN:VTIMEZONE\r\nTZID:" id "\r\n" rest "END:VTIMEZONE\r\n"

static void
test_zones (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) bad = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) same = NULL;
  g_autoptr(GBytes) text = bytes (BEFORE ZONE ("B", "X:1\r\n") "BEGIN:VEVENT\r\nEND:VEVENT\r\n" AFTER);

  pln_ical_edits_zone (edits, "B", ZONE ("B", ""));
  pln_ical_edits_zone (edits, "B", ZONE ("B", "X:1\r\n"));
  assert_applied (edits, BEFORE "BEGIN:VEVENT\r\nEND:VEVENT\r\n" AFTER,
                  BEFORE ZONE ("B", "X:1\r\n") "BEGIN:VEVENT\r\nEND:VEVENT\r\n" AFTER);
  assert_applied (edits, BEFORE ZONE ("A", "") ZONE ("B", "") "BEGIN:VEVENT\r\nEND:VEVENT\r\n" AFTER,
                  BEFORE ZONE ("A", "") ZONE ("B", "X:1\r\n") "BEGIN:VEVENT\r\nEND:VEVENT\r\n" AFTER);
  assert_applied (edits, "BEGIN:VEVENT\nEND:VEVENT\n",
                  "BEGIN:VTIMEZONE\nTZID:B\nX:1\nEND:VTIMEZONE\nBEGIN:VEVENT\nEND:VEVENT\n");
  same = pln_ical_edits_apply (edits, text, NULL);
  g_assert_true (same == text);

  pln_ical_edits_zone (bad, "B", ZONE ("B", "") "BEGIN:VEVENT\r\nEND:VEVENT\r\n");
  assert_refused (bad, EVENT (""), PLN_ICAL_ERROR_REFUSED);
}

static void
test_stamps (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_stamp (edits, 1311067800, TRUE);
  assert_applied (edits, EVENT ("DTSTAMP:20110101T000000Z\r\nSEQUENCE:3\r\n"),
                  EVENT ("DTSTAMP:20110719T093000Z\r\nSEQUENCE:4\r\nLAST-MODIFIED:20110719T093000Z\r\n"));
  assert_applied (edits, EVENT (""),
                  EVENT ("DTSTAMP:20110719T093000Z\r\nLAST-MODIFIED:20110719T093000Z\r\nSEQUENCE:1\r\n"));
}

static void
test_what_must_not_be_written (void)
{
  g_autoptr(PlnIcalEdits) injected = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) parameter = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) private_line = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) no_id = pln_ical_edits_new ("VJOURNAL");

  pln_ical_edits_set (injected, pln_ical_line_new ("URL", "x\r\nATTENDEE:mailto:evil@x"));
  assert_refused (injected, EVENT (""), PLN_ICAL_ERROR_REFUSED);

  pln_ical_edits_parameter (parameter, "ATTENDEE", "a@x", "CN", "x\r\nURL:x");
  assert_refused (parameter, EVENT ("ATTENDEE:mailto:a@x\r\n"), PLN_ICAL_ERROR_REFUSED);

  pln_ical_edits_put (private_line, "i1", line ("X-PLENARY-GUEST;ID=i1:Ada"));
  assert_refused (private_line, EVENT ("X-PLENARY-KIND:GATHERING\r\n"), PLN_ICAL_ERROR_REFUSED);
  assert_applied (private_line, EVENT ("X-PLENARY-KIND:PEOPLE\r\n"),
                  EVENT ("X-PLENARY-KIND:PEOPLE\r\nX-PLENARY-GUEST;ID=i1:Ada\r\n"));

  pln_ical_edits_put (no_id, "i1", line ("X-PLENARY-LINE:text"));
  assert_refused (no_id, "BEGIN:VJOURNAL\r\nEND:VJOURNAL\r\n", PLN_ICAL_ERROR_REFUSED);
}

static void
test_what_cannot_be_changed (void)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");

  pln_ical_edits_set (edits, line ("SUMMARY:x"));
  assert_refused (edits, BEFORE "BEGIN:VEVENT\r\nUID:a\r\n", PLN_ICAL_ERROR_BROKEN);
  assert_refused (edits, BEFORE "BEGIN:VTODO\r\nEND:VTODO\r\n" AFTER, PLN_ICAL_ERROR_BROKEN);
  assert_refused (edits, "hello\r\n", PLN_ICAL_ERROR_NOT_CALENDAR);
}

static void
test_new_object (void)
{
  g_autoptr(GBytes) text = pln_ical_object_new ("VEVENT", "a,b@plenary", 1311067800);
  g_autofree char *got = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  g_assert_cmpstr (got, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Plenary//Plenary//EN\r\nCALSCALE:GREGORIAN\r\n"
                   "BEGIN:VEVENT\r\nUID:a\\,b@plenary\r\nDTSTAMP:20110719T093000Z\r\nCREATED:20110719T093000Z\r\n"
                   "LAST-MODIFIED:20110719T093000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

static GBytes *
crowd (guint n)
{
  g_autoptr(GString) text = g_string_new (BEFORE "BEGIN:VEVENT\r\nUID:a\r\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "ATTENDEE;CN=\"Guest %u\";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:guest%u@ex\r\n ample.org\r\n", i, i);
  g_string_append (text, "END:VEVENT\r\n" AFTER);

  return g_bytes_new (text->str, text->len);
}

/* Ten times the people and edits take about ten times as long. */
static double
time_of_edits (guint n)
{
  g_autoptr(GBytes) text = crowd (n);
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) changed = NULL;
  gint64 begun;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = g_strdup_printf ("guest%u@example.org", i);
      g_autofree char *fresh = g_strdup_printf ("ATTENDEE:mailto:fresh%u@example.org", i);

      pln_ical_edits_parameter (edits, "ATTENDEE", address, "PARTSTAT", "ACCEPTED");
      pln_ical_edits_put (edits, strstr (fresh, "fresh"), line (fresh));
      if (i % 2 == 0)
        pln_ical_edits_drop (edits, "ATTENDEE", address);
    }

  begun = pln_clock_processor ();
  changed = pln_ical_edits_apply (edits, text, NULL);
  g_assert_nonnull (changed);

  return (pln_clock_processor () - begun) / 1e6;
}

static void
test_ten_thousand_edits (void)
{
  double small = MIN (time_of_edits (1000), time_of_edits (1000));
  double large = time_of_edits (10000);

  g_test_message ("1,000 guests %.1f ms, 10,000 guests %.1f ms", small * 1000, large * 1000);
  g_assert_cmpfloat (large, <, 0.02 + 40 * small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical/edit/set-replaces-in-place", test_set_replaces_in_place);
  g_test_add_func ("/ical/edit/new-lines-stand-before-inner-parts", test_new_lines_stand_before_inner_parts);
  g_test_add_func ("/ical/edit/keys", test_keys);
  g_test_add_func ("/ical/edit/unset", test_unset);
  g_test_add_func ("/ical/edit/parameter", test_parameter);
  g_test_add_func ("/ical/edit/same-is-the-same", test_same_is_the_same);
  g_test_add_func ("/ical/edit/line-ends-are-those-of-the-text", test_line_ends_are_those_of_the_text);
  g_test_add_func ("/ical/edit/overrides-stay", test_overrides_stay);
  g_test_add_func ("/ical/edit/zones", test_zones);
  g_test_add_func ("/ical/edit/stamps", test_stamps);
  g_test_add_func ("/ical/edit/what-must-not-be-written", test_what_must_not_be_written);
  g_test_add_func ("/ical/edit/what-cannot-be-changed", test_what_cannot_be_changed);
  g_test_add_func ("/ical/edit/new-object", test_new_object);
  g_test_add_func ("/ical/edit/ten-thousand-edits", test_ten_thousand_edits);

  return g_test_run ();
}
