/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-rows.h"

#include "pln-when-words.h"

#include <glib/gi18n.h>

#define SIZE 10.0 /* points: of the titles */

typedef struct
{
  PlnPrint           *print;
  const PlnProgramme *programme;
  double              width;
  double              y;
} List;

static void
add (List       *list,
     const char *text,
     double      size,
     gboolean    is_bold,
     const char *colour,
     double      most)
{
  PangoLayout *layout = pln_print_text_new (list->print, text, size, is_bold, list->width);

  if (*text == '\0')
    {
      g_object_unref (layout);
      return;
    }
  pln_print_text_limit (layout, most);
  pln_print_add_text (list->print, layout, colour, PLN_PRINT_MARGIN, list->y);
  list->y += pln_print_text_height (layout);
}

/* The first page says what it is about. */
static void
begin_list (List *list)
{
  const PlnProgramme *programme = list->programme;
  g_autofree char *when = pln_when_words (programme->start, programme->end, programme->zone, programme->all_day);

  pln_print_add_page (list->print);
  list->y = PLN_PRINT_MARGIN;
  add (list, programme->title, 24, TRUE, PLN_PRINT_BLACK, 110);
  if (programme->is_cancelled)
    add (list, _("Cancelled"), 12, TRUE, "#c01c28", 20);
  list->y += 4;
  add (list, when, 12, TRUE, PLN_PRINT_BLACK, 40);
  add (list, programme->place, 12, FALSE, PLN_PRINT_BLACK, 40);
  add (list, *programme->online != '\0' ? programme->online : programme->url, 10, FALSE, PLN_PRINT_DIM, 30);
  list->y += 6;
  add (list, programme->description, 10, FALSE, PLN_PRINT_BLACK, 120);
  list->y += 6;
}

static void
continue_list (List                  *list,
               const PlnProgrammeDay *day)
{
  g_autofree char *words = pln_when_words_heading (day->date);

  pln_print_add_page (list->print);
  list->y = pln_print_head (list->print, list->programme->title, words);
}

static void
add_day (List                  *list,
         const PlnProgrammeDay *day)
{
  g_autofree char *words = pln_when_words_heading (day->date);

  list->y += 10;
  add (list, words, 15, TRUE, PLN_PRINT_BLACK, 40);
  list->y += 2;
  pln_print_add_box (list->print, PLN_PRINT_BOX_FULL, PLN_PRINT_LINE, PLN_PRINT_MARGIN, list->y, list->width, 0.75);
  list->y += 4;
}

static void
print_day (List                  *list,
           const PlnProgrammeDay *day)
{
  double bottom = pln_print_bottom (list->print), most = bottom - PLN_PRINT_MARGIN - 60;

  if (list->y + 110 > bottom)
    continue_list (list, day);
  else
    add_day (list, day);

  for (guint i = day->first; i < day->first + day->n; i++)
    {
      PlnPrintRow row = {
        .item = g_ptr_array_index (list->programme->items, i),
        .size = SIZE,
        .x = PLN_PRINT_MARGIN,
        .width = list->width,
        .with_room = TRUE,
      };
      double height = pln_print_row_measure (list->print, &row, most);

      if (list->y + height > bottom + 0.5)
        continue_list (list, day);
      pln_print_row_add (list->print, list->programme, &row, list->y, most);
      list->y += height;
    }
  if (day->n == 0)
    add (list, _("The programme is not known yet."), 12, FALSE, PLN_PRINT_DIM, 40);
}

/**
 * pln_print_list:
 * @print: pages, high ones
 * @programme: a programme
 *
 * Prints the whole programme as a list, day by day.
 */
void
pln_print_list (PlnPrint           *print,
                const PlnProgramme *programme)
{
  List list = { .print = print, .programme = programme, .width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN };

  begin_list (&list);
  for (guint i = 0; i < programme->days->len; i++)
    print_day (&list, g_ptr_array_index (programme->days, i));
}
