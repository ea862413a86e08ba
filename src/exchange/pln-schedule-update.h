/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-import-item.h"
#include "pln-schedule.h"

G_BEGIN_DECLS

/**
 * PlnScheduleFate:
 * @uid: UID of the object
 * @kind: "gathering" or "session"
 * @start: (nullable): when it begins
 * @fate: what becomes of it
 * @is_gone: whether the schedule no longer has it
 * @has_conflict: whether something was changed here and there
 * @reason: (nullable): a sentence about it
 * @text: (nullable): what shall be written; %NULL if nothing
 * @base: (nullable): if something was changed here and there, what it was
 * @mine: (nullable): what it is here
 * @origin: (nullable): what it came from
 * @origin_id: (nullable): what @text calls that
 *
 * What becomes of one object of a schedule. Plain data.
 */
typedef struct
{
  char          *uid;
  const char    *kind;
  char          *title;
  GDateTime     *start;
  PlnImportFate  fate;
  gboolean       is_gone;
  gboolean       has_conflict;
  char          *reason;
  GBytes        *text;
  GBytes        *base;
  GBytes        *mine;
  GBytes        *origin;
  char          *origin_id;
} PlnScheduleFate;

void        pln_schedule_fate_free      (PlnScheduleFate   *fate);

char      **pln_schedule_uids           (const PlnSchedule *schedule);
char       *pln_schedule_find_gathering (const char *const *uids,
                                         GHashTable        *here) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *pln_schedule_compare        (const PlnSchedule *schedule,
                                         const char        *gathering,
                                         GHashTable        *here,
                                         GHashTable        *origins);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnScheduleFate, pln_schedule_fate_free)

G_END_DECLS
