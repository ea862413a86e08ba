/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store.h"

G_BEGIN_DECLS

/* A library in a folder of its own, and the store's functions as calls that
 * wait. Those without an error must succeed. */
typedef struct
{
  char     *folder;
  PlnStore *store;
  guint     n_changed;      /* how often the store said so */
  char     *changed;        /* the gatherings it named last, in order, "*" for all */
} Library;

void          library_set_up        (Library        *library,
                                     gconstpointer   user_data);
void          library_tear_down     (Library        *library,
                                     gconstpointer   user_data);
void          library_open          (Library        *library);
void          library_close         (Library        *library);
gboolean      library_try_open      (Library        *library,
                                     GError        **error);
void          library_apply         (Library        *library,
                                     PlnChange      *change);
gboolean      library_try_apply     (Library        *library,
                                     PlnChange      *change,
                                     GError        **error);
char         *library_undo          (Library        *library);
char         *library_redo          (Library        *library);
char         *library_try_undo      (Library        *library,
                                     gboolean        redo,
                                     GError        **error);
void          library_refresh       (Library        *library);
GPtrArray    *library_list          (Library        *library);
PlnGathering *library_load          (Library        *library,
                                     const char     *uid);
PlnGathering *library_try_load      (Library        *library,
                                     const char     *uid,
                                     GError        **error);
PlnEvent     *library_try_event     (Library        *library,
                                     const char     *uid,
                                     const char     *instance,
                                     GError        **error);
void          library_take_folder   (Library        *library,
                                     const char     *path);    /* of a library that is closed */
char         *library_text          (Library        *library,
                                     const char     *uid);
char         *library_search        (Library        *library,
                                     const char     *text);  /* titles, joined by | */
char         *library_bin           (Library        *library); /* the same */
char         *library_check         (Library        *library); /* problems, joined by | */
gboolean      library_backup        (Library        *library,
                                     const char     *path,
                                     GError        **error);
gboolean      library_restore       (Library        *library,
                                     const char     *path,
                                     GError        **error);
void          library_set_fact      (Library        *library,
                                     const char     *name,
                                     const char     *value);

char         *library_path          (Library        *library,
                                     const char     *name);    /* "calendars/Gatherings/a.ics" */
char         *library_read          (Library        *library,
                                     const char     *name);    /* NULL if there is none */
void          library_write         (Library        *library,
                                     const char     *name,
                                     const char     *text);
void          library_remove        (Library        *library,
                                     const char     *name);
gint64        library_number        (Library        *library,
                                     const char     *sql);     /* in library.db, by another connection */

/* Some objects. */
PlnGathering *gathering_sample      (const char     *uid,
                                     const char     *title);
char         *event_text            (const char     *uid,
                                     const char     *title,
                                     const char     *more);    /* lines with CRLF, or "" */
PlnChange    *change_put_text       (const char     *label,
                                     const char     *calendar,
                                     const char     *uid,
                                     const char     *text);
PlnChange    *change_new_gathering  (const char     *uid,
                                     const char     *title);

G_END_DECLS
