/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-suggest.h"

/**
 * pln_suggest_values:
 * @entry: an entry
 * @facet: what is typed into it
 * @attendees: a list of [class@Attendee]
 *
 * Offers what is known of others, while one types: the same sector shall be
 * written in the same way. May be called again, for new values.
 */
void
pln_suggest_values (GtkEntry   *entry,
                    PlnFacet    facet,
                    GListModel *attendees)
{
  g_autoptr(GPtrArray) counts = pln_facet_count_list (facet, attendees);
  g_autoptr(GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  GtkEntryCompletion *completion = gtk_entry_get_completion (entry);

  for (guint i = 0; i < counts->len; i++)
    {
      const PlnFacetCount *count = g_ptr_array_index (counts, i);

      if (*count->value != '\0')
        gtk_list_store_insert_with_values (store, NULL, -1, 0, count->value, -1);
    }

  if (completion == NULL)
    {
      g_autoptr(GtkEntryCompletion) made = gtk_entry_completion_new ();

      gtk_entry_completion_set_text_column (made, 0);
      gtk_entry_completion_set_popup_single_match (made, FALSE);
      gtk_entry_completion_set_inline_completion (made, TRUE);
      gtk_entry_set_completion (entry, made);
      completion = made;
    }
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
}
