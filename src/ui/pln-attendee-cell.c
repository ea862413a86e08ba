/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-cell.h"

#include "pln-config.h"
#include "pln-person-words.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define ICON 14
#define GAP 6
#define SHAPE 12
#define SHAPE_GAP 3
#define MOST_SHAPES 3

/**
 * PlnAttendeeCell:
 *
 * A cell of the table of attendees. It draws what it shows by itself, without
 * children: a screen has hundreds of cells, and each is filled anew while the
 * table scrolls.
 *
 * A name can be edited in place. What was typed is announced by the action
 * `attendees.rename (id, name)`.
 */
struct _PlnAttendeeCell
{
  GtkWidget          parent_instance;

  PlnAttendeeColumn  column;
  PlnCellFont       *font; /* of the table */
  int                least_chars;
  int                chars;

  PlnAttendee       *attendee;
  PlnNetworks       *networks;

  PangoLayout       *text;
  PangoLayout       *suffix; /* in small dim type behind the text */
  gboolean           is_current; /* the layouts show what the attendee is */
  gboolean           bold;

  GtkWidget         *entry; /* while the name is edited, or NULL */
};

G_DEFINE_FINAL_TYPE (PlnAttendeeCell, pln_attendee_cell, GTK_TYPE_WIDGET)

static const char *
text_of (PlnAttendeeCell *self)
{
  switch (self->column)
    {
    case PLN_COLUMN_NAME:
      return pln_attendee_get_display_name (self->attendee);
    case PLN_COLUMN_ANSWER:
      return pln_standing_word (pln_standing_of (self->attendee));
    case PLN_COLUMN_ORGANISATION:
      return pln_attendee_get_organisation (self->attendee);
    case PLN_COLUMN_ADDRESS:
      return pln_attendee_get_email (self->attendee);
    case PLN_COLUMN_SECTOR:
      return pln_attendee_get_sector (self->attendee);
    case PLN_COLUMN_STAGE:
      return pln_attendee_get_stage (self->attendee);
    case PLN_COLUMN_MODE:
      if (pln_attendee_get_mode (self->attendee) == PLN_MODE_UNKNOWN)
        return "";
      return pln_mode_word (pln_attendee_get_mode (self->attendee));
    case PLN_COLUMN_NETWORKS:
    default:
      return "";
    }
}

static void
ensure_suffix (PlnAttendeeCell *self,
               const char      *text)
{
  if (self->suffix == NULL)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
      self->suffix = gtk_widget_create_pango_layout (self->font->widget, NULL);
      pango_layout_set_attributes (self->suffix, attributes);
    }
  pango_layout_set_text (self->suffix, text, -1);
}

static void
update_suffix (PlnAttendeeCell *self)
{
  PlnRole role = pln_attendee_get_role (self->attendee);
  guint n_networks = g_strv_length ((char **) pln_attendee_get_networks (self->attendee));
  g_autofree char *more = NULL;

  if (self->column == PLN_COLUMN_NAME && role != PLN_ROLE_ATTENDEE)
    ensure_suffix (self, pln_role_word (role));
  else if (self->column == PLN_COLUMN_NETWORKS && n_networks > MOST_SHAPES)
    {
      more = g_strdup_printf ("+%u", n_networks - MOST_SHAPES);
      ensure_suffix (self, more);
    }
  else
    g_clear_object (&self->suffix);
}

/* GTK 4.8 has no other way to name a row than through what stands in it. */
static void
name_row (PlnAttendeeCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *summary = NULL;

  if (self->column != PLN_COLUMN_NAME || row == NULL)
    return;

  summary = pln_person_summary (self->attendee);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

/* Of the two hundred rows that GTK keeps, twenty are seen: what a cell shows
 * and is called is made when it is drawn. */
static void
ensure_content (PlnAttendeeCell *self)
{
  g_autofree char *line = NULL;
  g_autofree char *words = NULL;

  if (self->is_current)
    return;

  self->is_current = TRUE;
  line = pln_str_one_line (text_of (self));
  if (self->text == NULL)
    {
      self->text = gtk_widget_create_pango_layout (self->font->widget, line);
      pango_layout_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
    }
  else
    pango_layout_set_text (self->text, line, -1);
  update_suffix (self);

  words = pln_attendee_cell_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  name_row (self);
}

static void
update (PlnAttendeeCell *self)
{
  self->is_current = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_icon (PlnAttendeeCell *self,
           GtkSnapshot     *snapshot,
           const char      *name,
           const char      *colour_name,
           float            x)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  GdkRGBA colour;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  pln_style_colour (widget, colour_name, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), ICON, ICON, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_layout (PlnAttendeeCell *self,
             GtkSnapshot     *snapshot,
             PangoLayout     *layout,
             const GdkRGBA   *colour,
             float            x)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Draws one thing after the other, from the side where reading begins. */
typedef struct
{
  PlnAttendeeCell *cell;
  GtkSnapshot     *snapshot;
  int              at;
  int              width;
  gboolean         mirrored;
} Pen;

static float
pen_move (Pen *pen,
          int  width,
          int  gap)
{
  float x = pen->mirrored ? pen->width - pen->at - width : pen->at;

  pen->at += width + gap;

  return x;
}

/* The text gets what the things behind it leave. */
static void
pen_text (Pen *pen,
          int  behind)
{
  PlnAttendeeCell *self = pen->cell;
  int room = MAX (pen->width - pen->at - behind, 0);
  PangoRectangle area;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  pango_layout_set_width (self->text, room * PANGO_SCALE);
  /* In its room Pango puts a text where its script begins; here all begin at
   * the same side. */
  pango_layout_get_pixel_extents (self->text, NULL, &area);
  draw_layout (self, pen->snapshot, self->text, &colour, pen_move (pen, area.width, GAP) - area.x);
}

static int
suffix_width (PlnAttendeeCell *self)
{
  int width = 0;

  if (self->suffix != NULL)
    pango_layout_get_pixel_size (self->suffix, &width, NULL);

  return width;
}

static void
pen_suffix (Pen *pen)
{
  PlnAttendeeCell *self = pen->cell;
  GdkRGBA colour;

  if (self->suffix == NULL)
    return;

  pln_style_colour (GTK_WIDGET (self), "dim", &colour);
  draw_layout (self, pen->snapshot, self->suffix, &colour, pen_move (pen, suffix_width (self), GAP));
}

/* Who is chosen stands out by more than a colour. */
static void
set_weight (PlnAttendeeCell *self)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self)));
  gboolean bold = (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
  g_autoptr(PangoAttrList) attributes = NULL;

  if (bold == self->bold)
    return;

  self->bold = bold;
  attributes = pango_attr_list_new ();
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->text, attributes);
}

static void
snapshot_name (Pen *pen)
{
  PlnAttendeeCell *self = pen->cell;
  gboolean is_new = pln_attendee_get_first_time (self->attendee);
  int behind = (self->suffix != NULL ? suffix_width (self) + GAP : 0) + (is_new ? ICON + GAP : 0);

  set_weight (self);
  pen_text (pen, behind);
  pen_suffix (pen);
  if (is_new)
    draw_icon (self, pen->snapshot, "pln-sprout-symbolic", "good", pen_move (pen, ICON, 0));
}

static void
snapshot_answer (Pen *pen)
{
  int standing = pln_standing_of (pen->cell->attendee);

  draw_icon (pen->cell, pen->snapshot, pln_standing_icon (standing), pln_standing_colour (standing), pen_move (pen, ICON, GAP));
  pen_text (pen, 0);
}

static void
snapshot_networks (Pen *pen)
{
  PlnAttendeeCell *self = pen->cell;
  GtkWidget *widget = GTK_WIDGET (self);
  const char *const *names = pln_attendee_get_networks (self->attendee);
  float y = (gtk_widget_get_height (widget) - SHAPE) / 2;

  if (names[0] == NULL)
    pln_network_draw (widget, pen->snapshot, PLN_NETWORK_NONE, pen_move (pen, SHAPE, 0), y, SHAPE);
  for (guint i = 0; i < MOST_SHAPES && names[i] != NULL; i++)
    pln_network_draw (widget, pen->snapshot, pln_networks_get_number (self->networks, names[i]),
                      pen_move (pen, SHAPE, SHAPE_GAP), y, SHAPE);
  pen_suffix (pen);
}

static void
pln_attendee_cell_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PlnAttendeeCell *self = PLN_ATTENDEE_CELL (widget);
  Pen pen = {
    self, snapshot, 0, gtk_widget_get_width (widget), gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  if (self->entry != NULL)
    {
      gtk_widget_snapshot_child (widget, self->entry, snapshot);
      return;
    }
  if (self->attendee == NULL)
    return;

  ensure_content (self);
  if (self->column == PLN_COLUMN_NAME)
    snapshot_name (&pen);
  else if (self->column == PLN_COLUMN_ANSWER)
    snapshot_answer (&pen);
  else if (self->column == PLN_COLUMN_NETWORKS)
    snapshot_networks (&pen);
  else
    pen_text (&pen, 0);
}

static void
ensure_metrics (PlnCellFont *font)
{
  PangoFontMetrics *metrics;

  if (font->char_width != 0)
    return;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (font->widget), NULL, NULL);
  font->char_width = pango_font_metrics_get_approximate_char_width (metrics);
  font->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

static void
pln_attendee_cell_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  PlnAttendeeCell *self = PLN_ATTENDEE_CELL (widget);

  ensure_metrics (self->font);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int icon = self->column == PLN_COLUMN_ANSWER ? ICON + GAP
                 : self->column == PLN_COLUMN_NETWORKS ? MOST_SHAPES * (SHAPE + SHAPE_GAP) : 0;

      *minimum = icon + PANGO_PIXELS_CEIL (self->least_chars * self->font->char_width);
      *natural = icon + PANGO_PIXELS_CEIL (self->chars * self->font->char_width);
    }
  else
    *minimum = *natural = MAX (self->font->line_height, ICON);

  if (self->entry != NULL) /* taken into account as a child must be, but it has to fit in the row */
    gtk_widget_measure (self->entry, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
pln_attendee_cell_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlnAttendeeCell *self = PLN_ATTENDEE_CELL (widget);
  int least_width;
  int least_height;
  GskTransform *transform;

  if (self->entry == NULL)
    return;

  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  least_height = MAX (least_height, height);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (height - least_height) / 2));
  gtk_widget_allocate (self->entry, MAX (width, least_width), least_height, -1, transform);
}

static void
pln_attendee_cell_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  PlnAttendeeCell *self = PLN_ATTENDEE_CELL (widget);

  GTK_WIDGET_CLASS (pln_attendee_cell_parent_class)->css_changed (widget, change);

  if (self->text != NULL)
    pango_layout_context_changed (self->text);
  if (self->suffix != NULL)
    pango_layout_context_changed (self->suffix);
}

static void
finish_edit (PlnAttendeeCell *self,
             gboolean         keep)
{
  g_autoptr(GtkWidget) entry = g_object_ref (self->entry);
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->entry = NULL;
  gtk_widget_unparent (entry);
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self))));
  gtk_widget_queue_resize (GTK_WIDGET (self));

  if (keep && !g_str_equal (name, pln_attendee_get_name (self->attendee)))
    gtk_widget_activate_action (GTK_WIDGET (self), "attendees.rename", "(ss)", pln_attendee_get_id (self->attendee), name);
}

static void
entry_done_cb (PlnAttendeeCell *self)
{
  finish_edit (self, TRUE);
}

static void
entry_left_cb (PlnAttendeeCell *self)
{
  if (self->entry != NULL)
    finish_edit (self, TRUE);
}

static gboolean
entry_key_cb (PlnAttendeeCell *self,
              guint            keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  finish_edit (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
forget (PlnAttendeeCell *self)
{
  if (self->entry != NULL)
    finish_edit (self, TRUE);
  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_func (self->attendee, update, self);
  g_clear_object (&self->attendee);
}

static void
pln_attendee_cell_dispose (GObject *object)
{
  PlnAttendeeCell *self = PLN_ATTENDEE_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  forget (self);
  g_clear_object (&self->networks);
  g_clear_object (&self->text);
  g_clear_object (&self->suffix);

  G_OBJECT_CLASS (pln_attendee_cell_parent_class)->dispose (object);
}

static void
pln_attendee_cell_class_init (PlnAttendeeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_attendee_cell_dispose;
  widget_class->snapshot = pln_attendee_cell_snapshot;
  widget_class->measure = pln_attendee_cell_measure;
  widget_class->size_allocate = pln_attendee_cell_size_allocate;
  widget_class->css_changed = pln_attendee_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "attendeecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
pln_attendee_cell_init (PlnAttendeeCell *self)
{
}

/**
 * pln_attendee_cell_new:
 * @column: what to show of a person
 * @font: the font, which outlives the cell
 * @least_chars: how many characters there must be room for
 * @chars: how many there should be room for
 *
 * Returns: an empty cell
 */
GtkWidget *
pln_attendee_cell_new (PlnAttendeeColumn  column,
                       PlnCellFont       *font,
                       int                least_chars,
                       int                chars)
{
  PlnAttendeeCell *self = g_object_new (PLN_TYPE_ATTENDEE_CELL, NULL);

  self->column = column;
  self->font = font;
  self->least_chars = least_chars;
  self->chars = chars;

  if (column == PLN_COLUMN_NAME)
    gtk_widget_add_css_class (GTK_WIDGET (self), "name");

  return GTK_WIDGET (self);
}

/**
 * pln_attendee_cell_set_networks:
 * @self: a cell
 * @networks: (nullable): the networks of the gathering whose attendees are
 *   shown from now on
 */
void
pln_attendee_cell_set_networks (PlnAttendeeCell *self,
                                PlnNetworks     *networks)
{
  g_return_if_fail (PLN_IS_ATTENDEE_CELL (self));

  g_set_object (&self->networks, networks);
}

/**
 * pln_attendee_cell_show:
 * @self: a cell
 * @attendee: (nullable): who to show, and to follow
 */
void
pln_attendee_cell_show (PlnAttendeeCell *self,
                        PlnAttendee     *attendee)
{
  g_return_if_fail (PLN_IS_ATTENDEE_CELL (self));

  if (self->attendee == attendee)
    return;

  forget (self);
  if (attendee != NULL)
    {
      self->attendee = g_object_ref (attendee);
      g_signal_connect_swapped (attendee, "notify", G_CALLBACK (update), self);
    }
  update (self);
}

/**
 * pln_attendee_cell_get_attendee:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): who is shown
 */
PlnAttendee *
pln_attendee_cell_get_attendee (PlnAttendeeCell *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_CELL (self), NULL);

  return self->attendee;
}

/**
 * pln_attendee_cell_words:
 * @self: a cell that shows somebody
 *
 * Returns: (transfer full): what it shows, in words
 */
char *
pln_attendee_cell_words (PlnAttendeeCell *self)
{
  g_autofree char *all = NULL;

  g_return_val_if_fail (PLN_IS_ATTENDEE_CELL (self), NULL);
  g_return_val_if_fail (self->attendee != NULL, NULL);

  ensure_content (self);
  if (self->column == PLN_COLUMN_NETWORKS)
    return pln_networks_words (pln_attendee_get_networks (self->attendee));
  if (self->column != PLN_COLUMN_NAME)
    return g_strdup (*text_of (self) != '\0' ? pango_layout_get_text (self->text) : _("Not known"));

  all = g_strdup (pango_layout_get_text (self->text));
  if (self->suffix != NULL)
    {
      g_autofree char *name = g_steal_pointer (&all);

      all = g_strjoin (_(", "), name, pango_layout_get_text (self->suffix), NULL);
    }
  if (pln_attendee_get_first_time (self->attendee))
    {
      g_autofree char *name = g_steal_pointer (&all);

      all = g_strjoin (_(", "), name, _("first time"), NULL);
    }

  return g_steal_pointer (&all);
}

/**
 * pln_attendee_cell_needs_tooltip:
 * @self: a cell
 *
 * Returns: whether it shows less than it says: shapes, or a part of a text
 */
gboolean
pln_attendee_cell_needs_tooltip (PlnAttendeeCell *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_CELL (self), FALSE);

  return self->attendee != NULL && self->entry == NULL && self->is_current
         && (self->column == PLN_COLUMN_NETWORKS || pango_layout_is_ellipsized (self->text));
}

/**
 * pln_attendee_cell_edit:
 * @self: a cell in the column of names
 *
 * Lets the name be edited in place: Enter, or leaving the field, keeps it,
 * Escape leaves it as it was.
 */
void
pln_attendee_cell_edit (PlnAttendeeCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (PLN_IS_ATTENDEE_CELL (self));
  g_return_if_fail (self->attendee != NULL);

  if (self->entry != NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self)))
    return;

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), pln_attendee_get_name (self->attendee));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_done_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);

  gtk_widget_grab_focus (self->entry);
}
