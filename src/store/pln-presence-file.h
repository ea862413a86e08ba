/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-change.h"

G_BEGIN_DECLS

/* What was seen at the doors of a gathering, as a file that is carried from one
 * computer to another. */
GBytes   *pln_presence_file_write (GPtrArray     *texts,  /* GBytes */
                                   GError       **error);
gboolean  pln_presence_file_read  (PlnChange     *change,
                                   PlnGathering  *gathering,
                                   GBytes        *file,
                                   guint         *n_sightings,
                                   GError       **error);

G_END_DECLS
