/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-invitation.h"
#include "pln-ical-record.h"

static void
check_record (PlnIcalText  *text,
              guint         part,
              PlnIcalZones *zones)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read (text, part, zones, &error);

  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return;

  /* Who shows it may count on these. */
  g_assert_nonnull (record->uid);
  g_assert_true (g_utf8_validate (record->summary, -1, NULL));
  g_assert_true ((record->start.date_time == NULL) || (record->end.date_time != NULL));
  for (guint i = 0; i < record->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (record->attendees, i);

      g_assert_true (g_utf8_validate (attendee->name, -1, NULL));
      g_assert_true (g_utf8_validate (attendee->email, -1, NULL));
      g_assert_true (g_utf8_validate (attendee->id, -1, NULL));
    }
}

/* What is written for a guest can be read, and holds one guest. */
static void
check_invitation (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) invitation = pln_ical_invitation_write (bytes, "a@example.org", "Ada", PLN_ICAL_METHOD_REQUEST, 0, &error);
  g_autoptr(PlnIcalRecord) record = NULL;

  g_assert_true ((invitation == NULL) == (error != NULL));
  if (invitation == NULL)
    return;
  record = pln_ical_record_read_object (invitation, NULL);
  g_assert_nonnull (record);
  g_assert_cmpuint (record->attendees->len, ==, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, NULL);
  g_autoptr(PlnIcalZones) zones = text != NULL ? pln_ical_zones_new (text) : NULL;

  if (text == NULL)
    return 0;

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    check_record (text, i, zones);
  check_invitation (bytes);

  return 0;
}
