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
