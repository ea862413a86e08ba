/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-ask.h"
#include "pln-config.h"
#include "pln-file-dialog.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/* Calls one of the wishes, with what follows its name. */
#define WISH(self, name, ...) \
  PLN_WISHES_GET_IFACE ((self)->wishes)->name ((self)->wishes __VA_OPT__ (,) __VA_ARGS__)

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  WISH (PLN_WINDOW (widget), new_gathering, g_variant_get_string (parameter, NULL));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  WISH (self, duplicate_gathering, self->gathering, g_str_equal (action_name, "win.next"));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  pln_window_edit_gathering (self, self->gathering, FALSE);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  pln_ask_delete (GTK_WINDOW (self), self->wishes, self->gathering);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  WISH (PLN_WINDOW (widget), undo, g_str_equal (action_name, "win.redo"));
}

static void
bin_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  WISH (PLN_WINDOW (widget), show_bin);
}

static void
add_sample_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  WISH (PLN_WINDOW (widget), add_sample);
}

static void
import_chosen (GtkWidget *window,
               GFile     *file,
               gpointer   data)
{
  WISH (PLN_WINDOW (window), preview_import, file, PLN_IMPORT_AS_SUGGESTED, NULL);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  pln_file_dialog_open (widget, _("Import a file"), "text/calendar", import_chosen, NULL);
}

/* data: the format */
static void
export_chosen (GtkWidget *window,
               GFile     *file,
               gpointer   data)
{
  PlnWindow *self = PLN_WINDOW (window);

  if (self->gathering != NULL)
    WISH (self, export_file, self->gathering, data, file);
}

/* The formats of what leaves Plenary, and how their files are called. */
static const struct
{
  const char *format;
  const char *ending;
} exports[] = {
  { "csv", ".csv" }, { "html", ".html" }, { "ics", ".ics" }, { "notes-markdown", ".md" }, { "pdf-cards", ".pdf" },
  { "pdf-day", ".pdf" }, { "pdf-door", ".pdf" }, { "pdf-groups", ".pdf" }, { "pdf-list", ".pdf" }, { "pdf-notes", ".pdf" }, { "pdf-rooms", ".pdf" }, { "pdf-signs", ".pdf" },
  { "pdf-slips", ".pdf" }, { "places-csv", ".csv" }, { "schedule-xml", ".xml" },
};

static const char *
export_title (const char *format)
{
  static const char *const handouts[] = { "pdf-cards", "pdf-groups", "pdf-signs", "pdf-slips", "places-csv", NULL };

  if (g_str_equal (format, "csv"))
    return _("Export the list of attendees");
  if (g_str_equal (format, "pdf-door"))
    return _("Export the door list");
  if (g_str_equal (format, "notes-markdown"))
    return _("Save all notes as text");
  if (g_str_equal (format, "pdf-notes"))
    return _("Save empty sheets to print");

  return g_strv_contains (handouts, format) ? _("Export who sits where") : _("Export the programme");
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  g_autofree char *stem = pln_str_file_name (pln_gathering_get_title (self->gathering), _("Gathering"));

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      const char *format = exports[i].format;
      g_autofree char *name = g_strconcat (stem, exports[i].ending, NULL);

      if (g_str_equal (g_variant_get_string (parameter, NULL), format))
        pln_file_dialog_save (widget, export_title (format),
                              name, export_chosen, (gpointer) format);
    }
}

static void
backup_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  pln_ask_backup (GTK_WINDOW (widget), PLN_WINDOW (widget)->wishes);
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  pln_ask_restore (GTK_WINDOW (widget), PLN_WINDOW (widget)->wishes);
}

/* A view may know a better place than its first: what comes after its tools. */
static gboolean
focus_content (PlnWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->views);
  GtkWidget *view = bin != NULL && gtk_widget_get_mapped (bin) ? adw_bin_get_child (ADW_BIN (bin)) : NULL;

  return (view != NULL && gtk_widget_grab_focus (view))
         || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
view_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  GtkSelectionModel *pages = adw_view_stack_get_pages (self->views);

  pln_window_close_servers (self);
  gtk_selection_model_select_item (pages, g_variant_get_int32 (parameter), TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  g_object_unref (pages);

  /* The focus may have been in the view that is hidden now. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->views)))
    focus_content (self);
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  gboolean to_list = adw_leaflet_get_visible_child (self->leaflet) != self->sidebar;

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, to_list ? self->sidebar : self->content);
  else
    g_object_set (self, "show-sidebar", !self->show_sidebar, NULL);
}

/* The pane of the view that is seen, if it has one. */
static AdwFlap *
find_pane (GtkWidget *widget)
{
  if (ADW_IS_FLAP (widget))
    return ADW_FLAP (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwFlap *found = gtk_widget_get_child_visible (child) ? find_pane (child) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
pane_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  AdwFlap *pane = find_pane (GTK_WIDGET (self->stack));

  if (pane != NULL)
    adw_flap_set_reveal_flap (pane, !adw_flap_get_reveal_flap (pane));
}

/* F6 goes round the parts of the window: list, header, view, pane. */
static void
part_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  AdwFlap *pane = find_pane (GTK_WIDGET (self->stack));
  gboolean open = pane != NULL && adw_flap_get_reveal_flap (pane);
  GtkWidget *parts[] = {
    GTK_WIDGET (self->list),
    self->header,
    open ? adw_flap_get_content (pane) : GTK_WIDGET (self->stack),
    open ? adw_flap_get_flap (pane) : NULL,
  };
  int n_parts = open ? 4 : 3;
  int step = g_variant_get_int32 (parameter);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int at = 0;

  for (int i = 0; i < n_parts; i++)
    if (focus != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
      at = i;

  for (int i = 1; i < n_parts; i++)
    {
      GtkWidget *part = parts[(at + i * step + n_parts * n_parts) % n_parts];

      if (gtk_widget_get_mapped (part)
          && (part == parts[0] ? gtk_widget_grab_focus (part)
              : part == GTK_WIDGET (self->stack) ? focus_content (self)
              : gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

/**
 * pln_window_add_actions:
 * @widget_class: the class of the window
 *
 * Installs all that menus, buttons and keys of the window do. The keys are
 * bindings of the class and not accelerators of the application, so that an
 * entry with the focus has Ctrl+Z and Delete for itself.
 */
void
pln_window_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", "s", new_cb);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "win.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "win.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.bin", NULL, bin_cb);
  gtk_widget_class_install_action (widget_class, "win.add-sample", NULL, add_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_cb);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "win.view", "i", view_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.pane", NULL, pane_cb);
  gtk_widget_class_install_action (widget_class, "win.part", "i", part_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "win.view", "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "win.view", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_CONTROL_MASK, "win.view", "i", 2);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "win.pane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "win.part", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, "win.part", "i", -1);
}

/**
 * pln_window_allow_actions:
 * @self: a window
 *
 * Makes those actions sensitive that have something to work on: a library
 * that has been read, a gathering, a step.
 */
void
pln_window_allow_actions (PlnWindow *self)
{
  static const char *const of_library[] = { "win.new", "win.import", "win.bin", "win.backup", "win.add-sample", "win.search",
                                            "win.identity", "win.preferences", "win.add-account", "win.servers",
                                            "win.sync" };
  static const char *const of_gathering[] = { "win.next", "win.duplicate", "win.edit", "win.delete", "win.export", "win.export-as", "win.print",
                                              "win.print-as", "win.wall", "win.view" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_library); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_library[i], self->ready);
  for (gsize i = 0; i < G_N_ELEMENTS (of_gathering); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_gathering[i], self->gathering != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.invite",
                                 self->gathering != NULL && pln_gathering_get_loaded (self->gathering));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", self->undo_label != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", self->redo_label != NULL);
}

/* Puts the steps on top of a menu that was made when it was first wanted. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  PlnWindow *self = user_data;
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/plenary/ui/pln-window-menus.ui");
  const char *name = button == self->main_menu_button ? "main_menu" : "gathering_menu";
  GMenu *menu = G_MENU (gtk_builder_get_object (builder, name));

  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (self->steps));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * pln_window_add_menus:
 * @self: a window
 *
 * Lets the buttons make their menus when these are first opened.
 */
void
pln_window_add_menus (PlnWindow *self)
{
  self->steps = g_menu_new ();
  gtk_menu_button_set_create_popup_func (self->main_menu_button, make_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->gathering_menu_button, make_menu_cb, self, NULL);
}

static void
add_step (PlnWindow  *self,
          const char *label,
          const char *action,
          const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (self->steps, item);
}

/**
 * pln_window_set_steps:
 * @self: a window
 * @undo_label: (nullable): the step that *Undo* takes back
 * @redo_label: (nullable): the step that *Redo* does again
 *
 * Names the steps in the menus, and the next one on the button.
 */
void
pln_window_set_steps (PlnWindow  *self,
                      const char *undo_label,
                      const char *redo_label)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_return_if_fail (PLN_IS_WINDOW (self));

  if (pln_set_str (&self->undo_label, undo_label))
    g_object_notify (G_OBJECT (self), "undo-label");
  if (pln_set_str (&self->redo_label, redo_label))
    g_object_notify (G_OBJECT (self), "redo-label");

  /* Translators: the name of a step, as in “Undo: Paste 40 addresses” */
  undo = undo_label != NULL ? g_strdup_printf (_("Undo: %s"), undo_label) : g_strdup (_("Undo"));
  redo = redo_label != NULL ? g_strdup_printf (_("Redo: %s"), redo_label) : g_strdup (_("Redo"));

  g_menu_remove_all (self->steps);
  add_step (self, undo, "win.undo", "<Control>z");
  add_step (self, redo, "win.redo", "<Control><Shift>z");
  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo, -1);
  pln_window_allow_actions (self);
  pln_window_show_header (self);
}
