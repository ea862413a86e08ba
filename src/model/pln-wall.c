/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall.h"

#include "pln-door.h"
#include "pln-round-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define FOUND 50 /* people who fit what was typed, at most */

/**
 * pln_wall_grid:
 * @n_groups: how many groups are on a page
 * @columns: (out): how many stand side by side
 * @rows: (out): how many rows there are
 *
 * Arranges groups on a wide screen: 12 as 4 × 3.
 */
void
pln_wall_grid (guint  n_groups,
               guint *columns,
               guint *rows)
{
  *columns = n_groups <= 3 ? MAX (n_groups, 1) : n_groups <= 4 ? 2 : n_groups <= 9 ? 3 : n_groups <= 16 ? 4 : 5;
  *rows = MAX (1, (n_groups + *columns - 1) / *columns);
}

/**
 * pln_wall_n_pages:
 * @n_groups: how many groups there are
 *
 * Returns: on how many pages they stand; one at least
 */
guint
pln_wall_n_pages (guint n_groups)
{
  return MAX (1, (n_groups + PLN_WALL_A_PAGE - 1) / PLN_WALL_A_PAGE);
}

/**
 * pln_wall_choose:
 * @gathering: a gathering that is loaded
 * @now: the moment
 *
 * Returns: which of its rounds to show: the one that is on or comes next, or
 *   the last
 */
guint
pln_wall_choose (PlnGathering *gathering,
                 GDateTime    *now)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n = g_list_model_get_n_items (rounds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GDateTime *end = pln_round_get_end (round);

      if (end != NULL && g_date_time_compare (end, now) > 0)
        return i;
    }

  return n > 0 ? n - 1 : 0;
}

/* “Cosima” of “Cosima Larkspur” and of “Larkspur, Cosima”, with as many letters
 * of the other words as are asked for. */
static char *
short_name (const char *name,
            guint       n_letters)
{
  const char *comma = strchr (name, ',');
  g_autofree char *turned = comma != NULL ? g_strdup_printf ("%s %.*s", comma + 1, (int) (comma - name), name) : g_strdup (name);
  g_auto(GStrv) words = g_strsplit (g_strstrip (turned), " ", 2);
  g_autofree char *rest = words[0] != NULL && words[1] != NULL ? g_strstrip (g_strdup (words[1])) : g_strdup ("");
  const char *last = strrchr (rest, ' ') != NULL ? strrchr (rest, ' ') + 1 : rest;

  if (words[0] == NULL)
    return g_strdup ("");
  if (n_letters == 0 || *last == '\0')
    return g_strdup (words[0]);
  if (g_utf8_strlen (last, -1) <= n_letters)
    return g_strdup_printf ("%s %s", words[0], last);

  return g_strdup_printf ("%s %.*s.", words[0], (int) (g_utf8_offset_to_pointer (last, n_letters) - last), last);
}

#define LEVELS 4 /* how many letters of the last name, at most, and none */

/* Which short names stand for people with different full names: for each level
 * a table from the short name to the full one, or to "" if there are several. */
static void
note_short_names (GHashTable  *tables[LEVELS],
                  PlnAttendee *attendee)
{
  g_autofree char *name = pln_str_one_line (pln_attendee_get_name (attendee));

  for (guint i = 0; i < LEVELS && *name != '\0'; i++)
    {
      char *shown = short_name (name, i);
      const char *known = g_hash_table_lookup (tables[i], shown);

      if (known == NULL || !g_str_equal (known, name))
        g_hash_table_insert (tables[i], shown, g_strdup (known == NULL ? name : ""));
      else
        g_free (shown);
    }
}

/* The first name, and no more letters of the last than tell people apart. */
static char *
first_name (GHashTable *tables[LEVELS],
            const char *name)
{
  for (guint i = 0; i < LEVELS - 1; i++)
    {
      g_autofree char *shown = short_name (name, i);

      if (g_str_equal (g_hash_table_lookup (tables[i], shown), name))
        return g_steal_pointer (&shown);
    }

  return short_name (name, LEVELS - 1);
}

/**
 * pln_wall_names:
 * @gathering: a gathering that is loaded
 * @in_full: whether all agreed to be shown by their full names
 *
 * Returns: (transfer full) (element-type utf8 utf8): how to call everybody, by
 *   their ids: by the name, or by the first name with as few letters of the
 *   last as tell people apart. Never by an address
 */
GHashTable *
pln_wall_names (PlnGathering *gathering,
                gboolean      in_full)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *tables[LEVELS];

  for (guint i = 0; i < LEVELS; i++)
    tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n && !in_full; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      note_short_names (tables, attendee);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      g_autofree char *name = pln_str_one_line (pln_attendee_get_name (attendee));

      g_hash_table_insert (names, g_strdup (pln_attendee_get_id (attendee)),
                           *name == '\0' ? g_strdup (_("Guest")) : in_full ? g_strdup (name) : first_name (tables, name));
    }
  for (guint i = 0; i < LEVELS; i++)
    g_hash_table_unref (tables[i]);

  return names;
}

/**
 * pln_wall_find:
 * @gathering: a gathering that is loaded
 * @round: one of its rounds
 * @text: what somebody typed of their name
 *
 * Returns: (transfer container) (element-type PlnAttendee): who of those that
 *   sit in the round may be meant
 */
GPtrArray *
pln_wall_find (PlnGathering *gathering,
               PlnRound     *round,
               const char   *text)
{
  GPtrArray *found = pln_door_find (gathering, text, FOUND);

  for (guint i = found->len; i > 0; i--)
    {
      PlnAttendee *attendee = g_ptr_array_index (found, i - 1);

      if (pln_round_find_person (round, pln_attendee_get_id (attendee)) == NULL || *pln_attendee_get_name (attendee) == '\0')
        g_ptr_array_remove_index (found, i - 1);
    }

  return found;
}

typedef struct
{
  GDateTime *start; /* borrowed */
  char      *words;
} Next;

static void
next_clear (Next *next)
{
  g_free (next->words);
}

static int
compare_next (gconstpointer a,
              gconstpointer b)
{
  return g_date_time_compare (((const Next *) a)->start, ((const Next *) b)->start);
}

static void
add_rounds (GArray       *all,
            PlnGathering *gathering,
            PlnRound     *shown,
            GDateTime    *after)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      Next next = { pln_round_get_start (round), NULL };
      g_autofree char *time = NULL;
      g_autofree char *name = NULL;

      if (round == shown || next.start == NULL || g_date_time_compare (next.start, after) < 0)
        continue;
      time = pln_when_words_time (next.start);
      name = pln_round_name (round);
      /* Translators: what is next: “Round 3 at 15:25” */
      next.words = g_strdup_printf (_("%1$s at %2$s"), name, time);
      g_array_append_val (all, next);
    }
}

/* A session that is what a round is for needs no words of its own. */
static gboolean
is_covered (GArray    *all,
            guint      n_rounds,
            GDateTime *start)
{
  for (guint i = 0; i < n_rounds; i++)
    if (g_date_time_equal (g_array_index (all, Next, i).start, start))
      return TRUE;

  return FALSE;
}

static void
add_sessions (GArray       *all,
              PlnGathering *gathering,
              GDateTime    *after)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  guint n_rounds = all->len;

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      Next next = { pln_session_get_start (session), NULL };
      g_autofree char *time = NULL;
      g_autofree char *title = NULL;
      g_autofree char *room = NULL;

      if (next.start == NULL || g_date_time_compare (next.start, after) < 0 || is_covered (all, n_rounds, next.start)
          || pln_gathering_session_is_draft (gathering, session) || pln_session_get_status (session) == PLN_SESSION_CANCELLED)
        continue;
      time = pln_when_words_time (next.start);
      title = pln_str_one_line (pln_session_get_title (session));
      room = pln_str_one_line (pln_session_get_room (session));
      /* Translators: what is next: “Tea, Foyer, at 15:55” */
      next.words = *room != '\0' ? g_strdup_printf (_("%1$s, %2$s, at %3$s"), title, room, time)
                                 : g_strdup_printf (_("%1$s at %2$s"), title, time);
      g_array_append_val (all, next);
    }
}

/**
 * pln_wall_next:
 * @gathering: a gathering that is loaded
 * @round: the round that is shown
 * @most: how many things to name
 *
 * Returns: (transfer full): what comes after the round, on one line: “Round 3 at
 *   15:25 · Tea, Foyer, at 15:55”; "" if nothing does
 */
char *
pln_wall_next (PlnGathering *gathering,
               PlnRound     *round,
               guint         most)
{
  GDateTime *after = pln_round_get_end (round);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Next));
  GString *words = g_string_new (NULL);

  g_array_set_clear_func (all, (GDestroyNotify) next_clear);
  if (after != NULL)
    {
      add_rounds (all, gathering, round, after);
      add_sessions (all, gathering, after);
    }
  g_array_sort (all, compare_next);
  for (guint i = 0; i < MIN (all->len, most); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", g_array_index (all, Next, i).words);

  return g_string_free (words, FALSE);
}
