/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-network-tags.h"

#include "pln-config.h"
#include "pln-network-shapes.h"
#include "pln-str.h"
#include "pln-suggest.h"

#include <glib/gi18n.h>

#define MOST_OFFERED 8

/**
 * PlnNetworkTags:
 *
 * The networks of a person as tags: a cross, or Delete, takes one away, a plus
 * adds one. What the user did is told by [signal@NetworkTags::changed]; the
 * tags themselves change when they are shown anew.
 */
struct _PlnNetworkTags
{
  AdwBin         parent_instance;

  PlnGathering  *gathering;
  char         **names;

  GtkFlowBox    *flow;
  GtkMenuButton *add;
};

G_DEFINE_FINAL_TYPE (PlnNetworkTags, pln_network_tags, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_cb (PlnNetworkTags *self,
           GtkWidget      *button)
{
  pln_network_tags_remove (self, g_object_get_data (G_OBJECT (button), "network"));
}

static gboolean
key_cb (PlnNetworkTags        *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GtkWidget *tag = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;

  pln_network_tags_remove (self, g_object_get_data (G_OBJECT (tag), "network"));

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_tag (PlnNetworkTags *self,
          PlnNetworks    *networks,
          const char     *name)
{
  const char *one[] = { name, NULL };
  g_autofree char *line = pln_str_one_line (name);
  g_autofree char *class = g_strconcat ("pln-", pln_networks_get_colour (networks, name), NULL);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), line);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shapes = pln_network_shapes_new ();
  GtkWidget *label = gtk_label_new (line);
  GtkEventController *keys = gtk_event_controller_key_new ();

  pln_network_shapes_show (PLN_NETWORK_SHAPES (shapes), networks, one);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "pln-compact");
  gtk_box_append (GTK_BOX (tag), shapes);
  gtk_box_append (GTK_BOX (tag), label);
  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_add_css_class (tag, "pln-tag");
  gtk_widget_add_css_class (tag, class);

  if (!pln_gathering_get_read_only (self->gathering))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

      gtk_widget_set_tooltip_text (button, remove);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
      g_object_set_data_full (G_OBJECT (button), "network", g_strdup (name), g_free);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
      gtk_box_append (GTK_BOX (tag), button);

      g_object_set_data_full (G_OBJECT (child), "network", g_strdup (name), g_free);
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
      gtk_widget_add_controller (child, g_steal_pointer (&keys));
    }
  g_clear_object (&keys);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);

  return child;
}

static void
add_typed_cb (PlnNetworkTags *self,
              GtkEditable    *entry)
{
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (entry));

  gtk_menu_button_popdown (self->add);
  if (*name != '\0')
    pln_network_tags_add (self, name);
}

static void
add_offered_cb (PlnNetworkTags *self,
                GtkWidget      *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "network"));

  gtk_menu_button_popdown (self->add);
  pln_network_tags_add (self, name);
}

static GtkWidget *
make_offer (PlnNetworkTags *self,
            PlnNetworks    *networks,
            const char     *name)
{
  const char *one[] = { name, NULL };
  g_autofree char *line = pln_str_one_line (name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *shapes = pln_network_shapes_new ();
  GtkWidget *label = gtk_label_new (line);

  pln_network_shapes_show (PLN_NETWORK_SHAPES (shapes), networks, one);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), shapes);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  g_object_set_data_full (G_OBJECT (button), "network", g_strdup (name), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_offered_cb), self);

  return button;
}

/* A field for any name, and those that others here belong to. */
static void
create_popup_cb (GtkMenuButton *menu,
                 gpointer       user_data)
{
  PlnNetworkTags *self = user_data;
  PlnNetworks *networks = pln_networks_of (self->gathering);
  GPtrArray *known = pln_networks_get_names (networks);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *entry = gtk_entry_new ();
  guint n_offered = 0;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Network"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Network"), -1);
  pln_suggest_values (GTK_ENTRY (entry), PLN_FACET_NETWORK, pln_gathering_get_attendees (self->gathering));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_typed_cb), self);
  gtk_box_append (GTK_BOX (box), entry);

  for (guint i = 0; i < known->len && n_offered < MOST_OFFERED; i++)
    if (!g_strv_contains ((const char *const *) self->names, g_ptr_array_index (known, i)))
      {
        gtk_box_append (GTK_BOX (box), make_offer (self, networks, g_ptr_array_index (known, i)));
        n_offered++;
      }

  gtk_widget_add_css_class (box, "pln-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a network"), -1);
  gtk_menu_button_set_popover (menu, popover);
}

static void
pln_network_tags_dispose (GObject *object)
{
  PlnNetworkTags *self = PLN_NETWORK_TAGS (object);

  g_clear_object (&self->add);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_network_tags_parent_class)->dispose (object);
}

static void
pln_network_tags_finalize (GObject *object)
{
  g_strfreev (PLN_NETWORK_TAGS (object)->names);

  G_OBJECT_CLASS (pln_network_tags_parent_class)->finalize (object);
}

static void
pln_network_tags_class_init (PlnNetworkTagsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pln_network_tags_dispose;
  object_class->finalize = pln_network_tags_finalize;

  /**
   * PlnNetworkTags::changed:
   * @self: the tags
   *
   * The user added a network or took one away, see
   * [method@NetworkTags.get_networks].
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pln_network_tags_init (PlnNetworkTags *self)
{
  self->names = g_new0 (char *, 1);

  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 12);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_flow_box_set_row_spacing (self->flow, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->flow), "pln-tags");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Networks"), -1);

  self->add = g_object_ref_sink (GTK_MENU_BUTTON (gtk_menu_button_new ()));
  gtk_menu_button_set_icon_name (self->add, "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (self->add, create_popup_cb, self, NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), _("Add a network"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a network"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "pln-tag-add");

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flow));
}

/**
 * pln_network_tags_show:
 * @self: tags
 * @gathering: whose networks are offered
 * @names: (array zero-terminated=1): the networks of a person
 *
 * Shows the networks of a person.
 */
void
pln_network_tags_show (PlnNetworkTags    *self,
                       PlnGathering      *gathering,
                       const char *const *names)
{
  PlnNetworks *networks;
  GtkWidget *child;

  g_return_if_fail (PLN_IS_NETWORK_TAGS (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  networks = pln_networks_of (gathering);
  g_set_object (&self->gathering, gathering);
  if (self->names != (char **) names)
    {
      g_strfreev (self->names);
      self->names = g_strdupv ((char **) names);
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    {
      if (gtk_widget_get_first_child (child) == GTK_WIDGET (self->add))
        gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), NULL);
      gtk_flow_box_remove (self->flow, child);
    }
  for (guint i = 0; self->names[i] != NULL; i++)
    gtk_flow_box_append (self->flow, make_tag (self, networks, self->names[i]));
  if (!pln_gathering_get_read_only (gathering))
    {
      gtk_flow_box_append (self->flow, GTK_WIDGET (self->add));
      gtk_widget_set_focusable (gtk_widget_get_parent (GTK_WIDGET (self->add)), FALSE);
    }
}

/**
 * pln_network_tags_get_networks:
 * @self: tags
 *
 * Returns: (transfer none) (array zero-terminated=1): the networks, as the
 *   user wants them
 */
const char *const *
pln_network_tags_get_networks (PlnNetworkTags *self)
{
  g_return_val_if_fail (PLN_IS_NETWORK_TAGS (self), NULL);

  return (const char *const *) self->names;
}

static void
set_names (PlnNetworkTags *self,
           GStrvBuilder   *builder)
{
  g_strfreev (self->names);
  self->names = g_strv_builder_end (builder);
  pln_network_tags_show (self, self->gathering, (const char *const *) self->names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * pln_network_tags_add:
 * @self: tags
 * @name: the name of a network
 *
 * Adds a network, unless it is there.
 */
void
pln_network_tags_add (PlnNetworkTags *self,
                      const char     *name)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (PLN_IS_NETWORK_TAGS (self));
  g_return_if_fail (name != NULL);

  if (g_strv_contains ((const char *const *) self->names, name))
    return;

  g_strv_builder_addv (builder, (const char **) self->names);
  g_strv_builder_add (builder, name);
  set_names (self, builder);
}

/**
 * pln_network_tags_remove:
 * @self: tags
 * @name: the name of a network
 *
 * Takes a network away.
 */
void
pln_network_tags_remove (PlnNetworkTags *self,
                         const char     *name)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (PLN_IS_NETWORK_TAGS (self));
  g_return_if_fail (name != NULL);

  for (guint i = 0; self->names[i] != NULL; i++)
    if (!g_str_equal (self->names[i], name))
      g_strv_builder_add (builder, self->names[i]);
  set_names (self, builder);
}
