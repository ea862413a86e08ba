/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnCoreMixed:
 * @violations: rules that the plan breaks
 * @cost: what its flaws cost
 * @n_steps: for how many steps was looked
 * @reasons: (array zero-terminated=1): why rules are broken, in sentences
 *
 * What a mix is worth.
 */
typedef struct
{
  guint64 violations;
  guint64 cost;
  guint64 n_steps;
  GStrv   reasons;
} PlnCoreMixed;

void          pln_core_mixed_free     (PlnCoreMixed        *mixed);

/* Reads a question in the format “mixing-1”, and writes the plan. Searches
 * for n_steps, or, if that is 0, for as many as take about so many seconds of
 * processor time; the same number of steps and seed give the same plan. */
void          pln_core_mix_file_async (GFile               *question,
                                       GFile               *answer,
                                       guint64              seed,
                                       guint64              n_steps,
                                       double               seconds,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
PlnCoreMixed *pln_core_mix_file_finish (GAsyncResult       *result, /* (transfer full) */
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnCoreMixed, pln_core_mixed_free)

G_END_DECLS
