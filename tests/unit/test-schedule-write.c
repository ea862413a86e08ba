/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-write.h"

#include "any-programme.h"
#include "pln-ical-line.h"
#include "pln-schedule-source.h"
#include "pln-schedule.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define MANY 60

static char *
schedule_of (const char        *gathering,
             const char *const *sessions)
{
  g_autoptr(PlnProgramme) programme = programme_of (gathering, sessions);
  g_autoptr(GBytes) bytes = pln_schedule_write (programme, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
holds (const char *text,
       const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("There is no %s in\n%s", part, text);

  return strstr (text, part) != NULL;
}

static void
test_what_apps_read (void)
{
  static const char *const sessions[] = {
    "SUMMARY:Networking and sustaining collaboration\r\nLOCATION:Room 2\r\nCATEGORIES:Breakouts\r\n"
    "DESCRIPTION:Who contributes\\, and who leads?\r\nX-PLENARY-SPEAKER;ID=abcdefghijkl:Ivo Larch\r\nURL:https://example.org/notes/101\r\n",
    "SUMMARY:Tea\r\nCATEGORIES:Break\r\nDTSTART;TZID=Europe/London:20110719T150000\r\nDURATION:PT15M\r\n",
    NULL
  };
  g_autofree char *text = schedule_of ("SUMMARY:Out of the comfort zone\r\nCOLOR:green\r\nX-PLENARY-ROOM;ID=abcdefghijkl;CAPACITY=60:Room 2\r\n",
                                       sessions);

  g_assert_true (holds (text, "<title>Out of the comfort zone</title>"));
  g_assert_true (holds (text, "<acronym>out_of_the_comfort_zone</acronym>"));
  g_assert_true (holds (text, "<time_zone_name>Europe/London</time_zone_name>"));
  g_assert_true (holds (text, "<color primary=\"#1a7446\"/>"));
  g_assert_true (holds (text, "<track name=\"Breakouts\" slug=\"breakouts\" color=\"#7d3c98\"/>"));
  g_assert_true (holds (text, "<day index=\"1\" date=\"2011-07-19\" start=\"2011-07-19T04:00:00+01:00\" end=\"2011-07-20T03:59:00+01:00\">"));
  g_assert_true (holds (text, "<room name=\"Room 2\" guid=\""));
  g_assert_true (holds (text, "<room name=\"Unknown\" guid=\""));
  g_assert_true (holds (text, "<date>2011-07-19T14:00:00+01:00</date>"));
  g_assert_true (holds (text, "<start>14:00</start>"));
  g_assert_true (holds (text, "<duration>00:45</duration>"));
  g_assert_true (holds (text, "<duration>00:15</duration>"));
  g_assert_true (holds (text, "<type>break</type>"));
  g_assert_true (holds (text, "<slug>out_of_the_comfort_zone-networking-and-sustaining-collaboration</slug>"));
  g_assert_true (holds (text, ">Ivo Larch</person>"));
  g_assert_true (holds (text, "<url>https://example.org/notes/101</url>"));
}

static void
test_same_again (void)
{
  static const char *const before[] = { "UID:a\r\nSUMMARY:A\r\n", "UID:b\r\nSUMMARY:B\r\n", NULL };
  static const char *const after[] = { "UID:b\r\nSUMMARY:B\r\nLOCATION:Room\r\n", "UID:c\r\nSUMMARY:C\r\n", NULL };
  g_autofree char *first = schedule_of ("SUMMARY:Day\r\n", before);
  g_autofree char *again = schedule_of ("SUMMARY:Day\r\n", before);
  g_autofree char *second = schedule_of ("SUMMARY:Day\r\n", after);
  const char *event = strstr (strstr (first, "<event") + 1, "<event");
  g_autofree char *ids = g_strndup (event, (gsize) (strchr (event, '>') - event));

  g_assert_cmpstr (first, ==, again);
  g_assert_true (holds (second, ids));
}

static void
test_night_belongs_to_evening (void)
{
  static const char *const sessions[] = {
    "DTSTART;TZID=Europe/London:20110719T223000\r\nDTEND;TZID=Europe/London:20110719T233000\r\n",
    "SUMMARY:Party\r\nDTSTART;TZID=Europe/London:20110720T013000\r\nDTEND;TZID=Europe/London:20110720T033000\r\n",
    "DTSTART;TZID=Europe/London:20110720T040000\r\nDTEND;TZID=Europe/London:20110720T050000\r\n",
    NULL
  };
  g_autoptr(PlnProgramme) programme = programme_of ("", sessions);

  g_assert_cmpuint (programme->days->len, ==, 2);
  g_assert_cmpuint (((PlnProgrammeItem *) g_ptr_array_index (programme->items, 1))->day, ==, 0);
  g_assert_cmpuint (((PlnProgrammeItem *) g_ptr_array_index (programme->items, 2))->day, ==, 1);
}

static void
test_nothing_private (void)
{
  static const char *const sessions[] = {
    "SUMMARY:Not settled\r\nSTATUS:TENTATIVE\r\n",
    "SUMMARY:Only us\r\nCLASS:CONFIDENTIAL\r\n",
    "SUMMARY:Called off\r\nSTATUS:CANCELLED\r\n",
    "SUMMARY:Public\r\nATTENDEE;ROLE=CHAIR;CN=Ivo Larch:mailto:ivo@larch.example\r\nATTENDEE;CN=Una:mailto:una@tarn.example\r\n",
    NULL
  };
  g_autoptr(PlnProgramme) programme = programme_of ("ORGANIZER;CN=Ada:mailto:ada@example.org\r\n", sessions);
  g_autofree char *text = schedule_of ("", sessions);
  g_autofree char *note = pln_programme_left_out (programme);

  g_assert_true (holds (text, "Public"));
  g_assert_true (holds (text, "Ivo Larch"));
  g_assert_null (strstr (text, "Not settled"));
  g_assert_null (strstr (text, "Only us"));
  g_assert_null (strstr (text, "Called off"));
  g_assert_null (strstr (text, "example\""));
  g_assert_null (strstr (text, "@"));
  g_assert_null (strstr (text, "Una"));
  g_assert_cmpstr (note, ==, "Left out: 1 draft, 1 private session");
}

static void
test_no_date (void)
{
  g_autoptr(GBytes) text = g_bytes_new_static ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Some day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                               strlen ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Some day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_programme_new (text, none, &error));
  g_assert_nonnull (strstr (error->message, "“Some day” has no date yet"));
}

static PlnScheduleSession *
find_session (PlnSchedule            *schedule,
              const PlnProgrammeItem *item)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      if (g_str_equal (session->guid, item->guid))
        return session;
    }

  return NULL;
}

static void
check_session (const PlnScheduleSession *session,
               const PlnProgrammeItem   *item)
{
  gint64 length = g_date_time_difference (item->end, item->start) / G_TIME_SPAN_SECOND;

  for (guint i = 0; i < session->persons->len; i++)
    g_assert_true (g_strv_contains ((const char *const *) item->speakers, g_ptr_array_index (session->persons, i)));
  g_assert_true (item->speakers[0] == NULL || session->persons->len > 0);
  g_assert_cmpstr (session->title, ==, item->title);
  g_assert_cmpstr (session->track, ==, item->track);
  g_assert_cmpstr (session->url, ==, item->url);
  g_assert_cmpint (g_date_time_to_unix (session->start), ==, g_date_time_to_unix (item->start));
  if (length > 0 && length < 24 * 3600)
    g_assert_cmpint (g_date_time_to_unix (session->end), ==, g_date_time_to_unix (item->end));
  if (item->n_rooms == 0)
    g_assert_cmpstr (session->room, ==, "");
}

/* What is written is read again as the same. */
static void
test_goes_round (void)
{
  static const char *const sessions[] = {
    "UID:9b1d2a44-5f6e-5c3a-9d0b-000000000001\r\nSUMMARY:Fish & <chips>\r\nLOCATION:Room 2\r\nCATEGORIES:Breakouts\r\n"
    "DESCRIPTION:Who contributes\\, and who leads?\r\nX-PLENARY-SPEAKER;ID=abcdefghijkl:Ivo Larch\r\n"
    "X-PLENARY-SPEAKER;ID=abcdefghijkm:Hana Ashdown\r\nURL:https://example.org/notes/101?a=1&b=2\r\n",
    "SUMMARY:Tea\r\nCATEGORIES:Break\r\nDTSTART;TZID=Europe/London:20110719T150000\r\nDURATION:PT15M\r\n",
    "SUMMARY:Party\r\nLOCATION:Unknown\r\nDTSTART;TZID=Europe/London:20110720T013000\r\nDURATION:PT2H\r\n",
    NULL
  };
  g_autoptr(PlnProgramme) programme = programme_of ("SUMMARY:Out of the comfort zone\r\n", sessions);
  g_autoptr(GBytes) bytes = pln_schedule_write (programme, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSchedule) schedule = pln_schedule_read (bytes, "schedule.xml", "", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (schedule->title, ==, "Out of the comfort zone");
  g_assert_cmpstr (schedule->zone, ==, "Europe/London");
  g_assert_cmpuint (schedule->sessions->len, ==, 3);
  for (guint i = 0; i < programme->items->len; i++)
    check_session (find_session (schedule, g_ptr_array_index (programme->items, i)), g_ptr_array_index (programme->items, i));
}

static void
test_any_goes_round (void)
{
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PlnProgramme) programme = any_programme ();
      g_autoptr(GBytes) bytes = pln_schedule_write (programme, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(PlnSchedule) schedule = pln_schedule_read (bytes, "schedule.xml", "", &error);

      g_assert_no_error (error);
      for (guint j = 0; j < programme->items->len; j++)
        {
          const PlnProgrammeItem *item = g_ptr_array_index (programme->items, j);

          if (!item->is_cancelled)
            check_session (find_session (schedule, item), item);
        }
    }
}

/* A schedule that came from elsewhere is known by the same names again. */
static void
test_keeps_what_it_was_known_by (void)
{
  g_autoptr(PlnIcalLine) guid = pln_schedule_source_line (PLN_SCHEDULE_GUID, "9B1D2A44-5F6E-5C3A-9D0B-000000000002");
  g_autoptr(PlnIcalLine) number = pln_schedule_source_line (PLN_SCHEDULE_NUMBER, "4711");
  g_autoptr(PlnIcalLine) slug = pln_schedule_source_line (PLN_SCHEDULE_SLUG, "dream1-opening");
  g_autoptr(PlnIcalLine) code = pln_schedule_source_line (PLN_SCHEDULE_CODE, "ABC123");
  g_autoptr(PlnIcalLine) type = pln_schedule_source_line (PLN_SCHEDULE_TYPE, "workshop");
  g_autofree char *of_guid = pln_ical_line_write (guid, NULL);
  g_autofree char *of_number = pln_ical_line_write (number, NULL);
  g_autofree char *of_slug = pln_ical_line_write (slug, NULL);
  g_autofree char *of_code = pln_ical_line_write (code, NULL);
  g_autofree char *of_type = pln_ical_line_write (type, NULL);
  g_autofree char *session = g_strconcat ("UID:here\r\nSUMMARY:A\r\n", of_guid, of_number, of_slug, of_code, of_type, NULL);
  g_autofree char *text = schedule_of ("", (const char *const[]) { session, NULL });

  g_assert_true (holds (text, "<event guid=\"9b1d2a44-5f6e-5c3a-9d0b-000000000002\" id=\"4711\" code=\"ABC123\">"));
  g_assert_true (holds (text, "<slug>dream1-opening</slug>"));
  g_assert_true (holds (text, "<type>workshop</type>"));
}

static char *
find_schema (void)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *schema = g_build_filename (corpora != NULL ? corpora : "", "schemas", "schedule.xml.xsd", NULL);

  return corpora != NULL && g_file_test (schema, G_FILE_TEST_EXISTS) ? g_steal_pointer (&schema) : NULL;
}

static guint
count (GBytes     *bytes,
       const char *part)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}

static guint
count_events (const PlnProgramme *programme)
{
  guint n = 0;

  for (guint i = 0; i < programme->items->len; i++)
    n += !((PlnProgrammeItem *) g_ptr_array_index (programme->items, i))->is_cancelled;

  return n;
}

/* Whatever a gathering holds, its schedule is valid and complete. */
static void
test_valid_for_any (void)
{
  g_autofree char *schema = find_schema ();
  g_autofree char *program = g_find_program_in_path ("xmllint");
  g_autofree char *folder = g_dir_make_tmp ("plenary-schedule-XXXXXX", NULL);
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto(GStrv) argv = NULL;
  g_autofree char *said = NULL;
  int status = 0;

  if (schema == NULL || program == NULL)
    {
      g_test_skip ("The schema is not in PLENARY_CORPORA, or xmllint is not installed");
      g_rmdir (folder);
      return;
    }

  g_strv_builder_add_many (arguments, program, "--noout", "--schema", schema, NULL);
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr(PlnProgramme) programme = any_programme ();
      g_autoptr(GBytes) bytes = pln_schedule_write (programme, i % 2 ? "https://example.org/schedule.xml" : NULL);
      g_autofree char *path = g_strdup_printf ("%s/%u.xml", folder, i);

      g_assert_cmpuint (count (bytes, "<event "), ==, count_events (programme));
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "private.example"));
      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
      g_strv_builder_add (arguments, path);
    }

  argv = g_strv_builder_end (arguments);
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said, &status, NULL));
  for (guint i = 4; argv[i] != NULL; i++)
    if (status == 0)
      g_unlink (argv[i]);
  g_rmdir (folder);
  if (status != 0)
    g_test_message ("in %s: %s", folder, said);
  g_assert_cmpint (status, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/schedule/what-apps-read", test_what_apps_read);
  g_test_add_func ("/exchange/schedule/same-again", test_same_again);
  g_test_add_func ("/exchange/schedule/night", test_night_belongs_to_evening);
  g_test_add_func ("/exchange/schedule/private", test_nothing_private);
  g_test_add_func ("/exchange/schedule/goes-round", test_goes_round);
  g_test_add_func ("/exchange/schedule/any-goes-round", test_any_goes_round);
  g_test_add_func ("/exchange/schedule/keeps-names", test_keeps_what_it_was_known_by);
  g_test_add_func ("/exchange/schedule/no-date", test_no_date);
  g_test_add_func ("/exchange/schedule/valid-for-any", test_valid_for_any);

  return g_test_run ();
}
