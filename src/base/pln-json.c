/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-json.h"

/**
 * PlnJson:
 *
 * Writes one JSON object (RFC 8259), member by member, in one line.
 */
struct _PlnJson
{
  GString *text;
  GString *closing; /* the brackets that are open, innermost last */
  gboolean is_first;
};

/**
 * pln_json_new:
 *
 * Returns: (transfer full): an object that is open, to be ended by
 *   pln_json_end()
 */
PlnJson *
pln_json_new (void)
{
  PlnJson *json = g_new0 (PlnJson, 1);

  json->text = g_string_new ("{");
  json->closing = g_string_new ("}");
  json->is_first = TRUE;

  return json;
}

/**
 * pln_json_end:
 * @json: (transfer full): an object
 *
 * Closes all that is open.
 *
 * Returns: (transfer full): the text
 */
char *
pln_json_end (PlnJson *json)
{
  char *text;

  while (json->closing->len > 0)
    pln_json_close (json);

  text = g_string_free (json->text, FALSE);
  g_string_free (json->closing, TRUE);
  g_free (json);

  return text;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *at = valid; *at != '\0'; at++)
    {
      guchar c = (guchar) *at;

      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else if (c == '\n')
        g_string_append (text, "\\n");
      else if (c < 0x20 || c == 0x7f)
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

/* Comma and key, after which the value follows. */
static void
begin (PlnJson    *json,
       const char *key)
{
  if (!json->is_first)
    g_string_append (json->text, ", ");
  json->is_first = FALSE;
  if (key == NULL)
    return;

  append_quoted (json->text, key);
  g_string_append (json->text, ": ");
}

/**
 * pln_json_open:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @bracket: `{` or `[`
 *
 * Begins an object or an array within what is open.
 */
void
pln_json_open (PlnJson    *json,
               const char *key,
               char        bracket)
{
  begin (json, key);
  g_string_append_c (json->text, bracket);
  g_string_append_c (json->closing, bracket == '{' ? '}' : ']');
  json->is_first = TRUE;
}

/**
 * pln_json_close:
 * @json: an object
 *
 * Ends what was opened last.
 */
void
pln_json_close (PlnJson *json)
{
  g_assert (json->closing->len > 0);

  g_string_append_c (json->text, json->closing->str[json->closing->len - 1]);
  g_string_truncate (json->closing, json->closing->len - 1);
  json->is_first = FALSE;
}

/**
 * pln_json_text:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @value: (nullable): the text
 */
void
pln_json_text (PlnJson    *json,
               const char *key,
               const char *value)
{
  begin (json, key);
  if (value != NULL)
    append_quoted (json->text, value);
  else
    g_string_append (json->text, "null");
}

/**
 * pln_json_texts:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @values: (array zero-terminated=1): texts
 */
void
pln_json_texts (PlnJson           *json,
                const char        *key,
                const char *const *values)
{
  pln_json_open (json, key, '[');
  for (; *values != NULL; values++)
    pln_json_text (json, NULL, *values);
  pln_json_close (json);
}

/**
 * pln_json_number:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @value: the number
 */
void
pln_json_number (PlnJson    *json,
                 const char *key,
                 gint64      value)
{
  begin (json, key);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, value);
}

/**
 * pln_json_seconds:
 * @json: an object
 * @key: the key
 * @value: seconds; written to the millisecond, whatever the locale says
 */
void
pln_json_seconds (PlnJson    *json,
                  const char *key,
                  double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin (json, key);
  g_string_append (json->text, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

/**
 * pln_json_truth:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @value: whether it is true
 */
void
pln_json_truth (PlnJson    *json,
                const char *key,
                gboolean    value)
{
  begin (json, key);
  g_string_append (json->text, value ? "true" : "false");
}

/**
 * pln_json_time:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @value: (nullable): the time, written by RFC 3339 with its offset
 */
void
pln_json_time (PlnJson    *json,
               const char *key,
               GDateTime  *value)
{
  g_autofree char *text = value != NULL ? g_date_time_format (value, "%FT%T%:z") : NULL;

  pln_json_text (json, key, text);
}
