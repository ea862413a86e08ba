/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-rule.h"

#include "pln-ical-face.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define NEVER G_MAXINT64

static gint64
face_from_text (const char *text,
                gboolean   *is_date)
{
  PlnIcalFace face;
  gboolean is_utc;

  g_assert_true (pln_ical_face_parse (&face, text, strlen (text), is_date, &is_utc));

  return pln_ical_face_to_number (&face);
}

static char *
text_from_face (gint64   number,
                gboolean is_date)
{
  PlnIcalFace face;

  pln_ical_face_from_number (&face, number);
  if (is_date)
    return g_strdup_printf ("%04d%02d%02d", face.year, face.month, face.day);

  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", face.year, face.month, face.day,
                          face.seconds / 3600, face.seconds / 60 % 60, face.seconds % 60);
}

/* Up to @limit times, as text, with blanks between them. */
static char *
expand (const char *start_text,
        const char *rule_text,
        gint64      from,
        guint       limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (rule_text, &error);
  g_autoptr(PlnIcalTimes) times = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean is_date;
  gint64 start = face_from_text (start_text, &is_date);
  gint64 face;

  g_assert_no_error (error);
  times = pln_ical_times_new (rule, start, is_date, from, rule->until);
  for (guint i = 0; i < limit && pln_ical_times_next (times, &face); i++)
    {
      g_autofree char *one = text_from_face (face, is_date);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", one);
    }
  g_assert_false (pln_ical_times_gave_up (times));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is given from any time on is the end of what is given from the start. */
static void
assert_start_does_not_matter (const char *start,
                              const char *rule)
{
  g_autofree char *all = expand (start, rule, G_MININT64, 60);
  g_auto(GStrv) words = g_strsplit (all, " ", -1);

  for (guint i = 0; words[i] != NULL && *all != '\0'; i++)
    for (int late = -1; late <= 1; late++) /* just before, at, just behind */
      {
        gboolean is_date;
        gint64 from = face_from_text (words[i], &is_date) + late;
        guint first = late > 0 ? i + 1 : i;
        g_autofree char *rest = g_strjoinv (" ", &words[MIN (first, g_strv_length (words))]);
        g_autofree char *given = expand (start, rule, from, g_strv_length (words) - first);

        g_assert_cmpstr (given, ==, rest);
      }
}

typedef struct
{
  char *start;
  char *rule;
  char *expected;
  guint limit;
} Case;

static void
case_free (gpointer data)
{
  Case *item = data;

  g_free (item->start);
  g_free (item->rule);
  g_free (item->expected);
  g_free (item);
}

static void
test_case (gconstpointer user_data)
{
  const Case *item = user_data;
  g_autofree char *given = expand (item->start, item->rule, G_MININT64, item->limit);

  g_assert_cmpstr (given, ==, item->expected);
  assert_start_does_not_matter (item->start, item->rule);
}

/* UTC is a clock as any other to a rule: without the Z. */
static char *
join_times (JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", json_array_get_string_element (array, i));
  g_string_replace (text, "Z", "", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JsonArray *
load_cases (JsonParser *parser,
            const char *file)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = corpora != NULL ? g_build_filename (corpora, "rrule", file, NULL) : NULL;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    {
      g_test_message ("PLENARY_CORPORA has no rrule/%s: its rules were not tried", file);
      return NULL;
    }

  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
}

static void
add_corpus (JsonArray *cases)
{
  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      Case *item = g_new0 (Case, 1);
      g_autofree char *name = g_strconcat ("/ical/rule/corpus/", json_object_get_string_member (one, "name"), NULL);

      item->start = g_strdup (json_object_get_string_member (one, "dtstart"));
      item->rule = g_strdup (json_object_get_string_member (one, "rrule"));
      item->expected = join_times (json_object_get_array_member (one, "instances"));
      item->limit = (guint) json_object_get_int_member (one, "limit");
      g_test_add_data_func_full (name, item, test_case, case_free);
    }
}

/* Rules of disputed.json: what the text of RFC 5545, 3.3.10 says. Each time it
 * is one of the implementations that does so, too. */
static const struct
{
  const char *name;
  const char *who;
  const char *reason;
} disputed[] = {
  { "yearly-week53", "dateutil",
    "Weeks are those of ISO 8601: a year without a week 53 has no time then, week 1 is not meant." },
  { "random-066", "dateutil",
    "BYMONTHDAY expands a year: without BYMONTH it means that day in each month, not in that of DTSTART. "
    "BYDAY limits these." },
  { "random-096", "dateutil",
    "The last week of 2025, from Sundays on, reaches to 3 January 2026: the Thursday in it is 1 January." },
  { "random-137", "dateutil",
    "BYMONTHDAY means each month; BYSETPOS=1 is one time of the year, 8:00 of the first such day, not a day." },
  { "random-155", "dateutil", "BYMONTHDAY means each month; what counts from the end may be the same day." },
  { "random-168", "dateutil", "BYSETPOS counts times, not days: the last of the month is that of 17:30." },
  { "random-034", "dateutil", "BYSETPOS limits a week as any other period; its last time is that of 17:00." },
  { "random-082", "dateutil", "The second time of a day is that of 17:30." },
  { "random-102", "dateutil", "BYMONTHDAY means each month, also those that lack the 29th or 31st." },
  { "random-214", "dateutil", "The last time of the week is that of 17:30." },
};

static const char *
who_is_right (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++)
    if (g_str_equal (disputed[i].name, name))
      {
        g_test_message ("%s: %s", name, disputed[i].reason);
        return disputed[i].who;
      }

  g_error ("There is no reason in the table for %s", name);
}

static void
test_disputed (gconstpointer user_data)
{
  JsonObject *one = (JsonObject *) user_data;
  const char *who = who_is_right (json_object_get_string_member (one, "name"));
  JsonArray *times = json_object_get_array_member (json_object_get_object_member (one, "results"), who);
  g_autofree char *expected = join_times (times);
  g_autofree char *given = expand (json_object_get_string_member (one, "dtstart"),
                                   json_object_get_string_member (one, "rrule"),
                                   G_MININT64, json_array_get_length (times));

  g_assert_cmpstr (given, ==, expected);
  assert_start_does_not_matter (json_object_get_string_member (one, "dtstart"),
                                json_object_get_string_member (one, "rrule"));
}

/* More that the RFC decides, and what real calendars hold. */
static const struct
{
  const char *name;
  const char *start;
  const char *rule;
  const char *expected; /* the first few */
} rows[] = {
  { "every-month-day-of-year", "20270105T090000", "FREQ=YEARLY;BYMONTHDAY=5",
    "20270105T090000 20270205T090000 20270305T090000" },
  { "week-one-reaches-back", "20181231T090000", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO",
    "20181231T090000 20191230T090000 20210104T090000" },
  { "week-of-start-day", "20270520T090000", "FREQ=YEARLY;BYWEEKNO=20", "20270520T090000 20280518T090000 20290517T090000" },
  { "week-in-month", "20261228T090000", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=1;BYDAY=MO,FR", "20270101T090000 20380101T090000" },
  { "leap-day-in-month", "20240229", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "20240229 20240331 20240430" },
  { "hours-are-nothing-to-days", "20270401", "FREQ=DAILY;BYHOUR=9,10;COUNT=2", "20270401 20270402" },
  { "leap-second", "20270401T090059", "FREQ=DAILY;BYSECOND=59,60;COUNT=2", "20270401T090059 20270402T090059" },
  { "secondly-far-apart", "20270101T000000", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=12;BYMINUTE=30;BYSECOND=15",
    "20280229T123015 20320229T123015" },
  { "hourly-in-steps", "20270101T010000", "FREQ=HOURLY;INTERVAL=7;BYHOUR=1,2,3", "20270101T010000 20270103T020000 20270105T030000" },
  { "minutely-position", "20270101T000000", "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=-1", "20270101T004000 20270101T014000" },
  { "lower-case", "20270401T090000", "freq=weekly;byday=th;count=2;", "20270401T090000 20270408T090000" },
  { "gregorian-scale", "20270401T090000", "RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT;COUNT=2", "20270401T090000 20270402T090000" },
  { "before-1970", "19400229", "FREQ=YEARLY", "19400229 19440229 19480229" },
  { "weekday-and-nth", "20270104T090000", "FREQ=MONTHLY;BYDAY=MO,1TU;COUNT=6",
    "20270104T090000 20270105T090000 20270111T090000 20270118T090000 20270125T090000 20270201T090000" },
  { "to-the-end-of-time", "99991230T090000", "FREQ=DAILY", "99991230T090000 99991231T090000" },
};

static void
test_row (gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_auto(GStrv) times = g_strsplit (rows[i].expected, " ", -1);
  g_autofree char *given = expand (rows[i].start, rows[i].rule, G_MININT64, g_strv_length (times));

  g_assert_cmpstr (given, ==, rows[i].expected);
}

static void
test_refused (void)
{
  static const char *const refused[] = {
    "", "COUNT=3", "FREQ=FORTNIGHTLY", "FREQ=DAILY;X-FOO=1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;BYDAY=2MO", "FREQ=WEEKLY;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYWEEKNO=2", "FREQ=MONTHLY;BYYEARDAY=2", "FREQ=DAILY;BYSETPOS=1", "FREQ=DAILY;BYHOUR=24",
    "FREQ=DAILY;BYMINUTE=-1", "FREQ=YEARLY;BYDAY=54MO", "FREQ=YEARLY;BYDAY=0MO", "FREQ=YEARLY;BYDAY=MX",
    "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=", "FREQ=YEARLY;BYMONTHDAY=32", "FREQ=YEARLY;BYYEARDAY=367",
    "FREQ=YEARLY;BYYEARDAY=0", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;WKST=XX",
    "FREQ=DAILY;COUNT", "RSCALE=HEBREW;FREQ=YEARLY", "FREQ=YEARLY;SKIP=FORWARD", "FREQ=DAILY;COUNT=99999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (refused[i], &error);

      if (rule != NULL)
        g_error ("“%s” was read", refused[i]);
      g_assert_nonnull (error);
    }
}

/* What never happens, or only at the end of a long search, ends nevertheless. */
static void
test_hostile (void)
{
  static const char *const hostile[] = {
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYHOUR=3;BYMINUTE=3;BYSECOND=3;BYYEARDAY=366;BYMONTH=1",
    "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=3", "FREQ=YEARLY;INTERVAL=999999999;BYDAY=MO;BYMONTHDAY=1",
    "FREQ=SECONDLY;BYDAY=MO;COUNT=999999999", "FREQ=WEEKLY;INTERVAL=999999999", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;BYHOUR=1,2,3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (hostile[i], NULL);
      gboolean is_date;
      g_autoptr(PlnIcalTimes) times =
        pln_ical_times_new (rule, face_from_text ("20270101T000000", &is_date), FALSE,
                            face_from_text ("20900101T000000", &is_date), NEVER);
      gint64 face;

      for (guint n = 0; n < 3 && pln_ical_times_next (times, &face); n++)
        ;
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(JsonParser) disputes = json_parser_new ();
  JsonArray *cases;

  g_test_init (&argc, &argv, NULL);

  add_corpus (load_cases (parser, "rules.json"));
  cases = load_cases (disputes, "disputed.json");
  for (guint i = 0; cases != NULL && i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      g_autofree char *path = g_strconcat ("/ical/rule/disputed/", json_object_get_string_member (one, "name"), NULL);

      g_test_add_data_func (path, one, test_disputed);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/rule/rfc/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/ical/rule/refused", test_refused);
  g_test_add_func ("/ical/rule/hostile", test_hostile);

  return g_test_run ();
}
