/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_AVATAR (pln_avatar_get_type ())
G_DECLARE_FINAL_TYPE (PlnAvatar, pln_avatar, PLN, AVATAR, GtkWidget)

GtkWidget *pln_avatar_new  (int          size);
void       pln_avatar_show (PlnAvatar   *self,
                            PlnAttendee *attendee);

G_END_DECLS
