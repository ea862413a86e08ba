/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-twice-bar.h"

#include "pln-config.h"
#include "pln-move.h"
#include "pln-round-words.h"
#include "pln-str.h"
#include "pln-twice.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

#define MOST_GROUPS 3 /* buttons; the board offers the rest */

/**
 * PlnTwiceBar:
 *
 * Says, of all rounds, who sits in more than one group at once, as when two
 * organisers placed the same person while they were apart; and offers to keep
 * one of the places. It is there only as long as that is so.
 */
struct _PlnTwiceBar
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  GPtrArray    *watched; /* list models and groups that are listened to */
  guint         update_source;

  GtkWidget    *icon;
  GtkWidget    *label;
  GtkWidget    *buttons;
};

G_DEFINE_FINAL_TYPE (PlnTwiceBar, pln_twice_bar, ADW_TYPE_BIN)

static void
keep (PlnTwiceBar *self,
      GtkWidget   *button)
{
  const char *person, *round, *uid;
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  PlnGroup *group;
  const PlnPlace *place;
  g_autoptr(GPtrArray) moves = pln_moves_new ();

  g_variant_get (g_object_get_data (G_OBJECT (button), "place"), "(&s&s&s)", &person, &round, &uid);
  group = self->gathering != NULL ? pln_gathering_find_group (self->gathering, uid) : NULL;
  place = group != NULL ? pln_group_get_place (group, person) : NULL;
  if (wishes == NULL || place == NULL)
    return;

  g_ptr_array_add (moves, pln_move_new (round, uid, person, place->role, place->locked));
  PLN_WISHES_GET_IFACE (wishes)->place_people (wishes, self->gathering, moves);
}

static void
add_button (PlnTwiceBar    *self,
            const PlnTwice *twice,
            PlnGroup       *group)
{
  g_autofree char *name = pln_group_name (group);
  /* Translators: a button; of several groups in which somebody sits, the only one to keep: “Keep in Group 3” */
  g_autofree char *label = g_strdup_printf (_("Keep in %s"), name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "place",
                          g_variant_ref_sink (g_variant_new ("(sss)", twice->person, pln_round_get_uid (twice->round),
                                                             pln_group_get_uid (group))),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (keep), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
show (PlnTwiceBar *self)
{
  g_autoptr(GPtrArray) list = self->gathering != NULL ? pln_twice_list (self->gathering) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  gtk_widget_set_visible (GTK_WIDGET (self), list != NULL && list->len > 0);
  if (list != NULL && list->len > 0)
    {
      const PlnTwice *first = g_ptr_array_index (list, 0);
      g_autofree char *words = pln_twice_words (self->gathering, first);
      guint n = list->len - 1;
      g_autofree char *more = n > 0 ? g_strdup_printf (ngettext ("%u more sits in several groups.",
                                                                 "%u more sit in several groups.", n), n) : NULL;
      g_autofree char *all = more != NULL ? g_strdup_printf ("%s %s", words, more) : g_strdup (words);

      gtk_label_set_text (GTK_LABEL (self->label), all);
      if (!pln_gathering_get_read_only (self->gathering) && !pln_round_get_read_only (first->round))
        for (guint i = 0; i < MIN (first->groups->len, MOST_GROUPS); i++)
          add_button (self, first, first->groups->pdata[i]);
    }
}

static void
queue_update (PlnTwiceBar *self);

static void
unwatch (PlnTwiceBar *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (self->watched->pdata[i], self);
  g_ptr_array_set_size (self->watched, 0);
}

static void
watch (PlnTwiceBar *self,
       gpointer     object,
       const char  *signal)
{
  g_signal_connect_swapped (object, signal, G_CALLBACK (queue_update), self);
  g_ptr_array_add (self->watched, g_object_ref (object));
}

/* Listens to all rounds and their groups, as a change by others may be in any. */
static void
watch_all (PlnTwiceBar *self)
{
  GListModel *rounds = pln_gathering_get_rounds (self->gathering);

  watch (self, self->gathering, "notify::read-only");
  watch (self, rounds, "items-changed");
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);

      watch (self, groups, "items-changed");
      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);

          watch (self, group, "notify::places");
        }
    }
}

static gboolean
update_cb (gpointer data)
{
  PlnTwiceBar *self = data;

  self->update_source = 0;
  unwatch (self);
  if (self->gathering != NULL)
    watch_all (self);
  show (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (PlnTwiceBar *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
pln_twice_bar_dispose (GObject *object)
{
  PlnTwiceBar *self = PLN_TWICE_BAR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->watched != NULL)
    unwatch (self);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_twice_bar_parent_class)->dispose (object);
}

static void
pln_twice_bar_class_init (PlnTwiceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_twice_bar_dispose;
}

static void
pln_twice_bar_init (PlnTwiceBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (box, "pln-notice");
  gtk_widget_add_css_class (box, "warning");
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->icon, "pln-warning");
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0, "wrap", TRUE,
                              "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->label, "pln-compact");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pln_twice_bar_set_gathering:
 * @self: a bar
 * @gathering: (nullable): whose rounds are looked at
 */
void
pln_twice_bar_set_gathering (PlnTwiceBar  *self,
                             PlnGathering *gathering)
{
  g_return_if_fail (PLN_IS_TWICE_BAR (self));

  if (g_set_object (&self->gathering, gathering))
    {
      g_clear_handle_id (&self->update_source, g_source_remove);
      update_cb (self);
    }
}

/**
 * pln_twice_bar_set_narrow:
 * @self: a bar
 * @narrow: whether the buttons are to stand below the words
 */
void
pln_twice_bar_set_narrow (PlnTwiceBar *self,
                          gboolean     narrow)
{
  g_return_if_fail (PLN_IS_TWICE_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_bin_get_child (ADW_BIN (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->icon, !narrow);
}
