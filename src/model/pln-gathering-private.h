/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-private.h"
#include "pln-gathering.h"

G_BEGIN_DECLS

enum
{
  PROP_0,
  PROP_UID, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_LOCATION,
  PROP_ONLINE,
  PROP_URL,
  PROP_DESCRIPTION,
  PROP_ZONE,
  PROP_ZONE_NOTE,
  PROP_COLOUR,
  PROP_ORGANISER_NAME,
  PROP_ORGANISER_EMAIL,
  PROP_SERIES,
  PROP_PREVIOUS,
  PROP_CALENDAR,
  PROP_ORGANISERS_CALENDAR,
  N_TEXTS,
  PROP_START = N_TEXTS,
  PROP_END,
  PROP_ALL_DAY,
  PROP_CAPACITY,
  PROP_ANSWER_BY,
  PROP_STATE,
  PROP_CANCELLED,
  PROP_ROOMS,
  PROP_ROOM_LIST,
  PROP_SEQUENCE,
  PROP_READ_ONLY,
  PROP_IS_EXAMPLE,
  PROP_N_GOING, /* in the order of PlnAnswer */
  PROP_N_MAYBE,
  PROP_N_NONE,
  PROP_N_DECLINED,
  PROP_N_WAITING,
  PROP_N_TOLD,
  PROP_N_ATTENDEES,
  PROP_N_CAME,
  PROP_N_HERE,
  PROP_LOADED,
  PROP_ATTENDEES,
  PROP_SESSIONS,
  PROP_ROUNDS,
  PROP_NOTES,
  N_PROPS
};

/* How many attendees there are of each sort; who waits has no answer here. */
typedef struct
{
  guint answers[PLN_N_ANSWERS];
  guint waiting;
  guint told;
  guint came;
  guint here;
} PlnCounts;

struct _PlnGathering
{
  GObject      parent_instance;

  char        *texts[N_TEXTS]; /* by property */
  GDateTime   *start;
  GDateTime   *end;
  GDateTime   *answer_by;
  GPtrArray   *room_list; /* PlnRoom */
  char       **rooms;     /* the same as texts */
  guint        capacity;
  int          sequence;
  PlnState     state;
  guint        all_day : 1;
  guint        cancelled : 1;
  guint        read_only : 1;
  guint        loaded : 1;
  guint        is_indexed : 1; /* the index said how many attendees there are */

  PlnCounts    indexed;
  PlnCounts    counted; /* always those of the list */

  GListStore  *attendees;
  GHashTable  *by_id;      /* borrows ids and attendees from the list */
  GHashTable  *by_address; /* folded address to the first attendee; NULL until it is asked for */
  GListStore  *sessions;
  GHashTable  *by_uid; /* borrows UIDs and sessions from the list */
  GListStore  *rounds;
  GHashTable  *rounds_by_uid; /* as well */
  GListStore  *notes;
  GHashTable  *notes_by_uid; /* as well */
};

void             pln_gathering_notify         (PlnGathering    *self,
                                               guint            prop);
void             pln_gathering_set_text       (PlnGathering    *self,
                                               guint            prop,
                                               const char      *value);
void             pln_gathering_lists_init     (PlnGathering    *self);
void             pln_gathering_lists_finalize (PlnGathering    *self);
void             pln_gathering_lists_take     (PlnGathering    *self,
                                               PlnGathering    *other);
const PlnCounts *pln_gathering_get_counts     (PlnGathering    *self);
void             pln_gathering_notify_counts  (PlnGathering    *self,
                                               const PlnCounts *before);

G_END_DECLS
