/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FOREVER G_MAXINT64
#define MANY    200

static PlnIcalRecurrence *
read_object (const char *ics)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (ics, &error);
  PlnIcalRecurrence *recurrence;

  g_assert_no_error (error);
  recurrence = pln_ical_recurrence_new (text, &error);
  g_assert_no_error (error);

  return recurrence;
}

static char *
show (gint64 moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);

  return g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
}

/* The starts in UTC, with blanks between them. */
static char *
starts (PlnIcalRecurrence *recurrence,
        gint64             from)
{
  g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new (recurrence, from);
  g_autoptr(GString) text = g_string_new (NULL);
  PlnIcalInstance instance;

  for (guint i = 0; i < MANY && pln_ical_instances_next (instances, &instance); i++)
    {
      g_autofree char *start = show (instance.start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", start);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* From any moment on, the same instances come as from the beginning. */
static void
assert_start_does_not_matter (PlnIcalRecurrence *recurrence)
{
  g_autoptr(GArray) all = pln_ical_recurrence_list (recurrence, G_MININT64, FOREVER, MANY, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PlnIcalInstance *at = &g_array_index (all, PlnIcalInstance, i);
      gint64 moments[] = { at->start - 1, at->start, at->start + 1, at->end - 1, at->end };

      for (guint m = 0; m < G_N_ELEMENTS (moments); m++)
        {
          g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new (recurrence, moments[m]);
          PlnIcalInstance given;

          for (guint j = 0; j < all->len; j++)
            {
              const PlnIcalInstance *expected = &g_array_index (all, PlnIcalInstance, j);

              if (expected->end <= moments[m] && expected->start < moments[m])
                continue;
              g_assert_true (pln_ical_instances_next (instances, &given));
              g_assert_cmpstr (given.id, ==, expected->id);
              g_assert_cmpint (given.start, ==, expected->start);
              g_assert_cmpint (given.end, ==, expected->end);
              g_assert_cmpint (given.part, ==, expected->part);
            }
        }
    }
}

static void
assert_bounds (PlnIcalRecurrence *recurrence)
{
  g_autoptr(GArray) all = pln_ical_recurrence_list (recurrence, G_MININT64, FOREVER, MANY, NULL);
  gint64 first;
  gint64 last;

  g_assert_cmpint (pln_ical_recurrence_get_bounds (recurrence, &first, &last), ==, all->len > 0);
  for (guint i = 0; i < all->len; i++)
    {
      const PlnIcalInstance *instance = &g_array_index (all, PlnIcalInstance, i);

      g_assert_cmpint (first, <=, instance->start);
      g_assert_cmpint (last, >=, instance->end);
    }
}

typedef struct
{
  char *ics;
  char *expected;
} Set;

static void
set_free (gpointer data)
{
  Set *set = data;

  g_free (set->ics);
  g_free (set->expected);
  g_free (set);
}

static void
test_set (gconstpointer user_data)
{
  const Set *set = user_data;
  g_autoptr(PlnIcalRecurrence) recurrence = read_object (set->ics);
  g_autofree char *given = starts (recurrence, G_MININT64);

  g_assert_cmpstr (given, ==, set->expected);
  g_assert_null (pln_ical_recurrence_get_doubt (recurrence));
  assert_start_does_not_matter (recurrence);
  assert_bounds (recurrence);
}

static char *
join_times (JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", json_array_get_string_element (array, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_corpus (const char *file)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = corpora != NULL ? g_build_filename (corpora, "rrule", file, NULL) : NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *cases;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    {
      g_test_message ("PLENARY_CORPORA has no rrule/%s: its sets were not tried", file);
      return;
    }

  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      Set *set = g_new0 (Set, 1);
      g_autofree char *name = g_strconcat ("/ical/recurrence/corpus/", json_object_get_string_member (one, "name"), NULL);

      set->ics = g_strdup (json_object_get_string_member (one, "ics"));
      set->expected = join_times (json_object_get_array_member (one, "utc"));
      g_test_add_data_func_full (name, set, test_set, set_free);
    }
}

#define BERLIN \
  "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" \
  "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n" \
  "BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n" \
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
#define AT(time) "DTSTART;TZID=Europe/Berlin:" time "\r\n"
#define OVERRIDE(id, lines) \
  "BEGIN:VEVENT\r\nUID:a@example.org\r\nRECURRENCE-ID;" id "\r\n" lines "END:VEVENT\r\n"

#define RULE "RRULE:FREQ=DAILY\r\n"
#define NINE_RULES RULE RULE RULE RULE RULE RULE RULE RULE RULE

static char *
make_object (const char *lines,
             const char *others)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" BERLIN "BEGIN:VEVENT\r\nUID:a@example.org\r\n",
                      lines, "END:VEVENT\r\n", others, "END:VCALENDAR\r\n", NULL);
}

typedef struct
{
  const char *name;
  const char *lines;
  const char *others;
  const char *expected; /* “ID start/minutes …”; * for an own component, X for cancelled */
  gboolean    has_doubt;
} Row;

static const Row rows[] = {
  { "once", AT ("20270401T190000") "DURATION:PT2H\r\n", "", " 20270401T170000Z/120", FALSE },
  { "moved-before-another",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n",
    OVERRIDE ("TZID=Europe/Berlin:20270403T190000", AT ("20270401T080000") "DURATION:PT3H\r\n"),
    "20270403T190000 20270401T060000Z/180* 20270401T190000 20270401T170000Z/60 20270402T190000 20270402T170000Z/60", FALSE },
  { "moved-far-away",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n",
    OVERRIDE ("TZID=Europe/Berlin:20270401T190000", AT ("20290401T080000") "DURATION:PT3H\r\n"),
    "20270402T190000 20270402T170000Z/60 20270401T190000 20290401T060000Z/180*", FALSE },
  { "id-in-utc-cancelled",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n",
    OVERRIDE ("X-A=1:20270402T170000Z", AT ("20270402T190000") "STATUS:CANCELLED\r\n"),
    "20270401T190000 20270401T170000Z/60 20270402T170000Z 20270402T170000Z/0*X", FALSE },
  { "id-is-a-day",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=2\r\n",
    OVERRIDE ("VALUE=DATE:20270402", AT ("20270402T200000")),
    "20270401T190000 20270401T170000Z/60 20270402 20270402T180000Z/0*", FALSE },
  { "beyond-the-rule", /* somebody was invited to it */
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=1\r\n",
    OVERRIDE ("TZID=Europe/Berlin:20270501T190000", AT ("20270501T190000")),
    "20270401T190000 20270401T170000Z/60 20270501T190000 20270501T170000Z/0*", FALSE },
  { "this-and-future",
    AT ("20270325T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Europe/Berlin:20270328T190000\r\n",
    OVERRIDE ("RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270327T190000", AT ("20270327T173000") "DURATION:PT2H\r\n"),
    "20270325T190000 20270325T180000Z/60 20270326T190000 20270326T180000Z/60"
    " 20270327T190000 20270327T163000Z/120* 20270329T190000 20270329T153000Z/120*", FALSE },
  { "this-and-future-overtakes",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n",
    OVERRIDE ("RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270403T190000", AT ("20270401T180000") "DURATION:PT1H\r\n"),
    "20270403T190000 20270401T160000Z/60* 20270401T190000 20270401T170000Z/60"
    " 20270404T190000 20270402T160000Z/60* 20270402T190000 20270402T170000Z/60", FALSE },
  { "this-and-future-excluded-itself",
    AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Europe/Berlin:20270402T190000\r\n",
    OVERRIDE ("RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270402T190000", AT ("20270402T200000") "DURATION:PT1H\r\n"),
    "20270401T190000 20270401T170000Z/60 20270403T190000 20270403T180000Z/60*", FALSE },
  { "periods",
    AT ("20270401T190000") "DURATION:PT1H\r\n"
    "RDATE;VALUE=PERIOD:20270402T100000Z/PT30M,20270403T100000Z/20270403T113000Z\r\n", "",
    "20270401T190000 20270401T170000Z/60 20270402T120000 20270402T100000Z/30 20270403T120000 20270403T100000Z/90", FALSE },
  { "rdate-in-another-zone",
    AT ("20270401T190000") "RDATE;TZID=America/New_York:20270402T180000\r\n", "",
    "20270401T190000 20270401T170000Z/0 20270403T000000 20270402T220000Z/0", FALSE },
  { "rdate-second-of-twice", /* 02:30 in winter time, which has no local name */
    AT ("20271031T023000") "RDATE:20271031T013000Z\r\n", "",
    "20271031T023000 20271031T003000Z/0 20271031T013000Z 20271031T013000Z/0", FALSE },
  { "exdate-in-utc",
    AT ("20270401T190000") "RRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:20270401T170000Z\r\n", "",
    "20270402T190000 20270402T170000Z/0", FALSE },
  { "exdate-is-a-day",
    AT ("20270401T190000") "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20270402\r\n", "",
    "20270401T190000 20270401T170000Z/0 20270403T190000 20270403T170000Z/0", FALSE },
  { "start-not-by-rule-counts",
    AT ("20270401T190000") "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3\r\n", "",
    "20270401T190000 20270401T170000Z/0 20270405T190000 20270405T170000Z/0 20270412T190000 20270412T170000Z/0", FALSE },
  { "start-was-all",
    AT ("20270401T190000") "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1\r\n", "", "20270401T190000 20270401T170000Z/0", FALSE },
  { "two-rules",
    AT ("20270401T190000") "RRULE:FREQ=WEEKLY;COUNT=2\r\nRRULE:FREQ=DAILY;INTERVAL=7;COUNT=3\r\n", "",
    "20270401T190000 20270401T170000Z/0 20270408T190000 20270408T170000Z/0 20270415T190000 20270415T170000Z/0", FALSE },
  { "until-is-a-day",
    AT ("20270401T190000") "RRULE:FREQ=DAILY;UNTIL=20270402\r\n", "",
    "20270401T190000 20270401T170000Z/0 20270402T190000 20270402T170000Z/0", FALSE },
  { "days",
    "DTSTART;VALUE=DATE:20270327\r\nDTEND;VALUE=DATE:20270329\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nEXDATE:20270403T000000Z\r\n", "",
    "20270327 20270327T000000Z/2880", FALSE },
  { "a-day-by-duration-has-23-hours",
    AT ("20270327T120000") "DURATION:P1D\r\nRRULE:FREQ=DAILY;COUNT=2\r\n", "",
    "20270327T120000 20270327T110000Z/1380 20270328T120000 20270328T100000Z/1440", FALSE },
  { "by-end-it-is-as-long", /* RFC 5545, 3.8.5.3 */
    AT ("20270326T120000") "DTEND;TZID=Europe/Berlin:20270327T120000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n", "",
    "20270326T120000 20270326T110000Z/1440 20270327T120000 20270327T110000Z/1440", FALSE },
  { "floating", "DTSTART:20270401T190000\r\nRRULE:FREQ=DAILY;UNTIL=20270402T190000Z\r\n", "",
    "20270401T190000 20270401T190000Z/0 20270402T190000 20270402T190000Z/0", FALSE },
  { "all-excluded", AT ("20270401T190000") "RDATE;TZID=Europe/Berlin:20270401T190000\r\nEXDATE;TZID=Europe/Berlin:20270401T190000\r\n", "", "", FALSE },
  /* The hours of the clock are counted (3.3.10), the one that is skipped is read with the offset before
   * (3.3.5), and is the same moment as the next, which then counts once (3.8.5.3). */
  { "disputed-hourly-over-gap", AT ("20270328T003000") "RRULE:FREQ=HOURLY;COUNT=4\r\n", "",
    "20270328T003000 20270327T233000Z/0 20270328T013000 20270328T003000Z/0 20270328T023000 20270328T013000Z/0", FALSE },
  { "minutes-over-gap-stay-in-order", AT ("20270328T015000") "RRULE:FREQ=MINUTELY;INTERVAL=25;COUNT=4\r\n", "",
    "20270328T015000 20270328T005000Z/0 20270328T030500 20270328T010500Z/0"
    " 20270328T021500 20270328T011500Z/0 20270328T024000 20270328T014000Z/0", FALSE },
  { "unknown-part", AT ("20270401T190000") "RRULE:FREQ=DAILY;X-FOO=1\r\nRDATE:20270501T100000Z\r\n",
    OVERRIDE ("TZID=Europe/Berlin:20270402T190000", AT ("20270402T200000")),
    "20270401T190000 20270401T170000Z/0 20270402T190000 20270402T180000Z/0* 20270501T120000 20270501T100000Z/0", TRUE },
  { "other-calendar", AT ("20270401T190000") "RRULE:RSCALE=HEBREW;FREQ=YEARLY\r\n", "", "20270401T190000 20270401T170000Z/0", TRUE },
  { "exrule", AT ("20270401T190000") "RRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY\r\n", "", "20270401T190000 20270401T170000Z/0", TRUE },
  { "hours-of-days", "DTSTART;VALUE=DATE:20270401\r\nRRULE:FREQ=HOURLY\r\n", "", "20270401 20270401T000000Z/1440", TRUE },
  { "too-many-rules", AT ("20270401T190000") NINE_RULES, "", "20270401T190000 20270401T170000Z/0", TRUE },
  { "too-long-a-search", AT ("20270401T190000") "RRULE:FREQ=SECONDLY;INTERVAL=86400;BYHOUR=3\r\n", "",
    "20270401T190000 20270401T170000Z/0", TRUE },
};

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autofree char *ics = make_object (row->lines, row->others);
  g_autoptr(PlnIcalRecurrence) recurrence = read_object (ics);
  g_autoptr(GArray) list = pln_ical_recurrence_list (recurrence, G_MININT64, FOREVER, MANY, NULL);
  g_autoptr(GString) given = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PlnIcalInstance *instance = &g_array_index (list, PlnIcalInstance, i);
      g_autofree char *start = show (instance->start);

      g_string_append_printf (given, "%s%s %s/%d%s%s", i > 0 ? " " : "", instance->id, start,
                              (int) (instance->end - instance->start) / 60,
                              instance->is_override ? "*" : "", instance->is_cancelled ? "X" : "");
      g_assert_nonnull (pln_ical_recurrence_get_record (recurrence, instance->part));
    }
  g_assert_cmpstr (given->str, ==, row->expected);
  g_assert_cmpint (pln_ical_recurrence_get_doubt (recurrence) != NULL, ==, row->has_doubt);
  assert_start_does_not_matter (recurrence);
  assert_bounds (recurrence);
}

static void
test_endless (void)
{
  g_autofree char *ics = make_object (AT ("20270401T190000") "DURATION:PT1H\r\nRRULE:FREQ=SECONDLY\r\n", "");
  g_autoptr(PlnIcalRecurrence) recurrence = read_object (ics);
  g_autoptr(GArray) list = NULL;
  gboolean is_cut;
  gint64 first;
  gint64 last;

  g_assert_true (pln_ical_recurrence_get_bounds (recurrence, &first, &last));
  g_assert_cmpint (last, ==, G_MAXINT64);
  list = pln_ical_recurrence_list (recurrence, first + 1000000000, FOREVER, 10, &is_cut);
  g_assert_cmpuint (list->len, ==, 10);
  g_assert_true (is_cut);
  g_assert_cmpint (g_array_index (list, PlnIcalInstance, 0).start, ==, first + 1000000000 - 3599);
}

static void
test_only_one_evening (void)
{
  g_autoptr(PlnIcalRecurrence) recurrence =
    read_object ("BEGIN:VCALENDAR\r\n" BERLIN
                 OVERRIDE ("TZID=Europe/Berlin:20270403T190000", AT ("20270403T190000") "DURATION:PT1H\r\n")
                 "END:VCALENDAR\r\n");
  g_autofree char *given = starts (recurrence, G_MININT64);

  g_assert_cmpstr (given, ==, "20270403T170000Z");
  g_assert_true (pln_ical_recurrence_recurs (recurrence));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ("sets.json");
  add_corpus ("sets-by-rfc.json");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/recurrence/row/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/ical/recurrence/endless", test_endless);
  g_test_add_func ("/ical/recurrence/one-evening", test_only_one_evening);

  return g_test_run ();
}
