/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include "pln-clock.h"

#include <glib/gstdio.h>

static GAsyncResult *last; /* of what was waited for */

void
got_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Runs the main context until the wish is over; its place is free again then.
 * The result lives until the next wish is waited for. */
GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_clear_object (&last);
  last = g_steal_pointer (result);

  return last;
}

PlnCore *
library_open (const char *folder)
{
  PlnCore *core = pln_core_new (folder);
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_open_async (core, NULL, got_result_cb, &result);
  pln_core_open_finish (core, wait_for (&result), &error);
  g_assert_no_error (error);

  return core;
}

void
library_set_up (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  pln_clock_set (1795000000); /* 18 November 2026 */
  library->folder = g_dir_make_tmp ("plenary-core-XXXXXX", &error);
  g_assert_no_error (error);
  library->core = library_open (library->folder);
}

static void
delete_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_folder (child);
    }
  g_remove (path);
}

void
library_tear_down (Library       *library,
                   gconstpointer  user_data)
{
  pln_core_close (library->core);
  g_clear_object (&last);
  g_object_add_weak_pointer (G_OBJECT (library->core), (gpointer *) &library->core);
  g_object_unref (library->core);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (library->core); /* nothing keeps it alive */
  delete_folder (library->folder);
  g_free (library->folder);
}

/* Saves a meet-up of that title.
 *
 * Returns: (transfer full) */
PlnGathering *
library_new (Library    *library,
             const char *title)
{
  g_autoptr(PlnGathering) draft = NULL;
  PlnGathering *gathering;
  g_autoptr(GError) error = NULL;

  draft = pln_core_draft_template (library->core, "meetup", &error);
  g_assert_no_error (error);
  pln_gathering_set_title (draft, title);
  pln_core_save_gathering_async (library->core, NULL, draft, NULL, got_result_cb, &library->result);
  gathering = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);

  return gathering;
}

/* Adds the people of a list, a line each. */
void
library_add (Library      *library,
             PlnGathering *gathering,
             const char   *text)
{
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GError) error = NULL;

  lines = pln_core_read_people (library->core, gathering, text, &error);
  g_assert_no_error (error);
  pln_core_add_people_async (library->core, gathering, lines, NULL, got_result_cb, &library->result);
  pln_core_add_people_finish (library->core, wait_for (&library->result), NULL, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer none) */
PlnAttendee *
person_at (PlnGathering *gathering,
           guint         position)
{
  g_autoptr(PlnAttendee) attendee = g_list_model_get_item (pln_gathering_get_attendees (gathering), position);

  return attendee; /* the list keeps it */
}
