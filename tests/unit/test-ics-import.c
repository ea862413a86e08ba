/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-import.h"

#include "pln-clock.h"
#include "pln-ical-edit.h"
#include "pln-ical-record.h"

#include <string.h>

#define CALENDAR(lines) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" lines "END:VCALENDAR\r\n"
#define EVENT(uid, hour, lines) \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:20261201T" hour "0000Z\r\nDTEND:20261201T" hour "3000Z\r\nSUMMARY:" uid "\r\n" lines "END:VEVENT\r\n"
#define ORGANISER "ORGANIZER:mailto:ada@example.org\r\n"
#define OWN(kind) "X-PLENARY-KIND:" kind "\r\n"

static GPtrArray *
read_text (const char  *text,
           PlnImportAs  as,
           gboolean     own)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  GPtrArray *offers = pln_ics_import_read (bytes, "My file", as, own, &error);

  g_assert_no_error (error);

  return offers;
}

static char *
string_of (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* “kind uid<parent” of each; “!” for a flaw. */
static char *
describe (GPtrArray *offers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      const PlnIcsOffer *offer = g_ptr_array_index (offers, i);
      gboolean is_made = g_str_has_suffix (offer->uid, "@import");

      g_string_append_printf (text, "%s%s%s %s", i > 0 ? ", " : "", offer->flaw != NULL ? "!" : "", offer->kind,
                              is_made ? "*" : offer->uid);
      if (offer->parent != NULL)
        g_string_append_printf (text, "<%s", g_str_has_suffix (offer->parent, "@import") ? "*" : offer->parent);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char  *name;
  const char  *text;
  PlnImportAs  as;
  gboolean     own;
  const char  *read;
} Row;

static const Row rows[] = {
  { "one-event", CALENDAR (EVENT ("a", "10", "")), PLN_IMPORT_AS_SUGGESTED, FALSE, "event a" },
  { "programme", CALENDAR (EVENT ("a", "10", "") EVENT ("b", "11", "")), PLN_IMPORT_AS_SUGGESTED, FALSE,
    "gathering *, session a<*, session b<*" },
  { "invitations", CALENDAR (EVENT ("a", "10", ORGANISER) EVENT ("b", "11", "")), PLN_IMPORT_AS_SUGGESTED, FALSE, "event a, event b" },
  { "repeats", CALENDAR (EVENT ("a", "10", "RRULE:FREQ=DAILY\r\n") EVENT ("b", "11", "")), PLN_IMPORT_AS_SUGGESTED, FALSE,
    "event a, event b" },
  { "as-events", CALENDAR (EVENT ("a", "10", "") EVENT ("b", "11", OWN ("SESSION"))), PLN_IMPORT_AS_EVENTS, FALSE, "event a, event b" },
  { "as-gatherings", CALENDAR (EVENT ("a", "10", ORGANISER) EVENT ("b", "11", "RRULE:FREQ=DAILY\r\n")), PLN_IMPORT_AS_GATHERINGS, FALSE,
    "gathering a, event b" },
  { "as-sessions", CALENDAR (EVENT ("a", "10", ORGANISER)), PLN_IMPORT_AS_SESSIONS, FALSE, "gathering *, session a<*" },
  { "own-kinds", CALENDAR (EVENT ("a", "10", OWN ("GATHERING")) EVENT ("b", "11", OWN ("SESSION") "RELATED-TO:a\r\n")
                           EVENT ("c", "12", OWN ("ROUND") "RELATED-TO:z\r\n")),
    PLN_IMPORT_AS_SUGGESTED, FALSE, "gathering a, session b<a, event c<z" },
  { "own-copy", CALENDAR (EVENT ("a", "10", OWN ("GATHERING")) EVENT ("c", "12", OWN ("ROUND") "RELATED-TO:a\r\n")),
    PLN_IMPORT_AS_SUGGESTED, TRUE, "gathering a, round c<a" },
  { "published", CALENDAR ("METHOD:PUBLISH\r\n" EVENT ("a", "10", ORGANISER) EVENT ("b", "11", "RELATED-TO:a\r\n")),
    PLN_IMPORT_AS_SUGGESTED, FALSE, "gathering a, session b<a" },
  { "sessions-of-the-one", CALENDAR (EVENT ("a", "10", OWN ("GATHERING")) EVENT ("b", "11", "")), PLN_IMPORT_AS_SESSIONS, FALSE,
    "gathering a, session b<a" },
  { "others", CALENDAR ("BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nUID:j\r\nX-PLENARY-KIND:PEOPLE\r\nEND:VJOURNAL\r\n"
                        "BEGIN:VFREEBUSY\r\nUID:f\r\nEND:VFREEBUSY\r\n"), PLN_IMPORT_AS_SUGGESTED, FALSE, "task t, note j" },
  { "no-date", CALENDAR ("BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n" EVENT ("b", "11", "")), PLN_IMPORT_AS_SUGGESTED, FALSE,
    "!event a, event b" },
  { "no-end", CALENDAR ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Cut\r\n" EVENT ("b", "11", "")), PLN_IMPORT_AS_SUGGESTED, FALSE,
    "!event *, event b" },
  { "instances", CALENDAR (EVENT ("a", "11", "RECURRENCE-ID:20261202T100000Z\r\n") EVENT ("a", "10", "RRULE:FREQ=DAILY\r\n")),
    PLN_IMPORT_AS_SUGGESTED, FALSE, "event a" },
  { "twice", CALENDAR (EVENT ("a", "10", "SEQUENCE:2\r\n") EVENT ("a", "11", "SEQUENCE:1\r\n")), PLN_IMPORT_AS_SUGGESTED, FALSE, "event a" },
  { "empty", CALENDAR (""), PLN_IMPORT_AS_SUGGESTED, FALSE, "" },
};

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GPtrArray) offers = read_text (row->text, row->as, row->own);
  g_autofree char *read = describe (offers);

  g_assert_cmpstr (read, ==, row->read);
  for (guint i = 0; i < offers->len; i++)
    {
      const PlnIcsOffer *offer = g_ptr_array_index (offers, i);
      g_autoptr(PlnIcalRecord) record = NULL;

      if (offer->flaw != NULL)
        continue;
      record = pln_ical_record_read_object (offer->text, NULL);
      g_assert_cmpstr (record->uid, ==, offer->uid);
      if (g_str_equal (offer->kind, "gathering"))
        g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_GATHERING);
      if (g_str_equal (offer->kind, "session"))
        {
          g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_SESSION);
          g_assert_cmpstr (record->parent, ==, offer->parent);
        }
    }
}

static void
test_made_gathering (void)
{
  static const char text[] = CALENDAR ("X-WR-CALNAME:Library Camp\r\n"
    "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;TZID=Europe/London:20261201T140000\r\nDURATION:PT1H\r\nLOCATION:Hall\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/London:20261201T100000\r\nDURATION:PT1H\r\nLOCATION:Hall\r\nEND:VEVENT\r\n");
  g_autoptr(GPtrArray) offers = read_text (text, PLN_IMPORT_AS_SUGGESTED, FALSE);
  g_autoptr(GPtrArray) again = read_text (text, PLN_IMPORT_AS_SUGGESTED, FALSE);
  const PlnIcsOffer *made = g_ptr_array_index (offers, 0);
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (made->text, NULL);
  g_autofree char *start = g_date_time_format_iso8601 (record->start.date_time);
  g_autofree char *end = g_date_time_format_iso8601 (record->end.date_time);

  g_assert_cmpstr (made->title, ==, "Library Camp");
  g_assert_cmpstr (record->summary, ==, "Library Camp");
  g_assert_cmpstr (record->location, ==, "Hall");
  g_assert_cmpstr (start, ==, "2026-12-01T10:00:00Z");
  g_assert_cmpstr (end, ==, "2026-12-01T15:00:00Z");
  g_assert_cmpstr (record->start.zone, ==, "Europe/London");
  g_assert_cmpstr (((PlnIcsOffer *) g_ptr_array_index (again, 0))->uid, ==, made->uid);
}

static void
test_nothing_of_others_counts (void)
{
  g_autoptr(GPtrArray) offers = read_text (CALENDAR (
    "BEGIN:VTIMEZONE\r\nTZID:Unused\r\nEND:VTIMEZONE\r\n"
    EVENT ("a", "10", OWN ("GATHERING") "X-PLENARY-STATE:PUBLISHED\r\nX-OTHER:stays\r\n"
           "ATTENDEE;X-PLENARY-TOLD=3;X-PLENARY-ID=cosima000001;CN=Co:mailto:c@example.org\r\n"
           "BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n")), PLN_IMPORT_AS_SUGGESTED, FALSE);
  g_autofree char *text = string_of (((PlnIcsOffer *) g_ptr_array_index (offers, 0))->text);

  g_assert_nonnull (strstr (text, "\r\nX-PLENARY-KIND:GATHERING\r\n"));
  g_assert_nonnull (strstr (text, "\r\nX-OTHER:stays\r\n"));
  g_assert_nonnull (strstr (text, "\r\nATTENDEE;CN=Co;SCHEDULE-AGENT=NONE:mailto:c@example.org\r\n"));
  g_assert_nonnull (strstr (text, "BEGIN:VALARM"));
  g_assert_null (strstr (text, "X-PLENARY-STATE"));
  g_assert_null (strstr (text, "X-PLENARY-TOLD"));
  g_assert_null (strstr (text, "VTIMEZONE"));
}

static void
test_own_copy_keeps_everything (void)
{
  g_autoptr(GPtrArray) offers = read_text (CALENDAR ("BEGIN:VJOURNAL\r\nUID:people-a-g1\r\nX-PLENARY-KIND:PEOPLE\r\nRELATED-TO:g1\r\n"
                                                     "X-PLENARY-GUEST;ID=ada000000001:Ada\r\nEND:VJOURNAL\r\n"),
                                           PLN_IMPORT_AS_SUGGESTED, TRUE);
  const PlnIcsOffer *offer = g_ptr_array_index (offers, 0);
  g_autofree char *text = string_of (offer->text);

  g_assert_cmpstr (offer->kind, ==, "people");
  g_assert_nonnull (strstr (text, "\r\nX-PLENARY-GUEST;ID=ada000000001:Ada\r\n"));
}

static void
test_line_ends_and_character_sets (void)
{
  g_autoptr(GPtrArray) offers = read_text ("\xef\xbb\xbf" "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201T100000Z\nSUMMARY:Caf\xc3\xa9\n"
                                           " bar\nEND:VEVENT\nEND:VCALENDAR\n", PLN_IMPORT_AS_SUGGESTED, FALSE);
  g_autoptr(GPtrArray) latin = read_text ("BEGIN:VCALENDAR\rBEGIN:VEVENT\rUID:a\rDTSTART:20261201T100000Z\rSUMMARY:Caf\xe9\r"
                                          "END:VEVENT\rEND:VCALENDAR\r", PLN_IMPORT_AS_SUGGESTED, FALSE);
  const PlnIcsOffer *offer = g_ptr_array_index (offers, 0);
  g_autofree char *text = string_of (offer->text);

  g_assert_true (g_str_has_suffix (offer->uid, "@import")); /* it has none of its own */
  g_assert_cmpstr (offer->title, ==, "Cafébar");
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:Caf\xc3\xa9\r\n bar\r\n"));
  g_assert_cmpstr (((PlnIcsOffer *) g_ptr_array_index (latin, 0))->title, ==, "Café");
}

static void
test_messages_are_not_imported (void)
{
  static const char *const methods[] = { "REQUEST", "reply", "CANCEL", "COUNTER" };
  g_autoptr(GBytes) nonsense = g_bytes_new_static ("hello", 5);
  g_autoptr(GError) unreadable = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nMETHOD:%s\r\n" EVENT ("a", "10", "") "END:VCALENDAR\r\n", methods[i]);
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_assert_null (pln_ics_import_read (bytes, "f", PLN_IMPORT_AS_SUGGESTED, FALSE, &error));
      g_assert_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_METHOD);
    }
  g_assert_null (pln_ics_import_read (nonsense, "f", PLN_IMPORT_AS_SUGGESTED, FALSE, &unreadable));
  g_assert_error (unreadable, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE);
}

typedef struct
{
  const char    *name;
  const char    *here;
  const char    *there;
  PlnImportFate  fate;
  const char    *has;
  const char    *has_not;
} FateRow;

#define HERE EVENT ("a", "10", OWN ("GATHERING") "SEQUENCE:1\r\nDESCRIPTION:Ours\r\n" \
                    "ATTENDEE;PARTSTAT=ACCEPTED;X-PLENARY-ID=cosima000001:mailto:c@example.org\r\n")

static const FateRow fates[] = {
  { "new", NULL, EVENT ("a", "10", ""), PLN_IMPORT_ADDED, "UID:a", NULL },
  { "same", EVENT ("a", "10", ""), EVENT ("a", "10", "SEQUENCE:0\r\n"), PLN_IMPORT_UNCHANGED, NULL, NULL },
  { "same-but-for-ours", HERE, EVENT ("a", "10", "SEQUENCE:1\r\n"), PLN_IMPORT_UNCHANGED, NULL, NULL },
  { "older", HERE, EVENT ("a", "12", ""), PLN_IMPORT_UNCHANGED, NULL, NULL },
  { "moved", HERE, EVENT ("a", "12", "SEQUENCE:2\r\n"), PLN_IMPORT_CHANGED, "DTSTART:20261201T120000Z", "100000Z" },
  { "sequence", HERE, EVENT ("a", "12", "SEQUENCE:5\r\n"), PLN_IMPORT_CHANGED, "SEQUENCE:5", NULL },
  { "keeps-answers", HERE, EVENT ("a", "12", "SEQUENCE:1\r\nATTENDEE;PARTSTAT=DECLINED:mailto:c@example.org\r\n"), PLN_IMPORT_CHANGED,
    "PARTSTAT=ACCEPTED", "DECLINED" },
  { "keeps-what-it-does-not-name", HERE, EVENT ("a", "12", "SEQUENCE:1\r\n"), PLN_IMPORT_CHANGED, "DESCRIPTION:Ours", NULL },
  { "place", HERE, EVENT ("a", "10", "SEQUENCE:1\r\nLOCATION:Hall\r\n"), PLN_IMPORT_CHANGED, "LOCATION:Hall", NULL },
  { "repeats", EVENT ("a", "10", "RRULE:FREQ=DAILY\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:c@example.org\r\n"),
    EVENT ("a", "10", "RRULE:FREQ=WEEKLY\r\nATTENDEE:mailto:c@example.org\r\n"), PLN_IMPORT_CHANGED, "PARTSTAT=ACCEPTED", "DAILY" },
};

static void
test_fate (gconstpointer user_data)
{
  const FateRow *row = user_data;
  g_autofree char *there = g_strconcat ("BEGIN:VCALENDAR\r\n", row->there, "END:VCALENDAR\r\n", NULL);
  g_autofree char *here = row->here != NULL ? g_strconcat ("BEGIN:VCALENDAR\r\n", row->here, "END:VCALENDAR\r\n", NULL) : NULL;
  g_autoptr(GBytes) bytes = here != NULL ? g_bytes_new_static (here, strlen (here)) : NULL;
  g_autoptr(GPtrArray) offers = read_text (there, PLN_IMPORT_AS_EVENTS, FALSE);
  g_autoptr(GBytes) text = NULL;
  g_autofree char *string = NULL;

  g_assert_cmpint (pln_ics_import_compare (g_ptr_array_index (offers, 0), bytes, &text), ==, row->fate);
  g_assert_cmpint (text != NULL, ==, row->has != NULL);
  if (text == NULL)
    return;
  string = string_of (text);
  g_assert_nonnull (strstr (string, row->has));
  if (row->has_not != NULL)
    g_assert_null (strstr (string, row->has_not));
}

/* What was imported once is unchanged when it is imported again. */
static void
test_again_is_unchanged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) offers = read_text (rows[i].text, rows[i].as, rows[i].own);

      for (guint at = 0; at < offers->len; at++)
        {
          PlnIcsOffer *offer = g_ptr_array_index (offers, at);

          if (offer->flaw == NULL)
            g_assert_cmpint (pln_ics_import_compare (offer, offer->text, NULL), ==, PLN_IMPORT_UNCHANGED);
        }
    }
}

static void
read_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  bytes = g_bytes_new (content, length);
  offers = pln_ics_import_read (bytes, "file", PLN_IMPORT_AS_EVENTS, FALSE, &error);
  g_assert_true ((offers == NULL) == (error != NULL));
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (offers, i);
      g_autoptr(GBytes) text = NULL;
      PlnImportFate fate;

      if (offer->flaw != NULL)
        continue;
      g_assert_cmpint (pln_ics_import_compare (offer, NULL, &text), ==, PLN_IMPORT_ADDED);
      fate = pln_ics_import_compare (offer, text, NULL);
      if (fate != PLN_IMPORT_UNCHANGED)
        g_error ("%s: %s is imported again", path, offer->uid);
    }
}

/* The programmes that conferences publish as calendars: one gathering and so
 * many sessions. */
static void
test_feeds (void)
{
  static const struct { const char *name; guint n_sessions; } feeds[] = {
    { "kielux-2020.ics", 24 }, { "linux-conf-au-2020.ics", 262 },
  };
  const char *corpora = g_getenv ("PLENARY_CORPORA");

  for (guint i = 0; i < G_N_ELEMENTS (feeds); i++)
    {
      g_autofree char *path = g_build_filename (corpora != NULL ? corpora : "/nowhere", "schedules", feeds[i].name, NULL);
      g_autoptr(GPtrArray) offers = NULL;
      g_autofree char *text = NULL;
      guint n_sessions = 0;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        {
          g_test_skip ("PLENARY_CORPORA has no schedules");
          return;
        }
      offers = read_text (text, PLN_IMPORT_AS_SUGGESTED, FALSE);
      for (guint j = 0; j < offers->len; j++)
        {
          PlnIcsOffer *offer = g_ptr_array_index (offers, j);

          g_assert_null (offer->flaw);
          n_sessions += g_str_equal (offer->kind, "session");
        }
      g_assert_cmpuint (n_sessions, ==, feeds[i].n_sessions);
      g_assert_cmpuint (offers->len, ==, feeds[i].n_sessions + 1);
    }
}

static void
test_corpus (void)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *folder = g_build_filename (corpora != NULL ? corpora : "/nowhere", "ics", "files", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("PLENARY_CORPORA has no calendars");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      read_file (path);
    }
}

/* A time without a zone is by the clock of the feed, also when it is taken out of it. */
static void
test_feed_has_a_zone (void)
{
  g_autoptr(GPtrArray) offers =
    read_text (CALENDAR ("X-WR-TIMEZONE:America/New_York\r\n"
                         "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270701T120000\r\nEND:VEVENT\r\n"
                         "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20270701T120000Z\r\nEND:VEVENT\r\n"),
               PLN_IMPORT_AS_EVENTS, FALSE);
  const PlnIcsOffer *floating = g_ptr_array_index (offers, 0);
  const PlnIcsOffer *utc = g_ptr_array_index (offers, 1);
  g_autofree char *without = string_of (utc->text);
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (floating->text, NULL);
  g_autofree char *start = g_date_time_format_iso8601 (record->start.date_time);

  g_assert_cmpstr (record->start.zone, ==, "America/New_York");
  g_assert_cmpstr (start, ==, "2027-07-01T12:00:00-04");
  g_assert_null (strstr (without, "X-WR-TIMEZONE"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  pln_clock_set (1790000000);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import/fate/", fates[i].name, NULL);

      g_test_add_data_func (path, &fates[i], test_fate);
    }
  g_test_add_func ("/exchange/import/made", test_made_gathering);
  g_test_add_func ("/exchange/import/origin", test_nothing_of_others_counts);
  g_test_add_func ("/exchange/import/feed-zone", test_feed_has_a_zone);
  g_test_add_func ("/exchange/import/own", test_own_copy_keeps_everything);
  g_test_add_func ("/exchange/import/line-ends", test_line_ends_and_character_sets);
  g_test_add_func ("/exchange/import/messages", test_messages_are_not_imported);
  g_test_add_func ("/exchange/import/again", test_again_is_unchanged);
  g_test_add_func ("/exchange/import/feeds", test_feeds);
  g_test_add_func ("/exchange/import/corpus", test_corpus);

  return g_test_run ();
}
