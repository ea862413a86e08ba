/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month-view-private.h"

#include "pln-ask.h"
#include "pln-config.h"
#include "pln-create-popover.h"
#include "pln-create.h"
#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-when.h"
#include "pln-wishes.h"

#include <glib/gi18n.h>

/* What is changed in a month: each is one wish, and so one step to undo. */

static void
save (PlnMonthView  *self,
      PlnOccurrence *before,
      PlnOccurrence *after)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes == NULL)
    return;
  if (before == NULL)
    PLN_WISHES_GET_IFACE (wishes)->save_occurrence (wishes, NULL, after, PLN_REACH_THIS);
  else
    pln_ask_occurrence (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), wishes, before, after);
}

/* (internal): Whether something may be moved, renamed, deleted. */
gboolean
pln_month_view_may_change (PlnMonthView  *self,
                           PlnOccurrence *occurrence)
{
  if (occurrence == NULL)
    return FALSE;
  if (!pln_occurrence_get_read_only (occurrence))
    return TRUE;

  pln_month_view_say (self, pln_occurrence_get_is_recurring (occurrence)
                            ? _("This series can be looked at, but not changed")
                            : _("You may read this calendar"));

  return FALSE;
}

static void
say_where (PlnMonthView  *self,
           PlnOccurrence *after,
           gboolean       copy)
{
  g_autofree char *title = pln_str_one_line (pln_occurrence_get_title (after));
  g_autofree char *words = NULL;
  GDate first, last;
  char day[128];

  pln_month_days_of (after, &first, &last);
  g_date_strftime (day, sizeof day, _("%A %-d %B"), &first);
  /* Translators: a title and a day */
  words = g_strdup_printf (copy ? _("%s copied to %s") : _("%s moved to %s"), title, day);
  pln_month_view_say (self, words);
}

/* (internal): Moves something by days, or makes a copy of it there. */
void
pln_month_view_move (PlnMonthView  *self,
                     PlnOccurrence *occurrence,
                     int            days,
                     gboolean       copy)
{
  g_autoptr(PlnOccurrence) after = NULL;

  if (days == 0 && !copy)
    return;
  if (!copy && !pln_month_view_may_change (self, occurrence))
    return;

  after = pln_occurrence_new_shifted (occurrence, days, 0);
  say_where (self, after, copy);
  save (self, copy ? NULL : occurrence, after);
}

/* (internal): Gives something another title. */
void
pln_month_view_rename (PlnMonthView  *self,
                       PlnOccurrence *occurrence,
                       const char    *title)
{
  PlnOccurrenceData data = *pln_occurrence_get_data (occurrence);
  g_autoptr(PlnOccurrence) after = NULL;

  data.title = title;
  after = pln_occurrence_new (&data);
  save (self, occurrence, after);
}

/* (internal): Marks an action as done, or not done. */
void
pln_month_view_tick (PlnMonthView  *self,
                     PlnOccurrence *occurrence)
{
  PlnOccurrenceData data = *pln_occurrence_get_data (occurrence);
  g_autoptr(PlnOccurrence) after = NULL;

  if (!pln_month_view_may_change (self, occurrence))
    return;

  data.is_done = !data.is_done;
  after = pln_occurrence_new (&data);
  save (self, occurrence, after);
}

/* (internal): Opens the form of something. */
void
pln_month_view_open (PlnMonthView  *self,
                     PlnOccurrence *occurrence)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));

  if (wishes != NULL && pln_month_view_may_change (self, occurrence))
    PLN_WISHES_GET_IFACE (wishes)->edit_occurrence (wishes, occurrence);
}

static void
chosen_days (PlnMonthView *self,
             GDateTime   **start,
             GDateTime   **end)
{
  GDate first = self->anchor;
  GDate last = self->date;

  g_date_order (&first, &last);
  g_date_add_days (&last, 1);
  *start = pln_when_join (&first, 0, "");
  *end = pln_when_join (&last, 0, "");
}

static PlnOccurrence *
make_draft (PlnMonthView *self,
            const char   *title,
            int           kind)
{
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  PlnOccurrenceData data = { .kind = (PlnOccurrenceKind) kind, .uid = "", .title = title, .zone = "", .all_day = TRUE };

  chosen_days (self, &start, &end);
  data.start = start;
  data.end = end;

  return pln_occurrence_new (&data);
}

static void
create_cb (PlnMonthView *self,
           const char   *title,
           int           kind)
{
  g_autoptr(PlnOccurrence) draft = make_draft (self, title, kind);

  pln_create_save (GTK_WIDGET (self), draft);
}

static void
more_cb (PlnMonthView *self,
         const char   *title,
         int           kind)
{
  g_autoptr(PlnOccurrence) draft = make_draft (self, title, kind);

  pln_create_edit (GTK_WIDGET (self), self->gathering, draft);
}

static void
unparent_cb (gpointer data)
{
  GtkWidget *popover = data;

  gtk_widget_unparent (popover);
  g_object_unref (popover);
}

/* After the handlers of its button have run. */
static void
closed_cb (PlnMonthView *self,
           GtkWidget    *popover)
{
  if (self->popover != popover)
    return;

  self->popover = NULL;
  g_idle_add_once (unparent_cb, g_object_ref (popover));
  pln_month_view_choose_days (self, pln_month_index_of (&self->month, &self->date),
                              pln_month_index_of (&self->month, &self->date));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* (internal): Opens a popover at a day, in the place of one that is open. */
void
pln_month_view_open_popover (PlnMonthView *self,
                             GtkWidget    *popover,
                             int           day)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  gboolean found = gtk_widget_compute_bounds (self->days[day], GTK_WIDGET (self), &area);

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (found)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y,
                                                   (int) area.size.width, (int) area.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* (internal): Asks for what is to be on the chosen days. */
void
pln_month_view_ask_new (PlnMonthView *self)
{
  static const PlnOccurrenceKind kinds[] = { PLN_OCCURRENCE_KIND_EVENT, PLN_OCCURRENCE_KIND_GATHERING };
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  g_autofree char *when = NULL;
  int day = pln_month_index_of (&self->month, &self->date);
  GtkWidget *popover;

  if (day < 0 || day >= 7 * self->month.n_weeks)
    return;

  chosen_days (self, &start, &end);
  when = pln_when_words_days (start, end, TRUE);
  popover = pln_create_popover_new (when, kinds, G_N_ELEMENTS (kinds));
  g_signal_connect_object (popover, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  pln_month_view_open_popover (self, popover, day);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  if (self->selected != NULL)
    pln_month_view_open (self, self->selected);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  PlnChip *chip = self->selected != NULL ? pln_month_view_find_chip (self, self->selected) : NULL;

  if (chip != NULL && pln_month_view_may_change (self, self->selected))
    pln_chip_edit_title (chip);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  if (pln_month_view_may_change (self, self->selected))
    save (self, self->selected, NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);

  if (self->selected != NULL)
    pln_month_view_move (self, self->selected, g_variant_get_int32 (parameter), FALSE);
}

static void
cut_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  gboolean copy = g_str_equal (action_name, "month.copy");
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  if (self->selected == NULL || (!copy && !pln_month_view_may_change (self, self->selected)))
    return;

  g_set_object (&self->cut, self->selected);
  self->is_copy = copy;
  title = pln_str_one_line (pln_occurrence_get_title (self->cut));
  /* Translators: a title */
  words = g_strdup_printf (copy ? _("Ctrl+V copies %s to another day") : _("Ctrl+V moves %s to another day"), title);
  pln_month_view_say (self, words);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  g_autoptr(PlnOccurrence) cut = self->cut != NULL ? g_object_ref (self->cut) : NULL;
  GDate first, last;

  if (cut == NULL)
    return;

  pln_month_days_of (cut, &first, &last);
  if (!self->is_copy)
    g_clear_object (&self->cut);
  pln_month_view_move (self, cut, g_date_days_between (&first, &self->date), self->is_copy);
}

static void
make_gathering_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  PlnMonthView *self = PLN_MONTH_VIEW (widget);
  PlnWishes *wishes = pln_wishes_find (widget);

  if (wishes != NULL && pln_month_view_may_change (self, self->selected))
    PLN_WISHES_GET_IFACE (wishes)->make_gathering (wishes, self->selected);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  pln_month_view_ask_new (PLN_MONTH_VIEW (widget));
}

static void
show_day_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  pln_month_view_show_day (PLN_MONTH_VIEW (widget), g_variant_get_int32 (parameter));
}

/* (internal): What keys and menus do with the selected thing and the chosen days. */
void
pln_month_view_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "month.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "month.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "month.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "month.cut", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "month.copy", NULL, cut_cb);
  gtk_widget_class_install_action (widget_class, "month.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "month.make-gathering", NULL, make_gathering_cb);
  gtk_widget_class_install_action (widget_class, "month.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "month.show-day", "i", show_day_cb);
}
