/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

G_BEGIN_DECLS

#define PLN_TYPE_EVENT (pln_event_get_type ())
G_DECLARE_FINAL_TYPE (PlnEvent, pln_event, PLN, EVENT, GObject)

PlnEvent   *pln_event_new              (const char    *uid);
PlnEvent   *pln_event_new_from         (PlnOccurrence *occurrence);
PlnEvent   *pln_event_copy             (PlnEvent      *self) G_GNUC_WARN_UNUSED_RESULT;
PlnEvent   *pln_event_copy_as          (PlnEvent      *self,
                                        const char    *uid) G_GNUC_WARN_UNUSED_RESULT;

const char *pln_event_get_uid          (PlnEvent      *self);
const char *pln_event_get_instance     (PlnEvent      *self);
void        pln_event_set_instance     (PlnEvent      *self,
                                        const char    *instance);
const char *pln_event_get_calendar     (PlnEvent      *self);
void        pln_event_set_calendar     (PlnEvent      *self,
                                        const char    *calendar);
const char *pln_event_get_title        (PlnEvent      *self);
void        pln_event_set_title        (PlnEvent      *self,
                                        const char    *title);
const char *pln_event_get_place        (PlnEvent      *self);
void        pln_event_set_place        (PlnEvent      *self,
                                        const char    *place);
const char *pln_event_get_description  (PlnEvent      *self);
void        pln_event_set_description  (PlnEvent      *self,
                                        const char    *description);
const char *pln_event_get_zone         (PlnEvent      *self);
GDateTime  *pln_event_get_start        (PlnEvent      *self);
GDateTime  *pln_event_get_end          (PlnEvent      *self);
gboolean    pln_event_get_all_day      (PlnEvent      *self);
void        pln_event_set_times        (PlnEvent      *self,
                                        GDateTime     *start,
                                        GDateTime     *end,
                                        const char    *zone,
                                        gboolean       all_day);
gboolean    pln_event_get_is_recurring (PlnEvent      *self);
void        pln_event_set_is_recurring (PlnEvent      *self,
                                        gboolean       is_recurring);
const char *pln_event_get_repeats      (PlnEvent      *self);
void        pln_event_set_repeats      (PlnEvent      *self,
                                        const char    *repeats);
const char *pln_event_get_doubt        (PlnEvent      *self);
void        pln_event_set_doubt        (PlnEvent      *self,
                                        const char    *doubt);

G_END_DECLS
