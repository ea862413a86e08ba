/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnRoom:
 * @id: what it is known by when its name changes
 * @name: what it is called, one line
 * @capacity: how many fit in; 0 if that is not known
 *
 * A room of a gathering. Plain data; a list of rooms is a #GPtrArray that is
 * never changed once it was given away.
 */
typedef struct
{
  char  *id;
  char  *name;
  guint  capacity;
} PlnRoom;

#define PLN_ROOM_MAX_CAPACITY 999999

PlnRoom   *pln_room_new      (const char        *id,
                              const char        *name,
                              guint              capacity);
PlnRoom   *pln_room_parse    (const char        *id,
                              const char        *text);
char      *pln_room_format   (const PlnRoom     *room) G_GNUC_WARN_UNUSED_RESULT;
void       pln_room_free     (PlnRoom           *room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnRoom, pln_room_free)

GPtrArray *pln_rooms_new     (void);
GPtrArray *pln_rooms_copy    (GPtrArray         *rooms);
gboolean   pln_rooms_equal   (GPtrArray         *a,
                              GPtrArray         *b);
int        pln_rooms_find    (GPtrArray         *rooms,
                              const char        *name);
int        pln_rooms_find_id (GPtrArray         *rooms,
                              const char        *id);
gboolean   pln_rooms_cover   (GPtrArray         *rooms,
                              const char        *place,
                              guint             *first,
                              guint             *n);

G_END_DECLS
