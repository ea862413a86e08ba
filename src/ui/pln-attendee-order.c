/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-order.h"

#include "pln-person-words.h"

/* To sort ten thousand rows takes 130,000 comparisons: what a text counts for
 * in the locale's order is worked out once. */
typedef struct
{
  PlnAttendeeColumn  column;
  GHashTable        *keys; /* of texts that many people share */
} Order;

static void
order_free (Order *order)
{
  g_hash_table_unref (order->keys);
  g_free (order);
}

static const char *
key_of (Order      *order,
        const char *text)
{
  char *key = g_hash_table_lookup (order->keys, text);

  if (key == NULL)
    {
      key = g_utf8_collate_key (text, -1);
      g_hash_table_insert (order->keys, g_strdup (text), key);
    }

  return key;
}

/* What is not known comes last. */
static int
compare_texts (Order      *order,
               const char *a,
               const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');

  return strcmp (key_of (order, a), key_of (order, b));
}

static int
compare_networks (Order             *order,
                  const char *const *a,
                  const char *const *b)
{
  for (; *a != NULL && *b != NULL; a++, b++)
    {
      int result = compare_texts (order, *a, *b);

      if (result != 0)
        return result;
    }

  return (*a == NULL) - (*b == NULL);
}

static int
compare_addresses (const char *a,
                   const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');

  return g_ascii_strcasecmp (a, b);
}

static int
mode_rank (PlnAttendee *attendee)
{
  PlnMode mode = pln_attendee_get_mode (attendee);

  return mode == PLN_MODE_UNKNOWN ? G_MAXINT : (int) mode;
}

static int
compare_column (Order       *order,
                PlnAttendee *a,
                PlnAttendee *b)
{
  switch (order->column)
    {
    case PLN_COLUMN_ANSWER:
      return pln_standing_of (a) - pln_standing_of (b);
    case PLN_COLUMN_NETWORKS:
      return compare_networks (order, pln_attendee_get_networks (a), pln_attendee_get_networks (b));
    case PLN_COLUMN_ORGANISATION:
      return compare_texts (order, pln_attendee_get_organisation (a), pln_attendee_get_organisation (b));
    case PLN_COLUMN_ADDRESS:
      return compare_addresses (pln_attendee_get_email (a), pln_attendee_get_email (b));
    case PLN_COLUMN_SECTOR:
      return compare_texts (order, pln_attendee_get_sector (a), pln_attendee_get_sector (b));
    case PLN_COLUMN_STAGE:
      return compare_texts (order, pln_attendee_get_stage (a), pln_attendee_get_stage (b));
    case PLN_COLUMN_MODE:
      return (mode_rank (a) > mode_rank (b)) - (mode_rank (a) < mode_rank (b));
    case PLN_COLUMN_NAME:
    default:
      return 0;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  PlnAttendee *one = (PlnAttendee *) a;
  PlnAttendee *two = (PlnAttendee *) b;
  int result = compare_column (user_data, one, two);

  if (result == 0)
    result = strcmp (pln_attendee_get_sort_key (one), pln_attendee_get_sort_key (two));

  return result != 0 ? result : strcmp (pln_attendee_get_id (one), pln_attendee_get_id (two));
}

/**
 * pln_attendee_order_new:
 * @column: a column of the table of attendees
 *
 * Orders attendees by what @column shows; answers in the order in which they
 * are always shown, what is not known last. Equals stand by surname.
 *
 * Returns: (transfer full): the order
 */
GtkSorter *
pln_attendee_order_new (PlnAttendeeColumn column)
{
  Order *order = g_new0 (Order, 1);

  order->column = column;
  order->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return GTK_SORTER (gtk_custom_sorter_new (compare, order, (GDestroyNotify) order_free));
}
