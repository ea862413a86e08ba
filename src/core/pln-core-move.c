/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-private.h"

#include "pln-when.h"

/* A time of a programme, as it is when what began at @from begins at @to. It
 * goes by the clock on the wall: half past ten stays half past ten where the
 * summer ends in between.
 *
 * @zone: the zone of @to
 *
 * Returns: (transfer full): the time; NULL if one of the others is NULL */
GDateTime *
pln_core_move_time (GDateTime  *time,
                    GDateTime  *from,
                    GDateTime  *to,
                    const char *zone)
{
  GDate day, day_from, day_to;
  guint minutes, minutes_from, minutes_to;
  int all;

  if (time == NULL || from == NULL || to == NULL)
    return NULL;

  pln_when_split (time, &day, &minutes);
  pln_when_split (from, &day_from, &minutes_from);
  pln_when_split (to, &day_to, &minutes_to);

  all = (g_date_days_between (&day_from, &day) * PLN_MINUTES_A_DAY) + (int) minutes - (int) minutes_from
        + (int) minutes_to;
  while (all < 0)
    {
      g_date_subtract_days (&day_to, 1);
      all += PLN_MINUTES_A_DAY;
    }
  g_date_add_days (&day_to, (guint) all / PLN_MINUTES_A_DAY);

  return pln_when_join (&day_to, (guint) all % PLN_MINUTES_A_DAY, zone);
}
