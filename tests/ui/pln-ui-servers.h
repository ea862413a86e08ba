/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-happening.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

/* What the wishes of a test know of servers: nothing at first. A test fills
 * the lists, sets the state, and plays the server in the last sign-in. */
typedef struct
{
  GListStore     *accounts;
  GListStore     *questions;
  GListStore     *happenings;
  PlnServerState *state;
  PlnSignIn      *sign_in; /* (nullable): the last one */
  GPtrArray      *solved;  /* (nullable) (element-type PlnQuestion): the last ones */
} PlnUiServers;

void        pln_ui_servers_init        (PlnUiServers       *self);
void        pln_ui_servers_clear       (PlnUiServers       *self);
void        pln_ui_servers_init_wishes (PlnWishesInterface *iface);

/* The account of the design's pictures, with four calendars. */
PlnAccount *pln_ui_servers_account     (void) G_GNUC_WARN_UNUSED_RESULT;
/* The four calendars, as (element-type PlnRemoteCalendar). */
GPtrArray  *pln_ui_servers_calendars   (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the conflict of the design's picture; n tells several apart. */
void        pln_ui_servers_ask         (PlnUiServers       *self,
                                        guint               n,
                                        gboolean            may_both);

G_END_DECLS
