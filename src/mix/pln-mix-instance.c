/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-instance-private.h"

#include <glib/gi18n.h>

/**
 * PlnMixInstance:
 *
 * A question for the mixer: who is there when, which groups there are, what
 * they should reflect, and what must be. People, groups, roles, topics and
 * rounds are numbered from 0. Plain data; while nobody changes it, any number
 * of threads may read it.
 */

G_DEFINE_QUARK (PlnMixError, pln_mix_error)

/* Cells of the tables that are groups × values and people × topics. */
#define MOST_CELLS   50000000
#define MOST_COMPANY 250000000 /* people × groups of all rounds: a gigabyte */

static void
group_clear (gpointer data)
{
  PlnMixGroup *group = data;

  g_clear_pointer (&group->needs, g_array_unref);
}

static void
rule_clear (gpointer data)
{
  PlnMixRule *rule = data;

  g_free (rule->people);
}

static GArray *
rules_new (void)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (PlnMixRule));

  g_array_set_clear_func (rules, rule_clear);

  return rules;
}

/**
 * pln_mix_instance_new:
 * @n_people: how many people
 * @n_rounds: how many rounds
 *
 * Makes a question without groups or rules; everybody is always there.
 * More people or rounds than can be mixed are the limit: what was asked for is
 * to be looked at before.
 *
 * Returns: (transfer full): a question; free with [func@mix_instance_free]
 */
PlnMixInstance *
pln_mix_instance_new (guint n_people,
                      guint n_rounds)
{
  static const guint weights[PLN_MIX_N_WEIGHTS] = { 40, 10, 15, 4, 3, 5 };
  PlnMixInstance *self;

  g_return_val_if_fail (n_people > 0 && n_people <= PLN_MIX_MAX_PEOPLE, NULL);
  g_return_val_if_fail (n_rounds > 0 && n_rounds <= PLN_MIX_MAX_ROUNDS, NULL);

  self = g_new0 (PlnMixInstance, 1);
  self->n_people = n_people;
  self->n_rounds = n_rounds;
  self->people = g_new0 (PlnMixPerson, n_people);
  self->rounds = g_new0 (PlnMixRound, n_rounds);
  self->attributes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  self->together = rules_new ();
  self->apart = rules_new ();
  self->pins = g_array_new (FALSE, FALSE, sizeof (PlnMixPin));
  self->past = g_array_new (FALSE, FALSE, sizeof (PlnMixMeeting));

  for (guint i = 0; i < PLN_MIX_N_WEIGHTS; i++)
    self->weights[i] = weights[i];
  for (guint person = 0; person < n_people; person++)
    pln_mix_instance_set_presence (self, person, PLN_MIX_ALL_ROUNDS);
  for (guint round = 0; round < n_rounds; round++)
    {
      self->rounds[round].groups = g_array_new (FALSE, FALSE, sizeof (PlnMixGroup));
      g_array_set_clear_func (self->rounds[round].groups, group_clear);
    }

  return self;
}

/**
 * pln_mix_instance_free:
 * @self: (transfer full): a question
 *
 * Frees a question.
 */
void
pln_mix_instance_free (PlnMixInstance *self)
{
  for (guint person = 0; person < self->n_people; person++)
    {
      g_clear_pointer (&self->people[person].values, g_array_unref);
      g_clear_pointer (&self->people[person].roles, g_array_unref);
      g_free (self->people[person].prefers);
    }
  for (guint round = 0; round < self->n_rounds; round++)
    {
      g_array_unref (self->rounds[round].groups);
      g_free (self->rounds[round].previous);
    }
  g_array_unref (self->attributes);
  g_array_unref (self->values);
  g_array_unref (self->together);
  g_array_unref (self->apart);
  g_array_unref (self->pins);
  g_array_unref (self->past);
  g_free (self->people);
  g_free (self->rounds);
  g_free (self);
}

/**
 * pln_mix_instance_get_n_people:
 * @self: a question
 *
 * Returns: how many people there are
 */
guint
pln_mix_instance_get_n_people (const PlnMixInstance *self)
{
  return self->n_people;
}

/**
 * pln_mix_instance_get_n_groups:
 * @self: a question
 * @round: a round
 *
 * Returns: how many groups there are in @round
 */
guint
pln_mix_instance_get_n_groups (const PlnMixInstance *self,
                               guint                 round)
{
  g_return_val_if_fail (round < self->n_rounds, 0);

  return self->rounds[round].groups->len;
}

/**
 * pln_mix_instance_count_here:
 * @self: a question
 * @round: a round
 *
 * Returns: how many people are there in @round
 */
guint
pln_mix_instance_count_here (const PlnMixInstance *self,
                             guint                 round)
{
  guint here = 0;

  for (guint person = 0; person < self->n_people; person++)
    here += pln_mix_instance_here (self, person, round);

  return here;
}

/**
 * pln_mix_instance_set_weight:
 * @self: a question
 * @weight: a flaw
 * @value: what it costs; at most %PLN_MIX_MAX_WEIGHT counts
 */
void
pln_mix_instance_set_weight (PlnMixInstance *self,
                             PlnMixWeight    weight,
                             guint           value)
{
  g_return_if_fail (weight < PLN_MIX_N_WEIGHTS);

  self->weights[weight] = MIN (value, PLN_MIX_MAX_WEIGHT);
}

/**
 * pln_mix_instance_set_presence:
 * @self: a question
 * @person: a person
 * @rounds: the rounds that @person is there for
 */
void
pln_mix_instance_set_presence (PlnMixInstance *self,
                               guint           person,
                               guint64         rounds)
{
  g_return_if_fail (person < self->n_people);

  self->people[person].presence = rounds & (PLN_MIX_ROUND (self->n_rounds) - 1);
}

/**
 * pln_mix_instance_add_group:
 * @self: a question
 * @round: a round
 * @min: the fewest people in the group
 * @max: the most people in the group
 * @topic: what it is about, or %PLN_MIX_NO_TOPIC
 *
 * Returns: the group's number within @round
 */
guint
pln_mix_instance_add_group (PlnMixInstance *self,
                            guint           round,
                            guint           min,
                            guint           max,
                            guint           topic)
{
  PlnMixGroup group = { MIN (min, PLN_MIX_MAX_PEOPLE), MIN (max, PLN_MIX_MAX_PEOPLE), topic, NULL };

  g_return_val_if_fail (round < self->n_rounds, 0);
  g_return_val_if_fail (topic == PLN_MIX_NO_TOPIC || topic < G_MAXUINT16, 0);

  if (topic != PLN_MIX_NO_TOPIC)
    self->n_topics = MAX (self->n_topics, topic + 1);
  g_array_append_val (self->rounds[round].groups, group);

  return self->rounds[round].groups->len - 1;
}

/**
 * pln_mix_instance_need_role:
 * @self: a question
 * @round: a round
 * @group: a group
 * @role: a role; to be said once for each group
 * @need: how many people who can take @role the group needs
 */
void
pln_mix_instance_need_role (PlnMixInstance *self,
                            guint           round,
                            guint           group,
                            guint           role,
                            guint           need)
{
  PlnMixNeed want = { role, MIN (need, PLN_MIX_MAX_PEOPLE) };
  PlnMixGroup *at;

  g_return_if_fail (round < self->n_rounds && group < self->rounds[round].groups->len);
  g_return_if_fail (role < G_MAXUINT16);

  at = pln_mix_instance_group (self, round, group);
  if (at->needs == NULL)
    at->needs = g_array_new (FALSE, FALSE, sizeof (PlnMixNeed));
  g_array_append_val (at->needs, want);
  self->n_roles = MAX (self->n_roles, role + 1);
}

static void
add_once (GArray **list,
          guint    value)
{
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < (*list)->len; i++)
    if (g_array_index (*list, guint, i) == value)
      return;
  g_array_append_val (*list, value);
}

/**
 * pln_mix_instance_give_role:
 * @self: a question
 * @person: a person
 * @role: a role that @person can take
 */
void
pln_mix_instance_give_role (PlnMixInstance *self,
                            guint           person,
                            guint           role)
{
  g_return_if_fail (person < self->n_people && role < G_MAXUINT16);

  add_once (&self->people[person].roles, role);
  self->n_roles = MAX (self->n_roles, role + 1);
}

/**
 * pln_mix_instance_add_attribute:
 * @self: a question
 * @weight: what each person too many or too few costs
 *
 * Adds what each group should reflect, as the sector or the network.
 *
 * Returns: its number
 */
guint
pln_mix_instance_add_attribute (PlnMixInstance *self,
                                guint           weight)
{
  guint value = MIN (weight, PLN_MIX_MAX_WEIGHT);

  g_array_append_val (self->attributes, value);

  return self->attributes->len - 1;
}

/**
 * pln_mix_instance_add_value:
 * @self: a question
 * @attribute: an attribute
 *
 * Returns: the number of a new value; of values of all attributes
 */
guint
pln_mix_instance_add_value (PlnMixInstance *self,
                            guint           attribute)
{
  g_return_val_if_fail (attribute < self->attributes->len, 0);

  g_array_append_val (self->values, attribute);

  return self->values->len - 1;
}

/**
 * pln_mix_instance_give_value:
 * @self: a question
 * @person: a person
 * @value: a value that @person has; there may be several of an attribute
 */
void
pln_mix_instance_give_value (PlnMixInstance *self,
                             guint           person,
                             guint           value)
{
  g_return_if_fail (person < self->n_people && value < self->values->len);

  add_once (&self->people[person].values, value);
}

/**
 * pln_mix_instance_set_prefers:
 * @self: a question
 * @person: a person
 * @topics: (array length=n_topics): topics, best first, each once
 * @n_topics: how many
 */
void
pln_mix_instance_set_prefers (PlnMixInstance *self,
                              guint           person,
                              const guint    *topics,
                              guint           n_topics)
{
  PlnMixPerson *at;

  g_return_if_fail (person < self->n_people);

  at = &self->people[person];
  g_free (at->prefers);
  at->prefers = g_memdup2 (topics, n_topics * sizeof *topics);
  at->n_prefers = n_topics;
  for (guint i = 0; i < n_topics; i++)
    self->n_topics = MAX (self->n_topics, topics[i] + 1);
}

static void
add_rule (GArray      *rules,
          const guint *people,
          guint        n_people,
          guint64      rounds)
{
  PlnMixRule rule = { g_memdup2 (people, n_people * sizeof *people), n_people, rounds };

  g_array_append_val (rules, rule);
}

/**
 * pln_mix_instance_add_together:
 * @self: a question
 * @people: (array length=n_people): people
 * @n_people: how many
 * @rounds: in which rounds
 *
 * Lets @people share a group whenever they are there. How often they meet is
 * not counted.
 */
void
pln_mix_instance_add_together (PlnMixInstance *self,
                               const guint    *people,
                               guint           n_people,
                               guint64         rounds)
{
  add_rule (self->together, people, n_people, rounds);
}

/**
 * pln_mix_instance_add_apart:
 * @self: a question
 * @people: (array length=n_people): people
 * @n_people: how many
 * @rounds: in which rounds
 *
 * Lets no two of @people share a group.
 */
void
pln_mix_instance_add_apart (PlnMixInstance *self,
                            const guint    *people,
                            guint           n_people,
                            guint64         rounds)
{
  add_rule (self->apart, people, n_people, rounds);
}

/**
 * pln_mix_instance_add_fixed:
 * @self: a question
 * @person: a person
 * @round: a round
 * @group: where @person sits then
 */
void
pln_mix_instance_add_fixed (PlnMixInstance *self,
                            guint           person,
                            guint           round,
                            guint           group)
{
  PlnMixPin pin = { person, round, group };

  g_return_if_fail (person < self->n_people && round < self->n_rounds);
  g_return_if_fail (group < self->rounds[round].groups->len);

  g_array_append_val (self->pins, pin);
}

/**
 * pln_mix_instance_add_past:
 * @self: a question
 * @person: a person
 * @other: somebody else
 * @times: how often they met at earlier events
 */
void
pln_mix_instance_add_past (PlnMixInstance *self,
                           guint           person,
                           guint           other,
                           guint           times)
{
  PlnMixMeeting meeting = { MIN (person, other), MAX (person, other), MIN (times, PLN_MIX_PAST_CAP) };

  g_return_if_fail (person < self->n_people && other < self->n_people && person != other);

  g_array_append_val (self->past, meeting);
}

/**
 * pln_mix_instance_set_previous:
 * @self: a question
 * @round: a round
 * @person: a person
 * @group: where @person sat by the plan that is to change as little as can be:
 *   a group, %PLN_MIX_NOWHERE, or %PLN_MIX_GONE
 */
void
pln_mix_instance_set_previous (PlnMixInstance *self,
                               guint           round,
                               guint           person,
                               guint           group)
{
  PlnMixRound *at;

  g_return_if_fail (round < self->n_rounds && person < self->n_people);
  g_return_if_fail (group < self->rounds[round].groups->len || group == PLN_MIX_NOWHERE || group == PLN_MIX_GONE);

  at = &self->rounds[round];
  if (at->previous == NULL)
    {
      at->previous = g_new (guint16, self->n_people);
      for (guint i = 0; i < self->n_people; i++)
        at->previous[i] = PLN_MIX_NOWHERE;
    }
  at->previous[person] = (guint16) group;
}

/**
 * pln_mix_instance_freeze:
 * @self: a question
 * @round: a round that has been held
 *
 * Lets everybody in @round stay as in the earlier plan.
 */
void
pln_mix_instance_freeze (PlnMixInstance *self,
                         guint           round)
{
  g_return_if_fail (round < self->n_rounds);

  self->rounds[round].is_frozen = TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error (error, PLN_MIX_ERROR, PLN_MIX_ERROR_TOO_LARGE,
               _("There are too many %s to be mixed at once. Mix fewer people, or in parts."), what);

  return FALSE;
}

static gboolean
check_pairs (const PlnMixInstance *self,
             GError              **error)
{
  const GArray *kinds[] = { self->together, self->apart };
  guint64 n_pairs = self->past->len + self->pins->len;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < kinds[k]->len; i++)
      {
        guint64 n = g_array_index (kinds[k], PlnMixRule, i).n_people;

        n_pairs += n * n / 2;
      }

  return n_pairs <= PLN_MIX_MAX_PAIRS || refuse (error, _("rules"));
}

/**
 * pln_mix_instance_check:
 * @self: a question
 * @error: return location for a [error@MixError]
 *
 * Looks whether the question can be answered at all: by its size, not by its
 * rules, for which see [func@mix_list_problems].
 *
 * Returns: %TRUE if it can be solved
 */
gboolean
pln_mix_instance_check (const PlnMixInstance  *self,
                        GError               **error)
{
  guint64 n_groups = 0;
  guint64 n_seats = 0;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      guint n = self->rounds[round].groups->len;
      guint here = pln_mix_instance_count_here (self, round);

      if (n > PLN_MIX_MAX_GROUPS)
        return refuse (error, _("groups"));
      for (guint group = 0; group < n; group++)
        n_seats += MIN (pln_mix_instance_group (self, round, group)->max, here);
      if (n == 0 && here > 0)
        {
          g_set_error (error, PLN_MIX_ERROR, PLN_MIX_ERROR_NO_GROUPS,
                       _("Round %u has people, but no groups. Make a group in it."), round + 1);
          return FALSE;
        }
      n_groups += n;
    }

  if (n_groups * self->n_people > MOST_COMPANY)
    return refuse (error, _("groups"));
  if (n_seats > MOST_CELLS)
    return refuse (error, _("places"));
  if (self->values->len + self->n_roles > G_MAXUINT16)
    return refuse (error, _("values"));
  if (n_groups * (self->values->len + self->n_roles) > MOST_CELLS)
    return refuse (error, _("groups and values"));
  if ((guint64) self->n_people * self->n_topics > MOST_CELLS)
    return refuse (error, _("topics"));

  return check_pairs (self, error);
}

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

/**
 * pln_mix_instance_list_pairs:
 * @self: a question
 * @rules: (element-type PlnMixRule): rules
 *
 * Returns: (transfer full) (element-type PlnMixPair): each pair under @rules
 *   once, sorted; also those that are never there together
 */
GArray *
pln_mix_instance_list_pairs (const PlnMixInstance *self,
                             const GArray         *rules)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlnMixPair));
  guint n = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const PlnMixRule *rule = &g_array_index (rules, PlnMixRule, i);

      for (guint j = 0; j < rule->n_people; j++)
        for (guint k = 0; k < j; k++)
          {
            PlnMixPair pair = { MIN (rule->people[j], rule->people[k]),
                                MAX (rule->people[j], rule->people[k]), rule->rounds };

            pair.rounds &= self->people[pair.a].presence & self->people[pair.b].presence;
            if (pair.a != pair.b)
              g_array_append_val (pairs, pair);
          }
    }
  g_array_sort (pairs, compare_pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      PlnMixPair *pair = &g_array_index (pairs, PlnMixPair, i);
      PlnMixPair *last = n > 0 ? &g_array_index (pairs, PlnMixPair, n - 1) : NULL;

      if (last != NULL && compare_pairs (last, pair) == 0)
        last->rounds |= pair->rounds;
      else
        g_array_index (pairs, PlnMixPair, n++) = *pair;
    }
  g_array_set_size (pairs, n);

  return pairs;
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const PlnMixMeeting *one = a;
  const PlnMixMeeting *two = b;

  if (one->a != two->a)
    return one->a < two->a ? -1 : 1;

  return one->b < two->b ? -1 : one->b > two->b;
}

/**
 * pln_mix_instance_list_past:
 * @self: a question
 *
 * Returns: (transfer full) (element-type PlnMixMeeting): how often each pair
 *   met at earlier events, once for each, sorted, as far as it counts
 */
GArray *
pln_mix_instance_list_past (const PlnMixInstance *self)
{
  GArray *past = g_array_copy (self->past);
  guint n = 0;

  g_array_sort (past, compare_meetings);
  for (guint i = 0; i < past->len; i++)
    {
      PlnMixMeeting *meeting = &g_array_index (past, PlnMixMeeting, i);
      PlnMixMeeting *last = n > 0 ? &g_array_index (past, PlnMixMeeting, n - 1) : NULL;

      if (last != NULL && compare_meetings (last, meeting) == 0)
        last->times = MIN (last->times + meeting->times, PLN_MIX_PAST_CAP);
      else
        g_array_index (past, PlnMixMeeting, n++) = *meeting;
    }
  g_array_set_size (past, n);

  return past;
}
