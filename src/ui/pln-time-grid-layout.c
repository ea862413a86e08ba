/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include "pln-lanes.h"

#include <math.h>

#define GAP_START 2 /* between a line and the chip behind it */
#define GAP_END   3
#define GAP_LANE  2
#define GAP_BELOW 1
#define LEAST_HEIGHT 9 /* enough to be seen and hit */

/* An item on its way to a chip. */
typedef struct
{
  PlnTimeItem *item;
  guint        column;
  guint        n_columns;
  double       from;
  double       to;
  int          top;    /* pixels that no other may take */
  int          bottom;
  guint        lane;
  guint        span;
  guint        n_lanes;
  guint        group;  /* the place of the first of those shown as one */
  int          group_bottom;
} Candidate;

static void
spot_free (gpointer data)
{
  PlnTimeSpot *spot = data;

  g_ptr_array_unref (spot->items);
  g_free (spot);
}

/* The height of a line, with a little less padding than is usual, so that a
 * quarter of an hour has room for one in a programme. */
static int
line_height (PlnTimeGrid *self)
{
  return pln_chip_get_height (GTK_WIDGET (self), 1) - 2;
}

static GArray *
find_candidates (PlnTimeGrid *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  double first = pln_day_axis_get_start (self->axis);
  double last = pln_day_axis_get_end (self->axis);
  int height = (int) pln_time_grid_place_to_y (self, last);

  for (guint i = 0; i < self->items->len; i++)
    {
      PlnTimeItem *item = g_ptr_array_index (self->items, i);
      guint column = pln_time_item_get_column (item);
      Candidate it = { .item = item, .column = column, .span = 1, .n_lanes = 1 };

      if (column >= self->columns->len)
        continue;

      it.from = pln_day_axis_to_place (self->axis, column, pln_time_item_get_start (item));
      it.to = pln_day_axis_to_place (self->axis, column, pln_time_item_get_end (item));
      if (it.from >= last || it.to < first || (it.to <= first && it.from < first))
        continue;

      it.n_columns = MIN (pln_time_item_get_n_columns (item), self->columns->len - column);
      it.from = MAX (it.from, first);
      it.to = MIN (it.to, last);
      it.top = MAX (0, MIN ((int) round (pln_time_grid_place_to_y (self, it.from)), height - LEAST_HEIGHT));
      it.bottom = MAX (it.top + LEAST_HEIGHT, (int) round (pln_time_grid_place_to_y (self, it.to)));
      it.group = candidates->len;
      it.group_bottom = it.bottom;
      g_array_append_val (candidates, it);
    }

  return candidates;
}

static gboolean
stand_beside (const Candidate *a,
              const Candidate *b,
              guint            column)
{
  return a != b && a->top < b->bottom && b->top < a->bottom
         && column >= b->column && column < b->column + b->n_columns;
}

static gboolean
is_alone_in (GArray          *candidates,
             const Candidate *wide,
             guint            column)
{
  for (guint i = 0; i < candidates->len; i++)
    if (stand_beside (wide, &g_array_index (candidates, Candidate, i), column))
      return FALSE;

  return TRUE;
}

/* What reaches over several columns is drawn over those in which it is alone:
 * the longest run of them, or its first column if there is none. */
static gboolean
narrow_one (GArray    *candidates,
            Candidate *wide)
{
  guint best = wide->column, best_length = 0, length = 0;

  for (guint column = wide->column; column < wide->column + wide->n_columns; column++)
    {
      length = is_alone_in (candidates, wide, column) ? length + 1 : 0;
      if (length > best_length)
        {
          best_length = length;
          best = column + 1 - length;
        }
    }

  if (best_length == wide->n_columns)
    return FALSE;

  wide->column = best;
  wide->n_columns = MAX (best_length, 1);

  return TRUE;
}

/* Narrowing one may leave room for nobody else, so that one round is enough
 * for all but those that were looked at before: these are looked at again. */
static void
narrow_wide (GArray *candidates)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < candidates->len; i++)
        {
          Candidate *it = &g_array_index (candidates, Candidate, i);

          if (it->n_columns > 1)
            changed |= narrow_one (candidates, it);
        }
    }
}

static void
column_edges (PlnTimeGrid *self,
              int          width,
              guint        column,
              int         *left,
              int         *right)
{
  gint64 n = self->columns->len;

  *left = (int) (width * (gint64) column / n);
  *right = (int) (width * ((gint64) column + 1) / n);
}

static guint
max_lanes (PlnTimeGrid *self,
           int          width,
           guint        column)
{
  int left, right;

  if (self->least_lane <= 0)
    return 0;

  column_edges (self, width, column, &left, &right);

  return (guint) MAX (1, (right - left - GAP_START - GAP_END) / self->least_lane);
}

static void
pack_column (PlnTimeGrid *self,
             GArray      *candidates,
             int          width,
             guint        column)
{
  g_autoptr(GArray) lanes = g_array_new (FALSE, TRUE, sizeof (PlnLanesItem));
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *it = &g_array_index (candidates, Candidate, i);
      PlnLanesItem lane = { .start = it->top, .end = it->bottom };

      if (it->column != column || it->n_columns > 1)
        continue;

      g_array_append_val (lanes, lane);
      g_array_append_val (places, i);
    }

  pln_lanes_pack ((PlnLanesItem *) (gpointer) lanes->data, lanes->len, max_lanes (self, width, column));

  for (guint i = 0; i < lanes->len; i++)
    {
      const PlnLanesItem *lane = &g_array_index (lanes, PlnLanesItem, i);
      Candidate *it = &g_array_index (candidates, Candidate, g_array_index (places, guint, i));

      it->lane = lane->lane;
      it->span = lane->span;
      it->n_lanes = lane->n_lanes;
      it->group = g_array_index (places, guint, lane->group);
      it->group_bottom = (int) lane->group_end;
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  gint64 one = pln_time_item_get_start (*(PlnTimeItem *const *) a);
  gint64 other = pln_time_item_get_start (*(PlnTimeItem *const *) b);

  return one < other ? -1 : one > other;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const PlnTimeSpot *one = *(PlnTimeSpot *const *) a;
  const PlnTimeSpot *other = *(PlnTimeSpot *const *) b;
  gint64 start = pln_time_item_get_start (one->items->pdata[0]);
  gint64 other_start = pln_time_item_get_start (other->items->pdata[0]);

  if (start != other_start)
    return start < other_start ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;

  return one->lane < other->lane ? -1 : one->lane > other->lane;
}

static void
place_chip (PlnTimeGrid *self,
            PlnTimeSpot *spot,
            int          width,
            int          top,
            int          bottom)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left, right, end, inner, x;

  column_edges (self, width, spot->column, &left, &right);
  column_edges (self, width, spot->column + spot->n_columns - 1, &x, &end);
  left += GAP_START;
  inner = end - left - GAP_END + GAP_LANE;
  x = left + inner * (int) spot->lane / (int) spot->n_lanes;
  end = left + inner * (int) (spot->lane + spot->span) / (int) spot->n_lanes - GAP_LANE;

  spot->area.width = MAX (end - x, 1);
  spot->area.x = mirrored ? width - x - spot->area.width : x;
  spot->area.y = top;
  spot->area.height = MAX (bottom - top - GAP_BELOW, 1);
}

/* One for each group, whose place is that of its first. */
static GPtrArray *
make_spots (PlnTimeGrid *self,
            GArray      *candidates,
            int          width)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func (spot_free);
  g_autoptr(GHashTable) groups = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *it = &g_array_index (candidates, Candidate, i);
      Candidate *first = &g_array_index (candidates, Candidate, it->group);
      PlnTimeSpot *spot = g_hash_table_lookup (groups, GUINT_TO_POINTER (it->group));

      if (spot == NULL)
        {
          spot = g_new0 (PlnTimeSpot, 1);
          spot->items = g_ptr_array_new_with_free_func (g_object_unref);
          spot->column = first->column;
          spot->n_columns = first->n_columns;
          spot->lane = first->lane;
          spot->span = first->span;
          spot->n_lanes = first->n_lanes;
          spot->from = it->from;
          spot->to = it->to;
          place_chip (self, spot, width, first->top, first->group_bottom);
          g_hash_table_insert (groups, GUINT_TO_POINTER (it->group), spot);
          g_ptr_array_add (spots, spot);
        }
      spot->from = MIN (spot->from, it->from);
      spot->to = MAX (spot->to, it->to);
      g_ptr_array_add (spot->items, g_object_ref (it->item));
    }

  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_sort (((PlnTimeSpot *) spots->pdata[i])->items, compare_items);
  g_ptr_array_sort (spots, compare_spots);

  return spots;
}

/* What is shorter than a line has a whole one where nothing else is in its way. */
static void
stretch (PlnTimeGrid *self,
         GPtrArray   *spots)
{
  int line = line_height (self);

  for (guint i = 0; i < spots->len; i++)
    {
      PlnTimeSpot *spot = spots->pdata[i];
      int bottom = MIN (spot->area.y + line, (int) pln_time_grid_place_to_y (self, pln_day_axis_get_end (self->axis)));

      for (guint k = 0; k < spots->len && spot->area.height < line; k++)
        {
          PlnTimeSpot *other = spots->pdata[k];

          if (k != i && other->area.y > spot->area.y && other->area.y - GAP_BELOW < bottom
              && other->area.x < spot->area.x + spot->area.width && spot->area.x < other->area.x + other->area.width)
            bottom = other->area.y - GAP_BELOW;
        }
      spot->area.height = MAX (spot->area.height, bottom - spot->area.y);
    }
}

/* Puts everything where it belongs in a grid of this width. */
void
pln_time_grid_lay_out (PlnTimeGrid *self,
                       int          width)
{
  g_autoptr(GArray) candidates = NULL;
  GPtrArray *spots;

  if (self->laid_out_for == width || self->axis == NULL)
    return;

  self->laid_out_for = width;
  candidates = find_candidates (self);
  narrow_wide (candidates);
  for (guint column = 0; column < self->columns->len; column++)
    pack_column (self, candidates, width, column);
  spots = make_spots (self, candidates, width);
  stretch (self, spots);
  pln_time_grid_set_spots (self, spots);
}

static void
allocate_child (GtkWidget          *child,
                const GdkRectangle *area)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (area->width, least_width), MAX (area->height, least_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (area->x, area->y)));
}

static void
allocate_label (PlnTimeGrid *self,
                GtkWidget   *label,
                double       x,
                double       y)
{
  GdkRectangle area;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area.width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL, NULL);
  area.x = (int) CLAMP (x, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - area.width, 0));
  area.y = (int) CLAMP (y, 0, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - area.height, 0));
  allocate_child (label, &area);
}

/* Gives the children their places. */
void
pln_time_grid_allocate (PlnTimeGrid *self,
                        int          width)
{
  GdkRectangle area = { 0 };

  pln_time_grid_show_near (self);
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (spot->chip != NULL)
        allocate_child (spot->chip, &spot->area);
    }
  for (guint i = 0; i < self->spare->len; i++)
    allocate_child (self->spare->pdata[i], &area);

  if (self->axis != NULL)
    pln_time_grid_span_area (self, self->slot_column, 1, self->slot_place, self->slot_place + PLN_TIME_GRID_SLOT, &area);
  allocate_child (self->slot, &area);
  allocate_label (self, self->status, area.x, area.y);

  if (gtk_widget_get_visible (self->ghost) && self->axis != NULL)
    {
      PlnTimeDrag *drag = &self->drag;

      pln_time_grid_span_area (self, drag->column, drag->n_columns,
                               pln_day_axis_to_place (self->axis, drag->column, drag->start),
                               pln_day_axis_to_place (self->axis, drag->column, drag->end), &area);
      area.height = MAX (area.height, line_height (self));
      allocate_child (self->ghost, &area);
    }
  if (gtk_widget_get_visible (self->reason))
    allocate_label (self, self->reason, self->drag.x + 18, self->drag.y + 18);
}

/* Where something of these columns and times is, beside nothing else. */
void
pln_time_grid_span_area (PlnTimeGrid  *self,
                         guint         column,
                         guint         n_columns,
                         double        from,
                         double        to,
                         GdkRectangle *area)
{
  PlnTimeSpot spot = { .column = column, .n_columns = n_columns, .span = 1, .n_lanes = 1 };

  from = MAX (from, pln_day_axis_get_start (self->axis));
  to = MIN (to, pln_day_axis_get_end (self->axis));
  place_chip (self, &spot, MAX (self->laid_out_for, 1), (int) round (pln_time_grid_place_to_y (self, from)),
              (int) round (pln_time_grid_place_to_y (self, to)));
  *area = spot.area;
}

double
pln_time_grid_place_to_y (PlnTimeGrid *self,
                          double       place)
{
  return (place - pln_day_axis_get_start (self->axis)) * self->hour_height / 60;
}

double
pln_time_grid_y_to_place (PlnTimeGrid *self,
                          double       y)
{
  double place = pln_day_axis_get_start (self->axis) + y * 60 / self->hour_height;

  return CLAMP (place, pln_day_axis_get_start (self->axis), pln_day_axis_get_end (self->axis));
}

guint
pln_time_grid_column_at (PlnTimeGrid *self,
                         double       x)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  return (guint) CLAMP (x * self->columns->len / width, 0, self->columns->len - 1);
}

PlnTimeSpot *
pln_time_grid_spot_at (PlnTimeGrid *self,
                       double       x,
                       double       y)
{
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (x >= spot->area.x && x < spot->area.x + spot->area.width
          && y >= spot->area.y && y < spot->area.y + spot->area.height)
        return spot;
    }

  return NULL;
}

PlnTimeSpot *
pln_time_grid_spot_of_chip (PlnTimeGrid *self,
                            GtkWidget   *chip)
{
  return chip != NULL ? g_object_get_data (G_OBJECT (chip), "pln-spot") : NULL;
}

/* The spot of an item, also where it is shown with others. */
PlnTimeSpot *
pln_time_grid_spot_of_key (PlnTimeGrid *self,
                           const char  *key)
{
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      for (guint k = 0; k < spot->items->len; k++)
        if (g_strcmp0 (pln_time_item_get_key (spot->items->pdata[k]), key) == 0)
          return spot;
    }

  return NULL;
}

/* The one item of a spot, NULL if it shows several. */
PlnTimeItem *
pln_time_grid_spot_item (PlnTimeSpot *spot)
{
  return spot->items->len == 1 ? spot->items->pdata[0] : NULL;
}

/**
 * pln_time_grid_get_column_area:
 * @self: a grid that was given its size
 * @column: a column
 * @x: (out): where it begins, in pixels from the left of the grid
 * @width: (out): how wide it is
 */
void
pln_time_grid_get_column_area (PlnTimeGrid *self,
                               guint        column,
                               int         *x,
                               int         *width)
{
  int left, right;

  g_return_if_fail (PLN_IS_TIME_GRID (self));
  g_return_if_fail (column < self->columns->len);

  column_edges (self, MAX (self->laid_out_for, 0), column, &left, &right);
  *width = right - left;
  *x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? self->laid_out_for - right : left;
}
