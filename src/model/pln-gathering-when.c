/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-model-private.h"

GDateTime *
pln_gathering_get_start (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return self->start;
}

GDateTime *
pln_gathering_get_end (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return self->end;
}

const char *
pln_gathering_get_zone (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ZONE]);
}

gboolean
pln_gathering_get_all_day (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);

  return self->all_day;
}

/**
 * pln_gathering_set_times:
 * @self: a gathering
 * @start: (nullable): when it begins
 * @end: (nullable): when it is over
 * @zone: (nullable): the zone of both: an IANA name, "UTC", or "" for floating
 * @all_day: whether only the days count
 */
void
pln_gathering_set_times (PlnGathering *self,
                         GDateTime    *start,
                         GDateTime    *end,
                         const char   *zone,
                         gboolean      all_day)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  g_object_freeze_notify (G_OBJECT (self)); /* who looks sees all four */
  if (pln_time_set (&self->start, start))
    pln_gathering_notify (self, PROP_START);
  if (pln_time_set (&self->end, end))
    pln_gathering_notify (self, PROP_END);
  pln_gathering_set_text (self, PROP_ZONE, zone);
  if (self->all_day != !!all_day)
    {
      self->all_day = !!all_day;
      pln_gathering_notify (self, PROP_ALL_DAY);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
pln_gathering_get_zone_note (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), "");

  return pln_text_get (self->texts[PROP_ZONE_NOTE]);
}

void
pln_gathering_set_zone_note (PlnGathering *self,
                             const char   *note)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_gathering_set_text (self, PROP_ZONE_NOTE, note);
}

GDateTime *
pln_gathering_get_answer_by (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return self->answer_by;
}

void
pln_gathering_set_answer_by (PlnGathering *self,
                             GDateTime    *answer_by)
{
  g_return_if_fail (PLN_IS_GATHERING (self));

  if (pln_time_set (&self->answer_by, answer_by))
    pln_gathering_notify (self, PROP_ANSWER_BY);
}
