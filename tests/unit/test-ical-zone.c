/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone.h"

#include "pln-ical-zone-private.h"

#include <libical/ical.h>
#include <string.h>

static char *
with_zone (const char *vtimezone)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", vtimezone, "END:VCALENDAR\r\n", NULL);
}

static PlnIcalZoneRules *
read_rules (const char *vtimezone)
{
  g_autofree char *calendar = with_zone (vtimezone);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (calendar, &error);
  int part = text != NULL ? pln_ical_text_find_part (text, "VTIMEZONE", NULL, NULL) : -1;

  g_assert_no_error (error);
  g_assert_cmpint (part, >=, 0);

  return pln_ical_zone_rules_read (text, (guint) part);
}

typedef struct
{
  const char *zone;
  const char *day;   /* of the event; it lasts 8 hours from 10:00 UTC */
  guint       n_observances;
  guint       n_rules;
} Row;

static const Row rows[] = {
  { "Europe/London", "2026-12-01", 2, 2 },
  { "Europe/London", "2011-07-19", 2, 2 },
  { "Europe/Berlin", "2027-07-01", 2, 2 },
  { "America/New_York", "2026-11-01", 2, 2 },
  { "Australia/Sydney", "2026-10-04", 2, 2 },
  { "America/Santiago", "2026-06-01", 1, 0 }, /* Sunday after the 2nd: no rule for an n-th weekday */
  { "Asia/Kolkata", "2026-06-01", 1, 0 },
  { "Asia/Tehran", "2026-06-01", 1, 0 },
  { "Africa/Casablanca", "2026-06-01", 1, 0 },
  { "Etc/GMT-3", "2026-06-01", 1, 0 },
};

static guint
count (const char *text,
       const char *word)
{
  g_auto(GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static int
offset_at (GTimeZone *zone,
           gint64     moment)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment));
}

/* Each hour of the day before, of the event, and after. */
static void
assert_agrees (const char *zone,
               const char *written,
               gint64      start)
{
  g_autoptr(PlnIcalZoneRules) rules = read_rules (written);
  g_autoptr(GTimeZone) ours = pln_ical_zone_load (zone);
  g_autofree char *calendar = with_zone (written);
  icalcomponent *component = icalparser_parse_string (calendar);
  icaltimezone *theirs = icalcomponent_get_timezone (component, zone);

  g_assert_nonnull (theirs);
  for (gint64 moment = start; moment < start + 8 * 3600; moment += 1800)
    {
      int expected = offset_at (ours, moment);
      struct icaltimetype utc = icaltime_from_timet_with_zone (moment, 0, icaltimezone_get_utc_timezone ());
      gboolean skipped;
      int is_daylight;
      int offset;

      g_assert_true (pln_ical_zone_rules_offset (rules, moment + expected, &offset, &skipped));
      g_assert_false (skipped);
      /* A clock time that is there twice is taken for the first. */
      if (offset_at (ours, moment - 3600) == expected)
        g_assert_cmpint (offset, ==, expected);
      g_assert_cmpint (icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &is_daylight), ==, expected);
    }
  icalcomponent_free (component);
}

static void
test_written_zone_is_read_right (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autofree char *iso = g_strconcat (row->day, "T10:00:00Z", NULL);
  g_autoptr(GDateTime) start = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr(GDateTime) end = g_date_time_add_hours (start, 8);
  g_autofree char *written = pln_ical_zone_write (row->zone, start, end);

  g_assert_nonnull (written);
  g_assert_cmpuint (count (written, "TZOFFSETTO"), ==, row->n_observances);
  g_assert_cmpuint (count (written, "RRULE:"), ==, row->n_rules);
  g_assert_cmpuint (count (written, "BEGIN:STANDARD"), >=, 1);
  assert_agrees (row->zone, written, g_date_time_to_unix (start));
}

static void
test_london_is_as_others_write_it (void)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 12, 1, 18, 0, 0);
  g_autofree char *written = pln_ical_zone_write ("Europe/London", start, start);

  g_assert_nonnull (strstr (written, "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\n"
                                     "DTSTART:19700329T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"));
  g_assert_nonnull (strstr (written, "DTSTART:19701025T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"));
}

/* The fast of 2026 ends on 22 March: the clock goes forward in the event. */
static void
test_change_during_the_event (void)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 3, 20, 10, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_new_utc (2026, 3, 24, 10, 0, 0);
  g_autofree char *written = pln_ical_zone_write ("Africa/Casablanca", start, end);

  g_assert_cmpuint (count (written, "TZOFFSETTO"), ==, 2);
  assert_agrees ("Africa/Casablanca", written, g_date_time_to_unix (start));
  assert_agrees ("Africa/Casablanca", written, g_date_time_to_unix (end) - 8 * 3600);
}

static void
test_no_zone_no_text (void)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 12, 1, 18, 0, 0);

  g_assert_null (pln_ical_zone_write ("", start, start));
  g_assert_null (pln_ical_zone_write ("UTC", start, start));
  g_assert_null (pln_ical_zone_write ("Nowhere/Atall", start, start));
}

static void
test_names (void)
{
  g_assert_cmpstr (pln_ical_zone_find ("Europe/London"), ==, "Europe/London");
  g_assert_cmpstr (pln_ical_zone_find ("GMT Standard Time"), ==, "Europe/London");
  g_assert_cmpstr (pln_ical_zone_find ("W. Europe Standard Time"), ==, "Europe/Berlin");
  g_assert_cmpstr (pln_ical_zone_find ("Yukon Standard Time"), ==, "America/Whitehorse");
  g_assert_cmpstr (pln_ical_zone_find ("/freeassociation.sourceforge.net/Europe/Berlin"), ==, "Europe/Berlin");
  g_assert_cmpstr (pln_ical_zone_find ("/mozilla.org/20070129_1/America/Indiana/Knox"), ==, "America/Indiana/Knox");
  g_assert_cmpstr (pln_ical_zone_find ("tzone://Microsoft/Utc"), ==, "UTC");
  g_assert_cmpstr (pln_ical_zone_find ("Etc/UTC"), ==, "UTC");
  g_assert_null (pln_ical_zone_find ("Customized Time Zone"));
  g_assert_null (pln_ical_zone_find ("../../etc/passwd"));
  g_assert_null (pln_ical_zone_find ("/etc/passwd"));
  g_assert_null (pln_ical_zone_find ("ABC-5DEF"));
  g_assert_null (pln_ical_zone_find (""));
}

#define BERLIN_WRONG \
  "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n" \
  "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
#define OWN_ZONE(offset) \
  "BEGIN:VTIMEZONE\r\nTZID:Club\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n" \
  "TZOFFSETFROM:" offset "\r\nTZOFFSETTO:" offset "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

typedef struct
{
  const char *name;
  const char *vtimezone;
  const char *line;
  const char *zone;
  const char *shown;
  gboolean    has_note;
} TimeRow;

static const TimeRow times[] = {
  { "iana", "", "DTSTART;TZID=Europe/Berlin:20270701T190000", "Europe/Berlin", "2027-07-01T19:00:00+02", FALSE },
  { "quoted", "", "DTSTART;TZID=\"Europe/Berlin\":20270701T190000", "Europe/Berlin", "2027-07-01T19:00:00+02", FALSE },
  { "utc", "", "DTSTART:20270701T190000Z", "UTC", "2027-07-01T19:00:00Z", FALSE },
  { "floating", "", "DTSTART:20270701T190000", "", "2027-07-01T19:00:00Z", FALSE },
  { "day", "", "DTSTART;VALUE=DATE:20270701", "", "2027-07-01T00:00:00Z", FALSE },
  { "unknown", "", "DTSTART;TZID=Customized Time Zone:20270701T190000", "", "2027-07-01T19:00:00Z", TRUE },
  { "windows", "", "DTSTART;TZID=W. Europe Standard Time:20271201T190000", "Europe/Berlin", "2027-12-01T19:00:00+01", FALSE },
  { "file-differs", BERLIN_WRONG, "DTSTART;TZID=Europe/Berlin:20271201T190000", "Europe/Berlin", "2027-12-01T18:00:00+01", TRUE },
  { "file-agrees", BERLIN_WRONG, "DTSTART;TZID=Europe/Berlin:20270701T190000", "Europe/Berlin", "2027-07-01T19:00:00+02", FALSE },
  { "own-hours", OWN_ZONE ("+0300"), "DTSTART;TZID=Club:20270701T190000", "Etc/GMT-3", "2027-07-01T19:00:00+03", TRUE },
  { "own-half-hours", OWN_ZONE ("+0530"), "DTSTART;TZID=Club:20270701T190000", "UTC", "2027-07-01T13:30:00Z", TRUE },
  { "gap", "", "DTSTART;TZID=Europe/Berlin:20270328T023000", "Europe/Berlin", "2027-03-28T03:30:00+02", FALSE },
  { "fold", "", "DTSTART;TZID=Europe/Berlin:20271031T023000", "Europe/Berlin", "2027-10-31T02:30:00+02", FALSE },
  { "no-time", "", "DTSTART:soon", "", NULL, FALSE },
  { "no-such-day", "", "DTSTART:20270230T120000", "", NULL, FALSE },
};

static void
test_time (gconstpointer user_data)
{
  const TimeRow *row = user_data;
  g_autofree char *calendar = with_zone (row->vtimezone);
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (calendar, NULL);
  g_autoptr(PlnIcalZones) zones = pln_ical_zones_new (text);
  g_autofree char *shown = NULL;
  PlnIcalView view;
  PlnIcalTime time;

  g_assert_true (pln_ical_view_init (&view, row->line, strlen (row->line), NULL));
  g_assert_cmpint (pln_ical_zones_read_time (zones, &view, &time), ==, row->shown != NULL);
  shown = time.date_time != NULL ? g_date_time_format_iso8601 (time.date_time) : NULL;
  g_assert_cmpstr (shown, ==, row->shown);
  g_assert_cmpstr (time.zone, ==, row->zone);
  g_assert_cmpint (time.note != NULL, ==, row->has_note);
  pln_ical_time_clear (&time);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ical/zone/written/%s/%s", rows[i].zone, rows[i].day);

      g_test_add_data_func (path, &rows[i], test_written_zone_is_read_right);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/zone/time/", times[i].name, NULL);

      g_test_add_data_func (path, &times[i], test_time);
    }
  g_test_add_func ("/ical/zone/london", test_london_is_as_others_write_it);
  g_test_add_func ("/ical/zone/change-during", test_change_during_the_event);
  g_test_add_func ("/ical/zone/none", test_no_zone_no_text);
  g_test_add_func ("/ical/zone/names", test_names);

  return g_test_run ();
}
