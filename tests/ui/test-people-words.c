/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-composition.h"
#include "pln-facet.h"
#include "pln-person-words.h"
#include "pln-ui-people.h"

static PlnAttendee *
make_person (const char *sector,
             gboolean    first_time)
{
  static guint n;
  g_autofree char *id = g_strdup_printf ("person%06u", n++);
  PlnAttendee *attendee = pln_attendee_new (id);

  pln_attendee_set_sector (attendee, sector);
  pln_attendee_set_first_time (attendee, first_time);

  return attendee;
}

static void
add (GPtrArray  *people,
     guint       n,
     const char *sector,
     gboolean    first_time)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (people, make_person (sector, first_time));
}

/* From twenty people on the largest sector is a share; markup is escaped, and
 * an abbreviation keeps its capitals. */
static void
test_composition (void)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) all_sectors = NULL;
  g_autofree char *none = NULL;
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;

  add (all, 1, "NHS", FALSE);
  add (all, 1, "School <libraries>", FALSE);
  add (all, 1, "", FALSE);
  all_sectors = pln_facet_count (PLN_FACET_SECTOR, all);

  none = pln_composition_words (shown, all_sectors);
  g_assert_cmpstr (none, ==, "");

  add (shown, 12, "Academic", FALSE);
  add (shown, 3, "NHS", TRUE);
  few = pln_composition_words (shown, all_sectors);
  g_assert_cmpstr (few, ==, "<b>12 academic</b>, 3 NHS, 3 first-timers; <b>nobody from school &lt;libraries&gt;</b>");

  add (shown, 5, "", FALSE);
  many = pln_composition_words (shown, all_sectors);
  g_assert_cmpstr (many, ==, "<b>60 % academic</b>, 3 NHS, 3 first-timers; <b>nobody from school &lt;libraries&gt;</b>");
}

static char *
places (guint going,
        guint waiting,
        guint capacity)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("uid@example.org");
  guint answers[PLN_N_ANSWERS] = { going };

  pln_gathering_set_counts (gathering, answers, waiting, 0, 0);
  pln_gathering_set_capacity (gathering, capacity);

  return pln_places_words (gathering);
}

static void
test_places (void)
{
  static const struct
  {
    guint       going;
    guint       waiting;
    guint       capacity;
    const char *words;
  } rows[] = {
    { 86, 0, 100, "14 of 100 places free" },
    { 99, 0, 100, "1 of 100 places free" },
    { 100, 7, 100, "7 waiting" },
    { 100, 0, 100, "all places taken" },
    { 104, 7, 100, "4 more than there are places" },
    { 86, 0, 0, "" },
    { 86, 2, 0, "2 waiting" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = places (rows[i].going, rows[i].waiting, rows[i].capacity);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_source (void)
{
  g_autoptr(PlnAttendee) attendee = make_person ("", FALSE);
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 4, 12, 0, 0);
  g_autofree char *nothing = pln_person_answer_source (attendee, "Ada");
  g_autofree char *invited = NULL;
  g_autofree char *own = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *somebody = NULL;

  g_assert_cmpstr (nothing, ==, "Not invited yet");
  pln_attendee_set_told (attendee, TRUE, 0);
  invited = pln_person_answer_source (attendee, "Ada");
  g_assert_cmpstr (invited, ==, "Invited, no answer yet");

  pln_attendee_set_answer (attendee, PLN_ANSWER_ACCEPTED);
  own = pln_person_answer_source (attendee, "Ada");
  g_assert_cmpstr (own, ==, "Own answer");

  pln_attendee_set_said (attendee, at, "Ada");
  mine = pln_person_answer_source (attendee, "Ada");
  g_assert_cmpstr (mine, ==, "Set by you, 4 July");
  theirs = pln_person_answer_source (attendee, "Kit");
  g_assert_cmpstr (theirs, ==, "Set by Ada, 4 July");

  pln_attendee_set_said (attendee, at, ""); /* who said so had told no name */
  alone = pln_person_answer_source (attendee, "");
  g_assert_cmpstr (alone, ==, "Set by you, 4 July");
  somebody = pln_person_answer_source (attendee, "Ada");
  g_assert_cmpstr (somebody, ==, "Set by an organiser, 4 July");
}

static void
test_summary (void)
{
  g_autoptr(PlnAttendee) attendee = make_person ("", TRUE);
  static const char *const networks[] = { "LISNPN", "Twitter", "CDG", NULL };
  g_autofree char *summary = NULL;

  pln_attendee_set_name (attendee, "Cosima\nLarkspur");
  pln_attendee_set_role (attendee, PLN_ROLE_SPEAKER);
  pln_attendee_set_networks (attendee, networks);
  pln_attendee_set_organisation (attendee, "Fenwick College");
  pln_attendee_set_waiting (attendee, TRUE);

  summary = pln_person_summary (attendee);
  g_assert_cmpstr (summary, ==, "Cosima Larkspur, Waiting, Speaker, first time, LISNPN, Twitter and CDG, Fenwick College");
}

static void
test_initials (void)
{
  static const char *const rows[][2] = {
    { "Cosima Larkspur", "CL" }, { "ada@example.org", "A" }, { "  zoë  van den Ökland ", "ZÖ" }, { "", "" }, { "(Kit) (Dunnock)", "KD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *initials = pln_person_initials (rows[i][0]);

      g_assert_cmpstr (initials, ==, rows[i][1]);
    }
}

static void
test_facets (void)
{
  g_autoptr(PlnGathering) gathering = pln_ui_people_new (124, FALSE);
  g_autoptr(GPtrArray) answers = pln_facet_count_list (PLN_FACET_ANSWER, pln_gathering_get_attendees (gathering));
  g_autoptr(GPtrArray) networks = pln_facet_count_list (PLN_FACET_NETWORK, pln_gathering_get_attendees (gathering));
  static const guint counts[] = { 86, 6, 11, 21 };

  g_assert_cmpuint (answers->len, ==, 4);
  for (guint i = 0; i < answers->len; i++)
    {
      const PlnFacetCount *count = g_ptr_array_index (answers, i);

      g_assert_cmpstr (count->value, ==, pln_standing_key (i));
      g_assert_cmpuint (count->n_people, ==, counts[i]);
    }
  g_assert_cmpstr (((PlnFacetCount *) g_ptr_array_index (networks, networks->len - 1))->value, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/people-words/composition", test_composition);
  g_test_add_func ("/ui/people-words/places", test_places);
  g_test_add_func ("/ui/people-words/source", test_source);
  g_test_add_func ("/ui/people-words/summary", test_summary);
  g_test_add_func ("/ui/people-words/initials", test_initials);
  g_test_add_func ("/ui/people-words/facets", test_facets);

  return g_test_run ();
}
