/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-round.h"

G_BEGIN_DECLS

const char *pln_group_role_word (PlnGroupRole  role);
char       *pln_round_name      (PlnRound     *round) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_group_name      (PlnGroup     *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
