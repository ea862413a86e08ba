/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-place.h"

G_BEGIN_DECLS

/**
 * PlnMove:
 * @round: the UID of the round
 * @group: the UID of the group in it, or "": the person is not placed
 * @place: who, and how
 *
 * Where a person is to sit in one round. Plain data; several are a #GPtrArray.
 */
typedef struct
{
  char     *round;
  char     *group;
  PlnPlace  place;
} PlnMove;

PlnMove   *pln_move_new  (const char   *round,
                          const char   *group,
                          const char   *person,
                          PlnGroupRole  role,
                          gboolean      locked);
void       pln_move_free (PlnMove      *move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMove, pln_move_free)

GPtrArray *pln_moves_new (void);

G_END_DECLS
