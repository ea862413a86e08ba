/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-series-private.h"

#include "pln-ical-draft.h"
#include "pln-ical-face.h"
#include "pln-ical-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * pln_ical_place_init:
 * @place: (out): the place; it does not hold @zone
 * @start: when it is to start, in @zone
 * @end: (nullable): when it is to end, half-open
 * @zone: "" floating, `UTC`, or an IANA name
 * @is_date: whether both are days
 *
 * Takes what the clock shows, as the user does.
 */
void
pln_ical_place_init (PlnIcalPlace *place,
                     GDateTime    *start,
                     GDateTime    *end,
                     const char   *zone,
                     gboolean      is_date)
{
  GDateTime *times[] = { start, end != NULL ? end : start };
  gint64 *faces[] = { &place->start, &place->end };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    *faces[i] = g_date_time_to_unix (times[i]) + g_date_time_get_utc_offset (times[i]) / G_TIME_SPAN_SECOND;
  if (is_date)
    {
      place->start = pln_ical_face_day (place->start) * PLN_ICAL_DAY;
      place->end = MAX (pln_ical_face_day (place->end) * PLN_ICAL_DAY, place->start + PLN_ICAL_DAY);
    }
  place->end = MAX (place->end, place->start);
  place->zone = zone;
  place->is_date = is_date;
}

/* Whether all components of the object lie in one calendar, and end. */
static gboolean
is_whole (PlnIcalSeries *series)
{
  const PlnIcalPart *main = pln_ical_text_get_part (series->text, series->main);

  if (main->parent < 0)
    return FALSE;
  for (guint i = 0; i < pln_ical_text_get_n_parts (series->text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (series->text, i);

      if (g_str_equal (part->name, main->name) && (part->flaw != NULL || !part->ended || part->parent != main->parent))
        return FALSE;
    }

  return pln_ical_text_get_part (series->text, (guint) main->parent)->ended;
}

/**
 * pln_ical_series_open:
 * @series: (out): a series
 * @bytes: the text of its object
 * @error: return location for a [error@IcalError]
 *
 * Returns: %FALSE if it cannot be edited, because it is no series, or its rule
 *   is not fully understood
 */
gboolean
pln_ical_series_open (PlnIcalSeries  *series,
                      GBytes         *bytes,
                      GError        **error)
{
  *series = (PlnIcalSeries) { NULL };
  series->text = pln_ical_text_new (bytes, error);
  if (series->text == NULL)
    return FALSE;
  series->recurrence = pln_ical_recurrence_new (series->text, error);
  if (series->recurrence == NULL)
    return FALSE;

  if (pln_ical_recurrence_get_doubt (series->recurrence) != NULL)
    {
      g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                   /* Translators: %s is a sentence that says why. */
                   _("The series was not changed, because it is not certain when it takes place. %s"),
                   pln_ical_recurrence_get_doubt (series->recurrence));
      return FALSE;
    }
  series->main = (guint) pln_ical_record_find_main (series->text);
  if (!is_whole (series))
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                           _("The series was not changed, because it cannot be read to its end."));
      return FALSE;
    }

  return TRUE;
}

void
pln_ical_series_clear (PlnIcalSeries *series)
{
  g_clear_pointer (&series->recurrence, pln_ical_recurrence_free);
  g_clear_pointer (&series->text, pln_ical_text_unref);
}

/**
 * pln_ical_series_find:
 * @series: a series
 * @id: the RECURRENCE-ID of an instance
 * @instance: (out): the instance
 * @error: return location for a [error@IcalError], `BROKEN` if there is none
 *
 * Returns: %TRUE if it was found
 */
gboolean
pln_ical_series_find (PlnIcalSeries    *series,
                      const char       *id,
                      PlnIcalInstance  *instance,
                      GError          **error)
{
  if (*id != '\0' && pln_ical_recurrence_find (series->recurrence, id, instance))
    return TRUE;

  g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                       _("The series was not changed, because it no longer takes place at that time."));

  return FALSE;
}

/**
 * pln_ical_series_time_line:
 * @like: a line with one time, whose zone and type are to be kept
 * @name: the name of the new line
 * @face: its time
 * @is_utc: whether the time is in UTC
 *
 * Returns: (transfer full): a content line, unfolded
 */
char *
pln_ical_series_time_line (const PlnIcalLine *like,
                           const char        *name,
                           gint64             face,
                           gboolean           is_utc)
{
  g_autoptr(PlnIcalLine) line = pln_ical_line_copy (like);
  gboolean is_date = strlen (like->value) == strlen ("YYYYMMDD");
  char value[PLN_ICAL_ID_SIZE];

  pln_ical_face_write (value, face, is_date, is_utc);
  g_free (line->name);
  line->name = g_strdup (name);
  g_free (line->value);
  line->value = g_strdup (value);
  if (is_utc)
    pln_ical_line_set_parameter (line, "TZID", NULL);

  return pln_ical_line_write_unfolded (line, NULL);
}

/* A line that names an instance as the text does: in the form of the series. */
static char *
id_line (PlnIcalSeries *series,
         const char    *name,
         const char    *id)
{
  g_autoptr(PlnIcalLine) start = pln_ical_text_get_line (series->text, series->main, "DTSTART");
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (start == NULL || !pln_ical_face_parse (&face, id, strlen (id), &is_date, &is_utc))
    return NULL;
  if (is_date && !series->recurrence->start.is_date) /* it means all that day */
    return g_strdup_printf ("%s;VALUE=DATE:%s", name, id);

  return pln_ical_series_time_line (start, name, pln_ical_face_to_number (&face), is_utc);
}

/* DTSTART, DTEND and DUE of an instance, each on the clock of its line. */
static char *
moved_line (PlnIcalSeries     *series,
            const PlnIcalLine *line,
            const char        *name,
            gint64             moment)
{
  g_autofree char *written = pln_ical_line_write_unfolded (line, NULL);
  PlnIcalView view;
  PlnIcalMark mark;

  if (written == NULL || !pln_ical_view_init (&view, written, strlen (written), NULL)
      || !pln_ical_mark_read (&mark, series->recurrence->zones, &view, view.value.at, view.value.length))
    return NULL;

  return pln_ical_series_time_line (line, name, pln_ical_clock_show (mark.clock, moment), mark.is_utc);
}

static gboolean
is_of_series (const char *name)
{
  static const char *const names[] = { "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", NULL };

  return g_strv_contains (names, name);
}

static void
append_line (PlnIcalSeries *series,
             GString       *text,
             const char    *line)
{
  pln_ical_fold_append (text, line, strlen (line), pln_ical_text_get_line_end (series->text));
}

/* The lines of the component itself; those of the series are left out, the
 * times are those of the instance. */
static void
append_lines (PlnIcalSeries         *series,
              const PlnIcalInstance *instance,
              const char            *id,
              GString               *text)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (series->text), NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, series->text, instance->part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (series->text, &span, NULL);
      g_autofree char *moved = NULL;

      if (line != NULL && is_of_series (line->name))
        continue;
      if (line != NULL && g_str_equal (line->name, "DTSTART"))
        {
          append_line (series, text, id);
          moved = moved_line (series, line, "DTSTART", instance->start);
        }
      else if (line != NULL && (g_str_equal (line->name, "DTEND") || g_str_equal (line->name, "DUE")))
        moved = moved_line (series, line, line->name, instance->end);

      if (moved != NULL)
        append_line (series, text, moved);
      else
        g_string_append_len (text, data + span.at, (gssize) span.length);
    }
}

/* Alarms and what else lies inside it. */
static void
append_inner (PlnIcalSeries         *series,
              const PlnIcalInstance *instance,
              GString               *text)
{
  const char *data = g_bytes_get_data (pln_ical_text_get_bytes (series->text), NULL);

  for (guint part = instance->part + 1; part < pln_ical_text_get_n_parts (series->text); part++)
    {
      const PlnIcalPart *inner = pln_ical_text_get_part (series->text, part);
      PlnIcalSpan first;
      PlnIcalSpan last;

      if (inner->parent < (int) instance->part)
        break;
      if (inner->parent != (int) instance->part || !inner->ended)
        continue;
      pln_ical_text_get_span (series->text, inner->first, &first);
      pln_ical_text_get_span (series->text, inner->last, &last);
      g_string_append_len (text, data + first.at, (gssize) (last.at + last.length - first.at));
    }
}

/**
 * pln_ical_series_detach:
 * @text: the text of an object
 * @id: the RECURRENCE-ID of one of its instances
 * @error: return location for a [error@IcalError]: `REFUSED` if it is not
 *   certain when the series takes place, `BROKEN` if it has no such instance
 *
 * Gives an instance a component of its own, which says what the series says of
 * it; edits may then change it. All other lines keep their bytes.
 *
 * Returns: (transfer full): the new text, @text itself if the instance has its
 *   component already; %NULL on error
 */
GBytes *
pln_ical_series_detach (GBytes      *text,
                        const char  *id,
                        GError     **error)
{
  g_auto(PlnIcalSeries) series = { NULL };
  g_autoptr(PlnIcalDraft) draft = NULL;
  g_autoptr(GString) component = NULL;
  g_autofree char *line = NULL;
  const PlnIcalPart *part;
  PlnIcalInstance instance;

  if (!pln_ical_series_open (&series, text, error) || !pln_ical_series_find (&series, id, &instance, error))
    return NULL;
  if (pln_ical_recurrence_is_detached (series.recurrence, id))
    return g_bytes_ref (text);

  line = id_line (&series, "RECURRENCE-ID", instance.id);
  if (line == NULL)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                           _("The series was not changed, because its start cannot be read."));
      return NULL;
    }

  part = pln_ical_text_get_part (series.text, instance.part);
  component = g_string_new ("BEGIN:");
  g_string_append_printf (component, "%s\n", part->name);
  append_lines (&series, &instance, line, component);
  append_inner (&series, &instance, component);
  g_string_append_printf (component, "END:%s\n", part->name);

  draft = pln_ical_draft_new (series.text);
  pln_ical_draft_insert_raw (draft, pln_ical_text_get_part (series.text, (guint) part->parent)->last,
                             component->str, component->len);

  return pln_ical_draft_finish (draft, error);
}

static gboolean
takes_place (GBytes *bytes)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  g_autoptr(PlnIcalRecurrence) recurrence = text != NULL ? pln_ical_recurrence_new (text, NULL) : NULL;
  gint64 first;
  gint64 last;

  return recurrence != NULL && pln_ical_recurrence_get_bounds (recurrence, &first, &last);
}

/**
 * pln_ical_series_drop:
 * @text: the text of an object
 * @id: the RECURRENCE-ID of one of its instances
 * @error: return location for a [error@IcalError]: `REFUSED` if it is not
 *   certain when the series takes place or if nothing of it would be left,
 *   `BROKEN` if it has no such instance
 *
 * Takes one instance out of a series: an EXDATE, and its own component goes if
 * it has one. All other lines keep their bytes.
 *
 * Returns: (transfer full): the new text, or %NULL on error
 */
GBytes *
pln_ical_series_drop (GBytes      *text,
                      const char  *id,
                      GError     **error)
{
  g_auto(PlnIcalSeries) series = { NULL };
  g_autoptr(PlnIcalDraft) draft = NULL;
  g_autofree char *line = NULL;
  g_autoptr(GBytes) after = NULL;
  PlnIcalInstance instance;

  if (!pln_ical_series_open (&series, text, error) || !pln_ical_series_find (&series, id, &instance, error))
    return NULL;

  draft = pln_ical_draft_new (series.text);
  for (guint i = 0; i < series.recurrence->overrides->len; i++)
    {
      const PlnIcalInstance *override = &g_array_index (series.recurrence->overrides, PlnIcalOverride, i).instance;

      /* What holds for all that follow must stay; the EXDATE is enough then. */
      if (g_str_equal (override->id, id) && !pln_ical_recurrence_has_segment (series.recurrence, override->part))
        pln_ical_draft_drop_part (draft, override->part);
    }

  line = series.recurrence->has_master ? id_line (&series, "EXDATE", id) : NULL;
  if (line != NULL)
    pln_ical_draft_insert (draft, pln_ical_text_get_lines_end (series.text, series.main), line);

  after = pln_ical_draft_finish (draft, error);
  if (after == NULL || takes_place (after))
    return g_steal_pointer (&after);

  g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                       _("This is the last one of its series. Delete all of the series instead."));

  return NULL;
}
