/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-library.h"

G_BEGIN_DECLS

/* What a library must be after a number of operations, each of which follows
 * from a seed and its number: so that a program that is killed need only say
 * how far it came. Objects are slots with a value, or none. */
#define N_SMALL 12  /* slots that single changes write */
#define N_SLOTS 132 /* with those that an import writes */
#define ABSENT  -1

typedef enum
{
  OP_PUT,    /* three slots get the number as value: all, or none */
  OP_DELETE,
  OP_UNDO,
  OP_REDO,
  OP_IMPORT, /* all slots from N_SMALL on */
} OpKind;

typedef struct
{
  OpKind kind;
  guint  number;
  guint  slots[3];
} Op;

typedef struct
{
  int        values[N_SLOTS];
  GPtrArray *steps;
  guint      run;
} Model;

Model    *model_new      (void);
void      model_free     (Model         *model);
void      model_apply    (Model         *model,
                          const Op      *op);
void      model_explain  (Model         *model,
                          Library       *library,
                          GString       *text);
gboolean  model_is       (Model         *model,
                          Library       *library);

void      op_init        (Op            *op,
                          guint32        seed,
                          guint          number);
gboolean  op_run         (const Op      *op,
                          Library       *library,
                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

G_END_DECLS
