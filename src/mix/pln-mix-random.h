/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMixRandom:
 *
 * Numbers by chance that are the same for the same seed on every machine:
 * Sebastiano Vigna's splitmix64. One multiplication more than most, and every
 * seed is good.
 */
typedef struct
{
  guint64 state;
} PlnMixRandom;

static inline guint64
pln_mix_random_next (PlnMixRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/* 0 to @n - 1 by 32 bits of chance. Multiplied, not divided: the tiny favour
 * of some numbers does no harm here. */
static inline guint
pln_mix_random_part (guint64 bits,
                     guint   n)
{
  return (guint) ((bits * n) >> 32);
}

static inline guint
pln_mix_random_below (PlnMixRandom *random,
                      guint         n)
{
  return pln_mix_random_part (pln_mix_random_next (random) >> 32, n);
}

static inline void
pln_mix_random_shuffle (PlnMixRandom *random,
                        guint        *values,
                        guint         n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = pln_mix_random_below (random, i);
      guint value = values[i - 1];

      values[i - 1] = values[j];
      values[j] = value;
    }
}

G_END_DECLS
