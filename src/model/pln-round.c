/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-round.h"

#include "pln-list.h"
#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_UID, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_ZONE,
  N_TEXTS,
  PROP_NUMBER = N_TEXTS,
  PROP_START,
  PROP_END,
  PROP_LOCKED,
  PROP_READ_ONLY,
  PROP_GROUPS,
  N_PROPS
};

/**
 * PlnRound:
 *
 * One sitting of a breakout: a start, a length, a set of groups.
 */
struct _PlnRound
{
  GObject     parent_instance;

  char       *texts[N_TEXTS]; /* by property */
  GDateTime  *start;
  GDateTime  *end;
  guint       number;
  guint       locked : 1;
  guint       read_only : 1;

  GListStore *groups;
  GHashTable *by_uid; /* borrows UIDs and groups from the list */
};

G_DEFINE_FINAL_TYPE (PlnRound, pln_round, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

/* By number, those without one last; then by UID, so that the order is the
 * same every time. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  PlnGroup *one = *(PlnGroup **) a;
  PlnGroup *two = *(PlnGroup **) b;
  guint number_one = pln_group_get_number (one) - 1; /* 0 becomes the greatest */
  guint number_two = pln_group_get_number (two) - 1;

  if (number_one != number_two)
    return number_one < number_two ? -1 : 1;

  return g_strcmp0 (pln_group_get_uid (one), pln_group_get_uid (two));
}

static const PlnListRules by_number = {
  (const char *(*) (gpointer)) pln_group_get_uid,
  (void (*) (gpointer, gpointer)) pln_group_take_from,
  compare_groups,
};

static void
notify (PlnRound *self,
        guint     prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_text (PlnRound   *self,
          guint       prop,
          const char *value)
{
  if (pln_text_set (&self->texts[prop], value))
    notify (self, prop);
}

static void
pln_round_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnRound *self = PLN_ROUND (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;
    case PROP_END:
      g_value_set_boxed (value, self->end);
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_GROUPS:
      g_value_set_object (value, self->groups);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_round_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlnRound *self = PLN_ROUND (object);

  switch (prop_id)
    {
    case PROP_UID:
      self->texts[PROP_UID] = g_value_dup_string (value);
      break;
    case PROP_NUMBER:
      pln_round_set_number (self, g_value_get_uint (value));
      break;
    case PROP_START:
      pln_round_set_times (self, g_value_get_boxed (value), self->end, self->texts[PROP_ZONE]);
      break;
    case PROP_END:
      pln_round_set_times (self, self->start, g_value_get_boxed (value), self->texts[PROP_ZONE]);
      break;
    case PROP_LOCKED:
      pln_round_set_locked (self, g_value_get_boolean (value));
      break;
    case PROP_READ_ONLY:
      pln_round_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_round_finalize (GObject *object)
{
  PlnRound *self = PLN_ROUND (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->end, g_date_time_unref);
  g_hash_table_unref (self->by_uid);
  g_object_unref (self->groups);

  G_OBJECT_CLASS (pln_round_parent_class)->finalize (object);
}

static void
pln_round_class_init (PlnRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_round_get_property;
  object_class->set_property = pln_round_set_property;
  object_class->finalize = pln_round_finalize;

  /**
   * PlnRound:uid:
   *
   * The UID of the calendar object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnRound:title:
   *
   * What it is called.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnRound:zone:
   *
   * The zone of start and end: an IANA name, "UTC", or "" for floating.
   */
  props[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnRound:number:
   *
   * Which of the gathering's rounds it is, from 1; 0 if it has none.
   */
  props[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_WRITE);

  /**
   * PlnRound:start:
   *
   * When it begins.
   */
  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnRound:end:
   *
   * When it is over, which is not part of it.
   */
  props[PROP_END] = g_param_spec_boxed ("end", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnRound:locked:
   *
   * Whether all its places are to stay as they are, whoever mixes.
   */
  props[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnRound:read-only:
   *
   * Whether it must not be changed here.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnRound:groups:
   *
   * The [class@Group]s, by number. The list itself never changes identity,
   * only its contents.
   */
  props[PROP_GROUPS] = g_param_spec_object ("groups", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_round_init (PlnRound *self)
{
  self->groups = g_list_store_new (PLN_TYPE_GROUP);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pln_round_new:
 * @uid: the UID of the calendar object, see [func@uid_new]
 *
 * Returns: (transfer full): a round without time and groups
 */
PlnRound *
pln_round_new (const char *uid)
{
  return g_object_new (PLN_TYPE_ROUND, "uid", uid, NULL);
}

static void
take_facts (PlnRound *self,
            PlnRound *other)
{
  set_text (self, PROP_TITLE, other->texts[PROP_TITLE]);
  pln_round_set_number (self, other->number);
  pln_round_set_times (self, other->start, other->end, other->texts[PROP_ZONE]);
  pln_round_set_locked (self, other->locked);
  pln_round_set_read_only (self, other->read_only);
}

/**
 * pln_round_copy:
 * @self: a round
 *
 * Returns: (transfer full): another object of the same round, with copies of
 *   its groups
 */
PlnRound *
pln_round_copy (PlnRound *self)
{
  g_autoptr(GPtrArray) groups = NULL;
  PlnRound *copy;

  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);

  copy = pln_round_new (self->texts[PROP_UID]);
  take_facts (copy, self);
  groups = pln_list_items (self->groups);
  for (guint i = 0; i < groups->len; i++)
    {
      PlnGroup *group = g_ptr_array_index (groups, i);

      groups->pdata[i] = pln_group_copy (group);
      g_object_unref (group);
    }
  pln_round_set_groups (copy, groups);

  return copy;
}

/**
 * pln_round_take_from:
 * @self: a round
 * @other: a round, which shall not be used any more
 *
 * Makes @self equal to @other in everything but the UID. Groups that are here
 * stay the same objects; those that are new are the very objects of @other.
 */
void
pln_round_take_from (PlnRound *self,
                     PlnRound *other)
{
  g_autoptr(GPtrArray) groups = NULL;

  g_return_if_fail (PLN_IS_ROUND (self) && PLN_IS_ROUND (other));

  take_facts (self, other);
  groups = pln_list_items (other->groups);
  pln_round_set_groups (self, groups);
}

const char *
pln_round_get_uid (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);

  return self->texts[PROP_UID];
}

guint
pln_round_get_number (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), 0);

  return self->number;
}

void
pln_round_set_number (PlnRound *self,
                      guint     number)
{
  g_return_if_fail (PLN_IS_ROUND (self));

  if (self->number == number)
    return;

  self->number = number;
  notify (self, PROP_NUMBER);
}

const char *
pln_round_get_title (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

void
pln_round_set_title (PlnRound   *self,
                     const char *title)
{
  g_return_if_fail (PLN_IS_ROUND (self));

  set_text (self, PROP_TITLE, title);
}

GDateTime *
pln_round_get_start (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);

  return self->start;
}

GDateTime *
pln_round_get_end (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);

  return self->end;
}

const char *
pln_round_get_zone (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), "");

  return pln_text_get (self->texts[PROP_ZONE]);
}

/**
 * pln_round_set_times:
 * @self: a round
 * @start: (nullable): when it begins
 * @end: (nullable): when it is over
 * @zone: (nullable): the zone of both: an IANA name, "UTC", or "" for floating
 */
void
pln_round_set_times (PlnRound   *self,
                     GDateTime  *start,
                     GDateTime  *end,
                     const char *zone)
{
  g_return_if_fail (PLN_IS_ROUND (self));

  g_object_freeze_notify (G_OBJECT (self)); /* who looks sees all three */
  if (pln_time_set (&self->start, start))
    notify (self, PROP_START);
  if (pln_time_set (&self->end, end))
    notify (self, PROP_END);
  set_text (self, PROP_ZONE, zone);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * pln_round_get_minutes:
 * @self: a round
 *
 * Returns: how long it is; 0 if that is not decided, or it ends before it
 *   begins
 */
guint
pln_round_get_minutes (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), 0);

  return pln_time_minutes (self->start, self->end);
}

gboolean
pln_round_get_locked (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), FALSE);

  return self->locked;
}

void
pln_round_set_locked (PlnRound *self,
                      gboolean  locked)
{
  g_return_if_fail (PLN_IS_ROUND (self));

  if (self->locked == !!locked)
    return;

  self->locked = !!locked;
  notify (self, PROP_LOCKED);
}

gboolean
pln_round_get_read_only (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), FALSE);

  return self->read_only;
}

void
pln_round_set_read_only (PlnRound *self,
                         gboolean  read_only)
{
  g_return_if_fail (PLN_IS_ROUND (self));

  if (self->read_only == !!read_only)
    return;

  self->read_only = !!read_only;
  notify (self, PROP_READ_ONLY);
}

/**
 * pln_round_is_running:
 * @self: a round
 * @now: a moment
 *
 * Returns: whether it takes place at that moment
 */
gboolean
pln_round_is_running (PlnRound  *self,
                      GDateTime *now)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), FALSE);

  return self->start != NULL && self->end != NULL
         && g_date_time_compare (self->start, now) <= 0 && g_date_time_compare (now, self->end) < 0;
}

/**
 * pln_round_is_frozen:
 * @self: a round
 * @now: a moment
 *
 * Returns: whether who mixes leaves it alone: it is locked, or people sit in it
 *   already, or have
 */
gboolean
pln_round_is_frozen (PlnRound  *self,
                     GDateTime *now)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), FALSE);

  return self->locked || (self->start != NULL && g_date_time_compare (self->start, now) <= 0);
}

/**
 * pln_round_get_groups:
 * @self: a round
 *
 * Returns: (transfer none): the list of [class@Group], always the same object,
 *   by number
 */
GListModel *
pln_round_get_groups (PlnRound *self)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);

  return G_LIST_MODEL (self->groups);
}

/**
 * pln_round_find_group:
 * @self: a round
 * @uid: the UID of a group
 *
 * Returns: (transfer none) (nullable): the group of that UID, if any
 */
PlnGroup *
pln_round_find_group (PlnRound   *self,
                      const char *uid)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid, uid);
}

/**
 * pln_round_find_person:
 * @self: a round
 * @person: the id of an attendee
 *
 * Returns: (transfer none) (nullable): the group in which that person sits
 */
PlnGroup *
pln_round_find_person (PlnRound   *self,
                       const char *person)
{
  GHashTableIter iter;
  gpointer group;

  g_return_val_if_fail (PLN_IS_ROUND (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  g_hash_table_iter_init (&iter, self->by_uid);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (pln_group_get_place (group, person) != NULL)
      return group;

  return NULL;
}

/**
 * pln_round_set_groups:
 * @self: a round
 * @groups: (element-type PlnGroup): all its groups, in any order
 *
 * Replaces the groups. Those of a UID that is here stay the same object, and
 * take over what is new.
 */
void
pln_round_set_groups (PlnRound  *self,
                      GPtrArray *groups)
{
  g_return_if_fail (PLN_IS_ROUND (self));
  g_return_if_fail (groups != NULL);

  pln_list_merge (self->groups, self->by_uid, groups, &by_number);
}

/**
 * pln_round_put_group:
 * @self: a round
 * @group: (transfer none): a group
 *
 * Adds @group; if one of its UID is here, that one takes over what @group
 * says, and its place in the order.
 */
void
pln_round_put_group (PlnRound *self,
                     PlnGroup *group)
{
  g_return_if_fail (PLN_IS_ROUND (self));
  g_return_if_fail (PLN_IS_GROUP (group));

  pln_list_put (self->groups, self->by_uid, group, &by_number);
}

/**
 * pln_round_remove_group:
 * @self: a round
 * @uid: the UID of a group
 *
 * Returns: %TRUE if there was a group of that UID, which is removed now
 */
gboolean
pln_round_remove_group (PlnRound   *self,
                        const char *uid)
{
  g_return_val_if_fail (PLN_IS_ROUND (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  return pln_list_drop (self->groups, self->by_uid, uid);
}

/**
 * pln_round_get_n_placed:
 * @self: a round
 *
 * Returns: how many people sit in its groups
 */
guint
pln_round_get_n_placed (PlnRound *self)
{
  GHashTableIter iter;
  gpointer group;
  guint n = 0;

  g_return_val_if_fail (PLN_IS_ROUND (self), 0);

  g_hash_table_iter_init (&iter, self->by_uid);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    n += pln_group_get_n_places (group);

  return n;
}
