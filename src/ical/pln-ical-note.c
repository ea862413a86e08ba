/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-note-private.h"

#include "pln-ical-edit.h"
#include "pln-ical-face.h"
#include "pln-ical-stamp.h"
#include "pln-id.h"

#include <string.h>

#define LINE "X-PLENARY-LINE"
#define RENDERED "X-PLENARY-RENDERED"
#define HASH_LENGTH 16

/* A note as its text has it. */
typedef struct
{
  guint      part;
  GPtrArray *lines;       /* PlnIcalNoteLine, as they are written */
  GPtrArray *keys;        /* utf8: by what each is known in the text */
  GPtrArray *now;         /* PlnIcalNoteLine, with what was edited elsewhere, in order */
  char      *description; /* NULL: none */
  char      *rendered;    /* NULL: none */
} Note;

static void
note_clear (Note *note)
{
  g_clear_pointer (&note->lines, g_ptr_array_unref);
  g_clear_pointer (&note->keys, g_ptr_array_unref);
  g_clear_pointer (&note->now, g_ptr_array_unref);
  g_free (note->description);
  g_free (note->rendered);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Note, note_clear)

/**
 * pln_ical_note_line_new:
 * @text: what was said
 *
 * Returns: (transfer full): a point without ID, place and time
 */
PlnIcalNoteLine *
pln_ical_note_line_new (const char *text)
{
  PlnIcalNoteLine *line = g_new0 (PlnIcalNoteLine, 1);

  line->kind = pln_ical_note_kind (NULL);
  line->text = pln_ical_note_plain (text);
  line->id = g_strdup ("");
  line->position = g_strdup ("");
  line->by = g_strdup ("");
  line->owner = g_strdup ("");
  line->owner_id = g_strdup ("");
  line->due = g_strdup ("");
  line->beside = g_strdup ("");

  return line;
}

/**
 * pln_ical_note_line_copy:
 * @line: a line
 *
 * Returns: (transfer full): the same
 */
PlnIcalNoteLine *
pln_ical_note_line_copy (const PlnIcalNoteLine *line)
{
  PlnIcalNoteLine *copy = g_memdup2 (line, sizeof *line);

  copy->id = g_strdup (line->id);
  copy->position = g_strdup (line->position);
  copy->at = line->at != NULL ? g_date_time_ref (line->at) : NULL;
  copy->by = g_strdup (line->by);
  copy->text = g_strdup (line->text);
  copy->owner = g_strdup (line->owner);
  copy->owner_id = g_strdup (line->owner_id);
  copy->due = g_strdup (line->due);
  copy->beside = g_strdup (line->beside);

  return copy;
}

/**
 * pln_ical_note_line_free:
 * @line: (transfer full): a line
 */
void
pln_ical_note_line_free (PlnIcalNoteLine *line)
{
  g_free (line->id);
  g_free (line->position);
  g_clear_pointer (&line->at, g_date_time_unref);
  g_free (line->by);
  g_free (line->text);
  g_free (line->owner);
  g_free (line->owner_id);
  g_free (line->due);
  g_free (line->beside);
  g_free (line);
}

static void
set_parameter (PlnIcalLine *line,
               const char  *name,
               const char  *value)
{
  g_autofree char *plain = pln_ical_note_plain (value);

  if (*plain != '\0')
    pln_ical_line_set_parameter (line, name, g_strdelimit (plain, "\n", ' '));
}

/**
 * pln_ical_note_line_write:
 * @line: a line with an ID
 *
 * Returns: (transfer full): its X-PLENARY-LINE
 */
PlnIcalLine *
pln_ical_note_line_write (const PlnIcalNoteLine *line)
{
  g_autofree char *text = pln_ical_note_plain (line->text);
  g_autofree char *at = line->at != NULL ? pln_ical_stamp_new (g_date_time_to_unix (line->at)) : NULL;
  PlnIcalLine *written = pln_ical_line_new_text (LINE, text);

  pln_ical_line_set_parameter (written, "ID", line->id);
  pln_ical_line_set_parameter (written, "KIND", line->kind);
  set_parameter (written, "POS", line->position);
  if (at != NULL)
    pln_ical_line_set_parameter (written, "AT", at);
  set_parameter (written, "BY", line->by);
  set_parameter (written, "OWNER", line->owner);
  set_parameter (written, "OWNER-ID", line->owner_id);
  set_parameter (written, "DUE", line->due);
  set_parameter (written, "BESIDE", line->beside);

  return written;
}

static GDateTime *
parse_stamp (const char *text)
{
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (text == NULL || !pln_ical_face_parse (&face, text, strlen (text), &is_date, &is_utc))
    return NULL;

  return g_date_time_new_from_unix_utc (pln_ical_face_to_number (&face));
}

static void
take_parameter (char              **where,
                const PlnIcalLine  *line,
                const char         *name)
{
  const char *value = pln_ical_line_get_parameter (line, name);

  if (value == NULL)
    return;
  g_free (*where);
  *where = g_strdelimit (pln_ical_note_plain (value), "\n", ' ');
}

static PlnIcalNoteLine *
read_line (const PlnIcalLine *line)
{
  g_autofree char *text = pln_ical_line_get_text (line);
  PlnIcalNoteLine *read = pln_ical_note_line_new (text);

  read->kind = pln_ical_note_kind (pln_ical_line_get_parameter (line, "KIND"));
  read->at = parse_stamp (pln_ical_line_get_parameter (line, "AT"));
  take_parameter (&read->id, line, "ID");
  take_parameter (&read->position, line, "POS");
  take_parameter (&read->by, line, "BY");
  take_parameter (&read->owner, line, "OWNER");
  take_parameter (&read->owner_id, line, "OWNER-ID");
  take_parameter (&read->due, line, "DUE");
  take_parameter (&read->beside, line, "BESIDE");
  if (strlen (read->due) != 8 || strspn (read->due, "0123456789") != 8)
    *read->due = '\0';

  return read;
}

/* A line without an ID gets one; of two with the same the first keeps it. */
static void
identify (PlnIcalNoteLine *line,
          GHashTable      *ids)
{
  while (!pln_id_is_valid (line->id) || g_hash_table_contains (ids, line->id))
    {
      g_autofree char *seed = g_strconcat (line->id, "\n", line->position, "\n", line->text, NULL);

      g_free (line->id);
      line->id = pln_id_derive (seed);
    }
  g_hash_table_add (ids, line->id);
}

static void
read_lines (Note        *note,
            PlnIcalText *text)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  note->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_note_line_free);
  note->keys = g_ptr_array_new_with_free_func (g_free);

  pln_ical_walk_init (&walk, text, note->part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_span_is (text, &span, LINE)
                                    ? pln_ical_text_parse_span (text, &span, NULL) : NULL;
      const char *id;
      PlnIcalNoteLine *read;

      if (line == NULL)
        continue;
      id = pln_ical_line_get_parameter (line, "ID");
      read = read_line (line);
      identify (read, ids);
      g_ptr_array_add (note->lines, read);
      g_ptr_array_add (note->keys, g_strdup (id != NULL ? id : line->value));
    }
}

static char *
line_text (PlnIcalText *text,
           guint        part,
           const char  *name)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, part, name);

  return line != NULL ? pln_ical_line_get_text (line) : NULL;
}

static GPtrArray *
copy_lines (GPtrArray *lines)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_note_line_free);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (copy, pln_ical_note_line_copy (g_ptr_array_index (lines, i)));

  return copy;
}

static char *
hash_of (const char *plain)
{
  char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plain, -1);

  hash[HASH_LENGTH] = '\0';

  return hash;
}

/* Whether another program wrote what stands there for people to read. A text
 * that is gone, or empty, says nothing about the lines. */
static gboolean
was_edited_elsewhere (const Note *note)
{
  g_autofree char *hash = NULL;
  g_autofree char *rendered = NULL;
  g_autofree char *ours = NULL;

  if (note->description == NULL || *note->description == '\0')
    return FALSE;

  hash = hash_of (note->description);
  if (note->rendered != NULL && g_ascii_strcasecmp (hash, note->rendered) == 0)
    return FALSE;
  rendered = pln_ical_note_render (note->now);
  ours = pln_ical_note_plain (rendered);

  return !g_str_equal (ours, note->description);
}

/* %FALSE if the text is no note. */
static gboolean
note_read (Note        *note,
           PlnIcalText *text)
{
  int part = pln_ical_text_find_part (text, "VJOURNAL", NULL, NULL);
  g_autofree char *kind = part >= 0 ? line_text (text, (guint) part, "X-PLENARY-KIND") : NULL;
  g_autofree char *raw = NULL;

  if (kind == NULL || g_ascii_strcasecmp (kind, "NOTE") != 0)
    return FALSE;

  note->part = (guint) part;
  read_lines (note, text);
  note->now = copy_lines (note->lines);
  pln_ical_note_order (note->now);
  raw = line_text (text, note->part, "DESCRIPTION");
  note->description = raw != NULL ? pln_ical_note_plain (raw) : NULL;
  note->rendered = line_text (text, note->part, RENDERED);

  if (was_edited_elsewhere (note))
    {
      g_autofree char *stamp = line_text (text, note->part, "LAST-MODIFIED");
      g_autoptr(GDateTime) at = parse_stamp (stamp);
      g_autoptr(GPtrArray) before = g_steal_pointer (&note->now);

      note->now = pln_ical_note_take (before, note->description, note->rendered != NULL, at);
    }

  return TRUE;
}

/**
 * pln_ical_note_read:
 * @text: the text of a note
 *
 * Reads the lines of a note. Where another program edited the text that it
 * shows (DESCRIPTION is not the one that X-PLENARY-RENDERED was made of), that
 * edit is in them.
 *
 * Returns: (transfer full) (element-type PlnIcalNoteLine): the lines in order;
 *   none, if it is no note
 */
GPtrArray *
pln_ical_note_read (PlnIcalText *text)
{
  g_auto(Note) note = { 0 };

  if (!note_read (&note, text))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_note_line_free);

  return g_steal_pointer (&note.now);
}

static gboolean
same_line (const PlnIcalNoteLine *a,
           const PlnIcalNoteLine *b)
{
  g_autoptr(PlnIcalLine) line_a = pln_ical_note_line_write (a);
  g_autoptr(PlnIcalLine) line_b = pln_ical_note_line_write (b);
  g_autofree char *written_a = pln_ical_line_write_unfolded (line_a, NULL);
  g_autofree char *written_b = pln_ical_line_write_unfolded (line_b, NULL);

  return g_strcmp0 (written_a, written_b) == 0;
}

/* The lines by their IDs, with the place of each, counted from 1. */
static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (index, ((PlnIcalNoteLine *) g_ptr_array_index (lines, i))->id, GUINT_TO_POINTER (i + 1));

  return index;
}

static gboolean
all_are_known (const Note *note)
{
  for (guint i = 0; i < note->lines->len; i++)
    if (!g_str_equal (((PlnIcalNoteLine *) g_ptr_array_index (note->lines, i))->id,
                      g_ptr_array_index (note->keys, i)))
      return FALSE;

  return TRUE;
}

/* Lines become what they are now. If some are not known by an ID of their own
 * all are written anew. */
static void
settle_lines (const Note   *note,
              PlnIcalEdits *edits)
{
  g_autoptr(GHashTable) before = index_lines (note->lines);
  g_autoptr(GHashTable) now = index_lines (note->now);
  gboolean anew = !all_are_known (note);

  if (anew)
    pln_ical_edits_unset (edits, LINE);
  for (guint i = 0; !anew && i < note->lines->len; i++)
    {
      const PlnIcalNoteLine *line = g_ptr_array_index (note->lines, i);

      if (!g_hash_table_contains (now, line->id))
        pln_ical_edits_drop (edits, LINE, line->id);
    }
  for (guint i = 0; i < note->now->len; i++)
    {
      const PlnIcalNoteLine *line = g_ptr_array_index (note->now, i);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (before, line->id));

      if (anew || at == 0 || !same_line (g_ptr_array_index (note->lines, at - 1), line))
        pln_ical_edits_put (edits, line->id, pln_ical_note_line_write (line));
    }
}

static void
settle_description (const Note   *note,
                    PlnIcalEdits *edits)
{
  g_autofree char *rendered = pln_ical_note_render (note->now);
  g_autofree char *plain = pln_ical_note_plain (rendered);
  g_autofree char *hash = hash_of (plain);

  if (g_strcmp0 (plain, note->description != NULL ? note->description : "") != 0)
    {
      if (*plain != '\0')
        pln_ical_edits_set (edits, pln_ical_line_new_text ("DESCRIPTION", plain));
      else
        pln_ical_edits_unset (edits, "DESCRIPTION");
    }
  if (g_strcmp0 (hash, note->rendered) != 0)
    pln_ical_edits_set (edits, pln_ical_line_new (RENDERED, hash));
}

/**
 * pln_ical_note_settle:
 * @text: the text of any object
 * @error: return location for a [error@IcalError]
 *
 * Makes a note one with itself: what another program edited in the text that
 * it shows becomes lines, and what other programs show becomes what the lines
 * say. The result is the same on every computer, and settled again it is the
 * same. An object that is no note, or is settled, stays as it is.
 *
 * Returns: (transfer full): the text, or %NULL on error
 */
GBytes *
pln_ical_note_settle (GBytes  *text,
                      GError **error)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, error);
  g_autoptr(PlnIcalEdits) edits = NULL;
  g_auto(Note) note = { 0 };

  if (lines == NULL)
    return NULL;
  if (!note_read (&note, lines))
    return g_bytes_ref (text);

  edits = pln_ical_edits_new ("VJOURNAL");
  settle_lines (&note, edits);
  settle_description (&note, edits);

  return pln_ical_edits_is_empty (edits) ? g_bytes_ref (text) : pln_ical_edits_apply (edits, text, error);
}
