/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence-private.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COUNTED 10000 /* instances that are counted to find the last */

/**
 * pln_ical_mark_read:
 * @mark: (out): the time
 * @zones: the zones of the text
 * @view: the line that it stands in
 * @text: (array length=length): the value, or one of several
 * @length: the size of @text, in bytes
 *
 * Returns: %FALSE if it is no time
 */
gboolean
pln_ical_mark_read (PlnIcalMark       *mark,
                    PlnIcalZones      *zones,
                    const PlnIcalView *view,
                    const char        *text,
                    gsize              length)
{
  PlnIcalFace face;

  if (!pln_ical_face_parse (&face, text, length, &mark->is_date, &mark->is_utc))
    return FALSE;

  mark->face = pln_ical_face_to_number (&face);
  mark->clock = pln_ical_zones_get_clock (zones, view, mark->is_date, mark->is_utc);
  mark->is_unknown = mark->clock == NULL;
  if (mark->is_unknown)
    mark->clock = pln_ical_zones_get_here (zones);
  pln_ical_clock_read (mark->clock, mark->face, &mark->reading);

  return TRUE;
}

/**
 * pln_ical_recurrence_doubt:
 * @self: a recurrence
 * @why: a sentence
 *
 * Notes that its times are not certain; the first reason counts.
 */
void
pln_ical_recurrence_doubt (PlnIcalRecurrence *self,
                           const char        *why)
{
  if (self->doubt == NULL)
    self->doubt = g_strdup (why);
}

/**
 * pln_ical_length_end:
 * @length: how long
 * @clock: by which the days count
 * @face: what that shows at the start
 * @start: the same moment
 *
 * Returns: the moment of the end
 */
gint64
pln_ical_length_end (const PlnIcalLength *length,
                     PlnIcalClock        *clock,
                     gint64               face,
                     gint64               start)
{
  PlnIcalReading reading;

  if (length->days == 0)
    return start + length->seconds;
  pln_ical_clock_read (clock, face + (gint64) length->days * PLN_ICAL_DAY, &reading);

  return reading.moment + length->seconds;
}

/**
 * pln_ical_compare_moments:
 * @a: a gint64, or what begins with one
 * @b: another
 *
 * Returns: which is earlier, for sorting
 */
int
pln_ical_compare_moments (gconstpointer a,
                          gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * pln_ical_moments_contain:
 * @moments: (element-type gint64): sorted
 * @moment: one
 *
 * Returns: whether it is among them
 */
gboolean
pln_ical_moments_contain (GArray *moments,
                          gint64  moment)
{
  return moments->len > 0 && g_array_binary_search (moments, &moment, pln_ical_compare_moments, NULL);
}

/**
 * pln_ical_recurrence_has_segment:
 * @self: a recurrence
 * @part: a component with RECURRENCE-ID
 *
 * Returns: whether it holds for all that follow, too
 */
gboolean
pln_ical_recurrence_has_segment (PlnIcalRecurrence *self,
                                 guint              part)
{
  for (guint i = 1; i < self->segments->len; i++)
    if (g_array_index (self->segments, PlnIcalSegment, i).part == part)
      return TRUE;

  return FALSE;
}

/**
 * pln_ical_recurrence_new:
 * @text: the text of one object
 * @error: return location for a [error@IcalError]: `BROKEN` if there is
 *   nothing in it that happens at some time
 *
 * Reads when an object happens. A series whose rule is not fully understood is
 * read, too, but then only its single dates are given; see
 * [method@IcalRecurrence.get_doubt]. For any thread.
 *
 * Returns: (transfer full): the recurrence, or %NULL on error
 */
PlnIcalRecurrence *
pln_ical_recurrence_new (PlnIcalText  *text,
                         GError      **error)
{
  g_autoptr(PlnIcalRecurrence) self = NULL;
  int main = pln_ical_record_find_main (text);

  if (main < 0)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                           _("There is no event, task or journal in it."));
      return NULL;
    }

  self = g_new0 (PlnIcalRecurrence, 1);
  self->text = pln_ical_text_ref (text);
  self->zones = pln_ical_zones_new (text);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_rule_free);
  self->dates = g_array_new (FALSE, FALSE, sizeof (PlnIcalSeriesDate));
  self->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->excluded_days = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->segments = g_array_new (FALSE, FALSE, sizeof (PlnIcalSegment));
  self->overrides = g_array_new (FALSE, FALSE, sizeof (PlnIcalOverride));
  self->overridden = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->overridden_days = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pln_ical_record_free);

  if (!pln_ical_recurrence_read (self, (guint) main))
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN, _("It has no date."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * pln_ical_recurrence_free:
 * @self: (transfer full): a recurrence
 */
void
pln_ical_recurrence_free (PlnIcalRecurrence *self)
{
  g_ptr_array_unref (self->rules);
  g_array_unref (self->dates);
  g_array_unref (self->excluded);
  g_array_unref (self->excluded_days);
  g_array_unref (self->segments);
  g_array_unref (self->overrides);
  g_array_unref (self->overridden);
  g_array_unref (self->overridden_days);
  g_hash_table_unref (self->records);
  pln_ical_zones_free (self->zones);
  pln_ical_text_unref (self->text);
  g_free (self->doubt);
  g_free (self);
}

/**
 * pln_ical_recurrence_recurs:
 * @self: a recurrence
 *
 * Returns: whether it is a series, or one instance of one
 */
gboolean
pln_ical_recurrence_recurs (PlnIcalRecurrence *self)
{
  return self->recurs;
}

/**
 * pln_ical_recurrence_get_doubt:
 * @self: a recurrence
 *
 * Says why the series cannot be expanded with certainty. Its single dates are
 * given nevertheless: its start, RDATEs, and the components with RECURRENCE-ID.
 * That it would take too many steps is only known once it was expanded.
 *
 * Returns: (nullable): a translated sentence, or %NULL if there is no doubt
 */
const char *
pln_ical_recurrence_get_doubt (PlnIcalRecurrence *self)
{
  return self->doubt;
}

/**
 * pln_ical_recurrence_get_rule:
 * @self: a recurrence
 * @start: (out): the face of DTSTART, see [func@ical_face_to_number]
 * @until: (out): the face of UNTIL on the same clock; %G_MAXINT64 if it has none
 *
 * Returns: (transfer none) (nullable): the rule of the series; %NULL if it has
 *   none or several, or if it is not understood
 */
const PlnIcalRule *
pln_ical_recurrence_get_rule (PlnIcalRecurrence *self,
                              gint64            *start,
                              gint64            *until)
{
  const PlnIcalRule *rule = self->rules->len == 1 ? g_ptr_array_index (self->rules, 0) : NULL;

  *start = self->start.face;
  *until = rule != NULL ? rule->until : G_MAXINT64;
  if (rule != NULL && rule->until_is_utc && rule->until != G_MAXINT64)
    *until = pln_ical_clock_show (self->start.clock, rule->until);

  return rule;
}

/**
 * pln_ical_recurrence_get_record:
 * @self: a recurrence
 * @part: the part of an instance
 *
 * Returns: (transfer none) (nullable): what the component says, valid as long
 *   as @self; %NULL if it is flawed
 */
const PlnIcalRecord *
pln_ical_recurrence_get_record (PlnIcalRecurrence *self,
                                guint              part)
{
  PlnIcalRecord *record = g_hash_table_lookup (self->records, GUINT_TO_POINTER (part));

  if (record == NULL && (record = pln_ical_record_read (self->text, part, self->zones, NULL)) != NULL)
    g_hash_table_insert (self->records, GUINT_TO_POINTER (part), record);

  return record;
}

/**
 * pln_ical_recurrence_is_detached:
 * @self: a recurrence
 * @id: a RECURRENCE-ID as it stands in the text
 *
 * Returns: whether that instance has a component of its own
 */
gboolean
pln_ical_recurrence_is_detached (PlnIcalRecurrence *self,
                                 const char        *id)
{
  for (guint i = 0; i < self->overrides->len; i++)
    if (g_str_equal (g_array_index (self->overrides, PlnIcalOverride, i).instance.id, id))
      return TRUE;

  return FALSE;
}

/**
 * pln_ical_recurrence_is_shown:
 * @self: a recurrence
 * @part: a component with RECURRENCE-ID
 *
 * Returns: whether it is an instance itself
 */
gboolean
pln_ical_recurrence_is_shown (PlnIcalRecurrence *self,
                              guint              part)
{
  for (guint i = 0; i < self->overrides->len; i++)
    if (g_array_index (self->overrides, PlnIcalOverride, i).instance.part == part)
      return TRUE;

  return FALSE;
}

/* Where to look for it: between these moments it starts. */
static gboolean
find_window (PlnIcalRecurrence *self,
             const char        *id,
             gint64            *from,
             gint64            *to)
{
  PlnIcalReading reading;
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (!self->has_master || !pln_ical_face_parse (&face, id, strlen (id), &is_date, &is_utc))
    return FALSE;

  pln_ical_clock_read (self->start.clock, pln_ical_face_to_number (&face), &reading);
  *from = *to = reading.moment;
  for (guint i = 0; i < self->segments->len; i++)
    {
      gint64 shift = g_array_index (self->segments, PlnIcalSegment, i).shift;

      *from = MIN (*from, reading.moment + shift);
      *to = MAX (*to, reading.moment + shift);
    }
  *from -= 2 * PLN_ICAL_DAY; /* whatever the zone */
  *to += 2 * PLN_ICAL_DAY;

  return TRUE;
}

/**
 * pln_ical_recurrence_find:
 * @self: a recurrence
 * @id: a RECURRENCE-ID as it is given for an instance
 * @instance: (out): the instance
 *
 * Returns: %FALSE if there is none
 */
gboolean
pln_ical_recurrence_find (PlnIcalRecurrence *self,
                          const char        *id,
                          PlnIcalInstance   *instance)
{
  g_autoptr(PlnIcalInstances) instances = NULL;
  gint64 from;
  gint64 to;

  for (guint i = 0; i < self->overrides->len; i++)
    {
      *instance = g_array_index (self->overrides, PlnIcalOverride, i).instance;
      if (g_str_equal (instance->id, id))
        return TRUE;
    }
  if (!find_window (self, id, &from, &to))
    return FALSE;

  instances = pln_ical_instances_new_within (self, from, to);
  while (pln_ical_instances_next (instances, instance) && instance->start <= to)
    if (g_str_equal (instance->id, id))
      return TRUE;

  return FALSE;
}

/* The moment after which the rule gives nothing. */
static gint64
last_of_rule (PlnIcalRecurrence *self,
              const PlnIcalRule *rule)
{
  g_autoptr(PlnIcalTimes) times = NULL;
  gint64 last = self->start.face;
  guint n = 0;
  gint64 face;

  if (rule->until != G_MAXINT64)
    return rule->until + 3 * PLN_ICAL_DAY; /* whatever the zone */
  if (rule->count == 0)
    return G_MAXINT64;

  times = pln_ical_times_new (rule, self->start.face, self->start.is_date, G_MININT64, G_MAXINT64);
  while (pln_ical_times_next (times, &face))
    {
      last = face;
      if (++n > MAX_COUNTED)
        return G_MAXINT64;
    }

  return last + 2 * PLN_ICAL_DAY;
}

static gint64
last_start (PlnIcalRecurrence *self)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < self->rules->len; i++)
    last = MAX (last, last_of_rule (self, g_ptr_array_index (self->rules, i)));
  if (self->dates->len > 0)
    last = MAX (last, g_array_index (self->dates, PlnIcalSeriesDate, self->dates->len - 1).moment);

  return last;
}

static gint64
length_at_most (const PlnIcalLength *length)
{
  return length->seconds + (length->days > 0 ? (length->days + 1) * (gint64) PLN_ICAL_DAY : 0);
}

/**
 * pln_ical_recurrence_get_bounds:
 * @self: a recurrence
 * @first: (out): when its first instance starts
 * @last: (out): all have ended by then; %G_MAXINT64 if it goes on for ever
 *
 * Finds between which moments an object happens, for an index. The last may be
 * some days too late.
 *
 * Returns: %FALSE if it never happens, because all is excluded
 */
gboolean
pln_ical_recurrence_get_bounds (PlnIcalRecurrence *self,
                                gint64            *first,
                                gint64            *last)
{
  g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new (self, G_MININT64);
  gint64 start = self->has_master ? last_start (self) : G_MININT64;
  gint64 longest = 0;
  PlnIcalInstance instance;

  if (!pln_ical_instances_next (instances, &instance))
    return FALSE;
  *first = instance.start;
  if (!self->recurs)
    {
      *last = instance.end;
      return TRUE;
    }

  for (guint i = 0; i < self->segments->len; i++)
    {
      const PlnIcalSegment *segment = &g_array_index (self->segments, PlnIcalSegment, i);

      longest = MAX (longest, MAX (0, segment->shift) + length_at_most (&segment->length));
    }
  for (guint i = 0; i < self->dates->len; i++)
    longest = MAX (longest, length_at_most (&g_array_index (self->dates, PlnIcalSeriesDate, i).length));
  *last = start > G_MAXINT64 - longest ? G_MAXINT64 : start + longest;
  for (guint i = 0; i < self->overrides->len; i++)
    *last = MAX (*last, g_array_index (self->overrides, PlnIcalOverride, i).instance.end);

  return TRUE;
}

/* A zone of a file that contradicts itself may turn some of them around. */
static void
insert_sorted (GArray                *list,
               const PlnIcalInstance *instance)
{
  guint at = list->len;

  while (at > 0 && g_array_index (list, PlnIcalInstance, at - 1).start > instance->start)
    at--;
  g_array_insert_vals (list, at, instance, 1);
}

/**
 * pln_ical_recurrence_list:
 * @self: a recurrence
 * @from: seconds since 1970, UTC
 * @to: the end of the span, half-open
 * @max: how many at most
 * @is_cut: (out) (optional): whether there were more
 *
 * Lists the instances that happen, at least partly, in a span of time.
 *
 * Returns: (transfer full) (element-type PlnIcalInstance): in order of start
 */
GArray *
pln_ical_recurrence_list (PlnIcalRecurrence *self,
                          gint64             from,
                          gint64             to,
                          guint              max,
                          gboolean          *is_cut)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PlnIcalInstance));
  g_autoptr(PlnIcalInstances) instances = pln_ical_instances_new_within (self, from, to);
  PlnIcalInstance instance;
  gboolean is_full = FALSE;

  while (!is_full && pln_ical_instances_next (instances, &instance))
    {
      if (instance.start >= to)
        continue;
      is_full = list->len == max;
      if (!is_full)
        insert_sorted (list, &instance);
    }
  if (is_cut != NULL)
    *is_cut = is_full;

  return list;
}
