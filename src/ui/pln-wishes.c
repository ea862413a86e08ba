/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wishes.h"

G_DEFINE_INTERFACE (PlnWishes, pln_wishes, G_TYPE_OBJECT)

#define WISHES_KEY "pln-wishes"

static void
pln_wishes_default_init (PlnWishesInterface *iface)
{
}

/**
 * pln_wishes_offer:
 * @window: a window
 * @wishes: (nullable): who carries out what is wished for in @window and in
 *   the sheets above it
 *
 * Makes @wishes known to all widgets in @window.
 */
void
pln_wishes_offer (GtkWindow *window,
                  PlnWishes *wishes)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (wishes == NULL || PLN_IS_WISHES (wishes));

  g_object_set_data_full (G_OBJECT (window), WISHES_KEY,
                          wishes != NULL ? g_object_ref (wishes) : NULL, g_object_unref);
}

/**
 * pln_wishes_find:
 * @widget: a widget
 *
 * Finds who carries out the wishes of @widget: what its window was offered, or
 * the window that it stands above.
 *
 * Returns: (transfer none) (nullable): the wishes, or %NULL while @widget is
 *   in no window
 */
PlnWishes *
pln_wishes_find (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (GTK_IS_WINDOW (root))
    {
      PlnWishes *wishes = g_object_get_data (G_OBJECT (root), WISHES_KEY);

      if (wishes != NULL)
        return wishes;
      root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
    }

  return NULL;
}
