/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-ghost.h"

#include <glib/gi18n.h>

#define PAD    6
#define HANDLE 24 /* how wide what the end is taken by is drawn */

/**
 * PlnTimeGhost:
 *
 * What will be when the pointer lets go: a dashed frame with the times, a
 * title and the length, as far as there are whole lines. Its times are live
 * text for a screen reader. Made by keyboard it takes the title, too.
 */
struct _PlnTimeGhost
{
  GtkWidget  parent_instance;

  GtkWidget *times;
  GtkWidget *title;
  GtkWidget *entry;
  GtkWidget *length;
};

G_DEFINE_FINAL_TYPE (PlnTimeGhost, pln_time_ghost, GTK_TYPE_WIDGET)

static void
pln_time_ghost_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;

  /* The lines are taken into account as children must be; they have to fit in. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
}

/* Where there is room for one line only and something is to be typed, that is
 * the line: without it the focus would be lost. */
static gboolean
is_cramped (PlnTimeGhost *self,
            int           height)
{
  int times, entry;

  if (!gtk_widget_get_visible (self->entry))
    return FALSE;

  gtk_widget_measure (self->times, GTK_ORIENTATION_VERTICAL, -1, &times, NULL, NULL, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &entry, NULL, NULL, NULL);

  return PAD / 2 + times + entry > height;
}

static void
pln_time_ghost_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlnTimeGhost *self = PLN_TIME_GHOST (widget);
  gboolean cramped = is_cramped (self, height);
  GtkWidget *first = cramped ? self->entry : gtk_widget_get_first_child (widget);
  int y = PAD / 2;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least_width, least_height;

      if (cramped && child != self->entry)
        gtk_widget_set_child_visible (child, FALSE);
      if (!gtk_widget_get_visible (child) || (cramped && child != self->entry))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_allocate (child, MAX (width - 2 * PAD, least_width), least_height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (PAD, y)));
      y += least_height;
      gtk_widget_set_child_visible (child, y <= height || child == first);
    }
}

static void
pln_time_ghost_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRoundedRect handle;
  GdkRGBA accent;

  GTK_WIDGET_CLASS (pln_time_ghost_parent_class)->snapshot (widget, snapshot);

  if (height < 2 * PAD || !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "pln_accent_area", &accent))
    return;

  gsk_rounded_rect_init_from_rect (&handle, &GRAPHENE_RECT_INIT ((width - HANDLE) / 2.0f, height - 4, HANDLE, PAD), PAD / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &handle);
  gtk_snapshot_append_color (snapshot, &accent, &handle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
pln_time_ghost_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pln_time_ghost_parent_class)->dispose (object);
}

static void
pln_time_ghost_class_init (PlnTimeGhostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_time_ghost_dispose;
  widget_class->measure = pln_time_ghost_measure;
  widget_class->size_allocate = pln_time_ghost_size_allocate;
  widget_class->snapshot = pln_time_ghost_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_line (PlnTimeGhost *self,
           const char   *style,
           GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0f,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
pln_time_ghost_init (PlnTimeGhost *self)
{
  self->times = make_line (self, "caption-heading", GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_add_css_class (self->times, "numeric");
  self->title = make_line (self, "caption", GTK_ACCESSIBLE_ROLE_LABEL);
  self->entry = gtk_text_new ();
  gtk_widget_add_css_class (self->entry, "caption");
  gtk_text_set_max_length (GTK_TEXT (self->entry), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->length = make_line (self, "caption", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_add_css_class (self->length, "pln-dim");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

/**
 * pln_time_ghost_new:
 *
 * Returns: a ghost without words
 */
GtkWidget *
pln_time_ghost_new (void)
{
  return g_object_new (PLN_TYPE_TIME_GHOST, NULL);
}

/**
 * pln_time_ghost_set_words:
 * @self: a ghost
 * @times: “15:00–16:30”
 * @title: what it is, or would be called while no title is typed
 * @length: “1 h 30 min”
 * @spoken: what a screen reader says instead of @times
 */
void
pln_time_ghost_set_words (PlnTimeGhost *self,
                          const char   *times,
                          const char   *title,
                          const char   *length,
                          const char   *spoken)
{
  g_return_if_fail (PLN_IS_TIME_GHOST (self));

  gtk_label_set_text (GTK_LABEL (self->times), times);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->times), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_text_set_placeholder_text (GTK_TEXT (self->entry), title);
  gtk_label_set_text (GTK_LABEL (self->length), length);
}

/**
 * pln_time_ghost_get_entry:
 * @self: a ghost
 *
 * Returns: (transfer none): where a title is typed
 */
GtkWidget *
pln_time_ghost_get_entry (PlnTimeGhost *self)
{
  g_return_val_if_fail (PLN_IS_TIME_GHOST (self), NULL);

  return self->entry;
}

/**
 * pln_time_ghost_set_typed:
 * @self: a ghost
 * @typed: whether its title is typed in it
 *
 * Begins with an empty title each time.
 */
void
pln_time_ghost_set_typed (PlnTimeGhost *self,
                          gboolean      typed)
{
  g_return_if_fail (PLN_IS_TIME_GHOST (self));

  if (typed)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->entry, typed);
  gtk_widget_set_visible (self->title, !typed);
}

/**
 * pln_time_ghost_set_warns:
 * @self: a ghost
 * @warns: whether something speaks against this time and place
 */
void
pln_time_ghost_set_warns (PlnTimeGhost *self,
                          gboolean      warns)
{
  g_return_if_fail (PLN_IS_TIME_GHOST (self));

  if (warns)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pln-warns");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pln-warns");
}
