/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_AGENDA_VIEW (pln_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (PlnAgendaView, pln_agenda_view, PLN, AGENDA_VIEW, AdwBin)

G_END_DECLS
