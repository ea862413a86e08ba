/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-agenda-view.h"

#include "pln-agenda-page.h"
#include "pln-calendar-view.h"
#include "pln-when-words.h"
#include "pln-when.h"

/**
 * PlnAgendaView:
 *
 * The agenda of the chosen gathering as one of the views of the calendar. Its
 * periods are the days on which there are sessions.
 */
struct _PlnAgendaView
{
  AdwBin         parent_instance;

  PlnAgendaPage *page;
  PlnGathering  *gathering;
  GDate          date;
};

static void pln_agenda_view_iface_init (PlnCalendarViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnAgendaView, pln_agenda_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLN_TYPE_CALENDAR_VIEW, pln_agenda_view_iface_init))

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_LOADING,
};

static void
set_date (PlnCalendarView *view,
          const GDate     *date)
{
  PlnAgendaView *self = PLN_AGENDA_VIEW (view);

  self->date = *date;
  pln_agenda_page_show_day (self->page, date);
}

static void
get_date (PlnCalendarView *view,
          GDate           *date)
{
  *date = PLN_AGENDA_VIEW (view)->date;
}

/* The next day with sessions before or after, as often as wanted. */
static void
step (PlnCalendarView *view,
      int              periods)
{
  PlnAgendaView *self = PLN_AGENDA_VIEW (view);
  GListModel *sessions = self->gathering != NULL ? pln_gathering_get_sessions (self->gathering) : NULL;
  guint n = sessions != NULL ? g_list_model_get_n_items (sessions) : 0;

  for (; periods != 0; periods += periods > 0 ? -1 : 1)
    {
      GDate next;

      g_date_clear (&next, 1);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(PlnSession) session = g_list_model_get_item (sessions, periods > 0 ? i : n - 1 - i);
          GDateTime *start = pln_session_get_start (session);
          GDate day;

          if (start == NULL)
            continue;
          pln_when_split (start, &day, NULL);
          if (!g_date_valid (&next) && (periods > 0 ? g_date_compare (&day, &self->date) > 0
                                                    : g_date_compare (&day, &self->date) < 0))
            next = day;
        }
      if (!g_date_valid (&next))
        break;
      self->date = next;
    }

  pln_agenda_page_show_day (self->page, &self->date);
  pln_calendar_view_changed (view);
}

static char *
get_title (PlnCalendarView  *view,
           char            **note)
{
  PlnAgendaView *self = PLN_AGENDA_VIEW (view);
  GDateTime *start = self->gathering != NULL ? pln_gathering_get_start (self->gathering) : NULL;

  return start != NULL
         ? pln_when_words_days (start, pln_gathering_get_end (self->gathering), pln_gathering_get_all_day (self->gathering))
         : g_strdup ("");
}

static void
set_gathering (PlnCalendarView *view,
               PlnGathering    *gathering)
{
  PlnAgendaView *self = PLN_AGENDA_VIEW (view);

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_set_object (&self->gathering, gathering);
  if (gathering != NULL)
    {
      g_signal_connect_object (gathering, "notify::start", G_CALLBACK (pln_calendar_view_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (gathering, "notify::end", G_CALLBACK (pln_calendar_view_changed), self, G_CONNECT_SWAPPED);
    }
  pln_agenda_page_set_gathering (self->page, gathering);
  pln_calendar_view_changed (view);
}

static void
pln_agenda_view_iface_init (PlnCalendarViewInterface *iface)
{
  iface->set_date = set_date;
  iface->get_date = get_date;
  iface->step = step;
  iface->get_title = get_title;
  iface->set_gathering = set_gathering;
}

/* Nothing of it is shown in a pane, and the page says itself that it reads. */
static void
pln_agenda_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_LOADING)
    g_value_set_boolean (value, FALSE);
  else
    g_value_set_object (value, NULL);
}

static void
pln_agenda_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
}

static void
pln_agenda_view_dispose (GObject *object)
{
  PlnAgendaView *self = PLN_AGENDA_VIEW (object);

  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (self->gathering, self);
  g_clear_object (&self->gathering);

  G_OBJECT_CLASS (pln_agenda_view_parent_class)->dispose (object);
}

/* As that of any container, which would else grab the focus. */
static gboolean
pln_agenda_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (PLN_AGENDA_VIEW (widget)->page), direction);
}

static gboolean
pln_agenda_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (PLN_AGENDA_VIEW (widget)->page), GTK_DIR_TAB_FORWARD);
}

static void
pln_agenda_view_class_init (PlnAgendaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_agenda_view_get_property;
  object_class->set_property = pln_agenda_view_set_property;
  object_class->dispose = pln_agenda_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pln_agenda_view_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = pln_agenda_view_grab_focus;

  g_object_class_override_property (object_class, PROP_SELECTED, "selected");
  g_object_class_override_property (object_class, PROP_LOADING, "loading");
}

static void
pln_agenda_view_init (PlnAgendaView *self)
{
  self->date = pln_calendar_view_today ();
  self->page = PLN_AGENDA_PAGE (pln_agenda_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}
