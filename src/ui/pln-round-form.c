/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-round-form.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-round-make.h"
#include "pln-when-group.h"

#include <glib/gi18n.h>

/**
 * PlnRoundForm:
 *
 * The form of a round: when it is, and for a new one how many groups it has.
 */
struct _PlnRoundForm
{
  PlnSheet       parent_instance;

  PlnWishes     *wishes;
  PlnGathering  *gathering;
  PlnRound      *before; /* NULL: it is new */
  PlnRound      *draft;
  gboolean       filling;
  gboolean       is_edited;
  gboolean       when_edited;

  PlnWhenGroup  *when_group;
  GtkWidget     *groups_group;
  GtkSpinButton *groups;
};

G_DEFINE_FINAL_TYPE (PlnRoundForm, pln_round_form, PLN_TYPE_SHEET)

static void
edited_cb (PlnRoundForm *self)
{
  if (!self->filling)
    self->is_edited = TRUE;
}

static void
when_edited_cb (PlnRoundForm *self)
{
  if (!self->filling)
    self->is_edited = self->when_edited = TRUE;
}

static void
add_to (GPtrArray *rounds,
        PlnRound  *round)
{
  if (round != NULL)
    g_ptr_array_add (rounds, pln_round_copy (round));
}

static void
pln_round_form_act (PlnSheet *sheet)
{
  PlnRoundForm *self = PLN_ROUND_FORM (sheet);
  g_autoptr(PlnRound) after = pln_round_copy (self->draft);
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) afters = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->when_edited)
    {
      g_autoptr(GDateTime) start = NULL;
      g_autoptr(GDateTime) end = NULL;

      pln_when_group_check (self->when_group);
      if (pln_when_group_get_faulty (self->when_group) != NULL)
        {
          gtk_widget_grab_focus (pln_when_group_get_faulty (self->when_group));
          return;
        }
      start = pln_when_group_get_start (self->when_group);
      end = pln_when_group_get_end (self->when_group);
      pln_round_set_times (after, start, end, pln_when_group_get_zone (self->when_group));
    }
  if (self->before == NULL)
    pln_round_make_groups (after, (guint) gtk_spin_button_get_value_as_int (self->groups));

  add_to (befores, self->before);
  add_to (afters, after);
  PLN_WISHES_GET_IFACE (self->wishes)->save_rounds (self->wishes, self->gathering, befores, afters);
  pln_sheet_close (sheet);
}

static gboolean
pln_round_form_is_edited (PlnSheet *sheet)
{
  return PLN_ROUND_FORM (sheet)->is_edited;
}

static void
pln_round_form_dispose (GObject *object)
{
  PlnRoundForm *self = PLN_ROUND_FORM (object);

  self->filling = TRUE; /* rows that go are not edited */
  g_clear_object (&self->wishes);
  g_clear_object (&self->gathering);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (pln_round_form_parent_class)->dispose (object);
}

static void
pln_round_form_class_init (PlnRoundFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_round_form_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_round_form_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_round_form_is_edited;

  g_type_ensure (PLN_TYPE_WHEN_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-round-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnRoundForm, when_group);
  gtk_widget_class_bind_template_child (widget_class, PlnRoundForm, groups_group);
  gtk_widget_class_bind_template_child (widget_class, PlnRoundForm, groups);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_edited_cb);
}

static void
pln_round_form_init (PlnRoundForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_round_form_new:
 * @wishes: who saves it
 * @gathering: the gathering that it is in
 * @round: the round as it is, not changed; or what a new one begins with
 * @is_new: whether it is not there yet
 *
 * Returns: (transfer none): a form, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_round_form_new (PlnWishes    *wishes,
                    PlnGathering *gathering,
                    PlnRound     *round,
                    gboolean      is_new)
{
  PlnRoundForm *self = g_object_new (PLN_TYPE_ROUND_FORM, NULL);
  g_autofree char *name = pln_round_name (round);
  const char *zone = *pln_round_get_zone (round) != '\0' || pln_round_get_start (round) != NULL
                     ? pln_round_get_zone (round) : pln_gathering_get_zone (gathering);

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->draft = pln_round_copy (round);
  self->before = is_new ? NULL : pln_round_copy (round);

  gtk_window_set_title (GTK_WINDOW (self), name);
  pln_sheet_set_subtitle (PLN_SHEET (self), pln_gathering_get_title (gathering));
  pln_sheet_set_action (PLN_SHEET (self), is_new ? _("Add") : _("Save"));
  pln_when_group_set_times (self->when_group, pln_round_get_start (round), pln_round_get_end (round), zone, FALSE);
  gtk_widget_set_visible (self->groups_group, is_new);
  gtk_spin_button_set_value (self->groups, g_list_model_get_n_items (pln_round_get_groups (round)));
  self->filling = FALSE;
  if (is_new)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->groups));

  return PLN_SHEET (self);
}
