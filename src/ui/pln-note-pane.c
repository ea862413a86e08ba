/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-pane.h"

#include "pln-avatar.h"
#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-network-shapes.h"
#include "pln-note-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnNotePane:
 *
 * Beside a note: who sits here, what is worth a look before the group closes,
 * and the keys.
 */
struct _PlnNotePane
{
  AdwBin       parent_instance;

  GtkWidget   *people_box;
  GtkListBox  *people;
  GtkListBox  *checks;
};

G_DEFINE_FINAL_TYPE (PlnNotePane, pln_note_pane, ADW_TYPE_BIN)

enum
{
  SIGNAL_LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
add_list (GtkWidget   *box,
          const char  *title,
          GtkListBox **list)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (*list));
  gtk_box_append (GTK_BOX (box), part);

  return part;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_person (PlnNotePane    *self,
            PlnGathering   *gathering,
            PlnAttendee    *person,
            const PlnPlace *place)
{
  PlnNetworks *networks = pln_networks_of (gathering);
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (person));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = pln_avatar_new (26);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *shapes = pln_network_shapes_new ();

  pln_avatar_show (PLN_AVATAR (avatar), person);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), title);
  if (place->role != PLN_GROUP_ROLE_NONE)
    {
      GtkWidget *role = gtk_label_new (pln_group_role_word (place->role));

      gtk_label_set_xalign (GTK_LABEL (role), 0);
      gtk_widget_add_css_class (role, "caption");
      gtk_widget_add_css_class (role, "pln-purple");
      gtk_box_append (GTK_BOX (words), role);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (shapes, GTK_ALIGN_CENTER);
  pln_network_shapes_show (PLN_NETWORK_SHAPES (shapes), networks, pln_attendee_get_networks (person));
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), shapes);
  gtk_widget_add_css_class (box, "pln-note-person");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->people, row);
}

/* Roles first, then in the order in which they were placed. */
static void
add_people (PlnNotePane  *self,
            PlnGathering *gathering,
            GPtrArray    *places,
            gboolean      with_role)
{
  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *person = pln_gathering_find_attendee (gathering, place->person);

      if (person != NULL && (place->role != PLN_GROUP_ROLE_NONE) == with_role)
        add_person (self, gathering, person, place);
    }
}

/**
 * pln_note_pane_show_people:
 * @self: a pane
 * @gathering: a gathering
 * @group: (nullable): one of its groups; %NULL: the note is not of a group
 *
 * Shows who sits there.
 */
void
pln_note_pane_show_people (PlnNotePane  *self,
                           PlnGathering *gathering,
                           PlnGroup     *group)
{
  GPtrArray *places = group != NULL ? pln_group_get_places (group) : NULL;

  clear (self->people);
  gtk_widget_set_visible (self->people_box, places != NULL && places->len > 0);
  if (places == NULL)
    return;

  add_people (self, gathering, places, TRUE);
  add_people (self, gathering, places, FALSE);
}

static void
add_check (PlnNotePane        *self,
           const PlnNoteCheck *check)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean is_quote = g_str_equal (check->name, "quote");
  GtkWidget *icon = gtk_image_new_from_icon_name (check->good ? "emblem-ok-symbolic" : is_quote ? "pln-quote-symbolic"
                                                                                           : "dialog-warning-symbolic");
  GtkWidget *words = gtk_label_new (check->sentence);

  gtk_widget_add_css_class (icon, check->good ? "pln-good" : is_quote ? "pln-dim" : "pln-warning");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (words), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "pln-compact");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "pln-note-check");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !check->good);
  g_object_set_data (G_OBJECT (row), "check", (gpointer) check->name);
  gtk_list_box_append (self->checks, row);
}

/**
 * pln_note_pane_show_checks:
 * @self: a pane
 * @note: (nullable): the note as it stands now
 *
 * Shows what is worth a look.
 */
void
pln_note_pane_show_checks (PlnNotePane *self,
                           PlnNote     *note)
{
  g_autoptr(GPtrArray) checks = note != NULL ? pln_note_words_checks (note) : g_ptr_array_new ();
  g_autoptr(GString) all = g_string_new (NULL);

  /* Only if something else is to be said: somebody may be about to press it. */
  for (guint i = 0; i < checks->len; i++)
    g_string_append_printf (all, "%s\n", ((PlnNoteCheck *) checks->pdata[i])->sentence);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->checks), "all"), all->str) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self->checks), "all", g_strdup (all->str), g_free);

  clear (self->checks);
  for (guint i = 0; i < checks->len; i++)
    add_check (self, g_ptr_array_index (checks, i));
}

static void
activated_cb (PlnNotePane   *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_LOOK], 0, g_object_get_data (G_OBJECT (row), "check"));
}

static void
add_keys (GtkWidget *box)
{
  static const struct { const char *key; const char *words; } keys[] = {
    { N_("Enter"), N_("next line") },
    { "@", N_("who said it, who does it") },
    { "/", N_("by when (“fri 5 aug”)") },
    { "F2–F8", N_("kind of the line") },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_("Keys"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *key = gtk_label_new (_(keys[i].key));
      GtkWidget *words = gtk_label_new (_(keys[i].words));

      gtk_widget_add_css_class (key, "pln-key");
      gtk_widget_add_css_class (words, "caption");
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_grid_attach (GTK_GRID (grid), key, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), words, 1, (int) i, 1, 1);
    }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pln-note-keys");
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), grid);
  gtk_box_append (GTK_BOX (box), card);
}

static void
pln_note_pane_class_init (PlnNotePaneClass *klass)
{
  /**
   * PlnNotePane::look:
   * @check: the name of a [struct@NoteCheck]
   *
   * Somebody wants to see what it is about.
   */
  signals[SIGNAL_LOOK] = g_signal_new ("look", PLN_TYPE_NOTE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pln_note_pane_init (PlnNotePane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "pln-note-pane");
  self->people_box = add_list (box, _("At this table"), &self->people);
  add_list (box, _("Before you close"), &self->checks);
  add_keys (box);
  g_signal_connect_swapped (self->checks, "row-activated", G_CALLBACK (activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-pane");
}
