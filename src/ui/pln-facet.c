/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-facet.h"

#include "pln-config.h"
#include "pln-person-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

static const char *
nick_of (GType type,
         int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static int
value_of (GType       type,
          const char *nick)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *value = g_enum_get_value_by_nick (klass, nick);

  return value != NULL ? value->value : 0;
}

/**
 * pln_facet_title:
 * @facet: a facet
 *
 * Returns: (transfer none): its name, as on the chip that filters by it
 */
const char *
pln_facet_title (PlnFacet facet)
{
  switch (facet)
    {
    case PLN_FACET_ANSWER:
      return _("Answer");
    case PLN_FACET_ROLE:
      return _("Role");
    case PLN_FACET_NETWORK:
      return _("Network");
    case PLN_FACET_SECTOR:
      return _("Sector");
    case PLN_FACET_STAGE:
      return _("Stage");
    case PLN_FACET_MODE:
      return _("In person or online");
    case PLN_FACET_TOLD:
      return _("Invited");
    default:
      g_return_val_if_reached ("");
    }
}

static int
standing_of (const char *key)
{
  return g_str_equal (key, pln_standing_key (PLN_STANDING_WAITING)) ? PLN_STANDING_WAITING : (int) pln_answer_parse (key);
}

/**
 * pln_facet_word:
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: (transfer full): the word for it
 */
char *
pln_facet_word (PlnFacet    facet,
                const char *value)
{
  switch (facet)
    {
    case PLN_FACET_ANSWER:
      return g_strdup (pln_standing_word (standing_of (value)));
    case PLN_FACET_ROLE:
      return g_strdup (pln_role_word (value_of (PLN_TYPE_ROLE, value)));
    case PLN_FACET_MODE:
      return g_strdup (pln_mode_word (value_of (PLN_TYPE_MODE, value)));
    case PLN_FACET_TOLD:
      return g_strdup (g_str_equal (value, "yes") ? _("Invited") : _("Not invited yet"));
    case PLN_FACET_NETWORK:
    case PLN_FACET_SECTOR:
    case PLN_FACET_STAGE:
    default:
      return *value != '\0' ? pln_str_one_line (value) : g_strdup (_("Not known"));
    }
}

/**
 * pln_facet_get:
 * @facet: a facet of which a person has one value: any but %PLN_FACET_NETWORK
 * @attendee: a person
 *
 * Returns: (transfer none): the value
 */
const char *
pln_facet_get (PlnFacet     facet,
               PlnAttendee *attendee)
{
  switch (facet)
    {
    case PLN_FACET_ANSWER:
      return pln_standing_key (pln_standing_of (attendee));
    case PLN_FACET_ROLE:
      return nick_of (PLN_TYPE_ROLE, pln_attendee_get_role (attendee));
    case PLN_FACET_SECTOR:
      return pln_attendee_get_sector (attendee);
    case PLN_FACET_STAGE:
      return pln_attendee_get_stage (attendee);
    case PLN_FACET_MODE:
      return nick_of (PLN_TYPE_MODE, pln_attendee_get_mode (attendee));
    case PLN_FACET_TOLD:
      return pln_attendee_get_told (attendee) ? "yes" : "no";
    case PLN_FACET_NETWORK:
    default:
      g_return_val_if_reached ("");
    }
}

static void
add_one (GHashTable *counts,
         const char *value)
{
  PlnFacetCount *count = g_hash_table_lookup (counts, value);

  if (count == NULL)
    {
      count = g_new0 (PlnFacetCount, 1);
      count->value = g_strdup (value);
      g_hash_table_insert (counts, count->value, count);
    }
  count->n_people++;
}

static void
count_free (PlnFacetCount *count)
{
  g_free (count->value);
  g_free (count);
}

/* Where a value stands among those of an enumeration. */
static int
rank (PlnFacet    facet,
      const char *value)
{
  switch (facet)
    {
    case PLN_FACET_ANSWER:
      return standing_of (value);
    case PLN_FACET_ROLE:
      return value_of (PLN_TYPE_ROLE, value);
    case PLN_FACET_MODE:
      return value_of (PLN_TYPE_MODE, value) == PLN_MODE_UNKNOWN ? G_MAXINT : value_of (PLN_TYPE_MODE, value);
    case PLN_FACET_TOLD:
      return g_str_equal (value, "no");
    case PLN_FACET_NETWORK:
    case PLN_FACET_SECTOR:
    case PLN_FACET_STAGE:
    default:
      return *value == '\0'; /* what is not known, last */
    }
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const PlnFacetCount *one = *(PlnFacetCount *const *) a;
  const PlnFacetCount *two = *(PlnFacetCount *const *) b;
  PlnFacet facet = GPOINTER_TO_INT (data);
  int order = rank (facet, one->value) - rank (facet, two->value);

  if (order == 0 && one->n_people != two->n_people)
    order = one->n_people > two->n_people ? -1 : 1;

  return order != 0 ? order : g_utf8_collate (one->value, two->value);
}

/**
 * pln_facet_count:
 * @facet: a facet
 * @people: (element-type PlnAttendee): people
 *
 * Counts how many of them have each value.
 *
 * Returns: (transfer full) (element-type PlnFacetCount): the values that there
 *   are: answers, roles and the like in their order, others by how many have
 *   them; not known last
 */
GPtrArray *
pln_facet_count (PlnFacet   facet,
                 GPtrArray *people)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  GHashTableIter iter;
  gpointer count;

  for (guint i = 0; i < people->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (people, i);
      const char *const *networks = pln_attendee_get_networks (attendee);

      if (facet != PLN_FACET_NETWORK)
        add_one (counts, pln_facet_get (facet, attendee));
      else if (networks[0] == NULL)
        add_one (counts, "");
      else
        for (guint j = 0; networks[j] != NULL; j++)
          add_one (counts, networks[j]);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (all, count);
  g_ptr_array_sort_with_data (all, compare_counts, GINT_TO_POINTER (facet));

  return all;
}

/**
 * pln_facet_count_list:
 * @facet: a facet
 * @attendees: a list of [class@Attendee]
 *
 * As [func@facet_count].
 *
 * Returns: (transfer full) (element-type PlnFacetCount): the values
 */
GPtrArray *
pln_facet_count_list (PlnFacet    facet,
                      GListModel *attendees)
{
  guint n = g_list_model_get_n_items (attendees);
  g_autoptr(GPtrArray) people = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (people, g_list_model_get_item (attendees, i));

  return pln_facet_count (facet, people);
}
