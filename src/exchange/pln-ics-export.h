/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-exchange-error.h"
#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnInvitation:
 * @file_name: “Cosima Larkspur.ics”, unique among the others
 * @words: the text to paste into the mail
 *
 * One invitation, update or cancellation, to be written to a file.
 */
typedef struct
{
  char   *id;        /* of the attendee */
  char   *file_name;
  GBytes *ics;
  char   *words;
} PlnInvitation;

void       pln_invitation_free (PlnInvitation *invitation);

/* One file per guest of ids (NULL: everybody with an address); for cancelled
 * gatherings a CANCEL. text: the gathering's object. */
GPtrArray *pln_ics_export_invitations (PlnGathering  *gathering,
                                       GBytes        *text,
                                       const char *const *ids,
                                       GError       **error); /* PlnInvitation */
GBytes    *pln_ics_export_feed        (GBytes        *text,
                                       GPtrArray     *sessions, /* GBytes */
                                       GError       **error);

G_END_DECLS
