/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-client.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define MULTISTATUS(body) "<D:multistatus xmlns:D='DAV:' xmlns:C='urn:ietf:params:xml:ns:caldav'>" body "</D:multistatus>"

/* What the server is asked and what it answers, in order. */
typedef struct
{
  const char *asked; /* method, and words that the body has, one space between */
  guint       status;
  const char *body;
  const char *header;
} DavStep;

/* A server that answers as it is told, and a client for it. */
typedef struct
{
  SoupServer    *server;
  GUri          *calendar;
  PlnDavClient  *client;
  const DavStep *steps; /* the next one */
  GAsyncResult  *result;
} DavSteps;

void          dav_steps_set_up    (DavSteps      *dav,
                                   gconstpointer  user_data);
void          dav_steps_tear_down (DavSteps      *dav,
                                   gconstpointer  user_data);
void          dav_steps_done_cb   (GObject       *source,
                                   GAsyncResult  *result,
                                   gpointer       user_data);
GAsyncResult *dav_steps_wait      (DavSteps      *dav);

G_END_DECLS
