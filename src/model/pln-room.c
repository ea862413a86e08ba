/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-room.h"

#include "pln-id.h"
#include "pln-str.h"

#include <string.h>

#define MAX_PLACES 32 /* parts of “Room 1, Room 2 and Room 3” that are looked at */

/**
 * pln_room_new:
 * @id: (nullable): its id; %NULL or an unusable one: it is derived from @name
 * @name: what it is called
 * @capacity: how many fit in; 0 if that is not known
 *
 * Returns: (transfer full): a room
 */
PlnRoom *
pln_room_new (const char *id,
              const char *name,
              guint       capacity)
{
  PlnRoom *room;

  g_return_val_if_fail (name != NULL, NULL);

  room = g_new0 (PlnRoom, 1);
  room->name = pln_str_one_line (name);
  room->id = pln_id_is_valid (id) ? g_strdup (id) : pln_id_derive (room->name);
  room->capacity = MIN (capacity, PLN_ROOM_MAX_CAPACITY);

  return room;
}

/**
 * pln_room_parse:
 * @id: (nullable): its id, as in [func@room_new]
 * @text: “Name”, or “Name (60)” with its capacity
 *
 * Returns: (transfer full): the room of which [func@room_format] makes @text
 */
PlnRoom *
pln_room_parse (const char *id,
                const char *text)
{
  g_autofree char *name = NULL;
  const char *open;
  gsize n_digits;

  g_return_val_if_fail (text != NULL, NULL);

  open = strrchr (text, '(');
  n_digits = open != NULL ? strspn (open + 1, "0123456789") : 0;
  if (open == text || n_digits == 0 || n_digits > 6 || !g_str_equal (open + 1 + n_digits, ")"))
    return pln_room_new (id, text, 0);

  name = g_strndup (text, (gsize) (open - text));

  return pln_room_new (id, g_strchomp (name), (guint) g_ascii_strtoull (open + 1, NULL, 10));
}

/**
 * pln_room_format:
 * @room: a room
 *
 * Returns: (transfer full): “Name”, or “Name (60)” with its capacity
 */
char *
pln_room_format (const PlnRoom *room)
{
  return room->capacity > 0 ? g_strdup_printf ("%s (%u)", room->name, room->capacity) : g_strdup (room->name);
}

/**
 * pln_room_free:
 * @room: (transfer full): a room
 */
void
pln_room_free (PlnRoom *room)
{
  g_free (room->id);
  g_free (room->name);
  g_free (room);
}

/**
 * pln_rooms_new:
 *
 * Returns: (transfer full) (element-type PlnRoom): an empty list, which owns
 *   what is put into it
 */
GPtrArray *
pln_rooms_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_room_free);
}

/**
 * pln_rooms_copy:
 * @rooms: (element-type PlnRoom): a list
 *
 * Returns: (transfer full) (element-type PlnRoom): the same, to be changed
 */
GPtrArray *
pln_rooms_copy (GPtrArray *rooms)
{
  GPtrArray *copy = pln_rooms_new ();

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);

      g_ptr_array_add (copy, pln_room_new (room->id, room->name, room->capacity));
    }

  return copy;
}

/**
 * pln_rooms_equal:
 * @a: (element-type PlnRoom): a list
 * @b: (element-type PlnRoom): another
 *
 * Returns: %TRUE if both have the same rooms in the same order
 */
gboolean
pln_rooms_equal (GPtrArray *a,
                 GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const PlnRoom *one = g_ptr_array_index (a, i);
      const PlnRoom *two = g_ptr_array_index (b, i);

      if (one->capacity != two->capacity || !g_str_equal (one->id, two->id) || !g_str_equal (one->name, two->name))
        return FALSE;
    }

  return TRUE;
}

static int
find_folded (GPtrArray  *rooms,
             const char *folded)
{
  for (guint i = 0; i < rooms->len; i++)
    {
      const PlnRoom *room = g_ptr_array_index (rooms, i);
      g_autofree char *name = pln_str_fold (room->name);

      if (g_str_equal (name, folded))
        return (int) i;
    }

  return -1;
}

/**
 * pln_rooms_find:
 * @rooms: (element-type PlnRoom): a list
 * @name: a name, in any case
 *
 * Returns: where the room of that name stands, or -1
 */
int
pln_rooms_find (GPtrArray  *rooms,
                const char *name)
{
  g_autofree char *line = pln_str_one_line (name);
  g_autofree char *folded = pln_str_fold (line);

  return find_folded (rooms, folded);
}

/**
 * pln_rooms_find_id:
 * @rooms: (element-type PlnRoom): a list
 * @id: the id of a room
 *
 * Returns: where it stands, or -1
 */
int
pln_rooms_find_id (GPtrArray  *rooms,
                   const char *id)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_str_equal (((const PlnRoom *) g_ptr_array_index (rooms, i))->id, id))
      return (int) i;

  return -1;
}

/* One part of a place: a whole name, “rooms 1” for “room 1”, or what is left
 * of a name when it begins like the part before, as “3” after “rooms 1 to”. */
static int
find_part (GPtrArray  *rooms,
           const char *part,
           GString    *stem)
{
  int at = find_folded (rooms, part);
  const char *space = strchr (part, ' ');

  if (at < 0 && space != NULL && space > part && space[-1] == 's')
    {
      g_autofree char *singular = g_strdup_printf ("%.*s%s", (int) (space - part - 1), part, space);

      at = find_folded (rooms, singular);
    }
  if (at < 0 && stem->len > 0)
    {
      g_autofree char *whole = g_strconcat (stem->str, part, NULL);

      at = find_folded (rooms, whole);
    }
  if (at >= 0)
    {
      g_autofree char *name = pln_str_fold (((const PlnRoom *) g_ptr_array_index (rooms, (guint) at))->name);
      const char *last = strrchr (name, ' ');

      g_string_truncate (stem, 0);
      if (last != NULL)
        g_string_append_len (stem, name, last + 1 - name);
    }

  return at;
}

static char **
split (const char *text,
       const char *pattern)
{
  return g_regex_split_simple (pattern, text, G_REGEX_DEFAULT, 0);
}

/* “rooms 1 to 3”, “room 1 – room 3” */
static gboolean
cover_range (GPtrArray  *rooms,
             const char *folded,
             guint      *first,
             guint      *n)
{
  g_auto(GStrv) ends = split (folded, "\\s+to\\s+|\\s+bis\\s+|\\s*[–—-]\\s*");
  g_autoptr(GString) stem = g_string_new (NULL);
  int from, to;

  if (g_strv_length (ends) != 2)
    return FALSE;
  from = find_part (rooms, ends[0], stem);
  to = from >= 0 ? find_part (rooms, ends[1], stem) : -1;
  if (to < from || from < 0)
    return FALSE;

  *first = (guint) from;
  *n = (guint) (to - from) + 1;

  return TRUE;
}

/* “room 1, room 2 and room 3”: neighbours, in any order */
static gboolean
cover_list (GPtrArray  *rooms,
            const char *folded,
            guint      *first,
            guint      *n)
{
  g_auto(GStrv) parts = split (folded, "\\s*[,;/+&]\\s*|\\s+and\\s+|\\s+und\\s+");
  g_autoptr(GString) stem = g_string_new (NULL);
  int least = G_MAXINT;
  int most = -1;
  guint n_parts = g_strv_length (parts);

  if (n_parts < 2 || n_parts > MAX_PLACES)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    {
      int at = find_part (rooms, parts[i], stem);

      if (at < 0)
        return FALSE;
      least = MIN (least, at);
      most = MAX (most, at);
    }
  if ((guint) (most - least) + 1 != n_parts)
    return FALSE;

  *first = (guint) least;
  *n = n_parts;

  return TRUE;
}

/**
 * pln_rooms_cover:
 * @rooms: (element-type PlnRoom): the rooms of a gathering
 * @place: where something is: the name of a room, or of several that stand
 *   next to each other, such as “Rooms 1 to 3” or “Room 1, Room 2”
 * @first: (out): the first of them
 * @n: (out): how many they are
 *
 * Returns: %TRUE if @place names rooms of the list
 */
gboolean
pln_rooms_cover (GPtrArray  *rooms,
                 const char *place,
                 guint      *first,
                 guint      *n)
{
  g_autofree char *line = pln_str_one_line (place);
  g_autofree char *folded = pln_str_fold (line);
  int at = *folded != '\0' ? find_folded (rooms, folded) : -1;

  if (at >= 0)
    {
      *first = (guint) at;
      *n = 1;
      return TRUE;
    }

  return *folded != '\0' && (cover_range (rooms, folded, first, n) || cover_list (rooms, folded, first, n));
}
