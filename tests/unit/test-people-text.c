/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-people-text.h"

#include "pln-exchange-error.h"

#include <string.h>

static GListModel *
read_text (const char   *text,
           PlnGathering *gathering)
{
  g_autoptr(GError) error = NULL;
  GListModel *lines = pln_people_text_read (text, strlen (text), gathering, &error);

  g_assert_no_error (error);

  return lines;
}

static char
letter (PlnLineState state)
{
  switch (state)
    {
    case PLN_LINE_NEW: return '+';
    case PLN_LINE_TWICE: return '2';
    case PLN_LINE_ALREADY: return '=';
    case PLN_LINE_UNREADABLE: default: return '?';
    }
}

/* “+3 Name|email|organisation” of each line. */
static char *
describe (GListModel *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      g_string_append_printf (text, "%s%c%u %s|%s|%s", i > 0 ? "\n" : "",
                              letter (pln_person_line_get_state (line)), pln_person_line_get_number (line),
                              pln_person_line_get_name (line), pln_person_line_get_email (line),
                              pln_person_line_get_organisation (line));
      if (pln_person_line_get_state (line) == PLN_LINE_UNREADABLE)
        g_assert_cmpstr (pln_person_line_get_note (line), !=, "");
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *read;
} Row;

static const Row rows[] = {
  { "lines", "ada@x.org\n\nBob <bob@x.org>\nnobody\nADA@x.org\n", "+1 |ada@x.org|\n+3 Bob|bob@x.org|\n?4 nobody||\n25 |ADA@x.org|" },
  { "header-of-mail", "To: Ada <a@x.org>, \"B, C\" <b@x.org>; c@x.org", "+1 Ada|a@x.org|\n+1 B, C|b@x.org|\n+1 |c@x.org|" },
  { "crlf", "a@x.org\r\nb@x.org\rc@x.org", "+1 |a@x.org|\n+2 |b@x.org|\n+3 |c@x.org|" },
  { "column", "E-mail\na@x.org\nb@x.org", "+2 |a@x.org|\n+3 |b@x.org|" },
  { "tabs", "Ada Fennimore\ta@x.org\tOwls\nBob\tb@x.org\t\n", "+1 Ada Fennimore|a@x.org|\n+2 Bob|b@x.org|" },
  { "commas", "Ada Fennimore,a@x.org\nBob,b@x.org", "+1 Ada Fennimore|a@x.org|\n+2 Bob|b@x.org|" },
  { "address-first", "a@x.org;Ada\nb@x.org;Bob", "+1 Ada|a@x.org|\n+2 Bob|b@x.org|" },
  { "uneven", "Ada Fennimore, a@x.org\nb@x.org", "+1 Ada Fennimore|a@x.org|\n+2 |b@x.org|" },
  { "people-in-a-row", "a@x.org, b@x.org\nc@x.org, d@x.org", "+1 |a@x.org|\n+1 |b@x.org|\n+2 |c@x.org|\n+2 |d@x.org|" },
  { "names-in-a-row", "Ada <a@x.org>, Bob <b@x.org>", "+1 Ada|a@x.org|\n+1 Bob|b@x.org|" },
  { "header", "First name,Last name,E-mail,Company\nAda,Fennimore,a@x.org,\"Owls, Ltd\"\nBob,,,\n",
    "+2 Ada Fennimore|a@x.org|Owls, Ltd\n?3 Bob||" },
  { "foreign-header", "Jméno;Pošta\nAda;a@x.org\nBob;b@x.org", "+2 Ada|a@x.org|\n+3 Bob|b@x.org|" },
  { "names-only", "Name\tRSVP\nAda\tYes\nBob\tNo\nAda\tYes", "+2 Ada||\n?3 Bob||\n24 Ada||" },
  { "cancelled", "Email,Status\na@x.org,Paid\nb@x.org,Canceled\nc@x.org,CANCELLED\nd@x.org,Not Attending",
    "+2 |a@x.org|\n?3 |b@x.org|\n?4 |c@x.org|\n?5 |d@x.org|" },
  { "shared", "Name,Email\nAda,both@x.org\nBob,both@x.org\nAda,both@x.org", "+2 Ada|both@x.org|\n+3 Bob|both@x.org|\n24 Ada|both@x.org|" },
  { "who-ordered", "Attendee email,Name,Email\n,Ada,order@x.org\nb@x.org,Bob,order@x.org", "+2 Ada|order@x.org|\n+3 Bob|b@x.org|" },
  { "lines-in-cells", "Name,Email,Address\nAda,a@x.org,\"1 Street\nTown\"\nBob,b@x.org,", "+2 Ada|a@x.org|\n+4 Bob|b@x.org|" },
  { "open-quote", "Name,Email\n\"Ada,a@x.org\nBob,b@x.org", "+2 \"Ada|a@x.org|\n+3 Bob|b@x.org|" },
  { "bom", "\xef\xbb\xbf" "Name,Email\nAda,a@x.org", "+2 Ada|a@x.org|" },
  { "latin-1", "Name,Email\nZo\xeb,a@x.org", "+2 Zoë|a@x.org|" },
  { "vcard", "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\\, first\nitem1.EMAIL;TYPE=work:a@x.\n org\nORG:Owls;Night\nEND:VCARD\n"
    "BEGIN:VCARD\nFN:Bob\nEND:VCARD\n", "+1 Ada, first|a@x.org|Owls\n+8 Bob||" },
  { "vcard-cut-off", "BEGIN:VCARD\nFN:Ada\nEMAIL:a@x.org", "+1 Ada|a@x.org|" },
  { "controls", "A\xe2\x80\xae" "da\x07 <a@x.org>", "+1 Ada|a@x.org|" },
  { "nothing", "\n \n", "" },
};

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GListModel) lines = read_text (row->text, NULL);
  g_autofree char *read = describe (lines);

  g_assert_cmpstr (read, ==, row->read);
}

static void
test_who_is_there (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g1");
  g_autoptr(PlnAttendee) ada = pln_attendee_new ("ada000000001");
  g_autoptr(PlnAttendee) bob = pln_attendee_new ("bob000000001");
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GListModel) table = NULL;
  g_autofree char *read = NULL;
  g_autofree char *read_table = NULL;

  pln_attendee_set_email (ada, "Ada@x.org");
  pln_attendee_set_name (bob, "Bob");
  pln_gathering_add_attendee (gathering, ada);
  pln_gathering_add_attendee (gathering, bob);
  lines = read_text ("ada@X.org\nbob@x.org", gathering);
  read = describe (lines);
  g_assert_cmpstr (read, ==, "=1 |ada@X.org|\n+2 |bob@x.org|");
  table = read_text ("Name\tTitle\nBob\tx\nCy\ty", gathering);
  read_table = describe (table);
  g_assert_cmpstr (read_table, ==, "=2 Bob||\n+3 Cy||");
}

static void
test_no_text (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_people_text_read ("PK\x03\x04\0\0", 6, NULL, &error));
  g_assert_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE);
}

static void
test_written_table_is_read_again (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g1");
  g_autoptr(PlnAttendee) ada = pln_attendee_new ("ada000000001");
  g_autoptr(PlnAttendee) evil = pln_attendee_new ("evil00000001");
  g_autofree char *csv = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autofree char *read = NULL;

  pln_attendee_set_name (ada, "Ada \"the\" first, really");
  pln_attendee_set_email (ada, "ada@x.org");
  pln_attendee_set_organisation (ada, "Two\nlines");
  pln_attendee_set_networks (ada, (const char *const[]) { "LISNPN", "CDG", NULL });
  pln_attendee_set_answer (ada, PLN_ANSWER_ACCEPTED);
  pln_attendee_set_name (evil, "=HYPERLINK(\"x\")");
  pln_attendee_set_email (evil, "+1@x.org");
  pln_attendee_set_organisation (evil, "\t@SUM(1)");
  pln_gathering_add_attendee (gathering, ada);
  pln_gathering_add_attendee (gathering, evil);

  csv = pln_people_text_write (gathering);
  g_assert_true (g_str_has_prefix (csv, "Name,E-mail,Answer,"));
  g_assert_nonnull (strstr (csv, "\r\n\"Ada \"\"the\"\" first, really\",ada@x.org,Going,Attendee,\"Two\nlines\",\"LISNPN; CDG\""));
  g_assert_nonnull (strstr (csv, "\r\n\"'=HYPERLINK(\"\"x\"\")\",\"'+1@x.org\",No answer,Attendee,\"'\t@SUM(1)\""));

  lines = read_text (csv, NULL);
  read = describe (lines);
  g_assert_true (g_str_has_prefix (read, "+2 Ada \"the\" first, really|ada@x.org|Two lines\n"));
}

/* Exports of ticket shops, and how many of them come. */
static const struct
{
  const char *file;
  guint       n_new;
  guint       n_other; /* cancelled, above all */
  const char *first;
} exports[] = {
  { "alfio-attendees.csv", 60, 0, "Aster Testperson|aster.testperson0@example.org" },
  { "attendize-attendees.csv", 60, 0, "Aster Testperson|aster.testperson0@example.org" },
  { "eventbrite-attendees.csv", 45, 15, "Aster Testperson|aster.testperson0@example.org" },
  { "hievents-attendees.csv", 40, 20, "Aster Testperson|aster.testperson0@example.org" },
  { "indico-registrations.csv", 36, 24, "Aster Testperson|aster.testperson0@example.org" },
  { "large-20000.csv", 20000, 0, "Aster Testperson|aster.testperson0@example.org" },
  { "meetup-attendees.tsv", 45, 15, "Aster Testperson|" },
  { "open-event-attendees.csv", 40, 20, "Aster Testperson|aster.testperson0@example.org" },
  { "people.vcf", 30, 0, "Aster Testperson|aster.testperson0@example.org" },
  { "pretix-checkin-list.csv", 60, 0, "Aster Testperson|aster.testperson0@example.org" },
  { "pretix-order-positions.csv", 46, 14, "Aster Testperson|aster.testperson0@example.org" },
};

static void
test_export (gconstpointer user_data)
{
  guint i = GPOINTER_TO_UINT (user_data);
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = g_build_filename (corpora != NULL ? corpora : "/nowhere", "attendees", exports[i].file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(PlnPersonLine) first = NULL;
  g_autofree char *person = NULL;
  guint n_new = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("PLENARY_CORPORA has no such file");
      return;
    }

  lines = read_text (text, NULL);
  for (guint at = 0; at < g_list_model_get_n_items (lines); at++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, at);

      n_new += pln_person_line_get_state (line) == PLN_LINE_NEW;
    }
  first = g_list_model_get_item (lines, 0);
  person = g_strdup_printf ("%s|%s", pln_person_line_get_name (first), pln_person_line_get_email (first));
  g_assert_cmpstr (person, ==, exports[i].first);
  g_assert_cmpuint (n_new, ==, exports[i].n_new);
  g_assert_cmpuint (g_list_model_get_n_items (lines) - n_new, ==, exports[i].n_other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/people/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/people/export/", exports[i].file, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_export);
    }
  g_test_add_func ("/exchange/people/there", test_who_is_there);
  g_test_add_func ("/exchange/people/no-text", test_no_text);
  g_test_add_func ("/exchange/people/written", test_written_table_is_read_again);

  return g_test_run ();
}
