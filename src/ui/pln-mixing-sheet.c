/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mixing-sheet.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-mixing-result.h"
#include "pln-rules-group.h"
#include "pln-strength-row.h"

#include <glib/gi18n.h>

#define PATIENCE 150 /* ms after the last change */
#define NARROW 620

/**
 * PlnMixingSheet:
 *
 * How people are to be mixed, and what comes of it. It begins to look when it
 * opens, and anew with every change; the board changes only when the plan is
 * taken.
 */
struct _PlnMixingSheet
{
  PlnSheet           parent_instance;

  PlnWishes         *wishes;
  PlnGathering      *gathering;
  PlnMixingSettings *settings;
  PlnMixing         *mixing;  /* (nullable) */
  guint64            seed;
  gboolean           filling;
  guint              start_source;
  guint              show_source;

  GtkBox            *halves;
  GtkScrolledWindow *left;
  GtkScrolledWindow *right;
  AdwComboRow       *who_row;
  AdwActionRow      *rounds_row;
  GtkSpinButton     *rounds;
  AdwActionRow      *size_row;
  GtkSpinButton     *size;
  AdwActionRow      *rooms_row;
  GtkSwitch         *rooms;
  GtkSwitch         *facilitators;
  GtkSwitch         *note_takers;
  AdwPreferencesGroup *across_group;
  PlnStrengthRow    *strengths[PLN_MIXING_N_ACROSS];
  GtkSwitch         *remember;
  PlnRulesGroup       *rules;
  PlnMixingResult      *result;
  GtkWidget         *enough;
};

G_DEFINE_FINAL_TYPE (PlnMixingSheet, pln_mixing_sheet, PLN_TYPE_SHEET)

static const char *const across_titles[PLN_MIXING_N_ACROSS] = {
  [PLN_MIXING_ACROSS_FACES]        = N_("New faces"),
  [PLN_MIXING_ACROSS_SECTORS]      = N_("Sectors"),
  [PLN_MIXING_ACROSS_NETWORKS]     = N_("Networks"),
  [PLN_MIXING_ACROSS_STAGES]       = N_("Career stages"),
  [PLN_MIXING_ACROSS_FIRST_TIMERS] = N_("First-timers"),
};

static gboolean
show_cb (gpointer data)
{
  PlnMixingSheet *self = data;

  self->show_source = 0;
  if (self->mixing == NULL)
    return G_SOURCE_REMOVE;

  pln_mixing_result_show (self->result, self->mixing);
  pln_sheet_set_can_act (PLN_SHEET (self), pln_mixing_get_rounds (self->mixing) != NULL);
  gtk_widget_set_sensitive (self->enough, pln_mixing_get_state (self->mixing) == PLN_MIXING_LOOKING);

  return G_SOURCE_REMOVE;
}

static void
queue_show (PlnMixingSheet *self)
{
  if (self->show_source == 0)
    self->show_source = g_idle_add (show_cb, self);
}

static void
forget_mixing (PlnMixingSheet *self)
{
  if (self->mixing != NULL)
    g_signal_handlers_disconnect_by_data (self->mixing, self);
  g_clear_object (&self->mixing);
}

static gboolean
start_cb (gpointer data)
{
  PlnMixingSheet *self = data;

  self->start_source = 0;
  forget_mixing (self); /* which ends it */
  self->mixing = PLN_WISHES_GET_IFACE (self->wishes)->mix (self->wishes, self->gathering, self->settings, self->seed);
  g_signal_connect_swapped (self->mixing, "notify", G_CALLBACK (queue_show), self);
  show_cb (self);

  return G_SOURCE_REMOVE;
}

/* What the choices mean, in words below them. */
static void
show_words (PlnMixingSheet *self)
{
  guint n = pln_mixing_settings_count_people (self->settings, self->gathering);
  guint n_groups = pln_mixing_settings_count_groups (self->settings, self->gathering);
  gboolean here = pln_mixing_settings_get_who (self->settings) == PLN_MIXING_WHO_HERE;
  g_autofree char *subtitle =
    here ? g_strdup_printf (ngettext ("%u person who is here", "%u people who are here", n), n)
         : g_strdup_printf (ngettext ("%u person who is going", "%u people who are going", n), n);
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  g_autofree char *groups = g_strdup_printf (ngettext ("%u group", "%u groups", n_groups), n_groups);
  guint n_frozen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      n_frozen += pln_round_is_frozen (round, now);
    }
  pln_sheet_set_subtitle (PLN_SHEET (self), subtitle);
  adw_action_row_set_subtitle (self->size_row, groups);
  if (n_frozen > 0)
    {
      g_autofree char *frozen = g_strdup_printf (ngettext ("%u stays as it is: it is locked, or has begun",
                                                           "%u stay as they are: locked, or begun", n_frozen), n_frozen);

      adw_action_row_set_subtitle (self->rounds_row, frozen);
    }
}

static void
restart (PlnMixingSheet *self)
{
  show_words (self);
  pln_sheet_set_can_act (PLN_SHEET (self), FALSE); /* what was found answers another question */
  g_clear_handle_id (&self->start_source, g_source_remove);
  self->start_source = g_timeout_add (PATIENCE, start_cb, self);
}

static void
set_role (PlnMixingSheet  *self,
          PlnGroupRole  role,
          GtkSwitch    *toggle)
{
  guint roles = pln_mixing_settings_get_roles (self->settings) & ~PLN_GROUP_ROLE_BIT (role);

  pln_mixing_settings_set_roles (self->settings, gtk_switch_get_active (toggle) ? roles | PLN_GROUP_ROLE_BIT (role) : roles);
}

static void
changed_cb (PlnMixingSheet *self)
{
  if (self->filling)
    return;

  pln_mixing_settings_set_who (self->settings, (PlnMixingWho) adw_combo_row_get_selected (self->who_row));
  pln_mixing_settings_set_rounds (self->settings, (guint) gtk_spin_button_get_value_as_int (self->rounds));
  pln_mixing_settings_set_size (self->settings, (guint) gtk_spin_button_get_value_as_int (self->size));
  pln_mixing_settings_set_by_rooms (self->settings, gtk_switch_get_active (self->rooms));
  pln_mixing_settings_set_remember (self->settings, gtk_switch_get_active (self->remember));
  set_role (self, PLN_GROUP_ROLE_FACILITATOR, self->facilitators);
  set_role (self, PLN_GROUP_ROLE_NOTE_TAKER, self->note_takers);
  for (guint i = 0; i < PLN_MIXING_N_ACROSS; i++)
    pln_mixing_settings_set_strength (self->settings, i, pln_strength_row_get_strength (self->strengths[i]));
  restart (self);
}

static void
rules_changed_cb (PlnMixingSheet *self)
{
  if (self->filling)
    return;

  pln_mixing_settings_set_rules (self->settings, pln_rules_group_get (self->rules));
  restart (self);
}

static void
enough_cb (PlnMixingSheet *self)
{
  if (self->mixing != NULL)
    pln_mixing_stop (self->mixing);
}

static void
another_cb (PlnMixingSheet *self)
{
  self->seed++;
  restart (self);
}

static void
pln_mixing_sheet_act (PlnSheet *sheet)
{
  PlnMixingSheet *self = PLN_MIXING_SHEET (sheet);

  if (self->mixing == NULL || pln_mixing_get_rounds (self->mixing) == NULL)
    return;

  PLN_WISHES_GET_IFACE (self->wishes)->use_mix (self->wishes, self->mixing);
  pln_sheet_close (sheet);
}

static void
pln_mixing_sheet_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlnMixingSheet *self = PLN_MIXING_SHEET (widget);
  gboolean narrow = width < NARROW;

  /* Each half scrolls for itself, or one below the other they scroll together. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (self->left, GTK_POLICY_NEVER, narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_policy (self->right, GTK_POLICY_NEVER, narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  GTK_WIDGET_CLASS (pln_mixing_sheet_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
pln_mixing_sheet_dispose (GObject *object)
{
  PlnMixingSheet *self = PLN_MIXING_SHEET (object);

  self->filling = TRUE; /* rows that go are not changed */
  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_handle_id (&self->show_source, g_source_remove);
  forget_mixing (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->gathering);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_mixing_sheet_parent_class)->dispose (object);
}

static void
pln_mixing_sheet_class_init (PlnMixingSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_mixing_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_mixing_sheet_act;
  widget_class->size_allocate = pln_mixing_sheet_size_allocate;

  g_type_ensure (PLN_TYPE_MIXING_RESULT);
  g_type_ensure (PLN_TYPE_RULES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-mixing-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, halves);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, left);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, right);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, who_row);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, rounds_row);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, rounds);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, size_row);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, size);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, rooms_row);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, rooms);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, facilitators);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, note_takers);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, across_group);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, remember);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, rules);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, result);
  gtk_widget_class_bind_template_child (widget_class, PlnMixingSheet, enough);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rules_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enough_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
}

static void
pln_mixing_sheet_init (PlnMixingSheet *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PLN_MIXING_N_ACROSS; i++)
    {
      GtkWidget *row = pln_strength_row_new (_(across_titles[i]));

      self->strengths[i] = PLN_STRENGTH_ROW (row);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
      adw_preferences_group_add (self->across_group, row);
    }
}

static char *
rooms_words (PlnGathering *gathering)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  guint n_chairs = 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u room", "%u rooms", rooms->len), rooms->len);
  g_autofree char *chairs = NULL;

  for (guint i = 0; i < rooms->len; i++)
    n_chairs += ((const PlnRoom *) rooms->pdata[i])->capacity;
  if (n_chairs == 0)
    return g_steal_pointer (&count);

  chairs = g_strdup_printf (ngettext ("%u chair", "%u chairs", n_chairs), n_chairs);

  return g_strdup_printf ("%s, %s", count, chairs);
}

static void
fill (PlnMixingSheet *self)
{
  guint roles = pln_mixing_settings_get_roles (self->settings);
  g_autofree char *rooms = rooms_words (self->gathering);

  adw_combo_row_set_selected (self->who_row, pln_mixing_settings_get_who (self->settings));
  gtk_spin_button_set_value (self->rounds, pln_mixing_settings_get_rounds (self->settings));
  gtk_spin_button_set_value (self->size, pln_mixing_settings_get_size (self->settings));
  gtk_switch_set_active (self->rooms, pln_mixing_settings_get_by_rooms (self->settings));
  gtk_widget_set_visible (GTK_WIDGET (self->rooms_row), pln_gathering_get_room_list (self->gathering)->len > 0);
  adw_action_row_set_subtitle (self->rooms_row, rooms);
  gtk_switch_set_active (self->remember, pln_mixing_settings_get_remember (self->settings));
  gtk_switch_set_active (self->facilitators, (roles & PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_FACILITATOR)) != 0);
  gtk_switch_set_active (self->note_takers, (roles & PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_NOTE_TAKER)) != 0);
  for (guint i = 0; i < PLN_MIXING_N_ACROSS; i++)
    pln_strength_row_set_strength (self->strengths[i], pln_mixing_settings_get_strength (self->settings, i));
  pln_rules_group_show (self->rules, self->gathering, pln_mixing_settings_get_rules (self->settings));
}

/**
 * pln_mixing_sheet_new:
 * @wishes: who mixes
 * @gathering: whose people are mixed
 *
 * Returns: (transfer none): a sheet that looks for a mix, to be shown with
 *   [method@Sheet.present]
 */
PlnSheet *
pln_mixing_sheet_new (PlnWishes    *wishes,
                   PlnGathering *gathering)
{
  PlnMixingSheet *self = g_object_new (PLN_TYPE_MIXING_SHEET, NULL);

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->settings = PLN_WISHES_GET_IFACE (wishes)->draft_mix (wishes, gathering);
  self->seed = 1;
  fill (self);
  self->filling = FALSE;
  show_words (self);
  start_cb (self);

  return PLN_SHEET (self);
}
