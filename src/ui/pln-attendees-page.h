/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEES_PAGE (pln_attendees_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeesPage, pln_attendees_page, PLN, ATTENDEES_PAGE, AdwBin)

GtkWidget    *pln_attendees_page_new           (void);
PlnGathering *pln_attendees_page_get_gathering (PlnAttendeesPage *self);
void          pln_attendees_page_set_gathering (PlnAttendeesPage *self,
                                                PlnGathering     *gathering);
void          pln_attendees_page_show_person   (PlnAttendeesPage *self,
                                                const char       *id);
void          pln_attendees_page_paste         (PlnAttendeesPage *self,
                                                const char       *text);

G_END_DECLS
