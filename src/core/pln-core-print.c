/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-print.h"

#include "pln-core-private.h"
#include "pln-handout-print.h"
#include "pln-programme-print.h"

struct _PlnCorePrint
{
  GBytes             *text;      /* of the gathering */
  GPtrArray          *sessions;  /* GBytes */
  guint               layout;    /* which of the table below */
  PlnProgramme       *programme; /* or … */
  PlnHandout         *handout;
  PlnPages           *pages;     /* for the paper at hand, or NULL */
};

static const struct
{
  const char         *name;
  gboolean            is_handout;
  PlnHandoutLayout    handout;
  PlnProgrammeLayout  programme;
} layouts[] = {
  { "list", FALSE, 0, PLN_PROGRAMME_LIST },
  { "day", FALSE, 0, PLN_PROGRAMME_DAYS },
  { "rooms", FALSE, 0, PLN_PROGRAMME_ROOMS },
  { "door", TRUE, PLN_HANDOUT_DOOR, 0 },
  { "groups", TRUE, PLN_HANDOUT_GROUPS, 0 },
  { "slips", TRUE, PLN_HANDOUT_SLIPS, 0 },
  { "cards", TRUE, PLN_HANDOUT_CARDS, 0 },
  { "signs", TRUE, PLN_HANDOUT_SIGNS, 0 },
};

/**
 * pln_core_print_free:
 * @print: (transfer full): what is printed
 */
void
pln_core_print_free (PlnCorePrint *print)
{
  g_clear_pointer (&print->text, g_bytes_unref);
  g_clear_pointer (&print->sessions, g_ptr_array_unref);
  g_clear_pointer (&print->programme, pln_programme_free);
  g_clear_pointer (&print->handout, pln_handout_free);
  g_clear_pointer (&print->pages, pln_pages_free);
  g_free (print);
}

const char *
pln_core_print_get_title (PlnCorePrint *print)
{
  return print->handout != NULL ? print->handout->title : print->programme->title;
}

/**
 * pln_core_print_left_out:
 * @print: what is printed
 *
 * Returns: (transfer full) (nullable): what is not on the paper, as a sentence;
 *   %NULL if nothing is missing
 */
char *
pln_core_print_left_out (PlnCorePrint *print)
{
  return print->handout != NULL ? NULL : pln_programme_left_out (print->programme);
}

/**
 * pln_core_print_is_wide:
 * @print: what is printed
 *
 * Returns: whether its pages are best held wide
 */
gboolean
pln_core_print_is_wide (PlnCorePrint *print)
{
  return print->handout == NULL && layouts[print->layout].programme == PLN_PROGRAMME_DAYS;
}

/**
 * pln_core_print_paginate:
 * @print: what is printed
 * @width: of the paper as it is held, in points
 * @height: of the paper, in points
 *
 * Returns: how many pages there are; one at least
 */
guint
pln_core_print_paginate (PlnCorePrint *print,
                         double        width,
                         double        height)
{
  g_clear_pointer (&print->pages, pln_pages_free);
  if (print->handout != NULL)
    print->pages = pln_handout_pages_new (print->handout, layouts[print->layout].handout, width, height);
  else
    print->pages = pln_programme_pages_new (print->programme, layouts[print->layout].programme, width, height);

  return pln_pages_get_n (print->pages);
}

/**
 * pln_core_print_draw:
 * @print: what is printed, that was paginated
 * @cr: where to; one unit is a point
 * @page: the number of a page, counted from 0
 */
void
pln_core_print_draw (PlnCorePrint *print,
                     cairo_t      *cr,
                     guint         page)
{
  pln_pages_draw (print->pages, cr, page);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  PlnCorePrint *print = task_data;
  GError *error = NULL;

  print->programme = pln_programme_new (print->text, print->sessions, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
programme_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
parts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  PlnCorePrint *print = g_task_get_task_data (task);
  g_autoptr(GTask) worker = NULL;
  GError *error = NULL;

  if (!pln_core_take_parts (PLN_STORE (source), result, &print->text, print->sessions, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  worker = g_task_new (NULL, g_task_get_cancellable (task), programme_read_cb, task);
  g_task_set_task_data (worker, print, NULL);
  g_task_run_in_thread (worker, read_thread);
}

/**
 * pln_core_print_async:
 * @self: a core
 * @gathering: a gathering
 * @layout: “list”: the whole programme, “day”: rooms and time, “rooms”: for the
 *   doors; or, of a gathering that is loaded, “door”, “groups”, “slips”, “cards”, “signs”
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when all is read
 * @user_data: data for @callback
 *
 * Reads the programme of a gathering, or who sits where in it, for paper.
 */
void
pln_core_print_async (PlnCore             *self,
                      PlnGathering        *gathering,
                      const char          *layout,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  const char *uids[] = { pln_gathering_get_uid (gathering), NULL };
  PlnCorePrint *print;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (layout != NULL);

  print = g_new0 (PlnCorePrint, 1);
  print->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].name, layout))
      print->layout = i;
  task = pln_core_wish_new (self, pln_core_print_async, cancellable, callback, user_data);
  g_task_set_task_data (task, print, (GDestroyNotify) pln_core_print_free);
  if (layouts[print->layout].is_handout)
    {
      print->handout = pln_handout_new (gathering);
      pln_core_wish_done (task, NULL, NULL, NULL);
    }
  else
    pln_store_get_objects_async (self->store, uids, TRUE, cancellable, parts_read_cb, task);
}

/**
 * pln_core_print_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): what is printed; or %NULL
 */
PlnCorePrint *
pln_core_print_finish (PlnCore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  GTask *task = G_TASK (result);
  PlnCorePrint *print = g_task_get_task_data (task);
  PlnCorePrint *taken;

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  taken = g_new0 (PlnCorePrint, 1);
  taken->layout = print->layout;
  taken->programme = g_steal_pointer (&print->programme);
  taken->handout = g_steal_pointer (&print->handout);

  return taken;
}
