/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-countdown.h"

#include <glib/gi18n.h>

#define SOON   180 /* seconds */
#define MINUTE  60
#define BEGUN   30
#define RING   600 /* a wait that is longer than this fills the ring */

/**
 * pln_countdown_at:
 * @now: a moment, in seconds
 * @start: when a round begins
 * @end: when it ends; as @start, or before: it has no time
 *
 * Returns: what is to be said of the round now
 */
PlnCountdown
pln_countdown_at (gint64 now,
                  gint64 start,
                  gint64 end)
{
  PlnCountdown countdown = { PLN_COUNTDOWN_NONE, 0, 0 };

  if (end <= start)
    return countdown;

  if (now < start)
    {
      countdown.seconds = start - now;
      countdown.part = MIN (1, (double) countdown.seconds / RING);
      countdown.step = countdown.seconds > SOON ? PLN_COUNTDOWN_WAITING
                       : countdown.seconds > MINUTE ? PLN_COUNTDOWN_SOON : PLN_COUNTDOWN_MINUTE;
    }
  else if (now < end)
    {
      countdown.seconds = end - now;
      countdown.part = (double) countdown.seconds / (double) (end - start);
      countdown.step = now < start + BEGUN ? PLN_COUNTDOWN_BEGUN
                       : countdown.seconds > SOON ? PLN_COUNTDOWN_RUNNING
                       : countdown.seconds > MINUTE ? PLN_COUNTDOWN_ENDING : PLN_COUNTDOWN_LAST;
    }
  else
    countdown.step = PLN_COUNTDOWN_OVER;

  return countdown;
}

/**
 * pln_countdown_is_soon:
 * @step: a step
 *
 * Returns: whether it is time to move, but not yet the last minute
 */
gboolean
pln_countdown_is_soon (PlnCountdownStep step)
{
  return step == PLN_COUNTDOWN_SOON || step == PLN_COUNTDOWN_ENDING;
}

/**
 * pln_countdown_is_last:
 * @step: a step
 *
 * Returns: whether it is the last minute
 */
gboolean
pln_countdown_is_last (PlnCountdownStep step)
{
  return step == PLN_COUNTDOWN_MINUTE || step == PLN_COUNTDOWN_LAST;
}

/**
 * pln_countdown_figures:
 * @seconds: how many are left
 *
 * Returns: (transfer full): “2:45”, “1:02:45”
 */
char *
pln_countdown_figures (gint64 seconds)
{
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60), rest = (int) (seconds % 60);

  return hours > 0 ? g_strdup_printf ("%d:%02d:%02d", hours, minutes, rest) : g_strdup_printf ("%d:%02d", minutes, rest);
}

/**
 * pln_countdown_words:
 * @step: a step
 * @name: of the round: “Round 2”
 *
 * Returns: (transfer full): what stands below the figures; it speaks to guests
 */
char *
pln_countdown_words (PlnCountdownStep  step,
                     const char       *name)
{
  switch (step)
    {
    case PLN_COUNTDOWN_WAITING:
      return g_strdup (_("until it begins"));
    case PLN_COUNTDOWN_SOON:
      return g_strdup (_("Please find your table"));
    case PLN_COUNTDOWN_MINUTE:
      return g_strdup (_("One minute"));
    case PLN_COUNTDOWN_BEGUN:
      return g_strdup_printf (_("%s has begun"), name);
    case PLN_COUNTDOWN_RUNNING:
      return g_strdup (_("until the end"));
    case PLN_COUNTDOWN_ENDING:
      return g_strdup (_("Please come to an end"));
    case PLN_COUNTDOWN_LAST:
      return g_strdup (_("Last minute"));
    case PLN_COUNTDOWN_OVER:
      return g_strdup_printf (_("%s is over"), name);
    case PLN_COUNTDOWN_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * pln_countdown_heading:
 * @step: a step
 * @name: of the round: “Round 2”
 *
 * Returns: (transfer full): “Round 2 begins soon”
 */
char *
pln_countdown_heading (PlnCountdownStep  step,
                       const char       *name)
{
  switch (step)
    {
    case PLN_COUNTDOWN_SOON:
    case PLN_COUNTDOWN_MINUTE:
      return g_strdup_printf (_("%s begins soon"), name);
    case PLN_COUNTDOWN_BEGUN:
      return g_strdup_printf (_("%s has begun"), name);
    case PLN_COUNTDOWN_ENDING:
    case PLN_COUNTDOWN_LAST:
      return g_strdup_printf (_("%s ends soon"), name);
    case PLN_COUNTDOWN_OVER:
      return g_strdup_printf (_("%s is over"), name);
    case PLN_COUNTDOWN_WAITING:
    case PLN_COUNTDOWN_RUNNING:
    case PLN_COUNTDOWN_NONE:
    default:
      return g_strdup (name);
    }
}

/**
 * pln_countdown_spoken:
 * @countdown: a countdown
 * @name: of the round
 *
 * Returns: (transfer full) (nullable): what a screen reader says at this second;
 *   %NULL at most of them: it speaks at five, two and one minutes, and when the
 *   round begins and ends
 */
char *
pln_countdown_spoken (const PlnCountdown *countdown,
                      const char         *name)
{
  gint64 minutes = countdown->seconds / 60;
  gboolean is_before = countdown->step <= PLN_COUNTDOWN_MINUTE;

  if (countdown->step == PLN_COUNTDOWN_BEGUN || countdown->step == PLN_COUNTDOWN_OVER)
    return pln_countdown_words (countdown->step, name);
  if (countdown->seconds % 60 != 0 || (minutes != 5 && minutes != 2 && minutes != 1))
    return NULL;

  return g_strdup_printf (is_before ? ngettext ("%s begins in %d minute", "%s begins in %d minutes", (gulong) minutes)
                                    : ngettext ("%s ends in %d minute", "%s ends in %d minutes", (gulong) minutes),
                          name, (int) minutes);
}
