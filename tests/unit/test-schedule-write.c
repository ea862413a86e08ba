/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-write.h"

#include "any-programme.h"

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
  g_test_add_func ("/exchange/schedule/no-date", test_no_date);
  g_test_add_func ("/exchange/schedule/valid-for-any", test_valid_for_any);

  return g_test_run ();
}
