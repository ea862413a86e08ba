/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-session.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_UID, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_ROOM,
  PROP_TRACK,
  PROP_DESCRIPTION,
  PROP_URL,
  PROP_ZONE,
  N_TEXTS,
  PROP_START = N_TEXTS,
  PROP_END,
  PROP_ALL_DAY,
  PROP_SPEAKERS,
  PROP_IS_BREAK,
  PROP_STATUS,
  PROP_READ_ONLY,
  N_PROPS
};

/**
 * PlnSession:
 *
 * An item of a gathering's programme: a talk, a panel, a break.
 */
struct _PlnSession
{
  GObject            parent_instance;

  char              *texts[N_TEXTS]; /* by property */
  GDateTime         *start;
  GDateTime         *end;
  char             **speakers;
  PlnSessionStatus   status;
  guint              all_day : 1;
  guint              is_break : 1;
  guint              read_only : 1;
};

G_DEFINE_FINAL_TYPE (PlnSession, pln_session, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnSessionStatus, pln_session_status,
  G_DEFINE_ENUM_VALUE (PLN_SESSION_PUBLISHED, "published"),
  G_DEFINE_ENUM_VALUE (PLN_SESSION_DRAFT, "draft"),
  G_DEFINE_ENUM_VALUE (PLN_SESSION_CANCELLED, "cancelled"))

static GParamSpec *props[N_PROPS];

static void
notify (PlnSession *self,
        guint       prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_text (PlnSession *self,
          guint       prop,
          const char *value)
{
  if (pln_text_set (&self->texts[prop], value))
    notify (self, prop);
}

static void
pln_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlnSession *self = PLN_SESSION (object);

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
    case PROP_SPEAKERS:
      g_value_set_boxed (value, pln_session_get_speakers (self));
      break;
    case PROP_IS_BREAK:
      g_value_set_boolean (value, self->is_break);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlnSession *self = PLN_SESSION (object);

  switch (prop_id)
    {
    case PROP_UID:
      self->texts[PROP_UID] = g_value_dup_string (value);
      break;
    case PROP_START:
      pln_session_set_times (self, g_value_get_boxed (value), self->end, self->texts[PROP_ZONE], self->all_day);
      break;
    case PROP_END:
      pln_session_set_times (self, self->start, g_value_get_boxed (value), self->texts[PROP_ZONE], self->all_day);
      break;
    case PROP_ALL_DAY:
      pln_session_set_times (self, self->start, self->end, self->texts[PROP_ZONE], g_value_get_boolean (value));
      break;
    case PROP_SPEAKERS:
      pln_session_set_speakers (self, g_value_get_boxed (value));
      break;
    case PROP_IS_BREAK:
      pln_session_set_is_break (self, g_value_get_boolean (value));
      break;
    case PROP_STATUS:
      pln_session_set_status (self, g_value_get_enum (value));
      break;
    case PROP_READ_ONLY:
      pln_session_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_session_finalize (GObject *object)
{
  PlnSession *self = PLN_SESSION (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->end, g_date_time_unref);
  g_strfreev (self->speakers);

  G_OBJECT_CLASS (pln_session_parent_class)->finalize (object);
}

static void
pln_session_class_init (PlnSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_session_get_property;
  object_class->set_property = pln_session_set_property;
  object_class->finalize = pln_session_finalize;

  /**
   * PlnSession:uid:
   *
   * The UID of the calendar object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnSession:title:
   *
   * What it is called.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:room:
   *
   * Where it is, within the gathering's place.
   */
  props[PROP_ROOM] = g_param_spec_string ("room", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:track:
   *
   * The strand of the programme it belongs to.
   */
  props[PROP_TRACK] = g_param_spec_string ("track", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:description:
   *
   * What it is about; may have several lines.
   */
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:url:
   *
   * The address of its page.
   */
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:zone:
   *
   * The zone of start and end: an IANA name, "UTC", or "" for floating.
   */
  props[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnSession:start:
   *
   * When it begins; %NULL as long as that is not decided.
   */
  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnSession:end:
   *
   * When it is over, which is not part of it; or %NULL.
   */
  props[PROP_END] = g_param_spec_boxed ("end", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  /**
   * PlnSession:all-day:
   *
   * Whether start and end are days without times.
   */
  props[PROP_ALL_DAY] = g_param_spec_boolean ("all-day", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnSession:speakers:
   *
   * One each, “Name” or “Name <address>”. Never %NULL.
   */
  props[PROP_SPEAKERS] = g_param_spec_boxed ("speakers", NULL, NULL, G_TYPE_STRV, PLN_PARAM_WRITE);

  /**
   * PlnSession:is-break:
   *
   * Whether it is coffee or lunch.
   */
  props[PROP_IS_BREAK] = g_param_spec_boolean ("is-break", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnSession:status:
   *
   * How far along it is.
   */
  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, PLN_TYPE_SESSION_STATUS, PLN_SESSION_PUBLISHED,
                                          PLN_PARAM_WRITE);

  /**
   * PlnSession:read-only:
   *
   * Whether it must not be changed here.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_session_init (PlnSession *self)
{
}

/**
 * pln_session_new:
 * @uid: the UID of the calendar object, see [func@uid_new]
 *
 * Returns: (transfer full): a session without title and time
 */
PlnSession *
pln_session_new (const char *uid)
{
  return g_object_new (PLN_TYPE_SESSION, "uid", uid, NULL);
}

/**
 * pln_session_copy:
 * @self: a session
 *
 * Returns: (transfer full): another object of the same session
 */
PlnSession *
pln_session_copy (PlnSession *self)
{
  PlnSession *copy;

  g_return_val_if_fail (PLN_IS_SESSION (self), NULL);

  copy = pln_session_new (self->texts[PROP_UID]);
  pln_session_take_from (copy, self);

  return copy;
}

/**
 * pln_session_take_from:
 * @self: a session
 * @other: a session
 *
 * Makes @self equal to @other in everything but the UID.
 */
void
pln_session_take_from (PlnSession *self,
                       PlnSession *other)
{
  g_return_if_fail (PLN_IS_SESSION (self) && PLN_IS_SESSION (other));

  for (guint i = PROP_UID + 1; i < N_TEXTS; i++)
    set_text (self, i, other->texts[i]);
  pln_session_set_times (self, other->start, other->end, other->texts[PROP_ZONE], other->all_day);
  pln_session_set_speakers (self, pln_session_get_speakers (other));
  pln_session_set_is_break (self, other->is_break);
  pln_session_set_status (self, other->status);
  pln_session_set_read_only (self, other->read_only);
}

const char *
pln_session_get_uid (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), NULL);

  return self->texts[PROP_UID];
}

const char *
pln_session_get_title (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

void
pln_session_set_title (PlnSession *self,
                       const char *title)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  set_text (self, PROP_TITLE, title);
}

const char *
pln_session_get_room (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_ROOM]);
}

void
pln_session_set_room (PlnSession *self,
                      const char *room)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  set_text (self, PROP_ROOM, room);
}

const char *
pln_session_get_track (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_TRACK]);
}

void
pln_session_set_track (PlnSession *self,
                       const char *track)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  set_text (self, PROP_TRACK, track);
}

const char *
pln_session_get_description (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_DESCRIPTION]);
}

void
pln_session_set_description (PlnSession *self,
                             const char *description)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  set_text (self, PROP_DESCRIPTION, description);
}

const char *
pln_session_get_url (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_URL]);
}

void
pln_session_set_url (PlnSession *self,
                     const char *url)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  set_text (self, PROP_URL, url);
}

PlnSessionStatus
pln_session_get_status (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), PLN_SESSION_PUBLISHED);

  return self->status;
}

void
pln_session_set_status (PlnSession       *self,
                        PlnSessionStatus  status)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  if (self->status == status)
    return;

  self->status = status;
  notify (self, PROP_STATUS);
}

GDateTime *
pln_session_get_start (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), NULL);

  return self->start;
}

GDateTime *
pln_session_get_end (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), NULL);

  return self->end;
}

const char *
pln_session_get_zone (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), "");

  return pln_text_get (self->texts[PROP_ZONE]);
}

gboolean
pln_session_get_all_day (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), FALSE);

  return self->all_day;
}

/**
 * pln_session_set_times:
 * @self: a session
 * @start: (nullable): when it begins
 * @end: (nullable): when it is over
 * @zone: (nullable): the zone of both: an IANA name, "UTC", or "" for floating
 * @all_day: whether only the days count
 */
void
pln_session_set_times (PlnSession *self,
                       GDateTime  *start,
                       GDateTime  *end,
                       const char *zone,
                       gboolean    all_day)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self)); /* who looks sees all four */
  if (pln_time_set (&self->start, start))
    notify (self, PROP_START);
  if (pln_time_set (&self->end, end))
    notify (self, PROP_END);
  set_text (self, PROP_ZONE, zone);
  if (self->all_day != !!all_day)
    {
      self->all_day = !!all_day;
      notify (self, PROP_ALL_DAY);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * pln_session_get_minutes:
 * @self: a session
 *
 * Returns: how long it is; 0 if that is not decided, or it ends before it
 *   begins
 */
guint
pln_session_get_minutes (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), 0);

  return pln_time_minutes (self->start, self->end);
}

const char *const *
pln_session_get_speakers (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), NULL);

  return pln_texts_get (self->speakers);
}

/**
 * pln_session_set_speakers:
 * @self: a session
 * @speakers: (nullable) (array zero-terminated=1): one each, “Name” or
 *   “Name <address>”
 */
void
pln_session_set_speakers (PlnSession        *self,
                          const char *const *speakers)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  if (pln_texts_set (&self->speakers, speakers))
    notify (self, PROP_SPEAKERS);
}

gboolean
pln_session_get_is_break (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), FALSE);

  return self->is_break;
}

void
pln_session_set_is_break (PlnSession *self,
                          gboolean    is_break)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  if (self->is_break == !!is_break)
    return;

  self->is_break = !!is_break;
  notify (self, PROP_IS_BREAK);
}

gboolean
pln_session_get_read_only (PlnSession *self)
{
  g_return_val_if_fail (PLN_IS_SESSION (self), FALSE);

  return self->read_only;
}

void
pln_session_set_read_only (PlnSession *self,
                           gboolean    read_only)
{
  g_return_if_fail (PLN_IS_SESSION (self));

  if (self->read_only == !!read_only)
    return;

  self->read_only = !!read_only;
  notify (self, PROP_READ_ONLY);
}
