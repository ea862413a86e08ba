/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-line.h"

#include "pln-ical-fold.h"

#include <glib/gi18n.h>
#include <string.h>

static void
parameter_free (gpointer data)
{
  PlnIcalParameter *parameter = data;

  g_free (parameter->name);
  g_strfreev (parameter->values);
  g_free (parameter);
}

static PlnIcalLine *
line_new (char *name,
          char *value)
{
  PlnIcalLine *line = g_new (PlnIcalLine, 1);

  line->name = name;
  line->parameters = g_ptr_array_new_with_free_func (parameter_free);
  line->value = value;

  return line;
}

static void
append_escaped (GString    *value,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (value, '\\');
        g_string_append_c (value, *at);
        break;
      case '\r':
        if (at[1] == '\n')
          at++;
        G_GNUC_FALLTHROUGH;
      case '\n':
        g_string_append (value, "\\n");
        break;
      default:
        g_string_append_c (value, *at);
      }
}

/* RFC 5545, 3.1: CONTROL is all but the tab. */
static gboolean
is_control (char c)
{
  return ((guchar) c < 0x20 && c != '\t') || c == 0x7f;
}

static gboolean
refuse (GError     **error,
        const char  *name,
        const char  *why)
{
  g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
               /* Translators: the second %s is a sentence that says why. */
               _("“%s” was not written. %s"), name, why);
  return FALSE;
}

static gboolean
check_text (const char  *text,
            gboolean     lines,
            const char  *name,
            GError     **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, name, _("Its text is not valid UTF-8."));
  for (const char *at = text; *at != '\0'; at++)
    if (is_control (*at) && !(lines && *at == '\n'))
      return refuse (error, name, _("Its text holds a control character; remove it and try again."));

  return TRUE;
}

static gboolean
check_name (const char  *name,
            GError     **error)
{
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.", *at) == NULL)
      return refuse (error, name, _("This is not a name."));

  return *name != '\0' || refuse (error, name, _("This is not a name."));
}

static gboolean
needs_quotes (const char *value)
{
  if (*value == '\0')
    return TRUE;
  for (const char *at = value; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.+/@", *at) == NULL)
      return TRUE;

  return FALSE;
}

static void
append_parameter_value (GString    *unfolded,
                        const char *value)
{
  gboolean quoted = needs_quotes (value);

  if (quoted)
    g_string_append_c (unfolded, '"');
  for (const char *at = value; *at != '\0'; at++)
    switch (*at) /* RFC 6868, 3 */
      {
      case '\n':
        g_string_append (unfolded, "^n");
        break;
      case '"':
        g_string_append (unfolded, "^'");
        break;
      case '^':
        g_string_append (unfolded, "^^");
        break;
      default:
        g_string_append_c (unfolded, *at);
      }
  if (quoted)
    g_string_append_c (unfolded, '"');
}

static PlnIcalParameter *
parameter_parse (const PlnIcalSlice *name,
                 PlnIcalSlice        values)
{
  PlnIcalParameter *parameter = g_new (PlnIcalParameter, 1);
  g_autoptr(GPtrArray) decoded = g_ptr_array_new ();
  PlnIcalSlice value;

  while (pln_ical_values_next (&values, &value))
    g_ptr_array_add (decoded, pln_ical_values_decode (&value));
  g_ptr_array_add (decoded, NULL);

  parameter->name = g_ascii_strup (name->at, name->length);
  parameter->values = (char **) g_ptr_array_free (g_steal_pointer (&decoded), FALSE);

  return parameter;
}

static guint
find_parameter (const PlnIcalLine *line,
                const char        *name)
{
  guint i;

  for (i = 0; i < line->parameters->len; i++)
    {
      const PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i);

      if (g_ascii_strcasecmp (parameter->name, name) == 0)
        break;
    }

  return i;
}

/**
 * pln_ical_line_new:
 * @name: the property's name, in any case
 * @value: the value as it shall stand in the text
 *
 * Returns: (transfer full): a line without parameters
 */
PlnIcalLine *
pln_ical_line_new (const char *name,
                   const char *value)
{
  return line_new (g_ascii_strup (name, -1), g_strdup (value));
}

/**
 * pln_ical_line_new_text:
 * @name: the property's name, in any case
 * @text: what the value says
 *
 * Returns: (transfer full): a line whose value is @text, escaped (RFC 5545,
 *   3.3.11)
 */
PlnIcalLine *
pln_ical_line_new_text (const char *name,
                        const char *text)
{
  return line_new (g_ascii_strup (name, -1), pln_ical_escape (text));
}

/**
 * pln_ical_line_new_list:
 * @name: the property's name, in any case
 * @texts: (array zero-terminated=1): what the values say
 *
 * Returns: (transfer full): a line with a list of texts, each escaped, such as
 *   CATEGORIES
 */
PlnIcalLine *
pln_ical_line_new_list (const char        *name,
                        const char *const *texts)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (value, ',');
      append_escaped (value, texts[i]);
    }

  return line_new (g_ascii_strup (name, -1), g_string_free (value, FALSE));
}

/**
 * pln_ical_line_copy:
 * @line: a line
 *
 * Returns: (transfer full): a line that says the same
 */
PlnIcalLine *
pln_ical_line_copy (const PlnIcalLine *line)
{
  PlnIcalLine *copy = line_new (g_strdup (line->name), g_strdup (line->value));

  for (guint i = 0; i < line->parameters->len; i++)
    {
      const PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i);
      PlnIcalParameter *same = g_new (PlnIcalParameter, 1);

      same->name = g_strdup (parameter->name);
      same->values = g_strdupv (parameter->values);
      g_ptr_array_add (copy->parameters, same);
    }

  return copy;
}

void
pln_ical_line_free (PlnIcalLine *line)
{
  if (line == NULL)
    return;

  g_free (line->name);
  g_ptr_array_unref (line->parameters);
  g_free (line->value);
  g_free (line);
}

/**
 * pln_ical_line_new_from_view:
 * @view: a view
 *
 * Returns: (transfer full): the line that is looked at, taken apart
 */
PlnIcalLine *
pln_ical_line_new_from_view (const PlnIcalView *view)
{
  PlnIcalLine *line = line_new (g_ascii_strup (view->name.at, view->name.length),
                                pln_ical_view_dup_value (view));
  PlnIcalSlice rest = { NULL, 0 };
  PlnIcalSlice name;
  PlnIcalSlice values;

  while (pln_ical_view_next (view, &rest, &name, &values))
    g_ptr_array_add (line->parameters, parameter_parse (&name, values));

  return line;
}

/**
 * pln_ical_line_parse:
 * @unfolded: (array length=length): one content line, without folds and line end
 * @length: the size of @unfolded, in bytes
 * @error: return location for a [error@IcalError]
 *
 * Takes a content line apart (RFC 5545, 3.1): lists of values in parameters
 * are split, quotes and RFC 6868 undone. What is not UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): a line, or %NULL on error
 */
PlnIcalLine *
pln_ical_line_parse (const char  *unfolded,
                     gsize        length,
                     GError     **error)
{
  PlnIcalView view;

  if (length > PLN_ICAL_MAX_LINE)
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT,
                           _("It has a line that is too long."));
      return NULL;
    }
  if (!pln_ical_view_init (&view, unfolded, length, error))
    return NULL;

  return pln_ical_line_new_from_view (&view);
}

/**
 * pln_ical_line_append_parameter:
 * @unfolded: the beginning of a line
 * @line_name: the name of the line, for the error
 * @parameter: the name of the parameter
 * @values: (array zero-terminated=1): its values, as they are meant
 * @error: return location for a [error@IcalError]: `REFUSED`
 *
 * Appends one parameter, quoted and by RFC 6868.
 *
 * Returns: %TRUE if it may be written
 */
gboolean
pln_ical_line_append_parameter (GString            *unfolded,
                                const char         *line_name,
                                const char         *parameter,
                                const char *const  *values,
                                GError            **error)
{
  if (!check_name (parameter, error))
    return FALSE;

  g_string_append_c (unfolded, ';');
  g_string_append (unfolded, parameter);
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (!check_text (values[i], TRUE, line_name, error))
        return FALSE;
      g_string_append_c (unfolded, i == 0 ? '=' : ',');
      append_parameter_value (unfolded, values[i]);
    }

  return TRUE;
}

/**
 * pln_ical_line_write_unfolded:
 * @line: a line
 * @error: return location for a [error@IcalError]: `REFUSED`
 *
 * Returns: (transfer full): the line as [func@line_write] makes it, without
 *   folds and line end, or %NULL on error
 */
char *
pln_ical_line_write_unfolded (const PlnIcalLine  *line,
                              GError            **error)
{
  g_autoptr(GString) unfolded = g_string_new (line->name);

  if (!check_name (line->name, error))
    return NULL;
  if (line->parameters->len > PLN_ICAL_MAX_PARAMETERS)
    return refuse (error, line->name, _("It has too many parameters.")), NULL;

  for (guint i = 0; i < line->parameters->len; i++)
    {
      const PlnIcalParameter *parameter = g_ptr_array_index (line->parameters, i);

      if (!pln_ical_line_append_parameter (unfolded, line->name, parameter->name,
                                           (const char *const *) parameter->values, error))
        return NULL;
    }

  if (!check_text (line->value, FALSE, line->name, error))
    return NULL;
  g_string_append_c (unfolded, ':');
  g_string_append (unfolded, line->value);
  if (unfolded->len > PLN_ICAL_MAX_LINE)
    return refuse (error, line->name, _("Its text is too long; shorten it and try again.")), NULL;

  return g_string_free (g_steal_pointer (&unfolded), FALSE);
}

/**
 * pln_ical_line_write:
 * @line: a line
 * @error: return location for a [error@IcalError]: `REFUSED` if the line holds
 *   control characters, such as a line end that would begin another line
 *
 * Writes a line so that every program reads it: parameter values quoted where
 * they are more than a word, RFC 6868, folded at 75 octets, CRLF.
 *
 * Returns: (transfer full): the raw line, or %NULL on error
 */
char *
pln_ical_line_write (const PlnIcalLine  *line,
                     GError            **error)
{
  g_autofree char *unfolded = pln_ical_line_write_unfolded (line, error);
  GString *raw;

  if (unfolded == NULL)
    return NULL;

  raw = g_string_new (NULL);
  pln_ical_fold_append (raw, unfolded, strlen (unfolded), "\r\n");

  return g_string_free (raw, FALSE);
}

/**
 * pln_ical_line_get_parameter:
 * @line: a line
 * @name: the name of a parameter
 *
 * Returns: (nullable): its first value; "" if it has none; %NULL if the line
 *   does not have it
 */
const char *
pln_ical_line_get_parameter (const PlnIcalLine *line,
                             const char        *name)
{
  guint at = find_parameter (line, name);
  const PlnIcalParameter *parameter;

  if (at == line->parameters->len)
    return NULL;
  parameter = g_ptr_array_index (line->parameters, at);

  return parameter->values[0] != NULL ? parameter->values[0] : "";
}

/**
 * pln_ical_line_set_parameter:
 * @line: a line
 * @name: the name of a parameter
 * @value: (nullable): its one value; %NULL removes the parameter
 */
void
pln_ical_line_set_parameter (PlnIcalLine *line,
                             const char  *name,
                             const char  *value)
{
  const char *values[] = { value, NULL };

  pln_ical_line_set_parameter_list (line, name, value != NULL ? values : NULL);
}

/**
 * pln_ical_line_set_parameter_list:
 * @line: a line
 * @name: the name of a parameter
 * @values: (nullable) (array zero-terminated=1): its values; %NULL removes
 *   the parameter
 */
void
pln_ical_line_set_parameter_list (PlnIcalLine       *line,
                                  const char        *name,
                                  const char *const *values)
{
  guint at = find_parameter (line, name);
  PlnIcalParameter *parameter;

  if (values == NULL)
    {
      if (at < line->parameters->len)
        g_ptr_array_remove_index (line->parameters, at);
      return;
    }

  if (at == line->parameters->len)
    {
      parameter = g_new0 (PlnIcalParameter, 1);
      parameter->name = g_ascii_strup (name, -1);
      g_ptr_array_add (line->parameters, parameter);
    }
  parameter = g_ptr_array_index (line->parameters, at);
  g_strfreev (parameter->values);
  parameter->values = g_strdupv ((char **) values);
}

/**
 * pln_ical_line_get_text:
 * @line: a line
 *
 * Returns: (transfer full): what its value says; a bare `,` or `;` is itself
 */
char *
pln_ical_line_get_text (const PlnIcalLine *line)
{
  return pln_ical_unescape (line->value, -1);
}

/**
 * pln_ical_line_get_list:
 * @line: a line with a list of texts, such as CATEGORIES
 *
 * Returns: (transfer full) (array zero-terminated=1): what its values say,
 *   split at the commas that are not escaped; none if the value is empty
 */
char **
pln_ical_line_get_list (const PlnIcalLine *line)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  const char *start = line->value;
  const char *at;

  for (at = start; *at != '\0'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
    else if (*at == ',')
      {
        g_ptr_array_add (texts, pln_ical_unescape (start, at - start));
        start = at + 1;
      }
  if (*line->value != '\0')
    g_ptr_array_add (texts, pln_ical_unescape (start, at - start));
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/**
 * pln_ical_escape:
 * @text: any text
 *
 * Returns: (transfer full): @text as a value of the type TEXT (RFC 5545,
 *   3.3.11)
 */
char *
pln_ical_escape (const char *text)
{
  GString *value = g_string_sized_new (strlen (text));

  append_escaped (value, text);

  return g_string_free (value, FALSE);
}

/**
 * pln_ical_unescape:
 * @value: a value of the type TEXT
 * @length: the size of @value, in bytes, or -1 if it ends in NUL
 *
 * Returns: (transfer full): what the value says; a backslash that escapes
 *   nothing stays
 */
char *
pln_ical_unescape (const char *value,
                   gssize      length)
{
  const char *end = value + (length >= 0 ? (gsize) length : strlen (value));
  GString *text = g_string_sized_new (end - value);

  for (const char *at = value; at < end; at++)
    if (*at != '\\' || at + 1 == end)
      g_string_append_c (text, *at);
    else if (at[1] == 'n' || at[1] == 'N')
      g_string_append_c (text, '\n'), at++;
    else if (strchr ("\\;,:\"", at[1]) != NULL && at[1] != '\0') /* the last two as some write them */
      g_string_append_c (text, *++at);
    else
      g_string_append_c (text, '\\');

  return g_string_free (text, FALSE);
}

/**
 * pln_ical_address_key:
 * @value: the value of an ATTENDEE or ORGANIZER, or an address
 *
 * Makes an address comparable: without `mailto:`, percent-decoded, case
 * folded. The key of a key is itself.
 *
 * Returns: (transfer full): "mailto:%41da@X.org" → "ada@x.org"
 */
char *
pln_ical_address_key (const char *value)
{
  g_autofree char *address = g_strstrip (g_strdup (value));
  g_autofree char *decoded = NULL;

  if (g_ascii_strncasecmp (address, "mailto:", strlen ("mailto:")) == 0)
    {
      const char *local = address + strlen ("mailto:");

      decoded = strchr (local, '%') != NULL ? g_uri_unescape_string (local, NULL) : NULL;
      if (decoded == NULL) /* nothing to decode, or not to be decoded */
        decoded = g_strdup (local);
      g_strstrip (decoded);
    }
  else
    decoded = g_steal_pointer (&address);

  if (g_str_is_ascii (decoded) || !g_utf8_validate (decoded, -1, NULL))
    return g_ascii_strdown (decoded, -1);

  return g_utf8_casefold (decoded, -1);
}
