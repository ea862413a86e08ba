/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-markup.h"

struct _PlnMarkup
{
  GString   *text;
  GPtrArray *open;         /* names of elements; static */
  gboolean   is_indented;
  gboolean   has_elements; /* what ended last was an element */
};

/**
 * pln_markup_new:
 * @head: what comes first, such as the XML declaration
 * @is_indented: whether each element begins a line
 *
 * Returns: (transfer full): a document, to be ended by pln_markup_finish()
 */
PlnMarkup *
pln_markup_new (const char *head,
                gboolean    is_indented)
{
  PlnMarkup *markup = g_new0 (PlnMarkup, 1);

  markup->text = g_string_new (head);
  markup->open = g_ptr_array_new ();
  markup->is_indented = is_indented;

  return markup;
}

/* What XML 1.0, 2.2 allows, without the controls that nobody shows. */
static gboolean
may_stand (gunichar c)
{
  return c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7f) || (c > 0x9f && c != 0xfffe && c != 0xffff);
}

static void
append_escaped (GString    *text,
                const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      switch (c)
        {
        case '&':
          g_string_append (text, "&amp;");
          break;
        case '<':
          g_string_append (text, "&lt;");
          break;
        case '>':
          g_string_append (text, "&gt;");
          break;
        case '"':
          g_string_append (text, "&quot;");
          break;
        default:
          if (may_stand (c))
            g_string_append_unichar (text, c);
        }
    }
}

static void
begin_line (PlnMarkup *markup)
{
  if (!markup->is_indented)
    return;

  g_string_append_c (markup->text, '\n');
  for (guint i = 0; i < markup->open->len; i++)
    g_string_append (markup->text, "  ");
}

/* Attributes: name and value in turns; without a value there is no attribute. */
static void
append_tag (PlnMarkup  *markup,
            const char *element,
            va_list     attributes)
{
  begin_line (markup);
  g_string_append_printf (markup->text, "<%s", element);
  for (const char *name = va_arg (attributes, const char *); name != NULL; name = va_arg (attributes, const char *))
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_printf (markup->text, " %s=\"", name);
      append_escaped (markup->text, value);
      g_string_append_c (markup->text, '"');
    }
}

static void
begin (PlnMarkup  *markup,
       const char *element,
       va_list     attributes)
{
  append_tag (markup, element, attributes);
  g_string_append_c (markup->text, '>');
  g_ptr_array_add (markup->open, (char *) element);
  markup->has_elements = FALSE;
}

/**
 * pln_markup_begin:
 * @markup: a document
 * @element: the name of an element; a static string
 * @...: names of attributes and their values in turns, then %NULL; an
 *   attribute whose value is %NULL is left out
 *
 * Begins an element, which [func@markup_end] ends.
 */
void
pln_markup_begin (PlnMarkup  *markup,
                  const char *element,
                  ...)
{
  va_list attributes;

  va_start (attributes, element);
  begin (markup, element, attributes);
  va_end (attributes);
}

/**
 * pln_markup_end:
 * @markup: a document
 *
 * Ends the element that was begun last.
 */
void
pln_markup_end (PlnMarkup *markup)
{
  const char *element = g_ptr_array_steal_index (markup->open, markup->open->len - 1);

  if (markup->has_elements)
    begin_line (markup);
  g_string_append_printf (markup->text, "</%s>", element);
  markup->has_elements = TRUE;
}

/**
 * pln_markup_text:
 * @markup: a document
 * @text: any text; what is no character of XML is left out
 */
void
pln_markup_text (PlnMarkup  *markup,
                 const char *text)
{
  append_escaped (markup->text, text);
}

/**
 * pln_markup_raw:
 * @markup: a document
 * @text: text that is written as it is: known to hold no markup of others
 */
void
pln_markup_raw (PlnMarkup  *markup,
                const char *text)
{
  g_string_append (markup->text, text);
}

/**
 * pln_markup_element:
 * @markup: a document
 * @element: the name of an element
 * @text: what is in it
 * @...: attributes, as in [func@markup_begin]
 *
 * Writes an element that holds text only.
 */
void
pln_markup_element (PlnMarkup  *markup,
                    const char *element,
                    const char *text,
                    ...)
{
  va_list attributes;

  va_start (attributes, text);
  begin (markup, element, attributes);
  va_end (attributes);
  append_escaped (markup->text, text);
  pln_markup_end (markup);
}

/**
 * pln_markup_empty:
 * @markup: a document
 * @element: the name of an element
 * @...: attributes, as in [func@markup_begin]
 *
 * Writes an element that holds nothing.
 */
void
pln_markup_empty (PlnMarkup  *markup,
                  const char *element,
                  ...)
{
  va_list attributes;

  va_start (attributes, element);
  append_tag (markup, element, attributes);
  va_end (attributes);
  g_string_append (markup->text, "/>");
  markup->has_elements = TRUE;
}

/**
 * pln_markup_finish:
 * @markup: (transfer full): a document whose elements are all ended
 *
 * Returns: (transfer full): the document, in UTF-8
 */
GBytes *
pln_markup_finish (PlnMarkup *markup)
{
  GString *text = markup->text;

  g_assert (markup->open->len == 0);

  g_string_append_c (text, '\n');
  g_ptr_array_unref (markup->open);
  g_free (markup);

  return g_string_free_to_bytes (text);
}
