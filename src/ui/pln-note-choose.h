/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* id: of an attendee, or "" for a name that was only typed. */
typedef void (* PlnPersonFunc) (const char *name,
                                const char *id,
                                gpointer    data);
/* day: as `20110805`, or "" for none. */
typedef void (* PlnDayFunc)    (const char *day,
                                gpointer    data);

void pln_note_choose_person (GtkWidget          *parent,
                             const GdkRectangle *at,
                             PlnGathering       *gathering,
                             const char         *group,
                             gboolean            is_owner,
                             PlnPersonFunc       chosen,
                             gpointer            data,
                             GDestroyNotify      data_free);
void pln_note_choose_day    (GtkWidget          *parent,
                             const char         *day,
                             PlnDayFunc          chosen,
                             gpointer            data,
                             GDestroyNotify      data_free);

G_END_DECLS
