/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-meaning.h"

#include "pln-ical-merge.h"

#include <stdlib.h>
#include <string.h>

/* Servers and other programs write the same thing in many ways. The texts made
 * here are equal if the meaning is; they are for comparing, not for reading.
 * Their pieces are joined by a character that no valid line holds. */
#define SEPARATOR "\x1f"

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_sorted (GString    *text,
               GPtrArray  *pieces)
{
  g_ptr_array_sort (pieces, compare_strings);
  for (guint i = 0; i < pieces->len; i++)
    {
      if (i > 0)
        g_string_append (text, SEPARATOR);
      g_string_append (text, g_ptr_array_index (pieces, i));
    }
}

static gboolean
is_one_of (const char *const *names,
           const char        *name)
{
  return g_strv_contains (names, name);
}

static gboolean
is_address (const char *name)
{
  static const char *const names[] = {
    "ATTENDEE", "ORGANIZER", "DELEGATED-TO", "DELEGATED-FROM", "MEMBER", "SENT-BY", "EMAIL", NULL
  };

  return is_one_of (names, name);
}

static gboolean
is_time (const char *name)
{
  static const char *const names[] = {
    "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED",
    NULL
  };

  return is_one_of (names, name);
}

/* What is a word of the format, in any case of letters. */
static gboolean
is_word (const char *name)
{
  static const char *const names[] = {
    "STATUS", "CLASS", "TRANSP", "ACTION", "METHOD", "PARTSTAT", "ROLE", "CUTYPE", "RSVP", "RELTYPE", "VALUE",
    "RANGE", "FBTYPE", "ENCODING", "SCHEDULE-AGENT", "FEATURE", "RELATED", NULL
  };

  return is_one_of (names, name);
}

/* What a parameter says that is not there (RFC 5545, 3.2); of VALUE all that
 * the value shows by itself. */
static gboolean
is_default (const char *parameter,
            const char *value)
{
  static const struct { const char *parameter; const char *value; } defaults[] = {
    { "PARTSTAT", "NEEDS-ACTION" }, { "ROLE", "REQ-PARTICIPANT" }, { "CUTYPE", "INDIVIDUAL" }, { "RSVP", "FALSE" },
    { "RELTYPE", "PARENT" }, { "RELATED", "START" }, { "SCHEDULE-AGENT", "SERVER" },
    { "VALUE", "DATE" }, { "VALUE", "DATE-TIME" }, { "VALUE", "TEXT" }, { "VALUE", "URI" }, { "VALUE", "DURATION" },
    { "VALUE", "CAL-ADDRESS" }, { "VALUE", "PERIOD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].parameter, parameter) && g_str_equal (defaults[i].value, value))
      return TRUE;

  return FALSE;
}

/* Libraries put a name of their own before that of the zone, such as
 * "/freeassociation.sourceforge.net/Tzfile/Europe/London". */
static const char *
zone_name (const char *tzid)
{
  const char *name = *tzid == '/' ? strchr (tzid + 1, '/') : NULL;

  if (name == NULL)
    return tzid;
  name++;
  if (g_str_has_prefix (name, "Tzfile/"))
    name += strlen ("Tzfile/");

  return name;
}

static gboolean
is_utc_name (const char *tzid)
{
  static const char *const names[] = { "UTC", "Etc/UTC", "Z", "GMT", NULL };

  return is_one_of (names, zone_name (tzid));
}

/* P1W, P7D; PT60M, PT1H. A day is not 24 hours where clocks change. NULL if it
 * is no duration. */
static char *
duration (const char *value)
{
  gint64 days = 0;
  gint64 seconds = 0;
  gboolean negative = *value == '-';
  const char *at = value + (*value == '-' || *value == '+');

  if (*at++ != 'P')
    return NULL;
  while (*at != '\0')
    {
      char *end = NULL;
      gint64 n;

      if (*at == 'T' && at[1] != '\0')
        at++;
      n = g_ascii_isdigit (*at) ? g_ascii_strtoll (at, &end, 10) : -1;
      if (n < 0 || n > G_MAXINT)
        return NULL;
      switch (*end)
        {
        case 'W': days += 7 * n; break;
        case 'D': days += n; break;
        case 'H': seconds += 3600 * n; break;
        case 'M': seconds += 60 * n; break;
        case 'S': seconds += n; break;
        default: return NULL;
        }
      at = end + 1;
    }

  return g_strdup_printf ("%sP%" G_GINT64_FORMAT "DT%" G_GINT64_FORMAT "S",
                          negative && days + seconds > 0 ? "-" : "", days, seconds);
}

static char *
times (const PlnIcalLine *line)
{
  const char *tzid = pln_ical_line_get_parameter (line, "TZID");
  gboolean utc = tzid != NULL && is_utc_name (tzid);
  g_autofree char *value = g_ascii_strup (line->value, -1);
  g_auto(GStrv) pieces = g_strsplit (g_strstrip (value), ",", -1);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      gboolean lacks_z = utc && strchr (pieces[i], 'T') != NULL && !g_str_has_suffix (pieces[i], "Z");

      g_ptr_array_add (sorted, g_strconcat (pieces[i], lacks_z ? "Z" : NULL, NULL));
    }
  append_sorted (text, sorted);

  return g_string_free (text, FALSE);
}

static char *
rule (const char *value)
{
  g_autofree char *upper = g_ascii_strup (value, -1);
  g_auto(GStrv) parts = g_strsplit (upper, ";", -1);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_equal (parts[i], "INTERVAL=1") && !g_str_equal (parts[i], "WKST=MO"))
      g_ptr_array_add (sorted, parts[i]);
  append_sorted (text, sorted);

  return g_string_free (text, FALSE);
}

/* Some write six digits, whatever was given. */
static char *
position (const char *value)
{
  char *end;
  double latitude = g_ascii_strtod (value, &end);
  double longitude = *end == ';' ? g_ascii_strtod (end + 1, &end) : 0;
  char number[2][G_ASCII_DTOSTR_BUF_SIZE];

  if (*end != '\0')
    return g_strdup (value);

  return g_strconcat (g_ascii_formatd (number[0], sizeof number[0], "%.6f", latitude), ";",
                      g_ascii_formatd (number[1], sizeof number[1], "%.6f", longitude), NULL);
}

static char *
meaning_of_value (const PlnIcalLine *line)
{
  char *value = NULL;

  if (is_address (line->name))
    return pln_ical_address_key (line->value);
  if (is_time (line->name))
    return times (line);
  if (g_str_equal (line->name, "RRULE") || g_str_equal (line->name, "EXRULE"))
    return rule (line->value);
  if (g_str_equal (line->name, "GEO"))
    return position (line->value);
  if (is_word (line->name))
    return g_ascii_strup (line->value, -1);
  if (g_str_equal (line->name, "DURATION") || g_str_equal (line->name, "TRIGGER"))
    value = duration (line->value);

  return value != NULL ? value : pln_ical_line_get_text (line);
}

/**
 * pln_ical_meaning_of_parameter:
 * @line: a line
 * @parameter: one of its parameters
 *
 * Returns: (transfer full) (nullable): what its values say, comparable; %NULL
 *   if they say no more than the line would without it
 */
char *
pln_ical_meaning_of_parameter (const PlnIcalLine      *line,
                               const PlnIcalParameter *parameter)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GString *text;

  for (guint i = 0; parameter->values[i] != NULL; i++)
    if (is_address (parameter->name))
      g_ptr_array_add (values, pln_ical_address_key (parameter->values[i]));
    else if (is_word (parameter->name))
      g_ptr_array_add (values, g_ascii_strup (parameter->values[i], -1));
    else if (g_str_equal (parameter->name, "TZID"))
      g_ptr_array_add (values, g_strdup (zone_name (parameter->values[i])));
    else
      g_ptr_array_add (values, g_strdup (parameter->values[i]));

  if (values->len == 1
      && (is_default (parameter->name, g_ptr_array_index (values, 0))
          || (g_str_equal (parameter->name, "TZID") && is_time (line->name) && is_utc_name (g_ptr_array_index (values, 0)))))
    return NULL;

  text = g_string_new (NULL);
  append_sorted (text, values);

  return g_string_free (text, FALSE);
}

/**
 * pln_ical_meaning_of_line:
 * @line: a line
 *
 * Returns: (transfer full): what it says, comparable: parameters as a set,
 *   quotes and escapes removed, times, durations, addresses normalised
 */
char *
pln_ical_meaning_of_line (const PlnIcalLine *line)
{
  g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = meaning_of_value (line);
  GString *text = g_string_new (line->name);

  for (guint i = 0; i < line->parameters->len; i++)
    {
      const PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i);
      g_autofree char *said = pln_ical_meaning_of_parameter (line, parameter);

      if (said != NULL)
        g_ptr_array_add (parameters, g_strconcat (";", parameter->name, "=", said, NULL));
    }
  append_sorted (text, parameters);
  g_string_append (text, ":");
  g_string_append (text, value);

  return g_string_free (text, FALSE);
}

/**
 * pln_ical_meaning_of_span:
 * @text: a text
 * @span: a span of it
 *
 * Returns: (transfer full): as [func@meaning_of_line]; what cannot be read
 *   means itself
 */
char *
pln_ical_meaning_of_span (PlnIcalText       *text,
                          const PlnIcalSpan *span)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_parse_span (text, span, NULL);
  g_autoptr(GString) scratch = NULL;
  PlnIcalSlice raw;

  if (line != NULL)
    return pln_ical_meaning_of_line (line);

  scratch = g_string_new (NULL);
  raw = pln_ical_text_unfold_span (text, span, scratch);

  return pln_ical_slice_dup (&raw);
}

/**
 * pln_ical_meaning_is_list:
 * @name: upper case, the name of a property
 *
 * Returns: %TRUE if its values are one set, however many lines they stand in
 */
gboolean
pln_ical_meaning_is_list (const char *name)
{
  return g_str_equal (name, "CATEGORIES") || g_str_equal (name, "RESOURCES");
}

static void
add_set (GPtrArray  *lines,
         GHashTable *set,
         const char *name)
{
  g_autofree gpointer *values = g_hash_table_get_keys_as_array (set, NULL);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GString *text = g_string_new (name);

  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (sorted, values[i]);
  g_string_append (text, ":");
  append_sorted (text, sorted);
  if (sorted->len > 0)
    g_ptr_array_add (lines, g_string_free (text, FALSE));
  else
    g_string_free (text, TRUE);
}

static void
add_lines (GPtrArray   *lines,
           PlnIcalText *text,
           guint        part)
{
  g_autoptr(GHashTable) categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PlnIcalWalk walk;
  PlnIcalSpan span;

  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      gboolean category = pln_ical_text_span_is (text, &span, "CATEGORIES");
      g_autoptr(PlnIcalLine) line = category || pln_ical_text_span_is (text, &span, "RESOURCES")
                                      ? pln_ical_text_parse_span (text, &span, NULL) : NULL;

      if (line != NULL)
        {
          g_auto(GStrv) values = pln_ical_line_get_list (line);

          for (guint i = 0; values[i] != NULL; i++)
            g_hash_table_add (category ? categories : resources, g_strdup (values[i]));
        }
      else
        g_ptr_array_add (lines, pln_ical_meaning_of_span (text, &span));
    }
  add_set (lines, categories, "CATEGORIES");
  add_set (lines, resources, "RESOURCES");
}

/* The parts directly inside one, or the outermost for -1. */
static void
add_parts (GPtrArray   *lines,
           PlnIcalText *text,
           int          parent)
{
  guint last = parent >= 0 ? pln_ical_text_get_part (text, parent)->last : G_MAXUINT;

  for (guint i = parent + 1; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);

      if (part->first >= last)
        break;
      if (part->parent == parent)
        g_ptr_array_add (lines, pln_ical_meaning_of_part (text, i));
    }
}

/**
 * pln_ical_meaning_of_part:
 * @text: a text
 * @part: index of a part
 *
 * Returns: (transfer full): what it says with all parts inside it, comparable;
 *   the order of lines and parts does not matter
 */
char *
pln_ical_meaning_of_part (PlnIcalText *text,
                          guint        part)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *said = g_string_new (pln_ical_text_get_part (text, part)->name);

  add_lines (lines, text, part);
  add_parts (lines, text, part);
  g_string_append (said, "{");
  append_sorted (said, lines);
  g_string_append (said, "}");

  return g_string_free (said, FALSE);
}

static char *
meaning_of_text (PlnIcalText *text)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *said = g_string_new (NULL);

  add_parts (parts, text, -1);
  append_sorted (said, parts);

  return g_string_free (said, FALSE);
}

/**
 * pln_ical_same_meaning:
 * @a: a text
 * @b: a text
 *
 * Compares by meaning: unfolded, names upper case, parameters as a set, quotes
 * and escapes removed, times and addresses normalised, lines in any order.
 * Texts that are no calendars are compared byte for byte.
 *
 * Returns: %TRUE if they say the same
 */
gboolean
pln_ical_same_meaning (GBytes *a,
                       GBytes *b)
{
  g_autoptr(PlnIcalText) text_a = NULL;
  g_autoptr(PlnIcalText) text_b = NULL;
  g_autofree char *meaning_a = NULL;
  g_autofree char *meaning_b = NULL;

  if (g_bytes_equal (a, b))
    return TRUE;

  text_a = pln_ical_text_new (a, NULL);
  text_b = pln_ical_text_new (b, NULL);
  if (text_a == NULL || text_b == NULL)
    return FALSE;

  meaning_a = meaning_of_text (text_a);
  meaning_b = meaning_of_text (text_b);

  return g_str_equal (meaning_a, meaning_b);
}
