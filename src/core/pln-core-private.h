/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-event.h"
#include "pln-span.h"
#include "pln-store.h"

G_BEGIN_DECLS

typedef struct _PlnCoreServers PlnCoreServers;

struct _PlnCore
{
  GObject     parent_instance;

  PlnStore   *store;
  GListStore *gatherings; /* by start, title and UID */
  GHashTable *by_uid;     /* what is in the list: UID → gathering, both borrowed */
  GHashTable *known;      /* all that ever were: an undone deletion brings back the same object */
  GHashTable *drafts;     /* UID → a draft whose sessions wait for it to be saved */
  char       *door;       /* see pln-core-presence.c; NULL until it is needed */
  guint       n_wishes;   /* goes up with each change: what was read before is old */
  guint       n_reading;  /* how often the models are being read anew right now */
  GPtrArray  *settling;   /* tasks that wait for that to be over */
  guint       n_writing;  /* how many changes that are shown are being written */
  GPtrArray  *spans;      /* that somebody holds, not by the core */
  guint       n_spans_reading;
  PlnCoreServers *servers; /* all that has to do with them */
  gboolean    spans_are_old; /* they are to be read anew when nothing of that is under way */
};

/* The list of gatherings (pln-core-models.c). */
void      pln_core_insert           (PlnCore              *self,
                                     PlnGathering         *gathering);
void      pln_core_remove           (PlnCore              *self,
                                     PlnGathering         *gathering);
void      pln_core_sort             (PlnCore              *self);
void      pln_core_take_differences (gpointer              onto,
                                     gpointer              before,
                                     gpointer              after);
/* Reads models anew: the list, and of uids (NULL: all) those that are loaded. */
void      pln_core_read_async       (PlnCore              *self,
                                     const char *const    *uids,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean  pln_core_read_finish      (PlnCore              *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void      pln_core_end_reading      (PlnCore              *self); /* n_reading goes down */
/* Comes when no reading is under way. */
void      pln_core_settle_async     (PlnCore              *self,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/* What calendar views show (pln-core-span.c). */
void      pln_core_read_spans       (PlnCore              *self);
void      pln_core_forget_spans     (PlnCore              *self);
void      pln_core_show_in_spans    (PlnCore              *self,
                                     const char           *uid);
PlnOccurrence *pln_core_occurrence_of_gathering (PlnGathering  *gathering) G_GNUC_WARN_UNUSED_RESULT;
PlnOccurrence *pln_core_occurrence_of_session   (PlnGathering  *gathering,
                                                 PlnSession    *session,
                                                 PlnOccurrence *shown) G_GNUC_WARN_UNUSED_RESULT;

PlnOccurrence *pln_core_occurrence_of_round     (PlnGathering  *gathering,
                                                 PlnRound      *round,
                                                 PlnOccurrence *shown) G_GNUC_WARN_UNUSED_RESULT;

void      pln_core_show_occurrence  (PlnCore              *self,
                                     PlnOccurrence        *before,
                                     PlnOccurrence        *after,
                                     PlnReach              reach);
void      pln_core_save_shown_event (GTask                *task,
                                     PlnOccurrence        *before,
                                     PlnOccurrence        *after,
                                     PlnReach              reach);

/* Wishes (pln-core-wish.c). */
GTask    *pln_core_wish_new         (PlnCore              *self,
                                     gpointer              tag,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
void      pln_core_wish_fail        (GTask                *task,
                                     GError               *error);
void      pln_core_wish_done        (GTask                *task,
                                     gpointer              result,
                                     GDestroyNotify        destroy,
                                     GError               *error);
void      pln_core_wish_apply       (GTask                *task,
                                     PlnChange            *change,
                                     const char           *uid);

/* The next of a series, or the same again (pln-core-templates.c). */
PlnGathering *pln_core_draft_follower (PlnCore            *self,
                                       PlnGathering       *gathering,
                                       gboolean            as_next,
                                       GDateTime          *start) G_GNUC_WARN_UNUSED_RESULT;

/* A round for another gathering, or another time (pln-core-round-draft.c). */
PlnRound *pln_core_round_again      (PlnRound             *round) G_GNUC_WARN_UNUSED_RESULT;

/* Who is not on the list sits in no group (pln-core-round.c). */
void      pln_core_leave_groups     (PlnGathering         *gathering,
                                     GPtrArray            *ids);

/* Rounds saved as a step of undo with a name of its own (pln-core-round.c). */
char     *pln_core_label_rounds     (GPtrArray            *before,
                                     GPtrArray            *after) G_GNUC_WARN_UNUSED_RESULT;
void      pln_core_save_rounds_as   (PlnCore              *self,
                                     PlnGathering         *gathering,
                                     GPtrArray            *before,
                                     GPtrArray            *after,
                                     char                 *label,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/* Whose word an answer is (pln-core-people.c). */
void      pln_core_set_said         (PlnCore              *self,
                                     PlnAttendee          *attendee);

/* What goes out of a gathering (pln-core-publish.c). */
gboolean  pln_core_take_parts       (PlnStore             *store,
                                     GAsyncResult         *result,
                                     GBytes              **text,
                                     GPtrArray            *sessions,
                                     GError              **error);

/* What is wrong with a wish before it begins (pln-core-check.c). */
gboolean  pln_core_check_gathering  (PlnGathering         *gathering,
                                     GError              **error);
gboolean  pln_core_check_session    (PlnSession           *session,
                                     GError              **error);
gboolean  pln_core_check_round      (PlnRound             *round,
                                     GError              **error);
gboolean  pln_core_check_event      (PlnEvent             *event,
                                     GError              **error);
gboolean  pln_core_check_calendar   (const char           *name,
                                     GError              **error);
gboolean  pln_core_check_person     (PlnGathering         *gathering,
                                     PlnAttendee          *before,
                                     PlnAttendee          *after,
                                     GError              **error);
gboolean  pln_core_check_address    (const char           *email,
                                     GError              **error);
gboolean  pln_core_check_ready      (PlnCore              *self,
                                     PlnGathering         *gathering,
                                     GError              **error);
/* A time of a programme that goes from one start to another (pln-core-move.c). */
GDateTime *pln_core_move_time       (GDateTime            *time,
                                     GDateTime            *from,
                                     GDateTime            *to,
                                     const char           *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
