/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-merge-private.h"

#include "pln-ical-meaning.h"

#include <string.h>

static void
prop_free (gpointer data)
{
  PlnIcalProp *prop = data;

  g_free (prop->name);
  g_free (prop->meaning);
  g_free (prop->id);
  g_free (prop->key);
  g_free (prop);
}

/* By what a line is the same line in another version: see the table of the
 * merge in the doc comment of pln_ical_merge (). */
static void
set_keys (PlnIcalProp       *prop,
          const PlnIcalLine *line)
{
  const char *type = pln_ical_line_get_parameter (line, "RELTYPE");
  g_autofree char *upper = type != NULL ? g_ascii_strup (type, -1) : NULL;

  if (g_str_equal (prop->name, "ATTENDEE"))
    {
      prop->id = g_strdup (pln_ical_line_get_parameter (line, "X-PLENARY-ID"));
      prop->key = pln_ical_address_key (line->value);
    }
  else if (g_str_equal (prop->name, "RELATED-TO"))
    prop->key = g_strconcat (upper != NULL ? upper : "PARENT", ":", line->value, NULL);
  else if (g_str_has_prefix (prop->name, "X-PLENARY-"))
    prop->id = g_strdup (pln_ical_line_get_parameter (line, "ID"));
}

static PlnIcalProp *
prop_new (PlnIcalText       *text,
          const PlnIcalSpan *span,
          guint              index)
{
  PlnIcalProp *prop = g_new0 (PlnIcalProp, 1);
  g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, span, NULL);

  prop->span = index;
  if (line != NULL)
    {
      prop->name = g_strdup (line->name);
      prop->meaning = pln_ical_meaning_of_line (line);
      set_keys (prop, line);
    }
  else
    {
      prop->name = g_strdup ("");
      prop->meaning = pln_ical_meaning_of_span (text, span);
    }
  if (prop->key == NULL)
    prop->key = g_strdup (prop->meaning);

  return prop;
}

static void
add_prop (PlnIcalSide *side,
          PlnIcalProp *prop)
{
  GPtrArray *same = g_hash_table_lookup (side->named, prop->name);

  g_ptr_array_add (side->props, prop);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (side->named, prop->name, same);
    }
  g_ptr_array_add (same, prop);
}

/**
 * pln_ical_side_init:
 * @side: (out): one version of a component
 * @text: (nullable) (transfer none): its text
 * @part: index of the component, or -1 if this version does not have it
 */
void
pln_ical_side_init (PlnIcalSide *side,
                    PlnIcalText *text,
                    int          part)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  side->text = part >= 0 ? text : NULL;
  side->part = MAX (part, 0);
  side->props = g_ptr_array_new_with_free_func (prop_free);
  side->named = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (part < 0)
    return;

  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    add_prop (side, prop_new (text, &span, walk.at));
}

/**
 * pln_ical_side_add_part:
 * @side: the parts of one version
 * @text: (transfer none): its text
 * @part: index of a part
 * @key: (nullable): by what it is known; %NULL for its content
 *
 * Adds a part as if it were a line.
 */
void
pln_ical_side_add_part (PlnIcalSide *side,
                        PlnIcalText *text,
                        guint        part,
                        const char  *key)
{
  PlnIcalProp *prop = g_new0 (PlnIcalProp, 1);

  prop->span = part;
  prop->name = g_strdup (pln_ical_text_get_part (text, part)->name);
  prop->meaning = pln_ical_meaning_of_part (text, part);
  prop->key = g_strdup (key != NULL ? key : prop->meaning);
  side->text = text;
  add_prop (side, prop);
}

void
pln_ical_side_clear (PlnIcalSide *side)
{
  g_clear_pointer (&side->named, g_hash_table_unref);
  g_clear_pointer (&side->props, g_ptr_array_unref);
}

/**
 * pln_ical_side_get:
 * @side: one version of a component
 * @name: upper case, the name of a property
 *
 * Returns: (transfer none) (nullable) (element-type PlnIcalProp): its lines of
 *   that name, %NULL if there are none
 */
const GPtrArray *
pln_ical_side_get (const PlnIcalSide *side,
                   const char        *name)
{
  return g_hash_table_lookup (side->named, name);
}

static int
compare_meanings (gconstpointer a,
                  gconstpointer b)
{
  return strcmp ((*(const PlnIcalProp *const *) a)->meaning, (*(const PlnIcalProp *const *) b)->meaning);
}

/**
 * pln_ical_side_get_meaning:
 * @side: one version of a component
 * @name: upper case, the name of a property
 *
 * Returns: (transfer full): what all lines of that name say, comparable; ""
 *   if there are none
 */
char *
pln_ical_side_get_meaning (const PlnIcalSide *side,
                           const char        *name)
{
  const GPtrArray *props = pln_ical_side_get (side, name);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GString *meaning = g_string_new (NULL);

  for (guint i = 0; props != NULL && i < props->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (props, i));
  g_ptr_array_sort (sorted, compare_meanings);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PlnIcalProp *prop = g_ptr_array_index (sorted, i);

      g_string_append (meaning, prop->meaning);
      g_string_append_c (meaning, '\n');
    }

  return g_string_free (meaning, FALSE);
}

/**
 * pln_ical_side_get_number:
 * @side: one version of a component
 * @name: upper case, the name of a property
 *
 * Returns: the value of its first line of that name, 0 if there is none
 */
int
pln_ical_side_get_number (const PlnIcalSide *side,
                          const char        *name)
{
  const GPtrArray *props = pln_ical_side_get (side, name);
  g_autoptr(PlnIcalLine) line = props != NULL ? pln_ical_side_parse (side, g_ptr_array_index (props, 0)) : NULL;

  return line != NULL ? (int) CLAMP (g_ascii_strtoll (line->value, NULL, 10), 0, G_MAXINT - 1) : 0;
}

/**
 * pln_ical_prop_same:
 * @a: (nullable): a line of one version
 * @b: (nullable): the same line of another
 *
 * Returns: whether both are missing, or say the same
 */
gboolean
pln_ical_prop_same (const PlnIcalProp *a,
                    const PlnIcalProp *b)
{
  return a == NULL || b == NULL ? a == b : g_str_equal (a->meaning, b->meaning);
}

/**
 * pln_ical_side_parse:
 * @side: one version of a component
 * @prop: one of its lines
 *
 * Returns: (transfer full) (nullable): the line, taken apart
 */
PlnIcalLine *
pln_ical_side_parse (const PlnIcalSide *side,
                     const PlnIcalProp *prop)
{
  PlnIcalSpan span;

  pln_ical_text_get_span (side->text, prop->span, &span);

  return pln_ical_text_parse_span (side->text, &span, NULL);
}

/* The triples in which a key occurs, in order, and how many of them have a
 * line of each side already. */
typedef struct
{
  GArray *triples; /* guint: indices */
  guint   passed[PLN_ICAL_N_SIDES];
} Keyed;

/* A line finds its triple by its ID, or by its key and which one of that key
 * it is; both are remembered for the lines of the other versions. */
typedef struct
{
  GArray     *triples; /* PlnIcalTriple */
  GHashTable *ids;     /* id → index + 1 */
  GHashTable *keys;    /* key → Keyed */
} Matcher;

static void
keyed_free (gpointer data)
{
  Keyed *keyed = data;

  g_array_unref (keyed->triples);
  g_free (keyed);
}

static PlnIcalTriple *
triple_at (Matcher *matcher,
           guint    index)
{
  return &g_array_index (matcher->triples, PlnIcalTriple, index);
}

static Keyed *
keyed_of (Matcher    *matcher,
          const char *key)
{
  Keyed *keyed = g_hash_table_lookup (matcher->keys, key);

  if (keyed == NULL)
    {
      keyed = g_new0 (Keyed, 1);
      keyed->triples = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (matcher->keys, (char *) key, keyed);
    }

  return keyed;
}

static void
put (Matcher           *matcher,
     guint              index,
     PlnIcalSideName    name,
     const PlnIcalProp *prop)
{
  PlnIcalTriple *triple = triple_at (matcher, index);
  gboolean known = FALSE;

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    known = known || (triple->of[side] != NULL && g_str_equal (triple->of[side]->key, prop->key));
  if (!known)
    g_array_append_val (keyed_of (matcher, prop->key)->triples, index);

  triple->of[name] = prop;
  if (prop->id != NULL && !g_hash_table_contains (matcher->ids, prop->id))
    g_hash_table_insert (matcher->ids, prop->id, GUINT_TO_POINTER (index + 1));
}

static gboolean
put_by_id (Matcher           *matcher,
           PlnIcalSideName    name,
           const PlnIcalProp *prop)
{
  guint found = prop->id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (matcher->ids, prop->id)) : 0;

  if (found == 0 || triple_at (matcher, found - 1)->of[name] != NULL)
    return FALSE;

  put (matcher, found - 1, name, prop);

  return TRUE;
}

static void
put_by_key (Matcher           *matcher,
            PlnIcalSideName    name,
            const PlnIcalProp *prop)
{
  Keyed *keyed = keyed_of (matcher, prop->key);
  PlnIcalTriple empty = { { NULL } };

  while (keyed->passed[name] < keyed->triples->len)
    {
      guint index = g_array_index (keyed->triples, guint, keyed->passed[name]++);

      if (triple_at (matcher, index)->of[name] == NULL)
        {
          put (matcher, index, name, prop);
          return;
        }
    }

  g_array_append_val (matcher->triples, empty);
  put (matcher, matcher->triples->len - 1, name, prop);
}

/**
 * pln_ical_side_match:
 * @sides: (array fixed-size=3): base, local, remote
 * @name: upper case, the name of a property
 *
 * Finds out which lines of a name are the same line: by ID first, then by key,
 * so that a person whose address changed on one side is still one person.
 *
 * Returns: (transfer full) (element-type PlnIcalTriple): each line once
 */
GArray *
pln_ical_side_match (const PlnIcalSide *sides,
                     const char        *name)
{
  Matcher matcher = {
    g_array_new (FALSE, TRUE, sizeof (PlnIcalTriple)),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, keyed_free),
  };

  for (PlnIcalSideName side = PLN_ICAL_BASE; side < PLN_ICAL_N_SIDES; side++)
    {
      const GPtrArray *props = pln_ical_side_get (&sides[side], name);
      g_autoptr(GPtrArray) left = g_ptr_array_new ();

      for (guint i = 0; props != NULL && i < props->len; i++)
        if (!put_by_id (&matcher, side, g_ptr_array_index (props, i)))
          g_ptr_array_add (left, g_ptr_array_index (props, i));
      for (guint i = 0; i < left->len; i++)
        put_by_key (&matcher, side, g_ptr_array_index (left, i));
    }

  g_hash_table_unref (matcher.ids);
  g_hash_table_unref (matcher.keys);

  return matcher.triples;
}
