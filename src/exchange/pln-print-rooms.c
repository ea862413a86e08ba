/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-rows.h"

#include "pln-when-words.h"

#include <glib/gi18n.h>

/* A sheet for the door of each room and day: type as large as the page takes. */

#define LARGEST  27.0 /* points: of the titles */
#define SMALLEST 11.0
#define STEP      1.5

typedef struct
{
  PlnPrint              *print;
  const PlnProgramme    *programme;
  const PlnProgrammeDay *day;
  const char            *room;
  guint                  capacity;
  GPtrArray             *items;
} Door;

static PlnPrintRow
row_of (Door   *door,
        guint   at,
        double  size)
{
  return (PlnPrintRow) {
    .item = g_ptr_array_index (door->items, at),
    .size = size,
    .x = PLN_PRINT_MARGIN,
    .width = pln_print_get_width (door->print) - 2 * PLN_PRINT_MARGIN,
    .with_room = FALSE,
  };
}

static double
begin_page (Door *door)
{
  double width = pln_print_get_width (door->print) - 2 * PLN_PRINT_MARGIN;
  g_autofree char *day = pln_when_words_heading (door->day->date);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", door->capacity), door->capacity);
  PangoLayout *name = pln_print_text_new (door->print, door->room, 44, TRUE, width);
  PangoLayout *date = pln_print_text_new (door->print, day, 20, FALSE, width);
  double y;

  pln_print_add_page (door->print);
  y = pln_print_head (door->print, door->programme->title, door->capacity > 0 ? places : "");
  pln_print_text_limit (name, 130);
  pln_print_add_text (door->print, name, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, y);
  y += pln_print_text_height (name);
  pln_print_add_text (door->print, date, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y);

  return y + pln_print_text_height (date) + 16;
}

static double
measure (Door   *door,
         double  size,
         double  most)
{
  double height = 0;

  for (guint i = 0; i < door->items->len; i++)
    {
      PlnPrintRow row = row_of (door, i, size);

      height += pln_print_row_measure (door->print, &row, most);
    }

  return height;
}

static void
print_door (Door *door)
{
  double y = begin_page (door), bottom = pln_print_bottom (door->print), most = bottom - y, size = LARGEST;

  while (size > SMALLEST && measure (door, size, most) > most)
    size -= STEP;
  for (guint i = 0; i < door->items->len; i++)
    {
      PlnPrintRow row = row_of (door, i, size);
      double height = pln_print_row_measure (door->print, &row, most);

      if (y + height > bottom + 0.5)
        y = begin_page (door);
      pln_print_row_add (door->print, door->programme, &row, y, most);
      y += height;
    }
}

/* A break that is in no room is for those of every room. */
static gboolean
is_at (const PlnProgrammeItem *item,
       int                     room)
{
  if (item->n_rooms == 0)
    return item->is_break || room < 0;

  return room >= item->first_room && room < item->first_room + (int) item->n_rooms;
}

/* room: -1 for what is in no room */
static void
print_room (PlnPrint           *print,
            const PlnProgramme *programme,
            int                 room)
{
  const PlnRoom *known = room >= 0 ? g_ptr_array_index (programme->rooms, (guint) room) : NULL;

  for (guint i = 0; i < programme->days->len; i++)
    {
      g_autoptr(GPtrArray) items = g_ptr_array_new ();
      Door door = { .print = print, .programme = programme, .items = items };
      gboolean is_used = FALSE;

      door.day = g_ptr_array_index (programme->days, i);
      door.room = known != NULL ? known->name : *programme->place != '\0' ? programme->place : programme->title;
      door.capacity = known != NULL ? known->capacity : 0;
      for (guint j = door.day->first; j < door.day->first + door.day->n; j++)
        {
          PlnProgrammeItem *item = g_ptr_array_index (programme->items, j);

          if (!is_at (item, room))
            continue;
          g_ptr_array_add (items, item);
          is_used |= item->n_rooms > 0 || (room < 0 && (!item->is_break || programme->rooms->len == 0));
        }
      if (is_used)
        print_door (&door);
    }
}

/**
 * pln_print_rooms:
 * @print: pages, high ones
 * @programme: a programme
 *
 * Prints a sheet for the door of each room, for each day that it is used.
 */
void
pln_print_rooms (PlnPrint           *print,
                 const PlnProgramme *programme)
{
  for (guint i = 0; i < programme->rooms->len; i++)
    print_room (print, programme, (int) i);
  print_room (print, programme, -1);

  if (pln_print_get_n_pages (print) == 0)
    {
      double y;

      pln_print_add_page (print);
      y = pln_print_head (print, programme->title, "");
      pln_print_add_text (print, pln_print_text_new (print, _("The programme is not known yet."), 12, FALSE, -1),
                          PLN_PRINT_DIM, PLN_PRINT_MARGIN, y);
    }
}
