/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-step-bar.h"

#include "pln-config.h"
#include "pln-style.h"

#include <glib/gi18n.h>

/**
 * PlnStepBar:
 *
 * Shows how far one has come in a sheet of several steps: those that are done
 * have a tick, the one that is shown its number.
 */
struct _PlnStepBar
{
  GtkWidget  parent_instance;

  GPtrArray *marks; /* GtkStack, a number or a tick */
  GPtrArray *names; /* GtkLabel */
};

G_DEFINE_FINAL_TYPE (PlnStepBar, pln_step_bar, GTK_TYPE_WIDGET)

static void
pln_step_bar_dispose (GObject *object)
{
  PlnStepBar *self = PLN_STEP_BAR (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->names, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pln_step_bar_parent_class)->dispose (object);
}

static void
pln_step_bar_finalize (GObject *object)
{
  PlnStepBar *self = PLN_STEP_BAR (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (pln_step_bar_parent_class)->finalize (object);
}

static void
pln_step_bar_class_init (PlnStepBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_step_bar_dispose;
  object_class->finalize = pln_step_bar_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "steps");
}

static void
pln_step_bar_init (PlnStepBar *self)
{
  self->marks = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

static void
add_step (PlnStepBar *self,
          const char *name)
{
  g_autofree char *number = g_strdup_printf ("%u", self->marks->len + 1);
  GtkWidget *mark = gtk_stack_new ();
  GtkWidget *label = gtk_label_new (name);

  if (self->marks->len > 0)
    {
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
      gtk_widget_set_parent (line, GTK_WIDGET (self));
    }

  gtk_stack_add_named (GTK_STACK (mark), gtk_label_new (number), "number");
  gtk_stack_add_named (GTK_STACK (mark), gtk_image_new_from_icon_name ("emblem-ok-symbolic"), "done");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "pln-step");
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "pln-compact");
  g_ptr_array_add (self->marks, mark);
  g_ptr_array_add (self->names, label);
}

/**
 * pln_step_bar_new:
 * @steps: (array zero-terminated=1): what the steps are called
 *
 * Returns: a bar that shows the first step
 */
GtkWidget *
pln_step_bar_new (const char *const *steps)
{
  PlnStepBar *self = g_object_new (PLN_TYPE_STEP_BAR, NULL);

  for (guint i = 0; steps[i] != NULL; i++)
    add_step (self, steps[i]);
  pln_step_bar_set_step (self, 0);

  return GTK_WIDGET (self);
}

/**
 * pln_step_bar_set_step:
 * @self: a bar
 * @step: the step that is shown, from 0
 */
void
pln_step_bar_set_step (PlnStepBar *self,
                       guint       step)
{
  g_autofree char *words = NULL;

  g_return_if_fail (PLN_IS_STEP_BAR (self));
  g_return_if_fail (step < self->marks->len);

  for (guint i = 0; i < self->marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (self->marks, i);
      GtkWidget *name = g_ptr_array_index (self->names, i);

      gtk_stack_set_visible_child_name (GTK_STACK (mark), i < step ? "done" : "number");
      pln_style_set_class (mark, "done", i < step);
      pln_style_set_class (mark, "now", i == step);
      pln_style_set_class (name, "pln-strong", i == step);
      pln_style_set_class (name, "pln-dim", i > step);
    }

  /* Translators: which step of how many, and what it is called */
  words = g_strdup_printf (_("Step %u of %u: %s"), step + 1, self->marks->len,
                           gtk_label_get_label (g_ptr_array_index (self->names, step)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
