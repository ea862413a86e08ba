/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

#define DURATION 250 /* ms */
#define MOST     400 /* cards: more than can be seen at once */

/* Cards that change their places fly there, all at once, in straight lines.
 * What flies are pictures of the cards that were; those that are there already
 * are shown when the pictures have arrived. */

typedef struct
{
  char            *person;
  GdkPaintable    *picture;
  GtkWidget       *card; /* (nullable): which it becomes */
  graphene_rect_t  from;
  graphene_rect_t  to;
} Flyer;

struct _PlnFlight
{
  PlnBoard     *board;
  GPtrArray    *flyers;
  AdwAnimation *animation; /* (nullable): as long as nobody flies yet */
  gboolean      aimed;     /* it is known where to */
};

static void
flyer_free (gpointer data)
{
  Flyer *flyer = data;

  if (flyer->card != NULL)
    gtk_widget_set_opacity (flyer->card, 1);
  g_clear_weak_pointer (&flyer->card);
  g_object_unref (flyer->picture);
  g_free (flyer->person);
  g_free (flyer);
}

/* (internal): Lets all cards be where they are. */
void
pln_board_end_flight (PlnBoard *self)
{
  PlnFlight *flight = g_steal_pointer (&self->flight);

  if (flight == NULL)
    return;

  if (flight->animation != NULL)
    {
      g_signal_handlers_disconnect_by_data (flight->animation, self);
      adw_animation_pause (flight->animation);
      g_object_unref (flight->animation);
    }
  g_ptr_array_unref (flight->flyers);
  g_free (flight);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
note_card (PlnBoard  *self,
           GtkWidget *card)
{
  const char *person = pln_person_card_get_id (PLN_PERSON_CARD (card));
  g_autoptr(GdkPaintable) live = NULL;
  graphene_rect_t area;
  Flyer *flyer;

  if (self->flight->flyers->len >= MOST || gtk_widget_get_width (card) == 0
      || !gtk_widget_compute_bounds (card, GTK_WIDGET (self), &area)
      || area.origin.y + area.size.height < 0 || area.origin.y > gtk_widget_get_height (GTK_WIDGET (self)))
    return;
  if (self->landed != NULL && g_ptr_array_find_with_equal_func (self->landed, person, g_str_equal, NULL))
    return;

  live = gtk_widget_paintable_new (card);
  flyer = g_new0 (Flyer, 1);
  flyer->person = g_strdup (person);
  flyer->picture = gdk_paintable_get_current_image (live);
  flyer->from = area;
  g_ptr_array_add (self->flight->flyers, flyer);
}

static void
note_stops (PlnBoard  *self,
            GPtrArray *stops)
{
  for (guint i = 0; i < stops->len; i++)
    if (PLN_IS_PERSON_CARD (stops->pdata[i]))
      note_card (self, stops->pdata[i]);
}

/* (internal): Remembers how it looks, before it is made to look otherwise: the
 * cards that are seen, and whose card has the focus. */
void
pln_board_note_cards (PlnBoard *self)
{
  GtkWidget *focus = pln_board_get_focus (self);

  if (self->focus == NULL && PLN_IS_PERSON_CARD (focus))
    self->focus = g_strdup (pln_person_card_get_id (PLN_PERSON_CARD (focus)));
  if (self->flight != NULL && self->flight->animation == NULL)
    return; /* it is noted */

  pln_board_end_flight (self);
  if (self->narrow || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  self->flight = g_new0 (PlnFlight, 1);
  self->flight->board = self;
  self->flight->flyers = g_ptr_array_new_with_free_func (flyer_free);
  {
    g_autoptr(GPtrArray) stops = pln_unplaced_list_stops (self->unplaced);

    note_stops (self, stops);
  }
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr(GPtrArray) stops = pln_group_column_list_stops (g_ptr_array_index (self->columns, i));

      note_stops (self, stops);
    }
}

static void
fly_cb (double   value,
        gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

/* (internal): Everything is where it is to be: lets the cards fly there. */
void
pln_board_fly (PlnBoard *self)
{
  AdwAnimationTarget *target;

  g_clear_pointer (&self->landed, g_ptr_array_unref);
  if (self->flight == NULL || self->flight->animation != NULL)
    return;

  for (guint i = self->flight->flyers->len; i > 0; i--)
    {
      Flyer *flyer = g_ptr_array_index (self->flight->flyers, i - 1);
      PlnPersonCard *card = pln_board_find_card (self, flyer->person);

      if (card == NULL)
        {
          g_ptr_array_remove_index_fast (self->flight->flyers, i - 1);
          continue;
        }
      g_set_weak_pointer (&flyer->card, GTK_WIDGET (card));
      gtk_widget_set_opacity (flyer->card, 0);
    }

  target = adw_callback_animation_target_new (fly_cb, self, NULL);
  self->flight->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  g_object_ref_sink (self->flight->animation);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->flight->animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect_object (self->flight->animation, "done", G_CALLBACK (pln_board_end_flight), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->flight->animation);
}

/* Where each flies to is known when all has its place. */
static void
aim (PlnFlight *flight)
{
  flight->aimed = TRUE;
  for (guint i = 0; i < flight->flyers->len; i++)
    {
      Flyer *flyer = g_ptr_array_index (flight->flyers, i);

      if (flyer->card == NULL || !gtk_widget_compute_bounds (flyer->card, GTK_WIDGET (flight->board), &flyer->to))
        flyer->to = flyer->from;
    }
}

/* (internal): Draws what flies. */
void
pln_board_draw_flight (PlnBoard    *self,
                       GtkSnapshot *snapshot)
{
  PlnFlight *flight = self->flight;
  float part;

  if (flight == NULL || flight->animation == NULL)
    return;

  if (!flight->aimed)
    aim (flight);
  part = (float) adw_animation_get_value (flight->animation);
  for (guint i = 0; i < flight->flyers->len; i++)
    {
      const Flyer *flyer = g_ptr_array_index (flight->flyers, i);
      graphene_rect_t at;

      graphene_rect_interpolate (&flyer->from, &flyer->to, part, &at);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &at.origin);
      gdk_paintable_snapshot (flyer->picture, GDK_SNAPSHOT (snapshot), at.size.width, at.size.height);
      gtk_snapshot_restore (snapshot);
    }
}
