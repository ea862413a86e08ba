/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

typedef struct _PlnIcalEdits PlnIcalEdits;

PlnIcalEdits *pln_ical_edits_new       (const char          *component);
PlnIcalEdits *pln_ical_edits_copy      (const PlnIcalEdits  *edits);
void          pln_ical_edits_free      (PlnIcalEdits        *edits);
gboolean      pln_ical_edits_is_empty  (const PlnIcalEdits  *edits);

void          pln_ical_edits_set       (PlnIcalEdits        *edits,
                                        PlnIcalLine         *line);
void          pln_ical_edits_unset     (PlnIcalEdits        *edits,
                                        const char          *name);
void          pln_ical_edits_put       (PlnIcalEdits        *edits,
                                        const char          *key,
                                        PlnIcalLine         *line);
void          pln_ical_edits_drop      (PlnIcalEdits        *edits,
                                        const char          *name,
                                        const char          *key);
void          pln_ical_edits_parameter (PlnIcalEdits        *edits,
                                        const char          *name,
                                        const char          *key,
                                        const char          *parameter,
                                        const char          *value);
void          pln_ical_edits_zone      (PlnIcalEdits        *edits,
                                        const char          *tzid,
                                        const char          *vtimezone);
void          pln_ical_edits_stamp     (PlnIcalEdits        *edits,
                                        gint64               now,
                                        gboolean             bump);

GBytes       *pln_ical_edits_apply     (const PlnIcalEdits  *edits,
                                        GBytes              *text,
                                        GError             **error);

GBytes       *pln_ical_object_new      (const char          *component,
                                        const char          *uid,
                                        gint64               now);

/**
 * PlnIcalMergeFlags:
 * @PLN_ICAL_MERGE_UNDO: local takes back an own change: nothing that arrived
 *   in between (answers above all) is taken back with it
 */
typedef enum
{
  PLN_ICAL_MERGE_NONE = 0,
  PLN_ICAL_MERGE_UNDO = 1 << 0,
} PlnIcalMergeFlags;

/* Takes the changes from base to local to the text of remote, property by
 * property, guest by guest, by the merge table; what both changed differently
 * keeps remote and is named in conflicts (element-type utf8: property names). */
GBytes       *pln_ical_merge           (GBytes             *base,
                                        GBytes             *local,
                                        GBytes             *remote,
                                        PlnIcalMergeFlags   flags,
                                        GPtrArray          *conflicts,
                                        GError            **error);
/* By meaning: unfolded, names upper case, parameters as a set, quotes and
 * escapes removed, dates and addresses normalised. */
gboolean      pln_ical_same_meaning    (GBytes             *a,
                                        GBytes             *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalEdits, pln_ical_edits_free)

G_END_DECLS
