/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-edit.h"
#include "pln-ical-merge.h"
#include "pln-ical-text.h"

#include <string.h>

/* What must hold for every file of a folder whose manifest.tsv says what is in
 * it: the project's own, and the big one that PLENARY_CORPORA names. */

enum { FILE_NAME, STATUS, VEVENT, VTODO, VJOURNAL, N_COLUMNS };
static const char *const columns[N_COLUMNS] = { "file", "status", "vevent", "vtodo", "vjournal" };

typedef struct
{
  char *path;
  char *column[N_COLUMNS];
} File;

static GPtrArray *files; /* all that are not too large to be turned over many times */

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (file->column[i]);
  g_free (file);
}

static GBytes *
load (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static void
assert_sentence (const GError *error)
{
  g_assert_true (error->domain == PLN_ICAL_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static guint
count (PlnIcalText *text,
       const char  *name)
{
  guint n = 0;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    n += g_str_equal (pln_ical_text_get_part (text, i)->name, name);

  return n;
}

static gboolean
has_flaw (PlnIcalText *text)
{
  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    if (pln_ical_text_get_part (text, i)->flaw != NULL)
      return TRUE;

  return FALSE;
}

/* The spans, one after the other, are the text; parts lie inside each other. */
static void
assert_nothing_missing (PlnIcalText *text)
{
  gsize length = g_bytes_get_size (pln_ical_text_get_bytes (text));
  gsize at = 0;
  guint line = 1;
  PlnIcalSpan span;

  for (guint i = 0; i < pln_ical_text_get_n_spans (text); i++)
    {
      pln_ical_text_get_span (text, i, &span);
      if (i == 0)
        at = span.at;
      g_assert_cmpuint (span.at, ==, at);
      g_assert_cmpuint (span.length, >, 0);
      g_assert_cmpuint (span.line, >=, line);
      line = span.line + 1;
      at += span.length;
    }
  g_assert_cmpuint (at, ==, length);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);

      g_assert_cmpuint (part->first, <, part->last);
      g_assert_cmpuint (part->last, <=, pln_ical_text_get_n_spans (text));
      g_assert_true (part->ended || part->flaw != NULL);
      if (part->parent >= 0)
        g_assert_cmpuint (part->last, <=, pln_ical_text_get_part (text, part->parent)->last);
    }
}

/* What can be read can be written, and says the same then. */
static void
assert_lines_are_written (PlnIcalText *text)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    for (pln_ical_walk_init (&walk, text, i); pln_ical_walk_next (&walk, &span);)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, &span, &error);
        g_autofree char *written = line != NULL ? pln_ical_line_write_unfolded (line, NULL) : NULL;
        g_autoptr(PlnIcalLine) again = NULL;

        if (line == NULL)
          assert_sentence (error);
        if (written == NULL)
          continue;
        again = pln_ical_line_parse (written, strlen (written), &error);
        g_assert_no_error (error);
        g_assert_cmpstr (again->name, ==, line->name);
        g_assert_cmpstr (again->value, ==, line->value);
        g_assert_cmpuint (again->parameters->len, ==, line->parameters->len);
        for (guint j = 0; j < line->parameters->len; j++)
          {
            const PlnIcalParameter *a = g_ptr_array_index (line->parameters, j);
            const PlnIcalParameter *b = g_ptr_array_index (again->parameters, j);

            g_assert_cmpstr (a->name, ==, b->name);
            g_assert_true (g_strv_equal ((const char *const *) a->values, (const char *const *) b->values));
          }
      }
}

/* All raw lines but those of one name in one part. */
static GPtrArray *
other_lines (PlnIcalText *text,
             int          part,
             const char  *name)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (text), NULL);
  g_autoptr(GHashTable) left_out = g_hash_table_new (NULL, NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  for (pln_ical_walk_init (&walk, text, part); pln_ical_walk_next (&walk, &span);)
    if (pln_ical_text_span_is (text, &span, name))
      g_hash_table_add (left_out, GUINT_TO_POINTER (walk.at + 1));

  for (guint i = 0; i < pln_ical_text_get_n_spans (text); i++)
    if (!g_hash_table_contains (left_out, GUINT_TO_POINTER (i + 1)))
      {
        pln_ical_text_get_span (text, i, &span);
        g_ptr_array_add (lines, g_bytes_new (data + span.at, span.length));
      }

  return lines;
}

static void
assert_only_changes (PlnIcalEdits *edits,
                     PlnIcalText  *text,
                     const char   *component,
                     const char   *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changed = pln_ical_edits_apply (edits, pln_ical_text_get_bytes (text), &error);
  g_autoptr(PlnIcalText) after = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) lines_after = NULL;
  int part = pln_ical_text_find_part (text, component, NULL, NULL);

  if (part < 0 || pln_ical_text_get_part (text, part)->flaw != NULL)
    {
      g_assert_null (changed);
      assert_sentence (error);
      return;
    }

  g_assert_no_error (error);
  after = pln_ical_text_new (changed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pln_ical_text_find_part (after, component, NULL, NULL), ==, part);
  lines = other_lines (text, part, name);
  lines_after = other_lines (after, part, name);
  g_assert_cmpuint (lines_after->len, ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (g_bytes_equal (g_ptr_array_index (lines, i), g_ptr_array_index (lines_after, i)));
}

static void
assert_edits (PlnIcalText *text,
              const char  *component)
{
  g_autoptr(PlnIcalEdits) summary = pln_ical_edits_new (component);
  g_autoptr(PlnIcalEdits) guest = pln_ical_edits_new (component);
  g_autoptr(PlnIcalEdits) unset = pln_ical_edits_new (component);
  g_autoptr(PlnIcalEdits) nothing = pln_ical_edits_new (component);
  g_autoptr(GBytes) same = pln_ical_edits_apply (nothing, pln_ical_text_get_bytes (text), NULL);

  pln_ical_edits_set (summary, pln_ical_line_new_text ("SUMMARY", "A title; long enough to be folded, with a comma and ünïcode"));
  assert_only_changes (summary, text, component, "SUMMARY");
  pln_ical_edits_parameter (guest, "ATTENDEE", NULL, "PARTSTAT", "ACCEPTED");
  assert_only_changes (guest, text, component, "ATTENDEE");
  pln_ical_edits_unset (unset, "DESCRIPTION");
  assert_only_changes (unset, text, component, "DESCRIPTION");

  g_assert_true (same == NULL || same == pln_ical_text_get_bytes (text));
}

/* Whatever the text is; it returns what it became. */
static PlnIcalText *
assert_holds (GBytes *bytes)
{
  static const char *const components[] = { "VEVENT", "VTODO", "VJOURNAL" };
  g_autoptr(GError) error = NULL;
  PlnIcalText *text = pln_ical_text_new (bytes, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text == NULL)
    {
      assert_sentence (error);
      return NULL;
    }

  g_assert_true (pln_ical_text_get_bytes (text) == bytes);
  assert_nothing_missing (text);
  assert_lines_are_written (text);
  for (gsize i = 0; i < G_N_ELEMENTS (components); i++)
    assert_edits (text, components[i]);

  return text;
}

static void
test_file (gconstpointer user_data)
{
  const File *file = user_data;
  g_autoptr(GBytes) bytes = load (file->path);
  g_autoptr(PlnIcalText) text = assert_holds (bytes);

  if (g_str_equal (file->column[STATUS], "invalid"))
    return;

  g_assert_nonnull (text);
  g_assert_false (has_flaw (text));
  for (int i = VEVENT; i <= VJOURNAL; i++)
    {
      g_autofree char *name = g_ascii_strup (columns[i], -1);

      g_assert_cmpuint (count (text, name), ==, g_ascii_strtoull (file->column[i], NULL, 10));
    }
}

/* A text with some bytes changed, pieces cut out, doubled or moved. */
static GBytes *
mutate (GBytes *bytes)
{
  static const char *const pieces[] = {
    "\r\n", "\n", "\r", " ", "\t", ":", ";", "\"", ",", "^", "\\", "\xff", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n",
    "BEGIN:X\n", "END:VCALENDAR\n", "BEGIN:VCALENDAR\n", "RECURRENCE-ID:1\n", "ATTENDEE;PARTSTAT=:mailto:a@x\n",
  };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text = g_string_new_len (data, length);

  for (int n = g_test_rand_int_range (1, 8); n > 0 && text->len > 0; n--)
    {
      gsize at = g_test_rand_int_range (0, text->len);
      gsize some = g_test_rand_int_range (1, 60);
      gsize size = MIN (text->len - at, some);
      const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          g_string_erase (text, at, size);
          break;
        case 2:
          g_string_insert_len (text, g_test_rand_int_range (0, text->len), text->str + at, size);
          break;
        case 3:
          g_string_truncate (text, at);
          break;
        default:
          g_string_insert (text, at, piece);
        }
    }

  return g_string_free_to_bytes (text);
}

/* What two programs made of a text is merged, or it is said why not. */
static void
assert_merge (GBytes *base,
              GBytes *local,
              GBytes *remote)
{
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) merged = pln_ical_merge (base, local, remote, g_test_rand_bit () ? PLN_ICAL_MERGE_UNDO : PLN_ICAL_MERGE_NONE,
                                             conflicts, &error);

  g_assert_true ((merged == NULL) == (error != NULL));
  if (merged == NULL)
    assert_sentence (error);
}

static void
test_mutations (void)
{
  if (files->len == 0)
    {
      g_test_skip ("no files");
      return;
    }

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(GBytes) bytes = load (g_ptr_array_index (files, g_test_rand_int_range (0, files->len)));
      g_autoptr(GBytes) one = mutate (bytes);
      g_autoptr(GBytes) two = mutate (bytes);

      pln_ical_text_unref (assert_holds (one));
      assert_merge (bytes, one, two);
      g_assert_true (pln_ical_same_meaning (two, two));
    }
}

static void
test_absent (void)
{
  g_test_skip ("no ics/manifest.tsv in the folder that PLENARY_CORPORA names");
}

static void
find_columns (const char *head,
              int        *at)
{
  g_auto(GStrv) names = g_strsplit (head, "\t", -1);

  for (int i = 0; i < N_COLUMNS; i++)
    {
      for (at[i] = 0; names[at[i]] != NULL && !g_str_equal (names[at[i]], columns[i]);)
        at[i]++;
      g_assert_nonnull (names[at[i]]);
    }
}

static void
add_folder (const char *label,
            const char *folder)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "ics", "manifest.tsv", NULL) : NULL;
  g_autofree char *manifest = NULL;
  g_auto(GStrv) lines = NULL;
  int at[N_COLUMNS];

  if (path == NULL || !g_file_get_contents (path, &manifest, NULL, NULL))
    {
      g_autofree char *name = g_strconcat ("/ical/corpus/", label, NULL);

      g_test_add_func (name, test_absent);
      return;
    }

  lines = g_strsplit (manifest, "\n", -1);
  find_columns (lines[0], at);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) row = g_strsplit (lines[i], "\t", -1);
      File *file = g_new0 (File, 1);
      g_autofree char *name = g_strdup_printf ("/ical/corpus/%s/%s", label, row[at[FILE_NAME]]);
      g_autofree char *contents = NULL;
      gsize length = 0;

      for (int j = 0; j < N_COLUMNS; j++)
        file->column[j] = g_strdup (row[at[j]]);
      file->path = g_build_filename (folder, "ics", "files", file->column[FILE_NAME], NULL);
      if (g_file_get_contents (file->path, &contents, &length, NULL) && length < 10000)
        g_ptr_array_add (files, g_strdup (file->path));
      g_test_add_data_func_full (name, file, test_file, file_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *own = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  files = g_ptr_array_new_with_free_func (g_free);
  own = g_test_build_filename (G_TEST_DIST, "data", NULL);
  add_folder ("own", own);
  add_folder ("big", g_getenv ("PLENARY_CORPORA"));
  g_test_add_func ("/ical/corpus/mutations", test_mutations);
  status = g_test_run ();
  g_ptr_array_unref (files);

  return status;
}
