/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-recurrence-private.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <string.h>

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
  rule->start_is_extra = !pln_ical_times_next (times, &face);
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
  for (guint i = 0; i < self->rules->len; i++)
    count_start (self, g_ptr_array_index (self->rules, i));
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
compare_overrides (gconstpointer a,
                   gconstpointer b)
{
  const PlnIcalOverride *first = a;
  const PlnIcalOverride *second = b;
  int order = pln_ical_compare_moments (&first->instance.start, &second->instance.start);

  return order != 0 ? order : (first->instance.part > second->instance.part) - (first->instance.part < second->instance.part);
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
    g_array_sort (all[i], pln_ical_compare_moments);
  g_array_sort (self->dates, pln_ical_compare_moments);    /* their first member */
  g_array_sort (self->segments, pln_ical_compare_moments);
  g_array_sort (self->overrides, compare_overrides);
}

/**
 * pln_ical_recurrence_read:
 * @self: a recurrence that knows its text and zones
 * @main: the main component
 *
 * Fills it with what the components of the object say.
 *
 * Returns: %FALSE if there is no time in it
 */
gboolean
pln_ical_recurrence_read (PlnIcalRecurrence *self,
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

