/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-door.h"

#include "pln-str.h"

#include <string.h>

#define LONG_ENOUGH 3 /* letters that two words must share to be near each other */

/* How well a person fits what was typed, the best first. */
typedef enum
{
  FIT_BADGE, /* the id or the address, as a scanner reads them */
  FIT_NAME,  /* the whole name */
  FIT_BEGIN, /* the name begins like it */
  FIT_WORDS, /* each word begins one of the name, in any order */
  FIT_NOT,
} Fit;

typedef struct
{
  PlnAttendee *attendee;
  Fit          fit;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a, *other = b;
  int order;

  if (one->fit != other->fit)
    return (int) one->fit - (int) other->fit;

  order = strcmp (pln_attendee_get_sort_key (one->attendee), pln_attendee_get_sort_key (other->attendee));

  return order != 0 ? order : strcmp (pln_attendee_get_id (one->attendee), pln_attendee_get_id (other->attendee));
}

static gboolean
begins_a_word (const char *name,
               const char *word)
{
  gsize length = strlen (word);

  for (const char *at = name; (at = strstr (at, word)) != NULL; at += length)
    if (at == name || at[-1] == ' ' || at[-1] == '-' || at[-1] == '\'' || at[-1] == ',')
      return TRUE;

  return FALSE;
}

static gboolean
has_all (const char        *text,
         const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;

  return TRUE;
}

static Fit
fit_of (PlnAttendee       *attendee,
        const char        *typed,
        const char        *folded,
        const char *const *words)
{
  g_autofree char *name = NULL;

  if (g_str_equal (pln_attendee_get_id (attendee), typed)
      || g_ascii_strcasecmp (pln_attendee_get_email (attendee), typed) == 0)
    return FIT_BADGE;
  if (!has_all (pln_attendee_get_search_text (attendee), words)) /* which is made already */
    return FIT_NOT;

  name = pln_str_fold (pln_attendee_get_display_name (attendee));
  if (g_str_equal (name, folded))
    return FIT_NAME;
  if (g_str_has_prefix (name, folded))
    return FIT_BEGIN;
  for (; *words != NULL; words++)
    if (!begins_a_word (name, *words))
      return FIT_NOT;

  return FIT_WORDS;
}

/* Returns: (transfer full): the words of a text, folded, without empty ones */
static GStrv
words_of (const char *folded)
{
  g_auto(GStrv) all = g_strsplit_set (folded, " ,", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);

  return g_strv_builder_end (words);
}

/**
 * pln_door_find:
 * @gathering: a gathering that is loaded
 * @text: what was typed or scanned: a name or the beginning of one in any order
 *   of its words, an address, or an id
 * @most: how many to find
 *
 * Finds who is meant: whom a badge names, else who is called so, else whose
 * name begins so, by surname.
 *
 * Returns: (transfer container) (element-type PlnAttendee): them, the best first
 */
GPtrArray *
pln_door_find (PlnGathering *gathering,
               const char   *text,
               guint         most)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *folded = pln_str_fold (typed);
  g_auto(GStrv) words = words_of (folded);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n && words[0] != NULL; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      Found one = { attendee, fit_of (attendee, typed, folded, (const char *const *) words) };

      if (one.fit != FIT_NOT)
        g_array_append_val (found, one); /* the gathering holds it */
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, most); i++)
    g_ptr_array_add (people, g_object_ref (g_array_index (found, Found, i).attendee));

  return people;
}

/**
 * pln_door_n_alike:
 * @found: (element-type PlnAttendee): who was found
 *
 * Returns: how many of the first are called exactly as the first is
 */
guint
pln_door_n_alike (GPtrArray *found)
{
  g_autofree char *first = found->len > 0 ? pln_str_fold (pln_attendee_get_display_name (found->pdata[0])) : NULL;
  guint n = MIN (found->len, 1);

  for (; n < found->len; n++)
    {
      g_autofree char *name = pln_str_fold (pln_attendee_get_display_name (found->pdata[n]));

      if (!g_str_equal (name, first))
        break;
    }

  return n;
}

static guint
count_shared (const char *a,
              const char *b)
{
  guint n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

/* How many letters the words of a name have in common with those that were
 * typed, from their beginnings. */
static guint
nearness (PlnAttendee       *attendee,
          const char *const *words)
{
  g_autofree char *name = pln_str_fold (pln_attendee_get_display_name (attendee));
  g_auto(GStrv) own = words_of (name);
  guint sum = 0;

  for (; *words != NULL; words++)
    {
      guint best = 0;

      for (guint i = 0; own[i] != NULL; i++)
        best = MAX (best, count_shared (own[i], *words));
      sum += best >= LONG_ENOUGH ? best : 0;
    }

  return sum;
}

/**
 * pln_door_nearest:
 * @gathering: a gathering that is loaded
 * @text: what nobody is called
 * @most: how many to find
 *
 * Returns: (transfer container) (element-type PlnAttendee): who may be meant
 *   after all, the likeliest first; may be empty
 */
GPtrArray *
pln_door_nearest (PlnGathering *gathering,
                  const char   *text,
                  guint         most)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  g_autofree char *folded = pln_str_fold (text);
  g_auto(GStrv) words = words_of (folded);
  g_autofree guint *near = g_new0 (guint, most);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      guint value = nearness (attendee, (const char *const *) words), at = people->len;

      while (at > 0 && near[at - 1] < value)
        at--;
      if (value == 0 || at >= most)
        continue;
      if (people->len == most)
        g_ptr_array_remove_index (people, most - 1);
      memmove (near + at + 1, near + at, (most - at - 1) * sizeof (guint));
      near[at] = value;
      g_ptr_array_insert (people, (int) at, g_steal_pointer (&attendee));
    }

  return people;
}

static gboolean
is_going (PlnAttendee *attendee)
{
  return pln_attendee_get_answer (attendee) == PLN_ANSWER_ACCEPTED && !pln_attendee_get_waiting (attendee);
}

/**
 * pln_door_is_missing:
 * @attendee: a person
 *
 * Returns: whether the person is going and was not seen yet
 */
gboolean
pln_door_is_missing (PlnAttendee *attendee)
{
  return is_going (attendee) && pln_attendee_get_presence (attendee) == PLN_PRESENCE_NONE;
}

/**
 * pln_door_count:
 * @gathering: a gathering that is loaded
 *
 * Returns: how many are here, expected and missing
 */
PlnDoorCount
pln_door_count (PlnGathering *gathering)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  PlnDoorCount count = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      PlnPresence presence = pln_attendee_get_presence (attendee);

      count.here += presence == PLN_PRESENCE_HERE;
      count.expected += is_going (attendee) || presence != PLN_PRESENCE_NONE;
      count.missing += pln_door_is_missing (attendee);
    }

  return count;
}

/**
 * pln_door_most_came:
 * @gathering: a gathering that is loaded
 *
 * As long as people arrive, those who were not seen yet are still expected.
 *
 * Returns: whether half of those who are going have come, so that it matters
 *   who has not
 */
gboolean
pln_door_most_came (PlnGathering *gathering)
{
  guint n_came;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), FALSE);

  n_came = pln_gathering_get_n_came (gathering);

  return n_came > 0 && 2 * n_came >= pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  PlnAttendee *const *one = a, *const *other = b;

  return strcmp (pln_attendee_get_sort_key (*one), pln_attendee_get_sort_key (*other));
}

/**
 * pln_door_missing:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer container) (element-type PlnAttendee): who is missing, by
 *   surname
 */
GPtrArray *
pln_door_missing (PlnGathering *gathering)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (pln_door_is_missing (attendee))
        g_ptr_array_add (missing, g_steal_pointer (&attendee));
    }
  g_ptr_array_sort (missing, compare_names);

  return missing;
}

/**
 * pln_door_last:
 * @gathering: a gathering that is loaded
 * @most: how many to find
 *
 * Returns: (transfer container) (element-type PlnAttendee): who came last, the
 *   last first
 */
GPtrArray *
pln_door_last (PlnGathering *gathering,
               guint         most)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  GPtrArray *last = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      GDateTime *came = pln_attendee_get_came_at (attendee);
      guint at = last->len;

      if (came == NULL)
        continue;
      while (at > 0 && g_date_time_compare (pln_attendee_get_came_at (last->pdata[at - 1]), came) < 0)
        at--;
      if (at >= most)
        continue;
      g_ptr_array_insert (last, (int) at, g_steal_pointer (&attendee));
      if (last->len > most)
        g_ptr_array_set_size (last, (int) most);
    }

  return last;
}

/**
 * pln_door_next_round:
 * @gathering: a gathering that is loaded
 * @attendee: one of its attendees
 * @now: the moment
 *
 * Returns: (transfer none) (nullable): the round in which the person sits next:
 *   one that is not over yet
 */
PlnRound *
pln_door_next_round (PlnGathering *gathering,
                     PlnAttendee  *attendee,
                     GDateTime    *now)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GDateTime *end = pln_round_get_end (round);

      if ((end == NULL || g_date_time_compare (end, now) > 0)
          && pln_round_find_person (round, pln_attendee_get_id (attendee)) != NULL)
        return round; /* the gathering holds it */
    }

  return NULL;
}
