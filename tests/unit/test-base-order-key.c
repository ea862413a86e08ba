/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-order-key.h"

#include <string.h>

static void
test_known (void)
{
  static const struct { const char *before; const char *after; const char *between; } rows[] = {
    { NULL, NULL, "a0" },  { "a0", NULL, "a1" },   { "az", NULL, "b00" },   { "a0", "a1", "a0i" },
    { NULL, "a0", "Zz" },  { NULL, "Z0", "Yzz" },  { "a0i", "a1", "a0r" },  { "a0", "a0i", "a09" },
    { "a0", "a01", "a00i" }, { "a0z", "a1", "a0zi" }, { NULL, "a0i", "a0" }, { "a0", "b00", "a1" },
    { "Yzz", NULL, "Z0" }, { "Zz", NULL, "a0" },   { "az", "b01", "b00" },  { "a1", "a0", NULL }, { "a0", "a0", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = pln_order_key_between (rows[i].before, rows[i].after);

      g_assert_cmpstr (key, ==, rows[i].between);
    }
}

static void
test_valid (void)
{
  static const char *const good[] = { "a0", "Zz", "b00", "a0i", "a00i", "c0001" };
  static const char *const bad[] = { "", "a", "b0", "0", "a0I", "a00", "a0 ", "é0", "a5;X=1" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pln_order_key_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pln_order_key_is_valid (bad[i]));
  g_assert_false (pln_order_key_is_valid (NULL));
}

/* Whoever puts lines anywhere finds a place, and the order stays. */
static void
test_anywhere (void)
{
  g_autoptr(GRand) chance = g_rand_new_with_seed (7);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (guint i = 0; i < 3000; i++)
    {
      guint at = (guint) g_rand_int_range (chance, 0, (gint32) keys->len + 1);
      const char *before = at > 0 ? g_ptr_array_index (keys, at - 1) : NULL;
      const char *after = at < keys->len ? g_ptr_array_index (keys, at) : NULL;
      char *key = pln_order_key_between (before, after);

      g_assert_true (pln_order_key_is_valid (key));
      g_assert_true (before == NULL || strcmp (before, key) < 0);
      g_assert_true (after == NULL || strcmp (key, after) < 0);
      longest = MAX (longest, strlen (key));
      g_ptr_array_insert (keys, (gint) at, key);
    }
  g_assert_cmpuint (longest, <=, 12);
}

static gsize
grow (gboolean at_end,
      guint    n)
{
  g_autofree char *key = pln_order_key_between (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *old = g_steal_pointer (&key);

      key = at_end ? pln_order_key_between (old, NULL) : pln_order_key_between (NULL, old);
      g_assert_true (pln_order_key_is_valid (key));
      g_assert_true ((strcmp (old, key) < 0) == at_end);
    }

  return strlen (key);
}

static void
test_ends (void)
{
  g_assert_cmpuint (grow (TRUE, 100000), <=, 5);
  g_assert_cmpuint (grow (FALSE, 100000), <=, 5);
}

/* Always into the same gap: half of it is taken each time, so that a letter
 * lasts for five; when there is no room the answer is no key, not a wrong one. */
static void
test_one_gap (void)
{
  g_autofree char *after = g_strdup ("a1");
  guint n = 0;

  for (;; n++)
    {
      char *key = pln_order_key_between ("a0", after);

      if (key == NULL)
        break;
      g_assert_cmpint (strcmp ("a0", key), <, 0);
      g_assert_cmpint (strcmp (key, after), <, 0);
      g_free (after);
      after = key;
    }
  g_assert_cmpuint (n, >, 250);
}

static GPtrArray *
keys_new (const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (keys, g_str_equal (parts[i], "-") ? NULL : g_strdup (parts[i]));

  return keys;
}

static void
test_fill (void)
{
  static const struct { const char *before; const char *after; } rows[] = {
    { "a0 a1 a2", "a0 a1 a2" },          { "-", "a0" },
    { "- - -", "a0 a1 a2" },             { "a0 - - a1", "a0 a09 a0i a1" },
    { "a0 - -", "a0 a1 a2" },            { "a5 a3 a6", "a5 a5i a6" },
    { "a0 a0 a0", "a0 a1 a2" },          { "a0 nonsense a1", "a0 a0i a1" },
    { "- a0 -", "Zz a0 a1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) keys = keys_new (rows[i].before);
      g_autofree char *filled = NULL;

      pln_order_keys_fill (keys);
      g_ptr_array_add (keys, NULL);
      filled = g_strjoinv (" ", (char **) keys->pdata);
      g_assert_cmpstr (filled, ==, rows[i].after);
    }
}

/* Where no key fits between two, those that follow make room. */
static void
test_fill_full (void)
{
  g_autofree char *full = g_strnfill (PLN_ORDER_KEY_MAX - 3, '0');
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (keys, g_strdup ("a0"));
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (keys, g_strconcat ("a0", full, "1", NULL));
  g_ptr_array_add (keys, g_strdup ("a1"));
  g_assert_true (pln_order_key_is_valid (keys->pdata[2]));

  pln_order_keys_fill (keys);
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpint (strcmp (keys->pdata[i - 1], keys->pdata[i]), <, 0);
  g_assert_cmpstr (keys->pdata[3], ==, "a1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-key/known", test_known);
  g_test_add_func ("/order-key/valid", test_valid);
  g_test_add_func ("/order-key/anywhere", test_anywhere);
  g_test_add_func ("/order-key/ends", test_ends);
  g_test_add_func ("/order-key/one-gap", test_one_gap);
  g_test_add_func ("/order-key/fill", test_fill);
  g_test_add_func ("/order-key/fill-full", test_fill_full);

  return g_test_run ();
}
