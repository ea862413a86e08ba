/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-object.h"

#include "pln-model-private.h"
#include "pln-str.h"

/**
 * PlnAttendee:
 *
 * One person invited to, or present at, one gathering.
 *
 * An attendee is known by an id, which never changes. Everything else may
 * change at any time, the address too, and notifies when it does.
 */
G_DEFINE_FINAL_TYPE (PlnAttendee, pln_attendee, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnMode, pln_mode,
  G_DEFINE_ENUM_VALUE (PLN_MODE_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (PLN_MODE_IN_PERSON, "in-person"),
  G_DEFINE_ENUM_VALUE (PLN_MODE_ONLINE, "online"))

G_DEFINE_ENUM_TYPE (PlnRole, pln_role,
  G_DEFINE_ENUM_VALUE (PLN_ROLE_ATTENDEE, "attendee"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_SPEAKER, "speaker"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_HELPER, "helper"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_ORGANISER, "organiser"))

static GParamSpec *props[N_PROPS];

void
pln_attendee_notify (PlnAttendee *self,
                     guint        prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
pln_attendee_tell_owner (PlnAttendee            *self,
                         const PlnAttendeeTally *before)
{
  if (self->watch != NULL)
    self->watch (self, before, self->owner);
}

/* What is made of other properties is made anew when it is asked for. */
static void
forget_derived (PlnAttendee *self,
                gboolean     name_changed)
{
  g_clear_pointer (&self->search_text, g_free);
  if (name_changed)
    {
      g_clear_pointer (&self->sort_key, g_free);
      pln_attendee_notify (self, PROP_DISPLAY_NAME);
      pln_attendee_notify (self, PROP_SORT_KEY);
    }
  pln_attendee_notify (self, PROP_SEARCH_TEXT);
}

static void
set_text (PlnAttendee *self,
          guint        prop,
          const char  *value)
{
  if (!pln_text_set (&self->texts[prop], value))
    return;

  if (prop == PROP_EMAIL)
    pln_attendee_tell_owner (self, NULL);
  pln_attendee_notify (self, prop);
  if (prop != PROP_SAID_BY)
    forget_derived (self, prop == PROP_NAME || prop == PROP_EMAIL);
}

static void
pln_attendee_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlnAttendee *self = PLN_ATTENDEE (object);

  switch (prop_id)
    {
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, pln_attendee_get_display_name (self));
      break;
    case PROP_SORT_KEY:
      g_value_set_string (value, pln_attendee_get_sort_key (self));
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, pln_attendee_get_search_text (self));
      break;
    case PROP_ANSWER:
      g_value_set_enum (value, self->answer);
      break;
    case PROP_SAID_AT:
      g_value_set_boxed (value, self->said_at);
      break;
    case PROP_TOLD:
      g_value_set_boolean (value, self->told);
      break;
    case PROP_TOLD_SEQUENCE:
      g_value_set_int (value, self->told_sequence);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    case PROP_FIRST_TIME:
      g_value_set_boolean (value, self->first_time);
      break;
    case PROP_ROLE:
      g_value_set_enum (value, self->role);
      break;
    case PROP_MODE:
      g_value_set_enum (value, self->mode);
      break;
    case PROP_NETWORKS:
      g_value_set_boxed (value, pln_attendee_get_networks (self));
      break;
    case PROP_PRESENCE:
      g_value_set_enum (value, self->presence);
      break;
    case PROP_CAME_AT:
      g_value_set_boxed (value, self->came_at);
      break;
    case PROP_LEFT_AT:
      g_value_set_boxed (value, self->left_at);
      break;
    case PROP_EXPECTED_FROM:
      g_value_set_boxed (value, self->expected_from);
      break;
    case PROP_EXPECTED_UNTIL:
      g_value_set_boxed (value, self->expected_until);
      break;
    case PROP_ROLE_WISH:
      g_value_set_enum (value, self->role_wish);
      break;
    case PROP_WISHED_ROLES:
      g_value_set_uint (value, self->wished_roles);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_attendee_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlnAttendee *self = PLN_ATTENDEE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->texts[PROP_ID] = g_value_dup_string (value);
      break;
    case PROP_ANSWER:
      pln_attendee_set_answer (self, g_value_get_enum (value));
      break;
    case PROP_SAID_AT:
      pln_attendee_set_said (self, g_value_get_boxed (value), self->texts[PROP_SAID_BY]);
      break;
    case PROP_TOLD:
      pln_attendee_set_told (self, g_value_get_boolean (value), self->told_sequence);
      break;
    case PROP_TOLD_SEQUENCE:
      pln_attendee_set_told (self, self->told, g_value_get_int (value));
      break;
    case PROP_WAITING:
      pln_attendee_set_waiting (self, g_value_get_boolean (value));
      break;
    case PROP_FIRST_TIME:
      pln_attendee_set_first_time (self, g_value_get_boolean (value));
      break;
    case PROP_ROLE:
      pln_attendee_set_role (self, g_value_get_enum (value));
      break;
    case PROP_MODE:
      pln_attendee_set_mode (self, g_value_get_enum (value));
      break;
    case PROP_NETWORKS:
      pln_attendee_set_networks (self, g_value_get_boxed (value));
      break;
    case PROP_EXPECTED_FROM:
      pln_attendee_set_expected (self, g_value_get_boxed (value), self->expected_until);
      break;
    case PROP_EXPECTED_UNTIL:
      pln_attendee_set_expected (self, self->expected_from, g_value_get_boxed (value));
      break;
    case PROP_ROLE_WISH:
      pln_attendee_set_role_wish (self, g_value_get_enum (value), self->wished_roles);
      break;
    case PROP_WISHED_ROLES:
      pln_attendee_set_role_wish (self, self->role_wish, g_value_get_uint (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_attendee_finalize (GObject *object)
{
  PlnAttendee *self = PLN_ATTENDEE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_strfreev (self->networks);
  g_clear_pointer (&self->said_at, g_date_time_unref);
  g_clear_pointer (&self->came_at, g_date_time_unref);
  g_clear_pointer (&self->left_at, g_date_time_unref);
  g_clear_pointer (&self->expected_from, g_date_time_unref);
  g_clear_pointer (&self->expected_until, g_date_time_unref);
  g_free (self->sort_key);
  g_free (self->search_text);

  G_OBJECT_CLASS (pln_attendee_parent_class)->finalize (object);
}

static void
pln_attendee_class_init (PlnAttendeeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_attendee_get_property;
  object_class->set_property = pln_attendee_set_property;
  object_class->finalize = pln_attendee_finalize;

  /**
   * PlnAttendee:id:
   *
   * What identifies the attendee, see [func@id_new].
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnAttendee:email:
   *
   * The address without the `mailto:` scheme; empty if it is not known. Two
   * attendees may share one.
   */
  props[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:name:
   *
   * The name, or empty.
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:organisation:
   *
   * Where the person works.
   */
  props[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:sector:
   *
   * The sort of place that is: academic, public, health …
   */
  props[PROP_SECTOR] = g_param_spec_string ("sector", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:stage:
   *
   * How far along the person is: student, new professional …
   */
  props[PROP_STAGE] = g_param_spec_string ("stage", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:said-by:
   *
   * Who set the answer for the attendee; empty for an answer of their own.
   */
  props[PROP_SAID_BY] = g_param_spec_string ("said-by", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnAttendee:display-name:
   *
   * The name, or the address if there is no name. Never %NULL, so that lists
   * can be sorted and searched by it.
   */
  props[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAttendee:sort-key:
   *
   * A key of the display name by which people stand in lists, see
   * [func@str_surname_key].
   */
  props[PROP_SORT_KEY] = g_param_spec_string ("sort-key", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAttendee:search-text:
   *
   * All that a search in the list looks at, by [func@str_fold].
   */
  props[PROP_SEARCH_TEXT] = g_param_spec_string ("search-text", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnAttendee:answer:
   *
   * What the attendee answered.
   */
  props[PROP_ANSWER] = g_param_spec_enum ("answer", NULL, NULL, PLN_TYPE_ANSWER,
                                          PLN_ANSWER_NEEDS_ACTION, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:said-at:
   *
   * When an organiser set the answer, or %NULL.
   */
  props[PROP_SAID_AT] = g_param_spec_boxed ("said-at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:told:
   *
   * Whether an invitation was sent.
   */
  props[PROP_TOLD] = g_param_spec_boolean ("told", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:told-sequence:
   *
   * The SEQUENCE of what was sent last; -1 if nothing was.
   */
  props[PROP_TOLD_SEQUENCE] = g_param_spec_int ("told-sequence", NULL, NULL, -1, G_MAXINT, -1, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:waiting:
   *
   * Whether the person is on the waiting list.
   */
  props[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:first-time:
   *
   * Whether it is the first gathering of its kind for the person.
   */
  props[PROP_FIRST_TIME] = g_param_spec_boolean ("first-time", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:role:
   *
   * What the person is at the gathering.
   */
  props[PROP_ROLE] = g_param_spec_enum ("role", NULL, NULL, PLN_TYPE_ROLE,
                                        PLN_ROLE_ATTENDEE, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:mode:
   *
   * In person or online.
   */
  props[PROP_MODE] = g_param_spec_enum ("mode", NULL, NULL, PLN_TYPE_MODE,
                                        PLN_MODE_UNKNOWN, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:networks:
   *
   * The communities the person belongs to. Never %NULL.
   */
  props[PROP_NETWORKS] = g_param_spec_boxed ("networks", NULL, NULL, G_TYPE_STRV, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:presence:
   *
   * Whether the person is here. Not an answer.
   */
  props[PROP_PRESENCE] = g_param_spec_enum ("presence", NULL, NULL, PLN_TYPE_PRESENCE,
                                            PLN_PRESENCE_NONE, PLN_PARAM_READ);

  /**
   * PlnAttendee:came-at:
   *
   * When the person was checked in first, or %NULL.
   */
  props[PROP_CAME_AT] = g_param_spec_boxed ("came-at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  /**
   * PlnAttendee:left-at:
   *
   * When the person left, or %NULL.
   */
  props[PROP_LEFT_AT] = g_param_spec_boxed ("left-at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  /**
   * PlnAttendee:expected-from:
   *
   * When a person who said to come later will be here, or %NULL.
   */
  props[PROP_EXPECTED_FROM] = g_param_spec_boxed ("expected-from", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:expected-until:
   *
   * When a person who said to leave earlier will be gone, or %NULL.
   */
  props[PROP_EXPECTED_UNTIL] = g_param_spec_boxed ("expected-until", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:role-wish:
   *
   * What the person said about taking a role in a group.
   */
  props[PROP_ROLE_WISH] = g_param_spec_enum ("role-wish", NULL, NULL, PLN_TYPE_ROLE_WISH,
                                             PLN_ROLE_WISH_UNKNOWN, PLN_PARAM_WRITE);

  /**
   * PlnAttendee:wished-roles:
   *
   * The roles that [property@Attendee:role-wish] is about, a bit for each
   * [enum@GroupRole] (`PLN_GROUP_ROLE_BIT`); 0 is any.
   */
  props[PROP_WISHED_ROLES] = g_param_spec_uint ("wished-roles", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_WRITE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_attendee_init (PlnAttendee *self)
{
  self->answer = PLN_ANSWER_NEEDS_ACTION;
  self->told_sequence = -1;
}

/* Makes @owner be told of what it counts; the last one that watches is told. */
void
pln_attendee_watch (PlnAttendee      *self,
                    PlnAttendeeWatch  watch,
                    gpointer          owner)
{
  self->watch = watch;
  self->owner = owner;
}

void
pln_attendee_unwatch (PlnAttendee *self,
                      gpointer     owner)
{
  if (self->owner != owner)
    return;

  self->watch = NULL;
  self->owner = NULL;
}

PlnAttendeeTally
pln_attendee_get_tally (PlnAttendee *self)
{
  return (PlnAttendeeTally) {
    self->answer, self->waiting, self->told, self->came_at != NULL, self->presence == PLN_PRESENCE_HERE,
  };
}

/**
 * pln_attendee_new:
 * @id: the id of the person, see [func@id_new]
 *
 * Returns: (transfer full): an attendee of whom nothing else is known
 */
PlnAttendee *
pln_attendee_new (const char *id)
{
  return g_object_new (PLN_TYPE_ATTENDEE, "id", id, NULL);
}

/**
 * pln_attendee_copy:
 * @self: an attendee
 *
 * Returns: (transfer full): another object of the same person
 */
PlnAttendee *
pln_attendee_copy (PlnAttendee *self)
{
  PlnAttendee *copy;

  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  copy = pln_attendee_new (self->texts[PROP_ID]);
  pln_attendee_take_from (copy, self);

  return copy;
}

/**
 * pln_attendee_take_from:
 * @self: an attendee
 * @other: an attendee
 *
 * Makes @self equal to @other in everything but the id.
 */
void
pln_attendee_take_from (PlnAttendee *self,
                        PlnAttendee *other)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self) && PLN_IS_ATTENDEE (other));

  for (guint i = PROP_ID + 1; i < N_TEXTS; i++)
    set_text (self, i, other->texts[i]);
  pln_attendee_set_networks (self, pln_attendee_get_networks (other));
  pln_attendee_set_said (self, other->said_at, other->texts[PROP_SAID_BY]);
  pln_attendee_set_told (self, other->told, other->told_sequence);
  pln_attendee_set_waiting (self, other->waiting);
  pln_attendee_set_first_time (self, other->first_time);
  pln_attendee_set_role (self, other->role);
  pln_attendee_set_mode (self, other->mode);
  pln_attendee_set_answer (self, other->answer);
  pln_attendee_set_presence (self, other->presence, other->came_at, other->left_at);
  pln_attendee_set_expected (self, other->expected_from, other->expected_until);
  pln_attendee_set_role_wish (self, other->role_wish, other->wished_roles);
}

const char *
pln_attendee_get_id (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->texts[PROP_ID];
}

const char *
pln_attendee_get_email (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_EMAIL]);
}

/**
 * pln_attendee_set_email:
 * @self: an attendee
 * @email: (nullable): the address; %NULL is the same as ""
 */
void
pln_attendee_set_email (PlnAttendee *self,
                        const char  *email)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  set_text (self, PROP_EMAIL, email);
}

const char *
pln_attendee_get_name (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_NAME]);
}

/**
 * pln_attendee_set_name:
 * @self: an attendee
 * @name: (nullable): the name; %NULL is the same as ""
 */
void
pln_attendee_set_name (PlnAttendee *self,
                       const char  *name)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  set_text (self, PROP_NAME, name);
}

/**
 * pln_attendee_get_display_name:
 * @self: an attendee
 *
 * Returns: (transfer none): the name, or the address if there is none
 */
const char *
pln_attendee_get_display_name (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return self->texts[PROP_NAME] != NULL ? self->texts[PROP_NAME] : pln_text_get (self->texts[PROP_EMAIL]);
}

/**
 * pln_attendee_get_sort_key:
 * @self: an attendee
 *
 * Returns: (transfer none): the key of the display name for `strcmp()`
 */
const char *
pln_attendee_get_sort_key (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  if (self->sort_key == NULL)
    self->sort_key = pln_str_surname_key (pln_attendee_get_display_name (self));

  return self->sort_key;
}

/**
 * pln_attendee_get_search_text:
 * @self: an attendee
 *
 * Returns: (transfer none): what a search looks at, folded
 */
const char *
pln_attendee_get_search_text (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  if (self->search_text == NULL)
    {
      g_autofree char *networks = g_strjoinv (" ", (char **) pln_attendee_get_networks (self));
      g_autofree char *all = g_strjoin ("\n",
                                        pln_attendee_get_name (self), pln_attendee_get_email (self),
                                        pln_attendee_get_organisation (self), pln_attendee_get_sector (self),
                                        pln_attendee_get_stage (self), networks, NULL);

      self->search_text = pln_str_fold (all);
    }

  return self->search_text;
}

PlnAnswer
pln_attendee_get_answer (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_ANSWER_NEEDS_ACTION);

  return self->answer;
}

void
pln_attendee_set_answer (PlnAttendee *self,
                         PlnAnswer    answer)
{
  PlnAttendeeTally before;

  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->answer == answer)
    return;

  before = pln_attendee_get_tally (self);
  self->answer = answer;
  pln_attendee_tell_owner (self, &before);
  pln_attendee_notify (self, PROP_ANSWER);
}

GDateTime *
pln_attendee_get_said_at (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->said_at;
}

const char *
pln_attendee_get_said_by (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_SAID_BY]);
}

/**
 * pln_attendee_set_said:
 * @self: an attendee
 * @at: (nullable): when the answer was set for the attendee
 * @by: (nullable): who set it; %NULL is the same as ""
 */
void
pln_attendee_set_said (PlnAttendee *self,
                       GDateTime   *at,
                       const char  *by)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (pln_time_set (&self->said_at, at))
    pln_attendee_notify (self, PROP_SAID_AT);
  set_text (self, PROP_SAID_BY, by);
}

gboolean
pln_attendee_get_told (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), FALSE);

  return self->told;
}

int
pln_attendee_get_told_sequence (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), -1);

  return self->told_sequence;
}

/**
 * pln_attendee_set_told:
 * @self: an attendee
 * @told: whether an invitation was sent
 * @sequence: the SEQUENCE of what was sent last, or -1
 */
void
pln_attendee_set_told (PlnAttendee *self,
                       gboolean     told,
                       int          sequence)
{
  PlnAttendeeTally before;

  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->told_sequence != sequence)
    {
      self->told_sequence = sequence;
      pln_attendee_notify (self, PROP_TOLD_SEQUENCE);
    }
  if (self->told == !!told)
    return;

  before = pln_attendee_get_tally (self);
  self->told = !!told;
  pln_attendee_tell_owner (self, &before);
  pln_attendee_notify (self, PROP_TOLD);
}

gboolean
pln_attendee_get_waiting (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), FALSE);

  return self->waiting;
}

void
pln_attendee_set_waiting (PlnAttendee *self,
                          gboolean     waiting)
{
  PlnAttendeeTally before;

  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->waiting == !!waiting)
    return;

  before = pln_attendee_get_tally (self);
  self->waiting = !!waiting;
  pln_attendee_tell_owner (self, &before);
  pln_attendee_notify (self, PROP_WAITING);
}

gboolean
pln_attendee_get_first_time (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), FALSE);

  return self->first_time;
}

void
pln_attendee_set_first_time (PlnAttendee *self,
                             gboolean     first_time)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->first_time == !!first_time)
    return;

  self->first_time = !!first_time;
  pln_attendee_notify (self, PROP_FIRST_TIME);
}

PlnRole
pln_attendee_get_role (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_ROLE_ATTENDEE);

  return self->role;
}

void
pln_attendee_set_role (PlnAttendee *self,
                       PlnRole      role)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->role == role)
    return;

  self->role = role;
  pln_attendee_notify (self, PROP_ROLE);
}

PlnMode
pln_attendee_get_mode (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_MODE_UNKNOWN);

  return self->mode;
}

void
pln_attendee_set_mode (PlnAttendee *self,
                       PlnMode      mode)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->mode == mode)
    return;

  self->mode = mode;
  pln_attendee_notify (self, PROP_MODE);
}

const char *
pln_attendee_get_organisation (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_ORGANISATION]);
}

void
pln_attendee_set_organisation (PlnAttendee *self,
                               const char  *organisation)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  set_text (self, PROP_ORGANISATION, organisation);
}

const char *
pln_attendee_get_sector (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_SECTOR]);
}

void
pln_attendee_set_sector (PlnAttendee *self,
                         const char  *sector)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  set_text (self, PROP_SECTOR, sector);
}

const char *
pln_attendee_get_stage (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), "");

  return pln_text_get (self->texts[PROP_STAGE]);
}

void
pln_attendee_set_stage (PlnAttendee *self,
                        const char  *stage)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  set_text (self, PROP_STAGE, stage);
}

const char *const *
pln_attendee_get_networks (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return pln_texts_get (self->networks);
}

/**
 * pln_attendee_set_networks:
 * @self: an attendee
 * @networks: (nullable) (array zero-terminated=1): names of communities
 */
void
pln_attendee_set_networks (PlnAttendee       *self,
                           const char *const *networks)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (!pln_texts_set (&self->networks, networks))
    return;

  pln_attendee_notify (self, PROP_NETWORKS);
  forget_derived (self, FALSE);
}
