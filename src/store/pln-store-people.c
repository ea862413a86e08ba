/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-index.h"

#include "pln-id.h"

/* A person of a list, as a search looks at them. */
typedef struct
{
  const char *id;
  const char *email;
  const char *name;
  char       *about;
} Person;

static char *
key_of (const char *id,
        const char *email,
        const char *name,
        const char *about)
{
  return g_strjoin ("\x1f", id, email, name, about, NULL);
}

/* What is there, by all that is known of each. */
static GHashTable *
load_people (PlnStoreDb  *db,
             gint64       object,
             GError     **error)
{
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, person, email, name, about FROM person WHERE object = ?", "i", object);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      gint64 id = pln_store_rows_number (rows, 0);

      g_hash_table_insert (people, key_of (pln_store_rows_text (rows, 1), pln_store_rows_text (rows, 2),
                                           pln_store_rows_text (rows, 3), pln_store_rows_text (rows, 4)),
                           g_memdup2 (&id, sizeof id));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&people) : NULL;
}

static gboolean
add_person (PlnStoreDb    *db,
            gint64         object,
            const char    *gathering,
            const Person  *person,
            GError       **error)
{
  gint64 id = pln_store_db_number (db, error,
                                   "INSERT INTO person (object, gathering, person, email, name, about) "
                                   "VALUES (?, ?, ?, ?, ?, ?) RETURNING id", "isssss",
                                   object, gathering, person->id, person->email, person->name, person->about);

  return id > 0
         && pln_store_db_run (db, error, "INSERT INTO person_words (rowid, name, email, about) VALUES (?, ?, ?, ?)",
                              "isss", id, person->name, person->email, person->about);
}

/* Only who differs is written: a list of thousands of which one changed is
 * noted at once. */
static gboolean
put_person (PlnStoreDb    *db,
            gint64         object,
            const char    *gathering,
            const Person  *person,
            GHashTable    *old,
            GError       **error)
{
  g_autofree char *key = key_of (person->id, person->email, person->name, person->about);

  return g_hash_table_remove (old, key) || add_person (db, object, gathering, person, error);
}

static gboolean
put_attendees (PlnStoreDb           *db,
               gint64                object,
               const PlnIcalRecord  *record,
               const char           *gathering,
               GHashTable           *old,
               GError              **error)
{
  for (guint i = 0; i < record->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (record->attendees, i);
      g_autofree char *derived = *attendee->id == '\0' ? pln_ical_address_key (attendee->email) : NULL;
      g_autofree char *id = derived != NULL ? pln_id_derive (derived) : g_strdup (attendee->id);
      Person person = { id, attendee->email, attendee->name, (char *) "" };

      if (!attendee->is_thing && !put_person (db, object, gathering, &person, old, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_guests (PlnStoreDb           *db,
            gint64                object,
            const PlnIcalRecord  *record,
            const char           *gathering,
            GHashTable           *old,
            GError              **error)
{
  for (guint i = 0; i < record->guests->len; i++)
    {
      const PlnIcalGuest *guest = g_ptr_array_index (record->guests, i);
      g_autofree char *networks = g_strjoinv ("\n", guest->networks);
      g_autofree char *about = g_strjoin ("\n", guest->organisation, guest->sector, guest->stage, networks, NULL);
      Person person = { guest->id, guest->email, guest->name, about };

      if (!put_person (db, object, gathering, &person, old, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * pln_store_index_people:
 * @db: the writer's connection
 * @id: the number of an object
 * @record: what its text says
 * @gathering: the gathering that it belongs to, or ""
 * @error: return location for a [error@StoreError]
 *
 * Notes whom an object names, so that people are found.
 *
 * Returns: %TRUE if it was noted
 */
gboolean
pln_store_index_people (PlnStoreDb           *db,
                        gint64                id,
                        const PlnIcalRecord  *record,
                        const char           *gathering,
                        GError              **error)
{
  g_autoptr(GHashTable) old = load_people (db, id, error);
  gboolean has_people = record->kind == PLN_ICAL_KIND_GATHERING || record->kind == PLN_ICAL_KIND_PEOPLE;
  GHashTableIter iter;
  gpointer row;

  if (old == NULL
      || (has_people && (!put_attendees (db, id, record, gathering, old, error)
                         || !put_guests (db, id, record, gathering, old, error))))
    return FALSE;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!pln_store_db_run (db, error, "DELETE FROM person WHERE id = ?", "i", *(gint64 *) row))
      return FALSE;

  return TRUE;
}
