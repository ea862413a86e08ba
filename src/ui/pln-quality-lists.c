/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-lists.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-quality-words.h"
#include "pln-str.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 340
#define HIGHEST 420

/* What the groups are worth, by name: the exceptions, and a small bar for each
 * group, and on request for each person. A row shows its place on the board. */

typedef struct
{
  char *person;
  char *group;
} Place;

static void
place_free (gpointer data,
            GClosure *closure)
{
  Place *place = data;

  g_free (place->person);
  g_free (place->group);
  g_free (place);
}

static void
clicked_cb (GtkWidget *button,
            Place     *place)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_widget_activate_action (button, "breakouts.show-place", "(ss)", place->person, place->group);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            gboolean    wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (GtkWidget  *child,
          const char *person,
          const char *group)
{
  GtkWidget *button = gtk_button_new ();
  Place *place = g_new0 (Place, 1);

  place->person = g_strdup (person);
  place->group = g_strdup (group);
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-plain");
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), place, place_free, 0);

  return button;
}

static GtkWidget *
make_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, WIDTH, -1);

  return scroller;
}

/**
 * pln_quality_list_exceptions:
 * @gathering: a gathering
 * @quality: what its groups are worth
 *
 * Returns: (transfer floating): the exceptions by name, worst first
 */
GtkWidget *
pln_quality_list_exceptions (PlnGathering *gathering,
                             PlnQuality   *quality)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < quality->flaws->len; i++)
    {
      const PlnFlaw *flaw = g_ptr_array_index (quality->flaws, i);
      g_autofree char *words = pln_quality_words_flaw (flaw, gathering);

      gtk_box_append (GTK_BOX (list), make_row (make_label (words, "pln-compact", TRUE), flaw->person, flaw->group));
    }

  return make_scroller (list);
}

/* A name, a bar of @part, and the same in words. */
static GtkWidget *
make_bar (const char *name,
          double      part,
          const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), CLAMP (part, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), make_label (name, "pln-group-topic", FALSE));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_label (words, "caption", TRUE));

  return box;
}

static GtkWidget *
list_groups (PlnRound   *round,
             PlnQuality *quality)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GListModel *groups = pln_round_get_groups (round);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      const PlnQualityGroup *facts = pln_quality_find_group (quality, pln_group_get_uid (group));
      g_autofree char *name = pln_group_name (group);
      g_autofree char *words = NULL;

      if (facts == NULL)
        continue;

      words = pln_quality_words_group (facts);
      gtk_box_append (GTK_BOX (list), make_row (make_bar (name, facts->n_pairs > 0 ? (double) facts->n_new / facts->n_pairs : 1,
                                                          words), "", facts->group));
    }

  return make_scroller (list);
}

static int
compare_met (gconstpointer a,
             gconstpointer b)
{
  const PlnQualityPerson *one = *(const PlnQualityPerson **) a;
  const PlnQualityPerson *two = *(const PlnQualityPerson **) b;

  return (one->n_met > two->n_met) - (one->n_met < two->n_met);
}

static GtkWidget *
list_people (PlnGathering *gathering,
             PlnQuality   *quality)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GPtrArray) people = g_ptr_array_copy (quality->people, NULL, NULL);

  g_ptr_array_set_free_func (people, NULL); /* the quality owns them */
  g_ptr_array_sort (people, compare_met);
  for (guint i = 0; i < people->len; i++)
    {
      const PlnQualityPerson *facts = people->pdata[i];
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, facts->person);
      g_autofree char *words = pln_quality_words_person (facts);
      g_autofree char *name = attendee != NULL ? pln_str_one_line (pln_attendee_get_display_name (attendee)) : NULL;

      if (name != NULL)
        gtk_box_append (GTK_BOX (list), make_row (make_bar (name, (double) facts->n_met / MAX (facts->n_most, 1), words),
                                                  facts->person, ""));
    }

  return make_scroller (list);
}

typedef struct
{
  PlnGathering *gathering;
  PlnQuality   *quality;
} Facts;

static void
facts_free (gpointer  data,
            GClosure *closure)
{
  Facts *facts = data;

  g_object_unref (facts->gathering);
  pln_quality_unref (facts->quality);
  g_free (facts);
}

/* The people are many, so they are listed when somebody asks. */
static void
people_cb (GtkStack   *stack,
           GParamSpec *pspec,
           Facts      *facts)
{
  GtkWidget *page = gtk_stack_get_child_by_name (stack, "people");

  if (gtk_stack_get_visible_child (stack) == page && adw_bin_get_child (ADW_BIN (page)) == NULL)
    adw_bin_set_child (ADW_BIN (page), list_people (facts->gathering, facts->quality));
}

/**
 * pln_quality_list_groups:
 * @gathering: a gathering
 * @round: one of its rounds
 * @quality: what its groups are worth
 *
 * Returns: (transfer floating): how mixed each group of the round is, and how
 *   many new people each person meets
 */
GtkWidget *
pln_quality_list_groups (PlnGathering *gathering,
                         PlnRound     *round,
                         PlnQuality   *quality)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  Facts *facts = g_new0 (Facts, 1);

  facts->gathering = g_object_ref (gathering);
  facts->quality = pln_quality_ref (quality);
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_titled (GTK_STACK (stack), list_groups (round, quality), "groups", _("By group"));
  gtk_stack_add_titled (GTK_STACK (stack), adw_bin_new (), "people", _("By person"));
  g_signal_connect_data (stack, "notify::visible-child", G_CALLBACK (people_cb), facts, facts_free, 0);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);

  return box;
}
