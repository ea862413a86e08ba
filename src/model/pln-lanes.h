/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnLanesItem:
 * @start: where it begins
 * @end: where it ends, which is not part of it; at least @start
 * @lane: (out): the lane it begins in, counted from 0
 * @span: (out): how many lanes it fills, at least 1
 * @n_lanes: (out): how many lanes stand side by side where it is
 * @group: (out): its own place in the array; or, where there is no room for
 *   all, the place of the first of those that are shown as one
 * @group_end: (out): where the place of its group ends; it begins where the
 *   first of the group begins
 *
 * An interval among others that may overlap it.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint  lane;
  guint  span;
  guint  n_lanes;
  guint  group;
  gint64 group_end;
} PlnLanesItem;

void pln_lanes_pack (PlnLanesItem *items,
                     guint         n_items,
                     guint         max_lanes);

G_END_DECLS
