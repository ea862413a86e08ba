/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-tell.h"

#include "pln-ical-edit.h"

#include <string.h>

/* Who is in an object, as a scheduling server sees it (RFC 6638). */
typedef struct
{
  char       *organiser;      /* address key, or NULL: nothing is scheduled */
  gboolean    is_handled;     /* whether the server tells the organiser */
  GHashTable *guests;         /* address keys of those whom the server tells */
  char       *own_answer;     /* PARTSTAT of the own address, or NULL */
} Parties;

static void
parties_clear (Parties *parties)
{
  g_free (parties->organiser);
  g_clear_pointer (&parties->guests, g_hash_table_unref);
  g_free (parties->own_answer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parties, parties_clear)

/* RFC 6638, 7.1: without SCHEDULE-AGENT it is SERVER; what is not known counts
 * as such, so that nothing is sent by mistake. */
static gboolean
is_handled_by_server (const PlnIcalLine *line)
{
  const char *agent = pln_ical_line_get_parameter (line, "SCHEDULE-AGENT");

  return agent == NULL || (g_ascii_strcasecmp (agent, "NONE") != 0 && g_ascii_strcasecmp (agent, "CLIENT") != 0);
}

static char *
answer_of (const PlnIcalLine *line)
{
  const char *answer = pln_ical_line_get_parameter (line, "PARTSTAT");

  return g_ascii_strup (answer != NULL ? answer : "NEEDS-ACTION", -1);
}

static void
take_line (Parties           *parties,
           const PlnIcalLine *line,
           const char        *own)
{
  g_autofree char *address = pln_ical_address_key (line->value);

  if (g_str_equal (line->name, "ORGANIZER"))
    {
      parties->is_handled = parties->is_handled || is_handled_by_server (line);
      if (parties->organiser == NULL)
        parties->organiser = g_steal_pointer (&address);
      return;
    }

  if (g_str_equal (address, own))
    {
      /* Of several instances all answers count. */
      g_autofree char *answer = answer_of (line);
      g_autofree char *before = parties->own_answer;

      parties->own_answer = g_strconcat (before != NULL ? before : "", " ", answer, NULL);
    }
  else if (is_handled_by_server (line))
    g_hash_table_add (parties->guests, g_steal_pointer (&address));
}

static void
read_parties (Parties    *parties,
              GBytes     *object,
              const char *own)
{
  g_autoptr(PlnIcalText) text = object != NULL ? pln_ical_text_new (object, NULL) : NULL;

  parties->guests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; text != NULL && i < pln_ical_text_get_n_parts (text); i++)
    {
      PlnIcalWalk walk;
      PlnIcalSpan span;

      if (g_str_equal (pln_ical_text_get_part (text, i)->name, "VALARM"))
        continue; /* whom an alarm mails is not invited */
      pln_ical_walk_init (&walk, text, i);
      while (pln_ical_walk_next (&walk, &span))
        {
          g_autoptr(PlnIcalLine) line = NULL;

          if (!pln_ical_text_span_is (text, &span, "ATTENDEE") && !pln_ical_text_span_is (text, &span, "ORGANIZER"))
            continue;
          line = pln_ical_text_parse_span (text, &span, NULL);
          if (line != NULL)
            take_line (parties, line, own);
        }
    }
}

/* The object without its stamps, which alone tell nobody anything. */
static GBytes *
without_stamps (GBytes *object)
{
  static const char *const components[] = { "VEVENT", "VTODO" };
  GBytes *plain = g_bytes_ref (object);

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    {
      g_autoptr(PlnIcalEdits) edits = pln_ical_edits_new (components[i]);
      GBytes *edited;

      pln_ical_edits_unset (edits, "DTSTAMP");
      pln_ical_edits_unset (edits, "LAST-MODIFIED");
      edited = pln_ical_edits_apply (edits, plain, NULL);
      if (edited != NULL)
        {
          g_bytes_unref (plain);
          plain = edited;
        }
    }

  return plain;
}

static gboolean
says_something_new (GBytes *before,
                    GBytes *after)
{
  g_autoptr(GBytes) old = NULL;
  g_autoptr(GBytes) new = NULL;

  if (before == NULL || after == NULL)
    return before != after;
  old = without_stamps (before);
  new = without_stamps (after);

  return !pln_ical_same_meaning (old, new);
}

static gboolean
is_guest (const Parties *parties,
          const char    *own)
{
  return parties->own_answer != NULL && parties->organiser != NULL && !g_str_equal (parties->organiser, own);
}

/* As a guest, only the answer is told, and only to the organiser; taking the
 * object away is an answer too. */
static void
tell_organiser (GHashTable    *told,
                const Parties *before,
                const Parties *after)
{
  const Parties *known = after->organiser != NULL ? after : before;
  const char *old = before->own_answer != NULL ? before->own_answer : " NEEDS-ACTION";
  gboolean is_gone = after->own_answer == NULL;

  if (known->is_handled && (is_gone || !g_str_equal (old, after->own_answer)))
    g_hash_table_add (told, g_strdup (known->organiser));
}

static void
tell_guests (GHashTable    *told,
             const Parties *parties)
{
  GHashTableIter iter;
  gpointer address;

  if (parties->organiser == NULL)
    return; /* no scheduling object (RFC 6638, 3.1) */

  g_hash_table_iter_init (&iter, parties->guests);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    g_hash_table_add (told, g_strdup (address));
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
sorted (GHashTable *addresses)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer address;

  g_hash_table_iter_init (&iter, addresses);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    g_ptr_array_add (list, g_strdup (address));
  g_ptr_array_sort (list, compare_strings);
  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (list, FALSE);
}

/**
 * pln_sync_would_tell:
 * @before: (nullable): the object as the server has it; %NULL if it has none
 * @after: (nullable): as it is to be; %NULL if it is to be deleted
 * @schedules: whether the server sends invitations by itself (RFC 6638)
 * @own_address: the address of the account on that server, or ""
 *
 * Finds whom a server would tell of a write: on behalf of the organiser, every
 * guest who is not marked `SCHEDULE-AGENT=NONE` or `CLIENT` before and after,
 * if anything but the stamps changes; on behalf of a guest, the organiser, if
 * the answer changes or the object goes. An account that is neither may have
 * other addresses there, and counts as the organiser: a mail that could be
 * sent must wait for the user. For any thread.
 *
 * Returns: (transfer full) (nullable): the addresses, sorted, or %NULL if the
 *   write tells nobody
 */
char **
pln_sync_would_tell (GBytes     *before,
                     GBytes     *after,
                     gboolean    schedules,
                     const char *own_address)
{
  g_autofree char *own = pln_ical_address_key (own_address);
  g_autoptr(GHashTable) told = NULL;
  g_auto(Parties) old = { 0 };
  g_auto(Parties) new = { 0 };

  if (!schedules || !says_something_new (before, after))
    return NULL;

  read_parties (&old, before, own);
  read_parties (&new, after, own);
  told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_guest (&new, own) || (after == NULL && is_guest (&old, own)))
    tell_organiser (told, &old, &new);
  else
    {
      tell_guests (told, &old);
      tell_guests (told, &new);
    }
  g_hash_table_remove (told, own);

  return g_hash_table_size (told) > 0 ? sorted (told) : NULL;
}
