/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-remote-calendar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_REMOTE_ROW (pln_remote_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnRemoteRow, pln_remote_row, PLN, REMOTE_ROW, AdwActionRow)

GtkWidget *pln_remote_row_new (PlnRemoteCalendar *calendar);

G_END_DECLS
