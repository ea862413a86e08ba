/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/**
 * PlnIcalMergeFlags:
 * @PLN_ICAL_MERGE_UNDO: local takes back an own change: nothing that arrived
 *   in between (answers above all) is taken back with it
 * @PLN_ICAL_MERGE_CARRY: what changed from base to local is carried over to
 *   remote, which may differ from base in any way: that is nobody's change,
 *   such as what a server rewrote
 * @PLN_ICAL_MERGE_KEEP: with the former: what is missing in local was not
 *   taken out, but dropped by a server: it stays
 *
 * How texts are merged.
 */
typedef enum
{
  PLN_ICAL_MERGE_NONE = 0,
  PLN_ICAL_MERGE_UNDO = 1 << 0,
  PLN_ICAL_MERGE_CARRY = 1 << 1,
  PLN_ICAL_MERGE_KEEP = 1 << 2,
} PlnIcalMergeFlags;

/**
 * PlnIcalMergeHints:
 * @self: (nullable): the user's own address, if the user is a guest
 * @local_replies: (nullable) (element-type utf8 utf8): for address keys,
 *   SEQUENCE and DTSTAMP of the last reply that local took in, such as
 *   `0 20270102T100000Z`
 * @remote_replies: (nullable) (element-type utf8 utf8): the same of remote
 *
 * What the texts do not say by themselves, but decides which of two answers
 * counts.
 */
typedef struct
{
  const char *self;
  GHashTable *local_replies;
  GHashTable *remote_replies;
} PlnIcalMergeHints;

GBytes   *pln_ical_merge            (GBytes                   *base,
                                     GBytes                   *local,
                                     GBytes                   *remote,
                                     PlnIcalMergeFlags         flags,
                                     GPtrArray                *conflicts,
                                     GError                  **error);
GBytes   *pln_ical_merge_with_hints (GBytes                   *base,
                                     GBytes                   *local,
                                     GBytes                   *remote,
                                     PlnIcalMergeFlags         flags,
                                     const PlnIcalMergeHints  *hints,
                                     GPtrArray                *conflicts,
                                     GError                  **error);
gboolean  pln_ical_same_meaning     (GBytes                   *a,
                                     GBytes                   *b);

G_END_DECLS
