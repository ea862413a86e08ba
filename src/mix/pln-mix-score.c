/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-score.h"

#include "pln-mix-instance-private.h"

/* Everything here is counted anew from the plan, in the plainest way: the
 * solver, which counts differences, is held against it. */

typedef struct
{
  const PlnMixInstance *instance;
  const PlnMixPlan     *plan;
  PlnMixScore           score;
} Count;

/* All groups of a round at once: group -> its members. */
static GPtrArray *
groups_new (const Count *count,
            guint        round)
{
  guint n = count->instance->rounds[round].groups->len;
  GPtrArray *groups = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint group = 0; group < n; group++)
    g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint person = 0; person < count->instance->n_people; person++)
    {
      guint group = pln_mix_plan_get_group (count->plan, round, person);

      if (pln_mix_instance_here (count->instance, person, round) && group < n)
        g_array_append_val (g_ptr_array_index (groups, group), person);
    }

  return groups;
}

static void
count_places (Count *count,
              guint  round)
{
  const PlnMixInstance *instance = count->instance;
  guint n = instance->rounds[round].groups->len;
  g_autofree guint *sizes = g_new0 (guint, n + 1);

  for (guint person = 0; person < instance->n_people; person++)
    {
      guint group = pln_mix_plan_get_group (count->plan, round, person);
      gboolean is_here = pln_mix_instance_here (instance, person, round);

      count->score.misplaced += is_here != (group < n);
      if (is_here && group < n)
        sizes[group]++;
    }

  for (guint group = 0; group < n; group++)
    {
      const PlnMixGroup *limits = pln_mix_instance_group (instance, round, group);

      count->score.size += MAX (limits->min, sizes[group]) - sizes[group];
      count->score.size += MAX (limits->max, sizes[group]) - limits->max;
    }
}

static void
count_moved (Count *count,
             guint  round)
{
  const PlnMixRound *at = &count->instance->rounds[round];

  for (guint person = 0; at->previous != NULL && person < count->instance->n_people; person++)
    {
      if (at->previous[person] == PLN_MIX_NOWHERE || !pln_mix_instance_here (count->instance, person, round)
          || at->previous[person] == pln_mix_plan_get_group (count->plan, round, person))
        continue;
      if (at->is_frozen)
        count->score.frozen++;
      else
        count->score.changes++;
    }
}

static void
count_rules (Count *count)
{
  const PlnMixInstance *instance = count->instance;
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (instance, instance->together);
  g_autoptr(GArray) apart = pln_mix_instance_list_pairs (instance, instance->apart);

  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint kind = 0; kind < 2; kind++)
      {
        const GArray *pairs = kind == 0 ? together : apart;

        for (guint i = 0; i < pairs->len; i++)
          {
            const PlnMixPair *pair = &g_array_index (pairs, PlnMixPair, i);
            guint a = pln_mix_plan_get_group (count->plan, round, pair->a);
            guint b = pln_mix_plan_get_group (count->plan, round, pair->b);

            if (((pair->rounds >> round) & 1) == 0)
              continue;
            if (kind == 0)
              count->score.together += a != b || a == PLN_MIX_NOWHERE;
            else
              count->score.apart += a == b && a != PLN_MIX_NOWHERE;
          }
      }

  for (guint i = 0; i < instance->pins->len; i++)
    {
      const PlnMixPin *pin = &g_array_index (instance->pins, PlnMixPin, i);

      if (pln_mix_instance_here (instance, pin->person, pin->round))
        count->score.fixed += pln_mix_plan_get_group (count->plan, pin->round, pin->person) != pin->group;
    }
}

/* How a person meets those who come later in the list. */
typedef struct
{
  guint  *meetings;  /* by person, as all of these */
  guint8 *past;
  guint8 *is_exempt;
} Meetings;

static void
add_meetings (Count    *count,
              Meetings *meetings,
              guint     person)
{
  for (guint other = person + 1; other < count->instance->n_people; other++)
    {
      guint m = meetings->meetings[other];

      if (m > 0 && !meetings->is_exempt[other])
        {
          count->score.repeats += m - 1;
          count->score.thirds += (m - 1) * (m - 2) / 2;
          count->score.past += meetings->past[other];
        }
      meetings->meetings[other] = meetings->past[other] = meetings->is_exempt[other] = 0;
    }
}

static void
count_meetings (Count *count)
{
  const PlnMixInstance *instance = count->instance;
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (instance, instance->together);
  g_autoptr(GArray) past = pln_mix_instance_list_past (instance);
  g_autoptr(GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree guint *met = g_new0 (guint, instance->n_people);
  g_autofree guint8 *before = g_new0 (guint8, instance->n_people);
  g_autofree guint8 *is_exempt = g_new0 (guint8, instance->n_people);
  Meetings meetings = { met, before, is_exempt };
  guint pair = 0;
  guint meeting = 0;

  for (guint round = 0; round < instance->n_rounds; round++)
    g_ptr_array_add (rounds, groups_new (count, round));

  for (guint person = 0; person < instance->n_people; person++)
    {
      for (; pair < together->len && g_array_index (together, PlnMixPair, pair).a == person; pair++)
        is_exempt[g_array_index (together, PlnMixPair, pair).b] = 1;
      for (; meeting < past->len && g_array_index (past, PlnMixMeeting, meeting).a == person; meeting++)
        before[g_array_index (past, PlnMixMeeting, meeting).b] =
          (guint8) g_array_index (past, PlnMixMeeting, meeting).times;

      for (guint round = 0; round < instance->n_rounds; round++)
        {
          const GPtrArray *groups = g_ptr_array_index (rounds, round);
          guint group = pln_mix_plan_get_group (count->plan, round, person);
          const GArray *members = group < groups->len ? g_ptr_array_index (groups, group) : NULL;

          for (guint i = 0; members != NULL && pln_mix_instance_here (instance, person, round) && i < members->len; i++)
            met[g_array_index (members, guint, i)]++;
        }
      add_meetings (count, &meetings, person);
    }
}

static void
count_values_of (const PlnMixInstance *instance,
                 guint                 person,
                 guint                *got)
{
  const GArray *values = instance->people[person].values;

  for (guint i = 0; values != NULL && i < values->len; i++)
    got[g_array_index (values, guint, i)]++;
}

/* The fair count lies between floor (s k / n) and ceil (s k / n). */
static void
count_balance (Count     *count,
               guint      round,
               GPtrArray *groups)
{
  const PlnMixInstance *instance = count->instance;
  guint n_values = instance->values->len;
  guint64 n_here = pln_mix_instance_count_here (instance, round);
  g_autofree guint *held = g_new0 (guint, n_values + 1);
  g_autofree guint *got = g_new0 (guint, n_values + 1);

  for (guint person = 0; person < instance->n_people; person++)
    if (pln_mix_instance_here (instance, person, round))
      count_values_of (instance, person, held);

  for (guint group = 0; n_values > 0 && group < groups->len; group++)
    {
      const GArray *members = g_ptr_array_index (groups, group);

      for (guint value = 0; value < n_values; value++)
        got[value] = 0;
      for (guint i = 0; i < members->len; i++)
        count_values_of (instance, g_array_index (members, guint, i), got);
      for (guint value = 0; members->len > 0 && value < n_values; value++)
        {
          guint64 share = members->len * (guint64) held[value];
          guint64 low = share / n_here;
          guint64 high = (share + n_here - 1) / n_here;
          guint64 off = got[value] < low ? low - got[value] : got[value] > high ? got[value] - high : 0;
          guint attribute = g_array_index (instance->values, guint, value);

          count->score.balance += off;
          count->score.balance_cost += off * g_array_index (instance->attributes, guint, attribute);
        }
    }
}

static void
count_roles (Count     *count,
             guint      round,
             GPtrArray *groups)
{
  const PlnMixInstance *instance = count->instance;
  g_autofree guint *have = g_new0 (guint, instance->n_roles + 1);

  for (guint group = 0; group < groups->len; group++)
    {
      const GArray *members = g_ptr_array_index (groups, group);
      const GArray *needs = pln_mix_instance_group (instance, round, group)->needs;

      if (needs == NULL)
        continue;
      for (guint role = 0; role < instance->n_roles; role++)
        have[role] = 0;
      for (guint i = 0; i < members->len; i++)
        {
          const GArray *roles = instance->people[g_array_index (members, guint, i)].roles;

          for (guint j = 0; roles != NULL && j < roles->len; j++)
            have[g_array_index (roles, guint, j)]++;
        }
      for (guint i = 0; i < needs->len; i++)
        {
          const PlnMixNeed *need = &g_array_index (needs, PlnMixNeed, i);

          count->score.roles += MAX (need->need, have[need->role]) - have[need->role];
        }
    }
}

/* Ranks of the first visit to each topic; what is not listed, or was visited
 * before, costs the length of the list plus 2. */
static void
count_preferences_of (Count   *count,
                      guint    person,
                      guint64 *cost,
                      guint64 *ideal)
{
  const PlnMixInstance *instance = count->instance;
  const PlnMixPerson *at = &instance->people[person];
  g_autofree gboolean *is_seen = g_new0 (gboolean, at->n_prefers);
  guint n_visits = 0;

  for (guint round = 0; round < instance->n_rounds; round++)
    {
      guint group = pln_mix_plan_get_group (count->plan, round, person);
      guint topic;
      guint rank = 0;

      if (!pln_mix_instance_here (instance, person, round) || group >= instance->rounds[round].groups->len)
        continue;
      topic = pln_mix_instance_group (instance, round, group)->topic;
      if (topic == PLN_MIX_NO_TOPIC)
        continue;

      while (rank < at->n_prefers && at->prefers[rank] != topic)
        rank++;
      *cost += rank < at->n_prefers && !is_seen[rank] ? rank : at->n_prefers + 2;
      *ideal += n_visits < at->n_prefers ? n_visits : at->n_prefers + 2;
      if (rank < at->n_prefers)
        is_seen[rank] = TRUE;
      n_visits++;
    }
}

static void
count_preferences (Count *count)
{
  guint64 cost = 0;
  guint64 ideal = 0;

  for (guint person = 0; person < count->instance->n_people; person++)
    if (count->instance->people[person].n_prefers > 0)
      count_preferences_of (count, person, &cost, &ideal);

  count->score.preferences = cost - ideal;
}

/**
 * pln_mix_score_plan:
 * @instance: a question
 * @plan: a plan for it
 *
 * Counts what @plan is worth. Takes time proportional to people² and to
 * people × rounds × people in a group.
 *
 * Returns: the score
 */
PlnMixScore
pln_mix_score_plan (const PlnMixInstance *instance,
                    const PlnMixPlan     *plan)
{
  Count count = { instance, plan, { 0 } };
  PlnMixScore *score = &count.score;
  const guint *weights = instance->weights;

  for (guint round = 0; round < instance->n_rounds; round++)
    {
      g_autoptr(GPtrArray) groups = groups_new (&count, round);

      count_places (&count, round);
      count_moved (&count, round);
      count_balance (&count, round, groups);
      count_roles (&count, round, groups);
    }
  count_rules (&count);
  count_meetings (&count);
  count_preferences (&count);

  score->violations = score->misplaced + score->size + score->together + score->apart + score->fixed + score->frozen;
  score->cost = weights[PLN_MIX_WEIGHT_ROLE] * score->roles
                + weights[PLN_MIX_WEIGHT_REPEAT] * score->repeats
                + weights[PLN_MIX_WEIGHT_THIRD] * score->thirds
                + weights[PLN_MIX_WEIGHT_PAST] * score->past
                + weights[PLN_MIX_WEIGHT_PREFERENCE] * score->preferences
                + weights[PLN_MIX_WEIGHT_CHANGE] * score->changes
                + score->balance_cost;

  return count.score;
}
