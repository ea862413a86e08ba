/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-attendees-page.h"
#include "pln-breakouts-page.h"
#include "pln-calendar-page.h"
#include "pln-config.h"

#include <glib/gi18n.h>

/* The views of a gathering, in the order of their tabs. Each is a widget with
 * a property "gathering"; it is made when it is first looked at. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType    (* get_type) (void);
} pages[] = {
  { "calendar", N_("Calendar"), "pln-calendar-symbolic", pln_calendar_page_get_type },
  { "attendees", N_("Attendees"), "pln-people-symbolic", pln_attendees_page_get_type },
  { "breakouts", N_("Breakouts"), "pln-groups-symbolic", pln_breakouts_page_get_type },
  { NULL }
};

/* The child of a page of the stack is a bin, which waits for its view. */
void
pln_window_add_views (PlnWindow *self)
{
  for (guint i = 0; pages[i].name != NULL; i++)
    {
      GtkWidget *bin = adw_bin_new ();
      AdwViewStackPage *page = adw_view_stack_add_titled (self->views, bin, pages[i].name, _(pages[i].title));

      adw_view_stack_page_set_icon_name (page, pages[i].icon);
      g_object_set_data (G_OBJECT (bin), "page", GUINT_TO_POINTER (i));
    }
}

static void
loading_cb (PlnWindow *self)
{
  g_object_notify (G_OBJECT (self), "loading");
}

/* Makes the view that is to be seen, if it is not there yet. Without a
 * gathering there is only the calendar to be seen. */
void
pln_window_fill_view (PlnWindow *self)
{
  AdwBin *bin;
  GtkWidget *view;
  guint page;

  for (guint i = 1; pages[i].name != NULL; i++)
    {
      GtkWidget *child = adw_view_stack_get_child_by_name (self->views, pages[i].name);

      if (child != NULL)
        adw_view_stack_page_set_visible (adw_view_stack_get_page (self->views, child),
                                         self->gathering != NULL || !self->only_entries);
    }

  bin = ADW_BIN (adw_view_stack_get_visible_child (self->views));
  if (bin == NULL || (self->gathering == NULL && !self->only_entries) || adw_bin_get_child (bin) != NULL)
    return;

  page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (bin), "page"));
  view = g_object_new (pages[page].get_type (), NULL);
  adw_bin_set_child (bin, view);
  g_object_bind_property (self, "gathering", view, "gathering", G_BINDING_SYNC_CREATE);
  if (PLN_IS_CALENDAR_PAGE (view))
    g_signal_connect_object (view, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pln_window_get_loading:
 * @self: a window
 *
 * Returns: whether what is to be seen in the view is still being read
 */
gboolean
pln_window_get_loading (PlnWindow *self)
{
  GtkWidget *bin;
  GtkWidget *view;
  gboolean loading = FALSE;

  g_return_val_if_fail (PLN_IS_WINDOW (self), FALSE);

  bin = adw_view_stack_get_visible_child (self->views);
  view = bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;
  if (PLN_IS_CALENDAR_PAGE (view))
    g_object_get (view, "loading", &loading, NULL);

  return loading || (self->gathering != NULL && !pln_gathering_get_loaded (self->gathering));
}

/**
 * pln_window_show_content:
 * @self: a window
 *
 * Shows the content where there is no room for the list beside it. Where there
 * is, the focus stays: the leaflet would move it, away from the list in which
 * somebody goes from row to row.
 */
void
pln_window_show_content (PlnWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (focus != NULL && !adw_leaflet_get_folded (self->leaflet))
    gtk_window_set_focus (GTK_WINDOW (self), focus);
}

/**
 * pln_window_show_view:
 * @self: a window
 * @name: the name of a view
 *
 * Shows a view of the chosen gathering, also where there is no room for the
 * list beside it.
 */
void
pln_window_show_view (PlnWindow  *self,
                      const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
  pln_window_show_content (self);
}

/**
 * pln_window_show_agenda:
 * @self: a window with a chosen gathering
 *
 * Shows the sessions of the gathering, one below the other.
 */
void
pln_window_show_agenda (PlnWindow *self)
{
  pln_window_show_view (self, "calendar");
  pln_window_fill_view (self);
  if (self->gathering != NULL)
    pln_calendar_page_show (PLN_CALENDAR_PAGE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->views)))),
                            "agenda", NULL);
}

/* The view of attendees, which is shown. */
static PlnAttendeesPage *
show_attendees (PlnWindow *self)
{
  pln_window_show_view (self, "attendees");
  pln_window_fill_view (self);

  return PLN_ATTENDEES_PAGE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->views))));
}

/**
 * pln_window_show_person:
 * @self: a window with a chosen gathering
 * @id: the id of one of its attendees
 *
 * Shows the attendees, and that one of them.
 */
void
pln_window_show_person (PlnWindow  *self,
                        const char *id)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->gathering != NULL)
    pln_attendees_page_show_person (show_attendees (self), id);
}

/**
 * pln_window_paste_people:
 * @self: a window with a chosen gathering
 * @text: a list of people, in any form that can be pasted
 *
 * Shows the attendees and what can be read in the list.
 */
void
pln_window_paste_people (PlnWindow  *self,
                         const char *text)
{
  if (self->gathering != NULL)
    pln_attendees_page_paste (show_attendees (self), text);
}
