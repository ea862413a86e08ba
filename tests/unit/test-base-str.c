/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-id.h"
#include "pln-str.h"

static void
test_search_ignores_case_and_accents (void)
{
  g_autofree char *zoe = pln_str_fold ("Zoë ÅNGSTRÖM");
  g_autofree char *cut = pln_str_fold ("Zo\xc3");

  g_assert_cmpstr (zoe, ==, "zoe angstrom");
  g_assert_cmpstr (cut, ==, "zo\xef\xbf\xbd");
}

static void
test_label_drops_what_deceives (void)
{
  g_autofree char *label = pln_str_for_label ("a\xe2\x80\xae" "b\x07\nc\xff");
  g_autofree char *line = pln_str_one_line (" a\r\nb ");

  g_assert_cmpstr (label, ==, "ab\nc\xef\xbf\xbd");
  g_assert_cmpstr (line, ==, "a  b");
}

static void
test_file_name_is_safe_everywhere (void)
{
  g_autofree char *plain = pln_str_file_name ("Cosima Larkspur", "guest");
  g_autofree char *nasty = pln_str_file_name ("../../etc/passwd", "guest");
  g_autofree char *empty = pln_str_file_name ("...", "guest");
  g_autofree char *last = pln_str_file_name ("Ltd. ", "guest");

  g_assert_cmpstr (plain, ==, "Cosima Larkspur");
  g_assert_cmpstr (nasty, ==, "etc-passwd");
  g_assert_cmpstr (empty, ==, "guest");
  g_assert_cmpstr (last, ==, "Ltd");
}

static void
test_people_sort_by_surname (void)
{
  g_autofree char *ada = pln_str_surname_key ("Ada Fennimore");
  g_autofree char *bob = pln_str_surname_key ("Bertrand Ashdown");
  g_autofree char *turned = pln_str_surname_key ("Fennimore, Ada");

  g_assert_cmpstr (bob, <, ada);
  g_assert_cmpstr (bob, <, turned);
}

static void
test_ids_have_their_form (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = pln_id_new ();

      g_assert_true (pln_id_is_valid (id));
    }
  g_assert_false (pln_id_is_valid ("short"));
  g_assert_false (pln_id_is_valid ("UPPERCASE000"));
  g_assert_false (pln_id_is_valid (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/str/fold", test_search_ignores_case_and_accents);
  g_test_add_func ("/base/str/label", test_label_drops_what_deceives);
  g_test_add_func ("/base/str/file-name", test_file_name_is_safe_everywhere);
  g_test_add_func ("/base/str/surname", test_people_sort_by_surname);
  g_test_add_func ("/base/id/form", test_ids_have_their_form);

  return g_test_run ();
}
