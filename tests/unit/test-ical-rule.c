/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-rule.h"

#include "pln-ical-face.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define NEVER G_MAXINT64

static gint64
face_from_text (const char *text,
                gboolean   *is_date)
{
  PlnIcalFace face;
  gboolean is_utc;

  g_assert_true (pln_ical_face_parse (&face, text, strlen (text), is_date, &is_utc));

  return pln_ical_face_to_number (&face);
}

static char *
text_from_face (gint64   number,
                gboolean is_date)
{
  PlnIcalFace face;

  pln_ical_face_from_number (&face, number);
  if (is_date)
    return g_strdup_printf ("%04d%02d%02d", face.year, face.month, face.day);

  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", face.year, face.month, face.day,
                          face.seconds / 3600, face.seconds / 60 % 60, face.seconds % 60);
}

/* Up to @limit times, as text, with blanks between them. */
static char *
expand (const char *start_text,
        const char *rule_text,
        gint64      from,
        guint       limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (rule_text, &error);
  g_autoptr(PlnIcalTimes) times = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean is_date;
  gint64 start = face_from_text (start_text, &is_date);
  gint64 face;

  g_assert_no_error (error);
  times = pln_ical_times_new (rule, start, is_date, from, rule->until);
  for (guint i = 0; i < limit && pln_ical_times_next (times, &face); i++)
    {
      g_autofree char *one = text_from_face (face, is_date);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", one);
    }
  g_assert_false (pln_ical_times_gave_up (times));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is given from any time on is the end of what is given from the start. */
static void
assert_start_does_not_matter (const char *start,
                              const char *rule)
{
  g_autofree char *all = expand (start, rule, G_MININT64, 60);
  g_auto(GStrv) words = g_strsplit (all, " ", -1);

  for (guint i = 0; words[i] != NULL && *all != '\0'; i++)
    for (int late = -1; late <= 1; late++) /* just before, at, just behind */
      {
        gboolean is_date;
        gint64 from = face_from_text (words[i], &is_date) + late;
        guint first = late > 0 ? i + 1 : i;
        g_autofree char *rest = g_strjoinv (" ", &words[MIN (first, g_strv_length (words))]);
        g_autofree char *given = expand (start, rule, from, g_strv_length (words) - first);

        g_assert_cmpstr (given, ==, rest);
      }
}

typedef struct
{
  char *start;
  char *rule;
  char *expected;
  guint limit;
} Case;

static void
case_free (gpointer data)
{
  Case *item = data;

  g_free (item->start);
  g_free (item->rule);
  g_free (item->expected);
  g_free (item);
}

static void
test_case (gconstpointer user_data)
{
  const Case *item = user_data;
  g_autofree char *given = expand (item->start, item->rule, G_MININT64, item->limit);

  g_assert_cmpstr (given, ==, item->expected);
  assert_start_does_not_matter (item->start, item->rule);
}

/* UTC is a clock as any other to a rule: without the Z. */
static char *
join_times (JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", json_array_get_string_element (array, i));
  g_string_replace (text, "Z", "", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_corpus (void)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = corpora != NULL ? g_build_filename (corpora, "rrule", "rules.json", NULL) : NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *cases;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    {
      g_test_message ("PLENARY_CORPORA has no rrule/rules.json: its rules were not tried");
      return;
    }

  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "cases");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      Case *item = g_new0 (Case, 1);
      g_autofree char *name = g_strconcat ("/ical/rule/corpus/", json_object_get_string_member (one, "name"), NULL);

      item->start = g_strdup (json_object_get_string_member (one, "dtstart"));
      item->rule = g_strdup (json_object_get_string_member (one, "rrule"));
      item->expected = join_times (json_object_get_array_member (one, "instances"));
      item->limit = (guint) json_object_get_int_member (one, "limit");
      g_test_add_data_func_full (name, item, test_case, case_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ();

  return g_test_run ();
}
