/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-occurrence-face.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-track.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* How an occurrence looks as a chip, and what is said of it. */

static const char *const own_colours[] = {
  "blue", "green", "orange", "purple", "teal", "red", "brown", "slate", "gold", NULL
};

/**
 * pln_occurrence_own_colour:
 * @occurrence: something in the calendar
 *
 * Finds its colour: the one that the file gives it, that of its track, or the
 * usual one of its kind.
 *
 * Returns: (transfer full): a colour for [func@style_colour]
 */
char *
pln_occurrence_own_colour (PlnOccurrence *occurrence)
{
  const char *colour = pln_occurrence_get_colour (occurrence);
  GdkRGBA rgba;

  if (g_strv_contains (own_colours, colour))
    return g_strdup (colour);
  if (*colour != '\0' && gdk_rgba_parse (&rgba, colour)) /* a name of CSS, as RFC 7986 has it */
    return g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255), (guint) (rgba.green * 255), (guint) (rgba.blue * 255));

  switch (pln_occurrence_get_kind (occurrence))
    {
    case PLN_OCCURRENCE_KIND_GATHERING:
      return g_strdup ("blue");
    case PLN_OCCURRENCE_KIND_ROUND:
      return g_strdup ("purple");
    case PLN_OCCURRENCE_KIND_SESSION:
    case PLN_OCCURRENCE_KIND_EVENT:
    case PLN_OCCURRENCE_KIND_ACTION:
    default:
      return g_strdup (pln_track_colour (pln_occurrence_get_track (occurrence)));
    }
}

/* The moment as the clock here shows it; days are the same everywhere. */
static GDateTime *
here (PlnOccurrence *occurrence,
      GDateTime     *at)
{
  if (at == NULL)
    return NULL;

  return pln_occurrence_get_all_day (occurrence) ? g_date_time_ref (at) : g_date_time_to_local (at);
}

static gboolean
lasts_days (PlnOccurrence *occurrence)
{
  GDateTime *end = pln_occurrence_get_end (occurrence);

  return end != NULL
         && g_date_time_difference (end, pln_occurrence_get_start (occurrence))
            > (pln_occurrence_get_all_day (occurrence) ? G_TIME_SPAN_DAY : G_TIME_SPAN_DAY - 1);
}

static char *
when_spoken (PlnOccurrence *occurrence)
{
  g_autoptr(GDateTime) start = here (occurrence, pln_occurrence_get_start (occurrence));
  g_autoptr(GDateTime) end = here (occurrence, pln_occurrence_get_end (occurrence));

  if (lasts_days (occurrence))
    return pln_when_words_days (start, end, pln_occurrence_get_all_day (occurrence));
  if (pln_occurrence_get_all_day (occurrence))
    return g_strdup (_("all day"));

  return pln_when_words_times_spoken (start, end);
}

static void
append (GString    *words,
        const char *separator,
        const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (*line == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, separator);
  g_string_append (words, line);
}

/**
 * pln_occurrence_words:
 * @occurrence: something in the calendar
 *
 * Returns: (transfer full): what a person would say of it: “CPD23 meet-up,
 *   18:30 to 20:30, University Centre”
 */
char *
pln_occurrence_words (PlnOccurrence *occurrence)
{
  g_autofree char *when = when_spoken (occurrence);
  GString *words = g_string_new (NULL);

  append (words, _(", "), pln_occurrence_get_title (occurrence));
  if (words->len == 0)
    g_string_append (words, _("Without a title"));
  append (words, _(", "), when);
  append (words, _(", "), pln_occurrence_get_place (occurrence));
  append (words, _(", "), pln_occurrence_get_is_break (occurrence) ? _("Break") : pln_occurrence_get_track (occurrence));

  return g_string_free (words, FALSE);
}

/* Speakers and place: what stands below the title where there is room. */
static char *
meta_of (PlnOccurrence *occurrence)
{
  const char *const *people = pln_occurrence_get_people (occurrence);
  g_autoptr(GString) names = g_string_new (NULL);
  GString *meta = g_string_new (NULL);

  for (guint i = 0; pln_occurrence_get_kind (occurrence) != PLN_OCCURRENCE_KIND_GATHERING && people[i] != NULL; i++)
    {
      g_autofree char *name = pln_track_person_name (people[i]);

      append (names, _(", "), name);
    }
  append (meta, "\n", names->str);
  append (meta, "\n", pln_occurrence_get_place (occurrence));

  return g_string_free (meta, FALSE);
}

static char *
tooltip_of (PlnOccurrence *occurrence)
{
  g_autoptr(GDateTime) start = here (occurrence, pln_occurrence_get_start (occurrence));
  g_autoptr(GDateTime) end = here (occurrence, pln_occurrence_get_end (occurrence));
  g_autofree char *when = pln_when_words (start, end, "", pln_occurrence_get_all_day (occurrence));
  g_autofree char *meta = meta_of (occurrence);
  GString *words = g_string_new (NULL);

  append (words, "\n", pln_occurrence_get_title (occurrence));
  append (words, "\n", when);
  if (*meta != '\0')
    g_string_append_printf (words, "\n%s", meta);
  append (words, "\n", pln_occurrence_get_track (occurrence));
  append (words, "\n", pln_occurrence_get_note (occurrence));

  return g_string_free (words, FALSE);
}

static gboolean
is_on_now (PlnOccurrence *occurrence)
{
  GDateTime *end = pln_occurrence_get_end (occurrence);
  gint64 now = pln_clock_now ();

  return end != NULL && !pln_occurrence_get_all_day (occurrence)
         && pln_occurrence_get_kind (occurrence) != PLN_OCCURRENCE_KIND_GATHERING
         && g_date_time_to_unix (pln_occurrence_get_start (occurrence)) <= now && now < g_date_time_to_unix (end);
}

static PlnChipStyle
style_of (PlnOccurrence *occurrence)
{
  return pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_GATHERING ? PLN_CHIP_SOLID
         : pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_ACTION ? PLN_CHIP_ACTION
         : pln_occurrence_get_is_break (occurrence) ? PLN_CHIP_BREAK : PLN_CHIP_TINT;
}

/**
 * pln_chip_show_occurrence:
 * @chip: a chip
 * @occurrence: what it is to stand for, and keep as its item
 * @more: flags beside those that follow from @occurrence
 *
 * Shows something of the calendar as it is shown in every view.
 */
void
pln_chip_show_occurrence (PlnChip       *chip,
                          PlnOccurrence *occurrence,
                          PlnChipFlags   more)
{
  g_autofree char *colour = pln_occurrence_own_colour (occurrence);
  g_autofree char *words = pln_occurrence_words (occurrence);
  g_autofree char *tooltip = tooltip_of (occurrence);
  g_autofree char *meta = meta_of (occurrence);
  g_autoptr(GDateTime) start = here (occurrence, pln_occurrence_get_start (occurrence));
  PlnChipStyle style = style_of (occurrence);
  gboolean timed = !pln_occurrence_get_all_day (occurrence) && !lasts_days (occurrence)
                   && (style == PLN_CHIP_TINT || style == PLN_CHIP_BREAK
                       || (style == PLN_CHIP_SOLID && (more & PLN_CHIP_LINE) == 0));
  g_autofree char *time = timed ? pln_when_words_time (start) : NULL;
  PlnChipFace face = {
    .title = pln_occurrence_get_title (occurrence),
    .lead = time,
    .meta = meta,
    .brief = time,
    .colour = colour,
    .style = style,
    .words = words,
    .tooltip = tooltip,
  };

  face.flags = more
               | (pln_occurrence_get_is_draft (occurrence) ? PLN_CHIP_DRAFT : 0)
               | (pln_occurrence_get_is_recurring (occurrence) ? PLN_CHIP_RECURRING : 0)
               | (pln_occurrence_get_is_done (occurrence) || pln_occurrence_get_is_cancelled (occurrence) ? PLN_CHIP_DONE : 0)
               | (is_on_now (occurrence) ? PLN_CHIP_NOW : 0);
  pln_chip_set_item (chip, occurrence);
  pln_chip_set_face (chip, &face);
}
