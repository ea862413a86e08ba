/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMailDraft:
 * @from_name: who writes, or ""
 * @from_email: the sender's address
 * @reply_to: (nullable): where answers go, if not to @from_email
 * @to_name: to whom, or ""
 * @to_email: the only recipient's address
 * @subject: one line
 * @text: plain text in lines
 * @calendar: (nullable): iCalendar in UTF-8 with CRLF
 * @method: (nullable): the METHOD that stands in @calendar
 * @message_id: of [func@mail_message_id], without angle brackets
 * @date: when it is written, in seconds since 1970
 *
 * A mail that is to be written. It borrows everything.
 */
typedef struct
{
  const char *from_name;
  const char *from_email;
  const char *reply_to;
  const char *to_name;
  const char *to_email;
  const char *subject;
  const char *text;
  GBytes     *calendar;
  const char *method;
  const char *message_id;
  gint64      date;
} PlnMailDraft;

GBytes *pln_mail_message_write (const PlnMailDraft  *draft,
                                GError             **error);
char   *pln_mail_message_id    (const char          *id,
                                const char          *from_email) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
