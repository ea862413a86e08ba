/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-event.h"

#include "pln-model-private.h"

enum
{
  UID,
  INSTANCE,
  CALENDAR,
  TITLE,
  PLACE,
  DESCRIPTION,
  ZONE,
  REPEATS,
  DOUBT,
  N_TEXTS
};

/**
 * PlnEvent:
 *
 * An entry of the user's own, or one that came from elsewhere, as its form
 * knows it: all of what repeats, or one of it.
 */
struct _PlnEvent
{
  GObject    parent_instance;

  char      *texts[N_TEXTS];
  GDateTime *start;
  GDateTime *end;
  gboolean   all_day;
  gboolean   is_recurring;
};

G_DEFINE_FINAL_TYPE (PlnEvent, pln_event, G_TYPE_OBJECT)

static void
pln_event_finalize (GObject *object)
{
  PlnEvent *self = PLN_EVENT (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->end, g_date_time_unref);

  G_OBJECT_CLASS (pln_event_parent_class)->finalize (object);
}

static void
pln_event_class_init (PlnEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_event_finalize;
}

static void
pln_event_init (PlnEvent *self)
{
}

/**
 * pln_event_new:
 * @uid: the UID of the calendar object
 *
 * Returns: (transfer full): an event of which nothing else is known
 */
PlnEvent *
pln_event_new (const char *uid)
{
  PlnEvent *self = g_object_new (PLN_TYPE_EVENT, NULL);

  pln_text_set (&self->texts[UID], uid);

  return self;
}

/**
 * pln_event_new_from:
 * @occurrence: what a calendar view shows
 *
 * Returns: (transfer full): the event as far as the view knows it, which is not
 *   its description
 */
PlnEvent *
pln_event_new_from (PlnOccurrence *occurrence)
{
  const PlnOccurrenceData *data = pln_occurrence_get_data (occurrence);
  PlnEvent *self = pln_event_new (data->uid);

  pln_event_set_instance (self, data->instance);
  pln_event_set_calendar (self, data->calendar);
  pln_event_set_title (self, data->title);
  pln_event_set_place (self, data->place);
  pln_event_set_times (self, data->start, data->end, data->zone, data->all_day);
  pln_event_set_is_recurring (self, data->is_recurring);

  return self;
}

/**
 * pln_event_copy:
 * @self: an event
 *
 * Returns: (transfer full): the same, for a form to change
 */
PlnEvent *
pln_event_copy (PlnEvent *self)
{
  PlnEvent *copy = g_object_new (PLN_TYPE_EVENT, NULL);

  g_return_val_if_fail (PLN_IS_EVENT (self), copy);

  for (guint i = 0; i < N_TEXTS; i++)
    pln_text_set (&copy->texts[i], self->texts[i]);
  pln_event_set_times (copy, self->start, self->end, pln_event_get_zone (self), self->all_day);
  copy->is_recurring = self->is_recurring;

  return copy;
}

/**
 * pln_event_copy_as:
 * @self: an event
 * @uid: another UID
 *
 * Returns: (transfer full): the same, as another object
 */
PlnEvent *
pln_event_copy_as (PlnEvent   *self,
                   const char *uid)
{
  PlnEvent *copy = pln_event_copy (self);

  pln_text_set (&copy->texts[UID], uid);

  return copy;
}

static const char *
get_text (PlnEvent *self,
          guint     which)
{
  g_return_val_if_fail (PLN_IS_EVENT (self), "");

  return pln_text_get (self->texts[which]);
}

static void
set_text (PlnEvent   *self,
          guint       which,
          const char *value)
{
  g_return_if_fail (PLN_IS_EVENT (self));

  pln_text_set (&self->texts[which], value);
}

const char *
pln_event_get_uid (PlnEvent *self)
{
  return get_text (self, UID);
}

/**
 * pln_event_get_instance:
 * @self: an event
 *
 * Returns: the RECURRENCE-ID of the one that is meant, as in the file; "" if it
 *   does not repeat
 */
const char *
pln_event_get_instance (PlnEvent *self)
{
  return get_text (self, INSTANCE);
}

void
pln_event_set_instance (PlnEvent   *self,
                        const char *instance)
{
  set_text (self, INSTANCE, instance);
}

const char *
pln_event_get_calendar (PlnEvent *self)
{
  return get_text (self, CALENDAR);
}

void
pln_event_set_calendar (PlnEvent   *self,
                        const char *calendar)
{
  set_text (self, CALENDAR, calendar);
}

const char *
pln_event_get_title (PlnEvent *self)
{
  return get_text (self, TITLE);
}

void
pln_event_set_title (PlnEvent   *self,
                     const char *title)
{
  set_text (self, TITLE, title);
}

const char *
pln_event_get_place (PlnEvent *self)
{
  return get_text (self, PLACE);
}

void
pln_event_set_place (PlnEvent   *self,
                     const char *place)
{
  set_text (self, PLACE, place);
}

const char *
pln_event_get_description (PlnEvent *self)
{
  return get_text (self, DESCRIPTION);
}

void
pln_event_set_description (PlnEvent   *self,
                           const char *description)
{
  set_text (self, DESCRIPTION, description);
}

const char *
pln_event_get_zone (PlnEvent *self)
{
  return get_text (self, ZONE);
}

GDateTime *
pln_event_get_start (PlnEvent *self)
{
  g_return_val_if_fail (PLN_IS_EVENT (self), NULL);

  return self->start;
}

GDateTime *
pln_event_get_end (PlnEvent *self)
{
  g_return_val_if_fail (PLN_IS_EVENT (self), NULL);

  return self->end;
}

gboolean
pln_event_get_all_day (PlnEvent *self)
{
  g_return_val_if_fail (PLN_IS_EVENT (self), FALSE);

  return self->all_day;
}

/**
 * pln_event_set_times:
 * @self: an event
 * @start: (nullable): when it begins
 * @end: (nullable): when it is over, which is not part of it
 * @zone: the zone of both: an IANA name, "UTC", or "" for floating
 * @all_day: whether both are days without times
 *
 * Sets when it takes place.
 */
void
pln_event_set_times (PlnEvent   *self,
                     GDateTime  *start,
                     GDateTime  *end,
                     const char *zone,
                     gboolean    all_day)
{
  g_return_if_fail (PLN_IS_EVENT (self));

  pln_time_set (&self->start, start);
  pln_time_set (&self->end, end);
  pln_text_set (&self->texts[ZONE], zone);
  self->all_day = all_day;
}

gboolean
pln_event_get_is_recurring (PlnEvent *self)
{
  g_return_val_if_fail (PLN_IS_EVENT (self), FALSE);

  return self->is_recurring;
}

void
pln_event_set_is_recurring (PlnEvent *self,
                            gboolean  is_recurring)
{
  g_return_if_fail (PLN_IS_EVENT (self));

  self->is_recurring = is_recurring;
}

/**
 * pln_event_get_repeats:
 * @self: an event
 *
 * Returns: (transfer none): how it repeats, see [func@repeat_words]; "" if it
 *   does not, or not by a rule
 */
const char *
pln_event_get_repeats (PlnEvent *self)
{
  return get_text (self, REPEATS);
}

void
pln_event_set_repeats (PlnEvent   *self,
                       const char *repeats)
{
  set_text (self, REPEATS, repeats);
}

/**
 * pln_event_get_doubt:
 * @self: an event
 *
 * Returns: a sentence that says why it cannot be changed here, or ""
 */
const char *
pln_event_get_doubt (PlnEvent *self)
{
  return get_text (self, DOUBT);
}

void
pln_event_set_doubt (PlnEvent   *self,
                     const char *doubt)
{
  set_text (self, DOUBT, doubt);
}
