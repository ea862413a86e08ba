/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync-carry.h"

G_BEGIN_DECLS

#define N_USERS 3

/* Organisers who edit, and a server on which other programs do. */

/* Something that a user wrote: a word that is nowhere else. */
typedef struct
{
  char     *uid;
  char     *name; /* the property; "object" for the object itself */
  char     *word;
  guint     author; /* N_USERS: another program */
  gboolean  is_replaced;
} SyncFact;

typedef struct
{
  GRand      *random;
  guint       seed;
  gboolean    is_loud;
  SyncServer *server;
  SyncDisk   *disks[N_USERS];
  gboolean    may_empty[N_USERS];
  GPtrArray  *facts;
  GHashTable *excused; /* UIDs of what may come back */
  guint       n_words;
  gint64      now;
  guint       n_users;
  guint       running; /* whose run goes on */
  gboolean    is_running;
  gboolean    is_nested;
} SyncWorld;

G_GNUC_PRINTF (2, 3)
void     sync_world_say    (SyncWorld  *world,
                            const char *format,
                            ...);
guint    sync_world_roll   (SyncWorld  *world,
                            guint       n);
void     sync_world_init   (SyncWorld  *world,
                            guint       seed,
                            gboolean    is_loud);
void     sync_world_clear  (SyncWorld  *world);
void     sync_world_edit   (SyncWorld  *world,
                            guint       user);
void     sync_world_meddle (SyncWorld  *world);

gboolean sync_text_shows   (GBytes     *text,
                            const char *word);
gboolean sync_text_invites (GBytes     *text);

G_END_DECLS
