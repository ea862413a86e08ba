/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-face.h"

#include "pln-session-words.h"
#include "pln-str.h"
#include "pln-track.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

struct _PlnProgrammeClashes
{
  GPtrArray  *all;        /* of PlnClash, by time */
  GHashTable *by_session; /* PlnSession → the first PlnClash of it, both borrowed */
};

/**
 * pln_programme_clashes_new:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer full): what clashes in its programme now
 */
PlnProgrammeClashes *
pln_programme_clashes_new (PlnGathering *gathering)
{
  PlnProgrammeClashes *clashes = g_new0 (PlnProgrammeClashes, 1);

  clashes->all = pln_clashes_find (gathering);
  clashes->by_session = g_hash_table_new (NULL, NULL);
  for (guint i = clashes->all->len; i > 0; i--)
    {
      PlnClash *clash = g_ptr_array_index (clashes->all, i - 1);

      g_hash_table_insert (clashes->by_session, clash->one, clash);
      if (clash->two != NULL)
        g_hash_table_insert (clashes->by_session, clash->two, clash);
    }

  return clashes;
}

/**
 * pln_programme_clashes_free:
 * @clashes: (transfer full): clashes
 */
void
pln_programme_clashes_free (PlnProgrammeClashes *clashes)
{
  g_hash_table_unref (clashes->by_session);
  g_ptr_array_unref (clashes->all);
  g_free (clashes);
}

/**
 * pln_programme_clashes_count:
 * @clashes: clashes
 *
 * Returns: how many there are
 */
guint
pln_programme_clashes_count (PlnProgrammeClashes *clashes)
{
  return clashes->all->len;
}

/**
 * pln_programme_clashes_get:
 * @clashes: clashes
 * @position: which one
 *
 * Returns: (transfer none): the clash
 */
PlnClash *
pln_programme_clashes_get (PlnProgrammeClashes *clashes,
                           guint                position)
{
  return g_ptr_array_index (clashes->all, position);
}

/**
 * pln_programme_clashes_words:
 * @clashes: (nullable): clashes
 * @session: a session
 *
 * Returns: (transfer full) (nullable): why it clashes, as in
 *   [func@clash_words]; %NULL if it does not
 */
char *
pln_programme_clashes_words (PlnProgrammeClashes *clashes,
                             PlnSession          *session)
{
  PlnClash *clash = clashes != NULL ? g_hash_table_lookup (clashes->by_session, session) : NULL;

  return clash != NULL ? pln_clash_words (clash, session) : NULL;
}

static void
append_part (GString    *parts,
             const char *separator,
             const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (*line != '\0')
    g_string_append_printf (parts, "%s%s", parts->len > 0 ? separator : "", line);
}

/* What is wide has its time and place on one line; what is not, who speaks,
 * then when, then the track: nothing is told by colour alone. */
static char *
meta_of (PlnSession *session,
         const char *times,
         gboolean    with_place)
{
  g_autofree char *speakers = pln_track_speakers (session);
  GString *parts = g_string_new (NULL);

  if (with_place)
    {
      append_part (parts, " · ", times);
      append_part (parts, " · ", pln_session_get_room (session));
      append_part (parts, " · ", speakers);
    }
  else
    {
      append_part (parts, "\n", speakers);
      append_part (parts, "\n", times);
    }
  if (!pln_session_get_is_break (session))
    append_part (parts, with_place ? " · " : "\n", pln_session_get_track (session));

  return g_string_free (parts, FALSE);
}

static char *
words_of (PlnSession *session,
          const char *title)
{
  g_autofree char *words = pln_session_words_chip (session, title);
  GDateTime *start = pln_session_get_start (session);
  gboolean on_now = FALSE;

  if (start != NULL && !pln_session_get_all_day (session))
    g_free (pln_session_words_state (start, pln_session_get_end (session), &on_now));

  /* Translators: the name of a session for a screen reader. */
  return on_now ? g_strdup_printf (_("%s, on now"), words) : g_steal_pointer (&words);
}

/**
 * pln_programme_face_show:
 * @chip: a chip
 * @gathering: whose programme it is
 * @session: what it is to show
 * @clashes: (nullable): what clashes
 * @with_place: whether the place is not clear from where the chip stands
 *
 * Gives a chip of a programme its face.
 */
void
pln_programme_face_show (PlnChip             *chip,
                         PlnGathering        *gathering,
                         PlnSession          *session,
                         PlnProgrammeClashes *clashes,
                         gboolean             with_place)
{
  GDateTime *start = pln_session_get_start (session);
  gboolean has_time = start != NULL && !pln_session_get_all_day (session);
  g_autofree char *title = pln_str_one_line (pln_session_get_title (session));
  g_autofree char *times = has_time ? pln_when_words_times (start, pln_session_get_end (session)) : g_strdup ("");
  g_autofree char *brief = has_time ? pln_when_words_time (start) : NULL;
  g_autofree char *meta = meta_of (session, times, with_place);
  g_autofree char *words = words_of (session, *title != '\0' ? title : _("Without a title"));
  g_autofree char *clash = pln_programme_clashes_words (clashes, session);
  g_autofree char *tooltip = NULL;
  PlnChipFlags flags = PLN_CHIP_PLAIN;

  if (clash != NULL)
    flags |= PLN_CHIP_CLASH;
  if (pln_gathering_session_is_draft (gathering, session))
    flags |= PLN_CHIP_DRAFT;
  if (pln_session_get_status (session) == PLN_SESSION_CANCELLED)
    flags |= PLN_CHIP_DONE;
  tooltip = clash != NULL ? g_strdup_printf ("%s\n%s", words, clash) : g_strdup (words);

  pln_chip_set_face (chip, &(PlnChipFace) {
    .title = title, .meta = meta, .brief = brief, .colour = pln_track_colour (pln_session_get_track (session)),
    .style = pln_session_get_is_break (session) ? PLN_CHIP_BREAK : PLN_CHIP_TINT,
    .flags = flags, .words = words, .clash = clash, .tooltip = tooltip,
  });
}
