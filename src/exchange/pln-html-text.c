/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-html-text.h"

#include <string.h>

#define LONGEST_TAG  4096 /* bytes; what is longer is no tag */
#define LONGEST_NAME 12
#define LONGEST_REFERENCE 10

/* What a tag does to the text around it. */
typedef enum
{
  EFFECT_NONE,
  EFFECT_LINE,      /* begins a new line */
  EFFECT_PARAGRAPH, /* stands by itself */
  EFFECT_ITEM,      /* begins a line with a bullet */
  EFFECT_LINK,      /* is followed by its address */
  EFFECT_HIDDEN,    /* is not shown, with all that is in it */
} Effect;

static const struct
{
  const char *name;
  Effect      effect;
} tags[] = {
  { "a", EFFECT_LINK }, { "b", EFFECT_NONE }, { "blockquote", EFFECT_PARAGRAPH }, { "br", EFFECT_LINE },
  { "code", EFFECT_NONE }, { "div", EFFECT_LINE }, { "em", EFFECT_NONE }, { "h1", EFFECT_PARAGRAPH },
  { "h2", EFFECT_PARAGRAPH }, { "h3", EFFECT_PARAGRAPH }, { "h4", EFFECT_PARAGRAPH }, { "h5", EFFECT_PARAGRAPH },
  { "h6", EFFECT_PARAGRAPH }, { "hr", EFFECT_PARAGRAPH }, { "i", EFFECT_NONE }, { "img", EFFECT_NONE },
  { "li", EFFECT_ITEM }, { "ol", EFFECT_PARAGRAPH }, { "p", EFFECT_PARAGRAPH }, { "pre", EFFECT_PARAGRAPH },
  { "s", EFFECT_NONE }, { "script", EFFECT_HIDDEN }, { "span", EFFECT_NONE }, { "strong", EFFECT_NONE },
  { "style", EFFECT_HIDDEN }, { "sub", EFFECT_NONE }, { "sup", EFFECT_NONE }, { "table", EFFECT_PARAGRAPH },
  { "tr", EFFECT_LINE }, { "tt", EFFECT_NONE }, { "u", EFFECT_NONE }, { "ul", EFFECT_PARAGRAPH },
};

typedef struct
{
  Effect      effect;
  gboolean    ends;  /* </p> */
  const char *from;  /* behind its name */
  const char *after; /* behind its “>” */
} Tag;

typedef struct
{
  GString  *out;
  guint     hidden;  /* so many hidden elements are open */
  gboolean  blank;   /* a blank is due before the next word */
  guint     breaks;  /* so many line ends are due */
  char     *href;    /* of the link that is open, or NULL */
  gsize     linked;  /* where its text begins */
} Rendering;

static gboolean
find_effect (const char *name,
             gsize       length,
             Effect     *effect)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strlen (tags[i].name) == length && g_ascii_strncasecmp (tags[i].name, name, length) == 0)
      {
        *effect = tags[i].effect;
        return TRUE;
      }

  return FALSE;
}

/* at: a “<”. What is no tag that is known here stays as it is. */
static gboolean
read_tag (const char *at,
          Tag        *tag)
{
  gsize length = 0;
  const char *name;
  const char *end;

  tag->ends = at[1] == '/';
  name = at + (tag->ends ? 2 : 1);
  while (length < LONGEST_NAME && g_ascii_isalnum (name[length]))
    length++;
  tag->from = name + length;
  if (length == 0 || !find_effect (name, length, &tag->effect) || strchr (" \t\r\n/>", *tag->from) == NULL)
    return FALSE;

  end = memchr (tag->from, '>', strnlen (tag->from, LONGEST_TAG));
  tag->after = end != NULL ? end + 1 : NULL;

  return end != NULL;
}

static gboolean
has_tags (const char *text)
{
  Tag tag;

  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at + 1, '<'))
    if (read_tag (at, &tag))
      return TRUE;

  return FALSE;
}

/* at: an “&”. */
static gunichar
read_reference (const char  *at,
                const char **after)
{
  static const struct { const char *name; gunichar c; } named[] = {
    { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xa0 },
    { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "ldquo", 0x201c },
    { "rdquo", 0x201d }, { "hellip", 0x2026 }, { "copy", 0xa9 }, { "euro", 0x20ac },
  };
  const char *end = memchr (at, ';', strnlen (at, LONGEST_REFERENCE));
  guint64 number = 0;

  if (end == NULL)
    return 0;
  *after = end + 1;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if ((gsize) (end - at - 1) == strlen (named[i].name) && strncmp (at + 1, named[i].name, strlen (named[i].name)) == 0)
      return named[i].c;
  if (at[1] != '#')
    return 0;

  number = g_ascii_tolower (at[2]) == 'x' ? g_ascii_strtoull (at + 3, NULL, 16) : g_ascii_strtoull (at + 2, NULL, 10);

  return number >= ' ' && number <= 0x10ffff && g_unichar_validate ((gunichar) number) ? (gunichar) number : 0;
}

static char *
read_href (const Tag *tag)
{
  g_autofree char *inside = g_strndup (tag->from, (gsize) (tag->after - 1 - tag->from));
  char *at = strstr (inside, "href=");
  char quote;
  char *end;

  if (at == NULL)
    return NULL;
  at += strlen ("href=");
  quote = *at;
  if (quote != '"' && quote != '\'')
    return NULL;
  end = strchr (at + 1, quote);
  if (end == NULL || (!g_str_has_prefix (at + 1, "https://") && !g_str_has_prefix (at + 1, "http://")))
    return NULL;

  return g_strndup (at + 1, (gsize) (end - at - 1));
}

static void
append (Rendering *rendering,
        gunichar   c)
{
  if (rendering->hidden > 0)
    return;
  if (rendering->breaks > 0 && rendering->out->len > 0)
    g_string_append_len (rendering->out, "\n\n", rendering->breaks);
  else if (rendering->blank && rendering->out->len > 0)
    g_string_append_c (rendering->out, ' ');
  rendering->breaks = 0;
  rendering->blank = FALSE;
  g_string_append_unichar (rendering->out, c);
}

static void
end_link (Rendering *rendering)
{
  if (rendering->href != NULL && rendering->hidden == 0
      && !g_str_equal (rendering->out->str + MIN (rendering->linked, rendering->out->len), rendering->href))
    g_string_append_printf (rendering->out, " (%s)", rendering->href);
  g_clear_pointer (&rendering->href, g_free);
}

static void
begin_link (Rendering *rendering,
            const Tag *tag)
{
  end_link (rendering);
  rendering->href = read_href (tag);
  rendering->linked = rendering->out->len + (rendering->breaks > 0 ? rendering->breaks : (guint) rendering->blank);
}

static void
render_tag (Rendering *rendering,
            const Tag *tag)
{
  switch (tag->effect)
    {
    case EFFECT_LINE:
      rendering->breaks = MAX (rendering->breaks, 1);
      break;
    case EFFECT_PARAGRAPH:
      rendering->breaks = 2;
      break;
    case EFFECT_ITEM:
      rendering->breaks = MAX (rendering->breaks, 1);
      if (!tag->ends)
        {
          append (rendering, 0x2022);
          rendering->blank = TRUE;
        }
      break;
    case EFFECT_LINK:
      if (tag->ends)
        end_link (rendering);
      else
        begin_link (rendering, tag);
      break;
    case EFFECT_HIDDEN:
      if (!tag->ends)
        rendering->hidden++;
      else if (rendering->hidden > 0)
        rendering->hidden--;
      break;
    case EFFECT_NONE:
    default:
      break;
    }
}

/**
 * pln_html_text:
 * @text: what may be HTML, as pages and schedules have it; valid UTF-8
 *
 * Makes plain text of it: paragraphs, lists and addresses of links stay. What
 * has no tags is given back as it is.
 *
 * Returns: (transfer full): the text
 */
char *
pln_html_text (const char *text)
{
  Rendering rendering = { 0 };
  const char *at = text;

  if (!has_tags (text))
    return g_strdup (text);

  rendering.out = g_string_sized_new (strlen (text));
  while (*at != '\0')
    {
      const char *after;
      gunichar c;
      Tag tag;

      if (*at == '<' && read_tag (at, &tag))
        {
          render_tag (&rendering, &tag);
          at = tag.after;
        }
      else if (*at == '&' && (c = read_reference (at, &after)) != 0)
        {
          append (&rendering, c);
          at = after;
        }
      else if (g_ascii_isspace (*at))
        {
          rendering.blank = TRUE;
          at++;
        }
      else
        {
          append (&rendering, g_utf8_get_char (at));
          at = g_utf8_next_char (at);
        }
    }
  end_link (&rendering);

  return g_string_free (rendering.out, FALSE);
}
