/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering.h"

/* Writes down what a list announces, as “position-removed+added”. */
static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static PlnAttendee *
new_attendee (guint     number,
              PlnAnswer answer)
{
  g_autofree char *id = g_strdup_printf ("p%011u", number);
  g_autofree char *email = g_strdup_printf ("P%u@example.org", number);
  PlnAttendee *attendee = pln_attendee_new (id);

  pln_attendee_set_email (attendee, email);
  pln_attendee_set_answer (attendee, answer);

  return attendee;
}

/* A gathering with attendees of these numbers; 0 ends them. */
static PlnGathering *
new_gathering (const guint *numbers)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");

  for (; *numbers != 0; numbers++)
    {
      g_autoptr(PlnAttendee) attendee = new_attendee (*numbers, PLN_ANSWER_ACCEPTED);

      pln_gathering_add_attendee (gathering, attendee);
    }
  pln_gathering_set_loaded (gathering, TRUE);

  return gathering;
}

static PlnSession *
new_session (const char *uid,
             const char *title,
             int         hour)
{
  g_autoptr(GDateTime) start = hour >= 0 ? g_date_time_new_utc (2011, 7, 19, hour, 0, 0) : NULL;
  PlnSession *session = pln_session_new (uid);

  pln_session_set_title (session, title);
  pln_session_set_times (session, start, NULL, "UTC", FALSE);

  return session;
}

static char *
titles (PlnGathering *gathering)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);

      g_string_append_printf (text, "%s ", pln_session_get_title (session));
    }

  return g_string_free (text, FALSE);
}

static void
test_counts_follow (void)
{
  g_autoptr(PlnGathering) gathering = new_gathering ((guint[]) { 1, 2, 3, 0 });
  PlnAttendee *first = pln_gathering_find_attendee (gathering, "p00000000001");
  guint n = 0;

  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED), ==, 3);

  g_signal_connect (gathering, "notify", G_CALLBACK (count_cb), &n);
  pln_attendee_set_answer (first, PLN_ANSWER_DECLINED);
  g_assert_cmpuint (n, ==, 2); /* n-going and n-declined */
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED), ==, 2);
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_DECLINED), ==, 1);

  pln_attendee_set_waiting (first, TRUE);
  pln_attendee_set_told (first, TRUE, 0);
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_DECLINED), ==, 0);
  g_assert_cmpuint (pln_gathering_get_n_waiting (gathering), ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_told (gathering), ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 3);

  g_object_ref (first);
  g_assert_true (pln_gathering_remove_attendee (gathering, "p00000000001"));
  g_assert_false (pln_gathering_remove_attendee (gathering, "p00000000001"));
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 2);
  g_assert_cmpuint (pln_gathering_get_n_told (gathering), ==, 0);
  pln_attendee_set_waiting (first, FALSE); /* is nobody's now */
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 2);
  g_object_unref (first);
}

static void
test_index_counts_until_loaded (void)
{
  const guint answers[PLN_N_ANSWERS] = { 80, 4, 2, 0 };
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(PlnGathering) loaded = new_gathering ((guint[]) { 1, 2, 0 });

  pln_gathering_set_counts (gathering, answers, 3, 5, 7);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 89);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 7);

  pln_gathering_take_from (gathering, loaded);
  g_assert_true (pln_gathering_get_loaded (gathering));
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 2);
  g_assert_cmpuint (pln_gathering_get_n_told (gathering), ==, 0);

  pln_gathering_set_counts (gathering, answers, 3, 5, 7);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 2);
}

static void
test_many_are_added_at_once (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) many = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GString) changes = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    g_ptr_array_add (many, new_attendee (i + 1, PLN_ANSWER_TENTATIVE));
  g_ptr_array_add (many, g_object_ref (g_ptr_array_index (many, 7))); /* once is enough */

  g_signal_connect (pln_gathering_get_attendees (gathering), "items-changed", G_CALLBACK (changed_cb), changes);
  pln_gathering_add_attendees (gathering, many);

  g_assert_cmpstr (changes->str, ==, "0-0+10000 ");
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_TENTATIVE), ==, 10000);
  g_assert_nonnull (pln_gathering_find_address (gathering, "p9999@EXAMPLE.org"));
}

static void
test_address_finds_the_first (void)
{
  g_autoptr(PlnGathering) gathering = new_gathering ((guint[]) { 1, 2, 0 });
  PlnAttendee *one = pln_gathering_find_attendee (gathering, "p00000000001");
  PlnAttendee *two = pln_gathering_find_attendee (gathering, "p00000000002");

  g_assert_true (pln_gathering_find_address (gathering, "P1@EXAMPLE.ORG") == one);
  g_assert_null (pln_gathering_find_address (gathering, ""));

  pln_attendee_set_email (two, "p1@example.org");
  g_assert_true (pln_gathering_find_address (gathering, "p1@example.org") == one);

  pln_attendee_set_email (one, "new@example.org");
  g_assert_true (pln_gathering_find_address (gathering, "p1@example.org") == two);
}

static void
test_merge_announces_what_differs (void)
{
  static const struct
  {
    guint       before[8];
    guint       after[8];
    const char *changes;
  } rows[] = {
    { { 1, 2, 3, 0 }, { 1, 2, 3, 0 }, "" },
    { { 1, 2, 3, 4, 5, 0 }, { 1, 3, 5, 0 }, "3-1+0 1-1+0 " },
    { { 1, 2, 0 }, { 9, 1, 8, 7, 2, 6, 0 }, "0-0+1 2-0+2 5-0+1 " },
    { { 1, 2, 3, 4, 0 }, { 1, 5, 4, 0 }, "1-2+0 1-0+1 " },
    { { 1, 2, 3, 0 }, { 1, 3, 2, 0 }, "1-2+2 " },
    { { 1, 2, 0 }, { 0 }, "0-2+0 " },
    { { 0 }, { 1, 2, 0 }, "0-0+2 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PlnGathering) here = new_gathering (rows[i].before);
      g_autoptr(PlnGathering) there = new_gathering (rows[i].after);
      g_autoptr(GString) changes = g_string_new (NULL);
      PlnAttendee *first = pln_gathering_find_attendee (here, "p00000000001");
      GListModel *attendees = pln_gathering_get_attendees (here);
      guint n = 0;

      g_signal_connect (attendees, "items-changed", G_CALLBACK (changed_cb), changes);
      pln_gathering_take_from (here, there);

      g_assert_cmpstr (changes->str, ==, rows[i].changes);
      for (; rows[i].after[n] != 0; n++)
        {
          g_autofree char *id = g_strdup_printf ("p%011u", rows[i].after[n]);
          g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, n);

          g_assert_cmpstr (pln_attendee_get_id (attendee), ==, id);
          g_assert_true (pln_gathering_find_attendee (here, id) == attendee);
          if (rows[i].after[n] == 1 && first != NULL)
            g_assert_true (attendee == first);
        }
      g_assert_cmpuint (g_list_model_get_n_items (attendees), ==, n);
      g_assert_cmpuint (pln_gathering_get_n_attendees (here), ==, n);
    }
}

/* Who came from the other one is counted here, also after that one is gone. */
static void
test_merged_attendees_are_counted_here (void)
{
  g_autoptr(PlnGathering) here = new_gathering ((guint[]) { 1, 0 });
  PlnGathering *there = new_gathering ((guint[]) { 1, 2, 0 });

  pln_gathering_take_from (here, there);
  g_object_unref (there);

  pln_attendee_set_answer (pln_gathering_find_attendee (here, "p00000000002"), PLN_ANSWER_DECLINED);
  g_assert_cmpuint (pln_gathering_get_n_answers (here, PLN_ANSWER_DECLINED), ==, 1);
}

static void
test_sessions_stand_in_order (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(PlnSession) lunch = new_session ("s1", "Lunch", 12);
  g_autoptr(PlnSession) open = new_session ("s2", "Open", -1);
  g_autoptr(PlnSession) welcome = new_session ("s3", "Welcome", 9);
  g_autoptr(PlnSession) later = new_session ("s1", "Lunch", 13);
  g_autoptr(PlnSession) talk = new_session ("s4", "Talk", 12);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  pln_gathering_put_session (gathering, open);
  pln_gathering_put_session (gathering, lunch);
  pln_gathering_put_session (gathering, talk);
  pln_gathering_put_session (gathering, welcome);
  before = titles (gathering);
  g_assert_cmpstr (before, ==, "Welcome Lunch Talk Open ");

  pln_gathering_put_session (gathering, later);
  after = titles (gathering);
  g_assert_cmpstr (after, ==, "Welcome Talk Lunch Open ");
  g_assert_true (pln_gathering_find_session (gathering, "s1") == lunch);

  g_signal_connect (pln_gathering_get_sessions (gathering), "items-changed", G_CALLBACK (changed_cb), changes);
  g_assert_true (pln_gathering_remove_session (gathering, "s4"));
  g_assert_false (pln_gathering_remove_session (gathering, "s4"));
  g_assert_null (pln_gathering_find_session (gathering, "s4"));
  g_assert_cmpstr (changes->str, ==, "1-1+0 ");
}

static void
test_copy_has_the_properties (void)
{
  static const char *const rooms[] = { "Bronte (60)", NULL };
  g_autoptr(GTimeZone) london = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) start = g_date_time_new (london, 2011, 7, 19, 9, 30, 0);
  g_autoptr(GDateTime) end = g_date_time_new (london, 2011, 7, 19, 16, 30, 0);
  g_autoptr(PlnGathering) gathering = new_gathering ((guint[]) { 1, 2, 0 });
  g_autoptr(PlnGathering) copy = NULL;

  pln_gathering_set_title (gathering, "LIS DREaM launch");
  pln_gathering_set_times (gathering, start, end, "Europe/London", FALSE);
  pln_gathering_set_rooms (gathering, rooms);
  pln_gathering_set_places (gathering, "Examples", "Examples");
  pln_gathering_set_series (gathering, "s", "before@example.org");
  copy = pln_gathering_copy (gathering);

  g_assert_cmpstr (pln_gathering_get_uid (copy), ==, "g@example.org");
  g_assert_cmpstr (pln_gathering_get_title (copy), ==, "LIS DREaM launch");
  g_assert_cmpstr (pln_gathering_get_zone (copy), ==, "Europe/London");
  g_assert_cmpstr (pln_gathering_get_previous (copy), ==, "before@example.org");
  g_assert_true (g_date_time_equal (pln_gathering_get_start (copy), start));
  g_assert_true (g_strv_equal (pln_gathering_get_rooms (copy), rooms));
  g_assert_true (pln_gathering_get_is_example (copy));
  g_assert_false (pln_gathering_get_loaded (copy));
  g_assert_cmpuint (pln_gathering_get_n_attendees (copy), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_attendees (copy)), ==, 0);
}

/* The same moment in another zone is another time. */
static void
test_zone_is_part_of_a_time (void)
{
  g_autoptr(GTimeZone) london = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) here = g_date_time_new (london, 2011, 1, 19, 9, 30, 0);
  g_autoptr(GDateTime) utc = g_date_time_to_utc (here);
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");

  pln_gathering_set_times (gathering, utc, NULL, "UTC", FALSE);
  pln_gathering_set_times (gathering, here, NULL, "Europe/London", FALSE);

  g_assert_true (pln_gathering_get_start (gathering) == here);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/gathering/counts", test_counts_follow);
  g_test_add_func ("/model/gathering/index", test_index_counts_until_loaded);
  g_test_add_func ("/model/gathering/many", test_many_are_added_at_once);
  g_test_add_func ("/model/gathering/address", test_address_finds_the_first);
  g_test_add_func ("/model/gathering/merge", test_merge_announces_what_differs);
  g_test_add_func ("/model/gathering/merged-counts", test_merged_attendees_are_counted_here);
  g_test_add_func ("/model/gathering/sessions", test_sessions_stand_in_order);
  g_test_add_func ("/model/gathering/copy", test_copy_has_the_properties);
  g_test_add_func ("/model/gathering/zone", test_zone_is_part_of_a_time);

  return g_test_run ();
}
