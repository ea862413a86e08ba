/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-create-popover.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnCreatePopover:
 *
 * What is asked when somebody has drawn something new into the calendar: its
 * title, and what it is. Enter makes it, More… opens its form, Esc leaves
 * nothing behind.
 */
struct _PlnCreatePopover
{
  GtkPopover  parent_instance;

  GtkWidget  *entry;
  GtkWidget  *kind;   /* (nullable): if there is a choice */
  GtkWidget  *button;
  GArray     *kinds;
};

G_DEFINE_FINAL_TYPE (PlnCreatePopover, pln_create_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CREATE,
  SIGNAL_MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
kind_word (PlnOccurrenceKind kind)
{
  switch (kind)
    {
    case PLN_OCCURRENCE_KIND_GATHERING:
      return _("Gathering");
    case PLN_OCCURRENCE_KIND_SESSION:
      return _("Session");
    case PLN_OCCURRENCE_KIND_ROUND:
      return _("Round");
    case PLN_OCCURRENCE_KIND_ACTION:
      return _("Action");
    case PLN_OCCURRENCE_KIND_EVENT:
    default:
      return _("Own entry");
    }
}

static char *
dup_title (PlnCreatePopover *self)
{
  return pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
answer (PlnCreatePopover *self,
        int               signal,
        const char       *title)
{
  guint chosen = self->kind != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) : 0;

  g_signal_emit (self, signals[signal], 0, title, (int) g_array_index (self->kinds, PlnOccurrenceKind, chosen));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
create_cb (PlnCreatePopover *self)
{
  g_autofree char *title = dup_title (self);

  if (*title != '\0')
    answer (self, SIGNAL_CREATE, title);
}

static void
more_cb (PlnCreatePopover *self)
{
  g_autofree char *title = dup_title (self);

  answer (self, SIGNAL_MORE, title);
}

static void
text_cb (PlnCreatePopover *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_set_sensitive (self->button, *title != '\0');
}

static void
pln_create_popover_finalize (GObject *object)
{
  g_array_unref (PLN_CREATE_POPOVER (object)->kinds);

  G_OBJECT_CLASS (pln_create_popover_parent_class)->finalize (object);
}

static void
pln_create_popover_class_init (PlnCreatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_create_popover_finalize;

  /**
   * PlnCreatePopover::create:
   * @self: the popover
   * @title: what was typed, one line, not empty
   * @kind: a [enum@OccurrenceKind]
   */
  signals[SIGNAL_CREATE] =
    g_signal_new ("create", PLN_TYPE_CREATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  /**
   * PlnCreatePopover::more:
   * @self: the popover
   * @title: what was typed, one line, or ""
   * @kind: a [enum@OccurrenceKind]
   *
   * The user wants to say more of it, in its form.
   */
  signals[SIGNAL_MORE] =
    g_signal_new ("more", PLN_TYPE_CREATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
pln_create_popover_init (PlnCreatePopover *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (PlnOccurrenceKind));
}

static void
add_kinds (PlnCreatePopover *self,
           GtkBox           *box)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (words, kind_word (g_array_index (self->kinds, PlnOccurrenceKind, i)));
  if (self->kinds->len < 2)
    return;

  self->kind = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What it is"), -1);
  gtk_box_append (box, self->kind);
}

/**
 * pln_create_popover_new:
 * @when: the days or the times, in words
 * @kinds: (array length=n_kinds): what it may be, the usual one first
 * @n_kinds: how many these are, at least one
 *
 * Returns: a popover; its parent is still to be set
 */
GtkWidget *
pln_create_popover_new (const char              *when,
                        const PlnOccurrenceKind *kinds,
                        guint                    n_kinds)
{
  PlnCreatePopover *self = g_object_new (PLN_TYPE_CREATE_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (when);
  GtkWidget *more = gtk_button_new_with_label (_("More…"));

  g_array_append_vals (self->kinds, kinds, n_kinds);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Title"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_cb), self);

  self->button = gtk_button_new_with_label (_("Create"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (create_cb), self);

  gtk_widget_set_halign (more, GTK_ALIGN_END);
  gtk_widget_set_hexpand (more, TRUE);
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (more_cb), self);

  gtk_widget_add_css_class (box, "pln-popover");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  add_kinds (self, GTK_BOX (line));
  gtk_box_append (GTK_BOX (line), more);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  return GTK_WIDGET (self);
}
