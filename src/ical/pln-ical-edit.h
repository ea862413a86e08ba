/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-merge.h"
#include "pln-ical-series.h"

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

void          pln_ical_edits_instance  (PlnIcalEdits        *edits,
                                        const char          *id);
void          pln_ical_edits_move_all  (PlnIcalEdits        *edits,
                                        const char          *id,
                                        const PlnIcalPlace  *place);
void          pln_ical_edits_take_out  (PlnIcalEdits        *edits,
                                        const char          *id);

GBytes       *pln_ical_edits_apply     (const PlnIcalEdits  *edits,
                                        GBytes              *text,
                                        GError             **error);

GBytes       *pln_ical_object_new      (const char          *component,
                                        const char          *uid,
                                        gint64               now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalEdits, pln_ical_edits_free)

G_END_DECLS
