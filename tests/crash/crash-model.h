/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-sync.h"

G_BEGIN_DECLS

/* What a library must be after a number of operations, each of which follows
 * from a seed and its number: so that a program that is killed need only say
 * how far it came. What can change alone is a slot with a value, or none. */
#define N_SMALL    12   /* objects that single changes write */
#define N_IMPORTED 120  /* objects that an import writes */
#define N_SCHEDULE 20   /* objects that an import of a schedule writes, with what they came from */
#define N_DAYS     4    /* instances of a series that may have a title of their own */
#define ABSENT     -1

typedef enum
{
  SLOT_IMPORTED = N_SMALL,
  SLOT_SCHEDULE = SLOT_IMPORTED + N_IMPORTED,
  SLOT_DAY = SLOT_SCHEDULE + N_SCHEDULE,
  SLOT_PLACE = SLOT_DAY + N_DAYS, /* of the series */
  SLOT_HOUR,                      /* of the series */
  SLOT_EVENT,
  SLOT_GATHERING,                 /* with its sessions */
  SLOT_SEAT,                      /* in which of two groups a person sits */
  SLOT_NOTE,                      /* what stands in a line of a note, and what other programs read */
  SLOT_SYNCED,                    /* what a server has, too: its text, its pair and the token */
  N_SLOTS,
} Slot;

typedef enum
{
  OP_PUT,    /* three slots get the number as value: all, or none */
  OP_DELETE,
  OP_UNDO,
  OP_REDO,
  OP_IMPORT,
  OP_SCHEDULE, /* a schedule, or a later version of it */
  OP_ONE,      /* one of a series gets another title */
  OP_ALL,      /* all of it goes to another hour and place */
  OP_EVENT,    /* another title and calendar */
  OP_SETTLE,   /* another text came from a server; no step */
  OP_MOVE,     /* a gathering and its sessions go to another calendar, with other words */
  OP_PLACE,    /* a person goes to a group and leaves the other */
  OP_NOTE,     /* a line of a note is written, or another text on it */
  N_OP_KINDS,
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

Model      *model_new      (void);
void        model_free     (Model         *model);
void        model_begin    (Library       *library); /* what is there before the first operation */
void        model_apply    (Model         *model,
                            const Op      *op);
void        model_explain  (Model         *model,
                            Library       *library,
                            GString       *text);
gboolean    model_is       (Model         *model,
                            Library       *library);

/* Opens a library that tests/data/library-1 became, closes it, and looks that
 * nothing of that is lost. */
void        library_expect_old (Library       *library);

void        op_init        (Op            *op,
                            guint32        seed,
                            guint          number);
const char *op_name        (const Op      *op);
gboolean    op_run         (const Op      *op,
                            Library       *library,
                            GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

G_END_DECLS
