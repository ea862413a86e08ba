/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

/**
 * pln_wish_new:
 * @self: the application, which stays alive for the wish
 * @finish: gets the result from the core
 * @message: (transfer full) (nullable): what is said when it is done
 * @with_undo: whether a way back is offered then
 *
 * Returns: (transfer full): the data for [func@wish_done]
 */
PlnWish *
pln_wish_new (PlnApplication *self,
              PlnFinishFunc   finish,
              char           *message,
              gboolean        with_undo)
{
  PlnWish *wish = g_new (PlnWish, 1);

  wish->self = g_object_ref (self);
  wish->finish = finish;
  wish->message = message;
  wish->with_undo = with_undo;

  return wish;
}

void
pln_wish_free (PlnWish *wish)
{
  g_object_unref (wish->self);
  g_free (wish->message);
  g_free (wish);
}

/**
 * pln_wish_done:
 * @core: the core
 * @result: what came of it
 * @wish: (transfer full): the wish
 *
 * A callback for wishes whose result is only whether they came true: says so,
 * or why not.
 */
void
pln_wish_done (GObject      *core,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(PlnWish) wish = user_data;
  g_autoptr(GError) error = NULL;

  wish->finish (PLN_CORE (core), result, &error);
  if (!pln_application_failed (wish->self, error) && wish->message != NULL)
    pln_application_show_done (wish->self, wish->message, wish->with_undo);
}
