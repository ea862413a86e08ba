/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-chip.h"
#include "pln-clashes.h"

G_BEGIN_DECLS

/**
 * PlnProgrammeClashes:
 *
 * What clashes in a programme, by session. A snapshot.
 */
typedef struct _PlnProgrammeClashes PlnProgrammeClashes;

PlnProgrammeClashes *pln_programme_clashes_new  (PlnGathering        *gathering) G_GNUC_WARN_UNUSED_RESULT;
void                 pln_programme_clashes_free (PlnProgrammeClashes *clashes);
guint                pln_programme_clashes_count (PlnProgrammeClashes *clashes);
PlnClash            *pln_programme_clashes_get  (PlnProgrammeClashes *clashes,
                                                 guint                position);
char                *pln_programme_clashes_words (PlnProgrammeClashes *clashes,
                                                  PlnSession          *session) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnProgrammeClashes, pln_programme_clashes_free)

void                 pln_programme_face_show    (PlnChip             *chip,
                                                 PlnGathering        *gathering,
                                                 PlnSession          *session,
                                                 PlnProgrammeClashes *clashes,
                                                 gboolean             with_place);

G_END_DECLS
