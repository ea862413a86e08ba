/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-programme.h"

#include <string.h>

static const char *const titles[] = {
  "Opening", "Networking and sustaining collaboration", "Öffnen & schließen", "日本語の題名", "مرحبا بالعالم", "", "a", "?!",
  "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"onmouseover=\"x", "]]>", "<!--", "&amp;&#0;",
  "javascript:alert(1)", "\xE2\x80\xAE" "evil", "tab\there", "quo'te", "A very long title that goes on and on, as the titles of "
  "papers do, about the ways in which people who organise conferences name what they then have to print on a sheet of paper "
  "that somebody reads on a door", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
};
static const char *const rooms[] = { "", "Room 1", "Room 2", "Main hall", "<b>", "Größer & schöner", "Unknown", "X\" y='" };
static const char *const tracks[] = { "", "Breakouts", "Short talks", "<i>", "日本", "breakouts", "9 lives", "a", "Practice & more" };
static const char *const urls[] = {
  "", "https://example.org/talk?a=1&b=2#c", "javascript:alert(1)", "http://", "https://ex ample.org/", "http://[::1]/x",
  "https://user:word@example.org/", "data:text/html,x", "https://example.org/\"><script>", "HTTPS://Example.ORG/%zz", "https://bücher.example/ä",
};
static const char *const zones[] = { "Europe/London", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Asia/Manila" };
static const char *const colours[] = { "", "red", "slategray", "#12ab9F", "#12", "expression(1)", "url(x)" };

#define ANY(texts) (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))])
#define ONE_IN(n)  (g_test_rand_int_range (0, n) == 0)

static void
add_text (GString    *event,
          const char *name,
          const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (event, "%s:", name);
  for (; *text != '\0'; text++)
    g_string_append_printf (event, strchr (",;\\", *text) != NULL ? "\\%c" : "%c", *text);
  g_string_append (event, "\r\n");
}

static void
add_time (GString    *event,
          const char *name,
          const char *zone,
          GDateTime  *at,
          gboolean    is_date)
{
  g_autofree char *text = g_date_time_format (at, is_date ? "%Y%m%d" : "%Y%m%dT%H%M%S");
  g_autofree char *year = g_strdup_printf ("%04d", g_date_time_get_year (at));

  if (is_date)
    g_string_append_printf (event, "%s;VALUE=DATE:%s%s\r\n", name, year, strlen (text) >= 8 ? text + strlen (text) - 4 : text);
  else if (*zone == '\0' || g_str_equal (zone, "UTC"))
    g_string_append_printf (event, "%s:%s%s\r\n", name, text, *zone != '\0' ? "Z" : "");
  else
    g_string_append_printf (event, "%s;TZID=%s:%s\r\n", name, zone, text);
}

static void
add_times (GString    *event,
           const char *zone,
           GDateTime  *from)
{
  gboolean is_date = ONE_IN (9);
  g_autoptr(GDateTime) day = g_date_time_add_days (from, g_test_rand_int_range (0, 4));
  g_autoptr(GDateTime) start = g_date_time_add_minutes (day, g_test_rand_int_range (-600, 1500));
  g_autoptr(GDateTime) end = g_date_time_add_seconds (start, ONE_IN (8) ? g_test_rand_int_range (-9000, 999999)
                                                             : 300.0 * g_test_rand_int_range (1, 30));

  if (ONE_IN (20))
    return;
  add_time (event, "DTSTART", ONE_IN (9) ? "" : ONE_IN (9) ? "UTC" : zone, start, is_date);
  if (!ONE_IN (10))
    add_time (event, "DTEND", zone, end, is_date);
}

static GBytes *
wrap (GString *event) /* (transfer full) */
{
  g_string_prepend (event, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
  g_string_append (event, "END:VEVENT\r\nEND:VCALENDAR\r\n");

  return g_string_free_to_bytes (event);
}

static GBytes *
any_session (guint       number,
             const char *zone,
             GDateTime  *from)
{
  static const char *const statuses[] = { "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "TENTATIVE" };
  GString *event = g_string_new (NULL);

  if (ONE_IN (4))
    g_string_append_printf (event, "UID:9B1D2A44-5F6E-5C3A-9D0B-%012u%s\r\n", number / 2, number % 2 ? "@example.org" : "");
  else
    g_string_append_printf (event, "UID:session-%u@<&\"'>\r\n", number);
  add_text (event, "SUMMARY", ANY (titles));
  add_text (event, "LOCATION", ANY (rooms));
  add_text (event, "CATEGORIES", ONE_IN (7) ? "Break" : ANY (tracks));
  add_text (event, "DESCRIPTION", ANY (titles));
  add_text (event, "COLOR", ANY (colours));
  g_string_append_printf (event, "STATUS:%s\r\nURL:%s\r\n", ANY (statuses), ANY (urls));
  g_string_append_printf (event, "LAST-MODIFIED:%s\r\n", ONE_IN (3) ? "20110719T141200Z" : "<T>");
  if (ONE_IN (12))
    g_string_append (event, "CLASS:PRIVATE\r\n");
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    g_string_append_printf (event, "X-PLENARY-SPEAKER;ID=abcdefghij%02d:%s\r\n", i, ONE_IN (5) ? "a@b.example" : "Ivo <Larch> & Co");
  add_times (event, zone, from);

  return wrap (event);
}

PlnProgramme *
any_programme (void)
{
  const char *zone = ONE_IN (8) ? "" : ONE_IN (8) ? "UTC" : ANY (zones);
  g_autoptr(GDateTime) from = g_date_time_new_utc (ONE_IN (9) ? g_test_rand_int_range (1600, 9998) : 2026, g_test_rand_int_range (1, 13),
                                                   g_test_rand_int_range (1, 29), g_test_rand_int_range (0, 24), 30, 0);
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GString *event = g_string_new ("UID:gathering\r\nX-PLENARY-KIND:GATHERING\r\n");
  g_autoptr(GBytes) gathering = NULL;
  g_autoptr(GError) error = NULL;
  PlnProgramme *programme;

  add_text (event, "SUMMARY", ANY (titles));
  add_text (event, "LOCATION", ANY (rooms));
  add_text (event, "DESCRIPTION", ANY (titles));
  add_text (event, "COLOR", ANY (colours));
  g_string_append_printf (event, "URL:%s\r\nCONFERENCE;VALUE=URI:%s\r\n", ANY (urls), ANY (urls));
  g_string_append (event, "ORGANIZER;CN=\"Ada <b>\":mailto:ada@private.example\r\nATTENDEE;CN=Guest:mailto:guest@private.example\r\n");
  g_string_append (event, "X-PLENARY-ROOM;ID=abcdefghijkl;CAPACITY=60:Room 2\r\nX-PLENARY-ROOM;ID=abcdefghijkm:Room 1\r\n");
  add_time (event, "DTSTART", zone, from, FALSE);
  gathering = wrap (event);
  for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
    g_ptr_array_add (sessions, any_session ((guint) i, zone, from));

  programme = pln_programme_new (gathering, sessions, &error);
  g_assert_no_error (error);

  return programme;
}

PlnProgramme *
programme_of (const char        *gathering,
              const char *const *sessions)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GBytes) text = NULL;
  g_autoptr(GError) error = NULL;
  GString *event = g_string_new ("UID:gathering\r\nX-PLENARY-KIND:GATHERING\r\n");
  PlnProgramme *programme;

  g_string_append (event, gathering);
  if (strstr (gathering, "DTSTART") == NULL)
    g_string_append (event, "DTSTART;TZID=Europe/London:20110719T093000\r\nDTEND;TZID=Europe/London:20110719T170000\r\n");
  text = wrap (event);
  for (guint i = 0; sessions[i] != NULL; i++)
    {
      GString *session = g_string_new (sessions[i]);

      if (strstr (sessions[i], "UID:") == NULL)
        g_string_append_printf (session, "UID:session-%u\r\n", i + 1);
      if (strstr (sessions[i], "DTSTART") == NULL)
        g_string_append (session, "DTSTART;TZID=Europe/London:20110719T140000\r\nDTEND;TZID=Europe/London:20110719T144500\r\n");
      g_ptr_array_add (texts, wrap (session));
    }

  programme = pln_programme_new (text, texts, &error);
  g_assert_no_error (error);

  return programme;
}
