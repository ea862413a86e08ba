/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-span.h"

#include "pln-core-private.h"
#include "pln-when.h"

/* One reading of one span; it is of no use if the user wished something
 * meanwhile, for that is shown already and not yet read. */
typedef struct
{
  PlnCore  *core;
  GWeakRef  span;
  guint     n_wishes;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->core);
  g_weak_ref_clear (&reading->span);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  PlnCore *self = reading->core;
  g_autoptr(PlnSpan) span = g_weak_ref_get (&reading->span);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) occurrences = pln_store_list_span_finish (PLN_STORE (source), result, &error);

  self->n_spans_reading--;
  if (span != NULL && error != NULL)
    pln_span_set_loading (span, FALSE); /* why there is no library was told to who opened it */
  else if (span != NULL && reading->n_wishes == self->n_wishes && self->n_writing == 0)
    pln_span_take (span, occurrences);
  else if (span != NULL)
    self->spans_are_old = TRUE;

  if (self->spans_are_old && self->n_spans_reading == 0)
    pln_core_read_spans (self);
  pln_core_end_reading (self);
}

static void
read_span (PlnCore *self,
           PlnSpan *span)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->core = g_object_ref (self);
  reading->n_wishes = self->n_wishes;
  g_weak_ref_init (&reading->span, span);

  self->n_reading++;
  self->n_spans_reading++;
  pln_store_list_span_async (self->store, pln_span_get_from (span), pln_span_get_to (span), NULL, read_cb, reading);
}

/* Reads all spans anew, as soon as everything that is shown is written: before
 * that, what is read could be older than what is shown. */
void
pln_core_read_spans (PlnCore *self)
{
  self->spans_are_old = TRUE;
  if (self->n_spans_reading > 0 || self->n_writing > 0)
    return;

  self->spans_are_old = FALSE;
  for (guint i = 0; i < self->spans->len; i++)
    read_span (self, g_ptr_array_index (self->spans, i));
}

static void
span_gone_cb (gpointer  user_data,
              GObject  *span)
{
  g_ptr_array_remove_fast (PLN_CORE (user_data)->spans, span);
}

/* Spans live as long as their views, which may be longer than the core. */
void
pln_core_forget_spans (PlnCore *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->spans, i), span_gone_cb, self);
  g_ptr_array_set_size (self->spans, 0);
}

/**
 * pln_core_list_span:
 * @self: a core, whose library may still be opening
 * @from: when it begins, in seconds since 1970
 * @to: when it ends, which is not part of it
 *
 * Lists what takes place then: gatherings, sessions, rounds, events and what is
 * due. Whatever the user wishes is seen in it at once; what other programs do
 * as soon as it is noticed.
 *
 * Returns: (transfer full): a list that is loading, or one that somebody else
 *   holds
 */
PlnSpan *
pln_core_list_span (PlnCore *self,
                    gint64   from,
                    gint64   to)
{
  PlnSpan *span;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  for (guint i = 0; i < self->spans->len; i++)
    {
      span = g_ptr_array_index (self->spans, i);
      if (pln_span_get_from (span) == from && pln_span_get_to (span) == to)
        return g_object_ref (span);
    }

  span = pln_span_new (from, to);
  g_ptr_array_add (self->spans, span);
  g_object_weak_ref (G_OBJECT (span), span_gone_cb, self);
  if (self->n_writing > 0)
    self->spans_are_old = TRUE; /* it is read when that is written */
  else
    read_span (self, span);

  return span;
}

/* How a gathering takes place, as it will be read when it is written. */
PlnOccurrence *
pln_core_occurrence_of_gathering (PlnGathering *gathering)
{
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_GATHERING,
    .uid = pln_gathering_get_uid (gathering),
    .gathering = pln_gathering_get_uid (gathering),
    .calendar = pln_gathering_get_calendar (gathering),
    .title = pln_gathering_get_title (gathering),
    .place = pln_gathering_get_location (gathering),
    .colour = pln_gathering_get_colour (gathering),
    .zone = pln_gathering_get_all_day (gathering) ? "" : pln_gathering_get_zone (gathering),
    .note = pln_gathering_get_zone_note (gathering),
    .start = pln_gathering_get_start (gathering),
    .end = pln_gathering_get_end (gathering),
    .all_day = pln_gathering_get_all_day (gathering),
    .is_draft = pln_gathering_get_state (gathering) == PLN_STATE_DRAFT,
    .is_cancelled = pln_gathering_get_cancelled (gathering),
  };

  return data.start != NULL ? pln_occurrence_new (&data) : NULL;
}

/* The same for a session. What the model does not tell, such as a colour of its
 * own, stays as it was shown. */
PlnOccurrence *
pln_core_occurrence_of_session (PlnGathering  *gathering,
                                PlnSession    *session,
                                PlnOccurrence *shown)
{
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_SESSION,
    .uid = pln_session_get_uid (session),
    .gathering = pln_gathering_get_uid (gathering),
    .calendar = pln_gathering_get_calendar (gathering),
    .title = pln_session_get_title (session),
    .place = pln_session_get_room (session),
    .track = pln_session_get_track (session),
    .colour = shown != NULL ? pln_occurrence_get_colour (shown)
              : *pln_session_get_track (session) == '\0' ? pln_gathering_get_colour (gathering) : "",
    .zone = pln_session_get_all_day (session) ? "" : pln_session_get_zone (session),
    .note = shown != NULL ? pln_occurrence_get_note (shown) : "",
    .people = pln_session_get_speakers (session),
    .start = pln_session_get_start (session),
    .end = pln_session_get_end (session),
    .all_day = pln_session_get_all_day (session),
    .is_break = pln_session_get_is_break (session),
    .is_draft = pln_gathering_session_is_draft (gathering, session),
    .is_cancelled = pln_gathering_get_cancelled (gathering)
                    || pln_session_get_status (session) == PLN_SESSION_CANCELLED,
  };

  return data.start != NULL ? pln_occurrence_new (&data) : NULL;
}

/* The same for a round. */
PlnOccurrence *
pln_core_occurrence_of_round (PlnGathering  *gathering,
                              PlnRound      *round,
                              PlnOccurrence *shown)
{
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_ROUND,
    .uid = pln_round_get_uid (round),
    .gathering = pln_gathering_get_uid (gathering),
    .calendar = pln_gathering_get_organisers_calendar (gathering),
    .title = pln_round_get_title (round),
    .place = shown != NULL ? pln_occurrence_get_place (shown) : "",
    .track = shown != NULL ? pln_occurrence_get_track (shown) : "",
    .colour = shown != NULL ? pln_occurrence_get_colour (shown) : "",
    .zone = pln_round_get_zone (round),
    .note = shown != NULL ? pln_occurrence_get_note (shown) : "",
    .start = pln_round_get_start (round),
    .end = pln_round_get_end (round),
    .is_draft = pln_gathering_get_state (gathering) == PLN_STATE_DRAFT,
    .is_cancelled = pln_gathering_get_cancelled (gathering),
  };

  return data.start != NULL ? pln_occurrence_new (&data) : NULL;
}

static void
put_or_remove (PlnSpan       *span,
               const char    *uid,
               PlnOccurrence *occurrence) /* (transfer full) (nullable) */
{
  g_autoptr(PlnOccurrence) own = occurrence;

  if (own != NULL)
    pln_span_put (span, own);
  else
    pln_span_remove (span, uid, "");
}

static gboolean
is_gone (PlnOccurrence *occurrence,
         PlnGathering  *gathering)
{
  const char *uid = pln_occurrence_get_uid (occurrence);

  if (gathering == NULL)
    return TRUE;
  if (!pln_gathering_get_loaded (gathering))
    return FALSE;

  return (pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_SESSION
          && pln_gathering_find_session (gathering, uid) == NULL)
         || (pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_ROUND
             && pln_gathering_find_round (gathering, uid) == NULL);
}

static void
remove_gone (PlnSpan      *span,
             const char   *uid,
             PlnGathering *gathering)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (span)); i > 0; i--)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i - 1);

      if (g_str_equal (pln_occurrence_get_gathering (occurrence), uid) && is_gone (occurrence, gathering))
        pln_span_remove (span, pln_occurrence_get_uid (occurrence), NULL);
    }
}

static void
show_rounds_in (PlnSpan      *span,
                PlnGathering *gathering)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n = g_list_model_get_n_items (rounds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      const char *uid = pln_round_get_uid (round);

      put_or_remove (span, uid, pln_core_occurrence_of_round (gathering, round, pln_span_find (span, uid, "")));
    }
}

static void
show_in (PlnSpan      *span,
         const char   *uid,
         PlnGathering *gathering)
{
  GListModel *sessions;
  guint n;

  remove_gone (span, uid, gathering);
  if (gathering == NULL)
    return;

  put_or_remove (span, uid, pln_core_occurrence_of_gathering (gathering));
  sessions = pln_gathering_get_sessions (gathering);
  n = g_list_model_get_n_items (sessions);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      PlnOccurrence *shown = pln_span_find (span, pln_session_get_uid (session), "");

      put_or_remove (span, pln_session_get_uid (session), pln_core_occurrence_of_session (gathering, session, shown));
    }
  show_rounds_in (span, gathering);
}

/* What a change of one of a series does to another one of it. */
static PlnOccurrence *
moved_alike (PlnOccurrence *other,
             PlnOccurrence *before,
             PlnOccurrence *after)
{
  const PlnOccurrenceData *old = pln_occurrence_get_data (before), *new = pln_occurrence_get_data (after);
  GTimeSpan length = g_date_time_difference (new->end, new->start);
  GDate day_before, day_after;
  guint minutes_before, minutes_after;
  g_autoptr(PlnOccurrence) shifted = NULL;
  g_autoptr(GDateTime) end = NULL;
  PlnOccurrenceData data;

  pln_when_split (old->start, &day_before, &minutes_before);
  pln_when_split (new->start, &day_after, &minutes_after);
  shifted = pln_occurrence_new_shifted (other, g_date_days_between (&day_before, &day_after),
                                        (int) minutes_after - (int) minutes_before);

  data = *pln_occurrence_get_data (shifted);
  if (g_date_time_difference (old->end, old->start) != length)
    data.end = end = g_date_time_add (data.start, length);
  if (!g_str_equal (old->title, new->title))
    data.title = new->title;
  if (!g_str_equal (old->place, new->place))
    data.place = new->place;

  return pln_occurrence_new (&data);
}

static void
show_series_in (PlnSpan       *span,
                PlnOccurrence *before,
                PlnOccurrence *after)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (span));

  for (guint i = 0; after != NULL && i < n; i++)
    {
      g_autoptr(PlnOccurrence) other = g_list_model_get_item (G_LIST_MODEL (span), i);

      if (g_str_equal (pln_occurrence_get_uid (other), pln_occurrence_get_uid (before)))
        g_ptr_array_add (moved, moved_alike (other, before, after));
    }

  if (after == NULL)
    pln_span_remove (span, pln_occurrence_get_uid (before), NULL);
  for (guint i = 0; i < moved->len; i++)
    pln_span_put (span, g_ptr_array_index (moved, i));
}

static void
show_occurrence_in (PlnSpan       *span,
                    PlnOccurrence *before,
                    PlnOccurrence *after,
                    PlnReach       reach)
{
  if (before != NULL && pln_occurrence_get_is_recurring (before) && reach == PLN_REACH_ALL)
    show_series_in (span, before, after);
  else if (after != NULL)
    pln_span_put (span, after);
  else
    pln_span_remove (span, pln_occurrence_get_uid (before), pln_occurrence_get_instance (before));
}

/* Shows in all spans what was done to an occurrence.
 *
 * @before: (nullable): NULL: it is new
 * @after: (nullable): NULL: it is gone */
void
pln_core_show_occurrence (PlnCore       *self,
                          PlnOccurrence *before,
                          PlnOccurrence *after,
                          PlnReach       reach)
{
  self->n_wishes++; /* what is being read just now is older */
  for (guint i = 0; i < self->spans->len; i++)
    {
      g_autoptr(PlnSpan) span = g_object_ref (g_ptr_array_index (self->spans, i));

      show_occurrence_in (span, before, after, reach);
    }
}

/* Shows in all spans how a gathering, its sessions and rounds are now, or that it is
 * gone. */
void
pln_core_show_in_spans (PlnCore    *self,
                        const char *uid)
{
  PlnGathering *gathering = pln_core_find_gathering (self, uid);

  for (guint i = 0; i < self->spans->len; i++)
    {
      g_autoptr(PlnSpan) span = g_object_ref (g_ptr_array_index (self->spans, i));

      show_in (span, uid, gathering);
    }
}
