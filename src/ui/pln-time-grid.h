/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-chip.h"
#include "pln-time-item.h"

G_BEGIN_DECLS

#define PLN_TIME_GRID_LEAST_HOUR 30
#define PLN_TIME_GRID_MOST_HOUR  120

/**
 * PlnTimeColumn:
 * @day: the day it shows
 * @name: what a screen reader calls it: “Thursday 21 July”, “Room 1”
 * @is_free: whether nobody works then, so that all of it is shaded
 *
 * A column of a [class@TimeGrid].
 */
typedef struct
{
  GDate       day;
  const char *name;
  gboolean    is_free;
} PlnTimeColumn;

#define PLN_TYPE_TIME_GRID (pln_time_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlnTimeGrid, pln_time_grid, PLN, TIME_GRID, GtkWidget)

/**
 * PlnTimeGridFace:
 * @chip: the chip
 * @items: (element-type PlnTimeItem): what it stands for: one item, or several
 *   for whose lanes there is no room
 * @user_data: as given to [method@TimeGrid.set_face]
 *
 * Gives a chip its face.
 */
typedef void (* PlnTimeGridFace) (PlnChip   *chip,
                                  GPtrArray *items,
                                  gpointer   user_data);

GtkWidget   *pln_time_grid_new              (void);
void         pln_time_grid_set_face         (PlnTimeGrid         *self,
                                             PlnTimeGridFace      face,
                                             gpointer             user_data);
void         pln_time_grid_set_columns      (PlnTimeGrid         *self,
                                             const PlnTimeColumn *columns,
                                             guint                n_columns,
                                             GTimeZone           *zone,
                                             int                  from,
                                             int                  to);
guint        pln_time_grid_get_n_columns    (PlnTimeGrid         *self);
void         pln_time_grid_set_items        (PlnTimeGrid         *self,
                                             GPtrArray           *items);
void         pln_time_grid_update_faces     (PlnTimeGrid         *self);
void         pln_time_grid_update_now       (PlnTimeGrid         *self);

int          pln_time_grid_get_hour_height  (PlnTimeGrid         *self);
void         pln_time_grid_set_hour_height  (PlnTimeGrid         *self,
                                             int                  pixels);
void         pln_time_grid_set_step         (PlnTimeGrid         *self,
                                             int                  minutes);
void         pln_time_grid_set_least_widths (PlnTimeGrid         *self,
                                             int                  column,
                                             int                  lane);

void         pln_time_grid_set_new_title    (PlnTimeGrid         *self,
                                             const char          *title);

PlnTimeItem *pln_time_grid_find             (PlnTimeGrid         *self,
                                             const char          *key);
void         pln_time_grid_select           (PlnTimeGrid         *self,
                                             const char          *key);
gboolean     pln_time_grid_focus            (PlnTimeGrid         *self,
                                             const char          *key);
PlnChip     *pln_time_grid_get_chip         (PlnTimeGrid         *self,
                                             const char          *key);

void         pln_time_grid_get_column_area  (PlnTimeGrid         *self,
                                             guint                column,
                                             int                 *x,
                                             int                 *width);
double       pln_time_grid_get_y            (PlnTimeGrid         *self,
                                             guint                column,
                                             gint64               at);
void         pln_time_grid_get_slot         (PlnTimeGrid         *self,
                                             guint               *column,
                                             gint64              *at);
void         pln_time_grid_set_slot         (PlnTimeGrid         *self,
                                             guint                column,
                                             gint64               at);
void         pln_time_grid_start_ghost      (PlnTimeGrid         *self,
                                             guint                column,
                                             gint64               start,
                                             gint64               end);
gboolean     pln_time_grid_get_ghost_area   (PlnTimeGrid         *self,
                                             GdkRectangle        *area);
gboolean     pln_time_grid_hover            (PlnTimeGrid         *self,
                                             const char          *key,
                                             gpointer             object,
                                             const char          *title,
                                             int                  seconds,
                                             double               x,
                                             double               y,
                                             guint               *column,
                                             gint64              *start);
void         pln_time_grid_clear_ghost      (PlnTimeGrid         *self);

G_END_DECLS
