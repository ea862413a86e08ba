/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static char *
round_words (GPtrArray *before,
             GPtrArray *after)
{
  guint n = MAX (before->len, after->len);
  const char *title = pln_round_get_title (after->len > 0 ? after->pdata[0] : before->pdata[0]);

  if (after->len == 0)
    return n == 1 ? g_strdup_printf (_("%s deleted"), title)
                  : g_strdup_printf (ngettext ("%u round deleted", "%u rounds deleted", n), n);
  if (before->len == 0)
    return n == 1 ? g_strdup_printf (_("%s added"), title)
                  : g_strdup_printf (ngettext ("%u round added", "%u rounds added", n), n);

  return n == 1 ? g_strdup_printf (_("%s changed"), title)
                : g_strdup_printf (ngettext ("%u round changed", "%u rounds changed", n), n);
}

static PlnRound *
draft_round (PlnWishes    *wishes,
             PlnGathering *gathering)
{
  return pln_core_draft_round (PLN_APPLICATION (wishes)->core, gathering);
}

static PlnGroup *
draft_group (PlnWishes *wishes,
             PlnRound  *round)
{
  return pln_core_draft_group (PLN_APPLICATION (wishes)->core, round);
}

static void
save_rounds (PlnWishes    *wishes,
             PlnGathering *gathering,
             GPtrArray    *before,
             GPtrArray    *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_save_rounds_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                              pln_wish_new (self, pln_core_save_rounds_finish, round_words (before, after), TRUE));
}

static char *
group_words (PlnGroup *before,
             PlnGroup *after)
{
  guint number = pln_group_get_number (after != NULL ? after : before);

  if (after == NULL)
    return g_strdup_printf (_("Group %u deleted"), number);

  return g_strdup_printf (before == NULL ? _("Group %u added") : _("Group %u changed"), number);
}

static void
save_group (PlnWishes    *wishes,
            PlnGathering *gathering,
            PlnGroup     *before,
            PlnGroup     *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_save_group_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                             pln_wish_new (self, pln_core_save_group_finish, group_words (before, after), TRUE));
}

static char *
move_words (PlnGathering *gathering,
            GPtrArray    *moves)
{
  const PlnMove *move = g_ptr_array_index (moves, 0);
  PlnAttendee *attendee = pln_gathering_find_attendee (gathering, move->place.person);
  PlnRound *round = pln_gathering_find_round (gathering, move->round);
  PlnGroup *group = round != NULL && *move->group != '\0' ? pln_round_find_group (round, move->group) : NULL;
  const char *name;

  if (moves->len > 1)
    return g_strdup_printf (ngettext ("%u person moved", "%u people moved", moves->len), moves->len);
  if (attendee == NULL)
    return NULL; /* the error says so */

  name = pln_attendee_get_display_name (attendee);
  if (group == NULL)
    return g_strdup_printf (_("%s is in no group"), name);
  if (pln_round_find_person (round, move->place.person) == group)
    return g_strdup_printf (_("%s changed"), name);

  return g_strdup_printf (_("%s moved to group %u"), name, pln_group_get_number (group));
}

static void
place_people (PlnWishes    *wishes,
              PlnGathering *gathering,
              GPtrArray    *moves)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  if (moves->len > 0)
    pln_core_place_people_async (self->core, gathering, moves, self->cancellable, pln_wish_done,
                                 pln_wish_new (self, pln_core_place_people_finish, move_words (gathering, moves), TRUE));
}

static char *
presence_words (GPtrArray   *attendees,
                PlnPresence  presence)
{
  guint n = attendees->len;
  const char *name = n == 1 ? pln_attendee_get_display_name (attendees->pdata[0]) : NULL;

  switch (presence)
    {
    case PLN_PRESENCE_HERE:
      return name != NULL ? g_strdup_printf (_("%s is here"), name)
                          : g_strdup_printf (ngettext ("%u person is here", "%u people are here", n), n);
    case PLN_PRESENCE_LEFT:
      return name != NULL ? g_strdup_printf (_("%s left"), name)
                          : g_strdup_printf (ngettext ("%u person left", "%u people left", n), n);
    case PLN_PRESENCE_NONE:
    default:
      return name != NULL ? g_strdup_printf (_("%s is not here"), name)
                          : g_strdup_printf (ngettext ("%u person is not here", "%u people are not here", n), n);
    }
}

static void
set_presence (PlnWishes    *wishes,
              PlnGathering *gathering,
              GPtrArray    *attendees,
              PlnPresence   presence)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  if (attendees->len > 0)
    pln_core_set_presence_async (self->core, gathering, attendees, presence, self->cancellable, pln_wish_done,
                                 pln_wish_new (self, pln_core_set_presence_finish,
                                               presence_words (attendees, presence), TRUE));
}

static void
walk_in (PlnWishes    *wishes,
         PlnGathering *gathering,
         PlnAttendee  *attendee)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (_("%s is here"), pln_attendee_get_display_name (attendee));

  pln_core_walk_in_async (self->core, gathering, attendee, self->cancellable, pln_wish_done,
                          pln_wish_new (self, pln_core_walk_in_finish, message, TRUE));
}

typedef struct
{
  PlnApplication *self;
  PlnGathering   *gathering;
  GFile          *file;
} HandOver;

static HandOver *
hand_over_new (PlnApplication *self,
               PlnGathering   *gathering,
               GFile          *file)
{
  HandOver *hand_over = g_new (HandOver, 1);

  hand_over->self = g_object_ref (self);
  hand_over->gathering = g_object_ref (gathering);
  hand_over->file = g_object_ref (file);

  return hand_over;
}

static void
hand_over_free (HandOver *hand_over)
{
  g_object_unref (hand_over->self);
  g_object_unref (hand_over->gathering);
  g_object_unref (hand_over->file);
  g_free (hand_over);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandOver, hand_over_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(HandOver) hand_over = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (hand_over->file);
  g_autofree char *message = g_strdup_printf (_("“%s” written"), name);

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  if (!pln_application_failed (hand_over->self, error))
    pln_application_show_done (hand_over->self, message, FALSE);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(HandOver) hand_over = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = pln_core_export_presence_finish (PLN_CORE (source), result, &error);
  GFile *target = hand_over->file;

  if (!pln_application_failed (hand_over->self, error))
    g_file_replace_contents_bytes_async (target, file, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                         hand_over->self->cancellable, written_cb, g_steal_pointer (&hand_over));
}

static void
export_presence (PlnWishes    *wishes,
                 PlnGathering *gathering,
                 GFile        *file)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_export_presence_async (self->core, gathering, self->cancellable, exported_cb,
                                  hand_over_new (self, gathering, file));
}

static void
taken_in_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(HandOver) hand_over = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_here;

  pln_core_import_presence_finish (PLN_CORE (source), result, NULL, &error);
  if (pln_application_failed (hand_over->self, error))
    return;

  n_here = pln_gathering_get_n_here (hand_over->gathering);
  message = g_strdup_printf (ngettext ("%u person is here", "%u people are here", n_here), n_here);
  pln_application_show_done (hand_over->self, message, FALSE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(HandOver) hand_over = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  PlnApplication *self = hand_over->self;
  PlnGathering *gathering = hand_over->gathering;

  if (!pln_application_failed (self, error))
    pln_core_import_presence_async (self->core, gathering, file, self->cancellable, taken_in_cb,
                                    g_steal_pointer (&hand_over));
}

static void
import_presence (PlnWishes    *wishes,
                 PlnGathering *gathering,
                 GFile        *file)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  g_file_load_bytes_async (file, self->cancellable, read_cb, hand_over_new (self, gathering, file));
}

/* Rounds, groups, and who is here. */
void
pln_application_init_breakouts (PlnWishesInterface *iface)
{
  iface->draft_round = draft_round;
  iface->draft_group = draft_group;
  iface->save_rounds = save_rounds;
  iface->save_group = save_group;
  iface->place_people = place_people;
  iface->set_presence = set_presence;
  iface->walk_in = walk_in;
  iface->export_presence = export_presence;
  iface->import_presence = import_presence;
}
