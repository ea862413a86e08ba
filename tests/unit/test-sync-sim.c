/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Organisers edit at random, on a server that rewrites, loses and lies, and
 * with power cuts at any step; afterwards nothing may be missing.
 *
 *   test-sync-sim                   100 seeds, in each run of the suite (20 with sanitizers)
 *   PLENARY_SEEDS=10000 …           so many; from PLENARY_FIRST on, if that is given
 *   PLENARY_SEED=4711 …             this one, with what happens in it
 *
 * The oracle (what holds when all is quiet):
 *
 * - what a user wrote is on the server, or shown in a question, unless a user
 *   who saw it replaced it
 * - what nobody deleted is there; what somebody deleted, and nobody else
 *   changed at the time, is not
 * - all computers show the same, and what the server has
 * - a server that sends mail was given nothing to send
 *
 * What cannot hold, and why:
 *
 * - a server that ignores If-Match lets one write pass over another, and no
 *   client can see it: there, what was written may be lost, or stay with who
 *   wrote it (but no object is lost)
 * - what a server drops cannot be there: it must still be with who wrote it
 * - what waits because it would mail is with who wrote it, too
 * - what was deleted while a run was cut off that had written it comes back:
 *   nobody can tell that the change there was one's own; and so does what
 *   another program moved to another place that is not listed yet
 * - a question is shown where it came up, and not on the other computers */

#include "pln-ical-meaning.h"
#include "sync-world.h"

#include <string.h>

#define N_ROUNDS   30
#define MOST_QUIET 24

/* After a run that was cut off, a deletion may be too late. */
static void
excuse_all (SyncWorld *world,
            guint      user)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, world->disks[user]->texts);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (world->excused, g_strdup (uid));
}

static gboolean synchronise (SyncWorld *world, guint user, gboolean is_quiet);

/* Between two steps of a run, its user edits, and others synchronise. */
static void
happen_between (gpointer data)
{
  SyncWorld *world = data;
  guint user = world->running;

  if (sync_world_roll (world, 12) == 0)
    sync_world_edit (world, user);
  if (!world->is_nested && sync_world_roll (world, 10) == 0)
    {
      world->is_nested = TRUE;
      synchronise (world, (user + 1) % world->n_users, FALSE);
      world->is_nested = FALSE;
      world->running = user;
    }
}

static gboolean
synchronise (SyncWorld *world,
             guint      user,
             gboolean   is_quiet)
{
  SyncCarry carry = {
    .random = world->random,
    .now = world->now,
    .may_empty = world->may_empty[user],
    .crash_after = !is_quiet && sync_world_roll (world, 4) == 0 ? 1 + sync_world_roll (world, 25) : 0,
    .between = is_quiet ? NULL : happen_between,
    .data = world,
  };
  g_autoptr(PlnSyncRun) run = sync_carry_new (world->server, world->disks[user], &carry);
  const PlnSyncResult *result = pln_sync_run_get_result (run);
  gboolean is_over;

  world->running = user;
  sync_world_say (world, "    %u begins", user);
  world->is_running = TRUE;
  is_over = sync_carry_out (run, world->server, world->disks[user], &carry);
  world->is_running = world->is_nested;
  if (!is_over || result->error != NULL || result->is_again)
    excuse_all (world, user);
  sync_world_say (world, "  %u synchronises%s: %u down, %u up, %u merged, %u asked, %u deleted, %u waiting, %u failed%s%s%s", user,
                  is_over ? "" : " and crashes", result->counts.downloaded, result->counts.uploaded, result->counts.merged,
                  result->counts.conflicts, result->counts.deleted, result->counts.waiting, result->failed->len,
                  result->is_again ? ", again" : "", result->error != NULL ? ": " : "", result->error != NULL ? result->error->message : "");
  for (guint i = 0; world->is_loud && i < result->failed->len; i++)
    sync_world_say (world, "      %s", ((PlnSyncNote *) g_ptr_array_index (result->failed, i))->text);
  world->may_empty[user] = result->n_missing > 0; /* the user agrees, the next time */

  return is_over && result->error == NULL && !result->is_again && result->n_missing == 0 && result->counts.downloaded == 0
         && result->counts.uploaded == 0 && result->counts.deleted == 0;
}

static void
settle_down (SyncWorld *world)
{
  guint n_still = 0;

  memset (&world->server->faults, 0, sizeof world->server->faults);
  world->server->quirks &= ~(guint) (SYNC_LAGS | SYNC_PRUNES);
  world->now += 30 * 24 * 3600; /* a change log that was pruned is made good by listing all */
  sync_world_say (world, "quiet");
  for (guint round = 0; n_still < world->n_users; round++)
    {
      guint user = round % world->n_users;

      if (round >= MOST_QUIET * world->n_users)
        g_error ("seed %u: no end of synchronising; PLENARY_SEED=%u test-sync-sim shows it", world->seed, world->seed);
      n_still = synchronise (world, user, TRUE) ? n_still + 1 : 0;
    }
}

static gboolean
is_invited (SyncWorld  *world,
            const char *uid)
{
  for (guint user = 0; user < world->n_users; user++)
    {
      GBytes *text = sync_disk_get (world->disks[user], uid);

      if (text != NULL && sync_text_invites (text))
        return (world->server->quirks & SYNC_SCHEDULES) != 0;
    }

  return FALSE;
}

static gboolean
is_on_server (SyncWorld      *world,
              const SyncFact *fact)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, world->server->resources);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SyncResource *resource = value;

      if (g_strcmp0 (resource->uid, fact->uid) == 0 && sync_text_shows (resource->text, fact->word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked (SyncWorld      *world,
          const SyncFact *fact)
{
  for (guint user = 0; user < world->n_users; user++)
    if (sync_disk_asks (world->disks[user], fact->word))
      return TRUE;

  return FALSE;
}

static gboolean
was_deleted (SyncWorld  *world,
             const char *uid)
{
  for (guint i = 0; i < world->facts->len; i++)
    {
      const SyncFact *fact = g_ptr_array_index (world->facts, i);

      if (g_str_equal (fact->uid, uid) && g_str_equal (fact->name, "object") && fact->is_replaced)
        return TRUE;
    }

  return FALSE;
}

static void
check_fact (SyncWorld      *world,
            const SyncFact *fact)
{
  gboolean may_be_with_author = (world->server->quirks & SYNC_DROPS) != 0 || is_invited (world, fact->uid);
  gboolean is_object = g_str_equal (fact->name, "object");

  if (fact->is_replaced || is_on_server (world, fact) || is_asked (world, fact))
    return;
  if ((world->server->quirks & SYNC_IGNORES_MATCH) && !is_object)
    return;
  if ((world->server->quirks & SYNC_DROPS) && *fact->name == 'X'
      && (fact->author == N_USERS || was_deleted (world, fact->uid)))
    return; /* the other program never had it there, and who deleted it never saw it */
  if (may_be_with_author && fact->author < N_USERS && sync_text_shows (sync_disk_get (world->disks[fact->author], fact->uid), fact->word))
    return;

  for (guint user = 0; user < world->n_users; user++)
    for (guint i = 0; i < world->disks[user]->questions->len; i++)
      sync_world_say (world, "  %u is asked: %s", user, (char *) g_ptr_array_index (world->disks[user]->questions, i));
  g_error ("seed %u: lost: %s of %s, by %u: “%s”; PLENARY_SEED=%u test-sync-sim shows it",
           world->seed, fact->name, fact->uid, fact->author, fact->word, world->seed);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a text says of what can be edited, whatever else a server adds. */
static char *
essence (SyncWorld *world,
         GBytes    *text)
{
  static const char *const names[] = {
    "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "ATTENDEE", "X-PLENARY-LINE", NULL
  };
  g_autoptr(PlnIcalText) read = pln_ical_text_new (text, NULL);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pln_ical_text_get_n_spans (read); i++)
    {
      g_autoptr(PlnIcalLine) line = NULL;
      PlnIcalSpan span;

      pln_ical_text_get_span (read, i, &span);
      line = pln_ical_text_parse_span (read, &span, NULL);
      if (line != NULL && g_strv_contains (names, line->name)
          && !((world->server->quirks & SYNC_DROPS) && *line->name == 'X'))
        g_ptr_array_add (kept, pln_ical_meaning_of_line (line));
    }
  g_ptr_array_sort (kept, compare_lines);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\n", (char **) kept->pdata);
}

static void
check_agreement (SyncWorld *world)
{
  GHashTableIter iter;
  gpointer uid;
  gpointer text;

  for (guint user = 0; user < world->n_users; user++)
    {
      g_hash_table_iter_init (&iter, world->disks[user]->texts);
      while (g_hash_table_iter_next (&iter, &uid, &text))
        {
          const SyncResource *resource = sync_server_find (world->server, uid);
          g_autofree char *here = NULL;
          g_autofree char *there = NULL;

          if (is_invited (world, uid))
            continue;
          if (resource == NULL)
            g_error ("seed %u: %u has %s, the server has not", world->seed, user, (char *) uid);
          here = essence (world, text);
          there = essence (world, resource->text);
          if (g_strcmp0 (here, there) != 0 && !(world->server->quirks & SYNC_IGNORES_MATCH))
            g_error ("seed %u: %u and the server differ in %s:\n%s\n-- there --\n%s\nPLENARY_SEED=%u test-sync-sim shows it",
                     world->seed, user, (char *) uid, here, there, world->seed);
        }
    }
}

static gboolean
has_guests_to_mail (SyncWorld          *world,
                    const SyncResource *resource)
{
  return (world->server->quirks & SYNC_SCHEDULES) != 0 && sync_text_invites (resource->text);
}

/* What was deleted, and not edited by anybody who did not see that, is gone. */
static void
check_gone (SyncWorld *world)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, world->server->resources);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SyncResource *resource = value;
      gboolean is_wanted = g_hash_table_contains (world->excused, resource->uid)
                           || (world->server->quirks & (SYNC_IGNORES_MATCH | SYNC_DROPS)) != 0;

      for (guint i = 0; !is_wanted && i < world->facts->len; i++)
        {
          const SyncFact *fact = g_ptr_array_index (world->facts, i);

          is_wanted = g_str_equal (fact->uid, resource->uid) && !fact->is_replaced;
        }
      if (!is_wanted)
        g_error ("seed %u: %s came back; PLENARY_SEED=%u test-sync-sim shows it", world->seed, resource->uid, world->seed);
      for (guint user = 0; user < world->n_users; user++)
        if (sync_disk_get (world->disks[user], resource->uid) == NULL && !has_guests_to_mail (world, resource))
          g_error ("seed %u: %u does not have %s; PLENARY_SEED=%u test-sync-sim shows it",
                   world->seed, user, resource->uid, world->seed);
    }
}

static void
simulate (guint    seed,
          gboolean is_loud)
{
  SyncWorld world;

  sync_world_init (&world, seed, is_loud);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint user = sync_world_roll (&world, world.n_users);

      sync_world_say (&world, "round %u", round);
      for (guint i = sync_world_roll (&world, 4); i > 0; i--)
        sync_world_edit (&world, user);
      if (sync_world_roll (&world, 6) == 0)
        sync_world_meddle (&world);
      if (sync_world_roll (&world, 2) == 0)
        synchronise (&world, user, FALSE);
    }
  settle_down (&world);

  g_assert_cmpuint (world.server->n_mails, ==, 0);
  for (guint i = 0; i < world.facts->len; i++)
    check_fact (&world, g_ptr_array_index (world.facts, i));
  check_agreement (&world);
  check_gone (&world);
  sync_world_clear (&world);
}

/* Sanitizers make each of them a hundred times as long. */
#ifdef __has_feature
#if __has_feature (address_sanitizer)
#define N_SEEDS 20
#endif
#endif
#ifndef N_SEEDS
#define N_SEEDS 100
#endif

static void
test_seeds (void)
{
  const char *one = g_getenv ("PLENARY_SEED");
  const char *many = g_getenv ("PLENARY_SEEDS");
  const char *from = g_getenv ("PLENARY_FIRST");
  guint first = from != NULL ? (guint) g_ascii_strtoull (from, NULL, 10) : 1;
  guint n = many != NULL ? (guint) g_ascii_strtoull (many, NULL, 10) : N_SEEDS;

  if (one != NULL)
    simulate ((guint) g_ascii_strtoull (one, NULL, 10), TRUE);
  for (guint seed = first; one == NULL && seed < first + n; seed++)
    simulate (seed, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/sim/seeds", test_seeds);

  return g_test_run ();
}
