/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-quality.h"

G_BEGIN_DECLS

/**
 * PlnMixingState:
 * @PLN_MIXING_LOOKING: looks for a better plan
 * @PLN_MIXING_DONE: looks no more; the best plan is there
 * @PLN_MIXING_FAILED: there is no plan, and a message says why
 *
 * How far a mix is.
 */
typedef enum
{
  PLN_MIXING_LOOKING,
  PLN_MIXING_DONE,
  PLN_MIXING_FAILED,
} PlnMixingState;

#define PLN_TYPE_MIXING_STATE (pln_mixing_state_get_type ())
GType pln_mixing_state_get_type (void);

/**
 * PlnTell:
 * @person: the id of an attendee
 * @round: the UID of the round
 * @from: the UID of the group before, or ""
 * @to: the UID of the group now, or ""
 * @role: a role that the person had not there before, or none
 * @stays: whether the person sits where they sat, and only the role is new
 *
 * That somebody must be told of another place, or of a role. Where both groups
 * are the same and the person does not stay, the group sits in another room.
 */
typedef struct
{
  char         *person;
  char         *round;
  char         *from;
  char         *to;
  PlnGroupRole  role;
  gboolean      stays;
} PlnTell;

#define PLN_TYPE_MIXING (pln_mixing_get_type ())
G_DECLARE_FINAL_TYPE (PlnMixing, pln_mixing, PLN, MIXING, GObject)

PlnMixing     *pln_mixing_new           (PlnGathering *gathering,
                                         guint64       seed);
PlnGathering  *pln_mixing_get_gathering (PlnMixing    *self);
guint64        pln_mixing_get_seed      (PlnMixing    *self);
GCancellable  *pln_mixing_get_stopper   (PlnMixing    *self);

PlnMixingState pln_mixing_get_state     (PlnMixing    *self);
const char    *pln_mixing_get_message   (PlnMixing    *self);
double         pln_mixing_get_progress  (PlnMixing    *self);
guint          pln_mixing_get_seconds   (PlnMixing    *self);
PlnQuality    *pln_mixing_get_quality   (PlnMixing    *self);
GPtrArray     *pln_mixing_get_before    (PlnMixing    *self);
GPtrArray     *pln_mixing_get_rounds    (PlnMixing    *self);
GPtrArray     *pln_mixing_get_tell      (PlnMixing    *self);
GPtrArray     *pln_mixing_list_gone     (PlnMixing    *self);
guint          pln_mixing_count_people  (PlnMixing    *self);
void           pln_mixing_stop          (PlnMixing    *self);

/* For who looks for plans. */
void pln_mixing_show (PlnMixing  *self,
                      GPtrArray  *before,
                      GPtrArray  *rounds,
                      PlnQuality *quality,
                      double      progress,
                      guint       seconds);
void pln_mixing_end  (PlnMixing  *self,
                      const char *message);

G_END_DECLS
