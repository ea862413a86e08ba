/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_LINES_GROUP (pln_lines_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnLinesGroup, pln_lines_group, PLN, LINES_GROUP, AdwPreferencesGroup)

char **pln_lines_group_get_lines   (PlnLinesGroup     *self) G_GNUC_WARN_UNUSED_RESULT;
int   *pln_lines_group_get_origins (PlnLinesGroup     *self) G_GNUC_WARN_UNUSED_RESULT;
void   pln_lines_group_set_lines   (PlnLinesGroup     *self,
                                    const char *const *lines);

G_END_DECLS
