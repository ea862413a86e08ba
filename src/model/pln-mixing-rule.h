/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnMixingRule:
 * @together: whether they share a group; else they are kept apart
 * @people: (array zero-terminated=1): the ids of attendees, two or more
 * @note: why, or ""
 *
 * Who is to share a group, and who not. Plain data; a list of rules is a
 * #GPtrArray that is never changed once it was given away.
 */
typedef struct
{
  gboolean together;
  GStrv    people;
  char    *note;
} PlnMixingRule;

PlnMixingRule *pln_mixing_rule_new   (gboolean             together,
                                      const char *const   *people,
                                      const char          *note);
void           pln_mixing_rule_free  (PlnMixingRule       *rule);
char          *pln_mixing_rule_words (const PlnMixingRule *rule,
                                      PlnGathering        *gathering) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *pln_mixing_rules_new  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixingRule, pln_mixing_rule_free)

G_END_DECLS
