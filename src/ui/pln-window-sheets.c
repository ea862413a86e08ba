/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-bin-sheet.h"
#include "pln-choice-sheet.h"
#include "pln-config.h"
#include "pln-event-form.h"
#include "pln-gathering-form.h"
#include "pln-import-sheet.h"
#include "pln-invite-sheet.h"
#include "pln-invited-sheet.h"
#include "pln-str.h"
#include "pln-wall-window.h"

#include <glib/gi18n.h>
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

/* What leaves Plenary, the usual first. */
static const PlnChoice exports[] = {
  { N_("For guests"), N_("Invitations"), N_("One .ics for each guest, to send yourself"), "win.invite", NULL },
  { N_("For everybody, without guests and drafts"), N_("Programme for calendars"),
    N_("An .ics that calendars and apps can subscribe to"), "win.export", "ics" },
  { NULL, N_("Programme for conference apps"), N_("A schedule.xml, as Giggity and EventFahrplan read it"), "win.export",
    "schedule-xml" },
  { NULL, N_("Programme as a web page"), N_("One .html file for any server, good on a phone, too"), "win.export", "html" },
  { NULL, N_("Programme as a list"), N_("A PDF with everything, day by day"), "win.export", "pdf-list" },
  { NULL, N_("Programme by day"), N_("A PDF with the rooms side by side"), "win.export", "pdf-day" },
  { NULL, N_("Programme by room"), N_("A PDF with a sheet for each door"), "win.export", "pdf-rooms" },
  { N_("For the room"), N_("Door list"), N_("A PDF with who is going, to be ticked off"), "win.export", "pdf-door" },
  { NULL, N_("Groups, for the wall"), N_("A PDF with who sits together, and everybody by name"), "win.export", "pdf-groups" },
  { NULL, N_("Slips, for everybody"), N_("A PDF with “my rounds” of each person, to be cut"), "win.export", "pdf-slips" },
  { NULL, N_("Table cards"), N_("A PDF with a card for each table and round, to be cut"), "win.export", "pdf-cards" },
  { NULL, N_("Signs, for the doors"), N_("A PDF with the groups that meet in each room"), "win.export", "pdf-signs" },
  { N_("For yourself"), N_("List of attendees"), N_("A .csv table for a spreadsheet"), "win.export", "csv" },
  { NULL, N_("Who sits where"), N_("A .csv table with a row for each person and round"), "win.export", "places-csv" },
};

static const PlnChoice prints[] = {
  { N_("Programme"), N_("By day"), N_("The rooms side by side, on wide pages"), "win.print-as", "day" },
  { NULL, N_("By room, for the door"), N_("A sheet for each room and day, in large type"), "win.print-as", "rooms" },
  { NULL, N_("The whole programme"), N_("A list, day by day"), "win.print-as", "list" },
  { N_("People and breakouts"), N_("Door list"), N_("Who is going, to be ticked off"), "win.print-as", "door" },
  { NULL, N_("Groups, for the wall"), N_("Who sits together, and everybody by name"), "win.print-as", "groups" },
  { NULL, N_("Slips, for everybody"), N_("“My rounds” of each person, to be cut"), "win.print-as", "slips" },
  { NULL, N_("Table cards"), N_("A card for each table and round, to be cut"), "win.print-as", "cards" },
  { NULL, N_("Signs, for the doors"), N_("The groups that meet in each room"), "win.print-as", "signs" },
};

static void
ask_which (PlnWindow       *self,
           const char      *title,
           const char      *deed,
           const PlnChoice *choices,
           guint            n_choices)
{
  g_autofree char *subtitle = pln_str_one_line (pln_gathering_get_title (self->gathering));

  pln_sheet_present (pln_choice_sheet_new (title, deed, subtitle, choices, n_choices), GTK_WINDOW (self));
}

static void
ask_export_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ask_which (PLN_WINDOW (widget), _("Export"), _("Export…"), exports, G_N_ELEMENTS (exports));
}

static void
ask_print_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ask_which (PLN_WINDOW (widget), _("Print"), _("Print…"), prints, G_N_ELEMENTS (prints));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  PLN_WISHES_GET_IFACE (self->wishes)->print_pages (self->wishes, self->gathering, g_variant_get_string (parameter, NULL));
}

/* One wall at a time; it stays when the window shows something else. */
static void
wall_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  PlnWallWindow *wall;

  if (!pln_gathering_get_loaded (self->gathering))
    return;
  if (self->wall != NULL)
    gtk_window_destroy (self->wall);

  wall = pln_wall_window_new (self->gathering);
  g_set_weak_pointer (&self->wall, GTK_WINDOW (wall));
  gtk_window_set_application (GTK_WINDOW (wall), gtk_window_get_application (GTK_WINDOW (self)));
  pln_wall_window_fill (wall, GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (wall));
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
  gtk_widget_class_install_action (widget_class, "win.export-as", NULL, ask_export_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, ask_print_cb);
  gtk_widget_class_install_action (widget_class, "win.wall", NULL, wall_cb);
  gtk_widget_class_install_action (widget_class, "win.print-as", "s", print_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.export-as", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.wall", NULL);
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
 * @zone: (nullable): the zone of its times
 * @asks: what the file leaves open
 * @items: (element-type PlnImportItem): what would become of each
 *
 * Answers the wish to preview an import, in the sheet that asked if it is
 * still open, else in a new one.
 */
void
pln_window_show_import (PlnWindow     *self,
                        GFile         *file,
                        PlnImportAs    as,
                        const char    *zone,
                        PlnImportAsks  asks,
                        GListModel    *items)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->import != NULL)
    {
      pln_import_sheet_show (PLN_IMPORT_SHEET (self->import), file, as, zone, asks, items);
      return;
    }

  g_set_weak_pointer (&self->import, GTK_WINDOW (pln_import_sheet_new (self->wishes, file, as, zone, asks, items)));
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
