/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include "pln-core-error.h"

G_BEGIN_DECLS

#define PLN_CORE_CALENDAR   "Gatherings"
#define PLN_CORE_ORGANISERS "Organisers"
#define PLN_CORE_EXAMPLES   "Examples"

/* What the user can ask of Plenary, one function a wish: the groups are in
 * pln-core-*.h, all included by pln-core-wishes.h.
 *
 * Each wish shows what it changes in the models at once and then has it
 * written; its callback comes when it is durable, or with an error after what
 * was shown was taken back. If the wish had no callback, or its cancellable
 * was cancelled in between, the signal failed-later tells the message instead.
 * A cancellable stops the waiting only, what was handed over is written. */
#define PLN_TYPE_CORE (pln_core_get_type ())
G_DECLARE_FINAL_TYPE (PlnCore, pln_core, PLN, CORE, GObject)

/* folder NULL: $XDG_DATA_HOME/plenary */
PlnCore      *pln_core_new                (const char *folder);
/* Waits until all is durable; the core is of no use afterwards. */
void          pln_core_close              (PlnCore    *self);

const char   *pln_core_get_folder         (PlnCore    *self);
GListModel   *pln_core_get_gatherings     (PlnCore    *self);
PlnGathering *pln_core_find_gathering     (PlnCore    *self,
                                           const char *uid);
const char   *pln_core_get_undo_label     (PlnCore    *self); /* NULL if there is nothing */
const char   *pln_core_get_redo_label     (PlnCore    *self);
gboolean      pln_core_get_has_entries    (PlnCore    *self);
const char   *pln_core_get_identity_name  (PlnCore    *self); /* "" if not known */
const char   *pln_core_get_identity_email (PlnCore    *self);

G_END_DECLS
