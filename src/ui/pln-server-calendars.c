/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-server-calendars.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-swatch.h"

#include <glib/gi18n.h>

/**
 * PlnServerCalendars:
 *
 * The accounts with the calendars that are synced, and what can be done with
 * each: sign in again, choose others, sync it no more.
 */
struct _PlnServerCalendars
{
  AdwBin      parent_instance;

  PlnWishes  *wishes;
  GListModel *accounts; /* (nullable) */
  GPtrArray  *followed; /* PlnAccount */
  GtkBox     *box;
  guint       show_id;
};

G_DEFINE_FINAL_TYPE (PlnServerCalendars, pln_server_calendars, ADW_TYPE_BIN)

static char *
calendar_words (PlnRemoteCalendar *calendar)
{
  PlnHolds holds = pln_remote_calendar_get_holds (calendar);

  if (pln_remote_calendar_get_gone (calendar))
    return g_strdup (_("Gone on the server; a copy is kept on this computer"));
  if (!pln_remote_calendar_get_may_write (calendar))
    return g_strdup (_("You may read it, not change it"));
  if (holds == PLN_HOLDS_ALL)
    return g_strdup (_("Events, notes and actions"));
  if ((holds & PLN_HOLDS_NOTES) != 0)
    return g_strdup (_("Events and notes; actions stay here"));
  if ((holds & PLN_HOLDS_ACTIONS) != 0)
    return g_strdup (_("Events and actions; notes stay here"));

  return g_strdup (_("Events; notes and actions stay here"));
}

static GtkWidget *
menu_button (GMenu      *menu,
             const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          GVariant   *target) /* floating */
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
add_calendar (AdwPreferencesGroup *group,
              PlnAccount          *account,
              PlnRemoteCalendar   *calendar)
{
  g_autofree char *title = pln_str_one_line (pln_remote_calendar_get_title (calendar));
  g_autofree char *words = calendar_words (calendar);
  g_autofree char *name = NULL;
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *row = make_row (*title != '\0' ? title : _("Without a name"), words);

  if (pln_remote_calendar_get_gone (calendar))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");

      gtk_widget_add_css_class (icon, "pln-error");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), pln_swatch_new (pln_remote_calendar_get_colour (calendar)));
  if (!pln_remote_calendar_get_may_write (calendar))
    {
      GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

      gtk_widget_add_css_class (lock, "pln-dim");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
    }

  /* Translators: the placeholder is a calendar or an account. */
  name = g_strdup_printf (_("Menu of %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  add_item (menu, _("Sync it no more"), "servers.stop",
            g_variant_new ("(ss)", pln_account_get_id (account), pln_remote_calendar_get_calendar (calendar)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu_button (menu, name));
  adw_preferences_group_add (group, row);
}

static void
add_account (PlnServerCalendars *self,
             PlnAccount       *account)
{
  GtkWidget *group = adw_preferences_group_new ();
  PlnAccountNeed need = pln_account_get_need (account);
  const char *problem = pln_account_get_problem (account);
  g_autofree char *name = g_strdup_printf (_("Menu of %s"), pln_account_get_name (account));
  g_autoptr(GMenu) menu = g_menu_new ();
  GListModel *calendars = pln_account_get_calendars (account);
  GtkWidget *row = make_row (pln_account_get_name (account),
                             *problem != '\0' ? problem : need == PLN_ACCOUNT_NEEDS_PASSWORD ? _("Needs your password") : "");
  GtkWidget *icon = gtk_image_new_from_icon_name (need == PLN_ACCOUNT_NEEDS_PASSWORD ? "pln-key-symbolic"
                                                  : *problem != '\0' ? "dialog-warning-symbolic" : "avatar-default-symbolic");

  gtk_widget_add_css_class (icon, need != PLN_ACCOUNT_NEEDS_NOTHING || *problem != '\0' ? "pln-warning" : "pln-dim");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (need != PLN_ACCOUNT_NEEDS_NOTHING)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Sign in"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pln_account_get_id (account));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sign-in");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  add_item (menu, _("Choose calendars…"), "win.sign-in", g_variant_new_string (pln_account_get_id (account)));
  add_item (menu, _("Remove the account…"), "servers.remove", g_variant_new_string (pln_account_get_id (account)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu_button (menu, name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      add_calendar (ADW_PREFERENCES_GROUP (group), account, calendar);
    }
  gtk_box_append (self->box, group);
}

static void
unfollow (PlnServerCalendars *self)
{
  for (guint i = 0; i < self->followed->len; i++)
    {
      PlnAccount *account = g_ptr_array_index (self->followed, i);

      g_signal_handlers_disconnect_by_data (account, self);
      g_signal_handlers_disconnect_by_data (pln_account_get_calendars (account), self);
    }
  g_ptr_array_set_size (self->followed, 0);
}

static void show_later (PlnServerCalendars *self);

static void
show (PlnServerCalendars *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = make_row (_("Add an account…"), "");
  GtkWidget *child;

  unfollow (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < g_list_model_get_n_items (self->accounts); i++)
    {
      PlnAccount *account = g_list_model_get_item (self->accounts, i);

      g_ptr_array_add (self->followed, account);
      g_signal_connect_swapped (account, "notify", G_CALLBACK (show_later), self);
      g_signal_connect_swapped (pln_account_get_calendars (account), "items-changed", G_CALLBACK (show_later), self);
      add_account (self, account);
    }

  adw_action_row_add_prefix (ADW_ACTION_ROW (add), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_widget_add_css_class (add, "pln-link-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (add), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-account");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);
  gtk_box_append (self->box, group);
}

static gboolean
show_cb (gpointer user_data)
{
  PlnServerCalendars *self = user_data;

  self->show_id = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

/* Several things change at once. */
static void
show_later (PlnServerCalendars *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add (show_cb, self);
}

static PlnAccount *
find_account (PlnServerCalendars *self,
              const char       *id)
{
  for (guint i = 0; i < self->followed->len; i++)
    if (g_str_equal (pln_account_get_id (g_ptr_array_index (self->followed, i)), id))
      return g_ptr_array_index (self->followed, i);

  return NULL;
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnServerCalendars *self = PLN_SERVER_CALENDARS (widget);
  const char *id;
  const char *name;
  PlnAccount *account;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  account = find_account (self, id);
  for (guint i = 0; account != NULL && i < g_list_model_get_n_items (pln_account_get_calendars (account)); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (pln_account_get_calendars (account), i);

      if (g_str_equal (pln_remote_calendar_get_calendar (calendar), name))
        {
          PLN_WISHES_GET_IFACE (self->wishes)->stop_calendar (self->wishes, account, calendar);
          return;
        }
    }
}

typedef struct
{
  PlnWishes  *wishes;
  PlnAccount *account;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->wishes);
  g_object_unref (removal->account);
  g_free (removal);
}

static void
removed_cb (GtkWidget  *dialog,
            const char *response,
            gpointer    user_data)
{
  Removal *removal = user_data;

  if (g_str_equal (response, "remove"))
    PLN_WISHES_GET_IFACE (removal->wishes)->remove_account (removal->wishes, removal->account);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnServerCalendars *self = PLN_SERVER_CALENDARS (widget);
  PlnAccount *account = find_account (self, g_variant_get_string (parameter, NULL));
  g_autofree char *heading = NULL;
  GtkWidget *dialog;
  Removal *removal;

  if (account == NULL)
    return;

  heading = g_strdup_printf (_("Remove the account “%s”?"), pln_account_get_name (account));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                   _("What is here stays on this computer, and what is on the server stays there. "
                                     "They are not synced any more."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Keep it"), "remove", _("Remove the account"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");

  removal = g_new0 (Removal, 1);
  removal->wishes = g_object_ref (self->wishes);
  removal->account = g_object_ref (account);
  g_signal_connect_data (dialog, "response", G_CALLBACK (removed_cb), removal, removal_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
pln_server_calendars_dispose (GObject *object)
{
  PlnServerCalendars *self = PLN_SERVER_CALENDARS (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  unfollow (self);
  if (self->accounts != NULL)
    g_signal_handlers_disconnect_by_data (self->accounts, self);
  g_clear_object (&self->accounts);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_server_calendars_parent_class)->dispose (object);
}

static void
pln_server_calendars_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_SERVER_CALENDARS (object)->followed);

  G_OBJECT_CLASS (pln_server_calendars_parent_class)->finalize (object);
}

static void
pln_server_calendars_class_init (PlnServerCalendarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_server_calendars_dispose;
  object_class->finalize = pln_server_calendars_finalize;

  gtk_widget_class_install_action (widget_class, "servers.stop", "(ss)", stop_cb);
  gtk_widget_class_install_action (widget_class, "servers.remove", "s", remove_cb);
}

static void
pln_server_calendars_init (PlnServerCalendars *self)
{
  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * pln_server_calendars_open:
 * @self: the list
 * @wishes: who knows the accounts
 *
 * Follows the accounts.
 */
void
pln_server_calendars_open (PlnServerCalendars *self,
                         PlnWishes        *wishes)
{
  g_return_if_fail (PLN_IS_SERVER_CALENDARS (self));
  g_return_if_fail (self->wishes == NULL);

  self->wishes = g_object_ref (wishes);
  self->accounts = g_object_ref (PLN_WISHES_GET_IFACE (wishes)->list_accounts (wishes));
  g_signal_connect_swapped (self->accounts, "items-changed", G_CALLBACK (show_later), self);
  show (self);
}
