/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-remote-calendar.h"

G_BEGIN_DECLS

/**
 * PlnAccountNeed:
 * @PLN_ACCOUNT_NEEDS_NOTHING: all is well
 * @PLN_ACCOUNT_NEEDS_PASSWORD: the password is not known here, or not taken
 * @PLN_ACCOUNT_NEEDS_TRUST: its certificate could not be verified, or changed
 *
 * What the user is to do before an account goes on.
 */
typedef enum
{
  PLN_ACCOUNT_NEEDS_NOTHING,
  PLN_ACCOUNT_NEEDS_PASSWORD,
  PLN_ACCOUNT_NEEDS_TRUST,
} PlnAccountNeed;

#define PLN_TYPE_ACCOUNT_NEED (pln_account_need_get_type ())
GType              pln_account_need_get_type     (void);

#define PLN_TYPE_ACCOUNT (pln_account_get_type ())
G_DECLARE_FINAL_TYPE (PlnAccount, pln_account, PLN, ACCOUNT, GObject)

PlnAccount        *pln_account_new               (const char         *id);
const char        *pln_account_get_id            (PlnAccount         *self);
const char        *pln_account_get_name          (PlnAccount         *self);
const char        *pln_account_get_host          (PlnAccount         *self);
const char        *pln_account_get_user          (PlnAccount         *self);
const char        *pln_account_get_url           (PlnAccount         *self);
const char *const *pln_account_get_addresses     (PlnAccount         *self);
gboolean           pln_account_get_schedules     (PlnAccount         *self);
GListModel        *pln_account_get_calendars     (PlnAccount         *self);
PlnAccountNeed     pln_account_get_need          (PlnAccount         *self);
const char        *pln_account_get_problem       (PlnAccount         *self);
GDateTime         *pln_account_get_synced        (PlnAccount         *self);

void               pln_account_set_server        (PlnAccount         *self,
                                                  const char         *name,
                                                  const char         *host,
                                                  const char         *user,
                                                  const char         *url);
void               pln_account_set_addresses     (PlnAccount         *self,
                                                  const char *const  *addresses,
                                                  gboolean            schedules);
void               pln_account_set_calendars     (PlnAccount         *self,
                                                  GPtrArray          *calendars);
void               pln_account_set_problem       (PlnAccount         *self,
                                                  PlnAccountNeed      need,
                                                  const char         *problem);
void               pln_account_set_synced        (PlnAccount         *self,
                                                  GDateTime          *synced);

G_END_DECLS
