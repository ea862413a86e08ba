/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-sync.h"

#include <string.h>

/* A library of 100,000 objects, and a gathering of 10,000 people: what the
 * window waits for must not depend on how much there is. */
#define N_GATHERINGS 2000
#define N_SESSIONS   49
#define N_PEOPLE     10000
#define N_SHARED     10000

#define LIST_GOAL    0.1 /* seconds */
#define SEARCH_GOAL  0.1
#define TREES_GOAL   0.2
#define ANSWER_GOAL  1.0 /* it is shown at once; this is until the disk has it */

static gboolean missed;

static gint64
start (void)
{
  return g_get_monotonic_time ();
}

static void
report (const char *what,
        gint64      since,
        double      goal)
{
  double seconds = (g_get_monotonic_time () - since) / (double) G_USEC_PER_SEC;

  g_print ("%-44s %8.3f s", what, seconds);
  if (goal > 0)
    g_print (", goal %.1f s%s", goal, seconds > goal ? ": MISSED" : "");
  g_print ("\n");
  missed = missed || (goal > 0 && seconds > goal);
}

static void
put (PlnChange  *change,
     const char *uid,
     const char *title,
     const char *more)
{
  g_autofree char *text = event_text (uid, title, more);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  pln_change_put_text (change, "Gatherings", uid, bytes);
}

static PlnChange *
import_new (void)
{
  PlnChange *change = pln_change_new ("Import");

  for (guint i = 0; i < N_GATHERINGS; i++)
    {
      g_autofree char *uid = g_strdup_printf ("gathering-%u", i);
      g_autofree char *title = g_strdup_printf ("Conference %u on librarianship", i);
      g_autofree char *lines = g_strdup_printf ("X-PLENARY-KIND:SESSION\r\nRELATED-TO:%s\r\n", uid);

      put (change, uid, title, "X-PLENARY-KIND:GATHERING\r\nLOCATION:Hall\r\n");
      for (guint j = 0; j < N_SESSIONS; j++)
        {
          g_autofree char *session = g_strdup_printf ("session-%u-%u", i, j);
          g_autofree char *talk = g_strdup_printf ("Talk %u of %u", j, i);

          put (change, session, talk, lines);
        }
    }

  return change;
}

static PlnChange *
people_new (PlnGathering *gathering)
{
  PlnChange *change = pln_change_new ("Add people");

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c%011u", 'a' + i % 26, i);
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *email = g_strdup_printf ("%u@example.org", i);
      g_autoptr(PlnAttendee) person = pln_attendee_new (id);

      pln_attendee_set_name (person, name);
      pln_attendee_set_email (person, email);
      pln_change_put_attendee (change, gathering, NULL, person);
    }

  return change;
}

static PlnChange *
answer_new (PlnGathering *gathering)
{
  PlnChange *change = pln_change_new ("Told me");
  PlnAttendee *before = pln_gathering_find_attendee (gathering, "e00000009000");
  g_autoptr(PlnAttendee) after = NULL;

  before = before != NULL ? before : g_list_model_get_item (pln_gathering_get_attendees (gathering), N_PEOPLE - 9);
  after = pln_attendee_copy (before);
  pln_attendee_set_answer (after, PLN_ANSWER_ACCEPTED);
  pln_change_put_attendee (change, gathering, before, after);

  return change;
}

static void
measure_many_objects (Library *library)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *found = NULL;
  gint64 since = start ();

  library_apply (library, import_new ());
  report ("100,000 objects written, with their files", since, 0);

  since = start ();
  list = library_list (library);
  report ("2,000 gatherings of 100,000 objects listed", since, LIST_GOAL);
  g_assert_cmpuint (list->len, ==, N_GATHERINGS);

  since = start ();
  found = library_search (library, "librar 1999");
  report ("two words found", since, SEARCH_GOAL);
  g_assert_cmpstr (found, ==, "Conference 1999 on librarianship");

  since = start ();
  library_apply (library, change_new_gathering ("new", "New"));
  report ("one more gathering written", since, ANSWER_GOAL);

  library_close (library);
  since = start ();
  library_open (library);
  report ("opened, all files looked at", since, 0);
}

static void
measure_many_people (Library *library)
{
  g_autoptr(PlnGathering) empty = library_load (library, "new");
  g_autoptr(PlnGathering) gathering = NULL;
  gint64 since = start ();

  library_apply (library, people_new (empty));
  report ("10,000 people added", since, 0);

  since = start ();
  gathering = library_load (library, "new");
  report ("a gathering of 10,000 people loaded", since, 0);

  since = start ();
  library_apply (library, answer_new (gathering));
  report ("the answer of one of them written", since, ANSWER_GOAL);

  since = start ();
  g_free (library_undo (library));
  report ("and undone", since, ANSWER_GOAL);
}

/* A calendar on a server, when nothing is new. */
static void
measure_sync (Library *library)
{
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_settled_free);
  PlnChange *change = pln_change_new ("Import");
  g_autofree char *left = NULL;
  g_autofree char *state = NULL;
  gint64 since;

  for (guint i = 0; i < N_SHARED; i++)
    {
      g_autofree char *uid = g_strdup_printf ("shared-%u", i);
      g_autofree char *text = event_text (uid, "One of many", "");
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      pln_change_put_text (change, "Shared", uid, bytes);
      g_ptr_array_add (settled, settled_pushed (uid, text, "1"));
    }
  library_apply (library, change);
  sync_link (library, "Shared");

  since = start ();
  left = sync_settle_all (library, "Shared", "token", settled);
  report ("10,000 objects agreed with a server", since, 0);
  g_assert_cmpstr (left, ==, "");

  since = start ();
  state = sync_state (library, "Shared");
  report ("nothing new among them", since, TREES_GOAL);
  g_assert_null (strstr (state, "changed"));
}

int
main (int    argc,
      char **argv)
{
  Library library = { NULL };

  library_set_up (&library, NULL);
  measure_many_objects (&library);
  measure_many_people (&library);
  measure_sync (&library);
  library_tear_down (&library, NULL);

  return missed ? 1 : 0;
}
