/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invite-guests.h"

#include <glib/gi18n.h>

static PlnInviteGroup
group_of (PlnGathering *gathering,
          PlnAttendee  *guest)
{
  if (pln_gathering_get_cancelled (gathering))
    return pln_attendee_get_told (guest) ? PLN_INVITE_CANCELLED : PLN_INVITE_CHOSEN;
  if (pln_attendee_get_answer (guest) == PLN_ANSWER_DECLINED)
    return PLN_INVITE_CHOSEN; /* that is, only by hand */
  if (!pln_attendee_get_told (guest))
    return pln_attendee_get_waiting (guest) ? PLN_INVITE_WAITING : PLN_INVITE_NEW;
  if (pln_attendee_get_told_sequence (guest) < pln_gathering_get_sequence (gathering))
    return PLN_INVITE_CHANGED;

  return pln_attendee_get_answer (guest) == PLN_ANSWER_NEEDS_ACTION ? PLN_INVITE_SILENT : PLN_INVITE_ANSWERED;
}

/**
 * pln_invite_guests_find:
 * @gathering: a gathering, with its attendees
 * @group: a reason to be invited
 * @chosen: (nullable) (element-type PlnAttendee): who was chosen by hand; they
 *   are in no other group
 *
 * Returns: (transfer full) (element-type PlnAttendee): who is in @group, with
 *   or without an address, in the order of the list
 */
GPtrArray *
pln_invite_guests_find (PlnGathering   *gathering,
                        PlnInviteGroup  group,
                        GPtrArray      *chosen)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);
  GPtrArray *guests = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) by_hand = g_hash_table_new (NULL, NULL);

  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    g_hash_table_add (by_hand, g_ptr_array_index (chosen, i));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnAttendee) guest = g_list_model_get_item (attendees, i);
      gboolean is_chosen = g_hash_table_contains (by_hand, guest);

      if (group == PLN_INVITE_CHOSEN ? is_chosen : !is_chosen && group_of (gathering, guest) == group)
        g_ptr_array_add (guests, g_steal_pointer (&guest));
    }

  return guests;
}

/**
 * pln_invite_guests_words:
 * @gathering: a gathering
 * @guests: (element-type PlnAttendee): who gets something
 *
 * Says what exporting to @guests does, all of it and nothing else.
 *
 * Returns: (transfer full): one to three sentences
 */
char *
pln_invite_guests_words (PlnGathering *gathering,
                         GPtrArray    *guests)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_files = 0;
  guint n_updates = 0;
  guint n_without = 0;

  for (guint i = 0; i < guests->len; i++)
    {
      PlnAttendee *guest = g_ptr_array_index (guests, i);
      gboolean has_address = *pln_attendee_get_email (guest) != '\0';

      n_files += has_address;
      n_updates += has_address && pln_attendee_get_told (guest);
      n_without += !has_address;
    }

  if (guests->len == 0)
    g_string_append (words, _("Nobody is chosen, so no file is written."));
  else if (n_files == 0)
    g_string_append (words, _("This writes no file."));
  else
    g_string_append_printf (words, ngettext ("This writes %u file. Nothing is sent by itself.",
                                             "This writes %u files, one for each guest. Nothing is sent by itself.", n_files), n_files);

  if (n_updates > 0 && !pln_gathering_get_cancelled (gathering))
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u guest already has an invitation and gets an update.",
                                               "%u guests already have an invitation and get an update.", n_updates), n_updates);
    }
  if (n_without > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u guest has no address and gets none.",
                                               "%u guests have no address and get none.", n_without), n_without);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
