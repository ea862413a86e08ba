/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-day-list.h"

#include "pln-chip.h"
#include "pln-config.h"
#include "pln-occurrence-face.h"

#include <glib/gi18n.h>

#define TWO_LINES 2

/**
 * PlnDayList:
 *
 * All that a day of the calendar holds, one below the other, each as a chip.
 * Only what is seen has widgets.
 */
struct _PlnDayList
{
  AdwBin              parent_instance;

  GListStore         *store;
  GtkSingleSelection *selection;
  GtkLabel           *heading;
  GtkWidget          *view;
};

G_DEFINE_FINAL_TYPE (PlnDayList, pln_day_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
setup_cb (PlnDayList  *self,
          GtkListItem *item)
{
  GtkWidget *chip = pln_chip_new ();

  /* The row has the focus; the chip is what it looks like. */
  gtk_widget_set_focusable (chip, FALSE);
  gtk_widget_set_size_request (chip, -1, pln_chip_get_height (GTK_WIDGET (self), TWO_LINES));
  gtk_list_item_set_child (item, chip);
}

/* GTK 4.8 has no other way to name a row than through what stands in it. */
static void
bind_cb (PlnDayList  *self,
         GtkListItem *item)
{
  PlnChip *chip = PLN_CHIP (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (chip));

  pln_chip_show_occurrence (chip, gtk_list_item_get_item (item), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pln_chip_get_words (chip), -1);
}

static void
selected_cb (PlnDayList *self)
{
  PlnOccurrence *occurrence = gtk_single_selection_get_selected_item (self->selection);

  if (occurrence != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, occurrence);
}

static void
activate_cb (PlnDayList *self,
             guint       position)
{
  g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (occurrence != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, occurrence);
}

static void
pln_day_list_dispose (GObject *object)
{
  PlnDayList *self = PLN_DAY_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (pln_day_list_parent_class)->dispose (object);
}

static void
pln_day_list_class_init (PlnDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_day_list_dispose;

  /**
   * PlnDayList::selected:
   * @self: the list
   * @occurrence: what was chosen
   */
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", PLN_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);

  /**
   * PlnDayList::activated:
   * @self: the list
   * @occurrence: what was double clicked, or has the focus when Enter is pressed
   */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", PLN_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, PLN_TYPE_OCCURRENCE);
}

static void
pln_day_list_init (PlnDayList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->store = g_list_store_new (PLN_TYPE_OCCURRENCE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);

  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->view, "pln-day-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "pln-day-heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pln_day_list_new:
 *
 * Returns: an empty list
 */
GtkWidget *
pln_day_list_new (void)
{
  return g_object_new (PLN_TYPE_DAY_LIST, NULL);
}

/**
 * pln_day_list_show:
 * @self: a list
 * @day: the day, for the heading
 * @occurrences: (element-type PlnOccurrence): what it holds
 */
void
pln_day_list_show (PlnDayList  *self,
                   const GDate *day,
                   GPtrArray   *occurrences)
{
  char heading[128];
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  gboolean same = n == occurrences->len;

  g_return_if_fail (PLN_IS_DAY_LIST (self));

  g_date_strftime (heading, sizeof heading, _("%A %-d %B"), day);
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr(PlnOccurrence) there = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      same = there == g_ptr_array_index (occurrences, i);
    }
  if (!same)
    g_list_store_splice (self->store, 0, n, occurrences->pdata, occurrences->len);
}

/**
 * pln_day_list_pick:
 * @self: a list
 * @x: a place, in pixels from its left
 * @y: from its top
 *
 * Returns: (transfer none) (nullable): what stands there
 */
PlnOccurrence *
pln_day_list_pick (PlnDayList *self,
                   double      x,
                   double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, PLN_TYPE_CHIP) : NULL;

  return chip != NULL ? pln_chip_get_item (PLN_CHIP (chip)) : NULL;
}
