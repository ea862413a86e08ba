/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-occurrence.h"

#include "pln-model-private.h"
#include "pln-when.h"

#include <string.h>

#define AFTER_9999 3652060 /* a Julian day whose year no date and time has */

/* The texts of the data, which are copied, compared and freed alike. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (PlnOccurrenceData, uid),
  G_STRUCT_OFFSET (PlnOccurrenceData, instance),
  G_STRUCT_OFFSET (PlnOccurrenceData, gathering),
  G_STRUCT_OFFSET (PlnOccurrenceData, calendar),
  G_STRUCT_OFFSET (PlnOccurrenceData, title),
  G_STRUCT_OFFSET (PlnOccurrenceData, place),
  G_STRUCT_OFFSET (PlnOccurrenceData, track),
  G_STRUCT_OFFSET (PlnOccurrenceData, colour),
  G_STRUCT_OFFSET (PlnOccurrenceData, zone),
  G_STRUCT_OFFSET (PlnOccurrenceData, note),
};

/**
 * PlnOccurrence:
 *
 * One thing at one time, as calendar views show it: a gathering, a session, one
 * instance of an event that repeats. It never changes: what changes is replaced
 * by another of the same UID and instance.
 */
struct _PlnOccurrence
{
  GObject           parent_instance;

  PlnOccurrenceData data;
};

G_DEFINE_FINAL_TYPE (PlnOccurrence, pln_occurrence, G_TYPE_OBJECT)

static const char *
text_of (const PlnOccurrenceData *data,
         gsize                    i)
{
  return G_STRUCT_MEMBER (const char *, data, texts[i]);
}

static void
pln_occurrence_finalize (GObject *object)
{
  PlnOccurrence *self = PLN_OCCURRENCE (object);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*text_of (&self->data, i) != '\0')
      g_free ((char *) text_of (&self->data, i));
  g_strfreev ((char **) self->data.people);
  g_date_time_unref (self->data.start);
  g_date_time_unref (self->data.end);

  G_OBJECT_CLASS (pln_occurrence_parent_class)->finalize (object);
}

static void
pln_occurrence_class_init (PlnOccurrenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_occurrence_finalize;
}

static void
pln_occurrence_init (PlnOccurrence *self)
{
}

/**
 * pln_occurrence_new:
 * @data: what it is; is copied
 *
 * Returns: (transfer full): a new occurrence
 */
PlnOccurrence *
pln_occurrence_new (const PlnOccurrenceData *data)
{
  PlnOccurrence *self = g_object_new (PLN_TYPE_OCCURRENCE, NULL);

  g_assert (data->start != NULL);

  self->data = *data;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = text_of (data, i);

      G_STRUCT_MEMBER (const char *, &self->data, texts[i]) = text != NULL && *text != '\0' ? g_strdup (text) : "";
    }
  self->data.people = data->people != NULL && data->people[0] != NULL
                      ? (const char *const *) g_strdupv ((char **) data->people) : NULL;
  self->data.start = g_date_time_ref (data->start);
  self->data.end = g_date_time_ref (data->end != NULL && g_date_time_compare (data->end, data->start) > 0
                                    ? data->end : data->start);

  return self;
}

/**
 * pln_occurrence_new_moved:
 * @self: an occurrence
 * @start: when it is to begin, in its zone
 * @end: when it is to be over
 *
 * Returns: (transfer full): the same at another time
 */
PlnOccurrence *
pln_occurrence_new_moved (PlnOccurrence *self,
                          GDateTime     *start,
                          GDateTime     *end)
{
  PlnOccurrenceData data = self->data;

  data.start = start;
  data.end = end;

  return pln_occurrence_new (&data);
}

/**
 * pln_occurrence_new_placed:
 * @self: an occurrence
 * @place: where it is to be
 *
 * Returns: (transfer full): the same in another place
 */
PlnOccurrence *
pln_occurrence_new_placed (PlnOccurrence *self,
                           const char    *place)
{
  PlnOccurrenceData data = self->data;

  data.place = place;

  return pln_occurrence_new (&data);
}

/* By the clock on the wall, which skips no hour that the clock skips. */
static GDateTime *
shift (GDateTime  *at,
       const char *zone,
       int         days,
       int         minutes)
{
  GDate date;
  guint minute;
  int total;

  pln_when_split (at, &date, &minute);
  total = (int) minute + minutes;
  days += total >= 0 ? total / PLN_MINUTES_A_DAY : -((PLN_MINUTES_A_DAY - 1 - total) / PLN_MINUTES_A_DAY);
  total = ((total % PLN_MINUTES_A_DAY) + PLN_MINUTES_A_DAY) % PLN_MINUTES_A_DAY;
  g_date_set_julian (&date, (guint32) CLAMP ((gint64) g_date_get_julian (&date) + days, 1, AFTER_9999));

  return pln_when_join (&date, (guint) total, zone);
}

/**
 * pln_occurrence_new_shifted:
 * @self: an occurrence
 * @days: by how many days, may be negative
 * @minutes: and by how many minutes of the clock on the wall
 *
 * Moves it as a hand does. What lasts an hour lasts an hour afterwards, also
 * where the clocks change; what lasts days ends at the same time of the day.
 *
 * Returns: (transfer full): the same at another time
 */
PlnOccurrence *
pln_occurrence_new_shifted (PlnOccurrence *self,
                            int            days,
                            int            minutes)
{
  GTimeSpan length = g_date_time_difference (self->data.end, self->data.start);
  g_autoptr(GDateTime) start = shift (self->data.start, self->data.zone, days, minutes);
  g_autoptr(GDateTime) end = self->data.all_day || length >= G_TIME_SPAN_DAY
                             ? shift (self->data.end, self->data.zone, days, minutes)
                             : start != NULL ? g_date_time_add (start, length) : NULL;

  if (start == NULL || end == NULL) /* where the calendar ends */
    return g_object_ref (self);

  return pln_occurrence_new_moved (self, start, end);
}

/**
 * pln_occurrence_get_data:
 * @self: an occurrence
 *
 * For changed copies: change a copy of the data, and make a new occurrence.
 *
 * Returns: (transfer none): what it is; no text is %NULL
 */
const PlnOccurrenceData *
pln_occurrence_get_data (PlnOccurrence *self)
{
  g_return_val_if_fail (PLN_IS_OCCURRENCE (self), NULL);

  return &self->data;
}

/**
 * pln_occurrence_is_same:
 * @self: an occurrence
 * @other: another one
 *
 * Returns: %TRUE if both are the same instance of the same thing, perhaps one
 *   as it was and one as it became
 */
gboolean
pln_occurrence_is_same (PlnOccurrence *self,
                        PlnOccurrence *other)
{
  return g_str_equal (self->data.uid, other->data.uid) && g_str_equal (self->data.instance, other->data.instance);
}

static gboolean
times_equal (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_equal (a, b) && g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b);
}

/**
 * pln_occurrence_equal:
 * @self: an occurrence
 * @other: another one
 *
 * Returns: %TRUE if nothing differs
 */
gboolean
pln_occurrence_equal (PlnOccurrence *self,
                      PlnOccurrence *other)
{
  const PlnOccurrenceData *a = &self->data, *b = &other->data;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_str_equal (text_of (a, i), text_of (b, i)))
      return FALSE;

  return a->kind == b->kind && times_equal (a->start, b->start) && times_equal (a->end, b->end)
         && !a->all_day == !b->all_day && !a->is_break == !b->is_break && !a->is_draft == !b->is_draft
         && !a->is_cancelled == !b->is_cancelled && !a->is_recurring == !b->is_recurring
         && !a->is_done == !b->is_done && !a->read_only == !b->read_only
         && g_strv_equal (pln_occurrence_get_people (self), pln_occurrence_get_people (other));
}

/**
 * pln_occurrence_compare:
 * @self: an occurrence
 * @other: another one
 *
 * The order in which views show them: what begins earlier first; of what begins
 * together what lasts longer, so that a gathering comes before its sessions.
 *
 * Returns: as strcmp() does; 0 only if they are the same instance
 */
int
pln_occurrence_compare (PlnOccurrence *self,
                        PlnOccurrence *other)
{
  const PlnOccurrenceData *a = &self->data, *b = &other->data;
  int order = g_date_time_compare (a->start, b->start);

  if (order == 0)
    order = !a->all_day - !b->all_day;
  if (order == 0)
    order = g_date_time_compare (b->end, a->end);
  if (order == 0)
    order = (int) a->kind - (int) b->kind;
  if (order == 0)
    order = strcmp (a->title, b->title);
  if (order == 0)
    order = strcmp (a->uid, b->uid);

  return order != 0 ? order : strcmp (a->instance, b->instance);
}

/**
 * pln_occurrence_is_within:
 * @self: an occurrence
 * @from: seconds since 1970
 * @to: seconds since 1970, not part of it
 *
 * Returns: %TRUE if some of it takes place then
 */
gboolean
pln_occurrence_is_within (PlnOccurrence *self,
                          gint64         from,
                          gint64         to)
{
  gint64 start = g_date_time_to_unix (self->data.start);
  gint64 end = g_date_time_to_unix (self->data.end);

  return start < to && (end > from || (start == end && start >= from));
}

PlnOccurrenceKind
pln_occurrence_get_kind (PlnOccurrence *self)
{
  g_return_val_if_fail (PLN_IS_OCCURRENCE (self), PLN_OCCURRENCE_KIND_EVENT);

  return self->data.kind;
}

const char *const *
pln_occurrence_get_people (PlnOccurrence *self)
{
  g_return_val_if_fail (PLN_IS_OCCURRENCE (self), NULL);

  return pln_texts_get ((char **) self->data.people);
}

#define DEFINE_GETTER(type, name, none) \
type \
pln_occurrence_get_ ## name (PlnOccurrence *self) \
{ \
  g_return_val_if_fail (PLN_IS_OCCURRENCE (self), none); \
\
  return self->data.name; \
}

DEFINE_GETTER (const char *, uid, "")
DEFINE_GETTER (const char *, instance, "")
DEFINE_GETTER (const char *, gathering, "")
DEFINE_GETTER (const char *, calendar, "")
DEFINE_GETTER (const char *, title, "")
DEFINE_GETTER (const char *, place, "")
DEFINE_GETTER (const char *, track, "")
DEFINE_GETTER (const char *, colour, "")
DEFINE_GETTER (const char *, zone, "")
DEFINE_GETTER (const char *, note, "")
DEFINE_GETTER (GDateTime *, start, NULL)
DEFINE_GETTER (GDateTime *, end, NULL)
DEFINE_GETTER (gboolean, all_day, FALSE)
DEFINE_GETTER (gboolean, is_break, FALSE)
DEFINE_GETTER (gboolean, is_draft, FALSE)
DEFINE_GETTER (gboolean, is_cancelled, FALSE)
DEFINE_GETTER (gboolean, is_recurring, FALSE)
DEFINE_GETTER (gboolean, is_done, FALSE)
DEFINE_GETTER (gboolean, read_only, FALSE)

/**
 * pln_occurrence_kind_get_nick:
 * @kind: a kind
 *
 * Returns: its word, as the command line prints it
 */
const char *
pln_occurrence_kind_get_nick (PlnOccurrenceKind kind)
{
  static const char *const nicks[] = { "gathering", "session", "round", "event", "action" };

  return nicks[kind];
}
