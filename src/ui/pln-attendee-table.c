/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-table.h"

#include "pln-attendee-columns.h"
#include "pln-attendee-order.h"
#include "pln-config.h"
#include "pln-steady-rows.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 300
#define LEAST_HEIGHT 90
#define NATURAL_WIDTH 600
#define NATURAL_HEIGHT 400

/**
 * PlnAttendeeTable:
 *
 * The attendees as a table that sorts by its heads, and whose columns are
 * chosen and put in order by the user.
 */
struct _PlnAttendeeTable
{
  AdwBin               parent_instance;

  GtkColumnView       *view;
  GtkColumnViewColumn *columns[PLN_N_COLUMNS];
  PlnNetworks         *networks;
  PlnCellFont          font;
  gboolean             arranging; /* the table changes its columns, not the user */
  gboolean             arranged;  /* by the user */
};

G_DEFINE_FINAL_TYPE (PlnAttendeeTable, pln_attendee_table, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  int         least_chars;
  int         chars;
  gboolean    expands;
  gboolean    shown; /* at first */
} looks[PLN_N_COLUMNS] = {
  [PLN_COLUMN_NAME]         = { N_("Name"), 20, 26, TRUE, TRUE },
  [PLN_COLUMN_ANSWER]       = { N_("Answer"), 11, 11, FALSE, TRUE },
  [PLN_COLUMN_NETWORKS]     = { N_("Networks"), 3, 3, FALSE, TRUE },
  [PLN_COLUMN_ORGANISATION] = { N_("Organisation"), 12, 18, TRUE, TRUE },
  [PLN_COLUMN_ADDRESS]      = { N_("Address"), 14, 18, TRUE, FALSE },
  [PLN_COLUMN_SECTOR]       = { N_("Sector"), 10, 14, FALSE, FALSE },
  [PLN_COLUMN_STAGE]        = { N_("Stage"), 10, 14, FALSE, FALSE },
  [PLN_COLUMN_MODE]         = { N_("In person or online"), 10, 10, FALSE, FALSE },
};

/* Which column a factory fills. */
static PlnAttendeeColumn
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (PlnAttendeeTable   *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  PlnAttendeeColumn column = column_of (factory);

  gtk_list_item_set_child (item, pln_attendee_cell_new (column, &self->font, looks[column].least_chars, looks[column].chars));
}

static void
fill_cell (PlnSteadyRow    *row,
           GParamSpec      *pspec,
           PlnAttendeeCell *cell)
{
  pln_attendee_cell_show (cell, pln_steady_row_get_item (row));
}

static void
bind_cb (PlnAttendeeTable   *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  PlnSteadyRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  pln_attendee_cell_set_networks (PLN_ATTENDEE_CELL (cell), self->networks);
  g_signal_connect (row, "notify::item", G_CALLBACK (fill_cell), cell);
  fill_cell (row, NULL, PLN_ATTENDEE_CELL (cell));
}

static void
unbind_cb (PlnAttendeeTable   *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_cell, cell);
  pln_attendee_cell_show (PLN_ATTENDEE_CELL (cell), NULL);
}

/* The user showed, hid or moved a column. GTK moves one by taking it out first. */
static void
arranged_cb (PlnAttendeeTable *self)
{
  if (self->arranging || g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) < PLN_N_COLUMNS)
    return;

  self->arranged = TRUE;
  pln_attendee_columns_save (self->view, self->columns);
}

static void
add_column (PlnAttendeeTable  *self,
            PlnAttendeeColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) order = pln_attendee_order_new (column);
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);

  made = gtk_column_view_column_new (_(looks[column].title), factory);
  gtk_column_view_column_set_sorter (made, order);
  gtk_column_view_column_set_expand (made, looks[column].expands);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_visible (made, looks[column].shown);
  g_signal_connect_swapped (made, "notify::visible", G_CALLBACK (arranged_cb), self);
  gtk_column_view_append_column (self->view, made);
  self->columns[column] = made; /* the view keeps it */
}

/* The cell with the name in a row. */
static PlnAttendeeCell *
find_name (GtkWidget *widget)
{
  PlnAttendeeCell *cell = NULL;

  if (PLN_IS_ATTENDEE_CELL (widget))
    return gtk_widget_has_css_class (widget, "name") ? PLN_ATTENDEE_CELL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       cell == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_name (child);

  return cell;
}

static guint
position_of (PlnAttendeeTable    *self,
             GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) other = g_list_model_get_item (columns, i);

      if (other == column)
        return i;
    }

  return 0;
}

/* The rows of the chooser are made anew, so the focus has to be put back. */
static void
move_column (PlnAttendeeTable *self,
             GtkWidget        *button,
             int               step)
{
  GtkColumnViewColumn *column = g_object_get_data (G_OBJECT (button), "column");
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX));
  int position = (int) position_of (self, column) + step;

  if (position < 0 || position >= PLN_N_COLUMNS)
    return;

  gtk_column_view_insert_column (self->view, position, column);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, position)), GTK_DIR_TAB_FORWARD);
}

static void
earlier_cb (PlnAttendeeTable *self,
            GtkWidget        *button)
{
  move_column (self, button, -1);
}

static void
later_cb (PlnAttendeeTable *self,
          GtkWidget        *button)
{
  move_column (self, button, 1);
}

static GtkWidget *
make_mover (PlnAttendeeTable    *self,
            GtkColumnViewColumn *column,
            const char          *icon,
            const char          *label,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "column", column);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_column_row (GtkColumnViewColumn *column,
                 PlnAttendeeTable    *self)
{
  const char *title = gtk_column_view_column_get_title (column);
  g_autofree char *earlier = g_strdup_printf (_("Move %s towards the start"), title);
  g_autofree char *later = g_strdup_printf (_("Move %s towards the end"), title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_sensitive (check, column != self->columns[PLN_COLUMN_NAME]);
  g_object_bind_property (column, "visible", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), make_mover (self, column, "go-up-symbolic", earlier, G_CALLBACK (earlier_cb)));
  gtk_box_append (GTK_BOX (box), make_mover (self, column, "go-down-symbolic", later, G_CALLBACK (later_cb)));

  return box;
}

/* One for the table, as one for each name would make the rows dear. */
static void
pressed_cb (PlnAttendeeTable *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  PlnAttendeeCell *name = n_press == 2 && widget != NULL ? find_name (widget) : NULL;

  if (name == NULL)
    return;

  /* The row would open the person. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "attendees.edit-name", NULL);
}

static gboolean
query_tooltip_cb (PlnAttendeeTable *self,
                  int               x,
                  int               y,
                  gboolean          keyboard_tooltip,
                  GtkTooltip       *tooltip)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  g_autofree char *words = NULL;

  if (!PLN_IS_ATTENDEE_CELL (widget) || !pln_attendee_cell_needs_tooltip (PLN_ATTENDEE_CELL (widget)))
    return FALSE;

  words = pln_attendee_cell_words (PLN_ATTENDEE_CELL (widget));
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
pln_attendee_table_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_attendee_table_parent_class)->css_changed (widget, change);
  PLN_ATTENDEE_TABLE (widget)->font.char_width = 0;
}

/* The table takes what it gets. To ask it would measure two hundred rows for
 * each part of the page that is asked how large it wants to be. */
static void
pln_attendee_table_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
pln_attendee_table_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL); /* GTK wants to be asked */
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
pln_attendee_table_dispose (GObject *object)
{
  PlnAttendeeTable *self = PLN_ATTENDEE_TABLE (object);

  for (int i = 0; i < PLN_N_COLUMNS; i++)
    if (self->columns[i] != NULL)
      g_signal_handlers_disconnect_by_func (self->columns[i], arranged_cb, self);
  memset (self->columns, 0, sizeof self->columns);
  g_clear_object (&self->networks);

  G_OBJECT_CLASS (pln_attendee_table_parent_class)->dispose (object);
}

static void
pln_attendee_table_class_init (PlnAttendeeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_attendee_table_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = pln_attendee_table_css_changed;
  GTK_WIDGET_CLASS (klass)->measure = pln_attendee_table_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = pln_attendee_table_size_allocate;
}

static void
pln_attendee_table_init (PlnAttendeeTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->font.widget = GTK_WIDGET (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pln-people");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attendees"), -1);
  for (int i = 0; i < PLN_N_COLUMNS; i++)
    add_column (self, i);
  self->arranging = TRUE;
  self->arranged = pln_attendee_columns_restore (self->view, self->columns);
  self->arranging = FALSE;
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (arranged_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_sort_by_column (self->view, self->columns[PLN_COLUMN_NAME], GTK_SORT_ASCENDING);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_swapped (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * pln_attendee_table_new:
 *
 * Returns: an empty table, sorted by surname
 */
GtkWidget *
pln_attendee_table_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEE_TABLE, NULL);
}

/**
 * pln_attendee_table_get_view:
 * @self: a table
 *
 * Returns: (transfer none): the view in it, which knows the order
 */
GtkColumnView *
pln_attendee_table_get_view (PlnAttendeeTable *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_TABLE (self), NULL);

  return self->view;
}

/**
 * pln_attendee_table_set_model:
 * @self: a table
 * @model: (nullable): the [class@Attendee] to show; %NULL while the table is
 *   not to be seen
 */
void
pln_attendee_table_set_model (PlnAttendeeTable  *self,
                              GtkSelectionModel *model)
{
  g_autoptr(PlnSteadyRows) rows = model != NULL ? pln_steady_rows_new (model) : NULL;

  g_return_if_fail (PLN_IS_ATTENDEE_TABLE (self));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
}

/**
 * pln_attendee_table_set_networks:
 * @self: a table
 * @networks: (nullable): the networks of the gathering whose attendees will be
 *   shown
 */
void
pln_attendee_table_set_networks (PlnAttendeeTable *self,
                                 PlnNetworks      *networks)
{
  g_return_if_fail (PLN_IS_ATTENDEE_TABLE (self));

  g_set_object (&self->networks, networks);
}

/**
 * pln_attendee_table_set_roomy:
 * @self: a table
 * @roomy: whether there is room for one more column
 *
 * Shows the addresses as well where there is room, until the user has chosen
 * columns.
 */
void
pln_attendee_table_set_roomy (PlnAttendeeTable *self,
                              gboolean          roomy)
{
  g_return_if_fail (PLN_IS_ATTENDEE_TABLE (self));

  if (self->arranged)
    return;

  self->arranging = TRUE;
  gtk_column_view_column_set_visible (self->columns[PLN_COLUMN_ADDRESS], roomy);
  self->arranging = FALSE;
}

/**
 * pln_attendee_table_edit_name:
 * @self: a table
 *
 * Lets the name in the row that has the focus be edited in place.
 */
void
pln_attendee_table_edit_name (PlnAttendeeTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  PlnAttendeeCell *cell;

  g_return_if_fail (PLN_IS_ATTENDEE_TABLE (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return;
  cell = find_name (focus);
  if (cell != NULL && pln_attendee_cell_get_attendee (cell) != NULL)
    pln_attendee_cell_edit (cell);
}

/**
 * pln_attendee_table_make_chooser:
 * @self: a table
 *
 * Makes the popover in which columns are shown, hidden and put in order. In
 * the table itself they can be dragged by their heads as well.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
pln_attendee_table_make_chooser (PlnAttendeeTable *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *label = gtk_label_new (_("Columns"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_val_if_fail (PLN_IS_ATTENDEE_TABLE (self), NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "pln-plain-list");
  gtk_list_box_bind_model (GTK_LIST_BOX (list), gtk_column_view_get_columns (self->view),
                           (GtkListBoxCreateWidgetFunc) make_column_row, self, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (box, "pln-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
