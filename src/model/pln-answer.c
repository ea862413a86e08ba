/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-answer.h"

G_DEFINE_ENUM_TYPE (PlnAnswer, pln_answer,
  G_DEFINE_ENUM_VALUE (PLN_ANSWER_ACCEPTED, "accepted"),
  G_DEFINE_ENUM_VALUE (PLN_ANSWER_TENTATIVE, "tentative"),
  G_DEFINE_ENUM_VALUE (PLN_ANSWER_NEEDS_ACTION, "needs-action"),
  G_DEFINE_ENUM_VALUE (PLN_ANSWER_DECLINED, "declined"))

static const char *const stored_forms[PLN_N_ANSWERS] = {
  [PLN_ANSWER_ACCEPTED] = "accepted",
  [PLN_ANSWER_TENTATIVE] = "tentative",
  [PLN_ANSWER_NEEDS_ACTION] = "needs-action",
  [PLN_ANSWER_DECLINED] = "declined",
};

static int
find (const char *stored)
{
  for (int i = 0; stored != NULL && i < PLN_N_ANSWERS; i++)
    if (g_ascii_strcasecmp (stored, stored_forms[i]) == 0)
      return i;

  return -1;
}

/**
 * pln_answer_parse:
 * @stored: (nullable): a PARTSTAT, in any case
 *
 * Reads an answer. What is not known is no answer, as RFC 5545, 3.2.12
 * demands of values that a program does not recognise.
 *
 * Returns: the answer
 */
PlnAnswer
pln_answer_parse (const char *stored)
{
  int answer = find (stored);

  return answer >= 0 ? (PlnAnswer) answer : PLN_ANSWER_NEEDS_ACTION;
}

/**
 * pln_answer_is_known:
 * @stored: (nullable): a PARTSTAT, in any case
 *
 * Returns: %TRUE if [func@Answer.parse] reads it as what it says
 */
gboolean
pln_answer_is_known (const char *stored)
{
  return find (stored) >= 0;
}

/**
 * pln_answer_store:
 * @answer: an answer
 *
 * Returns: (transfer none): its stored form, in lower case
 */
const char *
pln_answer_store (PlnAnswer answer)
{
  g_return_val_if_fail (answer < PLN_N_ANSWERS, stored_forms[PLN_ANSWER_NEEDS_ACTION]);

  return stored_forms[answer];
}
