/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-people-lines.h"

#include "pln-address.h"
#include "pln-ical-line.h"
#include "pln-str.h"

#include <string.h>

/* One card while it is read. */
typedef struct
{
  guint       number;
  const char *at;
  char       *name;
  char       *email;
  char       *organisation;
} Card;

static void
card_clear (Card *card)
{
  g_free (card->name);
  g_free (card->email);
  g_free (card->organisation);
  *card = (Card) { 0 };
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static char *
first_part (const PlnIcalLine *line)
{
  g_autofree char *part = g_strndup (line->value, strcspn (line->value, ";"));

  return pln_ical_unescape (part, -1);
}

static void
take_line (Card              *card,
           const PlnIcalLine *line)
{
  const char *dot = strrchr (line->name, '.'); /* item1.EMAIL, as Apple writes it */
  const char *name = dot != NULL ? dot + 1 : line->name;
  g_autofree char *text = pln_ical_line_get_text (line);

  g_strstrip (text);
  if (g_str_equal (name, "FN") && card->name == NULL)
    card->name = g_steal_pointer (&text);
  else if (g_str_equal (name, "EMAIL") && card->email == NULL && pln_address_is_mail (text))
    card->email = g_steal_pointer (&text);
  else if (g_str_equal (name, "ORG") && card->organisation == NULL)
    card->organisation = first_part (line);
}

static void
end_card (PlnPeopleLines *lines,
          Card           *card,
          const char     *end)
{
  if (card->at != NULL)
    pln_people_lines_add (lines, &(PlnPeopleFound) {
      .number = card->number, .at = card->at, .length = (gsize) (end - card->at),
      .name = card->name != NULL ? card->name : "", .email = card->email != NULL ? card->email : "",
      .organisation = card->organisation != NULL ? card->organisation : "",
      .name_is_enough = TRUE, .name_tells_apart = TRUE,
    });
  card_clear (card);
}

/* The end of the content line at @at: where no fold follows. */
static const char *
unfold (const char *at,
        const char *end,
        GString    *line,
        guint      *n_lines)
{
  g_string_truncate (line, 0);
  for (;;)
    {
      const char *feed = memchr (at, '\n', (gsize) (end - at));
      const char *stop = feed != NULL ? feed : end;

      g_string_append_len (line, at, stop - at);
      (*n_lines)++;
      if (feed == NULL)
        return end;
      at = feed + 1;
      if (at == end || (*at != ' ' && *at != '\t'))
        return at;
      at++;
    }
}

/**
 * pln_people_vcard_read:
 * @lines: where the people go
 * @text: (array length=length): what may be vCards (RFC 6350), lines ending in LF
 * @length: the size of @text, in bytes
 *
 * Reads the cards that an address book gives out: name, first address,
 * organisation.
 *
 * Returns: %FALSE if these are no vCards; nothing was added then
 */
gboolean
pln_people_vcard_read (PlnPeopleLines *lines,
                       const char     *text,
                       gsize           length)
{
  const char *end = text + length;
  g_autoptr(GString) unfolded = g_string_new (NULL);
  g_auto(Card) card = { 0 };
  guint number = 1;

  while (text < end && g_ascii_isspace (*text))
    number += *text++ == '\n';
  if (g_ascii_strncasecmp (text, "BEGIN:VCARD", MIN ((gsize) (end - text), strlen ("BEGIN:VCARD"))) != 0 || text == end)
    return FALSE;

  while (text < end)
    {
      guint first = number;
      const char *next = unfold (text, end, unfolded, &number);
      g_autoptr(PlnIcalLine) line = pln_ical_line_parse (unfolded->str, unfolded->len, NULL);

      if (line != NULL && g_str_equal (line->name, "BEGIN"))
        {
          end_card (lines, &card, text);
          card.number = first;
          card.at = text;
        }
      else if (line != NULL && g_str_equal (line->name, "END"))
        end_card (lines, &card, next);
      else if (line != NULL && card.at != NULL)
        take_line (&card, line);
      text = next;
    }
  end_card (lines, &card, end);

  return TRUE;
}
