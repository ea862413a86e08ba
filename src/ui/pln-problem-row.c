/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-problem-row.h"

#include "pln-str.h"

#include "pln-field.h"

/**
 * PlnProblemRow:
 *
 * A row right below the fields that it is about, which says what is wrong with
 * one of them; not there while all is well.
 */
struct _PlnProblemRow
{
  AdwPreferencesRow  parent_instance;

  GtkWidget         *label;
  GtkWidget         *field; /* the one at fault, NULL while all is well */
};

G_DEFINE_FINAL_TYPE (PlnProblemRow, pln_problem_row, ADW_TYPE_PREFERENCES_ROW)

static void
mark (GtkWidget  *field,
      const char *problem)
{
  if (PLN_IS_FIELD (field))
    {
      pln_field_set_problem (PLN_FIELD (field), problem);
      return;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "", -1);
  if (problem != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
}

static void
pln_problem_row_dispose (GObject *object)
{
  PlnProblemRow *self = PLN_PROBLEM_ROW (object);

  g_clear_weak_pointer (&self->field);

  G_OBJECT_CLASS (pln_problem_row_parent_class)->dispose (object);
}

static void
pln_problem_row_class_init (PlnProblemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_problem_row_dispose;
}

static void
pln_problem_row_init (PlnProblemRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "pln-error");
  gtk_box_append (GTK_BOX (box), icon);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "pln-compact");
  gtk_widget_add_css_class (self->label, "pln-error");
  gtk_box_append (GTK_BOX (box), self->label);

  gtk_widget_add_css_class (box, "pln-problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pln_problem_row_show:
 * @self: a row
 * @field: (nullable): the field that is wrong
 * @problem: (nullable): a sentence that says how; %NULL if all is well
 *
 * Shows what is wrong, and marks the field.
 */
void
pln_problem_row_show (PlnProblemRow *self,
                      GtkWidget     *field,
                      const char    *problem)
{
  g_return_if_fail (PLN_IS_PROBLEM_ROW (self));
  g_return_if_fail ((field != NULL) == (problem != NULL));

  if (self->field != NULL)
    mark (self->field, NULL);

  g_set_weak_pointer (&self->field, field);
  gtk_label_set_label (GTK_LABEL (self->label), problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL);
  if (field != NULL)
    mark (field, problem);
}

/**
 * pln_problem_row_check_filled:
 * @self: a row
 * @field: a field that must not be empty
 * @problem: a sentence that says so
 *
 * Shows whether it is.
 */
void
pln_problem_row_check_filled (PlnProblemRow *self,
                              GtkEditable   *field,
                              const char    *problem)
{
  g_autofree char *text = pln_str_one_line (gtk_editable_get_text (field));
  gboolean empty = *text == '\0';

  pln_problem_row_show (self, empty ? GTK_WIDGET (field) : NULL, empty ? problem : NULL);
}

/**
 * pln_problem_row_get_problem:
 * @self: a row
 *
 * Returns: (transfer none): the sentence, "" if all is well
 */
const char *
pln_problem_row_get_problem (PlnProblemRow *self)
{
  g_return_val_if_fail (PLN_IS_PROBLEM_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}

/**
 * pln_problem_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the field at fault, if any
 */
GtkWidget *
pln_problem_row_get_field (PlnProblemRow *self)
{
  g_return_val_if_fail (PLN_IS_PROBLEM_ROW (self), NULL);

  return self->field;
}
