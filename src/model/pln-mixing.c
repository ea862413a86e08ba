/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mixing.h"

#include "pln-model-private.h"

G_DEFINE_ENUM_TYPE (PlnMixingState, pln_mixing_state,
  G_DEFINE_ENUM_VALUE (PLN_MIXING_LOOKING, "looking"),
  G_DEFINE_ENUM_VALUE (PLN_MIXING_DONE, "done"),
  G_DEFINE_ENUM_VALUE (PLN_MIXING_FAILED, "failed"))

enum
{
  PROP_0,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_PROGRESS,
  PROP_SECONDS,
  PROP_QUALITY,
  N_PROPS
};

/**
 * PlnMixing:
 *
 * A search for who is to sit with whom, as it goes on: the best plan so far,
 * and what it is worth. Dropping the last reference ends the search. The plan
 * is copies of rounds; nothing changes until somebody takes it.
 */
struct _PlnMixing
{
  GObject         parent_instance;

  PlnGathering   *gathering;
  guint64         seed;
  GCancellable   *stopper;
  PlnMixingState  state;
  char           *message; /* or NULL */
  double          progress;
  guint           seconds;
  PlnQuality     *quality; /* or NULL */
  GPtrArray      *before;  /* of PlnRound; or NULL */
  GPtrArray      *rounds;  /* of PlnRound; or NULL */
  GPtrArray      *tell;    /* of PlnTell; made when it is asked for */
};

G_DEFINE_FINAL_TYPE (PlnMixing, pln_mixing, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
tell_free (gpointer data)
{
  PlnTell *tell = data;

  g_free (tell->person);
  g_free (tell->round);
  g_free (tell->from);
  g_free (tell->to);
  g_free (tell);
}

static void
pln_mixing_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlnMixing *self = PLN_MIXING (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, pln_text_get (self->message));
      break;

    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;

    case PROP_SECONDS:
      g_value_set_uint (value, self->seconds);
      break;

    case PROP_QUALITY:
      g_value_set_boxed (value, self->quality);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_mixing_dispose (GObject *object)
{
  PlnMixing *self = PLN_MIXING (object);

  g_cancellable_cancel (self->stopper);

  G_OBJECT_CLASS (pln_mixing_parent_class)->dispose (object);
}

static void
pln_mixing_finalize (GObject *object)
{
  PlnMixing *self = PLN_MIXING (object);

  g_clear_object (&self->gathering);
  g_clear_object (&self->stopper);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->quality, pln_quality_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->tell, g_ptr_array_unref);

  G_OBJECT_CLASS (pln_mixing_parent_class)->finalize (object);
}

static void
pln_mixing_class_init (PlnMixingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_mixing_get_property;
  object_class->dispose = pln_mixing_dispose;
  object_class->finalize = pln_mixing_finalize;

  /**
   * PlnMixing:state:
   *
   * Whether it still looks.
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PLN_TYPE_MIXING_STATE, PLN_MIXING_LOOKING,
                                         PLN_PARAM_READ);

  /**
   * PlnMixing:message:
   *
   * Why there is no plan: a whole sentence; "" if nothing is wrong.
   */
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnMixing:progress:
   *
   * How far it is, up to 1.
   */
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, PLN_PARAM_READ);

  /**
   * PlnMixing:seconds:
   *
   * For how many seconds it has been looking.
   */
  props[PROP_SECONDS] = g_param_spec_uint ("seconds", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnMixing:quality:
   *
   * What the best plan so far is worth; %NULL before there is one. Notified
   * also for a plan that is worth the same.
   */
  props[PROP_QUALITY] = g_param_spec_boxed ("quality", NULL, NULL, PLN_TYPE_QUALITY, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_mixing_init (PlnMixing *self)
{
  self->stopper = g_cancellable_new ();
}

/**
 * pln_mixing_new:
 * @gathering: whose people are mixed
 * @seed: which plan of many
 *
 * Returns: (transfer full): a search that has found nothing yet
 */
PlnMixing *
pln_mixing_new (PlnGathering *gathering,
                guint64       seed)
{
  PlnMixing *self;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  self = g_object_new (PLN_TYPE_MIXING, NULL);
  self->gathering = g_object_ref (gathering);
  self->seed = seed;

  return self;
}

PlnGathering *
pln_mixing_get_gathering (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  return self->gathering;
}

guint64
pln_mixing_get_seed (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), 0);

  return self->seed;
}

/**
 * pln_mixing_get_stopper:
 * @self: a search
 *
 * Returns: (transfer none): cancelled when it is to end; may be looked at from
 *   any thread
 */
GCancellable *
pln_mixing_get_stopper (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  return self->stopper;
}

PlnMixingState
pln_mixing_get_state (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), PLN_MIXING_FAILED);

  return self->state;
}

const char *
pln_mixing_get_message (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), "");

  return pln_text_get (self->message);
}

double
pln_mixing_get_progress (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), 0);

  return self->progress;
}

guint
pln_mixing_get_seconds (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), 0);

  return self->seconds;
}

/**
 * pln_mixing_get_quality:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): what the best plan so far is worth
 */
PlnQuality *
pln_mixing_get_quality (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  return self->quality;
}

/**
 * pln_mixing_get_before:
 * @self: a search
 *
 * Returns: (transfer none) (nullable) (element-type PlnRound): copies of the
 *   rounds as they were when it began; not to be changed
 */
GPtrArray *
pln_mixing_get_before (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  return self->before;
}

/**
 * pln_mixing_get_rounds:
 * @self: a search
 *
 * Returns: (transfer none) (nullable) (element-type PlnRound): the rounds by
 *   the best plan so far; not to be changed
 */
GPtrArray *
pln_mixing_get_rounds (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  return self->rounds;
}

static PlnRound *
find_round (GPtrArray  *rounds,
            const char *uid)
{
  for (guint i = 0; i < rounds->len; i++)
    if (g_str_equal (pln_round_get_uid (g_ptr_array_index (rounds, i)), uid))
      return g_ptr_array_index (rounds, i);

  return NULL;
}

/* Who is not here need not be told that there is no place any more. */
static gboolean
is_here (PlnMixing  *self,
         const char *person)
{
  PlnAttendee *attendee = pln_gathering_find_attendee (self->gathering, person);

  return attendee != NULL && pln_attendee_get_presence (attendee) == PLN_PRESENCE_HERE;
}

static gboolean
is_same_room (PlnGroup *a,
              PlnGroup *b)
{
  return g_str_equal (pln_group_get_room (a), pln_group_get_room (b));
}

/* The role of a place, unless the person has it already, wherever they sit. */
static PlnGroupRole
new_role (const PlnPlace *place,
          PlnGroup       *before)
{
  const PlnPlace *was = before != NULL ? pln_group_get_place (before, place->person) : NULL;

  return was != NULL && was->role == place->role ? PLN_GROUP_ROLE_NONE : place->role;
}

/* Those of one group of one side who sit elsewhere on the other. Who sits in
 * another group is told once, from the side of the new one. */
static void
tell_group (PlnMixing *self,
            GPtrArray *others,
            PlnGroup  *group,
            gboolean   is_after)
{
  GPtrArray *places = pln_group_get_places (group);
  const char *uid = pln_group_get_uid (group);
  PlnRound *round = find_round (others, pln_group_get_round (group));

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnGroup *other = round != NULL ? pln_round_find_person (round, place->person) : NULL;
      const char *other_uid = other != NULL ? pln_group_get_uid (other) : "";
      gboolean stays = is_after && g_str_equal (other_uid, uid) && is_same_room (group, other);
      PlnGroupRole role = is_after ? new_role (place, other) : PLN_GROUP_ROLE_NONE;
      PlnTell *tell;

      if ((stays && role == PLN_GROUP_ROLE_NONE) || (!is_after && (other != NULL || !is_here (self, place->person))))
        continue;
      tell = g_new0 (PlnTell, 1);
      tell->role = role;
      tell->stays = stays;
      tell->person = g_strdup (place->person);
      tell->round = g_strdup (pln_group_get_round (group));
      tell->from = g_strdup (is_after ? other_uid : uid);
      tell->to = g_strdup (is_after ? uid : "");
      g_ptr_array_add (self->tell, tell);
    }
}

static void
tell_rounds (PlnMixing *self,
             GPtrArray *rounds,
             GPtrArray *others,
             gboolean   is_after)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      GListModel *groups = pln_round_get_groups (g_ptr_array_index (rounds, i));

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);

          tell_group (self, others, group, is_after);
        }
    }
}

/**
 * pln_mixing_get_tell:
 * @self: a search
 *
 * Returns: (transfer none) (element-type PlnTell): who must be told of another
 *   place, or of a role, if the best plan so far is taken
 */
GPtrArray *
pln_mixing_get_tell (PlnMixing *self)
{
  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  if (self->tell == NULL)
    {
      self->tell = g_ptr_array_new_with_free_func (tell_free);
      if (self->rounds != NULL)
        {
          tell_rounds (self, self->rounds, self->before, TRUE);
          tell_rounds (self, self->before, self->rounds, FALSE);
        }
    }

  return self->tell;
}

/* Those who have a place in the rounds of one side and none in those of the other. */
static void
add_gone (PlnMixing *self,
          PlnRound  *before,
          PlnRound  *after,
          GPtrArray *gone)
{
  GListModel *groups = pln_round_get_groups (before);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      GPtrArray *places = pln_group_get_places (group);

      for (guint j = 0; j < places->len; j++)
        {
          const PlnPlace *place = g_ptr_array_index (places, j);

          if (!is_here (self, place->person) && (after == NULL || pln_round_find_person (after, place->person) == NULL)
              && !g_ptr_array_find_with_equal_func (gone, place->person, g_str_equal, NULL))
            g_ptr_array_add (gone, g_strdup (place->person));
        }
    }
}

/**
 * pln_mixing_list_gone:
 * @self: a search
 *
 * Returns: (transfer full) (element-type utf8): the ids of those who are not
 *   here and lose their places if the best plan so far is taken; they need not
 *   be told
 */
GPtrArray *
pln_mixing_list_gone (PlnMixing *self)
{
  GPtrArray *gone;

  g_return_val_if_fail (PLN_IS_MIXING (self), NULL);

  gone = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->before != NULL && i < self->before->len; i++)
    {
      PlnRound *round = g_ptr_array_index (self->before, i);

      add_gone (self, round, find_round (self->rounds, pln_round_get_uid (round)), gone);
    }

  return gone;
}

/**
 * pln_mixing_count_people:
 * @self: a search
 *
 * Returns: how many people sit elsewhere, or nowhere any more, in one round at
 *   least, if the best plan so far is taken
 */
guint
pln_mixing_count_people (PlnMixing *self)
{
  g_autoptr(GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) gone = NULL;
  GPtrArray *tell;

  g_return_val_if_fail (PLN_IS_MIXING (self), 0);

  gone = pln_mixing_list_gone (self);
  tell = pln_mixing_get_tell (self);
  for (guint i = 0; i < gone->len; i++)
    g_hash_table_add (people, gone->pdata[i]);
  for (guint i = 0; i < tell->len; i++)
    if (!((PlnTell *) tell->pdata[i])->stays)
      g_hash_table_add (people, ((PlnTell *) tell->pdata[i])->person);

  return g_hash_table_size (people);
}

/**
 * pln_mixing_stop:
 * @self: a search
 *
 * Lets it look no more: the best plan so far is good enough.
 */
void
pln_mixing_stop (PlnMixing *self)
{
  g_return_if_fail (PLN_IS_MIXING (self));

  g_cancellable_cancel (self->stopper);
}

/**
 * pln_mixing_show:
 * @self: a search
 * @before: (element-type PlnRound): copies of the rounds as they were
 * @rounds: (element-type PlnRound): the rounds by the best plan so far
 * @quality: what it is worth
 * @progress: how far it is, up to 1
 * @seconds: for how long it has been looking
 *
 * Tells how far the search is. For who looks.
 */
void
pln_mixing_show (PlnMixing  *self,
                 GPtrArray  *before,
                 GPtrArray  *rounds,
                 PlnQuality *quality,
                 double      progress,
                 guint       seconds)
{
  PlnQuality *old;

  g_return_if_fail (PLN_IS_MIXING (self));

  g_ptr_array_ref (before);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = before;
  g_ptr_array_ref (rounds);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = rounds;
  g_clear_pointer (&self->tell, g_ptr_array_unref);
  old = self->quality;
  self->quality = pln_quality_ref (quality);
  g_clear_pointer (&old, pln_quality_unref);
  self->progress = CLAMP (progress, 0, 1);
  self->seconds = seconds;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUALITY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECONDS]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * pln_mixing_end:
 * @self: a search
 * @message: (nullable): why there is no plan; %NULL if there is one
 *
 * Tells that the search is over. For who looks.
 */
void
pln_mixing_end (PlnMixing  *self,
                const char *message)
{
  g_return_if_fail (PLN_IS_MIXING (self));

  self->state = message != NULL ? PLN_MIXING_FAILED : PLN_MIXING_DONE;
  self->progress = 1;

  g_object_freeze_notify (G_OBJECT (self));
  if (pln_text_set (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MESSAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
  g_object_thaw_notify (G_OBJECT (self));
}
