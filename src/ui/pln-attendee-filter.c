/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-filter.h"

#include "pln-str.h"

/**
 * PlnAttendeeFilter:
 *
 * Which attendees are shown: those whose text has all the words searched for,
 * and who in each facet that is used have one of the values chosen.
 *
 * [signal@Gtk.Filter::changed] also tells the controls that show what is
 * chosen.
 */
struct _PlnAttendeeFilter
{
  GtkFilter   parent_instance;

  char       *search; /* folded */
  char      **words;  /* of it */
  GHashTable *chosen[PLN_N_FACETS]; /* sets of values; NULL: not used */
};

G_DEFINE_FINAL_TYPE (PlnAttendeeFilter, pln_attendee_filter, GTK_TYPE_FILTER)

static gboolean
has_words (PlnAttendeeFilter *self,
           PlnAttendee       *attendee)
{
  const char *text;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  text = pln_attendee_get_search_text (attendee);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
has_network (GHashTable  *chosen,
             PlnAttendee *attendee)
{
  const char *const *networks = pln_attendee_get_networks (attendee);

  if (networks[0] == NULL)
    return g_hash_table_contains (chosen, "");

  for (guint i = 0; networks[i] != NULL; i++)
    if (g_hash_table_contains (chosen, networks[i]))
      return TRUE;

  return FALSE;
}

static gboolean
pln_attendee_filter_match (GtkFilter *filter,
                           gpointer   item)
{
  PlnAttendeeFilter *self = PLN_ATTENDEE_FILTER (filter);

  for (int i = 0; i < PLN_N_FACETS; i++)
    {
      GHashTable *chosen = self->chosen[i];

      if (chosen == NULL)
        continue;
      if (i == PLN_FACET_NETWORK ? !has_network (chosen, item)
                                 : !g_hash_table_contains (chosen, pln_facet_get (i, item)))
        return FALSE;
    }

  return has_words (self, item);
}

static GtkFilterMatch
pln_attendee_filter_get_strictness (GtkFilter *filter)
{
  return pln_attendee_filter_is_empty (PLN_ATTENDEE_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
pln_attendee_filter_finalize (GObject *object)
{
  PlnAttendeeFilter *self = PLN_ATTENDEE_FILTER (object);

  for (int i = 0; i < PLN_N_FACETS; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);
  g_free (self->search);
  g_strfreev (self->words);

  G_OBJECT_CLASS (pln_attendee_filter_parent_class)->finalize (object);
}

static void
pln_attendee_filter_class_init (PlnAttendeeFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pln_attendee_filter_finalize;
  filter_class->match = pln_attendee_filter_match;
  filter_class->get_strictness = pln_attendee_filter_get_strictness;
}

static void
pln_attendee_filter_init (PlnAttendeeFilter *self)
{
  self->search = g_strdup ("");
}

/**
 * pln_attendee_filter_new:
 *
 * Returns: (transfer full): a filter that everybody passes
 */
PlnAttendeeFilter *
pln_attendee_filter_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEE_FILTER, NULL);
}

/**
 * pln_attendee_filter_get_search:
 * @self: a filter
 *
 * Returns: (transfer none): what is searched for, folded; "" for nothing
 */
const char *
pln_attendee_filter_get_search (PlnAttendeeFilter *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_FILTER (self), "");

  return self->search;
}

/**
 * pln_attendee_filter_set_search:
 * @self: a filter
 * @text: words, in any order and case, with or without accents
 *
 * Searches for people whose text has all the words.
 */
void
pln_attendee_filter_set_search (PlnAttendeeFilter *self,
                                const char        *text)
{
  g_autofree char *before = NULL;
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (PLN_IS_ATTENDEE_FILTER (self));
  g_return_if_fail (text != NULL);

  before = g_steal_pointer (&self->search);
  self->search = pln_str_fold (text);
  if (g_str_equal (before, self->search))
    return;

  g_strfreev (self->words);
  self->words = g_strsplit_set (self->search, " \t\n", -1);

  /* A key stroke only looks at who is still there, or at who is not. */
  if (g_str_has_prefix (self->search, before))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (before, self->search))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  gtk_filter_changed (GTK_FILTER (self), change);
}

/**
 * pln_attendee_filter_has:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: whether @value is chosen
 */
gboolean
pln_attendee_filter_has (PlnAttendeeFilter *self,
                         PlnFacet           facet,
                         const char        *value)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_FILTER (self), FALSE);

  return self->chosen[facet] != NULL && g_hash_table_contains (self->chosen[facet], value);
}

/**
 * pln_attendee_filter_get_n:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: how many of its values are chosen; with 0 it does not filter
 */
guint
pln_attendee_filter_get_n (PlnAttendeeFilter *self,
                           PlnFacet           facet)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_FILTER (self), 0);

  return self->chosen[facet] != NULL ? g_hash_table_size (self->chosen[facet]) : 0;
}

/**
 * pln_attendee_filter_get_one:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: (transfer none) (nullable): the value chosen, if it is only one
 */
const char *
pln_attendee_filter_get_one (PlnAttendeeFilter *self,
                             PlnFacet           facet)
{
  GHashTableIter iter;
  gpointer value;

  if (pln_attendee_filter_get_n (self, facet) != 1)
    return NULL;

  g_hash_table_iter_init (&iter, self->chosen[facet]);
  g_hash_table_iter_next (&iter, &value, NULL);

  return value;
}

/**
 * pln_attendee_filter_choose:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 * @on: whether people with @value shall pass
 *
 * Adds a value to those chosen, or takes it away.
 */
void
pln_attendee_filter_choose (PlnAttendeeFilter *self,
                            PlnFacet           facet,
                            const char        *value,
                            gboolean           on)
{
  g_return_if_fail (PLN_IS_ATTENDEE_FILTER (self));
  g_return_if_fail (value != NULL);

  if (pln_attendee_filter_has (self, facet, value) == !!on)
    return;

  if (self->chosen[facet] == NULL)
    self->chosen[facet] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (on)
    g_hash_table_add (self->chosen[facet], g_strdup (value));
  else
    g_hash_table_remove (self->chosen[facet], value);
  if (g_hash_table_size (self->chosen[facet]) == 0)
    g_clear_pointer (&self->chosen[facet], g_hash_table_unref);

  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * pln_attendee_filter_choose_only:
 * @self: a filter
 * @facet: a facet
 * @value: one of its values
 *
 * Chooses @value and no other of @facet.
 */
void
pln_attendee_filter_choose_only (PlnAttendeeFilter *self,
                                 PlnFacet           facet,
                                 const char        *value)
{
  g_return_if_fail (PLN_IS_ATTENDEE_FILTER (self));
  g_return_if_fail (value != NULL);

  g_clear_pointer (&self->chosen[facet], g_hash_table_unref);
  pln_attendee_filter_choose (self, facet, value, TRUE);
}

/**
 * pln_attendee_filter_clear_facet:
 * @self: a filter
 * @facet: a facet
 *
 * Filters by @facet no more.
 */
void
pln_attendee_filter_clear_facet (PlnAttendeeFilter *self,
                                 PlnFacet           facet)
{
  g_return_if_fail (PLN_IS_ATTENDEE_FILTER (self));

  if (self->chosen[facet] == NULL)
    return;

  g_clear_pointer (&self->chosen[facet], g_hash_table_unref);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * pln_attendee_filter_clear:
 * @self: a filter
 *
 * Lets everybody pass.
 */
void
pln_attendee_filter_clear (PlnAttendeeFilter *self)
{
  g_return_if_fail (PLN_IS_ATTENDEE_FILTER (self));

  if (pln_attendee_filter_is_empty (self))
    return;

  for (int i = 0; i < PLN_N_FACETS; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_free (self->search);
  self->search = g_strdup ("");
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * pln_attendee_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether everybody passes
 */
gboolean
pln_attendee_filter_is_empty (PlnAttendeeFilter *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_FILTER (self), TRUE);

  for (int i = 0; i < PLN_N_FACETS; i++)
    if (self->chosen[i] != NULL)
      return FALSE;

  return *self->search == '\0';
}
