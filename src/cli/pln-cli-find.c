/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"

#include <glib/gi18n.h>

/**
 * pln_cli_open_needed:
 * @cli: the call
 * @uid: (nullable): what --gathering said
 * @code: (out): what to end with, if there is none
 *
 * Returns: (transfer full): the gathering, loaded; or %NULL after what is wrong
 *   was said
 */
PlnGathering *
pln_cli_open_needed (PlnCli     *cli,
                     const char *uid,
                     int        *code)
{
  PlnGathering *gathering;
  GError *error = NULL;

  if (uid == NULL)
    {
      *code = pln_cli_misuse (cli, "usage", _("Say of which gathering: --gathering UID."));
      return NULL;
    }

  gathering = pln_cli_open_gathering (cli, uid, &error);
  if (gathering == NULL)
    *code = pln_cli_fail (cli, error);

  return gathering;
}

/**
 * pln_cli_find_with:
 * @cli: the call
 * @uid: (nullable): what --gathering said
 * @has: whether a gathering has what is looked for
 * @what: the UID of that
 * @error: (nullable): return location for an error
 *
 * Returns: (transfer full): the gathering given, else the first that has it,
 *   loaded; %NULL if there is none, without an error if none has it
 */
PlnGathering *
pln_cli_find_with (PlnCli      *cli,
                   const char  *uid,
                   gboolean   (*has) (PlnGathering *gathering, const char *what),
                   const char  *what,
                   GError     **error)
{
  GListModel *gatherings = pln_core_get_gatherings (cli->core);

  if (uid != NULL)
    return pln_cli_open_gathering (cli, uid, error);

  for (guint i = 0; i < g_list_model_get_n_items (gatherings); i++)
    {
      g_autoptr(PlnGathering) listed = g_list_model_get_item (gatherings, i);
      g_autoptr(PlnGathering) gathering = pln_cli_open_gathering (cli, pln_gathering_get_uid (listed), error);

      if (gathering == NULL || has (gathering, what))
        return g_steal_pointer (&gathering);
    }

  return NULL;
}

/**
 * pln_cli_find_round:
 * @gathering: a gathering that is loaded
 * @text: the UID of a round, or its number
 * @error: return location for an error
 *
 * Returns: (transfer none): the round; or %NULL
 */
PlnRound *
pln_cli_find_round (PlnGathering  *gathering,
                    const char    *text,
                    GError       **error)
{
  PlnRound *found = pln_gathering_find_round (gathering, text);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint number = 0;

  if (found == NULL && pln_cli_read_count (text, &number))
    for (guint i = 0; i < g_list_model_get_n_items (rounds) && found == NULL; i++)
      {
        g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

        if (pln_round_get_number (round) == number)
          found = round; /* the list keeps it */
      }
  if (found == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no round “%s” in “%s”. See which there are with “plenaryctl rounds”."),
                 text, pln_gathering_get_title (gathering));

  return found;
}

/**
 * pln_cli_find_group:
 * @gathering: a gathering that is loaded
 * @round: (nullable): the round it is to be in
 * @text: the UID of a group or, if there is a @round, its number
 * @error: return location for an error
 *
 * Returns: (transfer none): the group; or %NULL
 */
PlnGroup *
pln_cli_find_group (PlnGathering  *gathering,
                    PlnRound      *round,
                    const char    *text,
                    GError       **error)
{
  PlnGroup *found = round != NULL ? pln_round_find_group (round, text) : pln_gathering_find_group (gathering, text);
  GListModel *groups = round != NULL ? pln_round_get_groups (round) : NULL;
  guint number = 0;

  if (found == NULL && groups != NULL && pln_cli_read_count (text, &number))
    for (guint i = 0; i < g_list_model_get_n_items (groups) && found == NULL; i++)
      {
        g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

        if (pln_group_get_number (group) == number)
          found = group; /* the list keeps it */
      }
  if (found == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no group “%s”. See which there are with “plenaryctl groups”."), text);

  return found;
}
