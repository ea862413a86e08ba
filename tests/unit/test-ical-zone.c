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
  { "America/Santiago", "2026-06-01", 2, 2 }, /* the first Sunday from the 2nd on */
  { "America/Nuuk", "2026-06-01", 2, 2 },     /* the Saturday before the last Sunday */
  { "Asia/Jerusalem", "2026-06-01", 2, 2 },   /* the Friday before the last Sunday */
  { "Europe/Berlin", "2034-06-01", 2, 2 },    /* near the end of what GLib knows */
  { "Europe/London", "1970-06-01", 1, 0 },    /* when it was summer for three years */
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

/* What is written for a series of ten years is right at each of its weeks, and
 * around each change, for all zones there are; libical reads it so, too. */
static void
assert_right_for_years (const char *zone)
{
  const gint64 first = 1767258000; /* 2026-01-01T09:00Z */
  const gint64 week = 7 * 24 * 60 * 60;
  g_autoptr(GDateTime) from = g_date_time_new_from_unix_utc (first);
  g_autoptr(GDateTime) to = g_date_time_add_years (from, 10);
  g_autoptr(GTimeZone) ours = pln_ical_zone_load (zone);
  g_autofree char *written = pln_ical_zone_write (zone, from, to);
  g_autoptr(PlnIcalZoneRules) rules = read_rules (written);
  g_autofree char *calendar = with_zone (written);
  icalcomponent *component = icalparser_parse_string (calendar);
  icaltimezone *theirs = icalcomponent_get_timezone (component, zone);

  for (gint64 moment = first; moment < g_date_time_to_unix (to); moment += week / 2)
    {
      int expected = offset_at (ours, moment);
      struct icaltimetype utc = icaltime_from_timet_with_zone (moment, 0, icaltimezone_get_utc_timezone ());
      gboolean skipped;
      int is_daylight;
      int offset;

      g_assert_true (pln_ical_zone_rules_offset (rules, moment + expected, &offset, &skipped));
      if (offset != expected || skipped)
        g_error ("%s at %" G_GINT64_FORMAT ": %d instead of %d\n%s", zone, moment, offset, expected, written);
      if (icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &is_daylight) != expected)
        g_error ("%s at %" G_GINT64_FORMAT " to libical\n%s", zone, moment, written);
    }
  icalcomponent_free (component);
}

static void
test_all_zones (void)
{
  g_autofree char *list = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  if (!g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &list, NULL, NULL))
    {
      g_test_skip ("This computer has no list of its zones");
      return;
    }
  lines = g_strsplit (list, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_str_has_prefix (lines[i], "Z ") ? g_strsplit (lines[i], " ", 3) : NULL;
      g_autoptr(GTimeZone) zone = words != NULL ? pln_ical_zone_load (words[1]) : NULL;

      if (zone == NULL || g_str_equal (pln_ical_zone_find (words[1]), "UTC"))
        continue;
      assert_right_for_years (words[1]);
      n++;
    }
  g_assert_cmpuint (n, >, 300);
}

/* The tables are GLib's own, at each change and between. */
static void
test_tables (void)
{
  static const char *const names[] = { "Europe/Berlin", "Africa/Casablanca", "Pacific/Apia", "Australia/Lord_Howe",
                                       "America/Sao_Paulo", "Asia/Kathmandu", "Antarctica/Troll", "UTC" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GTimeZone) zone = pln_ical_zone_load (names[i]);
      const PlnIcalOffsets *offsets = pln_ical_offsets_get (zone);
      guint hint = 0;

      for (gint64 moment = -3000000000; moment < 2200000000; moment += 86399)
        {
          int expected = offset_at (zone, moment);
          gint64 face = moment + expected;
          gboolean skipped;
          int offset;

          g_assert_cmpint (pln_ical_offsets_at_moment (offsets, moment), ==, expected);
          offset = pln_ical_offsets_at_face (offsets, face, &hint, &skipped);
          g_assert_false (skipped);
          if (offset != expected) /* then it is the first of two */
            g_assert_cmpint (offset_at (zone, face - offset), ==, offset);
          g_assert_cmpint (face - offset, <=, moment);
        }
    }
}

#define RARE_ZONE(rule) \
  "BEGIN:VTIMEZONE\r\nTZID:Club\r\n" \
  "BEGIN:STANDARD\r\nDTSTART:20001029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n" \
  "BEGIN:DAYLIGHT\r\nDTSTART:20000402T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n" \
  rule "\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

/* Rules that few zones have: the offset on some days in March and April. */
static void
test_rare_rules (void)
{
  static const struct { const char *rule; const char *before; const char *behind; } rare[] = {
    { "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8", "20270403T120000", "20270404T120000" },
    { "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=5,7,9,11", "20270410T120000", "20270411T120000" },
    { "RRULE:FREQ=YEARLY;INTERVAL=3;BYMONTH=4;BYDAY=1SU", "20280402T120000", "20270404T120000" }, /* 2027 is of it */
    { "RRULE:FREQ=YEARLY;BYDAY=14SU", "20270403T120000", "20270404T120000" },
    { "RRULE:FREQ=YEARLY;BYYEARDAY=100", "20270409T120000", "20270410T120000" },
    { "RRULE:FREQ=MONTHLY;INTERVAL=12;BYDAY=1SU", "20270403T120000", "20270404T120000" },
    { "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=28", "20280402T120000", "20270404T120000" },
    { "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20270404T010000Z", "20280402T120000", "20270404T120000" },
    { "RDATE:20270404T010000Z", "20270403T120000", "20270404T120000" },
    { "RRULE:FREQ=SECONDLY", "20270403T120000", "20000404T120000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rare); i++)
    {
      g_autofree char *vtimezone = g_strdup_printf (RARE_ZONE ("%s"), rare[i].rule);
      g_autoptr(PlnIcalZoneRules) rules = read_rules (vtimezone);

      for (guint day = 0; day < 2; day++)
        {
          const char *text = day == 0 ? rare[i].before : rare[i].behind;
          PlnIcalFace face;
          gboolean is_date;
          gboolean is_utc;
          gboolean skipped;
          int offset;

          g_assert_true (pln_ical_face_parse (&face, text, strlen (text), &is_date, &is_utc));
          g_assert_true (pln_ical_zone_rules_offset (rules, pln_ical_face_to_number (&face), &offset, &skipped));
          if (offset != 3600 * (int) (1 + day))
            g_error ("%s: %d at %s", rare[i].rule, offset, text);
        }
    }
}

/* A clock time that is there twice is taken for the first, by RFC 5545, 3.3.5;
 * libical is asked for that one. */
static void
assert_as_libical (const char       *name,
                   PlnIcalZoneRules *rules,
                   icaltimezone     *theirs)
{
  const gint64 step = 3 * 24 * 60 * 60 + 3600;

  for (gint64 moment = 315532800; moment < 2100000000; moment += step)
    {
      struct icaltimetype utc = icaltime_from_timet_with_zone (moment, 0, icaltimezone_get_utc_timezone ());
      int is_daylight;
      int expected = icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &is_daylight);
      gboolean skipped;
      int offset;

      g_assert_true (pln_ical_zone_rules_offset (rules, moment + expected, &offset, &skipped));
      if (offset > expected)
        {
          utc = icaltime_from_timet_with_zone (moment + expected - offset, 0, icaltimezone_get_utc_timezone ());
          expected = icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &is_daylight);
        }
      if (offset != expected)
        g_error ("%s at %" G_GINT64_FORMAT ": %d, to libical %d", name, moment, offset, expected);
    }
}

static guint
compare_zones (const char *path)
{
  g_autoptr(PlnIcalText) text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *data;
  gsize length;
  guint n = 0;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return 0;
  bytes = g_bytes_new_take (data, length);
  text = pln_ical_text_new (bytes, NULL);
  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      g_autoptr(PlnIcalZoneRules) rules = NULL;
      g_autofree char *raw = NULL;
      icalcomponent *component;
      PlnIcalSpan first;
      PlnIcalSpan last;

      if (!g_str_equal (part->name, "VTIMEZONE") || part->flaw != NULL)
        continue;
      pln_ical_text_get_span (text, part->first, &first);
      pln_ical_text_get_span (text, part->last, &last);
      raw = g_strndup (data + first.at, last.at + last.length - first.at);
      component = icalparser_parse_string (raw);
      rules = pln_ical_zone_rules_read (text, i);
      if (component != NULL && icalcomponent_isa (component) == ICAL_VTIMEZONE_COMPONENT
          && pln_ical_zone_rules_are_usable (rules))
        {
          icaltimezone *theirs = icaltimezone_new ();

          icaltimezone_set_component (theirs, component); /* which takes it over */
          assert_as_libical (path, rules, theirs);
          icaltimezone_free (theirs, 1);
          n++;
        }
      else if (component != NULL)
        icalcomponent_free (component);
    }

  return n;
}

static void
test_corpus (void)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *folder = corpora != NULL ? g_build_filename (corpora, "ics", "files", NULL) : NULL;
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("PLENARY_CORPORA has no calendars");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += compare_zones (path);
    }
  g_assert_cmpuint (n, >, 50);
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
  { "feed", "X-WR-TIMEZONE:Europe/Berlin\r\n", "DTSTART:20270701T190000", "Europe/Berlin", "2027-07-01T19:00:00+02", FALSE },
  { "feed-day", "X-WR-TIMEZONE:Europe/Berlin\r\n", "DTSTART;VALUE=DATE:20270701", "", "2027-07-01T00:00:00Z", FALSE },
  { "feed-utc", "X-WR-TIMEZONE:Europe/Berlin\r\n", "DTSTART:20270701T190000Z", "UTC", "2027-07-01T19:00:00Z", FALSE },
  { "feed-unknown", "X-WR-TIMEZONE:Atlantis\r\n", "DTSTART:20270701T190000", "", "2027-07-01T19:00:00Z", FALSE },
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
  g_test_add_func ("/ical/zone/all", test_all_zones);
  g_test_add_func ("/ical/zone/corpus", test_corpus);
  g_test_add_func ("/ical/zone/tables", test_tables);
  g_test_add_func ("/ical/zone/rare-rules", test_rare_rules);
  g_test_add_func ("/ical/zone/none", test_no_zone_no_text);
  g_test_add_func ("/ical/zone/names", test_names);

  return g_test_run ();
}
