/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule.h"

#include "pln-html-text.h"
#include "pln-schedule-times.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A schedule around some lines of a conference and of one day. */
#define XML(conference, day) \
  "<?xml version='1.0'?>\n<schedule>\n<conference>\n<title>Out of the comfort zone</title>\n" conference \
  "</conference>\n<day index='1' date='2011-07-19'>\n" day "</day>\n</schedule>\n"
#define EVENT(lines) "<room name='Hall'>\n<event id='7'>\n<title>Opening</title>\n" lines "</event>\n</room>\n"
#define LONDON "<time_zone_name>Europe/London</time_zone_name>\n"
#define JSON(conference) "{\"schedule\": {\"version\": \"1\", \"conference\": {\"title\": \"Camp\", " conference "}}}"

static PlnSchedule *
read_bytes (GBytes      *bytes,
            const char  *zone,
            GError     **error)
{
  return pln_schedule_read (bytes, "My file", zone, error);
}

static PlnSchedule *
read_text (const char *text,
           const char *zone)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  PlnSchedule *schedule = read_bytes (bytes, zone, &error);

  g_assert_no_error (error);

  return schedule;
}

static PlnScheduleSession *
session_at (PlnSchedule *schedule,
            guint        i)
{
  g_assert_cmpuint (i, <, schedule->sessions->len);

  return g_ptr_array_index (schedule->sessions, i);
}

/* “start/end in the zone”. */
static char *
times_of (PlnScheduleSession *session)
{
  g_autofree char *start = session->start != NULL ? g_date_time_format_iso8601 (session->start) : g_strdup ("never");
  g_autofree char *end = session->end != NULL ? g_date_time_format_iso8601 (session->end) : g_strdup ("open");

  return g_strconcat (start, "/", end, NULL);
}

/* How times are found: a moment beats a clock, a clock before the day changes
 * is in the night after. */
static const struct
{
  const char *name;
  const char *text;
  const char *zone;
  const char *times;
  const char *found; /* the zone */
} rows[] = {
  { "offset", XML (LONDON, EVENT ("<date>2011-07-19T14:00:00+01:00</date><start>14:00</start><duration>00:45</duration>")),
    NULL, "2011-07-19T14:00:00+01/2011-07-19T14:45:00+01", "Europe/London" },
  { "date-beats-start", XML ("<time_zone_name>Asia/Kolkata</time_zone_name>",
                             EVENT ("<date>2011-07-19T05:00:00+00:00</date><start>10:30</start><duration>0:20</duration>")),
    NULL, "2011-07-19T10:30:00+05:30/2011-07-19T10:50:00+05:30", "Asia/Kolkata" },
  { "day-and-start", XML (LONDON, EVENT ("<start>14:00</start><duration>00:45:30</duration>")),
    NULL, "2011-07-19T14:00:00+01/2011-07-19T14:45:30+01", "Europe/London" },
  { "local-date", XML (LONDON, EVENT ("<date>2011-07-20T14:00:00</date><start>10:00</start><duration>1:00</duration>")),
    NULL, "2011-07-20T14:00:00+01/2011-07-20T15:00:00+01", "Europe/London" },
  { "after-midnight", XML (LONDON, EVENT ("<start>00:15</start><duration>00:45</duration>")),
    NULL, "2011-07-20T00:15:00+01/2011-07-20T01:00:00+01", "Europe/London" },
  { "day-change", XML (LONDON "<day_change>09:00:00</day_change>", EVENT ("<start>08:59</start><duration>00:01</duration>")),
    NULL, "2011-07-20T08:59:00+01/2011-07-20T09:00:00+01", "Europe/London" },
  { "at-day-change", XML (LONDON "<day_change>09:00</day_change>", EVENT ("<start>09:00</start><duration>00:30</duration>")),
    NULL, "2011-07-19T09:00:00+01/2011-07-19T09:30:00+01", "Europe/London" },
  { "past-24", XML (LONDON, EVENT ("<start>24:30</start><duration>01:00</duration>")),
    NULL, "2011-07-20T00:30:00+01/2011-07-20T01:30:00+01", "Europe/London" },
  { "days-long", XML (LONDON, EVENT ("<start>10:00</start><duration>1:02:30</duration>")),
    NULL, "2011-07-19T10:00:00+01/2011-07-20T12:30:00+01", "Europe/London" },
  { "across-midnight", XML (LONDON, EVENT ("<start>23:30</start><duration>02:00</duration>")),
    NULL, "2011-07-19T23:30:00+01/2011-07-20T01:30:00+01", "Europe/London" },
  { "no-length", XML (LONDON, EVENT ("<start>10:00</start>")), NULL, "2011-07-19T10:00:00+01/open", "Europe/London" },
  { "end", XML (LONDON, EVENT ("<start>10:00</start><end>11:15</end>")),
    NULL, "2011-07-19T10:00:00+01/2011-07-19T11:15:00+01", "Europe/London" },
  { "no-date", XML (LONDON, EVENT ("<duration>00:45</duration>")), NULL, "never/open", "Europe/London" },
  { "given-zone", XML ("", EVENT ("<start>14:00</start><duration>00:45</duration>")),
    "America/New_York", "2011-07-19T14:00:00-04/2011-07-19T14:45:00-04", "America/New_York" },
  { "named-beats-given", XML (LONDON, EVENT ("<start>14:00</start><duration>00:45</duration>")),
    "America/New_York", "2011-07-19T14:00:00+01/2011-07-19T14:45:00+01", "Europe/London" },
  { "floating", XML ("", EVENT ("<start>14:00</start><duration>00:45</duration>")),
    NULL, "2011-07-19T14:00:00Z/2011-07-19T14:45:00Z", "" },
  { "offset-alone", XML ("", EVENT ("<date>2011-07-19T14:00:00+02:00</date><duration>00:45</duration>")),
    NULL, "2011-07-19T14:00:00+02/2011-07-19T14:45:00+02", "Etc/GMT-2" },
  { "odd-offset-alone", XML ("", EVENT ("<date>2011-07-19T14:00:00+05:30</date><duration>00:45</duration>")),
    NULL, "2011-07-19T08:30:00Z/2011-07-19T09:15:00Z", "UTC" },
  { "unknown-zone", XML ("<time_zone_name>Middle/Earth</time_zone_name>", EVENT ("<start>14:00</start><duration>00:45</duration>")),
    NULL, "2011-07-19T14:00:00Z/2011-07-19T14:45:00Z", "" },
  { "json", JSON ("\"time_zone_name\": \"Europe/Berlin\", \"days\": [{\"date\": \"2019-08-21\", \"rooms\": {\"Curie\": ["
                  "{\"id\": 1, \"title\": \"Opening\", \"date\": \"2019-08-21T11:00:00+02:00\", \"duration\": \"00:30\"}]}}]"),
    NULL, "2019-08-21T11:00:00+02/2019-08-21T11:30:00+02", "Europe/Berlin" },
  { "json-2", "{\"schedule\": {\"conference\": {\"title\": \"C\", \"time_zone_name\": \"Europe/Berlin\"}, \"events\": ["
              "{\"title\": {\"en\": \"Opening\"}, \"start\": \"2024-12-27T10:30:00+01:00\", \"end\": \"2024-12-27T11:00:00+01:00\"}]}}",
    NULL, "2024-12-27T10:30:00+01/2024-12-27T11:00:00+01", "Europe/Berlin" },
};

static void
test_times (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr(PlnSchedule) schedule = read_text (row[1], row[2]);
  PlnScheduleSession *session = session_at (schedule, 0);
  g_autofree char *times = times_of (session);

  g_assert_cmpstr (session->title, ==, "Opening");
  g_assert_cmpstr (times, ==, row[3]);
  g_assert_cmpstr (schedule->zone, ==, row[4]);
  g_assert_true ((session->start == NULL) == (session->flaw != NULL));
}

/* A zone that the file does not name is told of. */
static void
test_zone_is_told (void)
{
  g_autoptr(PlnSchedule) named = read_text (XML (LONDON, EVENT ("<start>14:00</start>")), NULL);
  g_autoptr(PlnSchedule) floating = read_text (XML ("", EVENT ("<start>14:00</start>")), NULL);

  g_assert_null (named->note);
  g_assert_cmpstr (floating->note, ==,
                   "It does not say in which zone its times are; they are taken as the clocks there show them.");
}

static void
test_lengths (void)
{
  static const struct { const char *text; int seconds; } lengths[] = {
    { "0:45", 2700 }, { "00:45", 2700 }, { "00:45:30", 2730 }, { "1:00:45", 86400 + 2700 }, { "100:00", 360000 },
    { "2:30:00", 9000 }, { "45", -1 }, { "", -1 }, { "0:99", -1 }, { "a:b", -1 }, { "1:2:3:4", -1 }, { "999:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      int seconds = -1;

      if (!pln_schedule_parse_length (lengths[i].text, &seconds))
        seconds = -1;
      g_assert_cmpint (seconds, ==, lengths[i].seconds);
    }
}

static void
test_facts (void)
{
  g_autoptr(PlnSchedule) schedule =
    read_text (XML ("<acronym>dream1</acronym>" LONDON "<base_url>https://example.org/dream1</base_url><venue>British  Library</venue>"
                    "<city>London</city><track name='Break-outs' slug='b' color='#33D17A'/><color>#rrggbb</color>",
                    "<room name='Room 2' guid='2f0b6f0a-6f0e-5c55-9a2e-0f6f2b8f1a11'>\n"
                    "<event guid='7d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b01' id='101' code='ABC123'>\n<room>Room 2</room>"
                    "<title>\n  Networking &amp; more\n</title><subtitle>Together</subtitle><type>breakout</type>"
                    "<date>2011-07-19T14:00:00+01:00</date><start>14:00</start><duration>00:45</duration>"
                    "<abstract>&lt;p&gt;Who &lt;b&gt;leads&lt;/b&gt;?&lt;/p&gt;</abstract><slug>dream1-networking</slug>"
                    "<track>Break-outs</track><persons><person id='1'>Ada  Byron</person><person>Ada  Byron</person>"
                    "<person id='2'>Grace Hopper</person></persons><language>en</language>"
                    "<recording><license>CC BY</license><optout>false</optout></recording>"
                    "<links><link href='https://example.org/notes'>Notes</link><link href='file:///etc/passwd'>No</link></links>"
                    "<attachments><attachment href='https://example.org/slides.pdf' type='slides'/></attachments>"
                    "<url>javascript:alert(1)</url><state>cancelled</state></event></room>"), NULL);
  PlnScheduleSession *session = session_at (schedule, 0);
  PlnScheduleRoom *room = g_ptr_array_index (schedule->rooms, 0);

  g_assert_cmpstr (schedule->acronym, ==, "dream1");
  g_assert_cmpstr (schedule->place, ==, "British  Library, London");
  g_assert_cmpstr (schedule->url, ==, "https://example.org/dream1");
  g_assert_cmpstr (room->guid, ==, "2f0b6f0a-6f0e-5c55-9a2e-0f6f2b8f1a11");
  g_assert_cmpstr (session->guid, ==, "7d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b01");
  g_assert_cmpstr (session->id, ==, "101");
  g_assert_cmpstr (session->code, ==, "ABC123");
  g_assert_cmpstr (session->slug, ==, "dream1-networking");
  g_assert_cmpstr (session->title, ==, "Networking & more");
  g_assert_cmpstr (session->abstract, ==, "Who leads?");
  g_assert_cmpstr (session->colour, ==, "#33d17a");
  g_assert_cmpstr (session->licence, ==, "CC BY");
  g_assert_cmpstr (session->url, ==, "");
  g_assert_cmpuint (session->persons->len, ==, 2);
  g_assert_cmpuint (session->links->len, ==, 2);
  g_assert_cmpstr (((PlnScheduleLink *) g_ptr_array_index (session->links, 0))->title, ==, "Notes");
  g_assert_true (session->is_cancelled);
  g_assert_cmpuint (session->line, ==, 9);
}

/* What is refused, and the reason with its line. */
static const struct
{
  const char *name;
  const char *text;
  const char *reason;
} refused[] = {
  { "laughs", "<?xml version='1.0'?>\n<!DOCTYPE schedule [\n<!ENTITY a 'ha'>\n<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
              "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>\n]>\n<schedule><conference><title>&c;</title></conference></schedule>",
    "Line 2: It has a document type or entities. No schedule needs them, and they can do harm." },
  { "external", "<!DOCTYPE schedule SYSTEM 'file:///etc/passwd'>\n<schedule/>",
    "Line 1: It has a document type or entities. No schedule needs them, and they can do harm." },
  { "entity", "<schedule>\n<conference>\n<title>&secret;</title></conference></schedule>", "Line 3: The XML is broken there" },
  { "html", "<html><body>Not found</body></html>", "Line 1: It is XML, but no schedule" },
  { "cut", "<schedule>\n<conference>\n<title>Cut", "The XML is broken there" },
  { "json-cut", "{\"schedule\": {\n\"conference\": [", "Line 2: The JSON is broken there." },
  { "json-other", "{\"type\": \"FeatureCollection\"}", "It is JSON, but no schedule" },
  { "json-quotes", "{'schedule': {}}", "Line 1: The JSON is broken there." },
};

static void
assert_refused (GBytes     *bytes,
                const char *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSchedule) schedule = NULL;

  g_assert_true (pln_schedule_is_one (bytes));
  schedule = read_bytes (bytes, NULL, &error);
  g_assert_null (schedule);
  g_assert_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
}

static void
test_refused (gconstpointer data)
{
  const char *const *row = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (row[1], strlen (row[1]));

  assert_refused (bytes, row[2]);
}

static GBytes *
repeat (const char *head,
        const char *unit,
        guint       n,
        const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}

static void
test_too_much (void)
{
  g_autoptr(GBytes) deep = repeat ("<schedule>", "\n<day>", 100000, "");
  g_autoptr(GBytes) deep_json = repeat ("{\"schedule\":\n", "[", 1000000, "");
  g_autoptr(GBytes) hidden_json = repeat ("{\"schedule\": \"", "[\\\"", 100000, "\"}");
  g_autoptr(GBytes) spaces = repeat ("<schedule>\n<conference>\n", " ", 20 * 1000 * 1000, "</conference></schedule>");
  g_autoptr(GBytes) text = repeat ("<schedule><conference><title>", "aaaaaaaaaa", 200000, "</title></conference></schedule>");
  g_autoptr(GBytes) large = repeat ("<schedule>", "          ", 3300000, "</schedule>");
  g_autoptr(GBytes) sessions = repeat ("<schedule>\n<day>", "<event></event>", 10001, "</day></schedule>");
  g_autoptr(GBytes) attributes = repeat ("<schedule ", "a='", 50000, "'/>");

  assert_refused (deep, "Line 33: Its elements are nested more than 32 deep.");
  assert_refused (deep_json, "Line 2: Its parts are nested more than 32 deep.");
  assert_refused (hidden_json, "It is JSON, but no schedule");
  assert_refused (spaces, "Line 3: A text in it is longer than 1 MB.");
  assert_refused (text, "Line 1: A text in it is longer than 1 MB.");
  assert_refused (large, "It is larger than 32 MB, and no schedule is.");
  assert_refused (sessions, "Line 2: It has more than 10000 sessions.");
  assert_refused (attributes, "The XML is broken there");
}

static void
test_plain_text (void)
{
  static const struct { const char *html; const char *text; } texts[] = {
    { "a < b & c > d", "a < b & c > d" },
    { "<p>One</p>\n<p>Two &amp; <em>three</em></p>", "One\n\nTwo & three" },
    { "<ul><li>a</li><li>b</li></ul>", "• a\n• b" },
    { "see <a href=\"https://example.org/\">here</a>.", "see here (https://example.org/)." },
    { "<a href='https://example.org/'>https://example.org/</a>", "https://example.org/" },
    { "<a href='javascript:alert(1)'>no</a>", "no" },
    { "line<br/>break<script>alert(1)</script>", "line\nbreak" },
    { "<p", "<p" },
    { "&lt;p&gt;", "&lt;p&gt;" },
    { "<p>caf&#233; &#0; &unknown;</p>", "café &#0; &unknown;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = pln_html_text (texts[i].html);

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

/* All files of schedules, as expected.json counts them. */

static guint
count_names (PlnSchedule *schedule,
             guint       *appearances)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  *appearances = 0;
  for (guint i = 0; i < schedule->sessions->len; i++)
    for (guint j = 0; j < session_at (schedule, i)->persons->len; j++)
      {
        g_hash_table_add (names, g_ptr_array_index (session_at (schedule, i)->persons, j));
        (*appearances)++;
      }

  return g_hash_table_size (names);
}

static void
assert_counts (PlnSchedule *schedule,
               const char  *name,
               JsonObject  *expected)
{
  gboolean is_hub = g_str_equal (name, "hub-schedule2.json");
  g_autoptr(GHashTable) tracks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) rooms = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_guids = 0;
  guint appearances;
  guint names = count_names (schedule, &appearances);
  gint64 persons = json_object_get_int_member (expected, "persons");

  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = session_at (schedule, i);

      g_assert_cmpstr (session->title, !=, "");
      g_assert_null (session->flaw);
      g_assert_nonnull (session->start);
      g_assert_true (session->end == NULL || g_date_time_compare (session->start, session->end) < 0);
      n_guids += *session->guid != '\0';
      g_hash_table_add (rooms, session->room);
      if (*session->track != '\0')
        g_hash_table_add (tracks, session->track);
    }

  g_assert_cmpuint (schedule->n_days, ==, json_object_get_int_member (expected, "days"));
  if (json_object_has_member (expected, "title"))
    g_assert_cmpstr (schedule->title, ==, json_object_get_string_member (expected, "title"));
  if (json_object_has_member (expected, "tz"))
    g_assert_cmpstr (schedule->zone, ==, json_object_get_string_member (expected, "tz"));
  if (is_hub)
    {
      /* What is counted there stands under its days; this schema has its sessions beside them. */
      g_assert_cmpuint (schedule->sessions->len, ==, 2);
      return;
    }
  g_assert_cmpuint (schedule->sessions->len, ==, json_object_get_int_member (expected, "events"));
  g_assert_cmpuint (n_guids, ==, json_object_get_int_member (expected, "guid"));
  g_assert_cmpuint (g_hash_table_size (rooms), ==, json_object_get_int_member (expected, "rooms"));
  g_assert_cmpuint (schedule->rooms->len, ==, json_object_get_int_member (expected, "rooms"));
  g_assert_true (names == persons || appearances == persons); /* the oldest has a number for each appearance */
  if (json_object_has_member (expected, "tracks"))
    g_assert_cmpuint (g_hash_table_size (tracks), ==, json_object_get_int_member (expected, "tracks"));
}

static char *
corpus (void)
{
  const char *folder = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "schedules", "expected.json", NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("PLENARY_CORPORA does not name the published schedules");
      return NULL;
    }

  return g_build_filename (folder, "schedules", NULL);
}

static PlnSchedule *
read_of_corpus (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PlnSchedule *schedule;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  g_assert_true (pln_schedule_is_one (bytes) == !g_str_has_suffix (name, ".ics"));
  if (g_str_has_suffix (name, ".ics"))
    return NULL;
  schedule = pln_schedule_read (bytes, name, NULL, &error);
  g_assert_no_error (error);

  return schedule;
}

static void
test_corpus (void)
{
  g_autofree char *folder = corpus ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "expected.json", NULL) : NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *expected;
  guint n = 0;

  if (folder == NULL)
    return;
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &expected))
    {
      g_autoptr(PlnSchedule) schedule = read_of_corpus (folder, name);

      g_test_message ("%s", name);
      if (schedule == NULL) /* a feed: see test-ics-import */
        continue;
      assert_counts (schedule, name, json_node_get_object (expected));
      n++;
    }
  g_assert_cmpuint (n, >=, 7);
}

static PlnScheduleSession *
find_session (PlnSchedule *schedule,
              const char  *title)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    if (g_str_equal (session_at (schedule, i)->title, title))
      return session_at (schedule, i);

  g_error ("There is no session “%s”", title);
}

static void
assert_session (PlnSchedule *schedule,
                const char  *title,
                const char  *room,
                const char  *times)
{
  PlnScheduleSession *session = find_session (schedule, title);
  g_autofree char *found = times_of (session);

  g_assert_cmpstr (session->room, ==, room);
  g_assert_cmpstr (found, ==, times);
}

/* The oddities of the published files. */
static void
test_oddities (void)
{
  g_autofree char *folder = corpus ();
  g_autoptr(PlnSchedule) old = NULL;
  g_autoptr(PlnSchedule) debconf = NULL;
  g_autoptr(PlnSchedule) congress = NULL;
  g_autoptr(PlnSchedule) fosdem = NULL;
  g_autoptr(PlnSchedule) hub = NULL;

  if (folder == NULL)
    return;

  /* Neither rooms around the events nor dates in them, and no zone. */
  old = read_of_corpus (folder, "fosdem-2007.xml");
  assert_session (old, "AIGLX", "Chavanne", "2007-02-25T15:00:00Z/2007-02-25T15:45:00Z");
  g_assert_cmpstr (old->zone, ==, "");
  g_assert_cmpstr (old->place, ==, "ULB (Université Libre de Bruxelles), Brussels");

  /* Dates in UTC, starts in local time; the day begins on the UTC date before. */
  debconf = read_of_corpus (folder, "debconf23.xml");
  assert_session (debconf, "Opening Ceremony", "Anamudi", "2023-09-10T10:30:00+05:30/2023-09-10T10:50:00+05:30");
  g_assert_cmpstr (find_session (debconf, "Opening Ceremony")->licence, ==, "DebConf Video License (MIT-like)");

  /* Dates with offsets; what is after midnight stands under the day before. */
  congress = read_of_corpus (folder, "38c3.xml");
  assert_session (congress, "38C3: Opening Ceremony", "Saal 1", "2024-12-27T10:30:00+01/2024-12-27T11:00:00+01");
  g_assert_cmpstr (find_session (congress, "38C3: Opening Ceremony")->colour, ==, "#f2f006");

  /* Tracks outside the conference, with their names as text. */
  fosdem = read_of_corpus (folder, "fosdem-2026.xml");
  g_assert_cmpstr (((PlnScheduleTrack *) g_ptr_array_index (fosdem->tracks, 0))->slug, ==, "ai");
  g_assert_cmpstr (fosdem->acronym, ==, "fosdem-2026");

  /* The second schema: rooms and tracks as objects, participants, end instead of length. */
  hub = read_of_corpus (folder, "hub-schedule2.json");
  assert_session (hub, "38C3: Opening Ceremony", "Saal 1", "2024-12-27T10:30:00+01/2024-12-27T11:00:00+01");
  g_assert_cmpstr (find_session (hub, "38C3: Opening Ceremony")->track, ==, "CCC");
  g_assert_cmpuint (find_session (hub, "38C3: Opening Ceremony")->persons->len, ==, 3);
  g_assert_cmpuint (((PlnScheduleRoom *) g_ptr_array_index (hub->rooms, 0))->capacity, ==, 3025);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/schedule/times/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_times);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/schedule/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/exchange/schedule/zone", test_zone_is_told);
  g_test_add_func ("/exchange/schedule/lengths", test_lengths);
  g_test_add_func ("/exchange/schedule/facts", test_facts);
  g_test_add_func ("/exchange/schedule/too-much", test_too_much);
  g_test_add_func ("/exchange/schedule/plain-text", test_plain_text);
  g_test_add_func ("/exchange/schedule/corpus", test_corpus);
  g_test_add_func ("/exchange/schedule/oddities", test_oddities);

  return g_test_run ();
}
