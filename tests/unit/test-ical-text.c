/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-text.h"

#include <string.h>

#define WRAP(objects) "BEGIN:VCALENDAR\r\n" objects "END:VCALENDAR\r\n"
#define EVENT(uid)    "BEGIN:VEVENT\r\nUID:" uid "\r\nEND:VEVENT\r\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *parts; /* NAME:first line…, with its lines in brackets, ! if flawed; NULL: no calendar */
} Row;

static const Row rows[] = {
  { "empty",         WRAP (""),                        "VCALENDAR:1[]" },
  { "two",           WRAP (EVENT ("a") EVENT ("b")),   "VCALENDAR:1[] VEVENT:2[UID:a] VEVENT:5[UID:b]" },
  { "bare",          EVENT ("a"),                      "VEVENT:1[UID:a]" },
  { "folded",        "BEGIN:VCAL\r\n ENDAR\r\nBEG\n IN:VE\n\tVENT\nUI\n D:a\nEND:VEVENT\n", "VCALENDAR:1[]! VEVENT:3[UID:a]" },
  { "lone-cr",       "BEGIN:VEVENT\rUID:\r a\rEND:VEVENT\r", "VEVENT:1[UID:a]" },
  { "mixed-ends",    "BEGIN:VEVENT\r\nA:1\nB:2\rC:3\r\n\nEND:VEVENT", "VEVENT:1[A:1|B:2|C:3]" },
  { "bom",           "\xef\xbb\xbf" EVENT ("a"),       "VEVENT:1[UID:a]" },
  { "any-case",      "begin:vevent \r\nuid:a\r\nEnd:Vevent\r\n", "VEVENT:1[uid:a]" },
  { "empty-lines",   "\r\n\r\nBEGIN:VEVENT\r\n\r\n\r\nUID:a\r\n\r\nEND:VEVENT\r\n\r\n", "VEVENT:3[UID:a]" },
  { "two-calendars", WRAP (EVENT ("a")) WRAP (EVENT ("b")), "VCALENDAR:1[] VEVENT:2[UID:a] VCALENDAR:6[] VEVENT:7[UID:b]" },
  { "inside",        "BEGIN:VEVENT\nA:1\nBEGIN:VALARM\nB:2\nEND:VALARM\nC:3\nBEGIN:X-A\nBEGIN:X-B\nEND:X-B\nEND:X-A\nD:4\nEND:VEVENT\n",
                     "VEVENT:1[A:1|C:3|D:4] VALARM:3[B:2] X-A:7[] X-B:8[]" },
  { "no-end",        WRAP ("BEGIN:VEVENT\r\nUID:a\r\n" EVENT ("b")), "VCALENDAR:1[] VEVENT:2[UID:a]! VEVENT:4[UID:b]" },
  { "cut-short",     "BEGIN:VCALENDAR\r\n" EVENT ("a") "BEGIN:VEVENT\r\nUI", "VCALENDAR:1[]! VEVENT:2[UID:a] VEVENT:5[UI]!" },
  { "alarm-open",    WRAP ("BEGIN:VEVENT\r\nBEGIN:VALARM\r\nA:1\r\nEND:VEVENT\r\n" EVENT ("b")),
                     "VCALENDAR:1[] VEVENT:2[]! VALARM:3[A:1]! VEVENT:6[UID:b]" },
  { "calendar-open", "BEGIN:VCALENDAR\nX:1\n" WRAP (EVENT ("a")), "VCALENDAR:1[X:1]! VCALENDAR:3[] VEVENT:4[UID:a]" },
  { "zone-open",     WRAP ("BEGIN:VTIMEZONE\nBEGIN:STANDARD\n" EVENT ("b")), "VCALENDAR:1[] VTIMEZONE:2[]! STANDARD:3[]! VEVENT:4[UID:b]" },
  { "stray-end",     WRAP ("END:VEVENT\r\n" EVENT ("a")), "VCALENDAR:1[END:VEVENT] VEVENT:3[UID:a]" },
  { "foreign-end",   "BEGIN:VEVENT\nUID:a\nEND:VCALENDAR\n", "VEVENT:1[UID:a]!" },
  { "unknown",       WRAP ("BEGIN:X-A\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:X-A\n"), "VCALENDAR:1[] X-A:2[] VEVENT:3[UID:a]" },
  { "not-a-line",    "BEGIN:VEVENT\nwhat is this\n:\n\nEND:VEVENT\n", "VEVENT:1[what is this|:]" },
  { "latin-1",       "BEGIN:VEVENT\nSUMMARY:Caf\xe9\nEND:VEVENT\n", "VEVENT:1[SUMMARY:Caf\xe9]" },
  { "nothing",       "",                               NULL },
  { "prose",         "Dear all,\r\nplease come.\r\n",  NULL },
  { "card",          "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", NULL },
};

static char *
describe (PlnIcalText *text)
{
  GString *said = g_string_new (NULL);
  g_autoptr(GString) scratch = g_string_new (NULL);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (text, i);
      const char *separator = "";
      PlnIcalWalk walk;
      PlnIcalSpan span;

      pln_ical_text_get_span (text, part->first, &span);
      g_string_append_printf (said, "%s%s:%u[", i > 0 ? " " : "", part->name, span.line);
      pln_ical_walk_init (&walk, text, i);
      while (pln_ical_walk_next (&walk, &span))
        {
          PlnIcalSlice line = pln_ical_text_unfold_span (text, &span, scratch);

          g_string_append (said, separator);
          g_string_append_len (said, line.at, line.length);
          separator = "|";
        }
      g_string_append (said, part->flaw != NULL ? "]!" : "]");
    }

  return g_string_free (said, FALSE);
}

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (row->text, &error);
  g_autofree char *parts = NULL;

  if (row->parts == NULL)
    {
      g_assert_null (text);
      g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_NOT_CALENDAR);
      return;
    }

  g_assert_no_error (error);
  parts = describe (text);
  g_assert_cmpstr (parts, ==, row->parts);
}

static void
test_flaws_are_sentences (void)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", NULL);

  g_assert_cmpstr (pln_ical_text_get_part (text, 1)->flaw, ==, "Its end is missing.");
}

static void
test_deep_nesting_is_a_flaw (void)
{
  g_autoptr(GString) deep = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
  g_autoptr(PlnIcalText) text = NULL;
  int good;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "BEGIN:X\n");
  g_string_append (deep, EVENT ("good") "END:VCALENDAR\n");
  text = pln_ical_text_new_from_string (deep->str, NULL);

  g_assert_cmpstr (pln_ical_text_get_part (text, 1)->flaw, ==, "Its parts are nested too deeply.");
  g_assert_null (pln_ical_text_get_part (text, 0)->flaw);
  g_assert_cmpuint (pln_ical_text_get_n_parts (text), ==, PLN_ICAL_MAX_NESTING + 1);
  good = pln_ical_text_find_part (text, "VEVENT", "good", NULL);
  g_assert_cmpint (good, >, 1);
  g_assert_null (pln_ical_text_get_part (text, good)->flaw);
}

static void
test_long_line_is_a_flaw (void)
{
  g_autofree char *x = g_strnfill (PLN_ICAL_MAX_LINE + 1, 'x');
  g_autofree char *long_text = g_strconcat (WRAP ("BEGIN:VEVENT\nATTACH:"), x, "\n", EVENT ("b"), NULL);
  g_autofree char *in_event = g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTACH:", x, "\nEND:VEVENT\n", EVENT ("b"),
                                           "END:VCALENDAR\n", NULL);
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (in_event, NULL);
  g_autoptr(PlnIcalText) outside = pln_ical_text_new_from_string (long_text, NULL);
  g_autoptr(GError) error = NULL;
  PlnIcalSpan span;
  PlnIcalLine *none;

  g_assert_nonnull (outside);
  g_assert_null (pln_ical_text_get_part (text, 0)->flaw);
  g_assert_cmpstr (pln_ical_text_get_part (text, 1)->flaw, ==, "It has a line that is too long.");
  g_assert_null (pln_ical_text_get_part (text, 2)->flaw);

  pln_ical_text_get_span (text, 2, &span);
  none = pln_ical_text_parse_span (text, &span, &error);
  g_assert_null (none);
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "Line 3 cannot be read. It has a line that is too long.");
}

static void
test_too_much_is_an_error (void)
{
  gsize length = PLN_ICAL_MAX_BYTES + 1;
  g_autoptr(GBytes) large = g_bytes_new_take (g_strnfill (length, '\n'), length);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalText) text = pln_ical_text_new (large, &error);

  g_assert_null (text);
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT);
}

static void
test_nul_bytes (void)
{
  static const char nul[] = "BEGIN:VEVENT\nSUMMARY:a\0b\nUID:\0\nEND:VEVENT\n\0";
  g_autoptr(GBytes) bytes = g_bytes_new_static (nul, sizeof nul);
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, 0, "SUMMARY");

  g_assert_true (pln_ical_text_get_bytes (text) == bytes);
  g_assert_cmpuint (pln_ical_text_get_n_parts (text), ==, 1);
  g_assert_cmpstr (line->value, ==, "a\xef\xbf\xbd" "b");
}

static void
test_parts_are_found (void)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (
    WRAP ("BEGIN:VEVENT\r\nUID:a\\,1\r\nRECURRENCE-ID:20270101\r\nEND:VEVENT\r\n"
          "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nUID:b\r\nEND:VALARM\r\nU\r\n ID;X=y:a\\,\r\n 1\r\nEND:VEVENT\r\n"), NULL);

  g_assert_cmpint (pln_ical_text_find_part (text, "VEVENT", NULL, NULL), ==, 2);
  g_assert_cmpint (pln_ical_text_find_part (text, "VEVENT", "a,1", NULL), ==, 2);
  g_assert_cmpint (pln_ical_text_find_part (text, "VEVENT", "a,1", "20270101"), ==, 1);
  g_assert_cmpint (pln_ical_text_find_part (text, "VEVENT", "b", NULL), ==, -1);
  g_assert_cmpint (pln_ical_text_find_part (text, "VTODO", NULL, NULL), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/text/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/ical/text/flaws-are-sentences", test_flaws_are_sentences);
  g_test_add_func ("/ical/text/deep-nesting-is-a-flaw", test_deep_nesting_is_a_flaw);
  g_test_add_func ("/ical/text/long-line-is-a-flaw", test_long_line_is_a_flaw);
  g_test_add_func ("/ical/text/too-much-is-an-error", test_too_much_is_an_error);
  g_test_add_func ("/ical/text/nul-bytes", test_nul_bytes);
  g_test_add_func ("/ical/text/parts-are-found", test_parts_are_found);

  return g_test_run ();
}
