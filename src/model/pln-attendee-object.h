/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-private.h"

G_BEGIN_DECLS

/* For pln-attendee*.c alone: what an attendee is made of. */
enum
{
  PROP_0,
  PROP_ID, /* texts, which lie in one array */
  PROP_EMAIL,
  PROP_NAME,
  PROP_ORGANISATION,
  PROP_SECTOR,
  PROP_STAGE,
  PROP_SAID_BY,
  N_TEXTS,
  PROP_DISPLAY_NAME = N_TEXTS,
  PROP_SORT_KEY,
  PROP_SEARCH_TEXT,
  PROP_ANSWER,
  PROP_SAID_AT,
  PROP_TOLD,
  PROP_TOLD_SEQUENCE,
  PROP_WAITING,
  PROP_FIRST_TIME,
  PROP_ROLE,
  PROP_MODE,
  PROP_NETWORKS,
  PROP_PRESENCE,
  PROP_CAME_AT,
  PROP_LEFT_AT,
  PROP_EXPECTED_FROM,
  PROP_EXPECTED_UNTIL,
  PROP_ROLE_WISH,
  PROP_WISHED_ROLES,
  N_PROPS
};

struct _PlnAttendee
{
  GObject           parent_instance;

  char             *texts[N_TEXTS]; /* by property */
  char            **networks;
  GDateTime        *said_at;
  int               told_sequence;
  PlnAnswer         answer;
  PlnRole           role;
  PlnMode           mode;
  guint             told : 1;
  guint             waiting : 1;
  guint             first_time : 1;

  PlnPresence       presence;
  GDateTime        *came_at;
  GDateTime        *left_at;
  GDateTime        *expected_from;
  GDateTime        *expected_until;
  PlnRoleWish       role_wish;
  guint             wished_roles; /* a bit for each PlnGroupRole */

  char             *sort_key;    /* made when asked for */
  char             *search_text; /* as well */

  PlnAttendeeWatch  watch;
  gpointer          owner; /* not referenced: it unwatches before it goes */
};

void pln_attendee_notify     (PlnAttendee            *self,
                              guint                   prop);
void pln_attendee_tell_owner (PlnAttendee            *self,
                              const PlnAttendeeTally *before);

G_END_DECLS
