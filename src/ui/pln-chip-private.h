/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-chip.h"

G_BEGIN_DECLS

#define PLN_CHIP_PAD_X 4 /* between edge and text */
#define PLN_CHIP_PAD_Y 3
#define PLN_CHIP_EDGE  4
#define PLN_CHIP_CHECK 14

struct _PlnChip
{
  GtkWidget     parent_instance;

  char         *title;
  char         *lead;
  char         *meta;
  char         *brief;
  char         *colour;
  GStrv         edge;
  PlnChipStyle  style;
  PlnChipFlags  flags;
  char         *words;
  char         *clash;
  char         *label; /* the accessible name as it was set last */
  GObject      *item;

  /* Made when it is drawn first, for so many lines. */
  PangoLayout  *text;       /* lead, title, brief */
  PangoLayout  *meta_text;
  int           n_lines;
  int           text_width;

  GtkWidget    *entry; /* while the title is edited, or NULL */
};

void pln_chip_draw        (PlnChip     *self,
                           GtkSnapshot *snapshot);
int  pln_chip_line_height (GtkWidget   *widget);

G_END_DECLS
