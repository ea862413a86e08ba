/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnRoomHead:
 * @name: what the room is called
 * @capacity: how many fit in; 0 if that is not known
 * @above: (nullable): a day, written above the first of its columns
 * @is_own: whether it is a room of the gathering, to be renamed and moved
 *
 * The head of one column.
 */
typedef struct
{
  const char *name;
  guint       capacity;
  const char *above;
  gboolean    is_own;
} PlnRoomHead;

#define PLN_TYPE_ROOM_HEADER (pln_room_header_get_type ())
G_DECLARE_FINAL_TYPE (PlnRoomHeader, pln_room_header, PLN, ROOM_HEADER, GtkWidget)

GtkWidget *pln_room_header_new            (void);
void       pln_room_header_set_adjustment (PlnRoomHeader     *self,
                                           GtkAdjustment     *adjustment);
void       pln_room_header_set_heads      (PlnRoomHeader     *self,
                                           const PlnRoomHead *heads,
                                           guint              n_heads);
void       pln_room_header_set_editable   (PlnRoomHeader     *self,
                                           gboolean           editable);
void       pln_room_header_rename         (PlnRoomHeader     *self,
                                           guint              column);

G_END_DECLS
