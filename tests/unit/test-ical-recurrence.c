/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FOREVER G_MAXINT64
#define MANY    200

static PlnIcalRecurrence *
read_object (const char *ics)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (ics, &error);
  PlnIcalRecurrence *recurrence;

  g_assert_no_error (error);
  recurrence = pln_ical_recurrence_new (text, &error);
  g_assert_no_error (error);

  return recurrence;
}

static char *
show (gint64 moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);

  return g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
}

/* The starts in UTC, with blanks between them. */
static char *
starts (PlnIcalRecurrence *recurrence,
        gint64             from)
{
  g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new (recurrence, from);
  g_autoptr(GString) text = g_string_new (NULL);
  PlnIcalInstance instance;

  for (guint i = 0; i < MANY && pln_ical_instances_next (instances, &instance); i++)
    {
      g_autofree char *start = show (instance.start);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", start);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* From any moment on, the same instances come as from the beginning. */
static void
assert_start_does_not_matter (PlnIcalRecurrence *recurrence)
{
  g_autoptr(GArray) all = pln_ical_recurrence_list (recurrence, G_MININT64, FOREVER, MANY, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PlnIcalInstance *at = &g_array_index (all, PlnIcalInstance, i);
      gint64 moments[] = { at->start - 1, at->start, at->start + 1, at->end - 1, at->end };

      for (guint m = 0; m < G_N_ELEMENTS (moments); m++)
        {
          g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new (recurrence, moments[m]);
          PlnIcalInstance given;

          for (guint j = 0; j < all->len; j++)
            {
              const PlnIcalInstance *expected = &g_array_index (all, PlnIcalInstance, j);

              if (expected->end <= moments[m] && expected->start < moments[m])
                continue;
              g_assert_true (pln_ical_instances_next (instances, &given));
              g_assert_cmpstr (given.id, ==, expected->id);
              g_assert_cmpint (given.start, ==, expected->start);
              g_assert_cmpint (given.end, ==, expected->end);
              g_assert_cmpint (given.part, ==, expected->part);
            }
        }
    }
}

static void
assert_bounds (PlnIcalRecurrence *recurrence)
{
  g_autoptr(GArray) all = pln_ical_recurrence_list (recurrence, G_MININT64, FOREVER, MANY, NULL);
  gint64 first;
  gint64 last;

  g_assert_cmpint (pln_ical_recurrence_get_bounds (recurrence, &first, &last), ==, all->len > 0);
  for (guint i = 0; i < all->len; i++)
    {
      const PlnIcalInstance *instance = &g_array_index (all, PlnIcalInstance, i);

      g_assert_cmpint (first, <=, instance->start);
      g_assert_cmpint (last, >=, instance->end);
    }
}

typedef struct
{
  char *ics;
  char *expected;
} Set;

static void
set_free (gpointer data)
{
  Set *set = data;

  g_free (set->ics);
  g_free (set->expected);
  g_free (set);
}

static void
test_set (gconstpointer user_data)
{
  const Set *set = user_data;
  g_autoptr(PlnIcalRecurrence) recurrence = read_object (set->ics);
  g_autofree char *given = starts (recurrence, G_MININT64);

  g_assert_cmpstr (given, ==, set->expected);
  g_assert_null (pln_ical_recurrence_get_doubt (recurrence));
  assert_start_does_not_matter (recurrence);
  assert_bounds (recurrence);
}

static char *
join_times (JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", json_array_get_string_element (array, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_corpus (const char *file)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = corpora != NULL ? g_build_filename (corpora, "rrule", file, NULL) : NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *cases;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    {
      g_test_message ("PLENARY_CORPORA has no rrule/%s: its sets were not tried", file);
      return;
    }

  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      Set *set = g_new0 (Set, 1);
      g_autofree char *name = g_strconcat ("/ical/recurrence/corpus/", json_object_get_string_member (one, "name"), NULL);

      set->ics = g_strdup (json_object_get_string_member (one, "ics"));
      set->expected = join_times (json_object_get_array_member (one, "utc"));
      g_test_add_data_func_full (name, set, test_set, set_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ("sets.json");
  add_corpus ("sets-by-rfc.json");

  return g_test_run ();
}
