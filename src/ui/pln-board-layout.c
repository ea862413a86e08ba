/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-layout.h"

#define LEAST_WIDTH 168 /* of a column */
#define GAP 12

/**
 * PlnBoardLayout:
 *
 * Puts children in rows of equal columns, as many as there is width for. All
 * of a row are as high as the highest.
 */
struct _PlnBoardLayout
{
  GtkLayoutManager parent_instance;

  guint            n_columns; /* when it was last allocated */
};

G_DEFINE_FINAL_TYPE (PlnBoardLayout, pln_board_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
fit_columns (int width)
{
  return (guint) MAX ((width + GAP) / (LEAST_WIDTH + GAP), 1);
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Where a column begins, so that the rest of a division is spread. */
static int
column_start (guint column,
              guint n_columns,
              int   width)
{
  return (int) column * (width + GAP) / (int) n_columns;
}

static int
column_width (guint column,
              guint n_columns,
              int   width)
{
  return column_start (column + 1, n_columns, width) - column_start (column, n_columns, width) - GAP;
}

/* The height of the row that begins with @first; and the first of the next. */
static int
measure_row (GtkWidget  *first,
             guint       n_columns,
             int         width,
             GtkWidget **next)
{
  GtkWidget *child = first;
  int height = 0;

  for (guint column = 0; column < n_columns && child != NULL; column++)
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width (column, n_columns, width), NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  *next = child;

  return height;
}

static void
pln_board_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 4 * LEAST_WIDTH + 3 * GAP;
      return;
    }

  if (for_size < 0)
    for_size = LEAST_WIDTH;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    height += measure_row (child, fit_columns (for_size), for_size, &child) + GAP;
  *minimum = *natural = MAX (height - GAP, 0);
}

static void
pln_board_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  PlnBoardLayout *self = PLN_BOARD_LAYOUT (manager);
  guint n_columns = fit_columns (width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  self->n_columns = n_columns;
  while (child != NULL)
    {
      GtkWidget *next;
      int row = measure_row (child, n_columns, width, &next);

      for (guint column = 0; column < n_columns && child != next; column++)
        {
          int x = column_start (column, n_columns, width);
          int own = column_width (column, n_columns, width);

          gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - own : x, y, own, row }, -1);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += row + GAP;
    }
}

static GtkSizeRequestMode
pln_board_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pln_board_layout_class_init (PlnBoardLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = pln_board_layout_measure;
  layout_class->allocate = pln_board_layout_allocate;
  layout_class->get_request_mode = pln_board_layout_get_request_mode;
}

static void
pln_board_layout_init (PlnBoardLayout *self)
{
  self->n_columns = 1;
}

/**
 * pln_board_layout_get_n_columns:
 * @self: a layout
 *
 * Returns: how many children stand in a row
 */
guint
pln_board_layout_get_n_columns (PlnBoardLayout *self)
{
  g_return_val_if_fail (PLN_IS_BOARD_LAYOUT (self), 1);

  return self->n_columns;
}
