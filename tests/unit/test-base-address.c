/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-address.h"

static void
test_mail (void)
{
  static const char *const good[] = { "ada@example.org", "o'neil+cpd@a-b.example", "zoë@exämple.org", "a@localhost" };
  static const char *const bad[] = {
    "", "ada", "@example.org", "ada@", "a da@example.org", "ada@@example.org", "ada@.org", "ada@example..org",
    "ada@example.org.", "Ada <ada@example.org>", "a@b.org,c@d.org", "a@b\r\nX:y", "a@b\x7f", "mailto:a@b.org",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pln_address_is_mail (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pln_address_is_mail (bad[i]));
}

static void
test_web (void)
{
  static const char *const bad[] = {
    "", "meet.example.org", "javascript:alert(1)", "file:///etc/passwd", "http:", "https://", "ftp://example.org/", "http://a b/",
  };
  g_autofree char *plain = pln_address_web_host ("https://meet.example.org/cpd23?x=1");
  g_autofree char *tricky = pln_address_web_host ("HTTP://www.bank.example@evil.example/");

  g_assert_cmpstr (plain, ==, "meet.example.org");
  g_assert_cmpstr (tricky, ==, "evil.example"); /* what is shown is where it goes */
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (pln_address_web_host (bad[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/address/mail", test_mail);
  g_test_add_func ("/base/address/web", test_web);

  return g_test_run ();
}
