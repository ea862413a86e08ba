/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-grid.h"

#include "pln-lanes.h"

#define SHORTEST 300 /* seconds: what has no length is shown as long as this */

static PlnProgrammePlace *
place_at (GArray *places,
          guint   at)
{
  return &g_array_index (places, PlnProgrammePlace, at);
}

static gboolean
overlap (const PlnProgrammePlace *a,
         const PlnProgrammePlace *b)
{
  return a->start < b->end && b->start < a->end
         && a->column < b->column + b->n_columns && b->column < a->column + a->n_columns;
}

/* Which rooms get a column on a day: room → column + 1. A foyer where there is
 * nothing but breaks gets none, as its breaks are for everybody. */
static GHashTable *
find_columns (PlnProgrammeGrid   *grid,
              const PlnProgramme *programme,
              GPtrArray          *items)
{
  GHashTable *columns = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *used = g_new0 (guint8, programme->rooms->len + 1);

  for (guint i = 0; i < items->len; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (items, i);

      for (guint j = 0; j < item->n_rooms; j++)
        used[item->first_room + (int) j] |= !item->is_break || item->n_rooms > 1;
    }
  for (guint i = 0; i < programme->rooms->len; i++)
    if (used[i])
      {
        const PlnRoom *room = g_ptr_array_index (programme->rooms, i);

        g_ptr_array_add (grid->columns, g_strdup (room->name));
        g_hash_table_insert (columns, GUINT_TO_POINTER (i), GUINT_TO_POINTER (grid->columns->len));
      }

  return columns;
}

/* What goes over several columns does so only where it is alone. */
static gboolean
is_alone (PlnProgrammeGrid        *grid,
          const PlnProgrammePlace *place)
{
  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *other = place_at (grid->places, i);

      if (other->item != place->item && overlap (other, place))
        return FALSE;
    }

  return TRUE;
}

static void
place_items (PlnProgrammeGrid *grid,
             GPtrArray        *items,
             GHashTable       *columns)
{
  for (guint i = 0; i < items->len; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (items, i);
      PlnProgrammePlace place = { .item = item, .n_lanes_filled = 1, .n_lanes = 1 };

      guint column = item->n_rooms > 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (columns, GINT_TO_POINTER (item->first_room))) : 0;

      place.start = g_date_time_to_unix (item->start);
      place.end = MAX (g_date_time_to_unix (item->end), place.start + SHORTEST);
      place.column = column > 0 ? column - 1 : 0;
      place.n_columns = column > 0 ? item->n_rooms : MAX (grid->columns->len, 1);
      place.is_elsewhere = column == 0;
      g_array_append_val (grid->places, place);
    }
}

/* What has no column is for everybody where nothing else is; else it stands in
 * one that all of these share. */
static void
settle_wide_ones (PlnProgrammeGrid *grid)
{
  guint own = grid->columns->len;
  gboolean need_own = own == 0;

  for (guint i = 0; i < grid->places->len; i++)
    {
      PlnProgrammePlace *place = place_at (grid->places, i);

      if ((place->n_columns == 1 && !place->is_elsewhere) || is_alone (grid, place))
        continue;
      if (place->is_elsewhere)
        {
          place->column = own;
          need_own = TRUE;
        }
      else
        place->is_elsewhere = TRUE;
      place->n_columns = 1;
    }
  if (need_own)
    g_ptr_array_add (grid->columns, g_strdup (""));
}

/* What is in one room at once stands side by side. */
static void
pack_column (PlnProgrammeGrid *grid,
             guint             column)
{
  g_autoptr(GArray) lanes = g_array_new (FALSE, TRUE, sizeof (PlnLanesItem));
  g_autoptr(GArray) which = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < grid->places->len; i++)
    {
      const PlnProgrammePlace *place = place_at (grid->places, i);
      PlnLanesItem lane = { .start = place->start, .end = place->end };

      if (place->column != column || place->n_columns != 1)
        continue;
      g_array_append_val (lanes, lane);
      g_array_append_val (which, i);
    }
  pln_lanes_pack ((PlnLanesItem *) (void *) lanes->data, lanes->len, 0);
  for (guint i = 0; i < which->len; i++)
    {
      PlnProgrammePlace *place = place_at (grid->places, g_array_index (which, guint, i));
      const PlnLanesItem *lane = &g_array_index (lanes, PlnLanesItem, i);

      place->lane = lane->lane;
      place->n_lanes_filled = lane->span;
      place->n_lanes = lane->n_lanes;
    }
}

/**
 * pln_programme_grid_new:
 * @programme: a programme
 * @day: which of its days
 *
 * Finds out which columns a day needs, and where in them its items stand.
 * Takes time in proportion to the square of the number of items of the day
 * that are in no room or in several.
 *
 * Returns: (transfer full): the grid, which borrows from @programme
 */
PlnProgrammeGrid *
pln_programme_grid_new (const PlnProgramme *programme,
                        guint               day)
{
  const PlnProgrammeDay *of_day = g_ptr_array_index (programme->days, day);
  PlnProgrammeGrid *grid = g_new0 (PlnProgrammeGrid, 1);
  g_autoptr(GPtrArray) timed = g_ptr_array_new ();
  g_autoptr(GHashTable) columns = NULL;

  grid->columns = g_ptr_array_new_with_free_func (g_free);
  grid->places = g_array_new (FALSE, TRUE, sizeof (PlnProgrammePlace));
  grid->all_day = g_ptr_array_new ();
  for (guint i = of_day->first; i < of_day->first + of_day->n; i++)
    {
      PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);

      g_ptr_array_add (item->all_day ? grid->all_day : timed, item);
    }

  columns = find_columns (grid, programme, timed);
  place_items (grid, timed, columns);
  settle_wide_ones (grid);
  for (guint i = 0; i < grid->columns->len; i++)
    pack_column (grid, i);

  return grid;
}

/**
 * pln_programme_grid_free:
 * @grid: (transfer full): a grid
 */
void
pln_programme_grid_free (PlnProgrammeGrid *grid)
{
  g_ptr_array_unref (grid->columns);
  g_array_unref (grid->places);
  g_ptr_array_unref (grid->all_day);
  g_free (grid);
}
