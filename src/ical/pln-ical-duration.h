/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnIcalLength:
 * @days: of the calendar, however long these are
 * @seconds: exact, behind the days
 *
 * How long something takes.
 */
typedef struct
{
  int    days;
  gint64 seconds;
} PlnIcalLength;

gboolean pln_ical_duration_parse (const char    *text,
                                  gsize          size,
                                  PlnIcalLength *length);

G_END_DECLS
