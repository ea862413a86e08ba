/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-lines-group.h"

#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_CAPACITY 100000
#define ORIGIN       "pln-origin" /* of a row: which of the lines that were set, + 1 */

/**
 * PlnLinesGroup:
 *
 * A group of rows with one text each, rooms or speakers, that can be added and
 * removed. A room may have a capacity: “Foyer (60)”.
 */
struct _PlnLinesGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *add_row;
  GPtrArray           *rows; /* borrowed from the group */
  char                *line_title;
  char                *add_title;
  char                *remove_title;
  gboolean             with_capacity;
};

G_DEFINE_FINAL_TYPE (PlnLinesGroup, pln_lines_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_LINE_TITLE,
  PROP_ADD_TITLE,
  PROP_REMOVE_TITLE,
  PROP_WITH_CAPACITY,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
edited_cb (PlnLinesGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* “Foyer (60)” in its parts; 0 if it does not end so. */
static guint
split_capacity (const char  *line,
                char       **name)
{
  const char *open = strrchr (line, '(');
  char *end = NULL;
  guint64 capacity = open != NULL ? g_ascii_strtoull (open + 1, &end, 10) : 0;
  gboolean has_one = open != NULL && end != open + 1 && g_str_equal (end, ")") && capacity <= MAX_CAPACITY;

  *name = g_strchomp (has_one ? g_strndup (line, (gsize) (open - line)) : g_strdup (line));

  return has_one ? (guint) capacity : 0;
}

static void
remove_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  PlnLinesGroup *self = PLN_LINES_GROUP (gtk_widget_get_ancestor (button, PLN_TYPE_LINES_GROUP));
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  g_ptr_array_remove_index (self->rows, position);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  gtk_widget_grab_focus (position < self->rows->len ? g_ptr_array_index (self->rows, position) : self->add_row);
  edited_cb (self);
}

static int
capacity_input_cb (GtkSpinButton *spin,
                   double        *value)
{
  *value = (double) g_ascii_strtoull (gtk_editable_get_text (GTK_EDITABLE (spin)), NULL, 10);

  return TRUE;
}

/* No capacity is not a capacity of nothing. */
static gboolean
capacity_output_cb (GtkSpinButton *spin)
{
  guint capacity = (guint) gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = capacity != 0 ? g_strdup_printf ("%u", capacity) : g_strdup ("");

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

/* Turning the wheel over a number scrolls the form, and changes nothing. */
static void
ignore_wheel (GtkWidget *spin)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
add_capacity (PlnLinesGroup *self,
              GtkWidget     *row,
              guint          capacity)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_CAPACITY, 1);

  ignore_wheel (spin);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (spin, _("How many fit in; empty if it does not matter"));
  gtk_widget_add_css_class (spin, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Capacity of the room"), -1);
  g_signal_connect (spin, "input", G_CALLBACK (capacity_input_cb), NULL);
  g_signal_connect (spin, "output", G_CALLBACK (capacity_output_cb), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), capacity);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (edited_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), spin);
  g_object_set_data (G_OBJECT (row), "capacity", spin);
}

static GtkWidget *
add_line (PlnLinesGroup *self,
          const char    *line)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = NULL;
  guint capacity = self->with_capacity ? split_capacity (line, &name) : 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->line_title);
  gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : line);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (edited_cb), self);
  if (self->with_capacity)
    add_capacity (self, row, capacity);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, self->remove_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, self->remove_title, -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);

  /* The row that adds stays the last. */
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_cb (PlnLinesGroup *self)
{
  gtk_widget_grab_focus (add_line (self, ""));
}

static void
pln_lines_group_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlnLinesGroup *self = PLN_LINES_GROUP (object);

  switch (prop_id)
    {
    case PROP_LINE_TITLE:
      g_value_set_string (value, self->line_title);
      break;
    case PROP_ADD_TITLE:
      g_value_set_string (value, self->add_title);
      break;
    case PROP_REMOVE_TITLE:
      g_value_set_string (value, self->remove_title);
      break;
    case PROP_WITH_CAPACITY:
      g_value_set_boolean (value, self->with_capacity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_lines_group_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlnLinesGroup *self = PLN_LINES_GROUP (object);

  switch (prop_id)
    {
    case PROP_LINE_TITLE:
      self->line_title = g_value_dup_string (value);
      break;
    case PROP_ADD_TITLE:
      self->add_title = g_value_dup_string (value);
      break;
    case PROP_REMOVE_TITLE:
      self->remove_title = g_value_dup_string (value);
      break;
    case PROP_WITH_CAPACITY:
      self->with_capacity = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_lines_group_constructed (GObject *object)
{
  PlnLinesGroup *self = PLN_LINES_GROUP (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  GtkWidget *label = gtk_label_new (self->add_title);

  G_OBJECT_CLASS (pln_lines_group_parent_class)->constructed (object);

  gtk_widget_add_css_class (box, "pln-add");
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  self->add_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", self->add_title, "activatable", TRUE, "child", box, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->add_title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_signal_connect_object (gtk_widget_get_parent (self->add_row), "row-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

static void
pln_lines_group_finalize (GObject *object)
{
  PlnLinesGroup *self = PLN_LINES_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->line_title);
  g_free (self->add_title);
  g_free (self->remove_title);

  G_OBJECT_CLASS (pln_lines_group_parent_class)->finalize (object);
}

static void
pln_lines_group_class_init (PlnLinesGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pln_lines_group_get_property;
  object_class->set_property = pln_lines_group_set_property;
  object_class->constructed = pln_lines_group_constructed;
  object_class->finalize = pln_lines_group_finalize;

  /**
   * PlnLinesGroup:line-title:
   *
   * What one line is: “Room”.
   */
  props[PROP_LINE_TITLE] = g_param_spec_string ("line-title", NULL, NULL, "", once);

  /**
   * PlnLinesGroup:add-title:
   *
   * What the row that adds one says: “Add a room”.
   */
  props[PROP_ADD_TITLE] = g_param_spec_string ("add-title", NULL, NULL, "", once);

  /**
   * PlnLinesGroup:remove-title:
   *
   * What the button that removes one is called: “Remove this room”.
   */
  props[PROP_REMOVE_TITLE] = g_param_spec_string ("remove-title", NULL, NULL, "", once);

  /**
   * PlnLinesGroup:with-capacity:
   *
   * Whether a line may end with a number in brackets, which is edited apart.
   */
  props[PROP_WITH_CAPACITY] = g_param_spec_boolean ("with-capacity", NULL, NULL, FALSE, once);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnLinesGroup::edited:
   * @self: the group
   *
   * The user changed, or removed, a line.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pln_lines_group_init (PlnLinesGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * pln_lines_group_get_lines:
 * @self: a group
 *
 * Returns: (transfer full): the lines that are not empty
 */
char **
pln_lines_group_get_lines (PlnLinesGroup *self)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (PLN_IS_LINES_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkSpinButton *spin = g_object_get_data (G_OBJECT (row), "capacity");
      guint capacity = spin != NULL ? (guint) gtk_spin_button_get_value_as_int (spin) : 0;
      g_autofree char *name = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (row)));
      g_autofree char *line = capacity != 0 ? g_strdup_printf ("%s (%u)", name, capacity) : g_strdup (name);

      if (*name != '\0')
        g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

/**
 * pln_lines_group_get_origins:
 * @self: a group
 *
 * Tells what became of the lines that were set, which the user may have
 * changed.
 *
 * Returns: (transfer full) (array): for each of the lines of
 *   [method@LinesGroup.get_lines], which one of those that were set it was, or
 *   -1 if it is new
 */
int *
pln_lines_group_get_origins (PlnLinesGroup *self)
{
  int *origins;
  guint n = 0;

  g_return_val_if_fail (PLN_IS_LINES_GROUP (self), NULL);

  origins = g_new0 (int, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (row)));

      if (*name != '\0')
        origins[n++] = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), ORIGIN)) - 1;
    }

  return origins;
}

/**
 * pln_lines_group_set_lines:
 * @self: a group
 * @lines: (array zero-terminated=1): the lines
 */
void
pln_lines_group_set_lines (PlnLinesGroup     *self,
                           const char *const *lines)
{
  g_return_if_fail (PLN_IS_LINES_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; lines[i] != NULL; i++)
    g_object_set_data (G_OBJECT (add_line (self, lines[i])), ORIGIN, GUINT_TO_POINTER (i + 1));
}
