/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invitation-words.h"

#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * pln_invitation_first_name:
 * @guest: a guest
 *
 * Finds what a letter calls somebody: “Zadie” of “Zadie Foxglove” and of
 * “Foxglove, Zadie”.
 *
 * Returns: (transfer full): the first name; "" if there is no name
 */
char *
pln_invitation_first_name (PlnAttendee *guest)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_name (guest));
  const char *comma = strchr (name, ',');
  g_autofree char *given = g_strstrip (g_strdup (comma != NULL ? comma + 1 : name));

  return g_strndup (given, strcspn (given, " "));
}

static void
append_line (GString    *words,
             const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (*line != '\0')
    g_string_append_printf (words, "%s\n", line);
}

static void
append_opening (GString      *words,
                PlnGathering *gathering,
                PlnAttendee  *guest)
{
  g_autofree char *first_name = guest != NULL ? pln_invitation_first_name (guest) : g_strdup ("");
  g_autofree char *title = pln_str_one_line (pln_gathering_get_title (gathering));
  gboolean told = guest != NULL && pln_attendee_get_told (guest);

  if (*first_name != '\0')
    g_string_append_printf (words, _("Dear %s,"), first_name);
  else
    g_string_append (words, _("Hello,"));

  g_string_append (words, "\n\n");
  if (pln_gathering_get_cancelled (gathering))
    g_string_append_printf (words, _("“%s” has been cancelled. It would have been:"), title);
  else if (told)
    g_string_append_printf (words, _("this is how things stand with “%s”:"), title);
  else
    g_string_append_printf (words, _("you are invited to “%s”:"), title);
  g_string_append (words, "\n\n");
}

/**
 * pln_invitation_words:
 * @gathering: a gathering
 * @guest: (nullable): to whom; %NULL for words that suit everybody
 *
 * Writes the text that goes into the mail beside an exported invitation,
 * update or cancellation. It names no other guest.
 *
 * Returns: (transfer full): plain text in several lines
 */
char *
pln_invitation_words (PlnGathering *gathering,
                      PlnAttendee  *guest)
{
  GString *words = g_string_new (NULL);
  GDateTime *answer_by = pln_gathering_get_answer_by (gathering);
  gboolean cancelled = pln_gathering_get_cancelled (gathering);
  g_autofree char *when = pln_when_words (pln_gathering_get_start (gathering), pln_gathering_get_end (gathering),
                                          pln_gathering_get_zone (gathering), pln_gathering_get_all_day (gathering));

  append_opening (words, gathering, guest);
  append_line (words, when);
  append_line (words, pln_gathering_get_location (gathering));

  if (!cancelled)
    {
      g_autofree char *description = g_strstrip (pln_str_for_label (pln_gathering_get_description (gathering)));

      append_line (words, pln_gathering_get_online (gathering));
      if (*description != '\0')
        g_string_append_printf (words, "\n%s\n", description);

      g_string_append_c (words, '\n');
      if (answer_by != NULL)
        {
          g_autofree char *day = pln_when_words_day (answer_by);

          /* Translators: the placeholder is a day. */
          g_string_append_printf (words, _("Open the attached file to answer, by %s."), day);
        }
      else
        {
          g_string_append (words, _("Open the attached file to answer."));
        }
      g_string_append_c (words, '\n');
    }
  else
    {
      g_string_append_printf (words, "\n%s\n", _("Open the attached file to take it out of your calendar."));
    }

  if (*pln_gathering_get_organiser_name (gathering) != '\0')
    {
      g_string_append_c (words, '\n');
      append_line (words, pln_gathering_get_organiser_name (gathering));
    }

  return g_string_free (words, FALSE);
}
