/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-span.h"

#define HOUR 3600

/* Writes down what a list announces, as “position-removed+added”. */
static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static PlnOccurrence *
new_occurrence (const char *uid,
                const char *instance,
                int         start,
                int         end)
{
  g_autoptr(GDateTime) first = g_date_time_new_from_unix_utc (start * HOUR);
  g_autoptr(GDateTime) last = g_date_time_new_from_unix_utc (end * HOUR);
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = uid, .instance = instance, .title = uid, .zone = "UTC",
    .start = first, .end = last,
  };

  return pln_occurrence_new (&data);
}

static GPtrArray *
some (void)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (occurrences, new_occurrence ("c", "", 5, 6));
  g_ptr_array_add (occurrences, new_occurrence ("b", "2", 4, 5));
  g_ptr_array_add (occurrences, new_occurrence ("b", "1", 2, 3));
  g_ptr_array_add (occurrences, new_occurrence ("a", "", 2, 4));
  g_ptr_array_add (occurrences, new_occurrence ("late", "", 10, 11));
  g_ptr_array_add (occurrences, new_occurrence ("long", "", -100, 100));

  return occurrences;
}

static char *
keys (PlnSpan *span)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i);

      g_string_append_printf (text, "%s%s ", pln_occurrence_get_uid (occurrence), pln_occurrence_get_instance (occurrence));
    }

  return g_string_free (text, FALSE);
}

static PlnSpan *
new_span (GString *changes)
{
  g_autoptr(GPtrArray) occurrences = some ();
  PlnSpan *span = pln_span_new (0, 10 * HOUR);

  g_assert_true (pln_span_get_loading (span));
  pln_span_take (span, occurrences);
  g_assert_false (pln_span_get_loading (span));
  g_signal_connect (span, "items-changed", G_CALLBACK (changed_cb), changes);

  return span;
}

static void
test_sorted (void)
{
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(PlnSpan) span = new_span (changes);
  g_autofree char *there = keys (span);

  g_assert_cmpstr (there, ==, "long a b1 b2 c ");
  g_assert_null (pln_span_find (span, "late", ""));
  g_assert_null (pln_span_find (span, "b", ""));
  g_assert_nonnull (pln_span_find (span, "b", "2"));
}

static void
test_what_stays_stays (void)
{
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(PlnSpan) span = new_span (changes);
  g_autoptr(GPtrArray) again = some ();
  PlnOccurrence *first = pln_span_find (span, "a", "");
  g_autofree char *there = NULL;

  pln_span_take (span, again);
  g_assert_cmpstr (changes->str, ==, "");
  g_assert_true (pln_span_find (span, "a", "") == first);

  /* One moved, one gone, one twice. */
  g_ptr_array_remove_index (again, 0);
  g_ptr_array_index (again, 0) = (g_object_unref (again->pdata[0]), new_occurrence ("b", "2", 1, 2));
  g_ptr_array_add (again, new_occurrence ("a", "", 7, 8));
  pln_span_take (span, again);
  there = keys (span);

  g_assert_cmpstr (there, ==, "long b2 a b1 ");
  g_assert_true (pln_span_find (span, "a", "") == first);
  g_assert_cmpstr (changes->str, ==, "3-2+0 1-0+1 ");
}

static void
test_put_and_remove (void)
{
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(PlnSpan) span = new_span (changes);
  g_autoptr(PlnOccurrence) same = new_occurrence ("a", "", 2, 4);
  g_autoptr(PlnOccurrence) moved = new_occurrence ("a", "", 8, 9);
  g_autoptr(PlnOccurrence) away = new_occurrence ("c", "", 18, 19);
  g_autoptr(PlnOccurrence) new = new_occurrence ("d", "", 0, 1);
  g_autofree char *there = NULL;

  pln_span_put (span, same);
  g_assert_cmpstr (changes->str, ==, "");
  pln_span_put (span, moved);
  pln_span_put (span, away);
  pln_span_put (span, new);
  pln_span_remove (span, "b", "2");
  there = keys (span);
  g_assert_cmpstr (there, ==, "long d b1 a ");
  g_assert_true (pln_span_find (span, "a", "") == moved);

  pln_span_remove (span, "b", NULL);
  g_assert_null (pln_span_find (span, "b", "1"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (span)), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/span/sorted", test_sorted);
  g_test_add_func ("/model/span/what-stays-stays", test_what_stays_stays);
  g_test_add_func ("/model/span/put-and-remove", test_put_and_remove);

  return g_test_run ();
}
