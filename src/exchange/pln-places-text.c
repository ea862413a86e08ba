/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-places-text.h"

#include "pln-round-words.h"
#include "pln-table.h"

#include <glib/gi18n.h>

static void
append_place (GString        *csv,
              PlnRound       *round,
              PlnGroup       *group,
              PlnAttendee    *attendee,
              const PlnPlace *place)
{
  g_autofree char *name = pln_round_name (round);
  GDateTime *start = pln_round_get_start (round), *end = pln_round_get_end (round);
  g_autofree char *from = start != NULL ? g_date_time_format (start, "%F %H:%M") : g_strdup ("");
  g_autofree char *to = end != NULL ? g_date_time_format (end, "%F %H:%M") : g_strdup ("");
  g_autofree char *number = pln_group_get_number (group) > 0 ? g_strdup_printf ("%u", pln_group_get_number (group)) : g_strdup ("");

  pln_table_append_row (csv, (const char *const[]) {
    name, from, to, number, pln_group_get_topic (group), pln_group_get_room (group), pln_attendee_get_name (attendee),
    pln_attendee_get_email (attendee), pln_attendee_get_organisation (attendee), pln_group_role_word (place->role), NULL
  });
}

static void
append_group (GString      *csv,
              PlnGathering *gathering,
              PlnRound     *round,
              PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, place->person);

      if (attendee != NULL)
        append_place (csv, round, group, attendee, place);
    }
}

/**
 * pln_places_text_write:
 * @gathering: a gathering that is loaded
 *
 * Writes who sits where, a row for each person and round, as a table for a
 * spreadsheet (RFC 4180, UTF-8), with a header. What a spreadsheet would run as
 * a formula is made harmless.
 *
 * Returns: (transfer full): the table
 */
char *
pln_places_text_write (PlnGathering *gathering)
{
  GString *csv = g_string_new (NULL);
  GListModel *rounds = pln_gathering_get_rounds (gathering);

  pln_table_append_row (csv, (const char *const[]) {
    _("Round"), _("From"), _("To"), _("Group"), _("Topic"), _("Room"), _("Name"), _("E-mail"), _("Organisation"), _("Role"), NULL
  });
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);

          append_group (csv, gathering, round, group);
        }
    }

  return g_string_free (csv, FALSE);
}
