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

/**
 * PlnCoreImport:
 * @files: (element-type GFile): what is imported
 * @as: what events shall become
 * @own: whether the files are copies of an own library
 * @zone: (nullable): that of a schedule that names none
 * @calendar: (nullable): where new things go
 * @preview: whether nothing is to be written
 * @offers: (element-type PlnIcsOffer): what the calendars hold
 * @schedules: (element-type PlnCoreSchedule): what the schedules hold
 * @n_known: so many schedules have their origins
 * @here: (element-type utf8 GBytes): what is in the library, by UID
 * @fates: (element-type PlnImportFate): one for each offer
 * @texts: (element-type GBytes): what shall be written of each; %NULL for nothing
 * @items: (element-type PlnImportItem): what the user sees
 * @counts: how many there are of each sort
 *
 * An import on its way from files to objects. The workers get and give it
 * while nobody else looks at it.
 */
typedef struct
{
  GPtrArray       *files;
  PlnImportAs      as;
  gboolean         own;
  char            *zone;
  char            *calendar;
  gboolean         preview;

  GPtrArray       *offers;
  GPtrArray       *schedules;
  guint            n_known;
  GHashTable      *here;
  GArray          *fates;
  GPtrArray       *texts;

  GListStore      *items;
  PlnImportCounts  counts;
} PlnCoreImport;

gboolean         pln_core_import_read      (PlnCoreImport    *import,
                                            GCancellable     *cancellable,
                                            GError          **error);

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
