/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include <string.h>

/* Parameters of one line, as the writer needs them: name and value, %NULL to
 * leave it out. */
typedef struct
{
  const char *name;
  char       *value;
} Parameter;

#define N_ATTENDEE_PARAMETERS 6

static char *
partstat (PlnAttendee *attendee)
{
  return g_ascii_strup (pln_answer_store (pln_attendee_get_answer (attendee)), -1);
}

static void
clear_parameters (Parameter *parameters,
                  guint      n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&parameters[i].value, g_free);
}

/* What an ATTENDEE says of a person, but for the address. RSVP and the id are
 * the same for everybody and for ever. */
static void
attendee_parameters (PlnAttendee *attendee,
                     Parameter    parameters[N_ATTENDEE_PARAMETERS])
{
  gboolean told = pln_attendee_get_told (attendee);
  g_autofree char *name = pln_change_clean (pln_attendee_get_name (attendee));

  parameters[0] = (Parameter) { "CN", *name != '\0' ? g_steal_pointer (&name) : NULL };
  parameters[1] = (Parameter) { "ROLE", g_strdup (pln_attendee_get_role (attendee) == PLN_ROLE_ORGANISER
                                                  ? "CHAIR" : "REQ-PARTICIPANT") };
  parameters[2] = (Parameter) { "PARTSTAT", partstat (attendee) };
  parameters[3] = (Parameter) { "SCHEDULE-AGENT", g_strdup (told ? "CLIENT" : "NONE") };
  parameters[4] = (Parameter) { "X-PLENARY-ID", g_strdup (pln_attendee_get_id (attendee)) };
  parameters[5] = (Parameter) { "X-PLENARY-TOLD",
                                told ? g_strdup_printf ("%d", MAX (0, pln_attendee_get_told_sequence (attendee))) : NULL };
}

static void
put_attendee_line (PlnIcalEdits *edits,
                   PlnAttendee  *attendee)
{
  PlnIcalLine *line = pln_change_line_address ("ATTENDEE", pln_attendee_get_email (attendee), "");
  g_autofree char *key = pln_ical_address_key (line->value);
  Parameter parameters[N_ATTENDEE_PARAMETERS];

  attendee_parameters (attendee, parameters);
  for (guint i = 0; i < N_ATTENDEE_PARAMETERS; i++)
    {
      if (parameters[i].value != NULL)
        pln_ical_line_set_parameter (line, parameters[i].name, parameters[i].value);
      if (g_str_equal (parameters[i].name, "PARTSTAT"))
        pln_ical_line_set_parameter (line, "RSVP", "TRUE");
    }
  clear_parameters (parameters, N_ATTENDEE_PARAMETERS);

  pln_ical_edits_put (edits, key, line);
}

static void
drop_attendee_line (PlnIcalEdits *edits,
                    const char   *email)
{
  g_autofree char *uri = g_strconcat ("mailto:", email, NULL);
  g_autofree char *key = pln_ical_address_key (uri);

  pln_ical_edits_drop (edits, "ATTENDEE", key);
}

static void
edit_attendee_line (PlnIcalEdits *edits,
                    PlnAttendee  *before,
                    PlnAttendee  *after)
{
  g_autofree char *uri = g_strconcat ("mailto:", pln_attendee_get_email (after), NULL);
  g_autofree char *key = pln_ical_address_key (uri);
  Parameter old[N_ATTENDEE_PARAMETERS];
  Parameter new[N_ATTENDEE_PARAMETERS];

  attendee_parameters (before, old);
  attendee_parameters (after, new);
  for (guint i = 0; i < N_ATTENDEE_PARAMETERS; i++)
    if (g_strcmp0 (old[i].value, new[i].value) != 0)
      pln_ical_edits_parameter (edits, "ATTENDEE", key, new[i].name, new[i].value);
  clear_parameters (old, N_ATTENDEE_PARAMETERS);
  clear_parameters (new, N_ATTENDEE_PARAMETERS);
}

static gboolean
find_person (GPtrArray   *people,
             PlnAttendee *person,
             guint       *at)
{
  for (guint i = 0; i < people->len; i++)
    {
      if (g_str_equal (pln_attendee_get_id (g_ptr_array_index (people, i)), pln_attendee_get_id (person)))
        {
          *at = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* RFC 5545, 3.8.4.1: an address stands once. Of people who share one, the
 * first has the ATTENDEE; the others stand in the people objects alone. */
static void
come_to_address (PlnChange    *change,
                 PlnGathering *gathering,
                 PlnAttendee  *person)
{
  const char *email = pln_attendee_get_email (person);
  GPtrArray *people;
  guint at;

  if (*email == '\0')
    return;

  people = pln_change_at_address (change, gathering, email);
  if (!find_person (people, person, &at))
    {
      at = people->len;
      g_ptr_array_add (people, g_object_ref (person));
    }
  if (at == 0)
    put_attendee_line (pln_change_edit (change, pln_gathering_get_uid (gathering)), person);
}

static void
leave_address (PlnChange    *change,
               PlnGathering *gathering,
               PlnAttendee  *person)
{
  PlnIcalEdits *edits;
  GPtrArray *people;
  guint at = 0;

  if (*pln_attendee_get_email (person) == '\0')
    return;

  edits = pln_change_edit (change, pln_gathering_get_uid (gathering));
  people = pln_change_at_address (change, gathering, pln_attendee_get_email (person));
  if (find_person (people, person, &at))
    g_ptr_array_remove_index (people, at);
  if (people->len == 0)
    drop_attendee_line (edits, pln_attendee_get_email (person));
  else if (at == 0)
    put_attendee_line (edits, g_ptr_array_index (people, 0));
}

static void
stay_at_address (PlnChange    *change,
                 PlnGathering *gathering,
                 PlnAttendee  *before,
                 PlnAttendee  *after)
{
  const char *email = pln_attendee_get_email (after);
  PlnAttendee *first;
  PlnIcalEdits *edits;

  if (*email == '\0')
    return;

  first = pln_gathering_find_address (gathering, email);
  edits = pln_change_edit (change, pln_gathering_get_uid (gathering));
  if (first == NULL || g_str_equal (pln_attendee_get_id (first), pln_attendee_get_id (after)))
    edit_attendee_line (edits, before, after);
  else if (pln_attendee_get_told (after) && !pln_attendee_get_told (before))
    {
      /* Whether an address was told is known of its one line. */
      g_autoptr(PlnAttendee) told = pln_attendee_copy (first);

      pln_attendee_set_told (told, TRUE, pln_attendee_get_told_sequence (after));
      edit_attendee_line (edits, first, told);
    }
}

static void
set_guest_parameter (PlnIcalLine *line,
                     const char  *name,
                     const char  *value)
{
  g_autofree char *clean = pln_change_clean (value);

  pln_ical_line_set_parameter (line, name, *clean != '\0' ? clean : NULL);
}

/* A list is one value joined by |, so a | in a name becomes a /. */
static char *
join_networks (PlnAttendee *attendee)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *const *networks = pln_attendee_get_networks (attendee);

  for (; *networks != NULL; networks++)
    g_ptr_array_add (names, g_strdelimit (g_strdup (*networks), "|", '/'));
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

static void
set_stamp (PlnIcalLine *line,
           const char  *name,
           GDateTime   *time)
{
  g_autoptr(GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *stamp = utc != NULL ? g_date_time_format (utc, "%Y%m%dT%H%M%SZ") : NULL;

  pln_ical_line_set_parameter (line, name, stamp);
}

static char *
join_roles (guint roles)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint role = PLN_GROUP_ROLE_FACILITATOR; role < PLN_N_GROUP_ROLES; role++)
    if ((roles & PLN_GROUP_ROLE_BIT (role)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", pln_group_role_store (role));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static const char *
nick (GType type,
      int   value)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (type);

  return value != 0 ? g_enum_get_value (values, value)->value_nick : "";
}

/* An answer that an organiser was told: what was said, when, and who says so. */
static void
set_said (PlnIcalLine *line,
          PlnAttendee *attendee)
{
  GDateTime *at = pln_attendee_get_said_at (attendee);
  g_autofree char *said = at != NULL ? partstat (attendee) : NULL;

  pln_ical_line_set_parameter (line, "SAID", said);
  set_stamp (line, "AT", at);
  if (at != NULL)
    set_guest_parameter (line, "BY", pln_attendee_get_said_by (attendee));
}

static PlnIcalLine *
guest_line (PlnAttendee *attendee)
{
  g_autofree char *name = pln_change_clean (pln_attendee_get_name (attendee));
  g_autofree char *networks = join_networks (attendee);
  g_autofree char *roles = join_roles (pln_attendee_get_wished_roles (attendee));
  PlnIcalLine *line = pln_ical_line_new_text ("X-PLENARY-GUEST", name);

  pln_ical_line_set_parameter (line, "ID", pln_attendee_get_id (attendee));
  set_guest_parameter (line, "EMAIL", pln_attendee_get_email (attendee));
  set_guest_parameter (line, "ORG", pln_attendee_get_organisation (attendee));
  set_guest_parameter (line, "SECTOR", pln_attendee_get_sector (attendee));
  set_guest_parameter (line, "STAGE", pln_attendee_get_stage (attendee));
  set_guest_parameter (line, "NETWORKS", networks);
  pln_ical_line_set_parameter (line, "WAIT", pln_attendee_get_waiting (attendee) ? "1" : NULL);
  pln_ical_line_set_parameter (line, "FIRST", pln_attendee_get_first_time (attendee) ? "1" : NULL);
  set_guest_parameter (line, "ROLE", nick (PLN_TYPE_ROLE, (int) pln_attendee_get_role (attendee)));
  set_guest_parameter (line, "MODE", nick (PLN_TYPE_MODE, (int) pln_attendee_get_mode (attendee)));
  set_guest_parameter (line, "ROLE-WISH", nick (PLN_TYPE_ROLE_WISH, (int) pln_attendee_get_role_wish (attendee)));
  set_guest_parameter (line, "WISHED-ROLES", roles);
  set_stamp (line, "FROM", pln_attendee_get_expected_from (attendee));
  set_stamp (line, "UNTIL", pln_attendee_get_expected_until (attendee));
  set_said (line, attendee);

  return line;
}

static void
put_guest (PlnChange    *change,
           PlnGathering *gathering,
           PlnAttendee  *before,
           PlnAttendee  *after)
{
  g_autoptr(PlnIcalLine) old = before != NULL ? guest_line (before) : NULL;
  g_autoptr(PlnIcalLine) new = after != NULL ? guest_line (after) : NULL;
  g_autofree char *was = old != NULL ? pln_ical_line_write (old, NULL) : NULL;
  g_autofree char *is = new != NULL ? pln_ical_line_write (new, NULL) : NULL;
  PlnOperation *operation;

  if (was != NULL && g_strcmp0 (was, is) == 0)
    return;

  operation = pln_change_add (change, PLN_OPERATION_GUEST, pln_gathering_get_uid (gathering));
  operation->calendar = g_strdup (pln_gathering_get_organisers_calendar (gathering));
  operation->id = g_strdup (pln_attendee_get_id (after != NULL ? after : before));
  operation->line_before = g_steal_pointer (&old);
  operation->line = g_steal_pointer (&new);
}

/**
 * pln_change_put_attendee:
 * @change: a change
 * @gathering: where the person is invited; its list may be as it was or as it
 *   is to be
 * @before: (nullable): the person as before; %NULL for a new one
 * @after: (nullable): as the person is to be; %NULL to remove
 *
 * Edits what differs: the ATTENDEE on the gathering, where there is an
 * address, the line in its people objects, and the places in its groups.
 */
void
pln_change_put_attendee (PlnChange    *change,
                         PlnGathering *gathering,
                         PlnAttendee  *before,
                         PlnAttendee  *after)
{
  g_return_if_fail (before != NULL || after != NULL);

  if (before != NULL && after != NULL
      && g_str_equal (pln_attendee_get_email (before), pln_attendee_get_email (after)))
    stay_at_address (change, gathering, before, after);
  else
    {
      if (before != NULL)
        leave_address (change, gathering, before);
      if (after != NULL)
        come_to_address (change, gathering, after);
    }

  put_guest (change, gathering, before, after);
  if (before != NULL)
    pln_change_follow_person (change, gathering, before, after);
}
