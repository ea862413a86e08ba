/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_RSVP_BAR (pln_rsvp_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlnRsvpBar, pln_rsvp_bar, PLN, RSVP_BAR, GtkWidget)

GtkWidget *pln_rsvp_bar_new           (gboolean      thin);
void       pln_rsvp_bar_set_gathering (PlnRsvpBar   *self,
                                       PlnGathering *gathering);
char      *pln_rsvp_bar_words         (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
