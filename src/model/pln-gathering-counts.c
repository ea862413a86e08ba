/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include <string.h>

/* What is shown: of the list once it is complete, before that of the index. */
const PlnCounts *
pln_gathering_get_counts (PlnGathering *self)
{
  return self->loaded || !self->is_indexed ? &self->counted : &self->indexed;
}

static guint
sum (const PlnCounts *counts)
{
  guint all = counts->waiting;

  for (guint i = 0; i < PLN_N_ANSWERS; i++)
    all += counts->answers[i];

  return all;
}

void
pln_gathering_notify_counts (PlnGathering    *self,
                             const PlnCounts *before)
{
  const PlnCounts *now = pln_gathering_get_counts (self);

  for (guint i = 0; i < PLN_N_ANSWERS; i++)
    if (now->answers[i] != before->answers[i])
      pln_gathering_notify (self, PROP_N_GOING + i);
  if (now->waiting != before->waiting)
    pln_gathering_notify (self, PROP_N_WAITING);
  if (now->told != before->told)
    pln_gathering_notify (self, PROP_N_TOLD);
  if (now->came != before->came)
    pln_gathering_notify (self, PROP_N_CAME);
  if (now->here != before->here)
    pln_gathering_notify (self, PROP_N_HERE);
  if (sum (now) != sum (before))
    pln_gathering_notify (self, PROP_N_ATTENDEES);
}

/**
 * pln_gathering_get_n_answers:
 * @self: a gathering
 * @answer: an answer
 *
 * Returns: how many attendees gave it, without those who wait
 */
guint
pln_gathering_get_n_answers (PlnGathering *self,
                             PlnAnswer     answer)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);
  g_return_val_if_fail (answer < PLN_N_ANSWERS, 0);

  return pln_gathering_get_counts (self)->answers[answer];
}

guint
pln_gathering_get_n_waiting (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return pln_gathering_get_counts (self)->waiting;
}

/**
 * pln_gathering_get_n_attendees:
 * @self: a gathering
 *
 * Returns: how many attendees there are, with those who wait
 */
guint
pln_gathering_get_n_attendees (PlnGathering *self)
{
  const PlnCounts *counts;
  guint n = 0;

  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  counts = pln_gathering_get_counts (self);
  for (guint i = 0; i < PLN_N_ANSWERS; i++)
    n += counts->answers[i];

  return n + counts->waiting;
}

guint
pln_gathering_get_n_told (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return pln_gathering_get_counts (self)->told;
}

guint
pln_gathering_get_n_came (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return pln_gathering_get_counts (self)->came;
}

/**
 * pln_gathering_get_n_here:
 * @self: a gathering
 *
 * Returns: how many are here; 0 as long as it is not loaded
 */
guint
pln_gathering_get_n_here (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), 0);

  return pln_gathering_get_counts (self)->here;
}

/**
 * pln_gathering_set_counts:
 * @self: a gathering
 * @answers: (array fixed-size=4): how many gave each answer, without those who wait
 * @waiting: how many wait
 * @told: how many were sent an invitation
 * @came: how many came, as far as it is known
 *
 * Sets what the index knows. Of a gathering that is loaded, the list decides.
 */
void
pln_gathering_set_counts (PlnGathering *self,
                          const guint   answers[PLN_N_ANSWERS],
                          guint         waiting,
                          guint         told,
                          guint         came)
{
  PlnCounts shown;

  g_return_if_fail (PLN_IS_GATHERING (self));

  shown = *pln_gathering_get_counts (self);
  memcpy (self->indexed.answers, answers, sizeof self->indexed.answers);
  self->indexed.waiting = waiting;
  self->indexed.told = told;
  self->indexed.came = came;
  self->is_indexed = TRUE;
  pln_gathering_notify_counts (self, &shown);
}
