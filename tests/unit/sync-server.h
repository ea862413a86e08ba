/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-calendar.h"

G_BEGIN_DECLS

#define SYNC_CALENDAR "/cal/ada/plan/"

/* How a server is. */
typedef enum
{
  SYNC_REFOLDS       = 1 << 0,  /* writes lines in another way (Radicale, Xandikos, Cyrus) */
  SYNC_ADDS          = 1 << 1,  /* adds lines of its own, and raises SEQUENCE */
  SYNC_DROPS         = 1 << 2,  /* drops lines that begin with X- */
  SYNC_NO_PUT_ETAG   = 1 << 3,  /* DAViCal, sabre/dav, when scheduling */
  SYNC_OTHER_ETAG    = 1 << 4,  /* the ETag of a PUT is not that of a GET */
  SYNC_NO_LIST_ETAG  = 1 << 5,  /* SmarterMail, Kerio */
  SYNC_LAGS          = 1 << 6,  /* listings are behind (Purelymail) */
  SYNC_IGNORES_MATCH = 1 << 7,
  SYNC_DISGUISES     = 1 << 8,  /* a bad token gives a whole listing (DAViCal) */
  SYNC_TOMBSTONES    = 1 << 9,  /* whole listings have all deletions (Radicale) */
  SYNC_ONE_UID       = 1 << 10, /* refuses a UID that is elsewhere */
  SYNC_ONE_UID_412   = 1 << 11, /* the same, as if the object had changed */
  SYNC_WILD_CTAG     = 1 << 12, /* changes each time */
  SYNC_NO_TOKEN      = 1 << 13, /* no reports of changes (WebDAV) */
  SYNC_STILL_TOKEN   = 1 << 14, /* the token does not move with each change */
  SYNC_PRUNES        = 1 << 15, /* forgets changes */
  SYNC_SCHEDULES     = 1 << 16, /* sends mail by itself */
} SyncQuirks;

/* What goes wrong now and then: one of so many requests; 0: never. */
typedef struct
{
  guint offline;       /* not done, no answer */
  guint lost;          /* done, no answer */
  guint broken;        /* not done, 500 */
  guint broken_after;  /* done, 500 */
  guint busy;          /* 429, Retry-After */
  guint password;      /* 401 */
  guint changed;       /* 412 for no reason */
  guint not_stored;    /* 201, but not done */
  guint left_out;      /* an object is missing in an answer */
  guint elsewhere;     /* an object is given another name */
  guint forgets;       /* the token becomes invalid */
} SyncFaults;

typedef struct
{
  char   *href;
  char   *uid;
  GBytes *text;
  guint   version;
} SyncResource;

typedef struct
{
  SyncQuirks  quirks;
  SyncFaults  faults;
  GRand      *random;
  GHashTable *resources; /* href → SyncResource */
  GArray     *log;
  guint       epoch;
  guint       n_mails;
  guint       n_requests;
  gboolean    is_loud;
} SyncServer;

SyncServer        *sync_server_new    (SyncQuirks         quirks,
                                       GRand             *random);
void               sync_server_free   (SyncServer        *server);

/* What another program does there. */
void               sync_server_put    (SyncServer        *server,
                                       const char        *href,
                                       GBytes            *text);
void               sync_server_remove (SyncServer        *server,
                                       const char        *href);
SyncResource      *sync_server_find   (SyncServer        *server,
                                       const char        *uid);

/* What is asked by the engine; NULL: it failed. */
PlnDavItem        *sync_server_peek   (SyncServer        *server,
                                       guint             *retry_after,
                                       GError           **error);
PlnDavListing     *sync_server_list   (SyncServer        *server,
                                       const char        *token,
                                       guint             *retry_after,
                                       GError           **error);
GPtrArray         *sync_server_get    (SyncServer        *server,
                                       char             **hrefs,
                                       guint             *retry_after,
                                       GError           **error);
PlnDavWritten     *sync_server_write  (SyncServer        *server,
                                       const char        *href,
                                       GBytes            *text,
                                       const char        *etag,
                                       guint             *retry_after,
                                       GError           **error);
gboolean           sync_server_delete (SyncServer        *server,
                                       const char        *href,
                                       const char        *etag,
                                       guint             *retry_after,
                                       GError           **error);

G_END_DECLS
