/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-text.h"

#include "pln-ical-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text of many tiny lines must not take many times its size. */
#define MAX_SPANS (8 * 1000 * 1000)

/* Spans lie next to each other, so that each ends where the next begins. */
typedef struct
{
  guint32 at;
  guint32 line;
} Span;

struct _PlnIcalText
{
  gatomicrefcount  references;
  GBytes          *bytes;
  const char      *data;
  gsize            length;
  Span            *spans;
  guint            n_spans;
  PlnIcalPart     *parts;
  guint            n_parts;
  GStringChunk    *names;
};

/* What is known while a text is split. */
typedef struct
{
  PlnIcalText *text;
  GArray      *spans;    /* Span */
  GArray      *parts;    /* PlnIcalPart */
  guint        open[PLN_ICAL_MAX_NESTING]; /* parts without an END so far, outermost first */
  guint        n_open;
  guint        too_deep; /* parts opened beyond the limit, which are not listed */
  const char  *line_feed; /* the first one that is not passed yet */
  GString     *scratch;
} Splitter;

/* What stands in a calendar and in nothing else: where one of them begins, the
 * one before is over, whether it has an END or not. */
static gboolean
is_top_level (const char *name)
{
  static const char *const names[] = {
    "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY", NULL
  };

  return g_strv_contains (names, name);
}

static gboolean
is_calendar (const char *name)
{
  return g_str_equal (name, "VCALENDAR");
}

static PlnIcalPart *
open_part (Splitter *splitter,
           guint     level)
{
  return &g_array_index (splitter->parts, PlnIcalPart, splitter->open[level]);
}

/* Says what is wrong with the innermost open part, and with all up to the
 * object it belongs to: none of these can be used as it is. */
static void
add_flaw (Splitter   *splitter,
          const char *flaw)
{
  for (guint level = splitter->n_open; level > 0; level--)
    {
      PlnIcalPart *part = open_part (splitter, level - 1);

      if (level < splitter->n_open && is_calendar (part->name))
        break;
      if (part->flaw == NULL)
        part->flaw = flaw;
      if (is_top_level (part->name))
        break;
    }
}

static void
close_part (Splitter *splitter,
            guint     last,
            gboolean  ended)
{
  PlnIcalPart *part = open_part (splitter, splitter->n_open - 1);

  if (!ended)
    add_flaw (splitter, _("Its end is missing."));
  part->last = last;
  part->ended = ended;
  splitter->n_open--;
}

static void
close_down_to (Splitter *splitter,
               guint     level,
               guint     last)
{
  if (splitter->n_open > level)
    splitter->too_deep = 0;
  while (splitter->n_open > level)
    close_part (splitter, last, FALSE);
}

static void
begin_part (Splitter   *splitter,
            const char *name,
            guint       span)
{
  PlnIcalPart part = { .name = name, .parent = -1, .first = span };

  if (is_calendar (name))
    close_down_to (splitter, 0, span);
  else if (is_top_level (name))
    for (guint level = 0; level < splitter->n_open; level++)
      if (is_top_level (open_part (splitter, level)->name))
        close_down_to (splitter, level, span);

  if (splitter->too_deep > 0 || splitter->n_open == PLN_ICAL_MAX_NESTING)
    {
      splitter->too_deep++;
      add_flaw (splitter, _("Its parts are nested too deeply."));
      return;
    }

  if (splitter->n_open > 0)
    part.parent = splitter->open[splitter->n_open - 1];
  splitter->open[splitter->n_open++] = splitter->parts->len;
  g_array_append_val (splitter->parts, part);
}

static void
end_part (Splitter   *splitter,
          const char *name,
          guint       span)
{
  guint level = splitter->n_open;

  if (splitter->too_deep > 0 && !is_calendar (name) && !is_top_level (name))
    {
      splitter->too_deep--;
      return;
    }

  while (level > 0 && !g_str_equal (open_part (splitter, level - 1)->name, name))
    level--;
  if (level > 0)
    {
      close_down_to (splitter, level, span);
      close_part (splitter, span, TRUE);
      splitter->too_deep = 0;
    }
  else if (is_calendar (name))
    close_down_to (splitter, 0, span);
  /* else it ends nothing: a line like any other */
}

/* The start of the line after the one at @at. */
static const char *
skip_line (Splitter   *splitter,
           const char *at,
           const char *end)
{
  const char *carriage_return;

  if (splitter->line_feed < at)
    {
      splitter->line_feed = memchr (at, '\n', end - at);
      if (splitter->line_feed == NULL)
        splitter->line_feed = end;
    }

  carriage_return = memchr (at, '\r', splitter->line_feed - at);
  if (carriage_return != NULL && carriage_return + 1 != splitter->line_feed)
    return carriage_return + 1;

  return splitter->line_feed < end ? splitter->line_feed + 1 : end;
}

static gboolean
is_line_end (char c)
{
  return c == '\r' || c == '\n';
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* The name, if the span says that a part begins or ends, else NULL. */
static const char *
part_name (Splitter          *splitter,
           const PlnIcalSpan *span,
           const char        *keyword)
{
  gsize length = strlen (keyword);
  PlnIcalSlice line;
  g_autofree char *name = NULL;

  if (!pln_ical_text_span_is (splitter->text, span, keyword))
    return NULL;

  line = pln_ical_text_unfold_span (splitter->text, span, splitter->scratch);
  if (line.at[length] != ':')
    return NULL;
  name = g_ascii_strup (line.at + length + 1, line.length - length - 1);

  return g_string_chunk_insert_const (splitter->text->names, g_strstrip (name));
}

/* One content line with all that continues it, or all empty lines that follow
 * each other. Returns where the next one begins. */
static const char *
split_line (Splitter   *splitter,
            const char *at,
            const char *end,
            guint      *line)
{
  Span start = { at - splitter->text->data, *line };
  guint index = splitter->spans->len;
  gboolean empty = is_line_end (*at);
  gsize n_breaks = 0;
  const char *next = at;
  const char *name;
  PlnIcalSpan span;

  do
    {
      next = skip_line (splitter, next, end);
      (*line)++;
      n_breaks++;
    }
  while (next < end && (is_blank (*next) || (empty && is_line_end (*next))));

  g_array_append_val (splitter->spans, start);
  span = (PlnIcalSpan) { start.at, next - at, start.line };
  if (span.length > PLN_ICAL_MAX_LINE + 3 * n_breaks) /* CR, LF and the blank */
    add_flaw (splitter, _("It has a line that is too long."));
  else if ((name = part_name (splitter, &span, "BEGIN")) != NULL)
    begin_part (splitter, name, index);
  else if ((name = part_name (splitter, &span, "END")) != NULL)
    end_part (splitter, name, index);

  return next;
}

/* Finds all lines and parts; returns a sentence if a limit is exceeded. */
static const char *
split (Splitter *splitter)
{
  const char *at = splitter->text->data;
  const char *end = at + splitter->text->length;
  guint line = 1;

  if (splitter->text->length > PLN_ICAL_MAX_BYTES)
    return _("This file is too large: a calendar may have 100 MB.");
  if (splitter->text->length >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3; /* a byte order mark, as Windows programs write it */

  splitter->line_feed = at - 1;
  while (at < end)
    {
      if (splitter->spans->len == MAX_SPANS)
        return _("This file has too many lines to be a calendar.");
      at = split_line (splitter, at, end, &line);
    }
  close_down_to (splitter, 0, splitter->spans->len);

  return NULL;
}

/* A file of contacts is written in the same way. */
static gboolean
has_calendar (PlnIcalText *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (!g_str_equal (self->parts[i].name, "VCARD"))
      return TRUE;

  return FALSE;
}

/**
 * pln_ical_text_new:
 * @bytes: what was read
 * @error: return location for a [error@IcalError]: `NOT_CALENDAR` if it holds
 *   no component of a calendar, `LIMIT` if it is larger than 100 MB
 *
 * Finds the content lines and the components of a calendar without
 * interpreting them. Line ends may be CRLF, LF or CR, NUL and bytes that are
 * not UTF-8 may occur, a byte order mark is skipped.
 *
 * A component that has no END, ends where the next one of a calendar begins
 * or where the calendar ends. It is listed with its flaw, as is one that is
 * nested too deeply or has too long a line; the others are not affected.
 *
 * This function has no side effects and may be called from any thread.
 *
 * Returns: (transfer full): the text, which keeps @bytes as they are, or %NULL
 *   on error
 */
PlnIcalText *
pln_ical_text_new (GBytes  *bytes,
                   GError **error)
{
  g_autoptr(PlnIcalText) self = g_new0 (PlnIcalText, 1);
  g_autoptr(GString) scratch = g_string_new (NULL);
  Splitter splitter = { .text = self, .scratch = scratch };
  const char *exceeded;

  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->length);
  if (self->data == NULL)
    self->data = "";
  self->names = g_string_chunk_new (64);
  splitter.spans = g_array_new (FALSE, FALSE, sizeof (Span));
  splitter.parts = g_array_new (FALSE, FALSE, sizeof (PlnIcalPart));

  exceeded = split (&splitter);
  self->n_spans = splitter.spans->len;
  self->spans = g_renew (Span, g_array_free (splitter.spans, FALSE), self->n_spans);
  self->n_parts = splitter.parts->len;
  self->parts = g_renew (PlnIcalPart, g_array_free (splitter.parts, FALSE), self->n_parts);

  if (exceeded != NULL)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT, exceeded);
      return NULL;
    }
  if (!has_calendar (self))
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_NOT_CALENDAR,
                           _("This is not a calendar file."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * pln_ical_text_new_from_string:
 * @text: a calendar
 * @error: return location for a [error@IcalError]
 *
 * Returns: (transfer full): as [ctor@IcalText.new]
 */
PlnIcalText *
pln_ical_text_new_from_string (const char  *text,
                               GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pln_ical_text_new (bytes, error);
}

PlnIcalText *
pln_ical_text_ref (PlnIcalText *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
pln_ical_text_unref (PlnIcalText *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_bytes_unref (self->bytes);
  g_free (self->spans);
  g_free (self->parts);
  g_string_chunk_free (self->names);
  g_free (self);
}

/**
 * pln_ical_text_get_bytes:
 * @self: a text
 *
 * Returns: (transfer none): what was read, byte for byte
 */
GBytes *
pln_ical_text_get_bytes (PlnIcalText *self)
{
  return self->bytes;
}

/**
 * pln_ical_text_get_line_end:
 * @self: a text
 *
 * Returns: how the first line ends: "\r\n", "\n" or "\r"
 */
const char *
pln_ical_text_get_line_end (PlnIcalText *self)
{
  const char *carriage_return = memchr (self->data, '\r', self->length);
  gsize before = carriage_return != NULL ? (gsize) (carriage_return - self->data) : self->length;

  if (memchr (self->data, '\n', before) != NULL)
    return "\n";
  if (carriage_return == NULL || before + 1 == self->length || carriage_return[1] == '\n')
    return "\r\n";

  return "\r";
}

guint
pln_ical_text_get_n_parts (PlnIcalText *self)
{
  return self->n_parts;
}

/**
 * pln_ical_text_get_part:
 * @self: a text
 * @part: index of a part; parts lie in the order of their BEGINs
 *
 * Returns: (transfer none): the part, valid as long as @self
 */
const PlnIcalPart *
pln_ical_text_get_part (PlnIcalText *self,
                        guint        part)
{
  g_return_val_if_fail (part < self->n_parts, NULL);

  return &self->parts[part];
}

/* Whether the first line of that name has that value; without a value,
 * whether there is no such line. */
static gboolean
part_has (PlnIcalText *self,
          guint        part,
          const char  *name,
          const char  *value)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (self, part, name);
  g_autofree char *text = NULL;

  if (value == NULL || line == NULL)
    return value == NULL && line == NULL;
  text = g_strstrip (pln_ical_line_get_text (line));

  return g_str_equal (text, value);
}

/**
 * pln_ical_text_find_part:
 * @self: a text
 * @name: upper case, such as `VEVENT`
 * @uid: (nullable): its UID; %NULL for any
 * @recurrence_id: (nullable): the value of its RECURRENCE-ID; %NULL for the
 *   one that has none
 *
 * Finds a component. Flawed ones are found, too.
 *
 * Returns: the index of the first such part, or -1
 */
int
pln_ical_text_find_part (PlnIcalText *self,
                         const char  *name,
                         const char  *uid,
                         const char  *recurrence_id)
{
  for (guint part = 0; part < self->n_parts; part++)
    if (g_str_equal (self->parts[part].name, name)
        && (uid == NULL || part_has (self, part, "UID", uid))
        && part_has (self, part, "RECURRENCE-ID", recurrence_id))
      return part;

  return -1;
}

/**
 * pln_ical_text_get_lines_end:
 * @self: a text
 * @part: index of a part
 *
 * Finds where new lines of a part go: behind its lines, but before the parts
 * inside it (RFC 5545, 3.6).
 *
 * Returns: index of the span that they stand before
 */
guint
pln_ical_text_get_lines_end (PlnIcalText *self,
                             guint        part)
{
  guint end = self->parts[part].last;

  return part + 1 < self->n_parts ? MIN (end, self->parts[part + 1].first) : end;
}

guint
pln_ical_text_get_n_spans (PlnIcalText *self)
{
  return self->n_spans;
}

/**
 * pln_ical_text_get_span:
 * @self: a text
 * @index: index of a span; spans lie next to each other
 * @span: (out): where it lies
 */
void
pln_ical_text_get_span (PlnIcalText *self,
                        guint        index,
                        PlnIcalSpan *span)
{
  gsize end = index + 1 < self->n_spans ? self->spans[index + 1].at : self->length;

  span->at = self->spans[index].at;
  span->length = end - span->at;
  span->line = self->spans[index].line;
}

/**
 * pln_ical_text_unfold_span:
 * @self: a text
 * @span: a span of it
 * @scratch: where an unfolded line is kept; its contents are replaced
 *
 * Gives a content line without folds and line end, as a copy only if it is
 * folded. It is valid as long as @self and @scratch are not changed.
 *
 * Returns: the line
 */
PlnIcalSlice
pln_ical_text_unfold_span (PlnIcalText       *self,
                           const PlnIcalSpan *span,
                           GString           *scratch)
{
  const char *at = self->data + span->at;
  gsize length = span->length;

  if (length > 0 && at[length - 1] == '\n')
    length--;
  if (length > 0 && at[length - 1] == '\r')
    length--;

  if (memchr (at, '\n', length) == NULL && memchr (at, '\r', length) == NULL)
    return (PlnIcalSlice) { at, length };

  g_string_truncate (scratch, 0);
  pln_ical_unfold_append (scratch, at, length);

  return (PlnIcalSlice) { scratch->str, scratch->len };
}

/**
 * pln_ical_text_view_span:
 * @self: a text
 * @span: a span of it
 * @scratch: where an unfolded line is kept; its contents are replaced
 * @view: (out): the line, valid as long as @self and @scratch are not changed
 *
 * As [method@IcalText.parse_span], but without a copy, for many lines.
 *
 * Returns: %TRUE if it is a content line
 */
gboolean
pln_ical_text_view_span (PlnIcalText       *self,
                         const PlnIcalSpan *span,
                         GString           *scratch,
                         PlnIcalView       *view)
{
  PlnIcalSlice line = pln_ical_text_unfold_span (self, span, scratch);

  return line.length <= PLN_ICAL_MAX_LINE && pln_ical_view_init (view, line.at, line.length, NULL);
}

/**
 * pln_ical_text_parse_span:
 * @self: a text
 * @span: a span of it
 * @error: return location for a [error@IcalError]: `BROKEN` or `LIMIT`
 *
 * Returns: (transfer full): the line, taken apart, or %NULL on error
 */
PlnIcalLine *
pln_ical_text_parse_span (PlnIcalText        *self,
                          const PlnIcalSpan  *span,
                          GError            **error)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  PlnIcalSlice unfolded = pln_ical_text_unfold_span (self, span, scratch);
  PlnIcalLine *line = pln_ical_line_parse (unfolded.at, unfolded.length, error);

  if (line == NULL)
    /* Translators: a sentence that says why follows. */
    g_prefix_error (error, _("Line %u cannot be read. "), span->line);

  return line;
}

/**
 * pln_ical_text_span_is:
 * @self: a text
 * @span: a span of it
 * @name: upper case, the name of a property
 *
 * Looks at the name of a line, without parsing it.
 *
 * Returns: %TRUE if the line has that name
 */
gboolean
pln_ical_text_span_is (PlnIcalText       *self,
                       const PlnIcalSpan *span,
                       const char        *name)
{
  const char *at = self->data + span->at;
  const char *end = at + span->length;

  for (; at < end; at++)
    {
      if (G_UNLIKELY (is_line_end (*at))) /* folded inside the name */
        {
          if (*at == '\r' && at + 1 < end && at[1] == '\n')
            at++;
          if (at + 1 < end && is_blank (at[1]))
            at++;
        }
      else if (*name == '\0')
        return *at == ':' || *at == ';';
      else if (g_ascii_toupper (*at) != *name++)
        return FALSE;
    }

  return FALSE;
}

/**
 * pln_ical_text_get_line:
 * @self: a text
 * @part: index of a part
 * @name: upper case, the name of a property
 *
 * Returns: (transfer full) (nullable): the first line of that name in the part
 *   itself, or %NULL if there is none that can be read
 */
PlnIcalLine *
pln_ical_text_get_line (PlnIcalText *self,
                        guint        part,
                        const char  *name)
{
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, self, part);
  while (pln_ical_walk_next (&walk, &span))
    if (pln_ical_text_span_is (self, &span, name))
      return pln_ical_text_parse_span (self, &span, NULL);

  return NULL;
}

/**
 * pln_ical_walk_init:
 * @walk: (out): a walk; it does not hold @text
 * @text: a text
 * @part: index of a part
 */
void
pln_ical_walk_init (PlnIcalWalk *walk,
                    PlnIcalText *text,
                    guint        part)
{
  g_return_if_fail (part < text->n_parts);

  walk->text = text;
  walk->part = part;
  walk->at = text->parts[part].first;
  walk->next = walk->at + 1;
  walk->inner = part + 1;
}

/**
 * pln_ical_walk_next:
 * @walk: a walk
 * @span: (out): the next line of the part; empty lines are left out
 *
 * Returns: %FALSE if there are no more
 */
gboolean
pln_ical_walk_next (PlnIcalWalk *walk,
                    PlnIcalSpan *span)
{
  PlnIcalText *text = walk->text;

  while (walk->next < text->parts[walk->part].last)
    {
      while (walk->inner < text->n_parts && text->parts[walk->inner].first < walk->next)
        walk->inner++;

      if (walk->inner < text->n_parts && text->parts[walk->inner].first == walk->next)
        {
          const PlnIcalPart *inner = &text->parts[walk->inner];

          walk->next = inner->ended ? inner->last + 1 : inner->last;
          continue;
        }

      walk->at = walk->next++;
      if (is_line_end (text->data[text->spans[walk->at].at]))
        continue;

      pln_ical_text_get_span (text, walk->at, span);
      return TRUE;
    }

  return FALSE;
}
