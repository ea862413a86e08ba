/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-hit.h"
#include "pln-import-item.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

/* What the user can ask of Plenary, one function a wish: see pln-core-*.h.
 * Properties, read only: gatherings (GListModel of PlnGathering, by start; one
 * model object per gathering for as long as the core lives), undo-label,
 * redo-label, identity-name, identity-email, folder.
 * Signal failed-later (message): what had been shown could not be written and
 * was taken back. */
#define PLN_TYPE_CORE (pln_core_get_type ())
G_DECLARE_FINAL_TYPE (PlnCore, pln_core, PLN, CORE, GObject)

G_END_DECLS
