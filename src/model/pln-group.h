/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-place.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_GROUP_MAX_CHAIRS 999

#define PLN_TYPE_GROUP (pln_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnGroup, pln_group, PLN, GROUP, GObject)

PlnGroup       *pln_group_new           (const char   *uid);
PlnGroup       *pln_group_copy          (PlnGroup     *self) G_GNUC_WARN_UNUSED_RESULT;
void            pln_group_take_from     (PlnGroup     *self,
                                         PlnGroup     *other);

const char     *pln_group_get_uid       (PlnGroup     *self);
const char     *pln_group_get_round     (PlnGroup     *self);
void            pln_group_set_round     (PlnGroup     *self,
                                         const char   *round);
guint           pln_group_get_number    (PlnGroup     *self);
void            pln_group_set_number    (PlnGroup     *self,
                                         guint         number);
const char     *pln_group_get_topic     (PlnGroup     *self);
void            pln_group_set_topic     (PlnGroup     *self,
                                         const char   *topic);
const char     *pln_group_get_question  (PlnGroup     *self);
void            pln_group_set_question  (PlnGroup     *self,
                                         const char   *question);
const char     *pln_group_get_room      (PlnGroup     *self);
void            pln_group_set_room      (PlnGroup     *self,
                                         const char   *room);
guint           pln_group_get_chairs    (PlnGroup     *self);
void            pln_group_set_chairs    (PlnGroup     *self,
                                         guint         chairs);
const char     *pln_group_get_colour    (PlnGroup     *self);
void            pln_group_set_colour    (PlnGroup     *self,
                                         const char   *colour);
gboolean        pln_group_get_locked    (PlnGroup     *self);
void            pln_group_set_locked    (PlnGroup     *self,
                                         gboolean      locked);
gboolean        pln_group_get_read_only (PlnGroup     *self);
void            pln_group_set_read_only (PlnGroup     *self,
                                         gboolean      read_only);
GPtrArray      *pln_group_get_places    (PlnGroup     *self);
void            pln_group_set_places    (PlnGroup     *self,
                                         GPtrArray    *places);
guint           pln_group_get_n_places  (PlnGroup     *self);
const PlnPlace *pln_group_get_place     (PlnGroup     *self,
                                         const char   *person);
const char     *pln_group_get_person    (PlnGroup     *self,
                                         PlnGroupRole  role);

G_END_DECLS
