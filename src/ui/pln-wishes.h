/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-account.h"
#include "pln-event.h"
#include "pln-gathering.h"
#include "pln-hit.h"
#include "pln-import-item.h"
#include "pln-mixing-settings.h"
#include "pln-mixing.h"
#include "pln-move.h"
#include "pln-person-line.h"
#include "pln-question.h"
#include "pln-sign-in.h"
#include "pln-span.h"
#include "pln-server-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnWishes:
 *
 * Everything that a user can ask of the window and that is more than showing:
 * the one list of it. Views announce a wish here and go on; what comes of it
 * reaches them through the models, or as a message of the window. The
 * application carries wishes out, tests record them.
 *
 * A view finds it with pln_wishes_find (), which asks the window.
 */
#define PLN_TYPE_WISHES (pln_wishes_get_type ())
G_DECLARE_INTERFACE (PlnWishes, pln_wishes, PLN, WISHES, GObject)

struct _PlnWishesInterface
{
  GTypeInterface parent_interface;

  /* Gatherings. before NULL: it is new. before and after are copies that the form made. */
  void          (* save_gathering)     (PlnWishes *self, PlnGathering *before, PlnGathering *after);
  void          (* delete_gathering)   (PlnWishes *self, PlnGathering *gathering);
  void          (* duplicate_gathering) (PlnWishes *self, PlnGathering *gathering, gboolean as_next); /* opens the form with a draft */
  void          (* new_gathering)      (PlnWishes *self, const char *template_name); /* meetup, conference, unconference; opens the form */
  void          (* open_gathering)     (PlnWishes *self, const char *uid, const char *person); /* loads and shows it; person: id or "" */

  /* Sessions. before NULL: it is new; after NULL: delete. */
  void          (* save_session)       (PlnWishes *self, PlnGathering *gathering, PlnSession *before, PlnSession *after);

  /* The calendar. before NULL: a new entry of the user's own; after NULL: delete. An occurrence of a gathering
   * or a session is saved as by its form; reach counts for what repeats only. */
  PlnSpan      *(* list_span)          (PlnWishes *self, gint64 from, gint64 to); /* (transfer full): live while it is held */
  void          (* save_occurrence)    (PlnWishes *self, PlnOccurrence *before, PlnOccurrence *after, PlnReach reach);
  void          (* edit_occurrence)    (PlnWishes *self, PlnOccurrence *occurrence); /* opens the form of what it is */
  void          (* save_event)         (PlnWishes *self, PlnEvent *before, PlnEvent *after, PlnReach reach);
  void          (* make_gathering)     (PlnWishes *self, PlnOccurrence *event); /* one that does not repeat */

  /* People. */
  GListModel   *(* read_people)        (PlnWishes *self, PlnGathering *gathering, const char *text, GError **error); /* PlnPersonLine */
  void          (* add_people)         (PlnWishes *self, PlnGathering *gathering, GListModel *lines); /* those that are NEW */
  void          (* save_attendee)      (PlnWishes *self, PlnGathering *gathering, PlnAttendee *before, PlnAttendee *after);
  void          (* save_attendees)     (PlnWishes *self, PlnGathering *gathering, GPtrArray *before, GPtrArray *after); /* copies, one step */
  void          (* remove_attendees)   (PlnWishes *self, PlnGathering *gathering, GPtrArray *attendees);
  void          (* set_answer)         (PlnWishes *self, PlnGathering *gathering, GPtrArray *attendees, PlnAnswer answer);

  /* Breakouts. Rounds are copies with their groups, told apart by UID: what is only in before goes, what is only in
   * after is new. All of one wish is one step of undo. */
  PlnRound     *(* draft_round)        (PlnWishes *self, PlnGathering *gathering); /* (transfer full): after the last one; not saved */
  PlnGroup     *(* draft_group)        (PlnWishes *self, PlnRound *round); /* (transfer full): the next number; not saved */
  void          (* save_rounds)        (PlnWishes *self, PlnGathering *gathering, GPtrArray *before, GPtrArray *after);
  void          (* save_group)         (PlnWishes *self, PlnGathering *gathering, PlnGroup *before, PlnGroup *after); /* NULL: as for a session */
  void          (* place_people)       (PlnWishes *self, PlnGathering *gathering, GPtrArray *moves); /* PlnMove */

  /* How people are mixed. judge says what the plan is worth as it is (moves NULL), or as it would be after moves; at
   * once, as a card is dragged. draft_mix: how the gathering was mixed last, or sensible choices; the sheet's own.
   * mix and mend look while what they return is held; nothing changes until use_mix. */
  PlnQuality   *(* judge)              (PlnWishes *self, PlnGathering *gathering, GPtrArray *moves); /* (transfer full); PlnMove */
  PlnMixingSettings *(* draft_mix)        (PlnWishes *self, PlnGathering *gathering); /* (transfer full) */
  PlnMixing    *(* mix)                (PlnWishes *self, PlnGathering *gathering, PlnMixingSettings *settings, guint64 seed); /* (transfer full) */
  PlnMixing    *(* mend)               (PlnWishes *self, PlnGathering *gathering); /* (transfer full) */
  void          (* use_mix)            (PlnWishes *self, PlnMixing *mixing); /* stops it, takes its plan: one step of undo */

  /* Notes. before NULL: it is new. Both are copies; the state of the model says when it is safe. */
  void          (* save_note)          (PlnWishes *self, PlnGathering *gathering, PlnNote *before, PlnNote *after);
  GPtrArray    *(* read_note)          (PlnWishes *self, const char *text, GError **error); /* PlnNoteLine */

  /* The door. HERE checks in, LEFT out, NONE takes back that they were here. */
  void          (* set_presence)       (PlnWishes *self, PlnGathering *gathering, GPtrArray *attendees, PlnPresence presence);
  void          (* walk_in)            (PlnWishes *self, PlnGathering *gathering, PlnAttendee *attendee); /* adds and checks in */
  void          (* export_presence)    (PlnWishes *self, PlnGathering *gathering, GFile *file); /* for another door, without a network */
  void          (* import_presence)    (PlnWishes *self, PlnGathering *gathering, GFile *file);

  /* Out and in. */
  void          (* export_invitations) (PlnWishes *self, PlnGathering *gathering, const char *const *ids, GFile *folder);
  void          (* export_file)        (PlnWishes *self, PlnGathering *gathering, const char *format, GFile *file); /* csv, html, ics, notes-markdown, pdf-…, places-csv, schedule-xml */
  void          (* print_pages)        (PlnWishes *self, PlnGathering *gathering, const char *layout); /* day, list, rooms, or cards, door, groups, signs, slips; asks for the printer */
  void          (* preview_import)     (PlnWishes *self, GFile *file, PlnImportAs as, const char *zone); /* shows the preview, or the reason */
  void          (* import_file)        (PlnWishes *self, GFile *file, PlnImportAs as, const char *zone); /* zone NULL: the file says it */

  /* Accounts. The lists and the state are live and (transfer none). */
  GListModel   *(* list_accounts)      (PlnWishes *self); /* PlnAccount */
  PlnServerState *(* get_server_state) (PlnWishes *self);
  GListModel   *(* list_questions)     (PlnWishes *self); /* PlnQuestion, the oldest first */
  GListModel   *(* list_happenings)    (PlnWishes *self); /* PlnHappening, the newest first */
  void          (* remove_account)     (PlnWishes *self, PlnAccount *account); /* what is here stays here */
  void          (* stop_calendar)      (PlnWishes *self, PlnAccount *account, PlnRemoteCalendar *calendar); /* syncs it no more; what is here stays */
  void          (* solve_questions)    (PlnWishes *self, GPtrArray *questions, PlnSolution solution); /* PlnQuestion; one step */
  void          (* sync_now)           (PlnWishes *self);
  void          (* stop_sync)          (PlnWishes *self); /* the one that is under way */
  void          (* move_gathering)     (PlnWishes *self, PlnGathering *gathering, const char *calendar, const char *organisers); /* NULL: stays */

  /* The steps of signing in. Each answers by the properties of the sign-in: step, or problem. To go back, set its step. */
  PlnSignIn    *(* sign_in)            (PlnWishes *self, PlnAccount *account); /* (transfer full); NULL: to a new account */
  void          (* find_server)        (PlnWishes *self, PlnSignIn *sign_in, const char *text); /* an address, a URL or a host */
  void          (* log_in)             (PlnWishes *self, PlnSignIn *sign_in, const char *user, const char *password);
  void          (* trust_server)       (PlnWishes *self, PlnSignIn *sign_in); /* the certificate that it shows */
  void          (* make_calendar)      (PlnWishes *self, PlnSignIn *sign_in, const char *name); /* on the server; then it is chosen */
  void          (* use_calendars)      (PlnWishes *self, PlnSignIn *sign_in); /* those that are chosen; they are synced at once */
  void          (* end_sign_in)        (PlnWishes *self, PlnSignIn *sign_in); /* the sheet is closed; what is asked is stopped */

  /* The library. */
  void          (* undo)               (PlnWishes *self, gboolean redo);
  void          (* search)             (PlnWishes *self, const char *text); /* answered by pln_window_show_hits () */
  void          (* show_bin)           (PlnWishes *self); /* answered by pln_window_show_bin () */
  void          (* restore_from_bin)   (PlnWishes *self, const char *uid);
  void          (* backup)             (PlnWishes *self, GFile *file);
  void          (* restore)            (PlnWishes *self, GFile *file);
  void          (* add_sample)         (PlnWishes *self);
  void          (* remove_sample)      (PlnWishes *self);
  void          (* set_identity)       (PlnWishes *self, const char *name, const char *email);
  const char   *(* get_identity)       (PlnWishes *self, const char **email); /* "" if not known */
};

void       pln_wishes_offer (GtkWindow *window,
                             PlnWishes *wishes);
PlnWishes *pln_wishes_find  (GtkWidget *widget);

G_END_DECLS
