/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-row.h"

#include "pln-avatar.h"
#include "pln-network-shapes.h"
#include "pln-person-words.h"
#include "pln-str.h"

/**
 * PlnAttendeeRow:
 *
 * A person in a narrow list: avatar, name, networks and organisation, answer.
 */
struct _PlnAttendeeRow
{
  AdwBin            parent_instance;

  PlnAttendee      *attendee;
  PlnNetworks      *networks;

  PlnAvatar        *avatar;
  GtkInscription   *name;
  PlnNetworkShapes *shapes;
  GtkInscription   *organisation;
  GtkWidget        *sprout;
  GtkImage         *answer;
};

G_DEFINE_FINAL_TYPE (PlnAttendeeRow, pln_attendee_row, ADW_TYPE_BIN)

static void
show_answer (PlnAttendeeRow *self)
{
  int standing = pln_standing_of (self->attendee);
  g_autofree char *class = g_strconcat ("pln-", pln_standing_colour (standing), NULL);
  const char *classes[] = { class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->answer), classes);
  gtk_image_set_from_icon_name (self->answer, pln_standing_icon (standing));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->answer), pln_standing_word (standing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pln_standing_word (standing), -1);
}

static void
update (PlnAttendeeRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (self->attendee));
  g_autofree char *organisation = pln_str_one_line (pln_attendee_get_organisation (self->attendee));
  g_autofree char *summary = pln_person_summary (self->attendee);

  pln_avatar_show (self->avatar, self->attendee);
  gtk_inscription_set_text (self->name, name);
  gtk_inscription_set_text (self->organisation, organisation);
  pln_network_shapes_show (self->shapes, self->networks, pln_attendee_get_networks (self->attendee));
  gtk_widget_set_visible (self->sprout, pln_attendee_get_first_time (self->attendee));
  show_answer (self);

  /* GTK 4.8 has no other way to name a row than through what stands in it. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

static void
forget (PlnAttendeeRow *self)
{
  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_func (self->attendee, update, self);
  g_clear_object (&self->attendee);
}

static void
pln_attendee_row_dispose (GObject *object)
{
  PlnAttendeeRow *self = PLN_ATTENDEE_ROW (object);

  forget (self);
  g_clear_object (&self->networks);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_ATTENDEE_ROW);

  G_OBJECT_CLASS (pln_attendee_row_parent_class)->dispose (object);
}

static void
pln_attendee_row_class_init (PlnAttendeeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_attendee_row_dispose;

  g_type_ensure (PLN_TYPE_AVATAR);
  g_type_ensure (PLN_TYPE_NETWORK_SHAPES);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-attendee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, shapes);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, sprout);
  gtk_widget_class_bind_template_child (widget_class, PlnAttendeeRow, answer);
}

static void
pln_attendee_row_init (PlnAttendeeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_attendee_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *
pln_attendee_row_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEE_ROW, NULL);
}

/**
 * pln_attendee_row_set_networks:
 * @self: a row
 * @networks: the networks of the gathering whose attendees are shown from now
 *   on
 */
void
pln_attendee_row_set_networks (PlnAttendeeRow *self,
                               PlnNetworks    *networks)
{
  g_return_if_fail (PLN_IS_ATTENDEE_ROW (self));

  g_set_object (&self->networks, networks);
}

/**
 * pln_attendee_row_show:
 * @self: a row that knows the networks
 * @attendee: (nullable): who to show, and to follow
 */
void
pln_attendee_row_show (PlnAttendeeRow *self,
                       PlnAttendee    *attendee)
{
  g_return_if_fail (PLN_IS_ATTENDEE_ROW (self));

  forget (self);
  if (attendee == NULL)
    return;

  self->attendee = g_object_ref (attendee);
  g_signal_connect_swapped (attendee, "notify", G_CALLBACK (update), self);
  update (self);
}

/**
 * pln_attendee_row_get_attendee:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): who is shown
 */
PlnAttendee *
pln_attendee_row_get_attendee (PlnAttendeeRow *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_ROW (self), NULL);

  return self->attendee;
}
