/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"

#include <time.h>

static gint64 fixed = G_MININT64; /* set in tests, and by PLENARY_NOW */

static gpointer
read_environment (gpointer unused)
{
  const char *now = g_getenv ("PLENARY_NOW");
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = now != NULL ? g_date_time_new_from_iso8601 (now, utc) : NULL;

  if (time != NULL && fixed == G_MININT64)
    fixed = g_date_time_to_unix (time);

  return NULL;
}

/**
 * pln_clock_set:
 * @seconds: seconds since 1970, UTC
 *
 * Stops the clock of this program at a moment. For tests; the environment
 * variable `PLENARY_NOW` (RFC 3339) does the same from outside.
 */
void
pln_clock_set (gint64 seconds)
{
  fixed = seconds;
}

/**
 * pln_clock_now:
 *
 * The one place that the time comes from. May be called from any thread.
 *
 * Returns: seconds since 1970, UTC
 */
gint64
pln_clock_now (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, read_environment, NULL);

  return fixed != G_MININT64 ? fixed : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * pln_clock_now_utc:
 *
 * Returns: (transfer full): the present moment, in UTC
 */
GDateTime *
pln_clock_now_utc (void)
{
  return g_date_time_new_from_unix_utc (pln_clock_now ());
}

/**
 * pln_clock_now_here:
 *
 * Returns: (transfer full): the present moment, in the zone of this computer
 */
GDateTime *
pln_clock_now_here (void)
{
  return g_date_time_new_from_unix_local (pln_clock_now ());
}

/**
 * pln_clock_since:
 * @seconds: a time that the file system gave, in seconds since 1970, UTC
 *
 * Tells how old a file is. Files are stamped by the computer's clock, so this
 * asks that one, also when the clock of the program was stopped.
 *
 * Returns: seconds
 */
gint64
pln_clock_since (gint64 seconds)
{
  return g_get_real_time () / G_USEC_PER_SEC - seconds;
}

/**
 * pln_clock_processor:
 *
 * What the calling thread has worked: time that others on the same computer
 * do not make longer.
 *
 * Returns: microseconds of processor time
 */
gint64
pln_clock_processor (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}
