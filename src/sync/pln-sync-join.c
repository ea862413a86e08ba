/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-join.h"

#include "pln-ical-meaning.h"
#include "pln-ical-merge.h"
#include "pln-store-conflict.h"

#include <string.h>

/* Puts what changed from one text to another into a third, which may differ
 * from both in whatever a server rewrote. */
static GBytes *
carry (GBytes  *from,
       GBytes  *to,
       GBytes  *onto,
       GError **error)
{
  return pln_ical_merge (from, to, onto, PLN_ICAL_MERGE_CARRY, NULL, error);
}

static gboolean
says_else (GBytes *a,
           GBytes *b)
{
  return !g_bytes_equal (a, b) && !pln_ical_same_meaning (a, b);
}

static gboolean
has_texts (const PlnStorePair *pair)
{
  return pair != NULL && pair->local != NULL && pair->remote != NULL;
}

/* Where nothing was agreed before, what is there counts as the start: what
 * only one side has is kept, and where they differ the user is asked. */
static gboolean
join_strangers (PlnSyncJoined            *joined,
                GBytes                   *local,
                GBytes                   *remote,
                const PlnIcalMergeHints  *hints,
                GPtrArray                *conflicts,
                GError                  **error)
{
  joined->there = pln_ical_merge_with_hints (NULL, local, remote, PLN_ICAL_MERGE_NONE, hints, conflicts, error);
  if (joined->there == NULL)
    return FALSE;

  joined->here = g_bytes_ref (joined->there);
  joined->before = g_bytes_ref (remote);
  joined->was_changed_here = joined->was_changed_there = says_else (local, remote);
  if (conflicts->len > 0)
    joined->questions = pln_store_questions_new (NULL, local, remote, hints);

  return TRUE;
}

/* The local changes go to the remote meaning, are merged there, and what that
 * changed of them goes to the local text. So neither side takes over what the
 * other one has for reasons of its own. */
static gboolean
join_pair (PlnSyncJoined            *joined,
           const PlnStorePair       *pair,
           GBytes                   *local,
           GBytes                   *remote,
           const PlnIcalMergeHints  *hints,
           GPtrArray                *conflicts,
           GError                  **error)
{
  g_autoptr(GBytes) mine = carry (pair->local, local, pair->remote, error);

  if (mine == NULL
      || (joined->there = pln_ical_merge_with_hints (pair->remote, mine, remote, PLN_ICAL_MERGE_NONE,
                                                     hints, conflicts, error)) == NULL
      || (joined->here = carry (mine, joined->there, local, error)) == NULL
      || (joined->before = carry (pair->remote, remote, pair->local, error)) == NULL)
    return FALSE;

  joined->was_changed_here = says_else (local, pair->local);
  joined->was_changed_there = says_else (remote, pair->remote);
  if (conflicts->len > 0)
    joined->questions = pln_store_questions_new (pair->remote, mine, remote, hints);

  return TRUE;
}

/**
 * pln_sync_join:
 * @pair: (nullable): what was agreed last, with its texts
 * @local: what is here
 * @remote: what is on the server
 * @own_address: of the user there, or ""
 * @error: return location for a [error@IcalError]: a text is broken
 *
 * Brings the two sides of an object together. For any thread.
 *
 * Returns: (transfer full) (nullable): what comes of them
 */
PlnSyncJoined *
pln_sync_join (const PlnStorePair  *pair,
               GBytes              *local,
               GBytes              *remote,
               const char          *own_address,
               GError             **error)
{
  g_autoptr(PlnSyncJoined) joined = g_new0 (PlnSyncJoined, 1);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  PlnIcalMergeHints hints = { .self = *own_address != '\0' ? own_address : NULL };

  if (has_texts (pair) ? !join_pair (joined, pair, local, remote, &hints, conflicts, error)
                       : !join_strangers (joined, local, remote, &hints, conflicts, error))
    return NULL;

  joined->is_new_there = says_else (joined->there, remote);
  joined->is_new_here = says_else (joined->here, local);

  return g_steal_pointer (&joined);
}

/**
 * pln_sync_joined_free:
 * @joined: (transfer full) (nullable): what two sides came to
 */
void
pln_sync_joined_free (PlnSyncJoined *joined)
{
  if (joined == NULL)
    return;

  g_clear_pointer (&joined->there, g_bytes_unref);
  g_clear_pointer (&joined->here, g_bytes_unref);
  g_clear_pointer (&joined->before, g_bytes_unref);
  g_clear_pointer (&joined->questions, g_ptr_array_unref);
  g_free (joined);
}

/**
 * pln_sync_bring_back:
 * @pair: (nullable): what was agreed last
 * @remote: what is on the server
 *
 * Makes the text of what is not here any more, but was changed on the server:
 * with what only this side knew of it.
 *
 * Returns: (transfer full): the text
 */
GBytes *
pln_sync_bring_back (const PlnStorePair *pair,
                     GBytes             *remote)
{
  GBytes *text = has_texts (pair) ? carry (pair->remote, remote, pair->local, NULL) : NULL;

  return text != NULL ? text : g_bytes_ref (remote);
}

/**
 * pln_sync_take_stored:
 * @before: (nullable): what the server had before the write
 * @sent: what was written
 * @stored: what the server has now
 * @here: what is here
 * @is_own: whether @stored is for sure what the server made of @sent
 *
 * Finds what is to be here after a write. What a server rewrites or drops is
 * nobody's change. But if the server did not say that it still has what was
 * written, somebody else may have written since: then what is new there comes
 * here, and what was there before and is gone now goes; what was sent and is
 * not there, the server dropped.
 *
 * Returns: (transfer full): the text
 */
GBytes *
pln_sync_take_stored (GBytes   *before,
                      GBytes   *sent,
                      GBytes   *stored,
                      GBytes   *here,
                      gboolean  is_own)
{
  g_autoptr(GBytes) kept = NULL;
  GBytes *text;

  if (is_own || !says_else (sent, stored))
    return g_bytes_ref (here);

  kept = pln_ical_merge (sent, stored, here, PLN_ICAL_MERGE_CARRY | PLN_ICAL_MERGE_KEEP, NULL, NULL);
  if (kept == NULL)
    return g_bytes_ref (here);
  text = before != NULL ? carry (before, stored, kept, NULL) : NULL;

  return text != NULL ? text : g_steal_pointer (&kept);
}

/* Of each property, in whatever component, what all its lines say together. */
static GHashTable *
read_properties (GBytes *object)
{
  g_autoptr(PlnIcalText) text = object != NULL ? pln_ical_text_new (object, NULL) : NULL;
  GHashTable *properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      PlnIcalWalk walk;
      PlnIcalSpan span;

      if (part->parent < 0 || g_str_equal (part->name, "VTIMEZONE")
          || g_str_equal (part->name, "STANDARD") || g_str_equal (part->name, "DAYLIGHT"))
        continue;
      pln_ical_walk_init (&walk, text, i);
      while (pln_ical_walk_next (&walk, &span))
        {
          g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, &span, NULL);
          const char *name = g_str_equal (part->name, "VALARM") ? part->name : line != NULL ? line->name : "";
          GPtrArray *lines = g_hash_table_lookup (properties, name);

          if (lines == NULL)
            {
              lines = g_ptr_array_new_with_free_func (g_free);
              g_hash_table_insert (properties, g_strdup (name), lines);
            }
          g_ptr_array_add (lines, pln_ical_meaning_of_span (text, &span));
        }
    }

  return properties;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_same_property (GHashTable *a,
                  GHashTable *b,
                  const char *name)
{
  GPtrArray *one = g_hash_table_lookup (a, name);
  GPtrArray *other = g_hash_table_lookup (b, name);

  if (one == NULL || other == NULL || one->len != other->len)
    return one == other;
  g_ptr_array_sort (one, compare_lines);
  g_ptr_array_sort (other, compare_lines);
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;

  return TRUE;
}

static const char *const stamps[] = { "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", NULL };

static gboolean
has_line (GHashTable *properties,
          const char *name,
          const char *line)
{
  GPtrArray *lines = g_hash_table_lookup (properties, name);

  return lines != NULL && g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL);
}

/* Whether a line that is in one text and not in the other is in a third. */
static gboolean
has_some (GHashTable *in,
          GHashTable *not_in,
          GHashTable *third)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, in);
  while (g_hash_table_iter_next (&iter, &name, &value))
    for (guint i = 0; i < ((GPtrArray *) value)->len; i++)
      {
        const char *line = g_ptr_array_index ((GPtrArray *) value, i);

        /* Two who move a meeting raise SEQUENCE alike. */
        if (!g_str_equal (name, "SEQUENCE") && !has_line (not_in, name, line) && has_line (third, name, line))
          return TRUE;
      }

  return FALSE;
}

/* Whether a line that was taken out, without another in its place, is not in a
 * third text either. */
static gboolean
lacks_some (GHashTable *old,
            GHashTable *sent,
            GHashTable *third)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      GPtrArray *lines = value;
      GPtrArray *left = g_hash_table_lookup (sent, name);

      for (guint i = 0; (left == NULL || left->len < lines->len) && i < lines->len; i++)
        {
          const char *line = g_ptr_array_index (lines, i);

          if (!has_line (sent, name, line) && !has_line (third, name, line))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether what is new there is what was sent, as far as the server kept it. */
static gboolean
is_kept (GHashTable *sent,
         GHashTable *stored)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, sent);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (stamps, name) && g_hash_table_contains (stored, name)
        && !is_same_property (sent, stored, name))
      return FALSE;

  return TRUE;
}

/**
 * pln_sync_is_from:
 * @before: (nullable): what the server had before a write
 * @sent: what was written, with success as the server said
 * @stored: what the server has now
 *
 * Finds out whether a server that does not say which version it made of a
 * write stored that at all: some of what was new in it is there, or some of
 * what was taken out of it is not.
 *
 * Returns: whether it did; if not, somebody else wrote
 */
gboolean
pln_sync_is_from (GBytes *before,
                  GBytes *sent,
                  GBytes *stored)
{
  g_autoptr(GHashTable) old = read_properties (before);
  g_autoptr(GHashTable) wanted = read_properties (sent);
  g_autoptr(GHashTable) new = read_properties (stored);

  if (before == NULL)
    return is_kept (wanted, new);

  return has_some (wanted, old, new) || lacks_some (old, wanted, new);
}

/**
 * pln_sync_find_dropped:
 * @before: (nullable): what the server had before
 * @sent: what was written
 * @stored: what the server made of it
 *
 * Returns: (transfer full) (nullable): the names of the properties that the
 *   server left as they were, although something else was written, sorted, with
 *   commas; %NULL if there is none
 */
char *
pln_sync_find_dropped (GBytes *before,
                       GBytes *sent,
                       GBytes *stored)
{
  g_autoptr(GHashTable) old = NULL;
  g_autoptr(GHashTable) wanted = NULL;
  g_autoptr(GHashTable) new = NULL;
  g_autoptr(GList) names = NULL;
  GString *dropped;

  if (!says_else (sent, stored))
    return NULL;

  old = read_properties (before);
  wanted = read_properties (sent);
  new = read_properties (stored);
  dropped = g_string_new (NULL);
  names = g_list_sort (g_hash_table_get_keys (wanted), (GCompareFunc) g_strcmp0);
  for (GList *each = names; each != NULL; each = each->next)
    if (!g_strv_contains (stamps, each->data)
        && !is_same_property (wanted, new, each->data) && is_same_property (old, new, each->data))
      g_string_append_printf (dropped, "%s%s", dropped->len > 0 ? ", " : "", (const char *) each->data);

  return g_string_free (dropped, dropped->len == 0);
}
