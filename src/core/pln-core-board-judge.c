/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-board.h"

#include "pln-mix-problem.h"
#include "pln-mix-score.h"

#define FEW_HOLDERS 2  /* a sector of so many is met by luck only */
#define MOST_MISS   10 /* one in so many: if more meet nobody of a sector, it is no exception */

typedef struct
{
  PlnCoreBoard      *board;
  const PlnMixPlan  *plan;
  GPtrArray         *rounds; /* of PlnRound, with the same groups as in the board */
  const PlnMixFacts *facts;
  PlnQuality        *quality;
} Look;

static const char *
id_of (const Look *look,
       guint       person)
{
  return pln_attendee_get_id (g_ptr_array_index (look->board->people, person));
}

static PlnGroup *
group_of (const Look *look,
          guint       round,
          guint       group)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (look->board->groups, round), group);
}

static const char *
round_of (const Look *look,
          guint       round)
{
  return pln_round_get_uid (g_ptr_array_index (look->rounds, round));
}

static gboolean
is_frozen (const Look *look,
           guint       round)
{
  return (look->board->frozen & PLN_MIX_ROUND (round)) != 0;
}

/* --- rules --- */

static void
look_at_rules (Look *look)
{
  g_autoptr(GArray) problems = pln_mix_list_problems (look->board->instance, look->plan);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (problems->len == 0)
    return;
  for (guint i = 0; i < look->board->people->len; i++)
    g_ptr_array_add (names, (char *) pln_attendee_get_display_name (g_ptr_array_index (look->board->people, i)));
  for (guint round = 0; round < look->rounds->len; round++)
    {
      GPtrArray *list = g_ptr_array_index (look->board->groups, round);
      GPtrArray *called = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < list->len; i++)
        g_ptr_array_add (called, g_strdup_printf ("%u", pln_group_get_number (g_ptr_array_index (list, i))));
      g_ptr_array_add (groups, called);
    }

  for (guint i = 0; i < problems->len; i++)
    {
      const PlnMixProblem *problem = &g_array_index (problems, PlnMixProblem, i);
      gboolean is_of_people = problem->broken == PLN_MIX_BROKEN_TOGETHER || problem->broken == PLN_MIX_BROKEN_APART;
      PlnFlaw *flaw = pln_quality_add_flaw (look->quality, PLN_FLAW_RULE,
                                            is_of_people ? id_of (look, problem->person) : NULL,
                                            is_of_people ? id_of (look, problem->other) : NULL,
                                            round_of (look, problem->round), NULL);

      g_free (flaw->text);
      flaw->text = look->board->aim == PLN_CORE_BOARD_JUDGE
        ? pln_mix_problem_describe_broken (problem, names, groups) : pln_mix_problem_describe (problem, names, groups);
    }
}

/* --- places --- */

/* Once for each person, in the first round that is concerned. */
static void
look_at_presence (Look *look)
{
  GListModel *attendees = pln_gathering_get_attendees (look->board->gathering);
  guint n = g_list_model_get_n_items (attendees);
  g_autoptr(GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint round = 0; round < look->rounds->len; round++)
    {
      PlnRound *at = g_ptr_array_index (look->rounds, round);
      GListModel *groups = pln_round_get_groups (at);

      if (is_frozen (look, round) || pln_round_get_n_placed (at) == 0)
        continue;
      g_hash_table_remove_all (placed);
      for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
          GPtrArray *places = pln_group_get_places (group);

          for (guint j = 0; j < places->len; j++)
            {
              const PlnPlace *place = g_ptr_array_index (places, j);
              PlnAttendee *attendee = pln_gathering_find_attendee (look->board->gathering, place->person);

              g_hash_table_add (placed, place->person);
              if ((attendee == NULL || !pln_mixing_settings_counts (look->board->settings, attendee))
                  && g_hash_table_add (said, place->person))
                pln_quality_add_flaw (look->quality, PLN_FLAW_NOT_HERE, place->person, NULL, pln_round_get_uid (at),
                                      pln_group_get_uid (group));
            }
        }
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
          const char *id = pln_attendee_get_id (attendee);

          if (pln_mixing_settings_counts (look->board->settings, attendee)
              && pln_attendee_is_expected (attendee, pln_round_get_start (at), pln_round_get_end (at))
              && !g_hash_table_contains (placed, id) && g_hash_table_add (said, (char *) id))
            pln_quality_add_flaw (look->quality, PLN_FLAW_NOT_PLACED, id, NULL, pln_round_get_uid (at), NULL);
        }
    }
}

static void
look_at_group (Look         *look,
               guint         table,
               PlnMixTable  *at)
{
  PlnGroup *group = group_of (look, at->round, at->group);
  const char *uid = pln_group_get_uid (group);
  guint chairs = pln_group_get_chairs (group);
  PlnGroup *shown = pln_round_find_group (g_ptr_array_index (look->rounds, at->round), uid);
  guint roles = pln_mixing_settings_get_roles (look->board->settings);
  PlnFlaw *flaw;

  if (is_frozen (look, at->round) || at->n_people == 0)
    return;
  if (chairs > 0 && at->n_people > chairs && look->board->aim == PLN_CORE_BOARD_JUDGE)
    {
      flaw = pln_quality_add_flaw (look->quality, PLN_FLAW_TOO_FULL, NULL, NULL, round_of (look, at->round), uid);
      flaw->n = at->n_people - chairs;
    }
  if (pln_core_board_room_gone (look->board, group))
    pln_quality_add_flaw (look->quality, PLN_FLAW_NO_ROOM, NULL, NULL, round_of (look, at->round), uid);
  for (guint role = 1; shown != NULL && role < PLN_N_GROUP_ROLES; role++)
    if ((roles & PLN_GROUP_ROLE_BIT (role)) != 0 && pln_group_get_person (shown, role) == NULL)
      {
        flaw = pln_quality_add_flaw (look->quality, PLN_FLAW_NO_ROLE, NULL, NULL, round_of (look, at->round), uid);
        flaw->role = role;
      }
}

/* --- how mixed groups are --- */

static void
add_group (Look        *look,
           guint        table,
           PlnMixTable *at)
{
  PlnQualityGroup *group = g_new0 (PlnQualityGroup, 1);

  group->round = g_strdup (round_of (look, at->round));
  group->group = g_strdup (pln_group_get_uid (group_of (look, at->round, at->group)));
  group->n_people = at->n_people;
  group->n_pairs = at->n_people * (at->n_people - (at->n_people > 0)) / 2;
  group->n_new = at->n_new;
  group->n_sectors = pln_mix_facts_kinds (look->facts, table, PLN_CORE_BOARD_SECTORS);
  group->n_networks = pln_mix_facts_kinds (look->facts, table, PLN_CORE_BOARD_NETWORKS);
  group->n_stages = pln_mix_facts_kinds (look->facts, table, PLN_CORE_BOARD_STAGES);
  g_ptr_array_add (look->quality->groups, group);
}

static void
look_at_groups (Look *look)
{
  PlnQuality *quality = look->quality;
  guint sectors = G_MAXUINT;
  guint networks = G_MAXUINT;

  for (guint i = 0; i < look->facts->tables->len; i++)
    {
      PlnMixTable *at = &g_array_index (look->facts->tables, PlnMixTable, i);

      add_group (look, i, at);
      look_at_group (look, i, at);
      if (at->n_people == 0 || is_frozen (look, at->round))
        continue;
      sectors = MIN (sectors, pln_mix_facts_kinds (look->facts, i, PLN_CORE_BOARD_SECTORS));
      networks = MIN (networks, pln_mix_facts_kinds (look->facts, i, PLN_CORE_BOARD_NETWORKS));
    }
  quality->sectors = sectors != G_MAXUINT ? sectors : 0;
  quality->networks = networks != G_MAXUINT ? networks : 0;

  for (guint i = 0; i < quality->groups->len && look->board->n_sectors > 1; i++)
    {
      const PlnQualityGroup *group = g_ptr_array_index (quality->groups, i);
      const PlnMixTable *at = &g_array_index (look->facts->tables, PlnMixTable, i);

      if (group->n_people > 1 && group->n_sectors < 2 && !is_frozen (look, at->round))
        pln_quality_add_flaw (quality, PLN_FLAW_ALIKE, NULL, NULL, group->round, group->group)->n = group->n_sectors;
    }
}

static void
look_at_colleagues (Look *look)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < look->board->people->len; i++)
    {
      const char *organisation = pln_attendee_get_organisation (g_ptr_array_index (look->board->people, i));

      if (*organisation != '\0' && !g_hash_table_add (all, (char *) organisation))
        look->quality->has_colleagues = TRUE;
    }

  for (guint i = 0; look->quality->has_colleagues && i < look->facts->tables->len; i++)
    {
      const PlnMixTable *at = &g_array_index (look->facts->tables, PlnMixTable, i);
      const char *most = NULL;
      guint n_most = 0;

      if (is_frozen (look, at->round))
        continue;
      g_hash_table_remove_all (known);
      for (guint person = 0; person < look->board->people->len; person++)
        {
          const char *organisation = pln_attendee_get_organisation (g_ptr_array_index (look->board->people, person));
          guint n;

          if (*organisation == '\0' || pln_mix_plan_get_group (look->plan, at->round, person) != at->group)
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (known, organisation)) + 1;
          g_hash_table_insert (known, (char *) organisation, GUINT_TO_POINTER (n));
          if (n > n_most)
            {
              n_most = n;
              most = organisation;
            }
        }
      if (n_most > 2)
        {
          PlnFlaw *flaw = pln_quality_add_flaw (look->quality, PLN_FLAW_COLLEAGUES, NULL, NULL,
                                                round_of (look, at->round),
                                                pln_group_get_uid (group_of (look, at->round, at->group)));

          look->quality->n_colleagues++;
          flaw->n = n_most;
          g_free (flaw->text);
          flaw->text = g_strdup (most);
        }
    }
}

/* --- who meets whom --- */

static void
look_at_pairs (Look *look)
{
  PlnQuality *quality = look->quality;

  for (guint i = 0; i < look->facts->again->len; i++)
    {
      const PlnMixAgain *again = &g_array_index (look->facts->again, PlnMixAgain, i);
      PlnFlawKind kind = again->times > 1 ? PLN_FLAW_AGAIN : PLN_FLAW_MET_BEFORE;

      pln_quality_add_flaw (quality, kind, id_of (look, again->a), id_of (look, again->b), NULL, NULL)->n = again->times;
      quality->n_again += again->times > 1;
      quality->n_before += again->past > 0;
      quality->again_most = MAX (quality->again_most, again->times);
    }
}

static void
look_at_people (Look *look)
{
  PlnQuality *quality = look->quality;
  guint n_rounds = 0;

  for (guint round = 0; round < look->rounds->len; round++)
    n_rounds += pln_round_get_n_placed (g_ptr_array_index (look->rounds, round)) > 0;
  quality->n_rounds = n_rounds;
  quality->met_min = quality->part_min = G_MAXUINT;

  for (guint i = 0; i < look->facts->n_people; i++)
    {
      const PlnMixMet *met = &look->facts->met[i];
      PlnQualityPerson *person;

      if (met->n_rounds == 0)
        continue;
      person = g_new0 (PlnQualityPerson, 1);
      person->person = g_strdup (id_of (look, i));
      person->n_met = met->n_met;
      person->n_most = met->n_most;
      person->n_rounds = met->n_rounds;
      for (guint value = 0; value < look->board->n_sectors; value++)
        person->n_sectors += pln_mix_facts_sees (look->facts, i, value);
      g_ptr_array_add (quality->people, person);

      quality->n_people++;
      quality->met_most = MAX (quality->met_most, met->n_most);
      if (met->n_rounds < n_rounds)
        {
          quality->n_part++;
          quality->part_min = MIN (quality->part_min, met->n_met);
          quality->part_max = MAX (quality->part_max, met->n_met);
        }
      else
        {
          quality->met_min = MIN (quality->met_min, met->n_met);
          quality->met_max = MAX (quality->met_max, met->n_met);
        }
    }
  quality->met_min = MIN (quality->met_min, quality->met_max);
  quality->part_min = MIN (quality->part_min, quality->part_max);
}

/* People who meet nobody of a sector, where that is the exception. */
static void
look_at_sectors (Look *look)
{
  PlnQuality *quality = look->quality;
  guint n = look->facts->n_people;

  for (guint value = 0; value < look->board->n_sectors; value++)
    {
      guint n_holders = g_array_index (look->board->holders, guint, value);
      guint n_missing = 0;

      quality->n_cross_all += n_holders;
      for (guint i = 0; i < n; i++)
        n_missing += look->facts->met[i].n_rounds == quality->n_rounds && !pln_mix_facts_sees (look->facts, i, value);
      if (n_holders < FEW_HOLDERS || n_missing > MAX (n / MOST_MISS, 1))
        continue;
      for (guint i = 0; i < n && n_missing > 0; i++)
        if (look->facts->met[i].n_rounds == quality->n_rounds && !pln_mix_facts_sees (look->facts, i, value))
          {
            PlnFlaw *flaw = pln_quality_add_flaw (quality, PLN_FLAW_NOBODY_FROM, id_of (look, i), NULL, NULL, NULL);

            flaw->n = n_holders;
            g_free (flaw->text);
            flaw->text = g_strdup (g_ptr_array_index (look->board->values, value));
          }
    }

  /* n²  less those of the same sector, halved: so far the sum is n. */
  quality->n_cross_all *= quality->n_cross_all;
  for (guint value = 0; value < look->board->n_sectors; value++)
    {
      guint n_holders = g_array_index (look->board->holders, guint, value);

      quality->n_cross_all -= n_holders * n_holders;
    }
  quality->n_cross_all /= 2;
  quality->n_cross = look->facts->n_cross;
  quality->n_cross_before = look->facts->n_cross_before;
}

static int
compare_flaws (gconstpointer a,
               gconstpointer b)
{
  const PlnFlaw *one = *(PlnFlaw **) a;
  const PlnFlaw *two = *(PlnFlaw **) b;

  return one->kind < two->kind ? -1 : one->kind > two->kind;
}

static PlnQualityGrade
grade (const Look *look)
{
  PlnMixScore score;

  if (look->quality->n_people == 0)
    return PLN_QUALITY_NONE;
  if (pln_quality_count_flaws (look->quality, PLN_FLAW_RULE) + pln_quality_count_flaws (look->quality, PLN_FLAW_TOO_FULL)
      + pln_quality_count_flaws (look->quality, PLN_FLAW_NO_ROOM) > 0)
    return PLN_QUALITY_BROKEN;
  score = pln_mix_score_plan (look->board->instance, look->plan);

  return score.violations == 0 && score.cost == 0 && look->quality->flaws->len == 0
    ? PLN_QUALITY_BEST : PLN_QUALITY_GOOD;
}

/**
 * pln_core_board_judge:
 * @self: a board
 * @plan: where people sit
 * @rounds: (element-type PlnRound): the rounds with @plan, and with the roles
 *
 * Returns: (transfer full): what @plan is worth
 */
PlnQuality *
pln_core_board_judge (PlnCoreBoard     *self,
                      const PlnMixPlan *plan,
                      GPtrArray        *rounds)
{
  g_autoptr(PlnMixFacts) facts = pln_mix_judge_plan (self->instance, plan, PLN_CORE_BOARD_SECTORS);
  PlnQuality *quality = pln_quality_new ();
  Look look = { self, plan, rounds, facts, quality };

  look_at_rules (&look);
  look_at_presence (&look);
  look_at_people (&look);
  look_at_groups (&look);
  look_at_colleagues (&look);
  look_at_pairs (&look);
  look_at_sectors (&look);
  quality->n_to_mend = pln_quality_count_flaws (quality, PLN_FLAW_NOT_PLACED)
                       + pln_quality_count_flaws (quality, PLN_FLAW_NOT_HERE)
                       + pln_quality_count_flaws (quality, PLN_FLAW_NO_ROOM);
  quality->grade = grade (&look);
  g_ptr_array_sort (quality->flaws, compare_flaws);

  return quality;
}
