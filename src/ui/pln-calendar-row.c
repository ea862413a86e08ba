/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-row.h"

/**
 * pln_calendar_row_fill:
 * @row: a row
 * @calendars: the names of the calendars
 * @current: the one that is chosen, even if it is not among them; or ""
 *
 * Offers the calendars.
 */
void
pln_calendar_row_fill (AdwComboRow       *row,
                       const char *const *calendars,
                       const char        *current)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (calendars);
  guint position = 0;

  while (calendars[position] != NULL && !g_str_equal (calendars[position], current))
    position++;
  if (calendars[position] == NULL && *current != '\0')
    gtk_string_list_append (list, current);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, position);
}

/**
 * pln_calendar_row_get:
 * @row: a row that was filled
 *
 * Returns: the name of the calendar that is chosen, or ""
 */
const char *
pln_calendar_row_get (AdwComboRow *row)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (row);

  return selected != NULL ? gtk_string_object_get_string (selected) : "";
}
