/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-check-in-log.h"

#include "pln-config.h"
#include "pln-door.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define ROWS 5

static const struct
{
  const char *icon;
  const char *css_class;
  const char *words;
} looks[] = {
  [PLN_CHECK_IN_WELCOME] = { "pln-answer-going-symbolic", "pln-good", NULL },
  [PLN_CHECK_IN_WALK_IN] = { "list-add-symbolic", "pln-accent", N_("added at the door") },
  [PLN_CHECK_IN_ALREADY] = { "pln-recurring-symbolic", "pln-warning", N_("already here") },
  [PLN_CHECK_IN_LEFT]    = { "pln-door-symbolic", "pln-warning", N_("checked out") },
  [PLN_CHECK_IN_UNDONE]  = { "edit-undo-symbolic", "pln-dim", N_("taken back") },
};

static GtkWidget *
make_row (PlnAttendee      *attendee,
          PlnCheckInResult  result,
          GDateTime        *at)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[result].icon);
  g_autofree char *line = pln_str_one_line (pln_attendee_get_display_name (attendee));
  g_autofree char *time = pln_when_words_time (at);
  GtkWidget *name = gtk_label_new (line);
  GtkWidget *words = gtk_label_new (looks[result].words != NULL ? _(looks[result].words) : "");
  GtkWidget *moment = gtk_label_new (time);

  gtk_widget_add_css_class (icon, looks[result].css_class);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (words, "pln-dim");
  gtk_widget_add_css_class (moment, "pln-dim");
  gtk_widget_add_css_class (moment, "numeric");
  gtk_widget_add_css_class (box, "pln-check-in-row");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), moment);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/**
 * pln_check_in_log_fill:
 * @list: a list
 * @gathering: a gathering
 *
 * Shows who came last, also at other doors.
 *
 * Returns: whether anybody came yet
 */
gboolean
pln_check_in_log_fill (GtkListBox   *list,
                       PlnGathering *gathering)
{
  g_autoptr(GPtrArray) last = pln_door_last (gathering, ROWS);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < last->len; i++)
    gtk_list_box_append (list, make_row (last->pdata[i], PLN_CHECK_IN_WELCOME, pln_attendee_get_came_at (last->pdata[i])));

  return last->len > 0;
}

/**
 * pln_check_in_log_add:
 * @list: a list
 * @attendee: a person
 * @result: what came of the entry
 * @at: when it was
 *
 * Adds what was entered, on top; what is older than the last five goes.
 */
void
pln_check_in_log_add (GtkListBox       *list,
                      PlnAttendee      *attendee,
                      PlnCheckInResult  result,
                      GDateTime        *at)
{
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (list, ROWS - 1);

  if (old != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (old));
  gtk_list_box_prepend (list, make_row (attendee, result, at));
}
