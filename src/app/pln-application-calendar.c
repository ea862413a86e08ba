/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static PlnSpan *
list_span (PlnWishes *wishes,
           gint64     from,
           gint64     to)
{
  return pln_core_list_span (PLN_APPLICATION (wishes)->core, from, to);
}

static char *
message_of (const char *title,
            gboolean    is_new,
            gboolean    is_gone)
{
  return g_strdup_printf (is_new ? _("“%s” is in the calendar") : is_gone ? _("“%s” deleted") : _("“%s” changed"), title);
}

static void
save_occurrence (PlnWishes     *wishes,
                 PlnOccurrence *before,
                 PlnOccurrence *after,
                 PlnReach       reach)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  const char *title = pln_occurrence_get_title (after != NULL ? after : before);
  char *message = message_of (title, before == NULL, after == NULL);

  pln_core_save_occurrence_async (self->core, before, after, reach, self->cancellable, pln_wish_done,
                                  pln_wish_new (self, pln_core_save_occurrence_finish, message, TRUE));
}

static void
save_event (PlnWishes *wishes,
            PlnEvent  *before,
            PlnEvent  *after,
            PlnReach   reach)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  const char *title = pln_event_get_title (after != NULL ? after : before);
  char *message = message_of (title, before == NULL, after == NULL);

  pln_core_save_event_async (self->core, before, after, reach, self->cancellable, pln_wish_done,
                             pln_wish_new (self, pln_core_save_event_finish, message, TRUE));
}

/* A gathering, or a session, whose form is to be opened when it has been read. */
typedef struct
{
  PlnApplication *self;
  char           *uid;
} Editing;

static void
editing_free (Editing *editing)
{
  g_object_unref (editing->self);
  g_free (editing->uid);
  g_free (editing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Editing, editing_free)

static void
gathering_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Editing) editing = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_open_gathering_finish (PLN_CORE (source), result, &error);
  PlnWindow *window = editing->self->window;
  PlnSession *session;

  if (pln_application_failed (editing->self, error) || window == NULL)
    return;

  session = pln_gathering_find_session (gathering, editing->uid);
  if (session != NULL)
    pln_window_edit_session (window, gathering, session);
  else if (g_str_equal (pln_gathering_get_uid (gathering), editing->uid))
    pln_window_edit_gathering (window, gathering, FALSE);
}

static void
edit_in_gathering (PlnApplication *self,
                   PlnOccurrence  *occurrence)
{
  Editing *editing = g_new (Editing, 1);

  editing->self = g_object_ref (self);
  editing->uid = g_strdup (pln_occurrence_get_uid (occurrence));
  pln_core_open_gathering_async (self->core, pln_occurrence_get_gathering (occurrence), self->cancellable,
                                 gathering_read_cb, editing);
}

static void
event_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnEvent) event = pln_core_load_event_finish (PLN_CORE (source), result, &error);

  if (!pln_application_failed (self, error) && self->window != NULL)
    pln_window_edit_event (self->window, event, FALSE);
}

/* All that there is to edit of an action is whether it is done. */
static void
toggle_done (PlnWishes     *wishes,
             PlnOccurrence *action)
{
  PlnOccurrenceData data = *pln_occurrence_get_data (action);
  g_autoptr(PlnOccurrence) after = NULL;

  data.is_done = !data.is_done;
  after = pln_occurrence_new (&data);
  save_occurrence (wishes, action, after, PLN_REACH_THIS);
}

/* A new one begins with what it was drawn as. */
static void
edit_occurrence (PlnWishes     *wishes,
                 PlnOccurrence *occurrence)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  PlnOccurrenceKind kind = pln_occurrence_get_kind (occurrence);

  if (kind == PLN_OCCURRENCE_KIND_ACTION)
    toggle_done (wishes, occurrence);
  else if (*pln_occurrence_get_uid (occurrence) == '\0')
    {
      g_autoptr(PlnEvent) draft = pln_event_new_from (occurrence);

      pln_event_set_calendar (draft, PLN_CORE_CALENDAR);
      if (self->window != NULL)
        pln_window_edit_event (self->window, draft, TRUE);
    }
  else if (kind == PLN_OCCURRENCE_KIND_GATHERING || kind == PLN_OCCURRENCE_KIND_SESSION)
    edit_in_gathering (self, occurrence);
  else
    pln_core_load_event_async (self->core, pln_occurrence_get_uid (occurrence),
                               pln_occurrence_get_instance (occurrence), self->cancellable, event_read_cb,
                               g_object_ref (self));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_make_gathering_finish (PLN_CORE (source), result, &error);
  g_autofree char *message = NULL;

  if (pln_application_failed (self, error))
    return;

  message = g_strdup_printf (_("“%s” is a gathering now"), pln_gathering_get_title (gathering));
  if (self->window != NULL)
    pln_window_set_gathering (self->window, gathering);
  pln_application_show_done (self, message, TRUE);
}

static void
make_gathering (PlnWishes     *wishes,
                PlnOccurrence *event)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_make_gathering_async (self->core, pln_occurrence_get_uid (event), self->cancellable, made_cb, g_object_ref (self));
}

/* What calendar views show and change. */
void
pln_application_init_calendar (PlnWishesInterface *iface)
{
  iface->list_span = list_span;
  iface->save_occurrence = save_occurrence;
  iface->edit_occurrence = edit_occurrence;
  iface->save_event = save_event;
  iface->make_gathering = make_gathering;
}
