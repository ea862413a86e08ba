/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes from start to before end. */
typedef struct
{
  guint start;
  guint end;
} PlnDifference;

void pln_differences_find (const char  *one,
                           const char  *other,
                           GArray     **in_one,
                           GArray     **in_other);

G_END_DECLS
