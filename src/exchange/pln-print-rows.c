/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-rows.h"

#include <glib/gi18n.h>

#define EDGE 3.0

typedef struct
{
  PangoLayout *times;
  PangoLayout *title;
  PangoLayout *people; /* or NULL */
  PangoLayout *where;  /* or NULL */
  double       indent; /* where the title begins */
  double       gap;    /* above and below */
  double       height;
} Texts;

static void
texts_clear (Texts *texts)
{
  g_clear_object (&texts->times);
  g_clear_object (&texts->title);
  g_clear_object (&texts->people);
  g_clear_object (&texts->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static double
height_of (PangoLayout *text)
{
  return text != NULL ? pln_print_text_height (text) : 0;
}

/* What is too long even for a page of its own ends with an ellipsis. */
static void
limit (Texts  *texts,
       double  most)
{
  double rest = most - 2 * texts->gap - height_of (texts->people) - height_of (texts->where);

  if (texts->height <= most)
    return;

  pln_print_text_limit (texts->title, MAX (rest, most / 3));
  if (texts->people != NULL)
    pln_print_text_limit (texts->people, most / 4);
  if (texts->where != NULL)
    pln_print_text_limit (texts->where, most / 6);
  texts->height = height_of (texts->title) + height_of (texts->people) + height_of (texts->where) + 2 * texts->gap;
}

static void
find_texts (Texts             *texts,
            PlnPrint          *print,
            const PlnPrintRow *row,
            double             most)
{
  const PlnProgrammeItem *item = row->item;
  g_autofree char *times = pln_print_times_of (item);
  g_autofree char *people = pln_print_people_of (item);
  g_autofree char *place = pln_print_join (row->with_room ? item->room : "", item->track);
  g_autofree char *where = pln_print_join (item->is_cancelled ? _("Cancelled") : "", place);
  double width;

  texts->indent = row->size * 7.2;
  texts->gap = row->size * 0.4;
  width = row->width - texts->indent;
  texts->times = pln_print_text_new (print, times, row->size * 0.95, TRUE, texts->indent - row->size * 0.8);
  texts->title = pln_print_text_new (print, item->title, row->size, TRUE, width);
  if (item->is_cancelled)
    pln_print_strike (texts->title);
  if (*people != '\0')
    texts->people = pln_print_text_new (print, people, row->size * 0.85, FALSE, width);
  if (*where != '\0')
    texts->where = pln_print_text_new (print, where, row->size * 0.75, FALSE, width);

  texts->height = MAX (height_of (texts->times), height_of (texts->title) + height_of (texts->people) + height_of (texts->where))
                  + 2 * texts->gap;
  limit (texts, most);
}

/**
 * pln_print_row_measure:
 * @print: pages
 * @row: a row
 * @most: how high it may be
 *
 * Returns: how high it is
 */
double
pln_print_row_measure (PlnPrint          *print,
                       const PlnPrintRow *row,
                       double             most)
{
  g_auto(Texts) texts = { 0 };

  find_texts (&texts, print, row, most);

  return texts.height;
}

/**
 * pln_print_row_add:
 * @print: pages
 * @programme: a programme
 * @row: a row
 * @y: where it begins on the page that is written
 * @most: as it was measured with
 */
void
pln_print_row_add (PlnPrint           *print,
                   const PlnProgramme *programme,
                   const PlnPrintRow  *row,
                   double              y,
                   double              most)
{
  g_auto(Texts) texts = { 0 };
  g_autofree char *colour = pln_print_colour_of (programme, row->item);
  gboolean is_dim = row->item->is_break || row->item->is_cancelled;
  PangoLayout **below[] = { &texts.people, &texts.where };
  double x;

  find_texts (&texts, print, row, most);
  x = row->x + texts.indent;
  if (row->item->is_break)
    pln_print_add_box (print, PLN_PRINT_BOX_HATCH, PLN_PRINT_LINE, x - row->size * 0.35 - 6, y + texts.gap / 2,
                       row->width - texts.indent + row->size * 0.35 + 6, texts.height - texts.gap);
  else
    pln_print_add_box (print, PLN_PRINT_BOX_FULL, colour, x - row->size * 0.35 - 6, y + texts.gap, EDGE,
                       texts.height - 2 * texts.gap);

  y += texts.gap;
  pln_print_add_text (print, g_steal_pointer (&texts.times), is_dim ? PLN_PRINT_DIM : PLN_PRINT_BLACK, row->x, y);
  y += height_of (texts.title);
  pln_print_add_text (print, texts.title, is_dim ? PLN_PRINT_DIM : PLN_PRINT_BLACK, x, y - height_of (texts.title));
  texts.title = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      double height = height_of (*below[i]);

      if (*below[i] != NULL)
        pln_print_add_text (print, g_steal_pointer (below[i]), i == 0 ? PLN_PRINT_BLACK : PLN_PRINT_DIM, x, y);
      y += height;
    }
}
