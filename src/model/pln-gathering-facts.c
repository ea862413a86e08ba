/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-model-private.h"

#define EXAMPLES "Examples" /* the calendar that is never synced nor searched */

const char *
pln_gathering_get_uid (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return self->texts[PROP_UID];
}

const char *
pln_gathering_get_title (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

void
pln_gathering_set_title (PlnGathering *self,
                         const char   *title)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_TITLE, title);
}

const char *
pln_gathering_get_location (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_LOCATION]);
}

void
pln_gathering_set_location (PlnGathering *self,
                            const char   *location)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_LOCATION, location);
}

const char *
pln_gathering_get_online (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ONLINE]);
}

void
pln_gathering_set_online (PlnGathering *self,
                          const char   *online)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_ONLINE, online);
}

const char *
pln_gathering_get_url (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_URL]);
}

void
pln_gathering_set_url (PlnGathering *self,
                       const char   *url)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_URL, url);
}

const char *
pln_gathering_get_description (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_DESCRIPTION]);
}

void
pln_gathering_set_description (PlnGathering *self,
                               const char   *description)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_DESCRIPTION, description);
}

const char *
pln_gathering_get_colour (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_COLOUR]);
}

void
pln_gathering_set_colour (PlnGathering *self,
                          const char   *colour)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_COLOUR, colour);
}

const char *
pln_gathering_get_organiser_name (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ORGANISER_NAME]);
}

const char *
pln_gathering_get_organiser_email (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ORGANISER_EMAIL]);
}

/**
 * pln_gathering_set_organiser:
 * @self: a gathering
 * @name: (nullable): the name of who invites
 * @email: (nullable): the address, without `mailto:`
 */
void
pln_gathering_set_organiser (PlnGathering *self,
                             const char   *name,
                             const char   *email)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_ORGANISER_NAME, name);
  pln_gathering_set_text (self, PROP_ORGANISER_EMAIL, email);
}

guint
pln_gathering_get_capacity (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return self->capacity;
}

void
pln_gathering_set_capacity (PlnGathering *self,
                            guint         capacity)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->capacity == capacity)
    return;

  self->capacity = capacity;
  pln_gathering_notify (self, PROP_CAPACITY);
}

PlnState
pln_gathering_get_state (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), PLN_STATE_DRAFT);

  return self->state;
}

void
pln_gathering_set_state (PlnGathering *self,
                         PlnState      state)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->state == state)
    return;

  self->state = state;
  pln_gathering_notify (self, PROP_STATE);
}

gboolean
pln_gathering_get_cancelled (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);

  return self->cancelled;
}

void
pln_gathering_set_cancelled (PlnGathering *self,
                             gboolean      cancelled)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->cancelled == !!cancelled)
    return;

  self->cancelled = !!cancelled;
  pln_gathering_notify (self, PROP_CANCELLED);
}

const char *
pln_gathering_get_series (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_SERIES]);
}

const char *
pln_gathering_get_previous (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_PREVIOUS]);
}

/**
 * pln_gathering_set_series:
 * @self: a gathering
 * @series: (nullable): the id of the series
 * @previous: (nullable): the UID of the one before in it
 */
void
pln_gathering_set_series (PlnGathering *self,
                          const char   *series,
                          const char   *previous)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_SERIES, series);
  pln_gathering_set_text (self, PROP_PREVIOUS, previous);
}

const char *
pln_gathering_get_calendar (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_CALENDAR]);
}

const char *
pln_gathering_get_organisers_calendar (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ORGANISERS_CALENDAR]);
}

/**
 * pln_gathering_set_places:
 * @self: a gathering
 * @calendar: (nullable): where gathering and sessions are kept
 * @organisers_calendar: (nullable): where people, rounds and notes are kept
 */
void
pln_gathering_set_places (PlnGathering *self,
                          const char   *calendar,
                          const char   *organisers_calendar)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_CALENDAR, calendar);
  pln_gathering_set_text (self, PROP_ORGANISERS_CALENDAR, organisers_calendar);
}

int
pln_gathering_get_sequence (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return self->sequence;
}

void
pln_gathering_set_sequence (PlnGathering *self,
                            int           sequence)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->sequence == sequence)
    return;

  self->sequence = sequence;
  pln_gathering_notify (self, PROP_SEQUENCE);
}

gboolean
pln_gathering_get_read_only (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);

  return self->read_only;
}

void
pln_gathering_set_read_only (PlnGathering *self,
                             gboolean      read_only)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (self->read_only == !!read_only)
    return;

  self->read_only = !!read_only;
  pln_gathering_notify (self, PROP_READ_ONLY);
}

gboolean
pln_gathering_get_is_example (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);

  return g_strcmp0 (self->texts[PROP_CALENDAR], EXAMPLES) == 0;
}
