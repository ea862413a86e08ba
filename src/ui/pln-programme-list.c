/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-list.h"

#include "pln-when-words.h"

#include <glib/gi18n.h>

#define LINES 3 /* of a chip */

/**
 * PlnProgrammeList:
 *
 * A programme where there is no room for rooms beside each other: one after
 * the other by time, each with its room as a tag. Rows exist only for what is
 * seen.
 */
struct _PlnProgrammeList
{
  AdwBin               parent_instance;

  GtkWidget           *view;
  GListStore          *sessions;
  PlnGathering        *gathering;
  PlnProgrammeClashes *clashes; /* borrowed from the owner of the list */
};

G_DEFINE_FINAL_TYPE (PlnProgrammeList, pln_programme_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECT,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
part_of (GtkListItem *row,
         const char  *name)
{
  return g_object_get_data (G_OBJECT (row), name);
}

static void
pressed_cb (GtkGesture *click,
            int         n_press,
            double      x,
            double      y,
            gpointer    user_data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  g_signal_emit (user_data, signals[SIGNAL_SELECT], 0, pln_chip_get_item (PLN_CHIP (chip)));
}

static void
activate_cb (PlnProgrammeList *self,
             guint             position)
{
  g_autoptr(PlnSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), position);

  if (session != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, session);
}

static void
setup_cb (PlnProgrammeList *self,
          GtkListItem      *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (NULL);
  GtkWidget *chip = pln_chip_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "numeric");
  gtk_widget_add_css_class (heading, "pln-programme-time");
  gtk_widget_set_size_request (chip, -1, MAX (44, pln_chip_get_height (chip, LINES)));
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (chip, FALSE); /* the row is */

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_list_item_set_child (row, box);
  gtk_list_item_set_selectable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "heading", heading);
  g_object_set_data (G_OBJECT (row), "chip", chip);
}

static gboolean
same_time (PlnSession *a,
           PlnSession *b)
{
  GDateTime *one = pln_session_get_start (a);
  GDateTime *two = pln_session_get_start (b);

  return one == NULL || two == NULL ? one == two : g_date_time_equal (one, two);
}

static void
bind_cb (PlnProgrammeList *self,
         GtkListItem      *row)
{
  PlnSession *session = gtk_list_item_get_item (row);
  guint position = gtk_list_item_get_position (row);
  g_autoptr(PlnSession) before = position > 0
                                 ? g_list_model_get_item (G_LIST_MODEL (self->sessions), position - 1) : NULL;
  GtkWidget *heading = part_of (row, "heading");
  PlnChip *chip = PLN_CHIP (part_of (row, "chip"));
  GDateTime *start = pln_session_get_start (session);
  g_autofree char *time = start != NULL && !pln_session_get_all_day (session)
                          ? pln_when_words_time (start) : g_strdup (_("Without a time"));

  gtk_label_set_label (GTK_LABEL (heading), time);
  gtk_widget_set_visible (heading, before == NULL || !same_time (before, session));
  pln_chip_set_item (chip, session);
  pln_programme_face_show (chip, self->gathering, session, self->clashes, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pln_chip_get_words (chip), -1);
}

static void
pln_programme_list_finalize (GObject *object)
{
  PlnProgrammeList *self = PLN_PROGRAMME_LIST (object);

  g_object_unref (self->sessions);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_programme_list_parent_class)->finalize (object);
}

static void
pln_programme_list_class_init (PlnProgrammeListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pln_programme_list_finalize;

  /**
   * PlnProgrammeList::select:
   * @self: the list
   * @session: what was clicked
   */
  signals[SIGNAL_SELECT] =
    g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);

  /**
   * PlnProgrammeList::activate:
   * @self: the list
   * @session: what was double clicked, or Enter pressed on
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);
}

static void
pln_programme_list_init (PlnProgrammeList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sessions = g_list_store_new (PLN_TYPE_SESSION);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (NULL, factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->view, "pln-programme-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * pln_programme_list_new:
 *
 * Returns: an empty list
 */
GtkWidget *
pln_programme_list_new (void)
{
  return g_object_new (PLN_TYPE_PROGRAMME_LIST, NULL);
}

/**
 * pln_programme_list_set_seen:
 * @self: a list
 * @seen: whether it is to be seen; it is not at first
 *
 * A list that is not seen makes no rows.
 */
void
pln_programme_list_set_seen (PlnProgrammeList *self,
                             gboolean          seen)
{
  g_autoptr(GtkNoSelection) model = NULL;

  g_return_if_fail (PLN_IS_PROGRAMME_LIST (self));

  if (seen == (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)) != NULL))
    return;

  if (seen)
    model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sessions)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (model));
}

/**
 * pln_programme_list_set_sessions:
 * @self: a list
 * @gathering: whose programme it is
 * @sessions: (element-type PlnSession): the sessions, in their order
 * @clashes: (nullable): what clashes; must live until others are set
 */
void
pln_programme_list_set_sessions (PlnProgrammeList    *self,
                                 PlnGathering        *gathering,
                                 GPtrArray           *sessions,
                                 PlnProgrammeClashes *clashes)
{
  g_return_if_fail (PLN_IS_PROGRAMME_LIST (self));

  g_set_object (&self->gathering, gathering);
  self->clashes = clashes;
  /* All anew: what stays may have another face, and a time that it begins. */
  g_list_store_splice (self->sessions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sessions)),
                       sessions->pdata, sessions->len);
}

/**
 * pln_programme_list_scroll_to:
 * @self: a list
 * @session: one of its sessions
 */
void
pln_programme_list_scroll_to (PlnProgrammeList *self,
                              PlnSession       *session)
{
  guint position;

  g_return_if_fail (PLN_IS_PROGRAMME_LIST (self));

  if (g_list_store_find (self->sessions, session, &position))
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}
