/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-page.h"

#include "pln-agenda-view.h"
#include "pln-calendar-filter.h"
#include "pln-config.h"
#include "pln-month-view.h"
#include "pln-programme-view.h"
#include "pln-session-pane.h"
#include "pln-settings.h"
#include "pln-week-view.h"
#include "pln-when.h"

#include <glib/gi18n.h>

#define NARROW        780 /* below this width the views become one drop-down: the title comes first */
#define VERY_NARROW   480 /* below this width the title has a line of its own */
#define PANE          300
#define ROOM_FOR_PANE 840 /* below this width the pane folds over the view */
#define HYSTERESIS    8
#define LEAST_WIDTH   300
#define PATIENCE      300 /* milliseconds without a word while a period is read */

/**
 * PlnCalendarPage:
 *
 * The calendar: one toolbar over the views, of which one is seen. The day that
 * is looked at and the filter are the same in all of them; which view was
 * chosen is kept.
 */
struct _PlnCalendarPage
{
  AdwBin             parent_instance;

  PlnGathering      *gathering;
  PlnCalendarView   *view;      /* the one that is seen */
  PlnCalendarFilter *filter;
  GDate              date;
  gulong             changed_id;
  guint              loading_id;
  int                width;
  PlnSessionPane    *pane;      /* NULL until it is first wanted */
  gboolean           pane_follows; /* it came with a click on something, and goes with it */

  GtkLabel          *title;
  GtkLabel          *narrow_title;
  GtkLabel          *note;
  AdwBin            *tool;        /* of the view; it is in the other where the title has a line of its own */
  AdwBin            *narrow_tool;
  GtkMenuButton     *filter_button;
  GtkBox            *toggles;
  GtkMenuButton     *view_button;
  AdwFlap           *flap;
  GtkStack          *stack;
};

G_DEFINE_FINAL_TYPE (PlnCalendarPage, pln_calendar_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GATHERING,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The views in the order of their buttons, each with the letter that shows it.
 * A view is made when it is first looked at. */
static const struct
{
  const char *name;
  const char *title;
  guint       key;
  GType    (* get_type) (void);
} views[] = {
  { "month", N_("Month"), GDK_KEY_m, pln_month_view_get_type },
  { "week", N_("Week"), GDK_KEY_w, pln_week_view_get_type },
  { "programme", N_("Programme"), GDK_KEY_p, pln_programme_view_get_type },
  { "agenda", N_("Agenda"), GDK_KEY_a, pln_agenda_view_get_type },
};

static int
index_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return (int) i;

  return 0;
}

static void
show_title (PlnCalendarPage *self)
{
  g_autofree char *note = NULL;
  g_autofree char *title = pln_calendar_view_get_title (self->view, &note);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->narrow_title, title);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL && self->width >= NARROW);
}

static void
say_loading_cb (gpointer user_data)
{
  PlnCalendarPage *self = user_data;

  self->loading_id = 0;
  gtk_label_set_label (self->title, _("Reading the calendar…"));
  gtk_label_set_label (self->narrow_title, _("Reading the calendar…"));
}

static void
loading_cb (PlnCalendarPage *self)
{
  gboolean loading;

  g_object_get (self->view, "loading", &loading, NULL);
  if (!loading)
    {
      g_clear_handle_id (&self->loading_id, g_source_remove);
      show_title (self);
    }
  else if (self->loading_id == 0)
    self->loading_id = g_timeout_add_once (PATIENCE, say_loading_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
close_pane_cb (PlnCalendarPage *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->pane)) != NULL;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A pane that nobody asked for but by a click has nothing to say without what
 * was clicked: in another view, for another gathering, when it is gone. */
static void
show_in_pane (PlnCalendarPage *self)
{
  g_autoptr(GObject) selected = NULL;

  if (self->pane == NULL)
    return;

  g_object_get (self->view, "selected", &selected, NULL);
  pln_session_pane_show (self->pane, self->gathering, selected);
  if (selected == NULL && self->pane_follows)
    close_pane_cb (self);
}

static void
set_pane_width (PlnCalendarPage *self)
{
  if (self->pane != NULL) /* on a telephone it is a page */
    gtk_widget_set_size_request (GTK_WIDGET (self->pane), self->width < VERY_NARROW ? self->width : PANE, -1);
}

static void
pane_revealed_cb (PlnCalendarPage *self)
{
  if (!adw_flap_get_reveal_flap (self->flap))
    self->pane_follows = FALSE;
  if (self->pane == NULL && adw_flap_get_reveal_flap (self->flap))
    {
      self->pane = PLN_SESSION_PANE (pln_session_pane_new ());
      g_signal_connect_object (self->pane, "closed", G_CALLBACK (close_pane_cb), self, G_CONNECT_SWAPPED);
      adw_flap_set_flap (self->flap, GTK_WIDGET (self->pane));
      set_pane_width (self);
    }
  show_in_pane (self);
}

static void
view_changed_cb (PlnCalendarPage *self)
{
  pln_calendar_view_get_date (self->view, &self->date);
  show_title (self);
}

static void
forget_view (PlnCalendarPage *self)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  self->view = NULL;
}

static void
place_tool (PlnCalendarPage *self)
{
  gboolean narrow = gtk_widget_get_visible (GTK_WIDGET (self->narrow_title));
  AdwBin *bin = narrow ? self->narrow_tool : self->tool;
  GtkWidget *tool = pln_calendar_view_get_tool (self->view);

  if (tool != NULL && gtk_widget_get_parent (tool) == GTK_WIDGET (bin))
    return;

  adw_bin_set_child (narrow ? self->tool : self->narrow_tool, NULL);
  adw_bin_set_child (bin, tool);
}

/* The widget of a view, made if it is not there yet. */
static PlnCalendarView *
make_view (PlnCalendarPage *self,
           int              index)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->stack, views[index].name);

  if (view == NULL)
    {
      view = g_object_new (views[index].get_type (), NULL);
      gtk_stack_add_named (self->stack, view, views[index].name);
      pln_calendar_view_set_filter (PLN_CALENDAR_VIEW (view), GTK_FILTER (self->filter));
    }

  return PLN_CALENDAR_VIEW (view);
}

static void
check_toggle (PlnCalendarPage *self,
              int              index)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->toggles));

  for (int i = 0; toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle), i++)
    if (i == index)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gtk_menu_button_set_label (self->view_button, _(views[index].title));
}

static void
choose_view (PlnCalendarPage *self,
             int              index)
{
  PlnCalendarView *view = make_view (self, index);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  check_toggle (self, index);
  if (view == self->view)
    return;

  forget_view (self);
  self->view = view;
  place_tool (self);
  pln_calendar_view_set_gathering (view, self->gathering);
  pln_calendar_view_set_date (view, &self->date);
  g_signal_connect_swapped (view, "changed", G_CALLBACK (view_changed_cb), self);
  g_signal_connect_swapped (view, "notify::loading", G_CALLBACK (loading_cb), self);
  g_signal_connect_swapped (view, "notify::selected", G_CALLBACK (show_in_pane), self);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (view));
  if (focused) /* it may have been in the view that is hidden now */
    gtk_widget_grab_focus (GTK_WIDGET (view));
  show_title (self);
  show_in_pane (self);
  loading_cb (self);
}

static void
keep_choice (int index)
{
  g_autoptr(GSettings) settings = pln_settings_new ();

  if (settings != NULL)
    g_settings_set_string (settings, "calendar-view", views[index].name);
}

static void
toggled_cb (GtkToggleButton *toggle,
            PlnCalendarPage *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (toggle));

  if (!gtk_toggle_button_get_active (toggle) || self->view == NULL
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;

  choose_view (self, index_of (name));
  keep_choice (index_of (name));
}

static void
view_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  int index = index_of (g_variant_get_string (parameter, NULL));

  choose_view (PLN_CALENDAR_PAGE (widget), index);
  keep_choice (index);
}

static void
today_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);

  pln_calendar_view_go_today (self->view);
  view_changed_cb (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);

  pln_calendar_view_step (self->view, g_variant_get_int32 (parameter));
  view_changed_cb (self);
}

static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  const char *view;
  const char *day;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = NULL;
  g_autoptr(GDateTime) at = NULL;
  GDate date;

  g_variant_get (parameter, "(&s&s)", &view, &day);
  midnight = g_strconcat (day, "T00:00:00", NULL);
  at = g_date_time_new_from_iso8601 (midnight, utc);
  if (at != NULL)
    pln_when_split (at, &date, NULL);
  pln_calendar_page_show (PLN_CALENDAR_PAGE (widget), view, at != NULL ? &date : NULL);
}

static void
pane_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);

  if (adw_flap_get_reveal_flap (self->flap))
    return;

  self->pane_follows = TRUE;
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* What can be chosen depends on what there is, so it is made anew each time. */
static void
make_filter_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  PlnCalendarPage *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = pln_calendar_filter_make_box (self->filter, pln_calendar_view_get_occurrences (self->view));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clear = gtk_button_new_with_label (_("Show all"));

  gtk_widget_set_margin_top (clear, 9);
  gtk_widget_set_visible (clear, pln_calendar_filter_is_active (self->filter));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "calendar.clear-filter");
  gtk_box_append (GTK_BOX (box), clear);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static void
filter_changed_cb (PlnCalendarPage *self)
{
  if (pln_calendar_filter_is_active (self->filter))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "pln-accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "pln-accent");
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);

  gtk_menu_button_popdown (self->filter_button);
  pln_calendar_filter_clear (self->filter);
}

/* Esc closes the pane, then clears the filter. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);

  if (adw_flap_get_reveal_flap (self->flap))
    close_pane_cb (self);
  else if (pln_calendar_filter_is_active (self->filter))
    pln_calendar_filter_clear (self->filter);
  else
    return FALSE;

  return TRUE;
}

/* A letter works wherever the focus is, but in a text, which takes it first. */
static gboolean
letter_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (widget);
  const char *name = g_variant_get_string (arguments, NULL);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  if (g_str_equal (name, "today"))
    gtk_widget_activate_action (widget, "calendar.today", NULL);
  else if (g_str_equal (name, "before") || g_str_equal (name, "after"))
    gtk_widget_activate_action (widget, "calendar.step", "i", g_str_equal (name, "before") ? -1 : 1);
  else
    {
      choose_view (self, index_of (name));
      keep_choice (index_of (name));
    }

  return TRUE;
}

static void
add_key (GtkShortcutController *controller,
         guint                  key,
         const char            *name)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (letter_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (name));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_keys (PlnCalendarPage *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (controller, GDK_KEY_t, "today");
  add_key (controller, GDK_KEY_Page_Up, "before");
  add_key (controller, GDK_KEY_Page_Down, "after");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    add_key (controller, views[i].key, views[i].name);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
make_view_menu_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(views[i].title), NULL);

      g_menu_item_set_action_and_target (item, "calendar.view", "s", views[i].name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_toggles (PlnCalendarPage *self)
{
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_(views[i].title));

      gtk_widget_set_name (toggle, views[i].name);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), first);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (self->toggles, toggle);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (toggle);
    }
  gtk_menu_button_set_create_popup_func (self->view_button, make_view_menu_cb, NULL, NULL);
}

static gboolean
is_below (int      width,
          int      limit,
          gboolean was_below)
{
  return width < limit + (was_below ? HYSTERESIS : 0);
}

static void
choose_layout (PlnCalendarPage *self,
               int              width)
{
  gboolean narrow = is_below (width, NARROW, gtk_widget_get_visible (GTK_WIDGET (self->view_button)));
  gboolean very_narrow = is_below (width, VERY_NARROW, gtk_widget_get_visible (GTK_WIDGET (self->narrow_title)));
  gboolean fold = is_below (width, ROOM_FOR_PANE, adw_flap_get_fold_policy (self->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS);

  self->width = width;
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !very_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_title), very_narrow);
  place_tool (self);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !narrow && *gtk_label_get_label (self->note) != '\0');
  adw_flap_set_fold_policy (self->flap, fold ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  set_pane_width (self);
}

static void
pln_calendar_page_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The layout follows the width, so it must not hold the width. */
      *minimum = LEAST_WIDTH;
      *natural = MAX (*natural, LEAST_WIDTH);
    }
}

static void
pln_calendar_page_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (widget));
  int least_width;
  int least_height;

  choose_layout (PLN_CALENDAR_PAGE (widget), width);
  /* The layout may have been another one when the page was asked. */
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (box, MAX (width, least_width), MAX (height, least_height), baseline, NULL);
}

/* As that of any container; without it GTK would grab the focus, see below,
 * and Tab would go past the toolbar. */
static gboolean
pln_calendar_page_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

/* What somebody looks at comes before the tools. */
static gboolean
pln_calendar_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLN_CALENDAR_PAGE (widget)->view));
}

/* Another gathering: the calendar goes to its day. */
static void
set_gathering (PlnCalendarPage *self,
               PlnGathering    *gathering)
{
  GDateTime *start = gathering != NULL ? pln_gathering_get_start (gathering) : NULL;

  if (!g_set_object (&self->gathering, gathering))
    return;

  if (start != NULL)
    pln_when_split (start, &self->date, NULL);
  pln_calendar_view_set_gathering (self->view, gathering);
  pln_calendar_view_set_date (self->view, &self->date);
  show_title (self);
  show_in_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}

static void
pln_calendar_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      g_value_set_object (value, self->gathering);
      break;
    case PROP_LOADING:
      g_object_get_property (G_OBJECT (self->view), "loading", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_calendar_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_GATHERING:
      set_gathering (PLN_CALENDAR_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_calendar_page_dispose (GObject *object)
{
  PlnCalendarPage *self = PLN_CALENDAR_PAGE (object);

  forget_view (self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_calendar_page_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "calendar.view", "s", view_cb);
  gtk_widget_class_install_action (widget_class, "calendar.show", "(ss)", show_cb);
  gtk_widget_class_install_action (widget_class, "calendar.pane", NULL, pane_cb);
  gtk_widget_class_install_action (widget_class, "calendar.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
pln_calendar_page_class_init (PlnCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_calendar_page_get_property;
  object_class->set_property = pln_calendar_page_set_property;
  object_class->dispose = pln_calendar_page_dispose;
  widget_class->measure = pln_calendar_page_measure;
  widget_class->size_allocate = pln_calendar_page_size_allocate;
  widget_class->focus = pln_calendar_page_focus;
  widget_class->grab_focus = pln_calendar_page_grab_focus;

  /**
   * PlnCalendarPage:gathering:
   *
   * The chosen gathering, to whose day the calendar goes, or %NULL.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCalendarPage:loading:
   *
   * Whether something that belongs into the view is still being read.
   */
  props[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, note);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, tool);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, narrow_tool);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, toggles);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PlnCalendarPage, stack);
  add_actions (widget_class);
}

static void
pln_calendar_page_init (PlnCalendarPage *self)
{
  g_autoptr(GSettings) settings = pln_settings_new ();
  g_autofree char *chosen = settings != NULL ? g_settings_get_string (settings, "calendar-view") : NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* that of a bin would be asked instead */

  self->date = pln_calendar_view_today ();
  self->filter = pln_calendar_filter_new ();
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
  gtk_menu_button_set_create_popup_func (self->filter_button, make_filter_cb, self, NULL);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (pane_revealed_cb), self, G_CONNECT_SWAPPED);
  add_toggles (self);
  add_keys (self);
  choose_view (self, index_of (chosen));
}

/**
 * pln_calendar_page_new:
 *
 * Returns: a page without a gathering, at today
 */
GtkWidget *
pln_calendar_page_new (void)
{
  return g_object_new (PLN_TYPE_CALENDAR_PAGE, NULL);
}

/**
 * pln_calendar_page_show:
 * @self: a page
 * @view: the name of a view: month, week, programme, agenda
 * @date: (nullable): the day to show; %NULL for the one that is looked at
 *
 * Shows a view for once; the next start has the one that the user chose.
 */
void
pln_calendar_page_show (PlnCalendarPage *self,
                        const char      *view,
                        const GDate     *date)
{
  g_return_if_fail (PLN_IS_CALENDAR_PAGE (self));

  if (date != NULL)
    self->date = *date;
  choose_view (self, index_of (view));
  pln_calendar_view_set_date (self->view, &self->date);
  show_title (self);
}

/**
 * pln_calendar_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the view that is seen
 */
PlnCalendarView *
pln_calendar_page_get_view (PlnCalendarPage *self)
{
  g_return_val_if_fail (PLN_IS_CALENDAR_PAGE (self), NULL);

  return self->view;
}
