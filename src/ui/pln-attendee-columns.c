/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-columns.h"

#include "pln-settings.h"

#define KEY "attendee-columns"

/* As the settings know them. */
static const char *const words[PLN_N_COLUMNS] = {
  [PLN_COLUMN_NAME]         = "name",
  [PLN_COLUMN_ANSWER]       = "answer",
  [PLN_COLUMN_NETWORKS]     = "networks",
  [PLN_COLUMN_ORGANISATION] = "organisation",
  [PLN_COLUMN_ADDRESS]      = "address",
  [PLN_COLUMN_SECTOR]       = "sector",
  [PLN_COLUMN_STAGE]        = "stage",
  [PLN_COLUMN_MODE]         = "mode",
};

static int
find_word (const char *word)
{
  for (int i = 0; i < PLN_N_COLUMNS; i++)
    if (g_str_equal (words[i], word))
      return i;

  return -1;
}

static int
find_column (GtkColumnViewColumn *const *columns,
             GtkColumnViewColumn        *column)
{
  for (int i = 0; i < PLN_N_COLUMNS; i++)
    if (columns[i] == column)
      return i;

  return -1;
}

/**
 * pln_attendee_columns_restore:
 * @view: the table of attendees
 * @columns: its columns by [enum@AttendeeColumn]
 *
 * Shows the columns that the user chose, in the order that they were put in.
 * The name is always shown.
 *
 * Returns: whether the user had chosen any
 */
gboolean
pln_attendee_columns_restore (GtkColumnView              *view,
                              GtkColumnViewColumn *const *columns)
{
  g_autoptr(GSettings) settings = pln_settings_new ();
  g_auto(GStrv) chosen = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;
  gboolean shown[PLN_N_COLUMNS] = { [PLN_COLUMN_NAME] = TRUE };
  guint position = 0;

  if (chosen == NULL || chosen[0] == NULL)
    return FALSE;

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      int column = find_word (chosen[i]);

      if (column < 0 || (shown[column] && column != PLN_COLUMN_NAME))
        continue;
      shown[column] = TRUE;
      gtk_column_view_insert_column (view, position++, columns[column]);
    }
  for (int i = 0; i < PLN_N_COLUMNS; i++)
    gtk_column_view_column_set_visible (columns[i], shown[i]);

  return TRUE;
}

/**
 * pln_attendee_columns_save:
 * @view: the table of attendees
 * @columns: its columns by [enum@AttendeeColumn]
 *
 * Keeps which columns are shown, and their order, for the next start.
 */
void
pln_attendee_columns_save (GtkColumnView              *view,
                           GtkColumnViewColumn *const *columns)
{
  g_autoptr(GSettings) settings = pln_settings_new ();
  GListModel *shown = gtk_column_view_get_columns (view);
  const char *chosen[PLN_N_COLUMNS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      int which = find_column (columns, column);

      if (which >= 0 && n < PLN_N_COLUMNS && gtk_column_view_column_get_visible (column))
        chosen[n++] = words[which];
    }
  if (settings != NULL)
    g_settings_set_strv (settings, KEY, chosen);
}
