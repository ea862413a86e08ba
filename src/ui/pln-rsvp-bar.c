/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-rsvp-bar.h"

#include "pln-config.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define N_PARTS (PLN_N_ANSWERS + 1) /* and those who wait */

/**
 * PlnRsvpBar:
 *
 * Who comes, as one bar: going full, maybe hatched, no answer grey, declined
 * pale red, waiting striped, always in this order. Each has a shape of its own
 * besides its colour, and the counts are the bar's accessible name.
 */
struct _PlnRsvpBar
{
  GtkWidget     parent_instance;

  PlnGathering *gathering;
  gboolean      thin;
  guint         counts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (PlnRsvpBar, pln_rsvp_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_GATHERING,
  PROP_THIN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* How a part is drawn: its colour, and the second colour of a pattern, whose
 * stripes run along (dx, dy), one period long, the first part of it full. */
static const struct
{
  const char *colour;
  const char *gap;
  float       dx;
  float       dy;
  float       full;
} looks[N_PARTS] = {
  [PLN_ANSWER_ACCEPTED]     = { "bar_going", NULL, 0, 0, 0 },
  [PLN_ANSWER_TENTATIVE]    = { "bar_maybe", "bar_maybe_gap", 3 * G_SQRT2, 3 * G_SQRT2, 0.5 },
  [PLN_ANSWER_NEEDS_ACTION] = { "bar_none", NULL, 0, 0, 0 },
  [PLN_ANSWER_DECLINED]     = { "bar_declined", NULL, 0, 0, 0 },
  [PLN_N_ANSWERS]           = { "bar_waiting", "bar_waiting_gap", 6, 0, 4.0 / 6 },
};

/* Each count is a phrase of its own, as languages differ in what agrees with it. */
static char *
part_words (int   part,
            guint n)
{
  switch (part)
    {
    case PLN_ANSWER_ACCEPTED:
      return g_strdup_printf (ngettext ("%u going", "%u going", n), n);
    case PLN_ANSWER_TENTATIVE:
      return g_strdup_printf (ngettext ("%u maybe", "%u maybe", n), n);
    case PLN_ANSWER_NEEDS_ACTION:
      return g_strdup_printf (ngettext ("%u no answer", "%u no answer", n), n);
    case PLN_ANSWER_DECLINED:
      return g_strdup_printf (ngettext ("%u declined", "%u declined", n), n);
    default:
      return g_strdup_printf (ngettext ("%u waiting", "%u waiting", n), n);
    }
}

static guint
part_count (PlnGathering *gathering,
            int           part)
{
  return part < PLN_N_ANSWERS
         ? pln_gathering_get_n_answers (gathering, part)
         : pln_gathering_get_n_waiting (gathering);
}

/**
 * pln_rsvp_bar_words:
 * @gathering: a gathering
 *
 * Says the answers in words: “86 going, 6 maybe, 11 no answer, 21 declined”.
 *
 * Returns: (transfer full): a phrase for labels and screen readers; without
 *   those answers that nobody gave
 */
char *
pln_rsvp_bar_words (PlnGathering *gathering)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  for (int i = 0; i < N_PARTS; i++)
    {
      guint n = part_count (gathering, i);
      g_autofree char *part = n > 0 ? part_words (i, n) : NULL;

      if (part != NULL)
        g_strv_builder_add (parts, part);
    }

  words = g_strv_builder_end (parts);
  if (words[0] == NULL)
    return g_strdup (_("Nobody invited yet"));

  /* Translators: joins counts, as in “86 going, 6 maybe” */
  return g_strjoinv (_(", "), words);
}

static void
update (PlnRsvpBar *self)
{
  g_autofree char *words = NULL;

  memset (self->counts, 0, sizeof self->counts);
  if (self->gathering != NULL)
    {
      for (int i = 0; i < N_PARTS; i++)
        self->counts[i] = part_count (self->gathering, i);
      words = pln_rsvp_bar_words (self->gathering);
    }

  if (words != NULL && pln_gathering_get_capacity (self->gathering) > 0)
    {
      g_autofree char *answers = g_steal_pointer (&words);
      guint capacity = pln_gathering_get_capacity (self->gathering);

      words = g_strdup_printf (ngettext ("%s; of %u place", "%s; of %u places", capacity), answers, capacity);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
gathering_notify_cb (PlnRsvpBar *self,
                     GParamSpec *pspec)
{
  if (g_str_has_prefix (pspec->name, "n-") || g_str_equal (pspec->name, "capacity"))
    update (self);
}

/* Widths of the parts, in whole pixels: in proportion, but wide enough to be
 * seen, at the cost of the widest. */
static void
share (const guint counts[N_PARTS],
       int         width,
       int         least,
       int         gap,
       int         widths[N_PARTS])
{
  guint total = 0;
  guint n_parts = 0;
  int widest = 0;
  int left;

  for (int i = 0; i < N_PARTS; i++)
    {
      total += counts[i];
      n_parts += counts[i] > 0;
      if (counts[i] > counts[widest])
        widest = i;
    }

  left = width - (n_parts > 0 ? (int) n_parts - 1 : 0) * gap;
  for (int i = 0; i < N_PARTS; i++)
    {
      widths[i] = counts[i] == 0 || i == widest
                  ? 0
                  : MAX (least, (int) ((gint64) (width - (int) (n_parts - 1) * gap) * counts[i] / total));
      left -= widths[i];
    }
  if (total > 0)
    widths[widest] = MAX (left, 0);
}

static void
draw_part (PlnRsvpBar            *self,
           GtkSnapshot           *snapshot,
           const graphene_rect_t *area,
           int                    part)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float full = looks[part].full;
  GdkRGBA colour;
  GdkRGBA gap;

  pln_style_colour (widget, looks[part].colour, &colour);
  if (looks[part].gap == NULL)
    {
      gtk_snapshot_append_color (snapshot, &colour, area);
      return;
    }

  pln_style_colour (widget, looks[part].gap, &gap);
  gtk_snapshot_append_repeating_linear_gradient (snapshot, area, &area->origin,
                                                 &GRAPHENE_POINT_INIT (area->origin.x + looks[part].dx,
                                                                       area->origin.y + looks[part].dy),
                                                 (GskColorStop[]) { { 0, colour }, { full, colour }, { full, gap }, { 1, gap } }, 4);
}

static void
pln_rsvp_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PlnRsvpBar *self = PLN_RSVP_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int gap = self->thin ? 1 : 2;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[N_PARTS];
  int x = 0;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);

  share (self->counts, width, self->thin ? 3 : 6, gap, widths);
  for (int i = 0; i < N_PARTS; i++)
    {
      if (widths[i] == 0)
        continue;
      draw_part (self, snapshot,
                 &GRAPHENE_RECT_INIT (mirrored ? width - x - widths[i] : x, 0, widths[i], height), i);
      x += widths[i] + gap;
    }

  gtk_snapshot_pop (snapshot);
}

static void
pln_rsvp_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PlnRsvpBar *self = PLN_RSVP_BAR (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->thin ? 6 : 18;
  else
    {
      *minimum = 36;
      *natural = self->thin ? 120 : 240;
    }
}

static void
pln_rsvp_bar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlnRsvpBar *self = PLN_RSVP_BAR (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      g_value_set_object (value, self->gathering);
      break;
    case PROP_THIN:
      g_value_set_boolean (value, self->thin);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_rsvp_bar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlnRsvpBar *self = PLN_RSVP_BAR (object);

  switch (prop_id)
    {
    case PROP_GATHERING:
      pln_rsvp_bar_set_gathering (self, g_value_get_object (value));
      break;
    case PROP_THIN:
      self->thin = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_rsvp_bar_dispose (GObject *object)
{
  PlnRsvpBar *self = PLN_RSVP_BAR (object);

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_rsvp_bar_parent_class)->dispose (object);
}

static void
pln_rsvp_bar_class_init (PlnRsvpBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_rsvp_bar_get_property;
  object_class->set_property = pln_rsvp_bar_set_property;
  object_class->dispose = pln_rsvp_bar_dispose;
  widget_class->snapshot = pln_rsvp_bar_snapshot;
  widget_class->measure = pln_rsvp_bar_measure;

  /**
   * PlnRsvpBar:gathering:
   *
   * The gathering whose answers are shown, or %NULL for an empty bar.
   */
  props[PROP_GATHERING] =
    g_param_spec_object ("gathering", NULL, NULL, PLN_TYPE_GATHERING,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnRsvpBar:thin:
   *
   * Whether the bar is 6 pixels high, as in a list, instead of 18.
   */
  props[PROP_THIN] =
    g_param_spec_boolean ("thin", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "rsvpbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pln_rsvp_bar_init (PlnRsvpBar *self)
{
  update (self);
}

/**
 * pln_rsvp_bar_new:
 * @thin: whether it is 6 pixels high instead of 18
 *
 * Returns: a bar without a gathering
 */
GtkWidget *
pln_rsvp_bar_new (gboolean thin)
{
  return g_object_new (PLN_TYPE_RSVP_BAR, "thin", thin, NULL);
}

/**
 * pln_rsvp_bar_set_gathering:
 * @self: a bar
 * @gathering: (nullable): whose answers to show; the bar follows them
 */
void
pln_rsvp_bar_set_gathering (PlnRsvpBar   *self,
                            PlnGathering *gathering)
{
  g_return_if_fail (PLN_IS_RSVP_BAR (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  if (self->gathering == gathering)
    return;

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_set_object (&self->gathering, gathering);
  if (gathering != NULL)
    g_signal_connect_swapped (gathering, "notify", G_CALLBACK (gathering_notify_cb), self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GATHERING]);
}
