/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-update.h"

#include "pln-clock.h"
#include "pln-ical-edit.h"
#include "pln-ical-record.h"

#include <string.h>

#define SCHEDULE(acronym, events) \
  "<schedule><conference><acronym>" acronym "</acronym><title>Dream</title><time_zone_name>Europe/London</time_zone_name>" \
  "</conference><day date='2011-07-19' index='1'><room name='Hall'>" events "</room></day></schedule>"
#define DREAM(events) SCHEDULE ("dream1", events)
#define EVENT(keys, title, start, more) \
  "<event " keys "><title>" title "</title><start>" start "</start><duration>00:45</duration>" more "</event>"
#define A "guid='7d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b01' id='1'"
#define B "guid='8d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b02' id='2'"
#define UID_A "7d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b01"
#define UID_B "8d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b02"
#define BOTH DREAM (EVENT (A, "Opening", "10:00", "") EVENT (B, "Panel", "11:00", ""))

/* What a library has of a schedule, without a library. */
typedef struct
{
  GHashTable *here;    /* UID → GBytes */
  GHashTable *origins; /* id → GBytes */
  GPtrArray  *fates;   /* of the import that was last */
  char       *gathering;
} Shelf;

static void
bytes_unref (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
set_up (Shelf         *shelf,
        gconstpointer  data)
{
  pln_clock_set (1311000000);
  shelf->here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  shelf->origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  shelf->fates = NULL;
  shelf->gathering = NULL;
}

static void
tear_down (Shelf         *shelf,
           gconstpointer  data)
{
  g_hash_table_unref (shelf->here);
  g_hash_table_unref (shelf->origins);
  g_clear_pointer (&shelf->fates, g_ptr_array_unref);
  g_free (shelf->gathering);
}

/* Imports, and says “added changed unchanged refused”. */
static void
import (Shelf      *shelf,
        const char *text,
        const char *expected)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSchedule) schedule = pln_schedule_read (bytes, "file", NULL, &error);
  g_auto(GStrv) uids = NULL;
  g_autofree char *counts = NULL;
  guint n[4] = { 0 };

  g_assert_no_error (error);
  uids = pln_schedule_uids (schedule);
  g_free (shelf->gathering);
  shelf->gathering = pln_schedule_find_gathering ((const char *const *) uids, shelf->here);
  g_clear_pointer (&shelf->fates, g_ptr_array_unref);
  shelf->fates = pln_schedule_compare (schedule, shelf->gathering, shelf->here, shelf->origins);
  for (guint i = 0; i < shelf->fates->len; i++)
    {
      PlnScheduleFate *fate = g_ptr_array_index (shelf->fates, i);

      n[fate->fate]++;
      if (fate->text == NULL)
        continue;
      g_hash_table_replace (shelf->here, g_strdup (fate->uid), g_bytes_ref (fate->text));
      g_hash_table_replace (shelf->origins, g_strdup (fate->origin_id), g_bytes_ref (fate->origin));
    }
  counts = g_strdup_printf ("%u %u %u %u", n[PLN_IMPORT_ADDED], n[PLN_IMPORT_CHANGED], n[PLN_IMPORT_UNCHANGED], n[PLN_IMPORT_REFUSED]);
  g_assert_cmpstr (counts, ==, expected);
}

static PlnIcalRecord *
record (Shelf      *shelf,
        const char *uid)
{
  GBytes *text = g_hash_table_lookup (shelf->here, uid);
  g_autoptr(GError) error = NULL;
  PlnIcalRecord *found;

  g_assert_nonnull (text);
  found = pln_ical_record_read_object (text, &error);
  g_assert_no_error (error);

  return found;
}

static void
assert_title (Shelf      *shelf,
              const char *uid,
              const char *title)
{
  g_autoptr(PlnIcalRecord) found = record (shelf, uid);

  g_assert_cmpstr (found->summary, ==, title);
}

static void
assert_status (Shelf      *shelf,
               const char *uid,
               const char *status)
{
  g_autoptr(PlnIcalRecord) found = record (shelf, uid);

  g_assert_cmpstr (found->status, ==, status);
}

/* What the user does to an object. */
static void
edit (Shelf       *shelf,
      const char  *uid,
      PlnIcalLine *line)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GError) error = NULL;
  GBytes *done;

  pln_ical_edits_set (edits, line);
  done = pln_ical_edits_apply (edits, g_hash_table_lookup (shelf->here, uid), &error);
  g_assert_no_error (error);
  g_hash_table_replace (shelf->here, g_strdup (uid), done);
}

static const char *
reason_for (Shelf      *shelf,
            const char *uid)
{
  for (guint i = 0; i < shelf->fates->len; i++)
    {
      PlnScheduleFate *fate = g_ptr_array_index (shelf->fates, i);

      if (g_str_equal (fate->uid, uid))
        return fate->reason;
    }

  return NULL;
}

static void
test_text (Shelf         *shelf,
           gconstpointer  data)
{
  const char *text;

  import (shelf, DREAM (EVENT (A " code='ABC123'", "Opening, at last", "10:00",
                               "<subtitle>Welcome</subtitle><abstract>Why?</abstract><description>Because.</description>"
                               "<slug>dream1-opening</slug><track>Main</track><type>talk</type><language>en</language>"
                               "<persons><person>Ada Byron</person></persons><url>https://example.org/1</url>"
                               "<links><link href='https://example.org/notes'>Notes</link></links>")), "2 0 0 0");

  text = g_bytes_get_data (g_hash_table_lookup (shelf->here, UID_A), NULL);
  for (const char *const *line = (const char *const []) {
         "UID:" UID_A "\r\n", "X-PLENARY-KIND:SESSION\r\n", "DTSTART;TZID=Europe/London:20110719T100000\r\n",
         "DTEND;TZID=Europe/London:20110719T104500\r\n", "SUMMARY:Opening\\, at last\r\n", "LOCATION:Hall\r\n",
         "DESCRIPTION:Welcome\\n\\nWhy?\\n\\nBecause.\\n\\nNotes: https://example.org/notes\r\n", "URL:https://example.org/1\r\n",
         "CATEGORIES:Main\r\n", "STATUS:CONFIRMED\r\n", ":Ada Byron\r\n", "KIND=GUID:7d0c2a4e-", "KIND=CODE:ABC123\r\n",
         "KIND=SLUG:dream1-opening\r\n", "KIND=NUMBER:1\r\n", "KIND=TYPE:talk\r\n", "KIND=LANGUAGE:en\r\n",
         "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n", "DTSTAMP:20110718T144000Z\r\n", "CREATED:20110718T144000Z\r\n", NULL }; *line != NULL; line++)
    if (strstr (text, *line) == NULL)
      g_error ("There is no “%s” in\n%s", *line, text);
}

static void
test_again (Shelf         *shelf,
            gconstpointer  data)
{
  import (shelf, BOTH, "3 0 0 0");
  pln_clock_set (1311100000);
  import (shelf, BOTH, "0 0 3 0");
  for (guint i = 0; i < shelf->fates->len; i++)
    g_assert_null (((PlnScheduleFate *) g_ptr_array_index (shelf->fates, i))->text);
}

static void
test_own_changes_stay (Shelf         *shelf,
                       gconstpointer  data)
{
  g_autoptr(PlnIcalRecord) found = NULL;

  import (shelf, BOTH, "3 0 0 0");
  edit (shelf, UID_A, pln_ical_line_new_text ("DESCRIPTION", "Bring the keys"));
  import (shelf, DREAM (EVENT (A, "Grand opening", "10:15", "") EVENT (B, "Panel", "11:00", "")), "0 2 1 0");
  found = record (shelf, UID_A);
  g_assert_cmpstr (found->summary, ==, "Grand opening");
  g_assert_cmpstr (found->description, ==, "Bring the keys");
  g_assert_cmpint (g_date_time_get_minute (found->start.date_time), ==, 15);
  g_assert_null (reason_for (shelf, UID_A));
}

static void
test_conflicts_are_told (Shelf         *shelf,
                         gconstpointer  data)
{
  import (shelf, BOTH, "3 0 0 0");
  edit (shelf, UID_A, pln_ical_line_new_text ("SUMMARY", "Good morning"));
  import (shelf, DREAM (EVENT (A, "Grand opening", "10:00", "") EVENT (B, "Panel", "11:00", "")), "0 1 2 0");
  assert_title (shelf, UID_A, "Grand opening");
  g_assert_cmpstr (reason_for (shelf, UID_A), ==, "Changed here and in the schedule: title. The schedule counts until you choose.");

  /* What both changed alike is none. */
  edit (shelf, UID_B, pln_ical_line_new_text ("SUMMARY", "Round table"));
  import (shelf, DREAM (EVENT (A, "Grand opening", "10:00", "") EVENT (B, "Round table", "11:00", "")), "0 0 3 0");
  g_assert_null (reason_for (shelf, UID_B));
}

/* With the text that undo brings back comes the version it came from. */
static void
test_after_undo (Shelf         *shelf,
                 gconstpointer  data)
{
  g_autoptr(GBytes) before = NULL;

  import (shelf, BOTH, "3 0 0 0");
  before = g_bytes_ref (g_hash_table_lookup (shelf->here, UID_A));
  import (shelf, DREAM (EVENT (A, "Second", "10:00", "") EVENT (B, "Panel", "11:00", "")), "0 1 2 0");
  g_hash_table_replace (shelf->here, g_strdup (UID_A), g_steal_pointer (&before));
  import (shelf, DREAM (EVENT (A, "Second", "10:00", "") EVENT (B, "Panel", "11:00", "")), "0 1 2 0");
  assert_title (shelf, UID_A, "Second");
  g_assert_null (reason_for (shelf, UID_A));
}

static void
test_gone_and_back (Shelf         *shelf,
                    gconstpointer  data)
{
  g_autoptr(PlnIcalRecord) found = NULL;

  import (shelf, BOTH, "3 0 0 0");
  edit (shelf, UID_B, pln_ical_line_new_text ("DESCRIPTION", "Own words"));
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "")), "0 2 1 0");
  assert_status (shelf, UID_B, "CANCELLED");
  g_assert_cmpstr (reason_for (shelf, UID_B), ==, "It is no longer in the schedule and becomes cancelled.");
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "")), "0 0 2 0");

  import (shelf, BOTH, "0 2 1 0");
  assert_status (shelf, UID_B, "CONFIRMED");
  found = record (shelf, UID_B);
  g_assert_cmpstr (found->description, ==, "Own words");
}

static void
test_gone_and_kept_here (Shelf         *shelf,
                         gconstpointer  data)
{
  static const char own[] =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:own\r\nDTSTAMP:20110718T144000Z\r\nX-PLENARY-KIND:SESSION\r\n"
    "DTSTART:20110719T120000Z\r\nSUMMARY:Lunch of ours\r\nSTATUS:CONFIRMED\r\nRELATED-TO:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *text = NULL;

  import (shelf, BOTH, "3 0 0 0");
  text = g_strdup_printf (own, shelf->gathering);
  g_hash_table_insert (shelf->here, g_strdup ("own"), g_bytes_new (text, strlen (text)));
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "")), "0 2 1 0");
  assert_status (shelf, "own", "CONFIRMED");

  /* It takes place after all, whatever the schedule says. */
  edit (shelf, UID_B, pln_ical_line_new ("STATUS", "CONFIRMED"));
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "")), "0 0 2 0");
  assert_status (shelf, UID_B, "CONFIRMED");
}

static void
test_deleted_here (Shelf         *shelf,
                   gconstpointer  data)
{
  import (shelf, BOTH, "3 0 0 0");
  g_hash_table_remove (shelf->here, UID_B);
  import (shelf, BOTH, "0 0 3 0");
  g_assert_cmpstr (reason_for (shelf, UID_B), ==, "It was deleted here and stays so, as nothing of it changed.");
  g_assert_false (g_hash_table_contains (shelf->here, UID_B));
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "") EVENT (B, "Panel of all", "11:00", "")), "1 0 2 0");
  assert_title (shelf, UID_B, "Panel of all");

  /* With the gathering, all comes again. */
  g_hash_table_remove_all (shelf->here);
  import (shelf, BOTH, "3 0 0 0");
}

static void
test_known_by_number_and_slug (Shelf         *shelf,
                               gconstpointer  data)
{
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "<slug>dream1-opening</slug>") EVENT (B, "Panel", "11:00", "<slug>dream1-panel</slug>")), "3 0 0 0");

  /* Another guid, the same number; then another number, the same slug. */
  import (shelf, DREAM (EVENT ("guid='9d0c2a4e-51c3-5d0b-8f65-6a4f8f2c9b03' id='1'", "Opening", "10:00", "<slug>dream1-opening</slug>")
                        EVENT (B, "Panel", "11:00", "<slug>dream1-panel</slug>")), "0 1 2 0");
  import (shelf, DREAM (EVENT ("id='77'", "Grand opening", "10:00", "<slug>dream1-opening</slug>")
                        EVENT (B, "Panel", "11:00", "<slug>dream1-panel</slug>")), "0 1 2 0");
  assert_title (shelf, UID_A, "Grand opening");
}

/* Numbers repeat where schedules were put together from others. */
static void
test_repeated_numbers (Shelf         *shelf,
                       gconstpointer  data)
{
  import (shelf, DREAM (EVENT ("id='1'", "One", "10:00", "") EVENT ("id='1'", "Two", "11:00", "") EVENT (A, "Three", "12:00", "")), "4 0 0 0");
  import (shelf, DREAM (EVENT ("id='1'", "One", "10:00", "") EVENT ("id='1'", "Two", "11:00", "") EVENT (A, "Three", "12:00", "")), "0 0 4 0");
}

/* However many look alike, each is found again. */
static void
test_all_alike (Shelf         *shelf,
                gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("<schedule><conference><acronym>dream1</acronym></conference><day date='2011-07-19'>");

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, EVENT ("id='1'", "One", "10:00", ""));
  g_string_append (text, "</day></schedule>");
  import (shelf, text->str, "2001 0 0 0");
  import (shelf, text->str, "0 0 2001 0");
}

/* A broken date asks for the rules of many centuries. */
static void
test_other_age (Shelf         *shelf,
                gconstpointer  data)
{
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "<date>0001-01-01T10:00:00</date>")
                        EVENT (B, "Panel", "11:00", "<date>9999-12-31T23:00:00</date>")), "3 0 0 0");
}

static void
test_foreign_uid (Shelf         *shelf,
                  gconstpointer  data)
{
  static const char foreign[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:" UID_A "\r\nDTSTART:20110719T120000Z\r\nSUMMARY:Mine\r\n"
                                "END:VEVENT\r\nEND:VCALENDAR\r\n";

  g_hash_table_insert (shelf->here, g_strdup (UID_A), g_bytes_new (foreign, strlen (foreign)));
  import (shelf, BOTH, "3 0 0 0");
  assert_title (shelf, UID_A, "Mine");
  import (shelf, BOTH, "0 0 3 0");
}

static void
test_other_acronym (Shelf         *shelf,
                    gconstpointer  data)
{
  g_autofree char *first = NULL;

  import (shelf, BOTH, "3 0 0 0");
  first = g_strdup (shelf->gathering);
  import (shelf, SCHEDULE ("dream-2011", EVENT (A, "Opening", "10:00", "") EVENT (B, "Panel", "11:00", "")), "0 0 3 0");
  g_assert_cmpstr (shelf->gathering, ==, first);
}

/* Guests and their answers are not the schedule's. */
static void
test_guests_stay (Shelf         *shelf,
                  gconstpointer  data)
{
  g_autoptr(PlnIcalRecord) before = NULL;
  g_autoptr(PlnIcalRecord) after = NULL;
  PlnIcalLine *guest = pln_ical_line_new ("ATTENDEE", "mailto:ada@example.org");

  import (shelf, BOTH, "3 0 0 0");
  pln_ical_line_set_parameter (guest, "PARTSTAT", "ACCEPTED");
  pln_ical_line_set_parameter (guest, "X-PLENARY-TOLD", "0");
  edit (shelf, shelf->gathering, guest);
  before = record (shelf, shelf->gathering);
  import (shelf, DREAM (EVENT (A, "Opening", "09:00", "") EVENT (B, "Panel", "11:00", "")), "0 2 1 0");
  after = record (shelf, shelf->gathering);
  g_assert_cmpuint (after->attendees->len, ==, 1);
  g_assert_cmpstr (((PlnIcalAttendee *) g_ptr_array_index (after->attendees, 0))->answer, ==, "accepted");
  g_assert_cmpint (after->sequence, ==, before->sequence + 1);
}

static void
test_flaws (Shelf         *shelf,
            gconstpointer  data)
{
  import (shelf, DREAM (EVENT (A, "Opening", "10:00", "") EVENT (B, "Panel", "later", "")), "2 0 0 1");
  g_assert_cmpstr (reason_for (shelf, UID_B), ==, "Line 1: it has no date that can be read.");
}

/* Two rooms with one guid, as a published schedule has them. */
static void
test_rooms (Shelf         *shelf,
            gconstpointer  data)
{
  g_autoptr(PlnIcalRecord) found = NULL;

  import (shelf, "<schedule><conference><acronym>dream1</acronym></conference><day date='2011-07-19'>"
                 "<room name='Gray' guid='b379c473-93b9-4eae-9a09-d482e86cede3'/>"
                 "<room name='Tan' guid='b379c473-93b9-4eae-9a09-d482e86cede3'>" EVENT (A, "Opening", "10:00", "") "</room></day></schedule>", "2 0 0 0");
  found = record (shelf, shelf->gathering);
  g_assert_cmpuint (g_strv_length (found->rooms), ==, 2);
  g_assert_cmpstr (found->room_ids[0], !=, found->room_ids[1]);
  g_assert_cmpstr (found->state, ==, "published");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Shelf *shelf, gconstpointer data);
  } tests[] = {
    { "/exchange/schedule/text", test_text },
    { "/exchange/schedule/again", test_again },
    { "/exchange/schedule/own-changes", test_own_changes_stay },
    { "/exchange/schedule/conflicts", test_conflicts_are_told },
    { "/exchange/schedule/after-undo", test_after_undo },
    { "/exchange/schedule/gone-and-back", test_gone_and_back },
    { "/exchange/schedule/gone-and-kept", test_gone_and_kept_here },
    { "/exchange/schedule/deleted", test_deleted_here },
    { "/exchange/schedule/number-and-slug", test_known_by_number_and_slug },
    { "/exchange/schedule/repeated-numbers", test_repeated_numbers },
    { "/exchange/schedule/all-alike", test_all_alike },
    { "/exchange/schedule/other-age", test_other_age },
    { "/exchange/schedule/foreign-uid", test_foreign_uid },
    { "/exchange/schedule/other-acronym", test_other_acronym },
    { "/exchange/schedule/guests", test_guests_stay },
    { "/exchange/schedule/flaws", test_flaws },
    { "/exchange/schedule/rooms", test_rooms },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Shelf, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
