/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-index.h"
#include "pln-store-read.h"

#include "pln-hit.h"

/* A letter alone begins too many words to be looked for as a beginning. */
#define IS_SHORT(length) ((length) < 2)

/* What the user typed, word by word. */
typedef struct
{
  GPtrArray *words;
  gboolean   ends_short; /* the last word is one letter: it may be typed still */
} Typed;

static void
typed_clear (Typed *typed)
{
  g_ptr_array_unref (typed->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static void
read_typed (Typed      *typed,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *at = valid;

  *typed = (Typed) { g_ptr_array_new_with_free_func (g_free), FALSE };
  while (*at != '\0')
    {
      const char *start = at;

      while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > start)
        {
          g_ptr_array_add (typed->words, g_strndup (start, (gsize) (at - start)));
          typed->ends_short = *at == '\0' && IS_SHORT (g_utf8_pointer_to_offset (start, at));
        }
      else
        at = g_utf8_next_char (at);
    }
}

/* Each word is a quoted prefix, so that nothing of it is taken for the query
 * language of FTS5; all must be found. One letter is a word of its own.
 *
 * Returns: "" if there is nothing to look for */
static char *
query_of (const Typed *typed,
          guint        n_words)
{
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = g_ptr_array_index (typed->words, i);

      g_string_append_printf (query, "\"%s\"%s ", word, IS_SHORT (g_utf8_strlen (word, -1)) ? "" : "*");
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

#define OBJECT \
  "SELECT iif (kind IN ('journal', 'action'), 'note', kind), uid, parent, object.title, object.place, starts, zone," \
  "  object.id "
#define FOUND(table) OBJECT "FROM " table " JOIN object ON object.id = " table ".rowid WHERE " table " MATCH ?1" \
                     "  AND calendar <> '" PLN_STORE_EXAMPLES "'"

/* Gatherings lie in an index of their own, for there may be a thousand times as
 * much else. What their titles hold counts most; then places, people, the rest. */
static const char gatherings_sql[] =
  FOUND ("gathering_words") " AND kind = 'gathering' ORDER BY bm25 (gathering_words, 8, 4, 2, 1), starts DESC LIMIT ?2";

/* The newest, for which the index need not be read to its end: who is offered
 * two hundred hits types one more letter. */
static const char others_sql[] =
  FOUND ("words") " AND kind IN ('session', 'event', 'note', 'journal', 'action') ORDER BY words.rowid DESC LIMIT ?2";

/* The beginning of a word of a title, after one letter. */
static const char letter_sql[] =
  OBJECT "FROM object WHERE kind = 'gathering' AND calendar <> '" PLN_STORE_EXAMPLES "'"
         "  AND (title LIKE ?1 || '%' OR title LIKE '% ' || ?1 || '%') ORDER BY starts DESC LIMIT ?2";

typedef struct
{
  PlnStoreDb *db;
  guint       most;
  GHashTable *seen; /* numbers of objects */
  GPtrArray  *hits;
} Search;

static gboolean
find (Search      *search,
      const char  *sql,
      const char  *match,
      GError     **error)
{
  g_autoptr(PlnStoreRows) rows = NULL;
  GError *why = NULL;

  if (search->hits->len >= search->most)
    return TRUE;

  rows = pln_store_db_query (search->db, error, sql, "si", match, (gint64) search->most);
  while (rows != NULL && search->hits->len < search->most && pln_store_rows_next (rows, &why))
    if (g_hash_table_add (search->seen, GINT_TO_POINTER (pln_store_rows_number (rows, 7))))
      g_ptr_array_add (search->hits, object_hit (search->db, rows));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* Gatherings first, then what has the words in its title, then all else. */
static gboolean
search_objects (PlnStoreDb  *db,
                const char  *query,
                guint        most,
                GPtrArray   *hits,
                GError     **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *in_title = g_strdup_printf ("{title} : (%s)", query);
  Search search = { db, most, seen, hits };

  return find (&search, gatherings_sql, query, error)
         && find (&search, others_sql, in_title, error)
         && find (&search, others_sql, query, error);
}

static gboolean
search_letter (PlnStoreDb  *db,
               const char  *letter,
               guint        most,
               GPtrArray   *hits,
               GError     **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { db, most, seen, hits };

  return find (&search, letter_sql, letter, error);
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
                        "WITH found AS MATERIALIZED (SELECT rowid AS id FROM person_words WHERE person_words MATCH ?1"
                        "  ORDER BY rowid DESC LIMIT ?2 * 4) "
                        "SELECT person.person, person.gathering, person.name, person.email, gathering.title,"
                        "  gathering.starts, gathering.zone, gathering.uid "
                        "FROM found JOIN person USING (id) JOIN object ON object.id = person.object"
                        "  JOIN object AS gathering ON gathering.uid = person.gathering "
                        "WHERE object.calendar <> '" PLN_STORE_EXAMPLES "' "
                        "GROUP BY person.gathering, person.person "
                        "ORDER BY gathering.starts DESC, person.name LIMIT ?2", "si", query, (gint64) most);
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

/* One letter at the end is a word of its own, such as a number; if there is no
 * such word, it is one that is being typed. */
static gboolean
search_words (PlnStoreDb   *db,
              const Typed  *typed,
              guint         most,
              GPtrArray    *objects,
              GPtrArray    *people,
              GError      **error)
{
  guint n = typed->words->len;
  g_autofree char *query = query_of (typed, n);
  g_autofree char *without = query_of (typed, n - 1);

  if (typed->ends_short && n == 1 && !search_letter (db, g_ptr_array_index (typed->words, 0), most, objects, error))
    return FALSE;
  if (!search_objects (db, query, most, objects, error) || !search_people (db, query, most, people, error))
    return FALSE;
  if (!typed->ends_short || n == 1 || objects->len + people->len > 0)
    return TRUE;

  return search_objects (db, without, most, objects, error) && search_people (db, without, most, people, error);
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
 * case and accents. The samples are left out. It takes no longer if there is
 * more than is asked for.
 *
 * Returns: (transfer full) (nullable) (element-type PlnHit): gatherings first,
 *   then people, then what has the words in its title
 */
GPtrArray *
pln_store_search (PlnStoreDb    *db,
                  const char    *text,
                  guint          most,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto(Typed) typed = { NULL };
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  read_typed (&typed, text);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (typed.words->len > 0 && !search_words (db, &typed, most, objects, people, error))
    return NULL;

  return mix (objects, people, most);
}
