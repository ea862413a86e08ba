/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-note-sheet.h"

/* Back to where the sheet was opened, with the focus where it was. */
static void
closed_cb (PlnWindow *self)
{
  GtkWidget *before = self->before_notes;

  pln_window_close_notes (self);
  if (before != NULL && gtk_widget_get_root (before) == GTK_ROOT (self) && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

static void
show_notes (PlnWindow  *self,
            const char *parent)
{
  if (self->gathering == NULL || !pln_gathering_get_loaded (self->gathering))
    return;

  if (self->notes == NULL)
    {
      self->notes = g_object_new (PLN_TYPE_NOTE_SHEET, NULL);
      g_signal_connect_object (self->notes, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->notes, "notes");
    }
  g_set_weak_pointer (&self->before_notes, gtk_window_get_focus (GTK_WINDOW (self)));
  self->shows_notes = TRUE;
  pln_note_sheet_open (PLN_NOTE_SHEET (self->notes), self->gathering, parent);
  gtk_stack_set_visible_child_name (self->stack, "notes");
  pln_window_show_header (self);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  gtk_widget_grab_focus (self->notes);
}

static void
notes_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  show_notes (PLN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A text that was dropped on a group goes into its notes. */
static void
notes_text_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  const char *parent;
  const char *text;

  g_variant_get (parameter, "(&s&s)", &parent, &text);
  show_notes (self, parent);
  if (self->shows_notes)
    pln_note_sheet_add_text (PLN_NOTE_SHEET (self->notes), text);
}

/**
 * pln_window_close_notes:
 * @self: a window
 *
 * Saves what stands in the sheet of notes, and shows the views again.
 */
void
pln_window_close_notes (PlnWindow *self)
{
  if (!self->shows_notes)
    return;

  self->shows_notes = FALSE;
  pln_note_sheet_open (PLN_NOTE_SHEET (self->notes), NULL, NULL);
  g_clear_weak_pointer (&self->before_notes);
  gtk_stack_set_visible_child_name (self->stack, "views");
  pln_window_show_header (self);
}

/**
 * pln_window_add_notes:
 * @widget_class: the class of the window
 *
 * Installs the actions that open the sheet of a group or session.
 */
void
pln_window_add_notes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.notes", "s", notes_cb);
  gtk_widget_class_install_action (widget_class, "win.notes-text", "(ss)", notes_text_cb);
}
