/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-exchange-error.h"
#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnInvitation:
 * @id: of the attendee
 * @file_name: “Cosima Larkspur.ics”, unique among the others
 * @ics: the file
 * @words: the text to paste into the mail
 *
 * One invitation, update or cancellation, to be written to a file.
 */
typedef struct
{
  char   *id;
  char   *file_name;
  GBytes *ics;
  char   *words;
} PlnInvitation;

void       pln_invitation_free        (PlnInvitation     *invitation);

GPtrArray *pln_ics_export_invitations (PlnGathering      *gathering,
                                       GBytes            *text,
                                       const char *const *ids,
                                       GError           **error);
GBytes    *pln_ics_export_feed        (GBytes            *text,
                                       GPtrArray         *sessions,
                                       const char        *source,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnInvitation, pln_invitation_free)

G_END_DECLS
