/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#include "pln-board-grid.h"
#include "pln-config.h"

#include <glib/gi18n.h>

#define UNPLACED 150 /* pixels */
#define AT_ONCE 16   /* columns */

/**
 * PlnBoard:
 *
 * One round: who has no place, and the groups as columns, with a card for each
 * person. Cards are dragged, or moved by keys; what that would mean is asked
 * for with [signal@Board::hand-changed] before they are dropped.
 *
 * In a narrow window there is one group at a time.
 */
G_DEFINE_FINAL_TYPE (PlnBoard, pln_board, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_HAND_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
group_notify_cb (PlnBoard *self);

/* (internal): Whether the places of the round may be changed here. */
gboolean
pln_board_can_change (PlnBoard *self)
{
  return self->round != NULL && !pln_round_get_read_only (self->round) && !pln_gathering_get_read_only (self->gathering);
}

/* (internal): Tells that something else is in the air, or would be dropped elsewhere. */
void
pln_board_hand_changed (PlnBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_HAND_CHANGED], 0);
}

/* (internal): The column of a group. */
PlnGroupColumn *
pln_board_find_column (PlnBoard   *self,
                       const char *group)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      PlnGroupColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (pln_group_get_uid (pln_group_column_get_group (column)), group))
        return column;
    }

  return NULL;
}

/* (internal): The card of a person, wherever it lies. */
PlnPersonCard *
pln_board_find_card (PlnBoard   *self,
                     const char *person)
{
  GtkWidget *card = pln_unplaced_find_card (self->unplaced, person);

  for (guint i = 0; card == NULL && i < self->columns->len; i++)
    card = pln_group_column_find_card (g_ptr_array_index (self->columns, i), person);

  return card != NULL ? PLN_PERSON_CARD (card) : NULL;
}

static gboolean
drop_popover_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (PlnBoard  *self,
                   GtkWidget *popover)
{
  if (self->popover != popover)
    return;

  self->popover = NULL;
  g_idle_add (drop_popover_cb, g_object_ref (popover)); /* its action comes after it is closed */
}

/* (internal): Opens a popover at something on the board; it is gone when it is closed. */
void
pln_board_open_popover (PlnBoard  *self,
                        GtkWidget *popover,
                        GtkWidget *at)
{
  graphene_rect_t area;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (at, GTK_WIDGET (self), &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y, (int) area.size.width,
                                                   (int) area.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
drop_columns (PlnBoard *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->columns->len; i++)
    g_signal_handlers_disconnect_by_data (pln_group_column_get_group (g_ptr_array_index (self->columns, i)), self);
  g_ptr_array_set_size (self->columns, 0);
  if (self->pager != NULL)
    pln_board_pager_clear (self->pager);
  if (self->grid != NULL)
    while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
      gtk_widget_unparent (child);
}

static GtkWidget *
make_new_group_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("New group"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "breakouts.new-group");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pln-new-group");

  return button;
}

static void
add_column (PlnBoard *self,
            PlnGroup *group)
{
  GtkWidget *column;

  g_signal_connect_swapped (group, "notify", G_CALLBACK (group_notify_cb), self); /* before the column follows */
  column = pln_group_column_new (self->gathering, self->round, group);
  g_ptr_array_add (self->columns, column);
  if (self->narrow)
    pln_board_pager_add (self->pager, column, NULL);
  else
    gtk_widget_set_parent (column, self->grid);
}

/* Makes the next columns; returns whether there are more to be made. They are
 * made some at a time, so that keys and pointer never wait for long. */
static gboolean
make_columns (PlnBoard *self)
{
  GListModel *groups = self->round != NULL ? pln_round_get_groups (self->round) : NULL;
  guint n = groups != NULL ? g_list_model_get_n_items (groups) : 0;
  guint end;

  if (self->stale)
    {
      drop_columns (self);
      self->stale = FALSE;
      self->filling = TRUE;
    }

  end = MIN (self->columns->len + AT_ONCE, n);
  for (guint i = self->columns->len; i < end; i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      add_column (self, group);
    }
  self->filling = end < n;
  if (!self->filling && self->narrow)
    pln_board_pager_add (self->pager, GTK_WIDGET (self->unplaced), _("Not placed"));
  else if (!self->filling && pln_board_can_change (self))
    gtk_widget_set_parent (make_new_group_button (), self->grid);

  return self->filling;
}

static gboolean
tell_cb (gpointer data)
{
  PlnBoard *self = data;

  self->changed_source = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
update_cb (gpointer data)
{
  PlnBoard *self = data;

  self->update_source = 0;
  if (self->gathering == NULL)
    return G_SOURCE_REMOVE;

  if (self->restless && !self->stale)
    for (guint i = 0; i < self->columns->len; i++)
      pln_group_column_update (g_ptr_array_index (self->columns, i));
  self->restless = FALSE;
  if ((self->stale || self->filling) && make_columns (self))
    {
      if (self->update_source == 0) /* after the frame that shows these */
        self->update_source = g_idle_add (update_cb, self);
      return G_SOURCE_REMOVE;
    }
  pln_unplaced_show (self->unplaced, self->gathering, self->round);
  pln_board_show_chosen (self);
  if (self->focus != NULL)
    {
      PlnPersonCard *card = pln_board_find_card (self, self->focus);

      g_clear_pointer (&self->focus, g_free);
      if (card != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (card));
    }
  pln_board_fly (self);
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
queue_update (PlnBoard *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
group_notify_cb (PlnBoard *self)
{
  pln_board_note_cards (self);
  queue_update (self);
}

static void
groups_changed_cb (PlnBoard *self)
{
  pln_board_note_cards (self);
  self->stale = TRUE;
  queue_update (self);
}

static void
people_changed_cb (PlnBoard *self)
{
  self->restless = TRUE;
  queue_update (self);
}

static void
pln_board_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (pln_board_parent_class)->snapshot (widget, snapshot);
  pln_board_draw_flight (PLN_BOARD (widget), snapshot);
  pln_board_draw_ghost (PLN_BOARD (widget), snapshot);
}

static void
pln_board_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  PlnBoard *self = PLN_BOARD (widget);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
pln_board_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  gtk_widget_measure (PLN_BOARD (widget)->content, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
forget (PlnBoard *self)
{
  if (self->gathering != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->gathering, self);
      g_signal_handlers_disconnect_by_data (pln_gathering_get_attendees (self->gathering), self);
    }
  if (self->round != NULL)
    {
      g_signal_handlers_disconnect_by_data (pln_round_get_groups (self->round), self);
      g_signal_handlers_disconnect_by_data (self->round, self);
    }
  pln_board_end_drag (self);
  pln_board_end_flight (self);
  g_clear_pointer (&self->landed, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->target, g_free);
  drop_columns (self);
  g_clear_object (&self->round);
  g_clear_object (&self->gathering);
}

static void
pln_board_dispose (GObject *object)
{
  PlnBoard *self = PLN_BOARD (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->digit_source, g_source_remove);
  if (self->columns != NULL)
    forget (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->unplaced);
  self->pager = NULL;
  self->grid = NULL;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->focus, g_free);

  G_OBJECT_CLASS (pln_board_parent_class)->dispose (object);
}

static void
pln_board_class_init (PlnBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_board_dispose;
  widget_class->snapshot = pln_board_snapshot;
  widget_class->measure = pln_board_measure;
  widget_class->size_allocate = pln_board_size_allocate;

  /**
   * PlnBoard::changed:
   * @self: the board
   *
   * The places, or who takes part, have changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLN_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlnBoard::hand-changed:
   * @self: the board
   *
   * Something was picked up, would be dropped elsewhere now, or lies again.
   */
  signals[SIGNAL_HAND_CHANGED] = g_signal_new ("hand-changed", PLN_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "board");
  pln_board_add_actions (widget_class);
  pln_board_add_keys (widget_class);
}

static void
make_wide (PlnBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = GTK_WIDGET (self->unplaced);

  self->scroller = gtk_scrolled_window_new ();
  self->grid = pln_board_grid_new (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_size_request (column, UNPLACED, -1);
  gtk_widget_set_hexpand (column, FALSE); /* whatever its headings want */
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), self->scroller);
  self->content = box;
}

static void
make_narrow (PlnBoard *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->unplaced), -1, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->unplaced), TRUE);
  self->pager = PLN_BOARD_PAGER (pln_board_pager_new ());
  self->content = GTK_WIDGET (self->pager);
}

static void
pln_board_init (PlnBoard *self)
{
  self->columns = g_ptr_array_new ();
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unplaced = PLN_UNPLACED (g_object_ref_sink (pln_unplaced_new ()));
  make_wide (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  pln_board_init_pointer (self);
}

/**
 * pln_board_new:
 *
 * Returns: an empty board
 */
GtkWidget *
pln_board_new (void)
{
  return g_object_new (PLN_TYPE_BOARD, NULL);
}

/**
 * pln_board_show:
 * @self: a board
 * @gathering: (nullable): a gathering
 * @round: (nullable): one of its rounds
 *
 * Shows a round.
 */
void
pln_board_show (PlnBoard     *self,
                PlnGathering *gathering,
                PlnRound     *round)
{
  g_return_if_fail (PLN_IS_BOARD (self));

  if (self->gathering == gathering && self->round == round)
    return;

  forget (self);
  g_hash_table_remove_all (self->chosen);
  g_set_object (&self->gathering, gathering);
  g_set_object (&self->round, round);
  if (gathering != NULL)
    {
      g_signal_connect_swapped (gathering, "notify", G_CALLBACK (people_changed_cb), self);
      g_signal_connect_swapped (pln_gathering_get_attendees (gathering), "items-changed", G_CALLBACK (people_changed_cb), self);
    }
  if (round != NULL)
    {
      g_signal_connect_swapped (pln_round_get_groups (round), "items-changed", G_CALLBACK (groups_changed_cb), self);
      g_signal_connect_swapped (round, "notify::read-only", G_CALLBACK (groups_changed_cb), self);
    }
  self->stale = TRUE;
  g_clear_handle_id (&self->update_source, g_source_remove);
  update_cb (self);
}

/**
 * pln_board_get_round:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the round that is shown
 */
PlnRound *
pln_board_get_round (PlnBoard *self)
{
  g_return_val_if_fail (PLN_IS_BOARD (self), NULL);

  return self->round;
}

/**
 * pln_board_set_narrow:
 * @self: a board
 * @narrow: whether there is room for one group only
 */
void
pln_board_set_narrow (PlnBoard *self,
                      gboolean  narrow)
{
  g_return_if_fail (PLN_IS_BOARD (self));

  if (self->narrow == narrow)
    return;

  pln_board_put_back (self);
  pln_board_end_flight (self);
  drop_columns (self);
  if (gtk_widget_get_parent (GTK_WIDGET (self->unplaced)) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->unplaced))), GTK_WIDGET (self->unplaced));
  self->grid = self->scroller = NULL;
  self->pager = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);

  self->narrow = narrow;
  if (narrow)
    make_narrow (self);
  else
    make_wide (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  groups_changed_cb (self);
}

/**
 * pln_board_get_n_free:
 * @self: a board
 *
 * Returns: how many should have a place in the round and have none
 */
guint
pln_board_get_n_free (PlnBoard *self)
{
  g_return_val_if_fail (PLN_IS_BOARD (self), 0);

  return pln_unplaced_get_n (self->unplaced);
}

/**
 * pln_board_focus_person:
 * @self: a board
 * @person: the id of an attendee
 *
 * Gives the card of a person the focus, now or when it is there.
 */
void
pln_board_focus_person (PlnBoard   *self,
                        const char *person)
{
  g_return_if_fail (PLN_IS_BOARD (self));

  g_free (self->focus);
  self->focus = g_strdup (person);
  queue_update (self);
}

/**
 * pln_board_focus_group:
 * @self: a board
 * @group: the UID of a group of the round
 *
 * Shows a group, and gives its head the focus.
 */
void
pln_board_focus_group (PlnBoard   *self,
                       const char *group)
{
  PlnGroupColumn *column;

  g_return_if_fail (PLN_IS_BOARD (self));

  column = pln_board_find_column (self, group);
  if (column == NULL)
    return;

  if (self->pager != NULL)
    pln_board_pager_show (self->pager, GTK_WIDGET (column));
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (column)));
}
