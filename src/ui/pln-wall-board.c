/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-board.h"

#include "pln-wall-card.h"
#include "pln-wall.h"

#define GAP 18.0 /* pixels at 1080 lines */

/**
 * PlnWallBoard:
 *
 * The groups of a round as cards in a grid, as many as go on one page.
 */
struct _PlnWallBoard
{
  GtkWidget  parent_instance;

  GPtrArray *cards; /* GtkWidget, all of the round */
  guint      page;
  double     scale;
};

G_DEFINE_FINAL_TYPE (PlnWallBoard, pln_wall_board, GTK_TYPE_WIDGET)

static guint
n_on_page (PlnWallBoard *self)
{
  guint first = self->page * PLN_WALL_A_PAGE;

  return MIN (PLN_WALL_A_PAGE, self->cards->len - MIN (first, self->cards->len));
}

/* A page that is not full has the grid of the others, so that nothing jumps. */
static void
pln_wall_board_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlnWallBoard *self = PLN_WALL_BOARD (widget);
  guint columns, rows, n = n_on_page (self), first = self->page * PLN_WALL_A_PAGE;
  double gap = GAP * self->scale, card_width, card_height;

  pln_wall_grid (MIN (self->cards->len, PLN_WALL_A_PAGE), &columns, &rows);
  card_width = (width - gap * (columns - 1)) / columns;
  card_height = (height - gap * (rows - 1)) / rows;
  for (guint i = 0; i < n; i++)
    gtk_widget_size_allocate (self->cards->pdata[first + i],
                              &(GtkAllocation) {
                                .x = (int) (i % columns * (card_width + gap)), .y = (int) (i / columns * (card_height + gap)),
                                .width = MAX (1, (int) card_width), .height = MAX (1, (int) card_height),
                              }, -1);
}

static void
clear (PlnWallBoard *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_unparent (self->cards->pdata[i]);
  g_ptr_array_set_size (self->cards, 0);
}

static void
pln_wall_board_dispose (GObject *object)
{
  clear (PLN_WALL_BOARD (object));

  G_OBJECT_CLASS (pln_wall_board_parent_class)->dispose (object);
}

static void
pln_wall_board_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_WALL_BOARD (object)->cards);

  G_OBJECT_CLASS (pln_wall_board_parent_class)->finalize (object);
}

static void
pln_wall_board_class_init (PlnWallBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_wall_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_wall_board_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = pln_wall_board_size_allocate;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plnwallboard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
pln_wall_board_init (PlnWallBoard *self)
{
  self->cards = g_ptr_array_new ();
  self->scale = 1;
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * pln_wall_board_new:
 *
 * Returns: an empty board
 */
GtkWidget *
pln_wall_board_new (void)
{
  return g_object_new (PLN_TYPE_WALL_BOARD, NULL);
}

/**
 * pln_wall_board_show:
 * @self: a board
 * @round: (nullable): a round
 * @names: (element-type utf8 utf8): how people are called, by their ids
 * @scale: how large all is; 1 at 1080 lines
 *
 * Shows the groups of a round. The page stays, if there still is one.
 */
void
pln_wall_board_show (PlnWallBoard *self,
                     PlnRound     *round,
                     GHashTable   *names,
                     double        scale)
{
  GListModel *groups = round != NULL ? pln_round_get_groups (round) : NULL;

  g_return_if_fail (PLN_IS_WALL_BOARD (self));

  clear (self);
  self->scale = scale;
  for (guint i = 0; groups != NULL && i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);
      GtkWidget *card = pln_wall_card_new (group, names, scale);

      gtk_widget_set_parent (card, GTK_WIDGET (self));
      g_ptr_array_add (self->cards, card);
    }
  pln_wall_board_set_page (self, MIN (self->page, pln_wall_board_get_n_pages (self) - 1));
}

guint
pln_wall_board_get_n_pages (PlnWallBoard *self)
{
  return pln_wall_n_pages (self->cards->len);
}

guint
pln_wall_board_get_page (PlnWallBoard *self)
{
  return self->page;
}

void
pln_wall_board_set_page (PlnWallBoard *self,
                         guint         page)
{
  self->page = page;
  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_set_child_visible (self->cards->pdata[i], i / PLN_WALL_A_PAGE == page);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * pln_wall_board_find:
 * @self: a board
 * @people: (nullable) (element-type PlnAttendee): who is looked for
 *
 * Lights up where they sit, and turns to the page of the first.
 *
 * Returns: in how many groups they sit
 */
guint
pln_wall_board_find (PlnWallBoard *self,
                     GPtrArray    *people)
{
  guint n = 0;

  for (guint i = 0; i < self->cards->len; i++)
    if (pln_wall_card_find (self->cards->pdata[i], people) && n++ == 0)
      pln_wall_board_set_page (self, i / PLN_WALL_A_PAGE);

  return n;
}
