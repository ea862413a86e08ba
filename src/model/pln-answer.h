/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlnAnswer:
 * @PLN_ANSWER_ACCEPTED: shown as “Going”
 * @PLN_ANSWER_TENTATIVE: shown as “Maybe”
 * @PLN_ANSWER_NEEDS_ACTION: shown as “No answer”
 * @PLN_ANSWER_DECLINED: shown as “Declined”
 *
 * What an attendee answered, in the order in which answers are always shown.
 * The nicks of the values are the stored form: PARTSTAT of RFC 5545, section
 * 3.2.12, in lower case.
 */
typedef enum
{
  PLN_ANSWER_ACCEPTED,
  PLN_ANSWER_TENTATIVE,
  PLN_ANSWER_NEEDS_ACTION,
  PLN_ANSWER_DECLINED,
} PlnAnswer;

#define PLN_N_ANSWERS 4

#define PLN_TYPE_ANSWER (pln_answer_get_type ())
GType       pln_answer_get_type (void);

PlnAnswer   pln_answer_parse    (const char *stored);
gboolean    pln_answer_is_known (const char *stored);
const char *pln_answer_store    (PlnAnswer   answer);

G_END_DECLS
