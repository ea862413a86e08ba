/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-board.h"

#include "pln-clock.h"
#include "pln-core-private.h"

/* What a place that changes costs to mend: more than anything that mixing is
 * for, less than a role that nobody has. */
#define MEND_CHANGE 200
#define MEND_ROLE   250

#define NO_CAP PLN_GROUP_MAX_CHAIRS

/* By strength. */
static const guint repeat_weights[PLN_MIXING_STRONGEST + 1] = { 0, 4, 7, 10 };
static const guint third_weights[PLN_MIXING_STRONGEST + 1] = { 0, 6, 10, 15 };
static const guint past_weights[PLN_MIXING_STRONGEST + 1] = { 0, 2, 3, 4 };
static const guint value_weights[PLN_MIXING_STRONGEST + 1] = { 0, 1, 2, 4 };

/**
 * pln_core_board_find:
 * @self: a board
 * @person: the id of an attendee
 *
 * Returns: the number of that person, or %G_MAXUINT
 */
guint
pln_core_board_find (PlnCoreBoard *self,
                     const char   *person)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, person)) - 1;
}

static void
add_person (PlnCoreBoard *self,
            PlnAttendee  *attendee)
{
  if (g_hash_table_contains (self->numbers, pln_attendee_get_id (attendee)))
    return;
  g_ptr_array_add (self->people, g_object_ref (attendee));
  g_hash_table_insert (self->numbers, (char *) pln_attendee_get_id (attendee), GUINT_TO_POINTER (self->people->len));
}

static GPtrArray *
list_groups (PlnRound *round)
{
  GListModel *groups = pln_round_get_groups (round);
  guint n = g_list_model_get_n_items (groups);
  GPtrArray *list = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, g_list_model_get_item (groups, i));

  return list;
}

static gboolean
is_frozen (PlnCoreBoard *self,
           guint         round)
{
  return (self->frozen & PLN_MIX_ROUND (round)) != 0;
}

/* Who counts, and who sits in a round that stays as it is. */
static void
list_people (PlnCoreBoard *self)
{
  GListModel *attendees = pln_gathering_get_attendees (self->gathering);
  guint n = g_list_model_get_n_items (attendees);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (pln_mixing_settings_counts (self->settings, attendee))
        add_person (self, attendee);
    }

  for (guint round = 0; round < self->rounds->len; round++)
    {
      GPtrArray *groups = g_ptr_array_index (self->groups, round);

      for (guint i = 0; (self->aim == PLN_CORE_BOARD_JUDGE || is_frozen (self, round)) && i < groups->len; i++)
        {
          GPtrArray *places = pln_group_get_places (g_ptr_array_index (groups, i));

          for (guint j = 0; j < places->len; j++)
            {
              const PlnPlace *place = g_ptr_array_index (places, j);
              PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, place->person);

              if (attendee != NULL)
                add_person (self, attendee);
            }
        }
    }
}

/* --- where people sit --- */

static void
read_places (PlnCoreBoard *self)
{
  self->plan = pln_mix_plan_new (self->people->len, self->rounds->len);
  for (guint round = 0; round < self->rounds->len; round++)
    {
      GPtrArray *groups = g_ptr_array_index (self->groups, round);

      for (guint i = 0; i < groups->len; i++)
        {
          GPtrArray *places = pln_group_get_places (g_ptr_array_index (groups, i));

          for (guint j = 0; j < places->len; j++)
            {
              guint person = pln_core_board_find (self, ((PlnPlace *) g_ptr_array_index (places, j))->person);

              if (person != G_MAXUINT)
                pln_mix_plan_set_group (self->plan, round, person, i);
            }
        }
    }
}

static gboolean
takes_part (PlnCoreBoard *self,
            guint         person,
            guint         round)
{
  PlnAttendee *attendee = g_ptr_array_index (self->people, person);
  PlnRound *at = g_ptr_array_index (self->rounds, round);

  if (self->aim == PLN_CORE_BOARD_JUDGE || is_frozen (self, round))
    return pln_mix_plan_get_group (self->plan, round, person) != PLN_MIX_NOWHERE;

  return pln_mixing_settings_counts (self->settings, attendee)
         && pln_attendee_is_expected (attendee, pln_round_get_start (at), pln_round_get_end (at));
}

/* --- how large groups are --- */

/**
 * pln_core_board_room_gone:
 * @self: a board
 * @group: a group
 *
 * Where groups sit is said in words. It is taken for a room that is gone only
 * if another group sits in a room that is on the gathering's list.
 *
 * Returns: whether the room of @group is no room of the gathering any more
 */
gboolean
pln_core_board_room_gone (PlnCoreBoard *self,
                          PlnGroup     *group)
{
  GPtrArray *rooms = pln_gathering_get_room_list (self->gathering);

  if (*pln_group_get_room (group) == '\0' || pln_core_board_room_of (rooms, group) >= 0)
    return FALSE;
  for (guint i = 0; i < self->groups->len; i++)
    {
      GPtrArray *groups = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < groups->len; j++)
        if (pln_core_board_room_of (rooms, g_ptr_array_index (groups, j)) >= 0)
          return TRUE;
    }

  return FALSE;
}

static guint
cap_of (PlnCoreBoard *self,
        PlnGroup     *group)
{
  if (self->aim != PLN_CORE_BOARD_JUDGE && pln_core_board_room_gone (self, group))
    return 0;

  return pln_group_get_chairs (group) > 0 ? pln_group_get_chairs (group) : NO_CAP;
}

/* How many of a group's people take part; if the group is locked, they stay. */
static guint
count_in (PlnCoreBoard *self,
          guint         round,
          guint         group)
{
  guint n = 0;

  for (guint person = 0; person < self->people->len; person++)
    n += pln_mix_plan_get_group (self->plan, round, person) == group && takes_part (self, person, round);

  return n;
}

/* The size of the largest groups, if sizes are as even as can be. */
static guint
find_level (const guint *caps,
            guint        n_groups,
            guint        n_people)
{
  guint level = 1;

  for (;; level++)
    {
      guint n = 0;

      for (guint i = 0; i < n_groups; i++)
        n += MIN (caps[i], level);
      if (n >= n_people || level >= NO_CAP)
        return level;
    }
}

static void
add_groups (PlnCoreBoard *self,
            guint         round)
{
  GPtrArray *groups = g_ptr_array_index (self->groups, round);
  g_autofree guint *caps = g_new (guint, groups->len + 1);
  g_autofree guint *in = g_new (guint, groups->len + 1);
  guint n_free = 0;
  guint level;

  for (guint person = 0; person < self->people->len; person++)
    n_free += takes_part (self, person, round);
  for (guint i = 0; i < groups->len; i++)
    {
      PlnGroup *group = g_ptr_array_index (groups, i);

      in[i] = count_in (self, round, i);
      caps[i] = pln_group_get_locked (group) ? 0 : cap_of (self, group);
      n_free -= pln_group_get_locked (group) ? MIN (in[i], n_free) : 0;
    }
  level = find_level (caps, groups->len, n_free);

  for (guint i = 0; i < groups->len; i++)
    {
      guint least = MIN (level - 1, caps[i]);
      guint most = MIN (level, caps[i]);

      if (is_frozen (self, round) || self->aim == PLN_CORE_BOARD_JUDGE)
        pln_mix_instance_add_group (self->instance, round, 0, NO_CAP, PLN_MIX_NO_TOPIC);
      else if (pln_group_get_locked (g_ptr_array_index (groups, i)))
        pln_mix_instance_add_group (self->instance, round, in[i], in[i], PLN_MIX_NO_TOPIC);
      else if (self->aim == PLN_CORE_BOARD_MEND)
        pln_mix_instance_add_group (self->instance, round, least > 2 ? least - 1 : MIN (least, 1),
                                    MIN (MAX (most, in[i]), caps[i]), PLN_MIX_NO_TOPIC);
      else
        pln_mix_instance_add_group (self->instance, round, least, most, PLN_MIX_NO_TOPIC);
    }
}

/* --- what stays --- */

static void
keep_places (PlnCoreBoard *self,
             guint         round)
{
  GPtrArray *groups = g_ptr_array_index (self->groups, round);
  gboolean keeps_all = is_frozen (self, round) || self->aim == PLN_CORE_BOARD_MEND;

  for (guint person = 0; person < self->people->len; person++)
    {
      guint at = pln_mix_plan_get_group (self->plan, round, person);
      PlnGroup *group = at < groups->len ? g_ptr_array_index (groups, at) : NULL;
      const PlnPlace *place;

      if (group == NULL || !takes_part (self, person, round))
        continue;
      if (keeps_all)
        pln_mix_instance_set_previous (self->instance, round, person, at);
      place = pln_group_get_place (group, pln_attendee_get_id (g_ptr_array_index (self->people, person)));
      if (!is_frozen (self, round) && (place->locked || pln_group_get_locked (group)))
        pln_mix_instance_add_fixed (self->instance, person, round, at);
    }
  if (is_frozen (self, round))
    pln_mix_instance_freeze (self->instance, round);
}

static void
add_rules (PlnCoreBoard *self)
{
  GPtrArray *rules = pln_mixing_settings_get_rules (self->settings);

  for (guint i = 0; i < rules->len; i++)
    {
      const PlnMixingRule *rule = g_ptr_array_index (rules, i);
      g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (guint));
      guint64 rounds = self->aim == PLN_CORE_BOARD_JUDGE ? PLN_MIX_ALL_ROUNDS : ~self->frozen;

      for (guint j = 0; rule->people[j] != NULL; j++)
        {
          guint person = pln_core_board_find (self, rule->people[j]);

          if (person != G_MAXUINT)
            g_array_append_val (people, person);
        }
      if (people->len < 2)
        continue;
      if (rule->together)
        pln_mix_instance_add_together (self->instance, (guint *) (gpointer) people->data, people->len, rounds);
      else
        pln_mix_instance_add_apart (self->instance, (guint *) (gpointer) people->data, people->len, rounds);
    }
}

/* --- what people are like --- */

static guint
find_value (PlnCoreBoard *self,
            GHashTable   *known,
            guint         attribute,
            const char   *text)
{
  g_autofree char *key = g_utf8_casefold (text, -1);
  gpointer found;
  guint value;

  if (g_hash_table_lookup_extended (known, key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  value = pln_mix_instance_add_value (self->instance, attribute);
  g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (value));
  g_ptr_array_add (self->values, g_strdup (text));
  g_array_set_size (self->holders, value + 1);

  return value;
}

static void
give_value (PlnCoreBoard *self,
            GHashTable   *known,
            guint         attribute,
            guint         person,
            const char   *text)
{
  guint value;

  if (*text == '\0')
    return;
  value = find_value (self, known, attribute, text);
  pln_mix_instance_give_value (self->instance, person, value);
  g_array_index (self->holders, guint, value)++;
}

static void
add_values (PlnCoreBoard *self,
            guint         attribute)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint person = 0; person < self->people->len; person++)
    {
      PlnAttendee *attendee = g_ptr_array_index (self->people, person);
      const char *const *networks = pln_attendee_get_networks (attendee);

      if (attribute == PLN_CORE_BOARD_SECTORS)
        give_value (self, known, attribute, person, pln_attendee_get_sector (attendee));
      else if (attribute == PLN_CORE_BOARD_STAGES)
        give_value (self, known, attribute, person, pln_attendee_get_stage (attendee));
      else if (attribute == PLN_CORE_BOARD_FIRST_TIMERS && pln_attendee_get_first_time (attendee))
        give_value (self, known, attribute, person, "1");
      for (guint i = 0; attribute == PLN_CORE_BOARD_NETWORKS && networks[i] != NULL; i++)
        give_value (self, known, attribute, person, networks[i]);
    }
}

static void
add_attributes (PlnCoreBoard *self)
{
  static const PlnMixingAcross across[] = {
    [PLN_CORE_BOARD_SECTORS] = PLN_MIXING_ACROSS_SECTORS,
    [PLN_CORE_BOARD_NETWORKS] = PLN_MIXING_ACROSS_NETWORKS,
    [PLN_CORE_BOARD_STAGES] = PLN_MIXING_ACROSS_STAGES,
    [PLN_CORE_BOARD_FIRST_TIMERS] = PLN_MIXING_ACROSS_FIRST_TIMERS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      pln_mix_instance_add_attribute (self->instance,
                                      value_weights[pln_mixing_settings_get_strength (self->settings, across[i])]);
      add_values (self, i);
      if (i == PLN_CORE_BOARD_SECTORS)
        self->n_sectors = self->values->len;
    }
}

/* --- who met before --- */

/**
 * pln_core_board_find_again:
 * @self: a board
 * @earlier: a gathering
 * @id: the id of somebody there
 *
 * Somebody has another id in each gathering, and mostly the same address.
 *
 * Returns: the number of that person here, or %G_MAXUINT
 */
guint
pln_core_board_find_again (PlnCoreBoard *self,
                           PlnGathering *earlier,
                           const char   *id)
{
  PlnAttendee *then = pln_gathering_find_attendee (earlier, id);
  const char *email = then != NULL ? pln_attendee_get_email (then) : "";
  PlnAttendee *now = *email != '\0' ? pln_gathering_find_address (self->gathering, email) : NULL;

  return pln_core_board_find (self, now != NULL ? pln_attendee_get_id (now) : id);
}

static void
add_met_in (PlnCoreBoard *self,
            PlnGathering *earlier,
            PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *then = pln_gathering_find_attendee (earlier, place->person);
      guint person = pln_core_board_find_again (self, earlier, place->person);

      /* Where the door was watched, who did not come met nobody. */
      if (person != G_MAXUINT && then != NULL
          && (pln_gathering_get_n_came (earlier) == 0 || pln_attendee_get_presence (then) != PLN_PRESENCE_NONE))
        g_array_append_val (people, person);
    }
  for (guint i = 0; i < people->len; i++)
    for (guint j = i + 1; j < people->len; j++)
      if (g_array_index (people, guint, i) != g_array_index (people, guint, j))
        pln_mix_instance_add_past (self->instance, g_array_index (people, guint, i),
                                   g_array_index (people, guint, j), 1);
}

/**
 * pln_core_board_list_earlier:
 * @core: a core
 * @gathering: a gathering
 *
 * Returns: (transfer full) (element-type PlnGathering): the gatherings of its
 *   series that began before it
 */
GPtrArray *
pln_core_board_list_earlier (PlnCore      *core,
                             PlnGathering *gathering)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *gatherings = pln_core_get_gatherings (core);
  const char *series = pln_gathering_get_series (gathering);
  GDateTime *start = pln_gathering_get_start (gathering);
  guint n = *series != '\0' && start != NULL ? g_list_model_get_n_items (gatherings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGathering) other = g_list_model_get_item (gatherings, i);
      GDateTime *other_start = pln_gathering_get_start (other);

      if (g_str_equal (pln_gathering_get_series (other), series) && other_start != NULL
          && g_date_time_compare (other_start, start) < 0)
        g_ptr_array_add (list, g_steal_pointer (&other));
    }

  return list;
}

static void
add_past (PlnCoreBoard *self)
{
  g_autoptr(GPtrArray) earlier = NULL;

  if (!pln_mixing_settings_get_remember (self->settings))
    return;
  earlier = pln_core_board_list_earlier (self->core, self->gathering);
  for (guint i = 0; i < earlier->len; i++)
    {
      GListModel *rounds = pln_gathering_get_rounds (g_ptr_array_index (earlier, i));

      for (guint j = 0; j < g_list_model_get_n_items (rounds); j++)
        {
          g_autoptr(PlnRound) round = g_list_model_get_item (rounds, j);
          g_autoptr(GPtrArray) groups = list_groups (round);

          for (guint k = 0; k < groups->len; k++)
            add_met_in (self, g_ptr_array_index (earlier, i), g_ptr_array_index (groups, k));
        }
    }
}

/* --- all of it --- */

static void
add_weights (PlnCoreBoard *self)
{
  guint faces = pln_mixing_settings_get_strength (self->settings, PLN_MIXING_ACROSS_FACES);

  pln_mix_instance_set_weight (self->instance, PLN_MIX_WEIGHT_REPEAT, repeat_weights[faces]);
  pln_mix_instance_set_weight (self->instance, PLN_MIX_WEIGHT_THIRD, third_weights[faces]);
  pln_mix_instance_set_weight (self->instance, PLN_MIX_WEIGHT_PAST, past_weights[faces]);
  if (self->aim == PLN_CORE_BOARD_MEND)
    {
      pln_mix_instance_set_weight (self->instance, PLN_MIX_WEIGHT_CHANGE, MEND_CHANGE);
      pln_mix_instance_set_weight (self->instance, PLN_MIX_WEIGHT_ROLE, MEND_ROLE);
    }
}

static void
ask (PlnCoreBoard *self)
{
  self->instance = pln_mix_instance_new (self->people->len, self->rounds->len);
  add_weights (self);
  for (guint round = 0; round < self->rounds->len; round++)
    add_groups (self, round);
  for (guint person = 0; person < self->people->len; person++)
    {
      guint64 presence = 0;

      for (guint round = 0; round < self->rounds->len; round++)
        if (takes_part (self, person, round))
          presence |= PLN_MIX_ROUND (round);
      pln_mix_instance_set_presence (self->instance, person, presence);
    }
  for (guint round = 0; round < self->rounds->len; round++)
    if (self->aim != PLN_CORE_BOARD_JUDGE || is_frozen (self, round))
      keep_places (self, round);
  add_rules (self);
  add_attributes (self);
  add_past (self);
  if (self->aim != PLN_CORE_BOARD_JUDGE)
    pln_core_board_ask_roles (self);
}

static GPtrArray *
list_rounds (PlnGathering *gathering,
             gboolean      copies)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n = MIN (g_list_model_get_n_items (rounds), PLN_MIX_MAX_ROUNDS);
  GPtrArray *list = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      g_ptr_array_add (list, copies ? pln_round_copy (round) : g_object_ref (round));
    }

  return list;
}

/* Lets one person sit elsewhere in a copy of the round. */
static void
apply_move (PlnCoreBoard  *self,
            const PlnMove *move,
            guint64       *copied)
{
  guint at = 0;
  PlnRound *round;
  GListModel *groups;

  while (at < self->rounds->len && !g_str_equal (pln_round_get_uid (self->rounds->pdata[at]), move->round))
    at++;
  if (at == self->rounds->len)
    return;
  if ((*copied & PLN_MIX_ROUND (at)) == 0)
    {
      round = pln_round_copy (self->rounds->pdata[at]);
      g_object_unref (self->rounds->pdata[at]);
      self->rounds->pdata[at] = round;
      *copied |= PLN_MIX_ROUND (at);
    }

  round = self->rounds->pdata[at];
  groups = pln_round_get_groups (round);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      gboolean goes_here = g_str_equal (pln_group_get_uid (group), move->group);
      g_autoptr(GPtrArray) places = NULL;
      int sits_here = pln_places_find (pln_group_get_places (group), move->place.person);

      if (sits_here < 0 && !goes_here)
        continue;
      places = pln_places_copy (pln_group_get_places (group));
      if (sits_here >= 0)
        g_ptr_array_remove_index (places, (guint) sits_here);
      if (goes_here)
        g_ptr_array_add (places, pln_place_copy (&move->place));
      pln_group_set_places (group, places);
    }
}

/* The rounds as the aim wants them. */
static void
take_rounds (PlnCoreBoard *self,
             GPtrArray    *moves)
{
  guint64 copied = 0;
  g_autoptr(GDateTime) now = pln_clock_now_utc ();

  if (self->aim != PLN_CORE_BOARD_JUDGE)
    self->before = list_rounds (self->gathering, TRUE);
  if (self->aim == PLN_CORE_BOARD_MIX)
    self->rounds = pln_core_board_lay_out (self->core, self->gathering, self->settings, self->before);
  else
    self->rounds = list_rounds (self->gathering, self->aim == PLN_CORE_BOARD_MEND);
  for (guint i = 0; moves != NULL && i < moves->len; i++)
    apply_move (self, g_ptr_array_index (moves, i), &copied);

  for (guint i = 0; i < self->rounds->len; i++)
    {
      PlnRound *round = g_ptr_array_index (self->rounds, i);

      if (pln_round_is_frozen (round, now))
        self->frozen |= PLN_MIX_ROUND (i);
      g_ptr_array_add (self->groups, list_groups (round));
    }
  for (guint i = 0; self->aim == PLN_CORE_BOARD_MEND && i < self->rounds->len; i++)
    if (!is_frozen (self, i))
      pln_core_board_find_rooms (self, g_ptr_array_index (self->rounds, i));
}

/**
 * pln_core_board_new:
 * @core: a core
 * @gathering: a gathering that is loaded
 * @settings: how to mix
 * @aim: what for
 * @moves: (nullable) (element-type PlnMove): with whom elsewhere, to judge
 *
 * Returns: (transfer full): the question
 */
PlnCoreBoard *
pln_core_board_new (PlnCore           *core,
                    PlnGathering      *gathering,
                    PlnMixingSettings *settings,
                    PlnCoreBoardAim    aim,
                    GPtrArray         *moves)
{
  PlnCoreBoard *self = g_new0 (PlnCoreBoard, 1);

  self->core = g_object_ref (core);
  self->gathering = g_object_ref (gathering);
  self->settings = pln_mixing_settings_copy (settings);
  self->aim = aim;
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->holders = g_array_new (FALSE, TRUE, sizeof (guint));

  take_rounds (self, moves);
  list_people (self);
  if (self->rounds->len > 0 && self->people->len > 0 && self->people->len <= PLN_MIX_MAX_PEOPLE)
    {
      read_places (self);
      ask (self);
    }

  return self;
}

void
pln_core_board_free (PlnCoreBoard *self)
{
  g_object_unref (self->core);
  g_object_unref (self->gathering);
  g_object_unref (self->settings);
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->numbers);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->values);
  g_array_unref (self->holders);
  g_clear_pointer (&self->instance, pln_mix_instance_free);
  g_clear_pointer (&self->plan, pln_mix_plan_free);
  g_free (self);
}
