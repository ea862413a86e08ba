/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-address.h"
#include "pln-file.h"
#include "pln-when.h"

#include <stdio.h>
#include <string.h>

#define MOST_BYTES (16 * 1000 * 1000)

/* Two, or four, figures at a place of a text that has a fixed form. */
static int
figures (const char *text,
         guint       n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static gboolean
read_day (const char *text,
          GDate      *day)
{
  int year = figures (text, 4);
  int month, day_of_month;

  if (year < 1 || text[4] != '-')
    return FALSE;
  month = figures (text + 5, 2);
  if (month < 1 || text[7] != '-')
    return FALSE;
  day_of_month = figures (text + 8, 2);
  if (day_of_month < 1
      || !g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/**
 * pln_cli_read_time:
 * @text: 2026-12-01T18:00, or 2026-12-01 for a day; with an offset (RFC 3339)
 *   it is the moment that it says
 * @zone: an IANA name that is known, "UTC", or "" for floating
 * @time: (out) (transfer full): the time, in that zone
 * @is_day: (out): whether it is a day without a time
 *
 * Returns: %TRUE if @text is a time
 */
gboolean
pln_cli_read_time (const char  *text,
                   const char  *zone,
                   GDateTime  **time,
                   gboolean    *is_day)
{
  gsize length = strlen (text);
  int hour, minute;
  GDate day;

  if (length < 10 || !read_day (text, &day))
    return FALSE;

  *is_day = length == 10;
  if (*is_day)
    {
      *time = pln_when_join (&day, 0, zone);
      return TRUE;
    }

  if (length < 16 || strchr ("T ", text[10]) == NULL || text[13] != ':')
    return FALSE;
  hour = figures (text + 11, 2);
  minute = figures (text + 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  if (length == 16 || (length == 19 && text[16] == ':' && figures (text + 17, 2) >= 0 && figures (text + 17, 2) < 60))
    *time = pln_when_join (&day, (guint) (hour * 60 + minute), zone);
  else
    {
      g_autoptr(GTimeZone) rules = pln_when_zone (zone);
      g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL); /* NULL: with an offset only */

      *time = moment != NULL ? g_date_time_to_timezone (moment, rules) : NULL;
    }

  return *time != NULL;
}

/**
 * pln_cli_read_length:
 * @text: an ISO 8601 duration such as PT2H or P1DT30M, or words such as “2 hours”
 * @minutes: (out): the length in minutes, at least 1
 *
 * Returns: %TRUE if @text is a length
 */
gboolean
pln_cli_read_length (const char *text,
                     guint      *minutes)
{
  static const struct
  {
    char     unit;
    gboolean in_time;
    guint    minutes;
  } units[] = {
    { 'W', FALSE, 7 * PLN_MINUTES_A_DAY }, { 'D', FALSE, PLN_MINUTES_A_DAY }, { 'H', TRUE, 60 }, { 'M', TRUE, 1 },
  };
  gboolean in_time = FALSE;
  guint next = 0;

  if (*text != 'P')
    return pln_when_parse_length (text, minutes);

  *minutes = 0;
  for (text++; *text != '\0'; text++)
    {
      char *end;
      guint64 number;

      if (*text == 'T' && !in_time)
        {
          in_time = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      number = g_ascii_strtoull (text, &end, 10);
      while (next < G_N_ELEMENTS (units) && (units[next].unit != *end || units[next].in_time != in_time))
        next++;
      if (next == G_N_ELEMENTS (units) || number > 10000)
        return FALSE;
      *minutes += (guint) number * units[next++].minutes;
      text = end;
    }

  return *minutes > 0;
}

/**
 * pln_cli_read_person:
 * @text: “Name <address>” or an address
 * @name: (out) (transfer full): the name, may be empty
 * @email: (out) (transfer full): the address
 *
 * Returns: %TRUE if there is an address
 */
gboolean
pln_cli_read_person (const char  *text,
                     char       **name,
                     char       **email)
{
  const char *open = strrchr (text, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;

  *name = g_strstrip (open != NULL ? g_strndup (text, open - text) : g_strdup (""));
  *email = g_strstrip (close != NULL ? g_strndup (open + 1, close - open - 1) : g_strdup (text));
  if (pln_address_is_mail (*email))
    return TRUE;

  g_clear_pointer (name, g_free);
  g_clear_pointer (email, g_free);

  return FALSE;
}

/**
 * pln_cli_read_count:
 * @text: figures
 * @count: (out): the number
 *
 * Returns: %TRUE if @text is a number up to a million
 */
gboolean
pln_cli_read_count (const char *text,
                    guint      *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 1000000, &value, NULL))
    return FALSE;

  *count = (guint) value;

  return TRUE;
}

static GBytes *
read_input (void)
{
  GByteArray *content = g_byte_array_new ();
  guint8 part[4096];
  gsize n;

  while ((n = fread (part, 1, sizeof part, stdin)) > 0 && content->len < MOST_BYTES)
    g_byte_array_append (content, part, (guint) n);

  return g_byte_array_free_to_bytes (content);
}

/**
 * pln_cli_read_text:
 * @cli: the call
 * @from: the name of a file; “-” for standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what stands in it, whatever program
 *   wrote it; %NULL if that is no text
 */
char *
pln_cli_read_text (PlnCli      *cli,
                   const char  *from,
                   GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (from);
  g_autoptr(GBytes) content = NULL;

  content = g_str_equal (from, "-") ? read_input () : pln_file_load (file, MOST_BYTES, NULL, error);

  return content != NULL ? pln_core_decode_people (cli->core, content, error) : NULL;
}
