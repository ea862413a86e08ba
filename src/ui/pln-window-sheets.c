/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-gathering-form.h"

/**
 * pln_window_edit_gathering:
 * @self: a window
 * @draft: what the form begins with
 * @is_new: whether @draft is not in the library yet
 *
 * Opens the form of a gathering.
 */
void
pln_window_edit_gathering (PlnWindow    *self,
                           PlnGathering *draft,
                           gboolean      is_new)
{
  PlnSheet *form;

  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (PLN_IS_GATHERING (draft));

  form = pln_gathering_form_new (self->wishes, draft, is_new, (const char *const *) self->calendars);
  pln_sheet_present (form, GTK_WINDOW (self));
}
