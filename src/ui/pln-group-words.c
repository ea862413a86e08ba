/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-group-words.h"

#include "pln-config.h"
#include "pln-person-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

static const char *const role_icons[PLN_N_GROUP_ROLES] = {
  [PLN_GROUP_ROLE_NONE]        = "",
  [PLN_GROUP_ROLE_FACILITATOR] = "pln-role-facilitator-symbolic",
  [PLN_GROUP_ROLE_NOTE_TAKER]  = "pln-role-notes-symbolic",
  [PLN_GROUP_ROLE_TIMEKEEPER]  = "pln-role-time-symbolic",
  [PLN_GROUP_ROLE_REPORTER]    = "pln-role-report-symbolic",
  [PLN_GROUP_ROLE_BUDDY]       = "pln-role-buddy-symbolic",
};

/**
 * pln_group_role_icon:
 * @role: a role in a group
 *
 * Returns: the name of its icon; "" for none
 */
const char *
pln_group_role_icon (PlnGroupRole role)
{
  g_return_val_if_fail (role < PLN_N_GROUP_ROLES, "");

  return role_icons[role];
}

/**
 * pln_group_role_missing:
 * @role: a role that a group should have
 *
 * Returns: (transfer full): "No note-taker"
 */
char *
pln_group_role_missing (PlnGroupRole role)
{
  return g_strdup (role == PLN_GROUP_ROLE_FACILITATOR ? _("No facilitator") : _("No note-taker"));
}

static gboolean
has_role (PlnGroup     *group,
          PlnGroupRole  role)
{
  return pln_group_get_person (group, role) != NULL;
}

/**
 * pln_group_lacks:
 * @round: a round
 * @group: one of its groups
 * @role: a role
 *
 * Each group with people in it needs a note-taker, and a facilitator where the
 * others have one.
 *
 * Returns: whether nobody in @group has that role, and somebody should
 */
gboolean
pln_group_lacks (PlnRound     *round,
                 PlnGroup     *group,
                 PlnGroupRole  role)
{
  GListModel *groups;

  g_return_val_if_fail (PLN_IS_GROUP (group), FALSE);

  if (pln_group_get_n_places (group) == 0 || has_role (group, role))
    return FALSE;
  if (role == PLN_GROUP_ROLE_NOTE_TAKER)
    return TRUE;
  if (role != PLN_GROUP_ROLE_FACILITATOR || round == NULL)
    return FALSE;

  groups = pln_round_get_groups (round);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) other = g_list_model_get_item (groups, i);

      if (has_role (other, role))
        return TRUE;
    }

  return FALSE;
}

static void
add (GString    *words,
     const char *separator,
     const char *text)
{
  g_autofree char *line = pln_str_one_line (text);

  if (*line != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", line);
}

/**
 * pln_group_summary:
 * @round: (nullable): a round
 * @group: one of its groups
 *
 * Returns: (transfer full): what a person would say of it: "Group 3, What can
 *   sectors share?, Room 1, table 3, 6 people, no note-taker"
 */
char *
pln_group_summary (PlnRound *round,
                   PlnGroup *group)
{
  GString *words = g_string_new (NULL);
  guint n = pln_group_get_n_places (group);
  g_autofree char *name = pln_group_name (group);
  g_autofree char *count = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  add (words, ", ", name);
  if (pln_group_get_number (group) > 0)
    add (words, ", ", pln_group_get_topic (group));
  add (words, ", ", pln_group_get_room (group));
  add (words, ", ", count);
  if (pln_group_get_chairs (group) > 0 && n > pln_group_get_chairs (group))
    {
      guint chairs = pln_group_get_chairs (group);
      g_autofree char *over = g_strdup_printf (ngettext ("only %u chair", "only %u chairs", chairs), chairs);

      add (words, ", ", over);
    }
  if (pln_group_lacks (round, group, PLN_GROUP_ROLE_FACILITATOR))
    add (words, ", ", _("no facilitator"));
  if (pln_group_lacks (round, group, PLN_GROUP_ROLE_NOTE_TAKER))
    add (words, ", ", _("no note-taker"));
  if (pln_group_get_locked (group))
    add (words, ", ", _("locked"));

  return g_string_free (words, FALSE);
}

/**
 * pln_place_summary:
 * @attendee: a person
 * @group: (nullable): the group in which the person sits
 * @place: (nullable): how
 * @position: which of the group it is, from 0
 *
 * Returns: (transfer full): what a person would say: "Cosima Larkspur, public,
 *   LISNPN, Twitter and CDG; first time; group 7, 4 of 6, locked"
 */
char *
pln_place_summary (PlnAttendee    *attendee,
                   PlnGroup       *group,
                   const PlnPlace *place,
                   guint           position)
{
  GString *words = g_string_new (NULL);
  const char *const *names = pln_attendee_get_networks (attendee);
  g_autofree char *networks = names[0] != NULL ? pln_networks_words (names) : g_strdup ("");

  add (words, ", ", pln_attendee_get_display_name (attendee));
  if (place != NULL && place->role != PLN_GROUP_ROLE_NONE)
    add (words, ", ", pln_group_role_word (place->role));
  add (words, ", ", pln_attendee_get_sector (attendee));
  add (words, ", ", networks);
  if (pln_attendee_get_first_time (attendee))
    add (words, "; ", _("first time"));
  if (group != NULL)
    {
      g_autofree char *name = pln_group_name (group);
      /* Translators: a group, then which of how many people in it */
      g_autofree char *where = g_strdup_printf (_("%s, %u of %u"), name, position + 1, pln_group_get_n_places (group));

      add (words, "; ", where);
    }
  if (place != NULL && place->locked)
    add (words, ", ", _("locked"));

  return g_string_free (words, FALSE);
}

/**
 * pln_met_count:
 * @gathering: a gathering
 * @person: the id of an attendee
 *
 * Returns: with how many others that person sits in a group, in any round
 */
guint
pln_met_count (PlnGathering *gathering,
               const char   *person)
{
  g_autoptr(GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *rounds = pln_gathering_get_rounds (gathering);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      PlnGroup *group = pln_round_find_person (round, person);
      GPtrArray *places = group != NULL ? pln_group_get_places (group) : NULL;

      for (guint j = 0; places != NULL && j < places->len; j++)
        g_hash_table_add (met, ((PlnPlace *) g_ptr_array_index (places, j))->person);
    }

  return MAX (g_hash_table_size (met), 1) - 1; /* not oneself */
}

/**
 * pln_place_facts:
 * @gathering: a gathering
 * @attendee: one of its attendees
 *
 * Returns: (transfer full): what is good to know of a person while groups are
 *   made, a line each
 */
char *
pln_place_facts (PlnGathering *gathering,
                 PlnAttendee  *attendee)
{
  GString *facts = g_string_new (NULL);
  const char *const *names = pln_attendee_get_networks (attendee);
  g_autofree char *networks = names[0] != NULL ? pln_networks_words (names) : g_strdup ("");
  guint n = pln_met_count (gathering, pln_attendee_get_id (attendee));
  g_autofree char *met = g_strdup_printf (ngettext ("Meets %u person", "Meets %u people", n), n);

  add (facts, "\n", pln_attendee_get_display_name (attendee));
  add (facts, "\n", pln_attendee_get_organisation (attendee));
  add (facts, "\n", pln_attendee_get_sector (attendee));
  add (facts, "\n", pln_attendee_get_stage (attendee));
  add (facts, "\n", networks);
  if (pln_attendee_get_first_time (attendee))
    add (facts, "\n", _("First time"));
  add (facts, "\n", met);

  return g_string_free (facts, FALSE);
}

/**
 * pln_people_words:
 * @gathering: a gathering
 * @ids: (element-type utf8): ids of attendees
 *
 * Returns: (transfer full): the name of the one, or "3 people"
 */
char *
pln_people_words (PlnGathering *gathering,
                  GPtrArray    *ids)
{
  PlnAttendee *attendee = ids->len == 1 ? pln_gathering_find_attendee (gathering, g_ptr_array_index (ids, 0)) : NULL;

  if (attendee != NULL)
    return pln_str_one_line (pln_attendee_get_display_name (attendee));

  return g_strdup_printf (ngettext ("%u person", "%u people", ids->len), ids->len);
}
