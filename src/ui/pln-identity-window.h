/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_IDENTITY_WINDOW (pln_identity_window_get_type ())
G_DECLARE_FINAL_TYPE (PlnIdentityWindow, pln_identity_window, PLN, IDENTITY_WINDOW, AdwWindow)

GtkWindow *pln_identity_window_new (GtkWindow *parent);

G_END_DECLS
