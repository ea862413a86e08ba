/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-problem.h"

#include "pln-mix-instance-private.h"

#include <glib/gi18n.h>

#define MOST_PROBLEMS 100 /* nobody reads more, and each is looked into */

/* What the reasons are found with. */
typedef struct
{
  const PlnMixInstance *instance;
  const PlnMixPlan     *plan;
  GArray               *together; /* of PlnMixPair, sorted */
  GArray               *apart;
  GArray               *problems;
} Look;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const PlnMixPair *one = a;
  const PlnMixPair *two = b;

  if (one->a != two->a)
    return one->a < two->a ? -1 : 1;

  return one->b < two->b ? -1 : one->b > two->b;
}

static gboolean
has_pair (GArray *pairs,
          guint   a,
          guint   b,
          guint   round)
{
  PlnMixPair pair = { MIN (a, b), MAX (a, b), 0 };
  guint i;

  return g_array_binary_search (pairs, &pair, compare_pairs, &i)
         && ((g_array_index (pairs, PlnMixPair, i).rounds >> round) & 1);
}

/* Where a person must sit, or NOWHERE. */
static guint
find_pin (const Look *look,
          guint       person,
          guint       round)
{
  const GArray *pins = look->instance->pins;

  for (guint i = 0; i < pins->len; i++)
    {
      const PlnMixPin *pin = &g_array_index (pins, PlnMixPin, i);

      if (pin->person == person && pin->round == round)
        return pin->group;
    }

  return PLN_MIX_NOWHERE;
}

/* Whether a person is fixed elsewhere, too. */
static gboolean
is_pinned_elsewhere (const Look          *look,
                     const PlnMixProblem *problem)
{
  const GArray *pins = look->instance->pins;
  gboolean is_elsewhere = FALSE;

  for (guint i = 0; i < pins->len && !is_elsewhere; i++)
    {
      const PlnMixPin *pin = &g_array_index (pins, PlnMixPin, i);

      is_elsewhere = pin->person == problem->person && pin->round == problem->round && pin->group != problem->group;
    }

  return is_elsewhere;
}

/* Those who must share a group with @person, one way or another. */
static GArray *
find_set (const Look *look,
          guint       person,
          guint       round)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_in = g_new0 (gboolean, look->instance->n_people);

  g_array_append_val (set, person);
  is_in[person] = TRUE;
  for (guint next = 0; next < set->len; next++)
    for (guint i = 0; i < look->together->len; i++)
      {
        const PlnMixPair *pair = &g_array_index (look->together, PlnMixPair, i);
        guint at = g_array_index (set, guint, next);
        guint other = pair->a == at ? pair->b : pair->a;

        if ((pair->a != at && pair->b != at) || !((pair->rounds >> round) & 1) || is_in[other])
          continue;
        is_in[other] = TRUE;
        g_array_append_val (set, other);
      }

  return set;
}

static guint
largest_group (const Look *look,
               guint       round)
{
  guint largest = 0;

  for (guint group = 0; group < look->instance->rounds[round].groups->len; group++)
    largest = MAX (largest, pln_mix_instance_group (look->instance, round, group)->max);

  return largest;
}

/* A set that contradicts itself, or is too large. */
static PlnMixReason
judge_set (const Look *look,
           guint       person,
           guint       round)
{
  g_autoptr(GArray) set = find_set (look, person, round);
  guint pin = PLN_MIX_NOWHERE;

  for (guint i = 0; i < set->len; i++)
    for (guint j = 0; j < i; j++)
      if (has_pair (look->apart, g_array_index (set, guint, i), g_array_index (set, guint, j), round))
        return PLN_MIX_REASON_CONTRADICTS;
  for (guint i = 0; i < set->len; i++)
    {
      guint own = find_pin (look, g_array_index (set, guint, i), round);

      if (own != PLN_MIX_NOWHERE && pin != PLN_MIX_NOWHERE && own != pin)
        return PLN_MIX_REASON_FIXED;
      if (own != PLN_MIX_NOWHERE)
        pin = own;
    }

  return set->len > largest_group (look, round) ? PLN_MIX_REASON_SET_TOO_LARGE : PLN_MIX_REASON_NOT_FOUND;
}

/* Whether more people than groups are apart from each other, these two among
 * them; looked for by taking whoever fits. */
static gboolean
is_crowd (const Look *look,
          guint       a,
          guint       b,
          guint       round)
{
  g_autoptr(GArray) crowd = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (crowd, a);
  g_array_append_val (crowd, b);
  for (guint person = 0; person < look->instance->n_people; person++)
    {
      gboolean fits = person != a && person != b;

      for (guint i = 0; fits && i < crowd->len; i++)
        fits = has_pair (look->apart, person, g_array_index (crowd, guint, i), round);
      if (fits)
        g_array_append_val (crowd, person);
    }

  return crowd->len > look->instance->rounds[round].groups->len;
}

static PlnMixReason
find_reason (const Look          *look,
             const PlnMixProblem *problem)
{
  const PlnMixRound *round = &look->instance->rounds[problem->round];
  guint here = pln_mix_instance_count_here (look->instance, problem->round);
  guint places = 0;
  guint needed = 0;
  PlnMixReason reason = PLN_MIX_REASON_NOT_FOUND;

  for (guint group = 0; group < round->groups->len; group++)
    {
      places += pln_mix_instance_group (look->instance, problem->round, group)->max;
      needed += pln_mix_instance_group (look->instance, problem->round, group)->min;
    }

  if (problem->broken == PLN_MIX_BROKEN_TOO_FULL && here > places)
    return PLN_MIX_REASON_NO_PLACES;
  if (problem->broken == PLN_MIX_BROKEN_TOO_SMALL && here < needed)
    return PLN_MIX_REASON_NO_PEOPLE;
  if (round->is_frozen)
    return PLN_MIX_REASON_FROZEN;
  if (problem->broken == PLN_MIX_BROKEN_TOO_FULL || problem->broken == PLN_MIX_BROKEN_TOO_SMALL)
    return look->instance->pins->len > 0 ? PLN_MIX_REASON_FIXED : PLN_MIX_REASON_NOT_FOUND;

  if (problem->broken == PLN_MIX_BROKEN_FIXED && is_pinned_elsewhere (look, problem))
    return PLN_MIX_REASON_FIXED;

  reason = judge_set (look, problem->person, problem->round);
  if (problem->broken == PLN_MIX_BROKEN_APART && reason == PLN_MIX_REASON_NOT_FOUND)
    {
      guint pin = find_pin (look, problem->person, problem->round);

      if (pin != PLN_MIX_NOWHERE && pin == find_pin (look, problem->other, problem->round))
        return PLN_MIX_REASON_FIXED;
      if (is_crowd (look, problem->person, problem->other, problem->round))
        return PLN_MIX_REASON_TOO_MANY_APART;
    }

  return reason;
}

static void
add (Look          *look,
     PlnMixProblem  problem)
{
  if (look->problems->len >= MOST_PROBLEMS)
    return;
  problem.reason = find_reason (look, &problem);
  g_array_append_val (look->problems, problem);
}

static void
look_at_sizes (Look  *look,
               guint  round)
{
  guint n = look->instance->rounds[round].groups->len;
  g_autofree guint *sizes = g_new0 (guint, n + 1);

  for (guint person = 0; person < look->instance->n_people; person++)
    {
      guint group = pln_mix_plan_get_group (look->plan, round, person);

      if (group < n && pln_mix_instance_here (look->instance, person, round))
        sizes[group]++;
    }

  for (guint group = 0; group < n; group++)
    {
      const PlnMixGroup *limits = pln_mix_instance_group (look->instance, round, group);

      if (sizes[group] > limits->max)
        add (look, (PlnMixProblem) { .broken = PLN_MIX_BROKEN_TOO_FULL, .round = round, .group = group,
                                     .n_people = sizes[group] - limits->max });
      if (sizes[group] < limits->min)
        add (look, (PlnMixProblem) { .broken = PLN_MIX_BROKEN_TOO_SMALL, .round = round, .group = group,
                                     .n_people = limits->min - sizes[group] });
    }
}

static void
look_at_pairs (Look         *look,
               guint         round,
               const GArray *pairs,
               PlnMixBroken  broken)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlnMixPair *pair = &g_array_index (pairs, PlnMixPair, i);
      guint group = pln_mix_plan_get_group (look->plan, round, pair->a);
      gboolean is_same = group == pln_mix_plan_get_group (look->plan, round, pair->b);

      if (((pair->rounds >> round) & 1) && is_same == (broken == PLN_MIX_BROKEN_APART))
        add (look, (PlnMixProblem) { .broken = broken, .round = round, .group = group,
                                     .person = pair->a, .other = pair->b });
    }
}

static void
look_at_pins (Look *look)
{
  for (guint i = 0; i < look->instance->pins->len; i++)
    {
      const PlnMixPin *pin = &g_array_index (look->instance->pins, PlnMixPin, i);

      if (pln_mix_instance_here (look->instance, pin->person, pin->round)
          && pln_mix_plan_get_group (look->plan, pin->round, pin->person) != pin->group)
        add (look, (PlnMixProblem) { .broken = PLN_MIX_BROKEN_FIXED, .round = pin->round, .group = pin->group,
                                     .person = pin->person });
    }
}

/**
 * pln_mix_list_problems:
 * @instance: a question
 * @plan: a plan for it, in which everybody has a place
 *
 * Returns: (transfer full) (element-type PlnMixProblem): the rules that @plan
 *   breaks, each with the reason; the first hundred
 */
GArray *
pln_mix_list_problems (const PlnMixInstance *instance,
                       const PlnMixPlan     *plan)
{
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (instance, instance->together);
  g_autoptr(GArray) apart = pln_mix_instance_list_pairs (instance, instance->apart);
  Look look = { instance, plan, together, apart, g_array_new (FALSE, FALSE, sizeof (PlnMixProblem)) };

  for (guint round = 0; round < instance->n_rounds; round++)
    {
      look_at_sizes (&look, round);
      look_at_pairs (&look, round, together, PLN_MIX_BROKEN_TOGETHER);
      look_at_pairs (&look, round, apart, PLN_MIX_BROKEN_APART);
    }
  look_at_pins (&look);

  return look.problems;
}

static const char *
describe_reason (PlnMixReason reason)
{
  switch (reason)
    {
    case PLN_MIX_REASON_NO_PLACES:
      return _("There are more people than places in this round.");
    case PLN_MIX_REASON_NO_PEOPLE:
      return _("There are fewer people than the groups of this round need.");
    case PLN_MIX_REASON_CONTRADICTS:
      return _("Two rules contradict each other.");
    case PLN_MIX_REASON_FIXED:
      return _("What is fixed leaves no other way.");
    case PLN_MIX_REASON_SET_TOO_LARGE:
      return _("No group takes all who are to be together.");
    case PLN_MIX_REASON_TOO_MANY_APART:
      return _("More people are to be apart than there are groups.");
    case PLN_MIX_REASON_FROZEN:
      return _("This round has been held.");
    case PLN_MIX_REASON_NOT_FOUND:
    default:
      return _("No way was found to keep it.");
    }
}

static char *
describe_broken (const PlnMixProblem *problem,
                 const GPtrArray     *people,
                 const char          *group)
{
  guint round = problem->round + 1;

  switch (problem->broken)
    {
    case PLN_MIX_BROKEN_TOO_FULL:
      return g_strdup_printf (ngettext ("Round %u: group %s has %u person too many.",
                                        "Round %u: group %s has %u people too many.", problem->n_people),
                              round, group, problem->n_people);
    case PLN_MIX_BROKEN_TOO_SMALL:
      return g_strdup_printf (ngettext ("Round %u: group %s has %u person too few.",
                                        "Round %u: group %s has %u people too few.", problem->n_people),
                              round, group, problem->n_people);
    case PLN_MIX_BROKEN_TOGETHER:
      return g_strdup_printf (_("Round %u: %s and %s are not together."), round,
                              (char *) g_ptr_array_index (people, problem->person),
                              (char *) g_ptr_array_index (people, problem->other));
    case PLN_MIX_BROKEN_APART:
      return g_strdup_printf (_("Round %u: %s and %s are both in group %s."), round,
                              (char *) g_ptr_array_index (people, problem->person),
                              (char *) g_ptr_array_index (people, problem->other), group);
    case PLN_MIX_BROKEN_FIXED:
    default:
      return g_strdup_printf (_("Round %u: %s is not in group %s."), round,
                              (char *) g_ptr_array_index (people, problem->person), group);
    }
}

/**
 * pln_mix_problem_describe_broken:
 * @problem: a rule that is broken
 * @people: (element-type utf8): what people are called
 * @groups: (element-type GPtrArray): by round, what its groups are called
 *
 * Returns: (transfer full): what is broken, in one sentence
 */
char *
pln_mix_problem_describe_broken (const PlnMixProblem *problem,
                                 const GPtrArray     *people,
                                 const GPtrArray     *groups)
{
  const GPtrArray *names = g_ptr_array_index (groups, problem->round);
  const char *group = problem->group < names->len ? g_ptr_array_index (names, problem->group) : "";

  return describe_broken (problem, people, group);
}

/**
 * pln_mix_problem_describe:
 * @problem: a rule that is broken
 * @people: (element-type utf8): what people are called
 * @groups: (element-type GPtrArray): by round, what its groups are called
 *
 * Returns: (transfer full): what is broken and why, in two sentences
 */
char *
pln_mix_problem_describe (const PlnMixProblem *problem,
                          const GPtrArray     *people,
                          const GPtrArray     *groups)
{
  g_autofree char *broken = pln_mix_problem_describe_broken (problem, people, groups);

  return g_strconcat (broken, " ", describe_reason (problem->reason), NULL);
}
