/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-model.h"

#include <string.h>

#define KEPT_STEPS 500

typedef struct
{
  guint slot;
  int   before;
  int   after;
} Edit;

typedef struct
{
  GArray   *edits;
  gboolean  undone;
  guint     run;
} Step;

static void
step_free (Step *step)
{
  g_array_unref (step->edits);
  g_free (step);
}

Model *
model_new (void)
{
  Model *model = g_new0 (Model, 1);

  for (guint i = 0; i < N_SLOTS; i++)
    model->values[i] = ABSENT;
  model->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return model;
}

void
model_free (Model *model)
{
  g_ptr_array_unref (model->steps);
  g_free (model);
}

static void
set_slot (Model *model,
          Step  *step,
          guint  slot,
          int    value)
{
  Edit edit = { slot, model->values[slot], value };

  if (edit.before == value)
    return;
  g_array_append_val (step->edits, edit);
  model->values[slot] = value;
}

static void
add_step (Model    *model,
          const Op *op)
{
  Step *step = g_new0 (Step, 1);

  step->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  for (guint i = 0; op->kind == OP_PUT && i < 3; i++)
    set_slot (model, step, op->slots[i], op->number);
  for (guint i = N_SMALL; op->kind == OP_IMPORT && i < N_SLOTS; i++)
    set_slot (model, step, i, op->number);
  if (op->kind == OP_DELETE)
    set_slot (model, step, op->slots[0], ABSENT);
  if (step->edits->len == 0)
    {
      step_free (step);
      return;
    }

  for (guint i = model->steps->len; i > 0; i--)
    if (((Step *) model->steps->pdata[i - 1])->undone)
      g_ptr_array_remove_index (model->steps, i - 1);
  step->run = ++model->run;
  g_ptr_array_add (model->steps, step);
  if (model->steps->len > KEPT_STEPS)
    g_ptr_array_remove_index (model->steps, 0);
}

static void
turn_round (Model    *model,
            gboolean  redo)
{
  Step *newest = NULL;

  for (guint i = 0; i < model->steps->len; i++)
    {
      Step *step = model->steps->pdata[i];

      if (step->undone == redo && (newest == NULL || step->run > newest->run))
        newest = step;
    }
  if (newest == NULL)
    return;

  for (guint i = newest->edits->len; i > 0; i--)
    {
      const Edit *edit = &g_array_index (newest->edits, Edit, i - 1);

      model->values[edit->slot] = redo ? edit->after : edit->before;
    }
  newest->undone = !redo;
  newest->run = ++model->run;
}

void
model_apply (Model    *model,
             const Op *op)
{
  if (op->kind == OP_UNDO || op->kind == OP_REDO)
    turn_round (model, op->kind == OP_REDO);
  else
    add_step (model, op);
}

void
op_init (Op      *op,
         guint32  seed,
         guint    number)
{
  static const OpKind kinds[] = {
    OP_PUT, OP_PUT, OP_PUT, OP_PUT, OP_PUT, OP_PUT, OP_DELETE, OP_UNDO, OP_UNDO, OP_REDO, OP_IMPORT,
  };
  guint32 both[] = { seed, number };
  g_autoptr(GRand) random = g_rand_new_with_seed_array (both, 2);

  op->number = number;
  op->kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  op->slots[0] = g_rand_int_range (random, 0, N_SMALL);
  op->slots[1] = (op->slots[0] + g_rand_int_range (random, 1, 4)) % N_SMALL;
  op->slots[2] = (op->slots[1] + g_rand_int_range (random, 1, 4)) % N_SMALL;
}

static char *
slot_text (guint slot,
           int   value)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", slot);
  g_autofree char *title = g_strdup_printf ("v%d", value);
  g_autoptr(GString) more = g_string_new (NULL);

  for (guint i = 0; i < (guint) (value * 31 + slot * 7) % 60; i++)
    g_string_append_printf (more, "X-LINE:%u of value %d, so that texts are of many sizes\r\n", i, value);

  return event_text (uid, title, more->str);
}

static void
put_slot (PlnChange *change,
          guint      slot,
          guint      number)
{
  g_autofree char *uid = g_strdup_printf ("slot-%u", slot);
  g_autofree char *text = slot_text (slot, number);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  pln_change_put_text (change, "Gatherings", uid, bytes);
}

gboolean
op_run (const Op  *op,
        Library   *library,
        GError   **error)
{
  g_autoptr(GError) why = NULL;
  g_autofree char *label = NULL;
  g_autofree char *uid = g_strdup_printf ("slot-%u", op->slots[0]);
  PlnChange *change;

  if (op->kind == OP_UNDO || op->kind == OP_REDO)
    {
      label = library_try_undo (library, op->kind == OP_REDO, &why);
      if (label != NULL || g_error_matches (why, PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  change = pln_change_new ("Crash");
  for (guint i = 0; op->kind == OP_PUT && i < 3; i++)
    put_slot (change, op->slots[i], op->number);
  for (guint i = N_SMALL; op->kind == OP_IMPORT && i < N_SLOTS; i++)
    put_slot (change, i, op->number);
  if (op->kind == OP_DELETE)
    pln_change_delete (change, uid);

  return library_try_apply (library, change, error);
}

void
model_explain (Model   *model,
               Library *library,
               GString *text)
{
  for (guint i = 0; i < N_SLOTS; i++)
    {
      g_autofree char *uid = g_strdup_printf ("slot-%u", i);
      g_autofree char *is = library_text (library, uid);
      g_autofree char *ought = model->values[i] != ABSENT ? slot_text (i, model->values[i]) : NULL;
      const char *title = is != NULL ? strstr (is, "SUMMARY:") : "nothing";

      if (g_strcmp0 (is, ought) != 0)
        g_string_append_printf (text, "%s: v%d, but is %.*s\n", uid, model->values[i],
                                (int) strcspn (title, "\r"), title);
    }
}

gboolean
model_is (Model   *model,
          Library *library)
{
  g_autoptr(GString) text = g_string_new (NULL);

  model_explain (model, library, text);

  return text->len == 0;
}
