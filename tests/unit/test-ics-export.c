/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-export.h"

#include "pln-ical-text.h"

#include <string.h>

static PlnGathering *
meetup (void)
{
  PlnGathering *gathering = pln_gathering_new ("g1");
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 12, 1, 18, 0, 0);

  pln_gathering_set_title (gathering, "Meet-up");
  pln_gathering_set_times (gathering, start, start, "UTC", FALSE);
  pln_gathering_set_organiser (gathering, "Ada", "ada@example.org");

  return gathering;
}

static void
add (PlnGathering *gathering,
     const char   *id,
     const char   *name,
     const char   *email)
{
  g_autoptr(PlnAttendee) attendee = pln_attendee_new (id);

  pln_attendee_set_name (attendee, name);
  pln_attendee_set_email (attendee, email);
  pln_gathering_add_attendee (gathering, attendee);
}

static GBytes *
text_of (guint n_guests)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:g1\r\nDTSTART:20261201T180000Z\r\nSUMMARY:Meet-up\r\n"
                                "X-PLENARY-KIND:GATHERING\r\nCONFERENCE;VALUE=URI:https://meet.example.org/\r\n"
                                "ORGANIZER;CN=Ada:mailto:ada@example.org\r\n");

  for (guint i = 0; i < n_guests; i++)
    g_string_append_printf (text, "ATTENDEE;SCHEDULE-AGENT=NONE:mailto:guest%u@example.org\r\n", i);
  g_string_append (text, "END:VEVENT\r\nEND:VCALENDAR\r\n");

  return g_string_free_to_bytes (text);
}

static void
test_one_file_per_guest (void)
{
  static const char *const names[] = { "Cosima Larkspur.ics", "cosima larkspur (2).ics", "b-b@example.org.ics" };
  static const char *const mails[] = { "c@example.org", "c2@example.org", "b/b@example.org" };
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(GBytes) text = text_of (3);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) invitations = NULL;

  add (gathering, "cosima000001", "Cosima Larkspur", "c@example.org");
  add (gathering, "cosima000002", "cosima larkspur", "c2@example.org");
  add (gathering, "nobody000001", "Nobody", "");
  add (gathering, "bob000000001", "", "b/b@example.org");
  invitations = pln_ics_export_invitations (gathering, text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (invitations->len, ==, 3);
  for (guint i = 0; i < invitations->len; i++)
    {
      PlnInvitation *invitation = g_ptr_array_index (invitations, i);
      g_autofree char *ics = g_strndup (g_bytes_get_data (invitation->ics, NULL), g_bytes_get_size (invitation->ics));
      g_auto(GStrv) guests = g_strsplit (ics, "ATTENDEE", -1);

      g_assert_cmpstr (invitation->file_name, ==, names[i]);
      g_assert_cmpuint (g_strv_length (guests), ==, 2);
      g_assert_nonnull (strstr (ics, mails[i]));
      g_assert_nonnull (strstr (ics, "METHOD:REQUEST"));
      g_assert_nonnull (strstr (ics, "LOCATION:https://meet.example.org/"));
      g_assert_null (strstr (ics, "DESCRIPTION"));
      g_assert_cmpstr (invitation->words, !=, "");
    }
}

static void
test_cancelled_gives_cancellations (void)
{
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(GBytes) text = text_of (1);
  g_autoptr(GPtrArray) invitations = NULL;
  g_autofree char *ics = NULL;
  GBytes *bytes;

  add (gathering, "cosima000001", "Cosima", "c@example.org");
  pln_gathering_set_cancelled (gathering, TRUE);
  invitations = pln_ics_export_invitations (gathering, text, (const char *const[]) { "cosima000001", NULL }, NULL);
  bytes = ((PlnInvitation *) g_ptr_array_index (invitations, 0))->ics;
  ics = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (ics, "METHOD:CANCEL"));
}

static void
test_says_what_is_missing (void)
{
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(GBytes) text = text_of (1);
  g_autoptr(GError) no_address = NULL;
  g_autoptr(GError) no_identity = NULL;

  add (gathering, "nobody000001", "Nobody", "");
  g_assert_null (pln_ics_export_invitations (gathering, text, (const char *const[]) { "nobody000001", NULL }, &no_address));
  g_assert_error (no_address, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_ADDRESS);
  pln_gathering_set_organiser (gathering, "Ada", "");
  g_assert_null (pln_ics_export_invitations (gathering, text, NULL, &no_identity));
  g_assert_error (no_identity, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_IDENTITY);
}

static void
test_thousand (void)
{
  g_autoptr(PlnGathering) gathering = meetup ();
  g_autoptr(GBytes) text = text_of (1000);
  g_autoptr(GPtrArray) invitations = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("guest%07u", i);
      g_autofree char *email = g_strdup_printf ("guest%u@example.org", i);

      add (gathering, id, "Same Name", email);
    }
  g_test_timer_start ();
  invitations = pln_ics_export_invitations (gathering, text, NULL, NULL);
  g_test_timer_elapsed ();
  g_test_minimized_result (g_test_timer_last (), "1,000 invitations: %.3f s", g_test_timer_last ());
  g_assert_cmpuint (invitations->len, ==, 1000);
  g_assert_cmpstr (((PlnInvitation *) g_ptr_array_index (invitations, 999))->file_name, ==, "Same Name (1000).ics");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/export/one-per-guest", test_one_file_per_guest);
  g_test_add_func ("/exchange/export/cancel", test_cancelled_gives_cancellations);
  g_test_add_func ("/exchange/export/missing", test_says_what_is_missing);
  g_test_add_func ("/exchange/export/thousand", test_thousand);

  return g_test_run ();
}
