/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mixing-rule.h"

#include <glib/gi18n.h>

/**
 * pln_mixing_rule_new:
 * @together: whether they share a group; else they are kept apart
 * @people: (array zero-terminated=1): the ids of attendees
 * @note: (nullable): why
 *
 * Returns: (transfer full): a rule
 */
PlnMixingRule *
pln_mixing_rule_new (gboolean           together,
                     const char *const *people,
                     const char        *note)
{
  PlnMixingRule *rule = g_new0 (PlnMixingRule, 1);

  rule->together = !!together;
  rule->people = g_strdupv ((char **) people);
  rule->note = g_strdup (note != NULL ? note : "");

  return rule;
}

/**
 * pln_mixing_rule_free:
 * @rule: (transfer full): a rule
 */
void
pln_mixing_rule_free (PlnMixingRule *rule)
{
  g_strfreev (rule->people);
  g_free (rule->note);
  g_free (rule);
}

/**
 * pln_mixing_rules_new:
 *
 * Returns: (transfer full) (element-type PlnMixingRule): a list that owns its
 *   rules
 */
GPtrArray *
pln_mixing_rules_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_mixing_rule_free);
}

static const char *
name_of (PlnGathering *gathering,
         const char   *id)
{
  PlnAttendee *attendee = pln_gathering_find_attendee (gathering, id);

  return attendee != NULL ? pln_attendee_get_display_name (attendee) : _("somebody who was removed");
}

/* All but the last, as a list. */
static char *
list_names (PlnGathering      *gathering,
            const PlnMixingRule  *rule,
            guint              n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i + 1 < n; i++)
    {
      if (i > 0)
        g_string_append (names, _(", "));
      g_string_append (names, name_of (gathering, rule->people[i]));
    }

  return g_string_free (names, FALSE);
}

/**
 * pln_mixing_rule_words:
 * @rule: a rule
 * @gathering: the gathering, which knows the names
 *
 * Returns: (transfer full): the rule in words: “Wilf Pipit and Una Tarn stay
 *   together (interpreter)”
 */
char *
pln_mixing_rule_words (const PlnMixingRule *rule,
                       PlnGathering        *gathering)
{
  guint n = g_strv_length (rule->people);
  g_autofree char *first = list_names (gathering, rule, n);
  const char *last = n > 0 ? name_of (gathering, rule->people[n - 1]) : "";
  g_autofree char *words = NULL;

  if (rule->together)
    /* Translators: the first is a name or several, such as “Una Tarn, Ivo Larch”. */
    words = g_strdup_printf (_("%s and %s stay together"), first, last);
  else
    /* Translators: the first is a name or several, such as “Una Tarn, Ivo Larch”. */
    words = g_strdup_printf (_("%s and %s are kept apart"), first, last);
  if (*rule->note == '\0')
    return g_steal_pointer (&words);

  /* Translators: a rule and, in brackets, the reason for it. */
  return g_strdup_printf (_("%s (%s)"), words, rule->note);
}
