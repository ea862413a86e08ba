/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-id.h"

#include <string.h>

static PlnChangeTimes
times_of (PlnSession *session)
{
  return (PlnChangeTimes) {
    pln_session_get_start (session), pln_session_get_end (session),
    pln_session_get_zone (session), pln_session_get_all_day (session),
  };
}

static PlnIcalLine *
categories_line (PlnSession *session)
{
  g_autofree char *track = pln_change_clean (pln_session_get_track (session));
  const char *values[3] = { NULL };
  guint n = 0;

  if (*track != '\0')
    values[n++] = track;
  if (pln_session_get_is_break (session))
    values[n++] = "Break";

  return n > 0 ? pln_ical_line_new_list ("CATEGORIES", values) : NULL;
}

/* “Name <address>” is an ATTENDEE, “Name” an own line. Speakers are asked by
 * their organiser, not by a server: SCHEDULE-AGENT=NONE. */
static PlnIcalLine *
speaker_line (const char *speaker)
{
  g_autofree char *clean = pln_change_clean (speaker);
  char *open = strrchr (clean, '<');
  g_autofree char *id = NULL;
  PlnIcalLine *line;

  g_strchomp (clean);
  if (open != NULL && strchr (open, '@') != NULL && g_str_has_suffix (open, ">"))
    {
      open[strlen (open) - 1] = '\0';
      *open = '\0';
      line = pln_change_line_address ("ATTENDEE", open + 1, g_strstrip (clean));
      pln_ical_line_set_parameter (line, "ROLE", "CHAIR");
      pln_ical_line_set_parameter (line, "SCHEDULE-AGENT", "NONE");
      return line;
    }

  id = pln_id_derive (g_strstrip (clean));
  line = pln_ical_line_new_text ("X-PLENARY-SPEAKER", clean);
  pln_ical_line_set_parameter (line, "ID", id);

  return line;
}

static void
put_speakers (PlnIcalEdits *edits,
              PlnSession   *before,
              PlnSession   *after)
{
  static const char *const nobody[] = { NULL };
  const char *const *old = before != NULL ? pln_session_get_speakers (before) : nobody;
  const char *const *new = pln_session_get_speakers (after);

  if (g_strv_equal (old, new))
    return;

  for (; *old != NULL; old++)
    {
      g_autoptr(PlnIcalLine) line = speaker_line (*old);
      g_autofree char *address = pln_ical_address_key (line->value);

      if (g_str_equal (line->name, "ATTENDEE") && !g_strv_contains (new, *old))
        pln_ical_edits_drop (edits, "ATTENDEE", address);
    }
  pln_ical_edits_unset (edits, "X-PLENARY-SPEAKER");
  for (; *new != NULL; new++)
    {
      PlnIcalLine *line = speaker_line (*new);
      gboolean is_address = g_str_equal (line->name, "ATTENDEE");
      g_autofree char *key = is_address ? pln_ical_address_key (line->value)
                                        : g_strdup (pln_ical_line_get_parameter (line, "ID"));

      if (is_address && before != NULL && g_strv_contains (pln_session_get_speakers (before), *new))
        pln_ical_line_free (line);
      else
        pln_ical_edits_put (edits, key, line);
    }
}

/* A draft is what RFC 5545, 3.8.1.11 calls tentative. */
static void
put_status (PlnIcalEdits *edits,
            PlnSession   *before,
            PlnSession   *after)
{
  static const char *const words[] = { "CONFIRMED", "TENTATIVE", "CANCELLED" };
  PlnSessionStatus old = before != NULL ? pln_session_get_status (before) : PLN_SESSION_PUBLISHED;
  PlnSessionStatus new = pln_session_get_status (after);

  if (old != new)
    pln_ical_edits_set (edits, pln_ical_line_new ("STATUS", words[new]));
}

static void
put_fields (PlnIcalEdits *edits,
            PlnSession   *before,
            PlnSession   *after)
{
  static const struct
  {
    const char   *name;
    const char *(*get) (PlnSession *self);
  } fields[] = {
    { "SUMMARY", pln_session_get_title },
    { "LOCATION", pln_session_get_room },
    { "DESCRIPTION", pln_session_get_description },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pln_change_set_line (edits, fields[i].name,
                         before != NULL ? pln_change_line_text (fields[i].name, fields[i].get (before)) : NULL,
                         pln_change_line_text (fields[i].name, fields[i].get (after)));
  pln_change_set_line (edits, "URL",
                       before != NULL ? pln_change_line_uri ("URL", pln_session_get_url (before)) : NULL,
                       pln_change_line_uri ("URL", pln_session_get_url (after)));
  pln_change_set_line (edits, "CATEGORIES", before != NULL ? categories_line (before) : NULL,
                       categories_line (after));
}

/**
 * pln_change_put_session:
 * @change: a change
 * @gathering: the gathering whose programme it is in
 * @before: (nullable): the session as it was; %NULL for a new one
 * @after: (nullable): as it is to be; %NULL to delete it
 *
 * Edits what differs.
 */
void
pln_change_put_session (PlnChange    *change,
                        PlnGathering *gathering,
                        PlnSession   *before,
                        PlnSession   *after)
{
  PlnChangeTimes old = before != NULL ? times_of (before) : (PlnChangeTimes) { .zone = "" };
  PlnChangeTimes new;
  PlnIcalEdits *edits;

  g_return_if_fail (before != NULL || after != NULL);

  if (after == NULL)
    {
      pln_change_delete (change, pln_session_get_uid (before));
      return;
    }

  if (before == NULL)
    {
      const char *parent = pln_gathering_get_uid (gathering);

      edits = pln_change_create (change, pln_gathering_get_calendar (gathering), pln_session_get_uid (after));
      pln_ical_edits_set (edits, pln_ical_line_new ("X-PLENARY-KIND", "SESSION"));
      pln_ical_edits_set (edits, pln_ical_line_new ("SEQUENCE", "0"));
      pln_ical_edits_put (edits, parent, pln_ical_line_new_text ("RELATED-TO", parent));
    }
  else
    edits = pln_change_edit (change, pln_session_get_uid (after));

  new = times_of (after);
  if (!pln_change_times_equal (&old, &new))
    pln_change_set_times (edits, &new);
  put_fields (edits, before, after);
  put_status (edits, before, after);
  put_speakers (edits, before, after);
}
