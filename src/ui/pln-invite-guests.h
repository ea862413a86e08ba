/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnInviteGroup:
 * @PLN_INVITE_CHOSEN: chosen by hand
 * @PLN_INVITE_NEW: has no invitation yet
 * @PLN_INVITE_CHANGED: has one, and something changed since
 * @PLN_INVITE_SILENT: has one, and has not answered
 * @PLN_INVITE_ANSWERED: has one, and is going or may be
 * @PLN_INVITE_WAITING: is on the waiting list, without an invitation
 * @PLN_INVITE_CANCELLED: has one, and the gathering was called off
 *
 * Guests who are invited for the same reason. Those who declined are in none,
 * unless chosen by hand or when the gathering was called off.
 */
typedef enum
{
  PLN_INVITE_CHOSEN,
  PLN_INVITE_NEW,
  PLN_INVITE_CHANGED,
  PLN_INVITE_SILENT,
  PLN_INVITE_ANSWERED,
  PLN_INVITE_WAITING,
  PLN_INVITE_CANCELLED,
} PlnInviteGroup;

#define PLN_N_INVITE_GROUPS 7

GPtrArray *pln_invite_guests_find  (PlnGathering   *gathering,
                                    PlnInviteGroup  group,
                                    GPtrArray      *chosen) G_GNUC_WARN_UNUSED_RESULT;
char      *pln_invite_guests_words (PlnGathering   *gathering,
                                    GPtrArray      *guests) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
