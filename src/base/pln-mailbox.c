/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mailbox.h"

#include "pln-address.h"
#include "pln-str.h"

#include <string.h>

/**
 * pln_mailbox_free:
 * @mailbox: (transfer full): a mailbox
 */
void
pln_mailbox_free (PlnMailbox *mailbox)
{
  g_free (mailbox->name);
  g_free (mailbox->email);
  g_free (mailbox);
}

static const char *
find_closing (const char *at,
              const char *end,
              char        close)
{
  for (; at < end && *at != close; at++)
    if (*at == '\\' && at + 1 < end)
      at++;

  return at < end ? at : NULL;
}

/* The end of one piece of a line: its separator, not one inside quotes, angle
 * brackets or a comment. What is never closed opens nothing, and is looked for
 * once. */
static const char *
piece_end (const char *at,
           const char *line,
           gboolean    never[3])
{
  static const char opening[] = "\"<(";
  static const char closing[] = "\">)";

  for (; at < line && *at != ',' && *at != ';'; at++)
    {
      const char *open = strchr (opening, *at);
      const char *close = NULL;

      if (open == NULL || *at == '\0' || never[open - opening])
        continue;
      close = find_closing (at + 1, line, closing[open - opening]);
      if (close != NULL)
        at = close;
      else
        never[open - opening] = TRUE;
    }

  return at;
}

static char *
without_mailto (char *address)
{
  g_strstrip (address);
  if (g_ascii_strncasecmp (address, "mailto:", strlen ("mailto:")) == 0)
    memmove (address, address + strlen ("mailto:"), strlen (address) - strlen ("mailto:") + 1);
  address[strcspn (address, "?")] = '\0'; /* mailto:ada@example.org?subject=… */

  return address;
}

/* A name as a person writes it: without quotes and their escapes. */
static char *
clean_name (const char *text)
{
  g_autofree char *line = pln_str_one_line (text);
  GString *name = g_string_new (NULL);

  for (const char *at = line; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '"')
        continue;
      g_string_append_c (name, *at);
    }
  g_strstrip (name->str);
  if (name->str[0] == '\'' && strlen (name->str) > 2 && g_str_has_suffix (name->str, "'"))
    {
      name->str[strlen (name->str) - 1] = '\0';
      memmove (name->str, name->str + 1, strlen (name->str));
    }
  g_strstrip (name->str);

  return g_string_free (name, FALSE);
}

/* “Name <address>”; words behind the bracket are a comment. */
static gboolean
take_brackets (PlnMailbox *mailbox,
               const char *piece)
{
  const char *close = strrchr (piece, '>');
  const char *open = close != NULL ? g_strrstr_len (piece, close - piece, "<") : NULL;
  g_autofree char *before = NULL;

  if (open == NULL || memchr (open, '@', (gsize) (close - open)) == NULL)
    return FALSE;

  before = g_strndup (piece, (gsize) (open - piece));
  mailbox->name = clean_name (before);
  mailbox->email = without_mailto (g_strndup (open + 1, (gsize) (close - open - 1)));

  return TRUE;
}

/* “address (Name)”, as mail was once written. */
static gboolean
take_comment (PlnMailbox *mailbox,
              const char *piece)
{
  const char *open = strchr (piece, '(');
  const char *close = open != NULL ? strrchr (open, ')') : NULL;
  g_autofree char *name = NULL;

  if (close == NULL || memchr (piece, '@', (gsize) (open - piece)) == NULL)
    return FALSE;

  name = g_strndup (open + 1, (gsize) (close - open - 1));
  mailbox->name = clean_name (name);
  mailbox->email = without_mailto (g_strndup (piece, (gsize) (open - piece)));

  return TRUE;
}

/* Words among which one is an address: “Ada Fennimore ada@example.org”. */
static void
take_words (PlnMailbox *mailbox,
            const char *piece)
{
  g_auto(GStrv) words = g_strsplit_set (piece, " \t\r", -1);
  g_autoptr(GString) rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = without_mailto (g_strdup (words[i]));

      if (mailbox->email == NULL && pln_address_is_mail (word))
        mailbox->email = g_steal_pointer (&word);
      else
        g_string_append_printf (rest, "%s ", words[i]);
    }
  mailbox->name = clean_name (rest->str);
}

static PlnMailbox *
parse_piece (const char *at,
             gsize       length)
{
  PlnMailbox *mailbox = g_new0 (PlnMailbox, 1);
  g_autofree char *piece = g_strndup (at, length);

  mailbox->at = at;
  mailbox->length = length;
  if (!take_brackets (mailbox, piece) && !take_comment (mailbox, piece))
    take_words (mailbox, piece);
  if (mailbox->email != NULL && !pln_address_is_mail (mailbox->email))
    g_clear_pointer (&mailbox->email, g_free);
  if (mailbox->email == NULL)
    mailbox->email = g_strdup ("");

  return mailbox;
}

static void
trim (const char **at,
      const char **end)
{
  while (*at < *end && g_ascii_isspace (**at))
    (*at)++;
  while (*end > *at && g_ascii_isspace ((*end)[-1]))
    (*end)--;
}

/* “Friends: ada@example.org, …;” (RFC 5322, 3.4): the name of the group goes,
 * as does that of a header, “To:”. */
static void
skip_group_name (const char **at,
                 const char  *end)
{
  const char *colon = memchr (*at, ':', (gsize) (end - *at));

  if (colon == NULL || g_ascii_strncasecmp (*at, "mailto:", strlen ("mailto:")) == 0)
    return;
  for (const char *c = *at; c < colon; c++)
    if (strchr ("\"<(@", *c) != NULL)
      return;
  *at = colon + 1;
  while (*at < end && g_ascii_isspace (**at))
    (*at)++;
}

/* “Larkspur, Cosima <…>”: the part before the comma is no mailbox of its own. */
static gboolean
join_name (GPtrArray  *mailboxes,
           PlnMailbox *mailbox)
{
  PlnMailbox *before = mailboxes->len > 0 ? g_ptr_array_index (mailboxes, mailboxes->len - 1) : NULL;
  const char *between = before != NULL ? before->at + before->length : NULL;

  if (before == NULL || *before->email != '\0' || *mailbox->email == '\0' || *before->name == '\0'
      || memchr (before->at, '@', before->length) != NULL
      || memchr (between, ',', (gsize) (mailbox->at - between)) == NULL
      || memchr (between, '\n', (gsize) (mailbox->at - between)) != NULL)
    return FALSE;

  if (*mailbox->name != '\0')
    {
      g_autofree char *family = g_steal_pointer (&before->name);

      before->name = g_strdup_printf ("%s, %s", family, mailbox->name);
    }
  g_free (before->email);
  before->email = g_steal_pointer (&mailbox->email);
  before->length = (gsize) (mailbox->at + mailbox->length - before->at);
  pln_mailbox_free (mailbox);

  return TRUE;
}

static void
parse_line (GPtrArray  *mailboxes,
            const char *at,
            const char *line)
{
  gboolean never[3] = { FALSE, FALSE, FALSE };

  while (at < line)
    {
      const char *stop = piece_end (at, line, never);
      const char *first = at;
      const char *last = stop;
      PlnMailbox *mailbox;

      at = stop < line ? stop + 1 : line;
      trim (&first, &last);
      skip_group_name (&first, last);
      if (first == last)
        continue;
      mailbox = parse_piece (first, (gsize) (last - first));
      if (!join_name (mailboxes, mailbox))
        g_ptr_array_add (mailboxes, mailbox);
    }
}

/**
 * pln_mailbox_parse_list:
 * @text: (array length=length): mailboxes, as in the header of a mail (RFC
 *   5322, 3.4) or as people write them: with commas, semicolons, in lines
 * @length: the size of @text, in bytes
 *
 * Reads a list of mailboxes. Pieces without an address are listed with an
 * empty one, so that nobody is lost; where a comma divides a name, the parts
 * are one.
 *
 * Returns: (transfer full) (element-type PlnMailbox): the mailboxes, valid as
 *   long as @text
 */
GPtrArray *
pln_mailbox_parse_list (const char *text,
                        gsize       length)
{
  GPtrArray *mailboxes = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_mailbox_free);
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      const char *feed = memchr (at, '\n', (gsize) (end - at));
      const char *line = feed != NULL ? feed : end;

      parse_line (mailboxes, at, line);
      at = line < end ? line + 1 : end;
    }

  return mailboxes;
}
