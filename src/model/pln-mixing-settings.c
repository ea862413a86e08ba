/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mixing-settings.h"

#include "pln-model-private.h"

G_DEFINE_ENUM_TYPE (PlnMixingWho, pln_mixing_who,
  G_DEFINE_ENUM_VALUE (PLN_MIXING_WHO_GOING, "going"),
  G_DEFINE_ENUM_VALUE (PLN_MIXING_WHO_HERE, "here"))

enum
{
  PROP_0,
  PROP_WHO,
  PROP_ROUNDS,
  PROP_SIZE,
  PROP_BY_ROOMS,
  PROP_REMEMBER,
  PROP_ROLES,
  PROP_RULES,
  PROP_FACES, /* and the other strengths, in the order of PlnMixingAcross */
  N_PROPS = PROP_FACES + PLN_MIXING_N_ACROSS
};

/**
 * PlnMixingSettings:
 *
 * How the people of a gathering are to be mixed.
 */
struct _PlnMixingSettings
{
  GObject    parent_instance;

  guint      numbers[N_PROPS]; /* by property: everything but the rules */
  GPtrArray *rules;            /* of PlnMixingRule */
};

G_DEFINE_FINAL_TYPE (PlnMixingSettings, pln_mixing_settings, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
set_number (PlnMixingSettings *self,
            guint           prop,
            guint           value)
{
  if (self->numbers[prop] == value)
    return;

  self->numbers[prop] = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
pln_mixing_settings_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlnMixingSettings *self = PLN_MIXING_SETTINGS (object);

  if (prop_id == PROP_RULES)
    g_value_set_boxed (value, self->rules);
  else if (prop_id == PROP_WHO)
    g_value_set_enum (value, (int) self->numbers[prop_id]);
  else if (prop_id == PROP_BY_ROOMS || prop_id == PROP_REMEMBER)
    g_value_set_boolean (value, (gboolean) self->numbers[prop_id]);
  else
    g_value_set_uint (value, self->numbers[prop_id]);
}

static void
pln_mixing_settings_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlnMixingSettings *self = PLN_MIXING_SETTINGS (object);

  if (prop_id == PROP_RULES)
    pln_mixing_settings_set_rules (self, g_value_get_boxed (value));
  else if (prop_id == PROP_WHO)
    set_number (self, prop_id, (guint) g_value_get_enum (value));
  else if (prop_id == PROP_BY_ROOMS || prop_id == PROP_REMEMBER)
    set_number (self, prop_id, (guint) g_value_get_boolean (value));
  else
    set_number (self, prop_id, g_value_get_uint (value));
}

static void
pln_mixing_settings_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_MIXING_SETTINGS (object)->rules);

  G_OBJECT_CLASS (pln_mixing_settings_parent_class)->finalize (object);
}

static void
pln_mixing_settings_class_init (PlnMixingSettingsClass *klass)
{
  static const char *const strengths[PLN_MIXING_N_ACROSS] = {
    [PLN_MIXING_ACROSS_FACES] = "faces",
    [PLN_MIXING_ACROSS_SECTORS] = "sectors",
    [PLN_MIXING_ACROSS_NETWORKS] = "networks",
    [PLN_MIXING_ACROSS_STAGES] = "stages",
    [PLN_MIXING_ACROSS_FIRST_TIMERS] = "first-timers",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_mixing_settings_get_property;
  object_class->set_property = pln_mixing_settings_set_property;
  object_class->finalize = pln_mixing_settings_finalize;

  /**
   * PlnMixingSettings:who:
   *
   * Who counts.
   */
  props[PROP_WHO] = g_param_spec_enum ("who", NULL, NULL, PLN_TYPE_MIXING_WHO, PLN_MIXING_WHO_GOING, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:rounds:
   *
   * How many rounds the gathering is to have, with those held.
   */
  props[PROP_ROUNDS] = g_param_spec_uint ("rounds", NULL, NULL, 1, PLN_MIXING_MOST_ROUNDS, 3, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:size:
   *
   * About how many people sit in a group.
   */
  props[PROP_SIZE] = g_param_spec_uint ("size", NULL, NULL, PLN_MIXING_LEAST_SIZE, PLN_MIXING_MOST_SIZE, 6, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:by-rooms:
   *
   * Whether the rooms of the gathering say where groups sit, and how many fit.
   */
  props[PROP_BY_ROOMS] = g_param_spec_boolean ("by-rooms", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:remember:
   *
   * Whether who met at earlier gatherings of the series counts.
   */
  props[PROP_REMEMBER] = g_param_spec_boolean ("remember", NULL, NULL, TRUE, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:roles:
   *
   * The roles that each group needs, one bit each, see
   * %PLN_GROUP_ROLE_BIT.
   */
  props[PROP_ROLES] = g_param_spec_uint ("roles", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_WRITE);

  /**
   * PlnMixingSettings:rules:
   *
   * The [struct@MixingRule]s.
   */
  props[PROP_RULES] = g_param_spec_boxed ("rules", NULL, NULL, G_TYPE_PTR_ARRAY, PLN_PARAM_WRITE);

  for (guint across = 0; across < PLN_MIXING_N_ACROSS; across++)
    props[PROP_FACES + across] = g_param_spec_uint (strengths[across], NULL, NULL, 0, PLN_MIXING_STRONGEST, 0,
                                                    PLN_PARAM_WRITE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_mixing_settings_init (PlnMixingSettings *self)
{
  self->rules = pln_mixing_rules_new ();
  self->numbers[PROP_WHO] = PLN_MIXING_WHO_GOING;
  self->numbers[PROP_ROUNDS] = 3;
  self->numbers[PROP_SIZE] = 6;
  self->numbers[PROP_REMEMBER] = TRUE;
  self->numbers[PROP_ROLES] = PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_FACILITATOR)
                              | PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_NOTE_TAKER);
  self->numbers[PROP_FACES + PLN_MIXING_ACROSS_FACES] = 3;
  self->numbers[PROP_FACES + PLN_MIXING_ACROSS_SECTORS] = 3;
  self->numbers[PROP_FACES + PLN_MIXING_ACROSS_NETWORKS] = 2;
  self->numbers[PROP_FACES + PLN_MIXING_ACROSS_STAGES] = 2;
  self->numbers[PROP_FACES + PLN_MIXING_ACROSS_FIRST_TIMERS] = 1;
}

/**
 * pln_mixing_settings_new:
 *
 * Returns: (transfer full): the usual settings
 */
PlnMixingSettings *
pln_mixing_settings_new (void)
{
  return g_object_new (PLN_TYPE_MIXING_SETTINGS, NULL);
}

/**
 * pln_mixing_settings_copy:
 * @self: settings
 *
 * Returns: (transfer full): other settings that say the same
 */
PlnMixingSettings *
pln_mixing_settings_copy (PlnMixingSettings *self)
{
  PlnMixingSettings *copy;

  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), NULL);

  copy = pln_mixing_settings_new ();
  for (guint i = 0; i < N_PROPS; i++)
    copy->numbers[i] = self->numbers[i];
  pln_mixing_settings_set_rules (copy, self->rules);

  return copy;
}

PlnMixingWho
pln_mixing_settings_get_who (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), PLN_MIXING_WHO_GOING);

  return self->numbers[PROP_WHO];
}

void
pln_mixing_settings_set_who (PlnMixingSettings *self,
                             PlnMixingWho       who)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_WHO, who);
}

guint
pln_mixing_settings_get_rounds (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), 1);

  return self->numbers[PROP_ROUNDS];
}

void
pln_mixing_settings_set_rounds (PlnMixingSettings *self,
                                guint              rounds)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_ROUNDS, CLAMP (rounds, 1, PLN_MIXING_MOST_ROUNDS));
}

guint
pln_mixing_settings_get_size (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), PLN_MIXING_LEAST_SIZE);

  return self->numbers[PROP_SIZE];
}

void
pln_mixing_settings_set_size (PlnMixingSettings *self,
                              guint              size)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_SIZE, CLAMP (size, PLN_MIXING_LEAST_SIZE, PLN_MIXING_MOST_SIZE));
}

gboolean
pln_mixing_settings_get_by_rooms (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), FALSE);

  return (gboolean) self->numbers[PROP_BY_ROOMS];
}

void
pln_mixing_settings_set_by_rooms (PlnMixingSettings *self,
                                  gboolean           by_rooms)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_BY_ROOMS, !!by_rooms);
}

gboolean
pln_mixing_settings_get_remember (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), FALSE);

  return (gboolean) self->numbers[PROP_REMEMBER];
}

void
pln_mixing_settings_set_remember (PlnMixingSettings *self,
                                  gboolean           remember)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_REMEMBER, !!remember);
}

guint
pln_mixing_settings_get_strength (PlnMixingSettings *self,
                                  PlnMixingAcross    across)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self) && across < PLN_MIXING_N_ACROSS, 0);

  return self->numbers[PROP_FACES + across];
}

void
pln_mixing_settings_set_strength (PlnMixingSettings *self,
                                  PlnMixingAcross    across,
                                  guint              strength)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self) && across < PLN_MIXING_N_ACROSS);

  set_number (self, PROP_FACES + across, MIN (strength, PLN_MIXING_STRONGEST));
}

guint
pln_mixing_settings_get_roles (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), 0);

  return self->numbers[PROP_ROLES];
}

void
pln_mixing_settings_set_roles (PlnMixingSettings *self,
                               guint              roles)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));

  set_number (self, PROP_ROLES, roles);
}

/**
 * pln_mixing_settings_get_rules:
 * @self: settings
 *
 * Returns: (transfer none) (element-type PlnMixingRule): who is to share a group,
 *   and who not; never changed
 */
GPtrArray *
pln_mixing_settings_get_rules (PlnMixingSettings *self)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), NULL);

  return self->rules;
}

/**
 * pln_mixing_settings_set_rules:
 * @self: settings
 * @rules: (element-type PlnMixingRule): who is to share a group, and who not; not
 *   to be changed any more
 */
void
pln_mixing_settings_set_rules (PlnMixingSettings *self,
                               GPtrArray         *rules)
{
  g_return_if_fail (PLN_IS_MIXING_SETTINGS (self));
  g_return_if_fail (rules != NULL);

  if (self->rules == rules)
    return;

  g_ptr_array_unref (self->rules);
  self->rules = g_ptr_array_ref (rules);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RULES]);
}

/**
 * pln_mixing_settings_counts:
 * @self: settings
 * @attendee: somebody
 *
 * Returns: whether that person is to be placed
 */
gboolean
pln_mixing_settings_counts (PlnMixingSettings *self,
                            PlnAttendee       *attendee)
{
  PlnPresence presence;

  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), FALSE);
  g_return_val_if_fail (PLN_IS_ATTENDEE (attendee), FALSE);

  presence = pln_attendee_get_presence (attendee);
  if (presence != PLN_PRESENCE_NONE)
    return presence == PLN_PRESENCE_HERE;

  return self->numbers[PROP_WHO] == PLN_MIXING_WHO_GOING && !pln_attendee_get_waiting (attendee)
         && pln_attendee_get_answer (attendee) == PLN_ANSWER_ACCEPTED;
}

/**
 * pln_mixing_settings_count_people:
 * @self: settings
 * @gathering: a gathering
 *
 * Returns: how many people are to be placed
 */
guint
pln_mixing_settings_count_people (PlnMixingSettings *self,
                                  PlnGathering      *gathering)
{
  GListModel *attendees;
  guint n = 0;

  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), 0);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), 0);

  attendees = pln_gathering_get_attendees (gathering);
  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      n += pln_mixing_settings_counts (self, attendee);
    }

  return n;
}

/**
 * pln_mixing_settings_count_tables:
 * @self: settings
 * @room: a room
 *
 * Returns: how many groups sit in that room at most
 */
guint
pln_mixing_settings_count_tables (PlnMixingSettings *self,
                                  const PlnRoom     *room)
{
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), 0);

  return MAX (room->capacity / self->numbers[PROP_SIZE], 1);
}

/**
 * pln_mixing_settings_count_groups:
 * @self: settings
 * @gathering: a gathering
 *
 * Returns: how many groups a round is to have
 */
guint
pln_mixing_settings_count_groups (PlnMixingSettings *self,
                                  PlnGathering      *gathering)
{
  guint size;
  guint n;
  guint tables = 0;

  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (self), 1);

  size = self->numbers[PROP_SIZE];
  n = MAX ((pln_mixing_settings_count_people (self, gathering) + size / 2) / size, 1);
  if (self->numbers[PROP_BY_ROOMS])
    {
      GPtrArray *rooms = pln_gathering_get_room_list (gathering);

      for (guint i = 0; i < rooms->len; i++)
        tables += pln_mixing_settings_count_tables (self, g_ptr_array_index (rooms, i));
    }

  return tables > 0 ? MIN (n, tables) : n;
}
