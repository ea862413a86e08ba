/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-chip-private.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnChip:
 *
 * One thing at one time, as it stands in a month, a week or a programme. It
 * draws all by itself, without children, as a week may have a thousand, and
 * knows nothing of what it stands for; whoever makes it can keep that in its
 * item. As much is shown as there are whole lines.
 *
 * Clicks and drags are its parent's to follow; Enter and a screen reader
 * activate it.
 */
G_DEFINE_FINAL_TYPE (PlnChip, pln_chip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
set_text (char       **field,
          const char  *text)
{
  g_autofree char *line = text != NULL ? pln_str_one_line (text) : NULL;

  if (line != NULL && *line == '\0')
    g_clear_pointer (&line, g_free);
  if (g_strcmp0 (*field, line) == 0)
    return FALSE;

  g_free (*field);
  *field = g_steal_pointer (&line);

  return TRUE;
}

static gboolean
has_words (const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  return *line != '\0';
}

static gboolean
set_edge (PlnChip           *self,
          const char *const *edge)
{
  if (self->edge == (GStrv) edge
      || (self->edge != NULL && edge != NULL && g_strv_equal ((const char *const *) self->edge, edge)))
    return FALSE;

  g_strfreev (self->edge);
  self->edge = g_strdupv ((GStrv) edge);

  return TRUE;
}

static void
append_words (GString    *words,
              const char *more)
{
  /* Translators: joins what is said of one thing: “CPD23 meet-up, draft” */
  g_string_append (words, _(", "));
  g_string_append (words, more);
}

/* What the flags show is said, too. */
static void
update_label (PlnChip *self)
{
  g_autoptr(GString) words = g_string_new (self->words != NULL ? self->words : self->title);

  if ((self->flags & PLN_CHIP_CLASH) != 0)
    {
      /* Translators: why a session clashes: “clash: Ivo Larch is also in Room 3” */
      g_autofree char *clash = self->clash != NULL ? g_strdup_printf (_("clash: %s"), self->clash) : g_strdup (_("clash"));

      append_words (words, clash);
    }
  if ((self->flags & PLN_CHIP_NOW) != 0)
    append_words (words, _("on now"));
  if ((self->flags & PLN_CHIP_DRAFT) != 0)
    append_words (words, _("draft"));
  if ((self->flags & PLN_CHIP_RECURRING) != 0)
    append_words (words, _("repeats"));
  if ((self->flags & PLN_CHIP_DONE) != 0)
    append_words (words, self->style == PLN_CHIP_ACTION ? _("done") : _("cancelled"));

  if (g_strcmp0 (self->label, words->str) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
}

static void
drop_layouts (PlnChip *self)
{
  g_clear_object (&self->text);
  g_clear_object (&self->meta_text);
  self->n_lines = 0;
}

static void
pln_chip_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  PlnChip *self = PLN_CHIP (widget);

  pln_chip_draw (self, snapshot);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}

static void
pln_chip_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  PlnChip *self = PLN_CHIP (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? PLN_CHIP_EDGE : 2 * PLN_CHIP_EDGE;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? pln_chip_get_height (widget, 1) : 120;

  if (self->entry != NULL) /* taken into account as a child must be, but it has to fit in */
    gtk_widget_measure (self->entry, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
pln_chip_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  PlnChip *self = PLN_CHIP (widget);
  int least_width;
  int least_height;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->entry == NULL)
    return;

  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  least_width = MAX (width - PLN_CHIP_EDGE, least_width);
  gtk_widget_allocate (self->entry, least_width, least_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (mirrored ? width - PLN_CHIP_EDGE - least_width : PLN_CHIP_EDGE,
                                                                            MIN (0, (height - least_height) / 2))));
}

static void
pln_chip_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_chip_parent_class)->css_changed (widget, change);

  drop_layouts (PLN_CHIP (widget));
}

static void
pln_chip_state_flags_changed (GtkWidget     *widget,
                              GtkStateFlags  before)
{
  if (((before ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_queue_draw (widget);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);
}

static void
finish_edit (PlnChip  *self,
             gboolean  keep)
{
  g_autoptr(GtkWidget) entry = g_object_ref (self->entry);
  g_autofree char *title = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->entry = NULL;
  gtk_widget_unparent (entry);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));

  if (keep && *title != '\0' && !g_str_equal (title, self->title))
    g_signal_emit (self, signals[SIGNAL_RENAMED], 0, title);
}

static void
entry_done_cb (PlnChip *self)
{
  finish_edit (self, TRUE);
}

static void
entry_left_cb (PlnChip *self)
{
  if (self->entry != NULL)
    finish_edit (self, TRUE);
}

static gboolean
entry_key_cb (PlnChip *self,
              guint    keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  finish_edit (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
pln_chip_dispose (GObject *object)
{
  PlnChip *self = PLN_CHIP (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  drop_layouts (self);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (pln_chip_parent_class)->dispose (object);
}

static void
pln_chip_finalize (GObject *object)
{
  PlnChip *self = PLN_CHIP (object);

  g_free (self->title);
  g_free (self->lead);
  g_free (self->meta);
  g_free (self->brief);
  g_free (self->colour);
  g_strfreev (self->edge);
  g_free (self->words);
  g_free (self->clash);
  g_free (self->label);

  G_OBJECT_CLASS (pln_chip_parent_class)->finalize (object);
}

static void
pln_chip_class_init (PlnChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_chip_dispose;
  object_class->finalize = pln_chip_finalize;
  widget_class->snapshot = pln_chip_snapshot;
  widget_class->measure = pln_chip_measure;
  widget_class->size_allocate = pln_chip_size_allocate;
  widget_class->css_changed = pln_chip_css_changed;
  widget_class->state_flags_changed = pln_chip_state_flags_changed;

  /**
   * PlnChip::activate:
   * @self: the chip
   *
   * Enter was pressed on the chip, or a screen reader asked for it. Parents
   * emit it for a double click.
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", PLN_TYPE_CHIP, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlnChip::renamed:
   * @self: the chip
   * @title: what was typed in place of its title, one line, not empty
   */
  signals[SIGNAL_RENAMED] =
    g_signal_new ("renamed", PLN_TYPE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "chip.activate", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "chip.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "chip.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_ISO_Enter, 0, "chip.activate", NULL);
}

static void
pln_chip_init (PlnChip *self)
{
  self->title = g_strdup ("");
  self->colour = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * pln_chip_new:
 *
 * Returns: a chip without a face
 */
GtkWidget *
pln_chip_new (void)
{
  return g_object_new (PLN_TYPE_CHIP, NULL);
}

/**
 * pln_chip_set_face:
 * @self: a chip
 * @face: what it shows
 *
 * Shows something else. Costs little if it is the same as before.
 */
void
pln_chip_set_face (PlnChip           *self,
                   const PlnChipFace *face)
{
  g_autofree char *meta = NULL;
  gboolean changed;

  g_return_if_fail (PLN_IS_CHIP (self));
  g_return_if_fail (face != NULL && face->title != NULL);

  if (face->meta != NULL && *face->meta != '\0')
    meta = pln_str_for_label (face->meta);
  changed = set_text (&self->title, has_words (face->title) ? face->title : _("Without a title"));
  changed |= set_text (&self->lead, face->lead);
  changed |= set_text (&self->brief, face->brief);
  changed |= pln_set_str (&self->meta, meta);
  changed |= pln_set_str (&self->colour, face->colour != NULL ? face->colour : "");
  changed |= set_edge (self, face->edge);
  changed |= self->style != face->style || self->flags != face->flags;
  self->style = face->style;
  self->flags = face->flags;
  set_text (&self->words, face->words);
  set_text (&self->clash, face->clash);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), face->tooltip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), face->tooltip);
  update_label (self);

  if (changed)
    {
      drop_layouts (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

/**
 * pln_chip_get_title:
 * @self: a chip
 *
 * Returns: (transfer none): its title
 */
const char *
pln_chip_get_title (PlnChip *self)
{
  g_return_val_if_fail (PLN_IS_CHIP (self), NULL);

  return self->title;
}

/**
 * pln_chip_get_words:
 * @self: a chip
 *
 * Returns: (transfer none): what a screen reader says of it
 */
const char *
pln_chip_get_words (PlnChip *self)
{
  g_return_val_if_fail (PLN_IS_CHIP (self), NULL);

  return self->label;
}

/**
 * pln_chip_get_selected:
 * @self: a chip
 *
 * Returns: whether it is shown as selected
 */
gboolean
pln_chip_get_selected (PlnChip *self)
{
  g_return_val_if_fail (PLN_IS_CHIP (self), FALSE);

  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_SELECTED) != 0;
}

/**
 * pln_chip_set_selected:
 * @self: a chip
 * @selected: whether it has a ring around it
 */
void
pln_chip_set_selected (PlnChip  *self,
                       gboolean  selected)
{
  g_return_if_fail (PLN_IS_CHIP (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
}

/**
 * pln_chip_get_item:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable) (type GObject): what it stands for
 */
gpointer
pln_chip_get_item (PlnChip *self)
{
  g_return_val_if_fail (PLN_IS_CHIP (self), NULL);

  return self->item;
}

/**
 * pln_chip_set_item:
 * @self: a chip
 * @item: (nullable) (type GObject): what it stands for, for its parent to keep
 */
void
pln_chip_set_item (PlnChip  *self,
                   gpointer  item)
{
  g_return_if_fail (PLN_IS_CHIP (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  g_set_object (&self->item, item);
}

/**
 * pln_chip_is_check_at:
 * @self: a chip
 * @x: a place, in pixels from its left
 * @y: from its top
 *
 * Returns: whether the box of an action, to be ticked, is there
 */
gboolean
pln_chip_is_check_at (PlnChip *self,
                      double   x,
                      double   y)
{
  int width;

  g_return_val_if_fail (PLN_IS_CHIP (self), FALSE);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;

  return self->style == PLN_CHIP_ACTION && x >= 0 && x < PLN_CHIP_EDGE + PLN_CHIP_CHECK + 3
         && y >= 0 && y < gtk_widget_get_height (GTK_WIDGET (self));
}

/**
 * pln_chip_get_height:
 * @widget: a chip, or the widget in which chips are to stand
 * @n_lines: how many lines they are to show
 *
 * Returns: the height for so many whole lines, in pixels
 */
int
pln_chip_get_height (GtkWidget *widget,
                     int        n_lines)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  return n_lines * pln_chip_line_height (widget) + 2 * PLN_CHIP_PAD_Y;
}

/**
 * pln_chip_edit_title:
 * @self: a chip that has been drawn
 *
 * Lets the user write another title in its place. It comes by
 * [signal@Chip::renamed]; Esc leaves all as it was.
 */
void
pln_chip_edit_title (PlnChip *self)
{
  GtkEventController *keys;

  g_return_if_fail (PLN_IS_CHIP (self));

  if (self->entry != NULL)
    return;

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->title);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_done_cb), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  keys = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (keys, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
}
