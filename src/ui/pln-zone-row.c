/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-zone-row.h"

#include "pln-clock.h"
#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-zone.h"

#include <glib/gi18n.h>

/**
 * PlnZoneRow:
 *
 * A row that shows a time zone in words, with the offset that it has at a
 * moment, and lets another one be searched by city or country.
 */
struct _PlnZoneRow
{
  AdwActionRow        parent_instance;

  char               *zone;
  GDateTime          *at;

  GtkWidget          *button;
  GtkWidget          *search;
  GtkWidget          *empty;
  GtkStringFilter    *filter;
  GtkSingleSelection *selection;
  GtkWidget          *list;
};

G_DEFINE_FINAL_TYPE (PlnZoneRow, pln_zone_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_ZONE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
words_of (PlnZoneRow *self,
          const char *zone)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();

  return pln_when_words_zone_at (zone, self->at != NULL ? self->at : now);
}

static void
update (PlnZoneRow *self)
{
  g_autofree char *words = words_of (self, self->zone);
  g_autofree char *name = g_strdup_printf (_("Time zone: %s. Choose another"), words);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "pln-dim");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (PlnZoneRow  *self,
         GtkListItem *item)
{
  PlnZone *zone = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *place = gtk_widget_get_next_sibling (words);
  g_autofree char *text = words_of (self, pln_zone_get_name (zone));

  gtk_label_set_label (GTK_LABEL (words), text);
  gtk_label_set_label (GTK_LABEL (place), pln_zone_get_place (zone));
  gtk_widget_set_visible (place, *pln_zone_get_place (zone) != '\0');
}

static void
chosen_cb (PlnZoneRow *self,
           guint       position)
{
  g_autoptr(PlnZone) zone = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (zone == NULL)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  pln_zone_row_set_zone (self, pln_zone_get_name (zone));
}

static void
search_changed_cb (PlnZoneRow *self)
{
  pln_zone_row_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Enter in the search takes the first that was found. */
static void
search_activate_cb (PlnZoneRow *self)
{
  chosen_cb (self, gtk_single_selection_get_selected (self->selection));
}

static gboolean
search_key_cb (PlnZoneRow *self,
               guint       keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->list);

  return GDK_EVENT_STOP;
}

/* The list of zones is read when it is first asked for. */
static void
ensure_list (PlnZoneRow *self)
{
  GtkSingleSelection *selection;
  g_autoptr(GListModel) filtered = NULL;

  if (self->selection != NULL)
    return;

  self->filter = gtk_string_filter_new (gtk_property_expression_new (PLN_TYPE_ZONE, NULL, "search-text"));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (pln_zone_list (), g_object_ref (GTK_FILTER (self->filter))));
  selection = gtk_single_selection_new (g_object_ref (filtered));
  self->selection = selection;
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

static void
shown_cb (PlnZoneRow *self)
{
  ensure_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
make_popover (PlnZoneRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), popover);
  g_object_set (self->search, "placeholder-text", _("City or country"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search time zones by city or country"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_menu_button_popdown), self->button);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time zones"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (chosen_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);

  self->empty = gtk_label_new (_("No city or country of that name"));
  gtk_widget_add_css_class (self->empty, "pln-dim");
  gtk_widget_set_visible (self->empty, FALSE);

  gtk_widget_set_size_request (box, 280, 300);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), self);

  return popover;
}

static void
pln_zone_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlnZoneRow *self = PLN_ZONE_ROW (object);

  switch (prop_id)
    {
    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_zone_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ZONE:
      pln_zone_row_set_zone (PLN_ZONE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_zone_row_dispose (GObject *object)
{
  PlnZoneRow *self = PLN_ZONE_ROW (object);

  g_clear_object (&self->filter);
  self->selection = NULL; /* the list's */

  G_OBJECT_CLASS (pln_zone_row_parent_class)->dispose (object);
}

static void
pln_zone_row_finalize (GObject *object)
{
  PlnZoneRow *self = PLN_ZONE_ROW (object);

  g_free (self->zone);
  g_clear_pointer (&self->at, g_date_time_unref);

  G_OBJECT_CLASS (pln_zone_row_parent_class)->finalize (object);
}

static void
pln_zone_row_class_init (PlnZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_zone_row_get_property;
  object_class->set_property = pln_zone_row_set_property;
  object_class->dispose = pln_zone_row_dispose;
  object_class->finalize = pln_zone_row_finalize;

  /**
   * PlnZoneRow:zone:
   *
   * An IANA name, “UTC”, or "" for floating times.
   */
  props[PROP_ZONE] =
    g_param_spec_string ("zone", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_zone_row_init (PlnZoneRow *self)
{
  self->zone = g_strdup ("");

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Time zone"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
  update (self);
}

/**
 * pln_zone_row_get_zone:
 * @self: a row
 *
 * Returns: (transfer none): an IANA name, “UTC”, or "" for floating times
 */
const char *
pln_zone_row_get_zone (PlnZoneRow *self)
{
  g_return_val_if_fail (PLN_IS_ZONE_ROW (self), NULL);

  return self->zone;
}

/**
 * pln_zone_row_set_zone:
 * @self: a row
 * @zone: (nullable): an IANA name, “UTC”, or "" for floating times
 */
void
pln_zone_row_set_zone (PlnZoneRow *self,
                       const char *zone)
{
  g_return_if_fail (PLN_IS_ZONE_ROW (self));

  if (!pln_set_str (&self->zone, zone != NULL ? zone : ""))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZONE]);
}

/**
 * pln_zone_row_set_at:
 * @self: a row
 * @at: (nullable): the moment whose offsets are shown; %NULL for now
 */
void
pln_zone_row_set_at (PlnZoneRow *self,
                     GDateTime  *at)
{
  g_return_if_fail (PLN_IS_ZONE_ROW (self));

  if (at != NULL)
    g_date_time_ref (at);
  g_clear_pointer (&self->at, g_date_time_unref);
  self->at = at;
  update (self);
}

/**
 * pln_zone_row_search:
 * @self: a row
 * @text: a part of a city's or a country's name
 *
 * Lists only what fits @text.
 *
 * Returns: how many zones do
 */
guint
pln_zone_row_search (PlnZoneRow *self,
                     const char *text)
{
  g_autofree char *folded = NULL;
  guint n_found;

  g_return_val_if_fail (PLN_IS_ZONE_ROW (self), 0);

  ensure_list (self);
  folded = pln_str_fold (text);
  gtk_string_filter_set_search (self->filter, g_strstrip (folded));
  n_found = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_set_visible (self->empty, n_found == 0);

  return n_found;
}
