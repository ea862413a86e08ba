/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-invitation.h"

#include "pln-ical-outgoing.h"
#include "pln-str.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one guest must find to see buttons to answer with. */
static PlnIcalLine *
guest_line (const char    *address,
            const char    *name,
            PlnIcalMethod  method)
{
  g_autofree char *uri = g_strconcat ("mailto:", address, NULL);
  g_autofree char *shown = pln_str_one_line (name);
  PlnIcalLine *line = pln_ical_line_new ("ATTENDEE", uri);

  pln_ical_line_set_parameter (line, "CN", *shown != '\0' ? shown : address);
  pln_ical_line_set_parameter (line, "ROLE", "REQ-PARTICIPANT");
  pln_ical_line_set_parameter (line, "PARTSTAT", "NEEDS-ACTION");
  if (method == PLN_ICAL_METHOD_REQUEST)
    pln_ical_line_set_parameter (line, "RSVP", "TRUE");

  return line;
}

static gboolean
check_gathering (const PlnIcalRecord *record,
                 const char          *address,
                 GError             **error)
{
  const char *sentence = NULL;

  if (*record->organiser_email == '\0')
    sentence = _("Nobody could answer this invitation: it has no organiser with an address. Say who organises.");
  else if (record->start.date_time == NULL)
    sentence = _("There is no date yet. Set one, then invite.");
  else if (record->recurs)
    sentence = _("It repeats. Only single gatherings can be invited to.");
  else if (*address == '\0')
    sentence = _("There is no address to send the invitation to.");
  if (sentence != NULL)
    g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED, sentence);

  return sentence == NULL;
}

/**
 * pln_ical_invitation_write:
 * @gathering: the text of a gathering
 * @address: the guest's address, without `mailto:`
 * @name: the guest's name, or ""
 * @method: what the message asks for
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError], `REFUSED` if it would be no
 *   invitation: without an organiser or a date
 *
 * Writes what one guest gets (RFC 5546, 3.2.2 and 3.2.5): the gathering with
 * that guest and no other, without own lines and scheduling parameters.
 *
 * Returns: (transfer full): a calendar with CRLF, or %NULL on error
 */
GBytes *
pln_ical_invitation_write (GBytes         *gathering,
                           const char     *address,
                           const char     *name,
                           PlnIcalMethod   method,
                           gint64          now,
                           GError        **error)
{
  gboolean cancel = method == PLN_ICAL_METHOD_CANCEL;
  g_autoptr(PlnIcalOutgoing) outgoing = pln_ical_outgoing_new (cancel ? "CANCEL" : "REQUEST", now);

  if (!pln_ical_outgoing_begin (outgoing, gathering, error)
      || !check_gathering (pln_ical_outgoing_get_record (outgoing), address, error))
    return NULL;

  pln_ical_outgoing_set_status (outgoing, cancel ? "CANCELLED" : "CONFIRMED");
  pln_ical_outgoing_add (outgoing, guest_line (address, name, method));
  if (!pln_ical_outgoing_end (outgoing, error))
    return NULL;

  return pln_ical_outgoing_finish (outgoing);
}

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

static gboolean
add_session (PlnIcalOutgoing  *outgoing,
             GBytes           *session,
             GError          **error)
{
  PlnIcalRecord *record;

  if (!pln_ical_outgoing_begin (outgoing, session, error))
    return FALSE;

  record = pln_ical_outgoing_get_record (outgoing);
  if (record->start.date_time == NULL)
    return TRUE; /* nothing to publish yet */

  say_who_speaks (record);
  if (*record->parent != '\0')
    pln_ical_outgoing_add (outgoing, pln_ical_line_new_text ("RELATED-TO", record->parent));

  return pln_ical_outgoing_end (outgoing, error);
}

/**
 * pln_ical_feed_write:
 * @gathering: the text of a gathering
 * @sessions: (element-type GBytes): the texts of its sessions
 * @now: seconds since 1970, UTC
 * @error: return location for a [error@IcalError], `REFUSED` if the gathering
 *   has no date
 *
 * Writes what everybody may see (RFC 5546, 3.2.1), without guests and own
 * lines. Sessions that have no time yet are left out.
 *
 * Returns: (transfer full): a calendar with CRLF, or %NULL on error
 */
GBytes *
pln_ical_feed_write (GBytes     *gathering,
                     GPtrArray  *sessions,
                     gint64      now,
                     GError    **error)
{
  g_autoptr(PlnIcalOutgoing) outgoing = pln_ical_outgoing_new ("PUBLISH", now);

  if (!pln_ical_outgoing_begin (outgoing, gathering, error))
    return NULL;
  if (pln_ical_outgoing_get_record (outgoing)->start.date_time == NULL)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                           _("There is no date yet. Set one, then publish."));
      return NULL;
    }

  pln_ical_outgoing_set_name (outgoing, pln_ical_outgoing_get_record (outgoing)->summary);
  if (!pln_ical_outgoing_end (outgoing, error))
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    if (!add_session (outgoing, g_ptr_array_index (sessions, i), error))
      return NULL;

  return pln_ical_outgoing_finish (outgoing);
}
