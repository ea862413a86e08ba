/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLN_CORE_TIMES_NEVER G_MAXINT64

/**
 * PlnCoreTimes:
 * @every: how many seconds lie between two syncs by the clock; 0: none
 * @is_up: whether there is a network
 * @is_running: whether a sync is under way
 * @due: when the next one is due, in seconds since 1970
 * @not_before: when one may begin by itself at the earliest; what the user
 *   wishes does not wait for that
 * @is_wished: whether the user wished for it
 *
 * When to sync. Plain data and pure functions: whoever has it asks after each
 * event how long to wait.
 */
typedef struct
{
  guint     every;
  gboolean  is_up;
  gboolean  is_running;
  gint64    due;
  gint64    not_before;
  gboolean  is_wished;
} PlnCoreTimes;

/**
 * PlnCoreEvent:
 * @PLN_CORE_EVENT_STARTED: the library was opened
 * @PLN_CORE_EVENT_EDITED: something was changed here
 * @PLN_CORE_EVENT_FOCUSED: the user came back to the window
 * @PLN_CORE_EVENT_CONNECTED: there is a network again
 * @PLN_CORE_EVENT_CUT_OFF: there is none any more
 * @PLN_CORE_EVENT_WISHED: the user wants it now
 * @PLN_CORE_EVENT_BEGUN: a sync has begun
 * @PLN_CORE_EVENT_ENDED: a sync is over
 *
 * What can make a sync due.
 */
typedef enum
{
  PLN_CORE_EVENT_STARTED,
  PLN_CORE_EVENT_EDITED,
  PLN_CORE_EVENT_FOCUSED,
  PLN_CORE_EVENT_CONNECTED,
  PLN_CORE_EVENT_CUT_OFF,
  PLN_CORE_EVENT_WISHED,
  PLN_CORE_EVENT_BEGUN,
  PLN_CORE_EVENT_ENDED,
} PlnCoreEvent;

void   pln_core_times_begin (PlnCoreTimes       *times,
                             guint               minutes);
void   pln_core_times_take  (PlnCoreTimes       *times,
                             PlnCoreEvent        event,
                             gint64              now);
gint64 pln_core_times_wait  (const PlnCoreTimes *times,
                             gint64              now);

G_END_DECLS
