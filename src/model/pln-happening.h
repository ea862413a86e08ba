/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_TYPE_HAPPENING (pln_happening_get_type ())
G_DECLARE_FINAL_TYPE (PlnHappening, pln_happening, PLN, HAPPENING, GObject)

PlnHappening *pln_happening_new        (GDateTime    *when,
                                        const char   *kind,
                                        const char   *title,
                                        const char   *detail);
GDateTime    *pln_happening_get_when   (PlnHappening *self);
const char   *pln_happening_get_kind   (PlnHappening *self);
const char   *pln_happening_get_title  (PlnHappening *self);
const char   *pln_happening_get_detail (PlnHappening *self);

G_END_DECLS
