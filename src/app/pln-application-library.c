/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlnWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = pln_core_undo_finish (PLN_CORE (source), result, &error);
  g_autofree char *message = NULL;

  if (pln_application_failed (wish->self, error) || label == NULL)
    return;

  /* Translators: the name of a step, as in “Undone: Paste 40 addresses” */
  message = g_strdup_printf (wish->with_undo ? _("Done again: %s") : _("Undone: %s"), label);
  pln_application_show_done (wish->self, message, FALSE);
}

static void
undo (PlnWishes *wishes,
      gboolean   redo)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_undo_async (self->core, redo, self->cancellable, undone_cb, pln_wish_new (self, NULL, NULL, redo));
}

/* The answer to the last search; what was asked before is cancelled. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PlnWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = pln_core_search_finish (PLN_CORE (source), result, &error);

  if (!pln_application_failed (wish->self, error) && wish->self->window != NULL)
    pln_window_show_hits (wish->self->window, wish->message, hits);
}

static void
search (PlnWishes  *wishes,
        const char *text)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  pln_core_search_async (self->core, text, self->searching, found_cb, pln_wish_new (self, NULL, g_strdup (text), FALSE));
}

static void
bin_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = pln_core_list_bin_finish (PLN_CORE (source), result, &error);

  if (!pln_application_failed (self, error) && self->window != NULL)
    pln_window_show_bin (self->window, hits);
}

static void
show_bin (PlnWishes *wishes)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_list_bin_async (self->core, self->cancellable, bin_listed_cb, g_object_ref (self));
}

static void
restore_from_bin (PlnWishes  *wishes,
                  const char *uid)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_restore_from_bin_async (self->core, uid, self->cancellable, pln_wish_done,
                                   pln_wish_new (self, pln_core_restore_from_bin_finish,
                                                 g_strdup (_("It is back where it was")), TRUE));
}

static void
add_sample (PlnWishes *wishes)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_add_sample_async (self->core, self->cancellable, pln_wish_done,
                             pln_wish_new (self, pln_core_add_sample_finish, NULL, FALSE));
}

static void
remove_sample (PlnWishes *wishes)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_remove_sample_async (self->core, self->cancellable, pln_wish_done,
                                pln_wish_new (self, pln_core_remove_sample_finish, g_strdup (_("The sample is removed")), TRUE));
}

static void
set_identity (PlnWishes  *wishes,
              const char *name,
              const char *email)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_set_identity_async (self->core, name, email, self->cancellable, pln_wish_done,
                               pln_wish_new (self, pln_core_set_identity_finish, NULL, FALSE));
}

static const char *
get_identity (PlnWishes   *wishes,
              const char **email)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  if (email != NULL)
    *email = pln_core_get_identity_email (self->core);

  return pln_core_get_identity_name (self->core);
}

static void
calendars_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) calendars = pln_core_list_calendars_finish (PLN_CORE (source), result, &error);

  if (!pln_application_failed (self, error) && self->window != NULL)
    pln_window_set_calendars (self->window, (const char *const *) calendars);
}

/**
 * pln_application_list_calendars:
 * @self: the application
 *
 * Tells the window in which calendars a gathering may be kept.
 */
void
pln_application_list_calendars (PlnApplication *self)
{
  pln_core_list_calendars_async (self->core, self->cancellable, calendars_listed_cb, g_object_ref (self));
}

/* The library as a whole. */
void
pln_application_init_library (PlnWishesInterface *iface)
{
  iface->undo = undo;
  iface->search = search;
  iface->show_bin = show_bin;
  iface->restore_from_bin = restore_from_bin;
  iface->add_sample = add_sample;
  iface->remove_sample = remove_sample;
  iface->set_identity = set_identity;
  iface->get_identity = get_identity;
}
