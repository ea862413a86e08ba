/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-pager.h"

#include "pln-config.h"
#include "pln-group-column.h"

#include <glib/gi18n.h>

/**
 * PlnBoardPager:
 *
 * The groups of a round one at a time, where there is no room for more: swiped,
 * or turned by buttons.
 */
struct _PlnBoardPager
{
  AdwBin       parent_instance;

  AdwCarousel *carousel;
  GtkLabel    *title;
  GtkWidget   *back;
  GtkWidget   *forward;
  GPtrArray   *parts;
  GPtrArray   *titles; /* (nullable) each */
};

G_DEFINE_FINAL_TYPE (PlnBoardPager, pln_board_pager, ADW_TYPE_BIN)

static guint
current (PlnBoardPager *self)
{
  guint n = self->parts->len;

  return n == 0 ? 0 : MIN ((guint) (adw_carousel_get_position (self->carousel) + 0.5), n - 1);
}

/* How many of the parts before one are groups. */
static guint
count_groups (PlnBoardPager *self,
              guint          n)
{
  guint n_groups = 0;

  for (guint i = 0; i < n; i++)
    n_groups += self->titles->pdata[i] == NULL;

  return n_groups;
}

static void
update_head (PlnBoardPager *self)
{
  guint page = current (self);
  const char *title = page < self->titles->len ? self->titles->pdata[page] : "";

  gtk_widget_set_sensitive (self->back, page > 0);
  gtk_widget_set_sensitive (self->forward, page + 1 < self->parts->len);
  if (title != NULL)
    gtk_label_set_text (self->title, title);
  else
    {
      guint number = count_groups (self, page + 1);
      /* Translators: which group of how many */
      g_autofree char *text = g_strdup_printf (_("Group %u of %u"), number, count_groups (self, self->titles->len));

      gtk_label_set_text (self->title, text);
    }
}

static void
turn_to (PlnBoardPager *self,
         guint          page)
{
  if (page < self->parts->len)
    adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, page), TRUE);
}

static void
back_cb (PlnBoardPager *self)
{
  guint page = current (self);

  if (page > 0)
    turn_to (self, page - 1);
}

static void
forward_cb (PlnBoardPager *self)
{
  turn_to (self, current (self) + 1);
}

static void
move_cb (PlnBoardPager *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.move", NULL);
}

static void
open_cb (PlnBoardPager *self)
{
  GtkWidget *part = pln_board_pager_get (self);

  if (PLN_IS_GROUP_COLUMN (part))
    gtk_widget_activate_action (GTK_WIDGET (self), "breakouts.open-group", "s",
                                pln_group_get_uid (pln_group_column_get_group (PLN_GROUP_COLUMN (part))));
}

static void
pln_board_pager_dispose (GObject *object)
{
  PlnBoardPager *self = PLN_BOARD_PAGER (object);

  if (self->carousel != NULL)
    g_signal_handlers_disconnect_by_data (self->carousel, self);
  self->carousel = NULL;

  G_OBJECT_CLASS (pln_board_pager_parent_class)->dispose (object);
}

static void
pln_board_pager_finalize (GObject *object)
{
  PlnBoardPager *self = PLN_BOARD_PAGER (object);

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (pln_board_pager_parent_class)->finalize (object);
}

static void
pln_board_pager_class_init (PlnBoardPagerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_board_pager_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_board_pager_finalize;
}

static GtkWidget *
make_turn_button (PlnBoardPager *self,
                  const char    *icon,
                  const char    *name,
                  GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
make_deed (PlnBoardPager *self,
           const char    *icon,
           const char    *label,
           GCallback      clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
pln_board_pager_init (PlnBoardPager *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->parts = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->back = make_turn_button (self, "go-previous-symbolic", _("Group before"), G_CALLBACK (back_cb));
  self->forward = make_turn_button (self, "go-next-symbolic", _("Next group"), G_CALLBACK (forward_cb));
  self->title = GTK_LABEL (gtk_label_new (""));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (head), self->back);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), self->forward);

  self->carousel = ADW_CAROUSEL (adw_carousel_new ());
  adw_carousel_set_spacing (self->carousel, 24);
  adw_carousel_set_allow_scroll_wheel (self->carousel, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->carousel), TRUE);
  g_signal_connect_swapped (self->carousel, "notify::position", G_CALLBACK (update_head), self);
  g_signal_connect_swapped (self->carousel, "notify::n-pages", G_CALLBACK (update_head), self);

  gtk_box_set_homogeneous (GTK_BOX (foot), TRUE);
  gtk_box_append (GTK_BOX (foot), make_deed (self, "pln-report-symbolic", _("Notes"), G_CALLBACK (open_cb)));
  gtk_box_append (GTK_BOX (foot), make_deed (self, "pln-people-symbolic", _("Move…"), G_CALLBACK (move_cb)));

  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->carousel));
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_add_css_class (box, "pln-board-pager");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pln_board_pager_new:
 *
 * Returns: a pager without pages
 */
GtkWidget *
pln_board_pager_new (void)
{
  return g_object_new (PLN_TYPE_BOARD_PAGER, NULL);
}

/**
 * pln_board_pager_add:
 * @self: a pager
 * @part: what to show on a page of its own
 * @title: (nullable): what it is, if it is not a group
 */
void
pln_board_pager_add (PlnBoardPager *self,
                     GtkWidget     *part,
                     const char    *title)
{
  GtkWidget *page = part;

  g_return_if_fail (PLN_IS_BOARD_PAGER (self));

  g_ptr_array_add (self->parts, part);
  g_ptr_array_add (self->titles, g_strdup (title));
  if (title == NULL)
    {
      page = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_widget_set_valign (part, GTK_ALIGN_START);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), part);
    }
  gtk_widget_set_hexpand (page, TRUE);
  adw_carousel_append (self->carousel, page);
  update_head (self);
}

/**
 * pln_board_pager_clear:
 * @self: a pager
 *
 * Removes all pages.
 */
void
pln_board_pager_clear (PlnBoardPager *self)
{
  g_return_if_fail (PLN_IS_BOARD_PAGER (self));

  while (adw_carousel_get_n_pages (self->carousel) > 0)
    adw_carousel_remove (self->carousel, adw_carousel_get_nth_page (self->carousel, 0));
  g_ptr_array_set_size (self->parts, 0);
  g_ptr_array_set_size (self->titles, 0);
}

/**
 * pln_board_pager_show:
 * @self: a pager
 * @part: what is on one of its pages
 */
void
pln_board_pager_show (PlnBoardPager *self,
                      GtkWidget     *part)
{
  guint page;

  g_return_if_fail (PLN_IS_BOARD_PAGER (self));

  if (g_ptr_array_find (self->parts, part, &page))
    turn_to (self, page);
}

/**
 * pln_board_pager_get:
 * @self: a pager
 *
 * Returns: (transfer none) (nullable): what is seen now
 */
GtkWidget *
pln_board_pager_get (PlnBoardPager *self)
{
  g_return_val_if_fail (PLN_IS_BOARD_PAGER (self), NULL);

  return self->parts->len > 0 ? self->parts->pdata[current (self)] : NULL;
}
