/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ics-export.h"

#include "pln-clock.h"
#include "pln-ical-feed.h"
#include "pln-ical-invitation.h"
#include "pln-invitation-words.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * pln_invitation_free:
 * @invitation: (transfer full): an invitation
 */
void
pln_invitation_free (PlnInvitation *invitation)
{
  g_free (invitation->id);
  g_free (invitation->file_name);
  g_clear_pointer (&invitation->ics, g_bytes_unref);
  g_free (invitation->words);
  g_free (invitation);
}

/* Two of a name get a number; file systems may not tell case apart. */
static char *
unique_file_name (GHashTable  *taken,
                  PlnAttendee *guest)
{
  g_autofree char *name = pln_str_file_name (pln_attendee_get_display_name (guest), "guest");
  char *file_name = g_strconcat (name, ".ics", NULL);

  for (guint number = 2; !g_hash_table_add (taken, g_utf8_casefold (file_name, -1)); number++)
    {
      g_free (file_name);
      file_name = g_strdup_printf ("%s (%u).ics", name, number);
    }

  return file_name;
}

static gboolean
check_guest (PlnAttendee  *guest,
             GError      **error)
{
  if (*pln_attendee_get_email (guest) != '\0')
    return TRUE;

  g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_ADDRESS,
               _("%s has no address, so there can be no invitation. Add an address."),
               pln_attendee_get_display_name (guest));

  return FALSE;
}

static PlnInvitation *
invite (PlnGathering  *gathering,
        PlnAttendee   *guest,
        GBytes        *text,
        GHashTable    *taken,
        GError       **error)
{
  PlnIcalMethod method = pln_gathering_get_cancelled (gathering) ? PLN_ICAL_METHOD_CANCEL : PLN_ICAL_METHOD_REQUEST;
  g_autoptr(GBytes) ics = NULL;
  PlnInvitation *invitation;

  if (!check_guest (guest, error))
    return NULL;
  ics = pln_ical_invitation_write (text, pln_attendee_get_email (guest), pln_attendee_get_name (guest),
                                   method, pln_clock_now (), error);
  if (ics == NULL)
    return NULL;

  invitation = g_new0 (PlnInvitation, 1);
  invitation->id = g_strdup (pln_attendee_get_id (guest));
  invitation->file_name = unique_file_name (taken, guest);
  invitation->ics = g_steal_pointer (&ics);
  invitation->words = pln_invitation_words (gathering, guest);

  return invitation;
}

static GPtrArray *
choose_guests (PlnGathering      *gathering,
               const char *const *ids)
{
  GPtrArray *guests = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n = g_list_model_get_n_items (attendees);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      PlnAttendee *guest = pln_gathering_find_attendee (gathering, ids[i]);

      if (guest != NULL)
        g_ptr_array_add (guests, g_object_ref (guest));
    }
  for (guint i = 0; ids == NULL && i < n; i++)
    {
      g_autoptr(PlnAttendee) guest = g_list_model_get_item (attendees, i);

      if (*pln_attendee_get_email (guest) != '\0')
        g_ptr_array_add (guests, g_steal_pointer (&guest));
    }

  return guests;
}

/**
 * pln_ics_export_invitations:
 * @gathering: a gathering that is loaded
 * @text: its object
 * @ids: (nullable): whom to invite; %NULL for everybody with an address
 * @error: return location for a [error@ExchangeError]: `NO_IDENTITY` without
 *   an organiser's address, `NO_ADDRESS` if one of @ids has none; or what is
 *   wrong with @text
 *
 * Makes one file per guest: an invitation or update, or for a gathering that
 * was called off a cancellation.
 *
 * Returns: (transfer full) (element-type PlnInvitation): the files, or %NULL
 *   on error
 */
GPtrArray *
pln_ics_export_invitations (PlnGathering      *gathering,
                            GBytes            *text,
                            const char *const *ids,
                            GError           **error)
{
  g_autoptr(GPtrArray) invitations = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_invitation_free);
  g_autoptr(GPtrArray) guests = choose_guests (gathering, ids);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (*pln_gathering_get_organiser_email (gathering) == '\0')
    {
      g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_NO_IDENTITY,
                           _("Nobody could answer this invitation: it is not known who invites. "
                             "Say your name and address first."));
      return NULL;
    }

  for (guint i = 0; i < guests->len; i++)
    {
      PlnInvitation *first = i > 0 ? g_ptr_array_index (invitations, 0) : NULL;
      /* The first file holds all that the others need, and not thousands of guests. */
      PlnInvitation *invitation = invite (gathering, g_ptr_array_index (guests, i),
                                          first != NULL ? first->ics : text, taken, error);

      if (invitation == NULL)
        return NULL;
      g_ptr_array_add (invitations, invitation);
    }

  return g_steal_pointer (&invitations);
}

/**
 * pln_ics_export_feed:
 * @text: a gathering's object
 * @sessions: (element-type GBytes): the objects of its sessions
 * @source: (nullable): where the feed will be found
 * @error: return location for a [error@IcalError]
 *
 * Makes what everybody may see: the gathering with its programme, without
 * guests.
 *
 * Returns: (transfer full): a calendar file, or %NULL on error
 */
GBytes *
pln_ics_export_feed (GBytes      *text,
                     GPtrArray   *sessions,
                     const char  *source,
                     GError     **error)
{
  return pln_ical_feed_write (text, sessions, source, pln_clock_now (), error);
}
