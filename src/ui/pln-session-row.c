/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-session-row.h"

#include "pln-str.h"
#include "pln-track.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/**
 * PlnSessionRow:
 *
 * A session in the agenda: when, what, where, who, in the colour of its track;
 * a break without colour, hatched.
 */
struct _PlnSessionRow
{
  GtkListBoxRow  parent_instance;

  PlnGathering  *gathering;
  PlnSession    *session;
  guint          update_id;

  GtkLabel      *start_label;
  GtkLabel      *end_label;
  GtkWidget     *chip;
  GtkLabel      *title_label;
  GtkLabel      *meta_label;
  const char    *colour; /* the class that the chip has now */
};

G_DEFINE_FINAL_TYPE (PlnSessionRow, pln_session_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_part (GString    *parts,
             const char *text,
             const char *separator)
{
  if (*text != '\0')
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? separator : "", text);
}

static const char *
status_word (PlnSessionRow *self)
{
  if (pln_session_get_status (self->session) == PLN_SESSION_CANCELLED)
    return _("Cancelled");

  return pln_gathering_session_is_draft (self->gathering, self->session) ? _("Draft") : "";
}

/* Room, speakers, track: what is not said by the title. */
static char *
details (PlnSessionRow *self,
         const char    *separator)
{
  PlnSession *session = self->session;
  g_autofree char *room = pln_str_one_line (pln_session_get_room (session));
  g_autofree char *speakers = pln_track_speakers (session);
  g_autofree char *track = pln_str_one_line (pln_session_get_track (session));
  GString *parts = g_string_new (NULL);

  append_part (parts, room, separator);
  append_part (parts, speakers, separator);
  append_part (parts, pln_session_get_is_break (session) ? _("Break") : track, separator);
  append_part (parts, status_word (self), separator);

  return g_string_free (parts, FALSE);
}

static void
show_times (PlnSessionRow *self)
{
  GDateTime *start = pln_session_get_start (self->session);
  GDateTime *end = pln_session_get_end (self->session);
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;

  if (start == NULL || pln_session_get_all_day (self->session))
    {
      gtk_label_set_label (self->start_label, start != NULL ? _("All day") : "–");
      gtk_label_set_label (self->end_label, "");
      return;
    }

  start_text = pln_when_words_time (start);
  end_text = end != NULL && g_date_time_compare (end, start) > 0 ? pln_when_words_time (end) : g_strdup ("");
  gtk_label_set_label (self->start_label, start_text);
  gtk_label_set_label (self->end_label, end_text);
}

static void
show_colour (PlnSessionRow *self)
{
  const char *colour = pln_session_get_is_break (self->session) ? "break" : pln_track_colour (pln_session_get_track (self->session));

  if (g_strcmp0 (self->colour, colour) == 0)
    return;

  if (self->colour != NULL)
    gtk_widget_remove_css_class (self->chip, self->colour);
  gtk_widget_add_css_class (self->chip, colour);
  self->colour = colour;
}

static void
show_draft (PlnSessionRow *self)
{
  if (pln_gathering_session_is_draft (self->gathering, self->session))
    gtk_widget_add_css_class (self->chip, "pln-draft");
  else
    gtk_widget_remove_css_class (self->chip, "pln-draft");
}

/* What a person would say, most important first. */
static void
name_row (PlnSessionRow *self,
          const char    *title)
{
  GDateTime *start = pln_session_get_start (self->session);
  g_autofree char *times = NULL;
  g_autofree char *rest = details (self, ", ");
  g_autoptr(GString) name = g_string_new (title);

  if (start == NULL)
    times = g_strdup (_("without a time"));
  else if (pln_session_get_all_day (self->session))
    times = g_strdup (_("all day"));
  else
    times = pln_when_words_times_spoken (start, pln_session_get_end (self->session));

  append_part (name, times, ", ");
  append_part (name, rest, ", ");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
update (PlnSessionRow *self)
{
  g_autofree char *title = pln_str_one_line (pln_session_get_title (self->session));
  g_autofree char *meta = details (self, " · ");

  if (*title == '\0')
    {
      g_free (title);
      title = g_strdup (_("Without a title"));
    }

  show_times (self);
  show_colour (self);
  show_draft (self);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_label_set_label (self->meta_label, meta);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meta_label), *meta != '\0' ? meta : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->meta_label), *meta != '\0');
  name_row (self, title);
}

static gboolean
update_cb (gpointer user_data)
{
  PlnSessionRow *self = user_data;

  self->update_id = 0;
  update (self);
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (self)); /* it may be of another day now */

  return G_SOURCE_REMOVE;
}

/* One update for all that a saved form changes. */
static void
notify_cb (PlnSessionRow *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

static void
pln_session_row_dispose (GObject *object)
{
  PlnSessionRow *self = PLN_SESSION_ROW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->session);
  g_clear_object (&self->gathering);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_SESSION_ROW);

  G_OBJECT_CLASS (pln_session_row_parent_class)->dispose (object);
}

static void
pln_session_row_class_init (PlnSessionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_session_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-session-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnSessionRow, start_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionRow, end_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionRow, chip);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlnSessionRow, meta_label);
}

static void
pln_session_row_init (PlnSessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_session_row_new:
 * @gathering: the gathering
 * @session: the session of it that the row shows and follows
 *
 * Returns: a row for a [class@Gtk.ListBox]
 */
GtkWidget *
pln_session_row_new (PlnGathering *gathering,
                     PlnSession   *session)
{
  PlnSessionRow *self;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (PLN_IS_SESSION (session), NULL);

  self = g_object_new (PLN_TYPE_SESSION_ROW, NULL);
  self->gathering = g_object_ref (gathering);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect_swapped (gathering, "notify::state", G_CALLBACK (notify_cb), self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * pln_session_row_get_session:
 * @self: a row
 *
 * Returns: (transfer none): what the row shows
 */
PlnSession *
pln_session_row_get_session (PlnSessionRow *self)
{
  g_return_val_if_fail (PLN_IS_SESSION_ROW (self), NULL);

  return self->session;
}
