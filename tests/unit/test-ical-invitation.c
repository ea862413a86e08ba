/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-invitation.h"

#include "pln-ical-feed.h"
#include "pln-ical-record.h"

#include <libical/ical.h>
#include <string.h>

#define NOW 1790000000 /* 21 September 2026, 14:13:20 UTC */

static const char gathering[] =
  "BEGIN:VCALENDAR\r\n"
  "VERSION:2.0\r\n"
  "PRODID:-//Other//EN\r\n"
  "X-WR-CALNAME:Secret\r\n"
  "BEGIN:VEVENT\r\n"
  "UID:g1@plenary\r\n"
  "DTSTAMP:20260101T000000Z\r\n"
  "SEQUENCE:3\r\n"
  "X-PLENARY-KIND:GATHERING\r\n"
  "X-PLENARY-SERIES:abcdefghijkl\r\n"
  "X-PLENARY-ROOM;ID=room00000001:Hall\r\n"
  "DTSTART;TZID=Europe/London:20261201T180000\r\n"
  "DURATION:PT2H\r\n"
  "SUMMARY:CPD23\\, the meet-up — a title that is long enough to be folded more than once in the file\r\n"
  "LOCATION:British Library\r\n"
  "DESCRIPTION:One\\nTwo\\; three\r\n"
  "URL:https://example.org/meet-up\r\n"
  "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://meet.example.org/a\r\n"
  "CATEGORIES:Libraries,A\\,1\r\n"
  "COMMENT:between us\r\n"
  "RELATED-TO;RELTYPE=SIBLING:g0@plenary\r\n"
  "ORGANIZER;CN=\"Ada ^'the^' Fennimore\";SENT-BY=\"mailto:x@example.org\":MAILTO:ada@example.org\r\n"
  "ATTENDEE;CN=Cosima;PARTSTAT=ACCEPTED;SCHEDULE-AGENT=CLIENT;X-PLENARY-ID=cosima000001;\r\n"
  " X-PLENARY-TOLD=2:mailto:cosima@example.org\r\n"
  "ATTENDEE;CN=Bertrand;SCHEDULE-AGENT=NONE:mailto:bertrand@example.org\r\n"
  "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nDESCRIPTION:Go\r\nEND:VALARM\r\n"
  "END:VEVENT\r\n"
  "END:VCALENDAR\r\n";

static const char *const guest_name = "Larkspur, Cosima \"Co\" ^n";

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* The sample in another zone; "" floats, "UTC" is UTC. */
static GBytes *
sample_in (const char *zone)
{
  g_auto(GStrv) parts = g_strsplit (gathering, ";TZID=Europe/London:20261201T180000", 2);
  g_autofree char *time = *zone == '\0' ? g_strdup (":20261201T180000")
                          : g_str_equal (zone, "UTC") ? g_strdup (":20261201T180000Z")
                          : g_strdup_printf (";TZID=%s:20261201T180000", zone);
  g_autofree char *text = g_strjoinv (time, parts);

  return bytes_of (text);
}

static char *
write_invitation (GBytes        *text,
                  PlnIcalMethod  method)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) written = pln_ical_invitation_write (text, "cosima@example.org", guest_name, method, NOW, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}

static char *
unfolded (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

static guint
count (const char *text,
       const char *word)
{
  g_auto(GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static void
assert_lines_are_good (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (count (text, "\n"), ==, count (text, "\r\n"));
  g_assert_cmpuint (count (text, "\r"), ==, count (text, "\r\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 75);
}

static void
test_request (void)
{
  static const char *const wanted[] = {
    "\r\nVERSION:2.0\r\n", "\r\nPRODID:-//Plenary//Plenary//EN\r\n", "\r\nCALSCALE:GREGORIAN\r\n", "\r\nMETHOD:REQUEST\r\n",
    "\r\nUID:g1@plenary\r\n", "\r\nDTSTAMP:20260921T141320Z\r\n", "\r\nSEQUENCE:3\r\n",
    "\r\nDTSTART;TZID=Europe/London:20261201T180000\r\n", "\r\nDTEND;TZID=Europe/London:20261201T200000\r\n",
    "\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n", "\r\nLOCATION:British Library\r\n",
    "\r\nDESCRIPTION:One\\nTwo\\; three\\n\\nhttps://meet.example.org/a\r\n", "\r\nURL:https://example.org/meet-up\r\n",
    "\r\nCONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://meet.example.org/a\r\n", "\r\nSTATUS:CONFIRMED\r\n",
    "\r\nORGANIZER;CN=\"Ada ^'the^' Fennimore\":mailto:ada@example.org\r\n",
    ("\r\nATTENDEE;CN=\"Larkspur, Cosima ^'Co^' ^^n\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:"
     "mailto:cosima@example.org\r\n"),
  };
  static const char *const unwanted[] = {
    "X-PLENARY", "SCHEDULE", "bertrand", "VALARM", "COMMENT", "RELATED-TO", "SENT-BY", "Secret", "X-WR", "ACCEPTED",
  };
  g_autoptr(GBytes) text = bytes_of (gathering);
  g_autofree char *written = write_invitation (text, PLN_ICAL_METHOD_REQUEST);
  g_autofree char *plain = unfolded (written);

  assert_lines_are_good (written);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (plain, wanted[i]) == NULL)
      g_error ("no “%s” in\n%s", wanted[i], plain);
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    if (strstr (plain, unwanted[i]) != NULL)
      g_error ("“%s” in\n%s", unwanted[i], plain);
  g_assert_cmpuint (count (plain, "ATTENDEE"), ==, 1);
  g_assert_cmpuint (count (plain, "ORGANIZER"), ==, 1);
  g_assert_cmpuint (count (plain, "METHOD"), ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr(GBytes) text = bytes_of (gathering);
  g_autofree char *written = write_invitation (text, PLN_ICAL_METHOD_CANCEL);

  g_assert_nonnull (strstr (written, "\r\nMETHOD:CANCEL\r\n"));
  g_assert_nonnull (strstr (written, "\r\nSTATUS:CANCELLED\r\n"));
  g_assert_nonnull (strstr (written, "\r\nSEQUENCE:3\r\n"));
  g_assert_null (strstr (written, "RSVP"));
}

static void
assert_refused (const char *text,
                const char *address)
{
  g_autoptr(GBytes) bytes = bytes_of (text);
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_ical_invitation_write (bytes, address, "", PLN_ICAL_METHOD_REQUEST, NOW, &error));
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED);
}

#define EVENT(lines) "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define START        "DTSTART:20261201T180000Z\r\n"
#define ORGANISER    "ORGANIZER:mailto:ada@example.org\r\n"

static void
test_refused (void)
{
  assert_refused (EVENT (START), "a@example.org");
  assert_refused (EVENT (ORGANISER), "a@example.org");
  assert_refused (EVENT (START ORGANISER "RRULE:FREQ=DAILY\r\n"), "a@example.org");
  assert_refused (EVENT (START ORGANISER), "");
  assert_refused (EVENT (START ORGANISER), "a@example.org\r\nX-EVIL:1");
}

static void
test_online_room_is_the_place (void)
{
  g_autoptr(GBytes) text = bytes_of (EVENT (START ORGANISER "CONFERENCE;VALUE=URI:https://meet.example.org/\r\n"));
  g_autofree char *written = write_invitation (text, PLN_ICAL_METHOD_REQUEST);

  g_assert_nonnull (strstr (written, "\r\nLOCATION:https://meet.example.org/\r\n"));
  g_assert_null (strstr (written, "DESCRIPTION"));
}

static const char *const zones[] = {
  "Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Asia/Tehran",
  "Africa/Casablanca", "W. Europe Standard Time", "UTC", "",
};

/* Read by libical: the same moment, in a zone that it knows from the file. */
static void
test_other_library_reads_it (gconstpointer user_data)
{
  const char *zone = user_data;
  g_autoptr(GBytes) text = sample_in (zone);
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);
  g_autofree char *written = write_invitation (text, PLN_ICAL_METHOD_REQUEST);
  icalcomponent *calendar = icalparser_parse_string (written);
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  icalproperty *start = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *guest = icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY);
  struct icaltimetype time = icalproperty_get_datetime_with_component (start, calendar);

  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_get_method (calendar), ==, ICAL_METHOD_REQUEST);
  g_assert_cmpint (icaltime_as_timet_with_zone (time, icaltime_get_timezone (time)), ==,
                   g_date_time_to_unix (record->start.date_time));
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, record->summary);
  g_assert_cmpstr (icalproperty_get_attendee (guest), ==, "mailto:cosima@example.org");
  icalcomponent_free (calendar);
}

static void
test_feed (void)
{
  g_autoptr(GBytes) text = bytes_of (gathering);
  g_autoptr(GBytes) talk = bytes_of (EVENT ("DTSTART;TZID=Europe/Berlin:20261201T190000\r\nSUMMARY:Talk\r\nX-PLENARY-KIND:SESSION\r\n"
                                            "RELATED-TO:g1@plenary\r\nATTENDEE;ROLE=CHAIR;CN=Ada:mailto:ada@example.org\r\n"
                                            "X-PLENARY-SPEAKER;ID=speaker00001:Bob\r\n"));
  g_autoptr(GBytes) later = bytes_of (EVENT ("SUMMARY:Not yet\r\n"));
  g_autoptr(GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autofree char *string = NULL;
  g_autofree char *plain = NULL;

  g_ptr_array_add (sessions, talk);
  g_ptr_array_add (sessions, later);
  written = pln_ical_feed_write (text, sessions, NULL, NOW, &error);
  g_assert_no_error (error);
  string = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  plain = unfolded (string);
  assert_lines_are_good (string);
  g_assert_nonnull (strstr (plain, "\r\nMETHOD:PUBLISH\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nX-WR-CALNAME:CPD23\\, the meet-up"));
  g_assert_nonnull (strstr (plain, "\r\nTZID:Europe/Berlin\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nTZID:Europe/London\r\n"));
  g_assert_nonnull (strstr (plain, "\r\nDESCRIPTION:With Ada\\, Bob\r\n"));
  g_assert_cmpuint (count (plain, "BEGIN:VEVENT"), ==, 2);
  g_assert_null (strstr (plain, "ATTENDEE"));
  g_assert_null (strstr (plain, "X-PLENARY"));
}

/* For another program that reads them: files named by zone in a folder. */
static int
write_samples (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GBytes) text = sample_in (zones[i]);
      g_autofree char *written = write_invitation (text, PLN_ICAL_METHOD_REQUEST);
      g_autofree char *name = g_strdup_printf ("%s.ics", *zones[i] != '\0' ? zones[i] : "floating");
      g_autofree char *path = g_build_filename (folder, g_strdelimit (name, "/", '_'), NULL);
      g_autoptr(GError) error = NULL;

      g_file_set_contents (path, written, -1, &error);
      g_assert_no_error (error);
    }

  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_samples (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ical/invitation/request", test_request);
  g_test_add_func ("/ical/invitation/cancel", test_cancel);
  g_test_add_func ("/ical/invitation/refused", test_refused);
  g_test_add_func ("/ical/invitation/online", test_online_room_is_the_place);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/invitation/libical/", *zones[i] != '\0' ? zones[i] : "floating", NULL);

      g_test_add_data_func (path, zones[i], test_other_library_reads_it);
    }
  g_test_add_func ("/ical/invitation/feed", test_feed);

  return g_test_run ();
}
