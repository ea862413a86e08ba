/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-round-words.h"

#include "pln-str.h"

#include <glib/gi18n.h>

static const char *const role_words[PLN_N_GROUP_ROLES] = {
  [PLN_GROUP_ROLE_NONE]        = "",
  [PLN_GROUP_ROLE_FACILITATOR] = N_("Facilitator"),
  [PLN_GROUP_ROLE_NOTE_TAKER]  = N_("Note-taker"),
  [PLN_GROUP_ROLE_TIMEKEEPER]  = N_("Timekeeper"),
  [PLN_GROUP_ROLE_REPORTER]    = N_("Reporter"),
  [PLN_GROUP_ROLE_BUDDY]       = N_("Buddy"),
};

/**
 * pln_group_role_word:
 * @role: a role in a group
 *
 * Returns: its word, as "Note-taker"; "" for none
 */
const char *
pln_group_role_word (PlnGroupRole role)
{
  g_return_val_if_fail (role < PLN_N_GROUP_ROLES, "");

  return role == PLN_GROUP_ROLE_NONE ? "" : _(role_words[role]);
}

/**
 * pln_round_name:
 * @round: a round
 *
 * Returns: (transfer full): "Round 2", or its title if it has one
 */
char *
pln_round_name (PlnRound *round)
{
  g_return_val_if_fail (PLN_IS_ROUND (round), NULL);

  if (pln_round_get_number (round) > 0)
    return g_strdup_printf (_("Round %u"), pln_round_get_number (round));

  return pln_str_one_line (*pln_round_get_title (round) != '\0' ? pln_round_get_title (round) : _("Round"));
}

/**
 * pln_group_name:
 * @group: a group
 *
 * Returns: (transfer full): "Group 7", or its topic if it has no number
 */
char *
pln_group_name (PlnGroup *group)
{
  g_return_val_if_fail (PLN_IS_GROUP (group), NULL);

  if (pln_group_get_number (group) > 0)
    return g_strdup_printf (_("Group %u"), pln_group_get_number (group));

  return pln_str_one_line (*pln_group_get_topic (group) != '\0' ? pln_group_get_topic (group) : _("Group"));
}
