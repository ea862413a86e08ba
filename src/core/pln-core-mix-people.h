/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-mixing-settings.h"
#include "pln-mixing.h"

G_BEGIN_DECLS

/* What the plan of a gathering that is loaded is worth; moves (PlnMove; NULL:
 * none): with these people elsewhere. At once, and nothing changes. */
PlnQuality        *pln_core_judge          (PlnCore              *self, /* (transfer full) */
                                            PlnGathering         *gathering,
                                            GPtrArray            *moves);

/* How the gathering was mixed last, or sensible choices. */
PlnMixingSettings *pln_core_draft_mix      (PlnCore              *self, /* (transfer full) */
                                            PlnGathering         *gathering);

/* Look for a plan in a thread, and tell how far it is. n_steps 0: the usual
 * number, or as many as take so many seconds of processor time. The same
 * gathering, settings, seed and number of steps give the same plan. Dropping
 * what is returned ends the search; nothing changes until it is used. */
PlnMixing         *pln_core_mix_people     (PlnCore              *self, /* (transfer full) */
                                            PlnGathering         *gathering,
                                            PlnMixingSettings    *settings,
                                            guint64               seed,
                                            guint64               n_steps,
                                            double                seconds);
/* The same for a plan that differs in as few places as can be from what is:
 * who came gets a place, who left loses it, groups find other rooms. */
PlnMixing         *pln_core_mend_people    (PlnCore              *self, /* (transfer full) */
                                            PlnGathering         *gathering);

/* Takes the best plan found so far, in one step. */
void               pln_core_use_mix_async  (PlnCore              *self,
                                            PlnMixing            *mixing,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean           pln_core_use_mix_finish (PlnCore              *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
