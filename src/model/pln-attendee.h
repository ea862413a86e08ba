/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-answer.h"
#include "pln-place.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnMode:
 * @PLN_MODE_UNKNOWN: not known
 * @PLN_MODE_IN_PERSON: comes to the place
 * @PLN_MODE_ONLINE: takes part over the network
 *
 * How an attendee takes part. The nicks are the stored form.
 */
typedef enum
{
  PLN_MODE_UNKNOWN,
  PLN_MODE_IN_PERSON,
  PLN_MODE_ONLINE,
} PlnMode;

#define PLN_TYPE_MODE (pln_mode_get_type ())
GType pln_mode_get_type (void);

/**
 * PlnRole:
 * @PLN_ROLE_ATTENDEE: takes part
 * @PLN_ROLE_SPEAKER: speaks
 * @PLN_ROLE_HELPER: helps on the day
 * @PLN_ROLE_ORGANISER: organises
 *
 * What a person is at a gathering. The nicks are the stored form.
 */
typedef enum
{
  PLN_ROLE_ATTENDEE,
  PLN_ROLE_SPEAKER,
  PLN_ROLE_HELPER,
  PLN_ROLE_ORGANISER,
} PlnRole;

#define PLN_TYPE_ROLE (pln_role_get_type ())
GType pln_role_get_type (void);

/**
 * PlnPresence:
 * @PLN_PRESENCE_NONE: was not seen yet
 * @PLN_PRESENCE_HERE: is here
 * @PLN_PRESENCE_LEFT: was here and left
 *
 * Whether a person is at the gathering: what the door knows, not what the
 * person answered.
 */
typedef enum
{
  PLN_PRESENCE_NONE,
  PLN_PRESENCE_HERE,
  PLN_PRESENCE_LEFT,
} PlnPresence;

#define PLN_TYPE_PRESENCE (pln_presence_get_type ())
GType pln_presence_get_type (void);

/**
 * PlnRoleWish:
 * @PLN_ROLE_WISH_UNKNOWN: the person did not say
 * @PLN_ROLE_WISH_HAPPY: happy to take a role
 * @PLN_ROLE_WISH_BUDDY: only with a buddy
 * @PLN_ROLE_WISH_NOT_TODAY: not today
 *
 * What a person said about taking a role in a group. The nicks are the stored
 * form.
 */
typedef enum
{
  PLN_ROLE_WISH_UNKNOWN,
  PLN_ROLE_WISH_HAPPY,
  PLN_ROLE_WISH_BUDDY,
  PLN_ROLE_WISH_NOT_TODAY,
} PlnRoleWish;

#define PLN_TYPE_ROLE_WISH (pln_role_wish_get_type ())
GType pln_role_wish_get_type (void);

#define PLN_TYPE_ATTENDEE (pln_attendee_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendee, pln_attendee, PLN, ATTENDEE, GObject)

PlnAttendee       *pln_attendee_new              (const char        *id);
PlnAttendee       *pln_attendee_copy             (PlnAttendee       *self) G_GNUC_WARN_UNUSED_RESULT;
void               pln_attendee_take_from        (PlnAttendee       *self,
                                                  PlnAttendee       *other);

const char        *pln_attendee_get_id           (PlnAttendee       *self);
const char        *pln_attendee_get_email        (PlnAttendee       *self);
void               pln_attendee_set_email        (PlnAttendee       *self,
                                                  const char        *email);
const char        *pln_attendee_get_name         (PlnAttendee       *self);
void               pln_attendee_set_name         (PlnAttendee       *self,
                                                  const char        *name);
const char        *pln_attendee_get_display_name (PlnAttendee       *self);
const char        *pln_attendee_get_sort_key     (PlnAttendee       *self);
const char        *pln_attendee_get_search_text  (PlnAttendee       *self);
PlnAnswer          pln_attendee_get_answer       (PlnAttendee       *self);
void               pln_attendee_set_answer       (PlnAttendee       *self,
                                                  PlnAnswer          answer);
GDateTime         *pln_attendee_get_said_at      (PlnAttendee       *self);
const char        *pln_attendee_get_said_by      (PlnAttendee       *self);
void               pln_attendee_set_said         (PlnAttendee       *self,
                                                  GDateTime         *at,
                                                  const char        *by);
gboolean           pln_attendee_get_told         (PlnAttendee       *self);
int                pln_attendee_get_told_sequence (PlnAttendee      *self);
void               pln_attendee_set_told         (PlnAttendee       *self,
                                                  gboolean           told,
                                                  int                sequence);
gboolean           pln_attendee_get_waiting      (PlnAttendee       *self);
void               pln_attendee_set_waiting      (PlnAttendee       *self,
                                                  gboolean           waiting);
gboolean           pln_attendee_get_first_time   (PlnAttendee       *self);
void               pln_attendee_set_first_time   (PlnAttendee       *self,
                                                  gboolean           first_time);
PlnRole            pln_attendee_get_role         (PlnAttendee       *self);
void               pln_attendee_set_role         (PlnAttendee       *self,
                                                  PlnRole            role);
PlnMode            pln_attendee_get_mode         (PlnAttendee       *self);
void               pln_attendee_set_mode         (PlnAttendee       *self,
                                                  PlnMode            mode);
const char        *pln_attendee_get_organisation (PlnAttendee       *self);
void               pln_attendee_set_organisation (PlnAttendee       *self,
                                                  const char        *organisation);
const char        *pln_attendee_get_sector       (PlnAttendee       *self);
void               pln_attendee_set_sector       (PlnAttendee       *self,
                                                  const char        *sector);
const char        *pln_attendee_get_stage        (PlnAttendee       *self);
void               pln_attendee_set_stage        (PlnAttendee       *self,
                                                  const char        *stage);
const char *const *pln_attendee_get_networks     (PlnAttendee       *self);
void               pln_attendee_set_networks     (PlnAttendee       *self,
                                                  const char *const *networks);
PlnPresence        pln_attendee_get_presence     (PlnAttendee       *self);
GDateTime         *pln_attendee_get_came_at      (PlnAttendee       *self);
GDateTime         *pln_attendee_get_left_at      (PlnAttendee       *self);
void               pln_attendee_set_presence     (PlnAttendee       *self,
                                                  PlnPresence        presence,
                                                  GDateTime         *came_at,
                                                  GDateTime         *left_at);
gboolean           pln_attendee_came_after       (PlnAttendee       *self,
                                                  GDateTime         *moment);
GDateTime         *pln_attendee_get_expected_from (PlnAttendee      *self);
GDateTime         *pln_attendee_get_expected_until (PlnAttendee     *self);
void               pln_attendee_set_expected     (PlnAttendee       *self,
                                                  GDateTime         *from,
                                                  GDateTime         *until);
gboolean           pln_attendee_is_expected      (PlnAttendee       *self,
                                                  GDateTime         *start,
                                                  GDateTime         *end);
PlnRoleWish        pln_attendee_get_role_wish    (PlnAttendee       *self);
guint              pln_attendee_get_wished_roles (PlnAttendee       *self);
void               pln_attendee_set_role_wish    (PlnAttendee       *self,
                                                  PlnRoleWish        wish,
                                                  guint              roles);
PlnRoleWish        pln_attendee_wishes_role      (PlnAttendee       *self,
                                                  PlnGroupRole       role);

G_END_DECLS
