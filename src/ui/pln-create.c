/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-create.h"

#include "pln-id.h"
#include "pln-session-form.h"
#include "pln-window.h"

/* What becomes of something new that was drawn into a calendar. */

static PlnGathering *
make_gathering (PlnOccurrence *draft)
{
  g_autofree char *uid = pln_uid_new ();
  PlnGathering *gathering = pln_gathering_new (uid);

  pln_gathering_set_title (gathering, pln_occurrence_get_title (draft));
  pln_gathering_set_times (gathering, pln_occurrence_get_start (draft), pln_occurrence_get_end (draft),
                           pln_occurrence_get_zone (draft), pln_occurrence_get_all_day (draft));

  return gathering;
}

static PlnSession *
make_session (PlnOccurrence *draft)
{
  g_autofree char *uid = pln_uid_new ();
  PlnSession *session = pln_session_new (uid);

  pln_session_set_title (session, pln_occurrence_get_title (draft));
  pln_session_set_times (session, pln_occurrence_get_start (draft), pln_occurrence_get_end (draft),
                         pln_occurrence_get_zone (draft), pln_occurrence_get_all_day (draft));

  return session;
}

/**
 * pln_create_save:
 * @widget: a widget of the window
 * @draft: a gathering, a session of a gathering, or an entry of the user's own,
 *   without a UID
 *
 * Wishes for it as it is.
 */
void
pln_create_save (GtkWidget     *widget,
                 PlnOccurrence *draft)
{
  PlnWishes *wishes = pln_wishes_find (widget);
  g_autoptr(PlnGathering) gathering = NULL;

  if (wishes == NULL)
    return;

  if (pln_occurrence_get_kind (draft) != PLN_OCCURRENCE_KIND_GATHERING)
    {
      PLN_WISHES_GET_IFACE (wishes)->save_occurrence (wishes, NULL, draft, PLN_REACH_THIS);
      return;
    }

  gathering = make_gathering (draft);
  PLN_WISHES_GET_IFACE (wishes)->save_gathering (wishes, NULL, gathering);
}

/**
 * pln_create_edit:
 * @widget: a widget of the window
 * @gathering: (nullable): the gathering, if @draft is a session of it
 * @draft: as for [func@create_save]
 *
 * Opens the form of what it is to be, which begins with what is known of it.
 */
void
pln_create_edit (GtkWidget     *widget,
                 PlnGathering  *gathering,
                 PlnOccurrence *draft)
{
  PlnWishes *wishes = pln_wishes_find (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (wishes == NULL)
    return;

  if (pln_occurrence_get_kind (draft) == PLN_OCCURRENCE_KIND_SESSION && gathering != NULL)
    {
      g_autoptr(PlnSession) session = make_session (draft);

      pln_sheet_present (pln_session_form_new_from (wishes, gathering, session), GTK_WINDOW (window));
    }
  else if (pln_occurrence_get_kind (draft) == PLN_OCCURRENCE_KIND_GATHERING && PLN_IS_WINDOW (window))
    {
      g_autoptr(PlnGathering) made = make_gathering (draft);

      pln_window_edit_gathering (PLN_WINDOW (window), made, TRUE);
    }
  else
    PLN_WISHES_GET_IFACE (wishes)->edit_occurrence (wishes, draft);
}
