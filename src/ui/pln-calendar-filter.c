/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-filter.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnCalendarFilter:
 *
 * What of the calendar is shown: all but the kinds, calendars and tracks that
 * were taken out.
 */
struct _PlnCalendarFilter
{
  GtkFilter   parent_instance;

  GHashTable *hidden[PLN_N_CALENDAR_FACETS]; /* values */
};

G_DEFINE_FINAL_TYPE (PlnCalendarFilter, pln_calendar_filter, GTK_TYPE_FILTER)

static gboolean
pln_calendar_filter_match (GtkFilter *filter,
                           gpointer   item)
{
  PlnCalendarFilter *self = PLN_CALENDAR_FILTER (filter);

  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    if (g_hash_table_size (self->hidden[facet]) > 0
        && g_hash_table_contains (self->hidden[facet], pln_calendar_filter_get_value (item, facet)))
      return FALSE;

  return TRUE;
}

static GtkFilterMatch
pln_calendar_filter_get_strictness (GtkFilter *filter)
{
  return pln_calendar_filter_is_active (PLN_CALENDAR_FILTER (filter)) ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

static void
pln_calendar_filter_finalize (GObject *object)
{
  PlnCalendarFilter *self = PLN_CALENDAR_FILTER (object);

  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    g_hash_table_unref (self->hidden[facet]);

  G_OBJECT_CLASS (pln_calendar_filter_parent_class)->finalize (object);
}

static void
pln_calendar_filter_class_init (PlnCalendarFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pln_calendar_filter_finalize;
  filter_class->match = pln_calendar_filter_match;
  filter_class->get_strictness = pln_calendar_filter_get_strictness;
}

static void
pln_calendar_filter_init (PlnCalendarFilter *self)
{
  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    self->hidden[facet] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pln_calendar_filter_new:
 *
 * Returns: a filter that lets everything through
 */
PlnCalendarFilter *
pln_calendar_filter_new (void)
{
  return g_object_new (PLN_TYPE_CALENDAR_FILTER, NULL);
}

/**
 * pln_calendar_filter_is_active:
 * @self: a filter
 *
 * Returns: whether anything is taken out
 */
gboolean
pln_calendar_filter_is_active (PlnCalendarFilter *self)
{
  g_return_val_if_fail (PLN_IS_CALENDAR_FILTER (self), FALSE);

  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    if (g_hash_table_size (self->hidden[facet]) > 0)
      return TRUE;

  return FALSE;
}

/**
 * pln_calendar_filter_is_hidden:
 * @self: a filter
 * @facet: by what
 * @value: one of its values
 *
 * Returns: whether that is taken out
 */
gboolean
pln_calendar_filter_is_hidden (PlnCalendarFilter *self,
                               PlnCalendarFacet   facet,
                               const char        *value)
{
  g_return_val_if_fail (PLN_IS_CALENDAR_FILTER (self), FALSE);

  return g_hash_table_contains (self->hidden[facet], value);
}

/**
 * pln_calendar_filter_set_hidden:
 * @self: a filter
 * @facet: by what
 * @value: one of its values
 * @hidden: whether to take that out
 */
void
pln_calendar_filter_set_hidden (PlnCalendarFilter *self,
                                PlnCalendarFacet   facet,
                                const char        *value,
                                gboolean           hidden)
{
  gboolean changed;

  g_return_if_fail (PLN_IS_CALENDAR_FILTER (self));

  changed = hidden ? g_hash_table_add (self->hidden[facet], g_strdup (value))
                   : g_hash_table_remove (self->hidden[facet], value);
  if (changed)
    gtk_filter_changed (GTK_FILTER (self), hidden ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * pln_calendar_filter_clear:
 * @self: a filter
 *
 * Lets everything through again.
 */
void
pln_calendar_filter_clear (PlnCalendarFilter *self)
{
  g_return_if_fail (PLN_IS_CALENDAR_FILTER (self));

  if (!pln_calendar_filter_is_active (self))
    return;

  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    g_hash_table_remove_all (self->hidden[facet]);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * pln_calendar_filter_get_value:
 * @occurrence: something in the calendar
 * @facet: by what
 *
 * Returns: (transfer none): its value, "" for none
 */
const char *
pln_calendar_filter_get_value (PlnOccurrence    *occurrence,
                               PlnCalendarFacet  facet)
{
  switch (facet)
    {
    case PLN_CALENDAR_FACET_KIND:
      return pln_occurrence_kind_get_nick (pln_occurrence_get_kind (occurrence));
    case PLN_CALENDAR_FACET_CALENDAR:
      return pln_occurrence_get_calendar (occurrence);
    case PLN_CALENDAR_FACET_TRACK:
      return pln_occurrence_get_track (occurrence);
    case PLN_N_CALENDAR_FACETS:
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
facet_word (PlnCalendarFacet facet)
{
  return facet == PLN_CALENDAR_FACET_KIND ? _("Kinds")
         : facet == PLN_CALENDAR_FACET_CALENDAR ? _("Calendars") : _("Tracks");
}

static char *
value_word (PlnCalendarFacet  facet,
            const char       *value)
{
  static const struct
  {
    PlnOccurrenceKind  kind;
    const char        *word;
  } kinds[] = {
    { PLN_OCCURRENCE_KIND_GATHERING, N_("Gatherings") },
    { PLN_OCCURRENCE_KIND_SESSION, N_("Sessions") },
    { PLN_OCCURRENCE_KIND_ROUND, N_("Rounds") },
    { PLN_OCCURRENCE_KIND_EVENT, N_("Own entries") },
    { PLN_OCCURRENCE_KIND_ACTION, N_("Actions") },
  };

  for (gsize i = 0; facet == PLN_CALENDAR_FACET_KIND && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (value, pln_occurrence_kind_get_nick (kinds[i].kind)))
      return g_strdup (_(kinds[i].word));

  return *value != '\0' ? pln_str_one_line (value) : g_strdup (_("Without a track"));
}

static void
toggled_cb (GtkCheckButton    *check,
            PlnCalendarFilter *self)
{
  pln_calendar_filter_set_hidden (self,
                                  GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "facet")),
                                  g_object_get_data (G_OBJECT (check), "value"),
                                  !gtk_check_button_get_active (check));
}

static GtkWidget *
make_check (PlnCalendarFilter *self,
            PlnCalendarFacet   facet,
            const char        *value)
{
  g_autofree char *word = value_word (facet, value);
  GtkWidget *check = gtk_check_button_new_with_label (word);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !pln_calendar_filter_is_hidden (self, facet, value));
  g_object_set_data (G_OBJECT (check), "facet", GINT_TO_POINTER (facet));
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);

  return check;
}

/* What there is now, and what was taken out before. */
static GPtrArray *
values_of (PlnCalendarFilter *self,
           PlnCalendarFacet   facet,
           GListModel        *occurrences)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; occurrences != NULL && i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      const char *found = pln_calendar_filter_get_value (occurrence, facet);

      if (!g_hash_table_contains (seen, found))
        g_hash_table_add (seen, g_strdup (found));
    }
  g_hash_table_iter_init (&iter, self->hidden[facet]);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_hash_table_add (seen, g_strdup (value));

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (values, g_strdup (value));

  return values;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(char **) a, *(char **) b);
}

/**
 * pln_calendar_filter_make_box:
 * @self: what a choice changes
 * @occurrences: (nullable): a list of [class@Occurrence], whose values are offered
 *
 * Makes check buttons for all kinds, and for the calendars and tracks that
 * there are more than one of.
 *
 * Returns: (transfer floating): a box for a popover
 */
GtkWidget *
pln_calendar_filter_make_box (PlnCalendarFilter *self,
                              GListModel        *occurrences)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_return_val_if_fail (PLN_IS_CALENDAR_FILTER (self), NULL);

  gtk_widget_add_css_class (box, "pln-popover");
  for (int facet = 0; facet < PLN_N_CALENDAR_FACETS; facet++)
    {
      g_autoptr(GPtrArray) values = facet != PLN_CALENDAR_FACET_KIND ? values_of (self, facet, occurrences)
                                                                     : g_ptr_array_new_with_free_func (g_free);
      GtkWidget *head = gtk_label_new (facet_word (facet));

      for (int kind = 0; facet == PLN_CALENDAR_FACET_KIND && kind <= PLN_OCCURRENCE_KIND_ACTION; kind++)
        g_ptr_array_add (values, g_strdup (pln_occurrence_kind_get_nick (kind)));
      if (facet != PLN_CALENDAR_FACET_KIND)
        g_ptr_array_sort (values, compare_words);

      gtk_widget_add_css_class (head, "caption-heading");
      gtk_widget_add_css_class (head, "pln-dim");
      gtk_label_set_xalign (GTK_LABEL (head), 0);
      gtk_widget_set_margin_top (head, facet > 0 ? 9 : 0);
      g_object_ref_sink (head);
      if (values->len > 1)
        gtk_box_append (GTK_BOX (box), head);
      for (guint i = 0; values->len > 1 && i < values->len; i++)
        gtk_box_append (GTK_BOX (box), make_check (self, facet, g_ptr_array_index (values, i)));
      g_object_unref (head);
    }

  return box;
}
