/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnChipStyle:
 * @PLN_CHIP_TINT: a tint of its colour with an edge in the full colour
 * @PLN_CHIP_SOLID: the full colour, for gatherings
 * @PLN_CHIP_BREAK: no colour, hatched
 * @PLN_CHIP_ACTION: no ground, a box to be ticked before the title
 */
typedef enum
{
  PLN_CHIP_TINT,
  PLN_CHIP_SOLID,
  PLN_CHIP_BREAK,
  PLN_CHIP_ACTION,
} PlnChipStyle;

/**
 * PlnChipFlags:
 * @PLN_CHIP_LINE: one line: the lead before the title, nothing bold
 * @PLN_CHIP_CLASH: an amber frame and a warning triangle
 * @PLN_CHIP_DRAFT: a dashed edge
 * @PLN_CHIP_RECURRING: two arrows behind the title
 * @PLN_CHIP_NOW: a dot in the colour of now
 * @PLN_CHIP_DONE: an action that is ticked, or what is called off: struck through
 * @PLN_CHIP_FROM_BEFORE: it began before the place where the chip begins
 * @PLN_CHIP_GOES_ON: it goes on behind the place where the chip ends
 * @PLN_CHIP_OPENS: an arrow: it stands for several
 */
typedef enum
{
  PLN_CHIP_PLAIN       = 0,
  PLN_CHIP_LINE        = 1 << 0,
  PLN_CHIP_CLASH       = 1 << 1,
  PLN_CHIP_DRAFT       = 1 << 2,
  PLN_CHIP_RECURRING   = 1 << 3,
  PLN_CHIP_NOW         = 1 << 4,
  PLN_CHIP_DONE        = 1 << 5,
  PLN_CHIP_FROM_BEFORE = 1 << 6,
  PLN_CHIP_GOES_ON     = 1 << 7,
  PLN_CHIP_OPENS       = 1 << 8,
} PlnChipFlags;

/**
 * PlnChipFace:
 * @title: the title
 * @lead: (nullable): a time, before the title or on a line above it
 * @meta: (nullable): what stands on the lines below, as far as there is room
 * @brief: (nullable): what stands behind the title where there is one line only
 * @colour: as for [func@style_colour]
 * @edge: (nullable): colours of the edge, one below the other, instead of @colour
 * @style: how it is drawn
 * @flags: what is true of it
 * @words: (nullable): its accessible name, without what @flags say; else @title
 * @clash: (nullable): why it clashes: “Ivo Larch is also in Room 3”
 * @tooltip: (nullable): shown when the pointer rests
 *
 * All that a chip shows. Strings are copied.
 */
typedef struct
{
  const char        *title;
  const char        *lead;
  const char        *meta;
  const char        *brief;
  const char        *colour;
  const char *const *edge;
  PlnChipStyle       style;
  PlnChipFlags       flags;
  const char        *words;
  const char        *clash;
  const char        *tooltip;
} PlnChipFace;

#define PLN_TYPE_CHIP (pln_chip_get_type ())
G_DECLARE_FINAL_TYPE (PlnChip, pln_chip, PLN, CHIP, GtkWidget)

GtkWidget  *pln_chip_new          (void);
void        pln_chip_set_face     (PlnChip           *self,
                                   const PlnChipFace *face);
const char *pln_chip_get_title    (PlnChip           *self);
const char *pln_chip_get_words    (PlnChip           *self);
gboolean    pln_chip_get_selected (PlnChip           *self);
void        pln_chip_set_selected (PlnChip           *self,
                                   gboolean           selected);
gpointer    pln_chip_get_item     (PlnChip           *self);
void        pln_chip_set_item     (PlnChip           *self,
                                   gpointer           item);
gboolean    pln_chip_is_check_at  (PlnChip           *self,
                                   double             x,
                                   double             y);
int         pln_chip_get_height   (GtkWidget         *widget,
                                   int                n_lines);
void        pln_chip_edit_title   (PlnChip           *self);

G_END_DECLS
