/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnHolds:
 * @PLN_HOLDS_EVENTS: gatherings, sessions and events
 * @PLN_HOLDS_ACTIONS: actions
 * @PLN_HOLDS_NOTES: notes, people and presence
 *
 * What a calendar on a server takes.
 */
typedef enum
{
  PLN_HOLDS_EVENTS  = 1 << 0,
  PLN_HOLDS_ACTIONS = 1 << 1,
  PLN_HOLDS_NOTES   = 1 << 2,
} PlnHolds;

#define PLN_HOLDS_ALL (PLN_HOLDS_EVENTS | PLN_HOLDS_NOTES | PLN_HOLDS_ACTIONS)

#define PLN_TYPE_REMOTE_CALENDAR (pln_remote_calendar_get_type ())
G_DECLARE_FINAL_TYPE (PlnRemoteCalendar, pln_remote_calendar, PLN, REMOTE_CALENDAR, GObject)

PlnRemoteCalendar *pln_remote_calendar_new           (const char        *url,
                                                      const char        *title,
                                                      const char        *colour,
                                                      PlnHolds           holds,
                                                      gboolean           may_write);
const char        *pln_remote_calendar_get_url       (PlnRemoteCalendar *self);
const char        *pln_remote_calendar_get_title     (PlnRemoteCalendar *self);
const char        *pln_remote_calendar_get_colour    (PlnRemoteCalendar *self);
PlnHolds           pln_remote_calendar_get_holds     (PlnRemoteCalendar *self);
gboolean           pln_remote_calendar_get_may_write (PlnRemoteCalendar *self);
int                pln_remote_calendar_get_size      (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_size      (PlnRemoteCalendar *self,
                                                      int                size);
gboolean           pln_remote_calendar_get_schedules (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_schedules (PlnRemoteCalendar *self,
                                                      gboolean           schedules);
const char        *pln_remote_calendar_get_calendar  (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_calendar  (PlnRemoteCalendar *self,
                                                      const char        *calendar);
gboolean           pln_remote_calendar_get_chosen    (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_chosen    (PlnRemoteCalendar *self,
                                                      gboolean           chosen);
gboolean           pln_remote_calendar_get_gone      (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_gone      (PlnRemoteCalendar *self,
                                                      gboolean           gone);
const char        *pln_remote_calendar_get_dropped   (PlnRemoteCalendar *self);
void               pln_remote_calendar_set_dropped   (PlnRemoteCalendar *self,
                                                      const char        *dropped);

G_END_DECLS
