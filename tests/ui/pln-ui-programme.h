/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/* The conference of the design's picture of a programme, loaded: four rooms,
 * Ivo Larch in two of them at once, four sessions without a time if wanted. */
PlnGathering *pln_ui_programme_new  (gboolean with_tray) G_GNUC_WARN_UNUSED_RESULT;
/* A conference of two days and so many rooms and sessions. */
PlnGathering *pln_ui_programme_large (guint n_rooms,
                                      guint n_sessions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
