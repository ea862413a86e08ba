/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-breakouts-page.h"

#include "pln-board.h"
#include "pln-quality-bar.h"
#include "pln-round-tabs.h"
#include "pln-twice-bar.h"

G_BEGIN_DECLS

struct _PlnBreakoutsPage
{
  AdwBin           parent_instance;

  PlnGathering    *gathering;
  gboolean         narrow;
  PlnQuality      *quality; /* (nullable): of the board as it is */

  GtkStack        *stack;
  AdwStatusPage   *empty;
  GtkWidget       *content;
  GtkWidget       *read_only;
  PlnRoundTabs    *tabs;
  GtkWidget       *new_round;
  GtkWidget       *wall;
  GtkWidget       *print;
  GtkWidget       *round_menu;
  GtkToggleButton *lock;
  GtkWidget       *mend;
  GtkLabel        *mend_count;
  GtkWidget       *mend_label;
  GtkWidget       *mix;
  GtkButton       *mix_people;
  GtkWidget       *mend_card;
  PlnTwiceBar     *twice_bar;
  PlnQualityBar   *quality_bar;
  PlnBoard        *board;
};

PlnRound *pln_breakouts_page_get_round     (PlnBreakoutsPage *self);
void      pln_breakouts_page_add_actions   (GtkWidgetClass   *widget_class);
void      pln_breakouts_page_add_keys      (PlnBreakoutsPage *self);
void      pln_breakouts_page_allow_actions (PlnBreakoutsPage *self);

G_END_DECLS
