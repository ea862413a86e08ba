/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-model-private.h"
#include "pln-str.h"

const char *const *
pln_gathering_get_rooms (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return pln_texts_get (self->rooms);
}

/**
 * pln_gathering_set_rooms:
 * @self: a gathering
 * @rooms: (nullable) (array zero-terminated=1): one each, “Name” or
 *   “Name (60)” with its capacity
 *
 * Sets the rooms by what they are called; those that keep their name keep
 * their id.
 */
void
pln_gathering_set_rooms (PlnGathering      *self,
                         const char *const *rooms)
{
  g_autoptr(GPtrArray) list = pln_rooms_new ();

  g_return_if_fail (PLN_IS_GATHERING (self));

  for (; rooms != NULL && *rooms != NULL; rooms++)
    {
      g_autoptr(PlnRoom) room = pln_room_parse (NULL, *rooms);
      int at = pln_rooms_find (self->room_list, room->name);

      if (*room->name == '\0')
        continue;
      if (at >= 0)
        pln_set_str (&room->id, ((const PlnRoom *) g_ptr_array_index (self->room_list, (guint) at))->id);
      g_ptr_array_add (list, g_steal_pointer (&room));
    }

  pln_gathering_set_room_list (self, list);
}

/**
 * pln_gathering_get_room_list:
 * @self: a gathering
 *
 * Returns: (transfer none) (element-type PlnRoom): the rooms, in the order of
 *   the organiser
 */
GPtrArray *
pln_gathering_get_room_list (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return self->room_list;
}

/**
 * pln_gathering_set_room_list:
 * @self: a gathering
 * @rooms: (element-type PlnRoom): the rooms, in their order, not to be changed
 *   afterwards
 */
void
pln_gathering_set_room_list (PlnGathering *self,
                             GPtrArray    *rooms)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  g_return_if_fail (PLN_IS_GATHERING (self) && rooms != NULL);

  if (rooms == self->room_list || pln_rooms_equal (rooms, self->room_list))
    return;

  for (guint i = 0; i < rooms->len; i++)
    {
      g_autofree char *text = pln_room_format (g_ptr_array_index (rooms, i));

      g_strv_builder_add (texts, text);
    }
  g_ptr_array_unref (self->room_list);
  self->room_list = g_ptr_array_ref (rooms);
  g_strfreev (self->rooms);
  self->rooms = g_strv_builder_end (texts);

  g_object_freeze_notify (G_OBJECT (self));
  pln_gathering_notify (self, PROP_ROOM_LIST);
  pln_gathering_notify (self, PROP_ROOMS);
  g_object_thaw_notify (G_OBJECT (self));
}
