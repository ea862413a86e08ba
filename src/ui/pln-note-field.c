/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-field.h"

#define LEAST_WIDTH 60
#define USUAL_WIDTH 320
#define TOP     1 /* px */
#define BOTTOM  2
#define SPACING 3 /* between the rows of a line that is wrapped */

/**
 * PlnNoteField:
 *
 * Where the text of one line of a note is written: as high as its text for any
 * width. A #GtkTextView says how high it is only after it has looked at its
 * lines when it is idle, which may be never, as it has no height to be seen in.
 */
struct _PlnNoteField
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (PlnNoteField, pln_note_field, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
pln_note_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
height_for (GtkWidget *widget,
            int        width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autofree char *text = NULL;
  g_autoptr(PangoLayout) layout = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, SPACING * PANGO_SCALE);
  pango_layout_set_width (layout, MAX (width, LEAST_WIDTH) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + TOP + BOTTOM;
}

static void
pln_note_field_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
    }
  else
    *minimum = *natural = height_for (widget, for_size >= 0 ? for_size : USUAL_WIDTH);
}

static void
pln_note_field_class_init (PlnNoteFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = pln_note_field_get_request_mode;
  widget_class->measure = pln_note_field_measure;
}

static void
pln_note_field_init (PlnNoteField *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, SPACING);
  gtk_text_view_set_pixels_below_lines (view, 0);
  gtk_text_view_set_top_margin (view, TOP);
  gtk_text_view_set_bottom_margin (view, BOTTOM);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}
