/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence-private.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <string.h>

#define NONE G_MAXUINT

/* One instance of a series, before it is known whether it takes place. */
typedef struct
{
  gint64         moment;     /* of its RECURRENCE-ID */
  gint64         face;       /* the same on the clock of the series */
  gint64         start_face; /* on the clock of its segment */
  gint64         start;
  gint64         end;
  PlnIcalReading reading;    /* of start_face */
} Item;

/* What one rule gives in one segment, or the single dates in it. */
typedef struct
{
  const PlnIcalSegment *segment;
  gint64                before;    /* RECURRENCE-IDs of the next segment */
  const PlnIcalRule    *rule;      /* NULL for single dates */
  PlnIcalTimes         *times;
  guint                 date;      /* the next of the single dates */
  GArray               *items;     /* Item, sorted by start */
  guint                 next;      /* of items */
  gint64                last_start; /* of what was pulled last */
  gboolean              has_skipped; /* an item whose time is skipped comes too late for its place */
  gboolean              is_over;
} Stream;

struct _PlnIcalInstances
{
  PlnIcalRecurrence *recurrence;
  gint64             from;
  GPtrArray         *streams;  /* Stream */
  guint              override; /* the next one */
  GArray            *given;    /* gint64: for each segment, the last RECURRENCE-ID */
};

static void
stream_free (gpointer data)
{
  Stream *stream = data;

  g_clear_pointer (&stream->times, pln_ical_times_free);
  g_array_unref (stream->items);
  g_free (stream);
}

/* A sum that stops at the ends. */
static gint64
add (gint64 a,
     gint64 b)
{
  if (b > 0 && a > G_MAXINT64 - b)
    return G_MAXINT64;
  if (b < 0 && a < G_MININT64 - b)
    return G_MININT64;

  return a + b;
}

static gint64
longest (const PlnIcalSegment *segment)
{
  return segment->length.seconds + segment->length.days * (gint64) PLN_ICAL_DAY;
}

static Stream *
add_stream (PlnIcalInstances     *self,
            const PlnIcalSegment *segment,
            gint64                before)
{
  Stream *stream = g_new0 (Stream, 1);

  stream->segment = segment;
  stream->before = before;
  stream->items = g_array_new (FALSE, FALSE, sizeof (Item));
  stream->last_start = G_MININT64;
  g_ptr_array_add (self->streams, stream);

  return stream;
}

/* From which time a rule has to be asked, so that what began earlier and goes
 * on is found, and until which. Clocks are two days apart at most. */
static void
add_rule (PlnIcalInstances     *self,
          const PlnIcalSegment *segment,
          gint64                before,
          const PlnIcalRule    *rule,
          gint64                to)
{
  PlnIcalRecurrence *recurrence = self->recurrence;
  Stream *stream = add_stream (self, segment, before);
  gint64 first = add (self->from, -longest (segment) - segment->shift);
  gint64 last = MIN (add (to, -segment->shift), before);

  first = add (MAX (first, segment->since), -2 * PLN_ICAL_DAY);
  last = add (last, 2 * PLN_ICAL_DAY);
  stream->rule = rule;
  stream->times = pln_ical_times_new (rule, recurrence->start.face, recurrence->start.is_date, first,
                                      MIN (last, add (rule->until, 2 * PLN_ICAL_DAY)));
}

static void
add_segment (PlnIcalInstances *self,
             guint             index,
             gint64            to)
{
  PlnIcalRecurrence *recurrence = self->recurrence;
  const PlnIcalSegment *segment = &g_array_index (recurrence->segments, PlnIcalSegment, index);
  gint64 before = index + 1 < recurrence->segments->len
                  ? g_array_index (recurrence->segments, PlnIcalSegment, index + 1).since : G_MAXINT64;

  for (guint i = 0; i < recurrence->rules->len; i++)
    add_rule (self, segment, before, g_ptr_array_index (recurrence->rules, i), to);
  add_stream (self, segment, before);
}

/**
 * pln_ical_instances_new_within:
 * @recurrence: a recurrence, to be kept as long
 * @from: seconds since 1970, UTC
 * @to: what begins later need not be given
 *
 * As [ctor@IcalInstances.new], but does not look further than asked for.
 *
 * Returns: (transfer full): the instances
 */
PlnIcalInstances *
pln_ical_instances_new_within (PlnIcalRecurrence *recurrence,
                               gint64             from,
                               gint64             to)
{
  PlnIcalInstances *self = g_new0 (PlnIcalInstances, 1);

  self->recurrence = recurrence;
  self->from = from;
  self->streams = g_ptr_array_new_with_free_func (stream_free);
  self->given = g_array_sized_new (FALSE, FALSE, sizeof (gint64), recurrence->segments->len);
  for (guint i = 0; i < recurrence->segments->len; i++)
    {
      gint64 none = G_MININT64;

      g_array_append_val (self->given, none);
      add_segment (self, i, to);
    }

  return self;
}

/**
 * pln_ical_instances_new:
 * @recurrence: a recurrence, to be kept as long
 * @from: seconds since 1970, UTC
 *
 * Begins to give the instances that end after @from, or begin there. Which
 * these are does not depend on @from otherwise.
 *
 * Returns: (transfer full): the instances
 */
PlnIcalInstances *
pln_ical_instances_new (PlnIcalRecurrence *recurrence,
                        gint64             from)
{
  return pln_ical_instances_new_within (recurrence, from, G_MAXINT64);
}

/**
 * pln_ical_instances_free:
 * @self: (transfer full): instances
 */
void
pln_ical_instances_free (PlnIcalInstances *self)
{
  g_ptr_array_unref (self->streams);
  g_array_unref (self->given);
  g_free (self);
}

/* UNTIL is a moment where it is in UTC, unless the series floats. */
static gboolean
is_after_until (const PlnIcalRecurrence *recurrence,
                const PlnIcalRule       *rule,
                const Item              *item)
{
  if (rule->until == G_MAXINT64)
    return FALSE;
  if (rule->until_is_date)
    return item->face >= rule->until + PLN_ICAL_DAY;
  if (rule->until_is_utc && recurrence->start.clock != pln_ical_zones_get_here (recurrence->zones))
    return item->moment > rule->until;

  return item->face > rule->until;
}

static gboolean
is_moved (const PlnIcalSegment *segment,
          const PlnIcalMark    *series)
{
  return segment->shift != 0 || segment->clock != series->clock;
}

static void
place (Stream              *stream,
       const PlnIcalMark   *series,
       const PlnIcalLength *length,
       Item                *item)
{
  const PlnIcalSegment *segment = stream->segment;
  gboolean moved = is_moved (segment, series);

  item->start_face = item->face + segment->shift;
  if (moved || stream->times == NULL)
    pln_ical_clock_read (segment->clock, item->start_face, &item->reading);
  item->start = moved ? item->reading.moment : item->moment;
  item->end = pln_ical_length_end (length, segment->clock, item->start_face, item->start);
}

/* Takes one more from the rule, or the next date. FALSE if there is none. */
static gboolean
take (PlnIcalInstances *self,
      Stream           *stream,
      Item             *item)
{
  PlnIcalRecurrence *recurrence = self->recurrence;
  PlnIcalLength length = stream->segment->length;

  if (stream->times == NULL)
    {
      const PlnIcalSeriesDate *date;

      if (stream->date == recurrence->dates->len)
        return FALSE;
      date = &g_array_index (recurrence->dates, PlnIcalSeriesDate, stream->date++);
      item->face = date->face;
      item->moment = date->moment;
      if (date->has_length)
        length = date->length;
    }
  else
    {
      if (!pln_ical_times_next (stream->times, &item->face))
        {
          if (pln_ical_times_gave_up (stream->times))
            pln_ical_recurrence_doubt (recurrence, _("It takes too long to find out when its rule lets it happen."));
          return FALSE;
        }
      pln_ical_clock_read (recurrence->start.clock, item->face, &item->reading);
      item->moment = item->reading.moment;
    }
  place (stream, &recurrence->start, &length, item);

  return TRUE;
}

static void
insert_sorted (Stream     *stream,
               const Item *item)
{
  guint at = stream->items->len;

  while (at > stream->next && g_array_index (stream->items, Item, at - 1).start > item->start)
    at--;
  g_array_insert_vals (stream->items, at, item, 1);
}

/* Makes sure that the first item of a stream is the next by start. A time that
 * the clock skips is later than its face says, so that others may come before. */
static const Item *
peek (PlnIcalInstances *self,
      Stream           *stream)
{
  while (!stream->is_over
         && (stream->next == stream->items->len
             || (stream->has_skipped
                 && stream->last_start <= g_array_index (stream->items, Item, stream->items->len - 1).start)))
    {
      Item item;

      if (stream->next == stream->items->len)
        {
          g_array_set_size (stream->items, 0);
          stream->next = 0;
          stream->has_skipped = FALSE;
        }
      if (!take (self, stream, &item))
        {
          stream->is_over = TRUE;
          break;
        }
      if (item.moment < stream->segment->since || item.moment >= stream->before
          || (stream->rule != NULL && is_after_until (self->recurrence, stream->rule, &item)))
        continue;
      stream->last_start = item.start;
      stream->has_skipped = stream->has_skipped || item.reading.is_skipped;
      insert_sorted (stream, &item);
    }

  return stream->next < stream->items->len ? &g_array_index (stream->items, Item, stream->next) : NULL;
}

static void
fill (PlnIcalRecurrence    *recurrence,
      const PlnIcalSegment *segment,
      const Item           *item,
      PlnIcalInstance      *instance)
{
  const PlnIcalMark *series = &recurrence->start;
  PlnIcalReading reading = item->reading;

  /* A single date in another zone may be at the second of a time that is there twice. */
  if (is_moved (segment, series))
    pln_ical_clock_read (series->clock, item->face, &reading);

  instance->id[0] = '\0';
  if (recurrence->recurs && reading.moment == item->moment)
    pln_ical_face_write (instance->id, item->face, series->is_date, series->is_utc);
  else if (recurrence->recurs)
    pln_ical_face_write (instance->id, item->moment, FALSE, TRUE);
  instance->start = item->start;
  instance->end = item->end;
  instance->zone = pln_ical_clock_get_zone (segment->clock, item->start_face, item->start);
  instance->note = segment->is_unknown ? pln_ical_zones_unknown_note ()
                                       : pln_ical_clock_get_note (segment->clock, &item->reading);
  instance->part = segment->part;
  instance->is_date = segment->is_date;
  instance->is_override = segment->since != G_MININT64;
  instance->is_cancelled = segment->is_cancelled;
}

/* Whether the instance is one of its own, takes place, and is not described by
 * another component. */
static gboolean
is_wanted (PlnIcalInstances     *self,
           const PlnIcalSegment *segment,
           const Item           *item)
{
  PlnIcalRecurrence *recurrence = self->recurrence;
  gint64 *given = &g_array_index (self->given, gint64, segment - (PlnIcalSegment *) recurrence->segments->data);
  gint64 day;

  if (*given == item->moment)
    return FALSE;
  *given = item->moment;
  if (item->end <= self->from && item->start < self->from)
    return FALSE;
  if (pln_ical_moments_contain (recurrence->excluded, item->moment)
      || pln_ical_moments_contain (recurrence->overridden, item->moment))
    return FALSE;
  if (recurrence->excluded_days->len == 0 && recurrence->overridden_days->len == 0)
    return TRUE;

  day = pln_ical_face_day (item->face);

  return !pln_ical_moments_contain (recurrence->excluded_days, day)
         && !pln_ical_moments_contain (recurrence->overridden_days, day);
}

/* The next component with RECURRENCE-ID, or NULL. */
static const PlnIcalInstance *
peek_override (PlnIcalInstances *self)
{
  GArray *overrides = self->recurrence->overrides;

  for (; self->override < overrides->len; self->override++)
    {
      const PlnIcalInstance *instance = &g_array_index (overrides, PlnIcalOverride, self->override).instance;

      if (instance->end > self->from || instance->start >= self->from)
        return instance;
    }

  return NULL;
}

static Stream *
find_next (PlnIcalInstances *self,
           const Item      **next)
{
  Stream *found = NULL;

  *next = NULL;
  for (guint i = 0; i < self->streams->len; i++)
    {
      Stream *stream = g_ptr_array_index (self->streams, i);
      const Item *item = peek (self, stream);

      if (item != NULL && (*next == NULL || item->start < (*next)->start))
        {
          *next = item;
          found = stream;
        }
    }

  return found;
}

/**
 * pln_ical_instances_next:
 * @self: instances
 * @instance: (out): the next
 *
 * Returns: %FALSE if there are no more
 */
gboolean
pln_ical_instances_next (PlnIcalInstances *self,
                         PlnIcalInstance  *instance)
{
  const PlnIcalInstance *override = peek_override (self);
  const Item *item;
  Stream *stream;

  while ((stream = find_next (self, &item)) != NULL && (override == NULL || item->start <= override->start))
    {
      gboolean wanted = is_wanted (self, stream->segment, item);

      stream->next++;
      if (!wanted)
        continue;
      fill (self->recurrence, stream->segment, item, instance);
      return TRUE;
    }
  if (override == NULL)
    return FALSE;

  *instance = *override;
  self->override++;

  return TRUE;
}
