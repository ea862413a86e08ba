/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-week-view-private.h"

#include "pln-occurrence-face.h"
#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_EDGES 6

/* Whether a clock where it takes place shows another time than one here. */
static gboolean
is_elsewhere (PlnOccurrence *occurrence)
{
  GDateTime *start = pln_occurrence_get_start (occurrence);
  g_autoptr(GDateTime) here = g_date_time_to_local (start);

  return *pln_occurrence_get_zone (occurrence) != '\0'
         && g_date_time_get_utc_offset (here) != g_date_time_get_utc_offset (start);
}

static void
show_one (PlnChip       *chip,
          PlnOccurrence *occurrence)
{
  g_autofree char *own = NULL;
  g_autofree char *both = NULL;
  const char *tooltip;

  pln_chip_show_occurrence (chip, occurrence, 0);
  if (!is_elsewhere (occurrence))
    return;

  own = pln_when_words (pln_occurrence_get_start (occurrence), pln_occurrence_get_end (occurrence),
                        pln_occurrence_get_zone (occurrence), FALSE);
  tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (chip));
  both = g_strjoin ("\n", tooltip != NULL ? tooltip : pln_occurrence_get_title (occurrence), own, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (chip), both);
}

static char *
join_titles (GPtrArray *items)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      PlnOccurrence *occurrence = pln_time_item_get_object (items->pdata[i]);
      g_autofree char *title = pln_str_one_line (pln_occurrence_get_title (occurrence));

      if (titles->len > 0)
        g_string_append (titles, _(", "));
      g_string_append (titles, title);
    }

  return g_string_free (titles, FALSE);
}

static char *
times_of (GPtrArray *items)
{
  gint64 start = G_MAXINT64, end = G_MININT64;
  g_autoptr(GDateTime) from = NULL;
  g_autoptr(GDateTime) to = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      start = MIN (start, pln_time_item_get_start (items->pdata[i]));
      end = MAX (end, pln_time_item_get_end (items->pdata[i]));
    }
  from = g_date_time_new_from_unix_local (start);
  to = g_date_time_new_from_unix_local (end);

  return pln_when_words_times_spoken (from, to);
}

static gboolean
are_breakouts (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      PlnOccurrence *occurrence = pln_time_item_get_object (items->pdata[i]);
      g_autofree char *track = pln_str_fold (pln_occurrence_get_track (occurrence));

      if (pln_occurrence_get_kind (occurrence) != PLN_OCCURRENCE_KIND_ROUND && strstr (track, "breakout") == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Several for which there is no room side by side. */
static void
show_several (PlnChip   *chip,
              GPtrArray *items)
{
  g_autoptr(GStrvBuilder) colours = g_strv_builder_new ();
  g_auto(GStrv) edge = NULL;
  g_autofree char *title = NULL;
  g_autofree char *titles = join_titles (items);
  g_autofree char *times = times_of (items);
  g_autofree char *words = NULL;
  PlnChipFace face = { .flags = PLN_CHIP_OPENS };

  for (guint i = 0; i < MIN (items->len, MOST_EDGES); i++)
    {
      g_autofree char *colour = pln_occurrence_own_colour (pln_time_item_get_object (items->pdata[i]));

      g_strv_builder_add (colours, colour);
    }
  edge = g_strv_builder_end (colours);
  title = are_breakouts (items)
          ? g_strdup_printf (ngettext ("%u breakout", "%u breakouts", items->len), items->len)
          /* Translators: so many things take place at the same time */
          : g_strdup_printf (ngettext ("%u at once", "%u at once", items->len), items->len);
  /* Translators: “4 at once, 11:30 to 12:30: Maps, Questions” */
  words = g_strdup_printf (_("%s, %s: %s"), title, times, titles);

  face.title = title;
  face.meta = titles;
  face.colour = edge[0];
  face.edge = (const char *const *) edge;
  face.words = words;
  face.tooltip = titles;
  pln_chip_set_item (chip, NULL);
  pln_chip_set_face (chip, &face);
}

/* Gives a chip of a week its face; a PlnTimeGridFace. */
void
pln_week_face_show (PlnChip   *chip,
                    GPtrArray *items,
                    gpointer   user_data)
{
  if (items->len == 1)
    show_one (chip, pln_time_item_get_object (items->pdata[0]));
  else
    show_several (chip, items);
}
