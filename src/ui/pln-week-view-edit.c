/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-week-view-private.h"

#include "pln-ask.h"
#include "pln-create-popover.h"
#include "pln-create.h"
#include "pln-day-list.h"
#include "pln-when-words.h"
#include "pln-when.h"
#include "pln-wishes.h"
#include "pln-zone.h"

#include <glib/gi18n.h>

#define MOST_HINTS 3 /* how often the hint is shown */

/* What is changed in a week: each is one wish, and so one step to undo. */

/* Asks how far it is to reach, if it repeats. */
static void
save (PlnWeekView   *self,
      PlnOccurrence *before,
      PlnOccurrence *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes == NULL)
    return;

  if (before != NULL)
    pln_ask_occurrence (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), wishes, before, after);
  else
    PLN_WISHES_GET_IFACE (wishes)->save_occurrence (wishes, NULL, after, PLN_REACH_THIS);
}

static PlnOccurrence *
occurrence_of (PlnTimeItem *item)
{
  return PLN_OCCURRENCE (pln_time_item_get_object (item));
}

/* A moment in the zone in which something is kept. */
static GDateTime *
moment_for (PlnOccurrence *occurrence,
            gint64         at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return g_date_time_to_timezone (utc, g_date_time_get_timezone (pln_occurrence_get_start (occurrence)));
}

/* A copy is something new, that has all of what it is copied from. */
static void
move_to (PlnWeekView   *self,
         PlnOccurrence *occurrence,
         gint64         start,
         gint64         end,
         gboolean       copy)
{
  g_autoptr(GDateTime) from = moment_for (occurrence, start);
  g_autoptr(GDateTime) to = moment_for (occurrence, end);
  g_autoptr(PlnOccurrence) after = pln_occurrence_new_moved (occurrence, from, to);

  if (!copy && pln_occurrence_equal (occurrence, after))
    return;

  save (self, copy ? NULL : occurrence, after);
}

static void
move_cb (PlnWeekView *self,
         PlnTimeItem *item,
         guint        column,
         gint64       start,
         gboolean     copy)
{
  move_to (self, occurrence_of (item), start,
           start + pln_time_item_get_end (item) - pln_time_item_get_start (item), copy);
}

static void
resize_cb (PlnWeekView *self,
           PlnTimeItem *item,
           gint64       start,
           gint64       end)
{
  move_to (self, occurrence_of (item), start, end, FALSE);
}

static void
rename_occurrence (PlnWeekView   *self,
                   PlnOccurrence *occurrence,
                   const char    *title)
{
  PlnOccurrenceData data = *pln_occurrence_get_data (occurrence);
  g_autoptr(PlnOccurrence) after = NULL;

  data.title = title;
  after = pln_occurrence_new (&data);
  save (self, occurrence, after);
}

static void
rename_cb (PlnWeekView *self,
           PlnTimeItem *item,
           const char  *title)
{
  rename_occurrence (self, occurrence_of (item), title);
}

static void
remove_occurrence (PlnWeekView   *self,
                   PlnOccurrence *occurrence)
{
  if (!pln_occurrence_get_read_only (occurrence))
    save (self, occurrence, NULL);
}

static void
remove_cb (PlnWeekView *self,
           PlnTimeItem *item)
{
  remove_occurrence (self, occurrence_of (item));
}

static void
tick_cb (PlnWeekView   *self,
         PlnOccurrence *occurrence)
{
  PlnOccurrenceData data = *pln_occurrence_get_data (occurrence);
  g_autoptr(PlnOccurrence) after = NULL;

  if (data.read_only)
    return;

  data.is_done = !data.is_done;
  after = pln_occurrence_new (&data);
  save (self, occurrence, after);
}

static void
shift_cb (PlnWeekView   *self,
          PlnOccurrence *occurrence,
          int            days,
          gboolean       copy)
{
  g_autoptr(PlnOccurrence) after = pln_occurrence_new_shifted (occurrence, days, 0);

  if (copy || !pln_occurrence_get_read_only (occurrence))
    save (self, copy ? NULL : occurrence, after);
}

static void
select_occurrence (PlnWeekView   *self,
                   PlnOccurrence *occurrence)
{
  pln_week_view_select (self, occurrence);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.pane", NULL);
}

static void
select_cb (PlnWeekView *self,
           PlnTimeItem *item)
{
  if (item != NULL)
    select_occurrence (self, occurrence_of (item));
  else
    pln_week_view_select (self, NULL);
}

static void
edit (PlnWeekView   *self,
      PlnOccurrence *occurrence)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes != NULL)
    PLN_WISHES_GET_IFACE (wishes)->edit_occurrence (wishes, occurrence);
}

static void
unparent_cb (gpointer data)
{
  g_autoptr(GtkWidget) popover = data;

  gtk_widget_unparent (popover);
}

/* Takes away the popover, if one is open. */
void
pln_week_view_close (PlnWeekView *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

/* After the handlers of what was pressed in it have run. */
static void
closed_cb (PlnWeekView *self,
           GtkWidget   *popover)
{
  if (self->popover != popover)
    return;

  self->popover = NULL;
  g_idle_add_once (unparent_cb, g_object_ref (popover));
  pln_time_grid_clear_ghost (self->grid);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
pop_up (PlnWeekView        *self,
        GtkWidget          *popover,
        GtkWidget          *over,
        const GdkRectangle *area)
{
  graphene_point_t place;

  pln_week_view_close (self);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_compute_point (over, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y), &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) place.x, (int) place.y, area->width, area->height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
list_selected_cb (PlnWeekView   *self,
                  PlnOccurrence *occurrence)
{
  select_occurrence (self, occurrence);
}

static void
list_activated_cb (PlnWeekView   *self,
                   PlnOccurrence *occurrence)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  edit (self, occurrence);
}

/* All that a chip or a “+N” stands for, one below the other. */
static void
show_list (PlnWeekView *self,
           const GDate *date,
           GPtrArray   *occurrences,
           GtkWidget   *over)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = pln_day_list_new ();

  pln_day_list_show (PLN_DAY_LIST (list), date, occurrences);
  gtk_widget_set_size_request (list, 260, -1);
  g_signal_connect_object (list, "selected", G_CALLBACK (list_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (list_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  pop_up (self, popover, over, &(GdkRectangle) { 0, 0, gtk_widget_get_width (over), gtk_widget_get_height (over) });
}

static void
activate_cb (PlnWeekView *self,
             GPtrArray   *items,
             PlnChip     *chip)
{
  g_autoptr(GPtrArray) occurrences = g_ptr_array_new ();
  GDate date = pln_week_view_day (self, pln_time_item_get_column (items->pdata[0]));

  if (items->len == 1)
    {
      edit (self, occurrence_of (items->pdata[0]));
      return;
    }

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (occurrences, occurrence_of (items->pdata[i]));
  show_list (self, &date, occurrences, GTK_WIDGET (chip));
}

static void
show_more_cb (PlnWeekView *self,
              const GDate *date,
              GPtrArray   *occurrences,
              GtkWidget   *button)
{
  show_list (self, date, occurrences, button);
}

static void
show_day_cb (PlnWeekView *self,
             const GDate *date)
{
  char day[16];

  g_date_strftime (day, sizeof day, "%Y-%m-%d", date);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show", "(ss)", "programme", day);
}

/* A session is in the zone of its gathering, the rest in the one here. */
static PlnOccurrence *
make_draft (PlnWeekView *self,
            const char  *title,
            int          kind)
{
  gboolean is_session = kind == PLN_OCCURRENCE_KIND_SESSION;
  const char *zone = is_session ? pln_gathering_get_zone (self->gathering) : pln_zone_here ();
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  g_autoptr(GDateTime) utc_start = g_date_time_new_from_unix_utc (self->new_start);
  g_autoptr(GDateTime) utc_end = g_date_time_new_from_unix_utc (self->new_end);
  g_autoptr(GDateTime) start = g_date_time_to_timezone (utc_start, rules);
  g_autoptr(GDateTime) end = g_date_time_to_timezone (utc_end, rules);
  PlnOccurrenceData data = {
    .kind = (PlnOccurrenceKind) kind,
    .uid = "",
    .gathering = is_session ? pln_gathering_get_uid (self->gathering) : "",
    .title = title,
    .zone = zone,
    .start = start,
    .end = end,
  };

  return pln_occurrence_new (&data);
}

static void
make (PlnWeekView *self,
      const char  *title,
      int          kind)
{
  g_autoptr(PlnOccurrence) draft = make_draft (self, title, kind);

  pln_create_save (GTK_WIDGET (self), draft);
}

static void
more_cb (PlnWeekView *self,
         const char  *title,
         int          kind)
{
  g_autoptr(PlnOccurrence) draft = make_draft (self, title, kind);

  pln_create_edit (GTK_WIDGET (self), self->gathering, draft);
}

/* What something new may be, the likeliest first: a session where the chosen
 * gathering takes place on that day. */
static guint
list_kinds (PlnWeekView       *self,
            guint              column,
            PlnOccurrenceKind  kinds[3])
{
  GDateTime *start = self->gathering != NULL ? pln_gathering_get_start (self->gathering) : NULL;
  GDateTime *end = self->gathering != NULL ? pln_gathering_get_end (self->gathering) : NULL;
  gboolean may = self->gathering != NULL && !pln_gathering_get_read_only (self->gathering);
  GDate date = pln_week_view_day (self, column);
  gboolean is_its_day = FALSE;
  guint n = 0;

  if (may && start != NULL)
    {
      GDate first, last;

      pln_when_split (start, &first, NULL);
      pln_when_split (end != NULL ? end : start, &last, NULL);
      is_its_day = g_date_compare (&date, &first) >= 0 && g_date_compare (&date, &last) <= 0;
    }

  if (is_its_day)
    kinds[n++] = PLN_OCCURRENCE_KIND_SESSION;
  kinds[n++] = PLN_OCCURRENCE_KIND_EVENT;
  kinds[n++] = PLN_OCCURRENCE_KIND_GATHERING;
  if (may && !is_its_day)
    kinds[n++] = PLN_OCCURRENCE_KIND_SESSION;

  return n;
}

static void
count_hint (PlnWeekView *self)
{
  if (gtk_widget_get_visible (self->hint) && self->settings != NULL)
    g_settings_set_int (self->settings, "week-hints", g_settings_get_int (self->settings, "week-hints") + 1);
  gtk_widget_set_visible (self->hint, FALSE);
}

static void
create_cb (PlnWeekView *self,
           guint        column,
           gint64       start,
           gint64       end,
           const char  *title)
{
  PlnOccurrenceKind kinds[3];
  guint n_kinds;
  g_autoptr(GDateTime) from = g_date_time_new_from_unix_local (start);
  g_autoptr(GDateTime) to = g_date_time_new_from_unix_local (end);
  g_autofree char *when = pln_when_words (from, to, "", FALSE);
  GdkRectangle area;
  GtkWidget *popover;

  self->new_start = start;
  self->new_end = end;
  n_kinds = list_kinds (self, column, kinds);
  if (*title != '\0')
    {
      make (self, title, (int) kinds[0]);
      pln_time_grid_clear_ghost (self->grid);
      return;
    }

  popover = pln_create_popover_new (when, kinds, n_kinds);
  g_signal_connect_object (popover, "create", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  if (pln_time_grid_get_ghost_area (self->grid, &area))
    pop_up (self, popover, GTK_WIDGET (self->grid), &area);
}

/* Nothing speaks against any time; but what would be made depends on the day. */
static char *
warn_cb (PlnWeekView *self,
         PlnTimeItem *item,
         guint        column,
         gint64       start,
         gint64       end)
{
  PlnOccurrenceKind kinds[3];

  list_kinds (self, column, kinds);
  pln_time_grid_set_new_title (self->grid, kinds[0] == PLN_OCCURRENCE_KIND_SESSION ? NULL : _("New entry"));

  return NULL;
}

/* The hint is there while something new is drawn, the first few times. */
static void
in_air_cb (PlnWeekView *self,
           gboolean     in_air,
           gboolean     is_new)
{
  if (!in_air)
    count_hint (self);
  else if (is_new && (self->settings == NULL || g_settings_get_int (self->settings, "week-hints") < MOST_HINTS))
    gtk_widget_set_visible (self->hint, TRUE);
}

static void
leave_cb (PlnWeekView *self,
          int          columns)
{
  GDate date = pln_week_view_day (self, columns > 0 ? self->n_days - 1 : 0);
  gint64 at;
  guint column;
  g_autoptr(GDateTime) slot = NULL;
  guint minutes;
  g_autoptr(GDateTime) moment = NULL;

  pln_time_grid_get_slot (self->grid, &column, &at);
  slot = g_date_time_new_from_unix_local (at);
  pln_when_split (slot, NULL, &minutes);
  if (columns > 0)
    g_date_add_days (&date, 1);
  else
    g_date_subtract_days (&date, 1);

  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (self), &date);
  moment = pln_when_join (&date, minutes, "");
  pln_time_grid_set_slot (self->grid, (guint) g_date_days_between (&self->first, &date), g_date_time_to_unix (moment));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Follows what the user does with grid and head. */
void
pln_week_view_init_edit (PlnWeekView *self)
{
  GObject *grid = G_OBJECT (self->grid);
  GObject *head = G_OBJECT (self->head);

  g_signal_connect_object (grid, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "resize", G_CALLBACK (resize_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "rename", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "select", G_CALLBACK (select_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "warn", G_CALLBACK (warn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "in-air", G_CALLBACK (in_air_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (head, "show-day", G_CALLBACK (show_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "show-more", G_CALLBACK (show_more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "select", G_CALLBACK (select_occurrence), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "activate", G_CALLBACK (edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "rename", G_CALLBACK (rename_occurrence), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "remove", G_CALLBACK (remove_occurrence), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "tick", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "shift", G_CALLBACK (shift_cb), self, G_CONNECT_SWAPPED);
}
