/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-differences.h"

#include <string.h>

#define MOST_WORDS 600 /* longer texts are compared as a whole */

/* A word, or what stands between two words, character by character. */
static GArray *
split (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (PlnDifference));
  const char *c = text;

  while (*c != '\0')
    {
      PlnDifference part = { .start = (guint) (c - text) };
      gboolean is_word = g_unichar_isalnum (g_utf8_get_char (c));

      do
        c = g_utf8_next_char (c);
      while (is_word && *c != '\0' && g_unichar_isalnum (g_utf8_get_char (c)));
      part.end = (guint) (c - text);
      g_array_append_val (parts, part);
    }

  return parts;
}

static gboolean
is_same (const char          *one,
         const PlnDifference *a,
         const char          *other,
         const PlnDifference *b)
{
  return a->end - a->start == b->end - b->start && memcmp (one + a->start, other + b->start, a->end - a->start) == 0;
}

static gboolean
is_space (const char *text,
          guint       start,
          guint       end)
{
  for (const char *c = text + start; c < text + end; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

/* Words that follow each other are one difference, with the space between them. */
static void
add (GArray              *found,
     const char          *text,
     const PlnDifference *part)
{
  PlnDifference *last = found->len > 0 ? &g_array_index (found, PlnDifference, found->len - 1) : NULL;

  if (last != NULL && is_space (text, last->end, part->start))
    last->end = part->end;
  else if (!is_space (text, part->start, part->end))
    g_array_append_val (found, *part);
}

/* The lengths of the longest common sequences of what is left. */
static guint16 *
measure (const char *one,
         GArray     *a,
         const char *other,
         GArray     *b)
{
  guint16 *lengths = g_new0 (guint16, (gsize) (a->len + 1) * (b->len + 1));

  for (guint i = a->len; i-- > 0;)
    for (guint j = b->len; j-- > 0;)
      {
        guint16 *at = &lengths[i * (b->len + 1) + j];

        if (is_same (one, &g_array_index (a, PlnDifference, i), other, &g_array_index (b, PlnDifference, j)))
          *at = at[b->len + 2] + 1;
        else
          *at = MAX (at[b->len + 1], at[1]);
      }

  return lengths;
}

/**
 * pln_differences_find:
 * @one: a text
 * @other: another
 * @in_one: (out) (element-type PlnDifference): what of @one is not in @other
 * @in_other: (out) (element-type PlnDifference): what of @other is not in @one
 *
 * Compares two texts word by word.
 */
void
pln_differences_find (const char  *one,
                      const char  *other,
                      GArray     **in_one,
                      GArray     **in_other)
{
  g_autoptr(GArray) a = split (one);
  g_autoptr(GArray) b = split (other);
  g_autofree guint16 *lengths = NULL;
  guint i = 0;
  guint j = 0;

  *in_one = g_array_new (FALSE, FALSE, sizeof (PlnDifference));
  *in_other = g_array_new (FALSE, FALSE, sizeof (PlnDifference));
  if (a->len > MOST_WORDS || b->len > MOST_WORDS)
    return;

  lengths = measure (one, a, other, b);
  while (i < a->len || j < b->len)
    {
      const guint16 *at = &lengths[i * (b->len + 1) + j];

      if (i < a->len && j < b->len
          && is_same (one, &g_array_index (a, PlnDifference, i), other, &g_array_index (b, PlnDifference, j)))
        {
          i++;
          j++;
        }
      else if (j == b->len || (i < a->len && at[b->len + 1] >= at[1]))
        add (*in_one, one, &g_array_index (a, PlnDifference, i++));
      else
        add (*in_other, other, &g_array_index (b, PlnDifference, j++));
    }
}
