/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-times.h"

#define AFTER_EDIT  2  /* seconds; typing goes on */
#define AFTER_FOCUS 30 /* coming back often is no reason to ask often */

/**
 * pln_core_times_begin:
 * @times: (out caller-allocates): times of which nothing is due
 * @minutes: between two syncs by the clock; 0: none
 */
void
pln_core_times_begin (PlnCoreTimes *times,
                      guint         minutes)
{
  *times = (PlnCoreTimes) {
    .every = minutes * 60,
    .is_up = TRUE,
    .due = PLN_CORE_TIMES_NEVER,
  };
}

static void
be_due (PlnCoreTimes *times,
        gint64        at)
{
  times->due = MIN (times->due, at);
}

/**
 * pln_core_times_take:
 * @times: times
 * @event: what happened
 * @now: what time it is, in seconds since 1970
 */
void
pln_core_times_take (PlnCoreTimes *times,
                     PlnCoreEvent  event,
                     gint64        now)
{
  switch (event)
    {
    case PLN_CORE_EVENT_EDITED:
      be_due (times, now + AFTER_EDIT);
      break;
    case PLN_CORE_EVENT_FOCUSED:
      if (times->every == 0 || times->due == PLN_CORE_TIMES_NEVER || times->due - times->every + AFTER_FOCUS <= now)
        be_due (times, now);
      break;
    case PLN_CORE_EVENT_CONNECTED:
      times->is_up = TRUE;
      times->not_before = 0; /* it was the network's fault */
      be_due (times, now + AFTER_EDIT);
      break;
    case PLN_CORE_EVENT_CUT_OFF:
      times->is_up = FALSE;
      break;
    case PLN_CORE_EVENT_WISHED:
      times->is_wished = TRUE;
      be_due (times, now);
      break;
    case PLN_CORE_EVENT_BEGUN:
      times->is_running = TRUE;
      times->is_wished = FALSE;
      times->due = PLN_CORE_TIMES_NEVER;
      break;
    case PLN_CORE_EVENT_ENDED:
      times->is_running = FALSE;
      if (times->every > 0)
        be_due (times, now + times->every);
      break;
    case PLN_CORE_EVENT_STARTED:
    default:
      be_due (times, now);
    }
}

/**
 * pln_core_times_wait:
 * @times: times
 * @now: what time it is, in seconds since 1970
 *
 * Returns: after how many seconds to sync; -1: not before something happens
 */
gint64
pln_core_times_wait (const PlnCoreTimes *times,
                     gint64              now)
{
  gint64 at = times->is_wished ? times->due : MAX (times->due, times->not_before);

  /* A clock that went back does not make anybody wait for long. */
  if (times->is_running || times->due == PLN_CORE_TIMES_NEVER || (!times->is_up && !times->is_wished))
    return -1;

  return CLAMP (at - now, 0, MAX ((gint64) times->every, 24 * 60 * 60));
}
