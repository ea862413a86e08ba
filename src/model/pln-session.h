/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnSessionStatus:
 * @PLN_SESSION_PUBLISHED: takes place as it stands here
 * @PLN_SESSION_DRAFT: not settled yet
 * @PLN_SESSION_CANCELLED: called off, and still shown as that
 *
 * How far along a session is. The nicks are what the command line calls it.
 */
typedef enum
{
  PLN_SESSION_PUBLISHED,
  PLN_SESSION_DRAFT,
  PLN_SESSION_CANCELLED,
} PlnSessionStatus;

#define PLN_TYPE_SESSION_STATUS (pln_session_status_get_type ())
GType pln_session_status_get_type (void);

#define PLN_TYPE_SESSION (pln_session_get_type ())
G_DECLARE_FINAL_TYPE (PlnSession, pln_session, PLN, SESSION, GObject)

PlnSession        *pln_session_new             (const char        *uid);
PlnSession        *pln_session_copy            (PlnSession        *self) G_GNUC_WARN_UNUSED_RESULT;
void               pln_session_take_from       (PlnSession        *self,
                                                PlnSession        *other);

const char        *pln_session_get_uid         (PlnSession        *self);
const char        *pln_session_get_title       (PlnSession        *self);
void               pln_session_set_title       (PlnSession        *self,
                                                const char        *title);
const char        *pln_session_get_room        (PlnSession        *self);
void               pln_session_set_room        (PlnSession        *self,
                                                const char        *room);
const char        *pln_session_get_track       (PlnSession        *self);
void               pln_session_set_track       (PlnSession        *self,
                                                const char        *track);
const char        *pln_session_get_description (PlnSession        *self);
void               pln_session_set_description (PlnSession        *self,
                                                const char        *description);
const char        *pln_session_get_url         (PlnSession        *self);
void               pln_session_set_url         (PlnSession        *self,
                                                const char        *url);
PlnSessionStatus   pln_session_get_status      (PlnSession        *self);
void               pln_session_set_status      (PlnSession        *self,
                                                PlnSessionStatus   status);
GDateTime         *pln_session_get_start       (PlnSession        *self);
GDateTime         *pln_session_get_end         (PlnSession        *self);
const char        *pln_session_get_zone        (PlnSession        *self);
gboolean           pln_session_get_all_day     (PlnSession        *self);
void               pln_session_set_times       (PlnSession        *self,
                                                GDateTime         *start,
                                                GDateTime         *end,
                                                const char        *zone,
                                                gboolean           all_day);
guint              pln_session_get_minutes     (PlnSession        *self);
const char *const *pln_session_get_speakers    (PlnSession        *self);
void               pln_session_set_speakers    (PlnSession        *self,
                                                const char *const *speakers);
gboolean           pln_session_get_is_break    (PlnSession        *self);
void               pln_session_set_is_break    (PlnSession        *self,
                                                gboolean           is_break);
gboolean           pln_session_get_read_only   (PlnSession        *self);
void               pln_session_set_read_only   (PlnSession        *self,
                                                gboolean           read_only);

G_END_DECLS
