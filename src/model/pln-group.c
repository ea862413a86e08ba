/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-group.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_UID, /* texts, which lie in one array */
  PROP_ROUND,
  PROP_TOPIC,
  PROP_QUESTION,
  PROP_ROOM,
  PROP_COLOUR,
  N_TEXTS,
  PROP_NUMBER = N_TEXTS,
  PROP_CHAIRS,
  PROP_LOCKED,
  PROP_READ_ONLY,
  PROP_PLACES,
  PROP_N_PLACES,
  N_PROPS
};

/**
 * PlnGroup:
 *
 * The people who sit together in one round of a breakout.
 */
struct _PlnGroup
{
  GObject    parent_instance;

  char      *texts[N_TEXTS]; /* by property */
  GPtrArray *places;         /* PlnPlace; replaced, never changed */
  guint      number;
  guint      chairs;
  guint      locked : 1;
  guint      read_only : 1;
};

G_DEFINE_FINAL_TYPE (PlnGroup, pln_group, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
notify (PlnGroup *self,
        guint     prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_text (PlnGroup   *self,
          guint       prop,
          const char *value)
{
  if (pln_text_set (&self->texts[prop], value))
    notify (self, prop);
}

static void
pln_group_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnGroup *self = PLN_GROUP (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_CHAIRS:
      g_value_set_uint (value, self->chairs);
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PLACES:
      g_value_set_boxed (value, self->places);
      break;
    case PROP_N_PLACES:
      g_value_set_uint (value, self->places->len);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_group_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlnGroup *self = PLN_GROUP (object);

  switch (prop_id)
    {
    case PROP_UID:
      self->texts[PROP_UID] = g_value_dup_string (value);
      break;
    case PROP_NUMBER:
      pln_group_set_number (self, g_value_get_uint (value));
      break;
    case PROP_CHAIRS:
      pln_group_set_chairs (self, g_value_get_uint (value));
      break;
    case PROP_LOCKED:
      pln_group_set_locked (self, g_value_get_boolean (value));
      break;
    case PROP_READ_ONLY:
      pln_group_set_read_only (self, g_value_get_boolean (value));
      break;
    case PROP_PLACES:
      pln_group_set_places (self, g_value_get_boxed (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_group_finalize (GObject *object)
{
  PlnGroup *self = PLN_GROUP (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (pln_group_parent_class)->finalize (object);
}

static void
pln_group_class_init (PlnGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_group_get_property;
  object_class->set_property = pln_group_set_property;
  object_class->finalize = pln_group_finalize;

  /**
   * PlnGroup:uid:
   *
   * The UID of the calendar object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnGroup:round:
   *
   * The UID of the round it belongs to.
   */
  props[PROP_ROUND] = g_param_spec_string ("round", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGroup:topic:
   *
   * What it talks about, in a line.
   */
  props[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGroup:question:
   *
   * What it is asked; may have several lines.
   */
  props[PROP_QUESTION] = g_param_spec_string ("question", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGroup:room:
   *
   * Where it sits, within the gathering's place: “Room 1, table 2”.
   */
  props[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGroup:colour:
   *
   * As [property@Gathering:colour].
   */
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGroup:number:
   *
   * What it is called by in its round, from 1; 0 if it has none.
   */
  props[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_WRITE);

  /**
   * PlnGroup:chairs:
   *
   * How many can sit there; 0 if nobody said.
   */
  props[PROP_CHAIRS] = g_param_spec_uint ("chairs", NULL, NULL, 0, PLN_GROUP_MAX_CHAIRS, 0, PLN_PARAM_WRITE);

  /**
   * PlnGroup:locked:
   *
   * Whether all its places are to stay as they are, whoever mixes.
   */
  props[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGroup:read-only:
   *
   * Whether it must not be changed here.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGroup:places: (type GPtrArray(PlnPlace))
   *
   * Who sits in it. Never %NULL; another list whenever it changes.
   */
  props[PROP_PLACES] = g_param_spec_boxed ("places", NULL, NULL, G_TYPE_PTR_ARRAY, PLN_PARAM_WRITE);

  /**
   * PlnGroup:n-places:
   *
   * How many people sit in it.
   */
  props[PROP_N_PLACES] = g_param_spec_uint ("n-places", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_group_init (PlnGroup *self)
{
  self->places = pln_places_new ();
}

/**
 * pln_group_new:
 * @uid: the UID of the calendar object, see [func@uid_new]
 *
 * Returns: (transfer full): a group in which nobody sits
 */
PlnGroup *
pln_group_new (const char *uid)
{
  return g_object_new (PLN_TYPE_GROUP, "uid", uid, NULL);
}

/**
 * pln_group_copy:
 * @self: a group
 *
 * Returns: (transfer full): another object of the same group
 */
PlnGroup *
pln_group_copy (PlnGroup *self)
{
  PlnGroup *copy;

  g_return_val_if_fail (PLN_IS_GROUP (self), NULL);

  copy = pln_group_new (self->texts[PROP_UID]);
  pln_group_take_from (copy, self);

  return copy;
}

/**
 * pln_group_take_from:
 * @self: a group
 * @other: a group
 *
 * Makes @self equal to @other in everything but the UID.
 */
void
pln_group_take_from (PlnGroup *self,
                     PlnGroup *other)
{
  g_return_if_fail (PLN_IS_GROUP (self) && PLN_IS_GROUP (other));

  for (guint i = PROP_UID + 1; i < N_TEXTS; i++)
    set_text (self, i, other->texts[i]);
  pln_group_set_number (self, other->number);
  pln_group_set_chairs (self, other->chairs);
  pln_group_set_locked (self, other->locked);
  pln_group_set_read_only (self, other->read_only);
  pln_group_set_places (self, other->places);
}

const char *
pln_group_get_uid (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), NULL);

  return self->texts[PROP_UID];
}

const char *
pln_group_get_round (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), "");

  return pln_text_get (self->texts[PROP_ROUND]);
}

void
pln_group_set_round (PlnGroup   *self,
                     const char *round)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  set_text (self, PROP_ROUND, round);
}

guint
pln_group_get_number (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), 0);

  return self->number;
}

void
pln_group_set_number (PlnGroup *self,
                      guint     number)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  if (self->number == number)
    return;

  self->number = number;
  notify (self, PROP_NUMBER);
}

const char *
pln_group_get_topic (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), "");

  return pln_text_get (self->texts[PROP_TOPIC]);
}

void
pln_group_set_topic (PlnGroup   *self,
                     const char *topic)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  set_text (self, PROP_TOPIC, topic);
}

const char *
pln_group_get_question (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), "");

  return pln_text_get (self->texts[PROP_QUESTION]);
}

void
pln_group_set_question (PlnGroup   *self,
                        const char *question)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  set_text (self, PROP_QUESTION, question);
}

const char *
pln_group_get_room (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), "");

  return pln_text_get (self->texts[PROP_ROOM]);
}

void
pln_group_set_room (PlnGroup   *self,
                    const char *room)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  set_text (self, PROP_ROOM, room);
}

guint
pln_group_get_chairs (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), 0);

  return self->chairs;
}

void
pln_group_set_chairs (PlnGroup *self,
                      guint     chairs)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  chairs = MIN (chairs, PLN_GROUP_MAX_CHAIRS);
  if (self->chairs == chairs)
    return;

  self->chairs = chairs;
  notify (self, PROP_CHAIRS);
}

const char *
pln_group_get_colour (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), "");

  return pln_text_get (self->texts[PROP_COLOUR]);
}

void
pln_group_set_colour (PlnGroup   *self,
                      const char *colour)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  set_text (self, PROP_COLOUR, colour);
}

gboolean
pln_group_get_locked (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), FALSE);

  return self->locked;
}

void
pln_group_set_locked (PlnGroup *self,
                      gboolean  locked)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  if (self->locked == !!locked)
    return;

  self->locked = !!locked;
  notify (self, PROP_LOCKED);
}

gboolean
pln_group_get_read_only (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), FALSE);

  return self->read_only;
}

void
pln_group_set_read_only (PlnGroup *self,
                         gboolean  read_only)
{
  g_return_if_fail (PLN_IS_GROUP (self));

  if (self->read_only == !!read_only)
    return;

  self->read_only = !!read_only;
  notify (self, PROP_READ_ONLY);
}

/**
 * pln_group_get_places:
 * @self: a group
 *
 * Returns: (transfer none) (element-type PlnPlace): who sits in it; not to be
 *   changed, see [func@places_copy]
 */
GPtrArray *
pln_group_get_places (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), NULL);

  return self->places;
}

/**
 * pln_group_set_places:
 * @self: a group
 * @places: (element-type PlnPlace): who sits in it, each person once, not to be
 *   changed afterwards
 */
void
pln_group_set_places (PlnGroup  *self,
                      GPtrArray *places)
{
  gboolean resized;

  g_return_if_fail (PLN_IS_GROUP (self));
  g_return_if_fail (places != NULL);

  if (places == self->places || pln_places_equal (places, self->places))
    return;

  resized = places->len != self->places->len;
  g_ptr_array_unref (self->places);
  self->places = g_ptr_array_ref (places);
  notify (self, PROP_PLACES);
  if (resized)
    notify (self, PROP_N_PLACES);
}

guint
pln_group_get_n_places (PlnGroup *self)
{
  g_return_val_if_fail (PLN_IS_GROUP (self), 0);

  return self->places->len;
}

/**
 * pln_group_get_place:
 * @self: a group
 * @person: the id of an attendee
 *
 * Returns: (transfer none) (nullable): how that person sits in it
 */
const PlnPlace *
pln_group_get_place (PlnGroup   *self,
                     const char *person)
{
  int at;

  g_return_val_if_fail (PLN_IS_GROUP (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  at = pln_places_find (self->places, person);

  return at >= 0 ? g_ptr_array_index (self->places, (guint) at) : NULL;
}

/**
 * pln_group_get_person:
 * @self: a group
 * @role: a role
 *
 * Returns: (transfer none) (nullable): the id of who has that role first
 */
const char *
pln_group_get_person (PlnGroup     *self,
                      PlnGroupRole  role)
{
  int at;

  g_return_val_if_fail (PLN_IS_GROUP (self), NULL);

  at = pln_places_find_role (self->places, role);

  return at >= 0 ? ((const PlnPlace *) g_ptr_array_index (self->places, (guint) at))->person : NULL;
}
