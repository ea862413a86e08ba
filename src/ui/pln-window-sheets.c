/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-bin-sheet.h"
#include "pln-event-form.h"
#include "pln-gathering-form.h"
#include "pln-import-sheet.h"
#include "pln-invite-sheet.h"
#include "pln-invited-sheet.h"
#include "pln-session-form.h"

/* The sheets above the window; none is made before it is wanted. */

static void
invite_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  pln_sheet_present (pln_invite_sheet_new (self->wishes, self->gathering), GTK_WINDOW (self));
}

/**
 * pln_window_add_sheets:
 * @widget_class: the class of the window
 *
 * Installs the actions that open a sheet by themselves, and their keys.
 */
void
pln_window_add_sheets (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.invite", NULL, invite_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.invite", NULL);
}

/**
 * pln_window_edit_gathering:
 * @self: a window
 * @draft: what the form begins with
 * @is_new: whether @draft is not in the library yet
 *
 * Opens the form of a gathering.
 */
void
pln_window_edit_gathering (PlnWindow    *self,
                           PlnGathering *draft,
                           gboolean      is_new)
{
  static const char *const none[] = { NULL };
  const char *const *calendars = self->calendars != NULL ? (const char *const *) self->calendars : none;

  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (PLN_IS_GATHERING (draft));

  pln_sheet_present (pln_gathering_form_new (self->wishes, draft, is_new, calendars), GTK_WINDOW (self));
}

/**
 * pln_window_edit_event:
 * @self: a window
 * @event: what the form begins with
 * @is_new: whether it is not in the library yet
 *
 * Opens the form of an event.
 */
void
pln_window_edit_event (PlnWindow *self,
                       PlnEvent  *event,
                       gboolean   is_new)
{
  static const char *const none[] = { NULL };
  const char *const *calendars = self->calendars != NULL ? (const char *const *) self->calendars : none;

  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (PLN_IS_EVENT (event));

  pln_sheet_present (pln_event_form_new (self->wishes, event, is_new, calendars), GTK_WINDOW (self));
}

/**
 * pln_window_edit_session:
 * @self: a window
 * @gathering: a gathering that is loaded
 * @session: an item of its programme
 *
 * Opens the form of a session.
 */
void
pln_window_edit_session (PlnWindow    *self,
                         PlnGathering *gathering,
                         PlnSession   *session)
{
  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (PLN_IS_SESSION (session));

  pln_sheet_present (pln_session_form_new (self->wishes, gathering, session, NULL), GTK_WINDOW (self));
}

/**
 * pln_window_show_bin:
 * @self: a window
 * @hits: (element-type PlnHit): what lies in the bin, the latest first
 *
 * Answers the wish to see the bin.
 */
void
pln_window_show_bin (PlnWindow *self,
                     GPtrArray *hits)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  pln_sheet_present (pln_bin_sheet_new (self->wishes, hits), GTK_WINDOW (self));
}

/**
 * pln_window_show_import:
 * @self: a window
 * @file: a file
 * @as: what its events shall become
 * @items: (element-type PlnImportItem): what would become of each
 *
 * Answers the wish to preview an import, in the sheet that asked if it is
 * still open, else in a new one.
 */
void
pln_window_show_import (PlnWindow   *self,
                        GFile       *file,
                        PlnImportAs  as,
                        GListModel  *items)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->import != NULL)
    {
      pln_import_sheet_show (PLN_IMPORT_SHEET (self->import), file, as, items);
      return;
    }

  g_set_weak_pointer (&self->import, GTK_WINDOW (pln_import_sheet_new (self->wishes, file, as, items)));
  pln_sheet_present (PLN_SHEET (self->import), GTK_WINDOW (self));
}

/**
 * pln_window_show_invited:
 * @self: a window
 * @folder: where the invitations were written
 * @n_files: how many there are
 * @words: the words for the mails
 *
 * Shows what is to be done with invitations that were written.
 */
void
pln_window_show_invited (PlnWindow  *self,
                         GFile      *folder,
                         guint       n_files,
                         const char *words)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  pln_sheet_present (pln_invited_sheet_new (folder, n_files, words), GTK_WINDOW (self));
}
