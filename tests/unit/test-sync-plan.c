/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-plan.h"

#include <stdlib.h>
#include <string.h>

static char *
describe (const PlnSyncPlan *plan)
{
  static const char *const kinds[] = { "fetch", "push", "push-again", "delete-there", "delete-here", "forget" };
  GString *text = g_string_new (plan->is_doubtful ? "doubtful" : NULL);

  if (plan->n_missing > 0)
    g_string_append_printf (text, "%u missing ", plan->n_missing);
  for (guint i = 0; i < plan->operations->len; i++)
    {
      const PlnSyncOperation *operation = &g_array_index (plan->operations, PlnSyncOperation, i);

      g_string_append_printf (text, "%s %s %s %s, ", kinds[operation->kind],
                              operation->uid != NULL ? operation->uid : "-",
                              operation->href != NULL ? operation->href : "-",
                              operation->etag != NULL ? operation->etag : "-");
    }

  return g_string_free (text, FALSE);
}

#define MANY 40 /* objects at most */

/* A table of one object: what is here, was, is there; "" for nothing. */
static void
test_each_case (void)
{
  static const struct
  {
    const char *here;
    const char *was; /* "text etag" */
    const char *there;
    const char *whole;
    const char *delta;
  } cases[] = {
    { "1", "1 e1", "e1", "", "" },
    { "2", "1 e1", "e1", "push a h e1, ", "push a h e1, " },
    { "1", "1 e1", "e2", "fetch a h e1, ", "fetch a h e1, " },
    { "2", "1 e1", "e2", "fetch a h e1, ", "fetch a h e1, " },
    { "2", "", "", "push a - -, ", "push a - -, " },
    { "", "", "e1", "fetch - h -, ", "fetch - h -, " },
    { "", "1 e1", "e1", "delete-there a h e1, ", "delete-there a h e1, " },
    { "", "1 e1", "e2", "fetch a h e1, ", "fetch a h e1, " },
    { "", "1 e1", "", "forget a h e1, ", "delete-there a h e1, " },
    { "1", "1 e1", "", "delete-here a h e1, ", "" },
    { "2", "1 e1", "", "push-again a h -, ", "push a h e1, " },
    { "1", "1 e1", "gone", "delete-here a h e1, ", "delete-here a h e1, " },
    { "2", "1 e1", "gone", "push-again a h -, ", "push-again a h -, " },
    { "", "", "gone", "", "" },
    { "1", "1 e1", "?", "fetch a h e1, ", "fetch a h e1, " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int whole = 0; whole < 2; whole++)
      {
        g_auto(GStrv) was = g_strsplit (cases[i].was, " ", 2);
        PlnSyncLocal local = { "a", cases[i].here };
        PlnSyncBase base = { "a", was[0], "h", was[0] != NULL ? was[1] : NULL };
        PlnSyncRemote remote = { "h", cases[i].there, FALSE };
        PlnSyncTrees trees = { &local, *cases[i].here != '\0', &base, *cases[i].was != '\0',
                               &remote, *cases[i].there != '\0', whole };
        g_autoptr(PlnSyncPlan) plan = NULL;
        g_autofree char *text = NULL;

        if (g_str_equal (cases[i].there, "gone"))
          remote = (PlnSyncRemote) { "h", NULL, TRUE };
        else if (g_str_equal (cases[i].there, "?"))
          remote.etag = NULL;
        plan = pln_sync_plan_new (&trees);
        text = describe (plan);
        g_assert_cmpstr (text, ==, whole ? cases[i].whole : cases[i].delta);
      }
}

static void
fill (PlnSyncLocal *local,
      PlnSyncBase  *base)
{
  static char names[MANY][8];

  for (guint i = 0; i < MANY; i++)
    {
      g_snprintf (names[i], sizeof names[i], "h%02u", i);
      local[i] = (PlnSyncLocal) { names[i], "1" };
      base[i] = (PlnSyncBase) { names[i], "1", names[i], "e" };
    }
}

/* A server that has suddenly lost most of a calendar is not believed. */
static void
test_guard (void)
{
  static const struct { guint n; guint n_gone; guint n_missing; } cases[] = {
    { 1, 1, 0 }, { 2, 1, 0 }, { 2, 2, 2 }, { 9, 8, 0 }, { 10, 3, 0 }, { 10, 4, 4 }, { 40, 13, 0 }, { 40, 14, 14 }, { 40, 40, 40 },
  };
  PlnSyncLocal local[MANY];
  PlnSyncBase base[MANY];
  PlnSyncRemote remote[MANY];

  fill (local, base);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n;
      PlnSyncTrees trees = { local, n, base, n, remote, n - cases[i].n_gone, TRUE };
      g_autoptr(PlnSyncPlan) plan = NULL;
      g_autoptr(PlnSyncPlan) agreed = NULL;

      for (guint k = cases[i].n_gone; k < n; k++)
        remote[k - cases[i].n_gone] = (PlnSyncRemote) { base[k].href, "e", FALSE };
      plan = pln_sync_plan_new (&trees);
      g_assert_cmpuint (plan->n_missing, ==, cases[i].n_missing);
      g_assert_cmpuint (plan->operations->len, ==, cases[i].n_missing > 0 ? 0 : cases[i].n_gone);
      trees.may_empty = TRUE;
      agreed = pln_sync_plan_new (&trees);
      g_assert_cmpuint (agreed->operations->len, ==, cases[i].n_gone);
    }
}

static void
test_doubtful (void)
{
  PlnSyncLocal local[MANY];
  PlnSyncBase base[MANY];
  PlnSyncRemote remote[MANY];
  PlnSyncTrees trees = { local, MANY, base, MANY, remote, 36, FALSE };

  fill (local, base);
  for (guint i = 0; i < MANY; i++)
    remote[i] = (PlnSyncRemote) { base[i].href, "e", FALSE };

  for (guint n = 35; n <= 36; n++)
    {
      g_autoptr(PlnSyncPlan) plan = NULL;

      trees.n_remote = n;
      plan = pln_sync_plan_new (&trees);
      g_assert_cmpint (plan->is_doubtful, ==, n == 36);
      g_assert_cmpuint (plan->operations->len, ==, 0);
    }
  remote[3] = (PlnSyncRemote) { base[3].href, NULL, TRUE }; /* it does tell of deletions */
  {
    g_autoptr(PlnSyncPlan) plan = pln_sync_plan_new (&trees);

    g_assert_false (plan->is_doubtful);
    g_assert_cmpuint (plan->operations->len, ==, 1);
  }
}

/* A small world: what an object is, is a set of edits as bits; merging joins
 * them. 0: it is not there. A server that answers truly, and an engine that
 * does what the plan says. */
#define N 6

typedef struct
{
  guint here[N];
  guint was[N];
  guint there[N];
} World;

typedef struct
{
  char          uids[N][2];
  char          texts[3][N][12];
  PlnSyncLocal  local[N];
  PlnSyncBase   base[N];
  PlnSyncRemote remote[3 * N];
  PlnSyncTrees  trees;
} Trees;

static guint
pick (GRand *random,
      guint  n)
{
  return g_rand_int_range (random, 0, n);
}

static void
shuffle (GRand *random,
         char  *items,
         guint  n,
         gsize  size)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = pick (random, i);
      char spare[sizeof (PlnSyncBase)];

      memcpy (spare, items + (i - 1) * size, size);
      memmove (items + (i - 1) * size, items + k * size, size);
      memcpy (items + k * size, spare, size);
    }
}

static const char *
text_of (Trees *trees,
         guint  side,
         guint  i,
         guint  value)
{
  g_snprintf (trees->texts[side][i], sizeof trees->texts[side][i], "%u", value);

  return trees->texts[side][i];
}

/* What the planner sees of a world: in any order, with what servers add. */
static void
see (const World *world,
     Trees       *trees,
     gboolean     whole,
     GRand       *random)
{
  guint n_local = 0;
  guint n_base = 0;
  guint n_remote = 0;

  for (guint i = 0; i < N; i++)
    {
      const char *uid = trees->uids[i];
      gboolean changed = world->there[i] != world->was[i];

      trees->uids[i][0] = 'a' + i;
      trees->uids[i][1] = '\0';
      if (world->here[i] != 0)
        trees->local[n_local++] = (PlnSyncLocal) { uid, text_of (trees, 0, i, world->here[i]) };
      if (world->was[i] != 0)
        {
          const char *text = text_of (trees, 1, i, world->was[i]);

          trees->base[n_base++] = (PlnSyncBase) { uid, text, uid, text };
        }
      if (world->there[i] != 0 && (whole || changed || pick (random, 4) == 0))
        trees->remote[n_remote++] = (PlnSyncRemote) { uid, text_of (trees, 2, i, world->there[i]), FALSE };
      else if (world->there[i] == 0 && (world->was[i] != 0 ? !whole || pick (random, 2) == 0 : pick (random, 4) == 0))
        trees->remote[n_remote++] = (PlnSyncRemote) { uid, NULL, TRUE };
      if (n_remote > 0 && pick (random, 8) == 0)
        {
          trees->remote[n_remote] = trees->remote[n_remote - 1]; /* twice */
          n_remote++;
        }
    }
  shuffle (random, (char *) trees->local, n_local, sizeof *trees->local);
  shuffle (random, (char *) trees->base, n_base, sizeof *trees->base);
  shuffle (random, (char *) trees->remote, n_remote, sizeof *trees->remote);
  trees->trees = (PlnSyncTrees) { trees->local, n_local, trees->base, n_base, trees->remote, n_remote, whole, TRUE };
}

static void
carry_out (World                  *world,
           const PlnSyncOperation *operation)
{
  guint i = (operation->uid != NULL ? *operation->uid : *operation->href) - 'a';
  gboolean as_expected = operation->etag != NULL
                         ? world->there[i] == (guint) atoi (operation->etag)
                         : world->there[i] == 0;

  switch (operation->kind)
    {
    case PLN_SYNC_PUSH:
    case PLN_SYNC_PUSH_AGAIN:
      if (!as_expected)
        break; /* 412, or its UID is there already: the next round reads it */
      world->there[i] = world->here[i];
      world->was[i] = world->here[i];
      break;
    case PLN_SYNC_FETCH:
      world->here[i] |= world->there[i];
      world->was[i] = world->there[i];
      break;
    case PLN_SYNC_DELETE_THERE:
      if (!as_expected)
        break;
      world->there[i] = 0;
      world->was[i] = 0;
      break;
    case PLN_SYNC_DELETE_HERE:
    case PLN_SYNC_FORGET:
    default:
      world->here[i] = 0;
      world->was[i] = 0;
    }
}

static void
check_world (GRand *random)
{
  World begun = { 0 };
  World world;
  guint rounds = 0;
  gboolean whole = pick (random, 2);

  for (guint i = 0; i < N; i++)
    {
      begun.was[i] = pick (random, 3) > 0 ? 1 : 0;
      begun.here[i] = pick (random, 4) == 0 ? 0 : pick (random, 2) ? begun.was[i] : begun.was[i] | 2;
      begun.there[i] = pick (random, 4) == 0 ? 0 : pick (random, 2) ? begun.was[i] : begun.was[i] | 4;
    }
  world = begun;

  for (;;)
    {
      Trees trees;
      Trees again;
      g_autoptr(PlnSyncPlan) plan = NULL;
      g_autoptr(PlnSyncPlan) other = NULL;
      g_autofree char *text = NULL;
      g_autofree char *other_text = NULL;

      see (&world, &trees, whole, random);
      plan = pln_sync_plan_new (&trees.trees);
      text = describe (plan);

      /* In another order, with other noise, it is the same plan. */
      see (&world, &again, whole, random);
      other = pln_sync_plan_new (&again.trees);
      other_text = describe (other);
      g_assert_cmpstr (other_text, ==, text);

      if (plan->operations->len == 0)
        break;
      for (guint i = 0; i < plan->operations->len; i++)
        carry_out (&world, &g_array_index (plan->operations, PlnSyncOperation, i));
      g_assert_cmpuint (++rounds, <, 4);
    }

  for (guint i = 0; i < N; i++)
    {
      gboolean changed_here = begun.here[i] != 0 && begun.here[i] != begun.was[i];
      gboolean changed_there = begun.there[i] != 0 && begun.there[i] != begun.was[i];

      /* All three agree, no edit is lost, and only what was deleted is gone. */
      g_assert_cmpuint (world.here[i], ==, world.there[i]);
      g_assert_cmpuint (world.here[i], ==, world.was[i]);
      if (changed_here)
        g_assert_cmpuint (world.here[i] & begun.here[i], ==, begun.here[i]);
      if (changed_there)
        g_assert_cmpuint (world.here[i] & begun.there[i], ==, begun.there[i]);
      if (!changed_here && !changed_there)
        g_assert_cmpint (world.here[i] == 0, ==, begun.here[i] == 0 || begun.there[i] == 0);
    }
}

/* PLENARY_WORLDS says how many; a million takes ten seconds. */
static void
test_worlds (void)
{
  const char *wanted = g_getenv ("PLENARY_WORLDS");
  guint n = wanted != NULL ? atoi (wanted) : 20000;
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < n; i++)
    check_world (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/plan/each-case", test_each_case);
  g_test_add_func ("/sync/plan/guard", test_guard);
  g_test_add_func ("/sync/plan/doubtful", test_doubtful);
  g_test_add_func ("/sync/plan/worlds", test_worlds);

  return g_test_run ();
}
