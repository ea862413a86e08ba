/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-group.h"

G_BEGIN_DECLS

#define PLN_TYPE_ROUND (pln_round_get_type ())
G_DECLARE_FINAL_TYPE (PlnRound, pln_round, PLN, ROUND, GObject)

PlnRound   *pln_round_new           (const char *uid);
PlnRound   *pln_round_copy          (PlnRound   *self) G_GNUC_WARN_UNUSED_RESULT;
void        pln_round_take_from     (PlnRound   *self,
                                     PlnRound   *other);

const char *pln_round_get_uid       (PlnRound   *self);
guint       pln_round_get_number    (PlnRound   *self);
void        pln_round_set_number    (PlnRound   *self,
                                     guint       number);
const char *pln_round_get_title     (PlnRound   *self);
void        pln_round_set_title     (PlnRound   *self,
                                     const char *title);
GDateTime  *pln_round_get_start     (PlnRound   *self);
GDateTime  *pln_round_get_end       (PlnRound   *self);
const char *pln_round_get_zone      (PlnRound   *self);
void        pln_round_set_times     (PlnRound   *self,
                                     GDateTime  *start,
                                     GDateTime  *end,
                                     const char *zone);
guint       pln_round_get_minutes   (PlnRound   *self);
gboolean    pln_round_get_locked    (PlnRound   *self);
void        pln_round_set_locked    (PlnRound   *self,
                                     gboolean    locked);
gboolean    pln_round_get_read_only (PlnRound   *self);
void        pln_round_set_read_only (PlnRound   *self,
                                     gboolean    read_only);
gboolean    pln_round_is_running    (PlnRound   *self,
                                     GDateTime  *now);
gboolean    pln_round_is_frozen     (PlnRound   *self,
                                     GDateTime  *now);

GListModel *pln_round_get_groups    (PlnRound   *self);
PlnGroup   *pln_round_find_group    (PlnRound   *self,
                                     const char *uid);
PlnGroup   *pln_round_find_person   (PlnRound   *self,
                                     const char *person);
void        pln_round_set_groups    (PlnRound   *self,
                                     GPtrArray  *groups);
void        pln_round_put_group     (PlnRound   *self,
                                     PlnGroup   *group);
gboolean    pln_round_remove_group  (PlnRound   *self,
                                     const char *uid);
guint       pln_round_get_n_placed  (PlnRound   *self);

G_END_DECLS
