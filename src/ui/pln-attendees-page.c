/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendees-page-private.h"

#include "pln-check-in-page.h"
#include "pln-composition.h"
#include "pln-config.h"
#include "pln-filter-chip.h"
#include "pln-paste-sheet.h"
#include "pln-person-words.h"

#include <glib/gi18n.h>

#define NARROW 600       /* below this width the table becomes rows */
#define ROOM_FOR_PANE 880 /* below this width the pane folds over the list */
#define PANE 300
#define ROOMY 720         /* from this width on the table has one column more */
#define HYSTERESIS 8
#define LEAST_WIDTH 300
#define AT_ONCE 250       /* people, in one idle moment */
#define PATIENCE 300     /* ms without a word while people are read */

/**
 * PlnAttendeesPage:
 *
 * Everybody who is invited to a gathering: how many come, who they are, and
 * what is known of one of them in the pane.
 *
 * The page shows the model. What the user wants is announced as a wish, see
 * [iface@Wishes].
 */
G_DEFINE_FINAL_TYPE (PlnAttendeesPage, pln_attendees_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GATHERING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_head (PlnAttendeesPage *self)
{
  g_autofree char *going = pln_going_words (self->gathering);
  g_autofree char *places = pln_places_words (self->gathering);

  gtk_label_set_text (self->going, going);
  gtk_label_set_text (self->places, places);
}

static void
update_foot (PlnAttendeesPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint n_unread = pln_paste_sheet_n_unread (G_LIST_MODEL (pln_attendees_page_get_unread (self)));
  g_autofree char *search = g_strdup_printf (ngettext ("Search %u person", "Search %u people", n), n);
  g_autofree char *foot = n_shown == n
                          ? g_strdup_printf (ngettext ("%u person", "%u people", n), n)
                          : g_strdup_printf (ngettext ("%u of %u person", "%u of %u people", n), n_shown, n);
  g_autofree char *unread = g_strdup_printf (ngettext ("%u line could not be read", "%u lines could not be read", n_unread), n_unread);

  g_object_set (self->search, "placeholder-text", search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_label_set_text (self->foot_text, foot);
  gtk_button_set_label (self->unread_button, unread);
  gtk_widget_set_visible (GTK_WIDGET (self->unread_button), n_unread > 0);
}

/* The list above knows them by looking each one up. */
static GPtrArray *
dup_shown (PlnAttendeesPage *self)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (gtk_filter_match (GTK_FILTER (self->filter), attendee))
        g_ptr_array_add (shown, g_steal_pointer (&attendee));
    }

  return shown;
}

static void
update_composition (PlnAttendeesPage *self)
{
  g_autofree char *words = NULL;

  if (!self->narrow)
    {
      g_autoptr(GPtrArray) shown = dup_shown (self);

      if (self->sectors == NULL)
        self->sectors = pln_facet_count_list (PLN_FACET_SECTOR, G_LIST_MODEL (self->people));
      words = pln_composition_words (shown, self->sectors);
    }
  gtk_label_set_markup (self->composition, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->composition), words != NULL && *words != '\0');
}

static void
reading_cb (gpointer user_data)
{
  PlnAttendeesPage *self = user_data;
  guint n = pln_gathering_get_n_attendees (self->gathering);
  g_autofree char *text = g_strdup_printf (ngettext ("Reading %u person…", "Reading %u people…", n), n);

  self->reading_source = 0;
  gtk_label_set_text (self->reading_text, text);
}

/* Which of the four: the people, nobody left by the filter, nobody at all, or
 * that they are being read. */
static void
update_stacks (PlnAttendeesPage *self)
{
  gboolean loaded = pln_gathering_get_loaded (self->gathering);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  GtkWidget *view = self->narrow ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table);
  gboolean empty = n == 0 && (loaded || pln_gathering_get_n_attendees (self->gathering) == 0);

  gtk_stack_set_visible_child (self->stack, empty ? self->empty : self->content);
  if (n == 0 && !empty)
    {
      if (gtk_stack_get_visible_child (self->list) != self->reading)
        {
          gtk_label_set_text (self->reading_text, "");
          self->reading_source = g_timeout_add_once (PATIENCE, reading_cb, self);
        }
      gtk_stack_set_visible_child (self->list, self->reading);
      return;
    }

  g_clear_handle_id (&self->reading_source, g_source_remove);
  gtk_stack_set_visible_child (self->list,
                               g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0 ? view : self->nobody);
}

static void
update (PlnAttendeesPage *self)
{
  if (self->gathering == NULL)
    return;

  update_head (self);
  update_foot (self);
  update_composition (self);
  update_stacks (self);
}

static gboolean
update_source_cb (gpointer user_data)
{
  PlnAttendeesPage *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* The words are made once for all changes of a moment, before the next frame. */
void
pln_attendees_page_queue_update (PlnAttendeesPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 2, update_source_cb, self, NULL);
}

static void
update_selection (PlnAttendeesPage *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = gtk_bitset_get_size (chosen);

  pln_selection_bar_set_count (self->selection_bar, n);
  pln_attendees_page_allow_actions (self);

  /* The pane keeps whom it shows until somebody else is chosen. */
  if (n == 1)
    {
      g_autoptr(PlnAttendee) one = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, 0));

      pln_person_pane_show (self->pane, self->gathering, one);
    }
}

static void
shown_changed_cb (PlnAttendeesPage *self)
{
  pln_attendees_page_queue_update (self);
  update_selection (self);
}

/* What a search looks at is made in idle moments, so that its first letter
 * does not have to wait for it. */
static gboolean
prepare_cb (gpointer user_data)
{
  PlnAttendeesPage *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint end = MIN (self->n_prepared + AT_ONCE, n);

  for (; self->n_prepared < end; self->n_prepared++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->people), self->n_prepared);

      pln_attendee_get_search_text (attendee);
    }
  if (end < n)
    return G_SOURCE_CONTINUE;

  self->prepare_source = 0;

  return G_SOURCE_REMOVE;
}

static void
prepare_search (PlnAttendeesPage *self)
{
  self->n_prepared = 0;
  if (self->prepare_source == 0)
    self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
people_changed_cb (PlnAttendeesPage *self)
{
  PlnAttendee *attendee = pln_person_pane_get_attendee (self->pane);

  if (attendee != NULL
      && (self->gathering == NULL
          || pln_gathering_find_attendee (self->gathering, pln_attendee_get_id (attendee)) != attendee))
    pln_person_pane_show (self->pane, NULL, NULL);
  g_clear_pointer (&self->sectors, g_ptr_array_unref);
  prepare_search (self);
  pln_attendees_page_queue_update (self);
}

static void
filter_changed_cb (PlnAttendeesPage *self)
{
  gboolean by_facet = FALSE;

  for (int i = 0; i < PLN_N_FACETS; i++)
    by_facet = by_facet || pln_attendee_filter_get_n (self->filter, i) > 0;
  gtk_widget_set_visible (self->filter_dot, by_facet);
  if (*pln_attendee_filter_get_search (self->filter) == '\0' && *gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  pln_attendees_page_allow_actions (self);
  pln_attendees_page_queue_update (self);
}

static void
gathering_notify_cb (PlnAttendeesPage *self,
                     GParamSpec       *pspec)
{
  if (g_str_equal (pspec->name, "read-only"))
    {
      gtk_widget_set_visible (self->read_only, pln_gathering_get_read_only (self->gathering));
      pln_attendees_page_allow_actions (self);
    }
  pln_attendees_page_queue_update (self);
}

static void
search_changed_cb (PlnAttendeesPage *self)
{
  pln_attendee_filter_set_search (self->filter, gtk_editable_get_text (self->search));
}

static void
search_stopped_cb (PlnAttendeesPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_child_focus (pln_attendees_page_get_view (self), GTK_DIR_TAB_FORWARD);
}

/* Enter after a search goes to who was found. */
static void
search_activated_cb (PlnAttendeesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;

  pln_attendees_page_choose (self, 0);
  gtk_widget_child_focus (pln_attendees_page_get_view (self), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (PlnAttendeesPage *self,
                  guint             position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  pln_attendees_page_show_pane (self, TRUE);
}

static void
pane_revealed_cb (PlnAttendeesPage *self)
{
  if (!adw_flap_get_reveal_flap (self->flap))
    pln_person_pane_save (self->pane);
  pln_attendees_page_allow_actions (self);
}

/* The view that is not to be seen has no model, so that it does no work. */
static void
set_models (PlnAttendeesPage *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  pln_attendee_table_set_model (self->table, self->narrow ? NULL : model);
  pln_attendee_rows_set_model (self->rows, self->narrow ? model : NULL);
}

static void
set_class (gpointer    widget,
           const char *class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
set_narrow (PlnAttendeesPage *self,
            gboolean          narrow)
{
  self->narrow = narrow;

  set_class (self, "pln-narrow", narrow);
  set_class (self->going, "title-3", !narrow);
  set_class (self->going, "heading", narrow);
  set_class (self->places, "pln-compact", narrow);
  gtk_label_set_xalign (self->places, narrow ? 1 : 0);
  gtk_widget_set_visible (self->add, !narrow);
  gtk_widget_set_visible (self->invite, !narrow);
  gtk_widget_set_visible (self->add_icon, narrow);
  gtk_widget_set_visible (self->filter_button, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), !narrow);
  gtk_widget_set_visible (self->chips_scroller, !narrow);
  gtk_widget_set_visible (self->foot, !narrow);
  pln_answer_counts_set_narrow (self->counts, narrow);
  pln_selection_bar_set_narrow (self->selection_bar, narrow);
  set_models (self);
  if (self->gathering != NULL)
    {
      update_composition (self);
      update_stacks (self);
    }
}

/* Over or below a width, and not to and fro at it. */
static gboolean
is_below (int      width,
          int      limit,
          gboolean was_below)
{
  return width < limit + (was_below ? HYSTERESIS : 0);
}

static void
choose_layout (PlnAttendeesPage *self,
               int               width)
{
  gboolean folded = adw_flap_get_fold_policy (self->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS;
  gboolean narrow = is_below (width, NARROW, self->narrow);
  gboolean fold = is_below (width, ROOM_FOR_PANE, folded);

  if (narrow != self->narrow)
    set_narrow (self, narrow);
  if (fold != folded)
    {
      adw_flap_set_fold_policy (self->flap, fold ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
      if (fold && self->width > 0) /* the window was made smaller: the list comes first */
        adw_flap_set_reveal_flap (self->flap, FALSE);
    }
  self->width = width;
  pln_attendee_table_set_roomy (self->table, width - (fold || !adw_flap_get_reveal_flap (self->flap) ? 0 : PANE) >= ROOMY);

  /* On a telephone the person is a page. */
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), narrow ? width : PANE, -1);
}

static void
pln_attendees_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);

  gtk_widget_measure (GTK_WIDGET (self->pages), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The layout follows the width, so it must not hold the width. */
      *minimum = LEAST_WIDTH;
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_attendees_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (widget);
  int least_width;
  int least_height;

  choose_layout (self, width);
  /* The layout may have been another one when the page was asked. */
  gtk_widget_measure (GTK_WIDGET (self->pages), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->pages), GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->pages), MAX (width, least_width), MAX (height, least_height), baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
pln_attendees_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_assert (prop_id == PROP_GATHERING);
  g_value_set_object (value, PLN_ATTENDEES_PAGE (object)->gathering);
}

static void
pln_attendees_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_GATHERING);
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (object), g_value_get_object (value));
}

static void
pln_attendees_page_dispose (GObject *object)
{
  PlnAttendeesPage *self = PLN_ATTENDEES_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->reading_source, g_source_remove);
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  if (self->shown != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->shown, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (self->people, self);
      g_signal_handlers_disconnect_by_data (self->filter, self);
      pln_attendee_table_set_model (self->table, NULL);
      pln_attendee_rows_set_model (self->rows, NULL);
    }

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it is bound as well, and would be gone before the bin lets go of it */
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_ATTENDEES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->people);
  g_clear_object (&self->gathering);
  g_clear_pointer (&self->sectors, g_ptr_array_unref);
  g_clear_pointer (&self->unread, g_hash_table_unref);

  G_OBJECT_CLASS (pln_attendees_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (PLN_TYPE_ANSWER_COUNTS);
  g_type_ensure (PLN_TYPE_ATTENDEE_ROWS);
  g_type_ensure (PLN_TYPE_ATTENDEE_TABLE);
  g_type_ensure (PLN_TYPE_PERSON_PANE);
  g_type_ensure (PLN_TYPE_RSVP_BAR);
  g_type_ensure (PLN_TYPE_SELECTION_BAR);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, pages);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, check_in);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, read_only);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, going);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, places);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, add);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, invite);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, counts);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, search);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, filter_dot);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, add_icon);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, composition);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, table);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, rows);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, reading);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, reading_text);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, foot);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, foot_text);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeesPage, unread_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_revealed_cb);
}

static void
pln_attendees_page_class_init (PlnAttendeesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_attendees_page_get_property;
  object_class->set_property = pln_attendees_page_set_property;
  object_class->dispose = pln_attendees_page_dispose;
  widget_class->measure = pln_attendees_page_measure;
  widget_class->size_allocate = pln_attendees_page_size_allocate;

  /**
   * PlnAttendeesPage:gathering:
   *
   * The gathering whose attendees are shown, or %NULL for an empty page.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-attendees-page.ui");
  bind_children (widget_class);
  pln_attendees_page_add_actions (widget_class);
}

/* people → filter → shown (sorted) → selection → table or rows */
static void
make_models (PlnAttendeesPage *self)
{
  GtkFilterListModel *filtered;

  self->people = pln_attendee_list_new ();
  self->filter = pln_attendee_filter_new ();
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->people)), g_object_ref (GTK_FILTER (self->filter)));
  self->shown = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                         g_object_ref (gtk_column_view_get_sorter (pln_attendee_table_get_view (self->table))));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

  g_signal_connect_swapped (self->people, "items-changed", G_CALLBACK (people_changed_cb), self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (shown_changed_cb), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (update_selection), self);
}

static void
pln_attendees_page_init (PlnAttendeesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* the page lays out itself, by its width */
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  make_models (self);
  for (int i = 0; i < PLN_N_FACETS; i++)
    gtk_box_append (self->chips, pln_filter_chip_new (self->filter, i));
  pln_answer_counts_set_filter (self->counts, self->filter);
  gtk_menu_button_set_popover (self->columns, pln_attendee_table_make_chooser (self->table));

  g_signal_connect_swapped (pln_attendee_table_get_view (self->table), "activate", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (pln_attendee_rows_get_view (self->rows), "activate", G_CALLBACK (row_activated_cb), self);
  pln_attendees_page_add_keys (self, GTK_WIDGET (pln_attendee_table_get_view (self->table)));
  pln_attendees_page_add_keys (self, GTK_WIDGET (pln_attendee_rows_get_view (self->rows)));
  pln_attendees_page_add_menu (self, GTK_WIDGET (pln_attendee_table_get_view (self->table)));
  pln_attendees_page_add_menu (self, GTK_WIDGET (pln_attendee_rows_get_view (self->rows)));

  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), FALSE); /* whatever its fields want */
  set_narrow (self, FALSE);
  filter_changed_cb (self);
  pln_attendees_page_allow_actions (self);
}

/**
 * pln_attendees_page_new:
 *
 * Returns: a page without a gathering
 */
GtkWidget *
pln_attendees_page_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEES_PAGE, NULL);
}

/**
 * pln_attendees_page_get_gathering:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the gathering that is shown
 */
PlnGathering *
pln_attendees_page_get_gathering (PlnAttendeesPage *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEES_PAGE (self), NULL);

  return self->gathering;
}

/**
 * pln_attendees_page_is_at_door:
 * @self: a page
 *
 * Returns: whether it shows the check-in
 */
gboolean
pln_attendees_page_is_at_door (PlnAttendeesPage *self)
{
  return self->check_in_page != NULL && gtk_stack_get_visible_child (self->pages) == self->check_in_page;
}

/**
 * pln_attendees_page_open_door:
 * @self: a page
 * @open: whether to show the check-in, or to go back to the list
 */
void
pln_attendees_page_open_door (PlnAttendeesPage *self,
                              gboolean          open)
{
  if (open == pln_attendees_page_is_at_door (self))
    return;

  if (self->check_in_page == NULL)
    {
      self->check_in_page = pln_check_in_page_new ();
      gtk_stack_add_child (self->pages, self->check_in_page);
    }
  pln_check_in_page_set_gathering (PLN_CHECK_IN_PAGE (self->check_in_page), open ? self->gathering : NULL);
  if (open)
    gtk_stack_set_visible_child (self->pages, self->check_in_page);
  else
    gtk_stack_set_visible_child_name (self->pages, "list");
  pln_attendees_page_allow_actions (self);
  if (open)
    gtk_widget_grab_focus (self->check_in_page);
  else
    gtk_widget_grab_focus (self->check_in);
}

static void
offer_values (PlnAttendeesPage *self)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
       chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    pln_filter_chip_set_attendees (PLN_FILTER_CHIP (chip), pln_gathering_get_attendees (self->gathering));
}

/**
 * pln_attendees_page_set_gathering:
 * @self: a page
 * @gathering: (nullable): whose attendees to show
 *
 * Shows the attendees of another gathering; search and filters begin anew.
 */
void
pln_attendees_page_set_gathering (PlnAttendeesPage *self,
                                  PlnGathering     *gathering)
{
  PlnNetworks *networks = gathering != NULL ? pln_networks_of (gathering) : NULL;

  g_return_if_fail (PLN_IS_ATTENDEES_PAGE (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering == gathering)
    return;

  pln_attendees_page_open_door (self, FALSE);
  if (self->check_in_page != NULL)
    pln_check_in_page_set_gathering (PLN_CHECK_IN_PAGE (self->check_in_page), NULL);
  pln_person_pane_show (self->pane, NULL, NULL);
  pln_attendee_list_set_model (self->people, NULL); /* rows of the one before know its networks */
  pln_attendee_filter_clear (self->filter);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_set_object (&self->gathering, gathering);

  pln_rsvp_bar_set_gathering (self->bar, gathering);
  pln_answer_counts_set_gathering (self->counts, gathering);
  pln_selection_bar_set_gathering (self->selection_bar, gathering);
  pln_attendee_table_set_networks (self->table, networks);
  pln_attendee_rows_set_networks (self->rows, networks);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
      pln_attendee_list_set_model (self->people, pln_gathering_get_attendees (gathering));
      offer_values (self);
    }
  gtk_widget_set_visible (self->read_only, gathering != NULL && pln_gathering_get_read_only (gathering));
  pln_attendees_page_allow_actions (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}
