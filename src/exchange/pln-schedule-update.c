/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-update.h"

#include "pln-clock.h"
#include "pln-ical-edit.h"
#include "pln-id.h"
#include "pln-schedule-match.h"
#include "pln-schedule-source.h"
#include "pln-schedule-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A comparison on its way. */
typedef struct
{
  const PlnSchedule *schedule;
  const char        *gathering;
  GHashTable        *here;    /* UID → GBytes */
  GHashTable        *origins; /* id → GBytes */
  GHashTable        *used;    /* UIDs that sessions of this schedule have */
  GHashTable        *tried;   /* UID → how many of its successors are known to be used */
  GHashTable        *rules;   /* of its zone */
  GPtrArray         *fates;
} Comparing;

/**
 * pln_schedule_fate_free:
 * @fate: (transfer full): a fate
 */
void
pln_schedule_fate_free (PlnScheduleFate *fate)
{
  g_free (fate->uid);
  g_free (fate->title);
  g_clear_pointer (&fate->start, g_date_time_unref);
  g_free (fate->reason);
  g_clear_pointer (&fate->text, g_bytes_unref);
  g_clear_pointer (&fate->base, g_bytes_unref);
  g_clear_pointer (&fate->mine, g_bytes_unref);
  g_clear_pointer (&fate->origin, g_bytes_unref);
  g_free (fate->origin_id);
  g_free (fate);
}

static PlnScheduleFate *
add_fate (Comparing  *comparing,
          const char *kind,
          const char *uid,
          const char *title,
          GDateTime  *start)
{
  PlnScheduleFate *fate = g_new0 (PlnScheduleFate, 1);

  fate->kind = kind;
  fate->uid = g_strdup (uid);
  fate->title = g_strdup (title);
  fate->start = start != NULL ? g_date_time_ref (start) : NULL;
  g_ptr_array_add (comparing->fates, fate);

  return fate;
}

static char *
id_of_origin (GBytes *origin)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (origin, NULL), g_bytes_get_size (origin));

  return pln_id_derive (text);
}

/* Writes the text with its stamps, and with the name of what it came from. */
static void
finish (PlnScheduleFate *fate,
        GBytes          *text,
        GBytes          *origin,
        gboolean         bump)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autofree char *base = pln_schedule_source_id (PLN_SCHEDULE_BASE);
  g_autofree char *id = id_of_origin (origin);
  g_autoptr(GError) error = NULL;

  pln_ical_edits_put (edits, base, pln_schedule_source_line (PLN_SCHEDULE_BASE, id));
  if (fate->fate == PLN_IMPORT_ADDED)
    {
      g_autoptr(GDateTime) now = pln_clock_now_utc ();
      g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

      pln_ical_edits_set (edits, pln_ical_line_new ("CREATED", stamp));
    }
  pln_ical_edits_stamp (edits, pln_clock_now (), bump);

  fate->text = pln_ical_edits_apply (edits, text, &error);
  if (fate->text == NULL)
    {
      fate->fate = PLN_IMPORT_REFUSED;
      g_free (fate->reason);
      fate->reason = g_strdup (error->message);
      return;
    }
  fate->origin = g_bytes_ref (origin);
  fate->origin_id = g_steal_pointer (&id);
}

static const char *
word_for (const char *property)
{
  static const char *const words[][2] = {
    { "SUMMARY", N_("title") }, { "LOCATION", N_("room") }, { "DESCRIPTION", N_("description") },
    { "DTSTART", N_("time") }, { "DTEND", N_("time") }, { "DURATION", N_("time") }, { "CATEGORIES", N_("track") },
    { "URL", N_("address") }, { "STATUS", N_("status") }, { "COLOR", N_("colour") },
    { "X-PLENARY-SPEAKER", N_("speakers") }, { "X-PLENARY-ROOM", N_("rooms") }, { "X-PLENARY-STATE", N_("state") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], property))
      return _(words[i][1]);

  return property;
}

static char *
sentence_for_conflicts (GPtrArray *conflicts)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const char *word = word_for (g_ptr_array_index (conflicts, i));

      if (strstr (words->str, word) == NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
    }

  /* Translators: %s is a list: title, room, time … */
  return g_strdup_printf (_("Changed here and in the schedule: %s. The schedule counts until you choose."), words->str);
}

/* Somebody was told of the gathering, and what was told no longer holds. */
static gboolean
must_bump (GBytes *before,
           GBytes *after)
{
  g_autoptr(PlnIcalRecord) old = pln_ical_record_read_object (before, NULL);
  g_autoptr(PlnIcalRecord) new = pln_ical_record_read_object (after, NULL);
  gboolean is_told = FALSE;

  if (old == NULL || new == NULL || old->kind != PLN_ICAL_KIND_GATHERING || new->sequence > old->sequence)
    return FALSE;
  for (guint i = 0; i < old->attendees->len; i++)
    is_told = is_told || ((PlnIcalAttendee *) g_ptr_array_index (old->attendees, i))->told_sequence >= 0;
  if (!is_told)
    return FALSE;

  return old->start.date_time == NULL || new->start.date_time == NULL
         || !g_date_time_equal (old->start.date_time, new->start.date_time)
         || (old->end.date_time != NULL && new->end.date_time != NULL
             && !g_date_time_equal (old->end.date_time, new->end.date_time))
         || !g_str_equal (old->location, new->location)
         || !g_str_equal (old->status, new->status);
}

/* What came of it is merged with what is here: changes of the schedule since
 * the version before, and own changes since then. */
static void
update (Comparing       *comparing,
        PlnScheduleFate *fate,
        GBytes          *local,
        const char      *base_id,
        GBytes          *remote)
{
  GBytes *base = base_id != NULL ? g_hash_table_lookup (comparing->origins, base_id) : NULL;
  g_autofree char *id = id_of_origin (remote);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) merged = NULL;
  g_autoptr(GError) error = NULL;

  fate->fate = PLN_IMPORT_UNCHANGED;
  if (g_strcmp0 (id, base_id) == 0)
    return;

  merged = pln_ical_merge (base, local, remote, PLN_ICAL_MERGE_NONE, conflicts, &error);
  if (merged == NULL)
    {
      fate->fate = PLN_IMPORT_REFUSED;
      fate->reason = g_strdup (error->message);
      return;
    }

  fate->fate = pln_ical_same_meaning (merged, local) ? PLN_IMPORT_UNCHANGED : PLN_IMPORT_CHANGED;
  fate->has_conflict = conflicts->len > 0;
  if (fate->has_conflict)
    {
      fate->reason = sentence_for_conflicts (conflicts);
      fate->base = base != NULL ? g_bytes_ref (base) : NULL;
      fate->mine = g_bytes_ref (local);
    }
  finish (fate, merged, remote, must_bump (local, merged));
}

static void
make (PlnScheduleFate *fate,
      GBytes          *text)
{
  fate->fate = PLN_IMPORT_ADDED;
  finish (fate, text, text, FALSE);
}

static void
compare_gathering (Comparing *comparing)
{
  const PlnSchedule *schedule = comparing->schedule;
  PlnScheduleFate *fate = add_fate (comparing, "gathering", comparing->gathering, schedule->title, schedule->start);
  GBytes *here = g_hash_table_lookup (comparing->here, comparing->gathering);
  g_autoptr(GBytes) text = NULL;
  g_autoptr(PlnIcalText) lines = NULL;
  g_autoptr(GHashTable) sources = NULL;

  if (schedule->start == NULL)
    {
      fate->fate = PLN_IMPORT_REFUSED;
      fate->reason = g_strdup (_("It has no date."));
      return;
    }

  text = pln_schedule_gathering_text (schedule, comparing->gathering, comparing->rules);
  lines = here != NULL ? pln_ical_text_new (here, NULL) : NULL;
  sources = lines != NULL ? pln_schedule_sources (lines) : NULL;
  if (sources == NULL)
    make (fate, text);
  else if (g_hash_table_contains (sources, PLN_SCHEDULE_BASE))
    update (comparing, fate, here, g_hash_table_lookup (sources, PLN_SCHEDULE_BASE), text);
  else
    fate->fate = PLN_IMPORT_UNCHANGED; /* the user's own: only its sessions are followed */
  if (fate->reason == NULL)
    fate->reason = g_strdup (schedule->note);
}

/* What another object has is not taken from it. */
static char *
free_uid (Comparing                *comparing,
          const PlnScheduleSession *session)
{
  g_autofree char *first = pln_schedule_session_uid (comparing->schedule, session, 1);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (comparing->tried, first));
  char *uid = NULL;

  do
    {
      g_free (uid);
      uid = pln_schedule_session_uid (comparing->schedule, session, ++n);
    }
  while (g_hash_table_contains (comparing->here, uid) || g_hash_table_contains (comparing->used, uid));
  g_hash_table_insert (comparing->tried, g_steal_pointer (&first), GUINT_TO_POINTER (n));

  return uid;
}

/* As in a sync: what was deleted here and is there as it was, stays deleted;
 * what changed there, comes back. */
static gboolean
was_deleted (Comparing *comparing,
             GBytes    *text)
{
  g_autofree char *id = id_of_origin (text);

  return g_hash_table_contains (comparing->here, comparing->gathering) && g_hash_table_contains (comparing->origins, id);
}

static void
compare_session (Comparing          *comparing,
                 PlnScheduleSession *session,
                 PlnScheduleHere    *here)
{
  g_autofree char *uid = here != NULL ? g_strdup (here->record->uid) : free_uid (comparing, session);
  PlnScheduleFate *fate = add_fate (comparing, "session", uid, session->title, session->start);
  g_autoptr(GBytes) text = NULL;

  g_hash_table_add (comparing->used, g_strdup (uid));
  if (session->flaw != NULL)
    {
      fate->fate = PLN_IMPORT_REFUSED;
      fate->reason = g_strdup (session->flaw);
      return;
    }

  text = pln_schedule_session_text (comparing->schedule, session, uid, comparing->gathering, comparing->rules);
  if (here == NULL && was_deleted (comparing, text))
    {
      fate->fate = PLN_IMPORT_UNCHANGED;
      fate->reason = g_strdup (_("It was deleted here and stays so, as nothing of it changed."));
    }
  else if (here == NULL)
    make (fate, text);
  else
    update (comparing, fate, here->text, g_hash_table_lookup (here->sources, PLN_SCHEDULE_BASE), text);
}

/* A session that the schedule had and no longer has takes place no more, but
 * is not deleted: people may look for it. What was never in it stays. */
static void
compare_gone (Comparing       *comparing,
              PlnScheduleHere *here)
{
  const char *base_id = g_hash_table_lookup (here->sources, PLN_SCHEDULE_BASE);
  GBytes *base = base_id != NULL ? g_hash_table_lookup (comparing->origins, base_id) : NULL;
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GBytes) cancelled = NULL;
  g_autofree char *id = NULL;
  PlnScheduleFate *fate;

  if (base_id == NULL)
    return;
  pln_ical_edits_set (edits, pln_ical_line_new ("STATUS", "CANCELLED"));
  cancelled = pln_ical_edits_apply (edits, base != NULL ? base : here->text, NULL);
  id = cancelled != NULL ? id_of_origin (cancelled) : NULL;
  if (cancelled == NULL || g_strcmp0 (id, base_id) == 0)
    return;

  fate = add_fate (comparing, "session", here->record->uid, here->record->summary, here->record->start.date_time);
  fate->is_gone = TRUE;
  update (comparing, fate, here->text, base_id, cancelled);
  if (fate->reason == NULL && fate->fate == PLN_IMPORT_CHANGED)
    fate->reason = g_strdup (_("It is no longer in the schedule and becomes cancelled."));
}

/**
 * pln_schedule_uids:
 * @schedule: a schedule
 *
 * Returns: (transfer full) (array zero-terminated=1): the UIDs that its
 *   gathering and its sessions have where they are new
 */
char **
pln_schedule_uids (const PlnSchedule *schedule)
{
  GPtrArray *uids = g_ptr_array_new ();

  g_ptr_array_add (uids, pln_schedule_gathering_uid (schedule));
  for (guint i = 0; i < schedule->sessions->len; i++)
    g_ptr_array_add (uids, pln_schedule_session_uid (schedule, g_ptr_array_index (schedule->sessions, i), 1));
  g_ptr_array_add (uids, NULL);

  return (char **) g_ptr_array_free (uids, FALSE);
}

/* Whose session is among them, if it is one. */
static char *
parent_of (GHashTable *here,
           const char *uid)
{
  GBytes *text = g_hash_table_lookup (here, uid);
  g_autoptr(PlnIcalRecord) record = text != NULL ? pln_ical_record_read_object (text, NULL) : NULL;

  return record != NULL && record->kind == PLN_ICAL_KIND_SESSION && *record->parent != '\0' ? g_strdup (record->parent) : NULL;
}

/**
 * pln_schedule_find_gathering:
 * @uids: (array zero-terminated=1): those of [func@schedule_uids]
 * @here: (element-type utf8 GBytes): the objects of these that are in the library
 *
 * Finds of which gathering this is the programme: the one that an earlier
 * version made; where its acronym changed, that of a session that is known.
 *
 * Returns: (transfer full): a UID; there may be no such gathering yet
 */
char *
pln_schedule_find_gathering (const char *const *uids,
                             GHashTable        *here)
{
  if (g_hash_table_contains (here, uids[0]))
    return g_strdup (uids[0]);
  for (guint i = 1; uids[i] != NULL; i++)
    {
      char *parent = parent_of (here, uids[i]);

      if (parent != NULL)
        return parent;
    }

  return g_strdup (uids[0]);
}

/**
 * pln_schedule_compare:
 * @schedule: a schedule
 * @gathering: the UID from [func@schedule_find_gathering]
 * @here: (element-type utf8 GBytes): objects of the library: those, and that
 *   gathering with its parts
 * @origins: (element-type utf8 GBytes): what they came from, by id
 *
 * Finds what becomes of a schedule: new things, and what changed since the
 * version before, merged with what was changed here as in a sync; people and
 * their answers stay. What is no longer in it becomes cancelled. For any
 * thread.
 *
 * Returns: (transfer full) (element-type PlnScheduleFate): the gathering
 *   first, then the sessions in the order of the file, then those that are gone
 */
GPtrArray *
pln_schedule_compare (const PlnSchedule *schedule,
                      const char        *gathering,
                      GHashTable        *here,
                      GHashTable        *origins)
{
  g_autoptr(GPtrArray) sessions = pln_schedule_sessions_here (here, gathering);
  g_autoptr(GPtrArray) matches = pln_schedule_match (schedule, sessions);
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Comparing comparing = { schedule, gathering, here, origins, used, tried, rules, NULL };

  comparing.fates = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_schedule_fate_free);
  compare_gathering (&comparing);
  for (guint i = 0; i < schedule->sessions->len; i++)
    compare_session (&comparing, g_ptr_array_index (schedule->sessions, i), matches->pdata[i]);
  for (guint i = 0; i < sessions->len; i++)
    if (!((PlnScheduleHere *) g_ptr_array_index (sessions, i))->is_taken)
      compare_gone (&comparing, g_ptr_array_index (sessions, i));

  return comparing.fates;
}
