/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-face.h"
#include "pln-ical-rule.h"
#include "pln-ical-series.h"

#include <string.h>

#define DAY (24 * 60 * 60)

/* Times come in order, none before the start. */
static void
check_rule (const char *text)
{
  const PlnIcalFace start = { 2027, 3, 28, 9000 };
  gint64 first = pln_ical_face_to_number (&start);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (text, &error);
  g_autoptr(PlnIcalTimes) times = NULL;
  gint64 before = first - 1;
  gint64 face;

  g_assert_true ((rule == NULL) == (error != NULL));
  if (rule == NULL)
    return;
  times = pln_ical_times_new (rule, first, FALSE, G_MININT64, rule->until);
  for (guint i = 0; i < 50 && pln_ical_times_next (times, &face); i++)
    {
      g_assert_cmpint (face, >, before);
      before = face;
    }
}

static void
check_rules (const guint8 *data,
             gsize         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", MIN (size, 4000));
  g_auto(GStrv) lines = g_strsplit (text, "\n", 100);

  for (guint i = 0; lines[i] != NULL; i++)
    check_rule (g_strchomp (lines[i]));
}

/* What was edited can be read, and takes place. */
static void
check_edited (GBytes       *bytes,
              const GError *error,
              gboolean      needs_instance)
{
  g_autoptr(PlnIcalText) text = NULL;
  g_autoptr(PlnIcalRecurrence) recurrence = NULL;
  g_autoptr(PlnIcalInstances) instances = NULL;
  PlnIcalInstance instance;

  g_assert_true ((bytes == NULL) == (error != NULL));
  if (bytes == NULL)
    return;
  text = pln_ical_text_new (bytes, NULL);
  g_assert_nonnull (text);
  recurrence = pln_ical_recurrence_new (text, NULL);
  if (recurrence == NULL)
    {
      g_assert_false (needs_instance);
      return;
    }
  instances = pln_ical_instances_new (recurrence, G_MININT64);
  g_assert_true (pln_ical_instances_next (instances, &instance) || !needs_instance);
}

static void
check_edits (PlnIcalText           *text,
             const PlnIcalInstance *instance)
{
  GBytes *bytes = pln_ical_text_get_bytes (text);
  g_autoptr(GError) detach_error = NULL;
  g_autoptr(GError) drop_error = NULL;
  g_autoptr(GError) move_error = NULL;
  g_autoptr(GBytes) detached = pln_ical_series_detach (bytes, instance->id, &detach_error);
  g_autoptr(GBytes) dropped = pln_ical_series_drop (bytes, instance->id, &drop_error);
  PlnIcalPlace place = { 1800000000, 1800000000 + 5400, "Europe/Berlin", FALSE };
  g_autoptr(GBytes) moved = NULL;

  if (instance->is_date)
    place = (PlnIcalPlace) { 20000 * (gint64) DAY, 20001 * (gint64) DAY, "", TRUE };
  moved = pln_ical_series_move (bytes, instance->id, &place, &move_error);
  check_edited (detached, detach_error, TRUE);
  check_edited (dropped, drop_error, FALSE);
  check_edited (moved, move_error, TRUE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  g_autoptr(PlnIcalRecurrence) recurrence = text != NULL ? pln_ical_recurrence_new (text, NULL) : NULL;
  g_autoptr(GArray) list = NULL;
  gint64 first;
  gint64 last;

  if (text == NULL)
    check_rules (data, size);
  if (recurrence == NULL)
    return 0;

  list = pln_ical_recurrence_list (recurrence, G_MININT64, G_MAXINT64, 50, NULL);
  if (pln_ical_recurrence_get_bounds (recurrence, &first, &last))
    g_assert_cmpint (first, <=, last);
  for (guint i = 0; i < list->len; i++)
    {
      const PlnIcalInstance *instance = &g_array_index (list, PlnIcalInstance, i);

      g_assert_cmpint (instance->start, <=, instance->end);
      g_assert_true (i == 0 || instance->start >= instance[-1].start);
      g_assert_cmpint (instance->end, <=, last);
      pln_ical_recurrence_get_record (recurrence, instance->part);
    }
  if (list->len > 0 && pln_ical_recurrence_recurs (recurrence) && size < 100000)
    check_edits (text, &g_array_index (list, PlnIcalInstance, list->len / 2));

  return 0;
}
