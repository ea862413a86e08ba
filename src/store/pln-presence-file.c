/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-presence-file.h"

#include "pln-change-private.h"
#include "pln-config.h"
#include "pln-ical-record.h"
#include "pln-id.h"
#include "pln-store.h"

#include <glib/gi18n.h>

#define MAX_DOORS 1000
#define PREFIX    "presence-"

static void
append_journals (GString     *file,
                 PlnIcalText *text)
{
  const char *bytes = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      PlnIcalSpan first, last;

      if (!g_str_equal (part->name, "VJOURNAL") || !part->ended)
        continue;
      pln_ical_text_get_span (text, part->first, &first);
      pln_ical_text_get_span (text, part->last, &last);
      g_string_append_len (file, bytes + first.at, (gssize) (last.at + last.length - first.at));
    }
}

/**
 * pln_presence_file_write:
 * @texts: (element-type GBytes): the presence objects of a gathering
 * @error: return location for a [error@IcalError]
 *
 * Returns: (transfer full) (nullable): a file with all of them
 */
GBytes *
pln_presence_file_write (GPtrArray  *texts,
                         GError    **error)
{
  g_autoptr(GString) file = g_string_new ("BEGIN:VCALENDAR\r\n"
                                          "VERSION:2.0\r\n"
                                          "PRODID:-//Plenary//Plenary//EN\r\n"
                                          "CALSCALE:GREGORIAN\r\n");

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(PlnIcalText) text = pln_ical_text_new (g_ptr_array_index (texts, i), error);

      if (text == NULL)
        return NULL;
      append_journals (file, text);
    }
  g_string_append (file, "END:VCALENDAR\r\n");

  return g_string_free_to_bytes (g_steal_pointer (&file));
}

static PlnIcalLine *
line_of (const PlnIcalSighting *sighting)
{
  static const char *const words[] = { "IN", "OUT", "NONE" };
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc (sighting->at);
  g_autofree char *stamp = g_date_time_format (at, "%Y%m%dT%H%M%SZ");
  PlnIcalLine *line = pln_ical_line_new ("X-PLENARY-PRESENCE", words[sighting->what]);

  pln_ical_line_set_parameter (line, "ID", sighting->id);
  pln_ical_line_set_parameter (line, "PERSON", sighting->person);
  pln_ical_line_set_parameter (line, "AT", stamp);

  return line;
}

static void
take_door (PlnChange           *change,
           PlnGathering        *gathering,
           const PlnIcalRecord *record)
{
  const char *parent = pln_gathering_get_uid (gathering);
  PlnIcalEdits *edits = pln_change_append (change, pln_gathering_get_organisers_calendar (gathering), record->uid);

  pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "PRESENCE"));
  pln_ical_edits_put (edits, parent, pln_ical_line_new_text ("RELATED-TO", parent));
  for (guint i = 0; i < record->sightings->len; i++)
    {
      const PlnIcalSighting *sighting = g_ptr_array_index (record->sightings, i);

      if (pln_id_is_valid (sighting->id) && pln_id_is_valid (sighting->person))
        pln_ical_edits_put (edits, sighting->id, line_of (sighting));
    }
}

/* Nothing but presence is taken out of such a file: its name says what an
 * object is, so that it can touch no other. */
static gboolean
is_door_of (const PlnIcalRecord *record,
            PlnGathering        *gathering)
{
  g_autofree char *suffix = g_strconcat ("-", pln_gathering_get_uid (gathering), NULL);

  return record->kind == PLN_ICAL_KIND_PRESENCE
         && g_str_equal (record->parent, pln_gathering_get_uid (gathering))
         && g_str_has_prefix (record->uid, PREFIX) && g_str_has_suffix (record->uid, suffix);
}

/**
 * pln_presence_file_read:
 * @change: a change
 * @gathering: the gathering that the file is about
 * @file: a file from another computer
 * @n_sightings: (out): how much it says
 * @error: return location for a [error@IcalError] or [error@StoreError]
 *
 * Adds what was seen at other doors. Reading a file twice adds nothing.
 *
 * Returns: %FALSE if it says nothing of this gathering
 */
gboolean
pln_presence_file_read (PlnChange     *change,
                        PlnGathering  *gathering,
                        GBytes        *file,
                        guint         *n_sightings,
                        GError       **error)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (file, error);
  g_autoptr(PlnIcalZones) zones = text != NULL ? pln_ical_zones_new (text) : NULL;
  guint n_doors = 0;

  *n_sightings = 0;
  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text) && n_doors < MAX_DOORS; i++)
    {
      g_autoptr(PlnIcalRecord) record = NULL;

      if (!g_str_equal (pln_ical_text_get_part (text, i)->name, "VJOURNAL"))
        continue;
      record = pln_ical_record_read (text, i, zones, NULL);
      if (record == NULL || !is_door_of (record, gathering))
        continue;
      take_door (change, gathering, record);
      *n_sightings += record->sightings->len;
      n_doors++;
    }
  if (n_doors == 0)
    g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
                 _("The file says nothing about who is at “%s”. Choose the hand-over file of that gathering."),
                 pln_gathering_get_title (gathering));

  return n_doors > 0;
}
