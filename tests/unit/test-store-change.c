/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-clock.h"
#include "pln-object-model.h"

#include <string.h>

#define NOW 1311098400 /* 19 July 2011, 18:00 UTC */

/* A library in memory: what the writer does with operations. */
typedef struct
{
  GHashTable *texts; /* uid → GBytes */
} Library;

static void
library_clear (Library *library)
{
  g_hash_table_unref (library->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Library, library_clear)

static void
library_init (Library *library)
{
  pln_clock_set (NOW);
  library->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static GPtrArray *
people_texts (Library *library)
{
  GPtrArray *texts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer uid, text;

  g_hash_table_iter_init (&iter, library->texts);
  while (g_hash_table_iter_next (&iter, &uid, &text))
    if (g_str_has_prefix (uid, "people-"))
      g_ptr_array_add (texts, text);

  return texts;
}

static void
apply_guests (Library    *library,
              const char *gathering,
              GPtrArray  *guests)
{
  g_autoptr(GPtrArray) texts = people_texts (library);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changed = pln_change_people (gathering, texts, guests, NOW, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < changed->len; i++)
    {
      PlnPeopleText *people = g_ptr_array_index (changed, i);

      g_assert_cmpint (people->is_new, ==, !g_hash_table_contains (library->texts, people->uid));
      g_hash_table_replace (library->texts, g_strdup (people->uid), g_bytes_ref (people->text));
    }
}

static void
apply (Library   *library,
       PlnChange *change)
{
  GPtrArray *operations = pln_change_get_operations (change);
  g_autoptr(GPtrArray) guests = g_ptr_array_new ();
  const char *gathering = NULL;

  for (guint i = 0; i < operations->len; i++)
    {
      PlnOperation *operation = g_ptr_array_index (operations, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) before = NULL;
      GBytes *after;

      if (operation->kind == PLN_OPERATION_GUEST)
        {
          gathering = operation->uid;
          g_ptr_array_add (guests, operation);
          continue;
        }
      g_assert_true (operation->kind == PLN_OPERATION_NEW || operation->kind == PLN_OPERATION_EDIT);
      before = operation->kind == PLN_OPERATION_NEW
               ? pln_ical_object_new (operation->component, operation->uid, NOW)
               : g_bytes_ref (g_hash_table_lookup (library->texts, operation->uid));
      after = pln_ical_edits_apply (operation->edits, before, &error);
      g_assert_no_error (error);
      g_hash_table_replace (library->texts, g_strdup (operation->uid), after);
    }
  if (guests->len > 0)
    apply_guests (library, gathering, guests);
  pln_change_free (change);
}

static char *
text_of (Library    *library,
         const char *uid)
{
  GBytes *text = g_hash_table_lookup (library->texts, uid);
  g_autofree char *folded = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_auto(GStrv) parts = g_strsplit (folded, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

static void
assert_line (Library    *library,
             const char *uid,
             const char *line)
{
  g_autofree char *text = text_of (library, uid);
  g_autofree char *whole = g_strconcat ("\r\n", line, "\r\n", NULL);

  if (strstr (text, whole) == NULL)
    g_error ("“%s” is not in\n%s", line, text);
}

static void
assert_no (Library    *library,
           const char *uid,
           const char *words)
{
  g_autofree char *text = text_of (library, uid);

  if (strstr (text, words) != NULL)
    g_error ("“%s” is in\n%s", words, text);
}

static PlnGathering *
load (Library    *library,
      const char *uid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (g_hash_table_lookup (library->texts, uid), &error);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_record_free);
  g_autoptr(GPtrArray) texts = people_texts (library);
  g_autoptr(GPtrArray) nobody_seen = g_ptr_array_new ();
  g_autoptr(GPtrArray) attendees = NULL;
  PlnObjectCounts counts;
  PlnGathering *gathering;

  g_assert_no_error (error);
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (people, pln_ical_record_read_object (g_ptr_array_index (texts, i), NULL));

  gathering = pln_object_model_gathering (record, "Gatherings", "Organisers");
  attendees = pln_object_model_attendees (record, people, nobody_seen);
  pln_gathering_add_attendees (gathering, attendees);
  pln_gathering_set_loaded (gathering, TRUE);

  pln_object_model_count (record, people, nobody_seen, &counts);
  for (int i = 0; i < PLN_N_ANSWERS; i++)
    g_assert_cmpuint (counts.answers[i], ==, pln_gathering_get_n_answers (gathering, (PlnAnswer) i));
  g_assert_cmpuint (counts.waiting, ==, pln_gathering_get_n_waiting (gathering));
  g_assert_cmpuint (counts.told, ==, pln_gathering_get_n_told (gathering));

  return gathering;
}

static PlnGathering *
meetup (void)
{
  PlnGathering *gathering = pln_gathering_new ("g1@plenary");
  g_autoptr(GTimeZone) london = pln_ical_zone_load ("Europe/London");
  g_autoptr(GDateTime) start = g_date_time_new (london, 2011, 7, 20, 18, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_hours (start, 2);
  g_autoptr(GDateTime) answer_by = g_date_time_new (london, 2011, 7, 18, 0, 0, 0);

  pln_gathering_set_title (gathering, "CPD23, meet-up");
  pln_gathering_set_location (gathering, "British Library");
  pln_gathering_set_online (gathering, "https://meet.example.org/a");
  pln_gathering_set_url (gathering, "https://example.org/");
  pln_gathering_set_description (gathering, "One\r\nTwo\x07");
  pln_gathering_set_times (gathering, start, end, "Europe/London", FALSE);
  pln_gathering_set_colour (gathering, "slate");
  pln_gathering_set_organiser (gathering, "Ada \"the\" Fennimore", "ada@example.org");
  pln_gathering_set_capacity (gathering, 40);
  pln_gathering_set_answer_by (gathering, answer_by);
  pln_gathering_set_series (gathering, "abcdefghijkl", "g0@plenary");
  pln_gathering_set_rooms (gathering, (const char *const[]) { "Hall (60)", "Café", NULL });
  pln_gathering_set_places (gathering, "Gatherings", "Organisers");

  return gathering;
}

static PlnAttendee *
person (const char *id,
        const char *name,
        const char *email)
{
  PlnAttendee *attendee = pln_attendee_new (id);

  pln_attendee_set_name (attendee, name);
  pln_attendee_set_email (attendee, email);

  return attendee;
}

/* What the window does: shows it, and writes it. */
static void
put (Library      *library,
     PlnGathering *gathering,
     PlnAttendee  *before,
     PlnAttendee  *after)
{
  PlnChange *change = pln_change_new ("People");

  pln_change_put_attendee (change, gathering, before, after);
  apply (library, change);
  if (before == NULL)
    pln_gathering_add_attendee (gathering, after);
  else if (after == NULL)
    pln_gathering_remove_attendee (gathering, pln_attendee_get_id (before));
  else
    pln_attendee_take_from (pln_gathering_find_attendee (gathering, pln_attendee_get_id (after)), after);
}

static void
put_new (Library      *library,
         PlnGathering *gathering)
{
  PlnChange *change = pln_change_new ("New");

  pln_change_put_gathering (change, NULL, gathering);
  g_assert_false (pln_change_is_empty (change));
  apply (library, change);
}

static void
test_new_gathering (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnGathering) loaded = NULL;
  PlnChange *change;

  library_init (&library);
  put_new (&library, gathering);
  assert_line (&library, "g1@plenary", "X-PLENARY-KIND:GATHERING");
  assert_line (&library, "g1@plenary", "DTSTART;TZID=Europe/London:20110720T180000");
  assert_line (&library, "g1@plenary", "DTEND;TZID=Europe/London:20110720T200000");
  assert_line (&library, "g1@plenary", "TZID:Europe/London");
  assert_line (&library, "g1@plenary", "SUMMARY:CPD23\\, meet-up");
  assert_line (&library, "g1@plenary", "DESCRIPTION:One\\nTwo");
  assert_line (&library, "g1@plenary", "CONFERENCE;VALUE=URI:https://meet.example.org/a");
  assert_line (&library, "g1@plenary", "COLOR:slategray");
  assert_line (&library, "g1@plenary", "ORGANIZER;CN=\"Ada ^'the^' Fennimore\":mailto:ada@example.org");
  assert_line (&library, "g1@plenary", "X-PLENARY-ANSWER-BY;VALUE=DATE:20110718");
  assert_line (&library, "g1@plenary", "RELATED-TO;RELTYPE=SIBLING:g0@plenary");
  assert_line (&library, "g1@plenary", "X-PLENARY-STATE:DRAFT");
  assert_line (&library, "g1@plenary", "SEQUENCE:0");

  /* What was read back differs in nothing. */
  loaded = load (&library, "g1@plenary");
  g_assert_cmpstr (pln_gathering_get_title (loaded), ==, "CPD23, meet-up");
  g_assert_cmpstr (pln_gathering_get_colour (loaded), ==, "slate");
  g_assert_cmpstr (pln_gathering_get_previous (loaded), ==, "g0@plenary");
  g_assert_cmpstr (pln_gathering_get_rooms (loaded)[0], ==, "Hall (60)");
  g_assert_cmpstr (pln_gathering_get_zone (loaded), ==, "Europe/London");
  pln_gathering_set_description (gathering, pln_gathering_get_description (loaded));
  change = pln_change_new ("Nothing");
  pln_change_put_gathering (change, gathering, loaded);
  g_assert_true (pln_change_is_empty (change));
  pln_change_free (change);
}

static void
test_only_what_differs_is_edited (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) before = meetup ();
  g_autoptr(PlnGathering) after = pln_gathering_copy (before);
  PlnChange *change = pln_change_new ("Edit");

  library_init (&library);
  put_new (&library, before);
  pln_gathering_set_title (after, "New title");
  pln_gathering_set_online (after, "");
  pln_gathering_set_colour (after, "");
  pln_gathering_set_series (after, "abcdefghijkl", "");
  pln_change_put_gathering (change, before, after);
  apply (&library, change);

  assert_line (&library, "g1@plenary", "SUMMARY:New title");
  assert_line (&library, "g1@plenary", "X-PLENARY-SERIES:abcdefghijkl");
  assert_line (&library, "g1@plenary", "SEQUENCE:0");
  assert_no (&library, "g1@plenary", "CONFERENCE");
  assert_no (&library, "g1@plenary", "COLOR");
  assert_no (&library, "g1@plenary", "RELATED-TO");
}

static void
test_sequence_goes_up_for_the_told (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnAttendee) ada = person ("ada000000001", "Ada", "a@example.org");
  g_autoptr(PlnAttendee) told = pln_attendee_copy (ada);
  g_autoptr(PlnGathering) renamed = NULL;
  g_autoptr(PlnGathering) moved = NULL;
  g_autoptr(PlnGathering) cancelled = NULL;
  PlnChange *change;

  library_init (&library);
  put_new (&library, gathering);
  put (&library, gathering, NULL, ada);
  assert_line (&library, "g1@plenary",
               "ATTENDEE;CN=Ada;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=NONE;"
               "X-PLENARY-ID=ada000000001:mailto:a@example.org");
  pln_attendee_set_told (told, TRUE, 0);
  put (&library, gathering, g_object_ref (ada), told);
  assert_line (&library, "g1@plenary",
               "ATTENDEE;CN=Ada;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=CLIENT;"
               "X-PLENARY-ID=ada000000001;X-PLENARY-TOLD=0:mailto:a@example.org");
  g_object_unref (ada);

  renamed = pln_gathering_copy (gathering);
  pln_gathering_set_title (renamed, "Other");
  change = pln_change_new ("Rename");
  pln_change_put_gathering (change, gathering, renamed);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "SEQUENCE:0");

  moved = pln_gathering_copy (renamed);
  pln_gathering_set_location (moved, "Elsewhere");
  g_assert_true (pln_change_reschedules (renamed, moved));
  change = pln_change_new ("Move");
  pln_change_put_gathering (change, gathering, moved);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "SEQUENCE:1");

  cancelled = pln_gathering_copy (moved);
  pln_gathering_set_cancelled (cancelled, TRUE);
  change = pln_change_new ("Cancel");
  pln_change_put_gathering (change, gathering, cancelled);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "STATUS:CANCELLED");
  assert_line (&library, "g1@plenary", "SEQUENCE:2");
}

static void
test_times (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnGathering) days = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) utc = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) loaded = NULL;
  g_autoptr(GDateTime) first = g_date_time_new_local (2011, 7, 19, 0, 0, 0);
  g_autoptr(GDateTime) last = g_date_time_add_days (first, 2);
  g_autoptr(GDateTime) moment = g_date_time_new_utc (2011, 7, 19, 8, 30, 0);
  PlnChange *change;

  library_init (&library);
  put_new (&library, gathering);

  pln_gathering_set_times (days, first, last, "Europe/London", TRUE);
  change = pln_change_new ("Days");
  pln_change_put_gathering (change, gathering, days);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "DTSTART;VALUE=DATE:20110719");
  assert_line (&library, "g1@plenary", "DTEND;VALUE=DATE:20110721");
  loaded = load (&library, "g1@plenary");
  g_assert_true (pln_gathering_get_all_day (loaded));
  change = pln_change_new ("Nothing");
  pln_change_put_gathering (change, loaded, days);
  g_assert_true (pln_change_is_empty (change));
  pln_change_free (change);

  pln_gathering_set_times (utc, moment, moment, "UTC", FALSE);
  change = pln_change_new ("UTC");
  pln_change_put_gathering (change, days, utc);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "DTSTART:20110719T083000Z");
  assert_no (&library, "g1@plenary", "DTEND");

  pln_gathering_set_times (days, first, last, "", FALSE);
  change = pln_change_new ("Floating");
  pln_change_put_gathering (change, utc, days);
  apply (&library, change);
  assert_line (&library, "g1@plenary", "DTSTART:20110719T000000");
}

static void
test_person_comes_back_whole (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnAttendee) cosima = person ("cosima000001", "Larkspur, Cosima", "Cosima@Example.org");
  g_autoptr(PlnAttendee) nobody = person ("nobody000001", "No address", "");
  g_autoptr(PlnGathering) loaded = NULL;
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  PlnAttendee *read;

  library_init (&library);
  now = pln_clock_now_utc ();
  put_new (&library, gathering);
  pln_attendee_set_organisation (cosima, "Society; of \"Owls\", Ltd");
  pln_attendee_set_sector (cosima, "academic");
  pln_attendee_set_stage (cosima, "new");
  pln_attendee_set_networks (cosima, (const char *const[]) { "LISNPN", "A|B", NULL });
  pln_attendee_set_first_time (cosima, TRUE);
  pln_attendee_set_role (cosima, PLN_ROLE_ORGANISER);
  pln_attendee_set_mode (cosima, PLN_MODE_ONLINE);
  pln_attendee_set_answer (cosima, PLN_ANSWER_TENTATIVE);
  pln_attendee_set_said (cosima, now, "Ada");
  pln_attendee_set_waiting (nobody, TRUE);
  put (&library, gathering, NULL, cosima);
  put (&library, gathering, NULL, nobody);
  assert_line (&library, "g1@plenary",
               "ATTENDEE;CN=\"Larkspur, Cosima\";ROLE=CHAIR;PARTSTAT=TENTATIVE;RSVP=TRUE;SCHEDULE-AGENT=NONE;"
               "X-PLENARY-ID=cosima000001:mailto:Cosima@Example.org");
  assert_no (&library, "g1@plenary", "X-PLENARY-GUEST");
  assert_line (&library, "people-c-g1@plenary", "RELATED-TO:g1@plenary");
  assert_line (&library, "people-c-g1@plenary", "X-PLENARY-KIND:PEOPLE");

  loaded = load (&library, "g1@plenary");
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_attendees (loaded)), ==, 2);
  read = pln_gathering_find_attendee (loaded, "cosima000001");
  g_assert_cmpstr (pln_attendee_get_name (read), ==, "Larkspur, Cosima");
  g_assert_cmpstr (pln_attendee_get_email (read), ==, "Cosima@Example.org");
  g_assert_cmpstr (pln_attendee_get_organisation (read), ==, "Society; of \"Owls\", Ltd");
  g_assert_cmpstr (pln_attendee_get_networks (read)[1], ==, "A/B");
  g_assert_true (pln_attendee_get_first_time (read));
  g_assert_cmpint (pln_attendee_get_role (read), ==, PLN_ROLE_ORGANISER);
  g_assert_cmpint (pln_attendee_get_mode (read), ==, PLN_MODE_ONLINE);
  g_assert_cmpint (pln_attendee_get_answer (read), ==, PLN_ANSWER_TENTATIVE);
  g_assert_true (g_date_time_equal (pln_attendee_get_said_at (read), now));
  g_assert_cmpstr (pln_attendee_get_said_by (read), ==, "Ada");
  g_assert_true (pln_attendee_get_waiting (pln_gathering_find_attendee (loaded, "nobody000001")));
}

static void
test_address_changes (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnAttendee) ada = person ("ada000000001", "Ada", "old@example.org");
  g_autoptr(PlnAttendee) before = pln_attendee_copy (ada);
  g_autoptr(PlnAttendee) after = pln_attendee_copy (ada);

  library_init (&library);
  put_new (&library, gathering);
  put (&library, gathering, NULL, ada);
  pln_attendee_set_email (after, "new@example.org");
  put (&library, gathering, before, after);
  assert_no (&library, "g1@plenary", "old@example.org");
  assert_line (&library, "g1@plenary",
               "ATTENDEE;CN=Ada;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-AGENT=NONE;"
               "X-PLENARY-ID=ada000000001:mailto:new@example.org");
  assert_line (&library, "people-a-g1@plenary", "X-PLENARY-GUEST;ID=ada000000001;EMAIL=new@example.org:Ada");
}

static void
test_shared_address (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnAttendee) ada = person ("ada000000001", "Ada", "both@example.org");
  g_autoptr(PlnAttendee) bob = person ("bob000000001", "Bob", "Both@example.org");
  g_autoptr(PlnAttendee) told = NULL;
  g_autoptr(PlnAttendee) untold = pln_attendee_copy (bob);
  g_autoptr(PlnGathering) loaded = NULL;
  g_autoptr(PlnGathering) alone = NULL;

  library_init (&library);
  put_new (&library, gathering);
  put (&library, gathering, NULL, ada);
  put (&library, gathering, NULL, bob);
  assert_no (&library, "g1@plenary", "Bob");

  told = pln_attendee_copy (bob);
  pln_attendee_set_told (told, TRUE, 0);
  put (&library, gathering, untold, told);
  loaded = load (&library, "g1@plenary");
  g_assert_cmpuint (pln_gathering_get_n_attendees (loaded), ==, 2);
  g_assert_true (pln_attendee_get_told (pln_gathering_find_attendee (loaded, "bob000000001")));

  put (&library, gathering, ada, NULL);
  assert_no (&library, "g1@plenary", "X-PLENARY-ID=ada000000001");
  alone = load (&library, "g1@plenary");
  g_assert_cmpuint (pln_gathering_get_n_attendees (alone), ==, 1);
  g_assert_cmpstr (pln_attendee_get_email (pln_gathering_find_attendee (alone, "bob000000001")), ==, "Both@example.org");
}

static void
put_raw (Library    *library,
         const char *uid,
         const char *lines)
{
  char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", lines, "END:VCALENDAR\r\n", NULL);

  g_hash_table_replace (library->texts, g_strdup (uid), g_bytes_new_take (text, strlen (text)));
}

static void
test_guests_of_other_programs (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) first = NULL;
  g_autoptr(PlnGathering) second = NULL;
  PlnAttendee *ada;

  library_init (&library);
  put_raw (&library, "g2", "BEGIN:VEVENT\r\nUID:g2\r\n"
           "ATTENDEE;CN=Ada;ROLE=CHAIR;PARTSTAT=DELEGATED:mailto:ada@example.org\r\n"
           "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org\r\n"
           "ATTENDEE;CUTYPE=RESOURCE;CN=Projector:mailto:p@example.org\r\n"
           "END:VEVENT\r\n");
  first = load (&library, "g2");
  second = load (&library, "g2");
  g_assert_cmpuint (pln_gathering_get_n_attendees (first), ==, 2);
  ada = pln_gathering_find_address (first, "ada@example.org");
  g_assert_nonnull (pln_gathering_find_attendee (second, pln_attendee_get_id (ada)));
  g_assert_cmpint (pln_attendee_get_answer (ada), ==, PLN_ANSWER_NEEDS_ACTION);
  g_assert_cmpint (pln_attendee_get_role (ada), ==, PLN_ROLE_ORGANISER);
}

typedef struct
{
  const char *name;
  const char *partstat;
  const char *guest;
  PlnAnswer   shown;
  gboolean    said;
} AnswerRow;

static const AnswerRow answer_rows[] = {
  { "reply-only", "ACCEPTED", "", PLN_ANSWER_ACCEPTED, FALSE },
  { "said", "NEEDS-ACTION", ";SAID=DECLINED;AT=20110701T120000Z", PLN_ANSWER_DECLINED, TRUE },
  { "said-after-reply", "ACCEPTED", ";SAID=DECLINED;AT=20110703T120000Z;GOT-STAMP=20110702T000000Z", PLN_ANSWER_DECLINED, TRUE },
  { "reply-after-said", "ACCEPTED", ";SAID=DECLINED;AT=20110701T120000Z;GOT-STAMP=20110702T000000Z", PLN_ANSWER_ACCEPTED, FALSE },
  { "said-without-time", "ACCEPTED", ";SAID=DECLINED", PLN_ANSWER_ACCEPTED, FALSE },
};

static void
test_which_answer_is_shown (gconstpointer user_data)
{
  const AnswerRow *row = user_data;
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *event = g_strdup_printf ("BEGIN:VEVENT\r\nUID:g2\r\nATTENDEE;PARTSTAT=%s;X-PLENARY-ID=ada000000001:"
                                            "mailto:ada@example.org\r\nEND:VEVENT\r\n", row->partstat);
  g_autofree char *people = g_strdup_printf ("BEGIN:VJOURNAL\r\nUID:people-a-g2\r\nX-PLENARY-KIND:PEOPLE\r\n"
                                             "X-PLENARY-GUEST;ID=ada000000001%s:Ada\r\nEND:VJOURNAL\r\n", row->guest);
  PlnAttendee *ada;

  library_init (&library);
  put_raw (&library, "g2", event);
  put_raw (&library, "people-a-g2", people);
  gathering = load (&library, "g2");
  ada = pln_gathering_find_attendee (gathering, "ada000000001");
  g_assert_cmpint (pln_attendee_get_answer (ada), ==, row->shown);
  g_assert_cmpint (pln_attendee_get_said_at (ada) != NULL, ==, row->said);
}

/* Somebody else wrote meanwhile: only what this change changes is taken. */
static void
test_guest_line_keeps_what_came_in (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnAttendee) before = person ("ada000000001", "Ada", "");
  g_autoptr(PlnAttendee) after = pln_attendee_copy (before);

  library_init (&library);
  put_new (&library, gathering);
  put_raw (&library, "people-q-g1@plenary", "BEGIN:VJOURNAL\r\nUID:people-q-g1@plenary\r\n"
           "X-PLENARY-GUEST;ID=ada000000001;SECTOR=public;GOT-SEQ=2;X-OTHER=1:Ada Lovelace\r\nEND:VJOURNAL\r\n");
  pln_gathering_add_attendee (gathering, before);
  pln_attendee_set_organisation (after, "Owls");
  put (&library, gathering, g_object_ref (before), after);
  assert_line (&library, "people-q-g1@plenary",
               "X-PLENARY-GUEST;ID=ada000000001;SECTOR=public;GOT-SEQ=2;X-OTHER=1;ORG=Owls:Ada Lovelace");
  g_object_unref (before);
}

static void
test_session (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnSession) session = pln_session_new ("s1@plenary");
  g_autoptr(PlnSession) changed = NULL;
  g_autoptr(PlnSession) loaded = NULL;
  g_autoptr(PlnIcalRecord) record = NULL;
  PlnChange *change = pln_change_new ("New");

  library_init (&library);
  pln_session_set_title (session, "Coffee");
  pln_session_set_room (session, "Hall");
  pln_session_set_track (session, "Main, first");
  pln_session_set_is_break (session, TRUE);
  pln_session_set_speakers (session, (const char *const[]) { "Ada <ada@example.org>", "Bob", NULL });
  pln_session_set_times (session, pln_gathering_get_start (gathering), pln_gathering_get_end (gathering), "Europe/London", FALSE);
  pln_change_put_session (change, gathering, NULL, session);
  apply (&library, change);
  assert_line (&library, "s1@plenary", "X-PLENARY-KIND:SESSION");
  assert_line (&library, "s1@plenary", "RELATED-TO:g1@plenary");
  assert_line (&library, "s1@plenary", "CATEGORIES:Main\\, first,Break");
  assert_line (&library, "s1@plenary", "ATTENDEE;CN=Ada;ROLE=CHAIR;SCHEDULE-AGENT=NONE:mailto:ada@example.org");

  record = pln_ical_record_read_object (g_hash_table_lookup (library.texts, "s1@plenary"), NULL);
  g_assert_cmpint (record->kind, ==, PLN_ICAL_KIND_SESSION);
  loaded = pln_object_model_session (record);
  change = pln_change_new ("Nothing");
  pln_change_put_session (change, gathering, session, loaded);
  g_assert_true (pln_change_is_empty (change));
  pln_change_free (change);

  changed = pln_session_copy (loaded);
  pln_session_set_is_break (changed, FALSE);
  pln_session_set_status (changed, PLN_SESSION_DRAFT);
  pln_session_set_url (changed, "https://example.org/talk");
  pln_session_set_speakers (changed, (const char *const[]) { "Cy <cy@example.org>", NULL });
  change = pln_change_new ("Edit");
  pln_change_put_session (change, gathering, loaded, changed);
  apply (&library, change);
  assert_line (&library, "s1@plenary", "CATEGORIES:Main\\, first");
  assert_line (&library, "s1@plenary", "STATUS:TENTATIVE");
  assert_line (&library, "s1@plenary", "URL:https://example.org/talk");
  assert_no (&library, "s1@plenary", "ada@example.org");
  assert_no (&library, "s1@plenary", "X-PLENARY-SPEAKER");
  assert_line (&library, "s1@plenary", "ATTENDEE;CN=Cy;ROLE=CHAIR;SCHEDULE-AGENT=NONE:mailto:cy@example.org");
}

static void
test_other_operations (void)
{
  PlnChange *change = pln_change_new ("Others");
  g_autoptr(PlnGathering) before = meetup ();
  g_autoptr(PlnGathering) after = pln_gathering_copy (before);
  g_autoptr(GBytes) text = g_bytes_new_static ("x", 1);
  static const PlnOperationKind kinds[] = {
    PLN_OPERATION_MOVE, PLN_OPERATION_DELETE, PLN_OPERATION_DELETE,
    PLN_OPERATION_RESTORE, PLN_OPERATION_PUT_TEXT, PLN_OPERATION_DELETE_CALENDAR,
  };
  GPtrArray *operations;

  pln_gathering_set_places (after, "Shared", "Organisers");
  pln_change_put_gathering (change, before, after);
  pln_change_put_gathering (change, after, NULL);
  pln_change_delete (change, "a");
  pln_change_restore (change, "b");
  pln_change_put_text (change, "Gatherings", "c", text);
  pln_change_delete_calendar (change, "Examples");
  operations = pln_change_get_operations (change);
  g_assert_cmpuint (operations->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < operations->len; i++)
    g_assert_cmpint (((PlnOperation *) g_ptr_array_index (operations, i))->kind, ==, kinds[i]);
  g_assert_cmpstr (((PlnOperation *) g_ptr_array_index (operations, 0))->calendar, ==, "Shared");
  pln_change_free (change);
}

/* 10,000 pasted at once, of which many ids begin alike. */
static void
test_many_guests (void)
{
  g_auto(Library) library = { 0 };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(PlnGathering) loaded = NULL;
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  PlnChange *change = pln_change_new ("Paste");

  library_init (&library);
  put_new (&library, gathering);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c%011u", "abcdefgh"[i % 8], i);
      g_autofree char *email = g_strdup_printf ("guest%u@example.org", i);

      g_ptr_array_add (people, person (id, "Guest", email));
    }

  g_test_timer_start ();
  for (guint i = 0; i < people->len; i++)
    pln_change_put_attendee (change, gathering, NULL, g_ptr_array_index (people, i));
  apply (&library, change);
  g_test_timer_elapsed ();
  g_test_minimized_result (g_test_timer_last (), "10,000 guests: %.3f s", g_test_timer_last ());

  for (guint i = 0; i < 7; i++) /* 1,250 ids begin with each letter: seven objects */
    {
      g_autofree char *uid = i == 0 ? g_strdup ("people-a-g1@plenary") : g_strdup_printf ("people-a%u-g1@plenary", i + 1);
      g_autofree char *text = text_of (&library, uid);
      g_auto(GStrv) parts = g_strsplit (text, "X-PLENARY-GUEST", -1);

      g_assert_cmpuint (g_strv_length (parts) - 1, ==, i < 6 ? 200 : 50);
    }
  loaded = load (&library, "g1@plenary");
  g_assert_cmpuint (pln_gathering_get_n_attendees (loaded), ==, 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/change/new-gathering", test_new_gathering);
  g_test_add_func ("/store/change/only-what-differs", test_only_what_differs_is_edited);
  g_test_add_func ("/store/change/sequence", test_sequence_goes_up_for_the_told);
  g_test_add_func ("/store/change/times", test_times);
  g_test_add_func ("/store/change/person", test_person_comes_back_whole);
  g_test_add_func ("/store/change/address", test_address_changes);
  g_test_add_func ("/store/change/shared-address", test_shared_address);
  g_test_add_func ("/store/change/other-programs", test_guests_of_other_programs);
  for (gsize i = 0; i < G_N_ELEMENTS (answer_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/change/answer/", answer_rows[i].name, NULL);

      g_test_add_data_func (path, &answer_rows[i], test_which_answer_is_shown);
    }
  g_test_add_func ("/store/change/guest-line", test_guest_line_keeps_what_came_in);
  g_test_add_func ("/store/change/session", test_session);
  g_test_add_func ("/store/change/others", test_other_operations);
  g_test_add_func ("/store/change/many", test_many_guests);

  return g_test_run ();
}
