/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_INVITE_PREVIEW (pln_invite_preview_get_type ())
G_DECLARE_FINAL_TYPE (PlnInvitePreview, pln_invite_preview, PLN, INVITE_PREVIEW, AdwBin)

void pln_invite_preview_show (PlnInvitePreview *self,
                              PlnGathering     *gathering,
                              GPtrArray        *guests);

G_END_DECLS
