/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-account-sheet.h"

#include "pln-account-calendars.h"
#include "pln-problem-row.h"
#include "pln-step-bar.h"
#include "pln-str.h"
#include "pln-window.h"

#include <glib/gi18n.h>

#define PATIENCE 300 /* ms before it is said that something is waited for */

/**
 * PlnAccountSheet:
 *
 * Adds an account on a server in three steps, or signs in to one again. The
 * host is shown before the password goes there, and a step that fails says why
 * below the field that can cure it.
 */
struct _PlnAccountSheet
{
  PlnSheet             parent_instance;

  PlnWishes           *wishes;
  PlnSignIn           *sign_in;
  gboolean             only_password; /* the calendars are known */
  gboolean             is_shown;
  guint                busy_id;

  AdwBin              *steps_bin;
  GtkWidget           *scroller;
  GtkWidget           *address_page;
  GtkWidget           *password_page;
  GtkEditable         *address_row;
  PlnProblemRow       *address_problem;
  AdwActionRow        *host_row;
  GtkImage            *host_icon;
  GtkEditable         *user_row;
  GtkEditable         *password_row;
  PlnProblemRow       *password_problem;
  GtkWidget           *help_row;
  GtkWidget           *trust_group;
  GtkLabel            *fingerprint;
  PlnAccountCalendars *calendars;
  GtkWidget           *busy_box;
  GtkSpinner          *spinner;
  GtkLabel            *busy_label;
  PlnStepBar          *steps;
};

G_DEFINE_FINAL_TYPE (PlnAccountSheet, pln_account_sheet, PLN_TYPE_SHEET)

static char *
line_of (GtkEditable *row)
{
  return pln_str_one_line (gtk_editable_get_text (row));
}

static void
show_host (PlnAccountSheet *self)
{
  gboolean is_encrypted = pln_sign_in_get_encrypted (self->sign_in);

  gtk_image_set_from_icon_name (self->host_icon, is_encrypted ? "changes-prevent-symbolic" : "dialog-warning-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->host_row), pln_sign_in_get_host (self->sign_in));
  adw_action_row_set_subtitle (self->host_row, is_encrypted ? _("Your password goes to this server, encrypted, and to no other")
                                                            : _("Your password goes to this server, not encrypted"));
}

/* Under which field a problem stands: the one that can cure it. The step of
 * calendars shows its own. */
static GtkEditable *
field_of (PlnAccountSheet *self)
{
  if (pln_sign_in_get_problem (self->sign_in) == PLN_SIGN_IN_IS_FINE)
    return NULL;

  switch (pln_sign_in_get_step (self->sign_in))
    {
    case PLN_SIGN_IN_ADDRESS:
      return self->address_row;
    case PLN_SIGN_IN_PASSWORD:
      return self->password_row;
    case PLN_SIGN_IN_CALENDARS:
    case PLN_SIGN_IN_DONE:
    default:
      return self->only_password ? self->password_row : NULL;
    }
}

static void
show_problem (PlnAccountSheet *self)
{
  PlnSignInProblem problem = pln_sign_in_get_problem (self->sign_in);
  const char *words = pln_sign_in_get_problem_words (self->sign_in);
  const char *help = pln_sign_in_get_help_url (self->sign_in);
  GtkEditable *field = field_of (self);
  gboolean at_address = field == self->address_row;
  gboolean at_password = field == self->password_row;

  pln_problem_row_show (self->address_problem, at_address ? GTK_WIDGET (field) : NULL, at_address ? words : NULL);
  pln_problem_row_show (self->password_problem, at_password ? GTK_WIDGET (field) : NULL, at_password ? words : NULL);
  gtk_widget_set_visible (self->help_row, *help != '\0');
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->help_row), help);
  gtk_widget_set_visible (self->trust_group, problem == PLN_SIGN_IN_CERTIFICATE);
  gtk_label_set_label (self->fingerprint, pln_sign_in_get_fingerprint (self->sign_in));
}

static void
show_action (PlnAccountSheet *self)
{
  PlnSignInStep step = pln_sign_in_get_step (self->sign_in);
  gboolean is_busy = pln_sign_in_get_busy (self->sign_in);
  gboolean can_act = FALSE;
  guint n = pln_account_calendars_get_chosen (self->calendars);
  g_autofree char *address = line_of (self->address_row);
  g_autofree char *user = line_of (self->user_row);
  g_autofree char *use = NULL;

  if (step == PLN_SIGN_IN_ADDRESS)
    {
      pln_sheet_set_action (PLN_SHEET (self), _("Continue"));
      can_act = *address != '\0';
    }
  else if (step == PLN_SIGN_IN_PASSWORD)
    {
      pln_sheet_set_action (PLN_SHEET (self), _("Sign in"));
      can_act = *user != '\0' && *gtk_editable_get_text (self->password_row) != '\0';
    }
  else
    {
      use = n == 0 ? g_strdup (_("Use calendars")) : g_strdup_printf (ngettext ("Use %u calendar", "Use %u calendars", n), n);
      pln_sheet_set_action (PLN_SHEET (self), use);
      can_act = n > 0;
    }
  pln_sheet_set_can_act (PLN_SHEET (self), can_act && !is_busy);
}

static const char *
busy_words (PlnAccountSheet *self)
{
  switch (pln_sign_in_get_step (self->sign_in))
    {
    case PLN_SIGN_IN_ADDRESS:
      return _("Looking for the server…");
    case PLN_SIGN_IN_PASSWORD:
      return _("Signing in and looking for calendars…");
    case PLN_SIGN_IN_CALENDARS:
    case PLN_SIGN_IN_DONE:
    default:
      return _("Talking to the server…");
    }
}

static gboolean
busy_cb (gpointer user_data)
{
  PlnAccountSheet *self = user_data;

  self->busy_id = 0;
  gtk_label_set_label (self->busy_label, busy_words (self));
  gtk_widget_set_visible (self->busy_box, TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
show_busy (PlnAccountSheet *self)
{
  gboolean is_busy = pln_sign_in_get_busy (self->sign_in);

  if (is_busy && self->busy_id == 0 && !gtk_widget_get_visible (self->busy_box))
    self->busy_id = g_timeout_add (PATIENCE, busy_cb, self);
  if (is_busy)
    return;

  g_clear_handle_id (&self->busy_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->busy_box, FALSE);
  gtk_label_set_label (self->busy_label, "");
}

static void
focus_step (PlnAccountSheet *self)
{
  g_autofree char *user = line_of (self->user_row);

  switch (pln_sign_in_get_step (self->sign_in))
    {
    case PLN_SIGN_IN_ADDRESS:
      gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
      break;
    case PLN_SIGN_IN_PASSWORD:
      gtk_widget_grab_focus (GTK_WIDGET (*user == '\0' ? self->user_row : self->password_row));
      break;
    case PLN_SIGN_IN_CALENDARS:
      gtk_widget_child_focus (GTK_WIDGET (self->calendars), GTK_DIR_TAB_FORWARD);
      break;
    case PLN_SIGN_IN_DONE:
    default:
      break;
    }
}

static void
show_step (PlnAccountSheet *self)
{
  GtkWidget *pages[] = { self->address_page, self->password_page, GTK_WIDGET (self->calendars) };
  PlnSignInStep step = MIN (pln_sign_in_get_step (self->sign_in), PLN_SIGN_IN_CALENDARS);
  gboolean is_first = step == PLN_SIGN_IN_ADDRESS || self->only_password;

  if (gtk_widget_get_visible (pages[step]) && self->is_shown)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_set_visible (pages[i], i == step);
  self->is_shown = TRUE;
  pln_step_bar_set_step (self->steps, step);
  pln_sheet_set_cancel (PLN_SHEET (self), is_first ? _("Cancel") : _("Back"), is_first ? "window.close" : "sheet.back");
  if (step == PLN_SIGN_IN_PASSWORD && *gtk_editable_get_text (self->user_row) == '\0')
    gtk_editable_set_text (self->user_row, pln_sign_in_get_user (self->sign_in));
  show_host (self);
  focus_step (self);
}

static void
show (PlnAccountSheet *self)
{
  if (self->sign_in == NULL)
    return;

  show_step (self);
  show_problem (self);
  show_busy (self);
  show_action (self);
}

static void
finish (PlnAccountSheet *self)
{
  GtkWindow *above = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (pln_sign_in_get_forgets (self->sign_in) && PLN_IS_WINDOW (above))
    pln_window_show_done (PLN_WINDOW (above), _("The password is kept until Plenary is closed: no keyring is open"), FALSE);
  pln_sheet_close (PLN_SHEET (self));
}

/* Who has only to sign in again is not asked for calendars again. */
static void
sign_in_changed_cb (PlnAccountSheet *self,
                    GParamSpec      *pspec)
{
  PlnSignInStep step = pln_sign_in_get_step (self->sign_in);

  if (g_str_equal (pspec->name, "step") && step == PLN_SIGN_IN_DONE)
    {
      finish (self);
      return;
    }
  if (g_str_equal (pspec->name, "step") && step == PLN_SIGN_IN_CALENDARS && self->only_password
      && pln_account_calendars_get_chosen (self->calendars) > 0)
    {
      PLN_WISHES_GET_IFACE (self->wishes)->use_calendars (self->wishes, self->sign_in);
      show_busy (self);
      show_action (self);
      return;
    }

  if (g_str_equal (pspec->name, "step"))
    self->only_password = FALSE;
  show (self);
}

/* A mistake that is being mended is not shown any longer. */
static void
edited_cb (PlnAccountSheet *self)
{
  if (self->sign_in == NULL)
    return;

  if (pln_sign_in_get_problem (self->sign_in) != PLN_SIGN_IN_IS_FINE
      && pln_sign_in_get_problem (self->sign_in) != PLN_SIGN_IN_APP_PASSWORD)
    pln_sign_in_set_problem (self->sign_in, PLN_SIGN_IN_IS_FINE, NULL, NULL, NULL);
  show_action (self);
}

static void
help_cb (PlnAccountSheet *self)
{
  gtk_show_uri (GTK_WINDOW (self), pln_sign_in_get_help_url (self->sign_in), GDK_CURRENT_TIME);
}

static void
trust_cb (PlnAccountSheet *self)
{
  PLN_WISHES_GET_IFACE (self->wishes)->trust_server (self->wishes, self->sign_in);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnAccountSheet *self = PLN_ACCOUNT_SHEET (widget);
  PlnSignInStep step = pln_sign_in_get_step (self->sign_in);

  if (step == PLN_SIGN_IN_PASSWORD || step == PLN_SIGN_IN_CALENDARS)
    {
      gtk_editable_set_text (self->password_row, "");
      pln_sign_in_set_step (self->sign_in, step - 1);
    }
}

static void
pln_account_sheet_act (PlnSheet *sheet)
{
  PlnAccountSheet *self = PLN_ACCOUNT_SHEET (sheet);
  PlnWishesInterface *iface = PLN_WISHES_GET_IFACE (self->wishes);
  g_autofree char *address = line_of (self->address_row);
  g_autofree char *user = line_of (self->user_row);

  switch (pln_sign_in_get_step (self->sign_in))
    {
    case PLN_SIGN_IN_ADDRESS:
      gtk_editable_set_text (self->user_row, "");
      pln_sign_in_set_server (self->sign_in, "", ""); /* what was found before is not this */
      iface->find_server (self->wishes, self->sign_in, address);
      break;
    case PLN_SIGN_IN_PASSWORD:
      iface->log_in (self->wishes, self->sign_in, user, gtk_editable_get_text (self->password_row));
      break;
    case PLN_SIGN_IN_CALENDARS:
      iface->use_calendars (self->wishes, self->sign_in);
      break;
    case PLN_SIGN_IN_DONE:
    default:
      break;
    }
}

static void
pln_account_sheet_dispose (GObject *object)
{
  PlnAccountSheet *self = PLN_ACCOUNT_SHEET (object);

  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->sign_in != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sign_in, self);
      PLN_WISHES_GET_IFACE (self->wishes)->end_sign_in (self->wishes, self->sign_in);
    }
  g_clear_object (&self->sign_in);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_account_sheet_parent_class)->dispose (object);
}

static void
pln_account_sheet_class_init (PlnAccountSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_account_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_account_sheet_act;

  g_type_ensure (PLN_TYPE_ACCOUNT_CALENDARS);
  g_type_ensure (PLN_TYPE_PROBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-account-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, steps_bin);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, address_page);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, password_page);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, address_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, address_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, host_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, host_icon);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, user_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, password_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, password_problem);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, help_row);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, trust_group);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, calendars);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, busy_box);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlnAccountSheet, busy_label);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_cb);
  gtk_widget_class_bind_template_callback (widget_class, trust_cb);
  gtk_widget_class_bind_template_callback (widget_class, show);

  gtk_widget_class_install_action (widget_class, "sheet.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "sheet.back", NULL);
}

/* libadwaita 1.2 leaves it nameless. */
static void
name_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show or hide the password"), -1);
    else
      name_buttons (child);
}

static void
pln_account_sheet_init (PlnAccountSheet *self)
{
  const char *const steps[] = { _("Address"), _("Password"), _("Calendars"), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->busy_box, FALSE);
  name_buttons (GTK_WIDGET (self->password_row));
  self->steps = PLN_STEP_BAR (pln_step_bar_new (steps));
  adw_bin_set_child (self->steps_bin, GTK_WIDGET (self->steps));
}

/**
 * pln_account_sheet_new:
 * @wishes: who carries out what is asked
 * @account: (nullable): an account; %NULL for a new one
 * @name: (nullable): the title of the gathering that is looked at, for which a
 *   calendar may be made
 *
 * For an account that needs its password, or whose server is to be trusted,
 * only that is asked. For another one its calendars can be chosen again.
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_account_sheet_new (PlnWishes  *wishes,
                       PlnAccount *account,
                       const char *name)
{
  PlnAccountSheet *self;

  g_return_val_if_fail (PLN_IS_WISHES (wishes), NULL);
  g_return_val_if_fail (account == NULL || PLN_IS_ACCOUNT (account), NULL);

  self = g_object_new (PLN_TYPE_ACCOUNT_SHEET, NULL);
  self->wishes = g_object_ref (wishes);
  self->sign_in = PLN_WISHES_GET_IFACE (wishes)->sign_in (wishes, account);
  self->only_password = account != NULL && pln_account_get_need (account) != PLN_ACCOUNT_NEEDS_NOTHING;
  gtk_window_set_title (GTK_WINDOW (self), account == NULL ? _("Add an account") : pln_account_get_name (account));
  gtk_widget_set_visible (GTK_WIDGET (self->steps_bin), account == NULL);
  if (account != NULL && pln_account_get_addresses (account)[0] != NULL)
    pln_sign_in_set_own_address (self->sign_in, pln_account_get_addresses (account)[0]);

  pln_account_calendars_open (self->calendars, wishes, self->sign_in, name);
  g_signal_connect_swapped (self->sign_in, "notify", G_CALLBACK (sign_in_changed_cb), self);
  show (self);

  return PLN_SHEET (self);
}
