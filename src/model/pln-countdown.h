/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnCountdownStep:
 * @PLN_COUNTDOWN_NONE: there is no time to count to
 * @PLN_COUNTDOWN_WAITING: it begins later
 * @PLN_COUNTDOWN_SOON: it begins within three minutes
 * @PLN_COUNTDOWN_MINUTE: it begins within one
 * @PLN_COUNTDOWN_BEGUN: it has just begun
 * @PLN_COUNTDOWN_RUNNING: it is on
 * @PLN_COUNTDOWN_ENDING: it ends within three minutes
 * @PLN_COUNTDOWN_LAST: it ends within one
 * @PLN_COUNTDOWN_OVER: it is over
 *
 * What is to be said of a round at a moment.
 */
typedef enum
{
  PLN_COUNTDOWN_NONE,
  PLN_COUNTDOWN_WAITING,
  PLN_COUNTDOWN_SOON,
  PLN_COUNTDOWN_MINUTE,
  PLN_COUNTDOWN_BEGUN,
  PLN_COUNTDOWN_RUNNING,
  PLN_COUNTDOWN_ENDING,
  PLN_COUNTDOWN_LAST,
  PLN_COUNTDOWN_OVER,
} PlnCountdownStep;

/**
 * PlnCountdown:
 * @step: what is to be said
 * @seconds: how many are left, to the begin or to the end
 * @part: which part of the time that is counted is left, for a ring
 */
typedef struct
{
  PlnCountdownStep step;
  gint64           seconds;
  double           part;
} PlnCountdown;

PlnCountdown  pln_countdown_at      (gint64              now,
                                     gint64              start,
                                     gint64              end);
gboolean      pln_countdown_is_soon (PlnCountdownStep    step);
gboolean      pln_countdown_is_last (PlnCountdownStep    step);
char         *pln_countdown_figures (gint64              seconds) G_GNUC_WARN_UNUSED_RESULT;
char         *pln_countdown_words   (PlnCountdownStep    step,
                                     const char         *name) G_GNUC_WARN_UNUSED_RESULT;
char         *pln_countdown_heading (PlnCountdownStep    step,
                                     const char         *name) G_GNUC_WARN_UNUSED_RESULT;
char         *pln_countdown_spoken  (const PlnCountdown *countdown,
                                     const char         *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
