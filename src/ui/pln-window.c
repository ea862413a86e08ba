/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-column.h"
#include "pln-config.h"
#include "pln-first-start.h"
#include "pln-settings.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

/**
 * PlnWindow:
 *
 * The one window: the gatherings at the left, the views of the chosen one at
 * the right; side by side where there is room, else one after the other.
 *
 * It shows models and messages, and announces wishes to its [iface@Wishes].
 */
G_DEFINE_FINAL_TYPE (PlnWindow, pln_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_WISHES,
  PROP_GATHERINGS,
  PROP_GATHERING,
  PROP_CALENDARS,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READY,
  PROP_LOADING,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * pln_window_show_header:
 * @self: a window
 *
 * Shows those tools in the header that have a use: where the list is beside the
 * view, the views; else a title, and the views at the bottom.
 */
void
pln_window_show_header (PlnWindow *self)
{
  gboolean beside = !adw_leaflet_get_folded (self->leaflet);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);
  gboolean first = g_strcmp0 (shown, "first") == 0;
  gboolean views = g_strcmp0 (shown, "views") == 0 || g_strcmp0 (shown, "notes") == 0
                   || (g_strcmp0 (shown, "servers") == 0 && self->gathering != NULL);

  gtk_widget_set_visible (self->sidebar_button, beside && !first);
  gtk_widget_set_visible (self->undo_button, beside && (!first || self->undo_label != NULL));
  gtk_stack_set_visible_child (self->titles, beside && views ? self->switcher : GTK_WIDGET (self->view_title));
  adw_view_switcher_bar_set_reveal (self->switcher_bar, !beside && views);
}

/**
 * pln_window_choose_content:
 * @self: a window
 *
 * Chooses what the content shows: nothing before the list was read, the first
 * start where there is nothing, else the views; for entries without a gathering
 * there is the calendar. What was opened above the views stays.
 */
void
pln_window_choose_content (PlnWindow *self)
{
  gboolean empty = self->ready && (self->gatherings == NULL || g_list_model_get_n_items (self->gatherings) == 0);
  gboolean first = empty && !self->has_entries;
  gboolean views = self->gathering != NULL || (empty && self->has_entries);

  self->only_entries = empty && self->has_entries;

  if (first && gtk_stack_get_child_by_name (self->stack, "first") == NULL)
    gtk_stack_add_named (self->stack, g_object_new (PLN_TYPE_FIRST_START, NULL), "first");

  gtk_stack_set_visible_child_name (self->stack, self->shows_servers ? "servers" : first ? "first" : !views ? "wait"
                                                : self->shows_notes ? "notes" : "views");
  gtk_widget_set_visible (GTK_WIDGET (self->gathering_menu_button), self->gathering != NULL);
  pln_window_fill_view (self);
  pln_window_show_header (self);
  if (first && !self->shows_servers)
    pln_window_show_content (self);
}

static void
show_title (PlnWindow *self)
{
  g_autofree char *title = self->gathering != NULL ? pln_str_one_line (pln_gathering_get_title (self->gathering)) : NULL;

  adw_window_title_set_title (self->view_title, title != NULL && title[0] != '\0' ? title : _("Plenary"));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL && title[0] != '\0' ? title : _("Plenary"));
}

static void
show_view_name (PlnWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  adw_window_title_set_subtitle (self->view_title, view != NULL && self->gathering != NULL
                                 ? adw_view_stack_page_get_title (adw_view_stack_get_page (self->views, view))
                                 : "");
}

static void
loaded_cb (PlnWindow *self)
{
  pln_window_allow_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_gathering (PlnWindow    *self,
                PlnGathering *gathering)
{
  if (self->gathering == gathering)
    return;

  pln_window_close_notes (self);
  pln_window_close_servers (self);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_set_object (&self->gathering, gathering);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify::title", G_CALLBACK (show_title), self);
      g_signal_connect_swapped (gathering, "notify::loaded", G_CALLBACK (loaded_cb), self);
    }

  show_title (self);
  show_view_name (self);
  pln_window_choose_content (self);
  gtk_revealer_set_reveal_child (self->sample_bar, gathering != NULL && pln_gathering_get_is_example (gathering));
  pln_window_allow_actions (self);
  pln_window_fill_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);

  if (gathering != NULL && !pln_gathering_get_loaded (gathering) && self->wishes != NULL)
    PLN_WISHES_GET_IFACE (self->wishes)->open_gathering (self->wishes, pln_gathering_get_uid (gathering), "");
}

static void
gathering_chosen_cb (PlnWindow *self)
{
  PlnGathering *gathering;

  g_object_get (self->list, "gathering", &gathering, NULL);
  take_gathering (self, gathering);
  g_clear_object (&gathering);
}

static void
gatherings_changed_cb (PlnWindow *self)
{
  pln_window_choose_content (self);
}

static void
open_cb (PlnWindow *self)
{
  GtkWidget *view;

  pln_window_close_servers (self);
  pln_window_show_content (self);
  view = gtk_stack_get_visible_child (self->stack);
  if (view != NULL && adw_leaflet_get_folded (self->leaflet))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
back_cb (PlnWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
view_changed_cb (PlnWindow *self)
{
  pln_window_close_notes (self);
  pln_window_close_servers (self);
  pln_window_fill_view (self);
  show_view_name (self);
}

static void
show_sidebar (PlnWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->sidebar, folded || self->show_sidebar);
  gtk_widget_set_visible (self->edge, !folded && self->show_sidebar);
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pln-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-narrow");
}

static void
folded_cb (PlnWindow *self)
{
  show_sidebar (self);
  pln_window_show_header (self);
}

static void
remove_sample_cb (PlnWindow *self)
{
  PLN_WISHES_GET_IFACE (self->wishes)->remove_sample (self->wishes);
}

/* The window is as it was when it was closed last. */
static void
restore_size (PlnWindow *self)
{
  g_autoptr(GSettings) settings = pln_settings_new ();

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximised"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_set (self, "show-sidebar", g_settings_get_boolean (settings, "show-sidebar"), NULL);
}

static gboolean
pln_window_close_request (GtkWindow *window)
{
  PlnWindow *self = PLN_WINDOW (window);
  g_autoptr(GSettings) settings = pln_settings_new ();
  int width;
  int height;

  if (settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 360));
      g_settings_set_boolean (settings, "window-maximised", gtk_window_is_maximized (window));
      g_settings_set_boolean (settings, "show-sidebar", self->show_sidebar);
    }

  return GTK_WINDOW_CLASS (pln_window_parent_class)->close_request (window);
}

static void
pln_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlnWindow *self = PLN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_WISHES:
      g_value_set_object (value, self->wishes);
      break;
    case PROP_GATHERINGS:
      g_value_set_object (value, self->gatherings);
      break;
    case PROP_GATHERING:
      g_value_set_object (value, self->gathering);
      break;
    case PROP_CALENDARS:
      g_value_set_boxed (value, self->calendars);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, pln_window_get_loading (self));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlnWindow *self = PLN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_WISHES:
      self->wishes = g_value_dup_object (value);
      break;
    case PROP_GATHERINGS:
      pln_window_set_gatherings (self, g_value_get_object (value));
      break;
    case PROP_GATHERING:
      pln_window_set_gathering (self, g_value_get_object (value));
      break;
    case PROP_CALENDARS:
      pln_window_set_calendars (self, g_value_get_boxed (value));
      break;
    case PROP_SHOW_SIDEBAR:
      if (self->show_sidebar != g_value_get_boolean (value))
        {
          self->show_sidebar = g_value_get_boolean (value);
          show_sidebar (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_window_constructed (GObject *object)
{
  PlnWindow *self = PLN_WINDOW (object);

  G_OBJECT_CLASS (pln_window_parent_class)->constructed (object);

  pln_wishes_offer (GTK_WINDOW (self), self->wishes);
  if (self->wishes != NULL)
    pln_state_line_set_state (self->state_line, PLN_WISHES_GET_IFACE (self->wishes)->get_server_state (self->wishes));
}

static void
pln_window_dispose (GObject *object)
{
  PlnWindow *self = PLN_WINDOW (object);

  g_cancellable_cancel (self->dropping);
  g_clear_object (&self->dropping);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  if (self->gatherings != NULL)
    g_signal_handlers_disconnect_by_data (self->gatherings, self);
  g_clear_weak_pointer (&self->before_notes);
  g_clear_weak_pointer (&self->before_servers);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_WINDOW);
  g_clear_object (&self->gathering);
  g_clear_object (&self->gatherings);
  g_clear_object (&self->steps);
  g_clear_weak_pointer (&self->search);
  g_clear_weak_pointer (&self->import);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_window_parent_class)->dispose (object);
}

static void
pln_window_finalize (GObject *object)
{
  PlnWindow *self = PLN_WINDOW (object);

  g_strfreev (self->calendars);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (pln_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, edge);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, header);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, main_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, state_line);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, view_title);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, gathering_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, sample_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnWindow, views);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, gathering_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
pln_window_class_init (PlnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_window_get_property;
  object_class->set_property = pln_window_set_property;
  object_class->constructed = pln_window_constructed;
  object_class->dispose = pln_window_dispose;
  object_class->finalize = pln_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pln_window_close_request;

  /**
   * PlnWindow:wishes:
   *
   * Who carries out what the user wants.
   */
  props[PROP_WISHES] =
    g_param_spec_object ("wishes", NULL, NULL, PLN_TYPE_WISHES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:gatherings:
   *
   * The [class@Gathering]s of the sidebar, in any order.
   */
  props[PROP_GATHERINGS] =
    g_param_spec_object ("gatherings", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:gathering:
   *
   * The chosen one of the gatherings, or %NULL if there are none.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:calendars:
   *
   * Names of the calendars in which a gathering may be kept.
   */
  props[PROP_CALENDARS] =
    g_param_spec_boxed ("calendars", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:undo-label:
   *
   * The step that *Undo* takes back, or %NULL.
   */
  props[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:redo-label:
   *
   * The step that *Redo* does again, or %NULL.
   */
  props[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:ready:
   *
   * Whether the gatherings have been read. Before, an empty list means nothing.
   */
  props[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:loading:
   *
   * Whether what is to be seen in the view is still being read.
   */
  props[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnWindow:show-sidebar:
   *
   * Whether the sidebar is shown where there is room for both.
   */
  props[PROP_SHOW_SIDEBAR] =
    g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PLN_TYPE_COLUMN);
  g_type_ensure (PLN_TYPE_GATHERING_LIST);
  g_type_ensure (PLN_TYPE_STATE_LINE);

  bind_template (widget_class);
  pln_window_add_actions (widget_class);
  pln_window_add_dialogs (widget_class);
  pln_window_add_sheets (widget_class);
  pln_window_add_notes (widget_class);
  pln_window_add_servers (widget_class);
}

static void
pln_window_init (PlnWindow *self)
{
  self->show_sidebar = TRUE;
  pln_style_load ();
  gtk_widget_init_template (GTK_WIDGET (self));

  restore_size (self);
  pln_window_add_menus (self);
  pln_window_add_views (self);
  pln_window_add_drop (self);
  show_view_name (self);
  pln_window_set_steps (self, NULL, NULL);
  pln_window_allow_actions (self);
}

/**
 * pln_window_new:
 * @application: the application
 * @wishes: who carries out what the user wants
 *
 * Returns: a window without gatherings, not presented yet
 */
PlnWindow *
pln_window_new (GtkApplication *application,
                PlnWishes      *wishes)
{
  return g_object_new (PLN_TYPE_WINDOW, "application", application, "wishes", wishes, NULL);
}

/**
 * pln_window_set_gatherings:
 * @self: a window
 * @gatherings: (nullable): the [class@Gathering]s to be listed
 *
 * The window follows the list and chooses one of it.
 */
void
pln_window_set_gatherings (PlnWindow  *self,
                           GListModel *gatherings)
{
  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (gatherings == NULL || G_IS_LIST_MODEL (gatherings));

  if (self->gatherings == gatherings)
    return;

  if (self->gatherings != NULL)
    g_signal_handlers_disconnect_by_data (self->gatherings, self);
  g_set_object (&self->gatherings, gatherings);
  pln_gathering_list_set_gatherings (self->list, gatherings);
  if (gatherings != NULL)
    g_signal_connect_swapped (gatherings, "items-changed", G_CALLBACK (gatherings_changed_cb), self);
  pln_window_choose_content (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERINGS]);
}

/**
 * pln_window_get_gathering:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the chosen gathering
 */
PlnGathering *
pln_window_get_gathering (PlnWindow *self)
{
  g_return_val_if_fail (PLN_IS_WINDOW (self), NULL);

  return self->gathering;
}

/**
 * pln_window_set_gathering:
 * @self: a window
 * @gathering: (nullable): one of the gatherings; %NULL for the usual choice
 *
 * Chooses a gathering and shows it, also where there is room for the list or
 * the views only.
 */
void
pln_window_set_gathering (PlnWindow    *self,
                          PlnGathering *gathering)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  pln_gathering_list_set_gathering (self->list, gathering);
  if (gathering != NULL)
    pln_window_show_content (self);
}

/**
 * pln_window_set_calendars:
 * @self: a window
 * @calendars: (nullable): names of the calendars that a form offers
 */
void
pln_window_set_calendars (PlnWindow         *self,
                          const char *const *calendars)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (pln_set_strv (&self->calendars, calendars))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CALENDARS]);
}

/**
 * pln_window_set_has_entries:
 * @self: a window
 * @has_entries: whether the calendar has anything to show besides gatherings
 */
void
pln_window_set_has_entries (PlnWindow *self,
                            gboolean   has_entries)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->has_entries == has_entries)
    return;

  self->has_entries = has_entries;
  pln_window_choose_content (self);
}

/**
 * pln_window_set_ready:
 * @self: a window
 *
 * Tells the window that its list has been read: if it is empty, there is
 * nothing yet, and the first start is shown.
 */
void
pln_window_set_ready (PlnWindow *self)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->ready)
    return;

  self->ready = TRUE;
  pln_gathering_list_set_ready (self->list);
  pln_window_allow_actions (self);
  pln_window_choose_content (self);
  if (self->gathering != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}
