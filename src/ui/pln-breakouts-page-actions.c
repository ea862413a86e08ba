/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-breakouts-page-private.h"

#include "pln-board-people.h"
#include "pln-group-form.h"
#include "pln-mend-sheet.h"
#include "pln-mixing-sheet.h"
#include "pln-round-form.h"
#include "pln-round-make.h"

/* What can be done with rounds and groups, beyond moving people. */

static PlnWishes *
find_wishes (PlnBreakoutsPage *self)
{
  return pln_wishes_find (GTK_WIDGET (self));
}

static void
present (PlnBreakoutsPage *self,
         PlnSheet         *sheet)
{
  pln_sheet_present (sheet, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
new_round_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  g_autoptr(PlnRound) round = pln_round_make (self->gathering);

  present (self, pln_round_form_new (find_wishes (self), self->gathering, round, TRUE));
}

static void
edit_round_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);

  present (self, pln_round_form_new (find_wishes (self), self->gathering, pln_breakouts_page_get_round (self), FALSE));
}

/* after NULL: it goes. */
static void
save_round (PlnBreakoutsPage *self,
            PlnRound         *after)
{
  PlnWishes *wishes = find_wishes (self);
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) afters = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (befores, pln_round_copy (pln_breakouts_page_get_round (self)));
  if (after != NULL)
    g_ptr_array_add (afters, g_object_ref (after));
  PLN_WISHES_GET_IFACE (wishes)->save_rounds (wishes, self->gathering, befores, afters);
}

static void
lock_round_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  g_autoptr(PlnRound) after = pln_round_copy (pln_breakouts_page_get_round (self));

  pln_round_set_locked (after, !pln_round_get_locked (after));
  save_round (self, after);
}

static void
clear_round_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  g_autoptr(PlnRound) after = pln_round_copy (pln_breakouts_page_get_round (self));
  GListModel *groups = pln_round_get_groups (after);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      g_autoptr(GPtrArray) nobody = pln_places_new ();

      pln_group_set_places (group, nobody);
    }
  save_round (self, after);
}

static void
remove_round_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  save_round (PLN_BREAKOUTS_PAGE (widget), NULL);
}

static void
new_group_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  g_autoptr(PlnGroup) group = pln_round_make_group (pln_breakouts_page_get_round (self));

  present (self, pln_group_form_new (find_wishes (self), self->gathering, group, TRUE));
}

static PlnGroup *
find_group (PlnBreakoutsPage *self,
            GVariant         *uid)
{
  return self->gathering != NULL ? pln_gathering_find_group (self->gathering, g_variant_get_string (uid, NULL)) : NULL;
}

/* Its notes; the form is in its menu. */
static void
open_group_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.notes", parameter);
}

static void
edit_group_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  PlnGroup *group = find_group (self, parameter);

  if (group != NULL)
    present (self, pln_group_form_new (find_wishes (self), self->gathering, group, FALSE));
}

static void
remove_group_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  PlnGroup *group = find_group (self, parameter);
  PlnWishes *wishes = find_wishes (self);

  if (group != NULL)
    {
      g_autoptr(PlnGroup) before = pln_group_copy (group);

      PLN_WISHES_GET_IFACE (wishes)->save_group (wishes, self->gathering, before, NULL);
    }
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  pln_round_tabs_step (PLN_BREAKOUTS_PAGE (widget)->tabs, g_variant_get_int32 (parameter));
}

static void
mix_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);

  present (self, pln_mixing_sheet_new (find_wishes (self), self->gathering));
}

static void
mend_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);

  present (self, pln_mend_sheet_new (find_wishes (self), self->gathering));
}

/* Shows a person or a group on the board, in whichever round. */
static void
show_place_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  PlnBreakoutsPage *self = PLN_BREAKOUTS_PAGE (widget);
  const char *person, *uid;
  PlnGroup *group;

  g_variant_get (parameter, "(&s&s)", &person, &uid);
  group = *uid != '\0' && self->gathering != NULL ? pln_gathering_find_group (self->gathering, uid) : NULL;
  if (group != NULL)
    {
      PlnRound *round = pln_gathering_find_round (self->gathering, pln_group_get_round (group));

      if (round != NULL)
        pln_round_tabs_set_round (self->tabs, round);
    }
  if (*person != '\0')
    pln_board_focus_person (self->board, person);
  else if (group != NULL)
    pln_board_focus_group (self->board, uid);
}

/* (internal): Lets only that be done which makes sense now. */
void
pln_breakouts_page_allow_actions (PlnBreakoutsPage *self)
{
  static const char *const for_round[] = {
    "breakouts.edit-round", "breakouts.lock-round", "breakouts.clear-round", "breakouts.remove-round", "breakouts.new-group",
    "breakouts.edit-group", "breakouts.remove-group",
  };
  PlnRound *round = pln_breakouts_page_get_round (self);
  gboolean may = self->gathering != NULL && !pln_gathering_get_read_only (self->gathering);
  gboolean may_round = may && round != NULL && !pln_round_get_read_only (round);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "breakouts.new-round", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "breakouts.mix", may && pln_board_count (self->gathering) > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "breakouts.mend", may && round != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (for_round); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), for_round[i], may_round);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock), may_round);
  gtk_widget_set_sensitive (self->round_menu, may);
}

/* (internal): The actions of the page. */
void
pln_breakouts_page_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "breakouts.new-round", NULL, new_round_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.edit-round", NULL, edit_round_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.lock-round", NULL, lock_round_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.clear-round", NULL, clear_round_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.remove-round", NULL, remove_round_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.new-group", NULL, new_group_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.open-group", "s", open_group_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.edit-group", "s", edit_group_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.remove-group", "s", remove_group_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.mix", NULL, mix_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.mend", NULL, mend_cb);
  gtk_widget_class_install_action (widget_class, "breakouts.show-place", "(ss)", show_place_cb);
}

static void
add_key (GtkShortcutController *controller,
         const char            *trigger,
         const char            *action,
         GVariant              *argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (argument != NULL)
    gtk_shortcut_set_arguments (shortcut, argument);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* (internal): The keys that work wherever the focus is. */
void
pln_breakouts_page_add_keys (PlnBreakoutsPage *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (controller, "<Control>Page_Up", "breakouts.step", g_variant_new_int32 (-1));
  add_key (controller, "<Control>Page_Down", "breakouts.step", g_variant_new_int32 (1));
  add_key (controller, "<Control>m", "breakouts.mix", NULL);
  add_key (controller, "<Control><Shift>m", "breakouts.mend", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}
