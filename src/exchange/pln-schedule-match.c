/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-match.h"

#include "pln-schedule-source.h"
#include "pln-schedule-text.h"

#include <string.h>

static void
here_free (PlnScheduleHere *here)
{
  g_bytes_unref (here->text);
  pln_ical_record_free (here->record);
  g_hash_table_unref (here->sources);
  g_free (here);
}

static PlnScheduleHere *
here_new (GBytes     *bytes,
          const char *gathering)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  g_autoptr(PlnIcalRecord) record = text != NULL ? pln_ical_record_read_object (bytes, NULL) : NULL;
  PlnScheduleHere *here;

  if (record == NULL || record->kind != PLN_ICAL_KIND_SESSION || !g_str_equal (record->parent, gathering))
    return NULL;

  here = g_new0 (PlnScheduleHere, 1);
  here->text = g_bytes_ref (bytes);
  here->record = g_steal_pointer (&record);
  here->sources = pln_schedule_sources (text);

  return here;
}

static int
compare_uids (gconstpointer a,
              gconstpointer b)
{
  const PlnScheduleHere *first = *(const PlnScheduleHere **) a;
  const PlnScheduleHere *second = *(const PlnScheduleHere **) b;

  return strcmp (first->record->uid, second->record->uid);
}

/**
 * pln_schedule_sessions_here:
 * @here: (element-type utf8 GBytes): objects of the library by UID
 * @gathering: a UID
 *
 * Returns: (transfer full) (element-type PlnScheduleHere): the sessions of that
 *   gathering among them, by UID
 */
GPtrArray *
pln_schedule_sessions_here (GHashTable *here,
                            const char *gathering)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) here_free);
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      PlnScheduleHere *session = here_new (text, gathering);

      if (session != NULL)
        g_ptr_array_add (sessions, session);
    }
  g_ptr_array_sort (sessions, compare_uids);

  return sessions;
}

/* By what a session can be known, the surest first. */
static const char *
key_there (const PlnScheduleSession *session,
           guint                     way)
{
  const char *const keys[] = { session->guid, session->id, session->slug };

  return keys[way];
}

static const char *
key_here (const PlnScheduleHere *session,
          guint                  way)
{
  static const char *const kinds[] = { PLN_SCHEDULE_GUID, PLN_SCHEDULE_NUMBER, PLN_SCHEDULE_SLUG };
  const char *key = g_hash_table_lookup (session->sources, kinds[way]);

  return key != NULL ? key : "";
}

#define N_WAYS 3

/* What two have, neither is known by. */
static void
index_key (GHashTable *keys,
           const char *key,
           gpointer    session)
{
  if (*key != '\0')
    g_hash_table_insert (keys, (char *) key, g_hash_table_contains (keys, key) ? NULL : session);
}

/* Those of one way that are not matched yet. */
static void
match_by (const PlnSchedule *schedule,
          GPtrArray         *sessions,
          GPtrArray         *matches,
          guint              way)
{
  g_autoptr(GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sessions->len; i++)
    {
      PlnScheduleHere *session = g_ptr_array_index (sessions, i);

      if (!session->is_taken)
        index_key (here, key_here (session, way), session);
    }
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, i);

      if (matches->pdata[i] == NULL)
        index_key (there, key_there (session, way), session);
    }

  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, i);
      const char *key = key_there (session, way);
      PlnScheduleHere *known = g_hash_table_lookup (here, key);

      if (known == NULL || matches->pdata[i] != NULL || g_hash_table_lookup (there, key) != session)
        continue;
      known->is_taken = TRUE;
      matches->pdata[i] = known;
    }
}

/* The session that has one of the UIDs that this one can have. tried: UID →
 * how many of its successors are known to be taken. */
static PlnScheduleHere *
find_by_uid (const PlnSchedule        *schedule,
             const PlnScheduleSession *session,
             GHashTable               *here,
             GHashTable               *tried)
{
  g_autofree char *first = pln_schedule_session_uid (schedule, session, 1);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (tried, first));
  PlnScheduleHere *known;

  do
    {
      g_autofree char *uid = pln_schedule_session_uid (schedule, session, ++n);

      known = g_hash_table_lookup (here, uid);
    }
  while (known != NULL && known->is_taken);
  g_hash_table_insert (tried, g_steal_pointer (&first), GUINT_TO_POINTER (n - (known == NULL)));

  return known;
}

/* What is known by nothing else has its UID of its title and time. */
static void
match_by_uid (const PlnSchedule *schedule,
              GPtrArray         *sessions,
              GPtrArray         *matches)
{
  g_autoptr(GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      PlnScheduleHere *session = g_ptr_array_index (sessions, i);

      g_hash_table_insert (here, session->record->uid, session);
    }
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleHere *known;

      if (matches->pdata[i] != NULL)
        continue;
      known = find_by_uid (schedule, g_ptr_array_index (schedule->sessions, i), here, tried);
      if (known == NULL)
        continue;
      known->is_taken = TRUE;
      matches->pdata[i] = known;
    }
}

/**
 * pln_schedule_match:
 * @schedule: a schedule
 * @sessions: (element-type PlnScheduleHere): the sessions that are here
 *
 * Finds which session is which: by guid, then by number, then by slug, each
 * only where it is unique; then by UID. Takes note of those that are found.
 *
 * Returns: (transfer container) (element-type PlnScheduleHere): one for each
 *   session of the schedule; %NULL for what is new
 */
GPtrArray *
pln_schedule_match (const PlnSchedule *schedule,
                    GPtrArray         *sessions)
{
  GPtrArray *matches = g_ptr_array_new ();

  g_ptr_array_set_size (matches, (int) schedule->sessions->len);
  for (guint way = 0; way < N_WAYS; way++)
    match_by (schedule, sessions, matches, way);
  match_by_uid (schedule, sessions, matches);

  return matches;
}
