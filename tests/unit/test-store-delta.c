/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-delta.h"

#include <string.h>

static GBytes *
random_text (guint n_lines)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append_printf (text, "LINE:%d", g_test_rand_int_range (0, 20));
      g_string_append (text, g_test_rand_bit () ? "\r\n" : g_test_rand_bit () ? "\n" : "");
    }

  return g_bytes_new (text->str, text->len);
}

/* Whatever the texts are, one makes the other. */
static void
test_gives_the_text_back (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr(GBytes) from = g_test_rand_int_range (0, 10) > 0 ? random_text (g_test_rand_int_range (0, 40)) : NULL;
      g_autoptr(GBytes) to = random_text (g_test_rand_int_range (0, 40));
      g_autoptr(GBytes) delta = pln_store_delta_new (from, to);
      g_autoptr(GBytes) again = pln_store_delta_apply (delta, from);

      g_assert_nonnull (again);
      g_assert_true (g_bytes_equal (to, again));
    }
}

/* Ten thousand guests, of whom one answers, and the stamps. */
static void
test_is_small (void)
{
  g_autoptr(GString) one = g_string_new ("BEGIN:VEVENT\r\nDTSTAMP:20110701T100000Z\r\n");
  g_autoptr(GString) two = g_string_new ("BEGIN:VEVENT\r\nDTSTAMP:20110702T110000Z\r\n");
  g_autoptr(GBytes) from = NULL;
  g_autoptr(GBytes) to = NULL;
  g_autoptr(GBytes) delta = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_printf (one, "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:%u@example.org\r\n", i);
      g_string_append_printf (two, "ATTENDEE;PARTSTAT=%s:mailto:%u@example.org\r\n",
                              i == 9000 ? "ACCEPTED" : "NEEDS-ACTION", i);
    }
  from = g_bytes_new (one->str, one->len);
  to = g_bytes_new (two->str, two->len);
  delta = pln_store_delta_new (from, to);
  g_assert_cmpuint (g_bytes_get_size (delta), <, 200);
}

/* A damaged one gives no text, or another one; never more than it may. */
static void
test_damaged_is_harmless (void)
{
  g_autoptr(GBytes) from = random_text (20);
  g_autoptr(GBytes) to = random_text (20);
  g_autoptr(GBytes) delta = pln_store_delta_new (from, to);
  gsize size;
  const guint8 *data = g_bytes_get_data (delta, &size);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr(GBytes) bad = NULL;
      g_autoptr(GBytes) text = NULL;

      copy[g_test_rand_int_range (0, size)] = g_test_rand_int_range (0, 256);
      bad = g_bytes_new (copy, g_test_rand_int_range (0, size + 1));
      text = pln_store_delta_apply (bad, from);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/delta/back", test_gives_the_text_back);
  g_test_add_func ("/store/delta/small", test_is_small);
  g_test_add_func ("/store/delta/damaged", test_damaged_is_harmless);

  return g_test_run ();
}
