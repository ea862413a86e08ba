/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-object.h"

#include "pln-model-private.h"

/* What of an attendee counts on the day: who is here, and who does what. */

G_DEFINE_ENUM_TYPE (PlnPresence, pln_presence,
  G_DEFINE_ENUM_VALUE (PLN_PRESENCE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (PLN_PRESENCE_HERE, "here"),
  G_DEFINE_ENUM_VALUE (PLN_PRESENCE_LEFT, "left"))

G_DEFINE_ENUM_TYPE (PlnRoleWish, pln_role_wish,
  G_DEFINE_ENUM_VALUE (PLN_ROLE_WISH_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_WISH_HAPPY, "happy-to"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_WISH_BUDDY, "with-a-buddy"),
  G_DEFINE_ENUM_VALUE (PLN_ROLE_WISH_NOT_TODAY, "not-today"))

PlnPresence
pln_attendee_get_presence (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_PRESENCE_NONE);

  return self->presence;
}

GDateTime *
pln_attendee_get_came_at (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->came_at;
}

GDateTime *
pln_attendee_get_left_at (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->left_at;
}

/**
 * pln_attendee_set_presence:
 * @self: an attendee
 * @presence: whether the person is here
 * @came_at: (nullable): when the person was checked in first
 * @left_at: (nullable): when the person left
 */
void
pln_attendee_set_presence (PlnAttendee *self,
                           PlnPresence  presence,
                           GDateTime   *came_at,
                           GDateTime   *left_at)
{
  PlnAttendeeTally before;
  gboolean came, left, other;

  g_return_if_fail (PLN_IS_ATTENDEE (self));

  before = pln_attendee_get_tally (self);
  other = self->presence != presence;
  self->presence = presence;
  came = pln_time_set (&self->came_at, came_at);
  left = pln_time_set (&self->left_at, left_at);
  if (!other && !came && !left)
    return;

  pln_attendee_tell_owner (self, &before);
  g_object_freeze_notify (G_OBJECT (self)); /* who looks sees all three */
  if (other)
    pln_attendee_notify (self, PROP_PRESENCE);
  if (came)
    pln_attendee_notify (self, PROP_CAME_AT);
  if (left)
    pln_attendee_notify (self, PROP_LEFT_AT);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * pln_attendee_came_after:
 * @self: an attendee
 * @moment: a moment
 *
 * Returns: whether the person came, and later than @moment
 */
gboolean
pln_attendee_came_after (PlnAttendee *self,
                         GDateTime   *moment)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), FALSE);

  return self->came_at != NULL && g_date_time_compare (self->came_at, moment) > 0;
}

GDateTime *
pln_attendee_get_expected_from (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->expected_from;
}

GDateTime *
pln_attendee_get_expected_until (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), NULL);

  return self->expected_until;
}

/**
 * pln_attendee_set_expected:
 * @self: an attendee
 * @from: (nullable): when a person who comes later will be here
 * @until: (nullable): when a person who leaves earlier will be gone
 */
void
pln_attendee_set_expected (PlnAttendee *self,
                           GDateTime   *from,
                           GDateTime   *until)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (pln_time_set (&self->expected_from, from))
    pln_attendee_notify (self, PROP_EXPECTED_FROM);
  if (pln_time_set (&self->expected_until, until))
    pln_attendee_notify (self, PROP_EXPECTED_UNTIL);
}

/**
 * pln_attendee_is_expected:
 * @self: an attendee
 * @start: (nullable): when something begins
 * @end: (nullable): when it is over
 *
 * Returns: whether the person will be here all the time from @start to @end, as
 *   far as the person said
 */
gboolean
pln_attendee_is_expected (PlnAttendee *self,
                          GDateTime   *start,
                          GDateTime   *end)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), FALSE);

  return (self->expected_from == NULL || start == NULL || g_date_time_compare (self->expected_from, start) <= 0)
         && (self->expected_until == NULL || end == NULL || g_date_time_compare (end, self->expected_until) <= 0);
}

PlnRoleWish
pln_attendee_get_role_wish (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_ROLE_WISH_UNKNOWN);

  return self->role_wish;
}

guint
pln_attendee_get_wished_roles (PlnAttendee *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), 0);

  return self->wished_roles;
}

/**
 * pln_attendee_set_role_wish:
 * @self: an attendee
 * @wish: what the person said about taking a role
 * @roles: which roles that is about, `PLN_GROUP_ROLE_BIT` of each; 0 is any
 */
void
pln_attendee_set_role_wish (PlnAttendee *self,
                            PlnRoleWish  wish,
                            guint        roles)
{
  g_return_if_fail (PLN_IS_ATTENDEE (self));

  if (self->role_wish != wish)
    {
      self->role_wish = wish;
      pln_attendee_notify (self, PROP_ROLE_WISH);
    }
  if (self->wished_roles != roles)
    {
      self->wished_roles = roles;
      pln_attendee_notify (self, PROP_WISHED_ROLES);
    }
}

/**
 * pln_attendee_wishes_role:
 * @self: an attendee
 * @role: a role in a group
 *
 * Returns: what the person said about taking this one
 */
PlnRoleWish
pln_attendee_wishes_role (PlnAttendee  *self,
                          PlnGroupRole  role)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE (self), PLN_ROLE_WISH_UNKNOWN);

  if (self->wished_roles != 0 && (self->wished_roles & PLN_GROUP_ROLE_BIT (role)) == 0)
    return PLN_ROLE_WISH_UNKNOWN;

  return self->role_wish;
}
