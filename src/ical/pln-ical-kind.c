/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-kind.h"

static const struct
{
  const char *stored;    /* X-PLENARY-KIND; NULL: never written */
  const char *nick;
  const char *component;
} kinds[] = {
  [PLN_ICAL_KIND_EVENT] = { NULL, "event", "VEVENT" },
  [PLN_ICAL_KIND_GATHERING] = { "GATHERING", "gathering", "VEVENT" },
  [PLN_ICAL_KIND_SESSION] = { "SESSION", "session", "VEVENT" },
  [PLN_ICAL_KIND_ROUND] = { "ROUND", "round", "VEVENT" },
  [PLN_ICAL_KIND_GROUP] = { "GROUP", "group", "VEVENT" },
  [PLN_ICAL_KIND_NOTE] = { "NOTE", "note", "VJOURNAL" },
  [PLN_ICAL_KIND_PEOPLE] = { "PEOPLE", "people", "VJOURNAL" },
  [PLN_ICAL_KIND_PRESENCE] = { "PRESENCE", "presence", "VJOURNAL" },
  [PLN_ICAL_KIND_ACTION] = { NULL, "action", "VTODO" },
  [PLN_ICAL_KIND_JOURNAL] = { NULL, "journal", "VJOURNAL" },
};

/**
 * pln_ical_kind_store:
 * @kind: a kind
 *
 * Returns: (nullable): what X-PLENARY-KIND says for it; %NULL for what needs none
 */
const char *
pln_ical_kind_store (PlnIcalKind kind)
{
  return kinds[kind].stored;
}

/**
 * pln_ical_kind_get_nick:
 * @kind: a kind
 *
 * Returns: its name in lower case, for indexes and answers
 */
const char *
pln_ical_kind_get_nick (PlnIcalKind kind)
{
  return kinds[kind].nick;
}

static PlnIcalKind
plain_kind (const char *component)
{
  if (g_str_equal (component, "VTODO"))
    return PLN_ICAL_KIND_ACTION;

  return g_str_equal (component, "VJOURNAL") ? PLN_ICAL_KIND_JOURNAL : PLN_ICAL_KIND_EVENT;
}

/**
 * pln_ical_kind_parse:
 * @stored: (nullable): X-PLENARY-KIND, if there is one
 * @component: such as `VEVENT`
 *
 * Returns: what the object is by its own word; a kind that does not fit its
 *   component counts as none
 */
PlnIcalKind
pln_ical_kind_parse (const char *stored,
                     const char *component)
{
  for (guint i = 0; stored != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].stored != NULL
        && g_ascii_strcasecmp (kinds[i].stored, stored) == 0
        && g_str_equal (kinds[i].component, component))
      return (PlnIcalKind) i;

  return plain_kind (component);
}

/**
 * pln_ical_kind_from_parent:
 * @kind: what the object is by its own word
 * @uid: its UID
 * @parent: what its parent is
 *
 * Finds a kind that was lost, as some servers drop what they do not know: in a
 * gathering, an event is a session and a journal the people, the presence (as
 * its UID says) or a note; in a round, an event is a group.
 *
 * Returns: what the object is
 */
PlnIcalKind
pln_ical_kind_from_parent (PlnIcalKind  kind,
                           const char  *uid,
                           PlnIcalKind  parent)
{
  if (kind == PLN_ICAL_KIND_EVENT && parent == PLN_ICAL_KIND_GATHERING)
    return PLN_ICAL_KIND_SESSION;
  if (kind == PLN_ICAL_KIND_EVENT && parent == PLN_ICAL_KIND_ROUND)
    return PLN_ICAL_KIND_GROUP;
  if (kind != PLN_ICAL_KIND_JOURNAL)
    return kind;
  if (parent == PLN_ICAL_KIND_GATHERING && g_str_has_prefix (uid, "people-"))
    return PLN_ICAL_KIND_PEOPLE;
  if (parent == PLN_ICAL_KIND_GATHERING && g_str_has_prefix (uid, "presence-"))
    return PLN_ICAL_KIND_PRESENCE;
  if (parent == PLN_ICAL_KIND_GATHERING || parent == PLN_ICAL_KIND_SESSION || parent == PLN_ICAL_KIND_GROUP)
    return PLN_ICAL_KIND_NOTE;

  return kind;
}

/**
 * pln_ical_kind_is_for_all:
 * @kind: a kind
 *
 * Returns: %TRUE if it counts in a file, mail or invitation from elsewhere; the
 *   others are of this library alone
 */
gboolean
pln_ical_kind_is_for_all (PlnIcalKind kind)
{
  return kind == PLN_ICAL_KIND_GATHERING || kind == PLN_ICAL_KIND_SESSION;
}
