/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-settle.h"
#include "pln-store-agree.h"
#include "pln-store-answer.h"
#include "pln-store-journal.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-ical-error.h"
#include "pln-ical-merge.h"

#include <glib/gi18n.h>

/* What came of a round, while it is written.
 *
 * roots: for UIDs of objects that go, what they go with
 * left: UIDs of what is left for the next round */
typedef struct
{
  PlnStoreWrite *write;
  PlnStoreDb    *db;
  const char    *calendar;
  GHashTable    *roots;
  GPtrArray     *left;
} Round;

static void
leave (Round      *round,
       const char *uid)
{
  g_ptr_array_add (round->left, g_strdup (uid));
}

static gboolean
is_as_expected (const PlnStoreSettled *settled,
                const PlnStoreRow     *row)
{
  return g_strcmp0 (settled->expected, row != NULL ? row->hash : NULL) == 0;
}

/* The text that was here when the round began. */
static gboolean
load_expected (Round                  *round,
               const PlnStoreSettled  *settled,
               const PlnStorePair     *known,
               GBytes                **text,
               GError                **error)
{
  g_auto(PlnStoreState) state = { NULL };

  *text = NULL;
  if (settled->expected == NULL)
    return TRUE;

  if (!pln_store_journal_now (round->db, settled->uid, &state, error))
    return FALSE;
  if (g_strcmp0 (state.hash, settled->expected) != 0)
    {
      pln_store_state_clear (&state);
      if (!pln_store_journal_find (round->db, settled->uid, settled->expected, &state, error))
        return FALSE;
    }

  if (state.text != NULL)
    *text = g_steal_pointer (&state.text);
  else if (known != NULL && g_str_equal (known->local_hash, settled->expected))
    *text = g_bytes_ref (known->local);

  return TRUE;
}

/* The pair of what is settled, with both texts. What is not known completely
 * is left, too: the next round finds it out. */
static gboolean
put_pair (Round                  *round,
          const PlnStoreSettled  *settled,
          gboolean                is_elsewhere,
          GError                **error)
{
  g_autoptr(PlnStorePair) pair = NULL;
  g_autoptr(PlnStorePair) known = NULL;
  gboolean was_elsewhere;

  if (settled->pair == NULL)
    return pln_store_agree_forget (round->db, round->calendar, settled->uid, error);
  if (!pln_store_agree_load (round->db, round->calendar, settled->uid, &known, &was_elsewhere, error))
    return FALSE;

  pair = pln_store_pair_copy (settled->pair);
  if (pair->local == NULL && settled->text != NULL)
    pair->local = g_bytes_ref (settled->text);
  else if (pair->local == NULL && !load_expected (round, settled, known, &pair->local, error))
    return FALSE;
  if (pair->remote == NULL && known != NULL)
    pair->remote = g_bytes_ref (known->remote);

  if (pair->local != NULL && pair->remote != NULL)
    return pln_store_agree_put (round->db, round->calendar, pair, is_elsewhere, error);

  leave (round, settled->uid);

  return TRUE;
}

static gboolean
put_questions (Round                  *round,
               const PlnStoreSettled  *settled,
               GError                **error)
{
  for (guint i = 0; settled->questions != NULL && i < settled->questions->len; i++)
    if (!pln_store_question_put (round->write, g_ptr_array_index (settled->questions, i), error))
      return FALSE;

  return TRUE;
}

/* The library has it in another calendar. What was moved waits until it
 * arrived there; what came from there first stays there. */
static gboolean
settle_elsewhere (Round                  *round,
                  const PlnStoreSettled  *settled,
                  GError                **error)
{
  g_autoptr(PlnStorePair) known = NULL;
  gboolean was_elsewhere;

  if (!pln_store_agree_load (round->db, round->calendar, settled->uid, &known, &was_elsewhere, error))
    return FALSE;
  if (settled->pair == NULL || known == NULL || was_elsewhere)
    return put_pair (round, settled, settled->pair != NULL, error);
  if (settled->text == NULL)
    return put_pair (round, settled, FALSE, error);

  leave (round, settled->uid);

  return TRUE;
}

/* What the round found for a text that the user changed meanwhile. If both can
 * hold, they do. */
static GBytes *
join (Round                  *round,
      const PlnStoreSettled  *settled,
      GError                **error)
{
  g_autoptr(GBytes) base = NULL;
  g_autoptr(GBytes) now = pln_store_text_load (round->db, settled->uid, error);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) joined = NULL;

  if (now == NULL || !load_expected (round, settled, NULL, &base, error) || base == NULL)
    return NULL;

  joined = pln_ical_merge (base, now, settled->text, PLN_ICAL_MERGE_NONE, conflicts, NULL);

  return conflicts->len == 0 ? g_steal_pointer (&joined) : NULL;
}

/* Whether the fault is the object's: all others are settled without it. */
static gboolean
is_of_object (const GError *error)
{
  return error->domain == PLN_ICAL_ERROR
         || g_error_matches (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED);
}

static gboolean
put_text (Round                  *round,
          const PlnStoreSettled  *settled,
          GBytes                 *text,
          GError                **error)
{
  GError *why = NULL;

  if (pln_store_write_put (round->write, settled->uid, round->calendar, text, &why))
    return put_pair (round, settled, FALSE, error)
           && put_questions (round, settled, error);

  if (!is_of_object (why))
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  g_debug ("%s: %s", settled->uid, why->message);
  g_error_free (why);
  leave (round, settled->uid);

  return TRUE;
}

static gboolean
settle_here (Round                  *round,
             const PlnStoreSettled  *settled,
             const PlnStoreRow      *row,
             GError                **error)
{
  g_autoptr(GBytes) joined = NULL;
  GError *why = NULL;

  /* What was agreed is so, whatever the user did since. */
  if (settled->text == NULL && !settled->deleted)
    return put_pair (round, settled, FALSE, error)
           && put_questions (round, settled, error);
  if (is_as_expected (settled, row) && settled->text != NULL)
    return put_text (round, settled, settled->text, error);
  if (is_as_expected (settled, row))
    return pln_store_write_remove (round->write, settled->uid, g_hash_table_lookup (round->roots, settled->uid), error)
           && put_pair (round, settled, FALSE, error);

  if (row != NULL && settled->text != NULL)
    joined = join (round, settled, &why);
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (joined != NULL)
    return put_text (round, settled, joined, error);

  leave (round, settled->uid);

  return TRUE;
}

static gboolean
settle_one (Round                  *round,
            const PlnStoreSettled  *settled,
            GError                **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (round->db, settled->uid, &why);

  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  return row != NULL && !g_str_equal (row->calendar, round->calendar)
         ? settle_elsewhere (round, settled, error)
         : settle_here (round, settled, row, error);
}

typedef struct
{
  const PlnStoreSettled *settled;
  guint                  depth;
} Deletion;

static int
compare_depth (gconstpointer a,
               gconstpointer b)
{
  const Deletion *first = a;
  const Deletion *second = b;

  return first->depth < second->depth ? 1 : first->depth > second->depth ? -1 : 0;
}

static GHashTable *
find_parents (Round     *round,
              GPtrArray *settled)
{
  GHashTable *parents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < settled->len; i++)
    {
      const PlnStoreSettled *one = g_ptr_array_index (settled, i);
      g_autoptr(PlnStoreRow) row = one->deleted ? pln_store_row_load (round->db, one->uid, NULL) : NULL;

      if (row != NULL)
        g_hash_table_insert (parents, one->uid, g_strdup (row->parent));
    }

  return parents;
}

/* A gathering and its parts that go at once lie in the bin as one: each goes
 * with the topmost that goes. */
static GArray *
find_roots (Round     *round,
            GPtrArray *settled)
{
  GArray *deletions = g_array_new (FALSE, FALSE, sizeof (Deletion));
  g_autoptr(GHashTable) parents = find_parents (round, settled);

  for (guint i = 0; i < settled->len; i++)
    {
      Deletion deletion = { g_ptr_array_index (settled, i), 0 };
      const char *root = deletion.settled->uid;
      const char *parent;

      if (!deletion.settled->deleted)
        continue;
      while (deletion.depth < PLN_STORE_MAX_DEPTH
             && (parent = g_hash_table_lookup (parents, root)) != NULL
             && g_hash_table_contains (parents, parent))
        {
          root = parent;
          deletion.depth++;
        }
      g_hash_table_insert (round->roots, deletion.settled->uid, g_strdup (root));
      g_array_append_val (deletions, deletion);
    }
  g_array_sort (deletions, compare_depth);

  return deletions;
}

/* First what comes, then what goes: the parts before what they belong to. */
static gboolean
settle_all (Round      *round,
            GPtrArray  *settled,
            GError    **error)
{
  g_autoptr(GArray) deletions = find_roots (round, settled);

  for (guint i = 0; i < settled->len; i++)
    {
      const PlnStoreSettled *one = g_ptr_array_index (settled, i);

      if (!one->deleted && !settle_one (round, one, error))
        return FALSE;
    }
  for (guint i = 0; i < deletions->len; i++)
    if (!settle_one (round, g_array_index (deletions, Deletion, i).settled, error))
      return FALSE;

  return TRUE;
}

static gboolean
is_linked (Round   *round,
           GError **error)
{
  gint64 n = pln_store_db_number (round->db, error, "SELECT count(*) FROM link WHERE calendar = ?",
                                  "s", round->calendar);

  if (n == 0)
    g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
                 _("The calendar “%s” is no longer kept together with one on a server."), round->calendar);

  return n > 0;
}

/* What was left would not be listed again after that. */
static gboolean
put_listed (Round                 *round,
            const PlnStoreListed  *listed,
            GError               **error)
{
  if (listed == NULL || round->left->len > 0)
    return TRUE;

  return pln_store_db_run (round->db, error,
                           "UPDATE link SET token = ?2, ctag = ?3, listed = iif (?4, ?5, listed) WHERE calendar = ?1",
                           "sssii", round->calendar, listed->token, listed->ctag, (gint64) listed->is_whole,
                           round->write->now);
}

/**
 * pln_store_settle:
 * @db: the writer's connection
 * @calendar: a calendar that is kept together with one on a server
 * @settled: (element-type PlnStoreSettled): what came of its objects
 * @listed: (nullable): how far the server was listed, if this is the last of
 *   its round
 * @error: return location for a [error@StoreError]
 *
 * Makes durable what a round of sync found, all or nothing of it: the texts,
 * what was agreed, and how far the server was listed. It is no step of undo;
 * the steps before it stay, and are undone around it.
 *
 * What the user changed meanwhile is merged with what came, if both can hold;
 * else it is left for the next round, which then lists from where this one
 * did.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): UIDs of what was left
 */
GPtrArray *
pln_store_settle (PlnStoreDb            *db,
                  const char            *calendar,
                  GPtrArray             *settled,
                  const PlnStoreListed  *listed,
                  GError               **error)
{
  g_autoptr(PlnStoreWrite) write = pln_store_write_begin (db, error);
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) roots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Round round = { write, db, calendar, roots, left };

  return write != NULL
         && is_linked (&round, error)
         && settle_all (&round, settled, error)
         && put_listed (&round, listed, error)
         && pln_store_write_end_lasting (write, error) ? g_steal_pointer (&left) : NULL;
}
