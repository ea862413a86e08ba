/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-agenda-page.h"

#include "pln-gathering-card.h"
#include "pln-session-form.h"
#include "pln-session-row.h"
#include "pln-when-words.h"
#include "pln-when.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define LOADING_DELAY 300 /* milliseconds without a word */
#define PORTION       150 /* rows that are made at once; more when they are scrolled to */

/**
 * PlnAgendaPage:
 *
 * A gathering and its programme as a list by day, to be read and edited. What
 * the user wants is announced to the [iface@Wishes] of the window.
 */
struct _PlnAgendaPage
{
  AdwBin             parent_instance;

  PlnGathering      *gathering;
  GListModel        *sessions;
  GtkSliceListModel *shown;    /* those that have rows */
  char              *selected; /* UID of the session that was selected last */
  guint              position; /* where it was */
  guint              loading_id;

  GtkWidget         *read_only_bar;
  GtkWidget         *scroller;
  PlnGatheringCard  *card;
  GtkWidget         *head;
  GtkLabel          *count_label;
  GtkWidget         *add_button;
  GtkListBox        *list;
  GtkWidget         *loading_label;
  GtkWidget         *empty;
  GtkLabel          *empty_label;
  GtkWidget         *empty_button;
  GtkWidget         *menu;
};

G_DEFINE_FINAL_TYPE (PlnAgendaPage, pln_agenda_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_GATHERING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static PlnSession *
session_of (GtkListBoxRow *row)
{
  return row != NULL ? pln_session_row_get_session (PLN_SESSION_ROW (row)) : NULL;
}

static PlnSession *
selected_session (PlnAgendaPage *self)
{
  return session_of (gtk_list_box_get_selected_row (self->list));
}

static gboolean
may_edit (PlnAgendaPage *self)
{
  return self->gathering != NULL && pln_gathering_get_loaded (self->gathering)
         && !pln_gathering_get_read_only (self->gathering);
}

static gboolean
same_day (GDateTime *a,
          GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static guint
count_without_time (PlnAgendaPage *self)
{
  guint n = 0;

  for (guint i = g_list_model_get_n_items (self->sessions); i > 0; i--)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (self->sessions, i - 1);

      if (pln_session_get_start (session) != NULL)
        break; /* those without one are the last */
      n++;
    }

  return n;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  PlnAgendaPage *self = user_data;
  GDateTime *start = pln_session_get_start (session_of (row));
  GDateTime *last = before != NULL ? pln_session_get_start (session_of (before)) : NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && (start == NULL) == (last == NULL) && (start == NULL || same_day (start, last)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  if (start != NULL)
    {
      text = pln_when_words_heading (start);
    }
  else
    {
      guint n = count_without_time (self);

      text = g_strdup_printf (ngettext ("%u without a time", "%u without a time", n), n);
    }

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "pln-agenda-day");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  return pln_session_row_new (PLN_AGENDA_PAGE (user_data)->gathering, item);
}

static gboolean
show_loading_cb (gpointer user_data)
{
  PlnAgendaPage *self = user_data;

  self->loading_id = 0;
  gtk_widget_show (self->loading_label);

  return G_SOURCE_REMOVE;
}

static void
update_state (PlnAgendaPage *self)
{
  gboolean loaded = self->gathering != NULL && pln_gathering_get_loaded (self->gathering);
  gboolean read_only = self->gathering != NULL && pln_gathering_get_read_only (self->gathering);
  guint n = self->sessions != NULL ? g_list_model_get_n_items (self->sessions) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);

  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->empty_label, read_only ? _("Talks, breaks and rounds will stand here, day by day.")
                                                    : _("Talks, breaks and rounds will stand here, day by day. A meet-up can do without."));
  gtk_widget_set_visible (self->read_only_bar, read_only);
  gtk_widget_set_visible (self->head, n > 0);
  gtk_widget_set_visible (self->add_button, !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty, loaded && n == 0);
  gtk_widget_set_visible (self->empty_button, !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.add", may_edit (self));

  if (loaded || self->gathering == NULL)
    {
      g_clear_handle_id (&self->loading_id, g_source_remove);
      gtk_widget_hide (self->loading_label);
    }
  else if (self->loading_id == 0)
    {
      self->loading_id = g_timeout_add (LOADING_DELAY, show_loading_cb, self);
    }
}

static void
update_actions (PlnAgendaPage *self)
{
  PlnSession *session = selected_session (self);
  gboolean editable = session != NULL && may_edit (self) && !pln_session_get_read_only (session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.edit", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.delete", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.move", editable && pln_session_get_start (session) != NULL);
}

static void
row_selected_cb (PlnAgendaPage *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    {
      g_free (self->selected);
      self->selected = g_strdup (pln_session_get_uid (session_of (row)));
      self->position = (guint) gtk_list_box_row_get_index (row);
    }
  update_actions (self);
}

/* A session that moved has another row; one that went leaves the selection to
 * its neighbour. The focus goes along if it was in the list. */
static void
keep_selection (PlnAgendaPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListBoxRow *row = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (self->selected == NULL || n == 0 || root == NULL)
    return;

  for (guint i = 0; row == NULL && i < n; i++)
    {
      GtkListBoxRow *candidate = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (g_str_equal (pln_session_get_uid (session_of (candidate)), self->selected))
        row = candidate;
    }
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, (int) MIN (self->position, n - 1));

  gtk_list_box_select_row (self->list, row);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (root)) /* its row went */
      || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sessions_changed_cb (PlnAgendaPage *self)
{
  keep_selection (self);
  gtk_list_box_invalidate_headers (self->list);
  update_state (self);
  update_actions (self);
}

/* A conference of two thousand sessions has rows only as far as one looked. */
static void
scrolled_cb (PlnAgendaPage *self,
             GtkAdjustment *adjustment)
{
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);
  guint size;

  if (self->shown == NULL || below > 3 * gtk_adjustment_get_page_size (adjustment))
    return;

  size = gtk_slice_list_model_get_size (self->shown);
  if (size < g_list_model_get_n_items (self->sessions))
    gtk_slice_list_model_set_size (self->shown, size + PORTION);
}

static void
gathering_notify_cb (PlnAgendaPage *self)
{
  update_state (self);
  update_actions (self);
}

/* A new session begins where the selected one, or the last one, ends. */
static GDateTime *
next_start (PlnAgendaPage *self)
{
  guint n = g_list_model_get_n_items (self->sessions);
  PlnSession *selected = selected_session (self);
  GDateTime *start = pln_gathering_get_start (self->gathering);

  if (selected != NULL && pln_session_get_end (selected) != NULL)
    return g_date_time_ref (pln_session_get_end (selected));

  for (guint i = n; i > 0; i--)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (self->sessions, i - 1);

      if (pln_session_get_end (session) != NULL)
        return g_date_time_ref (pln_session_get_end (session));
    }

  return start != NULL && !pln_gathering_get_all_day (self->gathering) ? g_date_time_ref (start)
         : start != NULL ? g_date_time_add_hours (start, 9) : NULL;
}

static void
open_form (PlnAgendaPage *self,
           PlnSession    *session)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autoptr(GDateTime) start = session == NULL ? next_start (self) : NULL;

  if (wishes != NULL)
    pln_sheet_present (pln_session_form_new (wishes, self->gathering, session, start),
                       GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
save (PlnAgendaPage *self,
      PlnSession    *before,
      PlnSession    *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes != NULL)
    PLN_WISHES_GET_IFACE (wishes)->save_session (wishes, self->gathering, before, after);
}

static void
row_activated_cb (PlnAgendaPage *self,
                  GtkListBoxRow *row)
{
  if (may_edit (self) && !pln_session_get_read_only (session_of (row)))
    open_form (self, session_of (row));
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  open_form (PLN_AGENDA_PAGE (widget), NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (widget);

  open_form (self, selected_session (self));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (widget);
  g_autoptr(PlnSession) before = pln_session_copy (selected_session (self));

  save (self, before, NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (widget);
  g_autoptr(PlnSession) before = pln_session_copy (selected_session (self));
  g_autoptr(PlnSession) after = pln_session_copy (before);
  int minutes = g_variant_get_int32 (parameter);
  GDateTime *end = pln_session_get_end (before);
  g_autoptr(GDateTime) new_start = g_date_time_add_minutes (pln_session_get_start (before), minutes);
  g_autoptr(GDateTime) new_end = end != NULL ? g_date_time_add_minutes (end, minutes) : NULL;

  if (pln_session_get_all_day (before))
    return;

  pln_session_set_times (after, new_start, new_end, pln_session_get_zone (before), FALSE);
  save (self, before, after);
}

static void
popup_menu (PlnAgendaPage *self,
            GtkListBoxRow *row,
            double         x,
            double         y)
{
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (PlnAgendaPage   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || !may_edit (self))
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, row, x, y);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  double x, y;

  if (row != NULL && may_edit (self)
      && gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 72, 24, &x, &y))
    popup_menu (self, row, x, y);
}

static void
add_menu (PlnAgendaPage *self,
          GMenuModel    *model)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->list));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

static gboolean
letter_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  PlnAgendaPage *self = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !may_edit (self))
    return FALSE;

  open_form (self, NULL);

  return TRUE;
}

/* N works wherever the focus is, but in a text, which takes it first. */
static void
add_letter (PlnAgendaPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, 0),
                                                          gtk_callback_action_new (letter_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
pln_agenda_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      g_value_set_object (value, self->gathering);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_agenda_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_GATHERING:
      pln_agenda_page_set_gathering (PLN_AGENDA_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_gathering (PlnAgendaPage *self)
{
  if (self->sessions != NULL) /* first: rows that go still ask for headers */
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_pointer (&self->selected, g_free);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->sessions);
  g_clear_object (&self->gathering);
}

static void
pln_agenda_page_dispose (GObject *object)
{
  PlnAgendaPage *self = PLN_AGENDA_PAGE (object);

  drop_gathering (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (pln_agenda_page_parent_class)->dispose (object);
}

static void
pln_agenda_page_class_init (PlnAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_agenda_page_get_property;
  object_class->set_property = pln_agenda_page_set_property;
  object_class->dispose = pln_agenda_page_dispose;

  /**
   * PlnAgendaPage:gathering:
   *
   * The gathering shown, or %NULL for an empty page.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (PLN_TYPE_GATHERING_CARD);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, card);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, head);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, loading_label);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, empty);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PlnAgendaPage, empty_button);
  gtk_widget_class_bind_template_child_full (widget_class, "session_menu", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "agenda.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "agenda.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "agenda.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "agenda.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.menu", NULL, menu_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "agenda.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "agenda.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "agenda.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "agenda.move", "i", -5);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "agenda.move", "i", 5);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "agenda.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "agenda.menu", NULL);
}

static void
pln_agenda_page_init (PlnAgendaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_menu (self, G_MENU_MODEL (gtk_widget_get_template_child (GTK_WIDGET (self), PLN_TYPE_AGENDA_PAGE, "session_menu")));
  add_letter (self);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  update_state (self);
  update_actions (self);
}

/**
 * pln_agenda_page_new:
 *
 * Returns: an empty page
 */
GtkWidget *
pln_agenda_page_new (void)
{
  return g_object_new (PLN_TYPE_AGENDA_PAGE, NULL);
}

/**
 * pln_agenda_page_get_gathering:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the gathering shown
 */
PlnGathering *
pln_agenda_page_get_gathering (PlnAgendaPage *self)
{
  g_return_val_if_fail (PLN_IS_AGENDA_PAGE (self), NULL);

  return self->gathering;
}

/**
 * pln_agenda_page_set_gathering:
 * @self: a page
 * @gathering: (nullable): the gathering to show
 */
void
pln_agenda_page_set_gathering (PlnAgendaPage *self,
                               PlnGathering  *gathering)
{
  g_return_if_fail (PLN_IS_AGENDA_PAGE (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering == gathering)
    return;

  drop_gathering (self);
  if (gathering != NULL)
    {
      self->gathering = g_object_ref (gathering);
      self->sessions = g_object_ref (pln_gathering_get_sessions (gathering));
      self->shown = gtk_slice_list_model_new (g_object_ref (self->sessions), 0, PORTION);
      g_signal_connect_swapped (gathering, "notify::loaded", G_CALLBACK (gathering_notify_cb), self);
      g_signal_connect_swapped (gathering, "notify::read-only", G_CALLBACK (gathering_notify_cb), self);
    }

  pln_gathering_card_set_gathering (self->card, gathering);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_row_cb, self, NULL);
  if (self->shown != NULL) /* after the list, so that its rows are there */
    g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (sessions_changed_cb), self);
  update_state (self);
  update_actions (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}

/**
 * pln_agenda_page_show_day:
 * @self: a page
 * @day: a day
 *
 * Selects the first session of that day or after it, and scrolls to it.
 */
void
pln_agenda_page_show_day (PlnAgendaPage *self,
                          const GDate   *day)
{
  GtkAdjustment *adjustment;
  GtkListBoxRow *row;
  double y;

  g_return_if_fail (PLN_IS_AGENDA_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GDateTime *start = pln_session_get_start (session_of (row));
      GDate date;

      if (start == NULL)
        return;
      pln_when_split (start, &date, NULL);
      if (g_date_compare (&date, day) >= 0)
        break;
    }
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_translate_coordinates (GTK_WIDGET (row), self->scroller, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 48);
}
