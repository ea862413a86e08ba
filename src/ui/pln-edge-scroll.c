/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-edge-scroll.h"

#define ZONE  24 /* pixels */
#define SPEED 8  /* pixels a frame */

/**
 * pln_edge_scroll:
 * @adjustment: what part of something is seen
 * @at: where in it the pointer is, which holds something
 *
 * Scrolls by one frame's way if the pointer is near an end of what is seen.
 *
 * Returns: whether that moved anything
 */
gboolean
pln_edge_scroll (GtkAdjustment *adjustment,
                 double         at)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (at < value + ZONE)
    gtk_adjustment_set_value (adjustment, value - SPEED);
  else if (at > value + page - ZONE)
    gtk_adjustment_set_value (adjustment, value + SPEED);

  return gtk_adjustment_get_value (adjustment) != value;
}
