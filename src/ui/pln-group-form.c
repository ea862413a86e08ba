/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-group-form.h"

#include "pln-choice-row.h"
#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnGroupForm:
 *
 * The form of a group, new or there already: what it talks about, where, and
 * how many chairs there are.
 */
struct _PlnGroupForm
{
  PlnSheet       parent_instance;

  PlnWishes     *wishes;
  PlnGathering  *gathering;
  PlnGroup      *before; /* NULL: it is new */
  PlnGroup      *draft;
  gboolean       filling;
  gboolean       is_edited;

  GtkEditable   *topic_row;
  GtkEditable   *question_row;
  PlnChoiceRow  *room_row;
  GtkSpinButton *chairs;
};

G_DEFINE_FINAL_TYPE (PlnGroupForm, pln_group_form, PLN_TYPE_SHEET)

static void
edited_cb (PlnGroupForm *self)
{
  if (!self->filling)
    self->is_edited = TRUE;
}

static void
pln_group_form_act (PlnSheet *sheet)
{
  PlnGroupForm *self = PLN_GROUP_FORM (sheet);
  g_autoptr(PlnGroup) after = pln_group_copy (self->draft);
  g_autofree char *topic = pln_str_one_line (gtk_editable_get_text (self->topic_row));
  g_autofree char *question = pln_str_one_line (gtk_editable_get_text (self->question_row));
  g_autofree char *room = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (self->room_row)));

  pln_group_set_topic (after, topic);
  pln_group_set_question (after, question);
  pln_group_set_room (after, room);
  pln_group_set_chairs (after, (guint) gtk_spin_button_get_value_as_int (self->chairs));
  PLN_WISHES_GET_IFACE (self->wishes)->save_group (self->wishes, self->gathering, self->before, after);
  pln_sheet_close (sheet);
}

static gboolean
pln_group_form_is_edited (PlnSheet *sheet)
{
  return PLN_GROUP_FORM (sheet)->is_edited;
}

static void
pln_group_form_dispose (GObject *object)
{
  PlnGroupForm *self = PLN_GROUP_FORM (object);

  self->filling = TRUE; /* rows that go are not edited */
  g_clear_object (&self->wishes);
  g_clear_object (&self->gathering);
  g_clear_object (&self->before);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (pln_group_form_parent_class)->dispose (object);
}

static void
pln_group_form_class_init (PlnGroupFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_group_form_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_group_form_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_group_form_is_edited;

  g_type_ensure (PLN_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-group-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnGroupForm, topic_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGroupForm, question_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGroupForm, room_row);
  gtk_widget_class_bind_template_child (widget_class, PlnGroupForm, chairs);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
pln_group_form_init (PlnGroupForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rooms of the gathering, and those that other groups name, as "Room 1, table 3". */
static char **
room_names (PlnGathering *gathering)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < rooms->len; i++)
    if (g_hash_table_add (seen, (char *) g_intern_string (((const PlnRoom *) g_ptr_array_index (rooms, i))->name)))
      g_strv_builder_add (names, ((const PlnRoom *) g_ptr_array_index (rooms, i))->name);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          const char *room = g_intern_string (pln_group_get_room (group));

          if (*room != '\0' && g_hash_table_add (seen, (char *) room))
            g_strv_builder_add (names, room);
        }
    }

  return g_strv_builder_end (names);
}

/**
 * pln_group_form_new:
 * @wishes: who saves it
 * @gathering: the gathering that it is in
 * @group: the group as it is, not changed; or what a new one begins with
 * @is_new: whether it is not there yet
 *
 * Returns: (transfer none): a form, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_group_form_new (PlnWishes    *wishes,
                    PlnGathering *gathering,
                    PlnGroup     *group,
                    gboolean      is_new)
{
  PlnGroupForm *self = g_object_new (PLN_TYPE_GROUP_FORM, NULL);
  g_auto(GStrv) rooms = room_names (gathering);
  g_autofree char *name = pln_group_name (group);

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->draft = pln_group_copy (group);
  self->before = is_new ? NULL : pln_group_copy (group);

  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New group") : name);
  pln_sheet_set_action (PLN_SHEET (self), is_new ? _("Add") : _("Save"));
  pln_choice_row_set_choices (self->room_row, (const char *const *) rooms);
  gtk_editable_set_text (self->topic_row, pln_group_get_topic (group));
  gtk_editable_set_text (self->question_row, pln_group_get_question (group));
  gtk_editable_set_text (GTK_EDITABLE (self->room_row), pln_group_get_room (group));
  gtk_spin_button_set_value (self->chairs, pln_group_get_chairs (group));
  self->filling = FALSE;
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->topic_row));

  return PLN_SHEET (self);
}
