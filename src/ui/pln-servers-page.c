/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-servers-page.h"

#include "pln-clock.h"
#include "pln-happening.h"
#include "pln-pair.h"
#include "pln-question-card.h"
#include "pln-str.h"
#include "pln-server-calendars.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 30

/**
 * PlnServersPage:
 *
 * All about servers: the questions first, then what happened last and the
 * calendars. It takes the place of the views until it is left.
 */
struct _PlnServersPage
{
  AdwBin            parent_instance;

  PlnServerState   *state; /* (nullable) */

  GtkWidget        *back;
  GtkWidget        *fact;
  GtkLabel         *fact_label;
  PlnQuestionCard  *question;
  GtkListBox       *happenings;
  PlnServerCalendars *calendars;
};

G_DEFINE_FINAL_TYPE (PlnServersPage, pln_servers_page, ADW_TYPE_BIN)

static const struct { const char *kind; const char *icon; const char *colour; } kinds[] = {
  { "synced", "emblem-ok-symbolic", "pln-good" },
  { "offline", "pln-cloud-off-symbolic", "pln-dim" },
  { "password", "pln-key-symbolic", "pln-warning" },
  { "certificate", "dialog-warning-symbolic", "pln-warning" },
  { "question", "dialog-warning-symbolic", "pln-warning" },
  { "untold", "pln-clock-symbolic", "pln-warning" },
  { "gone", "window-close-symbolic", "pln-error" },
  { "failed", "dialog-warning-symbolic", "pln-error" },
  { "refused", "dialog-warning-symbolic", "pln-error" },
  { "dropped", "dialog-information-symbolic", "pln-accent" },
  { "account", "avatar-default-symbolic", "pln-dim" },
};

static GtkWidget *
icon_of (const char *kind)
{
  GtkWidget *icon;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        icon = gtk_image_new_from_icon_name (kinds[i].icon);
        gtk_widget_add_css_class (icon, kinds[i].colour);
        return icon;
      }

  icon = gtk_image_new_from_icon_name ("pln-sync-symbolic");
  gtk_widget_add_css_class (icon, "pln-accent");

  return icon;
}

/* The time, or the day of what was not today. */
static char *
when_words (GDateTime *when)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autoptr(GDateTime) here = g_date_time_to_timezone (when, g_date_time_get_timezone (now));
  gboolean is_today = g_date_time_get_year (here) == g_date_time_get_year (now)
                      && g_date_time_get_day_of_year (here) == g_date_time_get_day_of_year (now);
  g_autofree char *words = g_date_time_format (here, is_today ? "%H:%M" : "%e %b");

  return g_strdup (g_strstrip (words));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  PlnHappening *happening = item;
  g_autofree char *title = pln_str_one_line (pln_happening_get_title (happening));
  g_autofree char *detail = pln_str_one_line (pln_happening_get_detail (happening));
  g_autofree char *when = pln_happening_get_when (happening) != NULL ? when_words (pln_happening_get_when (happening)) : g_strdup ("");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (when);

  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "pln-dim");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  /* Prefixes stand in the opposite order. */
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon_of (pln_happening_get_kind (happening)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "pln-happening");

  return row;
}

/* What the state line has no room for. */
static void
show_fact (PlnServersPage *self)
{
  PlnServerIs is = pln_server_state_get_is (self->state);
  g_autofree char *words = NULL;

  if (is == PLN_SERVER_IS_UNTOLD)
    {
      g_autofree char *state = pln_server_state_words (self->state);

      words = g_strdup_printf (_("%s. The server would send mail to guests by itself, so it is kept on this computer."), state);
    }
  else if (is == PLN_SERVER_IS_FAILED)
    words = g_strdup (pln_server_state_get_problem (self->state));

  gtk_widget_set_visible (self->fact, words != NULL && *words != '\0');
  gtk_label_set_label (self->fact_label, words != NULL ? words : "");
}

/**
 * pln_servers_page_enter:
 * @self: a page that is shown
 *
 * Moves the focus to what is to be decided or, if that is nothing, to the way
 * back.
 */
void
pln_servers_page_enter (PlnServersPage *self)
{
  g_return_if_fail (PLN_IS_SERVERS_PAGE (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->question))
      || !gtk_widget_child_focus (GTK_WIDGET (self->question), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->back);
}

static void
pln_servers_page_dispose (GObject *object)
{
  PlnServersPage *self = PLN_SERVERS_PAGE (object);

  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_SERVERS_PAGE);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (pln_servers_page_parent_class)->dispose (object);
}

static void
pln_servers_page_class_init (PlnServersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_servers_page_dispose;

  g_type_ensure (PLN_TYPE_PAIR);
  g_type_ensure (PLN_TYPE_QUESTION_CARD);
  g_type_ensure (PLN_TYPE_SERVER_CALENDARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-servers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, back);
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, fact);
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, fact_label);
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, question);
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, happenings);
  gtk_widget_class_bind_template_child (widget_class, PlnServersPage, calendars);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-servers", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.close-servers", NULL);
}

static void
pln_servers_page_init (PlnServersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_servers_page_new:
 * @wishes: who knows about the servers
 *
 * Returns: a page that follows them
 */
GtkWidget *
pln_servers_page_new (PlnWishes *wishes)
{
  PlnServersPage *self = g_object_new (PLN_TYPE_SERVERS_PAGE, NULL);
  PlnWishesInterface *iface = PLN_WISHES_GET_IFACE (wishes);
  g_autoptr(GtkSliceListModel) latest = gtk_slice_list_model_new (g_object_ref (iface->list_happenings (wishes)), 0, MOST_SHOWN);

  pln_question_card_open (self->question, wishes);
  pln_server_calendars_open (self->calendars, wishes);
  gtk_list_box_bind_model (self->happenings, G_LIST_MODEL (latest), make_row, NULL, NULL);
  self->state = g_object_ref (iface->get_server_state (wishes));
  g_signal_connect_swapped (self->state, "changed", G_CALLBACK (show_fact), self);
  g_signal_connect_swapped (self->state, "notify::problem", G_CALLBACK (show_fact), self);
  show_fact (self);

  return GTK_WIDGET (self);
}

/**
 * pln_servers_page_find:
 * @self: a page
 * @uid: the UID of an object
 *
 * Shows the question about that object, if there is one.
 */
void
pln_servers_page_find (PlnServersPage *self,
                    const char  *uid)
{
  g_return_if_fail (PLN_IS_SERVERS_PAGE (self));

  pln_question_card_find (self->question, uid);
}
