/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-feed.h"

#include "pln-ical-outgoing.h"

#include <glib/gi18n.h>
#include <string.h>

#define REFRESH "PT1H" /* how often a programme that may change is looked at again */

/* “Ada <ada@example.org>” is Ada to everybody. */
static char *
names_of (char **speakers)
{
  GString *names = g_string_new (NULL);

  for (; *speakers != NULL; speakers++)
    {
      g_autofree char *name = g_strndup (*speakers, strcspn (*speakers, "<"));

      g_strstrip (name);
      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (names, FALSE);
}

/* Addresses of speakers are nobody's business; their names are the programme. */
static void
say_who_speaks (PlnIcalRecord *record)
{
  g_autofree char *names = names_of (record->speakers);
  g_autofree char *words = NULL;

  if (*names == '\0')
    return;

  /* Translators: the placeholder is a list of names of speakers. */
  words = g_strdup_printf (_("With %s"), names);
  if (*record->description != '\0')
    {
      g_autofree char *before = g_steal_pointer (&words);

      words = g_strconcat (before, "\n\n", record->description, NULL);
    }
  g_free (record->description);
  record->description = g_steal_pointer (&words);
}

/* What is settled, and for everybody (RFC 5545, 3.8.1.3). */
static gboolean
is_public (PlnIcalOutgoing *outgoing)
{
  g_autoptr(PlnIcalLine) line = pln_ical_outgoing_get_line (outgoing, "CLASS");

  return !g_str_equal (pln_ical_outgoing_get_record (outgoing)->status, "TENTATIVE")
         && (line == NULL || g_ascii_strcasecmp (line->value, "PUBLIC") == 0);
}

/* Readers that know a programme already see by these what is new. */
static void
keep_lines (PlnIcalOutgoing *outgoing)
{
  static const char *const names[] = { "LAST-MODIFIED", "COLOR" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PlnIcalLine) line = pln_ical_outgoing_get_line (outgoing, names[i]);

      /* RFC 7986, 5.9: a colour has a name. */
      if (line != NULL && g_ascii_isalnum (*line->value))
        pln_ical_outgoing_add (outgoing, pln_ical_line_new (names[i], line->value));
    }
}

/* Giggity drops what has no LOCATION: what has no room is where all is. */
static void
say_where (PlnIcalRecord *record,
           const char    *place)
{
  if (*record->location != '\0' || *record->conference != '\0')
    return;

  g_free (record->location);
  record->location = g_strdup (place);
}

static gboolean
add_session (PlnIcalOutgoing  *outgoing,
             GBytes           *session,
             const char       *place,
             GError          **error)
{
  PlnIcalRecord *record;

  if (!pln_ical_outgoing_begin (outgoing, session, error))
    return FALSE;

  record = pln_ical_outgoing_get_record (outgoing);
  if (record->start.date_time == NULL || !is_public (outgoing))
    return TRUE; /* nothing to publish yet */

  say_who_speaks (record);
  say_where (record, place);
  keep_lines (outgoing);
  if (*record->parent != '\0')
    pln_ical_outgoing_add (outgoing, pln_ical_line_new_text ("RELATED-TO", record->parent));

  return pln_ical_outgoing_end (outgoing, error);
}

/* What a reader does with a calendar that it subscribes to (RFC 7986, 5), also
 * as it was said before there was an RFC. */
static void
head_calendar (PlnIcalOutgoing *outgoing,
               const char      *source)
{
  const PlnIcalRecord *record = pln_ical_outgoing_get_record (outgoing);
  PlnIcalLine *refresh = pln_ical_line_new ("REFRESH-INTERVAL", REFRESH);

  pln_ical_outgoing_set_name (outgoing, record->summary);
  pln_ical_line_set_parameter (refresh, "VALUE", "DURATION");
  pln_ical_outgoing_add_to_calendar (outgoing, refresh);
  pln_ical_outgoing_add_to_calendar (outgoing, pln_ical_line_new ("X-PUBLISHED-TTL", REFRESH));
  if (*record->start.zone != '\0')
    pln_ical_outgoing_add_to_calendar (outgoing, pln_ical_line_new_text ("X-WR-TIMEZONE", record->start.zone));
  if (g_ascii_isalpha (*record->colour))
    pln_ical_outgoing_add_to_calendar (outgoing, pln_ical_line_new_text ("COLOR", record->colour));
  if (source != NULL)
    {
      PlnIcalLine *line = pln_ical_line_new ("SOURCE", source);

      pln_ical_line_set_parameter (line, "VALUE", "URI");
      pln_ical_outgoing_add_to_calendar (outgoing, line);
    }
}

/**
 * pln_ical_feed_write:
 * @gathering: the text of a gathering
 * @sessions: (element-type GBytes): the texts of its sessions
 * @source: (nullable): where the feed will be found; a URI
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError], `REFUSED` if the gathering
 *   has no date
 *
 * Writes what everybody may see (RFC 5546, 3.2.1), without guests and own
 * lines. Sessions that have no time yet, are drafts or private are left out;
 * what was called off says so.
 *
 * Returns: (transfer full): a calendar with CRLF, or %NULL on error
 */
GBytes *
pln_ical_feed_write (GBytes      *gathering,
                     GPtrArray   *sessions,
                     const char  *source,
                     gint64       now,
                     GError     **error)
{
  g_autoptr(PlnIcalOutgoing) outgoing = pln_ical_outgoing_new ("PUBLISH", now);
  g_autofree char *place = NULL;

  if (!pln_ical_outgoing_begin (outgoing, gathering, error))
    return NULL;
  if (pln_ical_outgoing_get_record (outgoing)->start.date_time == NULL)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                           _("There is no date yet. Set one, then publish."));
      return NULL;
    }

  place = g_strdup (pln_ical_outgoing_get_record (outgoing)->location);
  head_calendar (outgoing, source);
  keep_lines (outgoing);
  if (!pln_ical_outgoing_end (outgoing, error))
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    if (!add_session (outgoing, g_ptr_array_index (sessions, i), place, error))
      return NULL;

  return pln_ical_outgoing_finish (outgoing);
}
