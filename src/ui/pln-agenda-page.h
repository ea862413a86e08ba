/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_AGENDA_PAGE (pln_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnAgendaPage, pln_agenda_page, PLN, AGENDA_PAGE, AdwBin)

GtkWidget    *pln_agenda_page_new           (void);
PlnGathering *pln_agenda_page_get_gathering (PlnAgendaPage *self);
void          pln_agenda_page_set_gathering (PlnAgendaPage *self,
                                             PlnGathering  *gathering);
void          pln_agenda_page_show_day      (PlnAgendaPage *self,
                                             const GDate   *day);

G_END_DECLS
