/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-rules-group.h"

#include "pln-board-people.h"
#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnRulesGroup:
 *
 * Who stays together and who is kept apart when people are mixed, with a
 * popover for one more rule.
 */
struct _PlnRulesGroup
{
  AdwPreferencesGroup  parent_instance;

  PlnGathering        *gathering;
  GPtrArray           *rules; /* never changed, only replaced */
  GPtrArray           *rows;
  GPtrArray           *people; /* (nullable): whom the popover offers */

  GtkWidget           *popover;
  GtkDropDown         *kind;
  GtkDropDown         *one;
  GtkDropDown         *two;
  GtkEditable         *note;
  GtkWidget           *add;
};

G_DEFINE_FINAL_TYPE (PlnRulesGroup, pln_rules_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_rows (PlnRulesGroup *self);

static void
take_rules (PlnRulesGroup *self,
            GPtrArray   *rules)
{
  g_ptr_array_unref (self->rules);
  self->rules = rules;
  show_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The rules without one of them; all for G_MAXUINT. */
static GPtrArray *
copy_rules (PlnRulesGroup *self,
            guint        without)
{
  GPtrArray *rules = pln_mixing_rules_new ();

  for (guint i = 0; i < self->rules->len; i++)
    {
      const PlnMixingRule *rule = self->rules->pdata[i];

      if (i != without)
        g_ptr_array_add (rules, pln_mixing_rule_new (rule->together, (const char *const *) rule->people, rule->note));
    }

  return rules;
}

static void
remove_cb (PlnRulesGroup *self,
           GtkWidget   *button)
{
  take_rules (self, copy_rules (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rule"))));
}

static void
show_rows (PlnRulesGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const PlnMixingRule *rule = self->rules->pdata[i];
      g_autofree char *words = pln_mixing_rule_words (rule, self->gathering);
      /* Translators: a rule, in words */
      g_autofree char *remove = g_strdup_printf (_("Remove: %s"), words);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), rule->together ? "pln-role-buddy-symbolic" : "window-close-symbolic");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _("Remove this rule"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
      g_object_set_data (G_OBJECT (button), "rule", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static const char *
chosen (PlnRulesGroup *self,
        GtkDropDown *list)
{
  guint at = gtk_drop_down_get_selected (list);

  return self->people != NULL && at < self->people->len ? pln_attendee_get_id (self->people->pdata[at]) : "";
}

static void
choice_cb (PlnRulesGroup *self)
{
  gtk_widget_set_sensitive (self->add, g_strcmp0 (chosen (self, self->one), chosen (self, self->two)) != 0);
}

static void
add_cb (PlnRulesGroup *self)
{
  g_autofree char *note = pln_str_one_line (gtk_editable_get_text (self->note));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  pln_rules_group_add (self, gtk_drop_down_get_selected (self->kind) == 0, chosen (self, self->one), chosen (self, self->two), note);
  gtk_editable_set_text (self->note, "");
}

/* The people are listed when somebody wants to choose. */
static void
opened_cb (PlnRulesGroup *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkDropDown *lists[] = { self->one, self->two };

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = pln_board_list_free (self->gathering, NULL);
  for (guint i = 0; i < self->people->len; i++)
    gtk_string_list_take (names, pln_str_one_line (pln_attendee_get_display_name (self->people->pdata[i])));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_drop_down_set_model (lists[i], G_LIST_MODEL (names));
      if (i < self->people->len)
        gtk_drop_down_set_selected (lists[i], i);
    }
  choice_cb (self);
}

static void
pln_rules_group_dispose (GObject *object)
{
  PlnRulesGroup *self = PLN_RULES_GROUP (object);

  g_clear_object (&self->gathering);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (pln_rules_group_parent_class)->dispose (object);
}

static void
pln_rules_group_finalize (GObject *object)
{
  PlnRulesGroup *self = PLN_RULES_GROUP (object);

  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (pln_rules_group_parent_class)->finalize (object);
}

static void
pln_rules_group_class_init (PlnRulesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_rules_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_rules_group_finalize;

  /**
   * PlnRulesGroup::changed:
   * @self: the rules
   *
   * The user added a rule, or removed one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLN_TYPE_RULES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static GtkDropDown *
make_list (PlnRulesGroup *self,
           const char  *name)
{
  GtkWidget *list = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (choice_cb), self);

  return GTK_DROP_DOWN (list);
}

static GtkWidget *
make_popover (PlnRulesGroup *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = gtk_entry_new ();

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *const[]) { _("Stay together"), _("Kept apart"), NULL }));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rule"), -1);
  self->add = gtk_button_new_with_label (_("Add"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  self->one = make_list (self, _("First person"));
  self->two = make_list (self, _("Second person"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _("Why, as “interpreter”"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"), -1);
  self->note = GTK_EDITABLE (note);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->one));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->two));
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_widget_set_size_request (box, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (opened_cb), self);

  return popover;
}

static void
pln_rules_group_init (PlnRulesGroup *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->rules = pln_mixing_rules_new ();
  self->rows = g_ptr_array_new ();
  self->popover = make_popover (self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Rules"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Add a rule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a rule"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-link");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

/**
 * pln_rules_group_show:
 * @self: a list of rules
 * @gathering: whose people they are about
 * @rules: (element-type PlnMixingRule): the rules
 */
void
pln_rules_group_show (PlnRulesGroup  *self,
                    PlnGathering *gathering,
                    GPtrArray    *rules)
{
  g_return_if_fail (PLN_IS_RULES_GROUP (self));

  g_set_object (&self->gathering, gathering);
  g_ptr_array_ref (rules);
  g_ptr_array_unref (self->rules);
  self->rules = rules;
  show_rows (self);
}

/**
 * pln_rules_group_get:
 * @self: a list of rules
 *
 * Returns: (transfer none) (element-type PlnMixingRule): the rules, not to be
 *   changed
 */
GPtrArray *
pln_rules_group_get (PlnRulesGroup *self)
{
  g_return_val_if_fail (PLN_IS_RULES_GROUP (self), NULL);

  return self->rules;
}

/**
 * pln_rules_group_add:
 * @self: a list of rules
 * @together: whether the two stay together; else they are kept apart
 * @one: the id of an attendee
 * @two: the id of another one
 * @note: why, or ""
 *
 * Adds a rule, as if the user had chosen it.
 */
void
pln_rules_group_add (PlnRulesGroup *self,
                   gboolean     together,
                   const char  *one,
                   const char  *two,
                   const char  *note)
{
  GPtrArray *rules;

  g_return_if_fail (PLN_IS_RULES_GROUP (self));

  if (*one == '\0' || *two == '\0' || g_str_equal (one, two))
    return;

  rules = copy_rules (self, G_MAXUINT);
  g_ptr_array_add (rules, pln_mixing_rule_new (together, (const char *const[]) { one, two, NULL }, note));
  take_rules (self, rules);
}
