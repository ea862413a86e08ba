/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Organisers edit at random, on a server that rewrites, loses and lies, and
 * with power cuts at any step; afterwards nothing may be missing.
 *
 *   test-sync-sim                   100 seeds, in each run of the suite
 *   PLENARY_SEEDS=10000 …           so many
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

#include "pln-ical-edit.h"
#include "pln-ical-meaning.h"
#include "sync-carry.h"

#include <stdlib.h>
#include <string.h>

#define N_USERS    3
#define N_ROUNDS   30
#define MOST_QUIET 24
#define NOW        G_GINT64_CONSTANT (1800000000)

/* Something that a user wrote: a word that is nowhere else. */
typedef struct
{
  char     *uid;
  char     *name; /* the property; "object" for the object itself */
  char     *word;
  guint     author; /* N_USERS: another program */
  gboolean  is_replaced;
} Fact;

typedef struct
{
  GRand      *random;
  guint       seed;
  gboolean    is_loud;
  SyncServer *server;
  SyncDisk   *disks[N_USERS];
  gboolean    may_empty[N_USERS];
  GPtrArray  *facts;
  GHashTable *excused; /* UIDs of what may come back */
  guint       n_words;
  gint64      now;
  guint       n_users;
  guint       runs;
  guint       running; /* whose run goes on */
  gboolean    is_running;
  gboolean    is_nested;
} World;

G_GNUC_PRINTF (2, 3) static void
say (World      *world,
     const char *format,
     ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  if (!world->is_loud)
    return;
  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", line);
}

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->uid);
  g_free (fact->name);
  g_free (fact->word);
  g_free (fact);
}

static guint
roll (World *world,
      guint  n)
{
  return (guint) g_rand_int_range (world->random, 0, (gint32) n);
}

static char *
unfolded (GBytes *text)
{
  g_autofree char *all = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_auto(GStrv) pieces = g_strsplit (all, "\r\n ", -1);

  return g_strjoinv ("", pieces);
}

static gboolean
shows (GBytes     *text,
       const char *word)
{
  g_autofree char *all = text != NULL ? unfolded (text) : NULL;

  return all != NULL && strstr (all, word) != NULL;
}

static void
add_fact (World      *world,
          const char *uid,
          const char *name,
          const char *word,
          guint       author)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->uid = g_strdup (uid);
  fact->name = g_strdup (name);
  fact->word = g_strdup (word);
  fact->author = author;
  g_ptr_array_add (world->facts, fact);
}

/* Who writes over what is shown replaces it; NULL: all of the object. */
static void
replace_facts (World      *world,
               const char *uid,
               const char *name,
               GBytes     *shown)
{
  for (guint i = 0; i < world->facts->len; i++)
    {
      Fact *fact = g_ptr_array_index (world->facts, i);

      if (g_str_equal (fact->uid, uid) && (name == NULL || g_str_equal (fact->name, name)) && shows (shown, fact->word))
        fact->is_replaced = TRUE;
    }
}

static char *
new_word (World      *world,
          const char *stem)
{
  return g_strdup_printf ("%s%uq", stem, ++world->n_words);
}

static char *
new_time (World *world,
          guint  hours)
{
  guint n = ++world->n_words;

  return g_strdup_printf ("2027%02u%02uT%02u%02u%02u", 1 + n / 28 % 12, 1 + n % 28, hours, n / 336 % 60, n % 60);
}

static GBytes *
new_object (World      *world,
            const char *uid,
            guint       author)
{
  g_autofree char *summary = new_word (world, "title");
  g_autofree char *guest = new_word (world, "guest");
  gboolean mails = (world->server->quirks & SYNC_SCHEDULES) && roll (world, 3) == 0;
  g_autofree char *text =
    g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20270101T000000Z\r\n"
                     "SEQUENCE:0\r\nDTSTART:20270101T090000Z\r\nDTEND:20270101T100000Z\r\nSUMMARY:%s\r\n"
                     "ORGANIZER:mailto:ada@example.org\r\n"
                     "ATTENDEE;%sCN=%s:mailto:%s@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                     uid, summary, mails ? "" : "SCHEDULE-AGENT=CLIENT;", guest, guest);

  add_fact (world, uid, "object", uid, author);
  add_fact (world, uid, "SUMMARY", summary, author);
  add_fact (world, uid, guest, guest, author);

  return g_bytes_new (text, strlen (text));
}

/* What a text says of lines with a name: the word in each. */
static GPtrArray *
words_of (GBytes     *text,
          const char *stem)
{
  g_autofree char *all = unfolded (text);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = strstr (all, stem); at != NULL; at = strstr (at + 1, stem))
    {
      gsize length = strcspn (at, "q") + 1;
      g_autofree char *word = g_strndup (at, length);

      if (g_ascii_isdigit (at[strlen (stem)]) && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }

  return words;
}

static PlnIcalLine *
guest_line (const char *guest,
            const char *address,
            gboolean    is_invited)
{
  PlnIcalLine *line = pln_ical_line_new ("ATTENDEE", address);

  if (!is_invited)
    pln_ical_line_set_parameter (line, "SCHEDULE-AGENT", "CLIENT");
  pln_ical_line_set_parameter (line, "CN", guest);

  return line;
}

static gboolean
invites (GBytes *text)
{
  return shows (text, "ATTENDEE;CN");
}

static void
edit_text (World        *world,
           PlnIcalEdits *edits,
           const char   *uid,
           const char   *name,
           const char   *stem,
           GBytes       *text,
           guint         author)
{
  g_autofree char *word = new_word (world, stem);

  replace_facts (world, uid, name, text);
  add_fact (world, uid, name, word, author);
  pln_ical_edits_set (edits, pln_ical_line_new (name, word));
  say (world, "    %u: %s of %s: %s", author, name, uid, word);
}

static void
edit_times (World        *world,
            PlnIcalEdits *edits,
            const char   *uid,
            GBytes       *text,
            guint         author)
{
  g_autofree char *start = new_time (world, 9);
  g_autofree char *end = g_strdup (start);

  end[9] = '1';
  replace_facts (world, uid, "DTSTART", text);
  add_fact (world, uid, "DTSTART", start, author);
  pln_ical_edits_set (edits, pln_ical_line_new ("DTSTART", start));
  pln_ical_edits_set (edits, pln_ical_line_new ("DTEND", end));
  say (world, "    %u: moves %s: %s", author, uid, start);
}

static void
edit_guests (World        *world,
             PlnIcalEdits *edits,
             const char   *uid,
             GBytes       *text,
             guint         author)
{
  g_autoptr(GPtrArray) guests = words_of (text, "guest");
  const char *old = guests->len > 0 ? g_ptr_array_index (guests, roll (world, guests->len)) : NULL;

  if (old == NULL || roll (world, 3) == 0)
    {
      g_autofree char *guest = new_word (world, "guest");
      g_autofree char *key = g_strdup_printf ("mailto:%s@example.org", guest);

      add_fact (world, uid, guest, guest, author);
      pln_ical_edits_put (edits, key, guest_line (guest, key, invites (text)));
      say (world, "    %u: adds to %s: %s", author, uid, guest);
    }
  else
    {
      g_autofree char *key = g_strdup_printf ("mailto:%s@example.org", old);

      if (roll (world, 2) == 0)
        {
          g_autofree char *said = g_strconcat (old, "-said", NULL);

          replace_facts (world, uid, old, text);
          replace_facts (world, uid, said, text);
          g_hash_table_add (world->excused, g_strdup (uid));
          pln_ical_edits_drop (edits, "ATTENDEE", key);
          say (world, "    %u: removes from %s: %s", author, uid, old);
        }
      else
        {
          g_autofree char *said = g_strconcat (old, "-said", NULL);
          g_autofree char *word = new_word (world, "said");

          replace_facts (world, uid, said, text);
          add_fact (world, uid, said, word, author);
          pln_ical_edits_parameter (edits, "ATTENDEE", key, "PARTSTAT", roll (world, 2) == 0 ? "ACCEPTED" : "DECLINED");
          pln_ical_edits_parameter (edits, "ATTENDEE", key, "X-SAID", word);
          say (world, "    %u: answers in %s for %s: %s", author, uid, old, word);
        }
    }
}

static void
edit_lines (World        *world,
            PlnIcalEdits *edits,
            const char   *uid,
            GBytes       *text,
            guint         author)
{
  g_autofree char *all = unfolded (text);
  g_autofree char *id = g_strdup_printf ("id%u", roll (world, 4));
  g_autofree char *find = g_strdup_printf ("X-PLENARY-LINE;ID=%s:", id);
  const char *at = strstr (all, find);
  g_autofree char *old = at != NULL ? g_strndup (at + strlen (find), strcspn (at + strlen (find), "\r")) : NULL;

  if (old != NULL)
    for (guint i = 0; i < world->facts->len; i++)
      {
        Fact *fact = g_ptr_array_index (world->facts, i);

        if (g_str_equal (fact->uid, uid) && g_str_equal (fact->word, old))
          fact->is_replaced = TRUE;
      }
  if (old != NULL && roll (world, 3) == 0)
    {
      g_hash_table_add (world->excused, g_strdup (uid));
      pln_ical_edits_drop (edits, "X-PLENARY-LINE", id);
      say (world, "    %u: removes a line from %s: %s", author, uid, old);
    }
  else
    {
      g_autofree char *word = new_word (world, "line");
      PlnIcalLine *line = pln_ical_line_new ("X-PLENARY-LINE", word);

      pln_ical_line_set_parameter (line, "ID", id);
      pln_ical_edits_put (edits, id, line);
      add_fact (world, uid, "X-PLENARY-LINE", word, author);
      say (world, "    %u: writes a line in %s (%s): %s", author, uid, id, word);
    }
}

static GBytes *
edited (World      *world,
        const char *uid,
        GBytes     *text,
        guint       author)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GError) error = NULL;
  GBytes *after;
  gboolean moves = FALSE;

  switch (roll (world, 7))
    {
    case 0:
      edit_text (world, edits, uid, "SUMMARY", "title", text, author);
      break;
    case 1:
      edit_text (world, edits, uid, "DESCRIPTION", "about", text, author);
      break;
    case 2:
      edit_text (world, edits, uid, "LOCATION", "room", text, author);
      break;
    case 3:
      edit_times (world, edits, uid, text, author);
      moves = TRUE;
      break;
    case 4:
      edit_lines (world, edits, uid, text, author);
      break;
    default:
      edit_guests (world, edits, uid, text, author);
    }
  pln_ical_edits_stamp (edits, world->now, moves);
  after = pln_ical_edits_apply (edits, text, &error);
  g_assert_no_error (error);

  return after;
}

static char *
any_uid (World    *world,
         SyncDisk *disk)
{
  g_autoptr(GList) uids = g_list_sort (g_hash_table_get_keys (disk->texts), (GCompareFunc) g_strcmp0);

  return uids != NULL ? g_strdup (g_list_nth_data (uids, roll (world, g_hash_table_size (disk->texts)))) : NULL;
}

static void
edit (World *world,
      guint  user)
{
  SyncDisk *disk = world->disks[user];
  g_autofree char *uid = any_uid (world, disk);
  guint what = roll (world, 12);

  world->now += 1 + roll (world, 60);
  if (uid == NULL || what == 0)
    {
      /* Two may import the same. */
      g_autofree char *fresh = roll (world, 3) == 0 ? g_strdup_printf ("import%uq", roll (world, 3)) : new_word (world, "object");
      g_autoptr(GBytes) text = NULL;

      if (sync_disk_get (disk, fresh) != NULL)
        return;
      text = new_object (world, fresh, user);
      sync_disk_put (disk, fresh, text);
      say (world, "    %u: makes %s", user, fresh);
    }
  else if (what == 1)
    {
      replace_facts (world, uid, NULL, sync_disk_get (disk, uid));
      if (world->is_running)
        g_hash_table_add (world->excused, g_strdup (uid));
      sync_disk_put (disk, uid, NULL);
      say (world, "    %u: deletes %s", user, uid);
    }
  else
    {
      g_autoptr(GBytes) text = edited (world, uid, sync_disk_get (disk, uid), user);

      sync_disk_put (disk, uid, text);
    }
}

/* Another program edits on the server, renames, or copies what it has. */
static void
meddle (World *world)
{
  SyncServer *server = world->server;
  g_autoptr(GList) hrefs = g_list_sort (g_hash_table_get_keys (server->resources), (GCompareFunc) g_strcmp0);
  SyncResource *resource = hrefs != NULL ? g_hash_table_lookup (server->resources, g_list_nth_data (hrefs, roll (world, g_list_length (hrefs))))
                                         : NULL;
  g_autofree char *href = g_strdup_printf (SYNC_CALENDAR "other-%u.ics", ++world->n_words);
  g_autofree char *uid = NULL;
  g_autofree char *old = NULL;
  g_autoptr(GBytes) text = NULL;

  if (resource == NULL || (server->quirks & SYNC_SCHEDULES))
    return;

  uid = g_strdup (resource->uid);
  old = g_strdup (resource->href);
  /* A renaming can look like a deletion for a while: what a server dropped
   * goes with that. */
  if (roll (world, 4) > 0 || (server->quirks & SYNC_DROPS))
    {
      text = edited (world, uid, resource->text, N_USERS);
      sync_server_put (server, old, text);
    }
  else
    {
      say (world, "    other: renames %s from %s to %s", uid, old, href);
      g_hash_table_add (world->excused, g_strdup (uid));
      text = g_bytes_ref (resource->text);
      sync_server_remove (server, old);
      sync_server_put (server, href, text);
    }
}

/* After a run that was cut off, a deletion may be too late. */
static void
excuse_all (World *world,
            guint  user)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, world->disks[user]->texts);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (world->excused, g_strdup (uid));
}

static gboolean synchronise (World *world, guint user, gboolean is_quiet);

/* Between two steps of a run, its user edits, and others synchronise. */
static void
happen_between (gpointer data)
{
  World *world = data;
  guint user = world->running;

  if (roll (world, 12) == 0)
    edit (world, user);
  if (!world->is_nested && roll (world, 10) == 0)
    {
      world->is_nested = TRUE;
      synchronise (world, (user + 1) % world->n_users, FALSE);
      world->is_nested = FALSE;
      world->running = user;
    }
}

static gboolean
synchronise (World   *world,
             guint    user,
             gboolean is_quiet)
{
  SyncCarry carry = {
    .random = world->random,
    .now = world->now,
    .may_empty = world->may_empty[user],
    .crash_after = !is_quiet && roll (world, 4) == 0 ? 1 + roll (world, 25) : 0,
    .between = is_quiet ? NULL : happen_between,
    .data = world,
  };
  g_autoptr(PlnSyncRun) run = sync_carry_new (world->server, world->disks[user], &carry);
  const PlnSyncResult *result = pln_sync_run_get_result (run);
  gboolean is_over;

  world->running = user;
  world->runs++;
  say (world, "    %u begins", user);
  world->is_running = TRUE;
  is_over = sync_carry_out (run, world->server, world->disks[user], &carry);
  world->is_running = world->is_nested;
  if (!is_over || result->error != NULL || result->is_again)
    excuse_all (world, user);
  say (world, "  %u synchronises%s: %u down, %u up, %u merged, %u asked, %u deleted, %u waiting, %u failed%s%s%s", user,
       is_over ? "" : " and crashes", result->counts.downloaded, result->counts.uploaded, result->counts.merged,
       result->counts.conflicts, result->counts.deleted, result->counts.waiting, result->failed->len,
       result->is_again ? ", again" : "", result->error != NULL ? ": " : "", result->error != NULL ? result->error->message : "");
  for (guint i = 0; world->is_loud && i < result->failed->len; i++)
    say (world, "      %s", ((PlnSyncNote *) g_ptr_array_index (result->failed, i))->text);
  world->may_empty[user] = result->n_missing > 0; /* the user agrees, the next time */

  return is_over && result->error == NULL && !result->is_again && result->n_missing == 0 && result->counts.downloaded == 0
         && result->counts.uploaded == 0 && result->counts.deleted == 0;
}

static void
settle_down (World *world)
{
  guint n_still = 0;

  memset (&world->server->faults, 0, sizeof world->server->faults);
  world->server->quirks &= ~(guint) (SYNC_LAGS | SYNC_PRUNES);
  world->now += 30 * 24 * 3600; /* a change log that was pruned is made good by listing all */
  say (world, "quiet");
  for (guint round = 0; n_still < world->n_users; round++)
    {
      guint user = round % world->n_users;

      if (round >= MOST_QUIET * world->n_users)
        g_error ("seed %u: no end of synchronising; PLENARY_SEED=%u test-sync-sim shows it", world->seed, world->seed);
      n_still = synchronise (world, user, TRUE) ? n_still + 1 : 0;
    }
}

static gboolean
is_invited (World      *world,
            const char *uid)
{
  for (guint user = 0; user < world->n_users; user++)
    {
      GBytes *text = sync_disk_get (world->disks[user], uid);

      if (text != NULL && invites (text))
        return (world->server->quirks & SYNC_SCHEDULES) != 0;
    }

  return FALSE;
}

static gboolean
is_on_server (World      *world,
              const Fact *fact)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, world->server->resources);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SyncResource *resource = value;

      if (g_strcmp0 (resource->uid, fact->uid) == 0 && shows (resource->text, fact->word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked (World      *world,
          const Fact *fact)
{
  for (guint user = 0; user < world->n_users; user++)
    if (sync_disk_asks (world->disks[user], fact->word))
      return TRUE;

  return FALSE;
}

static gboolean
was_deleted (World      *world,
             const char *uid)
{
  for (guint i = 0; i < world->facts->len; i++)
    {
      const Fact *fact = g_ptr_array_index (world->facts, i);

      if (g_str_equal (fact->uid, uid) && g_str_equal (fact->name, "object") && fact->is_replaced)
        return TRUE;
    }

  return FALSE;
}

static void
check_fact (World      *world,
            const Fact *fact)
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
  if (may_be_with_author && fact->author < N_USERS && shows (sync_disk_get (world->disks[fact->author], fact->uid), fact->word))
    return;

  for (guint user = 0; user < world->n_users; user++)
    for (guint i = 0; i < world->disks[user]->questions->len; i++)
      say (world, "  %u is asked: %s", user, (char *) g_ptr_array_index (world->disks[user]->questions, i));
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
essence (World  *world,
         GBytes *text)
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
check_agreement (World *world)
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
has_guests_to_mail (World              *world,
                    const SyncResource *resource)
{
  return (world->server->quirks & SYNC_SCHEDULES) != 0 && invites (resource->text);
}

/* What was deleted, and not edited by anybody who did not see that, is gone. */
static void
check_gone (World *world)
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
          const Fact *fact = g_ptr_array_index (world->facts, i);

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

static guint
choose_quirks (World *world)
{
  guint quirks = 0;

  /* Most servers are odd in a few ways; none is odd in all. */
  for (guint i = 0; i < 3; i++)
    quirks |= 1u << roll (world, 17);
  if (quirks & SYNC_NO_TOKEN)
    quirks &= ~(guint) (SYNC_DISGUISES | SYNC_STILL_TOKEN);

  return quirks;
}

static void
choose_faults (World *world)
{
  SyncFaults *faults = &world->server->faults;
  guint *all[] = {
    &faults->offline, &faults->lost, &faults->broken, &faults->broken_after, &faults->busy, &faults->password,
    &faults->changed, &faults->not_stored, &faults->left_out, &faults->elsewhere, &faults->forgets,
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = roll (world, 2) == 0 ? 0 : 8 + roll (world, 30);
}

static void
world_init (World   *world,
            guint    seed,
            gboolean is_loud)
{
  memset (world, 0, sizeof *world);
  world->seed = seed;
  world->is_loud = is_loud;
  world->random = g_rand_new_with_seed (seed);
  world->now = NOW;
  world->facts = g_ptr_array_new_with_free_func (fact_free);
  world->excused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->n_users = 2 + roll (world, N_USERS - 1);
  world->server = sync_server_new (choose_quirks (world), world->random);
  world->server->is_loud = is_loud;
  choose_faults (world);
  for (guint i = 0; i < world->n_users; i++)
    world->disks[i] = sync_disk_new ();
  say (world, "seed %u: quirks %x, %u users", seed, world->server->quirks, world->n_users);
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < world->n_users; i++)
    sync_disk_free (world->disks[i]);
  sync_server_free (world->server);
  g_ptr_array_unref (world->facts);
  g_hash_table_unref (world->excused);
  g_rand_free (world->random);
}

static void
simulate (guint    seed,
          gboolean is_loud)
{
  World world;

  world_init (&world, seed, is_loud);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint user = roll (&world, world.n_users);

      say (&world, "round %u", round);
      for (guint i = roll (&world, 4); i > 0; i--)
        edit (&world, user);
      if (roll (&world, 6) == 0)
        meddle (&world);
      if (roll (&world, 2) == 0)
        synchronise (&world, user, FALSE);
    }
  settle_down (&world);

  g_assert_cmpuint (world.server->n_mails, ==, 0);
  for (guint i = 0; i < world.facts->len; i++)
    check_fact (&world, g_ptr_array_index (world.facts, i));
  check_agreement (&world);
  check_gone (&world);
  world_clear (&world);
}

static void
test_seeds (void)
{
  const char *one = g_getenv ("PLENARY_SEED");
  const char *many = g_getenv ("PLENARY_SEEDS");
  guint n = many != NULL ? (guint) g_ascii_strtoull (many, NULL, 10) : 100;

  if (one != NULL)
    simulate ((guint) g_ascii_strtoull (one, NULL, 10), TRUE);
  for (guint seed = 1; one == NULL && seed <= n; seed++)
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
