/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit.h"
#include "pln-ical-merge.h"

#include <string.h>

#define EVENT(lines)   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define JOURNAL(lines) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VJOURNAL\r\nUID:a\r\n" lines "END:VJOURNAL\r\nEND:VCALENDAR\r\n"

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static char *
string (GBytes *text)
{
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

typedef struct
{
  const char *name;
  const char *base;
  const char *local;
  const char *remote;
  const char *merged;
  const char *conflicts; /* NULL: none */
  PlnIcalMergeFlags flags;
} Row;

#define ADA(parameters) "ATTENDEE" parameters ":mailto:ada@x.org\r\n"
#define BOB(parameters) "ATTENDEE" parameters ":mailto:bob@x.org\r\n"
#define NOTE(parameters, text) "X-PLENARY-LINE;ID=l1" parameters ":" text "\r\n"
#define ZONE(id, rest) "BEGIN:VTIMEZONE\r\nTZID:" id "\r\n" rest "END:VTIMEZONE\r\n"
#define ALARM(uid, when) "BEGIN:VALARM\r\n" uid "TRIGGER:" when "\r\nEND:VALARM\r\n"

static const Row rows[] = {
  { "both-lines-taken",
    EVENT ("SUMMARY:A\r\nLOCATION:B\r\n"), EVENT ("SUMMARY:A2\r\nLOCATION:B\r\n"), EVENT ("LOCATION;X=1:B2\r\nsum\r\n mary:A\r\n"),
    EVENT ("LOCATION;X=1:B2\r\nSUMMARY:A2\r\n") },
  { "removed-and-added",
    EVENT ("URL:u\r\nX-A:1\r\n"), EVENT ("X-A:1\r\nX-NEW:2\r\n"), EVENT ("URL:u\r\nX-A:1\r\nX-B:1\r\n"),
    EVENT ("X-A:1\r\nX-B:1\r\nX-NEW:2\r\n") },
  { "conflict-keeps-remote",
    EVENT ("SUMMARY:A\r\n"), EVENT ("SUMMARY:B\r\n"), EVENT ("SUMMARY:C\r\n"), EVENT ("SUMMARY:C\r\n"), "SUMMARY" },
  { "same-change-is-none",
    EVENT ("SUMMARY:A\r\n"), EVENT ("SUMMARY:B\\, c\r\n"), EVENT ("SUMMARY:B, c\r\n"), EVENT ("SUMMARY:B, c\r\n") },
  { "rewritten-is-not-changed",
    EVENT ("DTSTART;TZID=Etc/UTC:20270101T100000\r\nDURATION:PT1H\r\nATTENDEE;CN=\"Ada\":mailto:ada@x.org\r\n"),
    EVENT ("DTSTART:20270102T100000Z\r\nDURATION:PT1H\r\nATTENDEE;CN=Bert:mailto:ada@x.org\r\n"),
    EVENT ("DTSTART;VALUE=DATE-TIME:20270101T100000Z\r\nATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Ada:MAILTO:Ada@X.org\r\nDURATION:PT60M\r\n"),
    EVENT ("DTSTART:20270102T100000Z\r\nATTENDEE;CN=Bert:mailto:ada@x.org\r\nDURATION:PT60M\r\n") },
  { "times-are-one",
    EVENT ("DTSTART:20270101T100000Z\r\nDTEND:20270101T110000Z\r\n"), EVENT ("DTSTART:20270101T103000Z\r\nDTEND:20270101T110000Z\r\n"),
    EVENT ("DTSTART:20270101T100000Z\r\nDTEND:20270101T123000Z\r\n"),
    EVENT ("DTSTART:20270101T100000Z\r\nDTEND:20270101T123000Z\r\n"), "DTSTART DTEND" },
  { "end-becomes-duration",
    EVENT ("DTSTART:20270101T100000Z\r\nDTEND:20270101T110000Z\r\nX-A:1\r\n"), EVENT ("DTSTART:20270101T100000Z\r\nDURATION:PT2H\r\nX-A:1\r\n"),
    EVENT ("DTSTART:20270101T100000Z\r\nDTEND:20270101T110000Z\r\nX-A:2\r\n"),
    EVENT ("DTSTART:20270101T100000Z\r\nX-A:2\r\nDURATION:PT2H\r\n") },
  { "sequence-of-two-changes",
    EVENT ("DTSTART:20270101\r\nSEQUENCE:1\r\n"), EVENT ("DTSTART:20270102\r\nSEQUENCE:2\r\n"),
    EVENT ("DTSTART:20270101\r\nLOCATION:B\r\nSEQUENCE:2\r\n"), EVENT ("DTSTART:20270102\r\nLOCATION:B\r\nSEQUENCE:3\r\n") },
  { "stamps",
    EVENT ("DTSTAMP:20270101T000000Z\r\nCREATED:20270101T000000Z\r\nX-A:1\r\n"),
    EVENT ("DTSTAMP:20270104T000000Z\r\nCREATED:20260101T000000Z\r\nX-A:2\r\n"),
    EVENT ("DTSTAMP:20270103T000000Z\r\nCREATED:20260601T000000Z\r\nX-A:1\r\n"),
    EVENT ("DTSTAMP:20270104T000000Z\r\nCREATED:20260101T000000Z\r\nX-A:2\r\n") },
  { "guest-by-parameter",
    EVENT (ADA (";CN=Ada")), EVENT (ADA (";CN=Ada;ROLE=CHAIR")), EVENT (ADA (";CN=Ada L;PARTSTAT=ACCEPTED")),
    EVENT (ADA (";CN=\"Ada L\";PARTSTAT=ACCEPTED;ROLE=CHAIR")) },
  { "guest-by-id",
    EVENT ("ATTENDEE;X-PLENARY-ID=i1:mailto:old@x.org\r\n"), EVENT ("ATTENDEE;X-PLENARY-ID=i1:mailto:new@x.org\r\n"),
    EVENT ("ATTENDEE;X-PLENARY-ID=i2:mailto:new@x.org\r\nATTENDEE;PARTSTAT=DECLINED;X-PLENARY-ID=i1:mailto:old@x.org\r\n"),
    EVENT ("ATTENDEE;X-PLENARY-ID=i2:mailto:new@x.org\r\nATTENDEE;PARTSTAT=DECLINED;X-PLENARY-ID=i1:mailto:new@x.org\r\n") },
  { "guests-added-on-both",
    EVENT (ADA ("")), EVENT (ADA ("") BOB ("")), EVENT (ADA ("") "ATTENDEE:mailto:cy@x.org\r\n"),
    EVENT (ADA ("") "ATTENDEE:mailto:cy@x.org\r\n" BOB ("")) },
  { "guest-removed-here-answered-there",
    EVENT (ADA ("") BOB ("")), EVENT (ADA ("")), EVENT (ADA ("") BOB (";PARTSTAT=ACCEPTED")),
    EVENT (ADA ("") BOB (";PARTSTAT=ACCEPTED")), "ATTENDEE" },
  { "two-answers",
    EVENT (ADA ("")), EVENT (ADA (";PARTSTAT=ACCEPTED")), EVENT (ADA (";PARTSTAT=DECLINED")),
    EVENT (ADA (";PARTSTAT=DECLINED")), "ATTENDEE" },
  { "answer-beats-none",
    EVENT (ADA (";PARTSTAT=TENTATIVE")), EVENT (ADA (";PARTSTAT=ACCEPTED")), EVENT (ADA (";PARTSTAT=NEEDS-ACTION")),
    EVENT (ADA (";PARTSTAT=ACCEPTED")) },
  { "answer-to-the-old-time",
    EVENT ("DTSTART:20270101\r\n" ADA ("")), EVENT ("DTSTART:20270101\r\n" ADA (";PARTSTAT=ACCEPTED")),
    EVENT ("DTSTART:20270102\r\nSEQUENCE:1\r\n" ADA (";PARTSTAT=NEEDS-ACTION")),
    EVENT ("DTSTART:20270102\r\nSEQUENCE:1\r\n" ADA (";PARTSTAT=NEEDS-ACTION")) },
  { "told-is-the-greater",
    EVENT (ADA (";SCHEDULE-AGENT=NONE")), EVENT (ADA (";SCHEDULE-AGENT=CLIENT;X-PLENARY-TOLD=2")),
    EVENT (ADA (";SCHEDULE-AGENT=X-OTHER;X-PLENARY-TOLD=1")), EVENT (ADA (";SCHEDULE-AGENT=CLIENT;X-PLENARY-TOLD=2")) },
  { "statement-is-one",
    JOURNAL ("X-PLENARY-GUEST;ID=g1:Ada\r\n"),
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=ACCEPTED;AT=20270102T000000Z;BY=Bob:Ada\r\n"),
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=DECLINED;AT=20270101T000000Z;BY=Cy;STAGE=NEW:Ada\r\n"),
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=ACCEPTED;AT=20270102T000000Z;BY=Bob;STAGE=NEW:Ad\r\n a\r\n") },
  { "note-line-moved-and-edited",
    JOURNAL (NOTE (";POS=a", "One")), JOURNAL (NOTE (";POS=b", "One")), JOURNAL (NOTE (";POS=a", "Two")),
    JOURNAL (NOTE (";POS=b", "Two")) },
  { "note-line-edited-on-both",
    JOURNAL (NOTE (";POS=a", "One")), JOURNAL (NOTE (";POS=a", "Two")), JOURNAL (NOTE (";POS=a", "Three")),
    JOURNAL (NOTE (";POS=a", "Three") "X-PLENARY-LINE;ID=8d0bb37d8fdc;POS=a;BESIDE=l1:Two\r\n") },
  { "note-line-deleted-and-edited",
    JOURNAL (NOTE ("", "One")), JOURNAL (NOTE ("", "Two")), JOURNAL (""), JOURNAL (NOTE ("", "Two")) },
  { "note-line-edited-and-deleted",
    JOURNAL (NOTE ("", "One")), JOURNAL (""), JOURNAL (NOTE ("", "Two")), JOURNAL (NOTE ("", "Two")) },
  { "note-line-deleted-and-untouched",
    JOURNAL (NOTE ("", "One")), JOURNAL (""), JOURNAL (NOTE ("", "One") "X-A:1\r\n"), JOURNAL ("X-A:1\r\n") },
  { "rendered-text-is-no-conflict",
    JOURNAL ("DESCRIPTION:a\r\nX-PLENARY-RENDERED:1\r\n"), JOURNAL ("DESCRIPTION:b\r\nX-PLENARY-RENDERED:2\r\n"),
    JOURNAL ("DESCRIPTION:c\r\nX-PLENARY-RENDERED:3\r\n"), JOURNAL ("DESCRIPTION:c\r\nX-PLENARY-RENDERED:3\r\n") },
  { "categories",
    EVENT ("CATEGORIES:a,b,c\r\n"), EVENT ("CATEGORIES:d\\,1,c\r\nCATEGORIES:a\r\n"), EVENT ("CATEGORIES:a,e\r\nCATEGORIES:b\r\n"),
    EVENT ("CATEGORIES:a,e\r\nCATEGORIES:d\\,1\r\n") },
  { "comments",
    EVENT ("COMMENT:a\r\nCOMMENT:b\r\n"), EVENT ("COMMENT:a\r\nCOMMENT:a\r\n"), EVENT ("COMMENT:b\r\nCOMMENT:c\r\nCOMMENT:a\r\n"),
    EVENT ("COMMENT:c\r\nCOMMENT:a\r\nCOMMENT:a\r\n") },
  { "related",
    EVENT ("RELATED-TO:p\r\n"), EVENT ("RELATED-TO:p\r\nRELATED-TO;RELTYPE=SIBLING:s\r\n"),
    EVENT ("RELATED-TO;RELTYPE=parent:p\r\nRELATED-TO:q\r\n"),
    EVENT ("RELATED-TO;RELTYPE=parent:p\r\nRELATED-TO:q\r\nRELATED-TO;RELTYPE=SIBLING:s\r\n") },
  { "alarms",
    EVENT (ALARM ("UID:1\r\n", "-PT5M") ALARM ("", "-PT1H")), EVENT (ALARM ("UID:1\r\n", "-PT10M") ALARM ("", "-PT2H")),
    EVENT ("X-A:1\r\n" ALARM ("UID:1\r\n", "-PT5M") ALARM ("", "-PT60M") ALARM ("", "-P1D")),
    EVENT ("X-A:1\r\n" ALARM ("UID:1\r\n", "-PT10M") ALARM ("", "-P1D") ALARM ("", "-PT2H")) },
  { "alarm-edited-on-both",
    EVENT (ALARM ("UID:1\r\n", "-PT5M")), EVENT (ALARM ("UID:1\r\n", "-PT10M")), EVENT (ALARM ("UID:1\r\n", "-PT20M")),
    EVENT (ALARM ("UID:1\r\n", "-PT20M")), "VALARM" },
  { "zone-goes-with-the-times",
    "BEGIN:VCALENDAR\r\n" ZONE ("A", "") "BEGIN:VEVENT\r\nDTSTART;TZID=A:1\r\nX-A:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\r\n" ZONE ("B", "") "BEGIN:VEVENT\r\nDTSTART;TZID=B:1\r\nX-A:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=A:1\nX-A:2\nEND:VEVENT\nEND:VCALENDAR\n",
    "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:B\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=B:1\nX-A:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "occurrence-added",
    EVENT ("X-A:1\r\n"),
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nX-A:1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    EVENT ("X-A:2\r\n"),
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nX-A:2\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" },
  { "unreadable-lines-stay",
    EVENT ("what\r\nX-A:1\r\n"), EVENT ("what\r\nX-A:2\r\n"), EVENT ("what\r\nis this\r\nX-A:1\r\n"), EVENT ("what\r\nis this\r\nX-A:2\r\n") },
  { "undo-keeps-an-answer",
    EVENT (ADA (";CN=B")), EVENT (ADA (";CN=A")), EVENT (ADA (";CN=B;PARTSTAT=ACCEPTED")), EVENT (ADA (";CN=A;PARTSTAT=ACCEPTED")), NULL, PLN_ICAL_MERGE_UNDO },
  { "undo-of-an-answer-keeps-a-later-one",
    EVENT (ADA (";PARTSTAT=ACCEPTED")), EVENT (ADA ("")), EVENT (ADA (";PARTSTAT=DECLINED")), EVENT (ADA (";PARTSTAT=DECLINED")), NULL, PLN_ICAL_MERGE_UNDO },
  { "undo-of-an-invitation-keeps-who-answered",
    EVENT (ADA ("") BOB ("")), EVENT (""), EVENT (ADA (";PARTSTAT=ACCEPTED") BOB ("") "X-A:1\r\n"),
    EVENT (ADA (";PARTSTAT=ACCEPTED") "X-A:1\r\n"), NULL, PLN_ICAL_MERGE_UNDO },
  { "undo-of-a-reschedule-keeps-answers",
    EVENT ("DTSTART:20270102\r\nSEQUENCE:1\r\n" ADA ("")), EVENT ("DTSTART:20270101\r\n" ADA (";PARTSTAT=TENTATIVE")),
    EVENT ("DTSTART:20270102\r\nSEQUENCE:1\r\n" ADA (";PARTSTAT=ACCEPTED")),
    EVENT ("DTSTART:20270101\r\nSEQUENCE:2\r\n" ADA (";PARTSTAT=ACCEPTED")), NULL, PLN_ICAL_MERGE_UNDO },
  { "undo-keeps-a-statement",
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=ACCEPTED;AT=1;BY=B;STAGE=NEW:Ada\r\n"), JOURNAL ("X-PLENARY-GUEST;ID=g1:Ada\r\n"),
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=DECLINED;AT=2;BY=C;STAGE=NEW;GOT-SEQ=1;GOT-STAMP=3:Ada\r\n"),
    JOURNAL ("X-PLENARY-GUEST;ID=g1;SAID=DECLINED;AT=2;BY=C;GOT-SEQ=1;GOT-STAMP=3:Ada\r\n"), NULL, PLN_ICAL_MERGE_UNDO },
  { "undo-keeps-lines-of-others",
    EVENT ("COMMENT:mine\r\n"), EVENT (""), EVENT ("COMMENT:yours\r\nCOMMENT:mine\r\n" BOB ("")), EVENT ("COMMENT:yours\r\n" BOB ("")), NULL, PLN_ICAL_MERGE_UNDO },
  /* Remote differs from base in all that it could: the server's doing. */
  { "carry-onto-what-was-rewritten",
    EVENT ("SUMMARY:A\r\nX-A:1\r\nLOCATION:B\r\n"), EVENT ("SUMMARY:A2\r\nX-A:2\r\nLOCATION:B\r\n"),
    EVENT ("SUMMARY:a\r\nLOCATION:b\r\nX-SERVER:1\r\n"), EVENT ("SUMMARY:A2\r\nLOCATION:b\r\nX-SERVER:1\r\nX-A:2\r\n"),
    NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-of-a-removal",
    EVENT ("URL:u\r\n" ADA (";CN=A") BOB ("")), EVENT (BOB ("")), EVENT ("URL:v\r\n" ADA (";CN=A2") BOB (";SCHEDULE-STATUS=2.0")),
    EVENT (BOB (";SCHEDULE-STATUS=2.0")), NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-onto-what-was-dropped",
    EVENT (NOTE ("", "one") ADA (";CN=A")), EVENT (NOTE ("", "two") ADA (";CN=B")), EVENT ("X-A:1\r\n"),
    EVENT ("X-A:1\r\n" NOTE ("", "two") ADA (";CN=B")), NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-puts-no-line-beside",
    JOURNAL (NOTE ("", "one")), JOURNAL (NOTE ("", "two")), JOURNAL (NOTE ("", "One")), JOURNAL (NOTE ("", "two")),
    NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-of-an-answer-and-a-parameter",
    EVENT (ADA (";CN=A")), EVENT (ADA (";PARTSTAT=ACCEPTED;ROLE=CHAIR;CN=A")), EVENT (ADA (";PARTSTAT=DECLINED;X-S=2;CN=Ada")),
    EVENT (ADA (";PARTSTAT=ACCEPTED;X-S=2;CN=Ada;ROLE=CHAIR")), NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-of-a-reschedule",
    EVENT ("DTSTART:20270101\r\nSEQUENCE:0\r\n" ADA (";PARTSTAT=ACCEPTED")), EVENT ("DTSTART:20270102\r\nSEQUENCE:1\r\n" ADA ("")),
    EVENT ("DTSTART:20270101T000000\r\nSEQUENCE:1\r\n" ADA (";PARTSTAT=ACCEPTED;X-SEQUENCE=0")),
    EVENT ("DTSTART:20270102\r\nSEQUENCE:2\r\n" ADA (";X-SEQUENCE=0")), NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-of-what-is-there-already",
    EVENT ("DTSTART:20270101\r\nSEQUENCE:1\r\n"), EVENT ("DTSTART:20270102\r\nSEQUENCE:2\r\n"),
    EVENT ("DTSTART:20270102\r\nSEQUENCE:2\r\nX-A:1\r\n"), EVENT ("DTSTART:20270102\r\nSEQUENCE:2\r\nX-A:1\r\n"),
    NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-of-a-cancellation",
    EVENT ("STATUS:CONFIRMED\r\nSUMMARY:A\r\n"), EVENT ("STATUS:CANCELLED\r\nSUMMARY:A\r\n"),
    EVENT ("STATUS:CONFIRMED\r\nSUMMARY:a\r\n"), EVENT ("STATUS:CANCELLED\r\nSUMMARY:a\r\n"), NULL, PLN_ICAL_MERGE_CARRY },
  { "carry-keeps-what-was-dropped",
    EVENT ("X-A:1\r\nCATEGORIES:a,b\r\n" ADA (";X-B=1;PARTSTAT=ACCEPTED") ALARM ("", "-PT1H")), EVENT ("CATEGORIES:a\r\n" ADA (";CN=A")),
    EVENT ("X-A:1\r\nCATEGORIES:a,b\r\n" ADA (";X-B=1;PARTSTAT=ACCEPTED") ALARM ("", "-PT1H")),
    EVENT ("X-A:1\r\nCATEGORIES:a,b\r\n" ADA (";X-B=1;CN=A") ALARM ("", "-PT1H")), NULL, PLN_ICAL_MERGE_CARRY | PLN_ICAL_MERGE_KEEP },
  { "carry-of-an-alarm",
    EVENT ("X-A:1\r\n" ALARM ("UID:1\r\n", "-PT1H")), EVENT ("X-A:1\r\n" ALARM ("UID:1\r\n", "-PT2H")),
    EVENT (ALARM ("UID:1\r\n", "-PT3H")), EVENT (ALARM ("UID:1\r\n", "-PT2H")), NULL, PLN_ICAL_MERGE_CARRY },
};

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GBytes) base = bytes (row->base);
  g_autoptr(GBytes) local = bytes (row->local);
  g_autoptr(GBytes) remote = bytes (row->remote);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) merged = pln_ical_merge (base, local, remote, row->flags, conflicts, &error);
  g_autofree char *got = NULL;
  g_autofree char *named = NULL;

  g_assert_no_error (error);
  got = string (merged);
  g_assert_cmpstr (got, ==, row->merged);
  g_ptr_array_add (conflicts, NULL);
  named = g_strjoinv (" ", (char **) conflicts->pdata);
  g_assert_cmpstr (named, ==, row->conflicts != NULL ? row->conflicts : "");
}

static void
test_broken_is_refused (void)
{
  g_autoptr(GBytes) good = bytes (EVENT ("X-A:1\r\n"));
  g_autoptr(GBytes) other = bytes (EVENT ("X-A:2\r\n"));
  g_autoptr(GBytes) broken = bytes ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) merged = pln_ical_merge (good, other, broken, PLN_ICAL_MERGE_NONE, NULL, &error);

  g_assert_null (merged);
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN);
}

/* The user's own answer is the one given here. */
static void
test_own_answer (void)
{
  g_autoptr(GBytes) base = bytes (EVENT (ADA ("")));
  g_autoptr(GBytes) local = bytes (EVENT (ADA (";PARTSTAT=DECLINED")));
  g_autoptr(GBytes) remote = bytes (EVENT (ADA (";PARTSTAT=ACCEPTED")));
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  PlnIcalMergeHints hints = { .self = "Ada@x.org" };
  g_autoptr(GBytes) merged = pln_ical_merge_with_hints (base, local, remote, PLN_ICAL_MERGE_NONE, &hints, conflicts, NULL);

  g_assert_true (pln_ical_same_meaning (merged, local));
  g_assert_cmpuint (conflicts->len, ==, 0);
}

static void
test_nothing_in_common (void)
{
  g_autoptr(GBytes) local = bytes (EVENT ("SUMMARY:A\r\n" ADA ("")));
  g_autoptr(GBytes) remote = bytes (EVENT ("SUMMARY:A\r\n" BOB ("")));
  g_autoptr(GBytes) merged = pln_ical_merge (NULL, local, remote, PLN_ICAL_MERGE_NONE, NULL, NULL);
  g_autofree char *got = string (merged);

  g_assert_cmpstr (got, ==, EVENT ("SUMMARY:A\r\n" BOB ("") ADA ("")));
}

static void
test_meaning (void)
{
  static const struct { const char *a; const char *b; gboolean same; } pairs[] = {
    { "SUMMARY:a\\,b",               "summary:a\r\n ,b",                         TRUE },
    { "SUMMARY:a",                   "SUMMARY:A",                                FALSE },
    { "X;A=1;B=2:v",                 "X;b=\"2\";a=1:v",                          TRUE },
    { "ATTENDEE:mailto:a@x",         "ATTENDEE;PARTSTAT=needs-action:MAILTO:%41@X", TRUE },
    { "DTSTART;VALUE=DATE:20270101", "DTSTART:20270101",                         TRUE },
    { "DTSTART;TZID=UTC:20270101T000000", "DTSTART:20270101T000000Z",            TRUE },
    { "DTSTART;TZID=Europe/London:20270101T000000", "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London:20270101T000000", TRUE },
    { "DTSTART:20270101T000000",     "DTSTART:20270101T000000Z",                 FALSE },
    { "EXDATE:20270101,20270102",    "EXDATE:20270102,20270101",                 TRUE },
    { "RRULE:FREQ=WEEKLY;COUNT=2",   "RRULE:COUNT=2;FREQ=weekly;INTERVAL=1",     TRUE },
    { "DURATION:PT1H30M",            "DURATION:PT90M",                           TRUE },
    { "DURATION:P1D",                "DURATION:PT24H",                           FALSE },
    { "GEO:51.5;-0.1",               "GEO:51.500000;-0.100000",                  TRUE },
    { "CATEGORIES:a,b",              "CATEGORIES:b\r\nCATEGORIES:a",             TRUE },
    { "CATEGORIES:a\\,b",            "CATEGORIES:a,b",                           FALSE },
    { "COMMENT:a",                   "COMMENT:a\r\nCOMMENT:a",                   FALSE },
    { "BEGIN:VALARM\r\nTRIGGER:-PT60M\r\nEND:VALARM\r\nX:1", "X:1\r\nBEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text_a = g_strdup_printf ("BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n", pairs[i].a);
      g_autofree char *text_b = g_strdup_printf ("BEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\n", pairs[i].b);
      g_autoptr(GBytes) a = bytes (text_a);
      g_autoptr(GBytes) b = bytes (text_b);

      g_test_message ("%s | %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (pln_ical_same_meaning (a, b), ==, pairs[i].same);
    }
}

/* Cases that are kept as files: the two texts of two organisers. */

static GBytes *
load_version (const char *name,
              const char *side)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.ics", name, side);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "merge", file, NULL);
  char *text;
  gsize length;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static GHashTable *
pairs_of (const char *column)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) items = g_strsplit (column, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (items[i], "=", 2);

      g_hash_table_insert (pairs, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  return pairs;
}

static void
assert_line (PlnIcalText *text,
             const char  *name,
             const char  *value)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, pln_ical_text_find_part (text, "VEVENT", NULL, NULL), name);

  if (*value != '\0')
    g_assert_cmpstr (line != NULL ? line->value : NULL, ==, value);
}

static void
assert_answers (PlnIcalText *text,
                GHashTable  *answers)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;
  guint n = 0;

  pln_ical_walk_init (&walk, text, pln_ical_text_find_part (text, "VEVENT", NULL, NULL));
  while (pln_ical_walk_next (&walk, &span))
    if (pln_ical_text_span_is (text, &span, "ATTENDEE"))
      {
        g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, &span, NULL);
        g_autofree char *address = pln_ical_address_key (line->value);

        g_assert_cmpstr (pln_ical_line_get_parameter (line, "PARTSTAT"), ==, g_hash_table_lookup (answers, address));
        n++;
      }
  g_assert_cmpuint (n, ==, g_hash_table_size (answers));
}

static void
test_case (gconstpointer user_data)
{
  const char *const *row = user_data; /* in the order of the manifest's columns */
  g_autoptr(GBytes) base = load_version (row[0], "base");
  g_autoptr(GBytes) local = load_version (row[0], "local");
  g_autoptr(GBytes) remote = load_version (row[0], "remote");
  g_autoptr(GHashTable) answers = pairs_of (row[6]);
  g_autoptr(GHashTable) local_replies = pairs_of (row[7]);
  g_autoptr(GHashTable) remote_replies = pairs_of (row[8]);
  PlnIcalMergeHints hints = { .local_replies = local_replies, .remote_replies = remote_replies };
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) merged = pln_ical_merge_with_hints (base, local, remote, PLN_ICAL_MERGE_NONE, &hints, conflicts, &error);
  g_autoptr(PlnIcalText) text = NULL;

  g_assert_no_error (error);
  text = pln_ical_text_new (merged, NULL);
  g_assert_cmpstr (conflicts->len > 0 ? "needs-confirmation" : "merged", ==, row[1]);
  assert_line (text, "SEQUENCE", row[2]);
  assert_line (text, "DTSTART", row[3]);
  assert_line (text, "SUMMARY", row[4]);
  assert_line (text, "LOCATION", row[5]);
  assert_answers (text, answers);
}

static void
add_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "merge", "manifest.tsv", NULL);
  g_autofree char *manifest = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &manifest, NULL, NULL));
  lines = g_strsplit (manifest, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **row = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = g_strconcat ("/ical/merge/case/", row[0], NULL);

      g_assert_cmpuint (g_strv_length (row), ==, 9);
      g_test_add_data_func_full (name, row, test_case, (GDestroyNotify) g_strfreev);
    }
}

/* Random objects: what must hold for any three versions. */

enum { SUMMARY, LOCATION, TIME, STATUS, N_FIELDS };
static const char *const fields[N_FIELDS] = { "SUMMARY", "LOCATION", "DTSTART", "PRIORITY" };

enum { N_GUESTS = 6, N_COMMENTS = 5, N_CATEGORIES = 4, N_LINES = 4 };

typedef struct
{
  int field[N_FIELDS];        /* 0: none */
  int answer[N_GUESTS];       /* 0: no guest */
  int name[N_GUESTS];
  int comment[N_COMMENTS];
  int category[N_CATEGORIES];
  int line[N_LINES];          /* 0: none */
  int alarm;
} Object;

static int
some (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
randomise (Object *object)
{
  for (int i = 0; i < N_FIELDS; i++)
    object->field[i] = some (4);
  for (int i = 0; i < N_GUESTS; i++)
    object->answer[i] = some (4), object->name[i] = some (3);
  for (int i = 0; i < N_COMMENTS; i++)
    object->comment[i] = some (2);
  for (int i = 0; i < N_CATEGORIES; i++)
    object->category[i] = some (2);
  for (int i = 0; i < N_LINES; i++)
    object->line[i] = some (4);
  object->alarm = some (3);
}

/* Changes about one thing in three. */
static Object
changed (const Object *before)
{
  Object after = *before;
  Object other;
  int *to = (int *) &after;
  const int *from = (const int *) &other;

  randomise (&other);
  for (gsize i = 0; i < sizeof after / sizeof (int); i++)
    if (some (3) == 0)
      to[i] = from[i];

  return after;
}

static void
append_line (GString    *text,
             gboolean    odd,
             const char *name,
             const char *parameters,
             const char *value)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (odd)
    g_string_append_printf (text, "%s%s:\n %s\n", lower, parameters, value);
  else
    g_string_append_printf (text, "%s%s:%s\r\n", name, parameters, value);
}

/* The same object; odd: written as another program might. */
static GBytes *
write_object (const Object *object,
              gboolean      odd)
{
  static const char *const answers[] = { "", "NEEDS-ACTION", "ACCEPTED", "DECLINED" };
  g_autoptr(GString) text = g_string_new (odd ? "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\n"
                                              : "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n");
  char value[100];
  char parameters[100];

  for (int n = 0; n < N_GUESTS; n++)
    {
      int i = odd ? N_GUESTS - 1 - n : n;

      g_snprintf (value, sizeof value, odd ? "MAILTO:Guest%d@X.org" : "mailto:guest%d@x.org", i);
      g_snprintf (parameters, sizeof parameters, odd ? ";PARTSTAT=%s;CN=\"Name%d\"" : ";CN=Name%2$d;PARTSTAT=%1$s",
                  answers[object->answer[i]], object->name[i]);
      if (object->answer[i] > 0)
        append_line (text, odd, "ATTENDEE", parameters, value);
    }
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_snprintf (value, sizeof value, i == TIME ? "2027010%dT100000Z" : "%d", object->field[i]);
      if (object->field[i] > 0)
        append_line (text, odd, fields[i], "", value);
    }
  for (int i = 0; i < N_COMMENTS; i++)
    if (object->comment[i])
      {
        g_snprintf (value, sizeof value, "comment%d", i);
        append_line (text, odd, "COMMENT", "", value);
      }
  for (int i = 0; i < N_CATEGORIES; i++)
    if (object->category[i])
      {
        g_snprintf (value, sizeof value, "category%d", i);
        append_line (text, odd, "CATEGORIES", "", value);
      }
  for (int i = 0; i < N_LINES; i++)
    {
      g_snprintf (parameters, sizeof parameters, ";ID=line%d", i);
      g_snprintf (value, sizeof value, "text%d", object->line[i]);
      if (object->line[i] > 0)
        append_line (text, odd, "X-PLENARY-LINE", parameters, value);
    }
  if (object->alarm > 0)
    g_string_append_printf (text, "BEGIN:VALARM\r\nUID:alarm\r\nTRIGGER:-PT%dM\r\nEND:VALARM\r\n", object->alarm);
  g_string_append (text, odd ? "END:VEVENT\nEND:VCALENDAR\n" : "END:VEVENT\r\nEND:VCALENDAR\r\n");

  return g_bytes_new (text->str, text->len);
}

static GBytes *
merge (GBytes    *base,
       GBytes    *local,
       GBytes    *remote,
       GPtrArray *conflicts)
{
  g_autoptr(GError) error = NULL;
  GBytes *merged = pln_ical_merge (base, local, remote, PLN_ICAL_MERGE_NONE, conflicts, &error);

  g_assert_no_error (error);

  return merged;
}

static void
assert_same (GBytes *a,
             GBytes *b)
{
  g_autofree char *text_a = string (a);
  g_autofree char *text_b = string (b);

  if (!pln_ical_same_meaning (a, b))
    g_assert_cmpstr (text_a, ==, text_b);
}

/* What one side alone changed is what that side made of it; guests, comments
 * and lines that one side added are there. */
static void
assert_nothing_lost (GBytes       *merged,
                     const Object *base,
                     const Object *local,
                     const Object *remote)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (merged, NULL);
  int event = pln_ical_text_find_part (text, "VEVENT", NULL, NULL);
  g_autofree char *all = string (merged);
  g_autofree char *flat = NULL;
  g_auto(GStrv) pieces = g_strsplit (all, "\n ", -1);

  flat = g_strjoinv ("", pieces);
  for (int i = 0; i < N_FIELDS; i++)
    {
      const Object *winner = local->field[i] != base->field[i] && remote->field[i] == base->field[i] ? local : remote;
      g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, event, fields[i]);
      char value[100];

      g_snprintf (value, sizeof value, i == TIME ? "2027010%dT100000Z" : "%d", winner->field[i]);
      g_assert_cmpstr (line != NULL ? line->value : NULL, ==, winner->field[i] > 0 ? value : NULL);
    }
  for (int i = 0; i < N_GUESTS; i++)
    {
      g_autofree char *address = g_strdup_printf ("guest%d@x.org", i);
      g_autofree char *odd = g_strdup_printf ("Guest%d@X.org", i);
      gboolean there = strstr (flat, address) != NULL || strstr (flat, odd) != NULL;

      if (base->answer[i] == 0)
        g_assert_cmpint (there, ==, local->answer[i] > 0 || remote->answer[i] > 0);
      else if (local->answer[i] > 0 && remote->answer[i] > 0)
        g_assert_true (there);
    }
  for (int i = 0; i < N_LINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("ID=line%d", i);

      if (local->line[i] != base->line[i] && local->line[i] > 0)
        g_assert_nonnull (strstr (flat, id));
      if (remote->line[i] > 0 && (local->line[i] > 0 || remote->line[i] != base->line[i]))
        g_assert_nonnull (strstr (flat, id));
    }
  for (int i = 0; i < N_COMMENTS; i++)
    {
      g_autofree char *comment = g_strdup_printf ("comment%d", i);

      g_assert_cmpint (strstr (flat, comment) != NULL, ==,
                       local->comment[i] != base->comment[i] ? local->comment[i] : remote->comment[i]);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      Object objects[3];
      g_autoptr(GBytes) base = NULL;
      g_autoptr(GBytes) odd_base = NULL;
      g_autoptr(GBytes) local = NULL;
      g_autoptr(GBytes) remote = NULL;
      g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

      randomise (&objects[0]);
      objects[1] = changed (&objects[0]);
      objects[2] = changed (&objects[0]);
      base = write_object (&objects[0], FALSE);
      odd_base = write_object (&objects[0], TRUE);
      local = write_object (&objects[1], FALSE);
      remote = write_object (&objects[2], TRUE);

      {
        g_autoptr(GBytes) only_local = merge (base, local, odd_base, conflicts);
        g_autoptr(GBytes) only_remote = merge (base, odd_base, remote, conflicts);
        g_autoptr(GBytes) alike = merge (base, remote, remote, conflicts);

        assert_same (base, odd_base);
        assert_same (only_local, local);
        g_assert_true (g_bytes_equal (only_remote, remote));
        g_assert_true (g_bytes_equal (alike, remote));
        g_assert_cmpuint (conflicts->len, ==, 0);
      }
      {
        g_autoptr(GBytes) merged = merge (base, local, remote, conflicts);
        g_autoptr(GBytes) again = merge (base, local, merged, others);
        g_autoptr(GBytes) turned = merge (base, remote, local, others);
        g_autofree char *text = string (merged);

        assert_nothing_lost (merged, &objects[0], &objects[1], &objects[2]);
        assert_same (again, merged);
        if (conflicts->len == 0 && others->len == 0 && strstr (text, "BESIDE") == NULL)
          assert_same (turned, merged);
      }
    }
}

/* Two organisers take in the answers of half of a crowd each. */
static double
time_of_merge (guint n)
{
  g_autoptr(GString) text = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n");
  g_autoptr(PlnIcalEdits) even = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) odd = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) both = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) base = NULL;
  g_autoptr(GBytes) local = NULL;
  g_autoptr(GBytes) remote = NULL;
  g_autoptr(GBytes) all = NULL;
  g_autoptr(GBytes) merged = NULL;
  g_autoptr(GTimer) timer = NULL;
  double seconds;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = g_strdup_printf ("guest%u@example.org", i);

      g_string_append_printf (text, "ATTENDEE;CN=\"Guest %u\";PARTSTAT=NEEDS-ACTION:mailto:%s\r\n", i, address);
      pln_ical_edits_parameter (i % 2 == 0 ? even : odd, "ATTENDEE", address, "PARTSTAT", "ACCEPTED");
      pln_ical_edits_parameter (both, "ATTENDEE", address, "PARTSTAT", "ACCEPTED");
    }
  g_string_append (text, "END:VEVENT\r\nEND:VCALENDAR\r\n");
  base = g_bytes_new (text->str, text->len);
  local = pln_ical_edits_apply (even, base, NULL);
  remote = pln_ical_edits_apply (odd, base, NULL);
  all = pln_ical_edits_apply (both, base, NULL);

  timer = g_timer_new ();
  merged = merge (base, local, remote, NULL);
  seconds = g_timer_elapsed (timer, NULL);
  g_assert_true (g_bytes_equal (merged, all));

  return seconds;
}

static void
test_ten_thousand_guests (void)
{
  double small = MIN (time_of_merge (1000), time_of_merge (1000));
  double large = time_of_merge (10000);

  g_test_message ("1,000 guests %.1f ms, 10,000 guests %.1f ms", small * 1000, large * 1000);
  g_assert_cmpfloat (large, <, 0.05 + 40 * small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/merge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  add_cases ();
  g_test_add_func ("/ical/merge/broken-is-refused", test_broken_is_refused);
  g_test_add_func ("/ical/merge/own-answer", test_own_answer);
  g_test_add_func ("/ical/merge/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/ical/merge/meaning", test_meaning);
  g_test_add_func ("/ical/merge/random", test_random);
  g_test_add_func ("/ical/merge/ten-thousand-guests", test_ten_thousand_guests);

  return g_test_run ();
}
