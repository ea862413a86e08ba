/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PlnWish) wish = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_save_gathering_finish (PLN_CORE (source), result, &error);

  if (pln_application_failed (wish->self, error))
    return;

  if (wish->self->window != NULL)
    pln_window_set_gathering (wish->self->window, gathering);
  pln_application_show_done (wish->self, wish->message, TRUE);
  pln_application_list_calendars (wish->self);
}

/* For pln_wish_done (), which has no use for the model. */
static gboolean
save_finish (PlnCore       *core,
             GAsyncResult  *result,
             GError       **error)
{
  g_autoptr(PlnGathering) gathering = pln_core_save_gathering_finish (core, result, error);

  return gathering != NULL;
}

static void
save_gathering (PlnWishes    *wishes,
                PlnGathering *before,
                PlnGathering *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  const char *title = pln_gathering_get_title (after);

  if (before == NULL)
    pln_core_save_gathering_async (self->core, NULL, after, self->cancellable, added_cb,
                                   pln_wish_new (self, NULL, g_strdup_printf (_("“%s” is in your list"), title), TRUE));
  else
    pln_core_save_gathering_async (self->core, before, after, self->cancellable, pln_wish_done,
                                   pln_wish_new (self, save_finish, g_strdup_printf (_("“%s” changed"), title), TRUE));
}

static void
delete_gathering (PlnWishes    *wishes,
                  PlnGathering *gathering)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (_("“%s” deleted"), pln_gathering_get_title (gathering));

  pln_core_delete_gathering_async (self->core, gathering, self->cancellable, pln_wish_done,
                                   pln_wish_new (self, pln_core_delete_gathering_finish, message, TRUE));
}

static void
drafted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) draft = pln_core_draft_follower_finish (PLN_CORE (source), result, &error);

  if (!pln_application_failed (self, error) && self->window != NULL)
    pln_window_edit_gathering (self->window, draft, TRUE);
}

static void
duplicate_gathering (PlnWishes    *wishes,
                     PlnGathering *gathering,
                     gboolean      as_next)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_draft_follower_async (self->core, gathering, as_next, self->cancellable, drafted_cb, g_object_ref (self));
}

static void
new_gathering (PlnWishes  *wishes,
               const char *template_name)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) draft = pln_core_draft_template (self->core, template_name, &error);

  if (!pln_application_failed (self, error) && self->window != NULL)
    pln_window_edit_gathering (self->window, draft, TRUE);
}

/* What is shown when a gathering has been read. */
typedef struct
{
  PlnApplication *self;
  char           *person; /* id of somebody in it, or "" */
  gboolean        choose; /* it is not the chosen one yet */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->self);
  g_free (opening->person);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_open_gathering_finish (PLN_CORE (source), result, &error);
  PlnWindow *window = opening->self->window;

  if (pln_application_failed (opening->self, error) || window == NULL)
    return;

  if (opening->choose)
    pln_window_set_gathering (window, gathering);
  if (opening->person[0] != '\0')
    pln_window_show_person (window, opening->person);
}

/* Who goes through the list quickly waits for the last one only. */
static void
open_gathering (PlnWishes  *wishes,
                const char *uid,
                const char *person)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  PlnGathering *chosen = self->window != NULL ? pln_window_get_gathering (self->window) : NULL;
  Opening *opening = g_new (Opening, 1);

  opening->self = g_object_ref (self);
  opening->person = g_strdup (person);
  opening->choose = chosen == NULL || !g_str_equal (pln_gathering_get_uid (chosen), uid);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  pln_core_open_gathering_async (self->core, uid, self->opening, opened_cb, opening);
}

static void
save_session (PlnWishes    *wishes,
              PlnGathering *gathering,
              PlnSession   *before,
              PlnSession   *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  const char *title = pln_session_get_title (after != NULL ? after : before);
  char *message = g_strdup_printf (before == NULL ? _("“%s” is in the agenda")
                                   : after != NULL ? _("“%s” changed")
                                   : _("“%s” deleted"), title);

  pln_core_save_session_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                               pln_wish_new (self, pln_core_save_session_finish, message, TRUE));
}

/* Gatherings and their sessions. */
void
pln_application_init_gatherings (PlnWishesInterface *iface)
{
  iface->save_gathering = save_gathering;
  iface->delete_gathering = delete_gathering;
  iface->duplicate_gathering = duplicate_gathering;
  iface->new_gathering = new_gathering;
  iface->open_gathering = open_gathering;
  iface->save_session = save_session;
}
