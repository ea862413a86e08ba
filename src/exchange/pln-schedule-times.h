/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnScheduleMoment:
 * @seconds: since midnight; 0 if @has_clock is %FALSE
 * @offset: seconds east of Greenwich, if @has_offset
 *
 * What a date in a schedule says: a day, and maybe more.
 */
typedef struct
{
  int      year;
  int      month;
  int      day;
  int      seconds;
  int      offset;
  gboolean has_clock;
  gboolean has_offset;
} PlnScheduleMoment;

gboolean pln_schedule_parse_moment (const char        *text,
                                    PlnScheduleMoment *moment);
gboolean pln_schedule_parse_clock  (const char        *text,
                                    int               *seconds);
gboolean pln_schedule_parse_length (const char        *text,
                                    int               *seconds);

G_END_DECLS
