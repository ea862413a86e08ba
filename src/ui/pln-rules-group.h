/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mixing-rule.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_RULES_GROUP (pln_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnRulesGroup, pln_rules_group, PLN, RULES_GROUP, AdwPreferencesGroup)

void       pln_rules_group_show (PlnRulesGroup  *self,
                               PlnGathering *gathering,
                               GPtrArray    *rules);
GPtrArray *pln_rules_group_get  (PlnRulesGroup  *self);
void       pln_rules_group_add  (PlnRulesGroup  *self,
                               gboolean      together,
                               const char   *one,
                               const char   *two,
                               const char   *note);

G_END_DECLS
