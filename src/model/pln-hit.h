/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_TYPE_HIT (pln_hit_get_type ())
G_DECLARE_FINAL_TYPE (PlnHit, pln_hit, PLN, HIT, GObject)

PlnHit     *pln_hit_new           (const char *kind,
                                   const char *uid,
                                   const char *gathering,
                                   const char *person,
                                   const char *title,
                                   const char *detail,
                                   GDateTime  *when);
const char *pln_hit_get_kind      (PlnHit     *self);
const char *pln_hit_get_uid       (PlnHit     *self);
const char *pln_hit_get_gathering (PlnHit     *self);
const char *pln_hit_get_person    (PlnHit     *self);
const char *pln_hit_get_title     (PlnHit     *self);
const char *pln_hit_get_detail    (PlnHit     *self);
GDateTime  *pln_hit_get_when      (PlnHit     *self);

G_END_DECLS
