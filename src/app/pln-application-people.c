/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application-private.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static GListModel *
read_people (PlnWishes     *wishes,
             PlnGathering  *gathering,
             const char    *text,
             GError       **error)
{
  return pln_core_read_people (PLN_APPLICATION (wishes)->core, gathering, text, error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PlnApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_added = 0;

  pln_core_add_people_finish (PLN_CORE (source), result, &n_added, &error);
  if (pln_application_failed (self, error))
    return;

  message = g_strdup_printf (ngettext ("%u person added", "%u people added", n_added), n_added);
  pln_application_show_done (self, message, n_added > 0);
}

static void
add_people (PlnWishes    *wishes,
            PlnGathering *gathering,
            GListModel   *lines)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  pln_core_add_people_async (self->core, gathering, lines, self->cancellable, added_cb, g_object_ref (self));
}

static void
save_attendee (PlnWishes    *wishes,
               PlnGathering *gathering,
               PlnAttendee  *before,
               PlnAttendee  *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (before == NULL ? _("%s is on the list") : _("%s changed"),
                                   pln_attendee_get_display_name (after));

  pln_core_save_attendee_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                                pln_wish_new (self, pln_core_save_attendee_finish, message, TRUE));
}

static void
save_attendees (PlnWishes    *wishes,
                PlnGathering *gathering,
                GPtrArray    *before,
                GPtrArray    *after)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = g_strdup_printf (ngettext ("%u person changed", "%u people changed", after->len), after->len);

  pln_core_save_attendees_async (self->core, gathering, before, after, self->cancellable, pln_wish_done,
                                 pln_wish_new (self, pln_core_save_attendees_finish, message, TRUE));
}

static void
remove_attendees (PlnWishes    *wishes,
                  PlnGathering *gathering,
                  GPtrArray    *attendees)
{
  PlnApplication *self = PLN_APPLICATION (wishes);
  char *message = attendees->len == 1
                  ? g_strdup_printf (_("%s removed"), pln_attendee_get_display_name (attendees->pdata[0]))
                  : g_strdup_printf (ngettext ("%u person removed", "%u people removed", attendees->len), attendees->len);

  pln_core_remove_attendees_async (self->core, gathering, attendees, self->cancellable, pln_wish_done,
                                   pln_wish_new (self, pln_core_remove_attendees_finish, message, TRUE));
}

/* What one person answered, or how many did. */
static char *
answer_words (GPtrArray *attendees,
              PlnAnswer  answer)
{
  const char *name = attendees->len == 1 ? pln_attendee_get_display_name (attendees->pdata[0]) : NULL;

  if (name == NULL)
    return g_strdup_printf (ngettext ("%u answer set", "%u answers set", attendees->len), attendees->len);

  switch (answer)
    {
    case PLN_ANSWER_ACCEPTED:
      return g_strdup_printf (_("%s is going"), name);
    case PLN_ANSWER_TENTATIVE:
      return g_strdup_printf (_("%s may come"), name);
    case PLN_ANSWER_DECLINED:
      return g_strdup_printf (_("%s declined"), name);
    case PLN_ANSWER_NEEDS_ACTION:
    default:
      return g_strdup_printf (_("%s has not answered"), name);
    }
}

static void
set_answer (PlnWishes    *wishes,
            PlnGathering *gathering,
            GPtrArray    *attendees,
            PlnAnswer     answer)
{
  PlnApplication *self = PLN_APPLICATION (wishes);

  if (attendees->len > 0)
    pln_core_answer_async (self->core, gathering, attendees, answer, self->cancellable, pln_wish_done,
                           pln_wish_new (self, pln_core_answer_finish, answer_words (attendees, answer), TRUE));
}

/* The people of a gathering. */
void
pln_application_init_people (PlnWishesInterface *iface)
{
  iface->read_people = read_people;
  iface->add_people = add_people;
  iface->save_attendee = save_attendee;
  iface->save_attendees = save_attendees;
  iface->remove_attendees = remove_attendees;
  iface->set_answer = set_answer;
}
