/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-private.h"

#include "pln-address.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* Offsets such as "+01:00", which GLib takes, are no zones: they know no
 * summer. */
static gboolean
check_zone (const char  *zone,
            GError     **error)
{
  if (*zone == '\0' || (g_ascii_isalpha (*zone) && pln_when_zone_is_known (zone)))
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_ZONE,
               _("There is no time zone “%s”. Choose one such as Europe/London."), zone);

  return FALSE;
}

static gboolean
check_order (const char  *title,
             GDateTime   *start,
             GDateTime   *end,
             GError     **error)
{
  int order = start != NULL && end != NULL ? g_date_time_compare (end, start) : 1;

  if (order > 0)
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TIME,
               _("“%s” would end before it starts. Choose a later end."), title);

  return FALSE;
}

/* An event may be over as soon as it begins: a reminder. */
static gboolean
check_end (const char  *title,
           GDateTime   *start,
           GDateTime   *end,
           GError     **error)
{
  return (end != NULL && g_date_time_equal (start, end)) || check_order (title, start, end, error);
}

/* A calendar is a folder of that name. */
gboolean
pln_core_check_calendar (const char  *name,
                         GError     **error)
{
  g_autofree char *line = pln_str_one_line (name);

  if (*name == '\0'
      || (*name != '.' && strchr (name, '/') == NULL && strlen (name) <= 100 && g_str_equal (line, name)))
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
               _("A calendar cannot be called “%s”. Choose a short name without / and leading dot."), line);

  return FALSE;
}

gboolean
pln_core_check_gathering (PlnGathering  *gathering,
                          GError       **error)
{
  const char *title = pln_gathering_get_title (gathering);

  if (is_blank (title))
    {
      g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TITLE,
                           _("The gathering has no title. Type one, so that it can be found again."));
      return FALSE;
    }
  if (pln_gathering_get_start (gathering) == NULL)
    {
      g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TIME,
                   _("“%s” has no start. Choose a day and a time."), title);
      return FALSE;
    }

  return pln_core_check_calendar (pln_gathering_get_calendar (gathering), error)
         && pln_core_check_calendar (pln_gathering_get_organisers_calendar (gathering), error)
         && check_zone (pln_gathering_get_zone (gathering), error)
         && check_order (title, pln_gathering_get_start (gathering), pln_gathering_get_end (gathering), error);
}

gboolean
pln_core_check_session (PlnSession  *session,
                        GError     **error)
{
  const char *title = pln_session_get_title (session);

  if (is_blank (title))
    {
      g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TITLE,
                           _("The session has no title. Type one, so that it can be found again."));
      return FALSE;
    }

  return check_zone (pln_session_get_zone (session), error)
         && check_order (title, pln_session_get_start (session), pln_session_get_end (session), error);
}

gboolean
pln_core_check_round (PlnRound  *round,
                      GError   **error)
{
  const char *title = pln_round_get_title (round);

  if (is_blank (title))
    {
      g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TITLE,
                           _("The round has no title. Type one, such as “Round 1”."));
      return FALSE;
    }

  return check_zone (pln_round_get_zone (round), error)
         && check_order (title, pln_round_get_start (round), pln_round_get_end (round), error);
}

gboolean
pln_core_check_event (PlnEvent  *event,
                      GError   **error)
{
  const char *title = pln_event_get_title (event);

  if (is_blank (title))
    {
      g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TITLE,
                           _("The event has no title. Type one, so that it can be found again."));
      return FALSE;
    }
  if (pln_event_get_start (event) == NULL)
    {
      g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TIME,
                   _("“%s” has no start. Choose a day and a time."), title);
      return FALSE;
    }

  return pln_core_check_calendar (pln_event_get_calendar (event), error)
         && check_zone (pln_event_get_zone (event), error)
         && check_end (title, pln_event_get_start (event), pln_event_get_end (event), error);
}

gboolean
pln_core_check_address (const char  *email,
                        GError     **error)
{
  if (pln_address_is_mail (email))
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_ADDRESS,
               _("“%s” is not an e-mail address. Type one such as una@example.org."), email);

  return FALSE;
}

/* before NULL: a new one. */
gboolean
pln_core_check_person (PlnGathering  *gathering,
                       PlnAttendee   *before,
                       PlnAttendee   *after,
                       GError       **error)
{
  const char *email = pln_attendee_get_email (after);

  if (before != NULL && pln_gathering_find_attendee (gathering, pln_attendee_get_id (before)) == NULL)
    {
      g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                   _("“%s” is not on the list of “%s” any more. Undo may bring them back."),
                   pln_attendee_get_display_name (before), pln_gathering_get_title (gathering));
      return FALSE;
    }
  if (*email == '\0' && *pln_attendee_get_name (after) != '\0')
    return TRUE; /* not everybody has an address */

  return pln_core_check_address (email, error);
}

/* Whether people of a gathering can be changed: it is here, it may be changed,
 * and all its people are known. */
gboolean
pln_core_check_ready (PlnCore       *self,
                      PlnGathering  *gathering,
                      GError       **error)
{
  const char *title = pln_gathering_get_title (gathering);

  if (pln_core_find_gathering (self, pln_gathering_get_uid (gathering)) != gathering)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("“%s” is not here any more. Look for it in the bin."), title);
  else if (pln_gathering_get_read_only (gathering))
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("“%s” belongs to somebody else and cannot be changed here."), title);
  else if (!pln_gathering_get_loaded (gathering))
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_LOADED,
                 _("“%s” is still being read. Try again in a moment."), title);
  else
    return TRUE;

  return FALSE;
}
