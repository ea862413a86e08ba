/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-met-chart.h"

#include "pln-config.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define HEIGHT 90 /* of the highest bar */
#define MOST_BARS 14
#define GAP 12
#define LABEL 18

/**
 * PlnMetChart:
 *
 * How many people meet how many new ones, as bars with their figures. The same
 * figures are its accessible name.
 */
struct _PlnMetChart
{
  GtkWidget parent_instance;

  GArray   *counts; /* guint: how many people meet first + index */
  guint     first;
};

G_DEFINE_FINAL_TYPE (PlnMetChart, pln_met_chart, GTK_TYPE_WIDGET)

static void
draw_text (PlnMetChart *self,
           GtkSnapshot *snapshot,
           guint        number,
           const char  *colour_name,
           gboolean     bold,
           float        middle,
           float        y)
{
  g_autofree char *text = g_strdup_printf (bold ? "<b>%u</b>" : "%u", number);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GdkRGBA colour;
  int width;

  pango_layout_set_markup (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (colour_name != NULL)
    pln_style_colour (GTK_WIDGET (self), colour_name, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle - width / 2.0f, y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
pln_met_chart_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlnMetChart *self = PLN_MET_CHART (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float slot = width / MAX (self->counts->len, 1);
  float floor = LABEL + HEIGHT;
  guint most = 1;
  GdkRGBA bar, line;

  pln_style_colour (widget, "accent_area", &bar);
  pln_style_colour (widget, "line", &line);
  for (guint i = 0; i < self->counts->len; i++)
    most = MAX (most, g_array_index (self->counts, guint, i));

  for (guint i = 0; i < self->counts->len; i++)
    {
      guint n = g_array_index (self->counts, guint, i);
      float middle = slot * i + slot / 2;
      float half = MAX (MIN (slot - GAP, 48), 6) / 2;
      float height = n > 0 ? MAX (HEIGHT * (float) n / (float) most, 3) : 0;

      if (mirrored)
        middle = width - middle;
      if (n > 0)
        {
          GskRoundedRect outline;

          gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (middle - half, floor - height, 2 * half, height),
                                           MIN (4, height / 2));
          gtk_snapshot_push_rounded_clip (snapshot, &outline);
          gtk_snapshot_append_color (snapshot, &bar, &outline.bounds);
          gtk_snapshot_pop (snapshot);
          draw_text (self, snapshot, n, NULL, TRUE, middle, floor - height - LABEL);
        }
      draw_text (self, snapshot, self->first + i, "dim", FALSE, middle, floor + 3);
    }
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, floor, width, 1));
}

static void
pln_met_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : LABEL + HEIGHT + LABEL + 4;
}

static void
pln_met_chart_finalize (GObject *object)
{
  g_array_unref (PLN_MET_CHART (object)->counts);

  G_OBJECT_CLASS (pln_met_chart_parent_class)->finalize (object);
}

static void
pln_met_chart_class_init (PlnMetChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pln_met_chart_finalize;
  widget_class->snapshot = pln_met_chart_snapshot;
  widget_class->measure = pln_met_chart_measure;

  gtk_widget_class_set_css_name (widget_class, "metchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pln_met_chart_init (PlnMetChart *self)
{
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
}

/**
 * pln_met_chart_new:
 *
 * Returns: an empty chart
 */
GtkWidget *
pln_met_chart_new (void)
{
  return g_object_new (PLN_TYPE_MET_CHART, NULL);
}

/* Who meets fewer than the first bar says is counted there. */
static void
count (PlnMetChart *self,
       PlnQuality  *quality)
{
  guint least = G_MAXUINT;
  guint most = 0;

  for (guint i = 0; i < quality->people->len; i++)
    {
      const PlnQualityPerson *person = g_ptr_array_index (quality->people, i);

      least = MIN (least, person->n_met);
      most = MAX (most, person->n_met);
    }
  if (most < least)
    return;

  self->first = MAX (least, most >= MOST_BARS ? most - MOST_BARS + 1 : 0);
  g_array_set_size (self->counts, most - self->first + 1);
  for (guint i = 0; i < quality->people->len; i++)
    {
      const PlnQualityPerson *person = g_ptr_array_index (quality->people, i);

      g_array_index (self->counts, guint, MAX (person->n_met, self->first) - self->first)++;
    }
}

static void
say (PlnMetChart *self)
{
  g_autoptr(GString) words = g_string_new (_("New people met, per person"));

  for (guint i = 0; i < self->counts->len; i++)
    {
      guint n = g_array_index (self->counts, guint, i);
      g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

      if (n > 0)
        {
          g_string_append (words, i == 0 ? ": " : ", ");
          /* Translators: how many people meet how many new ones: "42 people meet 15" */
          g_string_append_printf (words, ngettext ("%s meets %u", "%s meet %u", n), people, self->first + i);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words->str);
}

/**
 * pln_met_chart_show:
 * @self: a chart
 * @quality: what a plan is worth
 */
void
pln_met_chart_show (PlnMetChart *self,
                    PlnQuality  *quality)
{
  g_return_if_fail (PLN_IS_MET_CHART (self));

  g_array_set_size (self->counts, 0);
  count (self, quality);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
