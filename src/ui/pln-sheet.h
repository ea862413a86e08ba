/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SHEET (pln_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlnSheet, pln_sheet, PLN, SHEET, AdwWindow)

/**
 * PlnSheetClass:
 * @act: the suggested button was used; closes the sheet itself if all is well
 * @is_edited: whether something would be lost if the sheet closed now
 *
 * What a sheet does by itself.
 */
struct _PlnSheetClass
{
  AdwWindowClass parent_class;

  void     (* act)       (PlnSheet *self);
  gboolean (* is_edited) (PlnSheet *self);
};

void pln_sheet_act            (PlnSheet   *self);
void pln_sheet_close          (PlnSheet   *self);
void pln_sheet_present        (PlnSheet   *self,
                               GtkWindow  *above);
void pln_sheet_set_action     (PlnSheet   *self,
                               const char *label);
void pln_sheet_set_cancel     (PlnSheet   *self,
                               const char *label,
                               const char *action_name);
void pln_sheet_set_can_act    (PlnSheet   *self,
                               gboolean    can_act);
void pln_sheet_set_subtitle   (PlnSheet   *self,
                               const char *subtitle);

G_END_DECLS
