/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-person.h"

#include "pln-ical-face.h"

#include <stdlib.h>
#include <string.h>

/* The parameters of an ATTENDEE that count. */
typedef struct
{
  PlnIcalSlice name;
  PlnIcalSlice email;
  PlnIcalSlice answer;
  PlnIcalSlice role;
  PlnIcalSlice id;
  PlnIcalSlice schedule_agent;
  PlnIcalSlice told;
  PlnIcalSlice type;
  PlnIcalSlice group_role;
  PlnIcalSlice lock;
} Parameters;

static void
sort_parameters (const PlnIcalView *view,
                 Parameters        *parameters)
{
  const struct
  {
    const char   *name;
    PlnIcalSlice *slice;
  } wanted[] = {
    { "CN", &parameters->name },
    { "PARTSTAT", &parameters->answer },
    { "ROLE", &parameters->role },
    { "X-PLENARY-ID", &parameters->id },
    { "SCHEDULE-AGENT", &parameters->schedule_agent },
    { "X-PLENARY-TOLD", &parameters->told },
    { "CUTYPE", &parameters->type },
    { "EMAIL", &parameters->email },
    { "X-PLENARY-ROLE", &parameters->group_role },
    { "X-PLENARY-LOCK", &parameters->lock },
  };
  PlnIcalSlice rest = { NULL, 0 };
  PlnIcalSlice name;
  PlnIcalSlice values;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    *wanted[i].slice = (PlnIcalSlice) { "", 0 };
  while (pln_ical_view_next (view, &rest, &name, &values))
    for (guint i = 0; values.at != NULL && i < G_N_ELEMENTS (wanted); i++)
      {
        if (!pln_ical_slice_is (&name, wanted[i].name))
          continue;
        pln_ical_values_next (&values, wanted[i].slice);
        break;
      }
}

/* Quoted values of which nothing else is known than that they are ASCII words. */
static PlnIcalSlice
plain (PlnIcalSlice slice)
{
  if (slice.length >= 2 && slice.at[0] == '"' && slice.at[slice.length - 1] == '"')
    return (PlnIcalSlice) { slice.at + 1, slice.length - 2 };

  return slice;
}

/* One of some words, in lower case; the first of them for anything else. */
static const char *
one_of (PlnIcalSlice       slice,
        const char *const *words)
{
  slice = plain (slice);
  for (guint i = 1; words[i] != NULL; i++)
    if (pln_ical_slice_is (&slice, words[i]))
      return words[i];

  return words[0];
}

static const char *
read_group_role (PlnIcalSlice slice)
{
  static const char *const roles[] = { "", "facilitator", "note-taker", "timekeeper", "reporter", "buddy", NULL };

  return one_of (slice, roles);
}

static const char *
read_answer (PlnIcalSlice slice)
{
  static const char *const answers[] = { "needs-action", "accepted", "tentative", "declined", NULL };

  return one_of (slice, answers);
}

/* The address in the value, or in EMAIL (RFC 7986, 6.2) where that is an
 * identifier; what has no @ is none. */
static PlnIcalSlice
find_address (const PlnIcalView *view,
              PlnIcalSlice       email)
{
  PlnIcalSlice value = view->value;
  const gsize scheme = strlen ("mailto:");

  while (value.length > 0 && g_ascii_isspace (value.at[0]))
    value = (PlnIcalSlice) { value.at + 1, value.length - 1 };
  while (value.length > 0 && g_ascii_isspace (value.at[value.length - 1]))
    value.length--;

  if (value.length > scheme && g_ascii_strncasecmp (value.at, "mailto:", scheme) == 0)
    value = (PlnIcalSlice) { value.at + scheme, value.length - scheme };
  else if (email.length > 0)
    value = plain (email);
  else if (memchr (value.at, ':', value.length) != NULL)
    value.length = 0;

  if (memchr (value.at, '@', value.length) == NULL)
    value.length = 0;

  return value;
}

static gboolean
is_simple (PlnIcalSlice slice)
{
  return memchr (slice.at, '^', slice.length) == NULL
         && g_utf8_validate_len (slice.at, slice.length, NULL);
}

static char *
put (char        **at,
     PlnIcalSlice  slice)
{
  char *text = *at;

  memcpy (text, slice.at, slice.length);
  text[slice.length] = '\0';
  *at += slice.length + 1;

  return text;
}

/**
 * pln_ical_attendee_read:
 * @view: an ATTENDEE
 * @order: how many people stand before it
 *
 * Returns: (transfer full): what it says
 */
PlnIcalAttendee *
pln_ical_attendee_read (const PlnIcalView *view,
                        guint              order)
{
  static const char *const roles[] = { "req-participant", "chair", "opt-participant", "non-participant", NULL };
  static const char *const agents[] = { "", "none", "client", NULL };
  static const char *const things[] = { "", "room", "resource", NULL };
  Parameters parameters;
  PlnIcalSlice email, name, id;
  g_autofree char *decoded_name = NULL;
  g_autofree char *decoded_email = NULL;
  g_autofree char *decoded_id = NULL;
  PlnIcalAttendee *attendee;
  char *at;

  sort_parameters (view, &parameters);
  email = find_address (view, parameters.email);
  name = plain (parameters.name);
  id = plain (parameters.id);
  if (!is_simple (name))
    {
      decoded_name = pln_ical_values_decode (&parameters.name);
      name = (PlnIcalSlice) { decoded_name, strlen (decoded_name) };
    }
  if (!g_utf8_validate_len (email.at, email.length, NULL))
    {
      decoded_email = pln_ical_slice_dup (&email);
      email = (PlnIcalSlice) { decoded_email, strlen (decoded_email) };
    }
  if (!is_simple (id))
    {
      decoded_id = pln_ical_values_decode (&parameters.id);
      id = (PlnIcalSlice) { decoded_id, strlen (decoded_id) };
    }

  attendee = g_malloc (sizeof *attendee + email.length + name.length + id.length + 3);
  at = (char *) (attendee + 1);
  attendee->email = put (&at, email);
  attendee->name = put (&at, name);
  attendee->id = put (&at, id);
  attendee->answer = read_answer (parameters.answer);
  attendee->role = one_of (parameters.role, roles);
  attendee->schedule_agent = one_of (parameters.schedule_agent, agents);
  attendee->is_thing = *one_of (parameters.type, things) != '\0';
  attendee->order = order;
  attendee->group_role = read_group_role (parameters.group_role);
  parameters.lock = plain (parameters.lock);
  attendee->is_locked = pln_ical_slice_is (&parameters.lock, "1");
  parameters.told = plain (parameters.told);
  attendee->told_sequence = parameters.told.length > 0 && g_ascii_isdigit (parameters.told.at[0])
                            ? (int) MIN (strtoul (parameters.told.at, NULL, 10), G_MAXINT) : -1;

  return attendee;
}

/**
 * pln_ical_person_email:
 * @view: an ORGANIZER or ATTENDEE
 *
 * Returns: (transfer full): the address without `mailto:`, or ""
 */
char *
pln_ical_person_email (const PlnIcalView *view)
{
  PlnIcalSlice email = { "", 0 };
  PlnIcalSlice address;

  pln_ical_view_find (view, "EMAIL", &email);
  address = find_address (view, email);

  return pln_ical_slice_dup (&address);
}

/**
 * pln_ical_person_speaker:
 * @view: an ATTENDEE
 *
 * Returns: (transfer full) (nullable): “Name <address>” if the role is CHAIR
 */
char *
pln_ical_person_speaker (const PlnIcalView *view)
{
  g_autofree char *email = NULL;
  g_autofree char *name = NULL;
  PlnIcalSlice role;

  if (!pln_ical_view_find (view, "ROLE", &role) || !pln_ical_slice_is (&role, "CHAIR"))
    return NULL;

  email = pln_ical_person_email (view);
  name = pln_ical_view_dup_parameter (view, "CN");
  if (*email == '\0')
    return name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;

  return name != NULL && *name != '\0' ? g_strdup_printf ("%s <%s>", name, email)
                                       : g_strdup_printf ("<%s>", email);
}

static char *
dup_parameter (const PlnIcalView *view,
               const char        *name)
{
  char *value = pln_ical_view_dup_parameter (view, name);

  return value != NULL ? value : g_strdup ("");
}

static gboolean
has_flag (const PlnIcalView *view,
          const char        *name)
{
  PlnIcalSlice value;

  return pln_ical_view_find (view, name, &value) && pln_ical_slice_is (&value, "1");
}

static GDateTime *
read_stamp (const PlnIcalView *view,
            const char        *name)
{
  PlnIcalSlice value;
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (!pln_ical_view_find (view, name, &value)
      || !pln_ical_face_parse (&face, value.at, value.length, &is_date, &is_utc))
    return NULL;

  return g_date_time_new_from_unix_utc (pln_ical_face_to_number (&face));
}

/**
 * pln_ical_member_read:
 * @view: an X-PLENARY-MEMBER line: who has no ATTENDEE in a group
 * @order: how many people stand before it
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL without an ID
 */
PlnIcalAttendee *
pln_ical_member_read (const PlnIcalView *view,
                      guint              order)
{
  g_autofree char *name = pln_ical_view_dup_text (view);
  g_autofree char *id = pln_ical_view_dup_parameter (view, "ID");
  PlnIcalSlice role = { "", 0 };
  PlnIcalAttendee *member;
  char *at;

  if (id == NULL || *id == '\0')
    return NULL;

  pln_ical_view_find (view, "ROLE", &role);
  member = g_malloc (sizeof *member + strlen (name) + strlen (id) + 3);
  at = (char *) (member + 1);
  *member = (PlnIcalAttendee) {
    .email = put (&at, (PlnIcalSlice) { "", 0 }),
    .name = put (&at, (PlnIcalSlice) { name, strlen (name) }),
    .id = put (&at, (PlnIcalSlice) { id, strlen (id) }),
    .answer = "needs-action",
    .role = "req-participant",
    .schedule_agent = "none",
    .told_sequence = -1,
    .group_role = read_group_role (role),
    .is_locked = has_flag (view, "LOCK"),
    .order = order,
  };

  return member;
}

/**
 * pln_ical_sighting_read:
 * @view: an X-PLENARY-PRESENCE line
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL if it says
 *   nothing of anybody
 */
PlnIcalSighting *
pln_ical_sighting_read (const PlnIcalView *view)
{
  static const char *const words[] = { "IN", "OUT", "NONE" };
  g_autofree char *what = pln_ical_view_dup_text (view);
  g_autofree char *id = pln_ical_view_dup_parameter (view, "ID");
  g_autofree char *person = pln_ical_view_dup_parameter (view, "PERSON");
  g_autoptr(GDateTime) at = read_stamp (view, "AT");
  PlnIcalSighting *sighting;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (what, words[i]) != 0 || at == NULL || id == NULL || person == NULL || *person == '\0')
        continue;
      sighting = g_new0 (PlnIcalSighting, 1);
      sighting->id = g_steal_pointer (&id);
      sighting->person = g_steal_pointer (&person);
      sighting->at = g_date_time_to_unix (at);
      sighting->what = (PlnIcalSightingKind) i;
      return sighting;
    }

  return NULL;
}

/**
 * pln_ical_sighting_free:
 * @sighting: (transfer full): a sighting
 */
void
pln_ical_sighting_free (PlnIcalSighting *sighting)
{
  g_free (sighting->id);
  g_free (sighting->person);
  g_free (sighting);
}

static char **
read_list (const PlnIcalView *view,
           const char        *name)
{
  g_autofree char *joined = pln_ical_view_dup_parameter (view, name);

  return g_strsplit (joined != NULL ? joined : "", "|", -1);
}

/**
 * pln_ical_guest_read:
 * @view: an X-PLENARY-GUEST line
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL without an ID
 */
PlnIcalGuest *
pln_ical_guest_read (const PlnIcalView *view)
{
  PlnIcalSlice said = { "", 0 };
  PlnIcalSlice sequence = { "", 0 };
  PlnIcalSlice id;
  PlnIcalGuest *guest;

  if (!pln_ical_view_find (view, "ID", &id) || id.length == 0)
    return NULL;

  guest = g_new0 (PlnIcalGuest, 1);
  guest->id = pln_ical_slice_dup (&id);
  guest->name = pln_ical_view_dup_text (view);
  guest->email = dup_parameter (view, "EMAIL");
  guest->organisation = dup_parameter (view, "ORG");
  guest->sector = dup_parameter (view, "SECTOR");
  guest->stage = dup_parameter (view, "STAGE");
  guest->role = dup_parameter (view, "ROLE");
  guest->mode = dup_parameter (view, "MODE");
  guest->networks = read_list (view, "NETWORKS");
  guest->expected_from = read_stamp (view, "FROM");
  guest->expected_until = read_stamp (view, "UNTIL");
  guest->role_wish = dup_parameter (view, "ROLE-WISH");
  guest->wished_roles = read_list (view, "WISHED-ROLES");
  guest->waiting = has_flag (view, "WAIT");
  guest->first_time = has_flag (view, "FIRST");
  guest->said = pln_ical_view_find (view, "SAID", &said) ? read_answer (said) : "";
  guest->said_at = read_stamp (view, "AT");
  guest->said_by = dup_parameter (view, "BY");
  guest->got_stamp = read_stamp (view, "GOT-STAMP");
  if (pln_ical_view_find (view, "GOT-SEQ", &sequence) && sequence.length > 0 && g_ascii_isdigit (sequence.at[0]))
    guest->got_sequence = (int) MIN (strtoul (sequence.at, NULL, 10), G_MAXINT);

  return guest;
}

/**
 * pln_ical_guest_free:
 * @guest: (transfer full): a guest
 */
void
pln_ical_guest_free (PlnIcalGuest *guest)
{
  g_free (guest->id);
  g_free (guest->name);
  g_free (guest->email);
  g_free (guest->organisation);
  g_free (guest->sector);
  g_free (guest->stage);
  g_free (guest->role);
  g_free (guest->mode);
  g_strfreev (guest->networks);
  g_clear_pointer (&guest->expected_from, g_date_time_unref);
  g_clear_pointer (&guest->expected_until, g_date_time_unref);
  g_free (guest->role_wish);
  g_strfreev (guest->wished_roles);
  g_clear_pointer (&guest->said_at, g_date_time_unref);
  g_free (guest->said_by);
  g_clear_pointer (&guest->got_stamp, g_date_time_unref);
  g_free (guest);
}
