/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-series-private.h"

#include "pln-ical-draft.h"
#include "pln-ical-face.h"
#include "pln-ical-shift.h"

#include <glib/gi18n.h>
#include <string.h>

#define YEARS (10 * 366 * (gint64) PLN_ICAL_DAY) /* for which a zone is written, if a series has no end */

/* A series on its way. */
typedef struct
{
  PlnIcalSeries       series;
  const PlnIcalPlace *place;
  PlnIcalShift        shift;
  PlnIcalClock       *before;      /* that of the series */
  PlnIcalClock       *after;
  PlnIcalClock       *own;         /* after, if it is not the same */
  gboolean            keeps_form;  /* zone and type stay */
  const PlnIcalRule  *rule;        /* NULL if there is none */
  gint64              length;      /* of the instance that was moved, by the clock */
  gint64              longer;      /* by how much each gets longer */
  PlnIcalDraft       *draft;
} Move;

static void
move_clear (Move *move)
{
  g_clear_pointer (&move->draft, pln_ical_draft_free);
  g_clear_pointer (&move->own, pln_ical_clock_free);
  pln_ical_series_clear (&move->series);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static PlnIcalClock *
clock_of (const char *zone,
          gboolean    is_date)
{
  g_autoptr(GTimeZone) known = !is_date && *zone != '\0' ? pln_ical_zone_load (zone) : NULL;
  g_autoptr(GTimeZone) here = known == NULL ? g_time_zone_new_local () : NULL;

  return pln_ical_clock_new (g_intern_string (known != NULL ? zone : ""), known != NULL ? known : here, NULL);
}

/* What a form shows of the instance: faces in the zone that it names. */
static void
show_instance (const PlnIcalInstance *instance,
               gint64                *start,
               gint64                *end)
{
  g_autoptr(PlnIcalClock) clock = clock_of (instance->zone, instance->is_date);

  *start = pln_ical_clock_show (clock, instance->start);
  *end = pln_ical_clock_show (clock, instance->end);
}

static gboolean
face_of_id (Move       *move,
            const char *id,
            gint64     *number)
{
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (!pln_ical_face_parse (&face, id, strlen (id), &is_date, &is_utc))
    return FALSE;
  *number = pln_ical_face_to_number (&face);
  if (is_utc)
    *number = pln_ical_clock_show (move->before, *number);

  return TRUE;
}

static gboolean
move_init (Move                *move,
           GBytes              *text,
           const char          *id,
           const PlnIcalPlace  *place,
           GError             **error)
{
  PlnIcalRecurrence *recurrence;
  PlnIcalInstance instance;
  gint64 start;
  gint64 end;
  gint64 from;

  if (!pln_ical_series_open (&move->series, text, error)
      || !pln_ical_series_find (&move->series, id, &instance, error))
    return FALSE;

  recurrence = move->series.recurrence;
  if (!recurrence->has_master || recurrence->rules->len > 1)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                           _("The series was not changed: its whole is not in this calendar, or it has several rules."));
      return FALSE;
    }

  move->place = place;
  move->rule = recurrence->rules->len > 0 ? g_ptr_array_index (recurrence->rules, 0) : NULL;
  move->before = move->after = recurrence->start.clock;
  move->keeps_form = place->is_date == recurrence->start.is_date
                     && (place->is_date || g_str_equal (place->zone, instance.zone));
  if (!move->keeps_form)
    move->after = move->own = clock_of (place->zone, place->is_date);

  show_instance (&instance, &start, &end);
  move->length = end - start;
  move->longer = place->end - place->start - move->length;
  if (!face_of_id (move, id, &from))
    return FALSE;
  move->draft = pln_ical_draft_new (move->series.text);

  return pln_ical_shift_init (&move->shift, move->rule, recurrence->start.face, from, from + place->start - start,
                              place->is_date != recurrence->start.is_date, error);
}

/* The zone and type of a line of the series, as they are to be. */
static void
set_form (Move        *move,
          PlnIcalLine *line)
{
  const char *zone = move->place->zone;

  if (move->keeps_form)
    return;
  pln_ical_line_set_parameter (line, "VALUE", move->place->is_date ? "DATE" : NULL);
  pln_ical_line_set_parameter (line, "TZID", !move->place->is_date && *zone != '\0' && !g_str_equal (zone, "UTC")
                                             ? zone : NULL);
}

/* Writes a face of the moved series, in the form that the line has. */
static void
write_face (Move              *move,
            const PlnIcalMark *mark,
            gint64             face,
            char              *value)
{
  PlnIcalReading reading;

  if (!move->keeps_form && (move->place->is_date || mark->clock == move->before || mark->is_date))
    pln_ical_face_write (value, face, move->place->is_date, g_str_equal (move->place->zone, "UTC"));
  else if (mark->is_date || mark->clock == move->before)
    pln_ical_face_write (value, face, mark->is_date, mark->is_utc);
  else
    {
      pln_ical_clock_read (move->after, face, &reading);
      pln_ical_face_write (value, pln_ical_clock_show (mark->clock, reading.moment), FALSE, mark->is_utc);
    }
}

/* The face on the clock of the series; a day stands for the time of that day. */
static gint64
face_in_series (Move              *move,
                const PlnIcalMark *mark)
{
  const PlnIcalMark *series = &move->series.recurrence->start;

  if (mark->is_date && !series->is_date)
    return mark->face + series->face - pln_ical_face_day (series->face) * PLN_ICAL_DAY;
  if (mark->is_date || mark->clock == move->before)
    return mark->face;

  return pln_ical_clock_show (move->before, mark->reading.moment);
}

static gboolean
read_mark (Move              *move,
           const PlnIcalLine *line,
           const char        *value,
           gsize              length,
           PlnIcalMark       *mark)
{
  g_autofree char *written = pln_ical_line_write_unfolded (line, NULL);
  PlnIcalView view;

  return written != NULL && pln_ical_view_init (&view, written, strlen (written), NULL)
         && pln_ical_mark_read (mark, move->series.recurrence->zones, &view, value, length);
}

/* The end of a PERIOD moves as its start does; a length stays. */
static void
append_period_end (Move              *move,
                   const PlnIcalLine *line,
                   const char        *end,
                   gsize              length,
                   gint64             delta,
                   GString           *values)
{
  char value[PLN_ICAL_ID_SIZE];
  PlnIcalMark mark;

  if (!read_mark (move, line, end, length, &mark))
    {
      g_string_append_len (values, end, (gssize) length);
      return;
    }
  write_face (move, &mark, face_in_series (move, &mark) + delta, value);
  g_string_append (values, value);
}

static void
append_moved (Move              *move,
              const PlnIcalLine *line,
              const char        *at,
              gsize              length,
              GString           *values)
{
  const char *slash = memchr (at, '/', length);
  gsize size = slash != NULL ? (gsize) (slash - at) : length;
  char value[PLN_ICAL_ID_SIZE];
  PlnIcalMark mark;
  gint64 face;
  gint64 moved;

  if (!read_mark (move, line, at, size, &mark))
    {
      g_string_append_len (values, at, (gssize) length);
      return;
    }

  face = face_in_series (move, &mark);
  moved = pln_ical_shift_face (&move->shift, face);
  write_face (move, &mark, moved, value);
  g_string_append (values, value);
  if (slash != NULL && (move->keeps_form || !move->place->is_date))
    {
      g_string_append_c (values, '/');
      append_period_end (move, line, slash + 1, length - size - 1, moved - face, values);
    }
}

/* RDATE, EXDATE and RECURRENCE-ID: all values. */
static char *
move_values (Move              *move,
             const PlnIcalLine *line)
{
  g_autoptr(PlnIcalLine) moved = pln_ical_line_copy (line);
  g_autoptr(GString) values = g_string_new (NULL);
  const char *at = line->value;
  PlnIcalMark first;

  for (;;)
    {
      gsize length = strcspn (at, ",");

      append_moved (move, line, at, length, values);
      if (at[length] == '\0')
        break;
      g_string_append_c (values, ',');
      at += length + 1;
    }

  g_free (moved->value);
  moved->value = g_strdup (values->str);
  if (read_mark (move, line, line->value, strcspn (line->value, ",/"), &first)
      && (move->place->is_date || first.clock == move->before || first.is_date))
    set_form (move, moved);

  return pln_ical_line_write_unfolded (moved, NULL);
}

/* UNTIL is in UTC if the series has a zone (RFC 5545, 3.3.10). */
static char *
write_until (Move   *move,
             gint64  face)
{
  gboolean is_date = move->place->is_date;
  gboolean floats = move->keeps_form ? move->before == pln_ical_zones_get_here (move->series.recurrence->zones)
                                     : *move->place->zone == '\0';
  char value[PLN_ICAL_ID_SIZE];
  PlnIcalReading reading;

  pln_ical_clock_read (move->after, face, &reading);
  pln_ical_face_write (value, is_date || floats ? face : reading.moment, is_date, !is_date && !floats);

  return g_strdup (value);
}

/* The last time that the rule gives, a face. */
static gint64
last_time (Move *move)
{
  const PlnIcalMark *start = &move->series.recurrence->start;
  g_autoptr(PlnIcalTimes) times = pln_ical_times_new (move->rule, start->face, start->is_date, G_MININT64,
                                                      move->rule->until + PLN_ICAL_DAY);
  gint64 until = move->rule->until + (move->rule->until_is_date ? PLN_ICAL_DAY - 1 : 0);
  gint64 last = start->face;
  gint64 face;

  while (pln_ical_times_next (times, &face))
    {
      PlnIcalReading reading;

      pln_ical_clock_read (move->before, face, &reading);
      if ((move->rule->until_is_utc ? reading.moment : face) > until)
        break;
      last = face;
    }

  return last;
}

/* NULL if it stays. */
static char *
move_until (Move *move)
{
  const PlnIcalRule *rule = move->rule;
  char value[PLN_ICAL_ID_SIZE];

  if (rule->until == G_MAXINT64)
    return NULL;
  if (move->shift.by_month)
    return write_until (move, pln_ical_shift_face (&move->shift, last_time (move)));
  if (rule->until_is_date && (!move->place->is_date || move->keeps_form))
    {
      /* All of that day, whatever the time. */
      pln_ical_face_write (value, rule->until + move->shift.days * PLN_ICAL_DAY, TRUE, FALSE);
      if (move->keeps_form)
        return g_strdup (value);
      return write_until (move, rule->until + move->shift.delta);
    }
  if (rule->until_is_utc)
    return write_until (move, pln_ical_clock_show (move->before, rule->until) + move->shift.delta);
  if (!move->keeps_form)
    return write_until (move, rule->until + move->shift.delta);
  pln_ical_face_write (value, rule->until + move->shift.delta, FALSE, FALSE);

  return g_strdup (value);
}

static char *
move_rule (Move              *move,
           const PlnIcalLine *line)
{
  g_autoptr(PlnIcalLine) moved = pln_ical_line_copy (line);
  g_autofree char *until = move_until (move);

  g_free (moved->value);
  moved->value = pln_ical_shift_rule (&move->shift, move->rule, line->value, until);

  return pln_ical_line_write_unfolded (moved, NULL);
}

/* What stands in one component. */
typedef struct
{
  gboolean is_main;
  gint64   delta;       /* of its faces */
  gboolean has_start;
  gint64   start;       /* as it was, a face */
  gint64   moved_start;
  gint64   length;      /* as it was, by the clock */
  gboolean takes_length; /* as the instance that was moved */
} Component;

/* DTSTART, DTEND, DUE. Another clock than that of the series stays. */
static char *
move_time (Move              *move,
           const Component   *component,
           const PlnIcalLine *line,
           gboolean           is_end)
{
  g_autoptr(PlnIcalLine) moved = pln_ical_line_copy (line);
  char value[PLN_ICAL_ID_SIZE];
  PlnIcalMark mark;
  gint64 face;
  gboolean same_form;
  gboolean takes_form;

  if (!read_mark (move, line, line->value, strlen (line->value), &mark))
    return NULL;

  same_form = mark.clock == move->before && mark.is_date == move->series.recurrence->start.is_date;
  takes_form = !move->keeps_form && (same_form || (is_end && component->takes_length));
  if (is_end && component->takes_length && (same_form || takes_form))
    face = component->moved_start + move->place->end - move->place->start;
  else if (!is_end && component->is_main)
    face = component->moved_start;
  else
    face = mark.face + component->delta + (is_end && component->takes_length ? move->longer : 0);
  if (takes_form)
    pln_ical_face_write (value, face, move->place->is_date, g_str_equal (move->place->zone, "UTC"));
  else
    pln_ical_face_write (value, face, mark.is_date, mark.is_utc);

  g_free (moved->value);
  moved->value = g_strdup (value);
  if (takes_form)
    set_form (move, moved);

  return pln_ical_line_write_unfolded (moved, NULL);
}

static char *
duration_line (Move *move)
{
  gint64 length = move->place->end - move->place->start;

  if (length % PLN_ICAL_DAY == 0 && move->place->is_date)
    return g_strdup_printf ("DURATION:P%dD", (int) (length / PLN_ICAL_DAY));

  return length % 60 == 0 ? g_strdup_printf ("DURATION:PT%dM", (int) (length / 60))
                          : g_strdup_printf ("DURATION:PT%dS", (int) length);
}

static char *
move_line (Move              *move,
           const Component   *component,
           const PlnIcalLine *line)
{
  if (g_str_equal (line->name, "DTSTART"))
    return move_time (move, component, line, FALSE);
  if (g_str_equal (line->name, "DTEND") || g_str_equal (line->name, "DUE"))
    return move_time (move, component, line, TRUE);
  if (g_str_equal (line->name, "DURATION") && component->takes_length && (move->longer != 0 || !move->keeps_form))
    return duration_line (move);
  if (g_str_equal (line->name, "RECURRENCE-ID"))
    return move_values (move, line);
  if (component->is_main && (g_str_equal (line->name, "RDATE") || g_str_equal (line->name, "EXDATE")))
    return move_values (move, line);
  if (component->is_main && g_str_equal (line->name, "RRULE") && move->rule != NULL)
    return move_rule (move, line);

  return NULL;
}

static gboolean
read_time (Move        *move,
           guint        part,
           const char  *name,
           PlnIcalMark *mark)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (move->series.text, part, name);

  return line != NULL && read_mark (move, line, line->value, strlen (line->value), mark);
}

static gint64
length_of (Move              *move,
           guint              part,
           const PlnIcalMark *start)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (move->series.text, part, "DURATION");
  PlnIcalLength length = { 0, 0 };
  PlnIcalMark end;

  if (read_time (move, part, "DTEND", &end) || read_time (move, part, "DUE", &end))
    return end.clock == start->clock ? end.face - start->face : end.reading.moment - start->reading.moment;
  if (line != NULL && pln_ical_duration_parse (line->value, strlen (line->value), &length))
    return length.days * (gint64) PLN_ICAL_DAY + length.seconds;

  return start->is_date ? PLN_ICAL_DAY : 0;
}

static void
read_component (Move      *move,
                guint      part,
                Component *component)
{
  PlnIcalMark start;
  PlnIcalMark id;

  *component = (Component) { .is_main = part == move->series.main, .delta = move->shift.delta };
  component->has_start = read_time (move, part, "DTSTART", &start);
  if (!component->has_start)
    return;

  component->start = start.face;
  component->length = length_of (move, part, &start);
  component->takes_length = component->is_main || component->length == move->length;
  if (component->is_main)
    component->delta = pln_ical_shift_start (&move->shift, start.face) - start.face;
  else if (read_time (move, part, "RECURRENCE-ID", &id))
    {
      gint64 face = face_in_series (move, &id);

      component->delta = pln_ical_shift_face (&move->shift, face) - face;
    }
  component->moved_start = start.face + component->delta;
}

/* Something that was a moment, or a day, may need an end now. */
static void
add_end (Move            *move,
         guint            part,
         const Component *component)
{
  static const char *const names[] = { "DTEND", "DUE", "DURATION" };
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (move->series.text, part, "DTSTART");
  g_autofree char *end = NULL;
  gint64 length = move->place->end - move->place->start;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(PlnIcalLine) found = pln_ical_text_get_line (move->series.text, part, names[i]);

      if (found != NULL)
        return;
    }
  if (line == NULL || !component->takes_length || length == (move->place->is_date ? PLN_ICAL_DAY : 0))
    return;

  g_free (line->name);
  line->name = g_strdup ("DTEND");
  end = move_time (move, component, line, TRUE);
  if (end != NULL)
    pln_ical_draft_insert (move->draft, pln_ical_text_get_lines_end (move->series.text, part), end);
}

static void
move_component (Move  *move,
                guint  part)
{
  Component component;
  PlnIcalWalk walk;
  PlnIcalSpan span;

  read_component (move, part, &component);
  pln_ical_walk_init (&walk, move->series.text, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (move->series.text, &span, NULL);
      g_autofree char *before = line != NULL ? pln_ical_line_write_unfolded (line, NULL) : NULL;
      g_autofree char *moved = line != NULL ? move_line (move, &component, line) : NULL;

      if (moved != NULL && g_strcmp0 (before, moved) != 0)
        pln_ical_draft_replace (move->draft, walk.at, moved);
    }
  if (component.has_start)
    add_end (move, part, &component);
}

static gboolean
has_zone (Move *move)
{
  for (guint part = 0; part < pln_ical_text_get_n_parts (move->series.text); part++)
    {
      g_autoptr(PlnIcalLine) line = NULL;

      if (!g_str_equal (pln_ical_text_get_part (move->series.text, part)->name, "VTIMEZONE"))
        continue;
      line = pln_ical_text_get_line (move->series.text, part, "TZID");
      if (line != NULL && g_str_equal (line->value, move->place->zone))
        return TRUE;
    }

  return FALSE;
}

/* The rules of the new zone, over the whole series. */
static void
add_zone (Move *move)
{
  g_autoptr(GDateTime) from = NULL;
  g_autoptr(GDateTime) to = NULL;
  g_autofree char *zone = NULL;
  gint64 first;
  gint64 last;

  if (move->keeps_form || move->place->is_date || has_zone (move)
      || !pln_ical_recurrence_get_bounds (move->series.recurrence, &first, &last))
    return;

  from = g_date_time_new_from_unix_utc (first);
  to = g_date_time_new_from_unix_utc (MIN (last, first + YEARS));
  zone = from != NULL && to != NULL ? pln_ical_zone_write (move->place->zone, from, to) : NULL;
  if (zone != NULL)
    {
      guint calendar = (guint) pln_ical_text_get_part (move->series.text, move->series.main)->parent;

      pln_ical_draft_insert_raw (move->draft, pln_ical_text_get_lines_end (move->series.text, calendar),
                                 zone, strlen (zone));
    }
}

/**
 * pln_ical_series_move:
 * @text: the text of an object
 * @id: the RECURRENCE-ID of the instance that the user moved
 * @place: where that is to be
 * @error: return location for a [error@IcalError]: `REFUSED` if it is not
 *   certain when the series takes place or the rule cannot be moved, `BROKEN`
 *   if it has no such instance
 *
 * Moves a whole series as one of its instances was moved, by the clock on the
 * wall, whatever summer time does: its start and end, the days that the rule
 * names, its last day, what was added, taken out, or given a component of its
 * own. All other lines keep their bytes.
 *
 * Returns: (transfer full): the new text, or %NULL on error
 */
GBytes *
pln_ical_series_move (GBytes              *text,
                      const char          *id,
                      const PlnIcalPlace  *place,
                      GError             **error)
{
  g_auto(Move) move = { .draft = NULL };
  PlnIcalRecurrence *recurrence;

  if (!move_init (&move, text, id, place, error))
    return NULL;

  recurrence = move.series.recurrence;
  move_component (&move, move.series.main);
  for (guint i = 0; i < recurrence->overrides->len; i++)
    move_component (&move, g_array_index (recurrence->overrides, PlnIcalOverride, i).instance.part);
  for (guint i = 1; i < recurrence->segments->len; i++)
    {
      guint part = g_array_index (recurrence->segments, PlnIcalSegment, i).part;

      if (!pln_ical_recurrence_is_shown (recurrence, part)) /* it is taken out, but not what follows it */
        move_component (&move, part);
    }
  add_zone (&move);

  return pln_ical_draft_finish (move.draft, error);
}
