/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-remote-row.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-style.h"
#include "pln-swatch.h"

#include <glib/gi18n.h>

/**
 * PlnRemoteRow:
 *
 * A calendar on a server, to be chosen: what may be done with it, how big it
 * is and what it holds.
 */
struct _PlnRemoteRow
{
  AdwActionRow       parent_instance;

  PlnRemoteCalendar *calendar;
  GtkWidget         *check;
  GtkWidget         *tags;
  GtkWidget         *squeezer; /* where there is no room for them, they are words */
  guint              show_id;
};

G_DEFINE_FINAL_TYPE (PlnRemoteRow, pln_remote_row, ADW_TYPE_ACTION_ROW)

static const struct { PlnHolds holds; const char *word; } kinds[] = {
  { PLN_HOLDS_EVENTS, N_("Events") },
  { PLN_HOLDS_NOTES, N_("Notes") },
  { PLN_HOLDS_ACTIONS, N_("Actions") },
};

static char *
holds_words (PlnHolds holds)
{
  if (holds == PLN_HOLDS_ALL)
    return g_strdup (_("events, notes and actions"));
  if (holds == PLN_HOLDS_EVENTS)
    return g_strdup (_("events; no notes and actions"));
  if (holds == (PLN_HOLDS_EVENTS | PLN_HOLDS_ACTIONS))
    return g_strdup (_("events and actions; no notes"));
  if (holds == (PLN_HOLDS_EVENTS | PLN_HOLDS_NOTES))
    return g_strdup (_("events and notes; no actions"));

  return g_strdup (_("no events"));
}

static void
show (PlnRemoteRow *self)
{
  int size = pln_remote_calendar_get_size (self->calendar);
  gboolean may_write = pln_remote_calendar_get_may_write (self->calendar);
  gboolean is_used = *pln_remote_calendar_get_calendar (self->calendar) != '\0';
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *holds = holds_words (pln_remote_calendar_get_holds (self->calendar));
  g_autofree char *title = pln_str_one_line (pln_remote_calendar_get_title (self->calendar));
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  gboolean is_narrow = adw_squeezer_get_visible_child (ADW_SQUEEZER (self->squeezer)) == NULL;

  if (!may_write)
    g_ptr_array_add (parts, g_strdup (_("You may read it, not change it")));
  if (is_used)
    g_ptr_array_add (parts, g_strdup (_("Used already")));
  if (size == 0)
    g_ptr_array_add (parts, g_strdup (_("Empty")));
  else if (size > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u entry", "%'u entries", (guint) size), (guint) size));
  if (is_narrow)
    g_ptr_array_add (parts, g_strdup (holds));
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *title != '\0' ? title : _("Without a name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  name = g_strjoin (", ", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), holds,
                    *subtitle != '\0' && !is_narrow ? subtitle : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_tags (PlnRemoteRow *self)
{
  PlnHolds holds = pln_remote_calendar_get_holds (self->calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean is_held = (holds & kinds[i].holds) != 0;
      GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (_(kinds[i].word));

      gtk_widget_add_css_class (label, "pln-compact");
      gtk_box_append (GTK_BOX (tag), gtk_image_new_from_icon_name (is_held ? "emblem-ok-symbolic" : "window-close-symbolic"));
      gtk_box_append (GTK_BOX (tag), label);
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (tag, "pln-tag");
      if (is_held)
        gtk_widget_add_css_class (tag, "pln-green");
      gtk_box_append (GTK_BOX (self->tags), tag);
    }
}

static gboolean
squeezed_idle_cb (gpointer user_data)
{
  PlnRemoteRow *self = user_data;

  self->show_id = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

/* It is told while sizes are given, when nothing may be changed. */
static void
squeezed_cb (PlnRemoteRow *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add (squeezed_idle_cb, self);
}

static void
pln_remote_row_dispose (GObject *object)
{
  PlnRemoteRow *self = PLN_REMOTE_ROW (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_data (self->calendar, self);
  g_clear_object (&self->calendar);

  G_OBJECT_CLASS (pln_remote_row_parent_class)->dispose (object);
}

static void
pln_remote_row_class_init (PlnRemoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_remote_row_dispose;
}

static void
pln_remote_row_init (PlnRemoteRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  self->tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->squeezer = adw_squeezer_new ();
  adw_squeezer_set_allow_none (ADW_SQUEEZER (self->squeezer), TRUE);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->tags);
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pln_remote_row_new:
 * @calendar: a calendar on a server
 *
 * Returns: a row whose check button chooses it
 */
GtkWidget *
pln_remote_row_new (PlnRemoteCalendar *calendar)
{
  PlnRemoteRow *self = g_object_new (PLN_TYPE_REMOTE_ROW, NULL);

  self->calendar = g_object_ref (calendar);
  add_tags (self);
  /* Prefixes stand in the opposite order. */
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), pln_swatch_new (pln_remote_calendar_get_colour (calendar)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->squeezer);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  g_object_bind_property (calendar, "chosen", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), (pln_remote_calendar_get_holds (calendar) != 0));
  g_signal_connect_swapped (calendar, "notify::size", G_CALLBACK (show), self);
  show (self);

  return GTK_WIDGET (self);
}
