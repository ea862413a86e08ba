/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-schedule-update.h"

static void
check_session (const PlnScheduleSession *session)
{
  const char *texts[] = { session->title, session->abstract, session->description, session->room, session->url };

  g_assert_true ((session->start == NULL) == (session->flaw != NULL));
  g_assert_true (session->end == NULL || g_date_time_compare (session->start, session->end) < 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (g_utf8_validate (texts[i], -1, NULL));
}

static void
bytes_unref (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* What was taken in is there, and is the same the next time. */
static void
check_import (const PlnSchedule *schedule)
{
  g_autoptr(GHashTable) here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  g_autoptr(GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  g_auto(GStrv) uids = pln_schedule_uids (schedule);

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *gathering = pln_schedule_find_gathering ((const char *const *) uids, here);
      g_autoptr(GPtrArray) fates = pln_schedule_compare (schedule, gathering, here, origins);

      for (guint i = 0; i < fates->len; i++)
        {
          PlnScheduleFate *fate = g_ptr_array_index (fates, i);

          g_assert_true (fate->fate == PLN_IMPORT_REFUSED
                         || fate->fate == (round == 0 ? PLN_IMPORT_ADDED : PLN_IMPORT_UNCHANGED));
          if (fate->text == NULL)
            continue;
          g_assert_cmpuint (round, ==, 0);
          g_hash_table_insert (here, g_strdup (fate->uid), g_bytes_ref (fate->text));
          g_hash_table_insert (origins, g_strdup (fate->origin_id), g_bytes_ref (fate->origin));
        }
    }
}

/* XML or JSON, as the first sign says. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSchedule) schedule = pln_schedule_read (bytes, "file", NULL, &error);

  /* Either a schedule or an error, never both, never neither. */
  g_assert_true ((schedule == NULL) == (error != NULL));
  for (guint i = 0; schedule != NULL && i < schedule->sessions->len; i++)
    check_session (g_ptr_array_index (schedule->sessions, i));
  if (schedule != NULL)
    check_import (schedule);

  return 0;
}
