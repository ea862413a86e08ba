/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-check-in-card.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-door.h"
#include "pln-group-words.h"
#include "pln-network-shapes.h"
#include "pln-person-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define NEAREST 2

/**
 * PlnCheckInCard:
 *
 * What came of the last entry at the door: by colour, by the outline of the
 * sign, by the sign in it and in words; to be read from a step away. It stays
 * until the next entry.
 */
struct _PlnCheckInCard
{
  AdwBin            parent_instance;

  GtkWidget        *box;
  GtkWidget        *mark;
  GtkImage         *sign;
  GtkLabel         *state;
  GtkLabel         *name;
  GtkLabel         *organisation;
  GtkWidget        *networks;
  PlnNetworkShapes *shapes;
  GtkLabel         *network_words;
  GtkWidget        *round;
  GtkLabel         *round_words;
  GtkButton        *button;
  AdwButtonContent *button_content;
};

G_DEFINE_FINAL_TYPE (PlnCheckInCard, pln_check_in_card, ADW_TYPE_BIN)

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
add_row (GtkWidget *box,
         GtkWidget *first)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (box), row);

  return row;
}

static GtkWidget *
make_words (PlnCheckInCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name ("pln-groups-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->state = add_label (words, "pln-result-state");
  self->name = add_label (words, "pln-result-name");
  self->organisation = add_label (words, "pln-dim");
  self->shapes = PLN_NETWORK_SHAPES (pln_network_shapes_new ());
  self->networks = add_row (words, GTK_WIDGET (self->shapes));
  self->network_words = add_label (self->networks, "pln-compact");
  self->round = add_row (words, icon);
  self->round_words = add_label (self->round, "body");

  return words;
}

static GtkWidget *
make_button (PlnCheckInCard *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  self->button_content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  gtk_button_set_child (self->button, GTK_WIDGET (self->button_content));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pln-result-button");
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->button), FALSE);

  return GTK_WIDGET (self->button);
}

static void
pln_check_in_card_class_init (PlnCheckInCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plncheckincard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
pln_check_in_card_init (PlnCheckInCard *self)
{
  GtkWidget *words = make_words (self);
  GtkWidget *overlay = gtk_overlay_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->mark = adw_bin_new ();
  self->sign = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->sign), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self->mark), GTK_WIDGET (self->sign));
  gtk_widget_add_css_class (self->mark, "pln-result-mark");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->mark);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_widget_add_css_class (self->box, "pln-result");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->box);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_button (self)); /* beside the state, above the name */
  adw_bin_set_child (ADW_BIN (self), overlay);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* One of the three looks. */
static void
set_look (PlnCheckInCard *self,
          const char     *look,
          const char     *icon)
{
  static const char *const looks[] = { "good", "already", "unknown" };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (self->box, looks[i]);
  gtk_widget_add_css_class (self->box, look);
  gtk_image_set_from_icon_name (self->sign, icon);
}

static void
set_button (PlnCheckInCard *self,
            const char     *icon,
            const char     *label,
            const char     *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label == NULL)
    return;

  adw_button_content_set_icon_name (self->button_content, icon);
  adw_button_content_set_label (self->button_content, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

static void
tell (PlnCheckInCard *self)
{
  g_autofree char *sentence = g_strdup_printf ("%s: %s", gtk_label_get_text (self->state), gtk_label_get_text (self->name));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * pln_check_in_since:
 * @attendee: a person who came
 *
 * Returns: (transfer full): “already here since 8:55”
 */
char *
pln_check_in_since (PlnAttendee *attendee)
{
  GDateTime *came = pln_attendee_get_came_at (attendee);
  g_autofree char *time = came != NULL ? pln_when_words_time (came) : NULL;

  return time != NULL ? g_strdup_printf (_("Already here since %s"), time) : g_strdup (_("Already here"));
}

static char *
state_words (PlnAttendee      *attendee,
             PlnCheckInResult  result)
{
  switch (result)
    {
    case PLN_CHECK_IN_ALREADY:
      return pln_check_in_since (attendee);
    case PLN_CHECK_IN_WALK_IN:
      return g_strdup (_("Welcome, added at the door"));
    case PLN_CHECK_IN_LEFT:
      return g_strdup (_("Checked out"));
    case PLN_CHECK_IN_UNDONE:
      return g_strdup (_("Taken back"));
    case PLN_CHECK_IN_WELCOME:
    default:
      return g_strdup (C_("to a guest at the door", "Welcome"));
    }
}

static void
show_round (PlnCheckInCard *self,
            PlnGathering   *gathering,
            PlnAttendee    *attendee)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  PlnRound *round = pln_door_next_round (gathering, attendee, now);
  PlnGroup *group = round != NULL ? pln_round_find_person (round, pln_attendee_get_id (attendee)) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->round, group != NULL);
  if (group != NULL)
    {
      g_autofree char *round_name = pln_round_name (round);
      g_autofree char *group_name = pln_group_name (group);
      g_autofree char *room = pln_str_one_line (pln_group_get_room (group));

      /* Translators: where somebody sits next: “Round 1: group 6, Room 2, table 6” */
      words = *room != '\0' ? g_strdup_printf (_("%1$s: %2$s, %3$s"), round_name, group_name, room)
                            : g_strdup_printf (_("%1$s: %2$s"), round_name, group_name);
      gtk_label_set_text (self->round_words, words);
    }
}

static void
show_networks (PlnCheckInCard *self,
               PlnGathering   *gathering,
               PlnAttendee    *attendee)
{
  const char *const *names = pln_attendee_get_networks (attendee);
  g_autofree char *words = names[0] != NULL ? pln_networks_words (names) : NULL;

  gtk_widget_set_visible (self->networks, words != NULL);
  if (words != NULL)
    {
      gtk_label_set_text (self->network_words, words);
      pln_network_shapes_show (self->shapes, pln_networks_of (gathering), names);
    }
}

/**
 * pln_check_in_card_show:
 * @self: a card
 * @gathering: a gathering
 * @attendee: a person
 * @result: what came of it
 */
void
pln_check_in_card_show (PlnCheckInCard   *self,
                        PlnGathering     *gathering,
                        PlnAttendee      *attendee,
                        PlnCheckInResult  result)
{
  g_autofree char *state = state_words (attendee, result);
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (attendee));
  g_autofree char *organisation = pln_str_one_line (pln_attendee_get_organisation (attendee));
  gboolean is_good = result == PLN_CHECK_IN_WELCOME || result == PLN_CHECK_IN_WALK_IN;

  g_return_if_fail (PLN_IS_CHECK_IN_CARD (self));

  set_look (self, is_good ? "good" : "already",
            is_good ? "pln-answer-going-symbolic" : result == PLN_CHECK_IN_LEFT ? "pln-door-symbolic"
            : result == PLN_CHECK_IN_UNDONE ? "edit-undo-symbolic" : "pln-recurring-symbolic");
  set_text (self->state, state);
  set_text (self->name, name);
  set_text (self->organisation, organisation);
  show_networks (self, gathering, attendee);
  show_round (self, gathering, attendee);
  if (result == PLN_CHECK_IN_ALREADY)
    set_button (self, "pln-door-symbolic", _("Check out"), "check-in.out");
  else if (result == PLN_CHECK_IN_UNDONE)
    set_button (self, NULL, NULL, NULL);
  else
    set_button (self, "edit-undo-symbolic", _("Undo"), "check-in.undo");
  tell (self);
}

/**
 * pln_check_in_card_unknown:
 * @self: a card
 * @gathering: a gathering
 * @typed: what nobody on its list is called
 */
void
pln_check_in_card_unknown (PlnCheckInCard *self,
                           PlnGathering   *gathering,
                           const char     *typed)
{
  g_autoptr(GPtrArray) nearest = pln_door_nearest (gathering, typed, NEAREST);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), typed);
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (PLN_IS_CHECK_IN_CARD (self));

  for (guint i = 0; i < nearest->len; i++)
    g_ptr_array_add (names, (gpointer) pln_attendee_get_display_name (nearest->pdata[i]));
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (_(", "), (char **) names->pdata);
  words = nearest->len > 0 ? g_strdup_printf (_("Nobody is called so. Nearest: %s"), joined) : g_strdup (_("Nobody is called so."));

  set_look (self, "unknown", "pln-answer-declined-symbolic");
  set_text (self->state, _("Not on the list"));
  set_text (self->name, quoted);
  set_text (self->organisation, words);
  gtk_widget_set_visible (self->networks, FALSE);
  gtk_widget_set_visible (self->round, FALSE);
  set_button (self, "list-add-symbolic", _("Add as walk-in"), "check-in.walk-in");
  tell (self);
}
