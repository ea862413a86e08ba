/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-words.h"

#include <glib/gi18n.h>

static const char *const numbers[] = {
  N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"),
  N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
};

/* Small numbers as words, as people say them. */
static char *
say (guint n)
{
  return n < G_N_ELEMENTS (numbers) ? g_strdup (_(numbers[n])) : g_strdup_printf ("%u", n);
}

/* @words: (transfer full): a sentence as it stands within another */
static char *
sentence (char *words)
{
  gsize first = (gsize) (g_utf8_next_char (words) - words);
  g_autofree char *upper = g_utf8_strup (words, *words != '\0' ? (gssize) first : 0);
  char *whole = g_strconcat (upper, *words != '\0' ? words + first : "", ".", NULL);

  g_free (words);

  return whole;
}

static char *
say_range (guint least,
           guint most)
{
  if (least == most)
    return g_strdup_printf ("%u", least);
  if (most == least + 1)
    /* Translators: so many new people, such as “14 or 15”. */
    return g_strdup_printf (_("%u or %u"), least, most);

  /* Translators: so many new people, such as “14 to 16”. */
  return g_strdup_printf (_("%u to %u"), least, most);
}

/**
 * pln_quality_title:
 * @quality: facts
 *
 * Returns: (transfer none): what a plan is worth, as a title
 */
const char *
pln_quality_title (PlnQuality *quality)
{
  switch (quality->grade)
    {
    case PLN_QUALITY_GOOD:
      return _("A good mix");
    case PLN_QUALITY_BEST:
      return _("As good as it can be");
    case PLN_QUALITY_BROKEN:
      return _("Some rules cannot be kept");
    case PLN_QUALITY_NONE:
    default:
      return _("Nobody is placed yet");
    }
}

/* --- the sentences --- */

static void
join (GString *words,
      char    *more)
{
  if (words->len > 0)
    /* Translators: between two parts of a sentence. */
    g_string_append (words, _("; "));
  g_string_append (words, more);
  g_free (more);
}

static void
say_again (const PlnQuality *quality,
           GString          *words)
{
  g_autofree char *pairs = say (quality->n_again);
  g_autofree char *before = say (quality->n_before);

  if (quality->n_again == 0 && quality->n_rounds > 1)
    join (words, g_strdup (_("nobody meets twice")));
  else if (quality->n_again > 0 && quality->again_most == 2)
    join (words, g_strdup_printf (ngettext ("%s pair meets twice", "%s pairs meet twice", quality->n_again), pairs));
  else if (quality->n_again > 0)
    join (words, g_strdup_printf (ngettext ("%s pair meets again, %u times in all",
                                            "%s pairs meet again, up to %u times", quality->n_again),
                                  pairs, quality->again_most));
  if (quality->n_before > 0)
    join (words, g_strdup_printf (ngettext ("%s pair met at an earlier gathering",
                                            "%s pairs met at an earlier gathering", quality->n_before), before));
}

static char *
say_meetings (const PlnQuality *quality)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *range = say_range (quality->met_min, quality->met_max);
  g_autofree char *part = say_range (quality->part_min, quality->part_max);
  g_autofree char *n_part = say (quality->n_part);

  if (quality->n_part < quality->n_people)
    /* Translators: how many, such as “15” or “14 to 16”; the number is the larger one. */
    join (words, g_strdup_printf (ngettext ("everybody meets %s new person", "everybody meets %s new people",
                                            quality->met_max), range));
  if (quality->n_part == quality->n_people)
    join (words, g_strdup_printf (ngettext ("everybody is there for a part only and meets %s new person",
                                            "everybody is there for a part only and meets %s new people",
                                            quality->part_max), part));
  else if (quality->n_part > 0)
    /* Translators: how many people, and how many these meet: “the two who are there for a part only meet 11”. */
    join (words, g_strdup_printf (ngettext ("the %s who is there for a part only meets %s",
                                            "the %s who are there for a part only meet %s", quality->n_part),
                                  n_part, part));
  say_again (quality, words);

  return sentence (g_string_free (g_steal_pointer (&words), FALSE));
}

static char *
say_groups (PlnQuality *quality)
{
  guint n_alike = pln_quality_count_flaws (quality, PLN_FLAW_ALIKE);
  g_autofree char *sectors = say (quality->sectors);
  g_autofree char *networks = say (quality->networks);
  g_autofree char *alike = say (n_alike);

  if (quality->sectors > 1 && quality->networks > 1)
    /* Translators: numbers as words, from two on. */
    return sentence (g_strdup_printf (_("every group has %s sectors or more and at least %s networks"), sectors,
                                      networks));
  if (quality->sectors > 1)
    return sentence (g_strdup_printf (_("every group has %s sectors or more"), sectors));
  if (n_alike > 0)
    return sentence (g_strdup_printf (ngettext ("%s group has one sector only", "%s groups have one sector only",
                                                n_alike), alike));
  if (quality->networks > 1)
    return sentence (g_strdup_printf (_("every group has at least %s networks"), networks));

  return NULL;
}

/* People who meet nobody of a sector; of which, if it is the same for all. */
static char *
say_sectors (PlnQuality *quality)
{
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  const char *sector = NULL;
  gboolean is_one = TRUE;
  g_autofree char *n = NULL;

  for (guint i = 0; i < quality->flaws->len; i++)
    {
      const PlnFlaw *flaw = g_ptr_array_index (quality->flaws, i);

      if (flaw->kind != PLN_FLAW_NOBODY_FROM)
        continue;
      g_hash_table_add (people, flaw->person);
      is_one &= sector == NULL || g_str_equal (sector, flaw->text);
      sector = flaw->text;
    }

  n = say (g_hash_table_size (people));
  if (is_one)
    return sentence (g_strdup_printf (ngettext ("%s person meets nobody from %s", "%s people meet nobody from %s",
                                                g_hash_table_size (people)), n, sector));

  return sentence (g_strdup_printf (ngettext ("%s person meets nobody from some of the sectors",
                                              "%s people meet nobody from one of the sectors",
                                              g_hash_table_size (people)), n));
}

static char *
say_roles (PlnQuality *quality)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_notes = TRUE;
  gboolean is_lead = TRUE;
  g_autofree char *n = NULL;

  for (guint i = 0; i < quality->flaws->len; i++)
    {
      const PlnFlaw *flaw = g_ptr_array_index (quality->flaws, i);

      if (flaw->kind != PLN_FLAW_NO_ROLE)
        continue;
      g_hash_table_add (groups, flaw->group);
      is_notes &= flaw->role == PLN_GROUP_ROLE_NOTE_TAKER;
      is_lead &= flaw->role == PLN_GROUP_ROLE_FACILITATOR;
    }

  n = say (g_hash_table_size (groups));
  if (is_notes)
    return sentence (g_strdup_printf (ngettext ("%s group has no note-taker", "%s groups have no note-taker",
                                                g_hash_table_size (groups)), n));
  if (is_lead)
    return sentence (g_strdup_printf (ngettext ("%s group has no facilitator", "%s groups have no facilitator",
                                                g_hash_table_size (groups)), n));

  return sentence (g_strdup_printf (ngettext ("%s group has a role that nobody takes",
                                              "%s groups have a role that nobody takes",
                                              g_hash_table_size (groups)), n));
}

/* What is worst; or, if nothing is wrong, one good thing more. */
static char *
say_exceptions (PlnQuality *quality)
{
  const PlnFlaw *worst = NULL;
  g_autofree char *n = NULL;
  guint n_flaws;

  for (guint i = 0; i < quality->flaws->len && worst == NULL; i++)
    {
      const PlnFlaw *flaw = g_ptr_array_index (quality->flaws, i);

      if (flaw->kind != PLN_FLAW_NOT_PLACED && flaw->kind != PLN_FLAW_NOT_HERE && flaw->kind != PLN_FLAW_AGAIN
          && flaw->kind != PLN_FLAW_MET_BEFORE)
        worst = flaw;
    }
  if (worst == NULL)
    return quality->has_colleagues && quality->n_colleagues == 0
      ? g_strdup (_("Nobody sits with more than one colleague.")) : NULL;

  n_flaws = pln_quality_count_flaws (quality, worst->kind);
  n = say (n_flaws);
  switch ((guint) worst->kind)
    {
    case PLN_FLAW_RULE:
      return sentence (g_strdup_printf (ngettext ("%s rule is not kept", "%s rules are not kept", n_flaws), n));
    case PLN_FLAW_TOO_FULL:
      return sentence (g_strdup_printf (ngettext ("%s group has more people than chairs",
                                                  "%s groups have more people than chairs", n_flaws), n));
    case PLN_FLAW_NO_ROOM:
      return sentence (g_strdup_printf (ngettext ("%s group has lost its room", "%s groups have lost their rooms",
                                                  n_flaws), n));
    case PLN_FLAW_NO_ROLE:
      return say_roles (quality);
    case PLN_FLAW_NOBODY_FROM:
      return say_sectors (quality);
    case PLN_FLAW_COLLEAGUES:
      return sentence (g_strdup_printf (ngettext ("in %s group sit three colleagues or more",
                                                  "in %s groups sit three colleagues or more", n_flaws), n));
    default:
      return NULL;
    }
}

/* @words: (transfer full) (nullable) */
static void
add_words (GStrvBuilder *builder,
           char         *words)
{
  if (words != NULL)
    g_strv_builder_add (builder, words);
  g_free (words);
}

/**
 * pln_quality_words:
 * @quality: facts
 *
 * Returns: (transfer full): what a plan is worth, in at most three sentences,
 *   the best news first; none if nobody is placed
 */
GStrv
pln_quality_words (PlnQuality *quality)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (quality->n_people > 0)
    {
      add_words (builder, say_meetings (quality));
      add_words (builder, say_groups (quality));
      add_words (builder, say_exceptions (quality));
    }

  return g_strv_builder_end (builder);
}

/* --- what a move would do --- */

/* How many more there would be. */
static guint
more (PlnQuality  *before,
      PlnQuality  *after,
      PlnFlawKind  kind)
{
  guint n_before = pln_quality_count_flaws (before, kind);
  guint n_after = pln_quality_count_flaws (after, kind);

  return n_after > n_before ? n_after - n_before : 0;
}

/**
 * pln_quality_words_change:
 * @before: how it is
 * @after: how it would be
 *
 * Returns: (transfer full): what would be worse, or better, in one sentence:
 *   “One pair would meet twice.”
 */
char *
pln_quality_words_change (PlnQuality *before,
                          PlnQuality *after)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_again = MAX (after->n_again, before->n_again) - before->n_again;
  guint n_fewer = MAX (after->n_again, before->n_again) - after->n_again;
  g_autofree char *again = say (n_again);
  g_autofree char *fewer = say (n_fewer);
  g_autofree char *sectors = say (after->sectors);

  if (more (before, after, PLN_FLAW_RULE) > 0)
    join (words, g_strdup (_("a rule would be broken")));
  if (more (before, after, PLN_FLAW_TOO_FULL) > 0)
    join (words, g_strdup (_("there would be more people than chairs")));
  if (more (before, after, PLN_FLAW_NO_ROLE) > 0)
    join (words, g_strdup (_("a group would lack a role")));
  if (n_again > 0)
    join (words, g_strdup_printf (ngettext ("%s pair would meet twice", "%s pairs would meet twice", n_again), again));
  if (n_fewer > 0)
    join (words, g_strdup_printf (ngettext ("%s pair fewer would meet twice", "%s pairs fewer would meet twice",
                                            n_fewer), fewer));
  if (after->sectors < before->sectors)
    join (words, g_strdup_printf (ngettext ("a group would have %s sector only", "a group would have %s sectors only",
                                            after->sectors), sectors));
  if (more (before, after, PLN_FLAW_NOBODY_FROM) > 0)
    join (words, g_strdup (_("somebody would meet nobody from a sector")));
  if (words->len == 0)
    join (words, g_strdup (after->n_again == 0 ? _("nobody would meet twice") : _("nothing would be worse")));

  return sentence (g_string_free (g_steal_pointer (&words), FALSE));
}

/* --- for bars --- */

/**
 * pln_quality_words_group:
 * @group: how mixed a group is
 *
 * Returns: (transfer full): the same in words, without a full stop
 */
char *
pln_quality_words_group (const PlnQualityGroup *group)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", group->n_people), group->n_people);
  g_autofree char *sectors = g_strdup_printf (ngettext ("%u sector", "%u sectors", group->n_sectors),
                                              group->n_sectors);
  g_autofree char *networks = g_strdup_printf (ngettext ("%u network", "%u networks", group->n_networks),
                                               group->n_networks);
  guint n_again = group->n_pairs - MIN (group->n_new, group->n_pairs);
  g_autofree char *again = n_again == 0
    ? g_strdup (_("everybody new to each other"))
    : g_strdup_printf (ngettext ("%u pair met before", "%u pairs met before", n_again), n_again);

  /* Translators: how many people, sectors, networks, and pairs who met. */
  return g_strdup_printf (_("%s, %s, %s, %s"), people, sectors, networks, again);
}

/**
 * pln_quality_words_person:
 * @person: what a plan is worth to somebody
 *
 * Returns: (transfer full): the same in words, without a full stop
 */
char *
pln_quality_words_person (const PlnQualityPerson *person)
{
  /* Translators: how many new people somebody meets, and the most that could be. */
  return g_strdup_printf (ngettext ("meets %u new person of at most %u", "meets %u new people of at most %u",
                                    person->n_met), person->n_met, person->n_most);
}
