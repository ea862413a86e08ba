/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Drafts are not in the list and not saved; pln_core_save_gathering_async ()
 * with before NULL saves one, or a copy of one. */

/* template_name: "meetup" (an evening), "conference" (a day with breakouts),
 * "unconference", or "" for nothing but a time. */
PlnGathering *pln_core_draft_template        (PlnCore              *self,
                                              const char           *template_name,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* as_next: the next of its series, at the usual distance later, with place,
 * rooms, length, description and capacity; else the same again, with its
 * sessions too. Nobody is on its list. */
void          pln_core_draft_follower_async  (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              gboolean              as_next,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
PlnGathering *pln_core_draft_follower_finish (PlnCore              *self,  /* (transfer full) */
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
