/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

/* The chips of a grid: which there are, what they show, and when. */

#define MARGIN 120 /* above and below what is seen, for Tab and for scrolling on */

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
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->slot);

  return chip;
}

static gboolean
has_focus (GtkWidget *chip)
{
  return gtk_widget_is_focus (chip) || gtk_widget_get_focus_child (chip) != NULL;
}

/* Takes the chips of what is gone, but for one that has the focus. */
static GPtrArray *
take_chips (GHashTable *gone)
{
  GPtrArray *chips = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer chip;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &chip))
    {
      g_object_set_data (chip, "pln-spot", NULL);
      if (has_focus (chip))
        continue;
      g_hash_table_iter_remove (&iter);
      g_ptr_array_add (chips, chip);
    }

  return chips;
}

/* Takes the spots of a new layout. A thing that is still there keeps its chip,
 * and with it the focus; what is new gets the chip of what is gone:
 * to make another is dearer than to change its face. */
void
pln_time_grid_give_chips (PlnTimeGrid *self,
                          GPtrArray   *spots)
{
  g_autoptr(GHashTable) before = g_steal_pointer (&self->chips);
  GPtrArray *old_spots = g_steal_pointer (&self->spots); /* known to the chips until they get another */
  g_autoptr(GPtrArray) spare = NULL;
  GHashTableIter iter;
  gpointer focused;

  self->chips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spots = spots;

  if (before == NULL)
    before = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < spots->len; i++)
    {
      PlnTimeSpot *spot = spots->pdata[i];
      const char *key = pln_time_item_get_key (spot->items->pdata[0]);

      spot->chip = g_hash_table_lookup (before, key);
      g_hash_table_remove (before, key);
    }

  spare = take_chips (before);
  for (guint i = 0; i < spots->len; i++)
    {
      PlnTimeSpot *spot = spots->pdata[i];
      const char *key = pln_time_item_get_key (spot->items->pdata[0]);
      PlnTimeSpot *old;

      if (spot->chip == NULL)
        spot->chip = spare->len > 0 ? g_ptr_array_steal_index_fast (spare, spare->len - 1) : make_chip (self);

      old = pln_time_grid_spot_of_chip (self, spot->chip);
      g_object_set_data (G_OBJECT (spot->chip), "pln-spot", spot);
      spot->has_face = old != NULL && old->has_face && same_items (old->items, spot->items);
      g_hash_table_replace (self->chips, g_strdup (key), spot->chip);
    }

  g_clear_pointer (&old_spots, g_ptr_array_unref);
  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (spare->pdata[i]);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &focused))
    {
      gtk_widget_unparent (focused);
      gtk_widget_grab_focus (self->slot);
    }
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

      spot->has_face = FALSE;
      if (gtk_widget_get_child_visible (spot->chip))
        show_face (self, spot);
    }
}

/* To a screen reader as well: what has no face yet has no name. */
static void
set_shown (PlnTimeSpot *spot,
           gboolean     shown)
{
  gtk_widget_set_child_visible (spot->chip, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (spot->chip), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* Makes a chip ready to be seen or to have the focus. */
void
pln_time_grid_reveal (PlnTimeGrid *self,
                      PlnTimeSpot *spot)
{
  if (!spot->has_face)
    show_face (self, spot);
  if (!gtk_widget_get_child_visible (spot->chip))
    set_shown (spot, TRUE);
}

/* Chips far from what is seen cost nothing but their place. */
void
pln_time_grid_show_if_near (PlnTimeGrid *self,
                            PlnTimeSpot *spot)
{
  gboolean near = self->view_bottom <= 0
                  || (spot->area.y < self->view_bottom + MARGIN && spot->area.y + spot->area.height > self->view_top - MARGIN);

  if (near || gtk_widget_get_focus_child (GTK_WIDGET (self)) == spot->chip)
    pln_time_grid_reveal (self, spot);
  else if (gtk_widget_get_child_visible (spot->chip))
    set_shown (spot, FALSE);
}

/* Tells what is seen, in pixels from the top. */
void
pln_time_grid_set_view (PlnTimeGrid *self,
                        double       top,
                        double       bottom)
{
  if (self->view_top == top && self->view_bottom == bottom)
    return;

  self->view_top = top;
  self->view_bottom = bottom;
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    pln_time_grid_show_if_near (self, self->spots->pdata[i]);
}
