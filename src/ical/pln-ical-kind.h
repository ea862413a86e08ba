/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnIcalKind:
 * @PLN_ICAL_KIND_EVENT: any other VEVENT
 * @PLN_ICAL_KIND_GATHERING: a conference or a meet-up
 * @PLN_ICAL_KIND_SESSION: an item of its programme
 * @PLN_ICAL_KIND_ROUND: one sitting of a breakout
 * @PLN_ICAL_KIND_GROUP: the people who sit together in one round
 * @PLN_ICAL_KIND_NOTE: what was said
 * @PLN_ICAL_KIND_PEOPLE: the guests of a gathering, for its organisers
 * @PLN_ICAL_KIND_PRESENCE: who came and went, as one computer saw it
 * @PLN_ICAL_KIND_ACTION: any VTODO
 * @PLN_ICAL_KIND_JOURNAL: any other VJOURNAL
 *
 * What an object is to Plenary: X-PLENARY-KIND, or what follows from its
 * component and parent where that was lost.
 */
typedef enum
{
  PLN_ICAL_KIND_EVENT,
  PLN_ICAL_KIND_GATHERING,
  PLN_ICAL_KIND_SESSION,
  PLN_ICAL_KIND_ROUND,
  PLN_ICAL_KIND_GROUP,
  PLN_ICAL_KIND_NOTE,
  PLN_ICAL_KIND_PEOPLE,
  PLN_ICAL_KIND_PRESENCE,
  PLN_ICAL_KIND_ACTION,
  PLN_ICAL_KIND_JOURNAL,
} PlnIcalKind;

const char  *pln_ical_kind_store          (PlnIcalKind  kind);
const char  *pln_ical_kind_get_nick       (PlnIcalKind  kind);
PlnIcalKind  pln_ical_kind_parse          (const char  *stored,
                                           const char  *component);
PlnIcalKind  pln_ical_kind_from_parent    (PlnIcalKind  kind,
                                           const char  *uid,
                                           PlnIcalKind  parent);
gboolean     pln_ical_kind_is_for_all     (PlnIcalKind  kind);

G_END_DECLS
