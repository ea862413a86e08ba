/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-schedule.h"

static void
check_session (const PlnScheduleSession *session)
{
  const char *texts[] = { session->title, session->abstract, session->description, session->room, session->url };

  g_assert_true ((session->start == NULL) == (session->flaw != NULL));
  g_assert_true (session->end == NULL || g_date_time_compare (session->start, session->end) < 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (g_utf8_validate (texts[i], -1, NULL));
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

  return 0;
}
