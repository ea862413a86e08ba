/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-calendar-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_CALENDAR_PAGE (pln_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnCalendarPage, pln_calendar_page, PLN, CALENDAR_PAGE, AdwBin)

GtkWidget       *pln_calendar_page_new      (void);
void             pln_calendar_page_show     (PlnCalendarPage *self,
                                             const char      *view,
                                             const GDate     *date);
PlnCalendarView *pln_calendar_page_get_view (PlnCalendarPage *self);

G_END_DECLS
