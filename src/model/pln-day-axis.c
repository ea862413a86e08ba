/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-day-axis.h"

#define HOUR 3600
#define DAY  (24 * HOUR)

/* A day, in seconds: what the clock on the wall shows counts from midnight. */
typedef struct
{
  gint64 midnight; /* since 1970, as if there were no zone */
  gint64 change;   /* when the clock is put, since 1970 UTC; G_MAXINT64: never */
  int    before;   /* the offset until then */
  int    after;    /* and from then on */
} Day;

/* What the line has besides the 24 hours: what comes twice until the wall
 * shows `wall` (length > 0), or what is skipped from `wall` on (length < 0). */
typedef struct
{
  int wall;
  int length;
} Turn;

struct _PlnDayAxis
{
  GArray *days;  /* of Day */
  GArray *turns; /* of Turn, by wall */
  int     from;  /* seconds of the wall */
  int     to;
};

static int
offset_at (GTimeZone *zone,
           gint64     at)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at));
}

/* The wall when the clock is put, before it is put. */
static int
change_wall (const Day *day)
{
  return day->change == G_MAXINT64 ? G_MAXINT : (int) (day->change + day->before - day->midnight);
}

static int
change_length (const Day *day)
{
  return day->before - day->after; /* > 0: comes twice; < 0: skipped */
}

static Day
read_day (const GDate *date,
          GTimeZone   *zone,
          int          from,
          int          to)
{
  gint64 midnight = ((gint64) g_date_get_julian (date) - 719163) * DAY; /* 1970-01-01 is day 719163 */
  gint64 low = midnight + from - 15 * HOUR;
  gint64 high = midnight + to + 15 * HOUR;
  Day day = { .midnight = midnight, .change = G_MAXINT64, .before = offset_at (zone, low) };

  day.after = day.before;
  for (gint64 at = low; at < high; at += HOUR)
    {
      gint64 until = at, since = at + HOUR;

      if (offset_at (zone, since) == day.before)
        continue;

      while (since - until > 1)
        {
          gint64 middle = until + (since - until) / 2;

          if (offset_at (zone, middle) == day.before)
            until = middle;
          else
            since = middle;
        }
      day.change = since;
      day.after = offset_at (zone, since);
      break;
    }

  return day;
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  return ((const Turn *) a)->wall - ((const Turn *) b)->wall;
}

static gboolean
has_turn (const PlnDayAxis *self,
          const Turn       *turn)
{
  for (guint i = 0; i < self->turns->len; i++)
    {
      const Turn *other = &g_array_index (self->turns, Turn, i);

      if (other->wall == turn->wall && other->length == turn->length)
        return TRUE;
    }

  return FALSE;
}

static gboolean
day_has_turn (const Day  *day,
              const Turn *turn)
{
  return change_wall (day) == turn->wall && change_length (day) == turn->length;
}

static gboolean
all_have_turn (const PlnDayAxis *self,
               const Turn       *turn)
{
  for (guint i = 0; i < self->days->len; i++)
    if (!day_has_turn (&g_array_index (self->days, Day, i), turn))
      return FALSE;

  return TRUE;
}

static void
find_turns (PlnDayAxis *self)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);
      Turn turn = { change_wall (day), change_length (day) };
      gboolean inside = turn.length > 0 ? turn.wall > self->from && turn.wall <= self->to
                                        : turn.length < 0 && turn.wall >= self->from && turn.wall < self->to;

      if (inside && !has_turn (self, &turn) && (turn.length > 0 || all_have_turn (self, &turn)))
        g_array_append_val (self->turns, turn);
    }
  g_array_sort (self->turns, compare_turns);
}

/**
 * pln_day_axis_new:
 * @days: (array length=n_days): the days
 * @n_days: how many, at least 1; may repeat, as for rooms of one day
 * @zone: whose clock
 * @from: where the line begins, in minutes of the clock from midnight of each
 *   of @days; may be negative
 * @to: where it ends; may be more than 24 hours; more than @from
 *
 * Returns: (transfer full): the line
 */
PlnDayAxis *
pln_day_axis_new (const GDate *days,
                  guint        n_days,
                  GTimeZone   *zone,
                  int          from,
                  int          to)
{
  PlnDayAxis *self = g_new0 (PlnDayAxis, 1);

  g_assert (n_days > 0 && from < to);

  self->from = from * 60;
  self->to = to * 60;
  self->days = g_array_sized_new (FALSE, FALSE, sizeof (Day), n_days);
  self->turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  for (guint i = 0; i < n_days; i++)
    {
      Day day = i > 0 && g_date_compare (&days[i], &days[i - 1]) == 0
                ? g_array_index (self->days, Day, i - 1)
                : read_day (&days[i], zone, self->from, self->to);

      g_array_append_val (self->days, day);
    }
  find_turns (self);

  return self;
}

/**
 * pln_day_axis_free:
 * @self: (nullable): a line
 */
void
pln_day_axis_free (PlnDayAxis *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->days);
  g_array_unref (self->turns);
  g_free (self);
}

/* again: of what comes twice, the second is meant. */
static double
place_of_wall (const PlnDayAxis *self,
               const Day        *day,
               gint64            wall,
               gboolean          again)
{
  gint64 place = wall;

  for (guint i = 0; i < self->turns->len; i++)
    {
      const Turn *turn = &g_array_index (self->turns, Turn, i);

      if (turn->length > 0 && (wall >= turn->wall || (again && day_has_turn (day, turn))))
        place += turn->length;
      else if (turn->length < 0 && wall >= turn->wall - turn->length)
        place += turn->length;
    }

  return place / 60.0;
}

/* Returns whether the place is in what comes twice, the second time. */
static gboolean
wall_of_place (const PlnDayAxis *self,
               gint64            place,
               gint64           *wall,
               const Turn      **again)
{
  gint64 shift = 0;

  *again = NULL;
  for (guint i = 0; i < self->turns->len; i++)
    {
      const Turn *turn = &g_array_index (self->turns, Turn, i);

      if (place < turn->wall + shift)
        break;
      shift += turn->length;
      if (place < turn->wall + shift)
        {
          *again = turn;
          break;
        }
    }
  *wall = place - shift;

  return *again != NULL;
}

/**
 * pln_day_axis_get_start:
 * @self: a line
 *
 * Returns: the place where it begins
 */
double
pln_day_axis_get_start (const PlnDayAxis *self)
{
  return self->from / 60.0;
}

/**
 * pln_day_axis_get_end:
 * @self: a line
 *
 * Returns: the place where it ends
 */
double
pln_day_axis_get_end (const PlnDayAxis *self)
{
  return place_of_wall (self, &g_array_index (self->days, Day, 0), self->to, FALSE);
}

/**
 * pln_day_axis_to_place:
 * @self: a line
 * @day: which of its days
 * @at: a moment, in seconds since 1970
 *
 * Returns: its place, which may lie outside the line
 */
double
pln_day_axis_to_place (const PlnDayAxis *self,
                       guint             day,
                       gint64            at)
{
  const Day *it = &g_array_index (self->days, Day, day);
  gint64 wall = at + (at < it->change ? it->before : it->after) - it->midnight;

  return place_of_wall (self, it, wall, at >= it->change && change_length (it) > 0 && wall < change_wall (it));
}

/**
 * pln_day_axis_from_place:
 * @self: a line
 * @day: which of its days
 * @place: a place, which may lie outside the line
 *
 * Returns: the moment, in seconds since 1970; where the day has nothing at
 *   this place, the moment when the clock is put or would be
 */
gint64
pln_day_axis_from_place (const PlnDayAxis *self,
                         guint             day,
                         double            place)
{
  const Day *it = &g_array_index (self->days, Day, day);
  gint64 seconds = (gint64) (place * 60 + (place < 0 ? -0.5 : 0.5));
  const Turn *again;
  gint64 wall;
  gboolean late;

  if (wall_of_place (self, seconds, &wall, &again) && !day_has_turn (it, again))
    {
      wall = again->wall; /* only another day has this hour twice */
      again = NULL;
    }

  if (it->change == G_MAXINT64)
    return it->midnight + wall - it->before;

  if (change_length (it) < 0)
    {
      if (wall >= change_wall (it) && wall < change_wall (it) - change_length (it))
        return it->change;
      late = wall >= change_wall (it);
    }
  else
    late = wall >= change_wall (it) || again != NULL;

  return it->midnight + wall - (late ? it->after : it->before);
}

/**
 * pln_day_axis_clock:
 * @self: a line
 * @place: a place on it
 * @again: (out) (optional): whether a clock shows this for the second time
 *
 * Returns: what a clock shows there, in minutes since midnight of the day:
 *   negative before, 1440 and more after it
 */
int
pln_day_axis_clock (const PlnDayAxis *self,
                    double            place,
                    gboolean         *again)
{
  const Turn *turn;
  gint64 wall;
  gboolean twice = wall_of_place (self, (gint64) (place * 60), &wall, &turn);

  if (again != NULL)
    *again = twice;

  return (int) (wall / 60);
}

/**
 * pln_day_axis_get_hole:
 * @self: a line
 * @day: which of its days
 * @n: which hole, counted from 0
 * @from: (out): the place where it begins
 * @to: (out): the place where it ends
 *
 * Tells where the line has time that a day has not: what its clock skips, and
 * what another day has twice.
 *
 * Returns: %FALSE if there are not so many
 */
gboolean
pln_day_axis_get_hole (const PlnDayAxis *self,
                       guint             day,
                       guint             n,
                       double           *from,
                       double           *to)
{
  const Day *it = &g_array_index (self->days, Day, day);
  Turn own = { change_wall (it), change_length (it) };

  if (own.length < 0 && own.wall >= self->from && own.wall < self->to && !has_turn (self, &own) && n-- == 0)
    {
      *from = place_of_wall (self, it, own.wall, FALSE);
      *to = place_of_wall (self, it, own.wall - own.length, FALSE);
      return TRUE;
    }

  for (guint i = 0; i < self->turns->len; i++)
    {
      const Turn *turn = &g_array_index (self->turns, Turn, i);

      if (turn->length > 0 && !day_has_turn (it, turn) && n-- == 0)
        {
          *to = place_of_wall (self, it, turn->wall, FALSE);
          *from = *to - turn->length / 60.0;
          return TRUE;
        }
    }

  return FALSE;
}
