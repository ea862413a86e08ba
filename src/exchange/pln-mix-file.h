/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/**
 * PlnMixFile:
 * @instance: the question
 * @people: (element-type utf8): what people are called in the file
 * @groups: (element-type GPtrArray): by round, what its groups are called
 *
 * A question for the mixer as it stands in a file of the format “mixing-1”.
 */
typedef struct
{
  PlnMixInstance *instance;
  GPtrArray      *people;
  GPtrArray      *groups;
} PlnMixFile;

PlnMixFile *pln_mix_file_read       (const char        *text,
                                     gsize              length,
                                     GError           **error);
void        pln_mix_file_free       (PlnMixFile        *self);
char       *pln_mix_file_write_plan (const PlnMixFile  *self,
                                     const PlnMixPlan  *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixFile, pln_mix_file_free)

G_END_DECLS
