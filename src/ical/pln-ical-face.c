/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-face.h"

#define DAY (24 * 60 * 60)

/**
 * pln_ical_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
pln_ical_days_in_month (int year,
                        int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* Days since 1 January 1970, in the Gregorian calendar of all times. The year
 * is taken to begin in March, so that the leap day is its last. */
static gint64
day_number (int year,
            int month,
            int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = y / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * pln_ical_face_to_number:
 * @face: a face
 *
 * Returns: its seconds since 1970-01-01 00:00 on the same clock; the difference
 *   of two is that of the faces
 */
gint64
pln_ical_face_to_number (const PlnIcalFace *face)
{
  return day_number (face->year, face->month, face->day) * DAY + face->seconds;
}

/**
 * pln_ical_face_day:
 * @number: what [func@ical_face_to_number] gives
 *
 * Returns: the days since 1970-01-01 on the same clock
 */
gint64
pln_ical_face_day (gint64 number)
{
  return number >= 0 ? number / DAY : -((DAY - 1 - number) / DAY);
}

/**
 * pln_ical_face_from_number:
 * @face: (out): a face
 * @number: what [func@ical_face_to_number] gives for it
 */
void
pln_ical_face_from_number (PlnIcalFace *face,
                           gint64       number)
{
  gint64 days = pln_ical_face_day (number);
  gint64 shifted = days + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month = (5 * day_of_year + 2) / 153; /* from March */

  face->day = (int) (day_of_year - (153 * month + 2) / 5 + 1);
  face->month = (int) (month < 10 ? month + 3 : month - 9);
  face->year = (int) (year_of_era + era * 400 + (face->month <= 2 ? 1 : 0));
  face->seconds = (int) (number - days * DAY);
}

/**
 * pln_ical_face_weekday:
 * @face: a face
 *
 * Returns: 0 for Sunday to 6 for Saturday
 */
int
pln_ical_face_weekday (const PlnIcalFace *face)
{
  gint64 days = day_number (face->year, face->month, face->day);

  return (int) (((days + 4) % 7 + 7) % 7); /* 1 January 1970 was a Thursday */
}

static gboolean
digits (const char *text,
        guint       n,
        int        *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

static gboolean
parse_clock (PlnIcalFace *face,
             const char  *text)
{
  int hour, minute, second;

  if (text[0] != 'T' || !digits (text + 1, 2, &hour) || !digits (text + 3, 2, &minute)
      || !digits (text + 5, 2, &second) || hour > 23 || minute > 59 || second > 60)
    return FALSE;

  face->seconds = hour * 3600 + minute * 60 + MIN (second, 59); /* a leap second is none to us */

  return TRUE;
}

/**
 * pln_ical_face_parse:
 * @face: (out): the face
 * @text: (array length=length): a DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5)
 * @length: the size of @text, in bytes
 * @is_date: (out): whether it has no time
 * @is_utc: (out): whether it ends in Z
 *
 * Returns: %TRUE if @text is one
 */
gboolean
pln_ical_face_parse (PlnIcalFace *face,
                     const char  *text,
                     gsize        length,
                     gboolean    *is_date,
                     gboolean    *is_utc)
{
  *face = (PlnIcalFace) { 0 };
  *is_date = length == 8;
  *is_utc = length == 16 && text[15] == 'Z';

  if (length != 8 && length != 15 && !*is_utc)
    return FALSE;
  if (!digits (text, 4, &face->year) || !digits (text + 4, 2, &face->month) || !digits (text + 6, 2, &face->day))
    return FALSE;
  if (face->year < 1 || face->month < 1 || face->month > 12
      || face->day < 1 || face->day > pln_ical_days_in_month (face->year, face->month))
    return FALSE;

  return *is_date || parse_clock (face, text + 8);
}

static void
write_number (char *text,
              guint digits,
              int   number)
{
  for (guint i = digits; i > 0; i--, number /= 10)
    text[i - 1] = (char) ('0' + number % 10);
}

/**
 * pln_ical_face_write:
 * @text: (out) (array fixed-size=17): where it is written, ended by NUL
 * @number: what [func@ical_face_to_number] gives
 * @is_date: whether to write a DATE, else a DATE-TIME
 * @is_utc: whether a DATE-TIME is to end in Z
 *
 * Writes a face as [func@ical_face_parse] reads it.
 */
void
pln_ical_face_write (char     *text,
                     gint64    number,
                     gboolean  is_date,
                     gboolean  is_utc)
{
  PlnIcalFace face;

  pln_ical_face_from_number (&face, number);
  write_number (text, 4, face.year);
  write_number (text + 4, 2, face.month);
  write_number (text + 6, 2, face.day);
  text[8] = is_date ? '\0' : 'T';
  if (is_date)
    return;
  write_number (text + 9, 2, face.seconds / 3600);
  write_number (text + 11, 2, face.seconds / 60 % 60);
  write_number (text + 13, 2, face.seconds % 60);
  text[15] = is_utc ? 'Z' : '\0';
  text[16] = '\0';
}
