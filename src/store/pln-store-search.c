/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-index.h"
#include "pln-store-read.h"

#include "pln-hit.h"

/* Each word of the user is a quoted prefix, so that nothing of it is taken for
 * the query language of FTS5; all must be found. */
static char *
query_of (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *query = g_string_new (NULL);
  const char *at = valid;

  while (*at != '\0')
    {
      const char *start = at;

      while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > start)
        {
          g_string_append_c (query, '"');
          g_string_append_len (query, start, at - start);
          g_string_append (query, "\"* ");
        }
      else
        at = g_utf8_next_char (at);
    }

  return g_string_free (query, FALSE);
}

static char *
join_detail (const char *first,
             const char *second)
{
  if (*first == '\0' || *second == '\0')
    return g_strconcat (first, second, NULL);

  return g_strconcat (first, " · ", second, NULL);
}

static PlnHit *
object_hit (PlnStoreDb   *db,
            PlnStoreRows *rows)
{
  const char *kind = pln_store_rows_text (rows, 0);
  const char *uid = pln_store_rows_text (rows, 1);
  g_autofree char *gathering = pln_store_gathering (db, uid, kind, pln_store_rows_text (rows, 2));
  g_autofree char *detail = NULL;
  g_autoptr(GDateTime) when = NULL;
  g_autoptr(PlnStoreRow) row = g_str_equal (gathering, uid) ? NULL : pln_store_row_load (db, gathering, NULL);

  if (!pln_store_rows_is_null (rows, 5))
    when = pln_store_index_read_time (pln_store_rows_number (rows, 5), pln_store_rows_text (rows, 6));
  detail = join_detail (row != NULL ? row->title : "", pln_store_rows_text (rows, 4));

  return pln_hit_new (kind, uid, gathering, "", pln_store_rows_text (rows, 3), detail, when);
}

/* What the titles hold counts most; then places, people, and the rest. */
static gboolean
search_objects (PlnStoreDb  *db,
                const char  *query,
                guint        most,
                GPtrArray   *hits,
                GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "SELECT iif (kind IN ('journal', 'action'), 'note', kind), uid, parent, object.title, object.place, starts,"
                        "  zone FROM words JOIN object ON object.id = words.rowid "
                        "WHERE words MATCH ? AND calendar <> '" PLN_STORE_EXAMPLES "'"
                        "  AND kind IN ('gathering', 'session', 'event', 'note', 'journal', 'action') "
                        "ORDER BY kind <> 'gathering', bm25 (words, 8, 4, 2, 1), starts DESC LIMIT ?",
                        "si", query, (gint64) most);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    g_ptr_array_add (hits, object_hit (db, rows));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* A person who is on several lists is found once for each gathering, though
 * both the event and the people object name them. */
static gboolean
search_people (PlnStoreDb  *db,
               const char  *query,
               guint        most,
               GPtrArray   *hits,
               GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "WITH found AS MATERIALIZED (SELECT rowid AS id, bm25 (person_words, 4, 4, 1) AS score"
                        "  FROM person_words WHERE person_words MATCH ?) "
                        "SELECT person.person, person.gathering, person.name, person.email, gathering.title,"
                        "  gathering.starts, gathering.zone, gathering.uid, min (score) AS best "
                        "FROM found JOIN person USING (id) JOIN object ON object.id = person.object"
                        "  JOIN object AS gathering ON gathering.uid = person.gathering "
                        "WHERE object.calendar <> '" PLN_STORE_EXAMPLES "' "
                        "GROUP BY person.gathering, person.person "
                        "ORDER BY best, gathering.starts DESC, person.name LIMIT ?", "si", query, (gint64) most);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      const char *name = pln_store_rows_text (rows, 2);
      const char *email = pln_store_rows_text (rows, 3);
      g_autoptr(GDateTime) when = NULL;
      g_autofree char *detail = join_detail (*name != '\0' ? email : "", pln_store_rows_text (rows, 4));

      if (!pln_store_rows_is_null (rows, 5))
        when = pln_store_index_read_time (pln_store_rows_number (rows, 5), pln_store_rows_text (rows, 6));
      g_ptr_array_add (hits, pln_hit_new ("person", pln_store_rows_text (rows, 7), pln_store_rows_text (rows, 1),
                                          pln_store_rows_text (rows, 0), *name != '\0' ? name : email, detail, when));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* Gatherings, then people, then all else; a half of the room is for people, if
 * there are as many. */
static GPtrArray *
mix (GPtrArray *objects,
     GPtrArray *people,
     guint      most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_people = MIN (people->len, MAX (most / 2, most - MIN (objects->len, most)));
  guint n_objects = MIN (objects->len, most - n_people);
  guint at = 0;

  for (; at < n_objects && g_str_equal (pln_hit_get_kind (objects->pdata[at]), "gathering"); at++)
    g_ptr_array_add (hits, g_object_ref (objects->pdata[at]));
  for (guint i = 0; i < n_people; i++)
    g_ptr_array_add (hits, g_object_ref (people->pdata[i]));
  for (; at < n_objects; at++)
    g_ptr_array_add (hits, g_object_ref (objects->pdata[at]));

  return hits;
}

/**
 * pln_store_search:
 * @db: a connection
 * @text: what the user typed
 * @most: how many hits at most
 * @cancellable: (nullable): stops the search
 * @error: return location for a [error@StoreError]
 *
 * Finds what has all words of @text, or words that begin so, whatever their
 * case and accents. The samples are left out.
 *
 * Returns: (transfer full) (nullable) (element-type PlnHit): gatherings first,
 *   then people, the best of each first
 */
GPtrArray *
pln_store_search (PlnStoreDb    *db,
                  const char    *text,
                  guint          most,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *query = query_of (text);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (*query != '\0' && (!search_objects (db, query, most, objects, error)
                         || !search_people (db, query, most, people, error)))
    return NULL;

  return mix (objects, people, most);
}
