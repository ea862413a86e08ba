/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_answers_have_their_stored_form (void)
{
  g_assert_cmpint (pln_answer_parse ("TENTATIVE"), ==, PLN_ANSWER_TENTATIVE);
  g_assert_cmpint (pln_answer_parse ("X-PERHAPS"), ==, PLN_ANSWER_NEEDS_ACTION);
  g_assert_cmpint (pln_answer_parse (NULL), ==, PLN_ANSWER_NEEDS_ACTION);
  g_assert_false (pln_answer_is_known ("delegated"));
  for (int i = 0; i < PLN_N_ANSWERS; i++)
    g_assert_cmpint (pln_answer_parse (pln_answer_store (i)), ==, i);
}

static void
test_notifies_only_on_change (void)
{
  g_autoptr(PlnAttendee) attendee = pln_attendee_new ("ada000000001");
  guint n = 0;

  g_signal_connect (attendee, "notify", G_CALLBACK (count_cb), &n);
  pln_attendee_set_answer (attendee, PLN_ANSWER_NEEDS_ACTION);
  pln_attendee_set_name (attendee, NULL);
  pln_attendee_set_name (attendee, "");
  pln_attendee_set_said (attendee, NULL, NULL);
  pln_attendee_set_told (attendee, FALSE, -1);
  pln_attendee_set_networks (attendee, NULL);
  g_assert_cmpuint (n, ==, 0);

  pln_attendee_set_answer (attendee, PLN_ANSWER_ACCEPTED);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_what_is_shown_is_never_null (void)
{
  g_autoptr(PlnAttendee) attendee = pln_attendee_new ("ada000000001");

  g_assert_cmpstr (pln_attendee_get_display_name (attendee), ==, "");
  g_assert_cmpstr (pln_attendee_get_sort_key (attendee), ==, "");
  g_assert_nonnull (pln_attendee_get_networks (attendee));

  pln_attendee_set_email (attendee, "ada@example.org");
  g_assert_cmpstr (pln_attendee_get_display_name (attendee), ==, "ada@example.org");

  pln_attendee_set_name (attendee, "Ada Fennimore");
  g_assert_cmpstr (pln_attendee_get_display_name (attendee), ==, "Ada Fennimore");
}

/* What is derived follows, though it is kept. */
static void
test_search_text_and_key_follow (void)
{
  static const char *const networks[] = { "LISNPN", "CDG", NULL };
  g_autoptr(PlnAttendee) attendee = pln_attendee_new ("zoe000000001");
  g_autofree char *key = NULL;

  pln_attendee_set_name (attendee, "Zoë Tarn");
  key = g_strdup (pln_attendee_get_sort_key (attendee));
  g_assert_nonnull (strstr (pln_attendee_get_search_text (attendee), "zoe"));

  pln_attendee_set_networks (attendee, networks);
  pln_attendee_set_name (attendee, "Zoë Abbot");
  g_assert_nonnull (strstr (pln_attendee_get_search_text (attendee), "cdg"));
  g_assert_nonnull (strstr (pln_attendee_get_search_text (attendee), "abbot"));
  g_assert_cmpstr (pln_attendee_get_sort_key (attendee), <, key);
}

/* Every property goes through copy, set and get: the list is the class's own. */
static void
test_copy_is_equal (void)
{
  static const char *const networks[] = { "LISNPN", NULL };
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 1, 9, 0, 0);
  g_autoptr(PlnAttendee) attendee = NULL;
  g_autoptr(PlnAttendee) copy = NULL;
  g_autofree GParamSpec **specs = NULL;
  guint n_specs;

  attendee = g_object_new (PLN_TYPE_ATTENDEE,
                           "id", "ada000000001", "email", "ada@example.org", "name", "Ada Fennimore",
                           "organisation", "Bankside Library", "sector", "public", "stage", "student",
                           "said-at", at, "said-by", "Cosima", "answer", PLN_ANSWER_DECLINED,
                           "told", TRUE, "told-sequence", 3, "waiting", TRUE, "first-time", TRUE,
                           "role", PLN_ROLE_SPEAKER, "mode", PLN_MODE_ONLINE, "networks", networks,
                           "expected-from", at, "expected-until", at, "role-wish", PLN_ROLE_WISH_BUDDY,
                           "wished-roles", PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_REPORTER), NULL);
  pln_attendee_set_presence (attendee, PLN_PRESENCE_LEFT, at, at);
  copy = pln_attendee_copy (attendee);

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (copy), &n_specs);
  for (guint i = 0; i < n_specs; i++)
    {
      g_auto(GValue) one = G_VALUE_INIT;
      g_auto(GValue) two = G_VALUE_INIT;
      g_autofree char *text_one = NULL;
      g_autofree char *text_two = NULL;

      g_object_get_property (G_OBJECT (attendee), specs[i]->name, &one);
      g_object_get_property (G_OBJECT (copy), specs[i]->name, &two);
      g_assert_false (g_param_value_defaults (specs[i], &one));
      if (G_VALUE_HOLDS (&one, G_TYPE_STRV) || G_VALUE_HOLDS (&one, G_TYPE_DATE_TIME))
        continue;
      text_one = g_strdup_value_contents (&one);
      text_two = g_strdup_value_contents (&two);
      g_assert_cmpstr (text_one, ==, text_two);
    }
  g_assert_true (g_strv_equal (pln_attendee_get_networks (copy), networks));
  g_assert_true (g_date_time_equal (pln_attendee_get_said_at (copy), at));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/answer/stored", test_answers_have_their_stored_form);
  g_test_add_func ("/model/attendee/notify", test_notifies_only_on_change);
  g_test_add_func ("/model/attendee/never-null", test_what_is_shown_is_never_null);
  g_test_add_func ("/model/attendee/derived", test_search_text_and_key_follow);
  g_test_add_func ("/model/attendee/copy", test_copy_is_equal);

  return g_test_run ();
}
