/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-people-text.h"

#include "pln-exchange-error.h"
#include "pln-mailbox.h"
#include "pln-people-lines.h"
#include "pln-str.h"
#include "pln-table.h"
#include "pln-text-decode.h"

#include <glib/gi18n.h>
#include <string.h>

static void
use_line_feeds (char *text)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    if (*at != '\r')
      *to++ = *at;
    else if (at[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n = 0;

  while ((from = memchr (from, '\n', (gsize) (to - from))) != NULL)
    {
      n++;
      from++;
    }

  return n;
}

static void
read_list (PlnPeopleLines *lines,
           const char     *text)
{
  g_autoptr(GPtrArray) mailboxes = pln_mailbox_parse_list (text, strlen (text));
  const char *at = text;
  guint number = 1;

  for (guint i = 0; i < mailboxes->len; i++)
    {
      const PlnMailbox *mailbox = g_ptr_array_index (mailboxes, i);

      number += count_lines (at, mailbox->at);
      at = mailbox->at;
      if (i == 0 && mailboxes->len > 1 && pln_people_table_is_email_header (mailbox->name))
        continue; /* a column of a spreadsheet, with its header */
      pln_people_lines_add (lines, &(PlnPeopleFound) {
        .number = number, .at = mailbox->at, .length = mailbox->length,
        .name = mailbox->name, .email = mailbox->email, .organisation = "",
      });
    }
}

/**
 * pln_people_text_read:
 * @text: (array length=length): what was pasted, or the content of a file
 * @length: the size of @text, in bytes
 * @gathering: (nullable): where the people are to be added; %NULL: nobody is
 *   already there
 * @error: return location for a [error@ExchangeError], `UNREADABLE` if it is
 *   no text
 *
 * Reads what people paste: one address a line; “Name <address>, …” as from a
 * mail; rows of a spreadsheet or a ticket shop, with tabs, commas or
 * semicolons, with or without a header; vCards. Nobody is lost: what holds no
 * address is listed to be mended, as is who cancelled, with the reason.
 *
 * Returns: (transfer full): a list of [class@PersonLine], or %NULL on error
 */
GListModel *
pln_people_text_read (const char    *text,
                      gsize          length,
                      PlnGathering  *gathering,
                      GError       **error)
{
  g_autofree char *plain = pln_text_decode (text, length);
  g_autoptr(PlnPeopleLines) lines = NULL;

  if (plain == NULL)
    {
      g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE,
                           _("This is not a list of people. Save it as text or CSV, then try again."));
      return NULL;
    }

  use_line_feeds (plain);
  lines = pln_people_lines_new (gathering);
  if (!pln_people_vcard_read (lines, plain, strlen (plain)) && !pln_people_table_read (lines, plain, strlen (plain)))
    read_list (lines, plain);

  return pln_people_lines_finish (lines);
}

static const char *
role_word (PlnRole role)
{
  switch (role)
    {
    case PLN_ROLE_SPEAKER:
      return _("Speaker");
    case PLN_ROLE_HELPER:
      return _("Helper");
    case PLN_ROLE_ORGANISER:
      return _("Organiser");
    case PLN_ROLE_ATTENDEE:
    default:
      return _("Attendee");
    }
}

static const char *
answer_word (PlnAnswer answer)
{
  switch (answer)
    {
    case PLN_ANSWER_ACCEPTED:
      return _("Going");
    case PLN_ANSWER_TENTATIVE:
      return _("Maybe");
    case PLN_ANSWER_DECLINED:
      return _("Declined");
    case PLN_ANSWER_NEEDS_ACTION:
    default:
      return _("No answer");
    }
}

static const char *
mode_word (PlnMode mode)
{
  switch (mode)
    {
    case PLN_MODE_IN_PERSON:
      return _("In person");
    case PLN_MODE_ONLINE:
      return _("Online");
    case PLN_MODE_UNKNOWN:
    default:
      return "";
    }
}

static void
append_attendee (GString     *csv,
                 PlnAttendee *attendee)
{
  g_autofree char *networks = g_strjoinv ("; ", (char **) pln_attendee_get_networks (attendee));

  pln_table_append_row (csv, (const char *const[]) {
    pln_attendee_get_name (attendee), pln_attendee_get_email (attendee),
    answer_word (pln_attendee_get_answer (attendee)), role_word (pln_attendee_get_role (attendee)),
    pln_attendee_get_organisation (attendee), networks, pln_attendee_get_sector (attendee),
    pln_attendee_get_stage (attendee), mode_word (pln_attendee_get_mode (attendee)),
    pln_attendee_get_waiting (attendee) ? _("Yes") : "", pln_attendee_get_first_time (attendee) ? _("Yes") : "", NULL
  });
}

/**
 * pln_people_text_write:
 * @gathering: a gathering that is loaded
 *
 * Writes the attendees as a table for a spreadsheet (RFC 4180, UTF-8), with a
 * header. What a spreadsheet would run as a formula is made harmless.
 *
 * Returns: (transfer full): the table
 */
char *
pln_people_text_write (PlnGathering *gathering)
{
  GString *csv = g_string_new (NULL);
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);

  pln_table_append_row (csv, (const char *const[]) {
    _("Name"), _("E-mail"), _("Answer"), _("Role"), _("Organisation"), _("Networks"), _("Sector"), _("Stage"),
    _("Takes part"), _("Waiting"), _("First time"), NULL
  });
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      append_attendee (csv, attendee);
    }

  return g_string_free (csv, FALSE);
}
