/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-round-words.h"

G_BEGIN_DECLS

const char *pln_group_role_icon     (PlnGroupRole  role);
char       *pln_group_role_missing  (PlnGroupRole  role) G_GNUC_WARN_UNUSED_RESULT;
gboolean    pln_group_lacks         (PlnRound     *round,
                                     PlnGroup     *group,
                                     PlnGroupRole  role);

char       *pln_group_summary       (PlnRound     *round,
                                     PlnGroup     *group) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_place_summary       (PlnAttendee  *attendee,
                                     PlnGroup     *group,
                                     const PlnPlace *place,
                                     guint         position) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_place_facts         (PlnGathering *gathering,
                                     PlnAttendee  *attendee) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_people_words        (PlnGathering *gathering,
                                     GPtrArray    *ids) G_GNUC_WARN_UNUSED_RESULT;

guint       pln_met_count           (PlnGathering *gathering,
                                     const char   *person);

G_END_DECLS
