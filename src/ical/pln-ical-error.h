/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnIcalError:
 * @PLN_ICAL_ERROR_NOT_CALENDAR: the text is no calendar at all
 * @PLN_ICAL_ERROR_BROKEN: one object of it breaks the rules
 * @PLN_ICAL_ERROR_LIMIT: it is larger, deeper or longer than what is taken in
 * @PLN_ICAL_ERROR_REFUSED: what was to be written must not be written
 *
 * What can be wrong with iCalendar text.
 */
typedef enum
{
  PLN_ICAL_ERROR_NOT_CALENDAR,
  PLN_ICAL_ERROR_BROKEN,
  PLN_ICAL_ERROR_LIMIT,
  PLN_ICAL_ERROR_REFUSED,
} PlnIcalError;

#define PLN_ICAL_ERROR (pln_ical_error_quark ())
GQuark pln_ical_error_quark (void);

#define PLN_ICAL_MAX_BYTES      (100 * 1000 * 1000)
#define PLN_ICAL_MAX_LINE       (1000 * 1000)
#define PLN_ICAL_MAX_NESTING    32
#define PLN_ICAL_MAX_PARAMETERS 100

G_END_DECLS
