/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-board.h"

#include "pln-board-pager.h"
#include "pln-group-column.h"
#include "pln-move.h"
#include "pln-unplaced.h"

G_BEGIN_DECLS

typedef struct _PlnFlight PlnFlight;

struct _PlnBoard
{
  GtkWidget       parent_instance;

  PlnGathering   *gathering;
  PlnRound       *round;
  gboolean        narrow;
  gboolean        stale;    /* the groups are others */
  gboolean        filling;  /* some columns are still to be made */
  gboolean        restless; /* who is here has changed */
  guint           update_source;
  guint           changed_source; /* new columns are judged in a moment of their own */

  GtkWidget      *content;
  PlnUnplaced    *unplaced;
  GtkWidget      *scroller; /* wide */
  GtkWidget      *grid;
  PlnBoardPager  *pager;    /* narrow */
  GPtrArray      *columns;  /* PlnGroupColumn, which their parents own */
  GtkWidget      *popover;  /* (nullable): what was opened last */

  GHashTable     *chosen;   /* ids */
  char           *focus;    /* who is to have the focus when all is shown */

  /* the hand: who is in the air, and where they would be dropped */
  GPtrArray      *held;     /* (nullable): ids */
  char           *target;   /* (nullable): the UID of a group, or "": without a place */
  PlnGroupRole    target_role;

  /* what moves by itself */
  PlnFlight      *flight;   /* (nullable) */
  GPtrArray      *landed;   /* (nullable): ids: who was dropped, and does not fly */

  /* the pointer */
  PlnPersonCard  *pressed;  /* (nullable) */
  GdkPaintable   *ghost;    /* (nullable): the card that is seen in the air */
  double          x;
  double          y;
  double          grip_x;   /* where in the card it was taken */
  double          grip_y;
  guint           tick;

  /* digits that were typed, for a group of two */
  guint           digits;
  guint           digit_source;
};

/* in pln-board.c */
PlnPersonCard *pln_board_find_card     (PlnBoard       *self,
                                        const char     *person);
PlnGroupColumn *pln_board_find_column  (PlnBoard       *self,
                                        const char     *group);
void           pln_board_open_popover  (PlnBoard       *self,
                                        GtkWidget      *popover,
                                        GtkWidget      *at);
gboolean       pln_board_can_change    (PlnBoard       *self);
void           pln_board_hand_changed  (PlnBoard       *self);

/* in pln-board-hand.c */
void           pln_board_choose        (PlnBoard       *self,
                                        PlnPersonCard  *card,
                                        gboolean        add);
void           pln_board_choose_none   (PlnBoard       *self);
void           pln_board_show_chosen   (PlnBoard       *self);
GPtrArray     *pln_board_list_for      (PlnBoard       *self,
                                        PlnPersonCard  *card);
gboolean       pln_board_pick_up       (PlnBoard       *self,
                                        PlnPersonCard  *card);
void           pln_board_aim           (PlnBoard       *self,
                                        const char     *group,
                                        PlnGroupRole    role);
void           pln_board_drop          (PlnBoard       *self);
void           pln_board_put_back      (PlnBoard       *self);
void           pln_board_move          (PlnBoard       *self,
                                        GPtrArray      *people,
                                        const char     *group,
                                        PlnGroupRole    role);
void           pln_board_give_role     (PlnBoard       *self,
                                        PlnPersonCard  *card,
                                        PlnGroupRole    role);
void           pln_board_lock_card     (PlnBoard       *self,
                                        PlnPersonCard  *card);
void           pln_board_set_presence  (PlnBoard       *self,
                                        PlnPersonCard  *card,
                                        PlnPresence     presence);
void           pln_board_lock_group    (PlnBoard       *self,
                                        PlnGroup       *group);

/* in pln-board-flight.c */
void           pln_board_note_cards    (PlnBoard       *self);
void           pln_board_fly           (PlnBoard       *self);
void           pln_board_end_flight    (PlnBoard       *self);
void           pln_board_draw_flight   (PlnBoard       *self,
                                        GtkSnapshot    *snapshot);

/* in pln-board-text.c */
gboolean       pln_board_paste         (PlnBoard       *self,
                                        GtkWidget      *at);

/* in pln-board-pointer.c */
void           pln_board_init_pointer  (PlnBoard       *self);
gboolean       pln_board_drag_from     (PlnBoard       *self,
                                        PlnPersonCard  *card,
                                        double          x,
                                        double          y);
void           pln_board_drag_to       (PlnBoard       *self,
                                        double          x,
                                        double          y);
void           pln_board_end_drag      (PlnBoard       *self);
void           pln_board_draw_ghost    (PlnBoard       *self,
                                        GtkSnapshot    *snapshot);

/* in pln-board-keys.c */
void           pln_board_add_keys      (GtkWidgetClass *widget_class);
GtkWidget     *pln_board_get_focus     (PlnBoard       *self);

/* in pln-board-menu.c */
void           pln_board_add_actions   (GtkWidgetClass *widget_class);
void           pln_board_open_menu     (PlnBoard       *self,
                                        GtkWidget      *at);

G_END_DECLS
