/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-fold.h"
#include "pln-ical-line.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *unfolded;
  const char *written; /* as it is written again, without folds; NULL: it cannot be read */
} Row;

static const Row rows[] = {
  { "plain",            "SUMMARY:Tea",                          "SUMMARY:Tea" },
  { "lower-case",       "summary;language=en:Tea",              "SUMMARY;LANGUAGE=en:Tea" },
  { "no-value",         "LOCATION:",                            "LOCATION:" },
  { "colon-in-value",   "URL:https://a/",                       "URL:https://a/" },
  { "quoted",           "ATTENDEE;CN=\"A; B: C, D\":mailto:a@b", "ATTENDEE;CN=\"A; B: C, D\":mailto:a@b" },
  { "list",             "ATTENDEE;MEMBER=\"mailto:a\",\"mailto:b\":x", "ATTENDEE;MEMBER=\"mailto:a\",\"mailto:b\":x" },
  { "bare-list",        "CONFERENCE;FEATURE=PHONE,VIDEO:x",     "CONFERENCE;FEATURE=PHONE,VIDEO:x" },
  { "comma-in-quotes",  "X;A=\"b,c\",d:v",                      "X;A=\"b,c\",d:v" },
  { "rfc6868",          "X;CN=\"a^nb^'c^^d^e\":v",              "X;CN=\"a^nb^'c^^d^^e\":v" },
  { "empty-parameter",  "X;CN=:v",                              "X;CN=\"\":v" },
  { "no-equals",        "TEL;HOME:v",                           "TEL;HOME:v" },
  { "unclosed-quote",   "ATTENDEE;CN=\"Ada:mailto:a@b",         "ATTENDEE;CN=\"^'Ada\":mailto:a@b" },
  { "quote-inside",     "ATTENDEE;CN=\\\"x\\\":mailto:a@b",     "ATTENDEE;CN=\"\\^'x\\^'\":mailto:a@b" },
  { "text-after-quote", "X;CN=\"a;b\"c:v",                      "X;CN=\"a;bc\":v" },
  { "latin-1",          "X;CN=Ren\xe9:\xe9",                    "X;CN=\"Ren\xef\xbf\xbd\":\xef\xbf\xbd" },
  { "no-colon",         "SUMMARY",                              NULL },
  { "no-name",          ":Tea",                                 NULL },
  { "empty",            "",                                     NULL },
  { "blank-in-name",    "SUM MARY:Tea",                         NULL },
  { "empty-name",       "DESCRIPTION;;:v",                      NULL },
  { "cut-parameter",    "ATTENDEE;CN=\"Ada\"",                  NULL },
};

static void
test_row (gconstpointer user_data)
{
  const Row *row = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalLine) line = pln_ical_line_parse (row->unfolded, strlen (row->unfolded), &error);
  g_autofree char *written = NULL;

  if (row->written == NULL)
    {
      g_assert_null (line);
      g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN);
      return;
    }

  g_assert_no_error (error);
  written = pln_ical_line_write_unfolded (line, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, row->written);
}

static void
test_caret_is_undone (void)
{
  const char *text = "X;CN=\"a^nb^'c^^d^e\":v";
  g_autoptr(PlnIcalLine) line = pln_ical_line_parse (text, strlen (text), NULL);

  g_assert_cmpstr (pln_ical_line_get_parameter (line, "cn"), ==, "a\nb\"c^d^e");
}

static void
test_too_many_parameters (void)
{
  g_autoptr(GString) text = g_string_new ("X");
  g_autoptr(PlnIcalLine) line = NULL;
  g_autoptr(PlnIcalLine) none = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < PLN_ICAL_MAX_PARAMETERS; i++)
    g_string_append (text, ";A=b");
  g_string_append (text, ":v");
  line = pln_ical_line_parse (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (line->parameters->len, ==, PLN_ICAL_MAX_PARAMETERS);

  g_string_insert (text, 1, ";A=b");
  none = pln_ical_line_parse (text->str, text->len, &error);
  g_assert_null (none);
  g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_LIMIT);
}

/* What comes from a form must never begin a second line. */
static void
test_control_characters_are_refused (void)
{
  static const char *const bad[] = { "a\r\nATTENDEE:mailto:evil@x", "a\n", "a\r", "a\x01", "a\x7f", "a\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(PlnIcalLine) value = pln_ical_line_new ("URL", bad[i]);
      g_autoptr(PlnIcalLine) name = pln_ical_line_new (bad[i], "v");
      g_autoptr(PlnIcalLine) parameter = pln_ical_line_new ("URL", "v");
      PlnIcalLine *lines[] = { value, name, parameter };

      pln_ical_line_set_parameter (parameter, "CN", bad[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (lines); j++)
        {
          g_autoptr(GError) error = NULL;
          g_autofree char *written = pln_ical_line_write (lines[j], &error);

          if (lines[j] == parameter && g_str_equal (bad[i], "a\n"))
            {
              g_assert_cmpstr (written, ==, "URL;CN=\"a^n\":v\r\n"); /* RFC 6868 can say it */
              continue;
            }
          g_assert_null (written);
          g_assert_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED);
        }
    }
}

static void
test_parameters_are_set_and_removed (void)
{
  static const char *const both[] = { "mailto:a@x", "mailto:b@x", NULL };
  g_autoptr(PlnIcalLine) line = pln_ical_line_new ("attendee", "mailto:c@x");
  g_autoptr(PlnIcalLine) copy = NULL;
  g_autofree char *written = NULL;

  pln_ical_line_set_parameter (line, "partstat", "ACCEPTED");
  pln_ical_line_set_parameter (line, "PARTSTAT", "DECLINED");
  pln_ical_line_set_parameter (line, "RSVP", "TRUE");
  pln_ical_line_set_parameter (line, "RSVP", NULL);
  pln_ical_line_set_parameter_list (line, "DELEGATED-TO", both);
  copy = pln_ical_line_copy (line);
  pln_ical_line_set_parameter (line, "PARTSTAT", NULL);

  written = pln_ical_line_write_unfolded (copy, NULL);
  g_assert_cmpstr (written, ==, "ATTENDEE;PARTSTAT=DECLINED;DELEGATED-TO=\"mailto:a@x\",\"mailto:b@x\":mailto:c@x");
}

static void
test_text_and_lists (void)
{
  static const char *const topics[] = { "A,1", "B;2", "C\\", NULL };
  g_autoptr(PlnIcalLine) text = pln_ical_line_new_text ("DESCRIPTION", "a, b; c\\d\r\ne\nf");
  g_autoptr(PlnIcalLine) foreign = pln_ical_line_new ("DESCRIPTION", "a, b; \\N\\x\\\\n\\");
  g_autoptr(PlnIcalLine) list = pln_ical_line_new_list ("CATEGORIES", topics);
  g_autoptr(PlnIcalLine) empty = pln_ical_line_new ("CATEGORIES", "");
  g_autofree char *said = pln_ical_line_get_text (text);
  g_autofree char *foreign_said = pln_ical_line_get_text (foreign);
  g_auto(GStrv) listed = pln_ical_line_get_list (list);
  g_auto(GStrv) none = pln_ical_line_get_list (empty);

  g_assert_cmpstr (text->value, ==, "a\\, b\\; c\\\\d\\ne\\nf");
  g_assert_cmpstr (said, ==, "a, b; c\\d\ne\nf");
  g_assert_cmpstr (foreign_said, ==, "a, b; \n\\x\\n\\");
  g_assert_true (g_strv_equal ((const char *const *) listed, topics));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_address_key (void)
{
  static const struct { const char *value; const char *key; } pairs[] = {
    { "mailto:%41da@X.org", "ada@x.org" },
    { "MAILTO: Ada@x.org ", "ada@x.org" },
    { "ada@x.org",          "ada@x.org" },
    { "mailto:100%@x.org",  "100%@x.org" },
    { "mailto:Zo%C3%8B@x",  "zoë@x" },
    { "urn:uuid:AB",        "urn:uuid:ab" },
    { "",                   "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *key = pln_ical_address_key (pairs[i].value);
      g_autofree char *again = pln_ical_address_key (key);

      g_assert_cmpstr (key, ==, pairs[i].key);
      g_assert_cmpstr (again, ==, key);
    }
}

static char *
random_text (guint most)
{
  static const char *const pieces[] = { "a", "B", " ", ",", ";", ":", "\"", "^", "^n", "\\", "\n", "é", "🦊", "\t", "=" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, most); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* What is written says the same when it is read, and no line is too long. */
static void
test_written_is_read (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *text = random_text (80);
      g_autofree char *name = random_text (40);
      g_autofree char *second = random_text (10);
      const char *names[] = { name, second, NULL };
      g_autoptr(PlnIcalLine) line = pln_ical_line_new_text ("X-PLENARY-LINE", text);
      g_autoptr(PlnIcalLine) again = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *raw = NULL;
      g_autofree char *said = NULL;
      g_autoptr(GString) unfolded = g_string_new (NULL);
      g_auto(GStrv) lines = NULL;
      const PlnIcalParameter *parameter;

      pln_ical_line_set_parameter_list (line, "CN", names);
      raw = pln_ical_line_write (line, &error);
      g_assert_no_error (error);

      lines = g_strsplit (raw, "\r\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_cmpuint (strlen (lines[i]), <=, 75);
          g_assert_true (g_utf8_validate (lines[i], -1, NULL));
        }

      pln_ical_unfold_append (unfolded, raw, strlen (raw));
      again = pln_ical_line_parse (unfolded->str, unfolded->len, &error);
      g_assert_no_error (error);
      said = pln_ical_line_get_text (again);
      g_assert_cmpstr (said, ==, text);
      parameter = g_ptr_array_index (again->parameters, 0);
      g_assert_true (g_strv_equal ((const char *const *) parameter->values, names));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ical/line/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/ical/line/caret-is-undone", test_caret_is_undone);
  g_test_add_func ("/ical/line/too-many-parameters", test_too_many_parameters);
  g_test_add_func ("/ical/line/control-characters-are-refused", test_control_characters_are_refused);
  g_test_add_func ("/ical/line/parameters-are-set-and-removed", test_parameters_are_set_and_removed);
  g_test_add_func ("/ical/line/text-and-lists", test_text_and_lists);
  g_test_add_func ("/ical/line/address-key", test_address_key);
  g_test_add_func ("/ical/line/written-is-read", test_written_is_read);

  return g_test_run ();
}
