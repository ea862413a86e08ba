/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

char *pln_html_data_write (const PlnProgramme *programme,
                           const char         *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
