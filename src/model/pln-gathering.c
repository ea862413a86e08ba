/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-model-private.h"

/**
 * PlnGathering:
 *
 * A conference or a meet-up: what people are invited to.
 *
 * Its lists, attendees, sessions and rounds, are complete only if it is loaded;
 * before that, the counts are those that the library's index knows.
 */
G_DEFINE_FINAL_TYPE (PlnGathering, pln_gathering, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnState, pln_state,
  G_DEFINE_ENUM_VALUE (PLN_STATE_DRAFT, "draft"),
  G_DEFINE_ENUM_VALUE (PLN_STATE_PUBLISHED, "published"))

static GParamSpec *props[N_PROPS];

void
pln_gathering_notify (PlnGathering *self,
                      guint         prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
pln_gathering_set_text (PlnGathering *self,
                        guint         prop,
                        const char   *value)
{
  if (!pln_text_set (&self->texts[prop], value))
    return;

  pln_gathering_notify (self, prop);
  if (prop == PROP_CALENDAR)
    pln_gathering_notify (self, PROP_IS_EXAMPLE);
}

static void
pln_gathering_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlnGathering *self = PLN_GATHERING (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;
    case PROP_END:
      g_value_set_boxed (value, self->end);
      break;
    case PROP_ALL_DAY:
      g_value_set_boolean (value, self->all_day);
      break;
    case PROP_CAPACITY:
      g_value_set_uint (value, self->capacity);
      break;
    case PROP_ANSWER_BY:
      g_value_set_boxed (value, self->answer_by);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CANCELLED:
      g_value_set_boolean (value, self->cancelled);
      break;
    case PROP_ROOMS:
      g_value_set_boxed (value, pln_gathering_get_rooms (self));
      break;
    case PROP_ROOM_LIST:
      g_value_set_boxed (value, self->room_list);
      break;
    case PROP_SEQUENCE:
      g_value_set_int (value, self->sequence);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_IS_EXAMPLE:
      g_value_set_boolean (value, pln_gathering_get_is_example (self));
      break;
    case PROP_N_GOING:
    case PROP_N_MAYBE:
    case PROP_N_NONE:
    case PROP_N_DECLINED:
      g_value_set_uint (value, pln_gathering_get_n_answers (self, prop_id - PROP_N_GOING));
      break;
    case PROP_N_WAITING:
      g_value_set_uint (value, pln_gathering_get_n_waiting (self));
      break;
    case PROP_N_TOLD:
      g_value_set_uint (value, pln_gathering_get_n_told (self));
      break;
    case PROP_N_ATTENDEES:
      g_value_set_uint (value, pln_gathering_get_n_attendees (self));
      break;
    case PROP_N_CAME:
      g_value_set_uint (value, pln_gathering_get_n_came (self));
      break;
    case PROP_N_HERE:
      g_value_set_uint (value, pln_gathering_get_n_here (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ATTENDEES:
      g_value_set_object (value, self->attendees);
      break;
    case PROP_SESSIONS:
      g_value_set_object (value, self->sessions);
      break;
    case PROP_ROUNDS:
      g_value_set_object (value, self->rounds);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_gathering_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlnGathering *self = PLN_GATHERING (object);

  switch (prop_id)
    {
    case PROP_UID:
      self->texts[PROP_UID] = g_value_dup_string (value);
      break;
    case PROP_START:
      pln_gathering_set_times (self, g_value_get_boxed (value), self->end, self->texts[PROP_ZONE], self->all_day);
      break;
    case PROP_END:
      pln_gathering_set_times (self, self->start, g_value_get_boxed (value), self->texts[PROP_ZONE], self->all_day);
      break;
    case PROP_ALL_DAY:
      pln_gathering_set_times (self, self->start, self->end, self->texts[PROP_ZONE], g_value_get_boolean (value));
      break;
    case PROP_CAPACITY:
      pln_gathering_set_capacity (self, g_value_get_uint (value));
      break;
    case PROP_ANSWER_BY:
      pln_gathering_set_answer_by (self, g_value_get_boxed (value));
      break;
    case PROP_STATE:
      pln_gathering_set_state (self, g_value_get_enum (value));
      break;
    case PROP_CANCELLED:
      pln_gathering_set_cancelled (self, g_value_get_boolean (value));
      break;
    case PROP_ROOM_LIST:
      pln_gathering_set_room_list (self, g_value_get_boxed (value));
      break;
    case PROP_SEQUENCE:
      pln_gathering_set_sequence (self, g_value_get_int (value));
      break;
    case PROP_READ_ONLY:
      pln_gathering_set_read_only (self, g_value_get_boolean (value));
      break;
    case PROP_LOADED:
      pln_gathering_set_loaded (self, g_value_get_boolean (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      pln_gathering_set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_gathering_finalize (GObject *object)
{
  PlnGathering *self = PLN_GATHERING (object);

  pln_gathering_lists_finalize (self);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->end, g_date_time_unref);
  g_clear_pointer (&self->answer_by, g_date_time_unref);
  g_ptr_array_unref (self->room_list);
  g_strfreev (self->rooms);

  G_OBJECT_CLASS (pln_gathering_parent_class)->finalize (object);
}

static void
pln_gathering_class_init (PlnGatheringClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_gathering_get_property;
  object_class->set_property = pln_gathering_set_property;
  object_class->finalize = pln_gathering_finalize;

  /**
   * PlnGathering:uid:
   *
   * The UID of the calendar object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnGathering:title:
   *
   * What it is called.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:location:
   *
   * Where it is.
   */
  props[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:online:
   *
   * The address (URL) of the online room.
   */
  props[PROP_ONLINE] = g_param_spec_string ("online", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:url:
   *
   * The address (URL) of its page.
   */
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:description:
   *
   * What it is about; may have several lines.
   */
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:zone:
   *
   * The zone of start and end: an IANA name, "UTC", or "" for floating.
   */
  props[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:zone-note:
   *
   * A sentence, if the zone of the file could not be resolved or differs from
   * the one of that name here; else empty.
   */
  props[PROP_ZONE_NOTE] = g_param_spec_string ("zone-note", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:colour:
   *
   * "blue", "green", "orange", "purple", "teal", "red", "brown", "slate",
   * "gold", "#rrggbb" or empty.
   */
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:organiser-name:
   *
   * The name of who invites.
   */
  props[PROP_ORGANISER_NAME] = g_param_spec_string ("organiser-name", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:organiser-email:
   *
   * The address of who invites.
   */
  props[PROP_ORGANISER_EMAIL] = g_param_spec_string ("organiser-email", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:series:
   *
   * The id of the series, or empty.
   */
  props[PROP_SERIES] = g_param_spec_string ("series", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:previous:
   *
   * The UID of the one before in the series, or empty.
   */
  props[PROP_PREVIOUS] = g_param_spec_string ("previous", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:calendar:
   *
   * Where gathering and sessions are kept.
   */
  props[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:organisers-calendar:
   *
   * Where people, rounds and notes are kept.
   */
  props[PROP_ORGANISERS_CALENDAR] = g_param_spec_string ("organisers-calendar", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnGathering:start:
   *
   * When it begins.
   */
  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnGathering:end:
   *
   * When it is over, which is not part of it.
   */
  props[PROP_END] = g_param_spec_boxed ("end", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnGathering:all-day:
   *
   * Whether start and end are days without times.
   */
  props[PROP_ALL_DAY] = g_param_spec_boolean ("all-day", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGathering:capacity:
   *
   * How many people there is room for; 0 if nobody said.
   */
  props[PROP_CAPACITY] = g_param_spec_uint ("capacity", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_WRITE);

  /**
   * PlnGathering:answer-by:
   *
   * Until when answers are asked for, or %NULL.
   */
  props[PROP_ANSWER_BY] = g_param_spec_boxed ("answer-by", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnGathering:state:
   *
   * How far along it is.
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PLN_TYPE_STATE, PLN_STATE_DRAFT, PLN_PARAM_WRITE);

  /**
   * PlnGathering:cancelled:
   *
   * Whether it was called off.
   */
  props[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGathering:rooms:
   *
   * The rooms, one each, “Name” or “Name (60)” with its capacity. Never %NULL.
   */
  props[PROP_ROOMS] = g_param_spec_boxed ("rooms", NULL, NULL, G_TYPE_STRV, PLN_PARAM_READ);

  /**
   * PlnGathering:room-list: (type GPtrArray(PlnRoom))
   *
   * The rooms, in the order of the organiser. Never %NULL, never changed in place.
   */
  props[PROP_ROOM_LIST] = g_param_spec_boxed ("room-list", NULL, NULL, G_TYPE_PTR_ARRAY, PLN_PARAM_WRITE);

  /**
   * PlnGathering:sequence:
   *
   * SEQUENCE (RFC 5545, 3.8.7.4).
   */
  props[PROP_SEQUENCE] = g_param_spec_int ("sequence", NULL, NULL, 0, G_MAXINT, 0, PLN_PARAM_WRITE);

  /**
   * PlnGathering:read-only:
   *
   * Whether it must not be changed here.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGathering:is-example:
   *
   * Whether it lies in the calendar of the examples.
   */
  props[PROP_IS_EXAMPLE] = g_param_spec_boolean ("is-example", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnGathering:n-going:
   *
   * How many are going. As the counts that follow, of the list once it is
   * loaded, before that as the index said; and without those who wait.
   */
  props[PROP_N_GOING] = g_param_spec_uint ("n-going", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-maybe:
   *
   * How many may come.
   */
  props[PROP_N_MAYBE] = g_param_spec_uint ("n-maybe", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-none:
   *
   * How many have not answered.
   */
  props[PROP_N_NONE] = g_param_spec_uint ("n-none", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-declined:
   *
   * How many are not coming.
   */
  props[PROP_N_DECLINED] = g_param_spec_uint ("n-declined", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-waiting:
   *
   * How many are on the waiting list.
   */
  props[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-told:
   *
   * How many were sent an invitation.
   */
  props[PROP_N_TOLD] = g_param_spec_uint ("n-told", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-attendees:
   *
   * How many attendees there are, with those who wait.
   */
  props[PROP_N_ATTENDEES] = g_param_spec_uint ("n-attendees", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-came:
   *
   * How many came, as far as it is known.
   */
  props[PROP_N_CAME] = g_param_spec_uint ("n-came", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:n-here:
   *
   * How many are here; 0 as long as it is not loaded.
   */
  props[PROP_N_HERE] = g_param_spec_uint ("n-here", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  /**
   * PlnGathering:loaded:
   *
   * Whether attendees, sessions and rounds are complete.
   */
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnGathering:attendees:
   *
   * The [class@Attendee]s, in the order they were added. The list itself never
   * changes identity, only its contents.
   */
  props[PROP_ATTENDEES] = g_param_spec_object ("attendees", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  /**
   * PlnGathering:sessions:
   *
   * The [class@Session]s, by start, then title. The list itself never changes
   * identity, only its contents.
   */
  props[PROP_SESSIONS] = g_param_spec_object ("sessions", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  /**
   * PlnGathering:rounds:
   *
   * The [class@Round]s, by start, then number. The list itself never changes
   * identity, only its contents.
   */
  props[PROP_ROUNDS] = g_param_spec_object ("rounds", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  /**
   * PlnGathering:notes:
   *
   * The list of [class@Note].
   */
  props[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_gathering_init (PlnGathering *self)
{
  self->room_list = pln_rooms_new ();
  pln_gathering_lists_init (self);
}

/**
 * pln_gathering_new:
 * @uid: the UID of the calendar object, see [func@uid_new]
 *
 * Returns: (transfer full): a gathering of which nothing else is known
 */
PlnGathering *
pln_gathering_new (const char *uid)
{
  return g_object_new (PLN_TYPE_GATHERING, "uid", uid, NULL);
}

static void
take_properties (PlnGathering *self,
                 PlnGathering *other)
{
  for (guint i = PROP_UID + 1; i < N_TEXTS; i++)
    pln_gathering_set_text (self, i, other->texts[i]);
  pln_gathering_set_times (self, other->start, other->end, other->texts[PROP_ZONE], other->all_day);
  pln_gathering_set_capacity (self, other->capacity);
  pln_gathering_set_answer_by (self, other->answer_by);
  pln_gathering_set_state (self, other->state);
  pln_gathering_set_cancelled (self, other->cancelled);
  pln_gathering_set_room_list (self, other->room_list);
  pln_gathering_set_sequence (self, other->sequence);
  pln_gathering_set_read_only (self, other->read_only);
}

static void
take_counts (PlnGathering *self,
             PlnGathering *other)
{
  const PlnCounts *counts = pln_gathering_get_counts (other);

  pln_gathering_set_counts (self, counts->answers, counts->waiting, counts->told, counts->came);
}

/**
 * pln_gathering_copy:
 * @self: a gathering
 *
 * Returns: (transfer full): another object of the same gathering, with its
 *   counts, but without its lists
 */
PlnGathering *
pln_gathering_copy (PlnGathering *self)
{
  PlnGathering *copy;

  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  copy = pln_gathering_new (self->texts[PROP_UID]);
  take_properties (copy, self);
  take_counts (copy, self);

  return copy;
}

/**
 * pln_gathering_take_from:
 * @self: a gathering
 * @other: a gathering, which shall not be used any more if it is loaded
 *
 * Makes @self equal to @other in everything but the UID. If @other is loaded,
 * so is @self afterwards: the lists are merged by id, so that people, sessions
 * and rounds which stay are the same objects, and only what comes or goes is
 * announced.
 */
void
pln_gathering_take_from (PlnGathering *self,
                         PlnGathering *other)
{
  g_return_if_fail (PLN_IS_GATHERING (self) && PLN_IS_GATHERING (other));

  g_object_freeze_notify (G_OBJECT (self));
  take_properties (self, other);
  take_counts (self, other);
  if (other->loaded)
    {
      pln_gathering_lists_take (self, other);
      pln_gathering_set_loaded (self, TRUE);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
pln_gathering_get_loaded (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);

  return self->loaded;
}

/**
 * pln_gathering_set_loaded:
 * @self: a gathering
 * @loaded: whether attendees, sessions and rounds are complete
 */
void
pln_gathering_set_loaded (PlnGathering *self,
                          gboolean      loaded)
{
  PlnCounts shown;

  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->loaded == !!loaded)
    return;

  shown = *pln_gathering_get_counts (self);
  self->loaded = !!loaded;
  pln_gathering_notify_counts (self, &shown);
  pln_gathering_notify (self, PROP_LOADED);
}
