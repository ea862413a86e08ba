/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMailError:
 * @PLN_MAIL_ERROR_BAD_ADDRESS: an address cannot be written to
 * @PLN_MAIL_ERROR_UNREADABLE: what should be a mail is none
 * @PLN_MAIL_ERROR_LIMIT: it is larger or deeper than what is taken in
 * @PLN_MAIL_ERROR_PASSWORD: the server wants (other) credentials
 * @PLN_MAIL_ERROR_CERTIFICATE: the server could not prove who it is, or offers
 *   no encryption
 * @PLN_MAIL_ERROR_REFUSED: the server does not take this mail, however often
 * @PLN_MAIL_ERROR_LATER: the server does not take this mail now
 * @PLN_MAIL_ERROR_OFFLINE: the server cannot be reached
 * @PLN_MAIL_ERROR_UNSURE: the mail was handed over, but the server's word that
 *   it has it did not arrive
 * @PLN_MAIL_ERROR_SERVER: the server answered in a way we cannot use
 *
 * What can go wrong with mail. A code is for the program to decide what to do
 * next; the message that comes with it is for a person to read.
 */
typedef enum
{
  PLN_MAIL_ERROR_BAD_ADDRESS,
  PLN_MAIL_ERROR_UNREADABLE,
  PLN_MAIL_ERROR_LIMIT,
  PLN_MAIL_ERROR_PASSWORD,
  PLN_MAIL_ERROR_CERTIFICATE,
  PLN_MAIL_ERROR_REFUSED,
  PLN_MAIL_ERROR_LATER,
  PLN_MAIL_ERROR_OFFLINE,
  PLN_MAIL_ERROR_UNSURE,
  PLN_MAIL_ERROR_SERVER,
} PlnMailError;

#define PLN_MAIL_ERROR (pln_mail_error_quark ())
GQuark pln_mail_error_quark (void);

G_END_DECLS
