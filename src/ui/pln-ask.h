/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

G_BEGIN_DECLS

/* How far a change of something that repeats is to reach; not called if the
 * user thinks better of it. */
typedef void (* PlnReachFunc) (PlnReach reach,
                               gpointer data);

void pln_ask_reach  (GtkWindow      *window,
                     const char     *title,
                     gboolean        is_deleted,
                     PlnReachFunc    answered,
                     gpointer        data, /* (transfer full) */
                     GDestroyNotify  data_free);
void pln_ask_occurrence (GtkWindow     *window,
                         PlnWishes     *wishes,
                         PlnOccurrence *before,
                         PlnOccurrence *after);
void pln_ask_backup  (GtkWindow    *window,
                      PlnWishes    *wishes);
void pln_ask_restore (GtkWindow    *window,
                      PlnWishes    *wishes);
void pln_ask_delete  (GtkWindow    *window,
                      PlnWishes    *wishes,
                      PlnGathering *gathering);

G_END_DECLS
