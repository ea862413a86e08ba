/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-facet-box.h"

#include "pln-config.h"

#include <glib/gi18n.h>

typedef struct
{
  PlnAttendeeFilter *filter;
  PlnFacet           facet;
  char              *value;
} Choice;

static void
choice_free (Choice   *choice,
             GClosure *closure)
{
  g_object_unref (choice->filter);
  g_free (choice->value);
  g_free (choice);
}

static void
toggled_cb (GtkCheckButton *check,
            Choice         *choice)
{
  pln_attendee_filter_choose (choice->filter, choice->facet, choice->value, gtk_check_button_get_active (check));
}

static GtkWidget *
make_check (PlnAttendeeFilter   *filter,
            PlnFacet             facet,
            const PlnFacetCount *count)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *word = pln_facet_word (facet, count->value);
  g_autofree char *figure = g_strdup_printf ("%u", count->n_people);
  /* Translators: a value and how many people have it, as “Speaker, 3” */
  g_autofree char *name = g_strdup_printf (_("%s, %u"), word, count->n_people);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *number = gtk_label_new (figure);
  Choice *choice = g_new0 (Choice, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "pln-dim");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  choice->filter = g_object_ref (filter);
  choice->facet = facet;
  choice->value = g_strdup (count->value);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), pln_attendee_filter_has (filter, facet, count->value));
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb), choice, (GClosureNotify) choice_free, 0);

  return check;
}

/**
 * pln_facet_box_new:
 * @filter: what a choice changes
 * @facet: which facet is chosen from
 * @attendees: a list of [class@Attendee], whose values are offered
 *
 * Makes a list of the values of a facet to choose from, each with the number
 * of people that have it. A value that is chosen is offered even if nobody
 * has it any more.
 *
 * Returns: (transfer floating): a box of check buttons
 */
GtkWidget *
pln_facet_box_new (PlnAttendeeFilter *filter,
                   PlnFacet           facet,
                   GListModel        *attendees)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr(GPtrArray) counts = pln_facet_count_list (facet, attendees);
  const char *chosen = pln_attendee_filter_get_one (filter, facet);
  gboolean offered = chosen == NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const PlnFacetCount *count = g_ptr_array_index (counts, i);

      offered = offered || g_str_equal (count->value, chosen);
      gtk_box_append (GTK_BOX (box), make_check (filter, facet, count));
    }
  if (!offered)
    gtk_box_append (GTK_BOX (box), make_check (filter, facet, &(PlnFacetCount) { (char *) chosen, 0 }));

  return box;
}
