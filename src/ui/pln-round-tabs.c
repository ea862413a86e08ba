/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-round-tabs.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define TICK 20 /* s, to see what runs now */

/**
 * PlnRoundTabs:
 *
 * The rounds of a gathering as buttons, one of which is chosen: their number,
 * when they begin, whether they are locked or run now.
 */
struct _PlnRoundTabs
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  PlnRound     *round;
  gboolean      narrow;
  gboolean      showing; /* buttons change because of the model */
  guint         tick;

  GtkWidget    *box;
};

G_DEFINE_FINAL_TYPE (PlnRoundTabs, pln_round_tabs, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_all (PlnRoundTabs *self);

static void
forget (PlnRoundTabs *self)
{
  GListModel *rounds = self->gathering != NULL ? pln_gathering_get_rounds (self->gathering) : NULL;
  GtkWidget *child;

  if (rounds != NULL)
    {
      g_signal_handlers_disconnect_by_data (rounds, self);
      for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
        {
          g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

          g_signal_handlers_disconnect_by_data (round, self);
        }
    }
  if (self->box != NULL)
    while ((child = gtk_widget_get_first_child (self->box)) != NULL)
      gtk_box_remove (GTK_BOX (self->box), child);
}

static void
pln_round_tabs_dispose (GObject *object)
{
  PlnRoundTabs *self = PLN_ROUND_TABS (object);

  self->box = NULL;
  forget (self);
  g_clear_object (&self->round);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_round_tabs_parent_class)->dispose (object);
}

static gboolean
tick_cb (gpointer data)
{
  show_all (data);

  return G_SOURCE_CONTINUE;
}

static void
pln_round_tabs_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pln_round_tabs_parent_class)->map (widget);
  PLN_ROUND_TABS (widget)->tick = g_timeout_add_seconds (TICK, tick_cb, widget);
}

static void
pln_round_tabs_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLN_ROUND_TABS (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (pln_round_tabs_parent_class)->unmap (widget);
}

static void
pln_round_tabs_class_init (PlnRoundTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_round_tabs_dispose;
  GTK_WIDGET_CLASS (klass)->map = pln_round_tabs_map;
  GTK_WIDGET_CLASS (klass)->unmap = pln_round_tabs_unmap;

  /**
   * PlnRoundTabs::chosen:
   * @self: the tabs
   *
   * Another round is chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", PLN_TYPE_ROUND_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
pln_round_tabs_init (PlnRoundTabs *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * pln_round_tabs_new:
 *
 * Returns: tabs without rounds
 */
GtkWidget *
pln_round_tabs_new (void)
{
  return g_object_new (PLN_TYPE_ROUND_TABS, NULL);
}

static char *
start_words (PlnRound *round)
{
  GDateTime *start = pln_round_get_start (round);

  return start != NULL ? pln_when_words_time (start) : g_strdup ("");
}

static char *
tab_words (PlnRound *round,
           gboolean  running)
{
  g_autofree char *name = pln_round_name (round);
  g_autofree char *start = start_words (round);
  GString *words = g_string_new (name);

  if (*start != '\0')
    g_string_append_printf (words, ", %s", start);
  if (pln_round_get_locked (round))
    g_string_append_printf (words, ", %s", _("locked"));
  if (running)
    g_string_append_printf (words, ", %s", _("on now"));

  return g_string_free (words, FALSE);
}

static void
toggled_cb (PlnRoundTabs    *self,
            GtkToggleButton *button)
{
  PlnRound *round = g_object_get_data (G_OBJECT (button), "round");

  if (self->showing)
    return;

  if (gtk_toggle_button_get_active (button))
    pln_round_tabs_set_round (self, round);
  else if (round == self->round)
    gtk_toggle_button_set_active (button, TRUE); /* one is always chosen */
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_content (PlnRoundTabs *self,
              PlnRound     *round,
              gboolean      running)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = pln_round_name (round);
  g_autofree char *start = start_words (round);
  g_autofree char *number = g_strdup_printf ("%u", pln_round_get_number (round));
  gboolean brief = self->narrow && round != self->round && pln_round_get_number (round) > 0;

  if (pln_round_get_locked (round))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (box), make_label (brief ? number : name, "heading"));
  if (*start != '\0' && !brief)
    {
      GtkWidget *label = make_label (start, "pln-compact");

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "pln-dim");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (running && !brief)
    gtk_box_append (GTK_BOX (box), make_label (_("now"), "pln-now-badge"));

  return box;
}

static void
show_round (PlnRoundTabs *self,
            GtkWidget    *button)
{
  PlnRound *round = g_object_get_data (G_OBJECT (button), "round");
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  gboolean running = pln_round_is_running (round, now);
  g_autofree char *words = tab_words (round, running);

  self->showing = TRUE;
  gtk_button_set_child (GTK_BUTTON (button), make_content (self, round, running));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), round == self->round);
  self->showing = FALSE;
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_all (PlnRoundTabs *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL; button = gtk_widget_get_next_sibling (button))
    show_round (self, button);
}

/* The one to begin with: which runs or is the next, else the last. */
static PlnRound *
find_round (PlnRoundTabs *self)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);
  guint n = g_list_model_get_n_items (rounds);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autoptr(PlnRound) last = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GDateTime *end = pln_round_get_end (round);

      if (end == NULL || g_date_time_compare (now, end) < 0)
        return round; /* the list keeps it */
      g_set_object (&last, round);
    }

  return last;
}

static void
rounds_changed_cb (PlnRoundTabs *self)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);
  PlnRound *round = self->round != NULL ? pln_gathering_find_round (self->gathering, pln_round_get_uid (self->round)) : NULL;

  forget (self);
  g_signal_connect_swapped (rounds, "items-changed", G_CALLBACK (rounds_changed_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) each = g_list_model_get_item (rounds, i);
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "round", g_object_ref (each), g_object_unref);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      g_signal_connect_swapped (each, "notify", G_CALLBACK (show_all), self);
      gtk_box_append (GTK_BOX (self->box), button);
    }
  if (round == NULL)
    round = find_round (self);
  if (!g_set_object (&self->round, round))
    show_all (self);
  else
    {
      show_all (self);
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
    }
}

/**
 * pln_round_tabs_set_gathering:
 * @self: tabs
 * @gathering: (nullable): a gathering
 *
 * Shows the rounds of a gathering, and chooses the one that is on or next.
 */
void
pln_round_tabs_set_gathering (PlnRoundTabs *self,
                              PlnGathering *gathering)
{
  g_return_if_fail (PLN_IS_ROUND_TABS (self));

  if (self->gathering == gathering)
    return;

  forget (self);
  g_set_object (&self->gathering, gathering);
  g_clear_object (&self->round);
  if (gathering != NULL)
    rounds_changed_cb (self);
  if (self->round == NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * pln_round_tabs_get_round:
 * @self: tabs
 *
 * Returns: (transfer none) (nullable): the chosen round
 */
PlnRound *
pln_round_tabs_get_round (PlnRoundTabs *self)
{
  g_return_val_if_fail (PLN_IS_ROUND_TABS (self), NULL);

  return self->round;
}

/**
 * pln_round_tabs_set_round:
 * @self: tabs
 * @round: a round of the gathering
 */
void
pln_round_tabs_set_round (PlnRoundTabs *self,
                          PlnRound     *round)
{
  g_return_if_fail (PLN_IS_ROUND_TABS (self));

  if (!g_set_object (&self->round, round))
    return;

  show_all (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * pln_round_tabs_step:
 * @self: tabs
 * @step: 1 for the next, -1 for the one before
 *
 * Chooses another round, if there is one that way.
 */
void
pln_round_tabs_step (PlnRoundTabs *self,
                     int           step)
{
  GListModel *rounds;
  guint n;

  g_return_if_fail (PLN_IS_ROUND_TABS (self));

  if (self->gathering == NULL)
    return;

  rounds = pln_gathering_get_rounds (self->gathering);
  n = g_list_model_get_n_items (rounds);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      if (round == self->round && (int) i + step >= 0 && (int) i + step < (int) n)
        {
          g_autoptr(PlnRound) next = g_list_model_get_item (rounds, (guint) ((int) i + step));

          pln_round_tabs_set_round (self, next);
          return;
        }
    }
}

/**
 * pln_round_tabs_set_narrow:
 * @self: tabs
 * @narrow: whether only the chosen one shows more than its number
 */
void
pln_round_tabs_set_narrow (PlnRoundTabs *self,
                           gboolean      narrow)
{
  g_return_if_fail (PLN_IS_ROUND_TABS (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  show_all (self);
}
