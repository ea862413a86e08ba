/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-record.h"

#include <string.h>

#define OBJECT(component, lines) \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:" component "\r\n" lines "END:" component "\r\nEND:VCALENDAR\r\n"

static PlnIcalRecord *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PlnIcalRecord *record = pln_ical_record_read_object (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return record;
}

static void
assert_time (const PlnIcalTime *time,
             const char        *expected)
{
  g_autofree char *shown = g_date_time_format_iso8601 (time->date_time);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_gathering (void)
{
  g_autoptr(PlnIcalRecord) record = read_text (OBJECT ("VEVENT",
    "UID:g1@plenary\r\n"
    "X-PLENARY-KIND:GATHERING\r\n"
    "DTSTART;TZID=Europe/London:20110720T180000\r\n"
    "DURATION:PT2H30M\r\n"
    "SUMMARY:CPD23\\, the meet-up\r\n"
    "LOCATION:Room 1\\; British Library\r\n"
    "DESCRIPTION:One\\nTwo\r\n"
    "URL:https://example.org/\r\n"
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.example.org/a\r\n"
    "COLOR:teal\r\n"
    "STATUS:cancelled\r\n"
    "SEQUENCE:3\r\n"
    "ORGANIZER;CN=\"Ada ^'the^' Fennimore\":MAILTO:ada@example.org\r\n"
    "CATEGORIES:A\\,1,B\r\n"
    "RELATED-TO;RELTYPE=SIBLING:g0@plenary\r\n"
    "X-PLENARY-SERIES:abcdefghijkl\r\n"
    "X-PLENARY-STATE:PUBLISHED\r\n"
    "X-PLENARY-CAPACITY:86\r\n"
    "X-PLENARY-ANSWER-BY;VALUE=DATE:20110718\r\n"
    "X-PLENARY-ROOM;ID=room00000001;CAPACITY=60:Hall\r\n"
    "X-PLENARY-ROOM;ID=room00000002:Café\r\n"));

  g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_GATHERING);
  g_assert_cmpstr (record->uid, ==, "g1@plenary");
  g_assert_cmpstr (record->summary, ==, "CPD23, the meet-up");
  g_assert_cmpstr (record->location, ==, "Room 1; British Library");
  g_assert_cmpstr (record->description, ==, "One\nTwo");
  g_assert_cmpstr (record->url, ==, "https://example.org/");
  g_assert_cmpstr (record->conference, ==, "https://meet.example.org/a");
  g_assert_cmpstr (record->colour, ==, "teal");
  g_assert_cmpstr (record->status, ==, "CANCELLED");
  g_assert_cmpstr (record->organiser_name, ==, "Ada \"the\" Fennimore");
  g_assert_cmpstr (record->organiser_email, ==, "ada@example.org");
  g_assert_cmpstr (record->categories[0], ==, "A,1");
  g_assert_cmpstr (record->categories[1], ==, "B");
  g_assert_cmpstr (record->sibling, ==, "g0@plenary");
  g_assert_cmpstr (record->parent, ==, "");
  g_assert_cmpstr (record->series, ==, "abcdefghijkl");
  g_assert_cmpstr (record->state, ==, "published");
  g_assert_cmpuint (record->capacity, ==, 86);
  g_assert_cmpint (record->sequence, ==, 3);
  g_assert_cmpstr (record->rooms[0], ==, "Hall (60)");
  g_assert_cmpstr (record->rooms[1], ==, "Café");
  g_assert_cmpstr (record->room_ids[0], ==, "room00000001");
  g_assert_cmpstr (record->room_ids[1], ==, "room00000002");
  assert_time (&record->start, "2011-07-20T18:00:00+01");
  assert_time (&record->end, "2011-07-20T20:30:00+01");
  assert_time (&record->answer_by, "2011-07-18T00:00:00Z");
  g_assert_true (record->answer_by.is_date);
}

static void
test_attendees (void)
{
  g_autoptr(PlnIcalRecord) record = read_text (OBJECT ("VEVENT",
    "UID:g1\r\n"
    "ATTENDEE;CN=\"Larkspur, Cosima\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;\r\n"
    " SCHEDULE-AGENT=CLIENT;X-PLENARY-ID=cosima000001;X-PLENARY-TOLD=2:mailto:Cosima@Example.org\r\n"
    "ATTENDEE;PARTSTAT=DELEGATED;CN=a^nb:MAILTO:del@example.org\r\n"
    "ATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:hall@example.org\r\n"
    "ATTENDEE;EMAIL=\"urn@example.org\":urn:uuid:8cd9c55e-0000\r\n"
    "ATTENDEE:invalid:nomail\r\n"));
  const PlnIcalAttendee *cosima = g_ptr_array_index (record->attendees, 0);
  const PlnIcalAttendee *delegated = g_ptr_array_index (record->attendees, 1);

  g_assert_cmpuint (record->attendees->len, ==, 5);
  g_assert_cmpstr (cosima->email, ==, "Cosima@Example.org");
  g_assert_cmpstr (cosima->name, ==, "Larkspur, Cosima");
  g_assert_cmpstr (cosima->answer, ==, "accepted");
  g_assert_cmpstr (cosima->role, ==, "req-participant");
  g_assert_cmpstr (cosima->schedule_agent, ==, "client");
  g_assert_cmpstr (cosima->id, ==, "cosima000001");
  g_assert_cmpint (cosima->told_sequence, ==, 2);
  g_assert_cmpstr (delegated->answer, ==, "needs-action");
  g_assert_cmpstr (delegated->name, ==, "a\nb");
  g_assert_cmpstr (delegated->schedule_agent, ==, "");
  g_assert_cmpint (delegated->told_sequence, ==, -1);
  g_assert_true (((PlnIcalAttendee *) g_ptr_array_index (record->attendees, 2))->is_thing);
  g_assert_cmpstr (((PlnIcalAttendee *) g_ptr_array_index (record->attendees, 3))->email, ==, "urn@example.org");
  g_assert_cmpstr (((PlnIcalAttendee *) g_ptr_array_index (record->attendees, 4))->email, ==, "");
}

static void
test_people (void)
{
  g_autoptr(PlnIcalRecord) record = read_text (OBJECT ("VJOURNAL",
    "UID:people-c-g1\r\n"
    "X-PLENARY-KIND:PEOPLE\r\n"
    "RELATED-TO:g1\r\n"
    "X-PLENARY-GUEST;ID=cosima000001;EMAIL=\"c@example.org\";ORG=\"Society, Ltd\";NETWORKS=\"LISNPN|CDG\";\r\n"
    " WAIT=1;ROLE=speaker;SAID=TENTATIVE;AT=20110701T120000Z;BY=Ada;GOT-SEQ=1;GOT-STAMP=20110702T000000Z:\r\n"
    " Cosima\\, the first\r\n"
    "X-PLENARY-GUEST:without an id\r\n"));
  const PlnIcalGuest *guest = g_ptr_array_index (record->guests, 0);
  g_autofree char *at = g_date_time_format_iso8601 (guest->said_at);
  g_autofree char *got = g_date_time_format_iso8601 (guest->got_stamp);

  g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_PEOPLE);
  g_assert_cmpstr (record->parent, ==, "g1");
  g_assert_cmpuint (record->guests->len, ==, 1);
  g_assert_cmpstr (guest->name, ==, "Cosima, the first");
  g_assert_cmpstr (guest->email, ==, "c@example.org");
  g_assert_cmpstr (guest->organisation, ==, "Society, Ltd");
  g_assert_cmpstr (guest->networks[1], ==, "CDG");
  g_assert_true (guest->waiting);
  g_assert_false (guest->first_time);
  g_assert_cmpstr (guest->role, ==, "speaker");
  g_assert_cmpstr (guest->said, ==, "tentative");
  g_assert_cmpstr (at, ==, "2011-07-01T12:00:00Z");
  g_assert_cmpstr (guest->said_by, ==, "Ada");
  g_assert_cmpstr (got, ==, "2011-07-02T00:00:00Z");
  g_assert_cmpint (guest->got_sequence, ==, 1);
}

static void
test_session (void)
{
  g_autoptr(PlnIcalRecord) record = read_text (OBJECT ("VEVENT",
    "UID:s1\r\n"
    "X-PLENARY-KIND:SESSION\r\n"
    "RELATED-TO:g1\r\n"
    "CATEGORIES:Main,break\r\n"
    "ATTENDEE;ROLE=CHAIR;CN=Ada:mailto:ada@example.org\r\n"
    "X-PLENARY-SPEAKER;ID=speaker00001:Bob\r\n"
    "ATTENDEE;ROLE=CHAIR:mailto:c@example.org\r\n"));

  g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_SESSION);
  g_assert_cmpstr (record->parent, ==, "g1");
  g_assert_true (record->is_break);
  g_assert_cmpstr (record->speakers[0], ==, "Ada <ada@example.org>");
  g_assert_cmpstr (record->speakers[1], ==, "Bob");
  g_assert_cmpstr (record->speakers[2], ==, "<c@example.org>");
  g_assert_null (record->start.date_time);
}

typedef struct
{
  const char *name;
  const char *lines;
  const char *end;
} EndRow;

static const EndRow ends[] = {
  { "dtend", "DTSTART:20270701T100000Z\r\nDTEND:20270701T120000Z\r\n", "2027-07-01T12:00:00Z" },
  { "none", "DTSTART:20270701T100000Z\r\n", "2027-07-01T10:00:00Z" },
  { "day", "DTSTART;VALUE=DATE:20270701\r\n", "2027-07-02T00:00:00Z" },
  { "days", "DTSTART;VALUE=DATE:20270701\r\nDURATION:P3D\r\n", "2027-07-04T00:00:00Z" },
  { "weeks", "DTSTART:20270701T100000Z\r\nDURATION:P1W\r\n", "2027-07-08T10:00:00Z" },
  { "backwards", "DTSTART:20270701T100000Z\r\nDTEND:20270701T090000Z\r\n", "2027-07-01T10:00:00Z" },
  { "negative", "DTSTART:20270701T100000Z\r\nDURATION:-PT1H\r\n", "2027-07-01T10:00:00Z" },
  { "endless", "DTSTART:20270701T100000Z\r\nDURATION:P99999999999999999999W\r\n", "2027-07-01T10:00:00Z" },
  { "nonsense", "DTSTART:20270701T100000Z\r\nDURATION:P\r\n", "2027-07-01T10:00:00Z" },
};

static void
test_end (gconstpointer user_data)
{
  const EndRow *row = user_data;
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", row->lines,
                                       "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);
  g_autoptr(PlnIcalRecord) record = read_text (text);

  assert_time (&record->end, row->end);
}

static void
test_kinds (void)
{
  g_autoptr(PlnIcalRecord) series = read_text (OBJECT ("VEVENT", "X-PLENARY-KIND:GATHERING\r\nRRULE:FREQ=DAILY\r\n"));
  g_autoptr(PlnIcalRecord) task = read_text (OBJECT ("VTODO", "X-PLENARY-KIND:GATHERING\r\n"));

  g_assert_cmpint (series->kind, ==, PLN_ICAL_KIND_EVENT);
  g_assert_cmpint (task->kind, ==, PLN_ICAL_KIND_ACTION);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_EVENT, "a", PLN_ICAL_KIND_GATHERING), ==, PLN_ICAL_KIND_SESSION);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_EVENT, "a", PLN_ICAL_KIND_ROUND), ==, PLN_ICAL_KIND_GROUP);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_EVENT, "a", PLN_ICAL_KIND_EVENT), ==, PLN_ICAL_KIND_EVENT);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_JOURNAL, "people-a-x", PLN_ICAL_KIND_GATHERING), ==, PLN_ICAL_KIND_PEOPLE);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_JOURNAL, "x", PLN_ICAL_KIND_GROUP), ==, PLN_ICAL_KIND_NOTE);
  g_assert_cmpint (pln_ical_kind_from_parent (PLN_ICAL_KIND_ROUND, "x", PLN_ICAL_KIND_GATHERING), ==, PLN_ICAL_KIND_ROUND);
  g_assert_true (pln_ical_kind_is_for_all (PLN_ICAL_KIND_SESSION));
  g_assert_false (pln_ical_kind_is_for_all (PLN_ICAL_KIND_PEOPLE));
}

static void
test_main_component_is_read (void)
{
  g_autoptr(PlnIcalRecord) record = read_text (
    "BEGIN:VCALENDAR\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270701T100000Z\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily\r\n"
    "BEGIN:VALARM\r\nSUMMARY:Alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n");

  g_assert_cmpstr (record->summary, ==, "Daily");
  g_assert_true (record->recurs);
}

static void
test_nothing_in_it (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 32);
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_ical_record_read_object (bytes, &error));
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN);
}

/* 2,000 events of 12 guests, in one text with one zone. */
static void
test_many (void)
{
  GString *calendar = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  g_autoptr(PlnIcalText) text = NULL;
  g_autoptr(PlnIcalZones) zones = NULL;
  g_autofree char *string = NULL;
  guint n_attendees = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append_printf (calendar, "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART;TZID=Europe/London:2027%02u%02uT180000\r\n"
                              "DTEND;TZID=Europe/London:2027%02u%02uT200000\r\n",
                              i, i % 12 + 1, i % 28 + 1, i % 12 + 1, i % 28 + 1);
      for (guint j = 0; j < 12; j++)
        g_string_append_printf (calendar, "ATTENDEE;CN=\"Guest %u\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;S\r\n"
                                " CHEDULE-AGENT=NONE;X-PLENARY-ID=abcdefghijkl:mailto:guest%u@example.org\r\n", j, j);
      g_string_append (calendar, "END:VEVENT\r\n");
    }
  g_string_append (calendar, "END:VCALENDAR\r\n");
  string = g_string_free (calendar, FALSE);
  g_test_timer_start ();
  text = pln_ical_text_new_from_string (string, NULL);
  zones = pln_ical_zones_new (text);
  for (guint i = 1; i < pln_ical_text_get_n_parts (text); i++)
    {
      g_autoptr(PlnIcalRecord) record = pln_ical_record_read (text, i, zones, NULL);

      n_attendees += record->attendees->len;
    }
  g_test_timer_elapsed ();
  g_test_minimized_result (g_test_timer_last (), "2,000 events with 24,000 attendees: %.3f s", g_test_timer_last ());
  g_assert_cmpuint (n_attendees, ==, 24000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical/record/gathering", test_gathering);
  g_test_add_func ("/ical/record/attendees", test_attendees);
  g_test_add_func ("/ical/record/people", test_people);
  g_test_add_func ("/ical/record/session", test_session);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/record/end/", ends[i].name, NULL);

      g_test_add_data_func (path, &ends[i], test_end);
    }
  g_test_add_func ("/ical/record/kinds", test_kinds);
  g_test_add_func ("/ical/record/main", test_main_component_is_read);
  g_test_add_func ("/ical/record/nothing", test_nothing_in_it);
  g_test_add_func ("/ical/record/many", test_many);

  return g_test_run ();
}
