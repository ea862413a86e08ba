/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-day-axis.h"
#include "pln-time-ghost.h"
#include "pln-time-grid.h"

G_BEGIN_DECLS

#define PLN_TIME_GRID_EDGE 6  /* where a chip is taken by its end */
#define PLN_TIME_GRID_SLOT 30 /* minutes from one slot to the next */
#define PLN_TIME_GRID_LIFTED 0.4 /* opacity of what is in the air, where it was */

/* A column as it is kept. */
typedef struct
{
  GDate     day;
  char     *name;
  gboolean  is_free;
} PlnTimeGridColumn;

/* Where a chip stands or would stand, and for what. */
typedef struct
{
  GPtrArray    *items;     /* of PlnTimeItem, in order of time; the first names it */
  guint         column;
  guint         n_columns; /* as it is drawn; 1 where something else stands beside it */
  double        from;      /* places on the axis, cut to what it shows */
  double        to;
  guint         lane;
  guint         span;
  guint         n_lanes;
  GdkRectangle  area;
  guint         index;    /* among the spots of the grid */
  GtkWidget    *chip;     /* NULL while it is far from what is seen */
  gboolean      has_face; /* its chip shows what it stands for */
} PlnTimeSpot;

typedef enum
{
  PLN_TIME_DRAG_NONE,
  PLN_TIME_DRAG_CREATE,
  PLN_TIME_DRAG_MOVE,
  PLN_TIME_DRAG_START,
  PLN_TIME_DRAG_END,
} PlnTimeDragKind;

/* What is in the air, by pointer or by keyboard. */
typedef struct
{
  PlnTimeDragKind  kind;
  gboolean         begun;       /* the pointer has gone far enough */
  gboolean         by_keyboard;
  gboolean         is_waiting;  /* the ghost stays until the owner has asked for the rest */
  PlnTimeItem     *item;        /* what is moved or changed */
  char            *title;       /* of what comes from elsewhere; else NULL */
  guint            press_column;
  double           press_place;
  double           press_x;     /* of the pointer, in the grid */
  double           press_y;
  double           x;
  double           y;
  guint            column;      /* where the ghost is */
  guint            n_columns;
  gint64           start;
  gint64           end;
  GdkModifierType  state;
  guint            tick;        /* scrolls while the pointer is at an edge */
} PlnTimeDrag;

struct _PlnTimeGrid
{
  GtkWidget        parent_instance;

  GArray          *columns; /* of PlnTimeGridColumn */
  PlnDayAxis      *axis;    /* NULL without columns */
  GTimeZone       *zone;
  int              hour_height;
  int              step;
  int              least_column;
  int              least_lane;
  PlnTimeGridFace  face;
  gpointer         face_data;

  GPtrArray       *items;   /* of PlnTimeItem, by time */
  GPtrArray       *spots;   /* of PlnTimeSpot, by time */
  GHashTable      *chips;   /* of chips, by the key of their first item */
  int              laid_out_for; /* the width; -1: anew */
  guint            laid_out_id;
  GdkRectangle     view;    /* what is seen of it; all of it where it has no height */
  GPtrArray       *spare;   /* of chips that stand for nothing */
  guint            slice_tick; /* more chips come with the next frame */

  char            *new_title; /* NULL: “New session” */
  char            *selected;
  PlnTimeItem     *held;    /* cut or copied */
  gboolean         held_is_cut;

  GtkWidget       *slot;
  guint            slot_column;
  double           slot_place;
  gboolean         slot_is_chosen; /* the user went to it, it is not merely where Tab came in */
  GtkWidget       *ghost;
  GtkWidget       *reason;
  GtkWidget       *status;
  PlnTimeDrag      drag;
  GtkGesture      *drag_gesture;
  GtkEventController *motion;
};

enum
{
  PLN_TIME_GRID_CREATE,
  PLN_TIME_GRID_MOVE,
  PLN_TIME_GRID_RESIZE,
  PLN_TIME_GRID_ACTIVATE,
  PLN_TIME_GRID_SELECT,
  PLN_TIME_GRID_REMOVE,
  PLN_TIME_GRID_RENAME,
  PLN_TIME_GRID_WARN,
  PLN_TIME_GRID_IN_AIR,
  PLN_TIME_GRID_LEAVE,
  PLN_TIME_GRID_LAID_OUT,
  PLN_TIME_GRID_N_SIGNALS
};

extern guint pln_time_grid_signals[PLN_TIME_GRID_N_SIGNALS];

/* pln-time-grid-layout.c */
void               pln_time_grid_lay_out        (PlnTimeGrid *self,
                                                 int          width);
void               pln_time_grid_allocate       (PlnTimeGrid *self,
                                                 int          width);
double             pln_time_grid_place_to_y     (PlnTimeGrid *self,
                                                 double       place);
double             pln_time_grid_y_to_place     (PlnTimeGrid *self,
                                                 double       y);
guint              pln_time_grid_column_at      (PlnTimeGrid *self,
                                                 double       x);
PlnTimeSpot       *pln_time_grid_spot_at        (PlnTimeGrid *self,
                                                 double       x,
                                                 double       y);
PlnTimeSpot       *pln_time_grid_spot_of_chip   (PlnTimeGrid *self,
                                                 GtkWidget   *chip);
PlnTimeSpot       *pln_time_grid_spot_of_key    (PlnTimeGrid *self,
                                                 const char  *key);
PlnTimeItem       *pln_time_grid_spot_item      (PlnTimeSpot *spot);
void               pln_time_grid_span_area      (PlnTimeGrid  *self,
                                                 guint         column,
                                                 guint         n_columns,
                                                 double        from,
                                                 double        to,
                                                 GdkRectangle *area);

/* pln-time-grid-chips.c */
void               pln_time_grid_set_spots      (PlnTimeGrid *self,
                                                 GPtrArray   *spots);
void               pln_time_grid_show_near      (PlnTimeGrid *self);
void               pln_time_grid_set_view       (PlnTimeGrid        *self,
                                                 const GdkRectangle *view);
void               pln_time_grid_reveal         (PlnTimeGrid *self,
                                                 PlnTimeSpot *spot);

/* pln-time-grid-drag.c */
void               pln_time_grid_init_drag      (PlnTimeGrid *self);
void               pln_time_grid_stop_drag      (PlnTimeGrid *self);
void               pln_time_grid_show_ghost     (PlnTimeGrid *self);
gint64             pln_time_grid_snap           (PlnTimeGrid *self,
                                                 guint        column,
                                                 double       place,
                                                 int          step);

/* pln-time-grid-keys.c */
void               pln_time_grid_init_keys      (PlnTimeGrid *self);
gboolean           pln_time_grid_move_focus     (PlnTimeGrid     *self,
                                                 GtkDirectionType direction);
void               pln_time_grid_put_slot       (PlnTimeGrid *self,
                                                 guint        column,
                                                 double       place);

/* pln-time-grid-words.c */
const char        *pln_time_grid_title_of       (PlnTimeGrid *self,
                                                 PlnTimeItem *item);
char              *pln_time_grid_slot_words     (PlnTimeGrid *self);
char              *pln_time_grid_span_words     (PlnTimeGrid *self,
                                                 guint        column,
                                                 gint64       start,
                                                 gint64       end);
GDateTime         *pln_time_grid_moment         (PlnTimeGrid *self,
                                                 gint64       at);
void               pln_time_grid_say            (PlnTimeGrid *self,
                                                 const char  *words);

/* pln-time-grid-snapshot.c */
void               pln_time_grid_draw_ground    (PlnTimeGrid *self,
                                                 GtkSnapshot *snapshot);
void               pln_time_grid_draw_now       (PlnTimeGrid *self,
                                                 GtkSnapshot *snapshot,
                                                 double       opacity);

G_END_DECLS
