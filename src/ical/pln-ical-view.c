/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-view.h"

#include "pln-ical-line.h"

#include <glib/gi18n.h>
#include <string.h>

/* RFC 5545 allows letters, digits and the hyphen; underscore and dot are met. */
static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.';
}

/* The end of one parameter value that begins at @at. A quote that is never
 * closed is an ordinary character: better a strange name than a lost address. */
static const char *
skip_value (const char *at,
            const char *end)
{
  const char *closing;

  if (at < end && *at == '"' && (closing = memchr (at + 1, '"', end - at - 1)) != NULL)
    at = closing + 1;
  while (at < end && *at != ',' && *at != ';' && *at != ':')
    at++;

  return at;
}

/* One parameter; @at stands behind its `;`, and then at the `;` or `:` that
 * follows it. The values, quotes and commas and all, have no address if there
 * is no `=`. */
static gboolean
skip_parameter (const char   **at,
                const char    *end,
                PlnIcalSlice  *name,
                PlnIcalSlice  *values)
{
  name->at = *at;
  while (*at < end && is_name_char (**at))
    (*at)++;
  name->length = *at - name->at;
  *values = (PlnIcalSlice) { NULL, 0 };

  if (name->length == 0 || *at == end)
    return FALSE;
  if (**at != '=')
    return **at == ';' || **at == ':';

  values->at = ++(*at);
  while ((*at = skip_value (*at, end)) < end && **at == ',')
    (*at)++;
  values->length = *at - values->at;

  return TRUE;
}

static gboolean
fail (GError       **error,
      PlnIcalError   code,
      const char    *sentence)
{
  g_set_error_literal (error, PLN_ICAL_ERROR, code, sentence);
  return FALSE;
}

/**
 * pln_ical_view_init:
 * @view: (out): a view
 * @unfolded: (array length=length): one content line, without folds and line end
 * @length: the size of @unfolded, in bytes
 * @error: return location for a [error@IcalError]: `BROKEN`, or `LIMIT` with
 *   more than 100 parameters; its message says what is wrong with “it”
 *
 * Finds name, parameters and value of a content line (RFC 5545, 3.1). It
 * allocates nothing; the view is valid as long as @unfolded.
 *
 * Returns: %TRUE if it is a content line
 */
gboolean
pln_ical_view_init (PlnIcalView  *view,
                    const char   *unfolded,
                    gsize         length,
                    GError      **error)
{
  const char *end = unfolded + length;
  const char *at = unfolded;
  guint n_parameters = 0;
  PlnIcalSlice name;
  PlnIcalSlice values;

  while (at < end && is_name_char (*at))
    at++;
  view->name = (PlnIcalSlice) { unfolded, at - unfolded };
  if (at == unfolded)
    return fail (error, PLN_ICAL_ERROR_BROKEN, _("It does not begin with a name."));

  view->parameters.at = at;
  while (at < end && *at == ';')
    {
      at++;
      if (++n_parameters > PLN_ICAL_MAX_PARAMETERS)
        return fail (error, PLN_ICAL_ERROR_LIMIT, _("It has too many parameters."));
      if (!skip_parameter (&at, end, &name, &values))
        return fail (error, PLN_ICAL_ERROR_BROKEN, _("One of its parameters is broken."));
    }
  view->parameters.length = at - view->parameters.at;
  if (at == end || *at != ':')
    return fail (error, PLN_ICAL_ERROR_BROKEN, _("There is no colon behind its name."));

  view->value = (PlnIcalSlice) { at + 1, end - at - 1 };

  return TRUE;
}

/**
 * pln_ical_view_next:
 * @view: a view
 * @rest: (inout): where the walk is; its address is %NULL to begin
 * @name: (out): the name of the next parameter, in any case
 * @values: (out): its values as they stand, for [func@ical_values_next]; the
 *   address is %NULL if there is no `=`
 *
 * Walks over the parameters of a line.
 *
 * Returns: %FALSE if there are no more
 */
gboolean
pln_ical_view_next (const PlnIcalView *view,
                    PlnIcalSlice      *rest,
                    PlnIcalSlice      *name,
                    PlnIcalSlice      *values)
{
  const char *end = view->value.at; /* with the colon, at which values end */

  if (rest->at == NULL)
    *rest = view->parameters;
  if (rest->length == 0)
    return FALSE;

  rest->at++; /* the semicolon */
  skip_parameter (&rest->at, end, name, values);
  rest->length = view->parameters.at + view->parameters.length - rest->at;

  return TRUE;
}

/**
 * pln_ical_view_find:
 * @view: a view
 * @parameter: the name of a parameter
 * @value: (out): its first value, without quotes, RFC 6868 not undone
 *
 * Returns: %TRUE if the line has that parameter
 */
gboolean
pln_ical_view_find (const PlnIcalView *view,
                    const char        *parameter,
                    PlnIcalSlice      *value)
{
  PlnIcalSlice rest = { NULL, 0 };
  PlnIcalSlice name;
  PlnIcalSlice values;

  while (pln_ical_view_next (view, &rest, &name, &values))
    if (pln_ical_slice_is (&name, parameter))
      {
        if (!pln_ical_values_next (&values, value))
          *value = (PlnIcalSlice) { "", 0 };
        if (value->length >= 2 && value->at[0] == '"' && value->at[value->length - 1] == '"')
          *value = (PlnIcalSlice) { value->at + 1, value->length - 2 };
        return TRUE;
      }

  return FALSE;
}

/**
 * pln_ical_view_dup_parameter:
 * @view: a view
 * @parameter: the name of a parameter
 *
 * Returns: (transfer full) (nullable): its first value, without quotes, RFC
 *   6868 undone, valid UTF-8; or %NULL if the line does not have it
 */
char *
pln_ical_view_dup_parameter (const PlnIcalView *view,
                             const char        *parameter)
{
  PlnIcalSlice value;

  return pln_ical_view_find (view, parameter, &value) ? pln_ical_values_decode (&value) : NULL;
}

/**
 * pln_ical_view_dup_value:
 * @view: a view
 *
 * Returns: (transfer full): the value as it stands, but valid UTF-8
 */
char *
pln_ical_view_dup_value (const PlnIcalView *view)
{
  return pln_ical_slice_dup (&view->value);
}

/**
 * pln_ical_view_dup_text:
 * @view: a view
 *
 * Returns: (transfer full): the value with its escapes undone (RFC 5545,
 *   3.3.11), valid UTF-8; a bare `,` or `;` is itself
 */
char *
pln_ical_view_dup_text (const PlnIcalView *view)
{
  g_autofree char *value = NULL;

  if (memchr (view->value.at, '\\', view->value.length) == NULL)
    return pln_ical_slice_dup (&view->value);

  value = pln_ical_slice_dup (&view->value);

  return pln_ical_unescape (value, -1);
}

/**
 * pln_ical_slice_is:
 * @slice: some bytes
 * @text: ASCII text
 *
 * Returns: %TRUE if they are the same but for the case of letters
 */
gboolean
pln_ical_slice_is (const PlnIcalSlice *slice,
                   const char         *text)
{
  return strlen (text) == slice->length
         && g_ascii_strncasecmp (slice->at, text, slice->length) == 0;
}

/**
 * pln_ical_slice_dup:
 * @slice: some bytes
 *
 * Returns: (transfer full): a copy that is valid UTF-8, without NUL
 */
char *
pln_ical_slice_dup (const PlnIcalSlice *slice)
{
  if (g_utf8_validate_len (slice->at, slice->length, NULL))
    return g_strndup (slice->at, slice->length);

  return g_utf8_make_valid (slice->at, slice->length);
}

/**
 * pln_ical_values_next:
 * @values: (inout): the values of a parameter that are left
 * @value: (out): the next one as it stands, quotes and all
 *
 * Takes the next value from a list such as `"a,b",c` (RFC 5545, 3.2.4, 3.2.5,
 * 3.2.11).
 *
 * Returns: %FALSE if there are no more
 */
gboolean
pln_ical_values_next (PlnIcalSlice *values,
                      PlnIcalSlice *value)
{
  const char *end;

  if (values->at == NULL)
    return FALSE;

  end = values->at + values->length;

  /* The end of all values is a `;` or `:`, so that skip_value() is as far as
   * in skip_parameter(). */
  value->at = values->at;
  value->length = skip_value (values->at, end) - values->at;
  values->at += value->length;
  if (values->at < end)
    *values = (PlnIcalSlice) { values->at + 1, end - values->at - 1 }; /* behind the comma */
  else
    *values = (PlnIcalSlice) { NULL, 0 };

  return TRUE;
}

/**
 * pln_ical_values_decode:
 * @value: one value of a parameter as it stands
 *
 * Returns: (transfer full): the value without quotes, RFC 6868 undone, valid
 *   UTF-8
 */
char *
pln_ical_values_decode (const PlnIcalSlice *value)
{
  PlnIcalSlice plain = *value;
  const char *closing = NULL;
  GString *text;
  g_autofree char *valid = NULL;

  if (value->length >= 2 && value->at[0] == '"')
    closing = memchr (value->at + 1, '"', value->length - 1);
  if (closing == value->at + value->length - 1)
    {
      plain = (PlnIcalSlice) { value->at + 1, value->length - 2 };
      closing = NULL;
    }
  if (closing == NULL && memchr (plain.at, '^', plain.length) == NULL)
    return pln_ical_slice_dup (&plain);

  valid = pln_ical_slice_dup (&plain);
  text = g_string_sized_new (plain.length);
  if (closing != NULL) /* text behind the quotes belongs to it */
    {
      char *second = strchr (valid + 1, '"');

      memmove (second, second + 1, strlen (second));
      memmove (valid, valid + 1, strlen (valid));
    }

  for (const char *at = valid; *at != '\0'; at++)
    {
      if (*at != '^')
        g_string_append_c (text, *at);
      else if (at[1] == 'n')
        g_string_append_c (text, '\n'), at++;
      else if (at[1] == '\'')
        g_string_append_c (text, '"'), at++;
      else if (at[1] == '^')
        g_string_append_c (text, '^'), at++;
      else
        g_string_append_c (text, '^'); /* RFC 6868, 3.1: left as it is */
    }

  return g_string_free (text, FALSE);
}
