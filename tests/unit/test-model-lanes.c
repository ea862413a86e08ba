/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-lanes.h"

#define ROUNDS 400
#define MOST   60

static gboolean
overlap (const PlnLanesItem *a,
         const PlnLanesItem *b)
{
  return a->start < b->end && b->start < a->end;
}

static gboolean
share_a_lane (const PlnLanesItem *a,
              const PlnLanesItem *b)
{
  /* Lanes of one cluster are of one width, so that they may be compared. */
  return a->lane * b->n_lanes < (b->lane + b->span) * a->n_lanes
         && b->lane * a->n_lanes < (a->lane + a->span) * b->n_lanes;
}

static guint
fill (GRand        *random,
      PlnLanesItem *items)
{
  guint n = (guint) g_rand_int_range (random, 0, MOST);
  int spread = g_rand_int_range (random, 1, 400);

  for (guint i = 0; i < n; i++)
    {
      items[i] = (PlnLanesItem) { .start = g_rand_int_range (random, -spread, spread) };
      items[i].end = items[i].start + g_rand_int_range (random, 0, 60);
    }

  return n;
}

/* How many there are at once, at most, among those that hang together with one. */
static guint
most_at_once (const PlnLanesItem *items,
              guint               n,
              guint               of)
{
  gint64 from = items[of].start, to = items[of].end;
  guint most = 1;

  for (gboolean grew = TRUE; grew;)
    {
      grew = FALSE;
      for (guint i = 0; i < n; i++)
        if (items[i].start < to && from < items[i].end && (items[i].start < from || items[i].end > to))
          {
            from = MIN (from, items[i].start);
            to = MAX (to, items[i].end);
            grew = TRUE;
          }
    }

  for (guint i = 0; i < n; i++)
    {
      guint here = 0;

      if (items[i].start < from || items[i].end > to || items[i].start == items[i].end)
        continue;
      for (guint k = 0; k < n; k++)
        here += items[k].start <= items[i].start && items[k].end > items[i].start;
      most = MAX (most, here);
    }

  return most;
}

static void
test_never_overlap (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20110719);
  PlnLanesItem items[MOST];

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = fill (random, items);
      guint max = (guint) g_rand_int_range (random, 0, 5);

      pln_lanes_pack (items, n, max);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (items[i].span, >, 0);
          g_assert_cmpuint (items[i].lane + items[i].span, <=, items[i].n_lanes);
          g_assert_true (max == 0 || items[i].n_lanes <= max);
          for (guint k = i + 1; k < n; k++)
            g_assert_false (overlap (&items[i], &items[k]) && items[i].group == i && items[k].group == k
                            && items[i].group_end == items[i].end && items[k].group_end == items[k].end
                            && share_a_lane (&items[i], &items[k]));
        }
    }
}

/* What is shown as one holds the start of each, and nothing else stands there. */
static void
test_groups_are_apart (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  PlnLanesItem items[MOST];

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = fill (random, items);
      PlnLanesItem groups[MOST];

      pln_lanes_pack (items, n, 1 + (guint) round % 4);
      for (guint i = 0; i < n; i++)
        {
          groups[i] = items[i];
          groups[i].start = items[items[i].group].start;
          groups[i].end = items[i].group_end;
          g_assert_cmpuint (items[items[i].group].group, ==, items[i].group);
          g_assert_cmpint (items[i].start, >=, groups[i].start);
          g_assert_cmpint (items[i].start, <=, groups[i].end);
          g_assert_cmpuint (items[items[i].group].lane, ==, items[i].lane);
        }
      for (guint i = 0; i < n; i++)
        for (guint k = i + 1; k < n; k++)
          g_assert_false (items[i].group != items[k].group && overlap (&groups[i], &groups[k])
                          && share_a_lane (&groups[i], &groups[k]));
    }
}

static void
test_as_few_as_can_be (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (3);
  PlnLanesItem items[MOST];

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = fill (random, items);

      for (guint i = 0; i < n; i++)
        items[i].end += items[i].end == items[i].start;
      pln_lanes_pack (items, n, 0);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (items[i].n_lanes, ==, most_at_once (items, n, i));
          g_assert_cmpuint (items[i].group, ==, i);
        }
    }
}

/* What began earlier stands first, and equals stand as they were given. */
static void
test_order (void)
{
  PlnLanesItem items[] = { { 60, 90 }, { 0, 120 }, { 60, 90 }, { 60, 100 }, { 200, 260 } };

  pln_lanes_pack (items, G_N_ELEMENTS (items), 0);
  g_assert_cmpuint (items[1].lane, ==, 0);
  g_assert_cmpuint (items[3].lane, ==, 1);
  g_assert_cmpuint (items[0].lane, ==, 2);
  g_assert_cmpuint (items[2].lane, ==, 3);
  g_assert_cmpuint (items[0].n_lanes, ==, 4);
  g_assert_cmpuint (items[4].n_lanes, ==, 1);
}

static void
test_fills_what_is_free (void)
{
  PlnLanesItem items[] = { { 0, 60 }, { 0, 120 }, { 0, 120 }, { 60, 120 }, { 90, 180 }, { 125, 170 } };

  pln_lanes_pack (items, G_N_ELEMENTS (items), 0);
  g_assert_cmpuint (items[0].n_lanes, ==, 4);
  g_assert_cmpuint (items[0].lane, ==, 2);
  g_assert_cmpuint (items[0].span, ==, 2);
  g_assert_cmpuint (items[3].span, ==, 1);
  g_assert_cmpuint (items[5].span, ==, 3);
}

/* The four parallel talks become one, the open day beside them stays. */
static void
test_bridge_keeps_its_lane (void)
{
  PlnLanesItem items[] = {
    { 540, 1080 }, { 690, 750 }, { 690, 750 }, { 690, 750 }, { 690, 750 }, { 800, 860 },
  };

  pln_lanes_pack (items, G_N_ELEMENTS (items), 2);
  g_assert_cmpuint (items[0].lane, ==, 0);
  g_assert_cmpuint (items[0].group, ==, 0);
  for (guint i = 1; i < 5; i++)
    {
      g_assert_cmpuint (items[i].group, ==, 1);
      g_assert_cmpuint (items[i].lane, ==, 1);
    }
  g_assert_cmpuint (items[5].group, ==, 5);
  g_assert_cmpuint (items[5].lane, ==, 1);
}

static void
test_parallel_become_one (void)
{
  PlnLanesItem items[] = { { 690, 750 }, { 690, 750 }, { 690, 750 }, { 705, 765 }, { 765, 800 } };

  pln_lanes_pack (items, G_N_ELEMENTS (items), 2);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (items[i].group, ==, 0);
      g_assert_cmpuint (items[i].n_lanes, ==, 1);
    }
  g_assert_cmpuint (items[4].group, ==, 4);
}

/* A day on which all the time more is on than there is room for. */
static void
test_dense_day (void)
{
  PlnLanesItem items[40];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (PlnLanesItem) { .start = 540 + i / 4 * 50 + i % 4 * 10, .end = 590 + i / 4 * 50 + i % 4 * 10 };

  pln_lanes_pack (items, G_N_ELEMENTS (items), 2);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_assert_cmpuint (items[i].group, ==, i / 4 * 4);
      g_assert_cmpint (items[i].group_end, <=, items[i].start + 80);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/never-overlap", test_never_overlap);
  g_test_add_func ("/lanes/groups-are-apart", test_groups_are_apart);
  g_test_add_func ("/lanes/as-few-as-can-be", test_as_few_as_can_be);
  g_test_add_func ("/lanes/order", test_order);
  g_test_add_func ("/lanes/fills-what-is-free", test_fills_what_is_free);
  g_test_add_func ("/lanes/bridge-keeps-its-lane", test_bridge_keeps_its_lane);
  g_test_add_func ("/lanes/parallel-become-one", test_parallel_become_one);
  g_test_add_func ("/lanes/dense-day", test_dense_day);

  return g_test_run ();
}
