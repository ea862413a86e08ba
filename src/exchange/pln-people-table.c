/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-people-lines.h"

#include "pln-address.h"
#include "pln-str.h"
#include "pln-table.h"

#include <glib/gi18n.h>
#include <string.h>

#define LOOK_AT 200 /* rows, to find out what a column holds */

/* Which columns hold what; -1 for none. */
typedef struct
{
  gboolean has_header;
  int      email;
  int      other_email; /* where the first is empty: who ordered */
  int      name;
  int      given;
  int      family;
  int      organisation;
  int      status;
} Columns;

static const char *const email_words[] = {
  "attendee email", "attendee e mail", "email", "e mail", "mail", "email address", "e mail address", "mail address",
  "e mail adresse", "email adresse", "mailadresse", "adresse e mail", "adresse email", "courriel",
  "correo electronico", "indirizzo email", "e post", "epost", "sahkoposti", NULL
};
static const char *const name_words[] = {
  "attendee name", "full name", "name", "attendee", "participant", "participant name", "display name",
  "nom complet", "vollstandiger name", "nombre completo", NULL
};
static const char *const given_words[] = {
  "first name", "firstname", "given name", "given names", "forename", "attendee name given name", "vorname",
  "prenom", "nombre", "nome", "voornaam", NULL
};
static const char *const family_words[] = {
  "last name", "lastname", "family name", "surname", "attendee name family name", "nachname", "familienname",
  "nom", "nom de famille", "apellido", "apellidos", "cognome", "achternaam", NULL
};
static const char *const organisation_words[] = {
  "organisation", "organization", "company", "affiliation", "institution", "employer", "firma", "unternehmen",
  "organisme", "empresa", NULL
};
static const char *const status_words[] = {
  "attendee status", "registration state", "registration status", "status", "rsvp", "answer", "response", NULL
};
/* What the columns above say of somebody who does not come. */
static const char *const away_words[] = {
  "not attending", "not going", "cancelled", "canceled", "withdrawn", "rejected", "declined", "refused", "deleted",
  "refunded", "expired", "no", "storniert", "abgesagt", "abgelehnt", "zuruckgezogen", "annule", "decline",
  "cancelado", "nein", "non", NULL
};

/* Folded, with one blank for all that is no letter and no digit. */
static char *
normal (const char *text)
{
  g_autofree char *folded = pln_str_fold (text);
  GString *words = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }

  return g_strchomp (g_string_free (words, FALSE));
}

static gboolean
is_one_of (const char        *text,
           const char *const *words)
{
  g_autofree char *plain = normal (text);

  return g_strv_contains (words, plain);
}

/**
 * pln_people_table_is_email_header:
 * @cell: the first cell of a column
 *
 * Returns: %TRUE if it says that addresses follow
 */
gboolean
pln_people_table_is_email_header (const char *cell)
{
  return is_one_of (cell, email_words);
}

/* The words count in their order: the attendee's before anybody's. */
static int
find_header (const PlnTableRow *header,
             const char *const *words,
             int                but)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint column = 0; column < header->cells->len; column++)
      {
        const char *one[] = { words[i], NULL };

        if ((int) column != but && is_one_of (g_ptr_array_index (header->cells, column), one))
          return (int) column;
      }

  return -1;
}

/* Whether most of the cells that say something are addresses. */
static gboolean
holds_addresses (GPtrArray *rows,
                 guint      first,
                 int        column)
{
  guint n_filled = 0;
  guint n_addresses = 0;

  for (guint i = first; i < MIN (rows->len, LOOK_AT); i++)
    {
      const char *cell = pln_table_row_get (g_ptr_array_index (rows, i), column);

      n_filled += *cell != '\0';
      n_addresses += pln_address_is_mail (cell);
    }

  return n_addresses > 0 && n_addresses * 2 >= n_filled;
}

static int
find_addresses (GPtrArray *rows,
                guint      first,
                int        but)
{
  guint n_columns = ((PlnTableRow *) g_ptr_array_index (rows, 0))->cells->len;

  for (guint column = 0; column < n_columns; column++)
    if ((int) column != but && holds_addresses (rows, first, (int) column))
      return (int) column;

  return -1;
}

static gboolean
is_words (const char *cell)
{
  return *cell != '\0' && !g_ascii_isdigit (*cell) && strpbrk (cell, "@/:") == NULL;
}

static gboolean
holds_words (GPtrArray *rows,
             guint      first,
             int        column)
{
  guint end = MIN (rows->len, LOOK_AT);
  guint n_filled = 0;
  guint n_words = 0;

  for (guint i = first; i < end; i++)
    {
      const char *cell = pln_table_row_get (g_ptr_array_index (rows, i), column);

      n_filled += *cell != '\0';
      n_words += is_words (cell);
    }

  return n_words * 2 > n_filled;
}

/* Where no header says so, the first column of words holds the names. */
static int
find_words (GPtrArray     *rows,
            guint          first,
            const Columns *known)
{
  int n_columns = (int) ((PlnTableRow *) g_ptr_array_index (rows, 0))->cells->len;

  for (int column = 0; column < n_columns; column++)
    if (column != known->email && column != known->other_email && column != known->organisation
        && column != known->status && holds_words (rows, first, column))
      return column;

  return -1;
}

/* Each row at most one address, and that alone in its cell: otherwise commas
 * divide people, not columns. */
static gboolean
is_one_person_a_row (GPtrArray *rows,
                     int        email)
{
  for (guint i = 0; i < MIN (rows->len, LOOK_AT); i++)
    {
      const PlnTableRow *row = g_ptr_array_index (rows, i);

      for (guint column = 0; column < row->cells->len; column++)
        if ((int) column != email && strchr (g_ptr_array_index (row->cells, column), '@') != NULL)
          return FALSE;
    }

  return TRUE;
}

static gboolean
has_address (const PlnTableRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (pln_address_is_mail (g_ptr_array_index (row->cells, i)))
      return TRUE;

  return FALSE;
}

static gboolean
find_columns (GPtrArray *rows,
              Columns   *columns)
{
  const PlnTableRow *header = g_ptr_array_index (rows, 0);
  gboolean has_known;

  *columns = (Columns) {
    .email = find_header (header, email_words, -1), .other_email = -1, .name = find_header (header, name_words, -1),
    .given = find_header (header, given_words, -1), .family = find_header (header, family_words, -1),
    .organisation = find_header (header, organisation_words, -1), .status = find_header (header, status_words, -1),
  };
  has_known = columns->email >= 0 || columns->name >= 0 || (columns->given >= 0 && columns->family >= 0);
  columns->has_header = !has_address (header) && (has_known || find_addresses (rows, 1, -1) >= 0) && rows->len > 1;

  if (!columns->has_header)
    {
      *columns = (Columns) { FALSE, find_addresses (rows, 0, -1), -1, -1, -1, -1, -1, -1 };
      columns->name = find_words (rows, 0, columns);
      return columns->email >= 0 && is_one_person_a_row (rows, columns->email);
    }

  if (columns->name >= 0 && !holds_words (rows, 1, columns->name))
    columns->name = -1; /* “Attendee #” */
  /* Headers are translated: what looks like addresses is a column of them. */
  if (columns->email < 0)
    columns->email = find_addresses (rows, 1, -1);
  if (columns->email >= 0)
    columns->other_email = find_addresses (rows, 1, columns->email);
  if (columns->name < 0 && columns->given < 0 && columns->family < 0)
    columns->name = find_words (rows, 1, columns);

  return TRUE;
}

static char *
name_of (const PlnTableRow *row,
         const Columns     *columns)
{
  const char *name = pln_table_row_get (row, columns->name);
  const char *given = pln_table_row_get (row, columns->given);
  const char *family = pln_table_row_get (row, columns->family);

  if (*name != '\0')
    return g_strdup (name);

  return g_strdup_printf ("%s%s%s", given, *given != '\0' && *family != '\0' ? " " : "", family);
}

/* “mailto:” and brackets stay from some spreadsheets. */
static char *
address_of (const PlnTableRow *row,
            int                column)
{
  const char *cell = pln_table_row_get (row, column);
  g_autofree char *address = NULL;

  if (g_ascii_strncasecmp (cell, "mailto:", strlen ("mailto:")) == 0)
    cell += strlen ("mailto:");
  address = *cell == '<' ? g_strndup (cell + 1, strcspn (cell + 1, ">")) : g_strdup (cell);

  return pln_address_is_mail (address) ? g_steal_pointer (&address) : g_strdup ("");
}

static void
add_row (PlnPeopleLines    *lines,
         const PlnTableRow *row,
         const Columns     *columns)
{
  const char *status = pln_table_row_get (row, columns->status);
  g_autofree char *name = name_of (row, columns);
  g_autofree char *email = address_of (row, columns->email);
  g_autofree char *why_not = NULL;

  if (*email == '\0' && *pln_table_row_get (row, columns->email) == '\0' && columns->other_email >= 0)
    {
      g_free (email);
      email = address_of (row, columns->other_email);
    }
  if (is_one_of (status, away_words))
    why_not = g_strdup_printf (_("The list says “%s”, so this person is not added."), status);

  pln_people_lines_add (lines, &(PlnPeopleFound) {
    .number = row->line, .at = row->at, .length = row->length, .name = name, .email = email,
    .organisation = pln_table_row_get (row, columns->organisation),
    .name_is_enough = columns->email < 0, .name_tells_apart = TRUE, .why_not = why_not,
  });
}

/**
 * pln_people_table_read:
 * @lines: where the people go
 * @text: (array length=length): what may be a table, lines ending in LF
 * @length: the size of @text, in bytes
 *
 * Reads a table of people, as spreadsheets and ticket shops write it. Columns
 * are found by their header, and by what they hold.
 *
 * Returns: %FALSE if it is no table of people; nothing was added then
 */
gboolean
pln_people_table_read (PlnPeopleLines *lines,
                       const char     *text,
                       gsize           length)
{
  char delimiter = pln_table_detect (text, length);
  g_autoptr(GPtrArray) rows = delimiter != '\0' ? pln_table_parse (text, length, delimiter, 0) : NULL;
  Columns columns;

  if (rows == NULL || rows->len == 0 || !find_columns (rows, &columns))
    return FALSE;

  for (guint i = columns.has_header ? 1 : 0; i < rows->len; i++)
    add_row (lines, g_ptr_array_index (rows, i), &columns);

  return TRUE;
}
