/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

/**
 * PlnProgrammePlace:
 * @item: what stands here
 * @column: its first column
 * @n_columns: how many columns it goes over
 * @lane: where in the column, counted from 0
 * @n_lanes_filled: how many lanes it takes
 * @n_lanes: how many lanes the column has there; 1 for what goes over several
 * @start: seconds since 1970
 * @end: seconds since 1970, after @start
 * @is_elsewhere: whether its column does not say which room it is in
 *
 * Where an item stands in a grid of rooms and time. No two stand on each
 * other.
 */
typedef struct
{
  const PlnProgrammeItem *item;
  guint                   column;
  guint                   n_columns;
  guint                   lane;
  guint                   n_lanes_filled;
  guint                   n_lanes;
  gint64                  start;
  gint64                  end;
  gboolean                is_elsewhere;
} PlnProgrammePlace;

/**
 * PlnProgrammeGrid:
 * @columns: (element-type utf8): names of rooms; "" is for what has none
 * @places: (element-type PlnProgrammePlace): by start and column
 * @all_day: (element-type PlnProgrammeItem): what has no time of day
 *
 * One day of a programme.
 */
typedef struct
{
  GPtrArray *columns;
  GArray    *places;
  GPtrArray *all_day;
} PlnProgrammeGrid;

PlnProgrammeGrid *pln_programme_grid_new  (const PlnProgramme *programme,
                                           guint               day);
void              pln_programme_grid_free (PlnProgrammeGrid   *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnProgrammeGrid, pln_programme_grid_free)

G_END_DECLS
