/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-grid.h"

#include "pln-board-layout.h"

#define MARGIN 24 /* pixels around what is seen: shadows */

/**
 * PlnBoardGrid:
 *
 * Holds the columns of the board. It draws only those that are seen, as there
 * may be many more.
 */
struct _PlnBoardGrid
{
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller; /* which holds it */
};

G_DEFINE_FINAL_TYPE (PlnBoardGrid, pln_board_grid, GTK_TYPE_WIDGET)

static void
pln_board_grid_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GtkWidget *scroller = GTK_WIDGET (PLN_BOARD_GRID (widget)->scroller);
  int height = gtk_widget_get_height (scroller);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t area;

      if (gtk_widget_compute_bounds (child, scroller, &area)
          && area.origin.y < height + MARGIN && area.origin.y + area.size.height > -MARGIN)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

static void
pln_board_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pln_board_grid_parent_class)->dispose (object);
}

static void
pln_board_grid_class_init (PlnBoardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_board_grid_dispose;
  widget_class->snapshot = pln_board_grid_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, PLN_TYPE_BOARD_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardgrid");
}

static void
pln_board_grid_init (PlnBoardGrid *self)
{
}

/**
 * pln_board_grid_new:
 * @scroller: what will hold it
 *
 * Returns: an empty grid
 */
GtkWidget *
pln_board_grid_new (GtkScrolledWindow *scroller)
{
  PlnBoardGrid *self = g_object_new (PLN_TYPE_BOARD_GRID, NULL);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);

  self->scroller = scroller;
  g_signal_connect_object (down, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
