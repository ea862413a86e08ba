/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-person-words.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * pln_standing_of:
 * @attendee: an attendee
 *
 * Returns: the answer, or %PLN_STANDING_WAITING for who is on the waiting list
 */
int
pln_standing_of (PlnAttendee *attendee)
{
  return pln_attendee_get_waiting (attendee) ? PLN_STANDING_WAITING : (int) pln_attendee_get_answer (attendee);
}

/**
 * pln_standing_key:
 * @standing: where a person stands
 *
 * Returns: (transfer none): a name for code: the stored form of the answer, or
 *   "waiting"
 */
const char *
pln_standing_key (int standing)
{
  return standing == PLN_STANDING_WAITING ? "waiting" : pln_answer_store (standing);
}

/**
 * pln_standing_word:
 * @standing: where a person stands
 *
 * Returns: (transfer none): the word for it, as "Going"
 */
const char *
pln_standing_word (int standing)
{
  switch (standing)
    {
    case PLN_ANSWER_ACCEPTED:
      return _("Going");
    case PLN_ANSWER_TENTATIVE:
      return _("Maybe");
    case PLN_ANSWER_DECLINED:
      return _("Declined");
    case PLN_STANDING_WAITING:
      return _("Waiting");
    default:
      return _("No answer");
    }
}

/**
 * pln_standing_icon:
 * @standing: where a person stands
 *
 * Returns: (transfer none): the icon of the answer
 */
const char *
pln_standing_icon (int standing)
{
  switch (standing)
    {
    case PLN_ANSWER_ACCEPTED:
      return "pln-answer-going-symbolic";
    case PLN_ANSWER_TENTATIVE:
      return "pln-answer-maybe-symbolic";
    case PLN_ANSWER_DECLINED:
      return "pln-answer-declined-symbolic";
    case PLN_STANDING_WAITING:
      return "pln-answer-waiting-symbolic";
    default:
      return "pln-answer-none-symbolic";
    }
}

/**
 * pln_standing_colour:
 * @standing: where a person stands
 *
 * Returns: (transfer none): the colour of the answer's icon, for
 *   [func@style_colour], and with "pln-" before it a style class
 */
const char *
pln_standing_colour (int standing)
{
  switch (standing)
    {
    case PLN_ANSWER_ACCEPTED:
      return "good";
    case PLN_ANSWER_TENTATIVE:
      return "warning";
    case PLN_ANSWER_DECLINED:
      return "error";
    case PLN_STANDING_WAITING:
      return "purple";
    default:
      return "dim";
    }
}

/**
 * pln_standing_count:
 * @gathering: a gathering
 * @standing: where a person stands
 *
 * Returns: how many stand there
 */
guint
pln_standing_count (PlnGathering *gathering,
                    int           standing)
{
  return standing == PLN_STANDING_WAITING
         ? pln_gathering_get_n_waiting (gathering)
         : pln_gathering_get_n_answers (gathering, standing);
}

/**
 * pln_role_word:
 * @role: a role at a gathering
 *
 * Returns: (transfer none): the word for it
 */
const char *
pln_role_word (PlnRole role)
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

/**
 * pln_mode_word:
 * @mode: how somebody takes part
 *
 * Returns: (transfer none): the word for it
 */
const char *
pln_mode_word (PlnMode mode)
{
  switch (mode)
    {
    case PLN_MODE_IN_PERSON:
      return _("In person");
    case PLN_MODE_ONLINE:
      return _("Online");
    case PLN_MODE_UNKNOWN:
    default:
      return _("Not known");
    }
}

/**
 * pln_networks_words:
 * @networks: (array zero-terminated=1): names of networks
 *
 * Returns: (transfer full): "LISNPN, Twitter and CDG"
 */
char *
pln_networks_words (const char *const *networks)
{
  guint n = g_strv_length ((char **) networks);
  g_autofree char *all = NULL;

  if (n == 0)
    return g_strdup (_("No network known"));
  if (n == 1)
    return pln_str_one_line (networks[0]);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *before = g_steal_pointer (&all);

      /* Translators: joins names, as in “LISNPN, Twitter and CDG” */
      all = before != NULL ? g_strjoin (_(", "), before, networks[i], NULL) : g_strdup (networks[i]);
    }
  {
    /* Translators: the last of several names, as in “LISNPN, Twitter and CDG” */
    g_autofree char *words = g_strdup_printf (_("%s and %s"), all, networks[n - 1]);

    return pln_str_one_line (words);
  }
}

/* The first letter of a word, in upper case. */
static void
append_initial (GString    *initials,
                const char *word)
{
  for (; *word != '\0' && *word != ' '; word = g_utf8_next_char (word))
    {
      gunichar c = g_utf8_get_char (word);

      if (g_unichar_isalnum (c))
        {
          g_string_append_unichar (initials, g_unichar_toupper (c));
          return;
        }
    }
}

/**
 * pln_person_initials:
 * @name: a name, or an address
 *
 * Returns: (transfer full): at most two letters, of the first and the last
 *   word: "CL" for Cosima Larkspur; may be empty
 */
char *
pln_person_initials (const char *name)
{
  g_autofree char *line = pln_str_one_line (name);
  const char *space = strrchr (line, ' ');
  GString *initials = g_string_new (NULL);

  append_initial (initials, line);
  if (space != NULL)
    append_initial (initials, space + 1);

  return g_string_free (initials, FALSE);
}

/**
 * pln_person_summary:
 * @attendee: an attendee
 *
 * Says who a row shows, for those who hear it: name, answer, role, networks,
 * organisation.
 *
 * Returns: (transfer full): a phrase
 */
char *
pln_person_summary (PlnAttendee *attendee)
{
  const char *const *networks = pln_attendee_get_networks (attendee);
  PlnRole role = pln_attendee_get_role (attendee);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *all = NULL;

  g_strv_builder_add (builder, pln_attendee_get_display_name (attendee));
  g_strv_builder_add (builder, pln_standing_word (pln_standing_of (attendee)));
  if (role != PLN_ROLE_ATTENDEE)
    g_strv_builder_add (builder, pln_role_word (role));
  if (pln_attendee_get_first_time (attendee))
    g_strv_builder_add (builder, _("first time"));
  if (networks[0] != NULL)
    {
      g_autofree char *words = pln_networks_words (networks);

      g_strv_builder_add (builder, words);
    }
  if (*pln_attendee_get_organisation (attendee) != '\0')
    g_strv_builder_add (builder, pln_attendee_get_organisation (attendee));

  parts = g_strv_builder_end (builder);
  /* Translators: joins what is said of a person, as in “Ada Fennimore, Going, Speaker” */
  all = g_strjoinv (_(", "), parts);

  return pln_str_one_line (all);
}

/**
 * pln_person_answer_source:
 * @attendee: an attendee
 * @own_name: the name of who sits in front of the screen, or ""
 *
 * Says where the answer comes from: "Set by you, 4 July", "Own answer",
 * "Invited, no answer yet".
 *
 * Returns: (transfer full): a phrase
 */
char *
pln_person_answer_source (PlnAttendee *attendee,
                          const char  *own_name)
{
  GDateTime *at = pln_attendee_get_said_at (attendee);
  g_autofree char *by = pln_str_one_line (pln_attendee_get_said_by (attendee));
  g_autofree char *date = NULL;

  if (at != NULL)
    {
      g_autoptr(GDateTime) here = g_date_time_to_local (at);

      /* Translators: a date without the year, as “4 July”; see strftime */
      date = g_date_time_format (here, _("%-e %B"));
    }

  /* There is a time where an organiser said so; a name only where that one had
   * told it. */
  if (g_str_equal (by, own_name) && (date != NULL || *by != '\0'))
    return date != NULL ? g_strdup_printf (_("Set by you, %s"), date) : g_strdup (_("Set by you"));
  if (*by != '\0')
    return date != NULL ? g_strdup_printf (_("Set by %s, %s"), by, date) : g_strdup_printf (_("Set by %s"), by);
  if (date != NULL)
    return g_strdup_printf (_("Set by an organiser, %s"), date);
  if (pln_attendee_get_answer (attendee) == PLN_ANSWER_NEEDS_ACTION)
    return g_strdup (pln_attendee_get_told (attendee) ? _("Invited, no answer yet") : _("Not invited yet"));

  return g_strdup (_("Own answer"));
}

/**
 * pln_going_words:
 * @gathering: a gathering
 *
 * Returns: (transfer full): "86 going"
 */
char *
pln_going_words (PlnGathering *gathering)
{
  guint n = pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED);

  return g_strdup_printf (ngettext ("%u going", "%u going", n), n);
}

/**
 * pln_places_words:
 * @gathering: a gathering
 *
 * Says how many more can come: "14 of 100 places free", "7 waiting" when it is
 * full.
 *
 * Returns: (transfer full): a phrase; empty if there is no limit and nobody
 *   waits
 */
char *
pln_places_words (PlnGathering *gathering)
{
  guint going = pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED);
  guint waiting = pln_gathering_get_n_waiting (gathering);
  guint capacity = pln_gathering_get_capacity (gathering);

  if (capacity > going)
    return g_strdup_printf (ngettext ("%u of %u place free", "%u of %u places free", capacity),
                            capacity - going, capacity);
  if (capacity > 0 && going > capacity)
    return g_strdup_printf (ngettext ("%u more than there are places", "%u more than there are places", going - capacity),
                            going - capacity);
  if (waiting > 0)
    return g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting);
  if (capacity > 0)
    return g_strdup (_("all places taken"));

  return g_strdup ("");
}
