/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli-mix.h"

#include "pln-quality-words.h"
#include "pln-round-words.h"

#include <glib/gi18n.h>

static const char *const grades[] = {
  [PLN_QUALITY_NONE] = "none",
  [PLN_QUALITY_GOOD] = "good",
  [PLN_QUALITY_BEST] = "best",
  [PLN_QUALITY_BROKEN] = "broken",
};

/* --- as JSON --- */

static void
write_quality (PlnJson      *json,
               PlnQuality   *quality,
               PlnGathering *gathering)
{
  g_auto(GStrv) sentences = pln_quality_words (quality);

  pln_json_text (json, "grade", grades[quality->grade]);
  pln_json_text (json, "title", pln_quality_title (quality));
  pln_json_texts (json, "sentences", (const char *const *) sentences);
  pln_json_open (json, "exceptions", '[');
  for (guint i = 0; i < quality->flaws->len; i++)
    {
      g_autofree char *words = pln_quality_words_flaw (g_ptr_array_index (quality->flaws, i), gathering);

      pln_json_text (json, NULL, words);
    }
  pln_json_close (json);
  pln_json_open (json, "quality", '{');
  pln_json_number (json, "people", quality->n_people);
  pln_json_number (json, "rounds", quality->n_rounds);
  pln_json_number (json, "met_least", quality->met_min);
  pln_json_number (json, "met_most", quality->met_max);
  pln_json_number (json, "met_possible", quality->met_most);
  pln_json_number (json, "pairs_again", quality->n_again);
  pln_json_number (json, "pairs_before", quality->n_before);
  pln_json_number (json, "sectors_least", quality->sectors);
  pln_json_number (json, "networks_least", quality->networks);
  pln_json_close (json);
}

static void
write_told (PlnJson   *json,
            PlnMixing *mixing)
{
  GPtrArray *tell = pln_mixing_get_tell (mixing);

  pln_json_open (json, "tell", '[');
  for (guint i = 0; i < tell->len; i++)
    {
      const PlnTell *one = g_ptr_array_index (tell, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (pln_mixing_get_gathering (mixing), one->person);

      pln_json_open (json, NULL, '{');
      pln_json_text (json, "id", one->person);
      pln_json_text (json, "name", attendee != NULL ? pln_attendee_get_display_name (attendee) : "");
      pln_json_text (json, "round", one->round);
      pln_json_text (json, "from", one->from);
      pln_json_text (json, "to", one->to);
      pln_json_text (json, "role", pln_group_role_store (one->role));
      pln_json_close (json);
    }
  pln_json_close (json);
}

/* --- in words --- */

static void
say_quality (PlnQuality   *quality,
             PlnGathering *gathering)
{
  g_auto(GStrv) sentences = pln_quality_words (quality);

  pln_cli_say ("%s\n", pln_quality_title (quality));
  for (guint i = 0; sentences[i] != NULL; i++)
    pln_cli_say ("%s%s", i > 0 ? " " : "", sentences[i]);
  pln_cli_say ("\n");
  for (guint i = 0; i < quality->flaws->len; i++)
    {
      g_autofree char *words = pln_quality_words_flaw (g_ptr_array_index (quality->flaws, i), gathering);

      pln_cli_say ("  %s\n", words);
    }
}

static void
say_told (PlnMixing *mixing)
{
  PlnGathering *gathering = pln_mixing_get_gathering (mixing);
  GPtrArray *tell = pln_mixing_get_tell (mixing);

  guint n = pln_mixing_count_people (mixing);

  pln_cli_say (ngettext ("%u place changed.\n", "%u places changed.\n", n), n);
  for (guint i = 0; i < tell->len; i++)
    {
      const PlnTell *one = g_ptr_array_index (tell, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, one->person);
      PlnRound *round = pln_gathering_find_round (gathering, one->round);
      PlnGroup *group = *one->to != '\0' ? pln_gathering_find_group (gathering, one->to) : NULL;
      const char *name = attendee != NULL ? pln_attendee_get_display_name (attendee) : one->person;
      const char *title = round != NULL ? pln_round_get_title (round) : "";

      if (group != NULL && one->stays)
        /* Translators: the title of a round, who, a role, and the number of the group. */
        pln_cli_say (_("  %s: %s is now %s of group %u.\n"), title, name, pln_group_role_word (one->role),
                     pln_group_get_number (group));
      else if (group != NULL)
        /* Translators: the title of a round, who, and the number of the group. */
        pln_cli_say (_("  %s: %s is in group %u.\n"), title, name, pln_group_get_number (group));
      else
        pln_cli_say (_("  %s: %s has no place any more.\n"), title, name);
    }
}

/* --- both --- */

static PlnMixing *
wait_and_use (PlnCli     *cli,
              PlnMixing  *looking,
              GError    **error)
{
  g_autoptr(PlnMixing) mixing = looking;
  g_autoptr(GAsyncResult) result = NULL;

  while (pln_mixing_get_state (mixing) == PLN_MIXING_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  if (pln_mixing_get_state (mixing) == PLN_MIXING_FAILED)
    {
      g_set_error_literal (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOBODY, pln_mixing_get_message (mixing));
      return NULL;
    }

  pln_core_use_mix_async (cli->core, mixing, NULL, pln_cli_got_cb, &result);
  if (!pln_core_use_mix_finish (cli->core, pln_cli_wait (&result), error))
    return NULL;

  return g_steal_pointer (&mixing);
}

static int
report (PlnCli     *cli,
        const char *key,
        PlnMixing  *mixing,
        gboolean    says_told)
{
  PlnGathering *gathering = pln_mixing_get_gathering (mixing);
  PlnQuality *quality = pln_mixing_get_quality (mixing);
  PlnJson *json;

  if (!cli->json)
    {
      say_quality (quality, gathering);
      if (says_told)
        say_told (mixing);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, key, '{');
  pln_json_text (json, "uid", pln_gathering_get_uid (gathering));
  pln_json_number (json, "seed", (gint64) pln_mixing_get_seed (mixing));
  write_quality (json, quality, gathering);
  write_told (json, mixing);

  return pln_cli_answer (json);
}

/**
 * pln_cli_mix_people:
 * @cli: the call, with the library open
 * @wish: what was said
 *
 * Mixes the people of a gathering and takes the plan.
 *
 * Returns: what the program ends with
 */
int
pln_cli_mix_people (PlnCli              *cli,
                    const PlnCliMixWish *wish)
{
  GError *error = NULL;
  g_autoptr(PlnGathering) gathering = pln_cli_open_gathering (cli, wish->gathering, &error);
  g_autoptr(PlnMixingSettings) settings = NULL;
  g_autoptr(PlnMixing) mixing = NULL;

  if (gathering == NULL)
    return pln_cli_fail (cli, error);

  settings = pln_core_draft_mix (cli->core, gathering);
  if (wish->rounds > 0)
    pln_mixing_settings_set_rounds (settings, (guint) wish->rounds);
  if (wish->size > 0)
    pln_mixing_settings_set_size (settings, (guint) wish->size);
  if (wish->who != NULL)
    pln_mixing_settings_set_who (settings, g_str_equal (wish->who, "here") ? PLN_MIXING_WHO_HERE
                                                                            : PLN_MIXING_WHO_GOING);
  mixing = wait_and_use (cli, pln_core_mix_people (cli->core, gathering, settings, (guint64) wish->seed,
                                                   (guint64) wish->steps, wish->seconds), &error);

  return mixing != NULL ? report (cli, "mix", mixing, FALSE) : pln_cli_fail (cli, error);
}

/**
 * pln_cli_mend_people:
 * @cli: the call, with the library open
 * @uid: the gathering
 *
 * Mends the plan of a gathering and tells who must be told.
 *
 * Returns: what the program ends with
 */
int
pln_cli_mend_people (PlnCli     *cli,
                     const char *uid)
{
  GError *error = NULL;
  g_autoptr(PlnGathering) gathering = pln_cli_open_gathering (cli, uid, &error);
  g_autoptr(PlnMixing) mixing = NULL;

  if (gathering == NULL)
    return pln_cli_fail (cli, error);
  mixing = wait_and_use (cli, pln_core_mend_people (cli->core, gathering), &error);

  return mixing != NULL ? report (cli, "mend", mixing, TRUE) : pln_cli_fail (cli, error);
}
