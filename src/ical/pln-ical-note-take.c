/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-note-private.h"

#include "pln-id.h"
#include "pln-order-key.h"

#include <string.h>

#define MAX_CELLS 4000000 /* of a table of two texts; longer ones are compared from both ends only */
#define NONE G_MAXUINT

/* The lines of a note, and the items of a text that was made from them and
 * then edited elsewhere. */
typedef struct
{
  GPtrArray *lines; /* PlnIcalNoteLine */
  GPtrArray *old;   /* utf8: what each was as an item */
  GPtrArray *items; /* utf8 */
  guint     *of;    /* for each item the line that it is, or NONE */
  gboolean  *used;  /* for each line whether it is an item */
  gboolean  *moved; /* for each item whether its line stood elsewhere */
} Take;

static void
take_clear (Take *take)
{
  g_ptr_array_unref (take->old);
  g_ptr_array_unref (take->items);
  g_free (take->of);
  g_free (take->used);
  g_free (take->moved);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Take, take_clear)

static void
take_init (Take       *take,
           GPtrArray  *lines,
           const char *description)
{
  take->lines = lines;
  take->old = g_ptr_array_new_with_free_func (g_free);
  take->items = pln_ical_note_split (description);
  take->of = g_new (guint, take->items->len + 1);
  take->used = g_new0 (gboolean, lines->len + 1);
  take->moved = g_new0 (gboolean, take->items->len + 1);

  for (guint i = 0; i < take->items->len; i++)
    take->of[i] = NONE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr(GPtrArray) one = g_ptr_array_new ();
      g_autofree char *rendered = NULL;
      g_autoptr(GPtrArray) item = NULL;

      g_ptr_array_add (one, g_ptr_array_index (lines, i));
      rendered = pln_ical_note_render (one);
      item = pln_ical_note_split (rendered);
      g_ptr_array_add (take->old, g_strdup (item->len > 0 ? g_ptr_array_index (item, 0) : ""));
    }
}

static gboolean
equal (const Take *take,
       guint       line,
       guint       item)
{
  return g_str_equal (g_ptr_array_index (take->old, line), g_ptr_array_index (take->items, item));
}

static void
match (Take  *take,
       guint  line,
       guint  item)
{
  take->of[item] = line;
  take->used[line] = TRUE;
}

/* The longest common subsequence of a part of both. */
static void
match_longest (Take  *take,
               guint  line,
               guint  n_lines,
               guint  item,
               guint  n_items)
{
  g_autofree guint *table = NULL;
  guint width = n_items + 1;
  guint i = 0;
  guint j = 0;

  if (n_lines == 0 || n_items == 0 || (gsize) (n_lines + 1) * width > MAX_CELLS)
    return;

  table = g_new0 (guint, (gsize) (n_lines + 1) * width);
  for (guint a = n_lines; a > 0; a--)
    for (guint b = n_items; b > 0; b--)
      table[(a - 1) * width + b - 1] = equal (take, line + a - 1, item + b - 1)
                                       ? table[a * width + b] + 1
                                       : MAX (table[a * width + b - 1], table[(a - 1) * width + b]);

  while (i < n_lines && j < n_items)
    if (equal (take, line + i, item + j))
      match (take, line + i++, item + j++);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
      i++;
    else
      j++;
}

static void
match_equal (Take *take)
{
  guint first = 0;
  guint end_lines = take->lines->len;
  guint end_items = take->items->len;

  for (; first < MIN (end_lines, end_items) && equal (take, first, first); first++)
    match (take, first, first);
  while (end_lines > first && end_items > first && equal (take, end_lines - 1, end_items - 1))
    match (take, --end_lines, --end_items);

  match_longest (take, first, end_lines - first, first, end_items - first);
}

/* A line that was cut out and put in elsewhere. */
static void
match_moved (Take *take)
{
  g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal); /* item → line + 1 */

  for (guint i = take->lines->len; i > 0; i--)
    if (!take->used[i - 1])
      g_hash_table_insert (left, g_ptr_array_index (take->old, i - 1), GUINT_TO_POINTER (i));

  for (guint i = 0; i < take->items->len; i++)
    {
      guint line = take->of[i] == NONE
                   ? GPOINTER_TO_UINT (g_hash_table_lookup (left, g_ptr_array_index (take->items, i))) : 0;

      if (line == 0)
        continue;
      g_hash_table_remove (left, g_ptr_array_index (take->items, i));
      match (take, line - 1, i);
      take->moved[i] = TRUE;
    }
}

/* Whether half the words of the shorter text stand in the other. */
static gboolean
are_alike (const char *a,
           const char *b)
{
  g_auto(GStrv) words_a = g_strsplit_set (a, " \n", -1);
  g_auto(GStrv) words_b = g_strsplit_set (b, " \n", -1);
  guint n = MIN (g_strv_length (words_a), g_strv_length (words_b));
  guint n_common = 0;

  for (guint i = 0; words_a[i] != NULL; i++)
    n_common += g_strv_contains ((const char *const *) words_b, words_a[i]);

  return n > 0 && 2 * n_common >= n;
}

/* Lines between two that stayed: as many as before are the same ones, each
 * edited; else those that are alike, in their order. */
static void
match_edited (Take  *take,
              guint  line,
              guint  n_lines,
              guint  item,
              guint  n_items)
{
  guint next = line;

  for (guint i = item; i < item + n_items; i++)
    for (guint j = next; j < line + n_lines; j++)
      if (n_lines == n_items ? j - line == i - item
                             : are_alike (g_ptr_array_index (take->old, j), g_ptr_array_index (take->items, i)))
        {
          if (!take->used[j] && take->of[i] == NONE)
            match (take, j, i);
          next = j + 1;
          break;
        }
}

static void
match_gaps (Take *take)
{
  guint line = 0;
  guint item = 0;

  for (guint i = 0; i <= take->items->len; i++)
    {
      gboolean at_end = i == take->items->len;
      guint end;

      if (!at_end && (take->of[i] == NONE || take->moved[i]))
        continue;
      end = at_end ? take->lines->len : take->of[i];
      match_edited (take, line, end - line, item, i - item);
      line = end + 1;
      item = i + 1;
    }
}

/* An ID that every computer finds alike. */
static char *
derive_id (GHashTable *ids,
           const char *after,
           const char *item)
{
  g_autofree char *both = g_strconcat (after, "\n", item, NULL);
  g_autofree char *id = pln_id_derive (both);

  while (g_hash_table_contains (ids, id))
    {
      g_autofree char *taken = g_steal_pointer (&id);

      id = pln_id_derive (taken);
    }

  return g_steal_pointer (&id);
}

/* A line as the item says it. What the item cannot say stays. */
static void
take_item (PlnIcalNoteLine *line,
           const char      *item)
{
  g_autoptr(PlnIcalNoteLine) parsed = pln_ical_note_parse_item (item);

  if (!g_str_equal (parsed->owner, line->owner))
    {
      g_free (line->owner_id);
      line->owner_id = g_strdup ("");
    }
  if (g_str_equal (parsed->kind, "ACTION") || g_str_equal (line->kind, "ACTION"))
    {
      g_free (line->owner);
      line->owner = g_strdup (parsed->owner);
      g_free (line->due);
      line->due = g_strdup (parsed->due);
    }
  line->kind = parsed->kind;
  g_free (line->by);
  line->by = g_strdup (parsed->by);
  g_free (line->text);
  line->text = g_strdup (parsed->text);
}

static void
forget_position (PlnIcalNoteLine *line)
{
  g_free (line->position);
  line->position = g_strdup ("");
}

static PlnIcalNoteLine *
line_of_item (const Take *take,
              guint       item,
              GHashTable *ids,
              const char *after,
              GDateTime  *at)
{
  const char *text = g_ptr_array_index (take->items, item);
  PlnIcalNoteLine *line;

  if (take->of[item] == NONE)
    {
      line = pln_ical_note_parse_item (text);
      g_free (line->id);
      line->id = derive_id (ids, after, text);
      line->at = at != NULL ? g_date_time_ref (at) : NULL;
      return line;
    }

  line = pln_ical_note_line_copy (g_ptr_array_index (take->lines, take->of[item]));
  if (!equal (take, take->of[item], item))
    take_item (line, text);
  if (take->moved[item])
    forget_position (line);

  return line;
}

/* Lines that the text lacks, if it may lack some: they stay where they stood. */
static void
keep_unused (const Take *take,
             GPtrArray  *result)
{
  for (guint i = 0; i < take->lines->len; i++)
    {
      const PlnIcalNoteLine *before = i > 0 ? g_ptr_array_index (take->lines, i - 1) : NULL;
      guint place = 0;

      if (take->used[i])
        continue;
      for (guint j = 0; before != NULL && j < result->len; j++)
        if (g_str_equal (((PlnIcalNoteLine *) g_ptr_array_index (result, j))->id, before->id))
          place = j + 1;
      g_ptr_array_insert (result, (int) place, pln_ical_note_line_copy (g_ptr_array_index (take->lines, i)));
    }
}

static void
fill_positions (GPtrArray *lines)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const PlnIcalNoteLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (keys, *line->position != '\0' ? g_strdup (line->position) : NULL);
    }
  pln_order_keys_fill (keys);
  for (guint i = 0; i < lines->len; i++)
    {
      PlnIcalNoteLine *line = g_ptr_array_index (lines, i);

      g_free (line->position);
      line->position = g_steal_pointer (&keys->pdata[i]);
    }
}

/* Takes a text that was edited elsewhere into the lines of a note: what stayed
 * stays the same line, what was edited keeps its ID, what is new gets one that
 * every computer finds alike, what is gone goes (unless the text is not known
 * to be complete).
 *
 * Returns: (transfer full): the lines as they are to be, in order */
GPtrArray *
pln_ical_note_take (GPtrArray  *lines,
                    const char *description,
                    gboolean    is_complete,
                    GDateTime  *at)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_note_line_free);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(Take) take = { NULL };
  const char *after = "";

  take_init (&take, lines, description);
  match_equal (&take);
  match_moved (&take);
  if (is_complete)
    match_gaps (&take);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (ids, ((PlnIcalNoteLine *) g_ptr_array_index (lines, i))->id);
  for (guint i = 0; i < take.items->len; i++)
    {
      PlnIcalNoteLine *line = line_of_item (&take, i, ids, after, at);

      g_ptr_array_add (result, line);
      g_hash_table_add (ids, line->id);
      after = line->id;
    }
  if (!is_complete)
    keep_unused (&take, result);
  fill_positions (result);

  return result;
}

static const char *
original (const PlnIcalNoteLine *line)
{
  return *line->beside != '\0' ? line->beside : line->id;
}

/* By position; a line stands after the one that it was written beside. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const PlnIcalNoteLine *one = *(PlnIcalNoteLine *const *) a;
  const PlnIcalNoteLine *two = *(PlnIcalNoteLine *const *) b;
  gboolean has_one = pln_order_key_is_valid (one->position);
  gboolean has_two = pln_order_key_is_valid (two->position);
  int order = has_one && has_two ? strcmp (one->position, two->position) : (has_two - has_one);

  if (order == 0 && !has_one && one->at != NULL && two->at != NULL)
    order = g_date_time_compare (one->at, two->at);
  if (order == 0)
    order = strcmp (original (one), original (two));
  if (order == 0)
    order = (*one->beside != '\0') - (*two->beside != '\0');
  if (order == 0)
    order = strcmp (one->id, two->id);

  return order;
}

/* Puts the lines of a note into their order. */
void
pln_ical_note_order (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
}
