/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-choice-sheet.h"

#include <glib/gi18n.h>

/**
 * PlnChoiceSheet:
 *
 * Asks which of several things is to be done, and has the window below do it.
 */
struct _PlnChoiceSheet
{
  PlnSheet         parent_instance;

  const PlnChoice *choices; /* static */
  GPtrArray       *rows;    /* one each … */
  GPtrArray       *checks;  /* … and the GtkCheckButton in it */
};

G_DEFINE_FINAL_TYPE (PlnChoiceSheet, pln_choice_sheet, PLN_TYPE_SHEET)

static void
pln_choice_sheet_act (PlnSheet *sheet)
{
  PlnChoiceSheet *self = PLN_CHOICE_SHEET (sheet);
  GtkWindow *above = gtk_window_get_transient_for (GTK_WINDOW (sheet));
  g_autoptr(GtkWidget) window = above != NULL ? g_object_ref (GTK_WIDGET (above)) : NULL;
  const PlnChoice *choice = NULL;

  for (guint i = 0; i < self->checks->len && choice == NULL; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      choice = &self->choices[i];
  if (window == NULL || choice == NULL)
    return;

  pln_sheet_close (sheet);
  gtk_widget_activate_action (window, choice->action, choice->target != NULL ? "s" : NULL, choice->target);
}

/* Enter on a choice chooses and does it. */
static gboolean
enter_cb (GtkWidget *box,
          GVariant  *arguments,
          gpointer   user_data)
{
  PlnChoiceSheet *self = PLN_CHOICE_SHEET (gtk_widget_get_root (box));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (focus == NULL || (focus != row && !gtk_widget_is_ancestor (focus, row)))
        continue;
      pln_choice_sheet_choose (self, i);
      pln_sheet_act (PLN_SHEET (self));
      return TRUE;
    }

  return FALSE;
}

static void
add_keys (GtkWidget *box)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                                                            gtk_callback_action_new (enter_cb, NULL, NULL)));
  gtk_widget_add_controller (box, controller);
}

static void
pln_choice_sheet_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_CHOICE_SHEET (object)->rows);
  g_ptr_array_unref (PLN_CHOICE_SHEET (object)->checks);

  G_OBJECT_CLASS (pln_choice_sheet_parent_class)->finalize (object);
}

static void
pln_choice_sheet_class_init (PlnChoiceSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_choice_sheet_finalize;
  PLN_SHEET_CLASS (klass)->act = pln_choice_sheet_act;
}

static void
pln_choice_sheet_init (PlnChoiceSheet *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
}

static GtkWidget *
row_new (PlnChoiceSheet  *self,
         const PlnChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(choice->subtitle), -1);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(choice->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(choice->subtitle));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static void
fill (PlnChoiceSheet *self,
      GtkBox         *box,
      guint           n_choices)
{
  GtkWidget *group = NULL;
  int height = 120;

  for (guint i = 0; i < n_choices; i++)
    {
      const PlnChoice *choice = &self->choices[i];

      if (group == NULL || choice->group != NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), choice->group != NULL ? _(choice->group) : "");
          gtk_box_append (box, group);
          height += choice->group != NULL ? 48 : 0;
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (self, choice));
      height += 56;
    }
  gtk_window_set_default_size (GTK_WINDOW (self), 520, height);
}

/**
 * pln_choice_sheet_new:
 * @title: what the sheet is
 * @deed: what its button says
 * @subtitle: what it is about
 * @choices: (array length=n_choices): what can be chosen, the usual first; a
 *   static array
 * @n_choices: how many there are
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_choice_sheet_new (const char      *title,
                      const char      *deed,
                      const char      *subtitle,
                      const PlnChoice *choices,
                      guint            n_choices)
{
  PlnChoiceSheet *self = g_object_new (PLN_TYPE_CHOICE_SHEET, "title", title, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->choices = choices;
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  fill (self, GTK_BOX (box), n_choices);
  add_keys (box);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  pln_sheet_set_action (PLN_SHEET (self), deed);
  pln_sheet_set_subtitle (PLN_SHEET (self), subtitle);
  g_object_set (self, "body", scrolled, NULL);

  return PLN_SHEET (self);
}

/**
 * pln_choice_sheet_choose:
 * @self: a sheet
 * @choice: its place in the choices
 *
 * Chooses as the user would.
 */
void
pln_choice_sheet_choose (PlnChoiceSheet *self,
                         guint           choice)
{
  g_return_if_fail (PLN_IS_CHOICE_SHEET (self));
  g_return_if_fail (choice < self->checks->len);

  gtk_check_button_set_active (g_ptr_array_index (self->checks, choice), TRUE);
}
