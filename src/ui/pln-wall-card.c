/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-card.h"

#include "pln-config.h"
#include "pln-round-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

/* Pixels at 1080 lines. */
#define PAD       20.0
#define NUMBER    72.0
#define TOPIC     26.0
#define ROOM      24.0
#define NAME_MOST 34.0
#define NAME_LEAST 12.0 /* where many sit in a group; else 22 at least */
#define GAP        6.0
#define RADIUS    18.0
#define FRAME      5.0
#define LEFT_PART  0.32

/**
 * PlnWallCard:
 *
 * One group on the wall: its number first, its room and table below it, all
 * names beside them as large as there is room for. Whom somebody looks for
 * makes the card yellow, with a frame, and has an arrow and bold type.
 */
struct _PlnWallCard
{
  GtkWidget  parent_instance;

  double     scale;
  char      *number;
  char      *topic;
  char      *room;
  GPtrArray  *ids;   /* of who sits here */
  GPtrArray  *names; /* how they are called here */
  GHashTable *found; /* ids of who is looked for; or NULL */
};

G_DEFINE_FINAL_TYPE (PlnWallCard, pln_wall_card, GTK_TYPE_WIDGET)

static PangoLayout *
make_text (PlnWallCard *self,
           const char  *text,
           double       size,
           PangoWeight  weight,
           double       width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (MAX (width, size) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_font_description_free (font);

  return layout;
}

/* Returns: where it ends */
static double
draw_text (GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           const GdkRGBA *colour,
           double         x,
           double         y)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);

  return y + height;
}

static gboolean
is_found (PlnWallCard *self,
          guint        which)
{
  return self->found != NULL && g_hash_table_contains (self->found, g_ptr_array_index (self->ids, which));
}

static gboolean
any_found (PlnWallCard *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (is_found (self, i))
      return TRUE;

  return FALSE;
}

/* The largest size at which all names have room; a line is 1.36 as high. */
static double
name_size (PlnWallCard *self,
           double       height)
{
  double size = height / (MAX (self->names->len, 1) * 1.36);

  return CLAMP (size, NAME_LEAST * self->scale, NAME_MOST * self->scale);
}

static void
draw_ground (PlnWallCard *self,
             GtkSnapshot *snapshot,
             float        width,
             float        height,
             gboolean     is_lit)
{
  static const GdkRGBA plain = { 0.173f, 0.169f, 0.192f, 1 }, lit = { 0.976f, 0.894f, 0.361f, 1 }, white = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  float frame = (float) (FRAME * self->scale);

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), (float) (RADIUS * self->scale));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, is_lit ? &lit : &plain, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  if (is_lit)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { frame, frame, frame, frame },
                                (GdkRGBA[4]) { white, white, white, white });
}

static void
draw_names (PlnWallCard   *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *colour,
            double         x,
            double         y,
            double         width,
            double         height)
{
  double size = name_size (self, height);

  for (guint i = 0; i < self->names->len; i++)
    {
      gboolean found = is_found (self, i);
      /* Translators: an arrow in front of whom somebody looks for */
      g_autofree char *words = found ? g_strdup_printf (_("➜ %s"), (char *) g_ptr_array_index (self->names, i))
                                     : g_strdup (g_ptr_array_index (self->names, i));

      draw_text (snapshot, make_text (self, words, size, found ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, width), colour, x, y);
      y += size * 1.36;
    }
}

static void
pln_wall_card_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, pale = { 0.8f, 0.8f, 0.82f, 1 }, black = { 0.12f, 0.12f, 0.12f, 1 };
  PlnWallCard *self = PLN_WALL_CARD (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double pad = PAD * self->scale, left = (width - 2 * pad) * LEFT_PART, top, y;
  gboolean is_lit = any_found (self);
  const GdkRGBA *ink = is_lit ? &black : &white;
  PangoLayout *room;

  draw_ground (self, snapshot, width, height, is_lit);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  top = pad * 0.6;
  if (*self->topic != '\0')
    top = draw_text (snapshot, make_text (self, self->topic, TOPIC * self->scale, PANGO_WEIGHT_BOLD, width - 2 * pad), ink, pad, top)
          + GAP * self->scale;
  y = draw_text (snapshot, make_text (self, self->number, NUMBER * self->scale, PANGO_WEIGHT_ULTRABOLD, left), ink, pad,
                 top - NUMBER * 0.18 * self->scale);
  room = make_text (self, self->room, ROOM * self->scale, PANGO_WEIGHT_NORMAL, left - pad / 2);
  pango_layout_set_wrap (room, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (room, -3); /* lines */
  draw_text (snapshot, room, is_lit ? &black : &pale, pad, y - NUMBER * 0.12 * self->scale);
  draw_names (self, snapshot, ink, pad + left, top, width - 2 * pad - left, height - top - pad * 0.6);
  gtk_snapshot_pop (snapshot);
}

static void
pln_wall_card_finalize (GObject *object)
{
  PlnWallCard *self = PLN_WALL_CARD (object);

  g_free (self->number);
  g_free (self->topic);
  g_free (self->room);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->found, g_hash_table_unref);

  G_OBJECT_CLASS (pln_wall_card_parent_class)->finalize (object);
}

static void
pln_wall_card_class_init (PlnWallCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_wall_card_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = pln_wall_card_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plnwallcard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
pln_wall_card_init (PlnWallCard *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/* The room and the table stand below each other. */
static char *
room_lines (const char *room)
{
  g_autofree char *line = pln_str_one_line (room);
  char *comma = strchr (line, ',');

  if (comma == NULL)
    return g_steal_pointer (&line);

  *comma = '\0';

  return g_strdup_printf ("%s\n%s", line, g_strstrip (comma + 1));
}

/**
 * pln_wall_card_new:
 * @group: a group
 * @names: (element-type utf8 utf8): how people are called on the wall, by their ids
 * @scale: how large all is; 1 at 1080 lines
 *
 * Returns: its card
 */
GtkWidget *
pln_wall_card_new (PlnGroup   *group,
                   GHashTable *names,
                   double      scale)
{
  PlnWallCard *self = g_object_new (PLN_TYPE_WALL_CARD, NULL);
  GPtrArray *places = pln_group_get_places (group);
  g_autofree char *name = pln_group_name (group);
  GString *words = g_string_new (name);
  gboolean has_number = pln_group_get_number (group) > 0;

  self->scale = scale;
  self->number = has_number ? g_strdup_printf ("%u", pln_group_get_number (group)) : g_strdup ("");
  self->topic = pln_str_one_line (has_number ? pln_group_get_topic (group) : name);
  self->room = room_lines (pln_group_get_room (group));
  if (has_number && *self->topic != '\0')
    g_string_append_printf (words, ", %s", self->topic);
  if (*pln_group_get_room (group) != '\0')
    g_string_append_printf (words, ", %s", pln_group_get_room (group));
  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      const char *shown = g_hash_table_lookup (names, place->person);

      if (shown == NULL)
        continue; /* is on no list any more */
      g_ptr_array_add (self->ids, g_strdup (place->person));
      g_ptr_array_add (self->names, g_strdup (shown));
      g_string_append_printf (words, "%s%s", self->names->len == 1 ? ": " : ", ", shown);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_string_free (words, TRUE);

  return GTK_WIDGET (self);
}

/**
 * pln_wall_card_find:
 * @self: a card
 * @people: (nullable) (element-type PlnAttendee): who is looked for
 *
 * Lights the card up if one of them sits here.
 *
 * Returns: whether one does
 */
gboolean
pln_wall_card_find (PlnWallCard *self,
                    GPtrArray   *people)
{
  g_return_val_if_fail (PLN_IS_WALL_CARD (self), FALSE);

  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; people != NULL && i < people->len; i++)
    g_hash_table_add (self->found, g_strdup (pln_attendee_get_id (people->pdata[i])));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return any_found (self);
}
