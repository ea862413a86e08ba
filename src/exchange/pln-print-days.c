/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-programme.h"

#include "pln-programme-grid.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* A day as a grid of rooms and time. Time goes on evenly where it can; where a
 * short session has a long title, the rows that it lies in grow until nothing
 * of it is cut. More rooms than a page is wide, and more hours than it is high,
 * go on further pages. */

#define TIMES_WIDTH   40.0 /* points: the column of the times */
#define UNIT_WIDTH   100.0 /* what a lane of a room needs */
#define LEAST_SCALE    0.5 /* points a minute */
#define MOST_SCALE     2.2
#define LONGEST_GAP     90 /* minutes: what is longer takes no more place */
#define INSET          4.0 /* text in its box */
#define BETWEEN        2.0 /* boxes */

/* The texts of one place, not on a page yet. */
typedef struct
{
  const PlnProgrammePlace *place;
  guint                    from;  /* lines of the grid */
  guint                    to;
  double                   x;
  double                   width;
  double                   need;
} Chip;

typedef struct
{
  PlnPrint               *print;
  const PlnProgramme     *programme;
  const PlnProgrammeDay  *day;
  const PlnProgrammeGrid *grid;
  guint                   first;   /* columns on this page: from here … */
  guint                   last;    /* … to before here */
  double                 *edges;   /* where each of them begins, and the last ends */
  double                  factor;  /* of the type */
  GArray                 *lines;   /* gint64: when anything begins or ends */
  double                 *tops;    /* where they lie, as if all were one page */
  GArray                 *chips;
} Sheet;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static PangoLayout *
meta_of (Sheet      *sheet,
         const Chip *chip)
{
  const PlnProgrammeItem *item = chip->place->item;
  g_autofree char *times = pln_print_times_of (item);
  g_autofree char *room = pln_print_join (times, chip->place->is_elsewhere ? item->room : "");
  g_autofree char *track = pln_print_join (room, item->track);
  g_autofree char *state = pln_print_join (track, item->is_cancelled ? _("Cancelled") : "");

  return pln_print_text_new (sheet->print, state, 7 * sheet->factor, FALSE, chip->width - 2 * INSET);
}

static PangoLayout *
title_of (Sheet      *sheet,
          const Chip *chip)
{
  PangoLayout *title = pln_print_text_new (sheet->print, chip->place->item->title, 9.5 * sheet->factor, TRUE,
                                           chip->width - 2 * INSET);

  if (chip->place->item->is_cancelled)
    pln_print_strike (title);

  return title;
}

static PangoLayout *
people_of (Sheet      *sheet,
           const Chip *chip)
{
  g_autofree char *names = pln_print_people_of (chip->place->item);

  return *names != '\0' ? pln_print_text_new (sheet->print, names, 8 * sheet->factor, FALSE, chip->width - 2 * INSET) : NULL;
}

/* How high a chip must be for all of its text. */
static double
measure (Sheet      *sheet,
         const Chip *chip)
{
  g_autoptr(PangoLayout) meta = meta_of (sheet, chip);
  g_autoptr(PangoLayout) title = title_of (sheet, chip);
  g_autoptr(PangoLayout) people = people_of (sheet, chip);

  return pln_print_text_height (meta) + pln_print_text_height (title) + (people != NULL ? pln_print_text_height (people) : 0)
         + INSET + BETWEEN + 1;
}

static gboolean
is_on (const Sheet             *sheet,
       const PlnProgrammePlace *place)
{
  return place->column < sheet->last && place->column + place->n_columns > sheet->first;
}

static void
find_lines (Sheet *sheet)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  sheet->lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < sheet->grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (sheet->grid->places, PlnProgrammePlace, i);

      if (!is_on (sheet, place))
        continue;
      g_array_append_val (all, place->start);
      g_array_append_val (all, place->end);
    }
  g_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, gint64, i) != g_array_index (all, gint64, i - 1))
      g_array_append_val (sheet->lines, g_array_index (all, gint64, i));
}

static guint
line_at (Sheet  *sheet,
         gint64  moment)
{
  guint at = 0;

  g_array_binary_search (sheet->lines, &moment, compare_numbers, &at);

  return at;
}

static void
find_chips (Sheet *sheet)
{
  sheet->chips = g_array_new (FALSE, TRUE, sizeof (Chip));
  for (guint i = 0; i < sheet->grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (sheet->grid->places, PlnProgrammePlace, i);
      Chip chip = { .place = place };
      guint from = MAX (place->column, sheet->first), to = MIN (place->column + place->n_columns, sheet->last);
      double left, right;

      if (!is_on (sheet, place))
        continue;
      left = sheet->edges[from - sheet->first];
      right = sheet->edges[to - sheet->first];
      chip.x = left + (right - left) * place->lane / place->n_lanes + BETWEEN / 2;
      chip.width = (right - left) * place->n_lanes_filled / place->n_lanes - BETWEEN;
      chip.from = line_at (sheet, place->start);
      chip.to = line_at (sheet, place->end);
      g_array_append_val (sheet->chips, chip);
    }
}

static void
measure_chips (Sheet  *sheet,
               double  most)
{
  for (guint i = 0; i < sheet->chips->len; i++)
    {
      Chip *chip = &g_array_index (sheet->chips, Chip, i);

      chip->need = MIN (measure (sheet, chip), most);
    }
}

/* Where the lines lie if a minute is so high, at least. */
static double
spread (Sheet  *sheet,
        double  scale)
{
  guint n = sheet->lines->len;

  sheet->tops[0] = 0;
  for (guint i = 1; i < n; i++)
    {
      gint64 seconds = g_array_index (sheet->lines, gint64, i) - g_array_index (sheet->lines, gint64, i - 1);

      sheet->tops[i] = sheet->tops[i - 1] + scale * (double) MIN (seconds / 60, LONGEST_GAP);
      for (guint j = 0; j < sheet->chips->len; j++)
        {
          const Chip *chip = &g_array_index (sheet->chips, Chip, j);

          if (chip->to == i)
            sheet->tops[i] = MAX (sheet->tops[i], sheet->tops[chip->from] + chip->need);
        }
    }

  return sheet->tops[n - 1];
}

/* The largest scale with which all fits into a height; or the least. */
static void
fit (Sheet  *sheet,
     double  height)
{
  double low = LEAST_SCALE, high = MOST_SCALE;

  for (sheet->factor = 1.0; sheet->factor > 0.75; sheet->factor -= 0.1)
    {
      measure_chips (sheet, height);
      if (spread (sheet, LEAST_SCALE) <= height)
        break;
    }
  if (sheet->factor <= 0.75)
    {
      sheet->factor = 1.0;
      measure_chips (sheet, height);
    }

  for (guint i = 0; i < 12; i++)
    {
      double middle = (low + high) / 2;

      if (spread (sheet, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  spread (sheet, low);
}

static gboolean
is_crossed (Sheet *sheet,
            guint  line)
{
  for (guint i = 0; i < sheet->chips->len; i++)
    {
      const Chip *chip = &g_array_index (sheet->chips, Chip, i);

      if (chip->from < line && line < chip->to)
        return TRUE;
    }

  return FALSE;
}

/* Where a page that begins with a line ends: where nothing is cut if there is
 * such a line in its lower half, else where all that begins can be read. */
static guint
find_break (Sheet  *sheet,
            guint   from,
            double  height)
{
  guint n = sheet->lines->len, to = from + 1;

  while (to + 1 < n && sheet->tops[to + 1] - sheet->tops[from] <= height)
    to++;
  if (to + 1 == n)
    return to;
  for (guint line = to; line > from && sheet->tops[line] - sheet->tops[from] > height / 2; line--)
    if (!is_crossed (sheet, line))
      return line;

  for (guint i = sheet->chips->len; i > 0; i--)
    {
      const Chip *chip = &g_array_index (sheet->chips, Chip, i - 1);

      if (chip->from > from && chip->from < to && chip->to > to && sheet->tops[to] - sheet->tops[chip->from] < chip->need)
        {
          to = chip->from;
          i = sheet->chips->len + 1;
        }
    }

  return to;
}

static void
add_text (Sheet       *sheet,
          PangoLayout *text, /* (transfer full) (nullable) */
          const char  *colour,
          double       x,
          double      *y,
          double       bottom)
{
  double height = text != NULL ? pln_print_text_height (text) : 0;

  if (text == NULL)
    return;
  if (*y + height > bottom + 0.5)
    {
      pln_print_text_limit (text, bottom - *y);
      height = pln_print_text_height (text);
    }
  if (*y + height > bottom + 0.5) /* not even one line */
    {
      g_object_unref (text);
      return;
    }

  pln_print_add_text (sheet->print, text, colour, x, *y);
  *y += height;
}

static void
add_chip (Sheet      *sheet,
          const Chip *chip,
          double      top,
          double      bottom,
          gboolean    is_continued)
{
  const PlnProgrammeItem *item = chip->place->item;
  g_autofree char *colour = pln_print_colour_of (sheet->programme, item);
  double x = chip->x + INSET + 1, y = top + INSET / 2;

  if (item->is_break)
    pln_print_add_box (sheet->print, PLN_PRINT_BOX_HATCH, PLN_PRINT_LINE, chip->x, top, chip->width, bottom - top);
  else
    pln_print_add_box (sheet->print, PLN_PRINT_BOX_TINT, colour, chip->x, top, chip->width, bottom - top);
  if (is_continued)
    {
      g_autofree char *words = g_strdup_printf (_("%s (continued)"), item->title);

      add_text (sheet, pln_print_text_new (sheet->print, words, 8 * sheet->factor, FALSE, chip->width - 2 * INSET),
                PLN_PRINT_DIM, x, &y, bottom);
      return;
    }

  add_text (sheet, meta_of (sheet, chip), PLN_PRINT_DIM, x, &y, bottom);
  add_text (sheet, title_of (sheet, chip), item->is_break || item->is_cancelled ? PLN_PRINT_DIM : PLN_PRINT_BLACK, x, &y, bottom);
  add_text (sheet, people_of (sheet, chip), PLN_PRINT_BLACK, x, &y, bottom);
}

/* The names of the rooms, which every page repeats. */
static double
add_rooms (Sheet  *sheet,
           double  y)
{
  double height = 0;

  for (guint i = sheet->first; i < sheet->last; i++)
    {
      double left = sheet->edges[i - sheet->first], right = sheet->edges[i - sheet->first + 1];
      PangoLayout *name = pln_print_text_new (sheet->print, g_ptr_array_index (sheet->grid->columns, i), 10, TRUE,
                                              right - left - 2 * INSET);

      pln_print_text_limit (name, 40);
      height = MAX (height, pln_print_text_height (name));
      pln_print_add_text (sheet->print, name, PLN_PRINT_BLACK, left + INSET, y);
    }

  return y + height + 4;
}

/* What has no time of day. */
static double
add_all_day (Sheet  *sheet,
             double  y,
             double  bottom)
{
  double width = pln_print_get_width (sheet->print) - 2 * PLN_PRINT_MARGIN;

  for (guint i = 0; i < sheet->grid->all_day->len; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (sheet->grid->all_day, i);
      g_autofree char *colour = pln_print_colour_of (sheet->programme, item);
      g_autofree char *people = pln_print_people_of (item);
      g_autofree char *with_room = pln_print_join (item->title, item->room);
      g_autofree char *words = pln_print_join (with_room, people);
      PangoLayout *text = pln_print_text_new (sheet->print, words, 9, TRUE, width - TIMES_WIDTH - 2 * INSET);
      PangoLayout *label = pln_print_text_new (sheet->print, _("All day"), 7, FALSE, TIMES_WIDTH - INSET);

      pln_print_text_limit (text, 40);
      pln_print_text_limit (label, 12);
      if (y + pln_print_text_height (text) + INSET > bottom)
        {
          g_object_unref (text);
          g_object_unref (label);
          break;
        }
      pln_print_add_box (sheet->print, PLN_PRINT_BOX_TINT, colour,
                         PLN_PRINT_MARGIN + TIMES_WIDTH, y, width - TIMES_WIDTH, pln_print_text_height (text) + INSET);
      pln_print_add_text (sheet->print, label, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y + INSET / 2);
      y += INSET / 2;
      pln_print_add_text (sheet->print, text, PLN_PRINT_BLACK, PLN_PRINT_MARGIN + TIMES_WIDTH + INSET + 1, y);
      y += pln_print_text_height (text) + INSET;
    }

  return y;
}

/* The times at which anything begins, with a line through all rooms. */
static void
add_times (Sheet  *sheet,
           guint   from,
           guint   to,
           double  top)
{
  double width = pln_print_get_width (sheet->print) - 2 * PLN_PRINT_MARGIN;
  double free_from = 0;

  for (guint line = from; line < to; line++)
    {
      const Chip *begins = NULL;
      double y = top + sheet->tops[line] - sheet->tops[from];
      g_autofree char *words = NULL;
      PangoLayout *text;

      for (guint i = 0; i < sheet->chips->len && begins == NULL; i++)
        if (g_array_index (sheet->chips, Chip, i).from == line)
          begins = &g_array_index (sheet->chips, Chip, i);
      if (begins == NULL || y < free_from)
        continue;

      words = pln_when_words_time (begins->place->item->start);
      text = pln_print_text_new (sheet->print, words, 8.5, TRUE, TIMES_WIDTH - INSET);
      pln_print_text_limit (text, 1);
      free_from = y + pln_print_text_height (text);
      if (free_from > pln_print_bottom (sheet->print))
        {
          g_object_unref (text);
          return;
        }
      pln_print_add_box (sheet->print, PLN_PRINT_BOX_FULL, "#e4e3e6", PLN_PRINT_MARGIN, y - BETWEEN / 2, width, 0.5);
      pln_print_add_text (sheet->print, text, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y);
    }
}

static void
add_page (Sheet  *sheet,
          guint   from,
          guint   to,
          double  top)
{
  add_times (sheet, from, to, top);
  for (guint i = 0; i < sheet->chips->len; i++)
    {
      const Chip *chip = &g_array_index (sheet->chips, Chip, i);
      guint first = MAX (chip->from, from), last = MIN (chip->to, to);

      if (first < last)
        add_chip (sheet, chip, top + sheet->tops[first] - sheet->tops[from],
                  top + MIN (sheet->tops[last] - sheet->tops[from], pln_print_bottom (sheet->print) - top) - BETWEEN,
                  chip->from < from);
    }
}

static double
begin_page (Sheet *sheet)
{
  g_autofree char *day = pln_when_words_heading (sheet->day->date);
  double y;

  pln_print_add_page (sheet->print);
  y = pln_print_head (sheet->print, sheet->programme->title, day);

  return add_rooms (sheet, y);
}

/* How many lanes each column has at most. */
static guint *
count_lanes (const PlnProgrammeGrid *grid)
{
  guint *lanes = g_new0 (guint, grid->columns->len + 1);

  for (guint i = 0; i < grid->columns->len; i++)
    lanes[i] = 1;
  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = &g_array_index (grid->places, PlnProgrammePlace, i);

      lanes[place->column] = MAX (lanes[place->column], place->n_lanes);
    }

  return lanes;
}

/* The rooms from sheet->first on that a page has place for, evenly. */
static void
find_columns (Sheet       *sheet,
              const guint *lanes)
{
  double width = pln_print_get_width (sheet->print) - 2 * PLN_PRINT_MARGIN - TIMES_WIDTH;
  guint most = MAX (1, (guint) (width / UNIT_WIDTH)), left = 0, n = 0, even;
  double unit, x = PLN_PRINT_MARGIN + TIMES_WIDTH;

  for (guint i = sheet->first; i < sheet->grid->columns->len; i++)
    left += lanes[i];
  even = (left + (left + most - 1) / most - 1) / ((left + most - 1) / most);
  for (sheet->last = sheet->first; sheet->last < sheet->grid->columns->len; sheet->last++)
    {
      if (n > 0 && n + lanes[sheet->last] > even)
        break;
      n += lanes[sheet->last];
    }

  unit = width / n;
  sheet->edges = g_new (double, sheet->last - sheet->first + 1);
  for (guint i = sheet->first; i <= sheet->last; i++)
    {
      sheet->edges[i - sheet->first] = x;
      x += unit * (i < sheet->last ? lanes[i] : 0);
    }
}

static void
print_sheet (Sheet *sheet)
{
  double top = begin_page (sheet), bottom = pln_print_bottom (sheet->print);

  if (sheet->first == 0)
    top = add_all_day (sheet, top, bottom - 120);
  if (sheet->day->n == 0)
    pln_print_add_text (sheet->print, pln_print_text_new (sheet->print, _("The programme is not known yet."), 12, FALSE, -1),
                        PLN_PRINT_DIM, PLN_PRINT_MARGIN, top);
  find_lines (sheet);
  find_chips (sheet);
  sheet->tops = g_new0 (double, sheet->lines->len + 1);

  if (sheet->lines->len > 0)
    {
      guint from = 0, to;

      fit (sheet, bottom - top);
      for (;; from = to)
        {
          to = find_break (sheet, from, bottom - top);
          add_page (sheet, from, to, top);
          if (to + 1 >= sheet->lines->len)
            break;
          top = begin_page (sheet);
        }
    }

  g_clear_pointer (&sheet->lines, g_array_unref);
  g_clear_pointer (&sheet->chips, g_array_unref);
  g_clear_pointer (&sheet->tops, g_free);
  g_clear_pointer (&sheet->edges, g_free);
}

/**
 * pln_print_days:
 * @print: pages, wide ones
 * @programme: a programme
 *
 * Prints each day as a grid of rooms and time.
 */
void
pln_print_days (PlnPrint           *print,
                const PlnProgramme *programme)
{
  for (guint i = 0; i < programme->days->len; i++)
    {
      g_autoptr(PlnProgrammeGrid) grid = pln_programme_grid_new (programme, i);
      g_autofree guint *lanes = count_lanes (grid);
      Sheet sheet = { .print = print, .programme = programme, .grid = grid, .day = g_ptr_array_index (programme->days, i) };

      do
        {
          find_columns (&sheet, lanes);
          print_sheet (&sheet);
          sheet.first = sheet.last;
        }
      while (sheet.first < grid->columns->len);
    }
}
