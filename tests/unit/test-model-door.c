/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-door.h"

static const char *const people[][2] = {
  { "Cosima Larkspur", "Marlow Borough Libraries" }, { "Ada Fennimore", "Northmere University" },
  { "Ada Fennimore", "Tarnside University" }, { "Zoë Quillfeather", "" }, { "Rosalind Oakes", "" },
  { "Una Oakapple", "" }, { "Adam Larkspur-Ada", "" },
};

static PlnGathering *
new_day (void)
{
  PlnGathering *gathering = pln_gathering_new ("day");

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *id = g_strdup_printf ("person%06u", i);
      g_autofree char *email = g_strdup_printf ("p%u@a.example", i);
      g_autoptr(PlnAttendee) attendee = pln_attendee_new (id);

      pln_attendee_set_name (attendee, people[i][0]);
      pln_attendee_set_email (attendee, email);
      pln_attendee_set_organisation (attendee, people[i][1]);
      pln_attendee_set_answer (attendee, PLN_ANSWER_ACCEPTED);
      pln_gathering_add_attendee (gathering, attendee);
    }

  return gathering;
}

static void
expect (PlnGathering *gathering,
        const char   *text,
        const char   *names)
{
  g_autoptr(GPtrArray) found = pln_door_find (gathering, text, 3);
  GString *all = g_string_new (NULL);
  g_autofree char *said = NULL;

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", pln_attendee_get_name (found->pdata[i]));
  said = g_string_free (all, FALSE);
  g_assert_cmpstr (said, ==, names);
}

static void
test_find (void)
{
  g_autoptr(PlnGathering) gathering = new_day ();

  expect (gathering, "cos", "Cosima Larkspur");
  expect (gathering, "lark co", "Cosima Larkspur");
  expect (gathering, "larkspur", "Cosima Larkspur, Adam Larkspur-Ada");
  expect (gathering, "zoe q", "Zoë Quillfeather");
  expect (gathering, "ada", "Ada Fennimore, Ada Fennimore, Adam Larkspur-Ada");
  expect (gathering, "P3@A.example", "Zoë Quillfeather");
  expect (gathering, "person000005 ", "Una Oakapple");
  expect (gathering, "ennimore", "");
  expect (gathering, "northmere", "");
  expect (gathering, "  ", "");
}

static void
test_doubles (void)
{
  g_autoptr(PlnGathering) gathering = new_day ();
  g_autoptr(GPtrArray) two = pln_door_find (gathering, "ada fennimore", 6);
  g_autoptr(GPtrArray) one = pln_door_find (gathering, "cosima", 6);
  g_autoptr(GPtrArray) none = pln_door_find (gathering, "rufus", 6);

  g_assert_cmpuint (pln_door_n_alike (two), ==, 2);
  g_assert_cmpuint (pln_door_n_alike (one), ==, 1);
  g_assert_cmpuint (pln_door_n_alike (none), ==, 0);
}

static void
test_nearest (void)
{
  g_autoptr(PlnGathering) gathering = new_day ();
  g_autoptr(GPtrArray) near = pln_door_nearest (gathering, "rufus oakley", 2);
  g_autoptr(GPtrArray) far = pln_door_nearest (gathering, "xx", 2);

  g_assert_cmpuint (near->len, ==, 2);
  g_assert_cmpstr (pln_attendee_get_name (near->pdata[0]), ==, "Rosalind Oakes");
  g_assert_cmpstr (pln_attendee_get_name (near->pdata[1]), ==, "Una Oakapple");
  g_assert_cmpuint (far->len, ==, 0);
}

static void
come (PlnGathering *gathering,
      const char   *id,
      int           minute,
      PlnPresence   presence)
{
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 19, 9, minute, 0);

  pln_attendee_set_presence (pln_gathering_find_attendee (gathering, id), presence, at, NULL);
}

static void
test_count (void)
{
  g_autoptr(PlnGathering) gathering = new_day ();
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GPtrArray) last = NULL;
  PlnDoorCount count;

  pln_attendee_set_answer (pln_gathering_find_attendee (gathering, "person000000"), PLN_ANSWER_DECLINED);
  pln_attendee_set_answer (pln_gathering_find_attendee (gathering, "person000001"), PLN_ANSWER_DECLINED);
  come (gathering, "person000001", 5, PLN_PRESENCE_HERE); /* comes all the same */
  come (gathering, "person000002", 7, PLN_PRESENCE_LEFT);
  come (gathering, "person000003", 6, PLN_PRESENCE_HERE);
  count = pln_door_count (gathering);
  missing = pln_door_missing (gathering);
  last = pln_door_last (gathering, 2);
  g_assert_cmpuint (count.here, ==, 2);
  g_assert_cmpuint (count.expected, ==, 6);
  g_assert_cmpuint (count.missing, ==, 3);
  g_assert_cmpuint (missing->len, ==, 3);
  g_assert_cmpstr (pln_attendee_get_name (missing->pdata[1]), ==, "Una Oakapple");
  g_assert_cmpuint (last->len, ==, 2);
  g_assert_cmpstr (pln_attendee_get_organisation (last->pdata[0]), ==, "Tarnside University");
  g_assert_cmpstr (pln_attendee_get_name (last->pdata[1]), ==, "Zoë Quillfeather");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/door/find", test_find);
  g_test_add_func ("/model/door/doubles", test_doubles);
  g_test_add_func ("/model/door/nearest", test_nearest);
  g_test_add_func ("/model/door/count", test_count);

  return g_test_run ();
}
