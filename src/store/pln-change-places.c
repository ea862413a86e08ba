/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-ical-record.h"

#define MEMBER "X-PLENARY-MEMBER"

/* Who sits in a group, while places in it change. */
typedef struct
{
  PlnIcalEdits *edits;
  GHashTable   *addresses; /* key of an ATTENDEE → id of the person, "" if it has none */
  GHashTable   *members;   /* ids of the lines of our own */
} Places;

static void
places_clear (Places *places)
{
  g_clear_pointer (&places->edits, pln_ical_edits_free);
  g_hash_table_unref (places->addresses);
  g_hash_table_unref (places->members);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static char *
key_of_address (const char *email)
{
  g_autofree char *uri = g_strconcat ("mailto:", email, NULL);

  return pln_ical_address_key (uri);
}

static void
read_places (Places              *places,
             const PlnIcalRecord *record)
{
  for (guint i = 0; i < record->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (record->attendees, i);

      if (*attendee->email != '\0')
        g_hash_table_insert (places->addresses, key_of_address (attendee->email), g_strdup (attendee->id));
    }
  for (guint i = 0; i < record->members->len; i++)
    g_hash_table_add (places->members,
                      g_strdup (((const PlnIcalAttendee *) g_ptr_array_index (record->members, i))->id));
}

/* Drops all ATTENDEE lines of a person but the one that stays: also under a
 * former address, or without the id, which a server may have dropped.
 *
 * @former_line: (nullable) (out): the key of one that is not dropped, as another
 *   will stand in its place; NULL if there is none */
static void
drop_attendees (Places              *places,
                const PlnOperation  *operation,
                const char          *kept, /* (nullable) */
                char               **former_line)
{
  const PlnIcalLine *known = operation->line_before;
  g_autofree char *former = known != NULL && g_str_equal (known->name, "ATTENDEE")
                            ? pln_ical_address_key (known->value) : NULL;
  GHashTableIter iter;
  gpointer key, id;

  g_hash_table_iter_init (&iter, places->addresses);
  while (g_hash_table_iter_next (&iter, &key, &id))
    {
      gboolean is_theirs = g_str_equal (id, operation->id)
                           || (*(const char *) id == '\0' && g_strcmp0 (key, former) == 0);

      if (!is_theirs || g_strcmp0 (key, kept) == 0)
        continue;
      if (former_line != NULL && *former_line == NULL)
        *former_line = g_strdup (key);
      else
        pln_ical_edits_drop (places->edits, "ATTENDEE", key);
      g_hash_table_iter_remove (&iter);
    }
}

static void
drop_member (Places     *places,
             const char *person)
{
  if (g_hash_table_remove (places->members, person))
    pln_ical_edits_drop (places->edits, MEMBER, person);
}

/* The address is that of somebody else in the group, and stands once. */
static PlnIcalLine *
own_line (const PlnIcalLine *attendee)
{
  const char *name = pln_ical_line_get_parameter (attendee, "CN");
  PlnIcalLine *line = pln_ical_line_new_text (MEMBER, name != NULL ? name : "");

  pln_ical_line_set_parameter (line, "ID", pln_ical_line_get_parameter (attendee, "X-PLENARY-ID"));
  pln_ical_line_set_parameter (line, "ROLE", pln_ical_line_get_parameter (attendee, "X-PLENARY-ROLE"));
  pln_ical_line_set_parameter (line, "LOCK", pln_ical_line_get_parameter (attendee, "X-PLENARY-LOCK"));

  return line;
}

static void
put_member (Places             *places,
            const PlnOperation *operation,
            const PlnIcalLine  *line)
{
  drop_attendees (places, operation, NULL, NULL);
  g_hash_table_add (places->members, g_strdup (operation->id));
  pln_ical_edits_put (places->edits, operation->id, pln_ical_line_copy (line));
}

/* Of a line that is there, what others wrote stays. */
static void
put_attendee (Places             *places,
              const PlnOperation *operation,
              const char         *key)
{
  static const char *const ours[] = { "CN", "SCHEDULE-AGENT", "X-PLENARY-ID", "X-PLENARY-ROLE", "X-PLENARY-LOCK" };
  const PlnIcalLine *line = operation->line;
  gboolean is_there = g_hash_table_contains (places->addresses, key);
  g_autofree char *former = NULL;

  drop_attendees (places, operation, key, is_there ? NULL : &former);
  drop_member (places, operation->id);
  if (is_there)
    for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
      pln_ical_edits_parameter (places->edits, "ATTENDEE", key, ours[i], pln_ical_line_get_parameter (line, ours[i]));
  else
    pln_ical_edits_put (places->edits, former != NULL ? former : key, pln_ical_line_copy (line));
  g_hash_table_replace (places->addresses, g_strdup (key), g_strdup (operation->id));
}

static void
put_place (Places             *places,
           const PlnOperation *operation)
{
  const PlnIcalLine *line = operation->line;
  gboolean has_address = line != NULL && g_str_equal (line->name, "ATTENDEE");
  g_autofree char *key = has_address ? pln_ical_address_key (line->value) : NULL;
  const char *holder = key != NULL ? g_hash_table_lookup (places->addresses, key) : NULL;
  gboolean is_taken = holder != NULL && *holder != '\0' && !g_str_equal (holder, operation->id);
  g_autoptr(PlnIcalLine) own = is_taken ? own_line (line) : NULL;

  if (line == NULL)
    {
      drop_attendees (places, operation, NULL, NULL);
      drop_member (places, operation->id);
    }
  else if (has_address && !is_taken)
    put_attendee (places, operation, key);
  else
    put_member (places, operation, own != NULL ? own : line);
}

/**
 * pln_change_places:
 * @text: a group, as it is
 * @operations: (element-type PlnOperation): what happens to places in it
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError]
 *
 * Finds the line of each person by the id, under whatever address it stands,
 * and edits it. For any thread.
 *
 * Returns: (transfer full): what the group is to be, or %NULL on error
 */
GBytes *
pln_change_places (GBytes     *text,
                   GPtrArray  *operations,
                   gint64      now,
                   GError    **error)
{
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, error);
  g_auto(Places) places = { 0 };

  places.addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  places.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (record == NULL)
    return NULL;

  places.edits = pln_ical_edits_new ("VEVENT");
  read_places (&places, record);
  for (guint i = 0; i < operations->len; i++)
    put_place (&places, g_ptr_array_index (operations, i));
  pln_ical_edits_stamp (places.edits, now, FALSE);

  return pln_ical_edits_apply (places.edits, text, error);
}
