/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-remote-calendar.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_URL, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_COLOUR,
  PROP_CALENDAR,
  PROP_DROPPED,
  N_TEXTS,
  PROP_HOLDS = N_TEXTS,
  PROP_MAY_WRITE,
  PROP_SIZE,
  PROP_SCHEDULES,
  PROP_CHOSEN,
  PROP_GONE,
  N_PROPS
};

/**
 * PlnRemoteCalendar:
 *
 * A calendar on a server, and what becomes of it here.
 */
struct _PlnRemoteCalendar
{
  GObject   parent_instance;

  char     *texts[N_TEXTS]; /* by property */
  PlnHolds  holds;
  gboolean  may_write;
  int       size;
  gboolean  schedules;
  gboolean  chosen;
  gboolean  gone;
};

G_DEFINE_FINAL_TYPE (PlnRemoteCalendar, pln_remote_calendar, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_remote_calendar_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlnRemoteCalendar *self = PLN_REMOTE_CALENDAR (object);

  switch (prop_id)
    {
    case PROP_HOLDS:
      g_value_set_uint (value, self->holds);
      break;
    case PROP_MAY_WRITE:
      g_value_set_boolean (value, self->may_write);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_SCHEDULES:
      g_value_set_boolean (value, self->schedules);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_GONE:
      g_value_set_boolean (value, self->gone);
      break;
    default:
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_remote_calendar_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_CHOSEN);
  pln_remote_calendar_set_chosen (PLN_REMOTE_CALENDAR (object), g_value_get_boolean (value));
}

static void
pln_remote_calendar_finalize (GObject *object)
{
  PlnRemoteCalendar *self = PLN_REMOTE_CALENDAR (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (pln_remote_calendar_parent_class)->finalize (object);
}

static void
pln_remote_calendar_class_init (PlnRemoteCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_remote_calendar_get_property;
  object_class->set_property = pln_remote_calendar_set_property;
  object_class->finalize = pln_remote_calendar_finalize;

  /**
   * PlnRemoteCalendar:url:
   *
   * Where it is.
   */
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:title:
   *
   * What the server calls it, one line.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:colour:
   *
   * Its colour, such as `#1a5fb4`, or empty.
   */
  props[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:calendar:
   *
   * The calendar of the library that is kept together with it, or empty.
   */
  props[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:dropped:
   *
   * What the server was seen not to keep, a sentence; or empty.
   */
  props[PROP_DROPPED] = g_param_spec_string ("dropped", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:holds:
   *
   * What it takes: [flags@Holds].
   */
  props[PROP_HOLDS] = g_param_spec_uint ("holds", NULL, NULL, 0, PLN_HOLDS_ALL, 0, PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:may-write:
   *
   * Whether the user may change what is in it.
   */
  props[PROP_MAY_WRITE] = g_param_spec_boolean ("may-write", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:size:
   *
   * How many objects are in it; -1 while that is not known.
   */
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, -1, G_MAXINT, -1, PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:schedules:
   *
   * Whether its server sends invitations by itself.
   */
  props[PROP_SCHEDULES] = g_param_spec_boolean ("schedules", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnRemoteCalendar:chosen:
   *
   * Whether the user wants to use it.
   */
  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnRemoteCalendar:gone:
   *
   * Whether it was removed on its server; a copy is kept here.
   */
  props[PROP_GONE] = g_param_spec_boolean ("gone", NULL, NULL, FALSE, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_remote_calendar_init (PlnRemoteCalendar *self)
{
  self->size = -1;
}

/**
 * pln_remote_calendar_new:
 * @url: where it is
 * @title: (nullable): what the server calls it
 * @colour: (nullable): its colour
 * @holds: what it takes; nothing counts as everything
 * @may_write: whether the user may change what is in it
 *
 * Returns: (transfer full): a calendar
 */
PlnRemoteCalendar *
pln_remote_calendar_new (const char *url,
                         const char *title,
                         const char *colour,
                         PlnHolds    holds,
                         gboolean    may_write)
{
  PlnRemoteCalendar *self = g_object_new (PLN_TYPE_REMOTE_CALENDAR, NULL);

  pln_text_set (&self->texts[PROP_URL], url);
  pln_text_set (&self->texts[PROP_TITLE], title);
  pln_text_set (&self->texts[PROP_COLOUR], colour);
  self->holds = holds != 0 ? holds : PLN_HOLDS_ALL;
  self->may_write = !!may_write;

  return self;
}

static const char *
get_text (PlnRemoteCalendar *self,
          guint              prop_id)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), "");

  return pln_text_get (self->texts[prop_id]);
}

static void
set_text (PlnRemoteCalendar *self,
          guint              prop_id,
          const char        *text)
{
  g_return_if_fail (PLN_IS_REMOTE_CALENDAR (self));

  if (pln_text_set (&self->texts[prop_id], text))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
set_truth (PlnRemoteCalendar *self,
           guint              prop_id,
           gboolean          *where,
           gboolean           truth)
{
  if (*where == !!truth)
    return;

  *where = !!truth;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

const char *
pln_remote_calendar_get_url (PlnRemoteCalendar *self)
{
  return get_text (self, PROP_URL);
}

const char *
pln_remote_calendar_get_title (PlnRemoteCalendar *self)
{
  return get_text (self, PROP_TITLE);
}

const char *
pln_remote_calendar_get_colour (PlnRemoteCalendar *self)
{
  return get_text (self, PROP_COLOUR);
}

PlnHolds
pln_remote_calendar_get_holds (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), 0);

  return self->holds;
}

gboolean
pln_remote_calendar_get_may_write (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), FALSE);

  return self->may_write;
}

int
pln_remote_calendar_get_size (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), -1);

  return self->size;
}

void
pln_remote_calendar_set_size (PlnRemoteCalendar *self,
                              int                size)
{
  g_return_if_fail (PLN_IS_REMOTE_CALENDAR (self));

  if (self->size == size)
    return;

  self->size = size;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIZE]);
}

gboolean
pln_remote_calendar_get_schedules (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), FALSE);

  return self->schedules;
}

void
pln_remote_calendar_set_schedules (PlnRemoteCalendar *self,
                                   gboolean           schedules)
{
  g_return_if_fail (PLN_IS_REMOTE_CALENDAR (self));

  set_truth (self, PROP_SCHEDULES, &self->schedules, schedules);
}

const char *
pln_remote_calendar_get_calendar (PlnRemoteCalendar *self)
{
  return get_text (self, PROP_CALENDAR);
}

void
pln_remote_calendar_set_calendar (PlnRemoteCalendar *self,
                                  const char        *calendar)
{
  set_text (self, PROP_CALENDAR, calendar);
}

gboolean
pln_remote_calendar_get_chosen (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), FALSE);

  return self->chosen;
}

void
pln_remote_calendar_set_chosen (PlnRemoteCalendar *self,
                                gboolean           chosen)
{
  g_return_if_fail (PLN_IS_REMOTE_CALENDAR (self));

  set_truth (self, PROP_CHOSEN, &self->chosen, chosen);
}

gboolean
pln_remote_calendar_get_gone (PlnRemoteCalendar *self)
{
  g_return_val_if_fail (PLN_IS_REMOTE_CALENDAR (self), FALSE);

  return self->gone;
}

void
pln_remote_calendar_set_gone (PlnRemoteCalendar *self,
                              gboolean           gone)
{
  g_return_if_fail (PLN_IS_REMOTE_CALENDAR (self));

  set_truth (self, PROP_GONE, &self->gone, gone);
}

const char *
pln_remote_calendar_get_dropped (PlnRemoteCalendar *self)
{
  return get_text (self, PROP_DROPPED);
}

void
pln_remote_calendar_set_dropped (PlnRemoteCalendar *self,
                                 const char        *dropped)
{
  set_text (self, PROP_DROPPED, dropped);
}
