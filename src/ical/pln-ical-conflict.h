/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-merge.h"

G_BEGIN_DECLS

/**
 * PlnIcalConflict:
 * @instance: (nullable): the value of its component's RECURRENCE-ID
 * @name: of the property; `DTSTART` for all that makes the times
 * @key: (nullable): by which the line is known among others of its name
 * @base: the lines as they were: unfolded, each with a line feed at its end
 * @mine: the lines that local made of them
 * @theirs: the lines that remote made of them
 *
 * What two versions changed to something else.
 */
typedef struct
{
  char *instance;
  char *name;
  char *key;
  char *base;
  char *mine;
  char *theirs;
} PlnIcalConflict;

void       pln_ical_conflict_free     (PlnIcalConflict          *conflict);
GPtrArray *pln_ical_conflicts_find    (GBytes                   *base,
                                       GBytes                   *local,
                                       GBytes                   *remote,
                                       const PlnIcalMergeHints  *hints) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *pln_ical_conflict_resolve  (const PlnIcalConflict    *conflict,
                                       GBytes                   *text,
                                       gboolean                  both,
                                       gint64                    now,
                                       GError                  **error);
char      *pln_ical_conflict_now      (const PlnIcalConflict    *conflict,
                                       GBytes                   *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean   pln_ical_conflict_may_both (const char               *name);
char      *pln_ical_conflict_say      (const char               *name,
                                       const char               *lines) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalConflict, pln_ical_conflict_free)

G_END_DECLS
