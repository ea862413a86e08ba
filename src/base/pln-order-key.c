/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-order-key.h"

#include <string.h>

/* A key is a number: a head, which says how many digits stand before the
 * point, those digits, and what comes after the point. `a` to `z` have 1 to 26
 * digits and are not below zero, `Z` to `A` have 1 to 26 and are. So keys are in
 * order as bytes are, and who only adds at an end needs log (n) letters. What is
 * after the point never ends with 0, or there would be no key before it. */
static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

#define N_DIGITS 36
#define FIRST 'a'

static int
value_of (char digit)
{
  return g_ascii_isdigit (digit) ? digit - '0' : digit - 'a' + 10;
}

/* How long the part before the point is, with its head; 0 if that is no head. */
static gsize
whole_length (char head)
{
  if (head >= 'a' && head <= 'z')
    return (gsize) (head - 'a') + 2;
  if (head >= 'A' && head <= 'Z')
    return (gsize) ('Z' - head) + 2;

  return 0;
}

/**
 * pln_order_key_is_valid:
 * @key: (nullable): a text from a file
 *
 * Returns: %TRUE if [func@order_key_between] could have made it
 */
gboolean
pln_order_key_is_valid (const char *key)
{
  gsize length = key != NULL ? strlen (key) : 0;
  gsize whole = length > 0 ? whole_length (*key) : 0;

  return whole > 0
         && length >= whole
         && length <= PLN_ORDER_KEY_MAX
         && strspn (key + 1, digits) == length - 1
         && (length == whole || key[length - 1] != '0');
}

/* The next whole number, or NULL after the last. */
static char *
increment (const char *key,
           gsize       whole)
{
  g_autofree char *next = g_strndup (key, whole);

  for (gsize i = whole - 1; i > 0; i--)
    {
      if (next[i] != 'z')
        {
          next[i] = digits[value_of (next[i]) + 1];
          return g_steal_pointer (&next);
        }
      next[i] = '0';
    }

  if (*next == 'z')
    return NULL;
  if (*next == 'Z')
    return g_strdup ("a0");
  if (*next > 'Z')
    return g_strdup_printf ("%c%s0", *next + 1, next + 1);
  next[whole - 1] = '\0'; /* one digit less */
  *next += 1;

  return g_steal_pointer (&next);
}

/* The whole number before, or NULL before the first. */
static char *
decrement (const char *key,
           gsize       whole)
{
  g_autofree char *previous = g_strndup (key, whole);

  for (gsize i = whole - 1; i > 0; i--)
    {
      if (previous[i] != '0')
        {
          previous[i] = digits[value_of (previous[i]) - 1];
          return g_steal_pointer (&previous);
        }
      previous[i] = 'z';
    }

  if (*previous == 'A')
    return NULL;
  if (*previous == 'a')
    return g_strdup ("Zz");
  if (*previous <= 'Z')
    return g_strdup_printf ("%c%sz", *previous - 1, previous + 1);
  previous[whole - 1] = '\0';
  *previous -= 1;

  return g_steal_pointer (&previous);
}

/* Appends what lies between two fractions; @after NULL: 1. */
static void
append_middle (GString    *key,
               const char *before,
               const char *after)
{
  for (;;)
    {
      int low = *before != '\0' ? value_of (*before) : 0;
      int high = after != NULL ? value_of (*after) : N_DIGITS;

      if (high - low > 1)
        {
          g_string_append_c (key, digits[(low + high) / 2]);
          return;
        }

      g_string_append_c (key, digits[low]);
      if (*before != '\0')
        before++;
      if (high == low)
        after++;
      else
        after = NULL; /* anything that follows is below it */
    }
}

/**
 * pln_order_key_between:
 * @before: (nullable): a valid key; %NULL: none
 * @after: (nullable): a valid key that is greater, as strcmp() has it; %NULL: none
 *
 * Makes a key for something that stands between two others, so that two
 * computers can put lines into one list without renumbering it. Keys that are
 * added at an end grow by a letter only when there are 36 times as many.
 *
 * Returns: (transfer full) (nullable): the key; %NULL if there is no room left
 *   for one of at most %PLN_ORDER_KEY_MAX letters, or @after is not greater
 */
char *
pln_order_key_between (const char *before,
                       const char *after)
{
  gsize whole_before;
  gsize whole_after;
  g_autofree char *next = NULL;
  GString *key;

  g_return_val_if_fail (before == NULL || pln_order_key_is_valid (before), NULL);
  g_return_val_if_fail (after == NULL || pln_order_key_is_valid (after), NULL);

  if (before == NULL && after == NULL)
    return g_strdup_printf ("%c0", FIRST);
  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    return NULL;

  whole_before = before != NULL ? whole_length (*before) : 0;
  whole_after = after != NULL ? whole_length (*after) : 0;
  if (before == NULL)
    {
      if (after[whole_after] != '\0')
        return g_strndup (after, whole_after);
      return decrement (after, whole_after);
    }

  next = increment (before, whole_before);
  if (next != NULL && (after == NULL || strcmp (next, after) < 0))
    return g_steal_pointer (&next);

  key = g_string_new_len (before, (gssize) whole_before);
  if (after != NULL && strncmp (before, after, whole_before) != 0)
    after = NULL; /* another whole number: all that follows before is below it */
  append_middle (key, before + whole_before, after != NULL ? after + whole_after : NULL);
  if (key->len > PLN_ORDER_KEY_MAX)
    return g_string_free (key, TRUE);

  return g_string_free (key, FALSE);
}

static void
put (GPtrArray  *keys,
     guint       at,
     const char *key)
{
  g_free (keys->pdata[at]);
  keys->pdata[at] = g_strdup (key);
}

/* The keys from @first on, @n of them, between two: half of them before the one
 * in the middle, so that they stay short. Whether there was room. */
static gboolean
fill_gap (GPtrArray  *keys,
          guint       first,
          guint       n,
          const char *before,
          const char *after)
{
  guint middle = after == NULL ? 0 : before == NULL ? n - 1 : n / 2;
  g_autofree char *key = NULL;

  if (n == 0)
    return TRUE;

  key = pln_order_key_between (before, after);
  if (key == NULL)
    return FALSE;
  put (keys, first + middle, key);

  return fill_gap (keys, first, middle, before, key)
         && fill_gap (keys, first + middle + 1, n - middle - 1, key, after);
}

/* What stands out of order, or is no key, gets another. */
static void
forget_disorder (GPtrArray *keys)
{
  const char *last = NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (pln_order_key_is_valid (key) && (last == NULL || strcmp (last, key) < 0))
        last = key;
      else
        put (keys, i, NULL);
    }
}

/**
 * pln_order_keys_fill:
 * @keys: (element-type utf8): keys in the order of what they stand for; %NULL
 *   for what has none yet. Owns them
 *
 * Gives a key to everything that has none, or one that does not fit into the
 * order. The others keep theirs.
 */
void
pln_order_keys_fill (GPtrArray *keys)
{
  forget_disorder (keys);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *before = i > 0 ? g_ptr_array_index (keys, i - 1) : NULL;
      guint n = 0;

      while (i + n < keys->len && g_ptr_array_index (keys, i + n) == NULL)
        n++;
      while (!fill_gap (keys, i, n, before, i + n < keys->len ? g_ptr_array_index (keys, i + n) : NULL))
        {
          if (i + n == keys->len)
            {
              /* No room after the last one either: all anew. */
              for (guint j = 0; j < keys->len; j++)
                put (keys, j, NULL);
              before = NULL;
              i = 0;
              n = keys->len;
              continue;
            }
          n++; /* the one that follows gives up its place */
        }
      i += n;
    }
}
