/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-avatar.h"

#include "pln-person-words.h"

/**
 * PlnAvatar:
 *
 * A disc with the initials of a person, in a colour that stays the same as
 * long as it is the same person. The name stands beside it, so it has none.
 */
struct _PlnAvatar
{
  GtkWidget    parent_instance;

  int          size;
  PangoLayout *initials;
  guint        colour;
};

G_DEFINE_FINAL_TYPE (PlnAvatar, pln_avatar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The same on light and dark: white on each has 5.8:1 or more. */
static const guint32 colours[] = {
  0x1a5fb4, 0x1a7446, 0xa64400, 0x7d3c98, 0x0b6e75, 0x76502f, 0xb21824, 0x55535b,
};

static void
pln_avatar_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  PlnAvatar *self = PLN_AVATAR (widget);
  guint32 colour = colours[self->colour];
  float x = (gtk_widget_get_width (widget) - self->size) / 2;
  float y = (gtk_widget_get_height (widget) - self->size) / 2;
  GskRoundedRect disc;
  int width;
  int height;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (x, y, self->size, self->size), self->size / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) { (colour >> 16) / 255.0f, (colour >> 8 & 0xff) / 255.0f, (colour & 0xff) / 255.0f, 1 },
                             &disc.bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (self->initials, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (self->size - width) / 2, y + (self->size - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->initials, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
pln_avatar_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = PLN_AVATAR (widget)->size;
}

/* The letters grow with the disc, not with the text. */
static void
set_font (PlnAvatar *self)
{
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  pango_font_description_set_absolute_size (font, self->size * 0.4 * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_ULTRABOLD);
  pango_layout_set_font_description (self->initials, font);
  pango_font_description_free (font);
}

static void
pln_avatar_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_avatar_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (PLN_AVATAR (widget)->initials);
  set_font (PLN_AVATAR (widget));
}

static void
pln_avatar_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  g_assert (prop_id == PROP_SIZE);
  PLN_AVATAR (object)->size = g_value_get_int (value);
}

static void
pln_avatar_constructed (GObject *object)
{
  PlnAvatar *self = PLN_AVATAR (object);

  G_OBJECT_CLASS (pln_avatar_parent_class)->constructed (object);
  set_font (self);
}

static void
pln_avatar_finalize (GObject *object)
{
  g_object_unref (PLN_AVATAR (object)->initials);

  G_OBJECT_CLASS (pln_avatar_parent_class)->finalize (object);
}

static void
pln_avatar_class_init (PlnAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pln_avatar_set_property;
  object_class->constructed = pln_avatar_constructed;
  object_class->finalize = pln_avatar_finalize;
  widget_class->snapshot = pln_avatar_snapshot;
  widget_class->measure = pln_avatar_measure;
  widget_class->css_changed = pln_avatar_css_changed;

  /**
   * PlnAvatar:size:
   *
   * The diameter, in pixels.
   */
  props[PROP_SIZE] =
    g_param_spec_int ("size", NULL, NULL, 12, 256, 36,
                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "plnavatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pln_avatar_init (PlnAvatar *self)
{
  self->initials = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
}

/**
 * pln_avatar_new:
 * @size: the diameter, in pixels
 *
 * Returns: an empty disc
 */
GtkWidget *
pln_avatar_new (int size)
{
  return g_object_new (PLN_TYPE_AVATAR, "size", size, NULL);
}

/**
 * pln_avatar_show:
 * @self: an avatar
 * @attendee: who it stands for
 *
 * Shows the initials of a person.
 */
void
pln_avatar_show (PlnAvatar   *self,
                 PlnAttendee *attendee)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (PLN_IS_AVATAR (self));
  g_return_if_fail (PLN_IS_ATTENDEE (attendee));

  initials = pln_person_initials (pln_attendee_get_display_name (attendee));
  pango_layout_set_text (self->initials, initials, -1);
  self->colour = g_str_hash (pln_attendee_get_id (attendee)) % G_N_ELEMENTS (colours);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
