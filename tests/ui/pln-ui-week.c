/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ui-week.h"

#include "pln-when.h"

#include <string.h>

typedef struct
{
  PlnOccurrenceKind  kind;
  const char        *title;
  const char        *start;
  const char        *end;
  const char        *place;
  const char        *colour;
} Row;

static const Row rows[] = {
  { PLN_OCCURRENCE_KIND_EVENT, "cpd23 Thing 6: online networks", "2011-07-18", "2011-07-23", "", "brown" },
  { PLN_OCCURRENCE_KIND_GATHERING, "LIS DREaM launch conference", "2011-07-19T09:30", "2011-07-19T17:00", "British Library", "blue" },
  { PLN_OCCURRENCE_KIND_ACTION, "Thank the speakers", "2011-07-21", "2011-07-22", "", "" },
  { PLN_OCCURRENCE_KIND_EVENT, "Check door list", "2011-07-18T09:30", "2011-07-18T10:15", "", "slate" },
  { PLN_OCCURRENCE_KIND_EVENT, "Call: caterer", "2011-07-18T14:00", "2011-07-18T15:00", "", "teal" },
  { PLN_OCCURRENCE_KIND_EVENT, "Set-up", "2011-07-18T17:30", "2011-07-18T19:00", "Foyer, 6 helpers", "blue" },
  { PLN_OCCURRENCE_KIND_SESSION, "Registration", "2011-07-19T09:30", "2011-07-19T10:00", "Foyer", "" },
  { PLN_OCCURRENCE_KIND_SESSION, "Welcome, keynote", "2011-07-19T10:00", "2011-07-19T11:15", "Auditorium", "blue" },
  { PLN_OCCURRENCE_KIND_SESSION, "Maps", "2011-07-19T11:30", "2011-07-19T12:15", "Auditorium", "teal" },
  { PLN_OCCURRENCE_KIND_SESSION, "Questions", "2011-07-19T11:30", "2011-07-19T12:15", "Room 1", "teal" },
  { PLN_OCCURRENCE_KIND_SESSION, "Evidence", "2011-07-19T11:30", "2011-07-19T12:15", "Room 2", "green" },
  { PLN_OCCURRENCE_KIND_SESSION, "Counting", "2011-07-19T11:45", "2011-07-19T12:30", "Room 3", "teal" },
  { PLN_OCCURRENCE_KIND_SESSION, "Lunch and posters", "2011-07-19T12:30", "2011-07-19T13:30", "Foyer", "" },
  { PLN_OCCURRENCE_KIND_SESSION, "Madness", "2011-07-19T13:30", "2011-07-19T14:00", "Auditorium", "orange" },
  { PLN_OCCURRENCE_KIND_ROUND, "Who leads?", "2011-07-19T14:00", "2011-07-19T14:45", "Room 1", "purple" },
  { PLN_OCCURRENCE_KIND_ROUND, "Networking", "2011-07-19T14:00", "2011-07-19T14:45", "Room 2", "purple" },
  { PLN_OCCURRENCE_KIND_ROUND, "From research", "2011-07-19T14:00", "2011-07-19T14:45", "Room 3", "purple" },
  { PLN_OCCURRENCE_KIND_ROUND, "Round 2", "2011-07-19T14:50", "2011-07-19T15:20", "Rooms 1 to 3", "purple" },
  { PLN_OCCURRENCE_KIND_ROUND, "Round 3", "2011-07-19T15:25", "2011-07-19T15:55", "Rooms 1 to 3", "purple" },
  { PLN_OCCURRENCE_KIND_SESSION, "Closing", "2011-07-19T16:15", "2011-07-19T17:00", "Auditorium", "blue" },
  { PLN_OCCURRENCE_KIND_EVENT, "Committee call", "2011-07-20T09:30", "2011-07-20T10:15", "", "slate" },
  { PLN_OCCURRENCE_KIND_EVENT, "Report: edit", "2011-07-20T13:00", "2011-07-20T14:00", "", "teal" },
  { PLN_OCCURRENCE_KIND_GATHERING, "CPD23 meet-up", "2011-07-20T18:30", "2011-07-20T20:30", "University Centre", "purple" },
  { PLN_OCCURRENCE_KIND_EVENT, "Thank-yous", "2011-07-21T12:00", "2011-07-21T12:45", "", "slate" },
  { PLN_OCCURRENCE_KIND_EVENT, "Publish the report", "2011-07-22T10:00", "2011-07-22T11:00", "", "slate" },
  { PLN_OCCURRENCE_KIND_EVENT, "Workshop plan", "2011-07-22T15:00", "2011-07-22T16:00", "", "orange" },
};

static GDateTime *
moment (const char *text,
        const char *zone)
{
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  g_autofree char *whole = g_strconcat (text, strchr (text, 'T') != NULL ? ":00" : "T00:00:00", NULL);

  return g_date_time_new_from_iso8601 (whole, rules);
}

static PlnOccurrence *
make (PlnOccurrenceKind  kind,
      const char        *title,
      const char        *start,
      const char        *end,
      const char        *zone,
      const char        *place,
      const char        *colour)
{
  g_autoptr(GDateTime) from = moment (start, zone);
  g_autoptr(GDateTime) to = moment (end, zone);
  PlnOccurrenceData data = {
    .kind = kind,
    .uid = title,
    .title = title,
    .place = place,
    .colour = colour,
    .zone = zone,
    .start = from,
    .end = to,
    .all_day = strchr (start, 'T') == NULL,
    .is_break = kind == PLN_OCCURRENCE_KIND_SESSION && *colour == '\0',
    .gathering = kind == PLN_OCCURRENCE_KIND_SESSION || kind == PLN_OCCURRENCE_KIND_ROUND ? "LIS DREaM launch conference" : "",
  };

  return pln_occurrence_new (&data);
}

PlnOccurrence *
pln_ui_week_make (PlnOccurrenceKind  kind,
                  const char        *title,
                  const char        *start,
                  const char        *end,
                  const char        *zone,
                  const char        *colour)
{
  return make (kind, title, start, end, zone, "", colour);
}

GPtrArray *
pln_ui_week_new (void)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];

      g_ptr_array_add (occurrences, make (row->kind, row->title, row->start, row->end, "", row->place, row->colour));
    }

  return occurrences;
}

GPtrArray *
pln_ui_week_large (guint n)
{
  static const char *const colours[] = { "blue", "green", "orange", "purple", "teal", "red", "brown", "slate", "gold" };
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      guint minute = i / 7 * 10 % 1430;
      g_autofree char *title = g_strdup_printf ("Session %u: what a title of the usual length says", i);
      g_autofree char *start = g_strdup_printf ("2011-07-%02uT%02u:%02u", 18 + i % 7, minute / 60, minute % 60);
      g_autofree char *end = g_strdup_printf ("2011-07-%02uT%02u:%02u", 18 + i % 7, (minute + 9) / 60, (minute + 9) % 60);

      g_ptr_array_add (occurrences, make (PLN_OCCURRENCE_KIND_EVENT, title, start, end, "", "Room 1", colours[i % G_N_ELEMENTS (colours)]));
    }

  return occurrences;
}
