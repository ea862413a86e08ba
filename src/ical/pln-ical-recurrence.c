/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence-private.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COUNTED  10000 /* instances that are counted to find the last */
#define MAX_RULES    8
#define MAX_SEGMENTS 100

/* What stands in one component. */
typedef struct
{
  guint         part;
  PlnIcalMark   start;
  gboolean      has_start;
  PlnIcalMark   end;
  gboolean      has_end;
  PlnIcalLength duration;
  gboolean      has_duration;
  PlnIcalMark   id;
  gboolean      has_id;
  char          id_text[PLN_ICAL_ID_SIZE];
  gboolean      and_future;
  gboolean      is_cancelled;
  gboolean      recurs;
  PlnIcalLength length;  /* what follows from end and duration */
} Component;

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

static gboolean
take_mark (PlnIcalRecurrence *self,
           const PlnIcalView *view,
           PlnIcalMark       *mark,
           gboolean          *has)
{
  if (!*has)
    *has = pln_ical_mark_read (mark, self->zones, view, view->value.at, view->value.length);

  return *has;
}

static void
read_id (PlnIcalRecurrence *self,
         const PlnIcalView *view,
         Component         *component)
{
  PlnIcalSlice range;

  if (component->has_id || !take_mark (self, view, &component->id, &component->has_id))
    return;
  memcpy (component->id_text, view->value.at, view->value.length); /* no longer than a time */
  component->and_future = pln_ical_view_find (view, "RANGE", &range) && pln_ical_slice_is (&range, "THISANDFUTURE");
}

static void
read_line (PlnIcalRecurrence *self,
           const PlnIcalView *view,
           Component         *component)
{
  if (pln_ical_slice_is (&view->name, "DTSTART"))
    take_mark (self, view, &component->start, &component->has_start);
  else if (pln_ical_slice_is (&view->name, "DTEND") || pln_ical_slice_is (&view->name, "DUE"))
    take_mark (self, view, &component->end, &component->has_end);
  else if (pln_ical_slice_is (&view->name, "DURATION"))
    component->has_duration = pln_ical_duration_parse (view->value.at, view->value.length, &component->duration);
  else if (pln_ical_slice_is (&view->name, "RECURRENCE-ID"))
    read_id (self, view, component);
  else if (pln_ical_slice_is (&view->name, "STATUS"))
    component->is_cancelled = pln_ical_slice_is (&view->value, "CANCELLED");
  else if (pln_ical_slice_is (&view->name, "RRULE") || pln_ical_slice_is (&view->name, "RDATE"))
    component->recurs = TRUE;
}

/* DTEND says how long each instance is exactly, DURATION may count days of the
 * calendar (RFC 5545, 3.8.5.3). A day lasts a day at least. */
static void
find_length (Component *component)
{
  const PlnIcalMark *start = &component->start;
  const PlnIcalMark *end = &component->end;

  if (!component->has_start)
    return;
  if (component->has_end && start->is_date && end->is_date)
    component->length.days = (int) ((end->face - start->face) / PLN_ICAL_DAY);
  else if (component->has_end)
    component->length.seconds = MAX (0, end->reading.moment - start->reading.moment);
  else if (component->has_duration)
    component->length = component->duration;
  if (start->is_date && (component->length.seconds == 0 || component->length.days > 0))
    component->length = (PlnIcalLength) { MAX (1, component->length.days), 0 };
}

static void
read_component (PlnIcalRecurrence *self,
                guint              part,
                Component         *component)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;
  PlnIcalView view;

  *component = (Component) { .part = part };
  pln_ical_walk_init (&walk, self->text, part);
  while (pln_ical_walk_next (&walk, &span))
    if (pln_ical_text_view_span (self->text, &span, scratch, &view))
      read_line (self, &view, component);

  if (!component->has_start && component->has_end) /* a task may only be due */
    {
      component->start = component->end;
      component->has_start = TRUE;
    }
  find_length (component);
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

static const char *
too_many_rules (void)
{
  return _("It has more rules than can be followed.");
}

static void
read_rule (PlnIcalRecurrence *self,
           const PlnIcalView *view)
{
  g_autofree char *value = pln_ical_view_dup_value (view);
  g_autoptr(GError) error = NULL;
  PlnIcalRule *rule = pln_ical_rule_parse (value, &error);

  if (rule == NULL)
    {
      pln_ical_recurrence_doubt (self, error->message);
      return;
    }
  if (self->start.is_date && rule->frequency < PLN_ICAL_DAILY)
    {
      pln_ical_recurrence_doubt (self, _("It lasts whole days, but its rule counts hours."));
      pln_ical_rule_free (rule);
      return;
    }

  g_ptr_array_add (self->rules, rule);
  if (self->rules->len > MAX_RULES)
    pln_ical_recurrence_doubt (self, too_many_rules ());
}

/* What kind of time another one has than the series does not matter for a
 * day; it means the clock of the series on that day. */
static void
add_date (PlnIcalRecurrence *self,
          const PlnIcalMark *mark,
          const PlnIcalView *view,
          const PlnIcalSlice *period) /* what follows the slash, or NULL */
{
  PlnIcalSeriesDate date = { .moment = mark->reading.moment };
  PlnIcalReading reading;
  PlnIcalMark end;

  if (mark->is_date == self->start.is_date)
    date.face = mark->clock == self->start.clock ? mark->face : pln_ical_clock_show (self->start.clock, date.moment);
  else
    {
      gint64 clock = self->start.face - pln_ical_face_day (self->start.face) * PLN_ICAL_DAY;

      date.face = mark->is_date ? mark->face + clock : pln_ical_face_day (mark->face) * PLN_ICAL_DAY;
      pln_ical_clock_read (self->start.clock, date.face, &reading);
      date.moment = reading.moment;
    }

  if (period != NULL && period->length > 0 && strchr ("P+", period->at[0]) != NULL)
    date.has_length = pln_ical_duration_parse (period->at, period->length, &date.length);
  else if (period != NULL && pln_ical_mark_read (&end, self->zones, view, period->at, period->length))
    {
      date.has_length = TRUE;
      date.length.seconds = MAX (0, end.reading.moment - mark->reading.moment);
    }
  g_array_append_val (self->dates, date);
}

static void
exclude (PlnIcalRecurrence *self,
         const PlnIcalMark *mark)
{
  gint64 day = pln_ical_face_day (mark->face);

  if (mark->is_date == self->start.is_date)
    g_array_append_val (self->excluded, mark->reading.moment);
  else
    g_array_append_val (self->excluded_days, day);
}

static void
read_dates (PlnIcalRecurrence *self,
            const PlnIcalView *view,
            gboolean           is_excluded)
{
  PlnIcalSlice values = view->value;
  PlnIcalSlice value;

  while (pln_ical_values_next (&values, &value))
    {
      const char *slash = memchr (value.at, '/', value.length);
      gsize length = slash != NULL ? (gsize) (slash - value.at) : value.length;
      PlnIcalSlice period = { slash != NULL ? slash + 1 : NULL, slash != NULL ? value.length - length - 1 : 0 };
      PlnIcalMark mark;

      if (!pln_ical_mark_read (&mark, self->zones, view, value.at, length))
        continue;
      if (is_excluded)
        exclude (self, &mark);
      else
        add_date (self, &mark, view, slash != NULL ? &period : NULL);
    }
}

/* DTSTART always counts as the first (RFC 5545, 3.8.5.3), even where the rule
 * would not give it. */
static void
count_start (PlnIcalRecurrence *self,
             PlnIcalRule       *rule)
{
  g_autoptr(PlnIcalTimes) times = NULL;
  gint64 face;

  if (rule->count == 0)
    return;
  times = pln_ical_times_new (rule, self->start.face, self->start.is_date, G_MININT64, self->start.face);
  if (!pln_ical_times_next (times, &face))
    rule->count--;
}

static void
read_series (PlnIcalRecurrence *self,
             const Component   *master)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  PlnIcalSegment segment = {
    .since = G_MININT64, .clock = master->start.clock, .length = master->length, .part = master->part,
    .is_date = master->start.is_date, .is_cancelled = master->is_cancelled, .is_unknown = master->start.is_unknown,
  };
  PlnIcalSeriesDate start = { .moment = master->start.reading.moment, .face = master->start.face };
  PlnIcalWalk walk;
  PlnIcalSpan span;
  PlnIcalView view;

  self->has_master = TRUE;
  self->start = master->start;
  self->recurs = master->recurs;
  g_array_append_val (self->segments, segment);
  g_array_append_val (self->dates, start);
  if (!self->recurs)
    return;

  pln_ical_walk_init (&walk, self->text, master->part);
  while (pln_ical_walk_next (&walk, &span))
    {
      if (!pln_ical_text_view_span (self->text, &span, scratch, &view))
        continue;
      if (pln_ical_slice_is (&view.name, "RRULE"))
        read_rule (self, &view);
      else if (pln_ical_slice_is (&view.name, "RDATE"))
        read_dates (self, &view, FALSE);
      else if (pln_ical_slice_is (&view.name, "EXDATE"))
        read_dates (self, &view, TRUE);
      else if (pln_ical_slice_is (&view.name, "EXRULE"))
        pln_ical_recurrence_doubt (self, _("It has a rule for when it does not take place (EXRULE), "
                                           "which is no longer in use."));
    }
  if (self->doubt != NULL) /* what is certain are single dates */
    g_ptr_array_set_size (self->rules, 0);
  for (guint i = self->rules->len; i > 0; i--)
    {
      PlnIcalRule *rule = g_ptr_array_index (self->rules, i - 1);
      gboolean counts = rule->count > 0;

      count_start (self, rule);
      if (counts && rule->count == 0) /* DTSTART was all */
        g_ptr_array_remove_index (self->rules, i - 1);
    }
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

static void
add_override (PlnIcalRecurrence *self,
              Component         *component)
{
  PlnIcalOverride override = {
    .moment = component->id.reading.moment,
    .day = pln_ical_face_day (component->id.face),
    .by_day = self->has_master && component->id.is_date != self->start.is_date,
  };
  PlnIcalInstance *instance = &override.instance;
  const PlnIcalMark *start = component->has_start ? &component->start : &component->id;

  memcpy (instance->id, component->id_text, sizeof instance->id);
  instance->start = start->reading.moment;
  instance->end = pln_ical_length_end (&component->length, start->clock, start->face, instance->start);
  instance->zone = pln_ical_clock_get_zone (start->clock, start->face, instance->start);
  instance->note = start->is_unknown ? pln_ical_zones_unknown_note ()
                                     : pln_ical_clock_get_note (start->clock, &start->reading);
  instance->part = component->part;
  instance->is_date = start->is_date;
  instance->is_override = TRUE;
  instance->is_cancelled = component->is_cancelled;
  g_array_append_val (self->overrides, override);
  if (override.by_day)
    g_array_append_val (self->overridden_days, override.day);
  else
    g_array_append_val (self->overridden, override.moment);
}

static void
add_segment (PlnIcalRecurrence *self,
             Component         *component)
{
  const PlnIcalMark *start = &component->start;
  PlnIcalSegment segment = {
    .since = component->id.reading.moment, .clock = start->clock, .length = component->length,
    .part = component->part, .is_date = start->is_date, .is_cancelled = component->is_cancelled,
    .is_unknown = start->is_unknown,
  };

  if (self->segments->len > MAX_SEGMENTS)
    {
      pln_ical_recurrence_doubt (self, too_many_rules ());
      g_ptr_array_set_size (self->rules, 0);
      return;
    }
  segment.shift = start->face - pln_ical_clock_show (self->start.clock, segment.since);
  g_array_append_val (self->segments, segment);
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static int
compare_overrides (gconstpointer a,
                   gconstpointer b)
{
  const PlnIcalOverride *first = a;
  const PlnIcalOverride *second = b;
  int order = compare_moments (&first->instance.start, &second->instance.start);

  return order != 0 ? order : (first->instance.part > second->instance.part) - (first->instance.part < second->instance.part);
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
  return moments->len > 0 && g_array_binary_search (moments, &moment, compare_moments, NULL);
}

static gboolean
is_of_object (PlnIcalText *text,
              guint        part,
              const char  *name,
              const char  *uid)
{
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *other = NULL;

  if (!g_str_equal (pln_ical_text_get_part (text, part)->name, name))
    return FALSE;
  if (uid == NULL)
    return TRUE;
  line = pln_ical_text_get_line (text, part, "UID");
  other = line != NULL ? g_strstrip (pln_ical_line_get_text (line)) : NULL;

  return g_strcmp0 (other, uid) == 0;
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

/* What holds for all that follow may be excluded itself. */
static void
hide_excluded (PlnIcalRecurrence *self)
{
  for (guint i = self->overrides->len; i > 0; i--)
    {
      const PlnIcalOverride *override = &g_array_index (self->overrides, PlnIcalOverride, i - 1);

      if (pln_ical_recurrence_has_segment (self, override->instance.part)
          && pln_ical_moments_contain (self->excluded, override->moment))
        g_array_remove_index (self->overrides, i - 1);
    }
}

static void
sort (PlnIcalRecurrence *self)
{
  GArray *all[] = { self->excluded, self->excluded_days, self->overridden, self->overridden_days };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_sort (all[i], compare_moments);
  g_array_sort (self->dates, compare_moments);    /* their first member */
  g_array_sort (self->segments, compare_moments);
  g_array_sort (self->overrides, compare_overrides);
}

static gboolean
read_parts (PlnIcalRecurrence *self,
            guint              main)
{
  const char *name = pln_ical_text_get_part (self->text, main)->name;
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (self->text, main, "UID");
  g_autofree char *uid = line != NULL ? g_strstrip (pln_ical_line_get_text (line)) : NULL;
  Component component;

  read_component (self, main, &component);
  if (!component.has_id && !component.has_start)
    return FALSE;
  if (!component.has_id)
    read_series (self, &component);

  for (guint part = 0; part < pln_ical_text_get_n_parts (self->text); part++)
    {
      if ((self->has_master && part == main) || !is_of_object (self->text, part, name, uid))
        continue;
      read_component (self, part, &component);
      if (!component.has_id)
        continue;
      self->recurs = TRUE;
      add_override (self, &component);
      if (component.and_future && component.has_start && self->has_master)
        add_segment (self, &component);
    }
  sort (self);
  hide_excluded (self);

  return TRUE;
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

  if (!read_parts (self, (guint) main))
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
      is_full = list->len == max;
      if (!is_full)
        g_array_append_val (list, instance);
    }
  if (is_cut != NULL)
    *is_cut = is_full;

  return list;
}
