/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-room-header.h"

#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define THRESHOLD 8 /* pixels before a press becomes a drag */

typedef struct
{
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *above; /* NULL: nothing is above it */
  char      *name;
  gboolean   is_own;
} Head;

/**
 * PlnRoomHeader:
 *
 * The heads of the columns of a programme: the rooms and how many fit in. They
 * go along when the columns are scrolled sideways. A head is dragged, or moved
 * by Alt and the arrows, to another place; a double click or F2 renames it.
 */
struct _PlnRoomHeader
{
  GtkWidget      parent_instance;

  GtkAdjustment *adjustment;
  GArray        *heads;   /* of Head */
  gboolean       editable;
  guint          current; /* the one that Tab comes to */
  GtkWidget     *entry;   /* in place of a label, or NULL */
  guint          renaming;
  int            dragged; /* which head, -1: none */
  guint          target;  /* before which column it would come */
  guint          follow_id;
};

G_DEFINE_FINAL_TYPE (PlnRoomHeader, pln_room_header, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RENAMED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Head *
head_at (PlnRoomHeader *self,
         guint          column)
{
  return &g_array_index (self->heads, Head, column);
}

/* As wide as all columns together. */
static int
content_width (PlnRoomHeader *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return self->adjustment != NULL ? MAX (width, (int) gtk_adjustment_get_upper (self->adjustment)) : width;
}

static double
scrolled_by (PlnRoomHeader *self)
{
  return self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
}

static int
edge_of (PlnRoomHeader *self,
         guint          column)
{
  return (int) (content_width (self) * (gint64) column / MAX (self->heads->len, 1));
}

/* Where a column begins in the widget, from its start. */
static guint
column_at (PlnRoomHeader *self,
           double         x)
{
  int width = MAX (content_width (self), 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - scrolled_by (self);
  else
    x += scrolled_by (self);

  return (guint) CLAMP (x * self->heads->len / width, 0, MAX (self->heads->len, 1) - 1);
}

static gboolean
may_change (PlnRoomHeader *self,
            guint          column)
{
  return self->editable && column < self->heads->len && head_at (self, column)->is_own;
}

/* The last column that a head of the gathering's own may come to. */
static guint
count_own (PlnRoomHeader *self)
{
  guint n = 0;

  while (n < self->heads->len && head_at (self, n)->is_own)
    n++;

  return n;
}

static void
reveal (PlnRoomHeader *self,
        guint          column)
{
  if (self->adjustment != NULL)
    gtk_adjustment_clamp_page (self->adjustment, edge_of (self, column), edge_of (self, column + 1));
}

static gboolean
follow_cb (gpointer user_data)
{
  PlnRoomHeader *self = user_data;

  self->follow_id = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The columns may move while places are given, when it is too late for the
 * heads; in any case before the next picture. */
static void
follow (PlnRoomHeader *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_cb, self, NULL);
}

static void
head_clear (Head *head)
{
  g_clear_pointer (&head->box, gtk_widget_unparent);
  g_clear_pointer (&head->above, gtk_widget_unparent);
  g_free (head->name);
}

static void
move (PlnRoomHeader *self,
      guint          from,
      guint          to)
{
  if (from == to || !may_change (self, from) || to >= count_own (self))
    return;

  self->current = to;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, from, to);
  if (to < self->heads->len)
    {
      reveal (self, to);
      gtk_widget_grab_focus (head_at (self, to)->box);
    }
}

static void
end_rename (PlnRoomHeader *self,
            gboolean       keep)
{
  g_autoptr(GtkWidget) entry = self->entry != NULL ? g_object_ref (self->entry) : NULL;
  g_autofree char *name = NULL;
  Head *head;

  if (entry == NULL)
    return;

  self->entry = NULL; /* the focus leaves it, which ends it as well */
  head = head_at (self, self->renaming);
  name = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_box_remove (GTK_BOX (head->box), entry);
  gtk_widget_show (head->label);
  gtk_widget_grab_focus (head->box);
  if (keep && *name != '\0' && !g_str_equal (name, head->name))
    g_signal_emit (self, signals[SIGNAL_RENAMED], 0, self->renaming, name);
}

static void
entry_activated_cb (PlnRoomHeader *self)
{
  end_rename (self, TRUE);
}

static gboolean
entry_key_cb (PlnRoomHeader *self,
              guint          keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_rename (self, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (PlnRoomHeader  *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean back = keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left);
  gboolean forth = keyval == (mirrored ? GDK_KEY_Left : GDK_KEY_Right);

  if (self->entry != NULL || self->heads->len == 0)
    return GDK_EVENT_PROPAGATE;

  if (modifiers == GDK_ALT_MASK && (back || forth))
    {
      if (forth || self->current > 0)
        move (self, self->current, self->current + (forth ? 1 : 0) - (back ? 1 : 0));
      return GDK_EVENT_STOP;
    }
  if (modifiers == 0 && (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      pln_room_header_rename (self, self->current);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (PlnRoomHeader *self,
            int            n_press,
            double         x)
{
  if (self->heads->len == 0 || self->entry != NULL)
    return;

  self->current = column_at (self, x);
  gtk_widget_grab_focus (head_at (self, self->current)->box);
  if (n_press == 2)
    pln_room_header_rename (self, self->current);
}

static void
drag_update_cb (PlnRoomHeader  *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double x, y;
  guint column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  column = column_at (self, x);
  if (self->dragged < 0 && (ABS (offset_x) < THRESHOLD || !may_change (self, column)))
    return;

  if (self->dragged < 0)
    {
      self->dragged = (int) column;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_add_css_class (head_at (self, column)->box, "pln-lifted");
    }
  self->target = MIN (column_at (self, x + offset_x), count_own (self) - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (PlnRoomHeader *self)
{
  int from = self->dragged;

  if (from < 0)
    return;

  self->dragged = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if ((guint) from < self->heads->len)
    gtk_widget_remove_css_class (head_at (self, (guint) from)->box, "pln-lifted");
  move (self, (guint) from, self->target);
}

static void
pln_room_header_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  PlnRoomHeader *self = PLN_ROOM_HEADER (widget);
  int height = 0;
  int above = 0;

  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = head_at (self, i);
      int least, usual;

      gtk_widget_measure (head->box, orientation, -1, &least, &usual, NULL, NULL);
      height = MAX (height, usual);
      if (head->above == NULL)
        continue;
      gtk_widget_measure (head->above, orientation, -1, &least, &usual, NULL, NULL);
      above = MAX (above, usual);
    }

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : height + above;
  *natural = *minimum;
}

static void
allocate (GtkWidget *child,
          double     x,
          int        y,
          int        width,
          int        height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, least), height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/* The day stays in view as long as one of its columns is. */
static void
allocate_above (PlnRoomHeader *self,
                guint          column,
                int            height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  guint next = column + 1;
  double start, end;
  int wanted;

  while (next < self->heads->len && head_at (self, next)->above == NULL)
    next++;
  start = edge_of (self, column) - scrolled_by (self);
  end = edge_of (self, next) - scrolled_by (self);
  gtk_widget_measure (head_at (self, column)->above, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  wanted = MIN (wanted, (int) (end - start));
  start = MIN (MAX (start, 0), end - wanted);
  allocate (head_at (self, column)->above, mirrored ? width - start - wanted : start, 0, wanted, height);
}

static void
pln_room_header_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PlnRoomHeader *self = PLN_ROOM_HEADER (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int above = 0;

  for (guint i = 0; i < self->heads->len; i++)
    if (head_at (self, i)->above != NULL)
      {
        int least, usual;

        gtk_widget_measure (head_at (self, i)->above, GTK_ORIENTATION_VERTICAL, -1, &least, &usual, NULL, NULL);
        above = MAX (above, usual);
      }

  for (guint i = 0; i < self->heads->len; i++)
    {
      double start = edge_of (self, i) - scrolled_by (self);
      int wide = edge_of (self, i + 1) - edge_of (self, i);

      allocate (head_at (self, i)->box, mirrored ? width - start - wide : start, above, wide, height - above);
      if (head_at (self, i)->above != NULL)
        allocate_above (self, i, above);
    }
}

/* Where the head that is dragged would come. */
static void
pln_room_header_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PlnRoomHeader *self = PLN_ROOM_HEADER (widget);
  GdkRGBA colour;
  double x;

  GTK_WIDGET_CLASS (pln_room_header_parent_class)->snapshot (widget, snapshot);

  if (self->dragged < 0)
    return;

  pln_style_colour (widget, "accent_area", &colour);
  x = edge_of (self, self->target + (self->target > (guint) self->dragged)) - scrolled_by (self);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) MAX (x - 1, 0), 0, 3, (float) gtk_widget_get_height (widget)));
}

/* Tab comes to one of the heads, the arrows go on from there. */
static gboolean
pln_room_header_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  PlnRoomHeader *self = PLN_ROOM_HEADER (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;
  int by = direction == GTK_DIR_LEFT ? -1 : direction == GTK_DIR_RIGHT ? 1 : 0;

  if (self->heads->len == 0 || self->entry != NULL || (inside && by == 0))
    return FALSE;

  self->current = MIN (self->current, self->heads->len - 1);
  if (inside)
    self->current = (guint) CLAMP ((int) self->current + (mirrored ? -by : by), 0, (int) self->heads->len - 1);
  reveal (self, self->current);

  return gtk_widget_grab_focus (head_at (self, self->current)->box);
}

static void
pln_room_header_dispose (GObject *object)
{
  PlnRoomHeader *self = PLN_ROOM_HEADER (object);

  self->entry = NULL;
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_array_set_size (self->heads, 0);
  pln_room_header_set_adjustment (self, NULL);

  G_OBJECT_CLASS (pln_room_header_parent_class)->dispose (object);
}

static void
pln_room_header_finalize (GObject *object)
{
  g_array_unref (PLN_ROOM_HEADER (object)->heads);

  G_OBJECT_CLASS (pln_room_header_parent_class)->finalize (object);
}

static void
pln_room_header_class_init (PlnRoomHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_room_header_dispose;
  object_class->finalize = pln_room_header_finalize;
  widget_class->measure = pln_room_header_measure;
  widget_class->size_allocate = pln_room_header_size_allocate;
  widget_class->snapshot = pln_room_header_snapshot;
  widget_class->focus = pln_room_header_focus;

  /**
   * PlnRoomHeader::renamed:
   * @self: the header
   * @column: which column
   * @name: what its room is to be called, one line, not empty
   */
  signals[SIGNAL_RENAMED] =
    g_signal_new ("renamed", PLN_TYPE_ROOM_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * PlnRoomHeader::moved:
   * @self: the header
   * @from: which column
   * @to: which one it is to be
   */
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", PLN_TYPE_ROOM_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "roomheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pln_room_header_init (PlnRoomHeader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->heads = g_array_new (FALSE, TRUE, sizeof (Head));
  g_array_set_clear_func (self->heads, (GDestroyNotify) head_clear);
  self->dragged = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rooms"), -1);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * pln_room_header_new:
 *
 * Returns: a header without heads
 */
GtkWidget *
pln_room_header_new (void)
{
  return g_object_new (PLN_TYPE_ROOM_HEADER, NULL);
}

/**
 * pln_room_header_set_adjustment:
 * @self: a header
 * @adjustment: (nullable): by which the columns below are scrolled sideways
 */
void
pln_room_header_set_adjustment (PlnRoomHeader *self,
                                GtkAdjustment *adjustment)
{
  g_return_if_fail (PLN_IS_ROOM_HEADER (self));

  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (follow), self);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (follow), self);
    }
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_head (PlnRoomHeader     *self,
          const PlnRoomHead *face)
{
  Head head = { .is_own = face->is_own };
  const char *shown;
  g_autofree char *places = NULL;
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;

  head.name = pln_str_one_line (face->name);
  shown = *head.name != '\0' ? head.name : _("No room");
  head.box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  head.label = new_label (shown, "heading");
  gtk_widget_set_hexpand (head.label, TRUE);
  gtk_widget_set_focusable (head.box, TRUE);
  gtk_widget_add_css_class (head.box, "pln-room-head");
  gtk_box_append (GTK_BOX (head.box), head.label);
  if (face->capacity > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", face->capacity);
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "pln-dim");
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (head.box), label);
      places = g_strdup_printf (ngettext ("%u place", "%u places", face->capacity), face->capacity);
    }
  words = g_strjoin (", ", shown, places != NULL ? places : face->above, places != NULL ? face->above : NULL, NULL);
  tooltip = face->is_own && self->editable
            /* Translators: the tooltip of the head of a column; first the name of the room. */
            ? g_strdup_printf (_("%s. Drag to move it, double click to rename it"), words) : g_strdup (words);
  gtk_widget_set_tooltip_text (head.box, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head.box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_parent (head.box, GTK_WIDGET (self));

  if (face->above != NULL)
    {
      head.above = new_label (face->above, "caption-heading");
      gtk_widget_add_css_class (head.above, "pln-room-day");
      gtk_widget_set_parent (head.above, GTK_WIDGET (self));
    }
  g_array_append_val (self->heads, head);
}

/**
 * pln_room_header_set_heads:
 * @self: a header
 * @heads: (array length=n_heads): the heads; strings are copied
 * @n_heads: how many
 */
void
pln_room_header_set_heads (PlnRoomHeader     *self,
                           const PlnRoomHead *heads,
                           guint              n_heads)
{
  gboolean had_focus;

  g_return_if_fail (PLN_IS_ROOM_HEADER (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->entry = NULL;
  self->dragged = -1;
  g_array_set_size (self->heads, 0);
  for (guint i = 0; i < n_heads; i++)
    add_head (self, &heads[i]);
  if (had_focus && n_heads > 0)
    {
      self->current = MIN (self->current, n_heads - 1);
      gtk_widget_grab_focus (head_at (self, self->current)->box);
    }
}

/**
 * pln_room_header_set_editable:
 * @self: a header
 * @editable: whether the rooms may be renamed and moved
 */
void
pln_room_header_set_editable (PlnRoomHeader *self,
                              gboolean       editable)
{
  g_return_if_fail (PLN_IS_ROOM_HEADER (self));

  self->editable = editable;
}

/**
 * pln_room_header_rename:
 * @self: a header
 * @column: a column with a room of the gathering
 *
 * Lets the user type another name in place of the old one. It comes by
 * [signal@RoomHeader::renamed]; Esc leaves all as it was.
 */
void
pln_room_header_rename (PlnRoomHeader *self,
                        guint          column)
{
  GtkEventController *keys;
  Head *head;

  g_return_if_fail (PLN_IS_ROOM_HEADER (self));

  if (self->entry != NULL || !may_change (self, column))
    return;

  head = head_at (self, column);
  self->renaming = column;
  self->current = column;
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), head->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the room"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  keys = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (keys, "leave", G_CALLBACK (entry_activated_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  gtk_widget_hide (head->label);
  gtk_box_prepend (GTK_BOX (head->box), self->entry);
  reveal (self, column);
  gtk_widget_grab_focus (self->entry);
}
