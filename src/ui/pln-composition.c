/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-composition.h"

#include "pln-config.h"
#include "pln-facet.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define FEW 20       /* below this many people a share is said as a count */
#define MOST 3       /* sectors that are named */
#define MOST_ABSENT 2

/* A sector inside a sentence: “Academic” becomes “academic”, “NHS” stays; safe
 * as markup. */
static char *
inside_sentence (const char *sector)
{
  g_autofree char *line = pln_str_one_line (sector);
  const char *rest = *line != '\0' ? g_utf8_next_char (line) : line;
  g_autofree char *first = g_utf8_strdown (line, rest - line);

  if (!g_unichar_islower (g_utf8_get_char (rest)))
    return g_markup_escape_text (line, -1);

  return g_markup_printf_escaped ("%s%s", first, rest);
}

/* "<b>60 % academic</b>", "11 public", … */
static void
say_sectors (GStrvBuilder *parts,
             GPtrArray    *sectors,
             guint         n_people)
{
  for (guint i = 0; i < MIN (sectors->len, MOST); i++)
    {
      const PlnFacetCount *count = g_ptr_array_index (sectors, i);
      g_autofree char *name = inside_sentence (count->value);
      g_autofree char *part = NULL;

      if (*count->value == '\0')
        break;
      if (i == 0 && n_people >= FEW)
        /* Translators: a share of people in a sector, as “60 % academic” */
        part = g_strdup_printf (_("%u %% %s"), (count->n_people * 200 + n_people) / (2 * n_people), name);
      else
        /* Translators: a number of people in a sector, as “11 public” */
        part = g_strdup_printf (_("%u %s"), count->n_people, name);

      if (i == 0)
        {
          g_autofree char *plain = g_steal_pointer (&part);

          part = g_strdup_printf ("<b>%s</b>", plain);
        }
      g_strv_builder_add (parts, part);
    }
}

static gboolean
names (GPtrArray  *sectors,
       const char *value)
{
  for (guint i = 0; i < sectors->len; i++)
    if (g_str_equal (((PlnFacetCount *) g_ptr_array_index (sectors, i))->value, value))
      return TRUE;

  return FALSE;
}

/* "<b>nobody from school libraries</b>": sectors that are on the list, but not
 * among those shown. */
static char *
say_absent (GPtrArray *shown,
            GPtrArray *all)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const PlnFacetCount *count = g_ptr_array_index (all, i);

      if (*count->value == '\0' || names (shown, count->value))
        continue;
      if (n < MOST_ABSENT)
        *(n == 0 ? &first : &second) = inside_sentence (count->value);
      n++;
    }

  if (n == 0)
    return NULL;
  if (n == 1)
    /* Translators: %s is a sector, as “nobody from public libraries” */
    return g_strdup_printf (_("<b>nobody from %s</b>"), first);
  if (n == MOST_ABSENT)
    return g_strdup_printf (_("<b>nobody from %s or %s</b>"), first, second);

  return g_strdup_printf (ngettext ("<b>nobody from %s, %s or %u other sector</b>",
                                    "<b>nobody from %s, %s or %u other sectors</b>", n - MOST_ABSENT),
                          first, second, n - MOST_ABSENT);
}

/**
 * pln_composition_words:
 * @shown: (element-type PlnAttendee): the people to speak of
 * @all_sectors: (element-type PlnFacetCount): the sectors of all the people
 *   that these are from
 *
 * Says in one sentence who they are: "60 % academic, 11 public, 14
 * first-timers; nobody from school libraries". Below twenty people the share
 * is a count.
 *
 * Returns: (transfer full): Pango markup; empty if nothing is known
 */
char *
pln_composition_words (GPtrArray *shown,
                       GPtrArray *all_sectors)
{
  g_autoptr(GPtrArray) sectors = pln_facet_count (PLN_FACET_SECTOR, shown);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *known = NULL;
  g_autofree char *absent = NULL;
  guint first_timers = 0;

  if (shown->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < shown->len; i++)
    first_timers += pln_attendee_get_first_time (g_ptr_array_index (shown, i));
  say_sectors (builder, sectors, shown->len);
  if (first_timers > 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%u first-timer", "%u first-timers", first_timers), first_timers);

      g_strv_builder_add (builder, part);
    }

  parts = g_strv_builder_end (builder);
  /* Translators: joins what is said of the people, as in “60 % academic, 14 first-timers” */
  known = g_strjoinv (_(", "), parts);
  absent = say_absent (sectors, all_sectors);
  if (absent == NULL)
    return g_steal_pointer (&known);
  if (*known == '\0')
    return g_steal_pointer (&absent);

  /* Translators: who is there; who is not, as in “60 % academic; nobody from school libraries” */
  return g_strdup_printf (_("%s; %s"), known, absent);
}
