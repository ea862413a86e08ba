/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-words.h"

/* 74 people over three rounds, as good as one can wish. */
static PlnQuality *
good_mix (void)
{
  PlnQuality *quality = pln_quality_new ();

  quality->grade = PLN_QUALITY_GOOD;
  quality->n_rounds = 3;
  quality->n_people = 74;
  quality->met_min = 14;
  quality->met_max = 16;
  quality->sectors = 3;
  quality->networks = 2;

  return quality;
}

static void
assert_words (PlnQuality *quality,
              const char *words)
{
  g_auto(GStrv) sentences = pln_quality_words (quality);
  g_autofree char *all = g_strjoinv (" ", sentences);

  g_assert_cmpuint (g_strv_length (sentences), <=, 3);
  g_assert_cmpstr (all, ==, words);
}

static void
test_best_news_first (void)
{
  g_autoptr(PlnQuality) quality = good_mix ();

  g_assert_cmpstr (pln_quality_title (quality), ==, "A good mix");
  assert_words (quality, "Everybody meets 14 to 16 new people; nobody meets twice. "
                         "Every group has three sectors or more and at least two networks.");
}

static void
test_exceptions_are_counted (void)
{
  g_autoptr(PlnQuality) quality = good_mix ();
  PlnFlaw *flaw;

  quality->met_min = 15;
  quality->n_again = 2;
  quality->again_most = 2;
  quality->networks = 1;
  flaw = pln_quality_add_flaw (quality, PLN_FLAW_NOBODY_FROM, "anselm", NULL, NULL, NULL);
  g_free (flaw->text);
  flaw->text = g_strdup ("public libraries");
  assert_words (quality, "Everybody meets 15 or 16 new people; two pairs meet twice. "
                         "Every group has three sectors or more. One person meets nobody from public libraries.");
}

static void
test_who_is_there_for_a_part (void)
{
  g_autoptr(PlnQuality) quality = good_mix ();

  quality->met_min = quality->met_max = 15;
  quality->n_part = 2;
  quality->part_min = quality->part_max = 11;
  quality->sectors = 0;
  quality->networks = 0;
  quality->has_colleagues = TRUE;
  assert_words (quality, "Everybody meets 15 new people; the two who are there for a part only meet 11; "
                         "nobody meets twice. Nobody sits with more than one colleague.");
}

static void
test_rules_come_before_the_rest (void)
{
  g_autoptr(PlnQuality) quality = good_mix ();

  quality->grade = PLN_QUALITY_BROKEN;
  quality->has_colleagues = TRUE;
  pln_quality_add_flaw (quality, PLN_FLAW_RULE, "a", "b", NULL, NULL);
  pln_quality_add_flaw (quality, PLN_FLAW_NO_ROLE, NULL, NULL, "r", "g")->role = PLN_GROUP_ROLE_NOTE_TAKER;
  g_assert_cmpstr (pln_quality_title (quality), ==, "Some rules cannot be kept");
  assert_words (quality, "Everybody meets 14 to 16 new people; nobody meets twice. "
                         "Every group has three sectors or more and at least two networks. One rule is not kept.");
}

static void
test_roles_are_counted_by_group (void)
{
  g_autoptr(PlnQuality) quality = good_mix ();

  quality->n_rounds = 1;
  quality->sectors = quality->networks = 0;
  pln_quality_add_flaw (quality, PLN_FLAW_NO_ROLE, NULL, NULL, "r", "g")->role = PLN_GROUP_ROLE_NOTE_TAKER;
  pln_quality_add_flaw (quality, PLN_FLAW_NO_ROLE, NULL, NULL, "r", "h")->role = PLN_GROUP_ROLE_NOTE_TAKER;
  assert_words (quality, "Everybody meets 14 to 16 new people. Two groups have no note-taker.");
  pln_quality_add_flaw (quality, PLN_FLAW_NO_ROLE, NULL, NULL, "r", "h")->role = PLN_GROUP_ROLE_FACILITATOR;
  assert_words (quality, "Everybody meets 14 to 16 new people. Two groups have a role that nobody takes.");
}

static void
test_nobody_has_no_words (void)
{
  g_autoptr(PlnQuality) quality = pln_quality_new ();

  g_assert_cmpstr (pln_quality_title (quality), ==, "Nobody is placed yet");
  assert_words (quality, "");
}

static void
test_a_move_is_foreseen (void)
{
  g_autoptr(PlnQuality) before = good_mix ();
  g_autoptr(PlnQuality) after = good_mix ();
  g_autofree char *same = pln_quality_words_change (before, after);
  g_autofree char *worse = NULL;
  g_autofree char *better = NULL;

  after->n_again = 1;
  after->sectors = 2;
  worse = pln_quality_words_change (before, after);
  better = pln_quality_words_change (after, before);
  g_assert_cmpstr (same, ==, "Nobody would meet twice.");
  g_assert_cmpstr (worse, ==, "One pair would meet twice; a group would have two sectors only.");
  g_assert_cmpstr (better, ==, "One pair fewer would meet twice.");
}

static void
test_exceptions_have_names (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g");
  g_autoptr(PlnAttendee) anselm = pln_attendee_new ("anselm");
  g_autoptr(PlnAttendee) una = pln_attendee_new ("una");
  g_autoptr(PlnQuality) quality = good_mix ();
  PlnFlaw *flaw;
  g_autofree char *twice = NULL;
  g_autofree char *thrice = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *gone = NULL;

  pln_attendee_set_name (anselm, "Anselm Tarn");
  pln_attendee_set_name (una, "Una Tarn");
  pln_gathering_add_attendee (gathering, anselm);
  pln_gathering_add_attendee (gathering, una);

  flaw = pln_quality_add_flaw (quality, PLN_FLAW_AGAIN, "anselm", "una", NULL, NULL);
  flaw->n = 2;
  twice = pln_quality_words_flaw (flaw, gathering);
  g_assert_cmpstr (twice, ==, "Anselm Tarn and Una Tarn meet twice.");
  flaw->n = 3;
  thrice = pln_quality_words_flaw (flaw, gathering);
  g_assert_cmpstr (thrice, ==, "Anselm Tarn and Una Tarn meet 3 times.");

  flaw = pln_quality_add_flaw (quality, PLN_FLAW_NOBODY_FROM, "anselm", NULL, NULL, NULL);
  flaw->n = 11;
  g_free (flaw->text);
  flaw->text = g_strdup ("public libraries");
  nobody = pln_quality_words_flaw (flaw, gathering);
  g_assert_cmpstr (nobody, ==, "Anselm Tarn meets nobody from public libraries, where 11 people are from.");

  flaw = pln_quality_add_flaw (quality, PLN_FLAW_NOT_PLACED, "who", NULL, NULL, NULL);
  gone = pln_quality_words_flaw (flaw, gathering);
  g_assert_cmpstr (gone, ==, "New round: Somebody who was removed has no place.");
}

static void
test_bars_have_words (void)
{
  PlnQualityGroup group = { NULL, NULL, 6, 15, 14, 3, 1, 2 };
  PlnQualityPerson person = { NULL, 14, 16, 3, 5 };
  g_autofree char *of_group = pln_quality_words_group (&group);
  g_autofree char *of_person = pln_quality_words_person (&person);

  g_assert_cmpstr (of_group, ==, "6 people, 3 sectors, 1 network, 1 pair met before");
  g_assert_cmpstr (of_person, ==, "meets 14 new people of at most 16");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/quality/good", test_best_news_first);
  g_test_add_func ("/model/quality/exceptions", test_exceptions_are_counted);
  g_test_add_func ("/model/quality/part", test_who_is_there_for_a_part);
  g_test_add_func ("/model/quality/rules", test_rules_come_before_the_rest);
  g_test_add_func ("/model/quality/roles", test_roles_are_counted_by_group);
  g_test_add_func ("/model/quality/nobody", test_nobody_has_no_words);
  g_test_add_func ("/model/quality/change", test_a_move_is_foreseen);
  g_test_add_func ("/model/quality/names", test_exceptions_have_names);
  g_test_add_func ("/model/quality/bars", test_bars_have_words);

  return g_test_run ();
}
