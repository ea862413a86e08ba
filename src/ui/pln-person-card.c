/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-person-card.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define ICON 16
#define SHAPE 12
#define GAP 6
#define SHAPE_GAP 3
#define MOST_SHAPES 3 /* how many more there are is said in figures */

/**
 * PlnPersonCard:
 *
 * A person on the board: the name, what is new or locked about the place, and
 * the shapes of the networks. With a role the card is taller, and says it.
 *
 * It is one light widget that draws itself, as there are hundreds of them.
 */
struct _PlnPersonCard
{
  GtkWidget     parent_instance;

  PlnGathering *gathering;
  PlnAttendee  *attendee;
  PlnGroup     *group;
  PlnGroupRole  role;
  guint         position;
  guint         locked : 1;
  guint         absent : 1;
  guint         chosen : 1;
  guint         lifted : 1;

  PangoLayout  *name;
  PangoLayout  *word; /* of the role, or NULL */
  PangoLayout  *more; /* "+2", or NULL */
};

G_DEFINE_FINAL_TYPE (PlnPersonCard, pln_person_card, GTK_TYPE_WIDGET)

static PangoLayout *
make_small (PlnPersonCard *self,
            const char    *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* What is written, in the font that the card has now. */
static void
make_layouts (PlnPersonCard *self)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_display_name (self->attendee));
  guint n_networks = g_strv_length ((char **) pln_attendee_get_networks (self->attendee));

  g_clear_object (&self->name);
  g_clear_object (&self->word);
  g_clear_object (&self->more);
  self->name = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  pango_layout_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  if (self->role != PLN_GROUP_ROLE_NONE)
    {
      self->word = make_small (self, pln_group_role_word (self->role));
      pango_layout_set_ellipsize (self->word, PANGO_ELLIPSIZE_END);
    }
  if (n_networks > MOST_SHAPES)
    {
      g_autofree char *text = g_strdup_printf ("+%u", n_networks - MOST_SHAPES);

      self->more = make_small (self, text);
    }
}

static void
draw_icon (PlnPersonCard *self,
           GtkSnapshot   *snapshot,
           const char    *name,
           const char    *colour_name,
           float          x,
           float          y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, ICON,
                                gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  GdkRGBA colour;

  pln_style_colour (widget, colour_name, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), ICON, ICON, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

/* A drawing goes from both ends to the middle, where the name has what is left. */
typedef struct
{
  PlnPersonCard *card;
  GtkSnapshot   *snapshot;
  int            width;
  int            height;
  int            start; /* used up, where reading begins */
  int            end;   /* and where it ends */
  gboolean       mirrored;
} Pen;

static float
take_start (Pen *pen,
            int  width,
            int  gap)
{
  float x = pen->mirrored ? pen->width - pen->start - width : pen->start;

  pen->start += width + gap;

  return x;
}

static float
take_end (Pen *pen,
          int  width,
          int  gap)
{
  float x;

  pen->end += width;
  x = pen->mirrored ? pen->end - width : pen->width - pen->end;
  pen->end += gap;

  return x;
}

static void
draw_networks (Pen *pen)
{
  PlnPersonCard *self = pen->card;
  GtkWidget *widget = GTK_WIDGET (self);
  const char *const *names = pln_attendee_get_networks (self->attendee);
  PlnNetworks *networks = pln_networks_of (self->gathering);
  int n = (int) MIN (g_strv_length ((char **) names), MOST_SHAPES);
  float y = (pen->height - SHAPE) / 2;

  if (self->more != NULL)
    {
      int width, height;

      pango_layout_get_pixel_size (self->more, &width, &height);
      gtk_snapshot_render_layout (pen->snapshot, gtk_widget_get_style_context (widget), take_end (pen, width, SHAPE_GAP),
                                  (pen->height - height) / 2, self->more);
    }

  if (n == 0)
    pln_network_draw (widget, pen->snapshot, PLN_NETWORK_NONE, take_end (pen, SHAPE, GAP), y, SHAPE);
  for (int i = n - 1; i >= 0; i--)
    pln_network_draw (widget, pen->snapshot, (int) pln_networks_get_number (networks, names[i]),
                      take_end (pen, SHAPE, i > 0 ? SHAPE_GAP : GAP), y, SHAPE);
}

static void
draw_words (Pen *pen)
{
  PlnPersonCard *self = pen->card;
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  int width = MAX (pen->width - pen->start - pen->end, 0);
  int name_height, word_height = 0;
  float x = take_start (pen, width, 0);
  int y;

  pango_layout_set_width (self->name, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->name, NULL, &name_height);
  if (self->word != NULL)
    {
      pango_layout_set_width (self->word, width * PANGO_SCALE);
      pango_layout_get_pixel_size (self->word, NULL, &word_height);
    }

  y = (pen->height - name_height - word_height) / 2;
  gtk_snapshot_render_layout (pen->snapshot, context, x, y, self->name);
  if (self->word != NULL)
    {
      GdkRGBA dim;

      pln_style_colour (GTK_WIDGET (self), "dim", &dim);
      gtk_snapshot_save (pen->snapshot);
      gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (x, y + name_height));
      gtk_snapshot_append_layout (pen->snapshot, self->word, &dim);
      gtk_snapshot_restore (pen->snapshot);
    }
}

static gboolean
is_pointed_at (PlnPersonCard *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

static void
pln_person_card_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PlnPersonCard *self = PLN_PERSON_CARD (widget);
  Pen pen = { self, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget), 0, 0,
              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  float y = (pen.height - ICON) / 2;

  if (self->lifted)
    return; /* only its place is seen */

  if (self->role != PLN_GROUP_ROLE_NONE)
    draw_icon (self, snapshot, pln_group_role_icon (self->role), "purple", take_start (&pen, ICON, GAP), y);

  if (self->locked)
    draw_icon (self, snapshot, "changes-prevent-symbolic", "dim", take_end (&pen, ICON, GAP), y);
  else if (is_pointed_at (self) && self->group != NULL)
    draw_icon (self, snapshot, "changes-allow-symbolic", "dim", take_end (&pen, ICON, GAP), y);
  draw_networks (&pen);
  if (pln_attendee_get_first_time (self->attendee))
    draw_icon (self, snapshot, "pln-sprout-symbolic", "good", take_end (&pen, ICON, GAP), y);
  if (self->absent && self->group != NULL)
    draw_icon (self, snapshot, "pln-door-symbolic", "warning", take_end (&pen, ICON, GAP), y);
  draw_words (&pen);
}

static void
pln_person_card_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  PlnPersonCard *self = PLN_PERSON_CARD (widget);
  int name_height, word_height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 90;
      return;
    }

  pango_layout_get_pixel_size (self->name, NULL, &name_height);
  if (self->word != NULL)
    pango_layout_get_pixel_size (self->word, NULL, &word_height);
  *minimum = *natural = MAX (ICON, name_height + word_height);
}

static void
pln_person_card_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_person_card_parent_class)->css_changed (widget, change);
  make_layouts (PLN_PERSON_CARD (widget));
}

static void
pln_person_card_state_flags_changed (GtkWidget     *widget,
                                     GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (pln_person_card_parent_class)->state_flags_changed (widget, before);
  if (((before ^ gtk_widget_get_state_flags (widget)) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_queue_draw (widget);
}

static gboolean
pln_person_card_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  PlnPersonCard *self = PLN_PERSON_CARD (widget);
  g_autofree char *facts = NULL;
  g_autofree char *words = NULL;

  if (self->lifted)
    return FALSE;

  facts = pln_place_facts (self->gathering, self->attendee);
  words = self->absent ? g_strdup_printf ("%s\n%s", facts, _("Not here")) : g_strdup (facts);
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
pln_person_card_dispose (GObject *object)
{
  PlnPersonCard *self = PLN_PERSON_CARD (object);

  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_data (self->attendee, self);
  g_clear_object (&self->name);
  g_clear_object (&self->word);
  g_clear_object (&self->more);
  g_clear_object (&self->group);
  g_clear_object (&self->attendee);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_person_card_parent_class)->dispose (object);
}

static void
pln_person_card_class_init (PlnPersonCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_person_card_dispose;
  widget_class->snapshot = pln_person_card_snapshot;
  widget_class->measure = pln_person_card_measure;
  widget_class->css_changed = pln_person_card_css_changed;
  widget_class->state_flags_changed = pln_person_card_state_flags_changed;
  widget_class->query_tooltip = pln_person_card_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "personcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
pln_person_card_init (PlnPersonCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static void
say (PlnPersonCard *self)
{
  const PlnPlace place = { NULL, self->role, self->locked };
  g_autofree char *words = pln_place_summary (self->attendee, self->group, &place, self->position);
  g_autofree char *away = self->absent ? g_strdup_printf ("%s, %s", words, _("not here")) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, away != NULL ? away : words, -1);
}

static void
attendee_notify_cb (PlnPersonCard *self)
{
  make_layouts (self);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pln_person_card_new:
 * @gathering: a gathering
 * @attendee: one of its attendees
 *
 * Returns: the card of a person, to be told where that one sits
 */
GtkWidget *
pln_person_card_new (PlnGathering *gathering,
                     PlnAttendee  *attendee)
{
  PlnPersonCard *self = g_object_new (PLN_TYPE_PERSON_CARD, NULL);

  self->gathering = g_object_ref (gathering);
  self->attendee = g_object_ref (attendee);
  g_signal_connect_swapped (attendee, "notify", G_CALLBACK (attendee_notify_cb), self);
  make_layouts (self);

  return GTK_WIDGET (self);
}

/**
 * pln_person_card_show:
 * @self: a card
 * @group: (nullable): the group in which the person sits
 * @place: (nullable): how
 * @position: which of the group it is, from 0
 *
 * Shows where the person sits.
 */
void
pln_person_card_show (PlnPersonCard  *self,
                      PlnGroup       *group,
                      const PlnPlace *place,
                      guint           position)
{
  PlnGroupRole role = place != NULL ? place->role : PLN_GROUP_ROLE_NONE;
  gboolean locked = place != NULL && place->locked;

  g_return_if_fail (PLN_IS_PERSON_CARD (self));

  g_set_object (&self->group, group);
  self->position = position;
  if (self->role != role)
    {
      self->role = role;
      make_layouts (self);
      pln_style_set_class (GTK_WIDGET (self), "role", role != PLN_GROUP_ROLE_NONE);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  if (self->locked != locked)
    {
      self->locked = locked;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  say (self);
}

PlnAttendee *
pln_person_card_get_attendee (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), NULL);

  return self->attendee;
}

/**
 * pln_person_card_get_id:
 * @self: a card
 *
 * Returns: (transfer none): the id of the person
 */
const char *
pln_person_card_get_id (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), NULL);

  return pln_attendee_get_id (self->attendee);
}

/**
 * pln_person_card_get_group:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the group in which the person sits
 */
PlnGroup *
pln_person_card_get_group (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), NULL);

  return self->group;
}

PlnGroupRole
pln_person_card_get_role (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), PLN_GROUP_ROLE_NONE);

  return self->role;
}

gboolean
pln_person_card_get_locked (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), FALSE);

  return self->locked;
}

gboolean
pln_person_card_get_absent (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), FALSE);

  return self->absent;
}

/**
 * pln_person_card_set_absent:
 * @self: a card
 * @absent: whether the person is not here, while others are
 */
void
pln_person_card_set_absent (PlnPersonCard *self,
                            gboolean       absent)
{
  g_return_if_fail (PLN_IS_PERSON_CARD (self));

  if (self->absent == !!absent)
    return;

  self->absent = !!absent;
  pln_style_set_class (GTK_WIDGET (self), "absent", absent);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
pln_person_card_get_chosen (PlnPersonCard *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), FALSE);

  return self->chosen;
}

/**
 * pln_person_card_set_chosen:
 * @self: a card
 * @chosen: whether what is done next is done to this person
 */
void
pln_person_card_set_chosen (PlnPersonCard *self,
                            gboolean       chosen)
{
  g_return_if_fail (PLN_IS_PERSON_CARD (self));

  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  pln_style_set_class (GTK_WIDGET (self), "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

/**
 * pln_person_card_set_lifted:
 * @self: a card
 * @lifted: whether it is in the air, so that only its place is left here
 */
void
pln_person_card_set_lifted (PlnPersonCard *self,
                            gboolean       lifted)
{
  g_return_if_fail (PLN_IS_PERSON_CARD (self));

  if (self->lifted == !!lifted)
    return;

  self->lifted = !!lifted;
  pln_style_set_class (GTK_WIDGET (self), "lifted", lifted);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pln_person_card_is_lock_at:
 * @self: a card
 * @x: a place in it
 *
 * Returns: whether its padlock is there
 */
gboolean
pln_person_card_is_lock_at (PlnPersonCard *self,
                            double         x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  g_return_val_if_fail (PLN_IS_PERSON_CARD (self), FALSE);

  if (self->group == NULL || (!self->locked && !is_pointed_at (self)))
    return FALSE;

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? x <= ICON + 3 : x >= width - ICON - 3;
}
