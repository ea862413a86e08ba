/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-exchange-error.h"
#include "pln-import-item.h"

G_BEGIN_DECLS

/**
 * PlnIcsOffer:
 * @uid: UID of the object
 * @text: the object as it would be written, without own lines unless own
 * @kind: "gathering", "session", "event", "task", "note", or for own copies any kind in lower case
 * @parent: (nullable): UID of its gathering
 * @sequence: SEQUENCE
 * @flaw: (nullable): why it cannot be taken in, a sentence
 *
 * One object that a file offers. Plain data.
 */
typedef struct
{
  char   *uid;
  GBytes *text;
  char   *kind;
  char   *parent;
  char   *title;
  GDateTime *start; /* or NULL */
  int     sequence;
  char   *flaw;
} PlnIcsOffer;

void       pln_ics_offer_free (PlnIcsOffer *offer);

/* Reads a file by the rules of the product: METHOD other than PUBLISH is an
 * error (METHOD); several events without ORGANIZER and RRULE are suggested as
 * one gathering with sessions, titled by X-WR-CALNAME or name; own lines count
 * only for GATHERING and SESSION unless own. Pure; for any thread. */
GPtrArray *pln_ics_import_read    (GBytes        *bytes,
                                   const char    *name,  /* of the file, without suffix */
                                   PlnImportAs    as,
                                   gboolean       own,
                                   GError       **error); /* PlnIcsOffer */
/* Compares an offer with what is here (NULL: nothing): fate, and in text what
 * shall be written: SEQUENCE at least ours, answers never touched. */
PlnImportFate pln_ics_import_compare (PlnIcsOffer  *offer,
                                      GBytes       *here,
                                      GBytes      **text);

G_END_DECLS
