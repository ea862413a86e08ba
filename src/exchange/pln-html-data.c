/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-html-data.h"

#include "pln-json.h"

#include <string.h>

/* The programme for search engines, calendars and mail programs: an Event of
 * schema.org with its parts, as JSON-LD. */

static void
write_moment (PlnJson    *json,
              const char *key,
              GDateTime  *at,
              gboolean    is_day)
{
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (at), g_date_time_get_month (at),
                                          g_date_time_get_day_of_month (at));
  g_autofree char *time = g_date_time_format (at, "T%H:%M:%S%:z");
  g_autofree char *text = g_strconcat (day, is_day ? "" : time, NULL);

  pln_json_text (json, key, text);
}

static void
write_place (PlnJson    *json,
             const char *type,
             const char *key,
             const char *value)
{
  pln_json_text (json, "@type", type);
  pln_json_text (json, key, value);
}

static void
write_where (PlnJson            *json,
             const PlnProgramme *programme)
{
  gboolean has_place = *programme->place != '\0', is_online = *programme->online != '\0';

  if (!has_place && !is_online)
    return;

  pln_json_text (json, "eventAttendanceMode",
                 !is_online ? "https://schema.org/OfflineEventAttendanceMode"
                 : has_place ? "https://schema.org/MixedEventAttendanceMode" : "https://schema.org/OnlineEventAttendanceMode");
  pln_json_open (json, "location", '[');
  if (has_place)
    {
      pln_json_open (json, NULL, '{');
      write_place (json, "Place", "name", programme->place);
      pln_json_text (json, "address", programme->place);
      pln_json_close (json);
    }
  if (is_online)
    {
      pln_json_open (json, NULL, '{');
      write_place (json, "VirtualLocation", "url", programme->online);
      pln_json_close (json);
    }
  pln_json_close (json);
}

static void
write_status (PlnJson  *json,
              gboolean  is_cancelled)
{
  pln_json_text (json, "eventStatus", is_cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled");
}

static void
write_item (PlnJson                *json,
            const PlnProgrammeItem *item,
            const char             *page)
{
  g_autofree char *id = g_strdup_printf ("%s#s%u", page, item->id);

  pln_json_open (json, NULL, '{');
  pln_json_text (json, "@type", "Event");
  pln_json_text (json, "@id", id);
  pln_json_text (json, "name", item->title);
  write_moment (json, "startDate", item->start, item->all_day);
  write_moment (json, "endDate", item->end, item->all_day);
  write_status (json, item->is_cancelled);
  pln_json_open (json, "superEvent", '{');
  pln_json_text (json, "@id", *page != '\0' ? page : "#programme");
  pln_json_close (json);
  if (*item->description != '\0')
    pln_json_text (json, "description", item->description);
  if (*item->url != '\0')
    pln_json_text (json, "url", item->url);
  if (*item->room != '\0')
    {
      pln_json_open (json, "location", '{');
      write_place (json, "Place", "name", item->room);
      pln_json_close (json);
    }
  if (item->speakers[0] != NULL)
    {
      pln_json_open (json, "performer", '[');
      for (char **name = item->speakers; *name != NULL; name++)
        {
          pln_json_open (json, NULL, '{');
          write_place (json, "Person", "name", *name);
          pln_json_close (json);
        }
      pln_json_close (json);
    }
  pln_json_close (json);
}

/* Within a script element, what could end it or begin a comment is written by
 * its number: these characters stand in JSON within texts alone. */
static char *
for_script (const char *json)
{
  GString *safe = g_string_new (NULL);

  for (const char *at = json; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029)
        g_string_append_printf (safe, "\\u%04x", c);
      else if (c != 0xfffe && c != 0xffff && !(c > 0x7e && c < 0xa0))
        g_string_append_unichar (safe, c);
    }

  return g_string_free (safe, FALSE);
}

/**
 * pln_html_data_write:
 * @programme: a programme
 * @address: (nullable): where its page will be
 *
 * Returns: (transfer full): JSON that may stand in a script element
 */
char *
pln_html_data_write (const PlnProgramme *programme,
                     const char         *address)
{
  const char *whole = address != NULL ? address : programme->url;
  g_autofree char *page = g_strndup (whole, strcspn (whole, "#"));
  PlnJson *json = pln_json_new ();
  g_autofree char *text = NULL;

  pln_json_text (json, "@context", "https://schema.org");
  pln_json_text (json, "@type", "Event");
  pln_json_text (json, "@id", *page != '\0' ? page : "#programme");
  if (*page != '\0')
    pln_json_text (json, "url", page);
  pln_json_text (json, "name", programme->title);
  write_moment (json, "startDate", programme->start, programme->all_day);
  write_moment (json, "endDate", programme->end, programme->all_day);
  write_status (json, programme->is_cancelled);
  write_where (json, programme);
  if (*programme->description != '\0')
    pln_json_text (json, "description", programme->description);
  if (*programme->organiser != '\0')
    {
      pln_json_open (json, "organizer", '{');
      pln_json_text (json, "name", programme->organiser);
      pln_json_close (json);
    }
  pln_json_open (json, "subEvent", '[');
  for (guint i = 0; i < programme->items->len; i++)
    {
      const PlnProgrammeItem *item = g_ptr_array_index (programme->items, i);

      if (!item->is_break)
        write_item (json, item, page);
    }
  text = pln_json_end (json);

  return for_script (text);
}
