/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct Lie         Lie;
typedef struct LyingReply  LyingReply;
typedef struct LyingServer LyingServer;

typedef void (* LieFunc) (LyingReply *reply,
                          const Lie  *lie);

/* What goes wrong. */
struct Lie
{
  const char *request; /* PEEK, LIST, PLAIN, READ, GET, PUT or DELETE; several with spaces; NULL: each */
  guint       times;   /* how often; 0: always */
  gboolean    is_done; /* whether it is done nevertheless: the answer is the true one to begin with */
  LieFunc     func;    /* (nullable): what becomes of the answer */
  guint       status;  /* if there is no @func, all of it */
  const char *header;
  const char *text;
  const char *by;
};

/* A calendar on a server of our own (RFC 4791, RFC 6578), that answers truly
 * if it is not told to lie. */
struct LyingServer
{
  SoupServer *server;
  char       *url;     /* of the calendar, the path of which is /cal/ */
  GHashTable *objects; /* path → LyingObject */
  GPtrArray  *log;     /* paths, as they changed */
  guint       oldest;  /* the first token that is known */
  const Lie  *lies;    /* (nullable): up to one without anything; the first that fits is told */
  guint       told[4]; /* how often, of each */
  GString    *asked;   /* the kinds of all requests, with spaces */
};

/* An answer on its way. */
struct LyingReply
{
  LyingServer       *server;
  SoupServerMessage *message;
  guint              status;
  GString           *headers; /* "Name: value", a line each */
  GString           *body;
};

void        lying_server_set_up    (LyingServer *self);
void        lying_server_tear_down (LyingServer *self);
void        lying_server_tell      (LyingServer *self,
                                    const Lie   *lies);

/* What another program does there. */
void        lying_server_put       (LyingServer *self,
                                    const char  *path,
                                    const char  *text);
void        lying_server_remove    (LyingServer *self,
                                    const char  *path);
const char *lying_server_get       (LyingServer *self,
                                    const char  *path);

/* Lies. */
void        lie_bend               (LyingReply  *reply,
                                    const Lie   *lie); /* all @text are @by */
void        lie_cut                (LyingReply  *reply,
                                    const Lie   *lie); /* before the last @text */
void        lie_reset              (LyingReply  *reply,
                                    const Lie   *lie); /* the connection is closed */
void        lie_break_off          (LyingReply  *reply,
                                    const Lie   *lie); /* the same, in the middle of the answer */
void        lie_announce           (LyingReply  *reply,
                                    const Lie   *lie); /* @text is sent as it is before the answer */

G_END_DECLS
