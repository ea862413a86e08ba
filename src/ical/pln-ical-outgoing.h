/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"

G_BEGIN_DECLS

/**
 * PlnIcalOutgoing:
 *
 * A calendar that is made for others: it holds what they may see and nothing
 * else.
 */
typedef struct _PlnIcalOutgoing PlnIcalOutgoing;

PlnIcalOutgoing *pln_ical_outgoing_new       (const char      *method,
                                              gint64           now);
void             pln_ical_outgoing_free      (PlnIcalOutgoing *self);
void             pln_ical_outgoing_set_name  (PlnIcalOutgoing *self,
                                              const char      *name);
void             pln_ical_outgoing_add_to_calendar (PlnIcalOutgoing *self,
                                              PlnIcalLine     *line);
gboolean         pln_ical_outgoing_begin     (PlnIcalOutgoing *self,
                                              GBytes          *object,
                                              GError         **error);
PlnIcalRecord   *pln_ical_outgoing_get_record (PlnIcalOutgoing *self);
PlnIcalLine     *pln_ical_outgoing_get_line  (PlnIcalOutgoing *self,
                                              const char      *name);
void             pln_ical_outgoing_set_status (PlnIcalOutgoing *self,
                                              const char      *status);
void             pln_ical_outgoing_add       (PlnIcalOutgoing *self,
                                              PlnIcalLine     *line);
gboolean         pln_ical_outgoing_end       (PlnIcalOutgoing *self,
                                              GError         **error);
GBytes          *pln_ical_outgoing_finish    (PlnIcalOutgoing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalOutgoing, pln_ical_outgoing_free)

G_END_DECLS
