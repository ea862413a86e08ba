/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"

G_BEGIN_DECLS

/**
 * PlnChoice:
 * @group: what stands above it and those that follow; %NULL: the same as above
 * @title: what is chosen
 * @subtitle: what it is good for
 * @action: the action of the window that does it
 * @target: (nullable): the text that the action takes
 *
 * One of several things that can be done. The words are translated when they
 * are shown.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *subtitle;
  const char *action;
  const char *target;
} PlnChoice;

#define PLN_TYPE_CHOICE_SHEET (pln_choice_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnChoiceSheet, pln_choice_sheet, PLN, CHOICE_SHEET, PlnSheet)

PlnSheet *pln_choice_sheet_new    (const char      *title,
                                   const char      *deed,
                                   const char      *subtitle,
                                   const PlnChoice *choices,
                                   guint            n_choices);
void      pln_choice_sheet_choose (PlnChoiceSheet  *self,
                                   guint            choice);

G_END_DECLS
