/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-track.h"

#include "pln-str.h"

#include <string.h>

/* The usual colours of tracks; a word that the folded name holds. */
static const struct
{
  const char *word;
  const char *colour;
} usual[] = {
  { "breakout", "purple" }, { "keynote", "blue" },      { "plenary", "blue" },    { "short talk", "orange" },
  { "lightning", "orange" }, { "practice", "green" },   { "method", "teal" },
};

/* What is left for the others. */
static const char *const others[] = { "gold", "red", "brown", "green", "teal", "orange" };

/**
 * pln_track_colour:
 * @track: the name of a track, or ""
 *
 * Finds the own colour of a track: the usual one of the kinds that every
 * conference has, else one that is always the same for the same name.
 *
 * Returns: (transfer none): a name for [func@style_colour]; slate without a
 *   track
 */
const char *
pln_track_colour (const char *track)
{
  g_autofree char *folded = pln_str_fold (track);

  g_strstrip (folded);
  if (*folded == '\0')
    return "slate";

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (strstr (folded, usual[i].word) != NULL)
      return usual[i].colour;

  return others[g_str_hash (folded) % G_N_ELEMENTS (others)];
}

/**
 * pln_track_person_name:
 * @person: “Ivo Larch”, “Ivo Larch <ivo@larch.example>”, or an address alone
 *
 * Returns: (transfer full): the name without the address, in one line
 */
char *
pln_track_person_name (const char *person)
{
  const char *address = strchr (person, '<');
  g_autofree char *part = address != NULL && address != person ? g_strndup (person, (gsize) (address - person))
                                                               : g_strdup (person);

  return pln_str_one_line (part);
}

/**
 * pln_track_speakers:
 * @session: a session
 *
 * Returns: (transfer full): the names of the speakers, without addresses:
 *   “Ivo Larch, Hana Ashdown”; "" if there are none
 */
char *
pln_track_speakers (PlnSession *session)
{
  const char *const *speakers = pln_session_get_speakers (session);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; speakers[i] != NULL; i++)
    {
      g_autofree char *name = pln_track_person_name (speakers[i]);

      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}
