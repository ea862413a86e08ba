/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit.h"
#include "pln-ical-series.h"

#include "pln-ical-face.h"

#include <string.h>

#define BERLIN \
  "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" \
  "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n" \
  "BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n" \
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

static char *
calendar (const char *lines, /* of the event */
          const char *others)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-ODD:kept\r\n" BERLIN
                      "BEGIN:VEVENT\r\nUID:a@example.org\r\nDTSTAMP:20260101T000000Z\r\n"
                      "SUMMARY:Bored games with a title that is so long that it had to be folded \r\n here\r\n",
                      lines, "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n",
                      others, "END:VCALENDAR\r\n", NULL);
}

/* “20270406T170000Z/3600 …” of all instances until 2028; with a star for those that have
 * a component of their own, an X for what is cancelled. */
static char *
expand (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, &error);
  g_autoptr(PlnIcalRecurrence) recurrence = pln_ical_recurrence_new (text, &error);
  g_autoptr(GArray) list = NULL;
  g_autoptr(GString) shown = g_string_new (NULL);

  g_assert_no_error (error);
  list = pln_ical_recurrence_list (recurrence, G_MININT64, 1830297600, 100, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const PlnIcalInstance *instance = &g_array_index (list, PlnIcalInstance, i);
      g_autoptr(GDateTime) start = g_date_time_new_from_unix_utc (instance->start);
      g_autofree char *time = g_date_time_format (start, "%m%dT%H%M");

      g_string_append_printf (shown, "%s%s/%d%s%s", i > 0 ? " " : "", time, (int) (instance->end - instance->start) / 60,
                              instance->is_override ? "*" : "", instance->is_cancelled ? "X" : "");
    }

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static gboolean
has_line (GBytes     *bytes,
          const char *line)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autofree char *whole = g_strconcat ("\r\n", line, "\r\n", NULL);

  return strstr (text, whole) != NULL;
}

/* Which lines went, and which came: “-OLD +NEW …”, each once. */
static char **
lines_of (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data, length);

  return g_strsplit (text, "\r\n", -1);
}

static void
append_lines (GString    *result,
              char      **lines,
              char      **others,
              const char *sign)
{
  for (; *lines != NULL; lines++)
    if (!g_strv_contains ((const char *const *) others, *lines))
      g_string_append_printf (result, "%s%s%s", result->len > 0 ? " | " : "", sign, *lines);
}

static char *
difference (GBytes *before,
            GBytes *after)
{
  g_auto(GStrv) old = lines_of (before);
  g_auto(GStrv) new = lines_of (after);
  g_autoptr(GString) result = g_string_new (NULL);

  append_lines (result, old, new, "-");
  append_lines (result, new, old, "+");

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static gint64
face (const char *text)
{
  PlnIcalFace shown;
  gboolean is_date;
  gboolean is_utc;

  g_assert_true (pln_ical_face_parse (&shown, text, strlen (text), &is_date, &is_utc));

  return pln_ical_face_to_number (&shown);
}

typedef struct
{
  const char *name;
  const char *lines;
  const char *others;
  const char *id;         /* of what is moved */
  const char *start;      /* where it is to be; a DATE for days */
  int         minutes;    /* how long */
  const char *zone;
  const char *expected;   /* what it expands to then; NULL if it must be refused */
  const char *difference; /* which lines change; NULL: not looked at */
} Row;

static const Row rows[] = {
  { "later-by-the-clock",
    "DTSTART;TZID=Europe/Berlin:20270314T190000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n", "",
    "20270328T190000", "20270328T203000", 60, "Europe/Berlin",
    "0314T1930/60 0321T1930/60 0328T1830/60",
    "-DTSTART;TZID=Europe/Berlin:20270314T190000 | +DTSTART;TZID=Europe/Berlin:20270314T203000" },
  { "another-weekday",
    "DTSTART;TZID=Europe/Berlin:20270405T190000\r\nDTEND;TZID=Europe/Berlin:20270405T200000\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270416T215959Z\r\nEXDATE;TZID=Europe/Berlin:20270408T190000\r\n", "",
    "20270412T190000", "20270413T190000", 60, "Europe/Berlin",
    "0406T1700/60 0413T1700/60 0416T1700/60",
    "-DTSTART;TZID=Europe/Berlin:20270405T190000 | -DTEND;TZID=Europe/Berlin:20270405T200000"
    " | -RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270416T215959Z | -EXDATE;TZID=Europe/Berlin:20270408T190000"
    " | +DTSTART;TZID=Europe/Berlin:20270406T190000 | +DTEND;TZID=Europe/Berlin:20270406T200000"
    " | +RRULE:FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270417T215959Z | +EXDATE;TZID=Europe/Berlin:20270409T190000" },
  { "every-other-week-over-its-end",
    "DTSTART;TZID=Europe/Berlin:20270405T190000\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4\r\n", "",
    "20270411T190000", "20270412T190000", 60, "Europe/Berlin",
    "0406T1700/60 0412T1700/60 0420T1700/60 0426T1700/60", NULL },
  { "over-midnight",
    "DTSTART;TZID=Europe/Berlin:20270405T230000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2\r\n", "",
    "20270405T230000", "20270406T003000", 60, "Europe/Berlin",
    "0405T2230/60 0412T2230/60", NULL },
  { "second-tuesday-to-wednesday",
    "DTSTART;TZID=Europe/Berlin:20270914T190000\r\nDURATION:PT2H\r\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3\r\n"
    "EXDATE;TZID=Europe/Berlin:20270914T190000\r\n", "",
    "20271012T190000", "20271013T190000", 120, "Europe/Berlin",
    "1013T1700/120 1110T1800/120", NULL },
  { "last-friday-to-thursday-before",
    "DTSTART;TZID=Europe/Berlin:20270129T190000\r\nDURATION:PT2H\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3\r\n", "",
    "20270129T190000", "20270128T190000", 120, "Europe/Berlin",
    "0128T1800/120 0225T1800/120 0325T1800/120", NULL },
  { "from-the-31st-to-the-1st",
    "DTSTART;VALUE=DATE:20270131\r\nRRULE:FREQ=MONTHLY;COUNT=3\r\n", "",
    "20270131", "20270201", 1440, "",
    "0201T0000/1440 0301T0000/1440 0401T0000/1440", NULL },
  { "yearly-in-another-month",
    "DTSTART;VALUE=DATE:20260131\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31;UNTIL=20270131\r\n", "",
    "20270131", "20270201", 1440, "",
    "0201T0000/1440 0201T0000/1440",
    "-DTSTART;VALUE=DATE:20260131 | -RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31;UNTIL=20270131"
    " | +DTSTART;VALUE=DATE:20260201 | +RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1;UNTIL=20270201" },
  { "what-has-its-own-component-comes-along",
    "DTSTART;TZID=Europe/Berlin:20270405T190000\r\nDTEND;TZID=Europe/Berlin:20270405T200000\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3\r\nRDATE;TZID=Europe/Berlin:20270501T120000\r\n",
    "BEGIN:VEVENT\r\nUID:a@example.org\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270412T190000\r\n"
    "DTSTART;TZID=Europe/Berlin:20270413T180000\r\nDTEND;TZID=Europe/Berlin:20270413T200000\r\nEND:VEVENT\r\n",
    "20270405T190000", "20270406T193000", 90, "Europe/Berlin",
    "0406T1730/90 0414T1630/120* 0420T1730/90 0502T1030/90", NULL },
  { "longer-only",
    "DTSTART;TZID=Europe/Berlin:20270405T190000\r\nDTEND;TZID=Europe/Berlin:20270405T200000\r\n"
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;COUNT=2\r\n", "",
    "20270405T190000", "20270405T190000", 90, "Europe/Berlin",
    "0405T1700/90 0505T1700/90",
    "-DTEND;TZID=Europe/Berlin:20270405T200000 | +DTEND;TZID=Europe/Berlin:20270405T203000" },
  { "to-another-zone",
    "DTSTART;TZID=Europe/Berlin:20270314T190000\r\nDTEND;TZID=Europe/Berlin:20270314T200000\r\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20270328T170000Z\r\nEXDATE:20270321T180000Z\r\n", "",
    "20270314T190000", "20270314T190000", 60, "America/New_York",
    "0314T2300/60 0328T2300/60", NULL },
  { "to-whole-days",
    "DTSTART;TZID=Europe/Berlin:20270314T190000\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20270328T170000Z\r\nEXDATE;TZID=Europe/Berlin:20270321T190000\r\n", "",
    "20270314T190000", "20270315", 1440, "",
    "0315T0000/1440 0329T0000/1440", NULL },
  { "from-whole-days",
    "DTSTART;VALUE=DATE:20270314\r\nRRULE:FREQ=WEEKLY;UNTIL=20270328\r\nEXDATE;VALUE=DATE:20270321\r\n", "",
    "20270314", "20270314T190000", 60, "Europe/Berlin",
    "0314T1800/60 0328T1700/60", NULL },
  { "workdays-cannot-move-a-day",
    "DTSTART;TZID=Europe/Berlin:20270430T190000\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2\r\n", "",
    "20270430T190000", "20270501T190000", 60, "Europe/Berlin", NULL, NULL },
  { "hours-cannot-move",
    "DTSTART;TZID=Europe/Berlin:20270430T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;BYHOUR=8,17;COUNT=4\r\n", "",
    "20270430T080000", "20270430T090000", 60, "Europe/Berlin", NULL, NULL },
  { "unknown-rule",
    "DTSTART;TZID=Europe/Berlin:20270430T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;X-FOO=1;COUNT=4\r\n", "",
    "20270430T080000", "20270430T090000", 60, "Europe/Berlin", NULL, NULL },
  { "no-such-instance",
    "DTSTART;TZID=Europe/Berlin:20270430T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n", "",
    "20270430T090000", "20270430T100000", 60, "Europe/Berlin", NULL, NULL },
};

static void
test_move (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = calendar (row->lines, row->others);
  g_autoptr(GBytes) before = g_bytes_new (text, strlen (text));
  PlnIcalPlace place = { face (row->start), face (row->start) + row->minutes * 60, row->zone, strlen (row->start) == 8 };
  g_autoptr(GBytes) after = pln_ical_series_move (before, row->id, &place, &error);
  g_autofree char *expanded = NULL;
  g_autofree char *changed = NULL;

  if (row->expected == NULL)
    {
      g_assert_null (after);
      g_assert_nonnull (error);
      return;
    }

  g_assert_no_error (error);
  expanded = expand (after);
  g_assert_cmpstr (expanded, ==, row->expected);
  changed = difference (before, after);
  if (row->difference != NULL)
    g_assert_cmpstr (changed, ==, row->difference);
  if (*row->zone != '\0' && !place.is_date)
    {
      g_autofree char *zone = g_strconcat ("TZID:", row->zone, NULL);

      g_assert_true (has_line (after, zone));
    }
}

/* Moved and moved back, it is what it was. */
static void
test_move_back (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autofree char *text = calendar (row->lines, row->others);
  g_autoptr(GBytes) before = g_bytes_new (text, strlen (text));
  g_autofree char *first = expand (before);
  gboolean is_date = strlen (row->id) == 8;
  PlnIcalPlace there = { face (row->start), face (row->start) + row->minutes * 60, row->zone, strlen (row->start) == 8 };
  g_autoptr(GBytes) moved = pln_ical_series_move (before, row->id, &there, NULL);
  g_autoptr(PlnIcalText) moved_text = pln_ical_text_new (moved, NULL);
  g_autoptr(PlnIcalRecurrence) recurrence = pln_ical_recurrence_new (moved_text, NULL);
  g_autoptr(GArray) list = pln_ical_recurrence_list (recurrence, G_MININT64, G_MAXINT64, 1, NULL);
  g_autoptr(PlnIcalText) text_before = pln_ical_text_new (before, NULL);
  g_autoptr(PlnIcalRecurrence) old = pln_ical_recurrence_new (text_before, NULL);
  g_autoptr(GArray) old_list = pln_ical_recurrence_list (old, G_MININT64, G_MAXINT64, 1, NULL);
  const PlnIcalInstance *was = &g_array_index (old_list, PlnIcalInstance, 0);
  PlnIcalPlace here;
  g_autoptr(GTimeZone) zone = *was->zone != '\0' ? g_time_zone_new_identifier (was->zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) start_utc = g_date_time_new_from_unix_utc (was->start);
  g_autoptr(GDateTime) end_utc = g_date_time_new_from_unix_utc (was->end);
  g_autoptr(GDateTime) start = g_date_time_to_timezone (start_utc, zone);
  g_autoptr(GDateTime) end = g_date_time_to_timezone (end_utc, zone);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) back = NULL;
  g_autofree char *last = NULL;

  pln_ical_place_init (&here, start, end, was->zone, is_date);
  back = pln_ical_series_move (moved, g_array_index (list, PlnIcalInstance, 0).id, &here, &error);
  g_assert_no_error (error);
  last = expand (back);
  g_assert_cmpstr (last, ==, first);
}

#define WEEKLY \
  "DTSTART;TZID=Europe/Berlin:20270314T190000\r\nDTEND;TZID=Europe/Berlin:20270314T200000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"

static GBytes *
weekly (void)
{
  char *text = calendar (WEEKLY, "");

  return g_bytes_new_take (text, strlen (text));
}

static void
test_detach_says_the_same (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = weekly ();
  g_autoptr(GBytes) after = pln_ical_series_detach (before, "20270328T190000", &error);
  g_autoptr(GBytes) again = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *changed = NULL;
  gsize length;
  const char *data;

  g_assert_no_error (error);
  expanded = expand (after);
  g_assert_cmpstr (expanded, ==, "0314T1800/60 0321T1800/60 0328T1700/60*");
  changed = difference (before, after);
  g_assert_cmpstr (changed, ==, "+RECURRENCE-ID;TZID=Europe/Berlin:20270328T190000"
                                " | +DTSTART;TZID=Europe/Berlin:20270328T190000"
                                " | +DTEND;TZID=Europe/Berlin:20270328T200000");

  /* What was there stays where it was. */
  data = g_bytes_get_data (before, &length);
  g_assert_cmpmem (data, length - strlen ("END:VCALENDAR\r\n"),
                   g_bytes_get_data (after, NULL), length - strlen ("END:VCALENDAR\r\n"));

  again = pln_ical_series_detach (after, "20270328T190000", &error);
  g_assert_true (again == after);
}

static void
test_forms_of_recurrence_id (void)
{
  static const struct { const char *lines; const char *id; const char *line; } forms[] = {
    { "DTSTART;VALUE=DATE:20270314\r\nRRULE:FREQ=DAILY\r\n", "20270315", "RECURRENCE-ID;VALUE=DATE:20270315" },
    { "DTSTART:20270314T190000Z\r\nRRULE:FREQ=DAILY\r\n", "20270315T190000Z", "RECURRENCE-ID:20270315T190000Z" },
    { "DTSTART:20270314T190000\r\nRRULE:FREQ=DAILY\r\n", "20270315T190000", "RECURRENCE-ID:20270315T190000" },
    { "DTSTART;TZID=W. Europe Standard Time:20270314T190000\r\nRRULE:FREQ=DAILY\r\n", "20270315T190000",
      "RECURRENCE-ID;TZID=\"W. Europe Standard Time\":20270315T190000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = calendar (forms[i].lines, "");
      g_autoptr(GBytes) before = g_bytes_new (text, strlen (text));
      g_autoptr(GBytes) detached = pln_ical_series_detach (before, forms[i].id, &error);
      g_autoptr(GBytes) dropped = pln_ical_series_drop (before, forms[i].id, &error);
      g_autofree char *excluded = g_strconcat ("EXDATE", forms[i].line + strlen ("RECURRENCE-ID"), NULL);

      g_assert_no_error (error);
      g_assert_true (has_line (detached, forms[i].line));
      g_assert_true (has_line (dropped, excluded));
    }
}

static void
test_drop (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = weekly ();
  g_autoptr(GBytes) own = pln_ical_series_detach (before, "20270321T190000", &error);
  g_autoptr(GBytes) after = pln_ical_series_drop (own, "20270321T190000", &error);
  g_autofree char *expanded = expand (after);
  g_autofree char *changed = difference (before, after);

  g_assert_no_error (error);
  g_assert_cmpstr (expanded, ==, "0314T1800/60 0328T1700/60");
  g_assert_cmpstr (changed, ==, "+EXDATE;TZID=Europe/Berlin:20270321T190000");
}

/* What never takes place could not be found again. */
static void
test_the_last_one_stays (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = calendar ("DTSTART;VALUE=DATE:20270314\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEXDATE;VALUE=DATE:20270315\r\n", "");
  g_autoptr(GBytes) before = g_bytes_new (text, strlen (text));

  g_assert_null (pln_ical_series_drop (before, "20270314", &error));
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED);
}

static void
test_edits_mean_one_instance (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = weekly ();
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) after = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *changed = NULL;
  PlnIcalLine *start = pln_ical_line_new ("DTSTART", "20270322T170000");
  PlnIcalLine *end = pln_ical_line_new ("DTEND", "20270322T190000");

  pln_ical_line_set_parameter (start, "TZID", "Europe/Berlin");
  pln_ical_line_set_parameter (end, "TZID", "Europe/Berlin");
  pln_ical_edits_instance (edits, "20270321T190000");
  pln_ical_edits_set (edits, start);
  pln_ical_edits_set (edits, end);
  pln_ical_edits_set (edits, pln_ical_line_new ("STATUS", "CANCELLED"));
  pln_ical_edits_stamp (edits, 1800000000, TRUE);
  after = pln_ical_edits_apply (edits, before, &error);
  g_assert_no_error (error);

  expanded = expand (after);
  g_assert_cmpstr (expanded, ==, "0314T1800/60 0322T1600/120*X 0328T1700/60");
  changed = difference (before, after);
  g_assert_null (strstr (changed, "-"  "DTSTART")); /* the series keeps its lines */
  g_assert_true (has_line (after, "RECURRENCE-ID;TZID=Europe/Berlin:20270321T190000"));
  g_assert_true (has_line (after, "SEQUENCE:1"));
}

static void
test_edits_move_all_and_more (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) before = weekly ();
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(PlnIcalEdits) copy = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autofree char *expanded = NULL;
  PlnIcalPlace place = { face ("20270321T200000"), face ("20270321T210000"), "Europe/Berlin", FALSE };

  pln_ical_edits_move_all (edits, "20270321T190000", &place);
  pln_ical_edits_take_out (edits, "20270328T200000");
  pln_ical_edits_set (edits, pln_ical_line_new ("LOCATION", "Cellar"));
  copy = pln_ical_edits_copy (edits);
  after = pln_ical_edits_apply (copy, before, &error);
  g_assert_no_error (error);

  expanded = expand (after);
  g_assert_cmpstr (expanded, ==, "0314T1900/60 0321T1900/60");
  g_assert_true (has_line (after, "LOCATION:Cellar"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/series/move/", rows[i].name, NULL);
      g_autofree char *back = g_strconcat ("/ical/series/move-back/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_move);
      if (rows[i].expected != NULL)
        g_test_add_data_func (back, &rows[i], test_move_back);
    }
  g_test_add_func ("/ical/series/detach", test_detach_says_the_same);
  g_test_add_func ("/ical/series/forms", test_forms_of_recurrence_id);
  g_test_add_func ("/ical/series/drop", test_drop);
  g_test_add_func ("/ical/series/last", test_the_last_one_stays);
  g_test_add_func ("/ical/series/edits/instance", test_edits_mean_one_instance);
  g_test_add_func ("/ical/series/edits/all", test_edits_move_all_and_more);

  return g_test_run ();
}
