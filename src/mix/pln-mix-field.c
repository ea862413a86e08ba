/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-field.h"

/* An element of a field of p^k is a polynomial of degree below k over the
 * numbers modulo p, written as a number to the base p. */

#define MOST_DIGITS 8 /* 2^8 = PLN_MIX_FIELD_MOST */

typedef struct
{
  guint prime;
  guint degree;
  guint modulus[MOST_DIGITS]; /* x^degree is this, digits from the lowest */
} Kind;

/* Returns: whether @order is a power of a prime */
static gboolean
find_kind (guint order,
           Kind *kind)
{
  guint rest = order;

  kind->degree = 0;
  for (kind->prime = 2; order % kind->prime != 0;)
    kind->prime++;
  for (; rest % kind->prime == 0; rest /= kind->prime)
    kind->degree++;

  return rest == 1;
}

static guint
add (const Kind *kind,
     guint       a,
     guint       b,
     guint       times)
{
  guint result = 0;
  guint place = 1;

  for (guint i = 0; i < kind->degree; i++)
    {
      result += (a + times * b) % kind->prime * place;
      a /= kind->prime;
      b /= kind->prime;
      place *= kind->prime;
    }

  return result;
}

static guint
times_x (const Kind *kind,
         guint       a)
{
  guint highest = 1;
  guint top;
  guint modulus = 0;

  for (guint i = 1; i < kind->degree; i++)
    highest *= kind->prime;
  top = a / highest;
  for (guint i = kind->degree; i > 0; i--)
    modulus = modulus * kind->prime + kind->modulus[i - 1];

  return add (kind, a % highest * kind->prime, modulus, top);
}

static guint
multiply (const Kind *kind,
          guint       a,
          guint       b)
{
  guint result = 0;

  for (; b > 0; b /= kind->prime)
    {
      result = add (kind, result, a, b % kind->prime);
      a = times_x (kind, a);
    }

  return result;
}

/* Whether x runs through all but zero: then the modulus makes a field. */
static gboolean
is_primitive (const Kind *kind,
              guint       order)
{
  guint power = 1;

  for (guint i = 1; i < order; i++)
    {
      power = times_x (kind, power);
      if (power == 0 || (power == 1 && i < order - 1))
        return FALSE;
    }

  return power == 1;
}

static void
find_modulus (Kind  *kind,
              guint  order)
{
  for (guint code = 1; code < order; code++)
    {
      guint rest = code;

      for (guint i = 0; i < kind->degree; i++)
        {
          kind->modulus[i] = rest % kind->prime;
          rest /= kind->prime;
        }
      if (is_primitive (kind, order))
        return;
    }
  g_assert_not_reached (); /* every finite field has a primitive polynomial */
}

/**
 * pln_mix_field_new:
 * @order: 2 to %PLN_MIX_FIELD_MOST
 *
 * Returns: (transfer full): the tables; free with [func@mix_field_free]
 */
PlnMixField *
pln_mix_field_new (guint order)
{
  PlnMixField *self = g_new0 (PlnMixField, 1);
  Kind kind = { 0 };
  gboolean is_field;

  g_return_val_if_fail (order >= 2 && order <= PLN_MIX_FIELD_MOST, NULL);

  is_field = find_kind (order, &kind) && kind.degree > 1;
  if (is_field)
    find_modulus (&kind, order);

  self->order = order;
  self->sum = g_new (guint16, order * order);
  self->difference = g_new (guint16, order * order);
  self->product = g_new (guint16, order * order);
  for (guint a = 0; a < order; a++)
    for (guint b = 0; b < order; b++)
      {
        guint i = a * order + b;

        self->sum[i] = (guint16) (is_field ? add (&kind, a, b, 1) : (a + b) % order);
        self->difference[i] = (guint16) (is_field ? add (&kind, a, b, kind.prime - 1) : (a + order - b) % order);
        self->product[i] = (guint16) (is_field ? multiply (&kind, a, b) : a * b % order);
      }

  return self;
}

/**
 * pln_mix_field_free:
 * @self: (transfer full): tables
 *
 * Frees the tables.
 */
void
pln_mix_field_free (PlnMixField *self)
{
  g_free (self->sum);
  g_free (self->difference);
  g_free (self->product);
  g_free (self);
}
