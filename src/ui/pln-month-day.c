/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month-day.h"

#include "pln-calendar-view.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define LEFT   9
#define PILL_X 6
#define PILL_Y 3
#define DOT    6
#define GAP    3
#define AROUND 9 /* the number, above and below together */

/**
 * PlnMonthDay:
 *
 * A day of a month: its ground and its number, and dots where there is no room
 * for what it holds. Chips are no children of it, as they may go over several
 * days; they stand above it.
 */
struct _PlnMonthDay
{
  GtkWidget        parent_instance;

  GDate            date;
  PlnMonthDayLook  look;
  guint            n;
  GStrv            dots;
  char            *label;
  PangoLayout     *number;
};

G_DEFINE_FINAL_TYPE (PlnMonthDay, pln_month_day, GTK_TYPE_WIDGET)

static void
update_label (PlnMonthDay *self)
{
  char words[128];
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  /* Translators: a day in a month, see strftime (): Tuesday 19 July. */
  g_date_strftime (words, sizeof words, _("%A %-d %B"), &self->date);
  count = self->n > 0 ? g_strdup_printf (ngettext ("%u event", "%u events", self->n), self->n) : g_strdup (_("free"));
  label = (self->look & PLN_MONTH_DAY_TODAY) != 0
          /* Translators: a day and what it holds: “Tuesday 19 July, today, 17 events” */
          ? g_strdup_printf (_("%s, today, %s"), words, count)
          /* Translators: a day and what it holds: “Tuesday 19 July, 17 events” */
          : g_strdup_printf (_("%s, %s"), words, count);
  if (pln_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
ensure_number (PlnMonthDay *self)
{
  gboolean bold = (self->look & PLN_MONTH_DAY_OTHER) == 0;
  gboolean named = (self->look & PLN_MONTH_DAY_NAMED) != 0;
  g_autoptr(PangoAttrList) attributes = NULL;
  char text[64];
  int width;

  if (self->number != NULL)
    return;

  /* Translators: the first day of a month in a calendar, see strftime (): 1 July. */
  g_date_strftime (text, sizeof text, named ? _("%-d %B") : "%-d", &self->date);
  attributes = pango_attr_list_new ();
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_attributes (self->number, attributes);

  pango_layout_get_pixel_size (self->number, &width, NULL);
  if (named && width > gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - PILL_X)
    {
      /* Translators: as “1 July” where there is less room, see strftime (): 1 Sep. */
      g_date_strftime (text, sizeof text, _("%-d %b"), &self->date);
      pango_layout_set_text (self->number, text, -1);
    }
}

static gboolean
is_mirrored (PlnMonthDay *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Where the number stands, from the left. */
static void
number_area (PlnMonthDay     *self,
             graphene_rect_t *area)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int text_width, text_height;
  float x;

  ensure_number (self);
  pango_layout_get_pixel_size (self->number, &text_width, &text_height);
  x = (self->look & PLN_MONTH_DAY_NARROW) != 0 ? (float) (width - text_width) / 2
      : is_mirrored (self) ? (float) (width - LEFT - text_width) : LEFT;
  *area = GRAPHENE_RECT_INIT (x, (float) (pln_month_day_get_head (GTK_WIDGET (self)) - text_height) / 2, (float) text_width, (float) text_height);
}

static void
draw_pill (PlnMonthDay           *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *area)
{
  GskRoundedRect pill;
  GdkRGBA colour;
  float width = MAX (area->size.width + 2 * PILL_X, area->size.height + 2 * PILL_Y - 2);

  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (area->origin.x + (area->size.width - width) / 2,
                                                               area->origin.y - PILL_Y + 1, width,
                                                               area->size.height + 2 * PILL_Y - 2), 11);
  pln_style_colour (GTK_WIDGET (self), "suggested", &colour);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &colour, &pill.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_dots (PlnMonthDay *self,
           GtkSnapshot *snapshot)
{
  guint n = MIN (g_strv_length (self->dots), PLN_MONTH_DAY_MOST_DOTS);
  int head = pln_month_day_get_head (GTK_WIDGET (self));
  float x = ((float) gtk_widget_get_width (GTK_WIDGET (self)) - (float) n * (DOT + GAP) + GAP) / 2;

  for (guint i = 0; i < n; i++, x += DOT + GAP)
    {
      GskRoundedRect dot;
      GdkRGBA colour;

      pln_style_colour (GTK_WIDGET (self), self->dots[i], &colour);
      gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x, (float) head, DOT, DOT), DOT / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &dot);
      gtk_snapshot_append_color (snapshot, &colour, &dot.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
pln_month_day_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlnMonthDay *self = PLN_MONTH_DAY (widget);
  graphene_rect_t area;
  GdkRGBA colour;

  number_area (self, &area);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if ((self->look & PLN_MONTH_DAY_TODAY) != 0)
    {
      draw_pill (self, snapshot, &area);
      colour = (GdkRGBA) { 1, 1, 1, 1 };
    }
  else if ((self->look & PLN_MONTH_DAY_OTHER) != 0)
    pln_style_colour (widget, "dim", &colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  gtk_snapshot_append_layout (snapshot, self->number, &colour);
  gtk_snapshot_restore (snapshot);

  if (self->dots != NULL && (self->look & PLN_MONTH_DAY_NARROW) != 0)
    draw_dots (self, snapshot);
}

static void
pln_month_day_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : 20;
}

static void
pln_month_day_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  g_clear_object (&PLN_MONTH_DAY (widget)->number); /* there may be more room for it, or less */
}

static void
pln_month_day_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_month_day_parent_class)->css_changed (widget, change);

  g_clear_object (&PLN_MONTH_DAY (widget)->number);
}

static void
pln_month_day_dispose (GObject *object)
{
  g_clear_object (&PLN_MONTH_DAY (object)->number);

  G_OBJECT_CLASS (pln_month_day_parent_class)->dispose (object);
}

static void
pln_month_day_finalize (GObject *object)
{
  PlnMonthDay *self = PLN_MONTH_DAY (object);

  g_strfreev (self->dots);
  g_free (self->label);

  G_OBJECT_CLASS (pln_month_day_parent_class)->finalize (object);
}

static void
pln_month_day_class_init (PlnMonthDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_month_day_dispose;
  object_class->finalize = pln_month_day_finalize;
  widget_class->snapshot = pln_month_day_snapshot;
  widget_class->measure = pln_month_day_measure;
  widget_class->size_allocate = pln_month_day_size_allocate;
  widget_class->css_changed = pln_month_day_css_changed;

  gtk_widget_class_set_css_name (widget_class, "monthday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
pln_month_day_init (PlnMonthDay *self)
{
  self->date = pln_calendar_view_today ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * pln_month_day_new:
 *
 * Returns: the ground of a day
 */
GtkWidget *
pln_month_day_new (void)
{
  return g_object_new (PLN_TYPE_MONTH_DAY, NULL);
}

static void
set_class (PlnMonthDay *self,
           const char  *name,
           gboolean     on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/**
 * pln_month_day_set_date:
 * @self: a day
 * @date: which one it is
 * @look: how it looks, see also [method@MonthDay.set_chosen]
 */
void
pln_month_day_set_date (PlnMonthDay     *self,
                        const GDate     *date,
                        PlnMonthDayLook  look)
{
  GDateWeekday weekday = g_date_get_weekday (date);

  g_return_if_fail (PLN_IS_MONTH_DAY (self));

  look |= self->look & PLN_MONTH_DAY_CHOSEN;
  if (g_date_compare (&self->date, date) == 0 && self->look == look && self->label != NULL)
    return;

  self->date = *date;
  self->look = look;
  g_clear_object (&self->number);
  set_class (self, "weekend", weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pln_month_day_set_count:
 * @self: a day
 * @n: how many things it holds, for its name
 */
void
pln_month_day_set_count (PlnMonthDay *self,
                         guint        n)
{
  g_return_if_fail (PLN_IS_MONTH_DAY (self));

  if (self->n == n)
    return;

  self->n = n;
  update_label (self);
}

/**
 * pln_month_day_set_dots:
 * @self: a day
 * @colours: (nullable) (array zero-terminated=1): the colours of what it holds
 */
void
pln_month_day_set_dots (PlnMonthDay       *self,
                        const char *const *colours)
{
  g_return_if_fail (PLN_IS_MONTH_DAY (self));

  g_strfreev (self->dots);
  self->dots = g_strdupv ((GStrv) colours);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pln_month_day_set_chosen:
 * @self: a day
 * @chosen: whether its ground is that of what is chosen
 */
void
pln_month_day_set_chosen (PlnMonthDay *self,
                          gboolean     chosen)
{
  g_return_if_fail (PLN_IS_MONTH_DAY (self));

  if (chosen)
    self->look |= PLN_MONTH_DAY_CHOSEN;
  else
    self->look &= ~(guint) PLN_MONTH_DAY_CHOSEN;
  set_class (self, "chosen", chosen);
}

/**
 * pln_month_day_get_head:
 * @widget: a day, or the widget in which days are to stand
 *
 * Returns: how high the place of the number is, above the chips
 */
int
pln_month_day_get_head (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height + AROUND;
}

/**
 * pln_month_day_is_number_at:
 * @self: a day
 * @x: a place, in pixels from its left
 * @y: from its top
 *
 * Returns: whether its number is there
 */
gboolean
pln_month_day_is_number_at (PlnMonthDay *self,
                            double       x,
                            double       y)
{
  graphene_rect_t area;

  g_return_val_if_fail (PLN_IS_MONTH_DAY (self), FALSE);

  number_area (self, &area);

  return y < pln_month_day_get_head (GTK_WIDGET (self)) && x >= area.origin.x - PILL_X && x < area.origin.x + area.size.width + PILL_X;
}
