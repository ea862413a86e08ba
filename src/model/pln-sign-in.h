/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-account.h"

G_BEGIN_DECLS

/**
 * PlnSignInStep:
 * @PLN_SIGN_IN_ADDRESS: it is asked where the calendars are
 * @PLN_SIGN_IN_PASSWORD: the host is known and shown; it is asked who the user is
 * @PLN_SIGN_IN_CALENDARS: the calendars are known; it is asked which to use
 * @PLN_SIGN_IN_DONE: the account is there
 *
 * How far a sign-in has come.
 */
typedef enum
{
  PLN_SIGN_IN_ADDRESS,
  PLN_SIGN_IN_PASSWORD,
  PLN_SIGN_IN_CALENDARS,
  PLN_SIGN_IN_DONE,
} PlnSignInStep;

/**
 * PlnSignInProblem:
 * @PLN_SIGN_IN_IS_FINE: there is none
 * @PLN_SIGN_IN_NO_ADDRESS: what was typed is no address
 * @PLN_SIGN_IN_NO_NETWORK: the host cannot be reached, or is not known
 * @PLN_SIGN_IN_NO_SERVER: there are no calendars at that address
 * @PLN_SIGN_IN_GOOGLE: Google cannot be connected
 * @PLN_SIGN_IN_WRONG_PASSWORD: name or password were not taken
 * @PLN_SIGN_IN_APP_PASSWORD: the server wants a password made for programs
 * @PLN_SIGN_IN_CERTIFICATE: the server could not prove who it is
 * @PLN_SIGN_IN_SERVER: the server answered in a way that cannot be used
 * @PLN_SIGN_IN_CALENDAR: a calendar could not be made
 *
 * Why a step failed.
 */
typedef enum
{
  PLN_SIGN_IN_IS_FINE,
  PLN_SIGN_IN_NO_ADDRESS,
  PLN_SIGN_IN_NO_NETWORK,
  PLN_SIGN_IN_NO_SERVER,
  PLN_SIGN_IN_GOOGLE,
  PLN_SIGN_IN_WRONG_PASSWORD,
  PLN_SIGN_IN_APP_PASSWORD,
  PLN_SIGN_IN_CERTIFICATE,
  PLN_SIGN_IN_SERVER,
  PLN_SIGN_IN_CALENDAR,
} PlnSignInProblem;

#define PLN_TYPE_SIGN_IN_STEP (pln_sign_in_step_get_type ())
GType              pln_sign_in_step_get_type       (void);

#define PLN_TYPE_SIGN_IN_PROBLEM (pln_sign_in_problem_get_type ())
GType              pln_sign_in_problem_get_type    (void);

#define PLN_TYPE_SIGN_IN (pln_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (PlnSignIn, pln_sign_in, PLN, SIGN_IN, GObject)

PlnSignIn         *pln_sign_in_new                 (PlnAccount         *account);
PlnAccount        *pln_sign_in_get_account         (PlnSignIn          *self);
void               pln_sign_in_set_account         (PlnSignIn          *self,
                                                    PlnAccount         *account);

/* What the server said; the core sets it. */
PlnSignInStep      pln_sign_in_get_step            (PlnSignIn          *self);
void               pln_sign_in_set_step            (PlnSignIn          *self,
                                                    PlnSignInStep       step);
gboolean           pln_sign_in_get_busy            (PlnSignIn          *self);
void               pln_sign_in_set_busy            (PlnSignIn          *self,
                                                    gboolean            busy);
PlnSignInProblem   pln_sign_in_get_problem         (PlnSignIn          *self);
const char        *pln_sign_in_get_problem_words   (PlnSignIn          *self);
const char        *pln_sign_in_get_help_url        (PlnSignIn          *self);
const char        *pln_sign_in_get_fingerprint     (PlnSignIn          *self);
void               pln_sign_in_set_problem         (PlnSignIn          *self,
                                                    PlnSignInProblem    problem,
                                                    const char         *words,
                                                    const char         *help_url,
                                                    const char         *fingerprint);
const char        *pln_sign_in_get_url             (PlnSignIn          *self);
const char        *pln_sign_in_get_host            (PlnSignIn          *self);
gboolean           pln_sign_in_get_encrypted       (PlnSignIn          *self);
const char        *pln_sign_in_get_user            (PlnSignIn          *self);
void               pln_sign_in_set_server          (PlnSignIn          *self,
                                                    const char         *url,
                                                    const char         *user);
const char *const *pln_sign_in_get_addresses       (PlnSignIn          *self);
gboolean           pln_sign_in_get_schedules       (PlnSignIn          *self);
void               pln_sign_in_set_addresses       (PlnSignIn          *self,
                                                    const char *const  *addresses,
                                                    gboolean            schedules);
gboolean           pln_sign_in_get_forgets         (PlnSignIn          *self);
void               pln_sign_in_set_forgets         (PlnSignIn          *self,
                                                    gboolean            forgets);
GListStore        *pln_sign_in_get_calendars       (PlnSignIn          *self);

/* What the user chose in the last step. */
const char        *pln_sign_in_get_own_address     (PlnSignIn          *self);
void               pln_sign_in_set_own_address     (PlnSignIn          *self,
                                                    const char         *address);
PlnRemoteCalendar *pln_sign_in_get_for_gatherings  (PlnSignIn          *self);
void               pln_sign_in_set_for_gatherings  (PlnSignIn          *self,
                                                    PlnRemoteCalendar  *calendar);
PlnRemoteCalendar *pln_sign_in_get_for_organisers  (PlnSignIn          *self);
void               pln_sign_in_set_for_organisers  (PlnSignIn          *self,
                                                    PlnRemoteCalendar  *calendar);

G_END_DECLS
