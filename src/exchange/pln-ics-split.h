/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"

G_BEGIN_DECLS

/**
 * PlnIcsObject:
 * @uid: its UID; one that is made from its content if it has none
 * @parts: (element-type guint): its components: the main one first, then
 *   changed instances
 * @record: (nullable): the main one; %NULL if it has a flaw
 * @flaw: (nullable): why it cannot be used, a sentence
 *
 * What of a file belongs together: the components of one UID.
 */
typedef struct
{
  char          *uid;
  GArray        *parts;
  PlnIcalRecord *record;
  const char    *flaw;
} PlnIcsObject;

GPtrArray *pln_ics_split        (PlnIcalText        *text);
GBytes    *pln_ics_object_write (const PlnIcsObject *object,
                                 PlnIcalText        *text,
                                 gboolean            own);

G_END_DECLS
