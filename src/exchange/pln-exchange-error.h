/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnExchangeError:
 * @PLN_EXCHANGE_ERROR_UNREADABLE: the file is not what it seemed, or broken
 * @PLN_EXCHANGE_ERROR_METHOD: the file is a message (reply, request …), not a calendar
 * @PLN_EXCHANGE_ERROR_NO_IDENTITY: nobody to invite is known as the organiser
 * @PLN_EXCHANGE_ERROR_NO_ADDRESS: a guest has no address
 * @PLN_EXCHANGE_ERROR_NO_DATE: what is to be published has no date
 */
typedef enum
{
  PLN_EXCHANGE_ERROR_UNREADABLE,
  PLN_EXCHANGE_ERROR_METHOD,
  PLN_EXCHANGE_ERROR_NO_IDENTITY,
  PLN_EXCHANGE_ERROR_NO_ADDRESS,
  PLN_EXCHANGE_ERROR_NO_DATE,
} PlnExchangeError;

#define PLN_EXCHANGE_ERROR (pln_exchange_error_quark ())
GQuark pln_exchange_error_quark (void);

G_END_DECLS
