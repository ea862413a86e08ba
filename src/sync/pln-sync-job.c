/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-job-private.h"

#include "pln-ical-merge.h"
#include "pln-ical-text.h"
#include "pln-str.h"

/**
 * pln_sync_job_new:
 * @uid: (nullable): of the object
 * @href: (nullable): where it is on the server
 *
 * Returns: (transfer full): a job that knows nothing else
 */
PlnSyncJob *
pln_sync_job_new (const char *uid,
                  const char *href)
{
  PlnSyncJob *job = g_new0 (PlnSyncJob, 1);

  job->state = PLN_SYNC_JOB_DONE;
  job->uid = g_strdup (uid);
  job->href = g_strdup (href);

  return job;
}

static void
forget_write (PlnSyncJob *job)
{
  g_clear_pointer (&job->joined, pln_sync_joined_free);
  g_clear_pointer (&job->prior, g_bytes_unref);
  g_clear_pointer (&job->prior_etag, g_free);
  g_clear_pointer (&job->sent, g_bytes_unref);
  g_clear_pointer (&job->put_etag, g_free);
  g_clear_pointer (&job->why, g_free);
  g_clear_pointer (&job->settled, pln_store_settled_free);
  job->is_written = FALSE;
  job->counts = (PlnSyncCounts) { 0 };
}

/**
 * pln_sync_job_forget_here:
 * @job: a job
 *
 * Lets go of what is here and what was agreed: it may have changed.
 */
void
pln_sync_job_forget_here (PlnSyncJob *job)
{
  g_clear_pointer (&job->hash, g_free);
  g_clear_pointer (&job->local, g_bytes_unref);
  g_clear_pointer (&job->pair, pln_store_pair_free);
}

/**
 * pln_sync_job_forget:
 * @job: a job
 *
 * Lets go of all texts: the job is done.
 */
void
pln_sync_job_forget (PlnSyncJob *job)
{
  forget_write (job);
  pln_sync_job_forget_here (job);
  g_clear_pointer (&job->remote, g_bytes_unref);
}

/**
 * pln_sync_job_free:
 * @job: (transfer full): a job
 */
void
pln_sync_job_free (PlnSyncJob *job)
{
  pln_sync_job_forget (job);
  g_free (job->uid);
  g_free (job->title);
  g_free (job->href);
  g_free (job->etag);
  g_free (job->schedule_tag);
  g_free (job);
}

/**
 * pln_sync_job_is_gone:
 * @job: a job
 *
 * Returns: whether the server was asked, and does not have it
 */
gboolean
pln_sync_job_is_gone (const PlnSyncJob *job)
{
  return job->is_read && job->remote == NULL;
}

/**
 * pln_sync_job_get_title:
 * @job: a job
 *
 * Returns: what the user calls the object; if it has no name, its UID, and
 *   before that is known where it is
 */
const char *
pln_sync_job_get_title (const PlnSyncJob *job)
{
  if (job->title != NULL && *job->title != '\0')
    return job->title;

  return job->uid != NULL ? job->uid : job->href != NULL ? job->href : "";
}

/**
 * pln_sync_job_take_remote:
 * @job: a job
 * @href: where it is
 * @text: (nullable): what is there; %NULL if it is gone
 * @etag: (nullable): its version
 * @schedule_tag: (nullable): its Schedule-Tag
 *
 * Takes in what the server has.
 */
void
pln_sync_job_take_remote (PlnSyncJob *job,
                          const char *href,
                          GBytes     *text,
                          const char *etag,
                          const char *schedule_tag)
{
  GBytes *taken = text != NULL ? g_bytes_ref (text) : NULL;

  job->is_read = TRUE;
  job->is_ours = FALSE;
  pln_set_str (&job->href, href);
  pln_set_str (&job->etag, etag);
  pln_set_str (&job->schedule_tag, schedule_tag);
  g_clear_pointer (&job->remote, g_bytes_unref);
  job->remote = taken;
  if (job->title == NULL && text != NULL)
    job->title = pln_sync_read_line (text, "SUMMARY");
}

static const char *const components[] = { "VEVENT", "VTODO", "VJOURNAL", NULL };

static int
find_component (PlnIcalText *text)
{
  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    if (g_strv_contains (components, pln_ical_text_get_part (text, i)->name))
      return i;

  return -1;
}

/**
 * pln_sync_read_line:
 * @text: an object
 * @name: a property, upper case
 *
 * Returns: (transfer full) (nullable): what it is in the first component that
 *   can be kept
 */
char *
pln_sync_read_line (GBytes     *text,
                    const char *name)
{
  g_autoptr(PlnIcalText) read = pln_ical_text_new (text, NULL);
  int part = find_component (read);
  g_autoptr(PlnIcalLine) line = part >= 0 ? pln_ical_text_get_line (read, part, name) : NULL;
  g_autofree char *value = line != NULL ? pln_ical_line_get_text (line) : NULL;

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * pln_sync_read_component:
 * @text: an object
 *
 * Returns: what a calendar has to take to keep it; 0 if that cannot be said
 */
PlnDavComponents
pln_sync_read_component (GBytes *text)
{
  static const PlnDavComponents kinds[] = { PLN_DAV_EVENTS, PLN_DAV_ACTIONS, PLN_DAV_NOTES };
  g_autoptr(PlnIcalText) read = pln_ical_text_new (text, NULL);
  int part = find_component (read);

  for (guint i = 0; part >= 0 && components[i] != NULL; i++)
    if (g_str_equal (components[i], pln_ical_text_get_part (read, part)->name))
      return kinds[i];

  return 0;
}

/**
 * pln_sync_job_name:
 * @uid: of an object
 * @n: how many names were taken already
 *
 * Makes the name of a new object on a server: letters and digits. It follows
 * from the UID, so that a write whose answer was lost is not done twice, and
 * two computers that write the same object meet.
 *
 * Returns: (transfer full): the last part of its path
 */
char *
pln_sync_job_name (const char *uid,
                   guint       n)
{
  g_autofree char *seed = n > 0 ? g_strdup_printf ("%s\n%u", uid, n) : g_strdup (uid);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);

  return g_strdup_printf ("%.32s.ics", hash);
}

static gboolean
says_else (GBytes *a,
           GBytes *b)
{
  return a == NULL || b == NULL ? a != b : !g_bytes_equal (a, b) && !pln_ical_same_meaning (a, b);
}

static GBytes *
remote_of (const PlnSyncJob *job)
{
  return job->is_read ? job->remote : job->pair != NULL ? job->pair->remote : NULL;
}

/* Notes what is to be stored: what is here from now on (NULL: it stays), and
 * what both sides agreed on. */
static PlnSyncJobState
settle (PlnSyncJob *job,
        GBytes     *text,
        GBytes     *agreed_here,
        GBytes     *agreed_there)
{
  const char *etag = job->is_read ? job->etag : job->pair->etag;
  const char *tag = job->is_read ? job->schedule_tag : job->pair->schedule_tag;

  g_clear_pointer (&job->settled, pln_store_settled_free);
  job->settled = pln_store_settled_new (job->uid, job->hash);
  job->settled->text = text != NULL ? g_bytes_ref (text) : NULL;
  job->settled->pair = pln_store_pair_new (job->uid, job->href, etag);
  job->settled->pair->schedule_tag = g_strdup (tag);
  job->settled->pair->local = g_bytes_ref (agreed_here);
  job->settled->pair->remote = g_bytes_ref (agreed_there);

  return PLN_SYNC_JOB_SETTLE;
}

/**
 * pln_sync_job_settle_gone:
 * @job: a job whose object is not on the server any more
 *
 * Forgets what was agreed; what is here goes, too.
 *
 * Returns: what the job waits for
 */
PlnSyncJobState
pln_sync_job_settle_gone (PlnSyncJob *job)
{
  g_clear_pointer (&job->settled, pln_store_settled_free);
  job->settled = pln_store_settled_new (job->uid, job->hash);
  job->settled->deleted = job->local != NULL;
  job->counts.deleted = 1;

  return PLN_SYNC_JOB_SETTLE;
}

static PlnSyncJobState
decide_not_here (PlnSyncJob *job,
                 GBytes     *remote)
{
  g_autoptr(GBytes) text = NULL;

  if (remote == NULL && job->pair == NULL)
    return PLN_SYNC_JOB_DONE;
  if (remote == NULL)
    {
      pln_sync_job_settle_gone (job);
      job->counts.deleted = 0;
      return PLN_SYNC_JOB_SETTLE;
    }
  if (job->is_ours || (job->pair != NULL && !job->is_stranger && !says_else (remote, job->pair->remote)))
    return PLN_SYNC_JOB_DELETE;

  /* An edit is stronger than a deletion. */
  text = pln_sync_bring_back (job->is_stranger ? NULL : job->pair, remote);
  job->counts.downloaded = 1;

  return settle (job, text, text, remote);
}

static PlnSyncJobState
decide_not_there (PlnSyncJob *job)
{
  if (job->pair != NULL && !says_else (job->local, job->pair->local))
    return pln_sync_job_settle_gone (job);

  job->sent = g_bytes_ref (job->local);

  return PLN_SYNC_JOB_PUT;
}

static void
add_questions (PlnSyncJob *job)
{
  if (job->joined == NULL || job->joined->questions == NULL)
    return;

  job->settled->questions = g_ptr_array_ref (job->joined->questions);
  job->counts.conflicts = job->settled->questions->len;
}

/* Whether nothing is to be stored that is not stored already. */
static gboolean
is_agreed (const PlnSyncJob *job,
           GBytes           *remote)
{
  return job->pair != NULL && !job->joined->is_new_here && !job->is_stranger
         && g_strcmp0 (job->href, job->pair->href) == 0
         && (!job->is_read || g_strcmp0 (job->etag, job->pair->etag) == 0)
         && g_bytes_equal (remote, job->pair->remote);
}

static PlnSyncJobState
decide_both (PlnSyncJob  *job,
             GBytes      *remote,
             const char  *own_address,
             GError     **error)
{
  PlnSyncJoined *joined = pln_sync_join (job->is_stranger ? NULL : job->pair, job->local, remote, own_address, error);
  GBytes *here;

  if (joined == NULL)
    return PLN_SYNC_JOB_DONE;

  job->joined = joined;
  job->counts.merged = joined->was_changed_here && joined->was_changed_there;
  job->counts.downloaded = joined->is_new_here;
  if (joined->is_new_there)
    {
      job->sent = g_bytes_ref (joined->there);
      job->prior = g_bytes_ref (remote);
      job->prior_etag = g_strdup (job->is_read ? job->etag : job->pair->etag);
      return PLN_SYNC_JOB_PUT;
    }
  if (is_agreed (job, remote) && g_bytes_equal (job->local, job->pair->local))
    return PLN_SYNC_JOB_DONE;

  here = joined->is_new_here ? joined->here : NULL;
  settle (job, here, here != NULL ? here : job->local, remote);
  add_questions (job);

  return PLN_SYNC_JOB_SETTLE;
}

/**
 * pln_sync_job_decide:
 * @job: a job, of which both sides are known
 * @own_address: of the user on the server, or ""
 * @error: return location for a [error@IcalError]: a text is broken; then
 *   nothing is done
 *
 * Finds what is to be done with an object, by what its sides say.
 *
 * Returns: what it waits for
 */
PlnSyncJobState
pln_sync_job_decide (PlnSyncJob  *job,
                     const char  *own_address,
                     GError     **error)
{
  GBytes *remote = remote_of (job);

  forget_write (job);
  if (job->local == NULL)
    return decide_not_here (job, remote);
  if (remote == NULL)
    return decide_not_there (job);

  return decide_both (job, remote, own_address, error);
}

/**
 * pln_sync_job_settle_here:
 * @job: a job whose write is not done, for whatever reason
 *
 * Takes in what came from the server nevertheless. What changed here stays a
 * change.
 *
 * Returns: what the job waits for
 */
PlnSyncJobState
pln_sync_job_settle_here (PlnSyncJob *job)
{
  GBytes *remote = remote_of (job);

  job->counts.merged = 0;
  if (job->joined == NULL || remote == NULL || job->has_leftover || is_agreed (job, remote))
    return PLN_SYNC_JOB_DONE;

  settle (job, job->joined->is_new_here ? job->joined->here : NULL, job->joined->before, remote);
  add_questions (job);

  return PLN_SYNC_JOB_SETTLE;
}

/**
 * pln_sync_job_is_stored:
 * @job: a job that was written and read again
 *
 * Returns: whether the server stored anything, even if it kept nothing of it
 */
gboolean
pln_sync_job_is_stored (const PlnSyncJob *job)
{
  return job->remote != NULL && (job->prior == NULL || g_strcmp0 (job->etag, job->prior_etag) != 0
                                 || says_else (job->remote, job->prior));
}

/**
 * pln_sync_job_is_sent:
 * @job: a job that was written and read again
 *
 * Returns: whether the server has just what was written
 */
gboolean
pln_sync_job_is_sent (const PlnSyncJob *job)
{
  return !says_else (job->remote, job->sent);
}

/* Whether the server says that it still has what it made of @sent. */
static gboolean
is_own_version (const PlnSyncJob *job)
{
  return job->put_etag != NULL && g_strcmp0 (job->put_etag, job->etag) == 0;
}

/**
 * pln_sync_job_is_others:
 * @job: a job that was written, as the server said, and read again
 *
 * Returns: whether what the server has may be something else nevertheless:
 *   something of what was written is not there, and the server does not say
 *   that this is its version of it
 */
gboolean
pln_sync_job_is_others (const PlnSyncJob *job)
{
  g_autofree char *dropped = NULL;

  if (is_own_version (job) || !says_else (job->remote, job->sent) || !says_else (job->remote, job->prior))
    return FALSE;
  dropped = pln_sync_find_dropped (job->prior, job->sent, job->remote);

  return dropped != NULL || !pln_sync_is_from (job->prior, job->sent, job->remote);
}

/**
 * pln_sync_job_settle_sent:
 * @job: a job that was written and read again
 * @dropped: (out): the names of what the server did not keep, or %NULL
 *
 * Takes in what the server made of what was written.
 *
 * Returns: what the job waits for
 */
PlnSyncJobState
pln_sync_job_settle_sent (PlnSyncJob  *job,
                          char       **dropped)
{
  GBytes *here = job->joined != NULL ? job->joined->here : job->local;
  gboolean is_own = is_own_version (job);
  g_autoptr(GBytes) text = pln_sync_take_stored (job->prior, job->sent, job->remote, here, is_own);
  gboolean is_new = says_else (text, job->local);

  *dropped = pln_sync_find_dropped (job->prior, job->sent, job->remote);
  settle (job, is_new ? text : NULL, is_new ? text : job->local, job->remote);
  add_questions (job);
  job->is_ours = !is_new && (is_own || !says_else (job->sent, job->remote));
  job->counts.uploaded = 1;

  return PLN_SYNC_JOB_SETTLE;
}
