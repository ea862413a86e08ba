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
 * @title: what it is called, may be empty
 * @start: (nullable): when it begins
 * @sequence: SEQUENCE
 * @flaw: (nullable): why it cannot be taken in, a sentence
 *
 * One object that a file offers. Plain data.
 */
typedef struct
{
  char      *uid;
  GBytes    *text;
  char      *kind;
  char      *parent;
  char      *title;
  GDateTime *start;
  int        sequence;
  char      *flaw;
} PlnIcsOffer;

void          pln_ics_offer_free      (PlnIcsOffer *offer);

GPtrArray    *pln_ics_import_read     (GBytes       *bytes,
                                       const char   *name,
                                       PlnImportAs   as,
                                       gboolean      own,
                                       GError      **error);
PlnImportFate pln_ics_import_compare  (PlnIcsOffer  *offer,
                                       GBytes       *here,
                                       GBytes      **text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcsOffer, pln_ics_offer_free)

G_END_DECLS
