/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-record.h"
#include "pln-ical-zone.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint       n_sessions;
  guint       n_going, n_maybe, n_none, n_declined;
  guint       n_rounds, n_groups, n_seats, n_seen;
} Row;

static const Row rows[] = {
  { "lis-dream.ics", 17, 86, 6, 11, 21, 3, 36, 216, 74 },
  { "cpd23.ics",      4, 19, 4, 11,  6, 0,  0,   0,  0 },
};

static PlnIcalText *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "core", "sample", name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  PlnIcalText *text;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  text = pln_ical_text_new (bytes, &error);
  g_assert_no_error (error);

  return text;
}

/* Everything stands as Plenary itself would write it, so that the first edit
 * of a line changes what was meant and nothing else. */
static void
test_written_by_us (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(PlnIcalText) text = read_sample (row->name);
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);

  for (guint i = 0; i < pln_ical_text_get_n_spans (text); i++)
    {
      g_autoptr(PlnIcalLine) line = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *written = NULL;
      g_autofree char *there = NULL;
      PlnIcalSpan span;

      pln_ical_text_get_span (text, i, &span);
      line = pln_ical_text_parse_span (text, &span, &error);
      g_assert_no_error (error);
      written = pln_ical_line_write (line, &error);
      g_assert_no_error (error);
      there = g_strndup (data + span.at, span.length);
      g_assert_cmpstr (written, ==, there);
    }
}

static void
count_answers (const Row     *row,
               PlnIcalRecord *gathering,
               GHashTable    *ids)
{
  g_autoptr(GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n[4] = { 0 };
  static const char *const answers[] = { "accepted", "tentative", "needs-action", "declined" };

  for (guint i = 0; i < gathering->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (gathering->attendees, i);

      for (guint answer = 0; answer < G_N_ELEMENTS (answers); answer++)
        n[answer] += g_str_equal (attendee->answer, answers[answer]);
      g_assert_true (g_hash_table_add (addresses, g_strdup (attendee->email)));
      g_assert_true (g_hash_table_add (ids, g_strdup (attendee->id)));
      g_assert_true (g_str_has_suffix (attendee->email, ".example")); /* RFC 2606: nobody's */
      g_assert_cmpint (attendee->told_sequence, ==, gathering->sequence);
    }

  g_assert_cmpuint (n[0], ==, row->n_going);
  g_assert_cmpuint (n[1], ==, row->n_maybe);
  g_assert_cmpuint (n[2], ==, row->n_none);
  g_assert_cmpuint (n[3], ==, row->n_declined);
}

static void
find_guests (PlnIcalRecord *people,
             GHashTable    *ids)
{
  g_assert_cmpuint (people->guests->len, <=, 200);
  for (guint i = 0; i < people->guests->len; i++)
    {
      const PlnIcalGuest *guest = g_ptr_array_index (people->guests, i);

      g_assert_cmpint (guest->id[0], ==, people->uid[strlen ("people-")]);
      g_assert_true (g_hash_table_remove (ids, guest->id));
      g_assert_cmpstr (guest->name, !=, "");
      g_assert_cmpstr (guest->sector, !=, "");
    }
}

/* Nobody sits twice in a round, and no server asks anybody. */
static void
find_seats (PlnIcalRecord *group,
            GHashTable    *seats)
{
  g_assert_cmpstr (group->organiser_email, ==, "");
  for (guint i = 0; i < group->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (group->attendees, i);

      g_assert_cmpstr (attendee->schedule_agent, ==, "none");
      g_assert_true (g_hash_table_add (seats, g_strconcat (group->parent, "\n", attendee->id, NULL)));
    }
}

static void
test_counts (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(PlnIcalText) text = read_sample (row->name);
  g_autoptr(PlnIcalZones) zones = pln_ical_zones_new (text);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *uid = NULL;
  guint n_sessions = 0, n_rounds = 0, n_groups = 0, n_seen = 0;

  for (guint part = 0; part < pln_ical_text_get_n_parts (text); part++)
    {
      g_autoptr(PlnIcalRecord) record = NULL;
      g_autoptr(GError) error = NULL;
      const char *name = pln_ical_text_get_part (text, part)->name;

      if (!g_str_equal (name, "VEVENT") && !g_str_equal (name, "VJOURNAL"))
        continue;
      record = pln_ical_record_read (text, part, zones, &error);
      g_assert_no_error (error);

      if (record->kind == PLN_ICAL_KIND_GATHERING)
        {
          g_assert_null (uid);
          uid = g_strdup (record->uid);
          g_assert_cmpstr (record->start.zone, ==, "Europe/London");
          count_answers (row, record, ids);
          continue;
        }

      if (record->kind == PLN_ICAL_KIND_GROUP)
        {
          n_groups++;
          find_seats (record, seats);
          continue;
        }

      g_assert_cmpstr (record->parent, ==, uid);
      if (record->kind == PLN_ICAL_KIND_SESSION)
        n_sessions++;
      else if (record->kind == PLN_ICAL_KIND_ROUND)
        n_rounds++;
      else if (record->kind == PLN_ICAL_KIND_PRESENCE)
        n_seen += record->sightings->len;
      else if (record->kind == PLN_ICAL_KIND_PEOPLE)
        find_guests (record, ids);
      else
        g_assert_not_reached ();
    }

  g_assert_cmpuint (n_sessions, ==, row->n_sessions);
  g_assert_cmpuint (n_rounds, ==, row->n_rounds);
  g_assert_cmpuint (n_groups, ==, row->n_groups);
  g_assert_cmpuint (g_hash_table_size (seats), ==, row->n_seats);
  g_assert_cmpuint (n_seen, ==, row->n_seen);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 0); /* each has a line among the people */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *written = g_strconcat ("/ical/sample/written-by-us/", rows[i].name, NULL);
      g_autofree char *counts = g_strconcat ("/ical/sample/counts/", rows[i].name, NULL);

      g_test_add_data_func (written, &rows[i], test_written_by_us);
      g_test_add_data_func (counts, &rows[i], test_counts);
    }

  return g_test_run ();
}
