/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

/* The chips of a grid: which there are, what they show, and when. A chip is
 * made when its spot comes near what is seen, or is to have the focus; what
 * goes far away gives its chip to another. */

#define MARGIN 120 /* around what is seen, for scrolling on */
#define SLICE  48  /* chips that come into being in one frame */
#define SPARE  256 /* chips kept for what comes next */

static gboolean
same_items (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

static void
show_face (PlnTimeGrid *self,
           PlnTimeSpot *spot)
{
  spot->has_face = TRUE;
  if (self->face != NULL)
    self->face (PLN_CHIP (spot->chip), spot->items, self->face_data);
  pln_chip_set_selected (PLN_CHIP (spot->chip), pln_time_grid_spot_item (spot) != NULL
                         && g_strcmp0 (self->selected, pln_time_item_get_key (spot->items->pdata[0])) == 0);
}

static void
activate_cb (PlnTimeGrid *self,
             GtkWidget   *chip)
{
  PlnTimeSpot *spot = pln_time_grid_spot_of_chip (self, chip);

  if (spot != NULL)
    g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_ACTIVATE], 0, spot->items, chip);
}

static void
renamed_cb (PlnTimeGrid *self,
            const char  *title,
            GtkWidget   *chip)
{
  PlnTimeSpot *spot = pln_time_grid_spot_of_chip (self, chip);
  PlnTimeItem *item = spot != NULL ? pln_time_grid_spot_item (spot) : NULL;

  if (item != NULL)
    g_signal_emit (self, pln_time_grid_signals[PLN_TIME_GRID_RENAME], 0, item, title);
}

static GtkWidget *
make_chip (PlnTimeGrid *self)
{
  GtkWidget *chip = pln_chip_new ();

  g_signal_connect_object (chip, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static gboolean
has_focus (GtkWidget *chip)
{
  return gtk_widget_is_focus (chip) || gtk_widget_get_focus_child (chip) != NULL;
}

/* To a screen reader as well: what has no face has no name. */
static void
set_shown (GtkWidget *chip,
           gboolean   shown)
{
  gtk_widget_set_child_visible (chip, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* Keeps a chip that stands for nothing any more. */
static void
put_away (PlnTimeGrid *self,
          GtkWidget   *chip)
{
  g_object_set_data (G_OBJECT (chip), "pln-spot", NULL);
  if (has_focus (chip))
    gtk_widget_grab_focus (self->slot);
  if (self->spare->len >= SPARE)
    {
      gtk_widget_unparent (chip);
      return;
    }

  set_shown (chip, FALSE);
  gtk_widget_set_opacity (chip, 1);
  g_ptr_array_add (self->spare, chip);
}

static const char *
key_of (PlnTimeSpot *spot)
{
  return pln_time_item_get_key (spot->items->pdata[0]);
}

/* The one after which a chip stands among its siblings: they are read in the
 * order of time. */
static GtkWidget *
chip_before (PlnTimeGrid *self,
             PlnTimeSpot *spot)
{
  for (guint i = spot->index; i > 0; i--)
    {
      PlnTimeSpot *before = self->spots->pdata[i - 1];

      if (before->chip != NULL)
        return before->chip;
    }

  return NULL;
}

/* To make a chip is dearer than to change the face of one. */
static void
give_chip (PlnTimeGrid *self,
           PlnTimeSpot *spot)
{
  if (self->spare->len > 0)
    spot->chip = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    spot->chip = make_chip (self);

  spot->has_face = FALSE;
  g_object_set_data (G_OBJECT (spot->chip), "pln-spot", spot);
  g_hash_table_replace (self->chips, g_strdup (key_of (spot)), spot->chip);
  gtk_widget_insert_after (spot->chip, GTK_WIDGET (self), chip_before (self, spot));
  if (self->drag.item != NULL && g_str_equal (key_of (spot), pln_time_item_get_key (self->drag.item)))
    gtk_widget_set_opacity (spot->chip, PLN_TIME_GRID_LIFTED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
take_chip (PlnTimeGrid *self,
           PlnTimeSpot *spot)
{
  GtkWidget *chip = g_steal_pointer (&spot->chip);

  g_hash_table_remove (self->chips, key_of (spot));
  put_away (self, chip);
}

/* Takes the spots of a new layout. A thing that is still there keeps its chip,
 * and with it the focus. */
void
pln_time_grid_set_spots (PlnTimeGrid *self,
                         GPtrArray   *spots)
{
  g_autoptr(GHashTable) before = g_steal_pointer (&self->chips);
  GPtrArray *old_spots = g_steal_pointer (&self->spots); /* known to the chips until they get another */
  GHashTableIter iter;
  gpointer gone;

  self->chips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spots = spots;

  for (guint i = 0; i < spots->len; i++)
    {
      PlnTimeSpot *spot = spots->pdata[i];
      PlnTimeSpot *old;

      spot->index = i;
      spot->chip = before != NULL ? g_hash_table_lookup (before, key_of (spot)) : NULL;
      if (spot->chip == NULL)
        continue;

      g_hash_table_remove (before, key_of (spot));
      g_hash_table_replace (self->chips, g_strdup (key_of (spot)), spot->chip);
      old = pln_time_grid_spot_of_chip (self, spot->chip);
      spot->has_face = old != NULL && old->has_face && same_items (old->items, spot->items);
      g_object_set_data (G_OBJECT (spot->chip), "pln-spot", spot);
    }

  if (before != NULL)
    {
      g_hash_table_iter_init (&iter, before);
      while (g_hash_table_iter_next (&iter, NULL, &gone))
        put_away (self, gone);
    }
  g_clear_pointer (&old_spots, g_ptr_array_unref);
}

/**
 * pln_time_grid_update_faces:
 * @self: a grid
 *
 * Asks for the face of each chip again.
 */
void
pln_time_grid_update_faces (PlnTimeGrid *self)
{
  g_return_if_fail (PLN_IS_TIME_GRID (self));

  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (spot->chip != NULL)
        show_face (self, spot);
    }
}

/* Makes a spot ready to be seen or to have the focus: from now on it has a chip. */
void
pln_time_grid_reveal (PlnTimeGrid *self,
                      PlnTimeSpot *spot)
{
  if (spot->chip == NULL)
    give_chip (self, spot);
  if (!spot->has_face)
    show_face (self, spot);
  if (!gtk_widget_get_child_visible (spot->chip))
    set_shown (spot->chip, TRUE);
}

static gboolean
is_near (PlnTimeGrid *self,
         PlnTimeSpot *spot)
{
  const GdkRectangle *view = &self->view;
  const GdkRectangle *area = &spot->area;

  return view->height <= 0
         || (area->y < view->y + view->height + MARGIN && area->y + area->height > view->y - MARGIN
             && area->x < view->x + view->width + MARGIN && area->x + area->width > view->x - MARGIN);
}

/* Shows some of what is near what is seen; returns whether there is more. */
static gboolean
show_slice (PlnTimeGrid *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint n = 0;

  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if (spot->chip != NULL && spot->chip != focused && !is_near (self, spot))
        take_chip (self, spot);
    }

  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      PlnTimeSpot *spot = self->spots->pdata[i];

      if ((spot->chip != NULL && spot->has_face) || !is_near (self, spot))
        continue;
      if (n++ == SLICE)
        return TRUE;
      pln_time_grid_reveal (self, spot);
    }

  return FALSE;
}

static gboolean
slice_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  PlnTimeGrid *self = PLN_TIME_GRID (widget);

  if (show_slice (self))
    return G_SOURCE_CONTINUE;

  self->slice_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
show_soon (PlnTimeGrid *self)
{
  if (self->slice_tick == 0)
    self->slice_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), slice_cb, NULL, NULL);
}

/* Gives chips to what is near what is seen: a few at once, the rest in the
 * frames that follow, so that the window answers meanwhile. */
void
pln_time_grid_show_near (PlnTimeGrid *self)
{
  if (self->slice_tick == 0 && show_slice (self))
    show_soon (self);
}

/* Tells what is seen, in pixels of the grid. This may come while the grid is
 * given its place, when it is too late for other children; what is scrolled to
 * gets its chips in the same frame. */
void
pln_time_grid_set_view (PlnTimeGrid        *self,
                        const GdkRectangle *view)
{
  if (gdk_rectangle_equal (&self->view, view))
    return;

  self->view = *view;
  show_soon (self);
}
