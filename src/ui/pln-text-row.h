/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_TEXT_ROW (pln_text_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnTextRow, pln_text_row, PLN, TEXT_ROW, AdwPreferencesRow)

char *pln_text_row_get_text (PlnTextRow *self) G_GNUC_WARN_UNUSED_RESULT;
void  pln_text_row_set_text (PlnTextRow *self,
                             const char *text);

G_END_DECLS
