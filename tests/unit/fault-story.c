/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-story.h"

#include "pln-clock.h"

#include <string.h>

#define CALENDAR    "Shared"
#define MOST_ROUNDS 4
#define A_WEEK      (8 * 24 * 60 * 60)

static const char *const at_first[] = { "one", "two", "three", "four", "five", "six", "seven", "eight" };

/* What both have in the end; of each its title, and a line that it has. */
static const struct { const char *uid; const char *line; const char *other; } in_the_end[] = {
  { "one", "SUMMARY:Changed there", "" },
  { "two", "SUMMARY:Changed here", "" },
  { "five", "SUMMARY:Changed here", "LOCATION:Changed there" },
  { "six", "SUMMARY:six", "" },
  { "seven", "SUMMARY:seven", "" },
  { "eight", "SUMMARY:eight", "" },
  { "nine", "SUMMARY:New here", "" },
  { "ten", "SUMMARY:New there", "" },
};

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static char *
path_of (const char *uid)
{
  return g_strconcat ("/cal/", uid, ".ics", NULL);
}

static void
put_there (FaultStory *story,
           const char *uid,
           const char *title,
           const char *more)
{
  g_autofree char *path = path_of (uid);
  g_autofree char *text = event_text (uid, title, more);

  lying_server_put (&story->server, path, text);
}

static void
put_here (FaultStory *story,
          const char *uid,
          const char *title)
{
  g_autofree char *text = event_text (uid, title, "");

  library_apply (&story->library, change_put_text ("Edit", CALENDAR, uid, text));
}

PlnSyncResult *
fault_story_sync (FaultStory   *story,
                  GCancellable *cancellable)
{
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) synced = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(GError) error = NULL;
  PlnSyncOptions options = { .own_address = "zoe@tern.example" };
  PlnSyncResult *result;

  pln_store_list_links_async (story->library.store, NULL, got_cb, &listed);
  links = pln_store_list_links_finish (story->library.store, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (links->len, ==, 1);

  pln_sync_drive_async (story->account, story->library.store, links->pdata[0], &options, cancellable, got_cb, &synced);
  result = pln_sync_drive_finish (story->account, wait_for (&synced), &error);
  if (!g_cancellable_is_cancelled (cancellable))
    g_assert_no_error (error);

  return result;
}

void
fault_story_set_up (FaultStory    *story,
                    gconstpointer  user_data)
{
  g_autoptr(PlnSyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  library_set_up (&story->library, NULL);
  lying_server_set_up (&story->server);
  story->account = pln_sync_server_new (story->server.url, "zoe", "secret", NULL);
  g_assert_true (sync_try_link (&story->library, CALENDAR, story->server.url, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (at_first); i++)
    put_there (story, at_first[i], at_first[i], "");
  result = fault_story_sync (story, NULL);
  g_assert_no_error (result->error);
  g_assert_cmpuint (result->counts.downloaded, ==, G_N_ELEMENTS (at_first));
}

void
fault_story_tear_down (FaultStory    *story,
                       gconstpointer  user_data)
{
  g_object_unref (story->account);
  lying_server_tear_down (&story->server);
  library_tear_down (&story->library, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fault_story_change (FaultStory *story)
{
  PlnChange *deletion = pln_change_new ("Delete");

  put_here (story, "two", "Changed here");
  put_here (story, "five", "Changed here");
  put_here (story, "nine", "New here");
  pln_change_delete (deletion, "three");
  library_apply (&story->library, deletion);

  put_there (story, "one", "Changed there", "");
  put_there (story, "five", "five", "LOCATION:Changed there\r\n");
  put_there (story, "ten", "New there", "");
  lying_server_remove (&story->server, "/cal/four.ics");
}

void
fault_story_is_whole (FaultStory *story)
{
  static const struct { const char *uid; const char *line; } here[] = {
    { "one", "SUMMARY:" }, { "two", "SUMMARY:Changed here" }, { "five", "SUMMARY:Changed here" }, { "six", "SUMMARY:six" },
    { "seven", "SUMMARY:seven" }, { "eight", "SUMMARY:eight" }, { "nine", "SUMMARY:New here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (here); i++)
    {
      g_autofree char *text = library_text (&story->library, here[i].uid);

      if (text == NULL || strstr (text, here[i].line) == NULL)
        g_error ("“%s” here has no “%s”: %s", here[i].uid, here[i].line, text);
    }
}

/* How often the server has it, and the text. */
static guint
count_there (FaultStory  *story,
             const char  *uid,
             const char **text)
{
  g_autofree char *line = g_strdup_printf ("\r\nUID:%s\r\n", uid);
  GHashTableIter iter;
  gpointer path;
  guint n = 0;

  *text = "";
  g_hash_table_iter_init (&iter, story->server.objects);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      const char *found = lying_server_get (&story->server, path);

      if (found == NULL || strstr (found, line) == NULL)
        continue;
      *text = found;
      n++;
    }

  return n;
}

static void
assert_same (FaultStory *story)
{
  for (gsize i = 0; i < G_N_ELEMENTS (in_the_end); i++)
    {
      g_autofree char *here = library_text (&story->library, in_the_end[i].uid);
      const char *there;

      if (count_there (story, in_the_end[i].uid, &there) != 1)
        g_error ("“%s” is not there, or twice", in_the_end[i].uid);
      if (here == NULL || strstr (here, in_the_end[i].line) == NULL || strstr (here, in_the_end[i].other) == NULL)
        g_error ("“%s” here is %s", in_the_end[i].uid, here);
      if (strstr (there, in_the_end[i].line) == NULL || strstr (there, in_the_end[i].other) == NULL)
        g_error ("“%s” there is %s", in_the_end[i].uid, there);
    }
}

static void
assert_gone (FaultStory *story,
             const char *uid)
{
  g_autofree char *here = library_text (&story->library, uid);
  const char *there;

  if (here != NULL)
    g_error ("“%s” is still here", uid);
  if (count_there (story, uid, &there) > 0)
    g_error ("“%s” is still there", uid);
}

static void
settle (FaultStory *story)
{
  guint round = 0;
  gboolean is_quiet;

  do
    {
      g_autoptr(PlnSyncResult) result = fault_story_sync (story, NULL);
      const PlnSyncCounts *counts = &result->counts;

      g_assert_no_error (result->error);
      g_assert_cmpuint (result->failed->len, ==, 0);
      g_assert_cmpuint (result->n_missing, ==, 0);
      is_quiet = counts->downloaded + counts->uploaded + counts->merged + counts->deleted == 0;
    }
  while (!is_quiet && ++round < MOST_ROUNDS);
  g_assert_true (is_quiet);
}

void
fault_story_ends_well (FaultStory *story)
{
  g_autofree char *questions = NULL;
  g_autofree char *problems = NULL;

  lying_server_tell (&story->server, NULL);
  settle (story);
  assert_same (story);
  assert_gone (story, "three");
  assert_gone (story, "four");
  questions = question_list (&story->library);
  g_assert_cmpstr (questions, ==, "");
  problems = library_check (&story->library);
  g_assert_cmpstr (problems, ==, "");
}

static void
test_fault (FaultStory    *story,
            gconstpointer  user_data)
{
  const Fault *fault = user_data;
  g_autoptr(PlnSyncResult) result = NULL;

  fault_story_change (story);
  lying_server_tell (&story->server, fault->lies);
  result = fault_story_sync (story, NULL);
  if (pln_sync_trouble (result->error) != fault->trouble)
    g_error ("trouble %d: %s", pln_sync_trouble (result->error), result->error != NULL ? result->error->message : NULL);
  g_assert_cmpuint (result->failed->len, ==, fault->n_failed);
  g_assert_cmpuint (result->n_missing, ==, fault->n_missing);
  g_assert_cmpuint (story->server.told[0], >, 0);

  fault_story_is_whole (story);
  if (fault->is_late)
    {
      lying_server_tell (&story->server, NULL);
      settle (story);
      pln_clock_set (pln_clock_now () + A_WEEK);
    }
  fault_story_ends_well (story);
  pln_clock_set (0);
}

void
fault_story_add (const char  *group,
                 const Fault *faults,
                 gsize        n_faults)
{
  for (gsize i = 0; i < n_faults; i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync/faults/%s/%s", group, faults[i].name);

      g_test_add (path, FaultStory, &faults[i], fault_story_set_up, test_fault, fault_story_tear_down);
    }
}
