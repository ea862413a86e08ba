/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-str.h"

#define GUEST "X-PLENARY-GUEST"

/* One people object while guests are put into it. */
typedef struct
{
  char         *uid;
  GBytes       *text;  /* NULL: it is not there yet */
  guint         n_guests;
  PlnIcalEdits *edits; /* NULL: nothing changes */
} Shard;

typedef struct
{
  const char *gathering;
  GPtrArray  *shards;  /* Shard, in the order of the texts */
  GHashTable *by_uid;  /* uid → Shard */
  GHashTable *by_id;   /* id of a guest → Shard */
  GHashTable *lines;   /* id of a guest → PlnIcalLine */
} People;

static void
shard_free (Shard *shard)
{
  g_free (shard->uid);
  g_clear_pointer (&shard->text, g_bytes_unref);
  g_clear_pointer (&shard->edits, pln_ical_edits_free);
  g_free (shard);
}

static void
people_clear (People *people)
{
  g_hash_table_unref (people->lines);
  g_hash_table_unref (people->by_id);
  g_hash_table_unref (people->by_uid);
  g_ptr_array_unref (people->shards);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

static void
people_init (People     *people,
             const char *gathering)
{
  people->gathering = gathering;
  people->shards = g_ptr_array_new_with_free_func ((GDestroyNotify) shard_free);
  people->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  people->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) pln_ical_line_free);
}

static Shard *
add_shard (People     *people,
           const char *uid,
           GBytes     *text)
{
  Shard *shard = g_new0 (Shard, 1);

  shard->uid = g_strdup (uid);
  shard->text = text != NULL ? g_bytes_ref (text) : NULL;
  g_ptr_array_add (people->shards, shard);
  g_hash_table_insert (people->by_uid, shard->uid, shard);

  return shard;
}

static void
read_guests (People      *people,
             Shard       *shard,
             PlnIcalText *text,
             guint        part)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = NULL;
      const char *id;

      if (!pln_ical_text_span_is (text, &span, GUEST))
        continue;
      line = pln_ical_text_parse_span (text, &span, NULL);
      id = line != NULL ? pln_ical_line_get_parameter (line, "ID") : NULL;
      if (id == NULL)
        continue; /* stays as it is; nobody can name it */
      shard->n_guests++;
      g_hash_table_replace (people->by_id, g_strdup (id), shard);
      g_hash_table_replace (people->lines, g_strdup (id), g_steal_pointer (&line));
    }
}

static gboolean
read_shard (People  *people,
            GBytes  *bytes,
            GError **error)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, error);
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *uid = NULL;
  int part;

  if (text == NULL)
    return FALSE;

  part = pln_ical_text_find_part (text, "VJOURNAL", NULL, NULL);
  line = part >= 0 ? pln_ical_text_get_line (text, (guint) part, "UID") : NULL;
  if (line == NULL)
    return TRUE; /* no people object: nothing to find in it */

  uid = pln_ical_line_get_text (line);
  read_guests (people, add_shard (people, uid, bytes), text, (guint) part);

  return TRUE;
}

/* People lie by the first character of their ids, so that two organisers who
 * write at once seldom meet; what is too much for one object goes to the next. */
static Shard *
shard_with_room (People     *people,
                 const char *id)
{
  for (guint number = 1; ; number++)
    {
      g_autofree char *uid = number == 1
        ? g_strdup_printf ("people-%c-%s", id[0], people->gathering)
        : g_strdup_printf ("people-%c%u-%s", id[0], number, people->gathering);
      Shard *shard = g_hash_table_lookup (people->by_uid, uid);

      if (shard == NULL)
        return add_shard (people, uid, NULL);
      if (shard->n_guests < PLN_PEOPLE_PER_OBJECT)
        return shard;
    }
}

static PlnIcalEdits *
edits_of (People *people,
          Shard  *shard)
{
  if (shard->edits != NULL)
    return shard->edits;

  shard->edits = pln_ical_edits_new ("VJOURNAL");
  if (shard->text == NULL)
    {
      pln_ical_edits_set (shard->edits, pln_ical_line_new ("X-PLENARY-KIND", "PEOPLE"));
      pln_ical_edits_put (shard->edits, people->gathering,
                          pln_ical_line_new_text ("RELATED-TO", people->gathering));
    }

  return shard->edits;
}

static void
take_parameters (PlnIcalLine       *line,
                 const PlnIcalLine *names,
                 const PlnIcalLine *before,
                 const PlnIcalLine *after)
{
  for (guint i = 0; i < names->parameters->len; i++)
    {
      const char *name = ((PlnIcalParameter *) g_ptr_array_index (names->parameters, i))->name;
      const char *value = pln_ical_line_get_parameter (after, name);

      if (g_strcmp0 (pln_ical_line_get_parameter (before, name), value) != 0)
        pln_ical_line_set_parameter (line, name, value);
    }
}

/* The line as it lies in the text, with what this change changes: what came in
 * since the change was computed, and parameters of others, stay. */
static PlnIcalLine *
merged_line (const PlnIcalLine  *here,
             const PlnOperation *operation)
{
  PlnIcalLine *line;

  if (here == NULL)
    return pln_ical_line_copy (operation->line);

  line = pln_ical_line_copy (here);
  if (operation->line_before == NULL)
    {
      /* Said to be new, but it is here: all of it counts. */
      take_parameters (line, operation->line, here, operation->line);
      pln_set_str (&line->value, operation->line->value);
      return line;
    }

  take_parameters (line, operation->line, operation->line_before, operation->line);
  take_parameters (line, operation->line_before, operation->line_before, operation->line);
  if (!g_str_equal (operation->line_before->value, operation->line->value))
    pln_set_str (&line->value, operation->line->value);

  return line;
}

static void
put_guest (People             *people,
           const PlnOperation *operation)
{
  Shard *shard = g_hash_table_lookup (people->by_id, operation->id);
  PlnIcalLine *line;

  if (shard == NULL && operation->line == NULL)
    return;
  if (operation->line == NULL)
    {
      pln_ical_edits_drop (edits_of (people, shard), GUEST, operation->id);
      shard->n_guests--;
      g_hash_table_remove (people->by_id, operation->id);
      g_hash_table_remove (people->lines, operation->id);
      return;
    }

  if (shard == NULL)
    {
      shard = shard_with_room (people, operation->id);
      shard->n_guests++;
      g_hash_table_insert (people->by_id, g_strdup (operation->id), shard);
    }
  line = merged_line (g_hash_table_lookup (people->lines, operation->id), operation);
  g_hash_table_replace (people->lines, g_strdup (operation->id), pln_ical_line_copy (line));
  pln_ical_edits_put (edits_of (people, shard), operation->id, line);
}

static void
people_text_free (PlnPeopleText *people)
{
  g_free (people->uid);
  g_clear_pointer (&people->text, g_bytes_unref);
  g_free (people);
}

static PlnPeopleText *
write_shard (Shard   *shard,
             gint64   now,
             GError **error)
{
  g_autoptr(GBytes) before = shard->text != NULL ? g_bytes_ref (shard->text)
                                                 : pln_ical_object_new ("VJOURNAL", shard->uid, now);
  g_autoptr(GBytes) after = NULL;
  PlnPeopleText *people;

  pln_ical_edits_stamp (shard->edits, now, FALSE);
  after = pln_ical_edits_apply (shard->edits, before, error);
  if (after == NULL)
    return NULL;

  people = g_new0 (PlnPeopleText, 1);
  people->uid = g_strdup (shard->uid);
  people->text = g_steal_pointer (&after);
  people->is_new = shard->text == NULL;

  return people;
}

/**
 * pln_change_people:
 * @gathering: UID of a gathering
 * @texts: (element-type GBytes): its people objects, as they are
 * @operations: (element-type PlnOperation): what happens to its guests
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError]
 *
 * Finds the people object of each guest, or one that has room, and edits it.
 * Takes time in proportion to guests and operations. For any thread.
 *
 * Returns: (transfer full) (element-type PlnPeopleText): the objects that
 *   change, or %NULL on error
 */
GPtrArray *
pln_change_people (const char *gathering,
                   GPtrArray  *texts,
                   GPtrArray  *operations,
                   gint64      now,
                   GError    **error)
{
  g_auto(People) people = { 0 };
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) people_text_free);

  people_init (&people, gathering);
  for (guint i = 0; i < texts->len; i++)
    if (!read_shard (&people, g_ptr_array_index (texts, i), error))
      return NULL;
  for (guint i = 0; i < operations->len; i++)
    put_guest (&people, g_ptr_array_index (operations, i));
  for (guint i = 0; i < people.shards->len; i++)
    {
      Shard *shard = g_ptr_array_index (people.shards, i);
      PlnPeopleText *text = shard->edits != NULL ? write_shard (shard, now, error) : NULL;

      if (text != NULL)
        g_ptr_array_add (changed, text);
      else if (shard->edits != NULL)
        return NULL;
    }

  return g_steal_pointer (&changed);
}
