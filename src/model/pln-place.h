/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlnGroupRole:
 * @PLN_GROUP_ROLE_NONE: takes part
 * @PLN_GROUP_ROLE_FACILITATOR: leads the group
 * @PLN_GROUP_ROLE_NOTE_TAKER: writes down what is said
 * @PLN_GROUP_ROLE_TIMEKEEPER: minds the time
 * @PLN_GROUP_ROLE_REPORTER: tells the others afterwards
 * @PLN_GROUP_ROLE_BUDDY: looks after somebody who is new
 * @PLN_N_GROUP_ROLES: how many there are, with none
 *
 * What a person does in a group. The nicks in upper case are the stored form.
 */
typedef enum
{
  PLN_GROUP_ROLE_NONE,
  PLN_GROUP_ROLE_FACILITATOR,
  PLN_GROUP_ROLE_NOTE_TAKER,
  PLN_GROUP_ROLE_TIMEKEEPER,
  PLN_GROUP_ROLE_REPORTER,
  PLN_GROUP_ROLE_BUDDY,
  PLN_N_GROUP_ROLES
} PlnGroupRole;

#define PLN_GROUP_ROLE_BIT(role) (1u << (role))

#define PLN_TYPE_GROUP_ROLE (pln_group_role_get_type ())
GType         pln_group_role_get_type (void);

const char   *pln_group_role_store    (PlnGroupRole      role);
gboolean      pln_group_role_parse    (const char       *stored,
                                       PlnGroupRole     *role);

/**
 * PlnPlace:
 * @person: the id of the attendee
 * @role: what the person does in the group
 * @locked: whether it is to stay as it is, whoever mixes
 *
 * That a person sits in a group. Plain data; a list of places is a #GPtrArray
 * that is never changed once it was given away.
 */
typedef struct
{
  char         *person;
  PlnGroupRole  role;
  gboolean      locked;
} PlnPlace;

PlnPlace     *pln_place_new           (const char       *person,
                                       PlnGroupRole      role,
                                       gboolean          locked);
PlnPlace     *pln_place_copy          (const PlnPlace   *place) G_GNUC_WARN_UNUSED_RESULT;
gboolean      pln_place_equal         (const PlnPlace   *a,
                                       const PlnPlace   *b);
void          pln_place_free          (PlnPlace         *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnPlace, pln_place_free)

GPtrArray    *pln_places_new          (void);
GPtrArray    *pln_places_copy         (GPtrArray        *places);
gboolean      pln_places_equal        (GPtrArray        *a,
                                       GPtrArray        *b);
GPtrArray    *pln_places_merge        (GPtrArray        *here,
                                       GPtrArray        *before,
                                       GPtrArray        *after);
int           pln_places_find         (GPtrArray        *places,
                                       const char       *person);
int           pln_places_find_role    (GPtrArray        *places,
                                       PlnGroupRole      role);

G_END_DECLS
