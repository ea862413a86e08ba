/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-answer-counts.h"

#include "pln-config.h"
#include "pln-person-words.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkToggleButton *button;
  GtkLabel        *count;
  GtkWidget       *word;
} Count;

/**
 * PlnAnswerCounts:
 *
 * How many gave which answer, as toggle buttons that filter: a click shows
 * only those, with Ctrl those as well. The waiting list is there only when
 * somebody waits.
 */
struct _PlnAnswerCounts
{
  AdwBin             parent_instance;

  PlnGathering      *gathering;
  PlnAttendeeFilter *filter;
  Count              counts[PLN_N_STANDINGS];
  gboolean           updating; /* the buttons follow the filter, not the other way round */
};

G_DEFINE_FINAL_TYPE (PlnAnswerCounts, pln_answer_counts, ADW_TYPE_BIN)

static char *
action_words (int   standing,
              guint n)
{
  switch (standing)
    {
    case PLN_ANSWER_ACCEPTED:
      return g_strdup_printf (ngettext ("Show %u going", "Show %u going", n), n);
    case PLN_ANSWER_TENTATIVE:
      return g_strdup_printf (ngettext ("Show %u maybe", "Show %u maybe", n), n);
    case PLN_ANSWER_DECLINED:
      return g_strdup_printf (ngettext ("Show %u declined", "Show %u declined", n), n);
    case PLN_STANDING_WAITING:
      return g_strdup_printf (ngettext ("Show %u waiting", "Show %u waiting", n), n);
    default:
      return g_strdup_printf (ngettext ("Show %u without an answer", "Show %u without an answer", n), n);
    }
}

static guint
count_standing (PlnAnswerCounts *self,
                int              standing)
{
  return self->gathering != NULL ? pln_standing_count (self->gathering, standing) : 0;
}

static void
update_count (PlnAnswerCounts *self,
              int              standing)
{
  Count *count = &self->counts[standing];
  guint n = count_standing (self, standing);
  g_autofree char *figure = g_strdup_printf ("%u", n);
  g_autofree char *words = action_words (standing, n);

  gtk_label_set_text (count->count, figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (count->button), words);
}

static void
update_chosen (PlnAnswerCounts *self)
{
  self->updating = TRUE;
  for (int i = 0; i < PLN_N_STANDINGS; i++)
    {
      gboolean chosen = self->filter != NULL
                        && pln_attendee_filter_has (self->filter, PLN_FACET_ANSWER, pln_standing_key (i));

      gtk_toggle_button_set_active (self->counts[i].button, chosen);
      gtk_widget_set_visible (GTK_WIDGET (self->counts[i].button),
                              i != PLN_STANDING_WAITING || chosen || count_standing (self, i) > 0);
    }
  self->updating = FALSE;
}

static void
update (PlnAnswerCounts *self)
{
  for (int i = 0; i < PLN_N_STANDINGS; i++)
    update_count (self, i);
  update_chosen (self);
}

static void
gathering_notify_cb (PlnAnswerCounts *self,
                     GParamSpec      *pspec)
{
  if (g_str_has_prefix (pspec->name, "n-"))
    update (self);
}

static gboolean
is_adding (GtkWidget *widget)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (widget));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

static void
toggled_cb (PlnAnswerCounts *self,
            GtkToggleButton *button)
{
  gboolean on = gtk_toggle_button_get_active (button);
  int standing = 0;

  if (self->updating || self->filter == NULL)
    return;

  while (self->counts[standing].button != button)
    standing++;

  if (is_adding (GTK_WIDGET (self)))
    pln_attendee_filter_choose (self->filter, PLN_FACET_ANSWER, pln_standing_key (standing), on);
  else if (on || pln_attendee_filter_get_n (self->filter, PLN_FACET_ANSWER) > 1)
    pln_attendee_filter_choose_only (self->filter, PLN_FACET_ANSWER, pln_standing_key (standing));
  else
    pln_attendee_filter_clear_facet (self->filter, PLN_FACET_ANSWER);
  update_chosen (self); /* the button has changed by itself, the filter perhaps not */
}

static GtkWidget *
make_count (PlnAnswerCounts *self,
            int              standing)
{
  Count *count = &self->counts[standing];
  g_autofree char *class = g_strconcat ("pln-", pln_standing_colour (standing), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (pln_standing_icon (standing));

  count->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  count->count = GTK_LABEL (gtk_label_new (NULL));
  count->word = gtk_label_new (pln_standing_word (standing));

  gtk_widget_add_css_class (icon, class);
  gtk_widget_add_css_class (GTK_WIDGET (count->count), "pln-count");
  gtk_widget_add_css_class (GTK_WIDGET (count->count), "numeric");
  gtk_widget_add_css_class (count->word, "pln-compact");
  gtk_widget_add_css_class (GTK_WIDGET (count->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (count->button), "pln-answer-count");

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (count->count));
  gtk_box_append (GTK_BOX (box), count->word);
  gtk_button_set_child (GTK_BUTTON (count->button), box);
  g_signal_connect_swapped (count->button, "toggled", G_CALLBACK (toggled_cb), self);

  return GTK_WIDGET (count->button);
}

static void
pln_answer_counts_dispose (GObject *object)
{
  PlnAnswerCounts *self = PLN_ANSWER_COUNTS (object);

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->gathering);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (pln_answer_counts_parent_class)->dispose (object);
}

static void
pln_answer_counts_class_init (PlnAnswerCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_answer_counts_dispose;
}

static void
pln_answer_counts_init (PlnAnswerCounts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (int i = 0; i < PLN_N_STANDINGS; i++)
    gtk_box_append (GTK_BOX (box), make_count (self, i));
  gtk_widget_add_css_class (box, "pln-answer-counts");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pln_answer_counts_set_filter:
 * @self: counts
 * @filter: what a click changes
 */
void
pln_answer_counts_set_filter (PlnAnswerCounts   *self,
                              PlnAttendeeFilter *filter)
{
  g_return_if_fail (PLN_IS_ANSWER_COUNTS (self));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (update_chosen), self);
  update_chosen (self);
}

/**
 * pln_answer_counts_set_gathering:
 * @self: counts
 * @gathering: (nullable): whose answers to count, and to follow
 */
void
pln_answer_counts_set_gathering (PlnAnswerCounts *self,
                                 PlnGathering    *gathering)
{
  g_return_if_fail (PLN_IS_ANSWER_COUNTS (self));

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_set_object (&self->gathering, gathering);
  if (gathering != NULL)
    g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
  update (self);
}

/**
 * pln_answer_counts_set_narrow:
 * @self: counts
 * @narrow: whether there is room for icon and number only
 */
void
pln_answer_counts_set_narrow (PlnAnswerCounts *self,
                              gboolean         narrow)
{
  g_return_if_fail (PLN_IS_ANSWER_COUNTS (self));

  for (int i = 0; i < PLN_N_STANDINGS; i++)
    gtk_widget_set_visible (self->counts[i].word, !narrow);
}
