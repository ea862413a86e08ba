/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-change.h"
#include "pln-core-import.h"
#include "pln-schedule-update.h"

G_BEGIN_DECLS

/**
 * PlnCoreSchedule:
 * @schedule: what one file holds
 * @uids: (array zero-terminated=1): those it has where it is new
 * @gathering: (nullable): the UID of its gathering, once that is known
 * @origins: (nullable): what is here of earlier versions, by id
 * @fates: (nullable) (element-type PlnScheduleFate): what becomes of it
 *
 * A schedule on its way into the library.
 */
typedef struct
{
  PlnSchedule  *schedule;
  char        **uids;
  char         *gathering;
  GHashTable   *origins;
  GPtrArray    *fates;
} PlnCoreSchedule;

PlnCoreSchedule *pln_core_schedule_read    (GBytes           *bytes,
                                            const char       *name,
                                            const char       *zone,
                                            GError          **error);
void             pln_core_schedule_free    (PlnCoreSchedule  *self);
void             pln_core_schedule_compare (PlnCoreSchedule  *self,
                                            GHashTable       *here);
void             pln_core_schedule_count   (PlnCoreSchedule  *self,
                                            PlnImportCounts  *counts);
void             pln_core_schedule_list    (PlnCoreSchedule  *self,
                                            GPtrArray        *items);
void             pln_core_schedule_write   (PlnCoreSchedule  *self,
                                            const char       *calendar,
                                            PlnChange        *change);

G_END_DECLS
