/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-breakouts-page-private.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-board-people.h"
#include "pln-group-words.h"
#include "pln-quality-words.h"
#include "pln-style.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define NARROW 600
#define HYSTERESIS 8
#define LEAST_WIDTH 300

/**
 * PlnBreakoutsPage:
 *
 * The rounds of a gathering, and the board of the one that is chosen, with
 * what its groups are worth in words.
 *
 * The page shows the model. What the user wants is announced as a wish, see
 * [iface@Wishes].
 */
G_DEFINE_FINAL_TYPE (PlnBreakoutsPage, pln_breakouts_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GATHERING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* (internal): (nullable): The round that is shown. */
PlnRound *
pln_breakouts_page_get_round (PlnBreakoutsPage *self)
{
  return pln_round_tabs_get_round (self->tabs);
}

static void
size_range (PlnRound *round,
            guint    *smallest,
            guint    *largest)
{
  GListModel *groups = pln_round_get_groups (round);

  *smallest = G_MAXUINT;
  *largest = 0;
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      *smallest = MIN (*smallest, pln_group_get_n_places (group));
      *largest = MAX (*largest, pln_group_get_n_places (group));
    }
}

/* "74 people in 12 groups of 6 or 7." */
static char *
size_words (PlnRound *round)
{
  guint n = pln_round_get_n_placed (round);
  guint n_groups = g_list_model_get_n_items (pln_round_get_groups (round));
  guint smallest, largest;
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  g_autofree char *groups = g_strdup_printf (ngettext ("%u group", "%u groups", n_groups), n_groups);

  if (n == 0)
    /* Translators: "12 groups" */
    return g_strdup_printf (_("%s, and nobody in them yet."), groups);

  size_range (round, &smallest, &largest);
  if (smallest == largest)
    /* Translators: "72 people", "12 groups" */
    return g_strdup_printf (_("%s in %s of %u."), people, groups, largest);

  /* Translators: "74 people", "12 groups" */
  return g_strdup_printf (_("%s in %s of %u to %u."), people, groups, smallest, largest);
}

/* What there is to say apart from the people: that the round is on, who is left. */
static char *
state_words (PlnBreakoutsPage *self,
             PlnRound         *round)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  guint n_free = pln_board_get_n_free (self->board);
  GString *words = g_string_new (NULL);

  if (pln_round_is_running (round, now))
    {
      g_autofree char *name = pln_round_name (round);

      g_string_append_printf (words, _("%s is running."), name);
    }
  if (n_free > 0)
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u not placed.", "%u not placed.", n_free), n_free);
    }

  return g_string_free (words, FALSE);
}

/* (transfer full): What the board is worth, or would be after moves. */
static PlnQuality *
judge (PlnBreakoutsPage *self,
       GPtrArray        *moves)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  return wishes != NULL ? PLN_WISHES_GET_IFACE (wishes)->judge (wishes, self->gathering, moves) : NULL;
}

/* What is in the air, and what it would mean to drop it. */
static void
say_hand (PlnBreakoutsPage *self,
          const char       *hand)
{
  g_autoptr(GPtrArray) moves = pln_board_list_moves (self->board);
  g_autoptr(PlnQuality) after = moves != NULL && moves->len > 0 ? judge (self, moves) : NULL;
  g_autofree char *change = after != NULL && self->quality != NULL ? pln_quality_words_change (self->quality, after) : NULL;
  g_autofree char *first = change != NULL ? g_strconcat (hand, ".", NULL) : g_strdup (hand);

  pln_quality_bar_say (self->quality_bar, first, change != NULL ? change : "",
                       after != NULL && self->quality != NULL && after->flaws->len > self->quality->flaws->len);
}

/* What the groups are worth, and what else there is to say. */
static void
say_quality (PlnBreakoutsPage *self,
             PlnRound         *round)
{
  g_auto(GStrv) words = self->quality != NULL ? pln_quality_words (self->quality) : NULL;
  g_autofree char *sizes = size_words (round);
  g_autofree char *state = state_words (self, round);
  gboolean has_words = words != NULL && words[0] != NULL;
  g_autofree char *rest = has_words ? g_strjoinv (" ", words + 1) : g_strdup ("");
  g_autofree char *all = g_strconcat (rest, *rest != '\0' && *state != '\0' ? " " : "", state, NULL);

  pln_quality_bar_say (self->quality_bar, has_words ? words[0] : sizes, all,
                       pln_board_get_n_free (self->board) > 0
                       || (self->quality != NULL && self->quality->grade == PLN_QUALITY_BROKEN));
}

/* The bar says what is in the air, else what the groups are worth. */
static void
update_words (PlnBreakoutsPage *self)
{
  PlnRound *round = pln_breakouts_page_get_round (self);
  g_autofree char *hand = pln_board_hand_words (self->board);

  if (round == NULL)
    return;

  if (hand != NULL)
    say_hand (self, hand);
  else
    say_quality (self, round);
}

static void
update_mend (PlnBreakoutsPage *self)
{
  guint n = self->quality != NULL ? self->quality->n_to_mend : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("Mend, %u place to change", "Mend, %u places to change", n), n)
                                 : g_strdup (_("Mend"));

  gtk_label_set_text (self->mend_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->mend_count), n > 0);
  gtk_widget_set_visible (self->mend_card, self->narrow && n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mend), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Judges the board anew. */
static void
update_quality (PlnBreakoutsPage *self)
{
  PlnRound *round = pln_breakouts_page_get_round (self);

  g_clear_pointer (&self->quality, pln_quality_unref);
  if (self->gathering != NULL && round != NULL)
    self->quality = judge (self, NULL);
  pln_quality_bar_offer (self->quality_bar, self->gathering, round,
                         self->quality != NULL && self->quality->grade != PLN_QUALITY_NONE ? self->quality : NULL);
  update_mend (self);
  update_words (self);
}

static void
update_empty (PlnBreakoutsPage *self)
{
  guint n = self->gathering != NULL ? pln_board_count (self->gathering) : 0;
  g_autofree char *mix = n > 0 ? g_strdup_printf (ngettext ("Mix %u person", "Mix %u people", n), n) : g_strdup (_("Mix…"));

  gtk_button_set_label (self->mix_people, mix);
}

static void
board_changed_cb (PlnBreakoutsPage *self)
{
  update_empty (self);
  update_quality (self);
}

static void
board_hand_changed_cb (PlnBreakoutsPage *self)
{
  update_words (self);
}

static void
lock_toggled_cb (PlnBreakoutsPage *self)
{
  PlnRound *round = pln_breakouts_page_get_round (self);

  if (round != NULL && gtk_toggle_button_get_active (self->lock) != pln_round_get_locked (round))
    gtk_widget_activate_action (GTK_WIDGET (self), "breakouts.lock-round", NULL);
}

static void
update_lock (PlnBreakoutsPage *self)
{
  PlnRound *round = pln_breakouts_page_get_round (self);

  gtk_toggle_button_set_active (self->lock, round != NULL && pln_round_get_locked (round));
}

static void
round_notify_cb (PlnBreakoutsPage *self)
{
  update_lock (self);
  update_words (self);
}

static void
round_chosen_cb (PlnBreakoutsPage *self)
{
  PlnRound *shown = pln_board_get_round (self->board);
  PlnRound *round = pln_breakouts_page_get_round (self);

  if (shown != NULL)
    g_signal_handlers_disconnect_by_func (shown, round_notify_cb, self);
  if (round != NULL)
    g_signal_connect_swapped (round, "notify", G_CALLBACK (round_notify_cb), self);
  gtk_stack_set_visible_child (self->stack, round != NULL ? self->content : GTK_WIDGET (self->empty));
  pln_board_show (self->board, self->gathering, round);
  update_lock (self);
  pln_breakouts_page_allow_actions (self);
}

static void
gathering_notify_cb (PlnBreakoutsPage *self)
{
  gtk_widget_set_visible (self->read_only, pln_gathering_get_read_only (self->gathering));
  pln_breakouts_page_allow_actions (self);
}

static void
set_narrow (PlnBreakoutsPage *self,
            gboolean          narrow)
{
  self->narrow = narrow;
  pln_style_set_class (GTK_WIDGET (self), "pln-narrow", narrow);
  pln_round_tabs_set_narrow (self->tabs, narrow);
  pln_quality_bar_set_narrow (self->quality_bar, narrow);
  pln_twice_bar_set_narrow (self->twice_bar, narrow);
  pln_board_set_narrow (self->board, narrow);
  gtk_widget_set_visible (self->new_round, !narrow);
  gtk_widget_set_visible (self->wall, !narrow);
  gtk_widget_set_visible (self->print, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->lock), !narrow);
  gtk_widget_set_visible (self->mend_label, !narrow);
  gtk_widget_set_visible (self->mix, !narrow); /* it is in the menu as well */
  update_mend (self);
}

static void
pln_breakouts_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH; /* the layout follows the width, so it must not hold it */
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_breakouts_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  gboolean narrow = width < NARROW + (self->narrow ? HYSTERESIS : 0);
  int least_width, least_height;

  if (narrow != self->narrow)
    set_narrow (self, narrow);
  gtk_widget_measure (GTK_WIDGET (self->stack), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->stack), GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->stack), MAX (width, least_width), MAX (height, least_height), baseline, NULL);
}

static void
pln_breakouts_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_assert (prop_id == PROP_GATHERING);
  g_value_set_object (value, PLN_BREAKOUTS_PAGE (object)->gathering);
}

static void
pln_breakouts_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_GATHERING);
  pln_breakouts_page_set_gathering (PLN_BREAKOUTS_PAGE (object), g_value_get_object (value));
}

static void
pln_breakouts_page_dispose (GObject *object)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (object);

  if (self->stack != NULL)
    pln_breakouts_page_set_gathering (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it is bound as well, and would be gone before the bin lets go of it */
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_BREAKOUTS_PAGE);

  G_OBJECT_CLASS (pln_breakouts_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, read_only);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, new_round);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, wall);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, print);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, round_menu);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, lock);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mend);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mend_count);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mend_label);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mend_card);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mix);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, mix_people);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, quality_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, twice_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnBreakoutsPage, board);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_hand_changed_cb);
}

static void
pln_breakouts_page_class_init (PlnBreakoutsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_breakouts_page_get_property;
  object_class->set_property = pln_breakouts_page_set_property;
  object_class->dispose = pln_breakouts_page_dispose;
  widget_class->measure = pln_breakouts_page_measure;
  widget_class->size_allocate = pln_breakouts_page_size_allocate;

  /**
   * PlnBreakoutsPage:gathering:
   *
   * The gathering whose rounds are shown, or %NULL for an empty page.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PLN_TYPE_BOARD);
  g_type_ensure (PLN_TYPE_QUALITY_BAR);
  g_type_ensure (PLN_TYPE_ROUND_TABS);
  g_type_ensure (PLN_TYPE_TWICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-breakouts-page.ui");
  bind_children (widget_class);
  pln_breakouts_page_add_actions (widget_class);
}

static void
pln_breakouts_page_init (PlnBreakoutsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* the page lays out itself, by its width */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  pln_breakouts_page_add_keys (self);
  pln_breakouts_page_allow_actions (self);
}

/**
 * pln_breakouts_page_new:
 *
 * Returns: a page without a gathering
 */
GtkWidget *
pln_breakouts_page_new (void)
{
  return g_object_new (PLN_TYPE_BREAKOUTS_PAGE, NULL);
}

/**
 * pln_breakouts_page_set_gathering:
 * @self: a page
 * @gathering: (nullable): whose rounds to show
 *
 * Shows the rounds of another gathering.
 */
void
pln_breakouts_page_set_gathering (PlnBreakoutsPage *self,
                                  PlnGathering     *gathering)
{
  g_autoptr(PlnGathering) before = NULL;
  PlnRound *shown;

  g_return_if_fail (PLN_IS_BREAKOUTS_PAGE (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering == gathering)
    return;

  shown = pln_board_get_round (self->board);
  if (shown != NULL)
    g_signal_handlers_disconnect_by_func (shown, round_notify_cb, self);
  pln_board_show (self->board, NULL, NULL);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_pointer (&self->quality, pln_quality_unref);
  before = g_steal_pointer (&self->gathering);
  g_set_object (&self->gathering, gathering);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
      gathering_notify_cb (self);
    }
  pln_twice_bar_set_gathering (self->twice_bar, gathering);
  pln_round_tabs_set_gathering (self->tabs, gathering); /* which tells of the chosen round */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}
