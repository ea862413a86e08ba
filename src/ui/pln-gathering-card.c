/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-card.h"

#include "pln-address.h"
#include "pln-date-tile.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/**
 * PlnGatheringCard:
 *
 * What is known of a gathering, as text: when, where, who invites, until when
 * to answer. Whatever came with a file is shown as plain text, and of web
 * addresses the host that they really lead to.
 */
struct _PlnGatheringCard
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  guint         update_id;

  PlnDateTile  *tile;
  GtkLabel     *title_label;
  GtkLabel     *when_label;
  GtkWidget    *edit_button;
  GtkWidget    *facts;
  GtkLabel     *description_label;
};

G_DEFINE_FINAL_TYPE (PlnGatheringCard, pln_gathering_card, ADW_TYPE_BIN)

static GtkWidget *
add_fact (PlnGatheringCard *self,
          const char       *icon_name,
          GtkWidget        *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, "pln-dim");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (self->facts), box);

  return box;
}

static void
add_text (PlnGatheringCard *self,
          const char       *icon_name,
          const char       *text)
{
  g_autofree char *line = pln_str_one_line (text);
  GtkWidget *label;

  if (*line == '\0')
    return;

  label = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE); /* a selectable one that only is not focusable stops Tab */
  add_fact (self, icon_name, label);
}

static gboolean
activate_link_cb (GtkLinkButton *button)
{
  g_autofree char *host = pln_address_web_host (gtk_link_button_get_uri (button));

  return host == NULL; /* only the web is opened */
}

/* The button says where it leads: the host, whatever the address pretends. */
static void
add_link (PlnGatheringCard *self,
          const char       *address)
{
  g_autofree char *line = pln_str_one_line (address);
  g_autofree char *host = pln_address_web_host (line);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (host == NULL)
    {
      add_text (self, "pln-globe-symbolic", line);
      return;
    }

  /* Translators: the placeholder is the host of a web address. */
  label = g_strdup_printf (_("Online at %s"), host);
  button = gtk_link_button_new_with_label (line, label);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pln-link");
  g_signal_connect (button, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  add_fact (self, "pln-globe-symbolic", button);
}

static void
add_state (PlnGatheringCard *self)
{
  if (pln_gathering_get_cancelled (self->gathering))
    add_text (self, "pln-answer-declined-symbolic", _("Cancelled"));
  else if (pln_gathering_get_state (self->gathering) == PLN_STATE_DRAFT)
    add_text (self, "document-edit-symbolic", _("Draft; only the organisers know of it"));
  else
    add_text (self, "pln-answer-going-symbolic", _("Published"));
}

static void
add_organiser (PlnGatheringCard *self)
{
  const char *name = pln_gathering_get_organiser_name (self->gathering);
  const char *email = pln_gathering_get_organiser_email (self->gathering);
  g_autofree char *text = NULL;

  if (*name != '\0' && *email != '\0')
    text = g_strdup_printf ("%s, %s", name, email);
  add_text (self, "avatar-default-symbolic", text != NULL ? text : *name != '\0' ? name : email);
}

static void
add_guests (PlnGatheringCard *self)
{
  guint capacity = pln_gathering_get_capacity (self->gathering);
  GDateTime *answer_by = pln_gathering_get_answer_by (self->gathering);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", capacity), capacity);
  g_autofree char *day = answer_by != NULL ? pln_when_words_day (answer_by) : NULL;
  g_autofree char *until = NULL;

  if (day != NULL)
    /* Translators: the placeholder is a day. */
    until = g_strdup_printf (_("Answer by %s"), day);

  if (capacity > 0)
    add_text (self, "pln-people-symbolic", places);
  if (until != NULL)
    add_text (self, "pln-clock-symbolic", until);
}

static void
show_facts (PlnGatheringCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), child);

  add_text (self, "pln-door-symbolic", pln_gathering_get_location (self->gathering));
  if (*pln_gathering_get_online (self->gathering) != '\0')
    add_link (self, pln_gathering_get_online (self->gathering));
  add_organiser (self);
  add_guests (self);
  add_state (self);
  add_text (self, "dialog-warning-symbolic", pln_gathering_get_zone_note (self->gathering));
}

static void
update (PlnGatheringCard *self)
{
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (self->gathering));
  g_autofree char *when = pln_when_words (pln_gathering_get_start (self->gathering), pln_gathering_get_end (self->gathering),
                                          pln_gathering_get_zone (self->gathering), pln_gathering_get_all_day (self->gathering));
  g_autofree char *description = g_strstrip (pln_str_for_label (pln_gathering_get_description (self->gathering)));

  pln_date_tile_show (self->tile, pln_gathering_get_start (self->gathering), pln_gathering_get_colour (self->gathering));
  gtk_label_set_label (self->title_label, *title != '\0' ? title : _("Without a title"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), *description != '\0');
  gtk_widget_set_visible (self->edit_button, !pln_gathering_get_read_only (self->gathering));
  show_facts (self);
}

static gboolean
update_cb (gpointer user_data)
{
  PlnGatheringCard *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* One update for all that a saved form changes. */
static void
gathering_notify_cb (PlnGatheringCard *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

static void
pln_gathering_card_dispose (GObject *object)
{
  PlnGatheringCard *self = PLN_GATHERING_CARD (object);

  pln_gathering_card_set_gathering (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_GATHERING_CARD);

  G_OBJECT_CLASS (pln_gathering_card_parent_class)->dispose (object);
}

static void
pln_gathering_card_class_init (PlnGatheringCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_gathering_card_dispose;

  g_type_ensure (PLN_TYPE_DATE_TILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-gathering-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, tile);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, when_label);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, facts);
  gtk_widget_class_bind_template_child (widget_class, PlnGatheringCard, description_label);
}

static void
pln_gathering_card_init (PlnGatheringCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_gathering_card_set_gathering:
 * @self: a card
 * @gathering: (nullable): what it shows and follows
 */
void
pln_gathering_card_set_gathering (PlnGatheringCard *self,
                                  PlnGathering     *gathering)
{
  g_return_if_fail (PLN_IS_GATHERING_CARD (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_set_object (&self->gathering, gathering);
  if (gathering == NULL)
    return;

  g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
  update (self);
}
