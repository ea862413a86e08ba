/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-place.h"

G_DEFINE_ENUM_TYPE (PlnGroupRole, pln_group_role,
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_FACILITATOR, "facilitator"),
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_NOTE_TAKER, "note-taker"),
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_TIMEKEEPER, "timekeeper"),
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_REPORTER, "reporter"),
  G_DEFINE_ENUM_VALUE (PLN_GROUP_ROLE_BUDDY, "buddy"))

static const char *const stored_forms[PLN_N_GROUP_ROLES] = {
  [PLN_GROUP_ROLE_NONE] = "none",
  [PLN_GROUP_ROLE_FACILITATOR] = "facilitator",
  [PLN_GROUP_ROLE_NOTE_TAKER] = "note-taker",
  [PLN_GROUP_ROLE_TIMEKEEPER] = "timekeeper",
  [PLN_GROUP_ROLE_REPORTER] = "reporter",
  [PLN_GROUP_ROLE_BUDDY] = "buddy",
};

/**
 * pln_group_role_store:
 * @role: a role
 *
 * Returns: (transfer none): its stored form, in lower case
 */
const char *
pln_group_role_store (PlnGroupRole role)
{
  g_return_val_if_fail (role < PLN_N_GROUP_ROLES, stored_forms[PLN_GROUP_ROLE_NONE]);

  return stored_forms[role];
}

/**
 * pln_group_role_parse:
 * @stored: (nullable): a stored form, in any case
 * @role: (out) (optional): the role; none if @stored says nothing known
 *
 * Returns: %TRUE if @stored is a role, or none in words
 */
gboolean
pln_group_role_parse (const char   *stored,
                      PlnGroupRole *role)
{
  guint at = 0;

  while (at < PLN_N_GROUP_ROLES && (stored == NULL || g_ascii_strcasecmp (stored, stored_forms[at]) != 0))
    at++;
  if (role != NULL)
    *role = at < PLN_N_GROUP_ROLES ? (PlnGroupRole) at : PLN_GROUP_ROLE_NONE;

  return at < PLN_N_GROUP_ROLES;
}

/**
 * pln_place_new:
 * @person: the id of an attendee
 * @role: what the person does in the group
 * @locked: whether it is to stay as it is
 *
 * Returns: (transfer full): a place
 */
PlnPlace *
pln_place_new (const char   *person,
               PlnGroupRole  role,
               gboolean      locked)
{
  PlnPlace *place = g_new0 (PlnPlace, 1);

  place->person = g_strdup (person);
  place->role = role;
  place->locked = !!locked;

  return place;
}

/**
 * pln_place_copy:
 * @place: a place
 *
 * Returns: (transfer full): the same once more
 */
PlnPlace *
pln_place_copy (const PlnPlace *place)
{
  return pln_place_new (place->person, place->role, place->locked);
}

/**
 * pln_place_equal:
 * @a: a place
 * @b: another one
 *
 * Returns: whether both say the same
 */
gboolean
pln_place_equal (const PlnPlace *a,
                 const PlnPlace *b)
{
  return g_str_equal (a->person, b->person) && a->role == b->role && a->locked == b->locked;
}

/**
 * pln_place_free:
 * @place: (transfer full): a place
 */
void
pln_place_free (PlnPlace *place)
{
  g_free (place->person);
  g_free (place);
}

/**
 * pln_places_new:
 *
 * Returns: (transfer full) (element-type PlnPlace): a list that owns its places
 */
GPtrArray *
pln_places_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_place_free);
}

static gpointer
copy_place (gconstpointer place,
            gpointer      data)
{
  return pln_place_copy (place);
}

/**
 * pln_places_copy:
 * @places: (element-type PlnPlace): places
 *
 * Returns: (transfer full) (element-type PlnPlace): a list that may be changed
 */
GPtrArray *
pln_places_copy (GPtrArray *places)
{
  return g_ptr_array_copy (places, copy_place, NULL);
}

/**
 * pln_places_equal:
 * @a: (element-type PlnPlace): places
 * @b: (element-type PlnPlace): others
 *
 * Returns: whether both say the same in the same order
 */
gboolean
pln_places_equal (GPtrArray *a,
                  GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!pln_place_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * pln_places_merge:
 * @here: (element-type PlnPlace): places as they are now
 * @before: (element-type PlnPlace): as somebody found them
 * @after: (element-type PlnPlace): as that one wants them
 *
 * Does to @here what leads from @before to @after, and nothing else.
 *
 * Returns: (transfer full) (element-type PlnPlace): the places
 */
GPtrArray *
pln_places_merge (GPtrArray *here,
                  GPtrArray *before,
                  GPtrArray *after)
{
  GPtrArray *places = pln_places_copy (here);

  for (guint i = places->len; i > 0; i--)
    {
      const char *person = ((const PlnPlace *) g_ptr_array_index (places, i - 1))->person;

      if (pln_places_find (before, person) >= 0 && pln_places_find (after, person) < 0)
        g_ptr_array_remove_index (places, i - 1);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const PlnPlace *is = g_ptr_array_index (after, i);
      int was = pln_places_find (before, is->person);
      int at = pln_places_find (places, is->person);

      if (was >= 0 && pln_place_equal (g_ptr_array_index (before, (guint) was), is))
        continue;
      if (at >= 0)
        {
          pln_place_free (g_ptr_array_index (places, (guint) at));
          places->pdata[at] = pln_place_copy (is);
        }
      else
        g_ptr_array_add (places, pln_place_copy (is));
    }

  return places;
}

/**
 * pln_places_find:
 * @places: (element-type PlnPlace): places
 * @person: the id of an attendee
 *
 * Returns: the index of that person's place, or -1
 */
int
pln_places_find (GPtrArray  *places,
                 const char *person)
{
  for (guint i = 0; i < places->len; i++)
    if (g_str_equal (((const PlnPlace *) g_ptr_array_index (places, i))->person, person))
      return (int) i;

  return -1;
}

/**
 * pln_places_find_role:
 * @places: (element-type PlnPlace): places
 * @role: a role
 *
 * Returns: the index of the first place with that role, or -1
 */
int
pln_places_find_role (GPtrArray    *places,
                      PlnGroupRole  role)
{
  for (guint i = 0; i < places->len; i++)
    if (((const PlnPlace *) g_ptr_array_index (places, i))->role == role)
      return (int) i;

  return -1;
}
