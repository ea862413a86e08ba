/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-words.h"

#include <glib/gi18n.h>

static const char *
name_of (PlnGathering *gathering,
         const char   *id)
{
  PlnAttendee *attendee = *id != '\0' ? pln_gathering_find_attendee (gathering, id) : NULL;

  return attendee != NULL ? pln_attendee_get_display_name (attendee) : _("Somebody who was removed");
}

static const char *
title_of (PlnGathering *gathering,
          const char   *uid)
{
  PlnRound *round = *uid != '\0' ? pln_gathering_find_round (gathering, uid) : NULL;

  return round != NULL ? pln_round_get_title (round) : _("New round");
}

static guint
number_of (PlnGathering *gathering,
           const char   *uid)
{
  PlnGroup *group = *uid != '\0' ? pln_gathering_find_group (gathering, uid) : NULL;

  return group != NULL ? pln_group_get_number (group) : 0;
}

static char *
describe_role (const PlnFlaw *flaw,
               const char    *round,
               guint          number)
{
  switch (flaw->role)
    {
    case PLN_GROUP_ROLE_FACILITATOR:
      return g_strdup_printf (_("%s: group %u has no facilitator."), round, number);
    case PLN_GROUP_ROLE_NOTE_TAKER:
      return g_strdup_printf (_("%s: group %u has no note-taker."), round, number);
    case PLN_GROUP_ROLE_TIMEKEEPER:
      return g_strdup_printf (_("%s: group %u has no timekeeper."), round, number);
    case PLN_GROUP_ROLE_REPORTER:
      return g_strdup_printf (_("%s: group %u has no reporter."), round, number);
    case PLN_GROUP_ROLE_BUDDY:
    case PLN_GROUP_ROLE_NONE:
    case PLN_N_GROUP_ROLES:
    default:
      return g_strdup_printf (_("%s: group %u has no buddy."), round, number);
    }
}

static char *
describe_group (const PlnFlaw *flaw,
                const char    *round,
                guint          number)
{
  switch ((guint) flaw->kind)
    {
    case PLN_FLAW_TOO_FULL:
      /* Translators: the title of a round, its group, and how many chairs are missing. */
      return g_strdup_printf (ngettext ("%s: group %u lacks %u chair.", "%s: group %u lacks %u chairs.", flaw->n),
                              round, number, flaw->n);
    case PLN_FLAW_NO_ROOM:
      return g_strdup_printf (_("%s: the room of group %u is gone."), round, number);
    case PLN_FLAW_NO_ROLE:
      return describe_role (flaw, round, number);
    case PLN_FLAW_ALIKE:
      return g_strdup_printf (_("%s: group %u has one sector only."), round, number);
    default:
      /* Translators: the title of a round, its group, how many people, and of which organisation. */
      return g_strdup_printf (ngettext ("%s: in group %u sits %u person of %s.",
                                        "%s: in group %u sit %u people of %s.", flaw->n),
                              round, number, flaw->n, flaw->text);
    }
}

/**
 * pln_quality_words_flaw:
 * @flaw: an exception
 * @gathering: the gathering, which knows the names
 *
 * Returns: (transfer full): what is not as it could be, by name, in one
 *   sentence; of a rule that is broken also why
 */
char *
pln_quality_words_flaw (const PlnFlaw *flaw,
                        PlnGathering  *gathering)
{
  const char *person = name_of (gathering, flaw->person);
  const char *other = name_of (gathering, flaw->other);
  const char *round = title_of (gathering, flaw->round);
  guint number = number_of (gathering, flaw->group);

  switch (flaw->kind)
    {
    case PLN_FLAW_RULE:
      return g_strdup (flaw->text);
    case PLN_FLAW_NOT_PLACED:
      /* Translators: the title of a round, and who. */
      return g_strdup_printf (_("%s: %s has no place."), round, person);
    case PLN_FLAW_NOT_HERE:
      /* Translators: the title of a round, who, and the group. */
      return g_strdup_printf (_("%s: %s has a place in group %u and is not here."), round, person, number);
    case PLN_FLAW_AGAIN:
      return flaw->n == 2 ? g_strdup_printf (_("%s and %s meet twice."), person, other)
        : g_strdup_printf (ngettext ("%s and %s meet %u time.", "%s and %s meet %u times.", flaw->n), person, other,
                           flaw->n);
    case PLN_FLAW_MET_BEFORE:
      return g_strdup_printf (_("%s and %s met at an earlier gathering."), person, other);
    case PLN_FLAW_NOBODY_FROM:
      /* Translators: who, a sector, and how many people are from there. */
      return g_strdup_printf (ngettext ("%s meets nobody from %s, where %u person is from.",
                                        "%s meets nobody from %s, where %u people are from.", flaw->n),
                              person, flaw->text, flaw->n);
    case PLN_FLAW_TOO_FULL:
    case PLN_FLAW_NO_ROOM:
    case PLN_FLAW_NO_ROLE:
    case PLN_FLAW_ALIKE:
    case PLN_FLAW_COLLEAGUES:
    case PLN_N_FLAW_KINDS:
    default:
      return describe_group (flaw, round, number);
    }
}
