/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

/* Nothing is said when it is done, as that is at every pause: the sheet tells
 * quietly that it is saved. */
static void
save_note (PlnWishes    *wishes,
           PlnGathering *gathering,
           PlnNote      *before,
           PlnNote      *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_save_note_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                            pln_wish_new (self, pln_core_save_note_finish, NULL, FALSE));
}

static GPtrArray *
read_note (PlnWishes   *wishes,
           const char  *text,
           GError     **error)
{
  return pln_core_read_note (PLN_APPLICATION (wishes)->core, text, error);
}

/* What was said in groups and sessions. */
void
pln_application_init_notes (PlnWishesInterface *iface)
{
  iface->save_note = save_note;
  iface->read_note = read_note;
}
