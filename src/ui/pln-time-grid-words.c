/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include "pln-clock.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* A moment by the clock of the grid. */
GDateTime *
pln_time_grid_moment (PlnTimeGrid *self,
                      gint64       at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);

  if (utc == NULL) /* beyond what a calendar knows */
    utc = pln_clock_now_utc ();

  return g_date_time_to_timezone (utc, self->zone);
}

static guint
count_at (PlnTimeGrid *self,
          guint        column,
          double       place)
{
  guint n = 0;

  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (column >= spot->column && column < spot->column + spot->n_columns
          && spot->from < place + PLN_TIME_GRID_SLOT && (spot->to > place || spot->from >= place))
        n += spot->items->len;
    }

  return n;
}

/* What the chip of an item is called; "" if none shows it. */
const char *
pln_time_grid_title_of (PlnTimeGrid *self,
                        PlnTimeItem *item)
{
  PlnChip *chip = pln_time_grid_get_chip (self, pln_time_item_get_key (item));

  return chip != NULL ? pln_chip_get_title (chip) : "";
}

/* What a screen reader says of the focused slot. */
char *
pln_time_grid_slot_words (PlnTimeGrid *self)
{
  const char *name = g_array_index (self->columns, PlnTimeGridColumn, self->slot_column).name;
  gint64 at = pln_day_axis_from_place (self->axis, self->slot_column, self->slot_place);
  g_autoptr(GDateTime) moment = pln_time_grid_moment (self, at);
  g_autofree char *time = pln_when_words_time (moment);
  guint n = count_at (self, self->slot_column, self->slot_place);

  /* Translators: a place in the calendar: “Thursday 21 July, 15:00, free” */
  return n == 0 ? g_strdup_printf (_("%s, %s, free"), name, time)
                /* Translators: a place in the calendar: “Thursday 21 July, 15:00, 2 entries” */
                : g_strdup_printf (ngettext ("%s, %s, %u entry", "%s, %s, %u entries", n), name, time, n);
}

/* Where something would be: “Thursday 21 July, 15:00 to 16:30”. */
char *
pln_time_grid_span_words (PlnTimeGrid *self,
                          guint        column,
                          gint64       start,
                          gint64       end)
{
  const char *name = g_array_index (self->columns, PlnTimeGridColumn, column).name;
  g_autoptr(GDateTime) from = pln_time_grid_moment (self, start);
  g_autoptr(GDateTime) to = pln_time_grid_moment (self, end);
  g_autofree char *times = pln_when_words_times_spoken (from, to);

  /* Translators: where something is put: “Thursday 21 July, 15:00 to 16:30” */
  return g_strdup_printf (_("%s, %s"), name, times);
}

/* Lets a screen reader say what happened. */
void
pln_time_grid_say (PlnTimeGrid *self,
                   const char  *words)
{
  gtk_label_set_text (GTK_LABEL (self->status), words);
}
