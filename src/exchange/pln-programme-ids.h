/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

char *pln_programme_guid     (const char *uid) G_GNUC_WARN_UNUSED_RESULT;
void  pln_programme_identify (GPtrArray  *items);

G_END_DECLS
