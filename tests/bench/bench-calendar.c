/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-calendar.h"

#include <string.h>

#define MAX_OCTETS 75

static void
append_folded (GString    *text,
               const char *line)
{
  gsize room = MAX_OCTETS;
  gsize length = strlen (line);

  while (length > room)
    {
      gsize take = room;

      while (((guchar) line[take] & 0xc0) == 0x80)
        take--;
      g_string_append_len (text, line, take);
      g_string_append (text, "\r\n ");
      line += take;
      length -= take;
      room = MAX_OCTETS - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

static void G_GNUC_PRINTF (2, 3)
append (GString    *text,
        const char *format,
        ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append_folded (text, line);
}

static void
append_attendee (GString *text,
                 GRand   *rand)
{
  static const char *const first[] = { "Ada", "Zoë", "Łukasz", "Cosima", "Bob", "Małgorzata", "Iñigo", "Quinn" };
  static const char *const last[] = { "Larkspur", "Ó Briain", "Thistlewood", "Quince", "Hawthorn-Ames", "Åkesson" };
  static const char *const answers[] = { "NEEDS-ACTION", "ACCEPTED", "TENTATIVE", "DECLINED" };
  guint number = g_rand_int_range (rand, 0, 100000);

  append (text, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=TRUE;CN=\"%s %s\":mailto:guest.%05u@library-%u.example.org",
          answers[g_rand_int_range (rand, 0, G_N_ELEMENTS (answers))],
          first[g_rand_int_range (rand, 0, G_N_ELEMENTS (first))],
          last[g_rand_int_range (rand, 0, G_N_ELEMENTS (last))],
          number, number % 97);
}

static void
append_event (GString *text,
              GRand   *rand,
              guint    number,
              guint    n_attendees)
{
  guint day = 1 + number % 28;
  guint hour = 8 + number % 10;

  append (text, "BEGIN:VEVENT");
  append (text, "UID:event-%06u-%08x@example.org", number, g_rand_int (rand));
  append (text, "DTSTAMP:20260101T120000Z");
  append (text, "CREATED:20260101T120000Z");
  append (text, "LAST-MODIFIED:20260102T093000Z");
  append (text, "SEQUENCE:%u", number % 4);
  append (text, "DTSTART;TZID=Europe/London:202706%02uT%02u0000", day, hour);
  append (text, "DTEND;TZID=Europe/London:202706%02uT%02u3000", day, hour + 1);
  append (text, "SUMMARY:Meet-up %u: catalogues\\, cafés and cake", number);
  append (text, "LOCATION:Room %u\\, British Library\\, 96 Euston Road\\, London", number % 40);
  append (text, "DESCRIPTION:We talk about what worked and what did not\\, in groups of six.\\n"
                "Bring a question\\; somebody will know. Ελληνικά\\, עברית and 日本語 are welcome.");
  append (text, "CATEGORIES:Meet-up,CPD23,LISNPN");
  append (text, "STATUS:CONFIRMED");
  append (text, "ORGANIZER;CN=\"Cosima Larkspur\":mailto:cosima@example.org");
  for (guint i = 0; i < n_attendees; i++)
    append_attendee (text, rand);
  append (text, "END:VEVENT");
}

/**
 * bench_calendar_new:
 * @n_events: how many events
 * @n_attendees: how many attendees each of them has
 *
 * Makes a calendar as other programs write it: folded, some of it not ASCII.
 * It is the same each time.
 *
 * Returns: (transfer full): its text
 */
char *
bench_calendar_new (guint n_events,
                    guint n_attendees)
{
  GString *text = g_string_new (NULL);
  GRand *rand = g_rand_new_with_seed (20110719);

  append (text, "BEGIN:VCALENDAR");
  append (text, "VERSION:2.0");
  append (text, "PRODID:-//Example//Bench//EN");
  append (text, "BEGIN:VTIMEZONE");
  append (text, "TZID:Europe/London");
  append (text, "BEGIN:DAYLIGHT");
  append (text, "TZNAME:BST");
  append (text, "TZOFFSETFROM:+0000");
  append (text, "TZOFFSETTO:+0100");
  append (text, "DTSTART:19700329T010000");
  append (text, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  append (text, "END:DAYLIGHT");
  append (text, "BEGIN:STANDARD");
  append (text, "TZNAME:GMT");
  append (text, "TZOFFSETFROM:+0100");
  append (text, "TZOFFSETTO:+0000");
  append (text, "DTSTART:19701025T020000");
  append (text, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  append (text, "END:STANDARD");
  append (text, "END:VTIMEZONE");
  for (guint i = 0; i < n_events; i++)
    append_event (text, rand, i, n_attendees);
  append (text, "END:VCALENDAR");
  g_rand_free (rand);

  return g_string_free (text, FALSE);
}
