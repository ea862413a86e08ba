/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-draft.h"

#include "pln-ical-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * PlnIcalDraft:
 *
 * What shall become of a text: which of its lines are replaced, left out or
 * preceded by others. All other lines keep their bytes. Lines are written with
 * the line end that the text has.
 */
struct _PlnIcalDraft
{
  PlnIcalText  *text;
  const char   *line_end;
  GString     **replaced; /* for each span, NULL if it stays; empty if it goes */
  GString     **before;   /* for each span and behind the last, NULL if nothing comes before it */
  gboolean      changed;
};

static void
free_strings (GString **strings,
              guint     n)
{
  for (guint i = 0; i < n; i++)
    if (strings[i] != NULL)
      g_string_free (strings[i], TRUE);
  g_free (strings);
}

static GString *
replacement (PlnIcalDraft *draft,
             guint         span)
{
  if (draft->replaced[span] == NULL)
    draft->replaced[span] = g_string_new (NULL);
  draft->changed = TRUE;

  return g_string_truncate (draft->replaced[span], 0);
}

static GString *
insertion (PlnIcalDraft *draft,
           guint         before)
{
  if (draft->before[before] == NULL)
    draft->before[before] = g_string_new (NULL);
  draft->changed = TRUE;

  return draft->before[before];
}

/* What was read may end without a line end. */
static void
end_line (PlnIcalDraft *draft,
          GString      *text)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n' && text->str[text->len - 1] != '\r')
    g_string_append (text, draft->line_end);
}

/* Lines of another text, with the line ends of this one. */
static void
append_raw (PlnIcalDraft *draft,
            GString      *text,
            const char   *raw,
            gsize         length)
{
  const char *end = raw + length;

  while (raw < end)
    {
      const char *at = raw;

      while (at < end && *at != '\r' && *at != '\n')
        at++;
      g_string_append_len (text, raw, at - raw);
      g_string_append (text, draft->line_end);
      if (at + 1 < end && at[0] == '\r' && at[1] == '\n')
        at++;
      raw = at + 1;
    }
}

/**
 * pln_ical_draft_new:
 * @text: a text
 *
 * Returns: (transfer full): a draft that changes nothing yet
 */
PlnIcalDraft *
pln_ical_draft_new (PlnIcalText *text)
{
  PlnIcalDraft *draft = g_new0 (PlnIcalDraft, 1);
  guint n_spans = pln_ical_text_get_n_spans (text);

  draft->text = pln_ical_text_ref (text);
  draft->line_end = pln_ical_text_get_line_end (text);
  draft->replaced = g_new0 (GString *, n_spans);
  draft->before = g_new0 (GString *, n_spans + 1);

  return draft;
}

void
pln_ical_draft_free (PlnIcalDraft *draft)
{
  guint n_spans;

  if (draft == NULL)
    return;

  n_spans = pln_ical_text_get_n_spans (draft->text);
  free_strings (draft->replaced, n_spans);
  free_strings (draft->before, n_spans + 1);
  pln_ical_text_unref (draft->text);
  g_free (draft);
}

gboolean
pln_ical_draft_is_changed (const PlnIcalDraft *draft)
{
  return draft->changed;
}

/**
 * pln_ical_draft_replace:
 * @draft: a draft
 * @span: index of a span
 * @unfolded: the content line that stands there from now on
 */
void
pln_ical_draft_replace (PlnIcalDraft *draft,
                        guint         span,
                        const char   *unfolded)
{
  pln_ical_fold_append (replacement (draft, span), unfolded, strlen (unfolded), draft->line_end);
}

/**
 * pln_ical_draft_replace_raw:
 * @draft: a draft
 * @span: index of a span
 * @raw: (array length=length): whole lines, folds and all
 * @length: the size of @raw, in bytes
 *
 * Lines of another text stand there from now on, as they are but for their
 * line ends.
 */
void
pln_ical_draft_replace_raw (PlnIcalDraft *draft,
                            guint         span,
                            const char   *raw,
                            gsize         length)
{
  append_raw (draft, replacement (draft, span), raw, length);
}

/**
 * pln_ical_draft_drop:
 * @draft: a draft
 * @span: index of a span
 */
void
pln_ical_draft_drop (PlnIcalDraft *draft,
                     guint         span)
{
  replacement (draft, span);
}

/**
 * pln_ical_draft_drop_part:
 * @draft: a draft
 * @part: index of a part that has its END
 */
void
pln_ical_draft_drop_part (PlnIcalDraft *draft,
                          guint         part)
{
  const PlnIcalPart *dropped = pln_ical_text_get_part (draft->text, part);

  for (guint span = dropped->first; span <= dropped->last; span++)
    pln_ical_draft_drop (draft, span);
}

/**
 * pln_ical_draft_insert:
 * @draft: a draft
 * @before: index of a span, or the number of spans
 * @unfolded: a content line
 *
 * Adds a line before a span, behind what was added there already.
 */
void
pln_ical_draft_insert (PlnIcalDraft *draft,
                       guint         before,
                       const char   *unfolded)
{
  pln_ical_fold_append (insertion (draft, before), unfolded, strlen (unfolded), draft->line_end);
}

/**
 * pln_ical_draft_insert_raw:
 * @draft: a draft
 * @before: index of a span, or the number of spans
 * @raw: (array length=length): whole lines, folds and all
 * @length: the size of @raw, in bytes
 *
 * Adds lines of another text as they are, but for their line ends.
 */
void
pln_ical_draft_insert_raw (PlnIcalDraft *draft,
                           guint         before,
                           const char   *raw,
                           gsize         length)
{
  append_raw (draft, insertion (draft, before), raw, length);
}

/**
 * pln_ical_draft_finish:
 * @draft: a draft
 * @error: return location for a [error@IcalError]: `LIMIT` if the text has
 *   become larger than what is read
 *
 * Returns: (transfer full): the new text, or %NULL on error
 */
GBytes *
pln_ical_draft_finish (PlnIcalDraft  *draft,
                       GError       **error)
{
  GBytes *bytes = pln_ical_text_get_bytes (draft->text);
  guint n_spans = pln_ical_text_get_n_spans (draft->text);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text;
  gsize kept = 0; /* up to where the old text was dealt with */

  if (!draft->changed)
    return g_bytes_ref (bytes);

  text = g_string_sized_new (length + 1000);
  for (guint i = 0; i <= n_spans; i++)
    {
      PlnIcalSpan span = { length, 0, 0 };

      if (i < n_spans && draft->before[i] == NULL && draft->replaced[i] == NULL)
        continue;

      if (i < n_spans)
        pln_ical_text_get_span (draft->text, i, &span);
      g_string_append_len (text, data + kept, span.at - kept);
      kept = span.at;
      if (draft->before[i] != NULL)
        {
          end_line (draft, text);
          g_string_append_len (text, draft->before[i]->str, draft->before[i]->len);
        }
      if (i < n_spans && draft->replaced[i] != NULL)
        {
          g_string_append_len (text, draft->replaced[i]->str, draft->replaced[i]->len);
          kept = span.at + span.length;
        }
    }

  if (text->len > PLN_ICAL_MAX_BYTES)
    {
      g_string_free (text, TRUE);
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT,
                           _("The change was not made: the calendar would be larger than 100 MB."));
      return NULL;
    }

  return g_string_free_to_bytes (text);
}
