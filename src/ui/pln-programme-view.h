/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-calendar-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PROGRAMME_VIEW (pln_programme_view_get_type ())
G_DECLARE_FINAL_TYPE (PlnProgrammeView, pln_programme_view, PLN, PROGRAMME_VIEW, AdwBin)

GtkWidget *pln_programme_view_new (void);

G_END_DECLS
