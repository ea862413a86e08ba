/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-draft.h"
#include "pln-ical-merge.h"

G_BEGIN_DECLS

typedef enum
{
  PLN_ICAL_BASE,
  PLN_ICAL_LOCAL,
  PLN_ICAL_REMOTE,
  PLN_ICAL_N_SIDES
} PlnIcalSideName;

/**
 * PlnIcalProp:
 * @span: index of its span
 * @name: upper case; "" if it cannot be read
 * @meaning: from [func@meaning_of_line]
 * @id: (nullable): what it is known by above all
 * @key: what else it is known by
 *
 * One line of a component that is merged.
 */
typedef struct
{
  guint  span;
  char  *name;
  char  *meaning;
  char  *id;
  char  *key;
} PlnIcalProp;

/**
 * PlnIcalSide:
 * @text: (nullable): the text; %NULL if this side does not have the component
 * @part: index of the component
 * @props: (element-type PlnIcalProp): its own lines, or parts
 * @named: (element-type utf8 GPtrArray): the same by name
 *
 * One of the three versions of a component; or of the parts in something, when
 * each stands for a line whose span is the part's index.
 */
typedef struct
{
  PlnIcalText *text;
  guint        part;
  GPtrArray   *props;
  GHashTable  *named;
} PlnIcalSide;

/**
 * PlnIcalTriple:
 *
 * The versions of what is one line in all three; %NULL where it is missing.
 */
typedef struct
{
  const PlnIcalProp *of[PLN_ICAL_N_SIDES];
} PlnIcalTriple;

/**
 * PlnIcalMerge:
 * @draft: of the remote text
 * @hints: (nullable): what else is known
 * @conflicts: (nullable) (element-type utf8): names of properties
 * @details: (nullable) (element-type PlnIcalConflict): both sides of them
 * @zones: (element-type utf8): zones that lines taken from local need
 * @local_moved: the times changed from base to local; likewise remote_moved
 * @local_rescheduled: and the guests were told so, by a greater SEQUENCE
 *
 * A merge on its way; what is said of times holds for one component.
 */
typedef struct
{
  PlnIcalDraft            *draft;
  PlnIcalMergeFlags        flags;
  const PlnIcalMergeHints *hints;
  GPtrArray               *conflicts;
  GPtrArray               *details;
  GHashTable              *zones;
  PlnIcalSide              side[PLN_ICAL_N_SIDES];
  gboolean                 local_moved;
  gboolean                 remote_moved;
  gboolean                 local_rescheduled;
  gboolean                 remote_rescheduled;
} PlnIcalMerge;

void             pln_ical_side_init         (PlnIcalSide         *side,
                                             PlnIcalText         *text,
                                             int                  part);
void             pln_ical_side_add_part     (PlnIcalSide         *side,
                                             PlnIcalText         *text,
                                             guint                part,
                                             const char          *key);
void             pln_ical_side_clear        (PlnIcalSide         *side);
const GPtrArray *pln_ical_side_get          (const PlnIcalSide   *side,
                                             const char          *name);
char            *pln_ical_side_get_meaning  (const PlnIcalSide   *side,
                                             const char          *name);
int              pln_ical_side_get_number   (const PlnIcalSide   *side,
                                             const char          *name);
gboolean         pln_ical_prop_same         (const PlnIcalProp   *a,
                                             const PlnIcalProp   *b);
PlnIcalLine     *pln_ical_side_parse        (const PlnIcalSide   *side,
                                             const PlnIcalProp   *prop);
GArray          *pln_ical_side_match        (const PlnIcalSide   *sides,
                                             const char          *name);

void             pln_ical_merge_conflict    (PlnIcalMerge        *merge,
                                             const char          *name,
                                             const PlnIcalProp   *prop);
void             pln_ical_merge_take        (PlnIcalMerge        *merge,
                                             const PlnIcalTriple *triple);
void             pln_ical_merge_write       (PlnIcalMerge        *merge,
                                             const PlnIcalProp   *remote,
                                             const PlnIcalLine   *line);
void             pln_ical_merge_insert_part (PlnIcalMerge        *merge,
                                             PlnIcalText         *local,
                                             guint                part,
                                             guint                before);
void             pln_ical_merge_replace_part (PlnIcalMerge        *merge,
                                              PlnIcalText         *local,
                                              const PlnIcalProp   *from,
                                              PlnIcalText         *remote,
                                              const PlnIcalProp   *to);
void             pln_ical_merge_keyed       (PlnIcalMerge        *merge,
                                             const PlnIcalTriple *triple);
void             pln_ical_merge_set         (PlnIcalMerge        *merge,
                                             const char          *name);
void             pln_ical_merge_lines       (PlnIcalMerge        *merge);
void             pln_ical_merge_whole_part  (PlnIcalMerge        *merge,
                                             const PlnIcalSide   *sides,
                                             const PlnIcalTriple *triple,
                                             guint                before);
void             pln_ical_merge_inner_parts (PlnIcalMerge        *merge);

extern const char *const pln_ical_merge_times[];

GBytes          *pln_ical_merge_in_detail   (GBytes                  *base,
                                             GBytes                  *local,
                                             GBytes                  *remote,
                                             PlnIcalMergeFlags        flags,
                                             const PlnIcalMergeHints *hints,
                                             GPtrArray               *conflicts,
                                             GPtrArray               *details,
                                             GError                 **error);
void             pln_ical_conflict_note     (PlnIcalMerge        *merge,
                                             const char          *name,
                                             const PlnIcalProp   *prop);

G_END_DECLS
