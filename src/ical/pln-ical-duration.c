/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-duration.h"

#define LONGEST 100000000 /* of each number, so that sums stay far from overflow */

/**
 * pln_ical_duration_parse:
 * @text: (array length=size): a DURATION (RFC 5545, 3.3.6), such as P1DT2H30M
 * @size: the size of @text, in bytes
 * @length: (out): how long it is; weeks and days are of the calendar
 *
 * Returns: %FALSE if it is none, or negative, which nothing can take
 */
gboolean
pln_ical_duration_parse (const char    *text,
                         gsize          size,
                         PlnIcalLength *length)
{
  const char *end = text + size;
  gint64 days = 0;

  *length = (PlnIcalLength) { 0, 0 };
  if (text < end && *text == '+')
    text++;
  if (end - text < 2 || *text++ != 'P')
    return FALSE;

  while (text < end)
    {
      gint64 number = 0;

      if (*text == 'T')
        text++;
      if (text >= end || !g_ascii_isdigit (*text))
        return FALSE;
      for (; text < end && g_ascii_isdigit (*text); text++)
        number = MIN (number * 10 + (*text - '0'), LONGEST);
      if (text >= end)
        return FALSE;
      switch (*text++)
        {
        case 'W': days += number * 7; break;
        case 'D': days += number; break;
        case 'H': length->seconds += number * 3600; break;
        case 'M': length->seconds += number * 60; break;
        case 'S': length->seconds += number; break;
        default: return FALSE;
        }
      days = MIN (days, LONGEST);
      length->seconds = MIN (length->seconds, (gint64) LONGEST * 86400);
    }
  length->days = (int) days;

  return TRUE;
}
