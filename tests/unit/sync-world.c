/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-world.h"

#include "pln-ical-edit.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1800000000)

G_GNUC_PRINTF (2, 3) void
sync_world_say (SyncWorld      *world,
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
  SyncFact *fact = data;

  g_free (fact->uid);
  g_free (fact->name);
  g_free (fact->word);
  g_free (fact);
}

guint
sync_world_roll (SyncWorld *world,
                 guint      n)
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

gboolean
sync_text_shows (GBytes     *text,
                 const char *word)
{
  g_autofree char *all = text != NULL ? unfolded (text) : NULL;

  return all != NULL && strstr (all, word) != NULL;
}

static void
add_fact (SyncWorld  *world,
          const char *uid,
          const char *name,
          const char *word,
          guint       author)
{
  SyncFact *fact = g_new0 (SyncFact, 1);

  fact->uid = g_strdup (uid);
  fact->name = g_strdup (name);
  fact->word = g_strdup (word);
  fact->author = author;
  g_ptr_array_add (world->facts, fact);
}

/* Who writes over what is shown replaces it; NULL: all of the object. */
static void
replace_facts (SyncWorld  *world,
               const char *uid,
               const char *name,
               GBytes     *shown)
{
  for (guint i = 0; i < world->facts->len; i++)
    {
      SyncFact *fact = g_ptr_array_index (world->facts, i);

      if (g_str_equal (fact->uid, uid) && (name == NULL || g_str_equal (fact->name, name)) && sync_text_shows (shown, fact->word))
        fact->is_replaced = TRUE;
    }
}

static char *
new_word (SyncWorld  *world,
          const char *stem)
{
  return g_strdup_printf ("%s%uq", stem, ++world->n_words);
}

static char *
new_time (SyncWorld *world,
          guint      hours)
{
  guint n = ++world->n_words;

  return g_strdup_printf ("2027%02u%02uT%02u%02u%02u", 1 + n / 28 % 12, 1 + n % 28, hours, n / 336 % 60, n % 60);
}

static GBytes *
new_object (SyncWorld  *world,
            const char *uid,
            guint       author)
{
  g_autofree char *summary = new_word (world, "title");
  g_autofree char *guest = new_word (world, "guest");
  gboolean mails = (world->server->quirks & SYNC_SCHEDULES) && sync_world_roll (world, 3) == 0;
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

gboolean
sync_text_invites (GBytes *text)
{
  return sync_text_shows (text, "ATTENDEE;CN");
}

static void
edit_text (SyncWorld    *world,
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
  sync_world_say (world, "    %u: %s of %s: %s", author, name, uid, word);
}

static void
edit_times (SyncWorld    *world,
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
  sync_world_say (world, "    %u: moves %s: %s", author, uid, start);
}

static void
edit_guests (SyncWorld    *world,
             PlnIcalEdits *edits,
             const char   *uid,
             GBytes       *text,
             guint         author)
{
  g_autoptr(GPtrArray) guests = words_of (text, "guest");
  const char *old = guests->len > 0 ? g_ptr_array_index (guests, sync_world_roll (world, guests->len)) : NULL;

  if (old == NULL || sync_world_roll (world, 3) == 0)
    {
      g_autofree char *guest = new_word (world, "guest");
      g_autofree char *key = g_strdup_printf ("mailto:%s@example.org", guest);

      add_fact (world, uid, guest, guest, author);
      pln_ical_edits_put (edits, key, guest_line (guest, key, sync_text_invites (text)));
      sync_world_say (world, "    %u: adds to %s: %s", author, uid, guest);
    }
  else
    {
      g_autofree char *key = g_strdup_printf ("mailto:%s@example.org", old);

      if (sync_world_roll (world, 2) == 0)
        {
          g_autofree char *said = g_strconcat (old, "-said", NULL);

          replace_facts (world, uid, old, text);
          replace_facts (world, uid, said, text);
          g_hash_table_add (world->excused, g_strdup (uid));
          pln_ical_edits_drop (edits, "ATTENDEE", key);
          sync_world_say (world, "    %u: removes from %s: %s", author, uid, old);
        }
      else
        {
          g_autofree char *said = g_strconcat (old, "-said", NULL);
          g_autofree char *word = new_word (world, "said");

          replace_facts (world, uid, said, text);
          add_fact (world, uid, said, word, author);
          pln_ical_edits_parameter (edits, "ATTENDEE", key, "PARTSTAT", sync_world_roll (world, 2) == 0 ? "ACCEPTED" : "DECLINED");
          pln_ical_edits_parameter (edits, "ATTENDEE", key, "X-SAID", word);
          sync_world_say (world, "    %u: answers in %s for %s: %s", author, uid, old, word);
        }
    }
}

static void
edit_lines (SyncWorld    *world,
            PlnIcalEdits *edits,
            const char   *uid,
            GBytes       *text,
            guint         author)
{
  g_autofree char *all = unfolded (text);
  g_autofree char *id = g_strdup_printf ("id%u", sync_world_roll (world, 4));
  g_autofree char *find = g_strdup_printf ("X-PLENARY-LINE;ID=%s:", id);
  const char *at = strstr (all, find);
  g_autofree char *old = at != NULL ? g_strndup (at + strlen (find), strcspn (at + strlen (find), "\r")) : NULL;

  if (old != NULL)
    for (guint i = 0; i < world->facts->len; i++)
      {
        SyncFact *fact = g_ptr_array_index (world->facts, i);

        if (g_str_equal (fact->uid, uid) && g_str_equal (fact->word, old))
          fact->is_replaced = TRUE;
      }
  if (old != NULL && sync_world_roll (world, 3) == 0)
    {
      g_hash_table_add (world->excused, g_strdup (uid));
      pln_ical_edits_drop (edits, "X-PLENARY-LINE", id);
      sync_world_say (world, "    %u: removes a line from %s: %s", author, uid, old);
    }
  else
    {
      g_autofree char *word = new_word (world, "line");
      PlnIcalLine *line = pln_ical_line_new ("X-PLENARY-LINE", word);

      pln_ical_line_set_parameter (line, "ID", id);
      pln_ical_edits_put (edits, id, line);
      add_fact (world, uid, "X-PLENARY-LINE", word, author);
      sync_world_say (world, "    %u: writes a line in %s (%s): %s", author, uid, id, word);
    }
}

static GBytes *
edited (SyncWorld  *world,
        const char *uid,
        GBytes     *text,
        guint       author)
{
  g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new ("VEVENT");
  g_autoptr(GError) error = NULL;
  GBytes *after;
  gboolean moves = FALSE;

  switch (sync_world_roll (world, 7))
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
any_uid (SyncWorld *world,
         SyncDisk  *disk)
{
  g_autoptr(GList) uids = g_list_sort (g_hash_table_get_keys (disk->texts), (GCompareFunc) g_strcmp0);

  return uids != NULL ? g_strdup (g_list_nth_data (uids, sync_world_roll (world, g_hash_table_size (disk->texts)))) : NULL;
}

void
sync_world_edit (SyncWorld *world,
                 guint      user)
{
  SyncDisk *disk = world->disks[user];
  g_autofree char *uid = any_uid (world, disk);
  guint what = sync_world_roll (world, 12);

  world->now += 1 + sync_world_roll (world, 60);
  if (uid == NULL || what == 0)
    {
      /* Two may import the same. */
      g_autofree char *fresh = sync_world_roll (world, 3) == 0 ? g_strdup_printf ("import%uq", sync_world_roll (world, 3)) : new_word (world, "object");
      g_autoptr(GBytes) text = NULL;

      if (sync_disk_get (disk, fresh) != NULL)
        return;
      text = new_object (world, fresh, user);
      sync_disk_put (disk, fresh, text);
      sync_world_say (world, "    %u: makes %s", user, fresh);
    }
  else if (what == 1)
    {
      replace_facts (world, uid, NULL, sync_disk_get (disk, uid));
      if (world->is_running)
        g_hash_table_add (world->excused, g_strdup (uid));
      sync_disk_put (disk, uid, NULL);
      sync_world_say (world, "    %u: deletes %s", user, uid);
    }
  else
    {
      g_autoptr(GBytes) text = edited (world, uid, sync_disk_get (disk, uid), user);

      sync_disk_put (disk, uid, text);
    }
}

/* Another program edits on the server, renames, or copies what it has. */
void
sync_world_meddle (SyncWorld *world)
{
  SyncServer *server = world->server;
  g_autoptr(GList) hrefs = g_list_sort (g_hash_table_get_keys (server->resources), (GCompareFunc) g_strcmp0);
  SyncResource *resource = hrefs != NULL ? g_hash_table_lookup (server->resources, g_list_nth_data (hrefs, sync_world_roll (world, g_list_length (hrefs))))
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
  if (sync_world_roll (world, 4) > 0 || (server->quirks & SYNC_DROPS))
    {
      text = edited (world, uid, resource->text, N_USERS);
      sync_server_put (server, old, text);
    }
  else
    {
      sync_world_say (world, "    other: renames %s from %s to %s", uid, old, href);
      g_hash_table_add (world->excused, g_strdup (uid));
      text = g_bytes_ref (resource->text);
      sync_server_remove (server, old);
      sync_server_put (server, href, text);
    }
}

static guint
choose_quirks (SyncWorld *world)
{
  guint quirks = 0;

  /* Most servers are odd in a few ways; none is odd in all. */
  for (guint i = 0; i < 3; i++)
    quirks |= 1u << sync_world_roll (world, 17);
  if (quirks & SYNC_NO_TOKEN)
    quirks &= ~(guint) (SYNC_DISGUISES | SYNC_STILL_TOKEN);

  return quirks;
}

static void
choose_faults (SyncWorld *world)
{
  SyncFaults *faults = &world->server->faults;
  guint *all[] = {
    &faults->offline, &faults->lost, &faults->broken, &faults->broken_after, &faults->busy, &faults->password,
    &faults->changed, &faults->not_stored, &faults->left_out, &faults->elsewhere, &faults->forgets,
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = sync_world_roll (world, 2) == 0 ? 0 : 8 + sync_world_roll (world, 30);
}

void
sync_world_init (SyncWorld *world,
                 guint      seed,
                 gboolean   is_loud)
{
  memset (world, 0, sizeof *world);
  world->seed = seed;
  world->is_loud = is_loud;
  world->random = g_rand_new_with_seed (seed);
  world->now = NOW;
  world->facts = g_ptr_array_new_with_free_func (fact_free);
  world->excused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->n_users = 2 + sync_world_roll (world, N_USERS - 1);
  world->server = sync_server_new (choose_quirks (world), world->random);
  world->server->is_loud = is_loud;
  choose_faults (world);
  for (guint i = 0; i < world->n_users; i++)
    world->disks[i] = sync_disk_new ();
  sync_world_say (world, "seed %u: quirks %x, %u users", seed, world->server->quirks, world->n_users);
}

void
sync_world_clear (SyncWorld *world)
{
  for (guint i = 0; i < world->n_users; i++)
    sync_disk_free (world->disks[i]);
  sync_server_free (world->server);
  g_ptr_array_unref (world->facts);
  g_hash_table_unref (world->excused);
  g_rand_free (world->random);
}
