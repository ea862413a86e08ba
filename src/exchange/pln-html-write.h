/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme.h"

G_BEGIN_DECLS

GBytes *pln_html_write (const PlnProgramme *programme,
                        const char         *address);

G_END_DECLS
