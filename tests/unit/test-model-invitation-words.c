/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invitation-words.h"
#include "pln-when.h"

#include <string.h>

static PlnGathering *
meet_up (void)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");
  GDate day;
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, G_DATE_JULY, 2011);
  start = pln_when_join (&day, 18 * 60 + 30, "Europe/London");
  end = pln_when_join (&day, 20 * 60 + 30, "Europe/London");
  pln_gathering_set_title (gathering, "CPD23\nmeet-up");
  pln_gathering_set_times (gathering, start, end, "Europe/London", FALSE);
  pln_gathering_set_location (gathering, "University Centre, Cambridge");
  pln_gathering_set_organiser (gathering, "Dorrie Candlewick", "dorrie@fenwick.example");

  return gathering;
}

static PlnAttendee *
guest (const char *name)
{
  PlnAttendee *attendee = pln_attendee_new ("zadie0000001");

  pln_attendee_set_name (attendee, name);

  return attendee;
}

static void
test_invitation (void)
{
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autoptr(PlnAttendee) zadie = guest ("Zadie Foxglove");
  g_autofree char *words = pln_invitation_words (gathering, zadie);

  g_assert_cmpstr (words, ==,
                   "Dear Zadie,\n\n"
                   "you are invited to “CPD23 meet-up”:\n\n"
                   "Wed 20 July 2011, 18:30–20:30, London time\n"
                   "University Centre, Cambridge\n\n"
                   "Open the attached file to answer.\n\n"
                   "Dorrie Candlewick\n");
}

static void
test_cancelled (void)
{
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autofree char *words = NULL;

  pln_gathering_set_cancelled (gathering, TRUE);
  pln_gathering_set_online (gathering, "https://meet.example.org");
  words = pln_invitation_words (gathering, NULL);

  g_assert_true (g_str_has_prefix (words, "Hello,\n\n“CPD23 meet-up” has been cancelled."));
  g_assert_null (strstr (words, "meet.example.org"));
}

static void
test_update_and_details (void)
{
  g_autoptr(PlnGathering) gathering = meet_up ();
  g_autoptr(PlnAttendee) zadie = guest ("");
  g_autofree char *words = NULL;

  pln_attendee_set_told (zadie, TRUE, 0);
  pln_gathering_set_online (gathering, "https://meet.example.org");
  pln_gathering_set_description (gathering, "Tea is there.\n\nCome as you are.\n");
  pln_gathering_set_answer_by (gathering, pln_gathering_get_start (gathering));
  words = pln_invitation_words (gathering, zadie);

  g_assert_nonnull (strstr (words, "Hello,\n\nthis is how things stand"));
  g_assert_nonnull (strstr (words, "https://meet.example.org\n\nTea is there.\n\nCome as you are.\n"));
  g_assert_nonnull (strstr (words, "to answer, by Wed 20 July 2011.\n"));
}

static void
test_first_name (void)
{
  static const char *const rows[][2] = {
    { "Zadie Foxglove", "Zadie" }, { "Foxglove, Zadie Ann", "Zadie" }, { "Prince", "Prince" }, { "  ", "" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PlnAttendee) attendee = guest (rows[i][0]);
      g_autofree char *first_name = pln_invitation_first_name (attendee);

      g_assert_cmpstr (first_name, ==, rows[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/invitation-words/invitation", test_invitation);
  g_test_add_func ("/model/invitation-words/cancelled", test_cancelled);
  g_test_add_func ("/model/invitation-words/update-and-details", test_update_and_details);
  g_test_add_func ("/model/invitation-words/first-name", test_first_name);

  return g_test_run ();
}
